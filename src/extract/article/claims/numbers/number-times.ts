/** When a number was so: the time of its own clause, and none of saying it, of what it is compared with, of an aside or of another number. */
import type { ClaimPeriod } from '../claim.js'
import type { FoundPeriod } from '../periods.js'
import type { FoundNumber } from './numbers.js'
import type { Carried } from './quantities.js'

/** "The army chief said on Wednesday": when it was said. */
const saidThen =
  /(?<!\p{L})(?:said|says|told(?: [^,.;]{2,30})?|announced|testified|dijo|inform[óo]|anunci[óo]|declar[óo]|afirm[óo])\s$/iu
/** "$38 million, twice what was spent in 2012": so much was spent then, and not what is counted. */
const compared =
  /(?<!\p{L})(?:than|of what|as (?:many|much|high) as|(?:twice|double|triple|times|half)(?: (?:as|the|what|that|its))|(?:el )?(?:doble|triple|mitad)[^,;]{0,14}\sque|(?:m[aá]s|menos|mayor|menor) que|(?:up|down|rise|increase|drop|fall|decline) from|compared (?:with|to)|frente a)(?!\p{L})[^,;]{0,40}$/iu

/**
 * "was created in 2006 and that 60 had", "trained over three years was held after a raid in which seven died": the time is of the clause before, unless it leads the
 * sentence; "received $3 million in 2015 and that 214 were trained" shares it.
 */
const isOfAnother = (period: FoundPeriod, number: FoundNumber, text: string): boolean =>
  !/(?:^|[.!?”"\n]\s|^[“"])$/u.test(text.slice(Math.max(0, period.start - 2), period.start)) &&
  (anotherClause.test(text.slice(period.end, number.start)) ||
    (cameToBe.test(text.slice(Math.max(0, period.start - 60), period.start)) &&
      /\s(?:and|but|y|pero)\s/iu.test(text.slice(period.end, number.start))))
const anotherClause =
  /,\s(?:(?:and|but) that|(?:y|pero) que)\s|(?<!period|time|years|months|periodo|tiempo|años|meses|lapso)\s(?:(?:in|during|after|from|of) which|(?:en|durante|tras) (?:el|la|los|las) (?:que|cual(?:es)?))\s/iu
const cameToBe =
  /(?<!\p{L})(?:created|formed|founded|established|set up|raised|born|appointed|promoted|cread[oa]s?|fundad[oa]s?|formad[oa]s?|establecid[oa]s?|nacid[oa]s?|nombrad[oa]s?)(?:\s(?:by|por|in|en)\s[^,;.]{0,40})?\s$/iu

/** "double the figure for the preceding four years, at a cost of $23 million": of what it is compared with. */
const isOfComparison = (period: FoundPeriod, number: FoundNumber, text: string): boolean =>
  text.slice(period.end, number.start).includes(',') &&
  compared.test(text.slice(Math.max(0, period.start - 60), period.start).replace(/^.*[.!?]\s/su, ''))

export function periodOf(
  number: FoundNumber,
  numbers: readonly FoundNumber[],
  periods: readonly FoundPeriod[],
  carried: Carried,
  sentence: string,
  text: string,
): ClaimPeriod | null {
  const own = periods.filter(
    (one) =>
      !one.anaphoric &&
      !(one.attached && distance(one, number) > 45) &&
      !(one.from === null && saidThen.test(text.slice(Math.max(0, one.start - 40), one.start))) &&
      !(one.start > number.end && compared.test(text.slice(number.end, one.start))) &&
      !(one.end < number.start && (isOfAnother(one, number, text) || isOfComparison(one, number, text))) &&
      !(
        one.start > number.end &&
        (isBeyondAside(text, sentence, number, one) || isOfNext(text, number, one, numbers) || isOfOther(text, number, one))
      ) &&
      !(one.end < number.start && text[one.end] === ',' && isOfAside(text, sentence, one)) &&
      !(
        one.end < number.start &&
        andThen.test(text.slice(one.end, number.start)) &&
        numbers.some(({ end }) => end + 1 === one.start)
      ),
  )
  // "In 2012 it fell to 50, from 90 in 2011": a time behind the next number is that number's.
  const reached = own.filter(
    (one) =>
      !numbers.some(
        (other) =>
          other !== number && other.start >= Math.min(one.end, number.end) && other.end <= Math.max(one.start, number.start),
      ),
  )
  // "In FY2009 the total was 1,100; FY2010 1,300", "40 in 2013, and where 25 disappeared"
  const clause = reached.filter(
    (one) =>
      !/;|\s(?:but|whereas|while|pero|mientras)\s|,\s(?:and\s|y\s)?(?:where|donde)\s/iu.test(
        text.slice(Math.min(one.end, number.end), Math.max(one.start, number.start)),
      ),
  )
  // "60 came in January; today 22 are left"
  if (today.test(text.slice(Math.max(0, number.start - 24), number.start))) return null
  const sofar = (one: FoundPeriod) => one.end <= number.start || !text.slice(number.end, one.start).includes(';')
  const near = clause.length > 0 ? clause : (reached.length > 0 ? reached : own).filter(sofar)
  // "asked on Tuesday for $5 billion for fiscal year 2021": the day is of the asking.
  const timed =
    number.currency !== null && near.some(({ from }) => from !== null)
      ? near.filter((one) => !(one.attached && one.from === null))
      : near
  const nearest = [...timed].sort((a, b) => distance(a, number) - distance(b, number))[0]
  // "191 cases in 2015, up from 160 a year earlier": the year before is the second number's.
  const pointing = periods.find(
    ({ anaphoric, start, after }) =>
      anaphoric && (after === 0 || !numbers.some((other) => other.start > number.end && other.end <= start)),
  )
  if (pointing && (!nearest || distance(pointing, number) < distance(nearest, number))) {
    const meant = periods.findLast((one) => !one.anaphoric && !one.attached && one.end <= pointing.start) ?? carried.period
    return { printed: pointing.printed, ...yearsAfter(meant, pointing.after) }
  }
  if (nearest) return { printed: nearest.printed, from: nearest.from, to: nearest.to }
  return /^(?:In|Over|During) (?:that|this|those)\b/.test(sentence) ? carried.period : null
}

