/**
 * Lists as the database keeps them. Everything is bound as a parameter and nothing is copied in by COPY: a failing statement stands in PostgreSQL's
 * log with its words, and a name from a list must not be among them.
 */
import { createHash, randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { errors } from '../ledger/errors.js'
import type { Compared, FoundHit } from './compare.js'
import {
  type Coverage,
  type Hit,
  type ListSummary,
  type Mapping,
  purgeDays,
  type Run,
  type Subject,
  type SubjectFilter,
} from './model.js'

export type Client = Pick<PoolClient, 'query'>

/** Twenty letters and digits that say nothing and cannot be guessed. */
export const newId = (): string => randomBytes(15).toString('base64url').replaceAll(/[-_]/g, 'x')

export const purgeDay = (now: Date): string => new Date(now.getTime() + purgeDays * 86_400_000).toISOString().slice(0, 10)

export interface NewListRow {
  id: string
  owner: string
  title: string
  created: Date
  fourEyes: boolean
  sha256: string
  mediaType: string
  mapping: Mapping
}

const portion = 1_000

/** Whether a list of as many subjects has these: the same bytes read in another encoding, or without a heading, are others. */
export async function holdsSubjects(client: Client, list: string, subjects: readonly Subject[]): Promise<boolean> {
  for (let from = 0; from < subjects.length; from += portion) {
    const part = subjects.slice(from, from + portion)
    const { rows } = await client.query<{ subject: unknown }>(
      'SELECT subject FROM private.screening_subject WHERE list = $1 AND position = ANY($2) ORDER BY position',
      [list, part.map(({ position }) => position)],
    )
    const kept = rows.map(({ subject }) => subject)
    if (!isDeepStrictEqual(kept, JSON.parse(JSON.stringify(part)))) return false
  }
  return true
}

/** The list with all its subjects, or nothing of it. */
export async function insertList(client: Client, list: NewListRow, subjects: readonly Subject[]): Promise<void> {
  const flags = subjects.reduce((sum, subject) => sum + subject.flags.length, 0)
  await client.query(
    `INSERT INTO private.screening_list (id, owner, title, created, purge_after, four_eyes, sha256, media_type, mapping, subjects, flags)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      list.id,
      list.owner,
      list.title,
      list.created,
      purgeDay(list.created),
      list.fourEyes,
      list.sha256,
      list.mediaType,
      JSON.stringify(list.mapping),
      subjects.length,
      flags,
    ],
  )
  for (let from = 0; from < subjects.length; from += portion) {
    const part = subjects.slice(from, from + portion)
    await client.query(
      `INSERT INTO private.screening_subject (list, position, subject, flagged)
        SELECT $1, position, subject, flagged FROM unnest($2::int[], $3::jsonb[], $4::boolean[]) AS given (position, subject, flagged)`,
      [
        list.id,
        part.map(({ position }) => position),
        part.map((subject) => JSON.stringify(subject)),
        part.map(({ flags }) => flags.length > 0),
      ],
    )
  }
}

/**
 * SQL: a decision `d` of a list `l` stands: it has not expired, none took its place, and no more is said of the hit since. Where a second person has to
 * confirm, one that was confirmed stands until another is. One on a whole subject is of everything that was to be looked at then: a hit that came or
 * changed later ends it. `today` and `run` are SQL, too.
 */
export const stands = (
  today: string,
  run: string,
) => `(d.expires IS NULL OR d.expires > ${today}::date) AND NOT EXISTS (SELECT FROM private.screening_decision later
    WHERE later.list = d.list AND later.position = d.position AND later.entity IS NOT DISTINCT FROM d.entity AND later.number > d.number
      AND (NOT l.four_eyes OR later.confirmed_by IS NOT NULL OR d.confirmed_by IS NULL))
  AND NOT EXISTS (SELECT FROM private.screening_hit since WHERE since.list = d.list AND since.position = d.position
    AND (since.entity = d.entity OR (d.entity IS NULL AND since.look AND since.run = ${run})) AND since.changed_run > d.run)`

/** It counts where it is confirmed, too, if the list asks for that. */
const counts = (today: string) => `(NOT l.four_eyes OR d.confirmed_by IS NOT NULL) AND ${stands(today, 'r.number')}`

/** A hit to look at that no decision on it or on its subject answers, or one that a second person has yet to confirm. */
const unanswered = (
  today: string,
) => `(EXISTS (SELECT FROM private.screening_hit h WHERE h.list = s.list AND h.position = s.position AND h.look AND h.run = r.number
  AND NOT EXISTS (SELECT FROM private.screening_decision d WHERE d.list = h.list AND d.position = h.position
    AND (d.entity = h.entity OR d.entity IS NULL) AND ${counts(today)}))
  OR (l.four_eyes AND EXISTS (SELECT FROM private.screening_decision d WHERE d.list = s.list AND d.position = s.position
    AND d.confirmed_by IS NULL AND ${stands(today, 'r.number')})))`

const lastRun = `LEFT JOIN LATERAL (SELECT * FROM private.screening_run r WHERE r.list = l.id ORDER BY number DESC LIMIT 1) r ON true`

interface ListRow extends Omit<ListSummary, 'created' | 'run'> {
  created: Date
  number: number | null
  started: Date | null
  ended: Date | null
  coverage: Coverage | null
  done: number
}

const listColumns = `l.id, l.title, l.owner, l.created, l.purge_after::text AS "purgeAfter", l.four_eyes AS "fourEyes", l.subjects, l.flags,
  coalesce((SELECT array_agg(name ORDER BY name) FROM private.screening_colleague c WHERE c.list = l.id), '{}') AS colleagues,
  r.number, r.started, r.ended, r.coverage,
  (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = l.id AND s.compared = r.number) AS done,
  (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = l.id AND s.look) AS "toLookAt",
  (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = l.id AND s.look AND ${unanswered('$2')}) AS waiting,
  (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = l.id AND s.news) AS "withNews"`

/** Who may see it: the owner, and the colleagues that the owner named. */
const allowed = `(l.owner = $1 OR EXISTS (SELECT FROM private.screening_colleague c WHERE c.list = l.id AND c.name = $1))`

export async function loadLists(client: Client, who: string, today: string, id: string | null): Promise<ListSummary[]> {
  const { rows } = await client.query<ListRow>(
    `SELECT ${listColumns} FROM private.screening_list l ${lastRun}
      WHERE ${allowed} AND ($3::text IS NULL OR l.id = $3) ORDER BY l.created DESC, l.id LIMIT 1000`,
    [who, today, id],
  )
  return rows.map(({ created, number, started, ended, coverage, done, ...list }) => ({
    ...list,
    created: created.toISOString(),
    run: number === null ? null : runOf({ number, started: started!, ended, coverage: coverage! }, done, list.subjects),
  }))
}

const runOf = (
  row: { number: number; started: Date; ended: Date | null; coverage: Coverage },
  done: number,
  of: number,
): Run => ({
  number: row.number,
  state: row.ended === null ? 'comparing' : 'done',
  started: row.started.toISOString(),
  ended: row.ended?.toISOString() ?? null,
  done,
  of,
  coverage: row.coverage,
})

export async function loadRuns(client: Client, list: string, of: number): Promise<Run[]> {
  const { rows } = await client.query<{ number: number; started: Date; ended: Date | null; coverage: Coverage; done: number }>(
    `SELECT number, started, ended, coverage,
      (SELECT count(*)::int FROM private.screening_subject s WHERE s.list = r.list AND s.compared >= r.number) AS done
      FROM private.screening_run r WHERE list = $1 ORDER BY number DESC`,
    [list],
  )
  return rows.map((row) => runOf(row, row.done, of))
}

export interface Access {
  id: string
  owner: string
  fourEyes: boolean
  subjects: number
}

/** The list, for whoever may see it; for others it is as if there were none. @throws UserError SCREENING_UNKNOWN */
export async function access(client: Client, who: string, id: string, lock = false): Promise<Access> {
  const { rows } = await client.query<Access>(
    `SELECT l.id, l.owner, l.four_eyes AS "fourEyes", l.subjects FROM private.screening_list l WHERE ${allowed} AND l.id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [who, id],
  )
  if (!rows[0]) throw errors.SCREENING_UNKNOWN()
  return rows[0]
}

export interface SubjectRow {
  position: number
  subject: Subject
  matched: number
  compared: number
}

const shows: Readonly<Record<NonNullable<SubjectFilter['show']>, string>> = {
  all: 'true',
  look: 's.look',
  waiting: `s.look AND ${unanswered('$2')}`,
  news: 's.news',
  none: 'NOT s.look AND s.compared > 0',
  flagged: 's.flagged',
  decided: 'EXISTS (SELECT FROM private.screening_decision d WHERE d.list = s.list AND d.position = s.position)',
}

export async function loadSubjects(
  client: Client,
  list: string,
  today: string,
  { show = 'all', after = 0, limit = 50 }: SubjectFilter,
): Promise<{ rows: SubjectRow[]; total: number }> {
  const from = `FROM private.screening_subject s JOIN private.screening_list l ON l.id = s.list ${lastRun} WHERE s.list = $1 AND (${shows[show]})`
  // The day is a parameter of one of the filters alone, and PostgreSQL wants every parameter used.
  const used = `AND ($2::text IS NOT NULL)`
  const { rows } = await client.query<SubjectRow>(
    `SELECT s.position, s.subject, s.matched, s.compared ${from} ${used} AND s.position > $3 ORDER BY s.position LIMIT $4`,
    [list, today, after, limit],
  )
  const { rows: total } = await client.query<{ total: number }>(`SELECT count(*)::int AS total ${from} ${used}`, [list, today])
  return { rows, total: total[0]!.total }
}

/** Subjects that the run has not compared, in their order after `after`. */
export async function uncompared(client: Client, list: string, run: number, after: number, limit: number): Promise<Subject[]> {
  const { rows } = await client.query<{ subject: Subject }>(
    `SELECT subject FROM private.screening_subject WHERE list = $1 AND compared < $2 AND position > $3 ORDER BY position LIMIT $4`,
    [list, run, after, limit],
  )
  return rows.map(({ subject }) => subject)
}

/** What makes a hit another than it was: how it matched and all that is said of the entity, but not by how much the state covers. */
function digestOf({ role, verdict, name, evidence, exposure }: FoundHit): string {
  const said = [
    exposure.matters.of,
    exposure.matters.shown.map(({ id, standing, outcomes, seenOn, deniedIn }) => [id, standing, outcomes, seenOn, deniedIn]),
    exposure.findings.of,
    exposure.findings.shown.map(({ id, sessions, rows }) => [id, sessions, rows]),
  ]
  const evident = evidence.filter(({ code }) => code !== 'others-alike' && code !== 'name-basis')
  return createHash('sha256')
    .update(JSON.stringify([role, verdict, name?.known ?? null, evident, said]))
    .digest('base64url')
}

/**
 * What a run found of a portion of subjects. A hit that was there before keeps the run that found it first; one of which something else is said now is
 * *changed*. In the first run nothing is news.
 */
export async function keepCompared(
  client: Client,
  list: string,
  run: number,
  subjects: readonly Subject[],
  compared: readonly Compared[],
): Promise<void> {
  const rows = subjects.flatMap(({ position }, at) =>
    compared[at]!.hits.map((hit, rank) => ({ position, rank: rank + 1, hit, digest: digestOf(hit) })),
  )
  await client.query(
    `INSERT INTO private.screening_hit AS kept (list, position, entity, role, rank, look, news, hit, digest, first_run, changed_run, run)
      SELECT $1, position, entity, role, rank, look, CASE WHEN $2 > 1 AND look THEN 'new' END, hit, digest, $2, $2, $2
        FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::boolean[], $8::jsonb[], $9::text[])
          AS given (position, entity, role, rank, look, hit, digest)
      ON CONFLICT (list, position, entity, role) DO UPDATE SET
        rank = excluded.rank, look = excluded.look, hit = excluded.hit, digest = excluded.digest, run = excluded.run,
        news = CASE WHEN NOT excluded.look THEN NULL WHEN kept.run < $2 - 1 THEN 'new' WHEN kept.digest <> excluded.digest THEN 'changed' ELSE kept.news END,
        changed_run = CASE WHEN kept.digest <> excluded.digest OR kept.run < $2 - 1 THEN $2 ELSE kept.changed_run END`,
    [
      list,
      run,
      rows.map(({ position }) => position),
      rows.map(({ hit }) => hit.entity.id),
      rows.map(({ hit }) => hit.role),
      rows.map(({ rank }) => rank),
      rows.map(({ hit }) => hit.look),
      rows.map(({ hit }) => JSON.stringify(hit)),
      rows.map(({ digest }) => digest),
    ],
  )
  await client.query(
    `UPDATE private.screening_subject s SET compared = $2, matched = given.matched,
        look = EXISTS (SELECT FROM private.screening_hit h WHERE h.list = s.list AND h.position = s.position AND h.run = $2 AND h.look),
        news = EXISTS (SELECT FROM private.screening_hit h WHERE h.list = s.list AND h.position = s.position AND h.run = $2 AND h.news IS NOT NULL)
      FROM unnest($3::int[], $4::int[]) AS given (position, matched) WHERE s.list = $1 AND s.position = given.position`,
    [list, run, subjects.map(({ position }) => position), compared.map(({ matched }) => matched)],
  )
}

export interface HitRow {
  position: number
  hit: FoundHit
  rank: number
  news: Hit['news']
  firstRun: number
  changedRun: number
}

/** Of the latest run that compared each subject. */
export async function loadHits(client: Client, list: string, positions: readonly number[]): Promise<HitRow[]> {
  const { rows } = await client.query<HitRow>(
    `SELECT h.position, h.hit, h.rank, h.news, h.first_run AS "firstRun", h.changed_run AS "changedRun"
      FROM private.screening_hit h JOIN private.screening_subject s ON s.list = h.list AND s.position = h.position AND s.compared = h.run
      WHERE h.list = $1 AND h.position = ANY($2) ORDER BY h.position, h.rank`,
    [list, positions],
  )
  return rows
}
