/**
 * Marks who is mentioned in an article: people of security forces with their ranks, posts and units.
 *
 * A person is marked where a rank or a post of a force stands with the name; the same name alone afterwards says nothing new: see
 * again.ts. A rank or post without a person is not marked.
 */

import { type Sentences, type Span, sentencesOf } from '../sentences.js'
import type { Mention, Organization, Person, Relation } from './mention.js'
import { findOrganizations } from './organizations.js'
import { findPeople, ranksToldLater } from './people.js'
import { findPosts, type Post } from './posts.js'
import { type Before, isRelative, nothingBefore, relate } from './relate.js'
import { readRow, relateRow } from './table-rows.js'
import { articleVocabulary } from './vocabulary.js'
import { type ProseWord, proseWords } from './words.js'

export interface Reading {
  /** In the order of the text. */
  mentions: Mention[]
  relations: Relation[]
}

/** Reads the sentences of the given stretches (all of the text where none are given). Offsets count UTF-16 units. */
export function findMentions(
  text: string,
  stretches: readonly Span[] = [{ start: 0, end: text.length }],
  sentences: Sentences = (from, to) => sentencesOf(text, from, to),
): Reading {
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
  /** By its name who commands a unit. */
  const commanded = new Map<string, Person>()
  /** By surname whoever was named in full, the latest of it. */
  const known = new Map<string, Person>()
  let before: Before = nothingBefore
  for (const stretch of stretches) {
    for (const sentence of clausesOf(text, sentences(stretch.start, stretch.end))) {
      const words = proseWords(text, sentence.start, sentence.end)
      const organizations = findOrganizations(text, words, vocabulary)
      const posts = findPosts(text, words, vocabulary)
        .filter((post) => !post.ofUnitOnly || isBesideUnit(text, post, organizations))
        .map((post) => beforeUnit(text, afterUnit(text, post, organizations), organizations))
      const row = readRow(text, sentence, words, vocabulary)
      const people = row
        ? row.people
        : findPeople(
            text,
            sentence,
            words,
            organizations.filter(({ acronym, body }) => !acronym || body),
            posts,
            vocabulary,
          )
      const related = row
        ? { ...nothingBefore, ...relateRow(text, row, posts, organizations) }
        : relate(text, sentence, people, posts, organizations, said(text, sentence, words, known, before))
      for (const { person } of related.people) {
        const name = text.slice(person.start, person.end)
        const surname = name.slice(name.lastIndexOf(' ') + 1)
        if (name.includes(' ') && !(known.has(surname) && isRelative(text, person))) known.set(surname, person)
      }
      for (const { person, links } of related.people) {
        const index = add('Person', person)
        if (person.rank) bind('has_rank', index, add('Rank', person.rank))
        for (const { post, organization: unit } of links) {
          const organization =
            unit ??
            (post &&
              impliedUnit(
                text,
                post,
                reading.mentions,
                related.organizations,
                (unit) => (commanded.get(unit) ?? person) === person,
              ))
          if (unit && post && commands.test(text.slice(post.start, post.end)))
            commanded.set(text.slice(unit.start, unit.end), person)
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
  return arranged(reading, forces)
}

/** What is open at a clause; where it begins with the surname of somebody named before, it is he who is spoken of. */
function said(
  text: string,
  { start }: Span,
  words: readonly ProseWord[],
  known: ReadonlyMap<string, Person>,
  before: Before,
): Before {
  const opening = /^(?:Until|Before|Prior to|Following|After|Since|Earlier|Previously)\b[^,]{0,50}, /.exec(
    text.slice(start, start + 64),
  )
  const from = start + (opening?.[0].length ?? 0)
  const at = opening ? words.findIndex((word) => word.start >= from) : 0
  const first = words[at]
  const surname = first && /^(?:Mr|Mrs|Ms|Dr|Alhaji|Mallam)$/.test(first.text) ? words[at + 1] : first
  const person = surname?.capital ? known.get(surname.text) : undefined
  if (!person || !surname || surname.start - from > 8 || !/^(?:,|\s\p{Ll})/u.test(text.slice(surname.end, surname.end + 2)))
    return before
  return { ...before, subject: person, named: surname }
}

/** Of "3 Armoured Division spokesman" and "Nigerian Army spokesman" the division or army is the unit and "spokesman" the post. */
function afterUnit(text: string, post: Post, organizations: readonly Organization[]): Post {
  const unit = organizations.find((one) => !one.acronym && one.start <= post.start && one.end > post.start && one.end < post.end)
  return unit && text[unit.end] === ' ' ? { ...post, start: unit.end + 1 } : post
}

/** Of "Director, Armed Forces Simulation Centre" the centre is the unit, and of "comandante general del Ejército de Bolivia" the army. */
function beforeUnit(text: string, post: Post, organizations: readonly Organization[]): Post {
  const unit = organizations.find((one) => !one.acronym && one.start > post.start && one.start < post.end && one.end >= post.end)
  const of = unit && unit.end > post.end ? / de(?:l| las?| los)? $/.exec(text.slice(post.start, unit.start)) : null
  if (of) return { ...post, end: post.start + of.index, reach: post.start + of.index }
  if (!unit || text.slice(unit.start - 2, unit.start) !== ', ' || !seatOfStudy.test(text.slice(unit.start, unit.end))) return post
  return { ...post, end: unit.start - 2, reach: unit.start - 2 }
}

const seatOfStudy =
  /^(?:Nigerian |Armed Forces|Army|Navy|Naval|Air Force|Police|Military|Defen[cs]e).*(?:Centre|Center|School|College|Academy|Institute|Depot)$/

function isBesideUnit(text: string, post: Post, organizations: readonly Organization[]): boolean {
  return organizations.some(
    (one) =>
      (one.end === post.start - 1 && text[one.end] === ' ') ||
      (one.start > post.end &&
        /^(?: (?:of|for) (?:the )?|, (?:the )?| de(?:l| las?| los)? )$/.test(text.slice(post.end, one.start))),
  )
}

/** "7 Division of the Nigerian Army": the force tells which 7 Division it is. */
function isOfUnit(text: string, force: Span, organizations: readonly Organization[]): boolean {
  const unit = organizations.findLast((one) => one.end <= force.start && !one.force)
  return unit !== undefined && /^(?:,| of(?: the)?)? $/.test(text.slice(unit.end, force.start))
}

/**
 * In the order of the text. A whole force is named in every other sentence of such articles: it is marked where it places a unit or a post, else
 * once, where it is named first.
 */
function arranged({ mentions, relations }: Reading, forces: readonly number[]): Reading {
  const loose = new Set(forces.filter((index) => !relations.some(({ other }) => other === index)))
  const marked = new Set(mentions.filter((_, index) => !loose.has(index)).map(({ text }) => text))
  const order = mentions
    .map((_, index) => index)
    .sort((a, b) => mentions[a]!.start - mentions[b]!.start || mentions[b]!.end - mentions[a]!.end)
    .filter((index) => {
      const { text } = mentions[index]!
      if (!loose.has(index)) return true
      return !marked.has(text) && marked.add(text)
    })
  const place = new Map(order.map((from, to) => [from, to]))
  return {
    mentions: order.map((index) => mentions[index]!),
    relations: relations.map((one) => ({ ...one, person: place.get(one.person)!, other: place.get(one.other)! })),
  }
}

const commands = /commander|commanding|\bGOC\b/i
const policeRank = /(?:commissioner|inspector[- ]general|superintendent) of police$/i

const implied: readonly [post: RegExp, unit: RegExp][] = [
  [/brigade commander|commander of the brigade/i, /brigade/i],
  [/battalion commander|commander of the battalion/i, /battall?ion/i],
  [/division(?:al)? commander|^(?:acting )?(?:goc|general officer commanding)/i, /\bdiv\w*(?:,? (?:of the )?\w+ army)?$/i],
  [/theat(?:re|er) commander/i, /^operation/i],
  [/sector commander/i, /sector/i],
  [/garrison commander/i, /garrison/i],
]

/** "The Brigade Commander, Brigadier General Araba": of the brigade that was named last, in this clause or before. */
function impliedUnit(
  text: string,
  post: Post,
  mentions: readonly Mention[],
  organizations: readonly Span[],
  mayBeHis: (unit: string) => boolean,
): Span | null {
  const printed = text.slice(post.start, post.end + 20)
  const known = implied.find(([of]) => of.test(printed))
  if (!known) return null
  const printedUnit = ({ start, end }: Span) => text.slice(start, end)
  const named = [...mentions.filter(({ type }) => type === 'Organization'), ...organizations].filter(
    (one) => one.end <= post.start && known[1].test(printedUnit(one)),
  )
  // Of several operations nobody knows whose theatre it is.
  if (new Set(named.map((one) => printedUnit(one).toLowerCase())).size > 1 && known[1].source === '^operation') return null
  const last = named.at(-1)
  return last && mayBeHis(printedUnit(last)) ? last : null
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
