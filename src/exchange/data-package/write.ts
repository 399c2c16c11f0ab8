/**
 * Writes the bundled data from reports: one table a fiscal year, printed totals, sources, and datapackage.json.
 *
 * The same files give the same tables, byte for byte before compression, whatever else is in the folder: a new report adds one table
 * and changes the two that list totals and sources.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { maskTraining } from '../../extract/cells.js'
import { maskTotal, maskUnread } from '../../extract/masked-notes.js'
import type { ReadReport } from '../../extract/read-report.js'
import { factsOfMasked } from '../../extract/report-facts.js'
import { sourceOfReport } from '../../extract/report-source.js'
import { type ContentGroup, contentDigestOf, contentGroupOf } from '../../ledger/changesets/canonical.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { csvCell } from '../../ledger/publish.js'
import type { Source, Training } from '../../ledger/records.js'
import { describePackage, type Origin, type WrittenTable } from './package.js'
import {
  type CoverageItem,
  coverageFields,
  type Field,
  type SourceItem,
  sourceFields,
  totalFields,
  trainingFields,
  unreadFields,
} from './tables.js'

export interface WrittenPackage {
  tables: WrittenTable[]
  trainings: number
  totals: number
  sources: number
  /** Cells in which personal data was masked. */
  masked: number
  contentDigest: string
  /** Size of all files as they lie on disk. */
  bytes: number
}

/** Derives coverage from the trainings that are written: analysis, which this room does not know. */
export interface CoverageCount {
  count(trainings: Iterable<Training>): void
  rows(): readonly CoverageItem[]
}

/** Lines of a table, kept apart by source so that tables can be put in the order of the sources. */
type LinesBySource = Map<string, string[]>

export async function writeDataPackage(
  reports: AsyncIterable<ReadReport>,
  folder: string,
  { method, coverage }: { method: string; coverage: CoverageCount },
): Promise<WrittenPackage> {
  const sources = new Map<string, SourceItem>()
  const years = new Map<number, LinesBySource>()
  const totalLines: LinesBySource = new Map()
  const unreadLines: LinesBySource = new Map()
  const groups: ContentGroup[] = []
  let masked = 0
  for await (const report of reports) {
    const source = sourceOfReport(report)
    // The same file under another name.
    if (sources.has(source.id)) continue
    const trainings = report.trainings.map((training) => {
      const result = maskTraining(training, source.id)
      masked += result.unmasked.length
      return result.training
    })
    const totals = report.totals.map(maskTotal)
    const unread = report.unread.map(maskUnread)
    coverage.count(trainings)
    const { training, printed_total, unread_place, naming } = factsOfMasked({ source, trainings, totals, unread })
    // How it was collected is in no content digest.
    const row = sourceRow(source, { at: new Date(0), by: '', from: '', method: '' })
    groups.push(contentGroupOf(source.id, { source: [row], training, printed_total, unread_place, naming }))
    for (const [position, record] of trainings.entries()) {
      const lines = linesOf(years, record.fiscalYear)
      append(lines, source.id, csvLine(trainingFields, { record, source: source.id, position }))
    }
    for (const [position, record] of totals.entries()) {
      append(totalLines, source.id, csvLine(totalFields, { record, source: source.id, position }))
    }
    for (const [position, record] of unread.entries()) {
      append(unreadLines, source.id, csvLine(unreadFields, { record, source: source.id, position }))
    }
    const fiscalYears = [...new Set(trainings.map(({ fiscalYear }) => fiscalYear))].sort((one, other) => one - other)
    sources.set(source.id, { source, trainings: trainings.length, totals: totals.length, unread: unread.length, fiscalYears })
  }
  const ordered = [...sources.values()].sort((one, other) => bytewise(sortKey(one.source), sortKey(other.source)))
  const writer = await openFolder(folder)
  const tables: WrittenTable[] = []
  const write = async (table: Omit<WrittenTable, 'tableSha256'>, text: string) => {
    await writer.write(table.path, text)
    tables.push({ ...table, tableSha256: createHash('sha256').update(text).digest('hex') })
  }
  for (const [year, lines] of [...years].sort(([one], [other]) => one - other)) {
    const title = `Trainings of fiscal year ${year}`
    const fields = trainingFields
    const rows = count(lines)
    await write(
      { name: `fy${year}`, path: `fy${year}.csv.gz`, title, rows, fields, sourceField: 'source' },
      table(fields, lines, ordered),
    )
  }
  await write(
    {
      name: 'totals',
      path: 'totals.csv.gz',
      title: 'Totals as the reports print them',
      rows: count(totalLines),
      fields: totalFields,
      sourceField: 'source',
    },
    table(totalFields, totalLines, ordered),
  )
  await write(
    {
      name: 'unread',
      path: 'unread.csv',
      title: 'Places of the tables that could not be read, and why',
      rows: count(unreadLines),
      fields: unreadFields,
      sourceField: 'source',
    },
    table(unreadFields, unreadLines, ordered),
  )
  await write(
    {
      name: 'sources',
      path: 'sources.csv',
      title: 'The files that all rows were read from',
      rows: ordered.length,
      fields: sourceFields,
    },
    header(sourceFields) + ordered.map((item) => csvLine(sourceFields, item)).join(''),
  )
  const covered = coverage.rows()
  await write(
    {
      name: 'coverage',
      path: 'coverage.csv',
      title: 'What the tables hold and what they do not, and why',
      rows: covered.length,
      fields: coverageFields,
    },
    header(coverageFields) + covered.map((item) => csvLine(coverageFields, item)).join(''),
  )
  const contentDigest = contentDigestOf(groups)
  const description = describePackage(tables, originsOf(ordered), { method, contentDigest })
  await writer.write('datapackage.json', `${JSON.stringify(description, null, 2)}\n`)
  return {
    tables,
    trainings: ordered.reduce((sum, { trainings }) => sum + trainings, 0),
    totals: ordered.reduce((sum, { totals }) => sum + totals, 0),
    sources: ordered.length,
    masked,
    contentDigest,
    bytes: await writer.finish(),
  }
}

