/**
 * The web as one function from request to answer: testable without a port, holding nothing but what can be read again. Order matters: what
 * every request must pass, then files, then what is answered from memory, then the rooms.
 */
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Ledger } from '../ledger/database/connect.js'
import { errors } from '../ledger/errors.js'
import { isTimeout } from '../ledger/read/snapshot.js'
import { answerCache } from './answer-cache.js'
import { apiRoutes } from './api/routes.js'
import { withoutSlashAtEnd } from './canonical-address.js'
import { prepareMap } from './charts/world-map.js'
import { type Given, openWeb, type WebDependencies } from './dependencies.js'
import { archiveOf } from './evidence.js'
import { orExpunged } from './gone.js'
import { identityRoutes, preferredLanguage } from './identity.js'
import { scripts } from './islands/script.js'
import { type Problem, problemOf, problemResponse } from './problems.js'
import { errorPage, rooms } from './rooms.js'
import { readOrSend, secure } from './security.js'
import { stylesheet } from './style/stylesheet.js'

export interface AppOptions extends Given {
  ledger: Pick<Ledger, 'reader' | 'readerPool' | 'home'>
  /** Names under which this server may be called besides this machine's own. */
  hosts?: readonly string[]
  /** Bounds the answers kept in memory; 0 keeps none. */
  cacheBytes?: number
  /** For readers elsewhere: see decision 0132. */
  compressed?: boolean
  /** Told of every error that is our own mistake, for a log that no reader sees. */
  report?: (error: unknown, address: string) => void
}

export interface App {
  fetch(request: Request, bindings?: unknown): Response | Promise<Response>
  /** For tests: an answer to a path, without a port. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Reads what the first page needs, so that its first reader does not wait for it. */
  warm(): Promise<void>
  dependencies: WebDependencies
}

/** Asked by programs, to whom a page would say nothing. */
const programs = /^\/(?:api|match|search|entities|statements|catalog|algorithms|healthz|readyz|reconcile|changes)(?:[./]|$)/
/** What depends on nothing but the ledger's state and the address. */
const kept = /^\/(?:en|es|api\/v1|search|entities|catalog|algorithms)(?:\/|$)|^\/changes[./]/
/** What is one person's alone: kept neither here nor anywhere else. */
const privately = /^\/(?:en|es)\/screening(?:\/|$)/
const download = /^\/api\/.*\.(?:csv|json|ndjson)$/

export function buildApp({
  ledger,
  hosts = [],
  cacheBytes = 48_000_000,
  compressed = false,
  report = () => {},
  ...given
}: AppOptions): App {
  const dependencies = openWeb(ledger, given)
  const style = stylesheet()
  const app = new Hono({ strict: true })

  app.onError(async (error, context) => {
    const told = await orExpunged(dependencies, error, context.req.path.split('/'))
    const problem = problemOf(isTimeout(told) ? errors.QUERY_TOO_SLOW() : told)
    if (problem.status === 500) report(told, context.req.path)
    return answerProblem(problem, context.req.path, context.req.header('accept-language'), context.req.method === 'POST')
  })
  app.notFound(async (context) =>
    answerProblem(
      problemOf(context.req.method === 'POST' ? errors.METHOD_NOT_ALLOWED('POST') : errors.NOT_FOUND('page')),
      context.req.path,
      context.req.header('accept-language'),
    ),
  )

  async function answerProblem(problem: Problem, path: string, accept: string | undefined, sent = false): Promise<Response> {
    if (programs.test(path)) return problemResponse(problem)
    const language = /^\/(en|es)(?:\/|$)/.exec(path)?.[1] ?? preferredLanguage(accept)
    const page = await errorPage?.(problem, language as 'en' | 'es', dependencies, sent)
    if (page === undefined) return problemResponse(problem)
    return new Response(page, {
      status: problem.status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        ...(problem.status === 405 && { allow: 'GET, HEAD' }),
      },
    })
  }

  if (compressed) app.use(compress())
  app.use(secure(hosts))
  app.use(readOrSend)
  app.use(withoutSlashAtEnd)
  app.get(style.path, (context) =>
    context.body(style.css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  )
  for (const script of scripts())
    app.get(script.path, (context) =>
      context.body(script.source, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    )
  app.route('/', identityRoutes(dependencies))
  // An original that arrives, by another process too, changes pages and not the ledger.
  const state = async () => {
    const [{ digest }, archived] = await Promise.all([dependencies.reading.head(), archiveOf(dependencies).changedAt()])
    return `${digest} ${archived}`
  }
  const cache = answerCache(state, {
    bytes: cacheBytes,
    release: style.path,
  })
  app.use((context, next) =>
    kept.test(context.req.path) && !privately.test(context.req.path) && !download.test(context.req.path)
      ? cache.middleware(context, next)
      : next(),
  )
  app.route('/', apiRoutes(dependencies, style.path))
  for (const room of rooms) app.route('/', room(dependencies))

  return {
    fetch: (request, bindings) => app.fetch(request, bindings as object),
    request: async (path, init) => app.request(`http://localhost${path}`, init),
    warm: async () => {
      const home = dependencies.reading.home()
      // While the database is at work.
      setImmediate(prepareMap)
      await home
      await dependencies.coverage({})
    },
    dependencies,
  }
}
