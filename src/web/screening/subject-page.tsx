/** A subject of a list beside its possible matches, with what speaks for each and what is said of it; what was decided, and the form to decide. */

import type { Decision, ListSummary, Subject, SubjectView } from '../../screening/model.js'
import { Page } from '../components/page.js'
import { scriptOf } from '../islands/script.js'
import { writerIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'
import { DecisionForm, type TypedDecision } from './decision-form.js'
import { HitPart } from './hit-part.js'
import type { Show } from './list-page.js'
import { CellFlags, Covered, DecisionWords, listTitle, NoMatchCoverage } from './parts.js'
import { givenLines, subjectName } from './words.js'

export interface SubjectPageProps {
  who: string
  list: ListSummary
  view: SubjectView
  decisions: readonly Decision[]
  show: Show
  /** The next subject that `show` has. */
  next: number | null
  token: string
  told: string | null
  /** What was typed, where it could not be taken, and why. */
  typed: TypedDecision | null
}

/** Where many have the name, the closest are open; the others are a click away, and the form stays in reach. */
const openHits = 6

export function SubjectPage({ who, list, view, decisions, show, next, token, told, typed }: SubjectPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const script = scriptOf('screening-decisions')
  const { subject, hits, matched } = view
  const [looked, others] = [
    hits.filter((hit) => hit.look || hit.decision !== null),
    hits.filter((hit) => !hit.look && hit.decision === null),
  ]
  // A unit found in full is no name "somewhat alike": it comes with the subject, and nothing is said of it.
  const [alike, beside] = [others.filter(({ role }) => role === 'subject'), others.filter(({ role }) => role !== 'subject')]
  const path = `/screening/${list.id}`
  return (
    <Page
      title={words.title}
      room="screening"
      unlisted
      breadcrumb={[
        { text: words.title, path: '/screening' },
        { text: listTitle(site, list), path },
      ]}
    >
      <h1 translate="no">{subjectName(site, subject)}</h1>
      <nav class="pager screening-moves" aria-label={words.subject}>
        <a href={href(site, path, { show })}>{words.backToList}</a>
        {subject.position > 1 && (
          <a href={href(site, `${path}/subjects/${subject.position - 1}`, { show })} rel="prev" data-key={words.keys.previous}>
            {words.previous} <kbd>{words.keys.previous}</kbd>
          </a>
        )}
        {next !== null && (
          <a href={href(site, `${path}/subjects/${next}`, { show })} rel="next" data-key={words.keys.next}>
            {words.next} <kbd>{words.keys.next}</kbd>
          </a>
        )}
      </nav>
      {told !== null && <output class="notice screening-told">{told}</output>}
      <div class="screening-sides">
        <section aria-labelledby="given" class="screening-given">
          <h2 id="given">{words.given}</h2>
          <Given subject={subject} />
          {list.run?.state === 'done' && (
            <p class="small">
              <a href={href(site, `${path}/subjects/${subject.position}/dossier.zip`)}>{words.dossier}</a> ·{' '}
              <a href={href(site, `${path}/subjects/${subject.position}/dossier.html`)}>{words.dossierHtml}</a>
            </p>
          )}
        </section>
        <section aria-labelledby="known">
          <h2 id="known">{words.known}</h2>
          {!view.compared && <p class="none">{words.noHitsYet}</p>}
          {view.compared && looked.length === 0 && (
            <p class="notice">
              {words.noHits} {beside.some(({ role }) => role === 'unit of the person') && words.unitFound}
            </p>
          )}
          {matched > hits.length && <p class="notice">{words.hitsOf(format.number(hits.length), format.number(matched))}</p>}
          {looked.slice(0, openHits).map((hit) => (
            <HitPart hit={hit} />
          ))}
          {looked.length > openHits && (
            <details>
              <summary>{words.furtherHits(looked.length - openHits, format.number(looked.length - openHits))}</summary>
              {looked.slice(openHits).map((hit) => (
                <HitPart hit={hit} />
              ))}
            </details>
          )}
          {beside.length > 0 && (
            <details>
              <summary>{words.beside(beside.length, format.number(beside.length))}</summary>
              {beside.map((hit) => (
                <HitPart hit={hit} />
              ))}
            </details>
          )}
          {alike.length > 0 && (
            <details>
              <summary>{words.others(alike.length, format.number(alike.length))}</summary>
              {alike.map((hit) => (
                <HitPart hit={hit} />
              ))}
            </details>
          )}
          {view.compared && list.run !== null && looked.length === 0 && <NoMatchCoverage coverage={list.run.coverage} />}
          {view.compared && list.run !== null && looked.length > 0 && <Covered coverage={list.run.coverage} />}
        </section>
      </div>
      <DecisionForm list={list} view={view} show={show} token={token} typed={typed} />
      <History who={who} list={list} view={view} decisions={decisions} show={show} token={token} />
      {script && <script type="module" src={script.path} />}
    </Page>
  )
}

function Given({ subject }: { subject: Subject }) {
  const { text } = useSite()
  const words = text.screening
  const besides = Object.entries(subject.besides).filter(([, value]) => value !== '')
  return (
    <>
      <p class="quiet small">{words.rowOf(subject.row, subject.sheet)}</p>
      <dl class="quote-parts">
        {givenLines({ text }, subject).map(([label, value]) =>
          value ? (
            <>
              <dt>{label}</dt>
              <dd translate="no">{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      {besides.length > 0 && (
        <details class="small">
          <summary>{words.besides}</summary>
          <dl class="quote-parts">
            {besides.map(([label, value]) => (
              <>
                <dt translate="no">{label}</dt>
                <dd translate="no">{value}</dd>
              </>
            ))}
          </dl>
        </details>
      )}
      {subject.flags.length > 0 && (
        <>
          <h3>{words.flagsHeading}</h3>
          <CellFlags flags={subject.flags} />
        </>
      )}
    </>
  )
}

function History(props: Pick<SubjectPageProps, 'who' | 'list' | 'view' | 'decisions' | 'show' | 'token'>) {
  const { who, list, view, decisions, show, token } = props
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const nameOf = (entity: string) => view.hits.find((hit) => hit.entity.id === entity)?.entity.name ?? entity
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      {decisions.length === 0 && <p class="none">{words.noHistory}</p>}
      <ol class="plain screening-history">
        {decisions.map((decision) => (
          <li>
            <p>
              <DecisionWords decision={decision} />{' '}
              {decision.entity !== null && <span translate="no">({nameOf(decision.entity)})</span>}
            </p>
            <p translate="no">{decision.reason}</p>
            <p class="quiet small">
              <span translate="no">{writerIn(site.language, decision.reviewer)}</span>, {format.time(decision.at)}
              {decision.expires !== null && ` · ${words.until(format.date(decision.expires))}`}
              {decision.bulk && ` · ${words.forMany}`}
              {decision.confirmedBy !== null &&
                ` · ${words.confirmedBy(writerIn(site.language, decision.confirmedBy), decision.confirmedAt === null ? '' : format.time(decision.confirmedAt))}`}
            </p>
            {decision.state === 'waits' &&
              (decision.reviewer === who ? (
                <p class="small">{words.confirmOwn}</p>
              ) : (
                <form method="post" action={href(site, `/screening/${list.id}/subjects/${view.subject.position}/confirm`)}>
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="show" value={show} />
                  <input type="hidden" name="number" value={String(decision.number)} />
                  <button type="submit">{words.confirm}</button>
                </form>
              ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
