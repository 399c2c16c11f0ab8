/**
 * Brings the ledger's rows of one source to what was read from it: only differences are written, so that reading the same file again with
 * the same method changes nothing.
 */
import type { FactSchema, FactTableName } from '../schema.js'
import { contentForm, DigestSet, derivedForm, type Row, sha256 } from './canonical.js'
import { type Change, withdrawRows, writeRows } from './change.js'
import { tablesOfContent, type tablesOfSources } from './columns.js'
import { settleNames } from './printed-names.js'
import { allRows, type StoredRow, updateDerived } from './rows.js'
import { findSuccessors } from './successors.js'

type TableOfSource = (typeof tablesOfSources)[number]

/** All that is known from one source. A table that is absent is left as it is; an empty one withdraws what was there. */
export interface SourceFacts {
  source: Row
  training?: Row[]
  printed_total?: Row[]
  naming?: Row[]
  coverage?: Row[]
  /** Always restricted, also where the source is public. */
  unmasked_cell?: Row[]
  /** The printed names that the namings use; each once. */
  names?: Row[]
  /** Whether the whole source is restricted. */
  restricted?: boolean
}

const publicTables = ['training', 'printed_total', 'naming', 'coverage'] as const satisfies TableOfSource[]

export async function replaceSource(change: Change, facts: SourceFacts): Promise<void> {
  const schema: FactSchema = facts.restricted ? 'restricted' : 'ledger'
  const given = await withoutExpunged(change, schema, facts)
  const here: Partial<Record<FactTableName, Row[]>> = { source: given.source ? [given.source] : [] }
  for (const table of publicTables) if (given[table]) here[table] = given[table]
  if (facts.restricted && given.unmasked_cell) here.unmasked_cell = given.unmasked_cell
  await replaceTables(change, schema, facts.source.id, here, given.names ?? [])
  if (!facts.restricted && given.unmasked_cell) {
    await replaceTables(change, 'restricted', facts.source.id, { unmasked_cell: given.unmasked_cell }, [])
  }
}

async function replaceTables(
  change: Change,
  schema: FactSchema,
  source: string,
  given: Partial<Record<FactTableName, Row[]>>,
  names: readonly Row[],
): Promise<void> {
  const content = new DigestSet()
  const touchedNames = new Set<string>()
  let changed = false
  let known = true
  for (const table of tablesOfContent) {
    // A source that is not there has no rows to compare with: a first reading, and all of the bundled data, need not look for them.
    const current: StoredRow[] = known || table === 'unmasked_cell' ? await currentRows(change, schema, table, source) : []
    if (table === 'source') known = current.length > 0
    const rows = given[table]
    if (!rows) {
      for (const { row } of current) content.add(sha256(contentForm(table, row)))
      continue
    }
    const difference = compare(table, current, rows)
    for (const form of difference.forms) content.add(sha256(form))
    await updateDerived(change.client, schema, table, difference.rederived)
    if (table === 'training') for (const { id } of difference.rederived) change.refreshed.add(id)
    if (difference.withdrawn.length + difference.written.length === 0) continue
    changed = true
    await withdrawRows(
      change,
      schema,
      table,
      difference.withdrawn.map(({ id }) => id),
    )
    await writeRows(change, schema, table, difference.written, difference.writtenForms)
    if (table === 'naming') for (const row of difference.withdrawn) touchedNames.add(row.printed_name as string)
    if (table === 'training' || table === 'printed_total') await keepSuccessors(change, schema, source, table, difference)
  }
  await settleNames(change, schema, names, touchedNames)
  if (changed) change.groups[schema].set(source, { source, rows: content.size, digest: content.digest() })
}

const currentRows = (change: Change, schema: FactSchema, table: FactTableName, source: string): Promise<StoredRow[]> =>
  allRows(change.client, schema, table, `${table === 'source' ? 'id' : 'source'} = $1 AND withdrawn IS NULL`, [source])

interface Difference {
  /** Content forms of all the rows that are to be current. */
  forms: string[]
  written: Row[]
  writtenForms: string[]
  /** Rows whose current version ends: gone, or about to be written anew with other facts. */
  withdrawn: Row[]
  /** Same facts, other derived columns. */
  rederived: Row[]
}

function compare(table: FactTableName, current: readonly StoredRow[], rows: readonly Row[]): Difference {
  const before = new Map(current.map(({ row }) => [row.id, row]))
  const difference: Difference = { forms: [], written: [], writtenForms: [], withdrawn: [], rederived: [] }
  const seen = new Set<string>()
  for (const row of rows) {
    if (seen.has(row.id)) throw new Error(`Two rows of ${table} have the id ${row.id}.`)
    seen.add(row.id)
    const form = contentForm(table, row)
    difference.forms.push(form)
    const old = before.get(row.id)
    if (old && contentForm(table, old) === form) {
      if (derivedForm(table, old) !== derivedForm(table, row)) difference.rederived.push(row)
      continue
    }
    if (old) difference.withdrawn.push(old)
    difference.written.push(row)
    difference.writtenForms.push(form)
  }
  for (const { row } of current) if (!seen.has(row.id)) difference.withdrawn.push(row)
  return difference
}

/** A withdrawn id answers with the row that took its place; an id that is back answers for itself. */
async function keepSuccessors(
  change: Change,
  schema: FactSchema,
  source: string,
  kind: 'training' | 'printed_total',
  { withdrawn, written }: Difference,
): Promise<void> {
  if (withdrawn.length === 0) return
  const back = new Set(written.map(({ id }) => id))
  await withdrawRows(change, schema, 'successor', [...back])
  const gone = new Set(withdrawn.map(({ id }) => id))
  const pairs = findSuccessors(
    withdrawn.filter(({ id }) => !back.has(id)),
    written.filter(({ id }) => !gone.has(id)),
  )
  await writeRows(
    change,
    schema,
    'successor',
    pairs.map(([id, successor]) => ({ id, source, kind, successor })),
  )
}

/** What was expunged stays out, however often the file is read again. */
async function withoutExpunged(
  change: Change,
  schema: FactSchema,
  facts: SourceFacts,
): Promise<Omit<SourceFacts, 'source'> & { source: Row | null }> {
  const { rows } = await change.client.query<{ id: string }>(`SELECT id FROM ${schema}.tombstone`)
  if (rows.length === 0) return facts
  const expunged = new Set(rows.map(({ id }) => id))
  if (expunged.has(facts.source.id)) {
    change.leftOut += (facts.training?.length ?? 0) + (facts.printed_total?.length ?? 0)
    return { source: null, training: [], printed_total: [], naming: [], coverage: [], unmasked_cell: [], names: [] }
  }
  const kept = { ...facts }
  const keep = (row: Row) => !expunged.has(row.id) && !expunged.has((row.training as string | undefined) ?? '')
  for (const table of [...publicTables, 'unmasked_cell'] as const) {
    const list = facts[table]
    if (!list) continue
    const rows = list.filter(keep)
    if (table === 'training' || table === 'printed_total') change.leftOut += list.length - rows.length
    kept[table] = rows
  }
  if (facts.names) {
    const used = new Set(kept.naming?.map(({ printed_name }) => printed_name))
    kept.names = facts.names.filter(({ id }) => used.has(id))
  }
  return kept
}
