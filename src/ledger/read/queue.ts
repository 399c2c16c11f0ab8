/** The review queue: pairs that may be one unit and wait for a person, those of which something is alleged first, then those that most rows hang on, each side with its evidence. */
import type { PoolClient } from 'pg'
import { loadUnitNames, type UnitName, type UnitRow, unitsById } from './units.js'

/** Names a pair in an address: the subject's id and the entity's. */
export interface PairName {
  subject: string
  entity: string
}

/** A row that names one side of a pair. */
export interface EvidenceRow {
  training: string
  fiscalYear: number
  courseTitle: string | null
  recipientUnit: string | null
  location: string | null
  startDate: string | null
  quantity: number | null
  cents: number | null
}

export interface PairSide {
  /** What it is where it is a unit; null for a name that means none yet. */
  unit: UnitRow | null
  /** For a name that means none yet: the name itself. */
  names: Pick<UnitName, 'id' | 'text' | 'rows' | 'firstYear' | 'lastYear'>[]
  rows: number
  cents: number
  sample: EvidenceRow[]
  /** Where the rows were held or sources say that it sits, most often first. */
  places: string[]
  /** Names and aliases that sources give it. */
  described: string[]
}

export interface Pair extends PairName {
  subjectKind: 'printed name' | 'entity'
  country: string | null
  score: number
  /** Incidents that a source accuses either side of, and listings of either. */
  allegations: number
  /** In English: `names` says them. */
  reasons: string[]
  left: PairSide
  right: PairSide
}

export interface Queue {
  /** How many pairs wait, of the country that was asked for. */
  waiting: number
  pairs: Pair[]
}

export interface QueueQuestion {
  country: string | null
  /** The pair that was skipped last: those behind it follow. */
  after: PairName | null
  /** This one first, whatever its place. */
  first: PairName | null
}

interface StoredPair {
  subject_kind: Pair['subjectKind']
  subject: string
  entity: string
  country: string | null
  score: number
  allegations: number
  reasons: string[]
}

const pairColumns = 'c.subject_kind, c.subject, c.entity, c.country, c.score, c.allegations, c.reasons'

export async function readQueue(client: PoolClient, { country, after, first }: QueueQuestion, limit: number): Promise<Queue> {
  const { rows: counts } = await client.query<{ waiting: number }>(
    'SELECT count(*)::int AS waiting FROM serving.candidate WHERE open AND ($1::text IS NULL OR country = $1)',
    [country],
  )
  const found: StoredPair[] = []
  if (first) {
    const { rows } = await client.query<StoredPair>(
      `SELECT ${pairColumns} FROM serving.candidate c WHERE c.subject = $1 AND c.entity = $2`,
      [first.subject, first.entity],
    )
    found.push(...rows)
  }
  const order = '-c.allegations, -c.rows, -c.cents, -c.score, c.subject, c.entity'
  const { rows: next } = await client.query<StoredPair>(
    `SELECT ${pairColumns} FROM serving.candidate c
      WHERE c.open ${country === null ? 'AND $1::text IS NULL' : 'AND c.country = $1'}
        AND ($2::text IS NULL OR NOT EXISTS (SELECT FROM serving.candidate a WHERE a.subject = $2 AND a.entity = $3)
          OR (${order}) > (SELECT ${order.replaceAll('c.', 'a.')} FROM serving.candidate a WHERE a.subject = $2 AND a.entity = $3))
      ORDER BY c.allegations DESC, c.rows DESC, c.cents DESC, c.score DESC, c.subject, c.entity LIMIT $4`,
    [country, after?.subject ?? null, after?.entity ?? null, limit + found.length],
  )
  found.push(...next.filter(({ subject, entity }) => subject !== first?.subject || entity !== first.entity))
  const pairs: Pair[] = []
  for (const row of found.slice(0, limit)) {
    const { subject_kind: subjectKind, ...rest } = row
    const left = subjectKind === 'entity' ? await unitSide(client, row.subject) : await nameSide(client, row.subject)
    const right = await unitSide(client, row.entity)
    if (left && right) pairs.push({ ...rest, subjectKind, left, right })
  }
  return { waiting: counts[0]!.waiting, pairs }
}

const shownNames = 8
const shownRows = 4
const shownPlaces = 6

async function unitSide(client: PoolClient, entity: string): Promise<PairSide | null> {
  const { rows: merged } = await client.query<{ canonical: string }>('SELECT canonical FROM serving.merged WHERE entity = $1', [
    entity,
  ])
  const id = merged[0]?.canonical ?? entity
  const unit = (await unitsById(client, [id])).get(id)
  if (!unit) return null
  const names = await loadUnitNames(client, id, shownNames)
  const { rows: said } = await client.query<{ property: string; value: string }>(
    `SELECT DISTINCT property, value FROM ledger.statement
      WHERE (entity = $1 OR entity IN (SELECT entity FROM serving.merged WHERE canonical = $1)) AND withdrawn IS NULL AND stance = 'asserts'
        AND property IN ('name', 'alias', 'site', 'area') AND value IS NOT NULL ORDER BY property DESC, value LIMIT 30`,
    [id],
  )
  const evidence = await loadEvidence(client, 'SELECT printed_name FROM serving.meaning WHERE entity = $1', id)
  const sites = said.filter(({ property }) => property === 'site' || property === 'area').map(({ value }) => value)
  return {
    unit,
    names,
    rows: unit.rows,
    cents: unit.cents,
    sample: evidence.sample,
    places: [...new Set([...sites, ...evidence.places])].slice(0, shownPlaces),
    described: said.filter(({ property }) => property === 'name' || property === 'alias').map(({ value }) => value),
  }
}

async function nameSide(client: PoolClient, name: string): Promise<PairSide | null> {
  const { rows } = await client.query<PairSide['names'][number]>(
    'SELECT id, text, rows, first_year AS "firstYear", last_year AS "lastYear" FROM serving.name WHERE id = $1',
    [name],
  )
  if (!rows[0]) return null
  const { sample, places } = await loadEvidence(client, 'SELECT $1::text', name)
  const { rows: sums } = await client.query<{ cents: number }>(
    `SELECT coalesce(sum(cents), 0) AS cents FROM serving.training WHERE id IN
      (SELECT training FROM ledger.naming WHERE printed_name = $1 AND withdrawn IS NULL)`,
    [name],
  )
  return { unit: null, names: rows, rows: rows[0].rows, cents: sums[0]!.cents, sample, places, described: [] }
}

/** Some rows of these names, the newest first, and where they were held. So many of a great unit's rows tell as much as all. */
async function loadEvidence(client: PoolClient, names: string, id: string): Promise<Pick<PairSide, 'sample' | 'places'>> {
  const { rows } = await client.query<EvidenceRow>(
    `SELECT t.id AS training, t.fiscal_year AS "fiscalYear", t.course_title AS "courseTitle", t.recipient_unit AS "recipientUnit", t.location,
      to_char(t.start_date, 'YYYY-MM-DD') AS "startDate", t.quantity::float8 AS quantity, t.cents::float8 AS cents
    FROM (SELECT DISTINCT training FROM ledger.naming WHERE printed_name IN (${names}) AND withdrawn IS NULL LIMIT 60) n
    JOIN ledger.training t ON t.id = n.training AND t.withdrawn IS NULL
    ORDER BY t.fiscal_year DESC, t.start_date DESC NULLS LAST, t.id`,
    [id],
  )
  const places = new Map<string, number>()
  for (const { location } of rows) if (location) places.set(location, (places.get(location) ?? 0) + 1)
  return {
    sample: rows.slice(0, shownRows),
    places: [...places].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([place]) => place),
  }
}
