/**
 * Expunging: a court order, danger to life, data protection. What was said is removed for good, with every past state of it; what remains
 * is that something was there. It cannot be undone.
 *
 * Of a row go all versions with their salts, the cells behind its masks, its namings, the printed names that nothing else prints, and the
 * original of its source in the archive, which says the same; what private tables copied from it goes too (`expunge-copies.ts`). A tombstone keeps the id (the permalink answers 410), the kind and the salted
 * digest: with it the chain is whole, and without the salt the digest confirms nothing.
 */
import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { errors } from '../errors.js'
import type { FactSchema, FactTableName } from '../schema.js'
import type { Row } from './canonical.js'
import { type About, type Change, type Committed, commitChangeset, factSchemas, writeRows } from './change.js'
import { entitiesNamedBy, type RemovedCopies, removeCopies, tablesOf } from './expunge-copies.js'
import { allRows, type StoredRow } from './rows.js'
import { isUsed, settle, spokenOf } from './settle.js'
import { sourceOf } from './undo.js'

/** What is to be done outside the database; passed in, so that tests need no archive. */
export interface ExpungeEffects {
  /** Removes the original with this SHA-256 from the archive and whatever was derived from it. Called before the commit: if it fails, nothing is expunged. */
  removeOriginal(sha256: string): Promise<void>
  /** How long to wait for what began before it and still goes on, milliseconds. Pages and API are cut off long before a minute. */
  patience?: number
}

export interface Expunged extends Committed {
  /** Versions of rows that were removed, by table. */
  removed: Partial<Record<FactTableName, number>>
  originals: number
  /** Whether something that began before kept what was removed in the database's files: it lasted longer than was waited. */
  inFiles: boolean
  /** What private tables had copied of it. */
  copies: RemovedCopies
  /** Rows that stood where it stands, or stand where it stood, in another reading or edition: they may say the same, and are left. */
  elsewhere: string[]
}

/** What an id stands for: the trainings and totals that go with it. */
interface Doomed {
  trainings: string[]
  totals: string[]
  sources: string[]
  names: string[]
  /** Units, people, incidents: with all that is said of them, whoever says it. */
  entities: string[]
}

/**
 * Expunges a training, a printed total, a source with all its rows, a printed name with all trainings that print it, or an entity with all that
 * is said of it.
 * @throws UserError EXPUNGE_UNKNOWN
 */
export async function expunge(
  ledger: { ownerPool: Pool },
  ids: readonly string[],
  about: About,
  effects: ExpungeEffects,
): Promise<Expunged> {
  const removed: Partial<Record<FactTableName, number>> = {}
  const originals = new Set<string>()
  const gone = { ids: new Set<string>(), entities: new Set<string>(), originals }
  let transaction = ''
  let copies: RemovedCopies = { hits: 0, subjects: 0, drafts: 0 }
  let elsewhere: string[] = []
  const committed = await commitChangeset(ledger, about, async (change) => {
    const doomed = new Map<FactSchema, Doomed>()
    for (const schema of factSchemas) doomed.set(schema, { trainings: [], totals: [], sources: [], names: [], entities: [] })
    for (const id of ids) {
      const found = await Promise.all(factSchemas.map((schema) => condemn(change.client, schema, id, doomed.get(schema)!)))
      if (!found.some(Boolean)) throw errors.EXPUNGE_UNKNOWN(id)
    }
    // Also where a source was taken in by others' hands: originals of all sources that a removed row is from.
    for (const schema of factSchemas) {
      const { rows } = await change.client.query<{ sha256: string }>(
        `SELECT DISTINCT sha256 FROM ${schema}.source WHERE id = ANY($1) OR id IN (
          SELECT source FROM ${schema}.training WHERE id = ANY($2) UNION SELECT source FROM ${schema}.printed_total WHERE id = ANY($3)
          UNION SELECT source FROM ${schema}.statement WHERE entity = ANY($4) OR object = ANY($4)
          UNION SELECT source FROM ${schema}.designation WHERE entity = ANY($4))`,
        [doomed.get(schema)!.sources, doomed.get(schema)!.trainings, doomed.get(schema)!.totals, doomed.get(schema)!.entities],
      )
      for (const { sha256 } of rows) originals.add(sha256)
    }
    const open = doomed.get('ledger')!
    elsewhere = await standingElsewhere(change.client, [...open.trainings, ...open.totals])
    await change.client.query(`SELECT set_config('rastro.expunging', 'yes', true)`)
    const trainings = factSchemas.flatMap((schema) => doomed.get(schema)!.trainings)
    for (const schema of factSchemas) await remove(change, schema, { ...doomed.get(schema)!, trainings }, removed, gone)
    await change.client.query(`SELECT set_config('rastro.expunging', 'no', true)`)
    copies = await removeCopies(change.client, gone, about)
    for (const id of trainings) change.refreshed.add(id)
    for (const sha256 of originals) await effects.removeOriginal(sha256)
    transaction = (await change.client.query<{ id: string }>('SELECT pg_current_xact_id()::xid::text AS id')).rows[0]!.id
  })
  const inFiles = await isStillRead(ledger.ownerPool, transaction, effects.patience ?? 60_000)
  await forget(ledger.ownerPool, Object.keys(removed) as FactTableName[], tablesOf(copies))
  return { ...committed, removed, originals: originals.size, inFiles, copies, elsewhere }
}

