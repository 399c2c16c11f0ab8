/** The API as routes, its OpenAPI document, and the page to try it. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { errors } from '../../ledger/errors.js'
import type { WebDependencies } from '../dependencies.js'
import { refuseUnknown } from '../known-values.js'
import { requires } from '../permissions.js'
import { type Format, fileOf, formats, mediaTypes, streamedFile } from './download.js'
import type { Endpoint } from './endpoint.js'
import { endpoints } from './endpoints.js'
import { Anything, ProblemSchema } from './schemas.js'
import { type DocumentedParameter, tryPage } from './try-page.js'

const base = '/api/v1'

/** Paths are whole ("/api/v1/trainings"), so that they can be mounted at the root. */
export function apiRoutes(dependencies: WebDependencies, stylesheetPath: string): OpenAPIHono {
  const api = new OpenAPIHono()
  for (const { path, summary, parameters, answer, handle, file } of endpoints) {
    const hasId = path.includes('{id}')
    api.openAPIRegistry.registerPath({
      method: 'get',
      path: `${base}${path}`,
      operationId: operationOf(path),
      summary,
      request: {
        query: parameters,
        ...(hasId ? { params: parametersOfPath } : {}),
      },
      responses: {
        200: { description: 'The answer', content: { 'application/json': { schema: answer } } },
        304: { description: 'Nothing changed since the ETag that was given' },
        400: problem('The question cannot be read'),
        ...(hasId ? { 404: problem('Not in the ledger'), 410: problem('Withdrawn or removed') } : {}),
        503: problem('It took too long'),
      },
    })
    if (file) {
      for (const format of formats) {
        api.openAPIRegistry.registerPath({
          method: 'get',
          path: `${base}${path}.${format}`,
          operationId: operationOf(`${path}_${format}`),
          summary: `All of it as a ${format.toUpperCase()} file: ${summary}`,
          request: { query: parameters },
          responses: {
            200: {
              description: 'Complete and streamed',
              content: {
                [mediaTypes[format].split(';')[0]!]: {
                  schema: format === 'json' ? rowsOf({ answer, file }) : { type: 'string' },
                },
              },
            },
            400: problem('The question cannot be read'),
            503: problem('Too many downloads are under way'),
          },
        })
        api.get(`${base}${path}.${format}`, requires('download'), async (context) => {
          await refuseUnknown(dependencies, path, parametersOf(context))
          return download(context, dependencies, file, format)
        })
      }
    }
    api.get(`${base}${path.replace('{id}', ':id')}`, requires('read'), async (context) => {
      const id = context.req.param('id') ?? ''
      // No id or slug of ours holds one, and PostgreSQL takes no NUL in a text.
      if (/\p{Cc}/u.test(id)) throw errors.NOT_FOUND('record')
      const parameters = parametersOf(context)
      await refuseUnknown(dependencies, path, parameters)
      return context.json((await handle(dependencies, parameters, id)) as object)
    })
  }
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Rastro',
      version: '1',
      description:
        'U.S. training of foreign security forces as the official reports print it, every row citing its page. Quantities are training sessions, never people. A sum covers delivered trainings only; plans are summed apart, as `proposed`. A sum comes with what it does not cover.',
      license: { name: 'MIT (program); the facts are a United States Government work' },
    },
    servers: [{ url: '/' }],
  })
  const documentText = JSON.stringify(document, null, 1)
  api.get(`${base}/openapi.json`, requires('read'), (context) =>
    context.body(documentText, 200, { 'content-type': 'application/json; charset=utf-8' }),
  )
  const page = tryPage(stylesheetPath, (path) => (document.paths?.[path]?.get?.parameters ?? []) as DocumentedParameter[])
  api.get(base, (context) => context.redirect(`${base}/`, 308))
  api.get(`${base}/`, requires('read'), (context) => context.html(page))
  return api
}

/** What a client made from the document calls it: "trainings", "trainings_csv", "one_of_trainings". */
const operationOf = (path: string) => {
  const name = path.replace('/{id}', '').slice(1).replaceAll('/', '_')
  return path.includes('{id}') ? `one_of_${name}` : name
}

/** A listing's file in JSON is an array of what the listing holds, or of rows of its own. */
export function rowsOf({ answer, file }: Pick<Endpoint, 'answer' | 'file'>): z.ZodType {
  const data = answer instanceof z.ZodObject ? (answer.shape as Record<string, z.ZodType>).data : undefined
  return file?.row || !data ? z.array(file?.row ?? Anything) : data
}

const parametersOfPath = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) })

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ProblemSchema } } })

/** Those of the address itself: what a framework makes of repeated or odd parameters is not our grammar. */
const parametersOf = (context: Context) => new URL(context.req.url).searchParams

async function download(
  context: Context,
  dependencies: WebDependencies,
  file: NonNullable<(typeof endpoints)[number]['file']>,
  format: Format,
): Promise<Response> {
  const parameters = parametersOf(context)
  // A file is complete: where a page of it would begin and end is of no account.
  parameters.delete('cursor')
  parameters.delete('limit')
  if (context.req.method === 'HEAD') {
    // What a GET would refuse is refused: the question is read, and no row of it.
    if (file.stream) await file.stream(dependencies, parameters)[Symbol.asyncIterator]().return?.()
    else await file.rows?.(dependencies, parameters)
    return new Response(null, { headers: { 'content-type': mediaTypes[format], 'cache-control': 'no-store' } })
  }
  if (file.stream) return streamedFile(file.stream(dependencies, parameters), file.name, format, file.columns ?? [])
  const rows = (await file.rows?.(dependencies, parameters)) ?? []
  return fileOf(rows, file.name, format, file.columns ?? Object.keys(rows[0] ?? {}))
}
