/**
 * What the sentence says of a number besides the number: that it is a plan, that it was not so, that somebody asks, that it is a part of more.
 *
 * The record holds what was delivered, whole. A sum set beside "requested $1.1 million", "did not train 50" or "20 more than in 2011" would refute
 * or confirm what nobody said, and so nothing is said of these.
 */
import type { QuantityClaim } from '../extract/article/claims/claim.js'

export const reserves = ['planned', 'not-asserted', 'part-of-more'] as const
export type Reserve = (typeof reserves)[number]

/** "At least 500" holds of 500, "more than 500" does not. */
export const isInclusive = (hedge: string | null): boolean =>
  /(?<!\p{L})(?:at least|no (?:fewer|less) than|al menos|por lo menos|no menos de|up to|as many as|as much as|(?:no|not) more than|at most|hasta|a lo sumo|no más de)$/iu.test(
    hedge ?? '',
  )

const planned =
  /(?<!\p{L})(?:request(?:s|ed|ing)?|propos(?:e[sd]?|ing)|plan(?:s|ned)? (?:to|for)|intend\p{L}*|will|would|pledg\p{L}+|promis\p{L}+|appropriat\p{L}+|authori[sz]\p{L}+|allocat\p{L}+|earmark\p{L}+|budgeted|set aside|approv(?:e[sd]?|ing)|expect\p{L}*|aims?|seeks?|sought|schedul\p{L}+|projected|solicit(?:ó|a|an|ado|aron)|propus(?:o|ieron)|propone\p{L}*|prev[eé]\p{L}*|planea\p{L}*|prometi(?:ó|eron)|asign(?:ó|ado|aron)|autoriz(?:ó|ado|aron)|presupuest(?:ó|ado)|aprob(?:ó|ado|aron)|entrenar[aá]n?|capacitar[aá]n?|recibir[aá]n?|ser[aá]n?)(?!\p{L})/iu
const negated =
  /(?<!\p{L})(?:(?:did|do|does|has|have|had|was|were|is|are|could|never)(?: not|n['’]t)|never|failed to|fails to|fell short of|neither|nor|without|den(?:y|ies|ied)|refut\p{L}+|disput\p{L}+|reject\p{L}+|dismiss\p{L}+|negaron|negó|niegan?|desmint\p{L}+|desmiente\p{L}*|rechaz\p{L}+|no (?:entren|capacit|recib|adiestr|lleg|hubo|se|ha|han|fue|fueron)\p{L}*|nunca|jam[aá]s|tampoco)(?!\p{L})/iu
const partBefore =
  /(?<!\p{L})(?:another|an additional|additional|an extra|further|the other|the remaining|remaining|otr[oa]s|la otra|adicional(?:es)?)\s$/iu
const partAfter =
  /^\s?(?:(?:[\p{L}-]+\s){0,3}?(?:more|fewer|less|additional|extra|más|menos|adicionales)(?:\s[\p{L}-]+){0,4}?\s(?:than|que)|(?:more|fewer|additional|extra|other|más|adicionales|de ellos|de ellas|of them|of whom|of these|of those|of the|of its)(?!\p{L}))/iu

/** Null where the number stands for itself. */
export function reserveOf({ sentence, value, low, comparator }: QuantityClaim, at: number | null): Reserve | null {
  const whole = sentence.trim()
  if (/\?[”"'’»)]*$/u.test(whole)) return 'not-asserted'
  const place = at ?? whereIs(sentence, value ?? low)
  const clause = clauseAround(sentence, place)
  // "No more than 50" bounds; "did not train 50" denies.
  if (
    comparator !== '<' &&
    negated.test(
      clause.replace(/(?<!\p{L})not (?:only|just|counting)(?!\p{L})|no (?:more|fewer|less) than|no menos de|no más de/giu, ''),
    )
  )
    return 'not-asserted'
  if (planned.test(clause)) return 'planned'
  const before = sentence.slice(0, place)
  const after = sentence.slice(place).replace(/^[^\s]*\d[\d,.]*(?:\s(?:million|billion|thousand|mil|millones))*/u, '')
  if (partBefore.test(before.slice(-30)) || partAfter.test(after)) return 'part-of-more'
  return null
}

/** Where the digits of the number begin; the head of the sentence where it is written in words. */
function whereIs(sentence: string, value: number | null): number {
  if (value === null) return 0
  for (const match of sentence.matchAll(/\d[\d,.]*\d|\d/g)) {
    const digits = Number(match[0].replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.'))
    if (digits === value || (digits > 0 && [1e3, 1e6, 1e9].some((scale) => digits * scale === value))) return match.index
  }
  return 0
}

/** The part of a sentence between semicolons and between clauses that begin with "but", "while", "although". */
function clauseAround(sentence: string, at: number): string {
  const breaks = [
    ...sentence.matchAll(/;|,\s(?=(?:but|while|although|though|whereas|which|who|pero|mientras|aunque)(?!\p{L}))/giu),
  ].map(({ index }) => index)
  const from = breaks.filter((index) => index < at).at(-1) ?? 0
  const to = breaks.find((index) => index >= at) ?? sentence.length
  return sentence.slice(from, to)
}
