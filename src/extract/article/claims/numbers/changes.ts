/** Numbers of a sentence that belong together: both ends of a change, and one number for each of several countries. */
import type { Named } from '../actors.js'
import type { ClaimPeriod, Quantity } from '../claim.js'
import { alike, changeVerb, countable, measures } from './measures.js'
import type { FoundNumber } from './numbers.js'

/** What may stand between the ends: "from 12 in 2007 to 36", "de 500 a 143 millones de dólares", "de 12 misiones en 2007 a 36". */
const upTo =
  /^\s?(?:(?:[\p{L}.]+|(?:19|20)\d\d)\s){0,7}?(?:to|a)\s(?:(?:nearly|about|around|almost|some|more than|over|casi|unos|m[aá]s de)\s)?$/iu
/** "$9 million in 2017, down from $13.5 million in 2016": the end first. */
const downFrom =
  /,?\s(?:down|up|an? (?:\p{L}+ )?(?:drop|fall|rise|increase|jump|decrease|decline)|compared with|frente a|contra|por debajo de|desde)\s?(?:from|de|los|las)?\s$/iu

/** "tripled … from 12 to 36": two claims, each end of the change. */
export function markChanges(text: string, start: number, numbers: readonly FoundNumber[], quantities: Quantity[]): void {
  for (let at = 0; at + 1 < numbers.length; at++) {
    const [first, second] = [numbers[at]!, numbers[at + 1]!]
    const gap = text.slice(first.end, second.start)
    const before = text.slice(start, first.start)
    const forward =
      upTo.test(gap) &&
      /\b(?:from|de|desde)\s(?:(?:just|about|around|nearly|some|only)\s)?$/i.test(before) &&
      changeVerb.test(before)
    // "fell to 50 in 2012, from 90 in 2011"
    const fellTo = changeVerb.test(before) && /\b(?:to|a)\s$/iu.test(before) && /(?:^|[\s,])(?:from|desde|de)\s$/iu.test(gap)
    const backward = !forward && gap.length < 90 && (fellTo || downFrom.test(gap)) && first.percent === second.percent
    if (!forward && !backward) continue
    // "trained 6,200 soldiers of nine nations, up from 1,400": not from nine to 1,400.
    const counts = backward && quantities[at]!.measure === 'count' && at > 0 && quantities[at - 1]!.measure !== 'count'
    const [one, other] = [quantities[counts ? at - 1 : at]!, quantities[at + 1]!]
    const [from, to] = forward ? [one, other] : [other, one]
    // "From 8 in 2009 to 24 in 2017, up from five a year": a third number of the same, and no end.
    if (one.other !== null) {
      if (other.measure === 'count') other.measure = one.measure
      continue
    }
    share(one, other, scaleIn(text.slice(numbers[quantities.indexOf(other)]!.start, numbers[quantities.indexOf(other)]!.end)))
    // "The budget fell by 14 per cent, from 1,720 to 1,480 million"
    if (one.measure === 'money')
      one.measure = other.measure = /(?<!\p{L})(?:budgets?|presupuestos?)(?!\p{L})/iu.test(before)
        ? 'budget'
        : /(?<!\p{L})(?:aid|assistance|ayuda|asistencia)(?!\p{L})/iu.test(before)
          ? 'assistance'
          : 'money'
    const subject = one.measure === 'count' || one.measure === 'personnel' ? measureOfSubject(before) : null
    if (subject) one.measure = other.measure = subject
    // "from 48 to 77, and this year there were 91"
    const [third, more] = [quantities[at + 2], numbers[at + 2]]
    const toThird = more ? text.slice(second.end, more.start) : ''
    if (
      third?.measure === 'count' &&
      third.counted === null &&
      (alike.test(toThird) || /\s(?:and|y)\s(?:then\s|luego\s)?(?:to|a)\s$/u.test(toThird))
    )
      third.measure = one.measure
    if (one.measure === 'count' && one.counted === null) {
      const verb = changeVerb.exec(before)
      const noun = [...before.slice(0, verb?.index ?? 0).matchAll(new RegExp(countable.source, 'giu'))].at(-1)?.[0]
      if (noun) one.counted = other.counted = noun
    }
    const ends = endsOf(from.period, to.period)
    Object.assign(from, { change: 'from', other: quantities.indexOf(to), ...(ends && { period: ends[0] }) })
    Object.assign(to, { change: 'to', other: quantities.indexOf(from), ...(ends && { period: ends[1] }) })
  }
}

