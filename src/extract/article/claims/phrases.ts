/** What is found in a sentence before it is a claim, and words of it as they are given back. */

import type { Span } from '../sentences.js'
import type { DenialClaim, EventClaim, LineageClaim, StatusClaim } from './claim.js'

export type Common = 'id' | 'sentence' | 'speaker' | 'hedge' | 'period' | 'place' | 'proposed_by'
/** The word that denies, and what it reaches. */
export interface Reach {
  word: string
  from: number
  to: number
}
/** When something was done: where a time is its own, and the words that tell it. */
interface Done {
  timed: readonly Span[]
  deed: Span
}
export type Found =
  | (Omit<LineageClaim, Common> & Done)
  | (Omit<EventClaim, Common> &
      Done & { charge: string | null; accuser: string | null; doer: Span | null; sufferer: Span | null })
  | Omit<StatusClaim, Common>
  | (Omit<DenialClaim, Common> & { by: string | null; points: boolean; denies: Reach | null })

export const clean = (value: string | undefined): string | null => {
  const trimmed = unmasked(value ?? '')
    .trim()
    .replace(
      /^(?:and|but|or|that|until|when|where|while|as(?!\s(?:many|much|few)\s)|after|before|since|because|In fact|then|y|que)\s+/i,
      '',
    )
    .replace(/\s+(?:(?:has|have|had)\s+since|since|have|had|later|then|eventually|also|subsequently|reportedly|allegedly)$/i, '')
    .trim()
  return trimmed ? trimmed : null
}

/** "an “elite” squad" and "the Administration (DEA)" go on behind their quotation mark or bracket: these are masked, letter for letter. */
const masked = (sentence: string): string =>
  !/[“"(]/.test(sentence)
    ? sentence
    : sentence
        .replace(/[“"]([\p{L}’'-]{1,20}(?: [\p{L}’'-]{1,20})?)[”"](?=\s[\p{Ll}])/gu, '‹$1›')
        .replace(/\(([\p{Lu}\d-]{2,12})\)/gu, '⟨$1⟩')
/** A stretch of a text as its words are read. Same length, so that places hold; a pair of hyphens is a dash, which ends a phrase. */
export const asSentence = (stretch: string): string => masked(stretch.replaceAll('\n', ' ').replaceAll(' -- ', ' —— '))
export const unmasked = (words: string): string =>
  words.replace(/‹/g, '“').replace(/›/g, '”').replace(/⟨/g, '(').replace(/⟩/g, ')')

export const meet = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end
