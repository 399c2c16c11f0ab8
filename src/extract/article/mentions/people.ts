/**
 * Finds the people of a sentence: a rank with a name after it ("Col. John Musa"), a name with a rank after it ("John Musa, a colonel"), and
 * a name beside a post of a force, where no rank is printed.
 */

import type { Span } from '../sentences.js'
import { areAppointmentWords, wordsOfGap } from './gaps.js'
import type { Organization, Person } from './mention.js'
import { courtesy, readPersonAt } from './persons.js'
import type { Post } from './posts.js'
import { readRank, trimmed } from './ranks.js'
import type { ArticleVocabulary } from './vocabulary.js'
import { isShouted, type ProseWord } from './words.js'

const afterRank = new RegExp(
  String.raw`[ \t\u00a0]*\n?[ \t\u00a0]*(?:\((?:rtd|retd|ret)\.?\)[ \u00a0]*)?(?:\(\w+\.?\)[ \u00a0]*)?(?:(?:retirado|en retiro) )?(?:${courtesy})?`,
  'uy',
)

/** "Ade Ola (SP)", "Ade Ola, CSP, said". */
const shortRank = /^(?:(?<before> \()\p{Lu}{2,5}\)|(?<comma>, )\p{Lu}{2,5}, \p{Ll})/u

/** Small words of Spanish, French and Portuguese; three of them tell a sentence. */
const ofRomance = new Set('el la los las de del que y en por con una su se dijo do da le les du et'.split(' '))

const overlaps = (span: Span, list: readonly Span[]) => list.some(({ start, end }) => start < span.end && end > span.start)

/** People with their ranks; those without a rank are found beside a post of a force. */
export function findPeople(
  text: string,
  sentence: Span,
  words: readonly ProseWord[],
  organizations: readonly Organization[],
  posts: readonly Post[],
  vocabulary: ArticleVocabulary,
): Person[] {
  const people: Person[] = []
  const ranked = words.filter(({ beginsRank }) => beginsRank)
  if (ranked.length === 0 && posts.length === 0) return people
  const shouted = isShouted(text, sentence.start, sentence.end)
  let reached = sentence.start
  for (const word of ranked) {
    if (word.start < reached) continue
    const rank = readRank(text, word, vocabulary)
    if (!rank || rank.end > sentence.end) continue
    const name = mayPrecedeName(text, word, rank, sentence, words)
      ? nameAfter(text, rank, sentence, organizations, vocabulary, shouted)
      : null
    if (name && !overlaps(name, organizations) && !isPost(rank, posts)) {
      people.push({ start: name.start, end: name.end, rank: trimmed(text, rank) })
      const several = /s$/i.test(text.slice(rank.start, rank.end))
      reached = several ? listedAfter(text, name.end, people, sentence, organizations, vocabulary) : name.end
      continue
    }
    const named = overlaps(rank, posts) ? null : nameBefore(text, rank, sentence, vocabulary)
    if (!named || overlaps(named, organizations)) continue
    const known = people.find((person) => person.end === named.end)
    if (known) known.rank ??= trimmed(text, rank)
    else people.push({ ...named, rank: trimmed(text, rank) })
    reached = rank.end
  }
  for (const post of posts) {
    if (!isOfForce(text, post, organizations) || people.some((person) => isBeside(text, person, post))) continue
    const named = nameBeside(text, sentence, post, organizations, vocabulary, shouted)
    if (
      named &&
      // "Commander, 2 Brigade, Port Harcourt, Brigadier General …": a place, not a name.
      !people.some(
        (person) =>
          person.rank && /^(?:, \p{Lu}[\p{L}-]+)?, $/u.test(text.slice(named.end, Math.min(person.rank.start, person.start))),
      ) &&
      !overlaps(named, people) &&
      !overlaps(named, organizations) &&
      !overlaps(named, posts)
    )
      people.push({ ...named, rank: null })
  }
  return people.sort((a, b) => a.start - b.start)
}

/** English prints a rank before a name with a capital, Spanish without: "el general de brigada Juan Pérez"; so does "a retired general". */
function mayPrecedeName(text: string, word: ProseWord, rank: Span, sentence: Span, words: readonly ProseWord[]): boolean {
  if (word.capital || /^\d/.test(word.text)) return true
  const before = text.slice(Math.max(sentence.start, rank.start - 13), rank.start)
  return (
    /\b(?:el|la|los|al|del|le|du|o|do) (?:también )?$/i.test(before) ||
    (before.endsWith(', ') && words.filter(({ lower }) => ofRomance.has(lower)).length > 2) ||
    /(?<!,|\p{L}) ?(?:[Aa] (?:retired|serving|former)|[Uu]n) $/u.test(before)
  )
}

