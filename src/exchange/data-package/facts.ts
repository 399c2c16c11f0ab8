/**
 * The tables of a data package as facts of the ledger, source by source: read in a thread of its own, so that reading, writing and the database's
 * own work go on beside each other.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'
import { workerModule } from '../../documents/worker-pool.js'
import { factsOfMasked } from '../../extract/report-facts.js'
import { type Collection, sourceRow } from '../../ledger/changesets/facts.js'
import type { ReadySource } from '../../ledger/changesets/ready-source.js'
import type { SourceFacts } from '../../ledger/changesets/replace-source.js'
import { errors, UserError } from '../../ledger/errors.js'
import type { PrintedTotal, Training, UnreadPlace } from '../../ledger/records.js'
import type { DataPackage, Resource } from './package.js'
import { readCsv } from './read-csv.js'
import { type Cells, readSource, readTotal, readTraining, readUnread, type SourceItem } from './tables.js'

/** Rows read of all rows. */
export type OnRows = (done: number, of: number) => void

/** What the thread is to do: sources as facts, or made ready for the changeset of that number of an empty ledger. */
export interface FactsTask {
  folder: string
  description: DataPackage
  collection: Collection
  readyFor?: number
}
export type FromReading =
  | { source: SourceFacts | ReadySource }
  | { done: number; of: number }
  | { end: true }
  | { failed: ReturnType<UserError['toJSON']> | string }
/** What the thread is told when a source was taken. */
export const TAKEN = 'taken'

/** For its JavaScript heap: it holds the rows of a few years at most. */
const heapMegabytes = 700

/**
 * Facts of each source, made in a thread.
 * @throws UserError DATA_PACKAGE_DAMAGED
 */
export const factsInThread = (task: Omit<FactsTask, 'readyFor'>, onRows: OnRows) => inThread<SourceFacts>(task, onRows)

/**
 * Each source ready to be written into an empty ledger, made in a thread.
 * @throws UserError DATA_PACKAGE_DAMAGED
 */
export const readyInThread = (task: FactsTask & { readyFor: number }, onRows: OnRows) => inThread<ReadySource>(task, onRows)

async function* inThread<Source extends SourceFacts | ReadySource>(
  task: FactsTask,
  onRows: OnRows,
): AsyncGenerator<Source, void, void> {
  const worker = new Worker(workerModule(import.meta.url, './facts.worker.js'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: false,
    stderr: false,
  })
  const messages: FromReading[] = []
  let wake = () => {}
  const hear = (message: FromReading) => {
    messages.push(message)
    wake()
  }
  const ended = (why: string) => hear({ failed: `The thread that reads the tables ended: ${why}` })
  worker.on('message', hear)
  worker.on('error', (error: NodeJS.ErrnoException) => ended(error.code ?? error.message))
  worker.on('exit', (status) => ended(`exit status ${status}`))
  try {
    for (;;) {
      const message = messages.shift()
      if (!message)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      else if ('end' in message) return
      else if ('done' in message) onRows(message.done, message.of)
      else if ('failed' in message) {
        const { failed } = message
        throw typeof failed === 'string'
          ? new Error(failed)
          : new UserError(failed.code, failed.message, failed.remedy, failed.place)
      } else {
        worker.postMessage(TAKEN)
        yield message.source as Source
      }
    }
  } finally {
    await worker.terminate()
  }
}

/** The same without a thread of its own. */
export async function* factsOfPackage(
  folder: string,
  description: DataPackage,
  collection: Collection,
  onRows: OnRows,
): AsyncGenerator<SourceFacts, void, void> {
  for await (const { item, trainings, totals, unread } of readSources(folder, description, onRows)) {
    const { source } = item
    yield { source: sourceRow(source, collection), ...factsOfMasked({ source, trainings, totals, unread }) }
  }
}

interface LoadedSource {
  item: SourceItem
  trainings: Training[]
  totals: PrintedTotal[]
  unread: UnreadPlace[]
}

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
