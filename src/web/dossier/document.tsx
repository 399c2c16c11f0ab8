/**
 * The dossier as one HTML file that needs nothing beside it: no script, its style inside, images within the text. It says of itself when it was made, by
 * which tool, of which state of the ledger, and what that state does not cover; so that a reader without the ledger takes nothing for more than it is.
 */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Child } from 'hono/jsx'
import { projectRoot, version } from '../../ledger/project.js'
import type { Decision, Subject } from '../../screening/model.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { writerIn } from '../messages/reasons.js'
import { renderPage } from '../render.js'
import { coverageParts, coveredInWords, givenLines, listInWords, subjectName } from '../screening/words.js'
import { useSite } from '../site.js'
import type { DossierFacts, DossierSubject } from './gather.js'
import { OtherHits, PossibleMatch } from './match.js'
import type { PageEvidence } from './page-evidence.js'

export interface DossierDocument {
  facts: DossierFacts
  evidence: PageEvidence
  made: Date
  language: Language
  /** Whether it lies in a bag, which can be checked. */
  inBag: boolean
}

const css = () => readFileSync(path.join(projectRoot, 'src/web/style/dossier.css'), 'utf8')

/** Where the file is opened, no page of ours says what it may do. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

export function writeDossier(document: DossierDocument): string {
  const { language } = document
  return renderPage(
    {
      language,
      text: messagesFor(language),
      format: formatFor(language),
      address: '/',
      asOf: null,
      head: null,
      origin: '',
      stylesheet: '',
    },
    <Dossier {...document} />,
  )
}

function Dossier({ facts, evidence, made, language, inBag }: DossierDocument) {
  const site = useSite()
  const { text, format } = site
  const words = text.dossier
  const { run, list, subjects, others, position } = facts
  const { coverage } = run
  const only = position === null ? undefined : subjects[0]
  const title = only
    ? words.ofSubject(subjectName(site, only.view.subject))
    : words.ofList(list.title || text.screening.untitled(format.date(list.created.slice(0, 10))))
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <style dangerouslySetInnerHTML={{ __html: css() }} />
      </head>
      <body>
        <header>
          <p class="kicker">{words.kicker}</p>
          <h1>{title}</h1>
          <p class="notice">{words.reads}</p>
          <p>{words.privacy}</p>
          <dl>
            <dt>{words.made}</dt>
            <dd>{format.time(made.toISOString())}</dd>
            <dt>{words.by}</dt>
            <dd translate="no">{writerIn(site.language, facts.who)}</dd>
            {only && (
              <>
                <dt>{words.list}</dt>
                <dd translate="no">{list.title || text.screening.untitled(format.date(list.created.slice(0, 10)))}</dd>
              </>
            )}
            <dt>{words.run}</dt>
            <dd>{words.runOf(run.number, format.time(run.started))}</dd>
            <dt>{words.state}</dt>
            <dd>{words.change(coverage.changeset, format.time(coverage.at))}</dd>
            <dt>{words.digest}</dt>
            <dd class="digest">{coverage.digest}</dd>
            <dt>{words.tool}</dt>
            <dd>Rastro {version}</dd>
            <dt>{words.check}</dt>
            <dd>{inBag ? words.checkBag : words.checkAlone}</dd>
          </dl>
          {!only && (
            <p>
              {words.counts(
                subjects.length + others.length,
                format.number(subjects.length + others.length),
                format.number(subjects.length),
              )}
            </p>
          )}
        </header>
        <main>
          <Covers facts={facts} />
          {subjects.length > 1 && (
            <section>
              <h2>{words.contents}</h2>
              <ol>
                {subjects.map(({ view: { subject } }) => (
                  <li value={subject.position}>
                    <a href={`#subject-${subject.position}`} translate="no">
                      {subjectName(site, subject)}
                    </a>
                  </li>
                ))}
              </ol>
            </section>
          )}
          {evidence.shown < evidence.of && <p class="notice">{words.fewer(evidence.shown, evidence.of)}</p>}
          {subjects.map((subject) => (
            <SubjectPart subject={subject} facts={facts} evidence={evidence} />
          ))}
          {others.length > 0 && <Others facts={facts} />}
        </main>
      </body>
    </html>
  )
}

function Covers({ facts }: { facts: DossierFacts }) {
  const site = useSite()
  const { text, format } = site
  const words = text.dossier
  const { coverage } = facts.run
  return (
    <section>
      <h2>{words.covers}</h2>
      <p>{words.coverIntro(format.date(coverage.at.slice(0, 10)))}</p>
      <ul>
        {coverageParts(site, coverage).map((part) => (
          <li>{part}</li>
        ))}
      </ul>
      {coverage.lists.length > 0 && (
        <ul class="small">
          {coverage.lists.map((list) => (
            <li translate="no">{listInWords(site, list)}</li>
          ))}
        </ul>
      )}
      <h3>{words.notCovered}</h3>
      <p>{words.notCoveredNote}</p>
      <p>{text.screening.noClearance}</p>
    </section>
  )
}

function SubjectPart({ subject, facts, evidence }: { subject: DossierSubject; facts: DossierFacts; evidence: PageEvidence }) {
  const site = useSite()
  const { text } = site
  const words = text.dossier
  const { view, decisions, hits } = subject
  const shown = new Set(hits.map(({ hit }) => hit))
  const others = view.hits.filter((hit) => !shown.has(hit))
  return (
    <section class="subject" id={`subject-${view.subject.position}`}>
      <h2>
        <span translate="no">{subjectName(site, view.subject)}</span>
      </h2>
      <p class="quiet">
        {words.subject(view.subject.position)} · {text.screening.rowOf(view.subject.row, view.subject.sheet)}
      </p>
      <h3>{words.given}</h3>
      <Given subject={view.subject} />
      <h3>{words.decisions}</h3>
      <Decisions decisions={decisions} />
      {hits.length === 0 && <p class="notice">{words.withoutNote(coveredInWords(site, facts.run.coverage))}</p>}
      {hits.map((hit) => (
        <PossibleMatch hit={hit} facts={facts} evidence={evidence} />
      ))}
      {others.length > 0 && <OtherHits hits={others} />}
    </section>
  )
}

function Given({ subject }: { subject: Subject }) {
  const site = useSite()
  const { text } = site
  const lines: [string, string | null][] = [
    [text.screening.fields.name, subject.name],
    ...givenLines(site, subject),
    ...Object.entries(subject.besides),
  ]
  return (
    <>
      <dl>
        {lines.map(([label, value]) =>
          value ? (
            <>
              <dt>{label}</dt>
              <dd translate="no">{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      {subject.flags.length > 0 && (
        <>
          <h4>{text.dossier.flags}</h4>
          <ul class="small">
            {subject.flags.map(({ code, column, text: cell }) => (
              <li>
                {column !== null && `${text.screening.inColumn(column)}: `}
                {cell !== null && <span translate="no">{text.screening.quoted(cell)} </span>}
                {text.screening.flags[code]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Decisions({ decisions }: { decisions: readonly Decision[] }): Child {
  const { text } = useSite()
  if (decisions.length === 0) return <p>{text.dossier.noDecision}</p>
  return (
    <ul>
      {decisions.map((decision) => (
        <li>
          <DecisionLine decision={decision} />
        </li>
      ))}
    </ul>
  )
}

function DecisionLine({ decision }: { decision: Decision }) {
  const { text, format, language } = useSite()
  const words = text.screening
  return (
    <>
      <strong>
        {[decision.finding && words.findings[decision.finding], decision.action && words.actions[decision.action]]
          .filter(Boolean)
          .join(' · ')}
      </strong>{' '}
      <span class="badge">{words.states[decision.state]}</span>
      <br />
      <span translate="no">{decision.reason}</span>
      <br />
      <span class="quiet">
        <span translate="no">{writerIn(language, decision.reviewer)}</span>, {format.time(decision.at)}
        {decision.expires !== null && ` · ${words.until(format.date(decision.expires))}`}
        {decision.bulk && ` · ${words.forMany}`}
        {decision.confirmedBy !== null &&
          ` · ${words.confirmedBy(writerIn(language, decision.confirmedBy), decision.confirmedAt === null ? '' : format.time(decision.confirmedAt))}`}
      </span>
    </>
  )
}

function Others({ facts }: { facts: DossierFacts }) {
  const site = useSite()
  const { text } = site
  const words = text.dossier
  return (
    <section>
      <h2>{words.without}</h2>
      <p class="notice">{words.withoutNote(coveredInWords(site, facts.run.coverage))}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.screening.row}</th>
            <th scope="col">{text.screening.subject}</th>
            <th scope="col">{text.screening.decision}</th>
          </tr>
        </thead>
        <tbody>
          {facts.others.map(({ row, sheet, name, unit, decision }) => (
            <tr>
              <td>{sheet === null ? row : `${sheet}, ${row}`}</td>
              <td translate="no">{[name, unit].filter(Boolean).join(', ')}</td>
              <td>{decision === null ? '–' : <DecisionLine decision={decision} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
