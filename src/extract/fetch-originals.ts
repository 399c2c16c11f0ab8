/**
 * Gets originals from their official addresses into the archive. A file is kept when its bytes are those that the ledger's rows were
 * read from, or when its words are: then it is kept as an edition of that file, cut to its pages.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '../documents/archive.js'
import { cutOut } from '../documents/cut.js'
import type { WantedText } from '../documents/text-digest.js'
import { errors, UserError } from '../ledger/errors.js'
import { readDataTable } from '../ledger/vocabulary.js'
import { FILE_LIMIT } from './read-report.js'

/** A file of the series as the committed tables know it. */
export interface KnownOriginal {
  sha256: string
  report: string
  fileName: string
  title: string
  officialUrl: string | null
  archivedUrl: string | null
  /** Null where no digest of its text is known: then only the same bytes are taken. */
  text: WantedText | null
}

/** All files of data/vocabulary/sources.csv, with the digests of data/vocabulary/source-texts.csv. */
export function knownOriginals(): KnownOriginal[] {
  const texts = new Map(readDataTable('vocabulary/source-texts.csv').map((row) => [row.sha256!, row]))
  return readDataTable('vocabulary/sources.csv').map((row) => {
    const text = texts.get(row.sha256!)
    return {
      sha256: row.sha256!,
      report: row.report!,
      fileName: row.file_name!,
      title: row.title!,
      officialUrl: row.official_url || null,
      archivedUrl: row.archived_url || null,
      text: text
        ? { sha256: row.sha256!, pages: text.pages ? Number(text.pages) : null, firstPage: text.first_page!, text: text.text! }
        : null,
    }
  })
}

/** Those that a report ("2012-2013"), a source's id, a digest or its beginning, or a file name means. Throws FETCH_UNKNOWN. */
export function chooseOriginals(known: readonly KnownOriginal[], wanted: string): KnownOriginal[] {
  const report = wanted.replace(/[_–]/g, '-')
  const chosen = known.filter(
    (each) =>
      each.report === report || each.fileName === wanted || (/^[0-9a-f]{8,64}$/.test(wanted) && each.sha256.startsWith(wanted)),
  )
  if (chosen.length === 0) throw errors.FETCH_UNKNOWN(wanted)
  return chosen
}

export type Fetched = { original: KnownOriginal } & (
  | { outcome: 'there' }
  /** `first`: its first page in the volume that was downloaded; null where the file is the original itself. */
  | { outcome: 'kept'; address: string; first: number | null }
  | { outcome: 'failed'; error: UserError }
)

export interface FetchEffects {
  /** The bytes at an address. Throws FETCH_UNREACHABLE, FETCH_REFUSED or FILE_TOO_LARGE. */
  download(address: string): Promise<Uint8Array>
  onProgress?(done: number, of: number): void
}

/** Fetches what is not in the archive yet, each address once. `from`: an address or file to take instead of the official one. */
export async function fetchOriginals(
  originals: readonly KnownOriginal[],
  archive: Archive,
  effects: FetchEffects,
  from?: string,
): Promise<Fetched[]> {
  const results: Fetched[] = []
  const byAddress = new Map<string, KnownOriginal[]>()
  for (const original of originals) {
    const address = from ?? original.officialUrl ?? original.archivedUrl
    if ((await archive.shown(original.sha256)) !== null) results.push({ original, outcome: 'there' })
    else if (await archive.isRemoved(original.sha256))
      results.push({ original, outcome: 'failed', error: errors.FETCH_EXPUNGED({ file: original.fileName }) })
    else if (address === null)
      results.push({ original, outcome: 'failed', error: errors.FETCH_NO_ADDRESS({ file: original.fileName }) })
    else byAddress.set(address, [...(byAddress.get(address) ?? []), original])
  }
  for (const [address, group] of byAddress)
    results.push(...(await fetchGroup(address, group, archive, effects, from === undefined)))
  return results
}

async function fetchGroup(
  address: string,
  group: KnownOriginal[],
  archive: Archive,
  effects: FetchEffects,
  official: boolean,
): Promise<Fetched[]> {
  try {
    return await takeFrom(address, group, archive, effects)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // An archive's copy is tried where the official address is gone.
    const other = official ? group[0]!.archivedUrl : null
    if (other && other !== address) return await fetchGroup(other, group, archive, effects, false)
    return group.map((original) => ({ original, outcome: 'failed', error }))
  }
}

async function takeFrom(address: string, group: KnownOriginal[], archive: Archive, effects: FetchEffects): Promise<Fetched[]> {
  const bytes = await effects.download(address)
  const digest = digestOf(bytes)
  const same = group.find((original) => original.sha256 === digest)
  const results: Fetched[] = []
  if (same) {
    await archive.keep(digest, bytes)
    results.push({ original: same, outcome: 'kept', address, first: null })
  }
  const others = group.filter((original) => original !== same)
  if (others.length === 0) return results
  const folder = await mkdtemp(join(tmpdir(), 'rastro-fetch-'))
  try {
    const path = join(
      folder,
      new URL(address, 'file:///').pathname
        .split('/')
        .at(-1)
        ?.replace(/[^\w.-]/g, '_') || 'download',
    )
    await writeFile(path, bytes, { mode: 0o600 })
    const wanted = others.flatMap((original) => (original.text ? [original.text] : []))
    const { found } = await cutOut(path, wanted, effects.onProgress)
    for (const original of others) {
      const part = found.find((each) => each.sha256 === original.sha256)
      if (!part) {
        results.push({ original, outcome: 'failed', error: errors.FETCH_TEXT_DIFFERS({ file: original.fileName }, address) })
        continue
      }
      const edition = digestOf(part.bytes)
      await archive.keep(edition, part.bytes)
      await archive.keepEdition(original.sha256, edition, address)
      results.push({ original, outcome: 'kept', address, first: part.first })
    }
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Downloads over http or https, or reads a file: bounded in size and time. */
export async function download(address: string, signal: AbortSignal, milliseconds = 300_000): Promise<Uint8Array> {
  if (!/^https?:/i.test(address)) {
    return await readFile(address).catch((error: NodeJS.ErrnoException) => {
      throw errors.FETCH_UNREACHABLE(address, error.code ?? error.message)
    })
  }
  try {
    const answer = await fetch(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]),
      headers: { accept: 'application/pdf, text/html' },
    })
    if (!answer.ok || !answer.body) throw errors.FETCH_REFUSED(address, answer.status)
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of answer.body) {
      length += part.length
      if (length > FILE_LIMIT) throw errors.FILE_TOO_LARGE({ file: address }, length, FILE_LIMIT)
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  } catch (error) {
    if (error instanceof UserError || signal.aborted) throw error
    const cause = (error as { cause?: NodeJS.ErrnoException }).cause
    throw errors.FETCH_UNREACHABLE(address, cause?.code ?? cause?.message ?? (error as Error).name)
  }
}
