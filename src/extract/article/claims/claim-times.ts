/** Which of a sentence's times a claim is of: its own, and not when somebody said so or when its doer came to be. */
import type { ClaimPeriod, Quantity } from './claim.js'
import type { FoundPeriod } from './periods.js'

export function nearestPeriod(periods: readonly FoundPeriod[], found: { start: number; end: number }): ClaimPeriod | null {
  const own = periods
    .filter(({ anaphoric }) => !anaphoric)
    .sort(
      (a, b) => Math.max(0, a.start - found.end, found.start - a.end) - Math.max(0, b.start - found.end, found.start - b.end),
    )[0]
  return own ? { printed: own.printed, from: own.from, to: own.to } : null
}

/** "said on Wednesday", "acusó ayer", "the unit, created in 2010, has killed": when it was said or its doer came to be, not when it was done. */
export const notOfSaying = (periods: readonly FoundPeriod[], text: string): readonly FoundPeriod[] =>
  periods.filter(
    ({ start, end }) =>
      !saying.test(text.slice(Math.max(0, start - 24), start)) &&
      !(text[end] === ',' && cameToBe.test(text.slice(Math.max(0, start - 90), start))),
  )
const cameToBe =
  /,\s(?:which was\s|who was\s|que fue\s)?(?:created|formed|founded|established|set up|raised|born|appointed|promoted|cread[oa]|fundad[oa]|formad[oa]|establecid[oa]|nacid[oa]|nombrad[oa])\s[^,;.]{0,60}$/u
export const isOfSaying = (period: ClaimPeriod | null, periods: readonly FoundPeriod[], text: string): boolean =>
  period !== null &&
  periods.some(({ printed }) => printed === period.printed) &&
  !notOfSaying(periods, text).some(({ printed }) => printed === period.printed)
const saying =
  /(?<!\p{L})(?:said|says|told (?:us|reporters|journalists|Congress|lawmakers)|announced|reported|testified|dijo|dijeron|informó|informaron|declaró|aseguró|acusó|acusaron|denunció|denunciaron|anunció|rechazó|confirmó)\s(?:on\s|the\s)?$/u

/** "The agreement, signed in 2018, has not been ratified": of a state the times are its own that stand in its words, or right before them. */
export function sinceWhen(periods: readonly FoundPeriod[], { start, state }: { start: number; state: string }, text: string) {
  const told = text.indexOf(state, start)
  return periods.filter((one) =>
    one.start < start ? /^,?\s$/.test(text.slice(one.end, start)) : one.start >= told && one.end <= told + state.length,
  )
}

export function mainPeriod(periods: readonly FoundPeriod[], carried: { period: ClaimPeriod | null }): ClaimPeriod | null {
  const own = periods.find(({ anaphoric }) => !anaphoric)
  if (own) return { printed: own.printed, from: own.from, to: own.to }
  return periods.length > 0 && carried.period ? { ...carried.period, printed: periods[0]!.printed } : null
}

/** "From 12 in 2007 to 36 in 2012": the time that a later "over the same period" means. */
export function spanOfChange(quantities: readonly Quantity[]): ClaimPeriod | null {
  const [first, last] = (['from', 'to'] as const).map((end) => quantities.find(({ change }) => change === end)?.period)
  if (!first?.from || !last?.to || first.from >= last.to) return null
  return { printed: `${first.printed}, ${last.printed}`, from: first.from, to: last.to }
}