const sortKey = ({ report, fileName, sha256 }: Source): string => `${report} ${fileName} ${sha256}`
const bytewise = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other))

function linesOf(years: Map<number, LinesBySource>, year: number): LinesBySource {
  const lines = years.get(year) ?? new Map()
  years.set(year, lines)
  return lines
}

function append(lines: LinesBySource, source: string, line: string): void {
  const list = lines.get(source)
  if (list) list.push(line)
  else lines.set(source, [line])
}

const count = (lines: LinesBySource): number => [...lines.values()].reduce((sum, { length }) => sum + length, 0)

const header = (fields: readonly { name: string }[]): string => `${fields.map(({ name }) => name).join(',')}\r\n`

function csvLine<Item>(fields: readonly Field<Item>[], item: Item): string {
  return `${fields.map((field) => csvCell(field.write(item))).join(',')}\r\n`
}

const table = (fields: readonly { name: string }[], lines: LinesBySource, ordered: readonly SourceItem[]): string =>
  header(fields) + ordered.map(({ source }) => lines.get(source.id)?.join('') ?? '').join('')

/** One entry a published address, in the order of the sources. */
function originsOf(sources: readonly SourceItem[]): Origin[] {
  const origins = new Map<string, Origin>()
  for (const { source } of sources) {
    const address = source.officialUrl ?? source.archivedUrl
    if (address && !origins.has(address)) origins.set(address, { title: source.title, path: address })
  }
  return [...origins.values()]
}

/** Files are written beside the old ones and take their place together at the end; tables that no longer are go. */
async function openFolder(folder: string) {
  await mkdir(folder, { recursive: true })
  const written = new Map<string, number>()
  return {
    async write(name: string, text: string): Promise<void> {
      const bytes = name.endsWith('.gz') ? gzipSync(text, { level: 9 }) : Buffer.from(text)
      await writeFile(path.join(folder, `${name}.new`), bytes)
      written.set(name, bytes.length)
    },
    async finish(): Promise<number> {
      for (const name of written.keys()) await rename(path.join(folder, `${name}.new`), path.join(folder, name))
      for (const name of await readdir(folder)) {
        if (/^fy\d{4}\.csv\.gz$|\.new$/.test(name) && !written.has(name)) await rm(path.join(folder, name))
      }
      return [...written.values()].reduce((sum, size) => sum + size, 0)
    },
  }
}
