/**
 * Filling an empty ledger: what comes first needs no index yet, and no log of its own.
 *
 * A table that is emptied anew in the transaction that fills it has a file that nobody else can see: PostgreSQL need not log its rows
 * (where `wal_level` is minimal, as in the embedded server), and a crash leaves the empty table. Indexes are made at the end, from sorted
 * rows, several times faster than row by row. What is served is made of some thousand rows at a time while the next are still being
 * read, so that the server and we each keep a core busy. Nothing here happens to a ledger that has, or ever had, a fact.
 */
import type { PoolClient } from 'pg'
import { type Filled, serveNewSources } from '../serving/trainings.js'
import { kyselyOn } from '../serving/transaction.js'
import { factTableNames } from './columns.js'

/** The tables that hold nearly all rows. */
const largeFacts = ['ledger.training', 'ledger.naming', 'ledger.printed_total', 'ledger.printed_name']
const names = ['serving.name', 'serving.name_part']
const filled = [...largeFacts, ...names, 'serving.training', 'serving.cell', 'serving.phrase', 'serving.total']

/** Trainings that are made ready for serving at once: more would not stay in the memory that the server has for temporary tables. */
const BATCH = 8_000

/** What an empty ledger needs while rows are written into it, and after that: the facts' indexes, then what `Filled` has. */
export interface Filling extends Filled {
  /** Says that all rows of a source are written. What is served of it is made without being waited for. */
  sourceWritten(source: string, trainings: number): void
  /** `meanwhile` is what we do while the server makes them. */
  makeFactIndexes(meanwhile: () => void): Promise<void>
  /** Waits until nothing is under way any more; returns what went wrong there. */
  abandon(): Promise<Error | undefined>
}

/**
 * Prepares the tables of an empty ledger for many rows; where there is anything in it, does nothing and returns null. Readers wait until
 * the changeset is committed: they would find nothing.
 */
export async function prepareToFill(client: PoolClient, changeset: number): Promise<Filling | null> {
  const empty = [...factTableNames.map((table) => `ledger.${table}`), ...filled]
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT ${empty.map((table) => `NOT EXISTS (SELECT FROM ${table})`).join(' AND ')} AS empty`,
  )
  if (!rows[0]?.empty) return null
  await client.query(`TRUNCATE ${filled.join(', ')}`)
  const makeFactIndexes = await dropIndexes(client, largeFacts)
  const makeTrainingIndexes = await dropIndexes(client, ['serving.training'])
  const makeNameIndexes = await dropIndexes(client, names)
  const tx = kyselyOn(client)
  let waiting: string[] = []
  let trainings = 0
  let serving = Promise.resolve()
  const serve = () => {
    if (waiting.length === 0) return
    const sources = waiting
    waiting = []
    trainings = 0
    serving = serving.then(() => serveNewSources(tx, changeset, sources))
    // Who waits for it or abandons it hears of it.
    serving.catch(() => {})
  }
  return {
    sourceWritten(source, count) {
      waiting.push(source)
      trainings += count
      if (trainings >= BATCH) serve()
    },
    async makeFactIndexes(meanwhile) {
      serve()
      await serving
      const made = makeFactIndexes()
      meanwhile()
      await made
    },
    makeTrainingIndexes,
    makeNameIndexes,
    abandon: () =>
      serving.then(
        () => undefined,
        (error) => error,
      ),
  }
}

/**
 * Drops the indexes and keys of tables and returns what makes them again. Those that begin with the source stay: rows come source by source,
 * so that they grow at one end, and a source's rows are found by them. Those of withdrawn rows stay, too: there are none.
 */
async function dropIndexes(client: PoolClient, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string }>(
    `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
        ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, c.conname) END AS drop,
      CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.indexrelid)
        ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) END AS make
    FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
    WHERE i.indrelid = ANY($1::text[]::regclass[])
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attname = 'source')
      AND coalesce(pg_get_expr(i.indpred, i.indrelid), '') <> '(withdrawn IS NOT NULL)'
    ORDER BY i.indrelid, i.indexrelid`,
    [tables],
  )
  for (const { drop } of rows) await client.query(drop)
  // In one go: the server goes on without waiting for us.
  return async () => {
    await client.query([`SET LOCAL maintenance_work_mem = '128MB'`, ...rows.map(({ make }) => make)].join(';\n'))
  }
}
