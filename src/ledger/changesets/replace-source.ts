/**
 * Brings the ledger's rows of one source to what was read from it: only differences are written, so that reading the same file again with
 * the same method changes nothing.
 */
import type { PoolClient } from 'pg'
import { errors } from '../errors.js'
import type { FactSchema, FactTableName } from '../schema.js'
import { isByHand, withoutCorrected } from './by-hand.js'
import { contentForm, DigestSet, derivedForm, type Row, sha256 } from './canonical.js'
import { type Change, withdrawRows, writeRows } from './change.js'
import { tablesOfContent, type tablesOfSources } from './columns.js'
import { allRows, type StoredRow, updateDerived } from './rows.js'
import { settle, settledTables, spokenOf, users } from './settle.js'
import { findSuccessors } from './successors.js'

type TableOfSource = (typeof tablesOfSources)[number]

/** All that is known from one source. A table that is absent is left as it is; an empty one withdraws what was there. */
export interface SourceFacts {
  source: Row
  training?: Row[]
  printed_total?: Row[]
  unread_place?: Row[]
  naming?: Row[]
  coverage?: Row[]
  publication?: Row[]
  statement?: Row[]
  designation?: Row[]
  article?: Row[]
  /** Those of the project's own are left as they are by whoever reads the article, and the other way round: see `claimsOf`. */
  claim?: Row[]
  claim_check?: Row[]
  claimsOf?: 'reading' | 'project'
  /** Always restricted, also where the source is public. */
  unmasked_cell?: Row[]
  /** What of a public source is restricted: publications that their collector restricted, and what only they say. */
  withheld?: { publication?: Row[]; statement?: Row[]; entities?: Row[] }
  /** The printed names that the namings use; each once. */
  names?: Row[]
  /** The entities that statements and designations speak of; each once. */
  entities?: Row[]
  /** Whether the whole source is restricted. */
  restricted?: boolean
}

const publicTables = [
  'training',
  'printed_total',
  'unread_place',
  'naming',
  'coverage',
  'publication',
  'statement',
  'designation',
  'article',
  'claim',
  'claim_check',
] as const satisfies TableOfSource[]

/** @throws UserError SOURCE_RESTRICTED where a restricted source is given as a public one: an option that was forgotten must publish nothing */
export async function replaceSource(change: Change, facts: SourceFacts): Promise<void> {
  if (change.filling) throw new Error('While an empty ledger is filled it takes sources that are made ready.')
  if (!facts.restricted) await refuseRestricted(change.client, facts.source.id, String(facts.source.file_name))
  const schema: FactSchema = facts.restricted ? 'restricted' : 'ledger'
  const given = await withoutExpunged(change, schema, facts)
  const here: Partial<Record<FactTableName, Row[]>> = { source: given.source ? [given.source] : [] }
  for (const table of publicTables) if (given[table]) here[table] = given[table]
  if (facts.restricted && given.unmasked_cell) here.unmasked_cell = given.unmasked_cell
  const used = { printed_name: given.names ?? [], entity: given.entities ?? [] }
  await replaceTables(change, schema, facts.source.id, here, used, facts.claimsOf)
  if (facts.restricted) return
  const { entities = [], ...withheld } = given.withheld ?? {}
  const apart: Partial<Record<FactTableName, Row[]>> = { ...withheld }
  if (given.unmasked_cell) apart.unmasked_cell = given.unmasked_cell
  if (Object.keys(apart).length > 0)
    await replaceTables(change, 'restricted', facts.source.id, apart, { printed_name: [], entity: entities })
}

/** Ends a public source with all that is known from it. What a person has entered from it stays, and the source with it. */
export async function withdrawSource(change: Change, id: string): Promise<void> {
  const none: Partial<Record<FactTableName, Row[]>> = Object.fromEntries(publicTables.map((table) => [table, []]))
  const kept: Row[] = []
  for (const table of ['statement', 'designation'] as const)
    if ((await currentRows(change, 'ledger', table, id)).some(({ row }) => isByHand(row.id)))
      kept.push(...(await currentRows(change, 'ledger', 'source', id)).slice(0, 1).map(({ row }) => row))
  await replaceTables(change, 'ledger', id, { ...none, source: kept.slice(0, 1) }, { printed_name: [], entity: [] })
  await replaceTables(change, 'restricted', id, { unmasked_cell: [] }, { printed_name: [], entity: [] })
  change.groups.ledger.set(id, null)
}

/**
 * For who is about to take a file as a public source, before anything of it is kept or sent anywhere.
 * @throws UserError SOURCE_RESTRICTED
 */
export async function refuseRestricted(client: Pick<PoolClient, 'query'>, source: string, file: string): Promise<void> {
  const { rows } = await client.query('SELECT FROM restricted.source WHERE id = $1 AND withdrawn IS NULL', [source])
  if (rows.length > 0) throw errors.SOURCE_RESTRICTED({ file })
}

