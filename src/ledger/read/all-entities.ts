/** Entities of the present ledger with all that is said of them: every one, a few hundred at a time, for exports; or some, as they are shown. */
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
    yield await loadBatch(client, rows)
  }
}

export interface ShownEntities extends EntityBatch {
  /** By each, the ids that persons judged to be one with it. */
  members: Map<string, string[]>
  /** When something that is said of it now was written: "2026-01-02T03:04:05". */
  changed: Map<string, string>
}

/** These, each with what is said of all that are shown as it; ids of others in the statements are those that are shown, too. */
export async function shownEntities(client: PoolClient, ids: readonly string[]): Promise<ShownEntities> {
  const { rows: merged } = await client.query<{ entity: string; canonical: string }>(
    'SELECT entity, canonical FROM serving.merged WHERE canonical = ANY($1)',
    [ids],
  )
  const members = new Map<string, string[]>()
  for (const { entity, canonical } of merged) members.set(canonical, [...(members.get(canonical) ?? []), entity])
  const all = [...new Set([...ids, ...merged.map(({ entity }) => entity)])]
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    'SELECT id, kind FROM ledger.entity WHERE withdrawn IS NULL AND id = ANY($1) ORDER BY id',
    [all],
  )
  const batch = await loadBatch(client, rows)
  const objects = [...batch.kinds.keys()]
  const { rows: moved } = await client.query<{ entity: string; canonical: string; kind: EntityKind }>(
    `SELECT m.entity, m.canonical, e.kind FROM serving.merged m JOIN ledger.entity e ON e.id = m.canonical AND e.withdrawn IS NULL
      WHERE m.entity = ANY($1)`,
    [objects],
  )
  const shown = new Map(moved.map(({ entity, canonical }) => [entity, canonical]))
  for (const { canonical, kind } of moved) batch.kinds.set(canonical, kind)
  const as = (id: string) => shown.get(id) ?? id
  const entities = new Map<string, ExportedEntity>()
  for (const { id, kind, statements, designations } of batch.entities) {
    const entity = entities.get(as(id)) ?? { id: as(id), kind, statements: [], designations: [] }
    entity.statements.push(
      ...statements.map((said) => ({ ...said, entity: as(said.entity), object: said.object === null ? null : as(said.object) })),
    )
    entity.designations.push(...designations.map((listed) => ({ ...listed, entity: as(listed.entity) })))
    entities.set(as(id), entity)
  }
  return { ...batch, entities: [...entities.values()], members, changed: await lastChanged(client, all, as) }
}

/** What is said of entities now, and in which changeset that was written. */
const saidOf = (of: string): string => `SELECT entity AS id, written FROM ledger.statement WHERE withdrawn IS NULL AND ${of}
  UNION ALL SELECT entity, written FROM ledger.designation WHERE withdrawn IS NULL AND ${of}
  UNION ALL SELECT entity, written FROM ledger.judgement WHERE withdrawn IS NULL AND ${of}`

async function lastChanged(client: PoolClient, ids: readonly string[], as: (id: string) => string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; at: string }>(
    `SELECT said.id, to_char(max(c.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS at FROM (${saidOf('entity = ANY($1)')}) said
      JOIN ledger.changeset c ON c.id = said.written GROUP BY said.id`,
    [ids],
  )
  const changed = new Map<string, string>()
  for (const { id, at } of rows) if (at > (changed.get(as(id)) ?? '')) changed.set(as(id), at)
  return changed
}

/** Those whose last change, as `shownEntities` tells it, is not before a time (of UTC), as they are shown. */
export async function changedSince(client: PoolClient, time: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT coalesce(m.canonical, said.id) AS id
      FROM (${saidOf(`entity IS NOT NULL AND written IN (SELECT id FROM ledger.changeset
        WHERE date_trunc('second', at) >= date_trunc('second', $1::timestamp AT TIME ZONE 'UTC'))`)}) said
      LEFT JOIN serving.merged m ON m.entity = said.id`,
    [time],
  )
  return rows.map(({ id }) => id)
}

/** Those that a statement places under it, posts to it or says to have followed it, at most `limit`, as they are shown. */
export async function entitiesWith(client: PoolClient, ids: readonly string[], limit: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT coalesce(m.canonical, s.entity) AS id FROM ledger.statement s LEFT JOIN serving.merged m ON m.entity = s.entity
      WHERE s.object = ANY($1) AND s.property IN ('parent', 'posting', 'succession') AND s.stance = 'asserts' AND s.withdrawn IS NULL
      ORDER BY 1 LIMIT $2`,
    [ids, limit],
  )
  return rows.map(({ id }) => id)
}

async function loadBatch(client: PoolClient, rows: readonly { id: string; kind: EntityKind }[]): Promise<EntityBatch> {
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
  return {
    entities: [...entities.values()],
    kinds: new Map([...known.rows, ...rows].map(({ id, kind }) => [id, kind])),
    publications: await loadPublications(client, null, [...cited]),
  }
}
