/**
 * The API of OpenSanctions' server (yente), so that its Python client and whatever else speaks it can ask this ledger: matching by example,
 * search, one entity with what it is linked to. Everything here reads, POST too; it carries no form token, since no page of ours sends it.
 *
 * A score says how alike the names are. `match` is the protocol's word for what a program may take without asking: a score at the threshold, of names
 * that nothing leaves in doubt. It finds nobody guilty of anything.
 */
import { Hono } from 'hono'
import { isOfSchema } from '../../exchange/follow-the-money/schemata.js'
import { idOfShown, loadNested, loadShown, type ShownEntity, shownId } from '../../exchange/follow-the-money/shown.js'
import { errors } from '../../ledger/errors.js'
import { changedSince } from '../../ledger/read/all-entities.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import { onceTimeoutMs } from '../../ledger/read/reading.js'
import type { EntityMatch, NameQuery } from '../../screening/entity-match.js'
import type { WebDependencies } from '../dependencies.js'
import { requires } from '../permissions.js'
import { atMost, type ForeignParameters, foreignParameters, fromHere, readJson } from './foreign-parameters.js'
import { type Example, readMatchBody } from './match-body.js'
import { datasetRoutes } from './opensanctions-datasets.js'
import { ALGORITHM, forcesOfTopics, isDataset, isInDatasets, kindsOfTopics, schemaOfKind } from './opensanctions-filters.js'
import { searchRoutes } from './opensanctions-search.js'

const mostBytes = 2_000_000
const mostResults = 500
/** Over all queries of a batch. */
const mostTogether = 5_000
/** Compared for each query, so that `total` counts more than what is shown. */
const leastCompared = 20
const comparedFor = (limit: number): number => Math.max(limit, leastCompared)

export function openSanctionsRoutes(dependencies: WebDependencies): Hono {
  const app = new Hono()
  app.route('/', datasetRoutes(dependencies))
  app.route('/', searchRoutes(dependencies))

  app.post('/match/:dataset', fromHere, requires('read'), atMost(mostBytes), async (context) => {
    if (!isDataset(context.req.param('dataset'))) throw errors.NOT_FOUND('dataset')
    const parameters = foreignParameters(context)
    const options = readOptions(parameters)
    const examples = readMatchBody(await readJson(context))
    if (examples.length * options.limit > mostTogether)
      throw errors.QUERY_INVALID('limit', `with ${examples.length} queries at most ${Math.floor(mostTogether / examples.length)}`)
    const within = await changedAsAsked(dependencies, options)
    const queries = examples.map((example) => ({ ...nameQuery(example, options), ...(within && { within }) }))
    const { matches } = await dependencies.entities.match(queries)
    const shown = await loadMatched(
      dependencies,
      matches.flatMap((list) => list.map(({ id }) => id)),
    )
    const responses = examples.map((example, at) => [example.key, answerOf(example, matches[at]!, shown, options)])
    context.header('cache-control', 'no-store')
    context.header('x-batch-size', String(examples.length))
    return context.json({ responses: Object.fromEntries(responses), limit: options.limit })
  })

  app.get('/entities/:id', requires('read'), async (context) => {
    const parameters = foreignParameters(context)
    parameters.only('nested')
    const nested = parameters.flag('nested', true)
    const id = idOfShown(context.req.param('id'))
    const canonical = await canonicalOf(dependencies, id)
    if (canonical !== id) return context.redirect(`/entities/${shownId(canonical)}${new URL(context.req.url).search}`, 308)
    return context.json(await entityOf(dependencies, id, nested))
  })

  app.get('/entities/:id/adjacent', requires('read'), async (context) => {
    const { limit, offset } = readWindow(foreignParameters(context))
    const entity = await entityOf(dependencies, idOfShown(context.req.param('id')), true)
    const adjacent = Object.entries(entity.properties).flatMap(([property, values]) => {
      const linked = values.filter((value) => typeof value !== 'string')
      return linked.length > 0 ? [[property, windowOf(linked, limit, offset)] as const] : []
    })
    const own = Object.entries(entity.properties).filter(([, values]) => values.every((value) => typeof value === 'string'))
    return context.json({
      entity: { ...entity, properties: Object.fromEntries(own) },
      adjacent: Object.fromEntries(adjacent),
    })
  })

  app.get('/entities/:id/adjacent/:property', requires('read'), async (context) => {
    const { limit, offset } = readWindow(foreignParameters(context))
    const { properties, schema } = await entityOf(dependencies, idOfShown(context.req.param('id')), true)
    const property = context.req.param('property')
    if (!linkedProperties[schema]?.includes(property)) throw errors.NOT_FOUND('property')
    const linked = (properties[property] ?? []).filter((value) => typeof value !== 'string')
    return context.json(windowOf(linked, limit, offset))
  })
  return app
}

const linkedProperties: Readonly<Record<string, readonly string[]>> = {
  Organization: [
    'addressEntity',
    'sanctions',
    'membershipMember',
    'membershipOrganization',
    'employees',
    'successors',
    'predecessors',
  ],
  Person: ['addressEntity', 'sanctions', 'employers', 'membershipMember'],
}

function readWindow(parameters: ForeignParameters): { limit: number; offset: number } {
  parameters.only('limit', 'offset')
  return { limit: parameters.whole('limit', 10, 1, 500), offset: parameters.whole('offset', 0, 0, 9_499) }
}

const windowOf = (values: readonly unknown[], limit: number, offset: number) => ({
  results: values.slice(offset, offset + limit),
  total: { value: values.length, relation: 'eq' },
  limit,
  offset,
})

