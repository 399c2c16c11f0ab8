/** Since when an allegation is disputed: by what sources say that deny or question it, dated by when they do so. */
import { readRangeText, shortDate } from '../ledger/dates.js'
import type { Statement } from '../ledger/entities.js'

type Against = Pick<Statement, 'stance' | 'firstCited' | 'firstCitedPrinted'>

/** Null where nobody denies or questions it; `since` is null where no date of that is known, else a day, month or year. */
export function disputedSince(said: readonly Against[]): { since: string | null } | null {
  const against = said.filter(({ stance }) => stance !== 'asserts')
  if (against.length === 0) return null
  const dated = against
    .flatMap(({ firstCited }) => firstCited ?? [])
    .sort((a, b) => (readRangeText(a).from < readRangeText(b).from ? -1 : 1))
  const [first] = dated
  return { since: first === undefined ? null : (shortDate(first) ?? readRangeText(first).from) }
}

/** Parts of an allegation: that it happened, what it was, and who did it. A denial of where it was or whom it hurt disputes none of these. */
const disputable: ReadonlySet<Statement['property']> = new Set(['occurrence', 'violation', 'perpetrator'])

/** Of what answers an allegation that which disputes it; with a `subject` (the id that it is shown under) not what disputes that others did it. */
export const disputing = <Answer extends Pick<Statement, 'property'> & { object: string | null }>(
  answers: readonly Answer[],
  subject: string | null = null,
): Answer[] =>
  answers.filter(
    ({ property, object }) => disputable.has(property) && (subject === null || property !== 'perpetrator' || object === subject),
  )