/** "Between 2007 and 2014 … from 12 to 36": 12 in the first of these years, 36 in the last, and neither in all of them. */
function endsOf(one: ClaimPeriod | null, other: ClaimPeriod | null): [ClaimPeriod, ClaimPeriod] | null {
  if (one === null || one.from === null || one.to === null || other?.from !== one.from || other.to !== one.to) return null
  const [first, last] = [one.from, one.to].map((day) => Number(day.slice(0, 4)))
  // From the first of January, or of a fiscal year's October, to the day before another.
  const [begins, closes] = [one.from.slice(4), one.to.slice(4)]
  const calendar = begins === '-01-01' && closes === '-12-31'
  const fiscal = begins === '-10-01' && closes === '-09-30'
  if (!(calendar || fiscal) || last! - first! < (fiscal ? 2 : 1)) return null
  const shift = fiscal ? 1 : 0
  return [
    { ...one, to: `${first! + shift}${closes}` },
    { ...one, from: `${last! - shift}${begins}` },
  ]
}

const scaleIn = (printed: string): number =>
  /(?:billion|bn|mil millones)/i.test(printed)
    ? 1e9
    : /(?:million|mill[oó]n|mn|\dm(?!\p{L}))/iu.test(printed)
      ? 1e6
      : /(?<!\p{L})(?:mil|thousand)(?!\p{L})|\dk/iu.test(printed)
        ? 1e3
        : 1

/** What one end says of both: the scale and currency of "from 500 to 143 million dollars", what is counted, by whom and for whom. */
function share(one: Quantity, other: Quantity, scale: number): void {
  if (one.currency === null && other.currency !== null && other.value !== null && one.value !== null) {
    one.currency = other.currency
    // "De 1.720 a 1.480 millones": the scale is of both where that leaves them comparable.
    if (one.value < 1e5 && one.value * scale < other.value * 100) one.value *= scale
    one.measure = other.measure
    one.counted = null
  }
  const vague = (measure: string) => measure === 'count' || measure === 'money' || measure === 'personnel'
  if (vague(one.measure) || (!vague(other.measure) && other.counted !== null && one.counted === null)) one.measure = other.measure
  else other.measure = one.measure
  one.counted ??= other.counted
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    a.programme ??= b.programme
    a.recipient ??= b.recipient
    a.provider ??= b.provider
    a.per ??= b.per
  }
}

/** "The number of American troops in the country had fallen", "kidnappings fell": what the verb of change is said of. */
function measureOfSubject(before: string): string | null {
  const verb = changeVerb.exec(before)
  const subject = verb ? before.slice(0, verb.index) : before
  return measures.find(([, pattern]) => pattern.test(subject))?.[0] ?? null
}

/** "Honduras had 21; El Salvador and Colombia had 19 each": a claim for every country that the clause's subject names. */
export function spreadEach(
  text: string,
  start: number,
  numbers: readonly FoundNumber[],
  quantities: Quantity[],
  named: readonly Named[],
): Quantity[] {
  const spread: Quantity[] = []
  for (const [index, quantity] of quantities.entries()) {
    const number = numbers[index]!
    const subjects = named.filter(
      (one) =>
        !one.american &&
        !one.adjective &&
        one.end <= number.start &&
        !/\b(?:in|of|across|to|from|all|en|de)\s(?:the\s)?$/i.test(text.slice(Math.max(start, one.start - 10), one.start)),
    )
    if (quantity.measure !== 'missions' || subjects.length === 0 || quantity.other !== null) {
      spread.push(quantity)
      continue
    }
    if (/^[^.;]{0,30}\b(?:each|apiece|cada uno)\b/i.test(text.slice(number.end, number.end + 40)))
      for (const subject of subjects) spread.push({ ...quantity, place: subject.printed, recipient: subject.printed })
    else spread.push({ ...quantity, place: subjects.at(-1)!.printed, recipient: subjects.at(-1)!.printed })
  }
  // Indices of changes are unmoved: only what is no change is spread, but what stands before may have grown.
  return spread.map((one) =>
    one.other === null
      ? one
      : { ...one, other: spread.indexOf(spread.find((other) => other.start === quantities[one.other!]!.start)!) },
  )
}
