/** Every entity of the present ledger with all that is said of it, a few hundred at a time: for exports. */
import type { PoolClient } from 'pg'
import type { Designation, EntityKind } from '../entities.js'
import type { Flag, Place } from '../records.js'
import { type CitedPublication, loadPublications } from './entity.js'
import type { RelationStatement } from './relations.js'

export interface ExportedStatement extends Omit<RelationStatement, 'from' | 'to'> {
  entity: string
  value: string | null
  object: string | null
  sourceSha256: string
  sourceFile: string
}

export interface ExportedDesignation {
  id: string
  entity: string
  authority: string
  list: string
  program: string | null
  law: string | null
  effect: Designation['effect']
  listedPrinted: string | null
  listed: string | null
  delistedPrinted: string | null
  delisted: string | null
  seenOn: string | null
  deniedIn: number | null
  reason: string | null
  identifiers: Designation['identifiers']
  citations: string[]
  places: Place[]
  flags: Flag[]
  sourceSha256: string
  sourceFile: string
}

export interface ExportedEntity {
  id: string
  kind: EntityKind
  statements: ExportedStatement[]
  designations: ExportedDesignation[]
}

export interface EntityBatch {
  entities: ExportedEntity[]
  /** Kinds of the entities that the statements are with, and of those of the batch. */
  kinds: Map<string, EntityKind>
  publications: Map<string, CitedPublication>
}

const batchSize = 400

/** In the order of their ids, in the one snapshot that the caller has opened. */
export async function* allEntities(client: PoolClient): AsyncGenerator<EntityBatch, void> {
  let after = ''
  for (;;) {
    const { rows } = await client.query<{ id: string; kind: EntityKind }>(
      `SELECT id, kind FROM ledger.entity WHERE withdrawn IS NULL AND id > $1 ORDER BY id LIMIT ${batchSize}`,
      [after],
    )
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    const entities = new Map(rows.map((row): [string, ExportedEntity] => [row.id, { ...row, statements: [], designations: [] }]))
    const ids = [...entities.keys()]
    const statements = await client.query<ExportedStatement>(
      `SELECT s.id, s.entity, s.property, s.value, s.object, s.details, s.stance, s.speaker, s.first_cited_printed AS "firstCitedPrinted",
        s.first_cited::text AS "firstCited", s.starts, s.last_cited_printed AS "lastCitedPrinted", s.last_cited::text AS "lastCited", s.ends,
        s.open_ended AS "openEnded", s.precise::text AS precise, s.imprecise::text AS imprecise, s.confidence, s.status, s.citations, s.source,
        s.places, s.flags, f.sha256 AS "sourceSha256", f.file_name AS "sourceFile"
      FROM ledger.statement s JOIN ledger.source f ON f.id = s.source AND f.withdrawn IS NULL
      WHERE s.withdrawn IS NULL AND s.entity = ANY($1) ORDER BY s.entity, s.property, s.source, s.position, s.id`,
      [ids],
    )
    const designations = await client.query<ExportedDesignation>(
      `SELECT d.id, d.entity, d.authority, d.list, d.program, d.law, d.effect, d.listed_printed AS "listedPrinted", d.listed::text AS listed,
        d.delisted_printed AS "delistedPrinted", d.delisted::text AS delisted, to_char(d.seen_on, 'YYYY-MM-DD') AS "seenOn",
        d.denied_in AS "deniedIn", d.reason, d.identifiers, d.citations, d.places, d.flags, f.sha256 AS "sourceSha256",
        f.file_name AS "sourceFile"
      FROM ledger.designation d JOIN ledger.source f ON f.id = d.source AND f.withdrawn IS NULL
      WHERE d.withdrawn IS NULL AND d.entity = ANY($1) ORDER BY d.entity, d.source, d.position, d.id`,
      [ids],
    )
    for (const row of statements.rows) entities.get(row.entity)!.statements.push(row)
    for (const row of designations.rows) entities.get(row.entity)!.designations.push(row)
    const others = [...new Set(statements.rows.flatMap(({ object }) => (object === null ? [] : [object])))]
    const known = await client.query<{ id: string; kind: EntityKind }>(
      `SELECT id, kind FROM ledger.entity WHERE withdrawn IS NULL AND id = ANY($1)`,
      [others],
    )
    const cited = new Set([...statements.rows, ...designations.rows].flatMap(({ citations }) => citations))
    yield {
      entities: [...entities.values()],
      kinds: new Map([...known.rows, ...rows].map(({ id, kind }) => [id, kind])),
      publications: await loadPublications(client, null, [...cited]),
    }
  }
}
