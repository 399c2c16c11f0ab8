/**
 * Which records are not what they were in an earlier state: for whoever took data then and wants it right now. What came and went in between is
 * left out. Expunged ones are told whether or not they were there then, since whoever has one must delete it.
 */
import { type AsOf, headAsOf } from './as-of.js'
import { cursorScope, readCursor, writeCursor } from './cursor.js'
import { onceTimeoutMs, type Reading } from './reading.js'
import { streamed } from './stream.js'
import type { Head } from './views.js'

export const recordKinds = [
  'source',
  'training',
  'printed_total',
  'statement',
  'designation',
  'judgement',
  'claim',
  'claim_check',
] as const
export type RecordKind = (typeof recordKinds)[number]
export const recordChanges = ['added', 'corrected', 'withdrawn', 'expunged'] as const

export interface ChangedRecord {
  kind: string
  id: string
  change: (typeof recordChanges)[number]
  /** For a withdrawn one: the row that stands where it stood. */
  successor: string | null
  /** The changeset after which it is as it is now. */
  changeset: number
}

export interface ChangedAsked {
  /** The state that is compared with the present; the one before the newest changeset where none is given. */
  since: AsOf
  kinds: readonly RecordKind[]
}

/** `$1`: the state that is compared with the present. */
const changedOf = (kind: RecordKind): string => {
  const then = (row: string) => `${row}.written <= $1 AND (${row}.withdrawn IS NULL OR ${row}.withdrawn > $1)`
  const successor =
    kind === 'training' || kind === 'printed_total'
      ? '(SELECT s.successor FROM ledger.successor s WHERE s.id = o.id AND s.withdrawn IS NULL LIMIT 1)'
      : 'NULL::text'
  return `SELECT '${kind}' AS kind, n.id, CASE WHEN o.id IS NULL THEN 'added' ELSE 'corrected' END AS change, NULL::text AS successor, n.written AS changeset
      FROM ledger.${kind} n LEFT JOIN ledger.${kind} o ON o.id = n.id AND ${then('o')}
      WHERE n.written > $1 AND n.withdrawn IS NULL
    UNION ALL
    SELECT '${kind}', o.id, 'withdrawn', ${successor}, (SELECT max(v.withdrawn) FROM ledger.${kind} v WHERE v.id = o.id)
      FROM ledger.${kind} o
      WHERE o.written <= $1 AND o.withdrawn > $1 AND NOT EXISTS (SELECT FROM ledger.${kind} n WHERE n.id = o.id AND n.withdrawn IS NULL)`
}

/** Published by their ids, without an address of their own: their tombstones name table, id and changeset (`changesets/expunge.ts`). */
const withoutAddress = ['statement', 'judgement', 'claim', 'claim_check'] as const satisfies readonly RecordKind[]

const expunged = `SELECT kind, id, 'expunged' AS change, NULL::text AS successor, written AS changeset FROM ledger.tombstone
    WHERE written > $1 AND position(' ' in id) = 0
  ${withoutAddress
    .map(
      // An entry by hand that is made again has the same id: then it is there, and is told as what it is.
      (kind) => `UNION ALL SELECT kind, split_part(id, ' ', 2), 'expunged', NULL::text, max(written) FROM ledger.tombstone
    WHERE written > $1 AND kind = '${kind}' AND id LIKE '${kind} % %'
      AND NOT EXISTS (SELECT FROM ledger.${kind} n WHERE n.id = split_part(tombstone.id, ' ', 2) AND n.withdrawn IS NULL)
    GROUP BY 1, 2`,
    )
    .join('\n  ')}`

const changedSql = (kinds: readonly RecordKind[]): string =>
  `SELECT kind COLLATE "C" AS kind, id, change, successor, changeset::float8 AS changeset
    FROM (${[...(kinds.length === 0 ? recordKinds : kinds).map(changedOf), expunged].join(' UNION ALL ')}) changed`

export async function listChanged(
  reading: Reading,
  { since, kinds, limit, cursor }: ChangedAsked & { limit: number; cursor?: string | undefined },
): Promise<{ rows: ChangedRecord[]; total: number; next: string | null; head: Head; since: Head }> {
  return reading.within(
    undefined,
    async ({ client, head }) => {
      const then = await headAsOf(client, since ?? Math.max(0, head.changeset - 1), head)
      const scope = cursorScope(`changed ${JSON.stringify([then.changeset, kinds])}`, head.digest)
      const position = cursor === undefined ? null : readCursor(cursor, scope, 'string', 'string')
      const sql = changedSql(kinds)
      const total = await client.query<{ total: number }>(`SELECT count(*)::float8 AS total FROM (${sql}) all_changed`, [
        then.changeset,
      ])
      const { rows } = await client.query<ChangedRecord>(
        `SELECT * FROM (${sql}) page WHERE $2::text IS NULL OR (kind, id) > ($2::text COLLATE "C", $3::text COLLATE "C")
          ORDER BY kind, id LIMIT $4`,
        [then.changeset, position?.key ?? null, position?.tie ?? null, limit + 1],
      )
      const shown = rows.slice(0, limit)
      const last = rows.length > limit ? shown.at(-1) : undefined
      const next = last ? writeCursor({ key: last.kind, tie: last.id }, scope) : null
      return { rows: shown, total: total.rows[0]!.total, next, head, since: then }
    },
    onceTimeoutMs,
  )
}

const batchSize = 1_000

/** All of them, in the order of the pages. */
export function streamChanged(reading: Reading, { since, kinds }: ChangedAsked): AsyncGenerator<ChangedRecord[], void> {
  return streamed(
    reading,
    undefined,
    async ({ client, head }) => {
      const then = await headAsOf(client, since ?? Math.max(0, head.changeset - 1), head)
      // A cursor takes no answer that it has to plan anew for each state.
      await client.query(
        `DECLARE listing NO SCROLL CURSOR FOR ${changedSql(kinds).replaceAll('$1', String(Number(then.changeset)))} ORDER BY kind, id`,
      )
    },
    async (client) => (await client.query<ChangedRecord>(`FETCH ${batchSize} FROM listing`)).rows,
  )
}
