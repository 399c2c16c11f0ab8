/** Tells the planner what the large tables of facts hold: it would walk new rows one by one. */
import type { ClientBase } from 'pg'

/** The columns that statements look rows up and group by: those of texts and places are costly, and nothing is planned by them. */
const plannedBy = {
  training: 'id, source, written, withdrawn, position, report, fiscal_year, status, country, country_code, program',
  naming: 'id, source, written, withdrawn, training, role, recipient_class, printed_name',
  printed_name: 'id, written, withdrawn',
}
type Planned = keyof typeof plannedBy

/** Where a table has grown by a third since it was last told: it samples all of it, which is too costly for every source. */
export async function analyzeGrown(client: ClientBase, grownBy: (table: Planned) => number): Promise<void> {
  const known = await client.query<{ name: Planned; rows: number }>(
    `SELECT relname AS name, reltuples AS rows FROM pg_class WHERE relnamespace = 'ledger'::regnamespace AND relname = ANY($1)`,
    [Object.keys(plannedBy)],
  )
  for (const { name, rows: told } of known.rows) if (told <= 0 || grownBy(name) > told / 3) await analyze(client, name)
}

export async function analyzeAll(client: ClientBase): Promise<void> {
  for (const name of Object.keys(plannedBy) as Planned[]) await analyze(client, name)
}

const analyze = (client: ClientBase, name: Planned) => client.query(`ANALYZE ledger.${name} (${plannedBy[name]})`)
