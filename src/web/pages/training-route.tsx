/** Loads a training's page: the row, or where it went. */
import { placeToQuote, plainCitation } from '../../exchange/citations.js'
import type { Whereabouts } from '../../ledger/changesets/whereabouts.js'
import { errors } from '../../ledger/errors.js'
import { stateInAddress } from '../../ledger/read/as-of.js'
import { readQuery } from '../../ledger/read/query.js'
import type { TrainingView } from '../../ledger/read/views.js'
import { type NamingLevel, namesUnit } from '../../names/recipient-class.js'
import { Evidence } from '../components/evidence.js'
import { countryInSentence, countryName } from '../countries.js'
import type { WebDependencies } from '../dependencies.js'
import { citedTraining, evidenceOfRow } from '../evidence.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { type Quotation, quoteTraining } from '../quote/quotation.js'
import { type Asked, State } from './asked.js'
import { TrainingPage } from './training.js'
import { withdrawn } from './withdrawn.js'

export async function trainingPage(dependencies: WebDependencies, asked: Asked, id: string): Promise<Response> {
  const { reading } = dependencies
  const { as_of } = readQuery(State, asked.parameters)
  const view = await reading.training(id, as_of)
  if (!view) return elsewhere(await reading.whereabouts('training', id), asked, id)
  const { origin } = new URL(asked.context.req.url)
  const evidence = await evidenceOfRow(dependencies, 'training', id)
  const state = `?as_of=${stateInAddress(view.head)}`
  return asked.send(view.head, () => (
    <TrainingPage
      view={view}
      quotation={trainingQuotation(view, asked.language, origin)}
      card={`/evidence/trainings/${id}/card.${asked.language}.png${state}`}
      evidence={evidence && <Evidence view={evidence} />}
      rowImage={evidence?.kind === 'pages' && evidence.pages[0]?.image ? `/evidence/trainings/${id}/row.png` : undefined}
      citation={{
        text: plainCitation(citedTraining(view, origin), asked.language),
        bibtex: `/evidence/trainings/${id}.bib${state}`,
        cslJson: `/evidence/trainings/${id}.json${state}`,
      }}
    />
  ))
}

/** A row that names a unit beside its ministry names a unit. */
function finestLevel(texts: readonly string[]): NamingLevel | null {
  const levels = new Set(texts.map(namesUnit))
  return (['unit', 'class of units', 'service or ministry', 'none'] as const).find((level) => levels.has(level)) ?? null
}

/** The words of a row's quotation, for its page and its card. */
export function trainingQuotation(view: TrainingView, language: Language, origin: string): Quotation {
  const cited = citedTraining(view, origin)
  const recipients = view.training.namings.filter((naming) => naming.role === 'recipient')
  // Where there are several recipients, the one that is no security force decides what may be said of the row.
  const classes = recipients.map((naming) => naming.recipientClass)
  return quoteTraining(
    { text: messagesFor(language), format: formatFor(language) },
    {
      view,
      country: countryName(view.training.countryRef, language),
      countryInSentence: countryInSentence(view.training.countryRef, language),
      level: finestLevel(recipients.map((naming) => naming.text)),
      recipientClass: classes.find((each) => each !== 'security force') ?? classes[0] ?? null,
      place: placeToQuote(cited, language),
      permalink: cited.permalink,
    },
  )
}

/** A withdrawn row's address leads to what took its place; an expunged one's says that it is gone, and nothing else. */
function elsewhere(where: Whereabouts, asked: Asked, id: string): Response {
  if (where.state === 'expunged') throw errors.EXPUNGED('training')
  if (where.state === 'withdrawn') return withdrawn(where, asked, 'trainings', id)
  throw errors.NOT_FOUND(`training "${id.slice(0, 40)}"`)
}
