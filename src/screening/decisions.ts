/**
 * What reviewers decided: only ever added to. Which decision counts follows from all of them: the last one on its hit or subject, if it has not expired
 * and no more is said of the hit since. Where the list asks for a second person, the last that was confirmed: a later one takes its place when it is, too.
 */
import type { z } from 'zod'
import { errors } from '../ledger/errors.js'
import { cleanCell } from './cells.js'
import { type Decision, NewDecision, type NewDecision as Wanted } from './model.js'
import { type Access, type Client, stands } from './store.js'

interface DecisionRow extends Omit<Decision, 'at' | 'confirmedAt' | 'state'> {
  at: Date
  confirmedAt: Date | null
  /** The run since which no more is said of the hit; of a subject as a whole, of any hit of it to look at. */
  changedRun: number | null
}

const columns = `d.number, d.position, d.entity, d.finding, d.action, d.reviewer, d.reason, d.at, d.expires::text AS expires, d.bulk, d.run,
  d.confirmed_by AS "confirmedBy", d.confirmed_at AS "confirmedAt",
  (SELECT max(h.changed_run) FROM private.screening_hit h JOIN private.screening_subject s ON s.list = h.list AND s.position = h.position
    WHERE h.list = d.list AND h.position = d.position
      AND (h.entity = d.entity OR (d.entity IS NULL AND h.look AND h.run = s.compared))) AS "changedRun"`

/** Every decision on these subjects, newest first, each with what it is worth today. */
export async function loadDecisions(
  client: Client,
  { id, fourEyes }: Pick<Access, 'id' | 'fourEyes'>,
  positions: readonly number[],
  today: string,
): Promise<Decision[]> {
  const { rows } = await client.query<DecisionRow>(
    `SELECT ${columns} FROM private.screening_decision d WHERE d.list = $1 AND d.position = ANY($2) ORDER BY d.number DESC`,
    [id, positions],
  )
  const [later, laterConfirmed] = [new Set<string>(), new Set<string>()]
  return rows.map(({ at, confirmedAt, changedRun, ...row }) => {
    const of = `${row.position} ${row.entity}`
    const confirmed = row.confirmedBy !== null
    const superseded = (fourEyes && confirmed ? laterConfirmed : later).has(of)
    later.add(of)
    if (confirmed) laterConfirmed.add(of)
    return {
      ...row,
      at: at.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      state: superseded
        ? 'superseded'
        : row.expires !== null && row.expires <= today
          ? 'expired'
          : changedRun !== null && changedRun > row.run
            ? 'outdated'
            : fourEyes && !confirmed
              ? 'waits'
              : 'counts',
    }
  })
}

/** @throws UserError SCREENING_DECISION_INVALID */
export function readDecision(given: Wanted, today: string): z.output<typeof NewDecision> {
  const read = NewDecision.safeParse(given)
  if (!read.success) {
    const issue = read.error.issues[0]!
    throw errors.SCREENING_DECISION_INVALID(`${issue.path.join('.') || 'it'}: ${issue.message.replace(/\.$/, '')}`)
  }
  if (read.data.expires !== null && read.data.expires <= today)
    throw errors.SCREENING_DECISION_INVALID(`it would have expired already, on ${read.data.expires}`)
  return { ...read.data, reason: withoutControls(read.data.reason) }
}

const withoutControls = (text: string): string =>
  text
    .split('\n')
    .map((line) => cleanCell(line).text)
    .join('\n')
    .trim()

export interface Made {
  reviewer: string
  at: Date
  run: number
  bulk: boolean
}

/** Numbers are given while the list is locked, so that two reviewers never get one. */
export async function insertDecisions(
  client: Client,
  list: string,
  decisions: readonly Pick<z.output<typeof NewDecision>, 'position' | 'entity' | 'finding' | 'action' | 'reason' | 'expires'>[],
  { reviewer, at, run, bulk }: Made,
): Promise<number[]> {
  const { rows } = await client.query<{ number: number }>(
    `INSERT INTO private.screening_decision (list, number, position, entity, finding, action, reviewer, reason, at, expires, bulk, run)
      SELECT $1, coalesce((SELECT max(number) FROM private.screening_decision WHERE list = $1), 0) + ordinal, position, entity, finding, action, $2, reason, $3,
        expires, $4, $5
        FROM unnest($6::int[], $7::text[], $8::text[], $9::text[], $10::text[], $11::date[]) WITH ORDINALITY
          AS given (position, entity, finding, action, reason, expires, ordinal)
      RETURNING number`,
    [
      list,
      reviewer,
      at,
      bulk,
      run,
      decisions.map(({ position }) => position),
      decisions.map(({ entity }) => entity),
      decisions.map(({ finding }) => finding),
      decisions.map(({ action }) => action),
      decisions.map(({ reason }) => reason),
      decisions.map(({ expires }) => expires),
    ],
  )
  return rows.map(({ number }) => number)
}

/** Hits to look at that no decision stands on, of these subjects, or of all below a score. */
export async function undecidedHits(
  client: Client,
  list: string,
  { run, today }: { run: number; today: string },
  which: { positions: readonly number[] } | { below: number },
): Promise<{ position: number; entity: string }[]> {
  const { rows } = await client.query<{ position: number; entity: string }>(
    `SELECT DISTINCT h.position, h.entity FROM private.screening_hit h JOIN private.screening_list l ON l.id = h.list
      WHERE h.list = $1 AND h.run = $2 AND h.look
        AND ($3::int[] IS NULL OR h.position = ANY($3))
        AND ($4::float8 IS NULL OR NOT EXISTS (SELECT FROM private.screening_hit best WHERE best.list = h.list AND best.position = h.position
          AND best.run = $2 AND best.look AND (best.hit ->> 'score')::float8 >= $4))
        AND NOT EXISTS (SELECT FROM private.screening_decision d WHERE d.list = h.list AND d.position = h.position
          AND (d.entity = h.entity OR d.entity IS NULL) AND ${stands('$5', '$2')})
      ORDER BY h.position, h.entity`,
    'positions' in which ? [list, run, which.positions, null, today] : [list, run, null, which.below, today],
  )
  return rows
}