async function standingElsewhere(client: PoolClient, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT linked.id FROM (
        SELECT id FROM ledger.successor WHERE successor = ANY($1) UNION SELECT successor FROM ledger.successor WHERE id = ANY($1)) linked
      WHERE linked.id <> ALL($1) AND (EXISTS (SELECT FROM ledger.training t WHERE t.id = linked.id)
        OR EXISTS (SELECT FROM ledger.printed_total t WHERE t.id = linked.id)) ORDER BY 1`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

async function condemn(client: PoolClient, schema: FactSchema, id: string, doomed: Doomed): Promise<boolean> {
  const ids = async (query: string): Promise<string[]> =>
    (await client.query<{ id: string }>(query, [id])).rows.map((row) => row.id)
  const sources = await ids(`SELECT DISTINCT id FROM ${schema}.source WHERE id = $1`)
  const trainings = await ids(
    `SELECT id FROM ${schema}.training WHERE id = $1 OR source = $1
      UNION SELECT training FROM ${schema}.naming WHERE printed_name = $1 OR training = $1
      UNION SELECT training FROM ${schema}.unmasked_cell WHERE training = $1`,
  )
  const totals = await ids(`SELECT DISTINCT id FROM ${schema}.printed_total WHERE id = $1 OR source = $1`)
  // The same print on a page that stands in two files: one alone would go on showing it, and count in its place.
  const copies =
    'SELECT counted AS id FROM serving.repetition WHERE id = $1 UNION SELECT id FROM serving.repetition WHERE counted = $1'
  if (schema === 'ledger') {
    trainings.push(...(await ids(`SELECT id FROM (${copies}) copy WHERE id IN (SELECT id FROM ledger.training)`)))
    totals.push(...(await ids(`SELECT id FROM (${copies}) copy WHERE id IN (SELECT id FROM ledger.printed_total)`)))
  }
  const entities = await ids(`SELECT DISTINCT id FROM ${schema}.entity WHERE id = $1`)
  doomed.names.push(...(await ids(`SELECT DISTINCT id FROM ${schema}.printed_name WHERE id = $1`)))
  doomed.entities.push(...entities)
  doomed.sources.push(...sources)
  doomed.trainings.push(...trainings)
  doomed.totals.push(...totals)
  return sources.length + trainings.length + totals.length + entities.length > 0
}

async function remove(
  change: Change,
  schema: FactSchema,
  doomed: Doomed,
  removed: Partial<Record<FactTableName, number>>,
  gone: { ids: Set<string>; entities: Set<string> },
): Promise<void> {
  const { client } = change
  const spoken = new Set<string>()
  const bury = async (table: FactTableName, condition: string, list: readonly string[]): Promise<string[]> => {
    if (list.length === 0) return []
    const rows = await allRows(client, schema, table, condition, [list])
    if (rows.length === 0) return []
    await client.query(`DELETE FROM ${schema}.${table} WHERE ${condition}`, [list])
    await writeRows(change, schema, 'tombstone', await tombstones(client, schema, table, rows))
    removed[table] = (removed[table] ?? 0) + rows.length
    for (const { row } of rows) {
      if (calledById.has(table)) gone.ids.add(row.id)
      const source = sourceOf(table, row)
      if (source) change.groups[schema].set(source, null)
      for (const id of spokenOf('entity', table, row)) spoken.add(id)
    }
    return rows.map(({ row }) => (row.printed_name as string | undefined) ?? '').filter(Boolean)
  }
  const names = await bury('naming', 'training = ANY($1)', doomed.trainings)
  for (const id of await entitiesNamedBy(client, schema, { names, trainings: doomed.trainings })) gone.entities.add(id)
  await bury('unmasked_cell', 'training = ANY($1)', doomed.trainings)
  await bury('training', 'id = ANY($1)', doomed.trainings)
  await bury('printed_total', 'id = ANY($1)', doomed.totals)
  await bury('successor', 'id = ANY($1) OR successor = ANY($1)', [...doomed.trainings, ...doomed.totals, ...doomed.sources])
  for (const table of ['unread_place', 'coverage', 'publication', 'statement', 'designation'] as const)
    await bury(table, 'source = ANY($1)', doomed.sources)
  // The text of an article says what any statement from it said: it goes with the original.
  const articles = [...doomed.sources, ...(await sourcesSpeakingOf(client, schema, doomed.entities))]
  for (const table of ['article', 'claim', 'claim_decision', 'claim_check'] as const)
    await bury(table, 'source = ANY($1)', articles)
  await bury('statement', 'entity = ANY($1) OR object = ANY($1)', doomed.entities)
  await bury('designation', 'entity = ANY($1)', doomed.entities)
  await bury('judgement', 'entity = ANY($1) OR subject = ANY($1)', [...doomed.entities, ...doomed.names])
  await bury('judgement', `subject_kind = 'naming' AND split_part(subject, '.', 1) = ANY($1)`, doomed.trainings)
  await bury('source', 'id = ANY($1)', doomed.sources)
  const unused = await client.query<{ id: string }>(
    `SELECT DISTINCT id FROM ${schema}.printed_name AS name WHERE id = ANY($1) AND NOT ${isUsed(schema, 'printed_name', 'name', true)}`,
    [names],
  )
  await bury(
    'printed_name',
    'id = ANY($1)',
    unused.rows.map(({ id }) => id),
  )
  const silent = await client.query<{ id: string }>(
    `SELECT DISTINCT id FROM ${schema}.entity AS entity WHERE id = ANY($1) AND NOT ${isUsed(schema, 'entity', 'entity', true)}`,
    [[...spoken, ...doomed.entities]],
  )
  await bury(
    'entity',
    'id = ANY($1)',
    silent.rows.map(({ id }) => id),
  )
  for (const id of [...spoken, ...doomed.entities]) gone.entities.add(id)
  await settle(change, schema, 'printed_name', [], new Set(names))
  await settle(change, schema, 'entity', [], spoken)
  await client.query('DELETE FROM private.ingested WHERE source = ANY($1)', [[...change.groups[schema].keys()]])
}

async function sourcesSpeakingOf(client: PoolClient, schema: FactSchema, entities: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ source: string }>(
    `SELECT DISTINCT source FROM ${schema}.statement WHERE entity = ANY($1) OR object = ANY($1)`,
    [entities],
  )
  return rows.map(({ source }) => source)
}

/**
 * What has a permalink answers for it under its own id, once; all other tombstones only complete the chain. A name or an entity that was expunged may
 * have come again with other rows: it has its tombstone already.
 */
async function tombstones(
  client: PoolClient,
  schema: FactSchema,
  table: FactTableName,
  rows: readonly StoredRow[],
): Promise<Row[]> {
  const earlier = await client.query<{ id: string }>(`SELECT id FROM ${schema}.tombstone WHERE id = ANY($1)`, [
    rows.map(({ row }) => row.id),
  ])
  const named = new Set(earlier.rows.map(({ id }) => id))
  return rows.map(({ row, written, withdrawn, digest }) => {
    const first = linked.has(table) && !named.has(row.id)
    named.add(row.id)
    return {
      id: first ? row.id : `${table} ${row.id} ${written}`,
      kind: table,
      row_written: written,
      row_withdrawn: withdrawn,
      row_digest: digest,
    }
  })
}
const linked: ReadonlySet<FactTableName> = new Set([
  'training',
  'printed_total',
  'source',
  'printed_name',
  'entity',
  'designation',
] as const)
/** What a hit or a draft says by its id; ids of other tables count within their row. */
const calledById: ReadonlySet<FactTableName> = new Set([...linked, 'statement', 'claim'] as const)

/**
 * Waits until nothing reads a state from before that transaction any more: PostgreSQL keeps the removed rows for it, also while it rewrites their
 * table. It may be the server itself, sampling a table for its planner, or a transaction that writes in another database of the same server: whoever rewrites a
 * table here looks no further back than the oldest of these. True where something went on for longer than `patience`.
 */
async function isStillRead(pool: Pool, transaction: string, patience: number): Promise<boolean> {
  for (const until = performance.now() + patience; ; await setTimeout(50)) {
    const { rows } = await pool.query<{ read: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid <> pg_backend_pid()
        AND (age(backend_xid) >= age($1::xid) OR (datname = current_database() AND age(backend_xmin) >= age($1::xid)))) AS read`,
      [transaction],
    )
    if (!rows[0]!.read) return false
    if (performance.now() > until) return true
  }
}

/** Rewrites the tables' files, so that the removed rows are not left in them. Takes a lock for some seconds. */
async function forget(pool: Pool, tables: readonly FactTableName[], copied: readonly string[]): Promise<void> {
  for (const schema of factSchemas) {
    for (const table of tables) await pool.query(`VACUUM (FULL, ANALYZE) ${schema}.${table}`)
  }
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables WHERE schemaname = 'serving'`,
  )
  for (const { name } of rows) await pool.query(`VACUUM (FULL, ANALYZE) ${name}`)
  for (const name of copied) await pool.query(`VACUUM (FULL, ANALYZE) ${name}`)
  // What the server itself wrote down, as far as we may: samples of cells for its planner, and the log of changes (`wal_recycle` in settings.ts).
  for (const step of ['VACUUM (FULL) pg_catalog.pg_statistic', 'SELECT pg_switch_wal()', 'CHECKPOINT'])
    await pool.query(step).catch(() => {})
}