/** Days of a period, or of the year so many after it; none where it is no single year. */
function yearsAfter(meant: ClaimPeriod | null, after: number): { from: string | null; to: string | null } {
  const { from, to } = meant ?? { from: null, to: null }
  if (after === 0) return { from, to }
  if (from === null || to === null || Date.parse(to) - Date.parse(from) > 366 * 86_400_000) return { from: null, to: null }
  const moved = (day: string) => `${Number(day.slice(0, 4)) + after}${day.slice(4)}`
  return { from: moved(from), to: moved(to) }
}

/** "France, which keeps 4,500 troops there, said it had trained 13,000 since 2014": of the main clause. */
const isBeyondAside = (text: string, sentence: string, number: FoundNumber, one: FoundPeriod): boolean =>
  text.slice(number.end, one.start).includes(',') &&
  openAside.test(text.slice(text.lastIndexOf(sentence, number.start), number.start))
/** "before suspending it in 2019", "on the $18 million contract has been secret since January": of what is told there. */
const isOfOther = (text: string, number: FoundNumber, one: FoundPeriod): boolean => {
  const between = text.slice(number.end, one.start)
  return (
    /(?<!\p{L})(?:before|after|until|antes de|después de|hasta|tras)\s\p{L}+(?:ing|[aei]r)(?!\p{L})/iu.test(between) ||
    (number.currency !== null &&
      /^\s(?:\p{L}+\s){0,2}(?:contract|deal|order|contrato)\s(?:has|have|had|was|were|is|are|ha|fue|est[aá])\s/iu.test(between))
  )
}
/** "A commission, announced in 2019, still lacks": of what is told in passing. */
const isOfAside = (text: string, sentence: string, one: FoundPeriod): boolean => {
  const before = text.slice(text.lastIndexOf(sentence, one.start), one.start)
  return (
    /,\s(?:which|who|that|begun|built|\p{Ll}+ed|que|cread[oa]s?|anunciad[oa]s?|construid[oa]s?|fundad[oa]s?|prometid[oa]s?)\s[^,;]*$/u.test(
      before,
    ) && !/\d{2}/.test(/,[^,]*$/u.exec(before)![0])
  )
}
/** "from 48 to 77, and in 2016 there were 91": of the next. */
const isOfNext = (text: string, number: FoundNumber, one: FoundPeriod, numbers: readonly FoundNumber[]): boolean =>
  /(?:^|\s)(?:and|y|but|pero)\s(?:en lo que va\s)?$/u.test(text.slice(number.end, one.start)) &&
  numbers.some(({ start }) => start > one.end && start < one.end + 30)
const today = /(?<!\p{L})(?:hoy|ahora|actualmente|today|now|currently)\s(?:\p{L}+\s){0,2}$/iu
const distance = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, a.start - b.end, b.start - a.end)
const openAside =
  /,\s(?:who|which|whose|que|quien(?:es)?|cuy[oa]s?|paid|built|bought|given|made|\p{Ll}+ed|pagad[oa]s?|construid[oa]s?)\s[^,;]*$/iu
/** "39 in 2017 and fell to 22": of the 39. */
const andThen = /\s(?:and|y|but|pero)\s(?:then\s|luego\s|had\s|later\s)?\p{L}+\s(?:to|a)\s$/u
