/**
 * What became of those whom a number counts, told by the verb around it: killed, disappeared, wounded, arrested, displaced.
 *
 * "Two blasts killed five" counts two that did it and five that suffered it: a verb alone, which goes on to somebody else, tells nothing of its
 * subject.
 */
import { finds, gateOf, type Signs } from '../grammar/signs.js'

const dead =
  'killed|slain|murdered|massacred|executed|beheaded|died|dead|lost their lives|neutrali[sz]ed|abatid[oa]s|neutralizad[oa]s|asesinad\\w+|muert\\w+|murieron|murieran|muriera|fallecieron|fallecid\\w+|perdieron la vida|ejecutad\\w+'
const missing = 'disappeared|missing|abducted|kidnapped|desaparec(?!er\\b)\\w+|secuestrad\\w+'
const held = 'arrested|detained|captured|apprehended|nabbed|taken into custody|detenid\\w+|arrestad\\w+|capturad\\w+'
const hurt = 'wounded|injured|hurt|herid[oa]s|lesionad[oa]s'
const fled = 'displaced|to flee|fled|huyeron|forced to flee|driven from|uprooted|desplazad\\w+'
/** Not "two blasts that killed five", "nine men arrested a farmer": there they are who did it. */
const suffered = String.raw`(?!\p{L})(?!\s$)(?!\s(?:\d|an?\s|the\s|at least|no fewer|more than|over|some|several|many|their|his|her|two|three|four|five|six|seven|eight|nine|ten)\b)`
/** "were abducted", "have since been found dead"; or the verb alone, which must not go on to whom it was done ("two blasts killed five"). */
const underwent = (verbs: string): RegExp =>
  new RegExp(
    String.raw`^[^.,;]{0,50}?\b(?:(?:were|was|are|been|being|feared|went|remain|fueron|resultaron|left|sustained)\s(?:\p{L}+\s){0,2}(?:${verbs})(?!\p{L})|(?:${verbs})${suffered})`,
    'iu',
  )

/** What becomes of those who are counted, by the verb after them and by the verb or noun before them. */
const fates: readonly [measure: string, after: RegExp, before: RegExp][] = [
  [
    'deaths',
    underwent(dead),
    /(?:\b(?:kill(?:ed|ing|s)?|murder(?:ed|ing)?|massacr\w+|slaughter\w+|mat(?:ó|aron)|asesin(?:ó|aron)|behead(?:ed|ing)|execut(?:ed|ing)|ejecut(?:ó|aron)|shot dead|shot and killed|gunned down|murieron|fallecieron|perdieron la vida|(?:fueron|sido|resultaron)\s(?:asesinad|ejecutad|abatid|muert)[oa]s|(?:ha[ny]?|hab[ií]an?|habr[ií]an?|haber)\s(?:asesinado|ejecutado|matado|abatido|masacrado)(?:\sa)?)(?!\p{L})[^,;]{0,30}|\b(?:death toll|loss|deaths?|killings?|lives|bodies|massacre|murders?|muertes?|asesinato) (?:of|to|at|de)\s(?:the [^,;]{3,25} and )?(?:the |these |many |some |about |at least )?)$/iu,
  ],
  [
    'disappeared',
    underwent(missing),
    /\b(?:(?:disappearances?|abductions?|kidnappings?|desaparici[oó]n|secuestro)(?:\s[\p{L}]+){0,4}\s(?:of|de)[^,;]{0,30}|(?:abducted|kidnapped|disappeared|secuestr(?:ó|aron)|(?:fueron|sido)\s(?:desaparecid|secuestrad)[oa]s|desaparec(?:ió|ieron)(?: a(?: \p{Lu}[^,.;]{3,50} y a)?)?)\s)$/iu,
  ],
  [
    'injured',
    underwent(`${hurt}|injuries|(?:gunshot )?wounds`),
    /\b(?:wound(?:ed|ing)|injur(?:ed|ing)|hiri(?:ó|eron)(?: a)?|resultaron heridas?)(?!\p{L})[^,;]{0,25}$/iu,
  ],
  [
    'arrests',
    underwent(held),
    /\b(?:(?:arrests?|capture|detention|captura|detenci[oó]n|arresto)\s(?:of|de)\s(?:the\s|los\s|las\s)?$|(?:arrest(?:ed|ing|s)?|detain(?:ed|ing)?|captur(?:ed|ing)|apprehended|nabbed)|(?:detuv(?:o|ieron)|arrest(?:ó|aron)|captur(?:ó|aron)|(?:fueron|sido)\s(?:detenid|arrestad|capturad)[oa]s))(?!\p{L})[^,;]{0,12}$/iu,
  ],
  ['inmates', underwent('in (?:prison|jail)|behind bars|en prisión|en la cárcel|tras las rejas|pres[oa]s'), /(?!)/],
  ['displaced', underwent(fled), /\b(?:displac(?:ed|ing)|uproot(?:ed|ing))\b[^,;]{0,20}$/iu],
]

/** Only those who are counted can die or be arrested: of goods ("21 rifles recovered from 5 men who were killed") the noun says what they are. */
export function suffering(before: string, after: string, tail: string, noun: string | null, signs: Signs): string | null {
  if (/^\s?(?:%|per\b|each\b)/.test(tail)) return null
  const things =
    /\b(?:cans?|animals?|cattle|camps?|houses?|homes?|boats?|phones?|cards?|cases?|towns?|villages?|states?|areas?|camps|attacks?|operations?|shots?|boxes|bags|rounds|cartridges|knives|machetes)$/i
  if (noun !== null && things.test(noun)) return null
  let nearest: { measure: string; at: number } | null = null
  for (const [measure, following] of fates) {
    const match = signs.mayMatch(gateOf(following)) ? following.exec(after) : null
    if (match && (nearest === null || match[0].length < nearest.at)) nearest = { measure, at: match[0].length }
  }
  if (nearest) return nearest.measure
  // "three were captured while four cars were found": another clause.
  if (/\b(?:while|but|when|whereas|as|mientras)\s(?:some |about |another )?$/i.test(before)) return null
  // "Soldiers were killed by 12 gunmen": who did it.
  if (/(?<!\p{L})(?:by|por)\s(?:(?:the|some|about|at least|more than|up to|los|las|unos|unas|al menos)\s){0,2}$/iu.test(before))
    return null
  return fates.find(([, , preceding]) => finds(preceding, before, signs))?.[0] ?? null
}
