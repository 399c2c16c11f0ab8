/**
 * What private tables copied from rows that are expunged. Stored hits of a screening hold names and matters in the sources' words, and a draft may
 * quote what its form was opened on: both go in the transaction that expunges. A subject whose hits went is *not compared*, never "no match".
 *
 * The user's own words stay: lists, uploads, and the reasons of decisions.
 */
import type { PoolClient } from 'pg'
import type { FactSchema } from '../schema.js'
import type { About } from './change.js'

/** What is removed, as far as copies tell of it. */
export interface Removed {
  /** Ids of rows and entities that are gone. */
  ids: ReadonlySet<string>
  /** Units, people, incidents that something was said of, and those whose sums count a removed row. */
  entities: ReadonlySet<string>
  /** SHA-256 of the originals. */
  originals: ReadonlySet<string>
}

/** One key for all who copy from the ledger into private tables; the number is arbitrary and must never change. */
const COPY_LOCK = 7_261_737_003

/**
 * Whether what was read at this changeset may be copied still: nothing was expunged since, and nothing is until the caller's transaction ends.
 * Whoever copies asks first, or writes back what was removed a moment ago.
 */
export async function mayCopy(client: Pick<PoolClient, 'query'>, readAt: number): Promise<boolean> {
  await client.query('SELECT pg_advisory_xact_lock_shared($1)', [COPY_LOCK])
  const { rows } = await client.query<{ since: boolean }>(
    'SELECT EXISTS (SELECT FROM ledger.tombstone WHERE written > $1) AS since',
    [readAt],
  )
  return !rows[0]!.since
}

/** Entities that a removed naming counted for: by its printed name, or by itself. To be asked before the judgements are removed. */
export async function entitiesNamedBy(
  client: PoolClient,
  schema: FactSchema,
  { names, trainings }: { names: readonly string[]; trainings: readonly string[] },
): Promise<string[]> {
  const { rows } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ${schema}.judgement WHERE entity IS NOT NULL AND (subject = ANY($1)
      OR (subject_kind = 'naming' AND split_part(subject, '.', 1) = ANY($2)))`,
    [names, trainings],
  )
  return rows.map(({ entity }) => entity)
}

const strings = (column: string) => `jsonb_path_query(${column}, 'strict $.** ? (@.type() == "string")')`

/** How much went from private tables: counts alone, since whose they were is nobody else's business. */
export interface RemovedCopies {
  /** Possible matches that lists had stored, and of how many of their subjects: these count as not compared. */
  hits: number
  subjects: number
  drafts: number
}

/** The tables that something was removed from. */
export const tablesOf = ({ hits, drafts }: RemovedCopies): string[] => [
  ...(hits > 0 ? ['private.screening_hit'] : []),
  ...(drafts > 0 ? ['private.draft'] : []),
]

export async function removeCopies(
  client: PoolClient,
  { ids, entities, originals }: Removed,
  about: About,
): Promise<RemovedCopies> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [COPY_LOCK])
  // A hit is of the entity that others are merged into.
  const { rows: shown } = await client.query<{ canonical: string }>(
    'SELECT DISTINCT canonical FROM serving.merged WHERE entity = ANY($1)',
    [[...entities]],
  )
  const told = [...ids, ...entities, ...shown.map(({ canonical }) => canonical)]
  const hits = await client.query<{ list: string; position: number }>(
    `DELETE FROM private.screening_hit WHERE entity = ANY($1)
      OR EXISTS (SELECT FROM ${strings('hit')} AS said WHERE said #>> '{}' = ANY($1)) RETURNING list, position`,
    [told],
  )
  await compareAgain(client, hits.rows, about)
  const drafts = await client.query(
    `DELETE FROM private.draft WHERE regexp_split_to_array(address, $3) && $1::text[] OR encode(sha256(file), 'hex') = ANY($2)
      OR EXISTS (SELECT FROM ${strings('fields')} AS typed WHERE regexp_split_to_array(typed #>> '{}', $3) && $1::text[])`,
    [[...ids], [...originals], '[^A-Za-z0-9_-]+'],
  )
  const subjects = new Set(hits.rows.map(({ list, position }) => `${list} ${position}`))
  return { hits: hits.rows.length, subjects: subjects.size, drafts: drafts.rowCount! }
}

/** The subjects as before their first comparison, in a new run: whoever compares takes it up. A run that is under way sees to it by itself (`mayCopy`). */
async function compareAgain(
  client: PoolClient,
  subjects: readonly { list: string; position: number }[],
  { at }: About,
): Promise<void> {
  const lists = subjects.map(({ list }) => list)
  await client.query(
    `UPDATE private.screening_subject s SET compared = 0, matched = 0, look = false, news = false
      FROM (SELECT DISTINCT list, position FROM unnest($1::text[], $2::int[]) AS given (list, position)) gone
      WHERE s.list = gone.list AND s.position = gone.position`,
    [lists, subjects.map(({ position }) => position)],
  )
  await client.query(
    `INSERT INTO private.screening_run (list, number, started, changeset, coverage)
      SELECT list, number + 1, $2, changeset, coverage FROM private.screening_run r WHERE list = ANY($1) AND ended IS NOT NULL
        AND number = (SELECT max(number) FROM private.screening_run latest WHERE latest.list = r.list)`,
    [[...new Set(lists)], at],
  )
}
