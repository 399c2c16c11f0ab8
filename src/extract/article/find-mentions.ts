/**
 * Marks who is mentioned in an article: people of security forces with their ranks, posts and units.
 *
 * A person is marked where a rank or a post of a force stands with the name; the same name alone afterwards says nothing new: see
 * again.ts. A rank or post without a person is not marked.
 */
import type { Mention, Relation } from './mention.js'
import { findOrganizations, type Organization } from './organizations.js'
import { readPersonAt } from './persons.js'
import { findPosts, type Post } from './posts.js'
import { nothingBefore, type Person, relate } from './relate.js'
import { type Span, sentencesOf } from './sentences.js'
import { type ArticleVocabulary, articleVocabulary } from './vocabulary.js'
import { type ProseWord, proseWords } from './words.js'

export interface Reading {
  /** In the order of the text. */
  mentions: Mention[]
  relations: Relation[]
}

/** Reads the sentences of the given stretches (all of the text where none are given). Offsets count UTF-16 units. */
export function findMentions(text: string, stretches: readonly Span[] = [{ start: 0, end: text.length }]): Reading {
  const vocabulary = articleVocabulary()
  const reading: Reading = { mentions: [], relations: [] }
  const indexed = new Map<string, number>()
  /** Mentions of whole forces that place nothing. */
  const forces: number[] = []
  const add = (type: Mention['type'], { start, end }: Span): number => {
    const key = `${type} ${start}`
    const known = indexed.get(key)
    if (known !== undefined) return known
    const index = reading.mentions.push({ type, start, end, text: text.slice(start, end) }) - 1
    indexed.set(key, index)
    return index
  }
  const bound = new Set<string>()
  /** Once, though "he" names a person again. */
  const bind = (type: Relation['type'], person: number, other: number) => {
    const key = `${type} ${person} ${other}`
    if (!bound.has(key)) reading.relations.push({ type, person, other })
    bound.add(key)
  }
  let before = nothingBefore
  for (const stretch of stretches) {
    for (const sentence of clausesOf(text, sentencesOf(text, stretch.start, stretch.end))) {
      const words = proseWords(text, sentence.start, sentence.end)
      const organizations = findOrganizations(text, words, vocabulary)
      const posts = findPosts(text, words, vocabulary).map((post) => afterUnit(text, post, organizations))
      const people = findPeople(
        text,
        sentence,
        words,
        organizations.filter(({ acronym }) => !acronym),
        posts,
        vocabulary,
      )
      const related = relate(text, sentence, people, posts, organizations, before)
      for (const { person, links } of related.people) {
        const index = add('Person', person)
        if (person.rank) bind('has_rank', index, add('Rank', person.rank))
        for (const { post, organization: unit } of links) {
          const organization = unit ?? (post && impliedUnit(text, post, reading.mentions))
          if (organization) bind('is_posted', index, add('Organization', organization))
          // A police commissioner's or inspector-general's post is a rank too, and marked as such where no other stands.
          if (post && !person.rank && policeRank.test(text.slice(post.start, post.end)))
            bind('has_rank', index, add('Rank', post))
          else if (post) bind(post.type === 'Role' ? 'has_role' : 'has_title', index, add(post.type, post))
        }
      }
      for (const organization of related.organizations) {
        const index = add('Organization', organization)
        if (organization.force && !isOfUnit(text, organization, related.organizations)) forces.push(index)
      }
      for (const { surname, rank } of ranksToldLater(text, sentence, words, vocabulary)) {
        const known = reading.mentions.findLastIndex((one) => one.type === 'Person' && one.text.endsWith(` ${surname}`))
        if (known !== -1 && !reading.relations.some(({ type, person }) => type === 'has_rank' && person === known))
          bind('has_rank', known, add('Rank', rank))
      }
      before = related
    }
  }
  return sorted(withoutRepeatedForces(reading, forces))
}

