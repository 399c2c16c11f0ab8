/**
 * Units as printed names and judgements give them, for pages, search and the queue of pairs that wait for a person. A unit here is whatever
 * can be named as one: a unit, a class of units, a body or an organisation, told apart by its kind.
 */
import type { PoolClient } from 'pg'
import type { EntityKind, Judgement } from '../entities.js'
import { type Identities, loadIdentities } from './identities.js'
import { planned } from './planned.js'
import type { Question } from './words.js'

/** What `serving.unit` has one row for. */
export type UnitKind = Extract<EntityKind, 'unit' | 'class of units' | 'body' | 'organization'>

/** One unit in a list, with what the rows that name it sum to. */
export interface UnitRow {
  id: string
  kind: UnitKind
  /** ISO 3166-1 alpha-3, or the country as printed where it has no code; null where nothing says it. */
  country: string | null
  /** As a source gives it, else the printed name with most rows. */
  name: string
  /** A source gives it a name; else it is known from printed names alone. */
  described: boolean
  /** No person has confirmed any of its names: shown as proposed. */
  proposed: boolean
  /** Printed names that mean it. */
  names: number
  rows: number
  /** Training sessions delivered, as a recipient. */
  quantity: number
  cents: number
  firstYear: number | null
  lastYear: number | null
}

/** A printed name that means a unit, and how it came to. */
export interface UnitName {
  id: string
  text: string
  country: string | null
  rows: number
  quantity: number
  firstYear: number | null
  lastYear: number | null
  basis: Judgement['basis']
  rule: string | null
  score: number | null
  reasons: string[]
  reviewer: string | null
  note: string | null
  /** Persons disagree about it. */
  contested: boolean
}

/** A unit with its names, the entities that were merged into it, and, of a class, the units that its name is part of. */
export interface UnitDetail {
  unit: UnitRow
  /** Most rows first. */
  names: UnitName[]
  /** Ids of other entities that persons judged to be the same. */
  merged: string[]
  /** For a class of units: units of its country whose names say the class's name. A reading of the names, not a fact. */
  members: UnitRow[]
  /** For a unit: classes whose name is part of its names, read in the same way. */
  classes: UnitRow[]
}

interface StoredUnit {
  entity: string
  kind: UnitKind
  country: string | null
  name: string
  described: boolean
  proposed: boolean
  names: number
  rows: number
  quantity: number
  cents: number
  first_year: number | null
  last_year: number | null
}

const unitColumns =
  'u.entity, u.kind, u.country, u.name, u.described, u.proposed, u.names, u.rows, u.quantity, u.cents, u.first_year, u.last_year'

const unitRow = (row: StoredUnit): UnitRow => ({
  id: row.entity,
  kind: row.kind,
  country: row.country,
  name: row.name,
  described: row.described,
  proposed: row.proposed,
  names: row.names,
  rows: row.rows,
  quantity: row.quantity,
  cents: row.cents,
  firstYear: row.first_year,
  lastYear: row.last_year,
})

export interface UnitQuestion {
  text: Question
  kinds: readonly UnitKind[]
  /** ISO 3166-1 alpha-3, or a country as printed. */
  country: string | null
}

/** Where a page of units ends. */
export interface UnitPosition {
  /** 0: a class of units that is called just what was typed. */
  tier: number
  quantity: number
  rows: number
  id: string
}

/** Where the units of a state are, to stand after FROM; `value` writes a parameter. */
export type UnitRelation = (value: (given: unknown) => string) => string
const servedUnits: UnitRelation = () => 'serving.unit'

