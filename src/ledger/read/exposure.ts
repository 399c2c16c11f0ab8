/**
 * What exposure is worked out from: incidents and listings with whom they accuse, the dated relations around these, and the training that rows
 * print under the names of units, in a state: after changeset `at`, or now where that is null.
 */
import type { PoolClient } from 'pg'
import type { EntityKind } from '../entities.js'
import type { Assistance } from './assistance.js'
import type { Identities } from './identities.js'
import type { Matter } from './matters.js'
import { heldIn, type RelationStatement } from './relations.js'

type Client = Pick<PoolClient, 'query'>

export interface ExposureFacts {
  matters: Matter[]
  /** Parents (`from` is under `to`), postings (`from` is posted to `to`) and successions (`from` was succeeded by `to`), ends as shown. */
  relations: RelationStatement[]
  kinds: ReadonlyMap<string, EntityKind>
  assistance: Assistance[]
}

const related = ['parent', 'posting', 'succession'] as const

/** Relations of these kinds, all of them or those with an end among `ids`; ends as shown, so that what was merged is one. */
export async function loadExposureRelations(
  client: Client,
  at: number | null,
  { canonicalOf }: Identities,
  ends: { side: 'entity' | 'object' | 'either'; ids: readonly string[] } | null,
  properties: readonly (typeof related)[number][] = related,
): Promise<RelationStatement[]> {
  const { rows } = await client.query<RelationStatement>(
    `SELECT id, entity AS "from", object AS "to", property, details, stance, speaker, first_cited_printed AS "firstCitedPrinted",
      first_cited::text AS "firstCited", starts, last_cited_printed AS "lastCitedPrinted", last_cited::text AS "lastCited", ends,
      open_ended AS "openEnded", precise::text AS precise, imprecise::text AS imprecise, confidence, status, citations, source, places, flags
    FROM ledger.statement s
    WHERE property = ANY($1) AND object IS NOT NULL AND ${heldIn(at, 's')}${ends ? ` AND (${ends.side === 'either' ? 'entity = ANY($2) OR object' : ends.side} = ANY($2))` : ''}
    ORDER BY lower(imprecise) NULLS LAST, source, position, id`,
    ends ? [properties, ends.ids] : [properties],
  )
  for (const row of rows) {
    row.from = canonicalOf(row.from)
    row.to = canonicalOf(row.to)
  }
  return rows
}
