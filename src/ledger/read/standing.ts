/** What stands beside a name in a list of many: rows of training reports, official lists, alleged incidents. Of the present. */
import type { PoolClient } from 'pg'
import type { UnitKind } from './units.js'

export interface StandingOf {
  /** What it is; null for people, who stand in no table of served units. */
  kind: UnitKind | null
  rows: number
  /** Training sessions delivered. */
  quantity: number
  firstYear: number | null
  lastYear: number | null
  /**
   * Lists that it stands or stood on, each once: the day of the listing as a source prints it, that on which it was taken off where no entry of it stands,
   * the latest day on which a copy had it, and the year in which assistance was denied.
   */
  lists: {
    authority: string
    list: string
    listed: string | null
    delisted: string | null
    seenOn: string | null
    deniedIn: number | null
  }[]
  /** Incidents of which a source alleges that it did them. An allegation is no finding. */
  allegedIncidents: number
}

/** By each of these ids, as they are shown; with what is said of those that persons judged to be one with them. */
export async function loadStanding(client: Pick<PoolClient, 'query'>, ids: readonly string[]): Promise<Map<string, StandingOf>> {
  const { rows: units } = await client.query<{
    id: string
    kind: UnitKind
    rows: number
    quantity: number
    first: number | null
    last: number | null
  }>(
    `SELECT entity AS id, kind, rows::float8 AS rows, quantity::float8 AS quantity, first_year AS first, last_year AS last
      FROM serving.unit WHERE entity = ANY($1)`,
    [ids],
  )
  const standing = new Map<string, StandingOf>(
    ids.map((id) => [id, { kind: null, rows: 0, quantity: 0, firstYear: null, lastYear: null, lists: [], allegedIncidents: 0 }]),
  )
  for (const { id, kind, rows, quantity, first, last } of units)
    standing.set(id, { ...standing.get(id)!, kind, rows, quantity, firstYear: first, lastYear: last })
  // Whoever is shown as one of these, and these themselves.
  const shown = `WITH shown AS (SELECT entity AS id, canonical AS shown FROM serving.merged WHERE canonical = ANY($1)
    UNION ALL SELECT unnest($1::text[]), unnest($1::text[]))`
  const { rows: lists } = await client.query<StandingOf['lists'][number] & { id: string }>(
    `${shown} SELECT s.shown AS id, d.authority, d.list, min(d.listed_printed) AS listed,
        CASE WHEN bool_and(d.delisted_printed IS NOT NULL) THEN max(d.delisted_printed) END AS delisted, to_char(max(d.seen_on), 'YYYY-MM-DD') AS "seenOn", max(d.denied_in) AS "deniedIn"
      FROM ledger.designation d JOIN shown s ON s.id = d.entity WHERE d.withdrawn IS NULL
      GROUP BY s.shown, d.authority, d.list ORDER BY s.shown, d.authority, d.list`,
    [ids],
  )
  for (const { id, ...list } of lists) standing.get(id)!.lists.push(list)
  const { rows: alleged } = await client.query<{ id: string; incidents: number }>(
    `${shown} SELECT s.shown AS id, count(DISTINCT a.entity)::integer AS incidents
      FROM ledger.statement a JOIN shown s ON s.id = a.object
      WHERE a.property = 'perpetrator' AND a.stance = 'asserts' AND a.withdrawn IS NULL GROUP BY s.shown`,
    [ids],
  )
  for (const { id, incidents } of alleged) standing.get(id)!.allegedIncidents = incidents
  return standing
}
