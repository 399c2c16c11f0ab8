/**
 * Addresses that do not depend on a language, for citations: `/id/trainings/ID` leads to the page in the reader's language, with the state
 * of the ledger that the citation names. `/` leads to the first page likewise.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { readCheckQuery } from '../analysis/check-query.js'
import type { EntityKind } from '../ledger/entities.js'
import { errors } from '../ledger/errors.js'
import { type AsOf, asOfText } from '../ledger/read/as-of.js'
import { readQuery, readTrainingQuery } from '../ledger/read/query.js'
import { readClaimsQuery } from './claims-view.js'
import { roomOfKind } from './components/statements.js'
import type { WebDependencies } from './dependencies.js'
import { requires } from './permissions.js'

const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** The language that the browser prefers among ours; English where it names none. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const quality = Number(/^q=(\d(?:\.\d{1,3})?)$/.exec(rest.join(';').trim())?.[1] ?? 1)
      return { language: tag.split('-')[0]!, quality, index }
    })
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality || left.index - right.index)
  for (const { language } of asked) if ((languages as readonly string[]).includes(language)) return language as Language
  return 'en'
}

const State = z.object({ as_of: asOfText.optional() })

/** What has a permalink by id. Other pages (a country, a search) have one by their path. */
const rooms = {
  trainings: 'training',
  names: 'printed name',
  sources: 'source',
  totals: 'printed total',
  units: 'unit',
  people: 'person',
  articles: 'article',
  claims: 'claim',
} as const

export function identityRoutes({ reading }: WebDependencies): Hono {
  const app = new Hono()

  app.get('/', requires('read'), (context) => {
    context.header('vary', 'accept-language')
    return context.redirect(`/${preferredLanguage(context.req.header('accept-language'))}/`, 302)
  })

  app.get('/id/:room{trainings|names|sources|totals|units|people|articles|claims}/:id', requires('read'), async (context) => {
    const { room, id } = context.req.param() as { room: keyof typeof rooms; id: string }
    if (!/^[\w-]{1,80}$/.test(id)) throw errors.NOT_FOUND(rooms[room])
    const { as_of } = readQuery(State, parametersOf(context))
    if (room === 'trainings' || room === 'totals') {
      const where = await reading.whereabouts(room === 'trainings' ? 'training' : 'printed_total', id)
      if (where.state === 'expunged') throw errors.EXPUNGED(rooms[room])
      if (where.state === 'unknown') throw errors.NOT_FOUND(rooms[room])
      // As of a state in which it was there, the withdrawn id still means itself.
      if (where.state === 'withdrawn' && as_of === undefined) {
        if (!where.successor) throw errors.WITHDRAWN(rooms[room], null)
        return to(context, `/${room}/${where.successor}`, undefined)
      }
    }
    if (room === 'totals') {
      const view = await reading.total(id, as_of)
      if (!view) throw errors.NOT_FOUND(rooms[room])
      const { total } = view
      const page = total.places[0]?.page
      return to(context, `/sources/${total.sourceId}`, as_of, page ? { page: String(page) } : {})
    }
    return to(context, `/${room}/${id}`, as_of)
  })

  // Whoever has only the id of an entity: its page is of its kind.
  app.get('/id/entities/:id', requires('read'), async (context) => {
    const id = context.req.param('id')
    const kind = /^[\w-]{1,80}$/.test(id)
      ? await reading.within(undefined, async ({ client }) => {
          const { rows } = await client.query<{ kind: EntityKind }>(
            'SELECT kind FROM ledger.entity WHERE id = $1 AND withdrawn IS NULL',
            [id],
          )
          return rows[0]?.kind
        })
      : undefined
    if (kind === undefined) throw errors.NOT_FOUND('entity')
    return to(context, `/${roomOfKind[kind] ?? 'units'}/${id}`, undefined)
  })

  // A listing or a summary is cited by its path and question: they mean the same in every language. The first that fits is taken, so that
  // longer paths stand before their beginnings.
  app.get(
    '/id/:path{countries/[^/]+|programs/[^/]+|families/[^/]+|changes/[0-9]+|search|countries|programs|reconciliation|coverage|sources|checks|claims|cases|changes}',
    requires('read'),
    (context) => {
      const parameters = parametersOf(context)
      if (context.req.param('path') === 'search') readTrainingQuery(parameters)
      else if (context.req.param('path') === 'checks') readCheckQuery(parameters)
      else if (context.req.param('path') === 'claims') readClaimsQuery(parameters)
      else readQuery(State, parameters)
      return to(context, `/${context.req.param('path')}`, undefined, Object.fromEntries(parameters))
    },
  )
  return app
}

function to(context: Context, path: string, asOf: AsOf, parameters: Record<string, string> = {}): Response {
  const query = new URLSearchParams(asOf === undefined ? parameters : { ...parameters, as_of: String(asOf) }).toString()
  context.header('vary', 'accept-language')
  return context.redirect(
    `/${preferredLanguage(context.req.header('accept-language'))}${encodeURI(decodeURI(path))}${query ? `?${query}` : ''}`,
    303,
  )
}

const parametersOf = (context: Context) => new URL(context.req.url).searchParams
