/**
 * What keeps a verdict back, in the terms of a sentence: that its number was planned, is denied, is a part of more, or that it says more than is read.
 *
 * The record holds what was delivered, whole. Whether a sentence says just that is found by reading all of it (claim-sentence.ts); of those that
 * were not read, words that reporters use are looked for here, only to tell the reader a better reason.
 */
import type { QuantityClaim } from '../extract/article/claims/claim.js'

export const reserves = ['planned', 'not-asserted', 'part-of-more', 'loosely-tied', 'says-more'] as const
export type Reserve = (typeof reserves)[number]

const planned =
  /(?<!\p{L})(?:request(?:s|ed|ing)?|propos(?:e[sd]?|ing)|plan(?:s|ned)? (?:to|for)|intend\p{L}*|will|would|pledg\p{L}+|promis\p{L}+|appropriat\p{L}+|authori[sz]\p{L}+|allocat\p{L}+|earmark\p{L}+|budgeted|set aside|approv(?:e[sd]?|ing)|expect\p{L}*|aims?|seeks?|sought|schedul\p{L}+|projected|offer(?:s|ed|ing)?|hop(?:es|ed|ing) (?:to|for)|agree[sd]? to|due to|solicit(?:ó|a|an|ado|aron)|propus(?:o|ieron)|propone\p{L}*|prev[eé]\p{L}*|planea\p{L}*|prometi(?:ó|eron)|asign(?:ó|ado|aron)|autoriz(?:ó|ado|aron)|presupuest(?:ó|ado)|aprob(?:ó|ado|aron)|ofreci(?:ó|eron)|iban? a|(?:entrenar|capacitar|recibir|ser)[aá]n?)(?!\p{L})/iu
const negated =
  /(?<!\p{L})(?:(?:did|do|does|has|have|had|was|were|is|are|could|never)(?: not|n['’]t)|never|failed to|fails to|fell short of|neither|nor|den(?:y|ies|ied)|refut\p{L}+|disput\p{L}+|reject\p{L}+|dismiss\p{L}+|cancel\p{L}*|suspend\p{L}*|refus\p{L}+|withh[eo]ld\p{L}*|false(?:ly)?|untrue|invented|a lie|negaron|negó|niegan?|desmint\p{L}+|desmiente\p{L}*|rechaz\p{L}+|no (?:entren|capacit|recib|adiestr|lleg|hubo|se|ha|han|fue|fueron)\p{L}*|nunca|jam[aá]s|tampoco|fals[oa]|mentira)(?!\p{L})/iu
/** "Another 500", "half of 500", "500 more". */
const part =
  /(?<!\p{L})(?:another|an additional|additional|an extra|further|the other|the remaining|remaining|otr[oa]s|la otra|adicional(?:es)?|(?:half|thirds?|quarters?|some|most|many|few|mitad|tercios?) (?:of|de)(?: the| los| las)?) (?=\P{L}*\d)|\d (?:\p{L}+ ){0,3}?(?:more|fewer|less|additional|extra|más|menos|adicionales)(?: \p{L}+){0,4} (?:than|que)(?!\p{L})/iu

/** Whoever "did not say whether 500 came" does not say that they did not. */
const ofKnowing =
  /(?<!\p{L})(?:say|know|confirm|deny|disput|rule|believ|think|expect|mention|report|find|dij|sab|confirm|neg|cre)/iu

/** Whether a sentence says of just this number that it was not so: "did not give Mexico 3,000 training sessions". */
export function saidNotSo({ sentence, value, comparator }: QuantityClaim): boolean {
  if (value === null || comparator === '<' || !Number.isInteger(value) || !/(?<!\p{L})no[t\s]|n['’]t(?!\p{L})/iu.test(sentence))
    return false
  const digits = String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, '[,.\\u00a0\\u202f ]?')
  const before = new RegExp(
    String.raw`(?<!\p{L})(?:(?:did|does|do|has|have|had|was|were|is|are)(?: not|n['’]t)(?! (?:only|just|even)(?!\p{L}))|no(?= (?:dio|dieron|ha|han|hab[ií]an?|entren|capacit|adiestr|recib|gast|envi|fue|fueron|hubo)))((?: [\p{L}’'-]+){0,6}) \$?${digits}(?![\d.,]*\d)`,
    'iu',
  ).exec(sentence)
  return before !== null && !ofKnowing.test(before[1]!)
}

/** Null where nothing of the kind is found. */
export function sayingWhy({ sentence, comparator, hedge }: QuantityClaim): Reserve | null {
  // "No more than 50" bounds; "did not train 50" denies.
  const negating = sentence
    .replace(hedge?.split(', ').at(-1) ?? '', '')
    .replace(/(?<!\p{L})not (?:only|just|counting)(?!\p{L})/giu, '')
  if (/\?[”"'’»)]*$/u.test(sentence.trim()) || (comparator !== '<' && negated.test(negating))) return 'not-asserted'
  return planned.test(sentence) ? 'planned' : part.test(sentence) ? 'part-of-more' : null
}
