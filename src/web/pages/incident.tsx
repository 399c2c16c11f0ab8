/**
 * One alleged incident: what is alleged and by whom, and at the same size who denies, doubts or answers it; then each part with its place. Nothing
 * on the page says that it happened.
 */
import { disputing } from '../../analysis/disputed.js'
import type { Property } from '../../ledger/entities.js'
import { answersShown } from '../../ledger/read/answers.js'
import type { EntityFacts, SaidOf } from '../../ledger/read/entity.js'
import type { OpenAnswer } from '../../ledger/read/open-answers.js'
import { OpenAnswers } from '../components/open-answers.js'
import { Page } from '../components/page.js'
import { RespondLink } from '../components/respond-link.js'
import { Attribution, Disputed, Saying } from '../components/saying.js'
import { EntityLink, PublicationList, StatementTable, Where } from '../components/statements.js'
import { Printed } from '../components/table.js'
import { countryInWords } from '../countries.js'
import { href, useSite } from '../site.js'
import { datesOf } from './incidents.js'

/** Characters of what is alleged that a title takes, where no source has a word for it. */
const MOST_IN_TITLE = 120

export function IncidentPage({ facts, open }: { facts: EntityFacts; open: readonly OpenAnswer[] }) {
  const site = useSite()
  const { text, format } = site
  const words = text.incident
  const said = (property: Property): readonly SaidOf[] => facts.said[property] ?? []
  const asserted = (property: Property) => said(property).filter(({ stance }) => stance === 'asserts')
  const all = Object.values(facts.said).flat() as SaidOf[]
  const occurrences = asserted('occurrence')
  const against = all.filter(({ stance }) => stance !== 'asserts')
  const answers = answersShown([...against, ...asserted('reply')])
  const told = occurrences[0]?.value
  const what =
    [...new Set(asserted('violation').map(({ value }) => value))].join('; ') ||
    (facts.name ?? (told && told.length <= MOST_IN_TITLE ? told : words.nothingNamed))
  const countries = [...new Set(asserted('country').map(({ value }) => value ?? ''))].filter(Boolean)
  const places = [...new Set(asserted('location').map(({ value }) => value ?? ''))].filter((place) => place.length < 80)
  const where = [...places.slice(0, 1), ...countries.map((code) => countryInWords(code, site.language))].join(', ') || null
  const title = words.heading(what, where, datesOf(occurrences.find(({ imprecise }) => imprecise)?.imprecise ?? null))
  const cited = [...new Set(all.flatMap(({ citations }) => citations))]
  const files = [...new Map(all.map(({ source, sourceFile, sourceTitle }) => [source, { sourceFile, sourceTitle }]))]
  return (
    <Page title={title} breadcrumb={[{ text: words.title, path: '/incidents' }]} description={words.lede}>
      <p class="kicker">{words.kicker}</p>
      <h1>{title}</h1>
      <p>
        <Disputed answers={disputing(against)} />
      </p>
      <p class="notice">
        {text.entity.kindNotes.incident} {words.notJudged}
      </p>
      <div class="columns halves">
        <section>
          <h2>{words.alleged}</h2>
          {occurrences.map((statement) => (
            <Saying statement={statement} />
          ))}
        </section>
        <section>
          <h2>{words.answered}</h2>
          {answers.map((statement) => (
            <Saying statement={statement} />
          ))}
          <OpenAnswers open={open} />
          {answers.length + open.length === 0 && <p class="none">{words.noAnswer}</p>}
          <RespondLink id={facts.id} />
        </section>
      </div>
      <Part title={words.perpetrators} note={words.perpetratorsNote} statements={said('perpetrator')} facts={facts} entities />
      {said('violation').length > 0 && (
        <section>
          <h2>{words.violations}</h2>
          <p class="quiet small">{words.violationsNote}</p>
          <ul>
            {said('violation').map((statement) => (
              <li>
                <Printed text={statement.value} /> <span class="small">({classInWords(words, statement)})</span>{' '}
                <Attribution statement={statement} /> <Where statement={statement} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Part title={words.victims} statements={said('victims')} facts={facts} details={['kind', 'names']} />
      <Part title={words.places} statements={said('location')} facts={facts} details={['gazetteer', 'precision']} />
      <section>
        <h2>{words.outcomes}</h2>
        {said('outcome').length === 0 ? (
          <p class="none">{words.noOutcome}</p>
        ) : (
          <StatementTable
            caption={words.outcomes}
            statements={said('outcome')}
            heading={words.asSaid}
            details={['by']}
            others={facts.others}
          />
        )}
      </section>
      <Part title={words.factors} statements={said('factor')} facts={facts} details={['kind']} />
      <Part title={text.entity.properties.note} statements={said('note')} facts={facts} />
      <Part title={text.entity.properties.identifier} statements={said('identifier')} facts={facts} details={['scheme']} />
      <section>
        <h2>{text.entity.sources}</h2>
        <ul>
          {files.map(([id, { sourceFile, sourceTitle }]) => (
            <li>
              <a href={href(site, `/sources/${id}`)}>{sourceTitle}</a> <span class="quiet small">{sourceFile}</span>
            </li>
          ))}
        </ul>
        <p class="quiet small">{text.entity.statements(format.number(all.length))}</p>
      </section>
      {cited.length > 0 && (
        <details class="data" open={cited.length <= 12}>
          <summary>
            {text.entity.publications} ({format.number(cited.length)})
          </summary>
          <p class="small quiet">{text.entity.notHeld}</p>
          <PublicationList ids={cited} publications={facts.publications} />
        </details>
      )}
    </Page>
  )
}

function classInWords(words: ReturnType<typeof useSite>['text']['incident'], { details }: SaidOf): string {
  const by = typeof details.classed_by === 'string' ? `; ${words.classedBy(details.classed_by)}` : ''
  if (typeof details.gvhr_class === 'string')
    return `22 USC 2304(d)(1): ${words.gvhrClass[details.gvhr_class] ?? details.gvhr_class}${by}`
  return typeof details.event === 'string'
    ? `${words.outsideLaw(words.event[details.event] ?? details.event)}${by}`
    : words.noClass
}

interface PartProps {
  title: string
  note?: string
  statements: readonly SaidOf[]
  facts: EntityFacts
  details?: readonly string[]
  /** Whether a statement may name an entity that has a page. */
  entities?: boolean
}

function Part({ title, note, statements, facts, details = [], entities = false }: PartProps) {
  const words = useSite().text.incident
  if (statements.length === 0) return null
  const named = entities ? [...new Set(statements.flatMap(({ object }) => object ?? []))] : []
  return (
    <section>
      <h2>{title}</h2>
      {note && <p class="quiet small">{note}</p>}
      <StatementTable caption={title} statements={statements} heading={words.asSaid} details={details} others={facts.others} />
      {named.length > 0 && (
        <p class="small">
          {named.map((id, index) => (
            <>
              {index > 0 && ' · '}
              <EntityLink id={id} others={facts.others} />
            </>
          ))}
        </p>
      )}
    </section>
  )
}