/** Of "3 Armoured Division spokesman" the division is the unit and "spokesman" the post. */
function afterUnit(text: string, post: Post, organizations: readonly Organization[]): Post {
  const unit = organizations.find(
    (one) => !one.acronym && !one.force && one.start < post.start && one.end > post.start && one.end < post.end,
  )
  return unit && text[unit.end] === ' ' ? { ...post, start: unit.end + 1 } : post
}

/** "7 Division of the Nigerian Army": the force tells which 7 Division it is. */
function isOfUnit(text: string, force: Span, organizations: readonly Organization[]): boolean {
  const unit = organizations.findLast((one) => one.end <= force.start && !one.force)
  return unit !== undefined && /^(?:,| of(?: the)?)? $/.test(text.slice(unit.end, force.start))
}

/**
 * A whole force is named in every other sentence of such articles. It is marked where it places a unit or a post, else once, where it
 * is named first.
 */
function withoutRepeatedForces({ mentions, relations }: Reading, forces: readonly number[]): Reading {
  const loose = new Set(forces.filter((index) => !relations.some(({ other }) => other === index)))
  const marked = new Set(mentions.filter((_, index) => !loose.has(index)).map(({ text }) => text))
  const dropped = new Set<number>()
  for (const index of [...loose].sort((a, b) => mentions[a]!.start - mentions[b]!.start)) {
    const { text } = mentions[index]!
    if (marked.has(text)) dropped.add(index)
    marked.add(text)
  }
  const place = new Map<number, number>()
  const kept = mentions.filter((_, index) => {
    if (dropped.has(index)) return false
    place.set(index, place.size)
    return true
  })
  return {
    mentions: kept,
    relations: relations.map((one) => ({ ...one, person: place.get(one.person)!, other: place.get(one.other)! })),
  }
}

const policeRank = /(?:commissioner|inspector[- ]general|superintendent) of police$/i

const implied: readonly [post: RegExp, unit: RegExp][] = [
  [/brigade commander|commander of the brigade/i, /brigade/i],
  [/battalion commander|commander of the battalion/i, /battall?ion/i],
  [/division(?:al)? commander|^(?:acting )?(?:goc|general officer commanding)/i, /\bdiv/i],
  [/theat(?:re|er) commander/i, /^operation/i],
  [/sector commander/i, /sector/i],
  [/garrison commander/i, /garrison/i],
]

/** "The Brigade Commander, Brigadier General Araba": of the brigade that was named last. */
function impliedUnit(text: string, post: Post, mentions: readonly Mention[]): Span | null {
  const printed = text.slice(post.start, post.end + 20)
  const known = implied.find(([of]) => of.test(printed))
  return (
    (known && mentions.findLast((one) => one.type === 'Organization' && one.end <= post.start && known[1].test(one.text))) ?? null
  )
}

function sorted(reading: Reading): Reading {
  const order = reading.mentions.map((_, index) => index)
  order.sort(
    (a, b) => reading.mentions[a]!.start - reading.mentions[b]!.start || reading.mentions[b]!.end - reading.mentions[a]!.end,
  )
  const place = new Map(order.map((from, to) => [from, to]))
  return {
    mentions: order.map((index) => reading.mentions[index]!),
    relations: reading.relations.map(({ type, person, other }) => ({
      type,
      person: place.get(person)!,
      other: place.get(other)!,
    })),
  }
}

const longestClause = 4_000

/** Lists of appointments part their entries by semicolons. What goes on for pages without an end is read in pieces, to stay quick. */
function* clausesOf(text: string, sentences: readonly Span[]): Generator<Span> {
  for (const { start, end } of sentences) {
    let from = start
    while (from < end) {
      const semicolon = text.indexOf(';', from)
      let to = semicolon === -1 || semicolon > end ? end : semicolon
      if (to - from > longestClause) {
        const space = text.lastIndexOf(' ', from + longestClause)
        to = space > from ? space : from + longestClause
      }
      if (to > from) yield { start: from, end: to }
      from = text[to] === ';' ? to + 1 : Math.max(to, from + 1)
    }
  }
}

