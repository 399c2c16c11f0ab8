/**
 * All that subjects are compared with, read in one state of the ledger: who is known by which names, who was posted where, which unit is under which,
 * and what is alleged or listed. Read as the reader's role, so that nothing restricted is ever compared.
 */
import type { PoolClient } from 'pg'
import { type Exposure, statusOf } from '../analysis/exposure.js'
import { exposuresOfLedger } from '../analysis/exposure-ledger.js'
import { loadExposureRelations } from '../ledger/read/exposure.js'
import { loadIdentities } from '../ledger/read/identities.js'
import { type KnownEntity, loadKnownEntities } from '../ledger/read/known-entities.js'
import { loadMatters, loadSubjects, type Matter, type Standing } from '../ledger/read/matters.js'
import type { RelationStatement } from '../ledger/read/relations.js'
import type { Head } from '../ledger/read/views.js'
import type { Coverage, EntityReference, FindingSummary, HitExposure, MatterSummary } from './model.js'
import { mostShown } from './model.js'

/** One dated relation, as much of it as comparing needs. `from` is posted to, or under, `to`. */
export type Relation = Pick<
  RelationStatement,
  | 'from'
  | 'to'
  | 'firstCited'
  | 'starts'
  | 'lastCited'
  | 'ends'
  | 'openEnded'
  | 'precise'
  | 'imprecise'
  | 'firstCitedPrinted'
  | 'lastCitedPrinted'
> & { role: string | null; rank: string | null }

export interface Facts {
  entities: KnownEntity[]
  postings: Relation[]
  parents: Relation[]
  /** By entity: what is said of it. */
  matters: Map<string, HitExposure['matters']>
  findings: Map<string, HitExposure['findings']>
  assistance: Map<string, NonNullable<HitExposure['assistance']>>
  /** Places of birth as printed. */
  birthPlaces: Map<string, string[]>
}

type Client = Pick<PoolClient, 'query'>

export async function loadFacts(client: PoolClient): Promise<Facts> {
  const entities = await loadKnownEntities(client)
  const identities = await loadIdentities(client, null)
  const relations = (await loadExposureRelations(client, null, identities, null, ['posting', 'parent'])).filter(
    ({ stance }) => stance === 'asserts',
  )
  const of = (property: 'posting' | 'parent') => relations.filter((one) => one.property === property).map(relation)
  const names = new Map(entities.map((entity) => [entity.id, reference(entity)]))
  const matters = await loadMatters(client, null, identities, await loadSubjects(client, null, identities))
  const exposed = await exposuresOfLedger(client, null)
  return {
    entities,
    postings: of('posting'),
    parents: of('parent'),
    matters: bounded(matters, ({ subject }) => [subject], summaryOf),
    findings: bounded(
      exposed.exposures,
      ({ unit, matter, path }) => [...new Set([unit, matter.subject, ...path.steps.flatMap(({ from, to }) => [from, to])])],
      (finding) => findingOf(finding, names, exposed.names),
    ),
    assistance: await loadSums(client),
    birthPlaces: await loadBirthPlaces(client),
  }
}

export const reference = ({ id, kind, name, countries }: KnownEntity): EntityReference => ({
  id,
  kind,
  name,
  country: countries[0] ?? null,
})

const relation = (said: RelationStatement): Relation => ({
  from: said.from,
  to: said.to,
  firstCited: said.firstCited,
  starts: said.starts,
  lastCited: said.lastCited,
  ends: said.ends,
  openEnded: said.openEnded,
  precise: said.precise,
  imprecise: said.imprecise,
  firstCitedPrinted: said.firstCitedPrinted,
  lastCitedPrinted: said.lastCitedPrinted,
  role: text(said.details.role) ?? text(said.details.title),
  rank: text(said.details.rank),
})

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** By each entity that something concerns, the first few and how many there are. */
function bounded<Of, Shown>(
  all: readonly Of[],
  concerns: (one: Of) => readonly string[],
  show: (one: Of) => Shown,
): Map<string, { shown: Shown[]; of: number }> {
  const found = new Map<string, { shown: Shown[]; of: number }>()
  for (const one of all) {
    const shown = show(one)
    for (const id of concerns(one)) {
      const known = found.get(id) ?? { shown: [], of: 0 }
      found.set(id, known)
      known.of++
      if (known.shown.length < mostShown) known.shown.push(shown)
    }
  }
  return found
}

