/**
 * Whether a difference holds however the training of a calendar year lies in fiscal years.
 *
 * "In 2012" is read as fiscal year 2012, which is nine months of it. The record does not say more, and so "lower" is said only where the fiscal
 * years that hold all of the claim's months are lower together, and "higher" only where those that lie wholly within them are already higher.
 */
import type { YearsReading } from './claim-years.js'

export interface YearBounds {
  /** Fiscal years that together hold all of the time. */
  holding: number[]
  /** Fiscal years that lie wholly in the time; none, often. */
  within: number[]
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)

/** Null where the years asked for are the time itself. */
export function boundsOf(reading: YearsReading | undefined): YearBounds | null {
  if (!reading || (reading.as !== 'calendar' && reading.until === null)) return null
  const { first, last, as, until } = reading
  return {
    holding: span(first, as === 'calendar' ? last + 1 : last),
    // The year of publication was not over when the article was written.
    within: span(as === 'calendar' ? first + 1 : first, until === null ? last : last - 1),
  }
}
