/** Takes reviewers' decisions on a list: each is made while the list is locked, of what a run had found by then. */
import type { Pool } from 'pg'
import { transact } from '../ledger/database/transact.js'
import { errors } from '../ledger/errors.js'
import { insertDecisions, loadDecisions, readDecision, undecidedHits } from './decisions.js'
import type { Screening, ScreeningEffects } from './screening.js'
import { access } from './store.js'

export function deciding(
  pool: Pool,
  effects: Pick<ScreeningEffects, 'now'>,
): Pick<Screening, 'decisions' | 'decide' | 'decideNoMatch' | 'confirm'> {
  const today = () => effects.now().toISOString().slice(0, 10)

  const latestRun = async (list: string): Promise<number> => {
    const { rows } = await pool.query<{ number: number | null }>(
      'SELECT max(number) AS number FROM private.screening_run WHERE list = $1',
      [list],
    )
    return rows[0]?.number ?? 0
  }

  return {
    async decisions(who, id, position) {
      return loadDecisions(pool, await access(pool, who, id), [position], today())
    },
    async decide(who, id, given) {
      const decision = readDecision(given, today())
      await access(pool, who, id)
      const made = await transact(pool, async (client) => {
        const list = await access(client, who, id, true)
        const { rows } = await client.query<{ compared: number }>(
          `SELECT compared FROM private.screening_subject s WHERE s.list = $1 AND s.position = $2 AND ($3::text IS NULL
            OR EXISTS (SELECT FROM private.screening_hit h WHERE h.list = s.list AND h.position = s.position AND h.entity = $3))`,
          [id, decision.position, decision.entity],
        )
        if (!rows[0]) throw errors.SCREENING_UNKNOWN()
        // A run that is under way may find more than was to be seen.
        const run = rows[0].compared
        const [number] = await insertDecisions(client, id, [decision], { reviewer: who, at: effects.now(), run, bulk: false })
        return { list, number: number! }
      })
      return one(await loadDecisions(pool, made.list, [decision.position], today()), made.number)
    },
    async decideNoMatch(who, id, which, { reason, expires = null }) {
      const given = readDecision({ position: 1, finding: 'no match', reason, expires }, today())
      await access(pool, who, id)
      const run = await latestRun(id)
      return transact(pool, async (client) => {
        await access(client, who, id, true)
        const hits = await undecidedHits(client, id, { run, today: today() }, which)
        const decisions = hits.map((hit) => ({ ...given, ...hit }))
        const made = { reviewer: who, at: effects.now(), run, bulk: true }
        await insertDecisions(client, id, decisions, made)
        return new Set(hits.map(({ position }) => position)).size
      })
    },
    async confirm(who, id, number) {
      await access(pool, who, id)
      return transact(pool, async (client) => {
        const list = await access(client, who, id, true)
        const { rows } = await client.query<{ position: number }>(
          'SELECT position FROM private.screening_decision WHERE list = $1 AND number = $2',
          [id, number],
        )
        if (!rows[0]) throw errors.SCREENING_UNKNOWN()
        const read = async () => one(await loadDecisions(client, list, [rows[0]!.position], today()), number)
        const decision = await read()
        if (decision.reviewer === who) throw errors.SCREENING_SAME_PERSON()
        if (decision.confirmedBy !== null) return decision
        // Whoever confirms has seen it waiting: meanwhile another may have taken its place.
        if (list.fourEyes && decision.state !== 'waits') throw errors.SCREENING_NOT_WAITING(number)
        await client.query(
          'UPDATE private.screening_decision SET confirmed_by = $3, confirmed_at = $4 WHERE list = $1 AND number = $2',
          [id, number, who, effects.now()],
        )
        return read()
      })
    },
  }
}

function one<Of extends { number: number }>(all: readonly Of[], number: number): Of {
  return all.find((decision) => decision.number === number)!
}
