/**
 * What each changeset added, corrected, withdrew and expunged, for those who took data. Only public changesets are there: what is restricted has a
 * chain of its own, and takes no number here.
 *
 * *Corrected* is a row whose id goes on with other facts; *withdrawn* one whose id ends, with the row that stands where it stood; *expunged* one
 * that is gone from every state. Of an expunged row nothing is told but the id that was public, and of its versions that there were some.
 */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import type { FactTableName } from '../schema.js'
import type { Changeset } from './views.js'

type Client = Pick<PoolClient, 'query'>

/** What is counted: facts that somebody may have taken, and what says which names mean which unit. */
const changedKinds = [
  'source',
  'training',
  'printed_total',
  'naming',
  'statement',
  'designation',
  'publication',
  'judgement',
  'article',
  'claim',
  'claim_check',
  'coverage',
] as const satisfies FactTableName[]
export type ChangedKind = (typeof changedKinds)[number]

export interface Counts {
  added: number
  corrected: number
  withdrawn: number
}

export interface ChangesOf extends Changeset {
  /** By kind, those of which something changed. */
  counts: Partial<Record<ChangedKind, Counts>>
  /** Ids that were public and are gone from every state, and other versions of rows that went with them. */
  expunged: { ids: { id: string; kind: string }[]; versions: number }
  /** Denials, doubts and replies among what was added. */
  answers: number
}

export interface ChangesAsked {
  /** Changesets after this one. */
  since: number
  /** And before this one. */
  before: number
  limit: number
}

const selected = `SELECT c.id::float8 AS id, to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, c.actor, c.reason, c.tool,
    c.undoes::float8 AS undoes, c.digest, s.digest AS content
  FROM ledger.changeset c LEFT JOIN ledger.content_state s ON s.changeset = c.id`

/** Newest first. */
export async function loadChanges(client: Client, { since, before, limit }: ChangesAsked): Promise<ChangesOf[]> {
  const { rows } = await client.query<Changeset>(`${selected} WHERE c.id > $1 AND c.id < $2 ORDER BY c.id DESC LIMIT $3`, [
    since,
    before,
    limit,
  ])
  const changes = new Map(
    rows.map((row): [number, ChangesOf] => [row.id, { ...row, counts: {}, expunged: { ids: [], versions: 0 }, answers: 0 }]),
  )
  const ids = [...changes.keys()]
  for (const kind of changedKinds)
    for (const { changeset, ...counts } of await countChanges(client, kind, ids)) {
      if (counts.added + counts.corrected + counts.withdrawn > 0) changes.get(changeset)!.counts[kind] = counts
    }
  const expunged = await client.query<{ changeset: number; id: string; kind: string; named: boolean; versions: number }>(
    `SELECT written::float8 AS changeset, CASE WHEN ${namedTombstone} THEN id ELSE '' END AS id, min(kind) AS kind, ${namedTombstone} AS named,
        count(*)::float8 AS versions
      FROM ledger.tombstone WHERE written = ANY($1) AND (${namedTombstone} OR ${expungedVersion}) GROUP BY 1, 2, 4 ORDER BY 2`,
    [ids],
  )
  for (const { changeset, id, kind, named, versions } of expunged.rows) {
    const { expunged } = changes.get(changeset)!
    if (named) expunged.ids.push({ id, kind })
    else expunged.versions += versions
  }
  const answers = await client.query<{ changeset: number; answers: number }>(
    `SELECT written::float8 AS changeset, count(*)::float8 AS answers FROM ledger.statement
      WHERE written = ANY($1) AND ${isAnswer} GROUP BY 1`,
    [ids],
  )
  for (const { changeset, answers: count } of answers.rows) changes.get(changeset)!.answers = count
  return [...changes.values()]
}

/** The tombstone of what had an address of its own has its id. */
const namedTombstone = `position(' ' in id) = 0`
/**
 * Other versions that were expunged with it are told by their number. What was taken out of sight without having been expunged is not even
 * counted: that there was any would tell that something is restricted.
 */
