/** Reads the tables of a data package source by source. A row is handed on as soon as it is read: see `SourceBeingRead`. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { errors } from '../../ledger/errors.js'
import type { PrintedTotal, Training, UnreadPlace } from '../../ledger/records.js'
import type { DataPackage, Resource } from './package.js'
import { readCells, readCsv } from './read-csv.js'
import { type Cells, readSource, readTotal, readTraining, readUnread, type SourceItem, trainingColumns } from './tables.js'

/** Rows read of all rows. */
export type OnRows = (done: number, of: number) => void

/** What is made of a source while its rows are read. They come in the order of the tables, and say their position in the source. */
export interface SourceBeingRead<Made> {
  training(record: Training, position: number): void
  total(record: PrintedTotal, position: number): void
  unread(record: UnreadPlace, position: number): void
  whole(): Made
}

/**
 * What was made of each source, as soon as the last table that it has rows in is read. `begin` is called for all of them before the first row.
 * @throws UserError DATA_PACKAGE_DAMAGED
 */
export async function* readSources<Made>(
  folder: string,
  { resources }: DataPackage,
  begin: (item: SourceItem) => SourceBeingRead<Made>,
  onRows: OnRows,
): AsyncGenerator<Made, void, void> {
  const table = async (name: string): Promise<Iterable<Cells>> => {
    const resource = resources.find((resource) => resource.name === name)
    if (!resource) throw errors.DATA_PACKAGE_DAMAGED(path.join(folder, 'datapackage.json'))
    return readCsv(await readTable(folder, resource))
  }
  // A source with a row less or more than it says is not loaded: a half table must not look like a correction.
  const incomplete = () => errors.DATA_PACKAGE_DAMAGED(path.join(folder, 'sources.csv'))
  const waiting = new Map<string, Waiting<Made>>()
  for (const cells of await table('sources')) {
    const item = readSource(cells)
    const missing = {
      training: new Positions(item.trainings),
      total: new Positions(item.totals),
      unread: new Positions(item.unread),
    }
    waiting.set(item.source.id, { item, being: begin(item), missing })
  }
  const sourceOf = (id: string, position: number, resource: string, kind: keyof Waiting<Made>['missing']): Waiting<Made> => {
    const found = waiting.get(id)
    if (!found) throw errors.DATA_PACKAGE_DAMAGED(path.join(folder, resource))
    if (!found.missing[kind].take(position)) throw incomplete()
    return found
  }
  const whole = ({ being, missing }: Waiting<Made>): Made => {
    if (Object.values(missing).some((positions) => positions.left > 0)) throw incomplete()
    return being.whole()
  }
  for (const cells of await table('totals')) {
    const position = Number(cells.position)
    const { item, being } = sourceOf(cells.source!, position, 'totals.csv.gz', 'total')
    being.total(readTotal(cells, item.source), position)
  }
  // A package that was written before places were kept has no such table.
  const unread = resources.find((resource) => resource.name === 'unread')
  for (const cells of unread ? readCsv(await readTable(folder, unread)) : []) {
    const position = Number(cells.position)
    sourceOf(cells.source!, position, 'unread.csv', 'unread').being.unread(readUnread(cells), position)
  }
  const years = resources.flatMap((resource) => {
    const year = /^fy(\d{4})$/.exec(resource.name)?.[1]
    return year ? [{ resource, year: Number(year) }] : []
  })
  years.sort((one, other) => one.year - other.year)
  const all = years.reduce((sum, { resource }) => sum + resource.rows, 0)
  let done = 0
  for (const { resource, year } of years) {
    const lines = readCells(await readTable(folder, resource))
    const at = trainingColumns(lines.next().value ?? [])
    for (const cells of lines) {
      const position = Number(cells[at.position!])
      const { item, being } = sourceOf(cells[at.source!]!, position, resource.path, 'training')
      being.training(readTraining(cells, at, item.source), position)
      done += 1
    }
    onRows(done, all)
    for (const [id, source] of waiting) {
      if (source.item.fiscalYears.some((later) => later > year)) continue
      waiting.delete(id)
      yield whole(source)
    }
  }
  for (const source of waiting.values()) yield whole(source)
}

interface Waiting<Made> {
  item: SourceItem
  being: SourceBeingRead<Made>
  missing: Record<'training' | 'total' | 'unread', Positions>
}

/** The positions of a source's rows, from 0, that did not come yet. */
class Positions {
  readonly #came: Uint8Array
  left: number

  constructor(count: number) {
    this.#came = new Uint8Array(count)
    this.left = count
  }

  /** Whether it is one that did not come yet. */
  take(position: number): boolean {
    if (this.#came[position] !== 0) return false
    this.#came[position] = 1
    this.left -= 1
    return true
  }
}

async function readTable(folder: string, resource: Resource): Promise<Buffer> {
  const file = path.join(folder, resource.path)
  const damaged = () => errors.DATA_PACKAGE_DAMAGED(file)
  const bytes = await readFile(file).catch(() => {
    throw damaged()
  })
  let table: Buffer
  try {
    table = resource.path.endsWith('.gz') ? gunzipSync(bytes) : bytes
  } catch {
    throw damaged()
  }
  if (createHash('sha256').update(table).digest('hex') !== resource.tableSha256) throw damaged()
  return table
}
