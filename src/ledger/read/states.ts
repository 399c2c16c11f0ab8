/**
 * Which state of the ledger a question is about, and its cube: kept for the present and for the last few past states, as every sum is over it.
 * One snapshot an answer.
 */
import type { Pool, PoolClient } from 'pg'
import { type AsOf, headAsOf } from './as-of.js'
import { type Cube, loadCube, type State } from './cube.js'
import { type Snapshot, snapshot } from './snapshot.js'
import type { Head } from './views.js'

/** Past states are rarely asked for, and each costs memory. */
const keptPastCubes = 3
/** A past state is as far from the present as what changed since. */
const pastTimeoutMs = 20_000

/** For a statement whose answer is kept for everyone who asks later: on a busy machine it may take its time once. */
export const onceTimeoutMs = 60_000

/** Runs `use` in one snapshot of the ledger, with the state that was asked for. */
export type Within = <Result>(
  asOf: AsOf,
  use: (snapshot: Snapshot, state: State) => Promise<Result>,
  timeoutMs?: number,
) => Promise<Result>

/**
 * What the served cells were last changed by. A changeset that says something of a unit leaves every sum as it was, and the next reader need not wait
 * for them. Expunging takes from past states, too, and numbers cells anew.
 */
async function stampOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ stamp: string }>(
    `SELECT concat_ws(' ', (SELECT max(changeset) FROM serving.refreshed WHERE trainings > 0), (SELECT max(id) FROM serving.cell)) AS stamp`,
  )
  return rows[0]!.stamp
}

export function openStates(pool: Pool): Within {
  let present: { digest: string; stamp: string; cube: Promise<Cube> } | null = null
  const past = new Map<string, Promise<Cube>>()

  async function presentCube(client: PoolClient, digest: string): Promise<Cube> {
    if (present?.digest === digest) return present.cube
    const stamp = await stampOf(client)
    if (present?.stamp === stamp) present.digest = digest
    else {
      const cube = loadCube(client)
      present = { digest, stamp, cube }
      cube.catch(() => {
        if (present?.cube === cube) present = null
      })
    }
    return present.cube
  }

  async function pastCube(client: PoolClient, changeset: number): Promise<Cube> {
    const key = `${changeset} ${await stampOf(client)}`
    const kept = past.get(key)
    if (kept) return kept
    const cube = loadCube(client, changeset)
    past.set(key, cube)
    cube.catch(() => past.delete(key))
    const oldest = past.keys().next().value
    if (past.size > keptPastCubes && oldest !== undefined) past.delete(oldest)
    return cube
  }

  async function stateOf({ client, head }: Snapshot, asOf: AsOf): Promise<{ head: Head; state: State }> {
    const then = asOf === undefined ? head : await headAsOf(client, asOf, head)
    const at = asOf === undefined ? null : then.changeset
    if (then === head) return { head, state: { cube: await presentCube(client, head.digest), at, past: null } }
    const { rows } = await client.query<{ changed: boolean }>(
      'SELECT EXISTS (SELECT FROM serving.refreshed WHERE changeset > $1 AND trainings + others > 0) AS changed',
      [then.changeset],
    )
    // What came later left what is served as it was: the present's tables show that state, too.
    if (!rows[0]!.changed) return { head: then, state: { cube: await presentCube(client, head.digest), at, past: null } }
    return { head: then, state: { cube: await pastCube(client, then.changeset), at, past: then.changeset } }
  }

  return (asOf, use, timeoutMs) =>
    snapshot(
      pool,
      async (seen) => {
        const { head, state } = await stateOf(seen, asOf)
        return use({ client: seen.client, head }, state)
      },
      timeoutMs ?? (asOf === undefined ? undefined : pastTimeoutMs),
    )
}
