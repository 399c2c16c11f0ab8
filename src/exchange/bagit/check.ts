/**
 * Checks a bag (RFC 8493): that it says what it is, that every file is listed and every listed file is there, that every digest is right, and that
 * no path leads out of it. Whatever is wrong is told with its file, and nothing of a bag is ever run or followed; the rest is checked all the same.
 */
import { createHash } from 'node:crypto'
import { UserError } from '../../ledger/errors.js'
import type { BagContent } from './content.js'
import { type DigestName, knownDigests, pathObjection, provesNothing, readPath } from './format.js'

export type ProblemKind = 'no bag' | 'path' | 'manifest' | 'missing' | 'altered' | 'not listed' | 'incomplete' | 'unreadable'

export interface BagProblem {
  kind: ProblemKind
  file: string
  detail: string
}

export interface BagReport {
  /** Nothing is wrong with it. */
  sound: boolean
  /** Of the payload. */
  files: number
  bytes: number
  digests: DigestName[]
  /** bag-info.txt, in its order. */
  info: [label: string, value: string][]
  problems: BagProblem[]
}

/** A tag file is a list of names: ours have some hundred lines. */
const mostTagBytes = 64_000_000
const mostProblems = 10_000

interface Manifest {
  file: string
  name: DigestName
  of: 'payload' | 'tags'
  entries: Map<string, string>
}

export async function checkBag(content: BagContent): Promise<BagReport> {
  const problems: BagProblem[] = []
  const tell = (kind: ProblemKind, file: string, detail: string) => {
    if (problems.length < mostProblems) problems.push({ kind, file, detail })
  }
  for (const { path, detail } of content.strange) tell('path', path, detail)
  const present = new Set<string>()
  for (const { path } of content.files) {
    const objection = pathObjection(path)
    if (objection !== null) tell('path', path, objection)
    else present.add(path)
  }

  const tagText = async (path: string): Promise<string | null> => {
    const bytes = await readBounded(content, path).catch((error: unknown) => {
      tell('unreadable', path, reasonOf(error))
      return null
    })
    if (bytes === null) return null
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      tell('unreadable', path, 'it is not UTF-8')
      return null
    }
  }

  if (!present.has('bagit.txt'))
    tell(
      'no bag',
      'bagit.txt',
      'it is not there: this is no dossier and no other bag. Give the folder or the zip file that `rastro dossier` wrote',
    )
  else checkDeclaration(await tagText('bagit.txt'), tell)
  if (present.has('fetch.txt')) tell('incomplete', 'fetch.txt', 'it names files that lie elsewhere; they are not fetched')

  const manifests: Manifest[] = []
  for (const path of [...present].sort()) {
    const found = /^(tag)?manifest-([A-Za-z0-9]+)\.txt$/.exec(path)
    if (!found) continue
    const name = knownDigests.find((known) => known === found[2]!.toLowerCase())
    if (!name) {
      tell('manifest', path, 'its kind of digest is not known here')
      continue
    }
    const of = found[1] ? 'tags' : 'payload'
    const text = await tagText(path)
    if (text !== null) manifests.push({ file: path, name, of, entries: readManifest(text, path, of, tell) })
  }
  const proving = manifests.filter(({ of, name }) => of === 'payload' && !provesNothing.has(name))
  if (present.has('bagit.txt') && proving.length === 0)
    tell('manifest', 'manifest-sha256.txt', 'there is no manifest whose digests prove anything')

  const sum = { files: 0, bytes: 0 }
  for (const path of [...present].sort()) {
    const isPayload = path.startsWith('data/')
    const asked = manifests.filter(({ of }) => (of === 'payload') === isPayload)
    const listing = asked.filter(({ entries }) => entries.has(path))
    // A tag manifest names every other tag file, and neither itself nor its like.
    if (!path.startsWith('tagmanifest-'))
      for (const { file } of asked)
        if (!listing.some((one) => one.file === file)) tell('not listed', path, `${file} does not name it`)
    const digests = await digestsOf(content, path, new Set(listing.map(({ name }) => name))).catch((error: unknown) => {
      tell('unreadable', path, reasonOf(error))
      return null
    })
    if (!digests) continue
    if (isPayload) {
      sum.files++
      sum.bytes += digests.bytes
    }
    for (const { file, name, entries } of listing)
      if (entries.get(path) !== digests.of.get(name)) tell('altered', path, `its ${name} is not the one that ${file} gives`)
  }
  for (const { file, entries } of manifests)
    for (const path of entries.keys()) if (!present.has(path)) tell('missing', path, `${file} names it, and it is not there`)

  const info = present.has('bag-info.txt') ? readInfo((await tagText('bag-info.txt')) ?? '') : []
  checkOxum(info, sum, tell)
  return {
    sound: problems.length === 0,
    ...sum,
    digests: [...new Set(manifests.map(({ name }) => name))],
    info,
    problems: problems.sort((one, other) => order(one.file, other.file) || order(one.detail, other.detail)),
  }
}