function matching(
  { text, kinds, country }: UnitQuestion,
  relation: UnitRelation,
): { from: string; where: string; tier: string; values: unknown[] } {
  const values: unknown[] = []
  const add = (value: unknown) => `$${values.push(value)}`
  const from = relation(add)
  const where = ['(u.rows > 0 OR u.described)']
  if (text.empty) where.push('false')
  if (text.tsquery !== null) where.push(`u.key @@ ${add(text.tsquery)}::tsquery`)
  if (kinds.length > 0) where.push(`u.kind = ANY(${add(kinds)})`)
  if (country !== null) where.push(`u.country = ${add(country)}`)
  const typed = text.tsquery === null ? null : add(text.key)
  const tier =
    typed === null
      ? '0'
      : `(u.kind <> 'class of units' OR NOT EXISTS (SELECT FROM serving.class_name c WHERE c.class = u.entity AND lower(c.name) = ${typed}))::int`
  return { from, where: where.join(' AND '), tier, values }
}

/**
 * One page of units that words match in any of their names: a class of just that name first, then those that received most training sessions, then
 * those that most rows name.
 */
export async function listUnits(
  client: Pick<PoolClient, 'query'>,
  question: UnitQuestion,
  limit: number,
  after: UnitPosition | null,
  relation: UnitRelation = servedUnits,
): Promise<{ rows: UnitRow[]; total: number; last: UnitPosition | null }> {
  const { from, where, tier, values } = matching(question, relation)
  // Without words the index on sessions gives a page sooner than all are counted. What words find is found whole before it is ordered, and what is costly
  // to work out is worked out once: these are counted where they are listed.
  // The tier's parameter is of no use for counting, and PostgreSQL wants every parameter used.
  const count =
    relation === servedUnits && question.text.tsquery === null
      ? await client.query<{ total: number }>(
          `SELECT count(*)::int AS total FROM (SELECT ${tier} AS tier FROM ${from} u WHERE ${where}) u`,
          values,
        )
      : null
  const own = [...values]
  const add = (value: unknown) => `$${own.push(value)}`
  const most = add(limit + 1)
  const beyond = after
    ? `WHERE (u.tier, -u.quantity, -u.rows, u.entity) >
        (${add(after.tier)}::int, ${add(-after.quantity)}::float8, ${add(-after.rows)}::int, ${add(after.id)}::text COLLATE "C")`
    : ''
  const total = count ? '' : ', count(*) OVER ()::int AS total'
  const { rows } = await client.query<StoredUnit & { tier: number; total?: number }>(
    `SELECT * FROM (SELECT ${unitColumns}, ${tier} AS tier${total} FROM ${from} u WHERE ${where}) u ${beyond}
      ORDER BY u.tier, u.quantity DESC, u.rows DESC, u.entity LIMIT ${most}`,
    own,
  )
  const shown = rows.slice(0, limit)
  const end = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(unitRow),
    total: (count ?? { rows }).rows[0]?.total ?? 0,
    last: end ? { tier: end.tier, quantity: end.quantity, rows: end.rows, id: end.entity } : null,
  }
}

/** Opens the cursor `listing` over all that `listUnits` pages through. */
export async function declareUnits(
  client: PoolClient,
  question: UnitQuestion,
  relation: UnitRelation = servedUnits,
): Promise<void> {
  const { from, where, tier, values } = matching(question, relation)
  await client.query(
    `DECLARE listing NO SCROLL CURSOR FOR SELECT ${unitColumns} FROM (SELECT *, ${tier} AS tier FROM ${from} u WHERE ${where}) u
      ORDER BY u.tier, u.quantity DESC, u.rows DESC, u.entity`,
    values,
  )
}

export async function fetchUnits(client: PoolClient, count: number): Promise<UnitRow[]> {
  const { rows } = await client.query<StoredUnit>(`FETCH ${count} FROM listing`)
  return rows.map(unitRow)
}

/** Units of a page's list, in no order; ids that no unit has are left out. */
export async function unitsById(client: Pick<PoolClient, 'query'>, ids: readonly string[]): Promise<Map<string, UnitRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<StoredUnit>(
    planned('units by id', null, `SELECT ${unitColumns} FROM serving.unit u WHERE u.entity = ANY($1)`, [ids]),
  )
  return new Map(rows.map((row) => [row.entity, unitRow(row)]))
}

