/**
 * Who can speak: the noun phrases of those who say something, with what belongs to them ("officials in Lagos", "the Ministry of Defence"), told from times,
 * places, things and nobody.
 */
import type { Clauses, Phrase } from '../grammar/clauses.js'
import { vocabularyOf } from '../grammar/spelled.js'
import { asSentence, unmasked } from '../phrases.js'
import { type SpeakerKind, words } from './speaker-words.js'

export const { spell, pattern, is } = vocabularyOf(words, {})

/** Whether a body or a text speaks, and nobody of flesh: whom "it said" may mean. */
export const isThing = (speaker: string): boolean => {
  const { letters } = spell(asSentence(speaker))
  const has = (...kinds: readonly SpeakerKind[]) => [...letters].some((letter) => kinds.some((kind) => is(letter, kind)))
  return has('speaker', 'text', 'data') && !has('person')
}

const longest = 18

export class SpeakerPhrases {
  constructor(
    readonly clause: Clauses,
    readonly letters: string,
  ) {}

  is(at: number, ...kinds: readonly SpeakerKind[]): boolean {
    const letter = this.letters[at]
    for (const kind of kinds) if (is(letter, kind)) return true
    return false
  }
  word = (at: number): string => this.clause.word(at).toLowerCase()
  isWord = (at: number, ...choices: readonly string[]): boolean => choices.includes(this.word(at))

  /** A noun phrase that begins at `start`, with what belongs to it: "officials in Lagos", "the Ministry of Defence". */
  phraseFrom(start: number): Phrase | null {
    const { clause } = this
    if (
      clause.is(start, 'pronoun', 'in', 'about') ||
      this.is(start, 'leading') ||
      (this.is(start, 'nobody') && !clause.is(start, 'number'))
    )
      return null
    let at = start
    for (; at < clause.length && at < start + longest; at++) {
      if (clause.isMark(at) && !clause.isMark(at, "-/'’&")) break
      if (at > start && clause.is(at, 'a') && clause.is(at - 1, 'of', 'in', 'about', 'by', 'and')) continue
      if (
        clause.is(at, 'who', 'that', 'when', 'speech') ||
        (clause.is(at, 'be', 'have', 'do', 'modal', 'says') && !clause.isProper(at))
      )
        break
      if (clause.is(at, 'pronoun') && !clause.isProper(at)) break
      if (clause.is(at, 'of')) continue
      if (this.is(at, 'time') && at > start && !clause.is(at - 1, 'of', 'in')) break
      if (clause.is(at, 'and')) {
        if (!clause.isName(at + 1) && !clause.is(at + 1, 'a')) break
      } else if (clause.is(at, 'by')) {
        if (!clause.is(at - 1, 'ed', 'participle') && !this.is(at - 1, 'text')) break
      } else if (clause.is(at, 'in', 'about') || this.isWord(at, 'a', 'al')) {
        const isIts = at > start && (this.isWord(at, 'for', 'at', 'from', 'in', 'en', 'on', 'para') || clause.isName(at - 1))
        let next = at + 1
        while (clause.is(next, 'a')) next++
        const isPlace = clause.isName(next) && !this.is(next, 'time') && !clause.is(next, 'time')
        if (
          !(
            isIts &&
            !this.isWord(at, 'a', 'al', 'with', 'as', 'to') &&
            (isPlace || (this.isWord(at, 'for') && !clause.isNumber(next) && this.is(at - 1, 'speaker')))
          )
        ) {
          if (!(at === start && clause.is(at, 'a'))) break
        }
      } else if (at > start && clause.isFinite(at)) break
    }
    const isLeft = (to: number) =>
      clause.is(to - 1, 'of', 'in', 'and', 'a', 'adverb', 'about', 'by') ||
      // "documents released on Friday"
      (clause.is(to - 1, 'ed', 'participle') &&
        !clause.isName(to - 1) &&
        !this.is(to - 1, 'speaker') &&
        to - 1 > start &&
        !clause.is(to - 2, 'a'))
    while (at > start && isLeft(at)) at--
    return at > start ? { from: start, to: at } : null
  }

  /** Who somebody is of whom more is said. */
  named(phrase: Phrase | null, isRelative: boolean): Phrase | null {
    const { clause } = this
    if (!phrase) return null
    // "Mr. Ejemplo, a colonel, who said": what he is stands between, and is nobody else.
    if (isRelative && clause.isMark(phrase.from - 1, ',') && this.isWord(phrase.from, 'a', 'an', 'un', 'una')) {
      const before = clause.phraseBefore(phrase.from - 1)
      return before && this.names(before) ? before : phrase
    }
    // "Un vocero que no quiso dar su nombre dijo"
    const verb = phrase.from - 1
    const isVerbless = clause.is(phrase.from, 'a') || clause.isName(phrase.from)
    if (clause.is(verb, 'who') && !isVerbless && !clause.is(verb - 1, 'say', 'in', 'of', 'by', 'about'))
      return clause.antecedent(verb)
    // "The chief, who disclosed this in the town, said"
    if (clause.is(verb, 'say') && clause.is(clause.verbStart(verb).from - 1, 'who'))
      return clause.antecedent(clause.verbStart(verb).from - 1)
    return phrase
  }

  /** "notes published by the Herald, según las cuales": the Herald. */
  publisher(text: Phrase | null): Phrase | null {
    if (!text) return null
    for (let at = text.from; at < text.to; at++) if (this.clause.is(at, 'by')) return this.phraseFrom(at + 1) ?? text
    return text
  }

