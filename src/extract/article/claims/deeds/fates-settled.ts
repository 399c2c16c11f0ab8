/**
 * What became of those whom a number counts, where an event tells whom it was done to: of "the death of 13 villagers" thirteen died, and of "four other soldiers"
 * who are on trial for it nobody did.
 */
import type { Span } from '../../sentences.js'
import type { Claim } from '../claim.js'
import { people } from '../numbers/measures.js'

/** The measure that a deed makes of whom it was done to, by its words. */
const fates: readonly [measure: string, action: RegExp][] = [
  [
    'deaths',
    /kill|murder|massacr|slaughter|execut|behead|assassinat|lynch|slain|dead|death|gunned down|mat(?:ó|an?|aron|ar|ad\p{L}+)(?!\p{L})|asesin|ejecu|fusil|masacr|matanza|acribill|decapit|degoll|muert|homicid/iu,
  ],
  ['disappeared', /disappear|abduct|kidnap|desapar|secuestr/iu],
  ['arrests', /arrest|detain|detention|deten|detuv|captur/iu],
  ['injured', /wound|injur|hiri|herid/iu],
]
const living = /^(?:personnel|officials|inmates|count|people_trained)$/
const suffered = /^(?:deaths|disappeared|arrests|injured)$/
const persons = new RegExp(
  `(?<!\\p{L})(?:${people}|civilians?|children|women|girls|boys|villagers|residents|peasants|farmers|fishermen|herders|workers|teachers|protesters|journalists|students|civiles|niñ[oa]s|mujeres|campesin[oa]s|pobladores|estudiantes|jóvenes|maestr[oa]s|periodistas)(?!\\p{L})`,
  'iu',
)
/** What may stand before the number that a phrase begins with. */
const lead =
  /^(?:\s*(?:at least|more than|some|about|nearly|around|up to|another|the|other|al menos|por lo menos|más de|unos|unas|otros|otras|los|las|a))*\s*$/iu
/** Not "a boy of 14": a number that stands first in its phrase, or first behind a comma or "and". */
const first = (words: string): boolean => lead.test(words.replace(/^.*(?:,|\s(?:and|y|e))\s/su, ''))

/** Corrects the measures of a sentence's quantities by one event of it. */
export function settleFates(
  claims: readonly Claim[],
  action: string,
  { doer, sufferer }: { doer: Span | null; sufferer: Span | null },
  text: string,
): void {
  const fate = fates.find(([, words]) => words.test(action))?.[0]
  const isIn = (at: number, span: Span | null) => span !== null && at >= span.start && at < span.end
  for (const claim of claims) {
    if (claim.type !== 'quantity' || claim.currency !== null || claim.change !== null) continue
    if (isIn(claim.start, sufferer)) {
      const isPeople = claim.measure !== 'count' || persons.test(claim.counted ?? '')
      if (!fate || !living.test(claim.measure) || !isPeople || !first(text.slice(sufferer!.start, claim.start))) continue
      // "Policemen trained by others kill five": these nobody trained.
      if (claim.measure === 'people_trained') [claim.provider, claim.recipient, claim.programme] = [null, null, null]
      claim.measure = fate
      // "arrested seven of them": not of whom the sentence counted before.
      if (/^\s(?:of them|de ellos|de ellas)/u.test(text.slice(claim.start).replace(/^\S+/u, ''))) claim.counted = null
    } else if (isIn(claim.start, doer) && suffered.test(claim.measure)) claim.measure = 'personnel'
  }
}
