/**
 * Says which post and unit belong to which person of a clause.
 *
 * Prose names a post before its holder ("the GOC, 3 Division, Jos, Major General Idoko") and after ("Colonel Nora, acting commander of 21
 * Brigade", "is the new Provost Marshal"). In lists of appointments both readings fit the same words; then who has a post already leaves the
 * next one to whom it precedes.
 */

import type { Span } from '../sentences.js'
import { areAppointmentWords, beginning, ending, without, wordsOfGap } from './gaps.js'
import type { Link, Organization, Person } from './mention.js'
import { ledBy, listedWith, postedWithoutPost } from './posted.js'
import type { Post } from './posts.js'

export interface Related {
  people: { person: Person; links: Link[] }[]
  /** Names of units and forces in the clause that are to be marked, whether anybody is posted there or not. */
  organizations: Organization[]
  /** Whom "he" means in the next clause. */
  subject: Person | null
  /** Whom "the latter" means there. */
  last: Person | null
  /** A post that somebody was appointed to, told who in the next clause. */
  announced: Link | null
  /** Whose posts a clause behind a semicolon goes on with: "He served as Adjutant, 4 Battalion; Brigade Major, 1 Brigade; and …". */
  listed: Person | null
}

/** What the clauses before this one leave open; `named` where this one begins with the surname of whom it speaks of ("Musa was formerly …"). */
export type Before = Pick<Related, 'subject' | 'last' | 'announced' | 'listed'> & { named?: Span }
export const nothingBefore: Before = { subject: null, last: null, announced: null, listed: null }

