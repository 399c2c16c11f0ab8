/**
 * What the sentence says of a number besides the number: that it is a plan, that it was not so, that somebody asks, that it is a part of more.
 *
 * The record holds what was delivered, whole. A sum set beside "requested $1.1 million", "did not train 50" or "20 more than in 2011" would refute
 * or confirm what nobody said, and so nothing is said of these.
 */
import { findNamed } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { readPlace } from './claim-places.js'

export const reserves = ['planned', 'not-asserted', 'part-of-more', 'loosely-tied', 'says-more'] as const
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

/** Said of what was not given, or was said and not so. */
const withheld =
  /(?<!\p{L})(?:cancel\p{L}*|suspend\p{L}*|refus\p{L}+|declin\p{L}+|turned down|turning down|withh[eo]ld\p{L}*|den(?:y|ied|ies)|missed|instead of|hardly|scarcely|false|falsely|untrue|wrong(?:ly)?|hoax|fake|cancel[óo]\p{L}*|suspend\p{L}*|fals[oa]|mentira|err[óo]ne\p{L}+)(?!\p{L})/iu
/** "May have", "was supposed to", "offered", "asked for", "if funded": not said to have been. */
const unsure =
  /(?<!\p{L})(?:(?:could|may|might|should|must) (?:have|be|not)|(?:was|were|is|are) (?:supposed|meant|due|slated|set) to|hop(?:es|ed|ing) (?:to|for)|offer(?:s|ed|ing)?|ask(?:s|ed|ing)? (?:the |for )|if|unless|want(?:s|ed) (?:to)?|podr[ií]an?|habr[ií]an?|deb[ií]an?|ofreci(?:ó|eron)|pidi(?:ó|eron)|si)(?!\p{L})/iu
/** A share or a multiple of the number, and the number as one of every month, course or country. */
const multiplied =
  /(?<!\p{L})(?:(?:half|thirds?|quarters?|fifths?|tenths?|per ?cent|%|some|most|many|few|one|two|any|none|mitad|tercios?|partes?|cuartos?|por ciento|\d[\d.,]*) (?:of|de) (?:the |its |their |these |those |los |las |sus? )?|%\s(?:of|de) (?:the |its |los |las )?|(?:twice|double|triple|times|doble de|triple de) (?:the |its |as many as (?:the )?)?(?:\p{L}+ )?|(?:on|an) average(?: of)? |promedio de )$/iu
const ofEach =
  /(?<!\p{L})(?:(?:each|every|a|per|cada|por|al) (?:day|week|month|quarter|class|course|session|d[ií]a|semana|mes|trimestre)|monthly|weekly|daily|(?:mensual|semanal|diari|trimestral)\p{L}*|on average|(?:an|the) average|(?:en|de|un) promedio|respectively|respectivamente)(?!\p{L})|(?<!\p{L})(?:each|apiece|cada un[oa])\s*[.,;]?$/iu