const afterRank =
  /[ \t\u00a0]*\n?[ \t\u00a0]*(?:\((?:rtd|retd|ret)\.?\)[ \u00a0]*)?(?:\((?:\w+)\)[ \u00a0]*)?(?:(?:Alhaji|Sheikh|Dr|Mallam)\.?[ \u00a0]+)?/uy

/** People with their ranks; those without a rank are found beside a post of a force. */
function findPeople(
  text: string,
  sentence: Span,
  words: readonly ProseWord[],
  organizations: readonly Organization[],
  posts: readonly Post[],
  vocabulary: ArticleVocabulary,
): Person[] {
  const people: Person[] = []
  const shouted = isShouted(text, sentence)
  const overlaps = (span: Span, list: readonly Span[]) => list.some(({ start, end }) => start < span.end && end > span.start)
  let reached = sentence.start
  for (const word of words) {
    if (word.start < reached) continue
    const rank = readRank(text, word, vocabulary)
    if (!rank || rank.end > sentence.end) continue
    const printed = text.slice(rank.start, rank.end)
    // English prints a rank before a name with a capital, Spanish without: "el general de brigada Juan Pérez".
    if (
      /^\p{Lu}/u.test(printed) ||
      /\b(?:el|la|al|del|le|du|o|do) $/i.test(text.slice(Math.max(0, rank.start - 5), rank.start))
    ) {
      afterRank.lastIndex = rank.end
      afterRank.exec(text)
      const start = Math.max(rank.end, afterRank.lastIndex, inChargeEnd(text, rank, sentence.end))
      const name = start > rank.end ? readPersonAt(text, start, sentence.end, vocabulary, shouted) : null
      if (name && !overlaps({ start, end: name.end }, organizations) && !isPost(rank, posts)) {
        people.push({ start, end: name.end, rank: trimmed(text, rank) })
        reached = /s$/i.test(printed) ? listedAfter(text, name.end, people, sentence, vocabulary) : name.end
        continue
      }
    }
    // "Ahmadu Mohammed, a Major General": the rank after the name.
    const back =
      /(?:,|–|-)[ \u00a0]+(?:an?|the|who is an?)[ \u00a0]+(?:retired )?$|,? who (?:is|was) (?:now |then |currently )?(?:an? |the )?$/.exec(
        text.slice(Math.max(sentence.start, rank.start - 28), rank.start),
      )
    if (back && !overlaps(rank, posts)) {
      const name = nameEndingAt(text, rank.start - back[0].length, sentence, vocabulary)
      if (name && !overlaps(name, organizations)) {
        const known = people.find((person) => person.end === name.end)
        if (known) known.rank ??= trimmed(text, rank)
        else people.push({ ...name, rank: trimmed(text, rank) })
        reached = rank.end
      }
    }
  }
  for (const post of posts) {
    const unit = organizations.find((one) => one.start >= post.reach && one.start - post.reach < 24)
    if (!post.security && !(unit && /^[\s,]*(?:of|at|in|for)?\s*(?:the )?$/.test(text.slice(post.reach, unit.start)))) continue
    if (people.some((person) => isBeside(text, person, post))) continue
    const named = nameBeside(text, sentence, post, organizations, vocabulary, shouted)
    if (
      named &&
      // "Commander, 2 Brigade, Port Harcourt, Brigadier General …": a place, not a name.
      !people.some(
        (person) =>
          person.rank && /^(?:, \p{Lu}[\p{L}-]+)?, $/u.test(text.slice(named.end, Math.min(person.rank.start, person.start))),
      ) &&
      !people.some((person) => person.start < named.end && person.end > named.start) &&
      !overlaps(named, organizations) &&
      !overlaps(named, posts)
    )
      people.push({ ...named, rank: null })
  }
  return people.sort((a, b) => a.start - b.start)
}

