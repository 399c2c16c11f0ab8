/**
 * The grammar that patterns of claims are built from: phrases, what ends them, and how a pattern is tried on a sentence without beginning it at
 * every letter.
 */
import type { DenialClaim, EventClaim, LineageClaim, StatusClaim } from './claim.js'
import { type Gate, gateOf, type Signs } from './signs.js'

export type Common = 'id' | 'sentence' | 'speaker' | 'hedge' | 'period' | 'place' | 'proposed_by'
/** The word that denies, and what it reaches. */
export interface Reach {
  word: string
  from: number
  to: number
}
export type Found =
  | Omit<LineageClaim, Common>
  | (Omit<EventClaim, Common> & { charge: string | null; accuser: string | null })
  | Omit<StatusClaim, Common>
  | (Omit<DenialClaim, Common> & { by: string | null; denies: Reach | null })

/** What a point may stand behind without ending anything. */
const shortForms = String.raw`(?:\p{L}|No|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Gral|Cnel)`
export const phrase = String.raw`(?:[^,.;:”"()]|(?<=\b${shortForms})\.|(?<=\d)[,.](?=\d))`
export const name = String.raw`(?<![\p{L}\d])(?:[Tt]he |[Ll]os |[Ll]as |[Ee]l |[Ll]a )?${phrase}{2,80}?`

export interface Pattern<T> {
  /**
   * Words without which the pattern cannot match, found quickly: patterns that begin with a free phrase try every letter of the sentence, and
   * are begun only as far before these words as that phrase is long.
   */
  trigger: RegExp
  pattern: RegExp
  read(groups: Record<string, string | undefined>): T
}

/** Patterns with what tells that they need not be tried on a sentence. */
export interface Tried<T> extends Pattern<T> {
  gates: readonly [trigger: Gate, pattern: Gate]
}

export const tried = <T>(patterns: readonly Pattern<T>[]): readonly Tried<T>[] =>
  patterns.map((one) => ({ ...one, gates: [gateOf(one.trigger), gateOf(one.pattern)] }))

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

/** The longest free phrase that a pattern begins with, and what may stand between it and the trigger. */
const reach = 180

export function matchOf(
  { trigger, pattern, gates }: Omit<Tried<unknown>, 'read'>,
  sentence: string,
  signs: Signs,
): RegExpExecArray | null {
  if (!signs.mayMatch(gates[0]) || !signs.mayMatch(gates[1])) return null
  const at = trigger.exec(sentence)?.index
  if (at === undefined) return null
  pattern.lastIndex = Math.max(0, at - reach)
  return pattern.exec(sentence)
}

export const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })
export const meet = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end