/** Times that are less than the years they name, or years that are not the ones that were read. */
const timed =
  /(?<!\p{L})(?:(?:summer|winter|spring|autumn|fall|verano|invierno|primavera|otoño)(?: of| de| del)?(?: fiscal)? \d{4}|(?:school|academic) year|año (?:escolar|lectivo)|(?:constant |current |real )?\d{4} dollars|dólares (?:constantes |reales )?de \d{4}|\p{L}+['’]s (?:own )?fiscal year|\d{4}[-–/]\d{2}(?!\d)|\d{4}\/\d{4}|\d{4},? (?:and|or|y|o) \d{4})(?!\p{L})/iu

/** "Agreed to train", "was training": begun or meant, and not said to have been done. "Helped to train" is. */
const begun =
  /(?<!(?<!\p{L})(?:help|helps|helped|helping)(?: \p{L}+){0,2} )(?<!\p{L})(?:to (?:train|teach|instruct)|(?:let|lets|letting|make|makes) (?:\p{L}+ ){1,4}train|(?:was|were|is|are|began|begun|started|starting) training|(?:empez|comenz)(?:ó|aron) a \p{L}+r|a (?:entrenar|capacitar|adiestrar))(?!\p{L})/iu
/** A number that grew over years, or people of whom something else is said than that they were trained then. */
const grown =
  /(?<!\p{L})(?:already|so far|to date|by then|ever|cumulative(?:ly)?|hasta la fecha|ya (?:hab[ií]an?|ha|han)|who (?:had|have) been|que (?:hab[ií]an|han) sido)(?!\p{L})|(?<!\p{L})(?:through|as of|by|up to|hasta)\s(?:the end of\s)?(?:(?:fiscal|calendar) )?(?:years? )?\d{4}/iu
const hadDone = /(?<!\p{L})had (?:\p{L}+ly )?(?:been )?(?:\p{L}+ed|spent|given|held|taught)(?!\p{L})/iu
const told = /(?<!\p{L})(?:said|says|told|according|reported|wrote|estimated)(?!\p{L})/iu

/** "2010 and 2012": two years, and not the three from one to the other. */
function isApart(clause: string): boolean {
  for (const match of clause.matchAll(/(\d{4}),? (?:and|or|y|o) (?:in |en )?(\d{4})/giu))
    if (
      Math.abs(Number(match[2]) - Number(match[1])) > 1 &&
      !/(?:between|entre)\P{L}(?:\p{L}+ ){0,3}$/iu.test(clause.slice(0, match.index))
    )
      return true
  return false
}

/** Null where the number stands for itself. */
export function reserveOf(
  { sentence, value, low, comparator, period, per, measure }: QuantityClaim,
  at: number | null,
): Reserve | null {
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
  if (withheld.test(clause) || /(?<!\p{L})(?:untrue|false|a lie|invented|fals[oa]|mentira)(?!\p{L})/iu.test(sentence))
    return 'not-asserted'
  if (planned.test(clause) || unsure.test(clause) || (measure === 'people_trained' && begun.test(clause))) return 'planned'
  const before = sentence.slice(0, place)
  const after = sentence.slice(place).replace(/^[^\s]*\d[\d,.]*(?:\s(?:million|billion|thousand|mil|millones))*/u, '')
  if (partBefore.test(before.slice(-30)) || partAfter.test(after)) return 'part-of-more'
  if (multiplied.test(before.slice(-40))) return 'part-of-more'
  // Missions and trainers are in no sum, whatever is said of them.
  if (measure === 'missions' || measure === 'trainers') return null
  const printed = period?.printed ?? ''
  const elsewhere = period !== null && /\d{4}.*\d{4}/u.test(printed) ? clause.replace(printed, ' ') : clause
  if ((per === null && ofEach.test(clause)) || timed.test(elsewhere) || isApart(clause)) return 'says-more'
  if (grown.test(elsewhere) || (hadDone.test(clause) && !told.test(sentence))) return 'says-more'
  return null
}

/** "Some under IMET", "under IMET and other programmes": the number is not the programme's alone. */
const notAlone =
  /(?<!\p{L})(?:some|partly|mostly|in part|many|most|several|including|algunos|en parte)(?: of (?:them|whom))?,? (?:under|through|by|with|via|bajo|mediante)\s|(?<!\p{L})(?:and|or|y|o) (?:other|various|several|otros|otras)\s(?:\p{L}+\s){0,2}(?:program\p{L}*|funds|schemes|initiatives|fondos|iniciativas)(?!\p{L})/iu
const heard =
  /(?<!\p{L})(?:said|says|told|speaking|according|reported|announced|added|dijo|según|afirmó|informó|while|although|as in|like)(?!\p{L})/iu

/**
 * Whether the sentence names the country apart from the number, or the programme as one of several: "speaking in Nigeria, the ambassador said
 * 5,000 had been trained". A country is tied that stands in what is counted, behind the number in the same clause, or right before it.
 */
export function isLooselyTied(claim: QuantityClaim, codes: readonly string[]): boolean {
  const { sentence, counted } = claim
  if (sentence === '' || codes.length === 0) return false
  if (notAlone.test(sentence)) return true
  const of = (words: string | null) => readPlace(words)?.codes.some((code) => codes.includes(code)) ?? false
  if (of(counted)) return false
  const place =
    counted !== null && sentence.includes(counted) ? sentence.indexOf(counted) : whereIs(sentence, claim.value ?? claim.low)
  return !findNamed(sentence, 0, sentence.length).some(({ start, end, printed }) => {
    if (!of(printed)) return false
    if (
      /(?<!\p{L})(?:report|page|chapter|file|article|documents?|data|figures|informe|datos) (?:on|about|sobre)\s$/iu.test(
        sentence.slice(0, start),
      )
    )
      return false
    const gap = start >= place ? sentence.slice(place, start) : sentence.slice(end, place)
    if (/[;:]|,\s(?!\d)/u.test(gap) || heard.test(gap)) return false
    // "Trained Mexican police and 500 civilians"
    if (start < place && /\s(?:and|or|y|o|e)\s/u.test(gap)) return false
    if (/(?<!\p{L})(?:including|among|such as|like|of them|of whom|incluid|entre|como)(?!\p{L})/iu.test(gap)) return false
    return gap.split(/\s+/).filter(Boolean).length <= (start >= place ? 14 : 8)
  })
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
