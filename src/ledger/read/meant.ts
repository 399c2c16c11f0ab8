/**
 * Which printed names and namings mean a unit in a state of the ledger, and the condition on trainings that follows.
 *
 * The present is served (`serving.meaning`); of a past state the judgements that held then decide, by the same function.
 */

import type { PoolClient } from 'pg'
import { groupBy } from '../group-by.js'
import { type Merged, meaningOf, mergeEntities, type NameJudgement } from '../meaning.js'
import { held } from '../serving/tables.js'
import { type Among, amongSql } from './names.js'
import { planned } from './planned.js'
import type { NamedEntity } from './relations.js'
import { heldIn } from './relations.js'
import { meaningOfName } from './units.js'

export interface Meant {
  /** Printed names that mean it. */
  names: string[]
  /** Namings of these names that a person judged to mean something else. */
  apart: string[]
  /** Namings of other names that a person judged to mean it. */
  besides: string[]
}

/** The name that a unit is shown under at present, whatever state is asked for: its id where nothing names it. */
export async function unitLabel(
  client: Pick<PoolClient, 'query'>,
  id: string,
): Promise<{ name: string; proposed: boolean; country: string | null }> {
  const { rows } = await client.query<{ name: string; proposed: boolean; country: string | null }>(
    `SELECT name, proposed, country FROM serving.unit WHERE entity = coalesce((SELECT canonical FROM serving.merged WHERE entity = $1), $1)`,
    [id],
  )
  return rows[0] ?? { name: id, proposed: false, country: null }
}

/** Gives units that are known from printed names alone one of these for a name, in place. */
export async function labelUnnamed(client: Pick<PoolClient, 'query'>, entities: Iterable<NamedEntity>): Promise<void> {
  for (const entity of entities) {
    if (entity.name !== null || entity.kind === 'article' || entity.kind === 'incident') continue
    const { name, country } = await unitLabel(client, entity.id)
    entity.name = name
    entity.country ??= country
  }
}

/** What means the unit with this id, or whichever it was merged into; `at` is a changeset, null for the present. */
export async function loadMeant(client: Pick<PoolClient, 'query'>, at: number | null, entity: string): Promise<Meant> {
  return at === null ? presentMeant(client, entity) : pastMeant(client, at, entity)
}

async function presentMeant(client: Pick<PoolClient, 'query'>, given: string): Promise<Meant> {
  const { rows } = await client.query<Meant>(
    planned(
      'present meant',
      null,
      `WITH shown AS (SELECT coalesce((SELECT canonical FROM serving.merged WHERE entity = $1), $1) AS entity),
      name AS (SELECT printed_name FROM serving.meaning JOIN shown USING (entity))
    SELECT coalesce((SELECT array_agg(printed_name) FROM name), '{}') AS names,
      coalesce((SELECT array_agg(n.naming) FROM serving.naming_meaning n JOIN name USING (printed_name), shown
        WHERE n.entity IS DISTINCT FROM shown.entity), '{}') AS apart,
      coalesce((SELECT array_agg(n.naming) FROM serving.naming_meaning n JOIN shown USING (entity)
        WHERE n.printed_name NOT IN (SELECT printed_name FROM name)), '{}') AS besides`,
      [given],
    ),
  )
  return rows[0]!
}

/** What a printed name means in a state, under the label of the present; null where nothing decides. */
export async function meaningOfNameThen(
  client: Pick<PoolClient, 'query'>,
  at: number | null,
  name: string,
): Promise<{ id: string; name: string; proposed: boolean } | null> {
  if (at === null) {
    const meaning = await meaningOfName(client, name)
    return meaning && { id: meaning.unit.id, name: meaning.unit.name, proposed: meaning.basis === 'rule' }
  }
  const judgements = judgementsThen(client, at)
  const merged = await mergedThen(client, at, judgements)
  const meaning = meaningOf(await judgements(`subject_kind = 'printed name' AND subject = $1`, [name]), merged)
  if (!meaning) return null
  return { id: meaning.entity, name: (await unitLabel(client, meaning.entity)).name, proposed: meaning.basis === 'rule' }
}

export interface JudgedThen extends NameJudgement {
  subject: string
}

