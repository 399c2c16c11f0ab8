/**
 * Which of the Leahy laws applied to a training: by who paid for it, what it was, and when. What is not one of these two programmes' money, or
 * is not said, is under neither as far as the record tells.
 *
 * - State: Foreign Assistance Act of 1961, section 620M (22 USC 2378d): assistance under that act or the Arms Export Control Act.
 * - Defence: until fiscal year 2013 a provision of the yearly appropriations acts that spoke of training programmes alone; from fiscal year 2014
 *   (Public Law 113-76, section 8057) of training, equipment or other assistance; since codified, now 10 USC 362.
 */
import type { Training } from '../ledger/records.js'

export const leahyLaws = ['620M', 'appropriations, training only', '10 USC 362'] as const
export type LeahyLaw = (typeof leahyLaws)[number]

/** The first fiscal year in which the law on the Department of Defense's money spoke of more than training. */
const broadenedIn = 2014

/** Null where the agency that paid is another, or is not told. */
export function leahyLawOf({ agency, fiscalYear }: Pick<Training, 'agency' | 'fiscalYear'>): LeahyLaw | null {
  if (agency === 'DoS') return '620M'
  if (agency !== 'DoD') return null
  return fiscalYear < broadenedIn ? 'appropriations, training only' : '10 USC 362'
}
