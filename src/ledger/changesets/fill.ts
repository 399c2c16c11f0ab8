/**
 * Filling an empty ledger: what comes first needs no index yet, and need not be one transaction.
 *
 * Two connections work at once while the next rows are being read: one copies facts, the other makes what is served of those that are there, some
 * thousand trainings at a time. So that the second sees them, the first commits as it goes. Nothing of it counts before the changeset is committed by
 * the transaction that holds the lock of all who commit: readers wait for it, and what is left of a filling that was broken off is cleared by whoever
 * comes next (`unfinished.ts`).
 *
 * Indexes are made at the end, from sorted rows, several times faster than row by row: those of facts beside those of what is served. Nothing here
 * happens to a ledger that has, or ever had, a fact.
 */
import type { ClientBase, Pool, PoolClient } from 'pg'
import { connectLike } from '../database/connect.js'
import { newest } from '../serving/changed.js'
import { fillNames } from '../serving/names.js'
import { fillSums, noteRefreshed } from '../serving/refresh.js'
import { findRepetitions } from '../serving/repetitions.js'
import { leaveOutCopies, serveNewSources } from '../serving/trainings.js'
import { kyselyOn } from '../serving/transaction.js'
import { analyzeAll } from './analyze.js'
import { clearUnfinished, filledTables } from './unfinished.js'

/** The tables that hold nearly all rows: facts, what is served of trainings, and names. */
const facts = ['ledger.training', 'ledger.naming', 'ledger.printed_total', 'ledger.printed_name']
const trainings = ['serving.training']
const parts = ['serving.name_part']
const names = ['serving.name']

/** Trainings that are made ready for serving at once: more would not stay in the memory that the server has for temporary tables. */
const BATCH = 8_000

/**
 * What is lost in a power cut counts for nothing yet: only the changeset's own commit waits for the disk. Both connections make indexes at once, a core
 * each. The planner is told little: the server itself looks again, and longer, within minutes.
 */
const BEGIN = [
  'BEGIN',
  'SET LOCAL synchronous_commit = off',
  `SET LOCAL work_mem = '64MB'`,
  `SET LOCAL maintenance_work_mem = '128MB'`,
  'SET LOCAL max_parallel_maintenance_workers = 0',
  'SET LOCAL default_statistics_target = 30',
].join(';')

/** Holds off the server's own cleaning of tables that grow so fast: it would begin in the middle, and indexes would wait for its end. */
const BEGIN_COPYING = `${BEGIN}; LOCK TABLE ${facts.join(', ')} IN SHARE UPDATE EXCLUSIVE MODE`

export interface Filling {
  /** Where the rows of facts are copied to. */
  facts: PoolClient
  /** Says that all rows of a source are copied. What is served of it is made without being waited for. */
  sourceWritten(source: string, trainings: number): Promise<void>
  /** Makes all that is left but the changeset. `meanwhile` is what we do while the server works. */
  finish(meanwhile: () => void): Promise<void>
  /** What the changeset's own transaction ends with; whether it wrote anything. */
  conclude(wrote: boolean): Promise<void>
  /** When the changeset's transaction was rolled back: waits for what is under way and clears it. Returns what went wrong there, where something did. */
  abandon(): Promise<Error | undefined>
  end(): Promise<void>
}

/**
 * Prepares the tables of an empty ledger for many rows; where there is anything in it, does nothing and returns null. `client` has the changeset's
 * transaction; two more connections are made, like those of its pool.
 */
export async function prepareToFill(pool: Pool, client: PoolClient, changeset: number): Promise<Filling | null> {
  // Not from the pool: those who wait for us to commit may have all of its connections.
  const [copying, serving] = await Promise.all([connectLike(pool), connectLike(pool)])
  const end = async () => {
    await Promise.all([copying.end(), serving.end()])
  }
  try {
    // Not asked in the changeset's own transaction, which would keep a lock on all tables.
    if (!(await isEmpty(copying))) {
      await end()
      return null
    }
    // Readers ask first which changeset is the newest: from here on they wait.
    await client.query('LOCK TABLE ledger.changeset IN ACCESS EXCLUSIVE MODE')
    const indexes = {
      facts: await indexesOf(copying, facts),
      trainings: await indexesOf(copying, trainings),
      parts: await indexesOf(copying, parts),
    }
    await dropForNow(copying, Object.values(indexes))
    await copying.query(BEGIN_COPYING)
    await serving.query(BEGIN)
    // A table that is emptied in the transaction that fills it has a file that nobody else can see: its rows are not logged (where `wal_level` is minimal).
    await serving.query(`TRUNCATE ${[...trainings, ...parts].join(', ')}`)
    return begun({ pool, client, copying, serving, changeset, indexes, end })
  } catch (error) {
    await end()
    throw error
  }
}

