/** The comparison of printed totals with their trainings that reading the ledger asks for, for the present and for a past state. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { type Balancing, loadTotals, type TotalBalance } from '../ledger/read/totals.js'
import type { Training } from '../ledger/records.js'
import type { LedgerDatabase } from '../ledger/schema.js'
import { knownDifference } from './known-differences.js'
import { type Reconciliation, reconcile } from './reconcile.js'
import { reconcileLedger } from './reconcile-ledger.js'

export const balanceLedger: Balancing = async (client, _head, past) => {
  const compared = past === null ? await reconcileLedger(onClient(client)) : await reconcilePast(client, past)
  return new Map(compared.map((one) => [one.total.id, balanceOf(one)]))
}

function balanceOf({ trainings, quantity, cents, status, finding }: Reconciliation): TotalBalance {
  return {
    computedQuantity: quantity,
    computedCents: cents,
    rows: trainings,
    status,
    reason: finding?.finding ?? null,
    reasonCode: finding?.reasonCode ?? null,
  }
}

/** Only the columns that reconciling looks at, a report at a time: a past state is asked for rarely, and all its rows are many. */
async function reconcilePast(client: PoolClient, past: number): Promise<Reconciliation[]> {
  const totals = await loadTotals(client, past)
  const compared: Reconciliation[] = []
  for (const report of new Set(totals.map((total) => total.report))) {
    const { rows } = await sql<Training>`
      SELECT t.id, s.sha256 AS "sourceSha256", t.report, t.country, t.program, t.fiscal_year AS "fiscalYear", t.quantity::float8 AS quantity,
        t.cents::float8 AS cents, t.places, t.course_title AS "courseTitle", t.location, t.recipient_unit AS "recipientUnit", t.start_printed AS "startPrinted",
        t.end_printed AS "endPrinted"
      FROM ledger.training t JOIN ledger.source s ON s.id = t.source AND s.written <= ${past} AND (s.withdrawn IS NULL OR s.withdrawn > ${past})
      WHERE t.report = ${report} AND t.written <= ${past} AND (t.withdrawn IS NULL OR t.withdrawn > ${past})
      ORDER BY s.file_name, t.position`.execute(onClient(client))
    compared.push(
      ...reconcile(
        rows,
        totals.filter((total) => total.report === report),
        knownDifference,
      ),
    )
  }
  return compared
}

/** A query builder on a connection that is held already: asking the pool for another while holding one could wait for ever. */
export function onClient(client: PoolClient): Kysely<LedgerDatabase> {
  const held = Object.assign(Object.create(client) as PoolClient, { release: () => {} })
  held.query = client.query.bind(client) as PoolClient['query']
  return new Kysely<LedgerDatabase>({
    dialect: new PostgresDialect({ pool: { connect: async () => held as never, end: async () => {} } }),
  })
}
