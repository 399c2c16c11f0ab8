/** The results and dossiers of a list as files: sent as they are made, named by ids alone. */
import { type Context, Hono } from 'hono'
import { zipOf } from '../../exchange/bagit/zip-bag.js'
import { errors } from '../../ledger/errors.js'
import type { ScreeningDesk, WebDependencies } from '../dependencies.js'
import { dossierBag, dossierHtml, dossierName } from '../dossier/files.js'
import { subjectsOf } from '../dossier/gather.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { requires } from '../permissions.js'
import { deskOf, quietly, withoutContents } from './privately.js'
import { resultsCsv } from './results-csv.js'

export function screeningDownloads(dependencies: WebDependencies): Hono {
  const app = new Hono()
  const file = (path: string, answer: (context: Context, desk: ScreeningDesk) => Promise<Response>) =>
    app.get(`/:language{en|es}/screening/:which${path}`, requires('screen'), (context) =>
      quietly(() => answer(context, deskOf(dependencies))),
    )
  const requestOf = (context: Context, { who, now }: ScreeningDesk) => ({
    who,
    list: context.req.param('which')!,
    position: positionOf(context),
    language: context.req.param('language') as Language,
    made: wholeSecond(now()),
  })

  file('/results.csv', async (context, { lists, who }) => {
    const language = context.req.param('language') as Language
    const { id, run } = await lists.list(who, context.req.param('which')!)
    if (run === null) throw errors.DOSSIER_NOT_COMPARED()
    const speaks = { language, text: messagesFor(language), format: formatFor(language) }
    const rows = resultsCsv(speaks, run.coverage, subjectsOf(lists, { who, list: id, position: null }))
    return download(stream(rows), 'text/csv; charset=utf-8', `rastro-screening-${id}.csv`)
  })
  for (const path of ['', '/subjects/:position{[1-9][0-9]*}']) {
    file(`${path}/dossier.html`, async (context, desk) => {
      const request = requestOf(context, desk)
      const html = await dossierHtml(dependencies, desk.lists, request)
      return download(html, 'text/html; charset=utf-8', `${dossierName(request)}.html`)
    })
    file(`${path}/dossier.zip`, async (context, desk) => {
      const request = requestOf(context, desk)
      const { name, files } = await dossierBag(dependencies, desk.lists, request)
      return download(stream(zipOf(name, files, request.made)), 'application/zip', `${name}.zip`)
    })
  }
  return app
}

function positionOf(context: Context): number | null {
  const position = context.req.param('position')
  if (position === undefined) return null
  if (!/^[1-9]\d{0,6}$/.test(position)) throw errors.NOT_FOUND('subject')
  return Number(position)
}

/** What is named after a time should say all of it. */
const wholeSecond = (at: Date): Date => new Date(Math.floor(at.getTime() / 1000) * 1000)

const download = (body: BodyInit, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store, private',
    },
  })

/** Made while it is read: whoever reads slowly is waited for, and whoever goes away ends it. */
function stream(parts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await parts.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      } catch (error) {
        controller.error(withoutContents(error))
      }
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