const saidOfHim = /(?:Mr|Mrs|Ms|Dr|Alhaji|Malam|Mallam)\.? (\p{Lu}[\p{L}’'-]+), an? /gu

/** "Mr. Ola, a Major-General, said": the rank of someone who was named before. */
function* ranksToldLater(
  text: string,
  { start, end }: Span,
  words: readonly ProseWord[],
  vocabulary: ArticleVocabulary,
): Generator<{ surname: string; rank: Span }> {
  for (const match of text.slice(start, end).matchAll(saidOfHim)) {
    const at = start + match.index + match[0].length
    const word = words.find((one) => one.start === at)
    const rank = word && readRank(text, word, vocabulary)
    if (rank) yield { surname: match[1]!, rank: trimmed(text, rank) }
  }
}

/** Whether a person with a rank stands right before or after a post, so that no name without one is to be looked for. */
function isBeside(text: string, person: Person, post: Post): boolean {
  const start = person.rank ? Math.min(person.rank.start, person.start) : person.start
  if (start >= post.reach) return /^[\s,]*(?:\([^()]*\))?[\s,]*$/.test(text.slice(post.reach, start))
  return (
    person.end <= post.start &&
    /^,? (?:(?:the|a|an|new|who is|is|formerly|former|is the new|now|as|was) )*$/.test(text.slice(person.end, post.start))
  )
}

const inCharge =
  / *(?:\([A-Z]{2,4}\))? *(?:,? in[- ]charge(?: of)? (?:the )?[\p{Lu}\d][^,;.()]{1,40}(?:, \p{Lu}[\p{L}-]+(?: State)?)?|, \p{Lu}[\p{L}-]+ Command|,? \(?(?:Operations|Administration|Training|Logistics|Finance|Investigations?)(?: and \p{Lu}[\p{L}-]+)?\)?)?, (?:(?:Mr|Mrs|Ms|Dr|Alhaji|Malam|Mallam)\.? )?/uy

/** Where the name begins in "Assistant Inspector-General of Police in charge of Zone 4, Mr. …"; 0 where nothing of the kind follows. */
function inChargeEnd(text: string, rank: Span, limit: number): number {
  if (!/^(?:deputy|assistant) .* of police$/i.test(text.slice(rank.start, rank.end))) return 0
  inCharge.lastIndex = rank.end
  return inCharge.test(text) && inCharge.lastIndex < limit ? inCharge.lastIndex : 0
}

/** "Major Generals Ade Ola, Musa Bello and John Obi": all have the rank of the first. Returns where the list ends. */
function listedAfter(text: string, end: number, people: Person[], sentence: Span, vocabulary: ArticleVocabulary): number {
  const rank = people.at(-1)!.rank
  let reached = end
  for (;;) {
    const gap = /^(?:, and |, | and )/.exec(text.slice(reached, reached + 6))?.[0]
    const name = gap ? readPersonAt(text, reached + gap.length, sentence.end, vocabulary) : null
    if (!name || name.words < 2) return reached
    people.push({ start: reached + gap!.length, end: name.end, rank })
    reached = name.end
  }
}

/** "Deputy Commissioner of Police Abeh" is a rank, though "commissioner of police" is a post too; "Army General Commanding" is none. */
function isPost(rank: Span, posts: readonly Post[]): boolean {
  return posts.some(({ start, end }) => start < rank.end && end > rank.start && (start < rank.start || end > rank.end))
}

/** A rank's full stop at the end belongs to it only as an abbreviation's: "Gen.", not "General.". */
function trimmed(text: string, rank: Span): Span {
  return text[rank.end - 1] === '.' && /\p{L}{5,}\.$/u.test(text.slice(rank.start, rank.end))
    ? { start: rank.start, end: rank.end - 1 }
    : rank
}

/** "major" of "major-general". */
function firstPart(lower: string): string {
  const dash = lower.indexOf('-')
  return dash === -1 ? lower : lower.slice(0, dash)
}

function readRank(text: string, word: ProseWord, vocabulary: ArticleVocabulary): Span | null {
  const acronym =
    word.capital &&
    /^(?:\p{Lu}{2}|Acting )/u.test(text.slice(word.start, word.start + 7)) &&
    /^(Acting )?([A-Z]{2,5}(?:\/[A-Z]+)?)(?![\p{L}\p{N}])/u.exec(text.slice(word.start, word.start + 20))
  if (acronym && vocabulary.rankAcronyms.has(acronym[2]!)) return { start: word.start, end: word.start + acronym[0].length }
  const acting = word.lower === 'acting' || word.lower === 'state'
  const from = acting ? word.end + 1 : word.start
  const first = acting ? /^[\p{L}]+/u.exec(text.slice(from, from + 20))?.[0].toLowerCase() : firstPart(word.lower)
  // "School of Military Police Major General …": the word is of the school's name.
  if (first === 'police' && /\p{Lu}\p{L}+ $/u.test(text.slice(Math.max(0, word.start - 12), word.start))) return null
  const ranks = first && (vocabulary.rankStarts.get(first) ?? vocabulary.rankStarts.get(first.replace(/(?<=^\p{L}{5,})s$/u, '')))
  if (!ranks) return null
  ranks.lastIndex = from
  const match = ranks.exec(text)
  if (!match || /^[\p{L}\p{N}]/u.test(text.slice(ranks.lastIndex, ranks.lastIndex + 1))) return null
  let end = ranks.lastIndex
  while (/[\s–—-]/.test(text[end - 1]!)) end--
  return { start: word.start, end }
}

function isShouted(text: string, { start, end }: Span): boolean {
  let capitals = 0
  let small = 0
  for (let at = start; at < end; at++) {
    const letter = text[at]!
    const lower = letter.toLowerCase()
    if (lower === letter.toUpperCase()) continue
    if (letter === lower) small++
    else capitals++
  }
  return capitals > 14 && capitals > (capitals + small) * 0.7
}

/** The longest name that ends at `end`. */
function nameEndingAt(text: string, end: number, sentence: Span, vocabulary: ArticleVocabulary): Span | null {
  const before = text.slice(Math.max(sentence.start, end - 60), end)
  let best: Span | null = null
  for (const match of before.matchAll(/(?<![\p{L}\p{N}'’-])\p{Lu}/gu)) {
    const start = end - before.length + match.index
    const read = readPersonAt(text, start, end, vocabulary)
    if (read && read.end === end && read.words >= 2) {
      best = { start, end }
      break
    }
  }
  return best
}

const honorific = String.raw`(?:(?:Mr|Mrs|Ms|Dr|Alhaji|Mallam|Malam|Comrade|Chief|Sheikh|Engr|Hon|Barr)\.?[ \u00a0]+)*`
const toName = new RegExp(`[ \\u00a0]*(?:\\([^()]{1,40}\\))?[ \\u00a0]*,?[ \\u00a0]*${honorific}`, 'uy')

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
    const at = Math.max(from, toName.lastIndex)
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
  const gap = /(?:,[ \u00a0]+(?:the |a |an )?|,? who (?:is|was) (?:now |also )?(?:the |a )?)$/.exec(
    text.slice(Math.max(sentence.start, post.start - 30), post.start),
  )
  return gap ? nameEndingAt(text, post.start - gap[0].length, sentence, vocabulary) : null
}

/** After a name comes punctuation or a verb; "Port Harcourt State" and "Kaduna North Senatorial" are no people. */
function isFollowedAsName(text: string, end: number, comma: boolean): boolean {
  const after = text.slice(end, end + 20)
  return (
    /^(?:['’]s)?(?:[,;:.)(]|\s+(?:\(|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\s\p{Ll}|has|had|said|says|is|was|told|on|who|in|at|also|and|to|while|when|have|led|made|gave|confirmed|disclosed|described|stated|explained|added|\p{Ll}+ed\b))/u.test(
      after,
    ) &&
    (comma || !/^\s*\(?\s*State/.test(after))
  )
}