/** "Col. John Musa", "AIG in charge of Zone 4, Mr. Ade Ola", "A retired Air Commodore, Ade Ola, said". */
function nameAfter(
  text: string,
  rank: Span,
  sentence: Span,
  organizations: readonly Organization[],
  vocabulary: ArticleVocabulary,
  shouted: boolean,
): Span | null {
  afterRank.lastIndex = rank.end
  afterRank.exec(text)
  const apposed =
    /^, \p{Lu}/u.test(text.slice(rank.end, rank.end + 3)) &&
    /(?<!\p{L})(?:[Aa]n?|[Uu]n) (?:retired |serving |former )?$/u.test(
      text.slice(Math.max(sentence.start, rank.start - 12), rank.start),
    )
  const start = apposed
    ? rank.end + 2
    : Math.max(rank.end, afterRank.lastIndex, inChargeEnd(text, rank, sentence.end), seatEnd(text, rank, sentence, vocabulary))
  if (start === rank.end && text[rank.end - 1] !== '.') return null
  const limit = endOfFirst(text, start, beforeUnit(start, sentence, organizations), text.slice(rank.start, rank.end))
  const name = readPersonAt(text, start, limit, vocabulary, shouted)
  if (!name || (apposed && (name.words < 2 || text[name.end] !== ',' || beginsRank(text, start, vocabulary)))) return null
  return { start, end: name.end }
}

/** "Ahmadu Mohammed, a Major General", "Ade Ola (SP)": the rank after the name. */
function nameBefore(text: string, rank: Span, sentence: Span, vocabulary: ArticleVocabulary): Span | null {
  const short = shortRank.exec(text.slice(Math.max(sentence.start, rank.start - 2), rank.end + 3))
  const between =
    short?.groups?.before ??
    short?.groups?.comma ??
    /(?:,|–|-)[ \u00a0]+(?:an?|the|who is an?)[ \u00a0]+(?:retired )?$|,? who (?:is|was) (?:now |then |currently )?(?:an? |the )?$/.exec(
      text.slice(Math.max(sentence.start, rank.start - 28), rank.start),
    )?.[0]
  return between === undefined ? null : nameEndingAt(text, rank.start - between.length, sentence, vocabulary)
}

/** Whether a post is one of a force: by its words, by the unit behind it, or by whose it is ("the State Police Command's spokesman"). */
function isOfForce(text: string, post: Post, organizations: readonly Organization[]): boolean {
  if (post.security) return true
  const unit = organizations.find((one) => one.start >= post.reach && one.start - post.reach < 24)
  return (
    (unit !== undefined &&
      /^[\s,]*(?:of|at|in|for|del?|de las?|de los)?\s*(?:the )?$/.test(text.slice(post.reach, unit.start))) ||
    organizations.some((one) => !one.force && (one.body ? /^(?:['’]s?)? $/ : /^['’]s? $/).test(text.slice(one.end, post.start)))
  )
}

/** "A retired army general, Major-General Ade Ola": the rank proper follows. */
const beginsRank = (text: string, start: number, { rankStarts }: ArticleVocabulary): boolean =>
  rankStarts.has(/^\p{L}+/u.exec(text.slice(start, start + 20))?.[0].toLowerCase() ?? '')

/** Where a name has ended: "el coronel Luis Roa de la Cuarta Brigada". */
const beforeUnit = (start: number, sentence: Span, organizations: readonly Organization[]): number =>
  organizations.find((one) => one.start > start)?.start ?? sentence.end

/** Of "los coroneles Juan Paz y Luis Roa" the first name ends at "y", which in one name parts two surnames. */
function endOfFirst(text: string, start: number, limit: number, rank: string): number {
  const and = /\p{Ll}(?:es|os)$/u.test(rank) ? text.slice(start, Math.min(limit, start + 60)).indexOf(' y ') : -1
  return and === -1 ? limit : start + and
}

const saidOfHim = new RegExp(String.raw`${courtesy}(\p{Lu}[\p{L}’'-]+), an? $`, 'u')

/** "Mr. Ola, a Major-General, said": the rank of someone who was named before. */
export function* ranksToldLater(
  text: string,
  { start }: Span,
  words: readonly ProseWord[],
  vocabulary: ArticleVocabulary,
): Generator<{ surname: string; rank: Span }> {
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!
    if (!word.beginsRank || !words[at - 1]!.text.startsWith('a')) continue
    const surname = saidOfHim.exec(text.slice(Math.max(start, word.start - 48), word.start))?.[1]
    const rank = surname && readRank(text, word, vocabulary)
    if (rank) yield { surname, rank: trimmed(text, rank) }
  }
}

