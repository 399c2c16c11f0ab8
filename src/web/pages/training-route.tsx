/** Loads a training's page: the row, or where it went. */
import { plainCitation, shortCitation } from '../../exchange/citations.js'
import { errors } from '../../ledger/errors.js'
import { countryName } from '../countries.js'
import type { WebDependencies } from '../dependencies.js'
import { quoteTraining } from '../quote/quotation.js'
import { href, permalink } from '../site.js'
import type { Asked } from './routes.js'
import { TrainingPage } from './training.js'

export async function trainingPage(
  { reading }: WebDependencies,
  asked: Asked,
  id: string,
  asOf: number | undefined,
): Promise<Response> {
  const view = await reading.training(id, asOf)
  if (!view) return elsewhere(await reading.whereabouts('training', id), asked, id)
  const site = asked.site(view.head)
  const { training, source } = view
  const place = training.places[0] ?? null
  const own = permalink(site, `/id/trainings/${id}`)
  const cited = { source, place, permalink: own, asOf: view.head.at.slice(0, 10) }
  const recipient = training.namings.find((naming) => naming.role === 'recipient')
  const quotation = quoteTraining(site, {
    view,
    country: countryName(training.countryRef, site.language),
    recipientClass: recipient?.recipientClass ?? 'unknown',
    place: shortCitation(cited, site.language),
    permalink: own,
  })
  return asked.send(view.head, () => (
    <TrainingPage view={view} quotation={quotation} citation={{ text: plainCitation(cited, site.language) }} />
  ))
}

/** A withdrawn row's address leads to what took its place; an expunged one's says that it is gone, and nothing else. */
function elsewhere(where: Awaited<ReturnType<WebDependencies['reading']['whereabouts']>>, asked: Asked, id: string): Response {
  if (where.state === 'expunged') throw errors.EXPUNGED('training')
  if (where.state === 'withdrawn' && where.successor !== null)
    return asked.context.redirect(href({ language: asked.language, asOf: null }, `/trainings/${where.successor}`), 303)
  if (where.state === 'withdrawn') throw errors.WITHDRAWN('training', null)
  throw errors.NOT_FOUND(`training "${id.slice(0, 40)}"`)
}