interface Options {
  limit: number
  threshold: number
  cutoff: number
  /** Kinds of entities that may be found; null where a filter leaves none. */
  of: readonly KnownEntity['kind'][]
  /** Security forces alone. */
  forces: boolean
  schemataWithout: readonly string[]
  without: readonly string[]
  /** A time of UTC. */
  changedSince: string | null
}

function readOptions(parameters: ForeignParameters): Options {
  parameters.only(
    ...['limit', 'threshold', 'cutoff', 'algorithm', 'fuzzy', 'include_dataset', 'exclude_dataset', 'exclude_schema'],
    ...['topics', 'changed_since', 'exclude_entity_ids'],
  )
  // Names are compared with their slips allowed for, asked or not.
  parameters.flag('fuzzy', false)
  const algorithm = parameters.text('algorithm')?.trim().toLowerCase() ?? 'best'
  if (algorithm !== 'best' && algorithm !== ALGORITHM)
    throw errors.QUERY_INVALID('algorithm', `"best" and "${ALGORITHM}" are known; /algorithms describes it`)
  const threshold = parameters.number('threshold', 0.7, 0, 1)
  return {
    limit: parameters.whole('limit', 5, 1, mostResults),
    threshold,
    cutoff: Math.min(parameters.number('cutoff', 0.5, 0, 1), threshold),
    of: isInDatasets(parameters) ? kindsOfTopics(parameters.list('topics')) : [],
    forces: forcesOfTopics(parameters.list('topics')),
    schemataWithout: parameters.list('exclude_schema'),
    without: parameters.list('exclude_entity_ids').map(idOfShown),
    changedSince: readDay(parameters),
  }
}

function readDay(parameters: ForeignParameters): string | null {
  const given = parameters.text('changed_since')
  if (given === null) return null
  const [, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?)?(?:Z|\+00:00)?)?$/.exec(given) ?? []
  const time = day && `${day}T${hour}:${minute}:${second}`
  // What is no day of the calendar is moved to another by being read.
  if (!time || new Date(`${time}Z`).toJSON()?.slice(0, 19) !== time || time < '0001')
    throw errors.QUERY_INVALID('changed_since', 'a day, "2026-03-01", or a time, "2026-03-01T12:00:00"')
  return time
}

/** Ids of those that may be found by when they changed; null where that was not asked. */
async function changedAsAsked({ reading }: WebDependencies, { changedSince: time }: Options): Promise<string[] | null> {
  return time === null ? null : reading.within(undefined, ({ client }) => changedSince(client, time), onceTimeoutMs)
}

function nameQuery({ kinds, facts }: Example, { limit, cutoff, of, forces, schemataWithout, without }: Options): NameQuery {
  return {
    ...facts,
    kinds,
    of: of.filter((kind) => !schemataWithout.some((schema) => isOfSchema(schemaOfKind(kind), schema))),
    forces,
    without,
    limit: comparedFor(limit),
    least: cutoff,
  }
}

async function loadMatched({ reading, entities }: WebDependencies, ids: readonly string[]): Promise<Map<string, ShownEntity>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const known = async (asked: readonly string[]) => (await entities.entities(asked)).entities
  return reading.within(undefined, ({ client }) => loadShown(client, wanted, known), onceTimeoutMs)
}

function answerOf(
  { id, schema, properties }: Example,
  matches: readonly EntityMatch[],
  shown: ReadonlyMap<string, ShownEntity>,
  { limit, threshold }: Options,
) {
  const scored = matches.flatMap((match) => {
    const entity = shown.get(match.id)
    return entity ? [{ ...entity, ...scoreOf(match, threshold) }] : []
  })
  // Where as many as are compared reach the threshold, there may be others that do.
  const isWhole = matches.length < comparedFor(limit) || matches.at(-1)!.score < threshold
  return {
    status: 200,
    results: scored.slice(0, limit),
    total: { value: scored.filter(({ match }) => match).length, relation: isWhole ? 'eq' : 'gte' },
    query: { id, schema, properties },
  }
}

/** What bears on the score, under names that say what it is; `features` as older versions of the protocol have it. */
function scoreOf({ score, verdict, reasons, features }: EntityMatch, threshold: number) {
  const given = Object.entries(features).map(([feature, value]) => [`${feature}_match`, value] as const)
  const detail = (feature: string) => (feature === 'name_match' ? reasons.join('; ').slice(0, 2_000) : null)
  return {
    score,
    // Programs take what matches without asking: where the names leave anything open, a person has to look.
    match: score >= threshold && verdict === 'same',
    features: Object.fromEntries(given),
    explanations: Object.fromEntries(given.map(([feature, value]) => [feature, { score: value, detail: detail(feature) }])),
  }
}

async function entityOf({ reading, entities }: WebDependencies, id: string, nested: boolean): Promise<ShownEntity> {
  const known = async (asked: readonly string[]) => (await entities.entities(asked)).entities
  if (!/^[\w-]{1,80}$/.test(id)) throw errors.NOT_FOUND('entity')
  const entity = await reading.within(
    undefined,
    async ({ client }) => (nested ? loadNested(client, id, known) : ((await loadShown(client, [id], known)).get(id) ?? null)),
    onceTimeoutMs,
  )
  if (!entity) throw errors.NOT_FOUND('entity')
  return entity
}

async function canonicalOf({ reading }: WebDependencies, id: string): Promise<string> {
  if (!/^[\w-]{1,80}$/.test(id)) throw errors.NOT_FOUND('entity')
  return reading.within(undefined, async ({ client }) => {
    const { rows } = await client.query<{ canonical: string }>('SELECT canonical FROM serving.merged WHERE entity = $1', [id])
    return rows[0]?.canonical ?? id
  })
}
