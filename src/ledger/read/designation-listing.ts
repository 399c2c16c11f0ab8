/** Listings with an effect (asset block, visa bar, embargo) and ineligibilities, in one state: a page of them, and all for a download. */
import type { PoolClient } from 'pg'
import type { Designation, EntityKind } from '../entities.js'
import type { ExportedDesignation } from './all-entities.js'
import type { AsOf } from './as-of.js'
import { loadIdentities } from './identities.js'
import { pageById, streamById } from './listed-by-id.js'
import type { Reading } from './reading.js'
import { heldIn } from './relations.js'
import type { Head } from './views.js'

export interface DesignationRow extends Omit<ExportedDesignation, 'sourceSha256'> {
  entityKind: EntityKind
  entityName: string | null
  country: string | null
  source: string
}

export interface DesignationsFilter {
  /** Id of a unit, person or organisation as it is shown. */
  entity: string | null
  /** ISO 3166-1 alpha-3, or as printed. */
  country: string | null
  effects: readonly Designation['effect'][]
  as_of?: AsOf
}

const selected = (past: number | null): string => {
  const said = (
    property: string,
  ) => `(SELECT value FROM ledger.statement s WHERE s.entity = d.entity AND s.property = '${property}'
    AND s.stance = 'asserts' AND ${heldIn(past, 's')} GROUP BY value ORDER BY count(*) DESC, value COLLATE "C" LIMIT 1)`
  return `SELECT * FROM (
    SELECT d.id, d.entity, e.kind AS "entityKind", ${said('name')} AS "entityName", ${said('country')} AS country, d.authority, d.list,
      d.program, d.law, d.effect, d.listed_printed AS "listedPrinted", d.listed::text AS listed, d.delisted_printed AS "delistedPrinted",
      d.delisted::text AS delisted, to_char(d.seen_on, 'YYYY-MM-DD') AS "seenOn", d.denied_in AS "deniedIn", d.reason, d.identifiers,
      d.citations, d.source, f.file_name AS "sourceFile", d.places, d.flags
    FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND ${heldIn(past, 'f')}
    JOIN ledger.entity e ON e.id = d.entity AND ${heldIn(past, 'e')}
    WHERE ${heldIn(past, 'd')} AND (cardinality($1::text[]) = 0 OR d.effect = ANY($1))
      AND ($2::text[] IS NULL OR d.entity = ANY($2))
  ) listed WHERE $3::text IS NULL OR country = $3`
}

const select = async (client: PoolClient, past: number | null, { effects, entity, country }: DesignationsFilter) => ({
  text: selected(past),
  values: [effects, entity === null ? null : (await loadIdentities(client, past)).membersOf(entity), country],
})

export interface DesignationPage {
  rows: DesignationRow[]
  total: number
  next: string | null
  /** How many of each effect match, whichever effects were asked for. */
  effects: { value: string; rows: number }[]
  head: Head
}

/** One page, in the order of the ids. */
export async function listDesignations(
  reading: Reading,
  { limit, cursor, ...filter }: DesignationsFilter & { limit: number; cursor?: string | undefined },
): Promise<DesignationPage> {
  return reading.within(filter.as_of, async (seen, { at }) => {
    const { client, head } = seen
    const whatever = await select(client, at, { ...filter, effects: [] })
    const counted = await client.query<{ value: string; rows: number }>(
      `SELECT effect AS value, count(*)::integer AS rows FROM (${whatever.text}) counted GROUP BY effect ORDER BY 2 DESC, 1`,
      whatever.values,
    )
    const asked = ({ value }: { value: string }) =>
      filter.effects.length === 0 || filter.effects.some((effect) => effect === value)
    return {
      ...(await pageById<DesignationRow>(seen, 'designations', await select(client, at, filter), { limit, cursor })),
      total: counted.rows.filter(asked).reduce((sum, each) => sum + each.rows, 0),
      effects: counted.rows,
      head,
    }
  })
}

/** All that match, in the order of the pages. */
export const streamDesignations = (reading: Reading, filter: DesignationsFilter): AsyncGenerator<DesignationRow[], void> =>
  streamById(reading, filter.as_of, (client, past) => select(client, past, filter))
