/** What sources say of several entities at once: chosen properties with their places, for whoever has to show what something rests on. */
import type { PoolClient } from 'pg'
import type { Details, Property, Statement } from '../entities.js'
import type { Place } from '../records.js'
import { heldIn } from './relations.js'

export interface Stated {
  entity: string
  object: string | null
  property: Property
  value: string | null
  details: Details
  stance: Statement['stance']
  speaker: string | null
  firstCited: string | null
  lastCited: string | null
  source: string
  sourceFile: string
  places: Place[]
}

/** In the order of the sources, in the state after changeset `past`, or now where that is null. */
export async function loadStated(
  client: Pick<PoolClient, 'query'>,
  past: number | null,
  entities: readonly string[],
  properties: readonly Property[],
): Promise<Stated[]> {
  if (entities.length === 0) return []
  const { rows } = await client.query<Stated>(
    `SELECT s.entity, s.object, s.property, s.value, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCited",
      s.last_cited_printed AS "lastCited", s.source, f.file_name AS "sourceFile", s.places
    FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND ${heldIn(past, 'f')}
    WHERE s.entity = ANY($1) AND s.property = ANY($2) AND ${heldIn(past, 's')}
    ORDER BY s.entity, s.property, lower(s.imprecise) NULLS LAST, s.source, s.position, s.id`,
    [entities, properties],
  )
  return rows
}
