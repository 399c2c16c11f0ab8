/** Persons whom a clause places in a unit without naming a post: "Colonel Audu of 21 Brigade", lists of people each with a unit. */

import type { Span } from '../sentences.js'
import { areAppointmentWords, beginning, ending, seatBefore, without, wordsOfGap } from './gaps.js'
import type { Link, Organization, Person } from './mention.js'
import type { Post } from './posts.js'

export const ledBy =
  /^(?:\s*\([^()]{2,12}\))?(?:['’]s)?,?\s*(?:troops?|soldiers|men|personnel|forces|which was|which is|who were|were)?,?\s*(?:(?:command|led|head)(?:ed)?(?: \w+ly)? ?by|under|under the (?:command|leadership) of)(?: the| one| its| their)?,?\s*$/i
/** "Colonel Hassan, who led 192 Battalion". */
const leads =
  /^,? (?:who |(?:and|had|has|will|now|also|is to|to|currently|presently|once|previously|formerly) )*(?:lead|command|head|led|leads|commanded|commands|heads|headed|leading|commanding|heading) (?:the )?(?:\p{L}+['’]s )?$|^,? (?:(?:quien |que )?(?:está |estaba |queda |quedó )?al (?:mando|frente) de(?:l| la)?|(?:quien |que )?(?:pasa a |pasará a )?(?:deja|dejó|asume|asumió|dirig(?:e|ía|ió|ir)|comand(?:a|aba|ó|ar)|encabez(?:a|aba|ó|ar))(?: el| la| al)?) $/u
const belongs = /\b(?:del|al|a la|de|of|in-charge|charge|serving|from|to|at|over|command|with)\b/i

/**
 * "Major General Ade Ola, 7 Division; Major General Obi - 6 Division, Jos and …": a list of people, each with the unit. "At the Defence
 * Headquarters, Major General Ade Ola is …": told before all of it.
 */
export function listedWith(
  text: string,
  clause: Span,
  unit: Organization,
  people: readonly Person[],
  links: ReadonlyMap<Person, readonly Link[]>,
): Person | null {
  // "AIG Ade Ola, Zone 6, Calabar": a number is a unit there.
  if (unit.force || (unit.acronym && !/^(?:zone|sector) /i.test(text.slice(unit.start, unit.end)))) return null
  const before = people.findLast((person) => person.end <= unit.start)
  if (before?.rank && links.get(before)!.length === 0 && /^(?:,| [-–—]|:) $/.test(text.slice(ending(before), unit.start)))
    return listEnd.test(text.slice(unit.end, clause.end)) ? before : null
  const first = people[0]
  return first &&
    /^\s*At (?:the )?$/.test(text.slice(clause.start, unit.start)) &&
    /^, $/.test(text.slice(unit.end, beginning(first)))
    ? first
    : null
}
/** After the unit of such an entry, and its place. */
const listEnd = /^(?:,? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?){0,2}(?:$|[.;]|,? and | to )/u

/** "Major General Arende is now in charge of DICON", "Colonel Audu of 21 Brigade", "333 Battalion troop commanded by Lt. Colonel Gagariga". */
export function postedWithoutPost(
  text: string,
  unit: Organization,
  people: readonly Person[],
  units: readonly Organization[],
  posts: readonly Post[],
  links: ReadonlyMap<Person, readonly Link[]>,
): Person | null {
  if (unit.force) return null
  // "the AIG in charge of Zone 2, Ade Ola": between a rank and its name.
  const within = people.find(
    ({ rank, start }) =>
      rank &&
      rank.end <= unit.start &&
      unit.end <= start &&
      !people.some((other) => other.start >= rank.end && other.end <= unit.start),
  )
  if (within) return within
  const before = people.findLast((person) => person.end <= unit.start)
  if (before) {
    // Other units and posts of theirs may stand between: "moves from 8 Division as Commander to Army Headquarters".
    const gap = without(text, ending(before), unit.start, [
      ...units.filter((other) => other !== unit),
      ...posts.filter(
        (post) =>
          post.end <= unit.start &&
          (links.get(before)?.some((link) => link.post === post) ||
            !/, and (?:the )?$/.test(text.slice(post.start - 12, post.start))),
      ),
    ])
    if (leads.test(text.slice(ending(before), unit.start))) return before
    if (gap.length < 100 && (belongs.test(gap) || /^\s*\($/.test(gap)) && !/;/.test(gap)) {
      if (areAppointmentWords(wordsOfGap(gap))) return before
    }
  }
  const after = people.find((person) => beginning(person) >= unit.end)
  if (!after) return null
  // "the 1 Division, Nigerian Army, under Colonel Ade Ola".
  const force = units.find((other) => other.force && other.start >= unit.end && /^,? $/.test(text.slice(unit.end, other.start)))
  // "the 1st Commando Regiment of Mali, led by Colonel Ade Ola".
  const gap = text
    .slice(force?.end ?? unit.end, beginning(after))
    .replace(/^ of (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?=,| led)/u, '')
  return ledBy.test(gap) || ledBy.test(gap.replace(seatBefore, '')) ? after : null
}
