/**
 * Units as they were in a past state: the relation that `serving.unit` is of the present, worked out from the judgements, statements and rows that held then.
 *
 * Nobody keeps it. Units that nothing has touched since are taken as they are served now, so that a state of some decisions ago costs no more than these; where
 * most of the ledger has changed, all are worked out, which takes seconds.
 */
import type { PoolClient } from 'pg'
import { type Merged, meaningOf } from '../meaning.js'
import { searchKey } from '../search-key.js'
import { held, served } from '../serving/tables.js'
import type { State } from './cube.js'
import { loadIdentities } from './identities.js'
import { bySubject, judgementsThen, mergedThen } from './meant.js'
import type { UnitRelation } from './units.js'

const named = `property IN ('name', 'alias', 'country') AND stance = 'asserts' AND value IS NOT NULL`

/** Where more units than this were touched since, all are worked out: naming them costs more than it saves. */
const mostTouched = 4_000

/**
 * Undefined where nothing that units are made of has changed since, so that what is served is of that state, too.
 *
 * `at`: the changeset after which it is; `past` is null where the trainings that are served now were the same then. `most`: see `mostTouched`.
 */
export async function unitsThen(
  client: PoolClient,
  at: number,
  { past }: Pick<State, 'past'>,
  most = mostTouched,
): Promise<UnitRelation | undefined> {
  if (past === null && !(await changedSince(client, at))) return undefined
  const judgements = judgementsThen(client, at)
  const merged = await mergedThen(client, at, judgements)
  const touched = await touchedSince(client, at, merged, most)
  // The names that meant any of these; all names where all units are worked out.
  const ofNames = bySubject(
    touched
      ? await judgements(
          `subject_kind = 'printed name' AND subject IN (SELECT subject FROM ledger.judgement WHERE subject_kind = 'printed name' AND entity = ANY($1))`,
          [touched],
        )
      : await judgements(`subject_kind = 'printed name'`, []),
  )
  const wanted = touched && new Set(touched)
  const means = [...ofNames].flatMap(([name, list]) => {
    const meaning = meaningOf(list, merged)
    return meaning && (!wanted || wanted.has(meaning.entity))
      ? [{ name, entity: meaning.entity, person: meaning.basis === 'person' }]
      : []
  })
  const ofNamings = bySubject(await judgements(`subject_kind = 'naming'`, []))
  const { rows: judged } = await client.query<{ id: string; name: string }>(
    `SELECT id, printed_name AS name FROM ${held('naming', '$1', 'id = ANY($2::text[])')} n`,
    [at, [...ofNamings.keys()]],
  )
  const apart = judged.map(({ id, name }) => {
    const entity = meaningOf(ofNames.get(name) ?? [], merged, ofNamings.get(id) ?? [])?.entity ?? null
    return { naming: id, entity: entity === null || !wanted || wanted.has(entity) ? entity : null }
  })
  const { rows: statements } = await client.query<{ entity: string; property: 'name' | 'alias' | 'country'; value: string }>(
    `SELECT entity, property, value FROM ${held('statement', '$1', touched ? `${named} AND entity = ANY($2)` : named)} s`,
    touched ? [at, touched] : [at],
  )
  const said = statements.map(({ entity, property, value }) => ({
    id: merged.canonicalOf(entity),
    name: property === 'name' ? value : null,
    country: property === 'country' ? value : null,
    words: property === 'country' ? null : searchKey(value),
  }))
  return (value) => {
    const then = value(at)
    const trainings = served('training', past === null ? null : value(past))
    const names = served('name', past === null ? null : value(past))
    const these = touched ? value(touched) : null
    const untouched = these
      ? `SELECT entity, kind, country, name, described, proposed, names, rows, quantity, cents, first_year::integer, last_year::integer, key
          FROM serving.unit WHERE entity <> ALL(${these}) UNION ALL `
      : ''
    return `(${untouched}(WITH means AS MATERIALIZED (
        SELECT * FROM unnest(${value(means.map(({ name }) => name))}::text[], ${value(means.map(({ entity }) => entity))}::text[],
          ${value(means.map(({ person }) => person))}::boolean[]) m (printed_name, entity, person)
      ), apart AS MATERIALIZED (
        SELECT * FROM unnest(${value(apart.map(({ naming }) => naming))}::text[], ${value(apart.map(({ entity }) => entity))}::text[]) a (naming, entity)
      ), naming AS (
        SELECT m.entity, n.training, n.role, n.count FROM ${held('naming', then)} n JOIN means m ON m.printed_name = n.printed_name
          WHERE NOT EXISTS (SELECT FROM apart a WHERE a.naming = n.id)
        UNION ALL
        SELECT a.entity, n.training, n.role, n.count FROM ${held('naming', then)} n JOIN apart a ON a.naming = n.id WHERE a.entity IS NOT NULL
      ), sums AS (
        SELECT entity, count(*)::integer AS rows, coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0)::float8 AS quantity,
          coalesce(sum(cents) FILTER (WHERE delivered AND recipient), 0)::float8 AS cents, min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
        FROM (
          SELECT g.entity, bool_or(g.role = 'recipient') AS recipient, t.cents, t.delivered, t.fiscal_year,
            coalesce(sum(g.count) FILTER (WHERE g.role = 'recipient'), t.quantity) AS quantity
          FROM naming g JOIN ${trainings} t ON t.id = g.training
          GROUP BY g.entity, t.n, t.quantity, t.cents, t.delivered, t.fiscal_year
        ) r GROUP BY entity
      ), printed AS (
        SELECT m.entity, count(*)::integer AS names, bool_or(m.person) AS confirmed,
          (array_agg(n.text ORDER BY n.rows DESC, n.text COLLATE "C"))[1] AS name,
          mode() WITHIN GROUP (ORDER BY n.country) AS country, string_agg(DISTINCT n.search_key, ' ') AS words
        FROM means m JOIN ${names} n ON n.id = m.printed_name GROUP BY m.entity
      ), said AS (
        SELECT id, mode() WITHIN GROUP (ORDER BY name COLLATE "C") AS name, mode() WITHIN GROUP (ORDER BY country COLLATE "C") AS country,
          string_agg(DISTINCT words, ' ') AS words
        FROM unnest(${value(said.map(({ id }) => id))}::text[], ${value(said.map(({ name }) => name))}::text[],
          ${value(said.map(({ country }) => country))}::text[], ${value(said.map(({ words }) => words))}::text[]) s (id, name, country, words)
        GROUP BY id
      )
      SELECT e.id AS entity, e.kind, coalesce(said.country, printed.country) AS country,
        coalesce(said.name, class.name, printed.name, '–') AS name, said.name IS NOT NULL AS described,
        said.name IS NULL AND NOT coalesce(printed.confirmed, false) AS proposed, coalesce(printed.names, 0) AS names,
        coalesce(sums.rows, 0) AS rows, coalesce(sums.quantity, 0) AS quantity, coalesce(sums.cents, 0) AS cents, sums.first_year, sums.last_year,
        to_tsvector('simple', concat_ws(' ', lower(class.name), printed.words, said.words)) AS key
      FROM ${held('entity', then, `kind IN ('unit', 'class of units', 'body', 'organization')${these ? ` AND id = ANY(${these})` : ''}`)} e
      LEFT JOIN sums ON sums.entity = e.id
      LEFT JOIN printed ON printed.entity = e.id
      LEFT JOIN said ON said.id = e.id
      LEFT JOIN serving.class_name class ON class.class = e.id
      WHERE e.id <> ALL(${value([...merged.canonical.keys()])}::text[])))`
  }
}