function summaryOf(matter: Matter): MatterSummary {
  const { standing, outcomes } = statusOf(matter)
  const at: Standing | undefined = matter.places[0]
  const where = {
    source: at?.source ?? '',
    sourceFile: at?.sourceFile ?? '',
    row: at?.place?.row ?? null,
    page: at?.place?.page ?? null,
  }
  const both = { id: matter.id, kind: matter.kind, standing, outcomes, ...where }
  if (matter.kind === 'incident') {
    const said = matter.violations.filter(({ stance }) => stance === 'asserts').flatMap(({ value }) => value ?? [])
    const none = { authority: null, list: null, program: null, effect: null, seenOn: [], deniedIn: null }
    return { ...both, violations: [...new Set(said)].slice(0, mostShown), span: matter.hull, ...none }
  }
  const { authority, list, program, effect, seenOn, deniedIn, listed } = matter
  return { ...both, violations: [], span: listed, authority, list, program, effect, seenOn: seenOn.slice(0, mostShown), deniedIn }
}

function findingOf(
  { id, unit, matter, path, order, sum }: Exposure,
  names: ReadonlyMap<string, EntityReference>,
  others: Awaited<ReturnType<typeof exposuresOfLedger>>['names'],
): FindingSummary {
  const other = others.get(unit)
  return {
    id,
    unit: names.get(unit) ?? {
      id: unit,
      kind: other?.kind ?? 'unit',
      name: other?.name ?? unit,
      country: other?.country ?? null,
    },
    matter: matter.id,
    matterKind: matter.kind,
    path: path.kind,
    order,
    sessions: sum.sessions,
    rows: sum.rows,
  }
}

async function loadSums(client: Client): Promise<Facts['assistance']> {
  const { rows } = await client.query<NonNullable<HitExposure['assistance']> & { id: string }>(
    `SELECT entity AS id, rows::float8 AS rows, quantity AS sessions, cents, first_year AS "firstYear", last_year AS "lastYear"
      FROM serving.unit WHERE rows > 0`,
  )
  return new Map(rows.map(({ id, ...sum }) => [id, sum]))
}

/** The ledger keeps what lists say of a place of birth among the notes that they print: "POB Kano, Nigeria". */
async function loadBirthPlaces(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ id: string; places: string[] }>(
    `SELECT coalesce(m.canonical, s.entity) AS id, array_agg(DISTINCT substr(s.value, 5)) AS places
      FROM ledger.statement s LEFT JOIN serving.merged m ON m.entity = s.entity
      WHERE s.property = 'note' AND s.stance = 'asserts' AND s.value LIKE 'POB %' AND s.withdrawn IS NULL GROUP BY 1`,
  )
  return new Map(rows.map(({ id, places }) => [id, places]))
}

/** What the state covers: the end of every "no match". */
export async function loadCoverage(client: Client, head: Head): Promise<Coverage> {
  const { rows: kinds } = await client.query<{ kind: string; count: number }>(
    // What persons judged to be one is one.
    `SELECT kind, count(*)::int AS count FROM ledger.entity e WHERE withdrawn IS NULL
      AND NOT EXISTS (SELECT FROM serving.merged m WHERE m.entity = e.id) GROUP BY kind`,
  )
  const of = (...wanted: string[]) => kinds.reduce((sum, { kind, count }) => sum + (wanted.includes(kind) ? count : 0), 0)
  const { rows: trainings } = await client.query<{ first: number | null; last: number | null; rows: number; countries: number }>(
    `SELECT min(fiscal_year)::int AS first, max(fiscal_year)::int AS last, coalesce(sum(rows), 0)::float8 AS rows,
      count(DISTINCT coalesce(country_code, country))::int AS countries FROM serving.cell WHERE status = 'delivered' AND rows > 0`,
  )
  const { rows: lists } = await client.query<Coverage['lists'][number]>(
    `SELECT authority, list, count(DISTINCT entity)::int AS entries,
      coalesce(array_agg(DISTINCT seen_on::text) FILTER (WHERE seen_on IS NOT NULL), '{}') AS "seenOn",
      coalesce(array_agg(DISTINCT denied_in) FILTER (WHERE denied_in IS NOT NULL), '{}') AS "deniedIn"
      FROM ledger.designation WHERE withdrawn IS NULL GROUP BY authority, list ORDER BY 3 DESC, 1, 2`,
  )
  const sum = trainings[0]
  return {
    at: head.at,
    changeset: head.changeset,
    digest: head.digest,
    units: of('unit', 'class of units', 'body'),
    people: of('person'),
    organizations: of('organization'),
    incidents: of('incident'),
    trainings: sum && sum.first !== null && sum.last !== null ? { ...sum, first: sum.first, last: sum.last } : null,
    lists,
  }
}