/** Ministries and services of a country that rows name, those with most sessions first. */
export async function bodiesOfCountry(client: Pick<PoolClient, 'query'>, country: string, limit: number): Promise<UnitRow[]> {
  const { rows } = await client.query<StoredUnit>(
    planned(
      'bodies of country',
      null,
      `SELECT ${unitColumns} FROM serving.unit u WHERE u.country = $1 AND u.kind = 'body' AND u.rows > 0
      ORDER BY u.quantity DESC, u.entity LIMIT $2`,
      [country, limit],
    ),
  )
  return rows.map(unitRow)
}

/** A name has a thousand spellings at most; a page shows this many and says how many there are. */
const mostShown = 200

/** The present's names, members and classes of a unit, by any id that it ever had; null where no unit has it. `known` as for `loadEntity`. */
export async function loadUnit(client: PoolClient, given: string, known?: Identities): Promise<UnitDetail | null> {
  const identities = known ?? (await loadIdentities(client, null))
  const id = identities.canonicalOf(given)
  const unit = (await unitsById(client, [id])).get(id)
  if (!unit) return null
  const names = await loadUnitNames(client, id, mostShown)
  const relatives = async (asked: 'class' | 'unit', wanted: 'class' | 'unit') => {
    const { rows } = await client.query<StoredUnit>(
      `SELECT ${unitColumns} FROM serving.unit u WHERE u.entity <> $1 AND u.entity IN (
          SELECT coalesce(w.canonical, c.${wanted}) FROM serving.class_member c LEFT JOIN serving.merged w ON w.entity = c.${wanted}
            WHERE c.${asked} IN (SELECT $1 UNION ALL SELECT entity FROM serving.merged WHERE canonical = $1))
        ORDER BY u.rows DESC, u.entity LIMIT ${mostShown}`,
      [id],
    )
    return rows.map(unitRow)
  }
  return {
    unit,
    names,
    merged: identities
      .membersOf(id)
      .filter((one) => one !== id)
      .sort(),
    members: unit.kind === 'class of units' ? await relatives('class', 'unit') : [],
    classes: unit.kind === 'class of units' ? [] : await relatives('unit', 'class'),
  }
}

/** Printed names that mean a unit, those with most rows first, with the judgement that decided it. */
export async function loadUnitNames(client: Pick<PoolClient, 'query'>, entity: string, limit: number): Promise<UnitName[]> {
  const { rows } = await client.query<UnitName>(
    planned(
      'unit names',
      null,
      `SELECT n.id, n.text, n.country, n.rows, n.quantity, n.first_year AS "firstYear", n.last_year AS "lastYear",
      m.basis, m.rule, m.score, j.reasons, j.reviewer, j.note, m.contested
    FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name
    JOIN LATERAL (
      SELECT reasons, reviewer, note FROM ledger.judgement j
        WHERE j.subject = m.printed_name AND j.entity = m.judged AND j.basis = m.basis AND j.verdict = 'same' AND j.withdrawn IS NULL
        ORDER BY j.id LIMIT 1
    ) j ON true
    WHERE m.entity = $1 ORDER BY n.rows DESC, n.text COLLATE "C" LIMIT $2`,
      [entity, limit],
    ),
  )
  return rows
}

/** What one printed name means at present, and how it came to; null where nothing decides. */
export async function meaningOfName(
  client: Pick<PoolClient, 'query'>,
  name: string,
): Promise<{ unit: UnitRow; basis: Judgement['basis']; rule: string | null; score: number | null; contested: boolean } | null> {
  const { rows } = await client.query<
    StoredUnit & { basis: Judgement['basis']; rule: string | null; score: number | null; contested: boolean }
  >(
    `SELECT ${unitColumns}, m.basis, m.rule, m.score, m.contested FROM serving.meaning m JOIN serving.unit u ON u.entity = m.entity
      WHERE m.printed_name = $1`,
    [name],
  )
  const row = rows[0]
  return row ? { unit: unitRow(row), basis: row.basis, rule: row.rule, score: row.score, contested: row.contested } : null
}