async function replaceTables(
  change: Change,
  schema: FactSchema,
  source: string,
  given: Partial<Record<FactTableName, Row[]>>,
  used: Record<(typeof settledTables)[number], readonly Row[]>,
  claimsOf?: SourceFacts['claimsOf'],
): Promise<void> {
  const content = new DigestSet()
  const touched = { printed_name: new Set<string>(), entity: new Set<string>() }
  let changed = false
  let known = true
  for (const table of tablesOfContent) {
    // A source that is not there has no rows to compare with: a first reading, and all of the bundled data, need not look for them.
    let current: StoredRow[] = known ? await currentRows(change, schema, table, source) : []
    if (table === 'source' && given.source) known = current.length > 0
    const rows = known && given[table] ? await withoutCorrected(change, schema, table, source, given[table]) : given[table]
    if (rows && table !== 'source' && current.some(({ row }) => isByHand(row.id))) {
      for (const { row } of current) if (isByHand(row.id)) content.add(sha256(contentForm(table, row)))
      current = current.filter(({ row }) => !isByHand(row.id))
    }
    if (rows && table === 'claim') {
      // The project's own claims and those that are read stand beside each other; of the same proposal there is one.
      const ids = new Set(rows.map(({ id }) => id))
      const others = current.filter(({ row }) => (row.proposed_by === 'project') !== (claimsOf === 'project') && !ids.has(row.id))
      for (const { row } of others) content.add(sha256(contentForm(table, row)))
      current = current.filter((one) => !others.includes(one))
    }
    if (!rows) {
      for (const { row } of current) content.add(sha256(contentForm(table, row)))
      continue
    }
    if (current.length === 0) {
      if (rows.length === 0) continue
      changed = true
      differentIds(table, rows)
      await writeRows(change, schema, table, rows, (hash) => content.add(hash))
      continue
    }
    const difference = compare(table, current, rows)
    for (const hash of difference.content) content.add(hash)
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
    await writeRows(change, schema, table, difference.written)
    for (const settled of settledTables)
      for (const row of difference.withdrawn) for (const id of spokenOf(settled, table, row)) touched[settled].add(id)
    if (table === 'training' || table === 'printed_total') await keepSuccessors(change, schema, source, table, difference)
  }
  for (const settled of settledTables) {
    if (used[settled].length + touched[settled].size === 0) continue
    const spoken = new Set<string>()
    for (const { table } of users[settled])
      for (const row of given[table] ?? []) for (const id of spokenOf(settled, table, row)) spoken.add(id)
    const needed = used[settled].filter(({ id }) => spoken.has(id))
    await settle(change, schema, settled, needed, touched[settled])
  }
  if (!changed) return
  change.groups[schema].set(source, { source, rows: content.size, digest: content.digest() })
}

const currentRows = (change: Change, schema: FactSchema, table: FactTableName, source: string): Promise<StoredRow[]> =>
  allRows(change.client, schema, table, `${table === 'source' ? 'id' : 'source'} = $1 AND withdrawn IS NULL`, [source])

interface Difference {
  /** Content hashes of all the rows that are to be current. */
  content: string[]
  written: Row[]
  /** Rows whose current version ends: gone, or about to be written anew with other facts. */
  withdrawn: Row[]
  /** Same facts, other derived columns. */
  rederived: Row[]
}

function compare(table: FactTableName, current: readonly StoredRow[], rows: readonly Row[]): Difference {
  const before = new Map(current.map(({ row }) => [row.id, row]))
  const difference: Difference = { content: [], written: [], withdrawn: [], rederived: [] }
  const seen = differentIds(table, rows)
  for (const row of rows) {
    const form = contentForm(table, row)
    difference.content.push(sha256(form))
    const old = before.get(row.id)
    if (old && contentForm(table, old) === form) {
      if (derivedForm(table, old) !== derivedForm(table, row)) difference.rederived.push(row)
      continue
    }
    if (old) difference.withdrawn.push(old)
    difference.written.push(row)
  }
  for (const { row } of current) if (!seen.has(row.id)) difference.withdrawn.push(row)
  return difference
}

function differentIds(table: FactTableName, rows: readonly Row[]): Set<string> {
  const ids = new Set<string>()
  for (const { id } of rows) {
    if (ids.has(id)) throw new Error(`Two rows of ${table} have the id ${id}.`)
    ids.add(id)
  }
  return ids
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
    const nothing = Object.fromEntries([...publicTables, 'unmasked_cell'].map((table) => [table, []]))
    return { ...nothing, source: null, withheld: { publication: [], statement: [] } }
  }
  const kept = { ...facts }
  // The text of an article would say again what was expunged of it.
  const text = facts.article?.[0]?.id
  if (text !== undefined && rows.some(({ id }) => id.startsWith(`article ${text} `))) {
    kept.article = []
    kept.claim = []
  }
  const keep = (row: Row) =>
    [row.id, row.training, row.entity, row.object].every((id) => typeof id !== 'string' || !expunged.has(id))
  for (const table of [...publicTables, 'unmasked_cell'] as const) {
    const list = kept[table]
    if (!list) continue
    const rows = list.filter(keep)
    if (table === 'training' || table === 'printed_total') change.leftOut += list.length - rows.length
    kept[table] = rows
  }
  if (facts.withheld?.statement) kept.withheld = { ...facts.withheld, statement: facts.withheld.statement.filter(keep) }
  if (facts.names) {
    const used = new Set(kept.naming?.map(({ printed_name }) => printed_name))
    kept.names = facts.names.filter(({ id }) => used.has(id))
  }
  if (facts.entities) {
    const used = new Set(
      [...(kept.statement ?? []), ...(kept.designation ?? [])].flatMap(({ entity, object }) => [entity, object]),
    )
    kept.entities = facts.entities.filter(({ id }) => used.has(id))
  }
  return kept
}