/** Whether a person with a rank stands right before a post, so that no name without one is to be looked for. */
function isBeside(text: string, person: Person, post: Post): boolean {
  return (
    person.end <= post.start &&
    post.start - person.end < 60 &&
    /^(?:,| \(| who| is| was)(?![^;]*\band\b)/.test(text.slice(person.end, post.start)) &&
    areAppointmentWords(wordsOfGap(text.slice(person.end, post.start)))
  )
}

const inCharge = new RegExp(
  String.raw`(?: *\([A-Z]{2,4}\)|, [A-Z]{2,4}(?=, ))? *(?:,? (?:in[- ]charge(?: of)? (?:the )?|(?=Zone ))[\p{Lu}\d][^,;.()]{1,40}(?:, \p{Lu}[\p{L}-]+(?: State)?)?|, \p{Lu}[\p{L}-]+(?: Command)?(?=, )|,? \(?(?:Operations|Administration|Training|Logistics|Finance|Investigations?)(?: and \p{Lu}[\p{L}-]+)?\)?)?, (?:${courtesy})?`,
  'uy',
)

/** Of police officers who lead. */
const theirAcronym = /^(?:I-?GP?|DIG|AIG|CP)$/

const ofPolice = /^(?:IGP?|AIG|Addl\.? IG|DIG|CP|DCP|ACP|CSP|SSP|SP|DSP|ASP|CCPO|RPO|CPO|DPO|SDPO)$/
/** Where the name begins in "DIG Quetta Ade Khan", "CP Lagos State, Ade Ola"; 0 where none of two words follows such a place. */
function seatEnd(text: string, { start, end }: Span, sentence: Span, vocabulary: ArticleVocabulary): number {
  if (!ofPolice.test(text.slice(start, end))) return 0
  const { policeSeat } = vocabulary
  policeSeat.lastIndex = end
  if (!policeSeat.test(text) || policeSeat.lastIndex >= sentence.end) return 0
  const from = policeSeat.lastIndex
  return (readPersonAt(text, from, sentence.end, vocabulary)?.words ?? 0) > 1 ? from : 0
}

/** Where the name begins in "Assistant Inspector-General of Police in charge of Zone 4, Mr. …"; 0 where nothing of the kind follows. */
function inChargeEnd(text: string, rank: Span, limit: number): number {
  const printed = text.slice(rank.start, rank.end)
  // "The IGP, Ade Ola, said": not "IGP, AIG and others".
  const theOne =
    theirAcronym.test(printed) && /(?<!\p{L})[Tt]he (?:\p{L}+ )?$/u.test(text.slice(Math.max(0, rank.start - 16), rank.start))
  if (!theOne && !/^(?:(?:deputy|assistant|chief|senior) .*|superintendent) of police$/i.test(printed)) return 0
  inCharge.lastIndex = rank.end
  return inCharge.test(text) && inCharge.lastIndex < limit ? inCharge.lastIndex : 0
}

/** "Major Generals Ade Ola, Musa Bello and John Obi": all have the rank of the first. Returns where the list ends. */
function listedAfter(
  text: string,
  end: number,
  people: Person[],
  sentence: Span,
  organizations: readonly Organization[],
  vocabulary: ArticleVocabulary,
): number {
  const rank = people.at(-1)!.rank
  let reached = end
  for (;;) {
    // "Brigadier Generals Ade Ola of 7 Division, Musa Bello and John Obi".
    const from = reached
    const unit = organizations.find(
      (one) => one.start > from && /^ of (?:the )?(?:Headquarters )?$/.test(text.slice(from, one.start)),
    )
    reached = unit?.end ?? reached
    const gap = /^(?:, and |, | and | y (?:a )?)/.exec(text.slice(reached, reached + 6))?.[0]
    const name = gap
      ? readPersonAt(text, reached + gap.length, beforeUnit(reached + gap.length, sentence, organizations), vocabulary)
      : null
    if (!name || name.words < 2) return reached
    people.push({ start: reached + gap!.length, end: name.end, rank })
    reached = name.end
  }
}

/** "Deputy Commissioner of Police Abeh" is a rank, though "commissioner of police" is a post too; "Army General Commanding" is none. */
function isPost(rank: Span, posts: readonly Post[]): boolean {
  return posts.some(({ start, end }) => start < rank.end && end > rank.start && (start < rank.start || end > rank.end))
}

/** The longest name that ends at `end`. */
function nameEndingAt(text: string, end: number, sentence: Span, vocabulary: ArticleVocabulary): Span | null {
  const before = text.slice(Math.max(sentence.start, end - 60), end)
  for (const match of before.matchAll(/(?<![\p{L}\p{N}'’-])\p{Lu}/gu)) {
    const start = end - before.length + match.index
    const read = readPersonAt(text, start, end, vocabulary)
    if (read && read.end === end && read.words >= 2) return { start, end }
  }
  return null
}

const toName = new RegExp(
  String.raw`[ \u00a0]*(?:estatal|municipal|federal)?(?:\([^()]{1,40}\))?[ \u00a0]*,?[ \u00a0]*(?:${courtesy})*`,
  'uy',
)

/** A name without a rank right after a post (and its unit), or right before it. */
function nameBeside(
  text: string,
  sentence: Span,
  post: Post,
  organizations: readonly Organization[],
  vocabulary: ArticleVocabulary,
  shouted: boolean,
): Span | null {
  let from = post.reach
  for (let step = 0; step < 4; step++) {
    toName.lastIndex = from
    toName.exec(text)
    const seat = step === 0 ? seatEnd(text, { start: post.start, end: post.reach }, sentence, vocabulary) : 0
    const at = Math.max(from, toName.lastIndex, seat)
    const organization = organizations.find(
      (one) =>
        one.start >= from &&
        one.start <= at + 24 &&
        /^[\s,]*(?:\([^()]*\))?[\s,]*(?:of|at|in|for)?\s*(?:the )?$/.test(text.slice(from, one.start)),
    )
    if (organization) {
      from = organization.end
      continue
    }
    if (at === from) break
    const name = readPersonAt(text, at, sentence.end, vocabulary, shouted)
    const comma = text.slice(from, at).includes(',')
    if (name && (name.words >= 2 || /\p{Lu}\./u.test(text.slice(at, name.end))) && isFollowedAsName(text, name.end, comma))
      return { start: at, end: name.end }
    // A place between: "General Officer Commanding, 3 Division, Jos, John Nwoga", "spokesman in Yobe State, Toyin Obi".
    const place =
      /^[ \u00a0]*(?:,?[ \u00a0]*\p{Lu}[\p{L}-]+(?: State)?|in (?:the (?:state|area|region)|\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: [Ss]tate)?))(?=,)/u.exec(
        text.slice(from, from + 50),
      )
    if (!place || step > 2) break
    from += place[0].length
  }
  const gap =
    /(?:,[ \u00a0]+(?:the |a |an )?(?:(?<=the )\p{Lu}\p{L}+ (?:[Ss]tate )?)?|,? who (?:is|was) (?:now |also )?(?:the |a )?)$/u.exec(
      text.slice(Math.max(sentence.start, post.start - 30), post.start),
    )
  return gap ? nameEndingAt(text, post.start - gap[0].length, sentence, vocabulary) : null
}

/** After a name comes punctuation or a verb; "Port Harcourt State" and "Kaduna North Senatorial" are no people. */
function isFollowedAsName(text: string, end: number, comma: boolean): boolean {
  const after = text.slice(end, end + 20)
  return (
    /^(?:['’]s)?(?:[,;:.)(]|\s+(?:\(|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\s\p{Ll}|has|had|said|says|is|was|told|spoke|left|went|met|took|began|held|sent|put|wrote|on|of|who|in|at|also|and|to|while|when|have|led|made|gave|did|does|could|would|will|may|confirmed|disclosed|described|stated|explained|added|\p{Ll}+ed\b))/u.test(
      after,
    ) &&
    (comma || !/^\s*\(?\s*State/.test(after))
  )
}
