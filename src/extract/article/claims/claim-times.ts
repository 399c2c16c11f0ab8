/** Which of a sentence's times a claim is of; of a deed event-times.ts asks its clause. */
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
