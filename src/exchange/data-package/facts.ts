/**
 * The tables of a data package as facts of the ledger, source by source: read in a thread of its own, so that reading, writing and the database's
 * own work go on beside each other.
 */
import { Worker } from 'node:worker_threads'
import { workerModule } from '../../documents/worker-pool.js'
import { factsOfMasked, factsOfTraining } from '../../extract/report-facts.js'
import type { Row } from '../../ledger/changesets/canonical.js'
import { type Collection, sourceRow, totalRow, unreadRows } from '../../ledger/changesets/facts.js'
import { type ReadySource, SourceInTheMaking } from '../../ledger/changesets/ready-source.js'
import type { SourceFacts } from '../../ledger/changesets/replace-source.js'
import { UserError } from '../../ledger/errors.js'
import type { PrintedTotal, Training, UnreadPlace } from '../../ledger/records.js'
import type { DataPackage } from './package.js'
import { type OnRows, readSources, type SourceBeingRead } from './read-sources.js'
import type { SourceItem } from './tables.js'

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

/** Facts of each source, without a thread of its own. */
export function factsOfPackage({ folder, description, collection }: FactsTask, onRows: OnRows): AsyncGenerator<SourceFacts> {
  const begin = ({ source }: SourceItem): SourceBeingRead<SourceFacts> => {
    const trainings: Training[] = []
    const totals: PrintedTotal[] = []
    const unread: UnreadPlace[] = []
    return {
      training: (record, position) => {
        trainings[position] = record
      },
      total: (record, position) => {
        totals[position] = record
      },
      unread: (record, position) => {
        unread[position] = record
      },
      whole: () => ({ source: sourceRow(source, collection), ...factsOfMasked({ source, trainings, totals, unread }) }),
    }
  }
  return readSources(folder, description, begin, onRows)
}

/**
 * Each source ready for a changeset of an empty ledger, likewise. A row is made ready as soon as it is read, and only its bytes are kept: values of a
 * hundred thousand rows, kept until the last row of their source is read, kept the collector of memory twice as busy.
 */
export function readyOfPackage(
  { folder, description, collection }: FactsTask,
  changeset: number,
  onRows: OnRows,
): AsyncGenerator<ReadySource> {
  const written = new Set<string>()
  const begin = ({ source }: SourceItem): SourceBeingRead<ReadySource> => {
    const making = new SourceInTheMaking(changeset, written)
    const names = new Map<string, { name: Row; position: number }>()
    const unread: UnreadPlace[] = []
    making.add('source', sourceRow(source, collection))
    return {
      training(record, position) {
        const { training, namings, names: used } = factsOfTraining(record, source.id, position)
        making.add('training', training)
        for (const naming of namings) making.add('naming', naming)
        // The last reading of a name in the document counts, as in `factsOfMasked`.
        for (const name of used) {
          const known = names.get(name.id)
          if (!known) names.set(name.id, { name, position })
          else if (known.position <= position) {
            known.name = name
            known.position = position
          }
        }
      },
      total: (record, position) => making.add('printed_total', totalRow(record, source.id, position)),
      unread: (record, position) => {
        unread[position] = record
      },
      whole() {
        for (const row of unreadRows(unread, source.id)) making.add('unread_place', row)
        return making.ready(
          source.id,
          [...names.values()].map(({ name }) => name),
        )
      },
    }
  }
  return readSources(folder, description, begin, onRows)
}
