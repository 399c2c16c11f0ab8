/** What a check says: the verdict first, then why, the figure with its rows, and the question that it answers. */
import type { ClaimCheck } from '../../analysis/claim-check.js'
import {
  amountInWords,
  askInWords,
  boundInWords,
  figureInWords,
  questionInWords,
  readingInWords,
  reasonInWords,
  verdictInWords,
} from '../check-words.js'
import { href, type Site, useSite } from '../site.js'
import { noSum } from '../sums.js'
import { DoesNotCover } from './coverage.js'

/** The verdict as a line by itself. The colour only repeats what the words say. */
function VerdictLine({ check }: { check: ClaimCheck }) {
  const site = useSite()
  const bound = boundInWords(site, check)
  return (
    <p class={`verdict ${verdictClass(check)}`}>
      <strong>{verdictInWords(site, check)}.</strong>
      {bound && <> {bound}</>}
    </p>
  )
}

const verdictClass = ({ verdict }: Pick<ClaimCheck, 'verdict'>) =>
  verdict === 'agrees' ? 'agrees' : verdict === 'cannot say' ? 'open' : 'differs'

/** Reasons that are listed at once where the check is one of many; the rest are folded away. */
const mostReasons = 1

export function CheckBody({ check, compact = false }: { check: ClaimCheck; compact?: boolean }) {
  const site = useSite()
  const { text } = site
  const words = text.check
  const reasons = check.reasons.map((reason) => <li>{reasonInWords(site, reason)}</li>)
  const first = compact ? reasons.slice(0, mostReasons) : reasons
  const rest = reasons.slice(first.length)
  const ask = compact ? null : askInWords(site, check)
  return (
    <>
      <VerdictLine check={check} />
      {first.length > 0 && <ul class="reasons">{first}</ul>}
      {ask && (
        <p class="small no-print">
          <a href="#edit">{ask}</a>
        </p>
      )}
      {rest.length > 0 && (
        <details class="more">
          <summary>{words.moreReasons(rest.length)}</summary>
          <ul class="reasons">{rest}</ul>
        </details>
      )}
      <CheckFigure check={check} />
    </>
  )
}

/** The figure under what it is: the ledger's, or the part at hand, which is no answer. */
function CheckFigure({ check }: { check: ClaimCheck }) {
  const site = useSite()
  const words = site.text.check
  const { figure, partial, partExceeds, question, claim } = check
  if (question === null) return null
  if (claim.type !== 'quantity')
    return (
      <p class="check-figure partial">
        {figure && (
          <>
            <b>{words.besideDenial}:</b> {questionInWords(site, question)}: {figureInWords(site, figure)}.{' '}
          </>
        )}
        <RowLinks check={check} />
      </p>
    )
  if (figure === null) return <p class="quiet small">{question.queries.length > 0 ? words.noPart : words.noFigure}</p>
  return (
    <p class={partial ? 'check-figure partial' : 'check-figure'}>
      <b>{partial ? words.part : words.ledger}:</b> {figureInWords(site, figure)}.{partExceeds && <> {words.partExceeds}</>}{' '}
      <RowLinks check={check} />
    </p>
  )
}

function RowLinks({ check }: { check: ClaimCheck }) {
  const site = useSite()
  const words = site.text.check
  const parameters = check.question?.parameters ?? []
  const rows = check.figure?.rows ?? null
  if (rows === 0) return null
  return (
    <span class="no-print">
      {parameters.map((one, index) => (
        <>
          {index > 0 && ' · '}
          <a href={href(site, '/search', new URLSearchParams(one))}>
            {parameters.length > 1
              ? words.seeRowsPart(index + 1)
              : rows === null
                ? words.seeAllRows
                : words.seeRows(rows, site.format.number(rows))}
          </a>
        </>
      ))}
    </span>
  )
}

/** The question in a line, how each part of it was read, and what the claim allows. */
function QuestionRead({ check }: { check: ClaimCheck }) {
  const site = useSite()
  const words = site.text.check
  const { question, allowed, measure, reading, coverage } = check
  if (question === null) return <p>{words.notAsked}</p>
  const amount = (value: number | null) => (value === null || measure === null ? null : amountInWords(site, value, measure))
  return (
    <>
      <p>
        <strong>{questionInWords(site, question)}.</strong>
      </p>
      <ul class="reasons">
        {question.readings.map((one) => (
          <li>{readingInWords(site, one)}</li>
        ))}
        {allowed && (allowed.low !== null || allowed.high !== null) && (
          <li>{words.allowed(amount(allowed.low), amount(allowed.high))}</li>
        )}
        {reading === 'upper bound' && <li>{words.upperBound}</li>}
        {coverage && <li>{coverageInWords(site, coverage)}</li>}
      </ul>
    </>
  )
}

function coverageInWords({ text, format }: Pick<Site, 'text' | 'format'>, coverage: NonNullable<ClaimCheck['coverage']>): string {
  const words = text.check
  const { present, yearsMissing, yearsInPart } = coverage
  const parts: string[] = [
    words.coverage(format.number(present.parts), format.number(present.of), present.parts === present.of),
    ...(yearsMissing.length > 0 ? [words.yearsMissing(format.years(yearsMissing))] : []),
    ...(yearsInPart.length > 0 ? [words.yearsInPart(format.years(yearsInPart))] : []),
  ]
  const sentence = `${parts.join('; ')}.`
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}`
}

/** All of it, as a page of its own has it: with what the figure does not cover, and the state of the ledger that it is of. */
export function CheckInFull({ check }: { check: ClaimCheck }) {
  const { text } = useSite()
  const { figure, coverage } = check
  return (
    <>
      <section class="check-result">
        <CheckBody check={check} />
      </section>
      <h2>{text.check.readAs}</h2>
      <QuestionRead check={check} />
      {coverage && figure && (
        <DoesNotCover
          sum={{
            ...noSum,
            rows: figure.rows,
            quantity: figure.sessions,
            cents: figure.cents,
            rowsWithoutCost: figure.rowsWithoutCost,
            quantityWithoutCost: figure.sessionsWithoutCost,
          }}
          coverage={coverage}
        />
      )}
      <State />
    </>
  )
}

/** The state of the ledger that the figures are of. */
export function State() {
  const { text, format, head } = useSite()
  if (head === null || head.changeset === 0) return null
  return <p class="quiet small">{text.check.state(head.changeset, format.time(head.at))}</p>
}
