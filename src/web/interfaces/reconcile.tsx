/**
 * A reconciliation service (specification 0.2) for OpenRefine and what else speaks it: manifest, batches of queries, suggestions, preview and data
 * extension, over the same comparison of names as everywhere. An OpenRefine on this machine may ask from its own pages (CORS for loopback origins).
 *
 * There is no JSONP: an answer that is a script could be read by any site that the reader looks at.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { dateOrInterval } from '../../ledger/dates.js'
import { errors } from '../../ledger/errors.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import { loadStanding, type StandingOf } from '../../ledger/read/standing.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import type { WebDependencies } from '../dependencies.js'
import { preferredLanguage } from '../identity.js'
import { formatFor } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { requires } from '../permissions.js'
import { contentSecurityPolicy } from '../security.js'
import { stylesheet } from '../style/stylesheet.js'
import { atMost, foreignParameters, fromHere, isLocalOrigin } from './foreign-parameters.js'
import { manifest } from './reconcile-manifest.js'
import { ReconcilePreview } from './reconcile-preview.js'
import { candidatesOf, descriptionOf, type Extension, readExtension, readQueries } from './reconcile-query.js'
import { properties, types, typesOf } from './reconcile-types.js'

const mostBytes = 500_000
const mostSuggested = 20

export function reconcileRoutes(dependencies: WebDependencies): Hono {
  const app = new Hono()
  const { entities, reading } = dependencies

  app.use('/reconcile/*', shared)
  app.use('/reconcile', shared)

  app.get('/reconcile', requires('read'), async (context) => {
    const parameters = new URL(context.req.url).searchParams
    refuseScript(parameters)
    const asked = await answer(dependencies, parameters.get('queries'), parameters.get('extend'), originOf(context))
    return context.json(asked ?? manifest(originOf(context)))
  })

  app.post('/reconcile', fromHere, requires('read'), atMost(mostBytes), async (context) => {
    refuseScript(new URL(context.req.url).searchParams)
    if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(context.req.header('content-type') ?? ''))
      throw errors.BODY_TYPE_UNKNOWN('application/x-www-form-urlencoded')
    const fields = await context.req.formData().catch(() => {
      throw errors.BODY_INVALID('the body', 'is no form')
    })
    const text = (name: string) => {
      const value = fields.get(name)
      return typeof value === 'string' ? value : null
    }
    const asked = await answer(dependencies, text('queries'), text('extend'), originOf(context))
    if (asked === null) throw errors.BODY_INVALID('the form', 'has neither queries nor extend')
    return context.json(asked)
  })

  app.get('/reconcile/suggest/entity', requires('read'), async (context) => {
    const { prefix, from } = readSuggest(context)
    const asked = { words: prefix, kinds: [], countries: [], from, limit: mostSuggested }
    const { page } = await entities.search(prefix === '' ? { ...asked, limit: 0 } : asked)
    const { entities: found } = await entities.entities(page.ids)
    return context.json({
      result: found.map((entity) => ({
        id: entity.id,
        name: entity.name,
        description: descriptionOf(entity),
        notable: typesOf(entity.kind),
      })),
    })
  })

  app.get('/reconcile/suggest/type', requires('read'), (context) => {
    const { prefix } = readSuggest(context)
    return context.json({ result: types.filter(suggests(prefix)).map(({ id, name }) => ({ id, name })) })
  })

  app.get('/reconcile/suggest/property', requires('read'), (context) => {
    const { prefix } = readSuggest(context)
    const held = properties.filter((property) => property.held)
    return context.json({ result: held.filter(suggests(prefix)).map(({ id, name, description }) => ({ id, name, description })) })
  })

  app.get('/reconcile/extend/propose', requires('read'), (context) => {
    const parameters = new URL(context.req.url).searchParams
    refuseScript(parameters)
    const type = parameters.get('type')
    const limit = foreignParameters(context).whole('limit', 50, 1, 500)
    const proposed = properties.filter((property) => property.extends).slice(0, limit)
    return context.json({ ...(type !== null && { type }), limit, properties: proposed.map(({ id, name }) => ({ id, name })) })
  })

  app.get('/reconcile/preview', requires('read'), async (context) => {
    const id = foreignParameters(context).text('id') ?? ''
    const { entities: found } = await entities.entities([id])
    const entity = found[0]
    if (!entity) throw errors.NOT_FOUND('entity')
    const standing = await reading.within(undefined, async ({ client }) => (await loadStanding(client, [id])).get(id)!)
    const language = preferredLanguage(context.req.header('accept-language'))
    const page = (
      <ReconcilePreview
        entity={entity}
        standing={standing}
        language={language}
        text={messagesFor(language)}
        format={formatFor(language)}
        page={pageOf(originOf(context), entity)}
        stylesheet={stylesheet().path}
      />
    )
    // Shown within a page of OpenRefine on this machine, and of nobody else.
    context.header(
      'content-security-policy',
      contentSecurityPolicy.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${localFrames}`),
    )
    context.header('vary', 'accept-language, origin')
    return context.html(`<!doctype html>${page.toString()}`)
  })
  return app
}

const localFrames = 'http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*'

/** What an OpenRefine on this machine may read from its own pages; nothing here is anybody's own. */
const shared: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin')
  await next()
  context.res.headers.append('vary', 'origin')
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-cache')
  if (origin !== undefined && isLocalOrigin(origin)) context.res.headers.set('access-control-allow-origin', origin)
}