async function isEmpty(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT ${filledTables.map((table) => `NOT EXISTS (SELECT FROM ${table})`).join(' AND ')} AS empty`,
  )
  return rows[0]!.empty
}

interface Begun {
  pool: Pool
  /** Has the changeset's transaction. */
  client: ClientBase
  copying: ClientBase
  serving: ClientBase
  changeset: number
  indexes: { facts: Indexes; trainings: Indexes; parts: Indexes }
  end(): Promise<void>
}

function begun({ pool, client, copying, serving, changeset, indexes, end }: Begun): Filling {
  const moment = newest(changeset)
  const tx = kyselyOn(serving)
  let waiting: string[] = []
  let waitingTrainings = 0
  let underway: Promise<unknown> = Promise.resolve()
  let failed: Error | undefined
  let filled = { trainings: 0, totals: 0 }

  /** Goes on when what is under way is done. Who waits for it or abandons it hears of what went wrong. */
  const then = (work: () => Promise<void>): Promise<void> => {
    const done = Promise.resolve(underway).then(work)
    underway = done
    done.catch((error) => {
      failed ??= error
    })
    return done
  }

  async function serveWaiting(): Promise<void> {
    if (failed) throw failed
    await copying.query('COMMIT')
    await copying.query(BEGIN_COPYING)
    const sources = waiting
    waiting = []
    waitingTrainings = 0
    if (sources.length > 0) then(() => serveNewSources(tx, changeset, sources))
  }

  /** Indexes of served trainings that nobody makes yet, words first: they take longest. */
  const left = indexes.trainings.make.toSorted((one, other) => Number(isOfWords(other)) - Number(isOfWords(one)))
  async function makeWhatIsLeft(client: ClientBase): Promise<void> {
    await client.query(BEGIN)
    for (let next = left.shift(); next; next = left.shift()) await client.query(next)
    await client.query('COMMIT')
  }

  async function finishFacts(served: Promise<void>): Promise<void> {
    await makeAgain(copying, indexes.facts)
    await analyzeAll(copying)
    await copying.query('COMMIT')
    await served
    await copying.query(BEGIN)
    await makeAgain(copying, indexes.parts)
    const ofNames = await indexesOf(copying, names)
    for (const statement of ofNames.drop) await copying.query(statement)
    await copying.query(`TRUNCATE ${names.join(', ')}`)
    await fillNames(kyselyOn(copying), moment)
    await makeAgain(copying, ofNames)
    for (const statement of ofNames.keys) await copying.query(statement)
    await copying.query('COMMIT')
    await makeWhatIsLeft(copying)
  }

  async function finishServing(): Promise<void> {
    await serving.query(BEGIN)
    filled = await fillSums(tx, moment)
    await serving.query('COMMIT')
    await makeWhatIsLeft(serving)
  }

  return {
    facts: copying as PoolClient,
    async sourceWritten(source, count) {
      waiting.push(source)
      waitingTrainings += count
      if (waitingTrainings >= BATCH) await serveWaiting()
    },
    async finish(meanwhile) {
      await serveWaiting()
      const served = then(async () => {
        await findRepetitions(tx, changeset, { filled: true })
        await leaveOutCopies(tx, moment)
        await serving.query('COMMIT')
      })
      const made = [finishFacts(served), then(finishServing)]
      underway = Promise.allSettled(made)
      meanwhile()
      await Promise.all(made)
    },
    async conclude(wrote) {
      for (const { keys } of Object.values(indexes)) for (const statement of keys) await client.query(statement)
      if (wrote) await noteRefreshed(kyselyOn(client), moment, filled)
      await client.query('DELETE FROM private.filling')
    },
    async abandon() {
      await Promise.allSettled([underway])
      await end()
      // Where the server is gone, whoever comes next clears it.
      await clearUnfinished(pool).catch(() => {})
      return failed
    },
    end,
  }
}

/** Statements that drop indexes, make them again, and say which of them are keys: a moment's work, under a lock that lets nobody read. */
interface Indexes {
  drop: string[]
  make: string[]
  keys: string[]
}

/**
 * The indexes and keys of tables that are worth dropping. Those that begin with the source stay: rows come source by source, so that they grow at one
 * end, and a source's rows are found by them. Those of withdrawn rows stay, too: there are none.
 */
async function indexesOf(client: ClientBase, tables: readonly string[]): Promise<Indexes> {
  const { rows } = await client.query<{ drop: string; make: string; key: string | null }>(
    `SELECT CASE WHEN c.oid IS NULL THEN format('DROP INDEX %s', i.indexrelid::regclass)
        ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', i.indrelid::regclass, c.conname) END AS drop,
      regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX ', 'CREATE \\1INDEX IF NOT EXISTS ') AS make,
      CASE WHEN c.oid IS NOT NULL THEN format('ALTER TABLE %s ADD CONSTRAINT %I PRIMARY KEY USING INDEX %I', i.indrelid::regclass, c.conname, c.conname) END AS key
    FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.conrelid = i.indrelid
    WHERE i.indrelid = ANY($1::text[]::regclass[])
      AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attname = 'source')
      AND coalesce(pg_get_expr(i.indpred, i.indrelid), '') <> '(withdrawn IS NOT NULL)'
    ORDER BY i.indrelid, i.indexrelid`,
    [tables],
  )
  return {
    drop: rows.map(({ drop }) => drop),
    make: rows.map(({ make }) => make),
    keys: rows.flatMap(({ key }) => key ?? []),
  }
}

const isOfWords = (statement: string) => statement.includes('USING gin')

/** Drops indexes, and keeps what makes them again where it outlives us. */
async function dropForNow(client: ClientBase, lists: readonly Indexes[]): Promise<void> {
  await client.query('BEGIN')
  for (const { drop } of lists) for (const statement of drop) await client.query(statement)
  await client.query(
    `INSERT INTO private.filling (ordinal, statement)
      SELECT ordinal, statement FROM unnest($1::text[]) WITH ORDINALITY AS s (statement, ordinal)`,
    [[...lists.flatMap(({ make }) => make), ...lists.flatMap(({ keys }) => keys)]],
  )
  await client.query('COMMIT')
}

/** In one go: the server goes on without waiting for us. */
const makeAgain = (client: ClientBase, { make }: Indexes) => client.query(make.join(';\n'))