async function pastMeant(client: Pick<PoolClient, 'query'>, at: number, given: string): Promise<Meant> {
  const judgements = judgementsThen(client, at)
  const merged = await mergedThen(client, at, judgements)
  const entity = merged.canonicalOf(given)
  const members = merged.membersOf(entity)
  const named = await client.query<{ subject: string }>(
    `SELECT DISTINCT subject FROM ledger.judgement j WHERE ${heldIn(at, 'j')} AND subject_kind = 'printed name' AND verdict = 'same'
      AND entity = ANY($1)`,
    [members],
  )
  const ofNames = bySubject(
    await judgements(`subject_kind = 'printed name' AND subject = ANY($1)`, [named.rows.map(({ subject }) => subject)]),
  )
  const names = [...ofNames].filter(([, list]) => meaningOf(list, merged)?.entity === entity).map(([name]) => name)
  const touched = await client.query<{ id: string; name: string }>(
    `SELECT id, printed_name AS name FROM ledger.naming n WHERE ${heldIn(at, 'n')} AND id IN (
      SELECT subject FROM ledger.judgement j WHERE ${heldIn(at, 'j')} AND subject_kind = 'naming')
      AND (printed_name = ANY($1) OR id IN (
        SELECT subject FROM ledger.judgement j WHERE ${heldIn(at, 'j')} AND subject_kind = 'naming' AND entity = ANY($2)))`,
    [names, members],
  )
  const ofNamings = bySubject(
    await judgements(`subject_kind = 'naming' AND subject = ANY($1)`, [touched.rows.map(({ id }) => id)]),
  )
  const otherNames = bySubject(
    await judgements(`subject_kind = 'printed name' AND subject = ANY($1)`, [touched.rows.map(({ name }) => name)]),
  )
  const meant: Meant = { names, apart: [], besides: [] }
  for (const { id, name } of touched.rows) {
    const means = meaningOf(otherNames.get(name) ?? [], merged, ofNamings.get(id) ?? [])?.entity === entity
    if (names.includes(name) && !means) meant.apart.push(id)
    if (!names.includes(name) && means) meant.besides.push(id)
  }
  return meant
}

/** Judgements that held then. */
export const judgementsThen =
  (client: Pick<PoolClient, 'query'>, at: number) =>
  async (condition: string, values: unknown[]): Promise<JudgedThen[]> =>
    (
      await client.query<JudgedThen>(
        `SELECT subject, entity, verdict, basis, rule, score FROM ledger.judgement j WHERE ${heldIn(at, 'j')} AND ${condition}`,
        values,
      )
    ).rows

/** Which entities persons had judged to be one then. */
export async function mergedThen(
  client: Pick<PoolClient, 'query'>,
  at: number,
  judgements: (condition: string, values: unknown[]) => Promise<JudgedThen[]>,
): Promise<Merged> {
  const merges = await judgements(`subject_kind = 'entity' AND basis = 'person'`, [])
  const { rows } = await client.query<{ entity: string }>(
    `SELECT DISTINCT entity FROM ledger.statement s WHERE entity = ANY($1) AND property = 'name' AND ${heldIn(at, 's')}`,
    [merges.flatMap(({ subject, entity }) => [subject, entity])],
  )
  return mergeEntities(merges, new Set(rows.map(({ entity }) => entity)))
}

export const bySubject = (judgements: readonly JudgedThen[]): Map<string, JudgedThen[]> =>
  groupBy(judgements, ({ subject }) => subject)

/** The condition on trainings `t` that a naming means it, `value` writing a parameter and `past` being the one of a past state. */
export function meantBy(
  { names, apart, besides }: Meant,
  value: (given: unknown) => string,
  past: string | null,
  among: Among,
): string {
  const either = [
    `printed_name = ANY(${value(names)}::text[])${apart.length > 0 ? ` AND id <> ALL(${value(apart)}::text[])` : ''}`,
    ...(besides.length > 0 ? [`id = ANY(${value(besides)}::text[])`] : []),
  ]
  const trainings = `SELECT training FROM ${held('naming', past, `(${either.join(' OR ')})`)} n`
  return amongSql(trainings, past, among)
}