  /** "that", "on Friday that", "in a statement that". */
  leadsTo(next: number): boolean {
    for (let at = next; at < next + 9 && at < this.clause.length && !this.clause.isMark(at, '.;,'); at++) {
      if (this.is(at, 'that') || this.clause.isMark(at, ':“"')) return true
      if (this.clause.isFinite(at)) return false
    }
    return false
  }
  /** Whether a quotation ends before what begins at `from`. */
  isBehindQuotation(from: number): boolean {
    let at = from - 1
    while (this.clause.isMark(at, ',—-')) at--
    return this.clause.isMark(at, '”"»')
  }
  has = ({ from, to }: Phrase, kind: SpeakerKind): boolean => {
    for (let at = from; at < to; at++) if (this.is(at, kind)) return true
    return false
  }
  hasSpeaker = (phrase: Phrase): boolean => this.has(phrase, 'speaker')
  /** "pressure" of "pressure from the government". */
  headOf({ from, to }: Phrase): Phrase {
    let end = from
    while (end < to && !this.clause.is(end, 'of', 'in', 'about')) end++
    return { from, to: Math.max(from + 1, end) }
  }
  names({ from, to }: Phrase): boolean {
    for (let at = from; at < to; at++)
      if (this.clause.isName(at) && !this.is(at, 'time') && !this.clause.is(at, 'a', 'in')) return true
    return false
  }
  /** "A lawyer for the families": what somebody is, and no name. */
  isCommon = ({ from, to }: Phrase): boolean =>
    this.clause.is(from, 'a') || /^\p{Ll}/u.test(this.clause.word(to - 1)) || this.is(from, 'speaker')

  /** The words for who speaks; null where these are nobody's, or of something that does not speak. */
  speaker(phrase: Phrase, verb: number, mayBeAnybody = false): string | null {
    const { clause } = this
    let { from } = phrase
    const { to } = phrase
    if (to - from > longest) return null
    while (
      from < to - 1 &&
      (clause.is(from, 'and') || this.isWord(from, 'however', 'yet', 'but', 'meanwhile', 'pero', 'as', 'como'))
    )
      from++
    // In capitals a sentence runs into the next: "IN 2011 THE ARMY DENIED".
    for (let at = from + 1; at < to - 1; at++)
      if (this.isWord(at, 'the', 'el', 'los', 'las') && !clause.is(at - 1, 'of', 'in', 'about', 'and', 'by', 'a')) from = at
    let head = from
    while (head < to - 1 && clause.is(head, 'a')) head++
    if (this.isWord(from, 'this', 'that', 'esto', 'eso') && clause.is(from + 1, 'in', 'about')) return null
    if (clause.is(from, 'in', 'about', 'by') || this.is(from, 'leading') || (clause.is(from, 'pronoun') && !clause.is(from, 'a')))
      return null
    if (
      this.is(head, 'nobody') &&
      (head === to - 1 ||
        this.isWord(head, 'no', 'none', 'nobody', 'available', 'what', 'there', 'nadie', 'that', 'this', 'it', 'who'))
    )
      return null
    let isTime = true
    for (let at = head; at < to; at++) isTime &&= this.is(at, 'time') || clause.is(at, 'time', 'number') || clause.isNumber(at)
    if (isTime) return null
    // "a press report that", "any claims that": a thing, and nobody who reports.
    if (
      this.is(verb, 'singular') &&
      this.isWord(from, 'a', 'an', 'any', 'such', 'no', 'this', 'that', 'one', 'un', 'una', 'la', 'esta')
    )
      return null
    if (this.is(verb, 'noun') && this.isWord(from, 'any', 'such', 'no', 'these', 'those', 'several', 'many')) return null
    const isKnown =
      mayBeAnybody ||
      this.hasSpeaker({ from, to }) ||
      this.names({ from, to }) ||
      (!this.is(verb, 'show') && this.has({ from, to }, 'text'))
    if (
      !isKnown &&
      !(
        this.is(verb, 'say') &&
        (this.leadsTo(verb + 1) || this.isBehindQuotation(from) || this.isBehindQuotation(verb) || plainly.test(this.word(verb)))
      )
    )
      return null
    // "Soldiers found twelve bodies": they do not say so.
    if (this.is(verb, 'finding') && !this.leadsTo(verb + 1) && clause.is(to - 1, 'people')) return null
    const speaker = cleaned(clause.print({ from, to }))
    return speaker === '' ? null : speaker
  }
}
const plainly =
  /^(?:said|says|told|testified|recounted|dij|dice|asegur|afirm|wrote|escribi|explic[óa]|agreg[óa]|añad|sostuv|señal[óa]|declar[óa]r?o?n?$|precis[óa]|relató|narró|respondi|insisti)/

/** "Ann Example": who it is, behind a comma. */
export const named = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,6}\p{Lu}[\p{L}’'-]+(?:\s\([^()]*\))?$/u

/** "The army" and "La Marina" are the army and Marina of any other sentence. */
export const withoutArticle = (speaker: string): string => speaker.replace(/^(?:the|an?|el|la|los|las|una?) (?=\p{L})/iu, '')

export function cleaned(printed: string): string {
  const speaker = unmasked(printed)
    .trim()
    .replace(/(?<=\p{Ll})[.,;:]$/u, '')
    .replace(/['’]s account$/, '')
    .replace(/\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
    .replace(/\s+\([^()]*\)?$/, '')
    .replace(/['’]s?$/, '')
  return withoutArticle(speaker)
}
