/** Loads the bundled data into a ledger: the same ids and the same content digest as reading the originals, in one changeset. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import type { Pool } from 'pg'
import { oneAhead } from '../../extract/one-ahead.js'
import { factsOfMasked } from '../../extract/report-facts.js'
import { type Committed, commitChangeset, expectMany } from '../../ledger/changesets/change.js'
import type { Collection } from '../../ledger/changesets/facts.js'
import { replaceSource, type SourceFacts } from '../../ledger/changesets/replace-source.js'
import { errors } from '../../ledger/errors.js'
import { projectRoot, version } from '../../ledger/project.js'
import type { PrintedTotal, Training, UnreadPlace } from '../../ledger/records.js'
import { DataPackage, type Resource } from './package.js'
import { readCsv } from './read-csv.js'
import { type Cells, readSource, readTotal, readTraining, readUnread, type SourceItem } from './tables.js'

export const bundledData = path.join(projectRoot, 'data', 'us-training')

export interface LoadEffects {
  now(): Date
  /** Rows read of all rows. */
  onProgress?(done: number, of: number): void
}

/** Under this name in private.ingested stands the digest of the package that was loaded last. */
const mark = 'bundled data'

/**
 * Brings the ledger to what the package says of its sources; null where this very package was loaded before, also if somebody has
 * undone it since. Facts of other sources, and what is behind masks, stay as they are.
 * @throws UserError DATA_PACKAGE_MISSING, DATA_PACKAGE_DAMAGED
 */
export async function loadDataPackage(
  ledger: { ownerPool: Pool },
  actor: string,
  effects: LoadEffects,
  folder = bundledData,
): Promise<Committed | null> {
  const { description, digest } = await openPackage(folder)
  const { rows } = await ledger.ownerPool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [mark, digest])
  if (rows.length > 0) return null
  const at = effects.now()
  const about = { actor, reason: `Loaded the bundled data ${description.name}`, tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    await expectMany(change)
    const collection = { at, by: actor, from: `the bundled data ${description.name}`, method: description.rastro.method }
    const sources = readSources(folder, description, effects.onProgress ?? (() => {}))
    await oneAhead(factsOfEach(sources, collection), (facts) => replaceSource(change, facts))
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [mark, digest, at],
    )
  })
}

/** Made in steps, between which the database is served with what was made before. */
async function* factsOfEach(sources: AsyncIterable<LoadedSource>, collection: Collection): AsyncGenerator<SourceFacts> {
  for await (const { item, trainings, totals, unread } of sources) {
    yield await factsOfMasked({ source: item.source, trainings, totals, unread }, collection)
  }
}

async function openPackage(folder: string): Promise<{ description: DataPackage; digest: string }> {
  const file = path.join(folder, 'datapackage.json')
  const text = await readFile(file).catch(() => {
    throw errors.DATA_PACKAGE_MISSING(folder)
  })
  let json: unknown
  try {
    json = JSON.parse(text.toString('utf8'))
  } catch {
    throw errors.DATA_PACKAGE_DAMAGED(file)
  }
  const description = DataPackage.safeParse(json)
  if (!description.success) throw errors.DATA_PACKAGE_DAMAGED(file)
  return { description: description.data, digest: createHash('sha256').update(text).digest('hex') }
}

interface LoadedSource {
  item: SourceItem
  trainings: Training[]
  totals: PrintedTotal[]
  unread: UnreadPlace[]
}

/** Rows read between two looks at what else is to be done: some milliseconds. */
const STEP = 500

/** Each source as soon as the last table that it has rows in is read, so that only a few years are in memory at once. */
async function* readSources(
  folder: string,
  { resources }: DataPackage,
  onProgress: (done: number, of: number) => void,
): AsyncGenerator<LoadedSource> {
  const table = async (name: string): Promise<Iterable<Cells>> => {
    const resource = resources.find((resource) => resource.name === name)
    if (!resource) throw errors.DATA_PACKAGE_DAMAGED(path.join(folder, 'datapackage.json'))
    return readTable(folder, resource)
  }
  const waiting = new Map<string, LoadedSource>()
  for (const cells of await table('sources')) {
    const item = readSource(cells)
    waiting.set(item.source.id, { item, trainings: [], totals: [], unread: [] })
  }
  const sourceOf = (cells: Cells, resource: string): LoadedSource => {
    const loaded = waiting.get(cells.source!)
    if (!loaded) throw errors.DATA_PACKAGE_DAMAGED(path.join(folder, resource))
    return loaded
  }
  for (const cells of await table('totals')) {
    const loaded = sourceOf(cells, 'totals.csv.gz')
    loaded.totals[Number(cells.position)] = readTotal(cells, loaded.item.source)
  }
  // A package that was written before places were kept has no such table.
  const unread = resources.find((resource) => resource.name === 'unread')
  for (const cells of unread ? await readTable(folder, unread) : []) {
    sourceOf(cells, 'unread.csv').unread[Number(cells.position)] = readUnread(cells)
  }
  const years = resources.flatMap((resource) => {
    const year = /^fy(\d{4})$/.exec(resource.name)?.[1]
    return year ? [{ resource, year: Number(year) }] : []
  })
  years.sort((one, other) => one.year - other.year)
  const all = years.reduce((sum, { resource }) => sum + resource.rows, 0)
  let done = 0
  for (const { resource, year } of years) {
    for (const cells of await readTable(folder, resource)) {
      const loaded = sourceOf(cells, resource.path)
      loaded.trainings[Number(cells.position)] = readTraining(cells, loaded.item.source)
      done += 1
      if (done % STEP === 0) await nextTurn()
    }
    onProgress(done, all)
    for (const [id, loaded] of waiting) {
      if (loaded.item.fiscalYears.some((later) => later > year)) continue
      waiting.delete(id)
      yield whole(folder, loaded)
    }
  }
  for (const loaded of waiting.values()) yield whole(folder, loaded)
}

/** A source with a row less than it says is not loaded: a half table must not look like a correction. */
function whole(folder: string, loaded: LoadedSource): LoadedSource {
  const { item, trainings, totals, unread } = loaded
  const gap = <Record>(records: Record[], count: number) => records.length !== count || records.includes(undefined as Record)
  if (gap(trainings, item.trainings) || gap(totals, item.totals) || gap(unread, item.unread))
    throw errors.DATA_PACKAGE_DAMAGED(path.join(folder, 'sources.csv'))
  return loaded
}

async function readTable(folder: string, resource: Resource): Promise<Iterable<Cells>> {
  const file = path.join(folder, resource.path)
  const damaged = () => errors.DATA_PACKAGE_DAMAGED(file)
  const bytes = await readFile(file).catch(() => {
    throw damaged()
  })
  let text: Buffer
  try {
    text = resource.path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  } catch {
    throw damaged()
  }
  if (createHash('sha256').update(text).digest('hex') !== resource.tableSha256) throw damaged()
  return readCsv(text.toString('utf8'))
}