/**
 * Every unit that may have been another then: whose names were judged, whose rows or own statements changed, who was merged or parted, and those that
 * stand or stood for it. Null where there are more than `most`.
 */
async function touchedSince(client: PoolClient, at: number, then: Merged, most: number): Promise<string[] | null> {
  const since = '(written > $1 OR withdrawn > $1)'
  const { rows: names } = await client.query<{ id: string }>(
    `SELECT subject AS id FROM ledger.judgement WHERE subject_kind = 'printed name' AND ${since}
      UNION SELECT n.printed_name FROM ledger.judgement j JOIN ledger.naming n ON n.id = j.subject
        WHERE j.subject_kind = 'naming' AND (j.written > $1 OR j.withdrawn > $1)
      UNION SELECT id FROM serving.name WHERE since > $1
      UNION SELECT id FROM serving.past_name WHERE until > $1
      LIMIT $2::integer`,
    [at, most + 1],
  )
  if (names.length > most) return null
  const { rows } = await client.query<{ id: string }>(
    `SELECT entity AS id FROM ledger.judgement WHERE ${since}
      UNION SELECT subject FROM ledger.judgement WHERE subject_kind = 'entity' AND ${since}
      UNION SELECT entity FROM ledger.statement WHERE property IN ('name', 'alias', 'country') AND ${since}
      UNION SELECT id FROM ledger.entity WHERE ${since}
      UNION SELECT entity FROM ledger.judgement WHERE subject_kind = 'printed name' AND subject = ANY($2)
      UNION SELECT entity FROM serving.meaning WHERE printed_name = ANY($2)
      LIMIT $3::integer`,
    [at, names.map(({ id }) => id), most + 1],
  )
  const touched = new Set<string>()
  const { canonicalOf, membersOf } = await loadIdentities(client, null)
  // A unit stands for another now that stood for itself then: either list of members may be the longer.
  for (const { id } of rows)
    for (const member of [id, ...membersOf(canonicalOf(id)), ...then.membersOf(then.canonicalOf(id))]) touched.add(member)
  return touched.size > most ? null : [...touched]
}

async function changedSince(client: PoolClient, at: number): Promise<boolean> {
  const { rows } = await client.query<{ changed: boolean }>(
    `SELECT ${['judgement', 'statement', 'entity', 'naming']
      .map(
        (table) =>
          `EXISTS (SELECT FROM ledger.${table} WHERE written > $1) OR EXISTS (SELECT FROM ledger.${table} WHERE withdrawn > $1)`,
      )
      .join(' OR ')} AS changed`,
    [at],
  )
  return rows[0]!.changed
}
