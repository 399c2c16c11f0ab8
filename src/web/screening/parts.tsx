/** Parts that the pages of screening share: a list's name, what is wrong with a form, a decision in a line, the coverage behind an absence. */
import type { Coverage, Decision, ListSummary, Subject } from '../../screening/model.js'
import { href, type Site, useSite } from '../site.js'
import { coverageParts, coveredInWords, listInWords, noMatchInWords } from './words.js'

export const listTitle = (
  { text, format }: Pick<Site, 'text' | 'format'>,
  list: Pick<ListSummary, 'title' | 'created'>,
): string => list.title || text.screening.untitled(format.date(list.created.slice(0, 10)))

/** Told to a screen reader as soon as the page is there. */
export function Problem({ message }: { message: string }) {
  return (
    <p class="notice problem" role="alert">
      {message}
    </p>
  )
}

/** Two decisions of one subject differ by their numbers: a link to it needs no name. */
export function DecisionWords({ decision }: { decision: Decision }) {
  const { text } = useSite()
  const words = text.screening
  const what = [decision.finding && words.findings[decision.finding], decision.action && words.actions[decision.action]]
  return (
    <>
      <strong>{what.filter(Boolean).join(' · ')}</strong>
      {decision.state !== 'counts' && (
        <>
          {' '}
          <span class="badge doubt">{words.states[decision.state]}</span>
        </>
      )}
    </>
  )
}

/** The sentence of an absence, of so many subjects where there are several, with all that it rests on for whoever wants to know. */
export function NoMatchCoverage({ coverage, of = null }: { coverage: Coverage; of?: number | null }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const sentence =
    of === null ? noMatchInWords(site, coverage) : `${words.noMatchOf(of, format.number(of))} ${coveredInWords(site, coverage)}`
  return (
    <div class="screening-coverage">
      <p>
        {sentence} {words.noClearance}
      </p>
      <details class="small">
        <summary>{words.coveredLists}</summary>
        <ul>
          {coverage.lists.map((list) => (
            <li translate="no">{listInWords(site, list)}</li>
          ))}
        </ul>
        <p>
          <a href={href(site, '/coverage')}>{words.more}</a>
        </p>
      </details>
    </div>
  )
}

/** What the ledger covered when it was asked, where something was found. */
export function Covered({ coverage }: { coverage: Coverage }) {
  const site = useSite()
  const { text, format } = site
  return (
    <p class="quiet small">
      {text.dossier.coverIntro(format.date(coverage.at.slice(0, 10)))} {coverageParts(site, coverage).join('; ')}.{' '}
      <a href={href(site, '/coverage')}>{text.screening.more}</a>
    </p>
  )
}

/** Cells with a doubt, each with its column and what was done. */
export function CellFlags({ flags }: { flags: Subject['flags'] }) {
  const { text } = useSite()
  const words = text.screening
  return (
    <ul class="flags small">
      {flags.map(({ code, column, text: cell }) => (
        <li>
          {column !== null && <strong>{words.inColumn(column)}: </strong>}
          {cell !== null && cell !== '' && (
            <>
              <span translate="no">{words.quoted(cell)}</span>{' '}
            </>
          )}
          {words.flags[code]}
        </li>
      ))}
    </ul>
  )
}
