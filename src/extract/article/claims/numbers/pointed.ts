/** Numbers whose own words do not say what they count: "5,000 of them", "put the figure at 14,000", "complaints tripled, to 1,930", "the 2,500 planned". */

import type { Quantity } from '../claim.js'
import type { FoundPeriod } from '../periods.js'
import { bareVerb, changeVerb, countable, measures, opensClause } from './measures.js'
import type { FoundNumber } from './numbers.js'
import type { Carried } from './quantities.js'

/** "The families say 140": of what the sentence before counted. */
export const saidAlone =
  /(?<!\p{L})(?:say|says|said|claims?|counts?|counted|lists?|listed|records|recorded|documents|documented|dicen|dice|dijo|hablan de|habla de|cuentan?|registran?|registró|documentan?|registramos|contamos|aseguran que son)\s[“"]?$/iu

/** "almost twice the 2,500 planned": of what was counted before, and only meant. */
export const planned =
  /^\s(?:previst[oa]s|planned|expected|promised|prometid[oa]s|acordad[oa]s|projected|programad[oa]s|anticipated|budgeted)(?!\p{L})/iu
const ofMoney = /^(?:training_cost|assistance|money|cost|budget)$/
/** "5,000 of them", "de ellos". */
export const ofThese =
  /^\s(?:of (?:them|these|those|whom|which)|de (?:ell[oa]s|est[oa]s|l[oa]s cuales))(?=\s|$)(?!\s(?:armies|countries|governments|units|battalions|nations|schools|attacks|raids|courses|weapons|rifles))/iu
/** "The figure", "the total": not "a number of". */
const theFigure =
  /(?<!\p{L})(?:the|that|their|la|el|esa|esta|este|ese)\s(?:\p{L}+\s)?(?:figure|total|number|count|tally|cifra|total|n[uú]mero)(?:\s(?:at|is|was|as|to be|to|en|es|era|fue|fue de|es de))?\s$/iu
/** Of a number without words of its own, what was counted last; null where it has its own, or nothing was counted. */
export function pointedAt(
  number: FoundNumber,
  noun: string | null,
  before: string,
  after: string,
  previous: Quantity | undefined,
  carried: Carried,
  periods: readonly FoundPeriod[],
): { measure: string; counted: string | null } | null {
  if (number.currency !== null || number.percent) return null
  if (planned.test(after)) return previous && previous.currency === null ? previous : null
  const told =
    previous && previous.currency === null ? previous : carried.measure && !ofMoney.test(carried.measure) ? carried : null
  // "Of the 45 sites, 16 had no water"
  const ofSame =
    noun === null &&
    told?.measure === 'count' &&
    told.counted &&
    countable.test(told.counted) &&
    opensClause.test(before) &&
    bareVerb.test(after)
  const afterTime =
    noun === null && /^[;,]\s(?:and |y |in |en )*/.test(before) && periods.some(({ end }) => end + 1 === number.start)
  // "47 sessions in fiscal 2012, 41 in fiscal 2013"
  const dated =
    noun === null &&
    /,\s$/.test(before) &&
    periods.some(({ end }) => end + 2 === number.start) &&
    periods.some(({ start }) => start === number.end + 1)
  // "26,798 people have disappeared; their families speak of 30,000"
  const said = noun === null && previous !== undefined && saidAlone.test(before) && /^\s*(?:[.;,:”"]|$)/u.test(after)
  const last =
    (noun !== null && ofThese.test(noun)) || ofSame || afterTime || dated || said
      ? told
      : noun === null && theFigure.test(before)
        ? (told ?? carried.before)
        : null
  return last?.measure && last.measure !== 'percent' ? { measure: last.measure, counted: last.counted } : null
}

const cameTo = `(?:total(?:l?ed)?|number(?:s|ed)?|came to|amounted to|stood at|reached|totalizaron|sumaron|ascendieron a|llegaron a)`
/** "IMET training sessions for Honduras totaled 85": what is counted stands before the verb. */
const subject = new RegExp(
  String.raw`(?<![\p{L}])(?<noun>(?:\p{Lu}[\p{L}\d-]*\s){0,2}(?:training sessions?|sessions|soldiers|troops|officers|trainees|students|courses|deaths|killings|arrests|sesiones(?: de \p{Ll}+)?|soldados|militares|oficiales|cursos|muertes))(?:\s(?:for|to|in|of|from|de|para|a|en)\s[^,.;\d]{2,60}?)?(?:\strained)?(?:\s(?:[^,.;]|(?<=\b\p{L})\.){0,40}?)?\s${cameTo}\s$`,
  'iu',
)
/** "Complaints against police tripled, to 1,930". */
const changed = new RegExp(
  String.raw`(?<!\p{L})(?<noun>\p{L}{4,}s|cr[ií]menes)(?:\s(?:lodged|filed|received|made|recorded|registered|presentad[oa]s|registrad[oa]s|recibid[oa]s|cometid[oa]s))?(?:\s(?:against|for|in|of|by|contra|de|en|por)\s[^,.;\d]{2,50}?)?\s(?:(?:has|have|had|han|also|se)\s){0,2}${changeVerb.source}(?:\s(?:by|en|un)\s[^,;]{1,16}?|\s[^,.;\d]{1,20}?)?,?\s(?:to|a)\s$`,
  'iu',
)
/** "Las becas, que eran 150". */
const wereSoMany = /(?<!\p{L})(?<noun>\p{L}{4,}s),\s(?:que|which|who)\s(?:eran|fueron|sumaban|were|numbered)\s$/iu
export const countedBefore = (before: string, after: string): string | null => {
  if (!/^\s*(?:[.;,]|(?:in|en|under|during|by|a|per|al|por|last|this|el)\s|$)/.test(after)) return null
  const told = subject.exec(before)?.groups?.noun
  if (told !== undefined) return told
  const noun = changed.exec(before)?.groups?.noun ?? wereSoMany.exec(before)?.groups?.noun
  return noun !== undefined && (countable.test(noun) || measures.some(([, pattern]) => pattern.test(noun))) ? noun : null
}
