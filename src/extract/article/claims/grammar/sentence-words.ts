/**
 * The words of a sentence by their kinds (deed-words.ts), and what can be told of a word by those beside it: whether it is a verb of the clause or said of a
 * noun, where a group of verbs begins, and what no phrase goes beyond.
 *
 * Places are of words, from and up to.
 */
import { type Kind, words } from './deed-words.js'
import { type Spelled, vocabularyOf } from './spelled.js'

const { spell, is } = vocabularyOf(words, {})

export interface Phrase {
  from: number
  /** Behind its last word. */
  to: number
}

/** Marks that end no phrase. */
export const within = "-/'’$€£%#&"

export class SentenceWords {
  readonly #spelled: Spelled
  /** "Unit Is Accused of Killing 14": a headline in which nearly every word has a capital, which tells nothing then. */
  readonly #inCapitals: boolean

  constructor(readonly sentence: string) {
    this.#spelled = spell(sentence)
    const isHeadline = !/[.!?”"]\s*$/u.test(sentence)
    const long = isHeadline ? (sentence.match(/\p{L}{4,}/gu) ?? []) : []
    this.#inCapitals = long.length > 3 && long.every((word) => /^\p{Lu}/u.test(word))
  }

  get length(): number {
    return this.#spelled.letters.length
  }

  start = (at: number): number => this.#spelled.starts[at]!
  end = (to: number): number => this.#spelled.ends[to - 1]!
  /** Words of a stretch of the sentence. */
  wordsOf = (start: number, end: number): Phrase => {
    let from = 0
    while (from + 1 < this.length && this.#spelled.starts[from + 1]! <= start) from++
    let to = from + 1
    while (to < this.length && this.#spelled.starts[to]! < end) to++
    return { from, to }
  }

  /** With a masked bracket or quotation mark that closes behind its last word: "the National Police (PNC)". */
  print({ from, to }: Phrase): string {
    const end = this.end(to)
    const next = this.sentence[end] ?? ''
    const isLast = /[⟩›]/.test(next) || (next === '.' && /(?<!\p{L})(?:\p{Lu}\.)+\p{Lu}$/u.test(this.sentence.slice(0, end)))
    return this.sentence.slice(this.start(from), isLast ? end + 1 : end)
  }

  word = (at: number): string =>
    at < 0 || at >= this.length ? '' : this.sentence.slice(this.#spelled.starts[at], this.#spelled.ends[at])

  is(at: number, ...kinds: readonly Kind[]): boolean {
    const letter = this.#spelled.letters[at]
    for (const kind of kinds) if (is(letter, kind)) return true
    return false
  }

  /** Places of the words that an event can turn on. */
  telling(): number[] {
    const found: number[] = []
    for (let at = 0; at < this.length; at++) if (this.is(at, 'telling')) found.push(at)
    return found
  }

  isMark = (at: number, marks?: string): boolean => {
    const letter = this.#spelled.letters[at]
    return letter !== undefined && letter < '\u3400' && (marks === undefined || marks.includes(letter))
  }

  isNumber = (at: number): boolean => this.is(at, 'number') || /^\d/.test(this.word(at))
  isYear = (at: number): boolean => /^(?:1[5-9]|20)\d\d$/.test(this.word(at))
  isName = (at: number): boolean => this.is(at, 'name')
  /** A capital that does not come from standing first. */
  isProper = (at: number): boolean => at > 0 && !this.#inCapitals && this.isName(at) && !this.isMark(at - 1, '.—“"')

  /** "was", "fueron", "son"; not "her son". */
  protected isBe(at: number): boolean {
    return this.is(at, 'be') && !this.isProper(at) && !(/^son$/i.test(this.word(at)) && this.is(at - 1, 'a'))
  }

  /** A verb that ends the phrase before it: not "armed men", "trained by others", "U.S.-trained". */
  isFinite(at: number): boolean {
    // "of May 3"
    if (this.is(at, 'modal') && this.is(at, 'time') && this.isProper(at)) return false
    if (this.is(at, 'have', 'do', 'modal', 'says', 'see')) return true
    // "believed to be members"
    if (this.is(at, 'be')) return this.isBe(at) && !/^to$/i.test(this.word(at - 1))
    // "gunmen believed to be": said of them.
    if (this.is(at, 'said_to') && this.is(at + 1, 'to')) return this.is(at - 1, 'be', 'adverb')
    // "the United States"
    if (this.is(at, 'say')) return !this.isProper(at) && !this.is(at - 1, 'a', 'of') && !this.isNumber(at - 1)
    if (this.is(at, 'past')) return !this.isProper(at) && (!/^by$/i.test(this.word(at + 1)) || this.is(at - 1, 'be'))
    if (!this.is(at, 'ed', 'did', 'charged', 'tried', 'said_to', 'charge', 'commit', 'deny', 'confess', 'lost')) return false
    // "los procesó": in Spanish the ending tells.
    if (/(?:ó|aron|ieron)$/i.test(this.word(at))) return true
    return !this.isModifier(at)
  }

  /** "armed" of "armed men", "trained" of "a unit trained by others": what is said of a noun by a participle. */
  isModifier(at: number): boolean {
    if (this.isProper(at)) return true
    // "U.S.-trained"
    if (this.isMark(at - 1, '-') && !this.isDash(at - 1)) return true
    if (this.is(at - 1, 'a', 'of', 'in', 'by', 'about', 'adverb') && !this.is(at - 1, 'not')) {
      // "who brutally killed": an adverb is of the verb behind it, and of an adjective behind a determiner.
      if (!this.is(at - 1, 'adverb') || this.is(at - 1, 'a')) return true
      return this.is(at - 2, 'a', 'of') || this.isNumber(at - 2)
    }
    if (this.isNumber(at - 1) && !this.is(at + 1, 'a')) return true
    if (at === 0 || this.isMark(at - 1) || this.is(at - 1, 'and', 'when', 'that', 'who'))
      return this.is(at - 1, 'who', 'that') ? false : this.is(at + 1, 'people', 'by') || (at === 0 && !this.is(at + 1, 'a'))
    return (
      this.is(at + 1, 'by', 'in', 'of', 'about', 'to') && this.is(at, 'ed', 'charged', 'said_to') && !this.is(at - 1, 'pronoun')
    )
  }

  /** A dash, or a hyphen that stands by itself. */
  protected isDash(at: number): boolean {
    return this.isMark(at, '-/') && (this.start(at) === 0 || /\s/.test(this.sentence[this.end(at + 1)] ?? ' '))
  }

  /** "disguised as police", "conocido como": of the noun before it. */
  protected isAs(at: number): boolean {
    if (!/^(?:as|como)$/i.test(this.word(at))) return false
    // "identified by several sources as Russians"
    for (let before = at - 1; before > at - 6; before--)
      if (
        /^(?:identified|described|known|disguised|dressed|identificad[oa]s?|conocid[oa]s?|vestid[oa]s?)$/i.test(this.word(before))
      )
        return true
    return this.is(at - 1, 'ed', 'participle')
  }

  /** What no phrase goes beyond, to the left: where another clause begins or ends. */
  endsLeft(at: number): boolean {
    if (at < 0) return true
    if (this.isMark(at)) return !this.isMark(at, within) || this.isDash(at)
    if (this.is(at, 'when')) return !this.isAs(at)
    return this.is(at, 'who', 'that', 'speech')
  }

  /** Over what may stand between somebody and what he did: auxiliaries, adverbs, negations. */
  verbStart(at: number): { from: number; negated: boolean; passive: boolean; perfect: boolean; modal: boolean } {
    const group = { from: at, negated: false, passive: false, perfect: false, modal: false }
    for (let before = at - 1; before >= 0; before--) {
      if (this.isBe(before)) group.passive = true
      else if (this.is(before, 'have')) group.perfect = true
      else if (this.is(before, 'modal')) group.modal = true
      else if (this.is(before, 'not'))
        group.negated ||= !/^only$/i.test(this.word(before + 1)) && !/^guilty$/i.test(this.word(before + 1))
      else if (/^no$/i.test(this.word(before)) && !this.isMark(before - 1, '.')) group.negated = true
      else if (!(this.is(before, 'adverb', 'do') || /^(?:only|to)$/i.test(this.word(before)))) break
      group.from = before
    }
    return group
  }

  protected hasFinite(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isFinite(at)) return true
    return false
  }

  protected hasRelative(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.is(at, 'who', 'that', 'whose')) return true
    return false
  }

  protected isVerbless(from: number, to: number): boolean {
    // "the Command and General Staff College"
    const isOfName = (at: number) =>
      (this.isName(at - 1) && this.isName(at + 1)) || (this.isNumber(at - 1) && this.isNumber(at + 1))
    for (let at = from; at < to; at++)
      if (this.isFinite(at) || this.is(at, 'did', 'say') || (this.is(at, 'and') && !isOfName(at))) return false
    return true
  }

  protected nextMark(from: number): number {
    let at = from
    while (at < this.length && !this.isMark(at)) at++
    return at
  }
}