const betweenPostAndUnit =
  /^[\s,]*(?:\([^()]{1,40}\))?[\s,]*(?:of|at|in|for|to|with|in[- ]charge of|de las?|de los|del|de|do|da|,)?\s*(?:(?:the|theat(?:re|er) command,?|air component of|land component of|maritime component of|headquarters|hq|military|newly|created|established|new|our|elite|an? (?:company|platoon|battalion|squadron|unit|section|team) of|\p{L}+-based|[\p{L}]+(?: \p{L}+)?['’]s)\s+)*$/iu
const betweenUnitAndPost =
  /^(?:['’]s?)?[\s,]*(?:\([^()]{1,40}\))?[\s,]*(?:(?:acting|new|former|as|como|the|and|its|under|through|whose|cuyo|cuya|su)\s+)*$/i
export function relate(
  text: string,
  clause: Span,
  people: readonly Person[],
  posts: readonly Post[],
  organizations: readonly Organization[],
  earlier: Before,
): Related {
  const before = /^\s*the latter\b/i.test(text.slice(clause.start, clause.start + 40)) ? earlier.last : earlier.subject
  if (people.length + posts.length + organizations.length === 0)
    return { people: [], organizations: [], subject: before, last: before, announced: null, listed: null }
  const links = new Map<Person, Link[]>(people.map((person) => [person, []]))
  const free = posts.filter(
    (post) => !people.some((person) => overlap(person, post) || (person.rank !== null && overlap(person.rank, post))),
  )
  const units = organizations.filter(
    (one) =>
      !people.some((person) => overlap(person, one) || (person.rank !== null && overlap(person.rank, one))) &&
      !free.some((post) => overlap(post, one) && post.end - post.start >= one.end - one.start),
  )
  const kept = free.filter((post) => !units.some((unit) => overlap(unit, post)))
  const used = new Set<Organization>()
  const reached = new Map<Person, number>(people.map((person) => [person, ending(person)]))
  const waiting: { post: Post; unit: Organization | null; next: Post }[] = []
  let announced: Link | null = null
  /** Where a post of "he" and its unit end: "He was the Commander of 1 Brigade and GOC 7 Division". */
  let saidUntil: number | null = null
  const goesOn = people.length === 0 && text[clause.start - 1] === ';' ? earlier.listed : null
  let listed: Person | null = null
  if (earlier.announced && people[0] && /^\s*(?:he|she) is $/i.test(text.slice(clause.start, beginning(people[0]))))
    links.get(people[0])!.push(earlier.announced)
  for (const [index, post] of kept.entries()) {
    const unit = unitAfter(text, post, units) ?? unitBefore(text, post, units)
    const forward = holderAfter(text, post, unit && unit.start > post.start ? unit : null, people, kept[index + 1], units)
    const back = holderBefore(text, post, unit && unit.start < post.start ? unit : null, people, reached, units)
    let holder: Person | null = forward ?? back?.person ?? null
    if (forward && back) {
      // "X, Commander, A, Major General Y": after a verb ("is the new") it is X's.
      // "X, who commands 1 Brigade, and the Commander of 2 Brigade, Colonel Y": Y's.
      // "while General X is on leave, army spokesperson Colonel Y said": Y's.
      if (text.slice(Math.max(post.reach, unit?.end ?? 0), beginning(forward)) === ' ') holder = forward
      else if (!back.comma) holder = /, and (?:the )?$/.test(text.slice(post.start - 12, post.start)) ? forward : back.person
      else holder = links.get(back.person)!.some((link) => link.post) ? forward : back.person
    }
    if (holder) {
      if (unit) used.add(unit)
      links.get(holder)!.push({ post, organization: unit })
      if (holder.end <= post.start) reached.set(holder, Math.max(reached.get(holder)!, post.reach, unit?.end ?? 0))
      listed = back?.person === holder && !back.comma ? holder : null
    } else if (goesOn && (index === 0 ? nextListed.test(text.slice(clause.start, post.start)) : listed === goesOn)) {
      links.set(goesOn, [...(links.get(goesOn) ?? []), { post, organization: unit }])
      if (unit) used.add(unit)
      listed = goesOn
    } else if (
      before &&
      (isSaidOfHim(text, clause, unit && unit.start < post.start ? unit : post, earlier.named) ||
        (saidUntil !== null &&
          areAppointmentWords(wordsOfGap(without(text, saidUntil, Math.min(post.start, unit?.start ?? post.start), units)))))
    ) {
      links.set(before, [...(links.get(before) ?? []), { post, organization: unit }])
      if (unit) used.add(unit)
      saidUntil = Math.max(post.reach, unit?.end ?? 0)
      listed = before
    } else if (kept[index + 1]) waiting.push({ post, unit, next: kept[index + 1]! })
    else if (
      people.length === 0 &&
      /^ has (?:also |now |since )?been (?:appointed|named)/.test(text.slice(post.reach, post.reach + 40))
    )
      announced = { post, organization: unit }
  }
  // "The GOC 3 Division and Commander Operation Safe Haven, Major General X": both are X's.
  for (const { post, unit, next } of waiting.reverse()) {
    const holder = people.find((person) => links.get(person)!.some((link) => link.post === next))
    const from = Math.max(post.reach, unit?.end ?? 0)
    const to = links.get(holder!)?.find((link) => link.post === next)?.organization?.start ?? next.start
    if (
      !holder ||
      beginning(holder) < from ||
      !alsoHeld.test(without(text, from, Math.min(to, next.start), units).replaceAll(/\s+/g, ' '))
    )
      continue
    links.get(holder)!.push({ post, organization: unit })
    if (unit) used.add(unit)
  }
  for (const unit of units) {
    if (used.has(unit)) continue
    const holder = postedWithoutPost(text, unit, people, units, kept, links) ?? listedWith(text, clause, unit, people, links)
    if (!holder) continue
    for (const person of [holder, ...sharing(text, holder, unit, people).filter((one) => links.get(one)!.length === 0)])
      links.get(person)!.push({ post: null, organization: unit })
    used.add(unit)
  }
  const related = [...links]
    .filter(([person, list]) => person.rank !== null || list.length > 0)
    .map(([person, list]) => ({ person, links: list }))
  return {
    people: related,
    organizations: units.filter((unit) => !unit.acronym || used.has(unit)),
    subject: subjectOf(text, clause, people) ?? before,
    last: people.at(-1) ?? before,
    announced,
    listed,
  }
}

const states = new Set(
  'is was been who as becomes became appointed named now formerly has had es era fue to from redeployed deployed posted moved moves heads assumed takes took made one remains retains retained como ser asumió juró será nombrado nombrada designado designada'.split(
    ' ',
  ),
)

/** Between two posts of one holder. */
const alsoHeld =
  /^(?: \([^()]{2,12}\))?,?(?: \p{Lu}[\p{L}-]+,?)? (?:and|&|who is also|who doubles as)(?: also)?(?: the)?(?: (?:\p{L}+ )?\p{L}+['’]s)? ?$/u

/** Who else is of the unit: "los sargentos Juan Paz y Luis Roa, del Destacamento 3", "Captain Ade Ola and Lieutenant Musa Bello of 7 Battalion". */
function sharing(text: string, holder: Person, unit: Span, people: readonly Person[]): Person[] {
  const gap = text.slice(ending(holder), unit.start)
  const told = /^,? (?:both|all)\b/.test(gap)
  const from = (one: Person) =>
    people.some(({ rank, start }) => rank === one.rank && start < one.start) ? one.start : beginning(one)
  // "General Ade Ola and Captain Musa Bello of 7 Battalion": the captain.
  const general = ({ rank }: Person) => rank !== null && /gen|adm|marshal/i.test(text.slice(rank.start, rank.end))
  if (!/^(?:,? (?:both|all)(?: serving)?)?,? (?:of|from|in|with|attached to|del?) (?:the |la |el |los )?$/.test(gap)) return []
  const others: Person[] = []
  let first = holder
  for (;;) {
    const before = people.findLast((one) => ending(one) <= from(first))
    const between = before && text.slice(ending(before), from(first))
    if (!before || !between || !/^(?:,|,? and| y)? (?:the )?$/.test(between)) return others
    if (
      !told &&
      ((first === holder && between.startsWith(', ') && !between.includes('and')) || general(before) !== general(holder))
    )
      return others
    others.push(before)
    first = before
  }
}

const overlap = (a: Span, b: Span) => a.start < b.end && a.end > b.start
/** Before the next of somebody's posts. */
const nextListed = /^ (?:and |then |later |and later |also )?(?:the |as )?$/
/** "His brother, Major Ade Ola": told of by somebody else's name. */
export const isRelative = (text: string, person: Person): boolean =>
  /\b(?:[Hh]is|[Hh]er) (?:\p{Ll}+ )?(?:brother|sister|wife|husband|widow|son|daughter|father|mother|uncle|nephew|cousin|colleague|friend|course ?-?mate),? (?:the )?$/u.test(
    text.slice(Math.max(0, beginning(person) - 40), beginning(person)),
  )

/** "He takes over from Major General Yusuf": not the one whom the next sentence is about. */
function subjectOf(text: string, clause: Span, people: readonly Person[]): Person | null {
  const others = /\b(?:from|by|replac\w+|succeed\w+|with|to|and|of)\s+(?:the\s+|late\s+)?(?:[^,;.]{0,40},\s*)?$/i
  const said = /^\s*(?:he|she)\b(?! is (?:\p{Lu}|the))/iu.test(text.slice(clause.start, clause.end))
  const subject = people.find(
    (person) => !others.test(text.slice(Math.max(clause.start, beginning(person) - 60), beginning(person))),
  )
  const one = subject ?? people[0] ?? null
  return said || (one && isRelative(text, one)) ? null : one
}

/** "He was formerly the Commander, 31 Brigade". */
function isSaidOfHim(text: string, clause: Span, what: Span, named: Span | undefined): boolean {
  const gap = text.slice(clause.start, what.start)
  // "He also sacked the Comptroller".
  if (
    /(?<!(?:is|was|been|being|the) )(?:sacked|ousted|deposed|dismissed|suspended|detained|relieved|arrested) (?:the )?$/.test(gap)
  )
    return false
  if (named && gap.length < 110 && !/\b(?:from|by|under) (?:the )?$/.test(gap))
    return areAppointmentWords(wordsOfGap(text.slice(named.end, what.start)))
  // "He takes over from the Commander" is not his post, or not in words.
  if (gap.length > 110 || /\b(?:from|by|under) (?:the )?$/.test(gap)) return false
  const pronoun = /^\s*(?:(?:until|before|prior to|after|following) [^,]{1,60}, )?(?:he|she|the (?:latter|officer))\b/i.exec(gap)
  return pronoun !== null && areAppointmentWords(wordsOfGap(gap.slice(pronoun[0].length)))
}

function unitAfter(text: string, post: Post, units: readonly Organization[]): Organization | null {
  const next = units.find((unit) => unit.start >= post.reach)
  if (!next || next.start - post.reach >= 60 || !betweenPostAndUnit.test(text.slice(post.reach, next.start))) return null
  // "the GOC of the Nigerian Army's 82 Division": of the division.
  const within = units.find((unit) => unit.start > next.start)
  return within && (next.force ? /^(?:['’]s?)? $/ : /^['’]s? $/).test(text.slice(next.end, within.start)) ? within : next
}

function unitBefore(text: string, post: Post, units: readonly Organization[]): Organization | null {
  const previous = units.findLast((unit) => unit.end <= post.start)
  // "the 81 Division of the Nigerian Army Commander": of the division.
  const ofForce = previous?.force ? units.findLast((unit) => unit.end < previous.start) : undefined
  if (
    previous &&
    ofForce &&
    /^ of (?:the )?$/.test(text.slice(ofForce.end, previous.start)) &&
    text.slice(previous.end, post.start) === ' '
  )
    return ofForce
  const gap = previous ? text.slice(previous.end, post.start) : ''
  return previous && gap.length < 50 && (betweenUnitAndPost.test(gap) || (!previous.force && ledBy.test(gap))) ? previous : null
}

const place =
  /^(?: estatal| federal| municipal| del estado| (?:del|de la|de este|de esta) (?:batallón|brigada|división|regimiento|zona|región|guarnición|compañía|unidad|cuerpo|base))?[\s,:–-]*(?:\([^()]{1,40}\))?(?:[\s,]*(?:with headquarters (?:in|at) )?(?:in the state|(?:(?:of|in|at|for) )?(?:the|this|that|our|its|an?) (?:(?:\p{L}+ )?(?:division|brigade|battalion|command|task force|force|unit|contingent|formation|centre|center|corps|state|area|academy|school|college|base|camp|barracks|hospital|ship|operation|squadron|regiment|garrison|squad|team|army|navy|air force|armed forces|military|police|marines|coast guard|national guard|gendarmerie|region|zone|platoon|company|outfit|network|patrol|outpost|station|mission|component|cell)(?: in (?:the )?\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?)?)|(?:(?:in|of|at|for|in[- ]charge of)(?: the)?)?\s*\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*){0,2}(?:\s+state)?))?(?:,\s*(?:in )?\p{Lu}[\p{L}’'-]*(?:\s+\p{Lu}[\p{L}’'-]*){0,2})?[\s,:–-]*(?:\([^()]{1,40}\))?[\s,:–-]*(?:(?:retired|late|then|el|la) )?(?:(?:Mr|Mrs|Dr|Alhaji|Chief|Mallam|Engr)\.?\s*)?\(?$/u

/** The person whom a post stands before: at once, after its unit, or after its unit and place. */
function holderAfter(
  text: string,
  post: Post,
  unit: Organization | null,
  people: readonly Person[],
  nextPost: Post | undefined,
  units: readonly Organization[],
): Person | null {
  const person = people.find((one) => beginning(one) >= post.reach)
  if (!person || (nextPost && nextPost.start < beginning(person))) return null
  let from = unit?.end ?? post.reach
  const to = beginning(person)
  // "3 Division, Nigerian Army, Jos": the last unit before the person ends what is skipped.
  for (const other of units)
    if (
      other.start >= from &&
      other.end <= to &&
      (other.start - from < 12 ||
        /^(?: \([^()]{2,12}\))?,? (?:code-?named|tagged|known as) ['‘“"]?$/i.test(text.slice(from, other.start)))
    )
      from = other.end
  // "the Military Assistant to the COAS, Colonel Ade Ola".
  const gap = text.slice(from, to).replace(/^ to the (?:\p{Lu}{3,4}|Chief of [^,]{4,20})(?=,)/u, '')
  if (gap.length > 90 || /;|\p{Ll}{3}\.\s/u.test(gap)) return null
  if (place.test(gap)) return person
  // "The new Commander of the task force with headquarters in N’Djamena is Major General Abbah."
  return /\b(?:is|was|remains)\s+(?:now\s+)?$/.test(gap) && !/\bwho\b|\bthat\b/.test(gap) ? person : null
}

function holderBefore(
  text: string,
  post: Post,
  unit: Organization | null,
  people: readonly Person[],
  reached: ReadonlyMap<Person, number>,
  units: readonly Organization[],
): { person: Person; comma: boolean } | null {
  const limit = unit?.start ?? post.start
  const person = people.findLast((one) => one.end <= limit)
  if (!person) return null
  // "Tor took over from Major General Low as the GOC": the post is Tor's now.
  const first = people.findLast((one) => one.end <= beginning(person))
  if (
    first &&
    /\b(?:from|succeed\w*|replac\w*|relieved)\s+$/.test(text.slice(first.end, beginning(person))) &&
    /^\s*as\b/.test(text.slice(person.end, limit))
  ) {
    return { person: first, comma: false }
  }
  // Earlier posts and units of the same person may stand between: "formerly the GOC 3 Division, now the Chief of Training".
  const from = reached.get(person)!
  // "Ade Ola, the Kebbi police spokesman": whose of several.
  const gap = without(text, from, limit, units)
    .replace(/(?<=, the )\p{Lu}[\p{L}-]+ (?:[Ss]tate )?$/u, '')
    // "Ade Ola, the battalion’s executive officer".
    .replace(/(?<=, (?:the|its|their) )\p{Ll}+(?: \p{Ll}+)?['’]s?\s*$/u, '')
  if (gap.length > 110 || /;|\p{Ll}{3}\.\s/u.test(gap)) return null
  // "the Commander of 1 Brigade and Commandant of the academy": one holder.
  if (from > person.end && /^(?:,? and (?:(?:also|former|formerly|currently|now|acting) )*| ?\/ ?)$/.test(gap))
    return { person, comma: true }
  // "General Ade Ola COAS said".
  if (gap === ' ' && /^\p{Lu}{3,4}$/u.test(text.slice(post.start, post.end))) return { person, comma: false }
  const words = wordsOfGap(gap)
  if (!areAppointmentWords(words)) return null
  const verb = words.some((word) => states.has(word.toLowerCase()))
  // "…, and the commandant" is somebody else.
  if (!verb && (!/^\s*[,(:–-]/.test(gap) || words.includes('and'))) return null
  return { person, comma: !verb }
}