function refuseScript(parameters: URLSearchParams): void {
  if (parameters.has('callback'))
    throw errors.QUERY_INVALID('callback', 'no answer is a script here; pages of this machine may ask for JSON (CORS)')
}

const originOf = (context: Context): string => new URL(context.req.url).origin

function readSuggest(context: Context): { prefix: string; from: number } {
  refuseScript(new URL(context.req.url).searchParams)
  const parameters = foreignParameters(context)
  return { prefix: parameters.text('prefix')?.trim() ?? '', from: parameters.whole('cursor', 0, 0, 10_000) }
}

const suggests =
  (prefix: string) =>
  ({ id, name }: { id: string; name: string }): boolean =>
    [id, ...name.split(/[\s:,]+/), name].some((word) => word.toLowerCase().startsWith(prefix.toLowerCase()))

/** Null where neither was asked. */
async function answer(
  dependencies: WebDependencies,
  queries: string | null,
  extend: string | null,
  origin: string,
): Promise<object | null> {
  if (extend !== null && extend.trim() !== '') return extended(dependencies, readExtension(extend), origin)
  if (queries === null || queries.trim() === '') return null
  const asked = readQueries(queries)
  const { matches } = await dependencies.entities.match(asked.map(({ query }) => query))
  const known = await knownById(
    dependencies,
    matches.flatMap((list) => list.map(({ id }) => id)),
  )
  return Object.fromEntries(asked.map((query, at) => [query.key, { result: candidatesOf(query, matches[at]!, known) }]))
}

async function knownById({ entities }: WebDependencies, ids: readonly string[]): Promise<Map<string, KnownEntity>> {
  const { entities: found } = await entities.entities([...new Set(ids)])
  return new Map(found.map((entity) => [entity.id, entity]))
}

async function extended(dependencies: WebDependencies, { ids, properties: wanted }: Extension, origin: string): Promise<object> {
  const known = await knownById(dependencies, ids)
  const standing = await dependencies.reading.within(undefined, ({ client }) => loadStanding(client, [...known.keys()]))
  const meta = wanted.map(({ id }) => ({ id, name: properties.find((property) => property.id === id)!.name }))
  const rows = ids.map((id) => {
    const entity = known.get(id)
    const cells = wanted.map(({ id: property, limit }) => {
      const values = entity ? valuesOf(property, entity, standing.get(id)!, origin) : []
      return [property, limit === null ? values : values.slice(0, limit)]
    })
    return [id, Object.fromEntries(cells)]
  })
  return { meta, rows: Object.fromEntries(rows) }
}

type Value = { str: string } | { int: number } | { bool: boolean }

function valuesOf(property: string, entity: KnownEntity, standing: StandingOf, origin: string): Value[] {
  const texts = (values: readonly string[]) => values.map((str) => ({ str }))
  switch (property) {
    case 'country':
      return texts(entity.countries.map((code) => countryOfCode(code)?.nameEn ?? code))
    case 'birth_date':
      return texts(entity.births.map(dateOrInterval))
    case 'identifier':
      return texts(entity.identifiers)
    case 'name':
      return texts([entity.name])
    case 'other_names':
      return texts(entity.names.filter((name) => name !== entity.name))
    case 'kind':
      return texts([entity.kind])
    case 'proposed':
      return [{ bool: entity.proposed }]
    case 'training_rows':
      return [{ int: standing.rows }]
    case 'training_sessions':
      return [{ int: standing.quantity }]
    case 'first_fiscal_year':
      return standing.firstYear === null ? [] : [{ int: standing.firstYear }]
    case 'last_fiscal_year':
      return standing.lastYear === null ? [] : [{ int: standing.lastYear }]
    case 'lists':
      return texts(standing.lists.map(listInWords))
    case 'alleged_incidents':
      return [{ int: standing.allegedIncidents }]
    default:
      return texts([pageOf(origin, entity)])
  }
}

const listInWords = ({ authority, list, listed, delisted, seenOn, deniedIn }: StandingOf['lists'][number]): string =>
  [
    `${authority}: ${list}`,
    listed && `listed ${listed}`,
    delisted && `taken off ${delisted}`,
    seenOn && `seen on the list of ${seenOn}`,
    deniedIn && `denied in ${deniedIn}`,
  ]
    .filter(Boolean)
    .join(', ')

const pageOf = (origin: string, { id, kind }: KnownEntity): string =>
  `${origin}/id/${kind === 'person' ? 'people' : 'units'}/${id}`