const expungedVersion = `id LIKE '% % %'`
const isAnswer = `(property = 'reply' OR stance <> 'asserts')`

async function countChanges(
  client: Client,
  kind: ChangedKind,
  ids: readonly number[],
): Promise<(Counts & { changeset: number })[]> {
  // The few that ended are joined with what was written in their place; the many that were written are only counted.
  const { rows } = await client.query<{ changeset: number; written: number; ended: number; corrected: number }>(
    `SELECT changeset::float8 AS changeset, sum(written)::float8 AS written, sum(ended)::float8 AS ended, sum(corrected)::float8 AS corrected
      FROM (
        SELECT written AS changeset, count(*) AS written, 0 AS ended, 0 AS corrected FROM ledger.${kind} WHERE written = ANY($1) GROUP BY written
        UNION ALL
        SELECT o.withdrawn, 0, count(*), count(n.id) FROM ledger.${kind} o LEFT JOIN ledger.${kind} n ON n.id = o.id AND n.written = o.withdrawn
          WHERE o.withdrawn = ANY($1) GROUP BY o.withdrawn
      ) counted GROUP BY changeset`,
    [ids],
  )
  return rows.map(({ changeset, written, ended, corrected }) => ({
    changeset,
    added: written - corrected,
    corrected,
    withdrawn: ended - corrected,
  }))
}

export interface WithdrawnRow {
  kind: 'training' | 'printed_total'
  id: string
  /** The row that stands where it stood; null where none does. */
  successor: string | null
}

export interface AnswerOf {
  id: string
  entity: string
  entityKind: EntityKind
  /** What is alleged, or the name of whom the page is about; null where no source says either. */
  about: string | null
  property: string
  stance: 'asserts' | 'denies' | 'questions'
}

export interface ChangeDetail extends ChangesOf {
  /** The first of those with an address of their own. */
  withdrawn: WithdrawnRow[]
  /** The first. */
  answersGiven: AnswerOf[]
  /** The changeset that took it back, if one did. */
  undoneBy: number | null
}

/** At most so many ids stand on a page; the listing of records has them all. */
export const mostListed = 200

/** Null where there is no such changeset. */
export async function loadChange(client: Client, changeset: number): Promise<ChangeDetail | null> {
  const [change] = await loadChanges(client, { since: changeset - 1, before: changeset + 1, limit: 1 })
  if (!change) return null
  const withdrawn = await client.query<WithdrawnRow>(
    `SELECT * FROM (${(['training', 'printed_total'] as const)
      .map(
        (
          kind,
        ) => `SELECT '${kind}' AS kind, o.id, (SELECT successor FROM ledger.successor s WHERE s.id = o.id AND s.withdrawn IS NULL LIMIT 1) AS successor
          FROM ledger.${kind} o WHERE o.withdrawn = $1 AND NOT EXISTS (SELECT FROM ledger.${kind} n WHERE n.id = o.id AND n.written = $1)`,
      )
      .join(' UNION ALL ')}) ended ORDER BY kind DESC, id LIMIT ${mostListed}`,
    [changeset],
  )
  const answers = await client.query<AnswerOf>(
    `SELECT s.id, s.entity, e.kind AS "entityKind", s.property, s.stance,
        (SELECT n.value FROM ledger.statement n WHERE n.entity = s.entity AND n.property IN ('occurrence', 'name')
          AND n.stance = 'asserts' AND n.withdrawn IS NULL ORDER BY n.property DESC, n.source, n.position, n.id LIMIT 1) AS about
      FROM ledger.statement s
      JOIN ledger.entity e ON e.id = s.entity AND e.withdrawn IS NULL
      WHERE s.written = $1 AND ${isAnswer} ORDER BY s.source, s.position, s.id LIMIT ${mostListed}`,
    [changeset],
  )
  const undone = await client.query<{ id: number }>('SELECT id::float8 AS id FROM ledger.changeset WHERE undoes = $1', [
    changeset,
  ])
  return { ...change, withdrawn: withdrawn.rows, answersGiven: answers.rows, undoneBy: undone.rows[0]?.id ?? null }
}
