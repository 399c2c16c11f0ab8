/** Every statement of a state, whoever says it of whatever: a page of them, and all for a download. */
import type { PoolClient } from 'pg'
import type { EntityKind, Property, Statement } from '../entities.js'
import type { AsOf } from './as-of.js'
import type { SaidOf } from './entity.js'
import { loadIdentities } from './identities.js'
import { pageById, type Selection, streamById } from './listed-by-id.js'
import type { Reading } from './reading.js'
import { heldIn } from './relations.js'
import type { Head } from './views.js'

export interface StatementRow extends SaidOf {
  entityKind: EntityKind
}

export interface StatementsFilter {
  /** About this entity as it is shown (all that reviewers judged to be one), or with it as their object. */
  entity: string | null
  properties: readonly Property[]
  stances: readonly Statement['stance'][]
  source: string | null
  as_of?: AsOf
}

const selected = (
  past: number | null,
): string => `SELECT s.id, s.entity, e.kind AS "entityKind", s.object, s.property, s.value, s.details,
    s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted", s.first_cited::text AS "firstCited", s.starts,
    s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends, s.open_ended AS "openEnded",
    s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source, s.places, s.flags,
    f.file_name AS "sourceFile", f.title AS "sourceTitle"
  FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
  JOIN ledger.entity e ON e.id = s.entity AND ${heldIn(past, 'e')}
  WHERE ${matching(past)}`

const matching = (
  past: number | null,
): string => `${heldIn(past, 's')} AND ($1::text[] IS NULL OR s.entity = ANY($1) OR s.object = ANY($1))
  AND (cardinality($2::text[]) = 0 OR s.property = ANY($2)) AND (cardinality($3::text[]) = 0 OR s.stance = ANY($3))
  AND ($4::text IS NULL OR s.source = $4)`

const select = async (
  client: PoolClient,
  past: number | null,
  { entity, properties, stances, source }: StatementsFilter,
): Promise<Selection> => ({
  text: selected(past),
  values: [entity === null ? null : (await loadIdentities(client, past)).membersOf(entity), properties, stances, source],
})

/** One page, in the order of the ids. */
export async function listStatements(
  reading: Reading,
  { limit, cursor, ...filter }: StatementsFilter & { limit: number; cursor?: string | undefined },
): Promise<{ rows: StatementRow[]; total: number; next: string | null; head: Head }> {
  return reading.within(filter.as_of, async (seen, { at }) => {
    const { client, head } = seen
    const asked = await select(client, at, filter)
    const { rows } = await client.query<{ total: number }>(
      `SELECT count(*)::float8 AS total FROM ledger.statement s WHERE ${matching(at)}`,
      asked.values,
    )
    return { ...(await pageById<StatementRow>(seen, 'statements', asked, { limit, cursor })), total: rows[0]!.total, head }
  })
}

/** All that match, in the order of the pages. */
export const streamStatements = (reading: Reading, filter: StatementsFilter): AsyncGenerator<StatementRow[], void> =>
  streamById(reading, filter.as_of, (client, past) => select(client, past, filter))