type Tell = (kind: ProblemKind, file: string, detail: string) => void
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function checkDeclaration(text: string | null, tell: Tell): void {
  if (text === null) return
  const found = /^BagIt-Version: (\d+)\.(\d+)\r?\n?\s*Tag-File-Character-Encoding: (\S+)\s*$/.exec(text)
  if (!found) tell('no bag', 'bagit.txt', 'it does not say which version of BagIt this is')
  else if (found[3]!.toUpperCase() !== 'UTF-8') tell('unreadable', 'bagit.txt', 'its tag files are not in UTF-8')
}

function readManifest(text: string, file: string, of: Manifest['of'], tell: Tell): Map<string, string> {
  const entries = new Map<string, string>()
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue
    const found = /^([0-9A-Fa-f]{8,})[ \t]+\*?(\S.*)$/.exec(line)
    const path = found && readPath(found[2]!)
    if (!found || path === null) {
      tell('manifest', file, `line ${index + 1} is no digest and path`)
      continue
    }
    const objection = pathObjection(path)
    if (objection !== null) tell('path', file, `line ${index + 1} names ${JSON.stringify(path.slice(0, 200))}: ${objection}`)
    else if (path.startsWith('data/') !== (of === 'payload'))
      tell('manifest', file, `line ${index + 1} names ${path}, which is not of its part of the bag`)
    else if (entries.has(path)) tell('manifest', file, `line ${index + 1} names ${path} a second time`)
    else entries.set(path, found[1]!.toLowerCase())
  }
  return entries
}

/** Labels and values; a line that begins with a blank goes on with the one before it. */
function readInfo(text: string): [string, string][] {
  const info: [string, string][] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const found = /^([^:\s][^:]*):[ \t]*(.*)$/.exec(line)
    const last = info.at(-1)
    if (found) info.push([found[1]!.trim(), found[2]!.trim()])
    else if (last && /^[ \t]/.test(line)) last[1] = `${last[1]} ${line.trim()}`
  }
  return info
}

function checkOxum(info: BagReport['info'], { files, bytes }: { files: number; bytes: number }, tell: Tell): void {
  const said = info.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1]
  if (said !== undefined && said !== `${bytes}.${files}`)
    tell('altered', 'bag-info.txt', `it says ${said} (bytes.files), and there are ${bytes}.${files}`)
}

async function readBounded(content: BagContent, path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of content.read(path)) {
    length += part.length
    if (length > mostTagBytes) throw new RangeError('it is longer than any list of files')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function digestsOf(content: BagContent, path: string, names: ReadonlySet<DigestName>) {
  const hashes = [...names].map((name) => [name, createHash(name)] as const)
  let bytes = 0
  for await (const part of content.read(path)) {
    bytes += part.length
    for (const [, hash] of hashes) hash.update(part)
  }
  return { bytes, of: new Map(hashes.map(([name, hash]) => [name, hash.digest('hex')])) }
}

const reasonOf = (error: unknown): string =>
  error instanceof UserError || error instanceof RangeError ? error.message : 'it cannot be read'
