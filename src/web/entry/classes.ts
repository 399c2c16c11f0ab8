/** The class of 22 USC 2304(d)(1), or the kind of event outside it, that an entry puts an alleged violation under. */
import { eventKinds, gvhrClasses, violationDetails } from '../../extract/incidents/violations.js'
import type { Details } from '../../ledger/entities.js'
import type { Typed } from './typed.js'

/** By the committed table; under none; under a class or a kind of event that the analyst chooses. */
export const classChoices = ['none', ...gvhrClasses, ...eventKinds] as const

/**
 * Where nothing is chosen the committed table says what exactly this word falls under. What an analyst chooses is marked as his reading: a class is no
 * finding that such a violation occurred, and neither is a word's place in a table.
 */
export function violationDetailsOf(typed: Typed, word: string, { actor }: { actor: string }): Details {
  const chosen = typed.choice('class', classChoices)
  if (chosen === null) return violationDetails(word)
  if (chosen === 'none') return {}
  return (eventKinds as readonly string[]).includes(chosen)
    ? { event: chosen, classed_by: actor }
    : { gvhr_class: chosen, classed_by: actor }
}
