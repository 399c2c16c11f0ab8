/**
 * The clause that a state of affairs is told in: its words by their kinds (state-words.ts), the verb group before the word that tells it, and whose state it is.
 */
import { type Clauses, clausesOf, type Phrase } from '../grammar/clauses.js'
import { type Spelled, vocabularyOf } from '../grammar/spelled.js'
import { stateWords } from './state-words.js'

export type Kind = Exclude<keyof typeof words, 'itself'> | 'to' | 'longer' | 'ya' | 'sin' | 'there' | 'it' | 'name'

/** Words that tell a state, without their verb. */
export interface Head extends Phrase {
  /** Whether something stands so ("vacant"), was brought about ("disbanded") or has not been ("approved"). */
  how: 'so' | 'done' | 'due'
  /** What can be so; anything where nothing is said. */
  of?: readonly Kind[]
  /** Told only of what still is so. */
  lasting?: boolean
  /** Told of what is not so, too. */
  deniable?: boolean
}

/** With its verb, up to the word that tells it; whose it is where that does not stand about the verb. */
export interface Told extends Phrase {
  subject?: Phrase | null
  /** Told over commas: "would create a new, specially designated command". */
  atLength?: true
  isOpen?: true
}

/** Words before the one that tells a state, as far as they are of its verb. */
export interface Group {
  from: number
  copula: 'is' | 'was' | 'been' | 'remain' | null
  has: boolean
  had: boolean
  still: boolean
  yet: boolean
  negated: boolean
  /** Wished for, about to be, possible, or not quite so. */
  unreal: boolean
}

export type Listed = Exclude<keyof typeof stateWords, 'itself'>
export const listOf = (kinds: readonly Listed[]) => kinds.map((kind) => stateWords[kind]).join(' ')
/** What tells a state wherever it does, what does so where something goes on or is not so, and what tells that. */
export const alone = `${listOf([
  ...([
    'vacant',
    'grounded',
    'valid',
    'stalled',
    'frozen',
    'open',
    'empty',
    'secret',
    'unknown',
    'disbanded',
    'closed',
    'suspended',
  ] as const),
  ...([
    'barred',
    'dropped',
    'dismissed',
    'signed',
    'rare',
    'facing',
    'ends',
    'lapsed',
    'shuts',
    'retired',
    'plans',
    'agreed',
  ] as const),
])} sin longer ya off expected`
export const joined = listOf([
  ...(['lasting', 'held', 'due', 'brought', 'faced', 'made', 'carried', 'rank', 'acts', 'chief', 'arrests', 'training'] as const),
  ...(['trained', 'open_question', 'aims', 'remain', 'yet'] as const),
])
export const goingOn = listOf(['remain', 'still', 'yet', 'not', 'no', 'nobody', 'without', 'got', 'being', 'scheme', 'continue'])
/** Whose state may be told by how the clause is built, and what such a clause is built with. */
export const affairs = listOf(['post', 'place', 'matter', 'aid', 'force', 'affair'])
export const standing = `${listOf(['is', 'been', 'has', 'remain', 'persists', 'left', 'still', 'ending', 'asleep', 'without'])} se never nunca`
const auxiliary = `${listOf(['is', 'was', 'been', 'has', 'had', 'remain', 'continue', 'still', 'yet', 'not', 'adverb', 'nearly', 'modal'])} to`
/** By which a state may be told without a verb before them. */
const turning = listOf(['lacking', 'ending', 'close', 'stopping', 'asleep'])
const words = { ...stateWords, auxiliary, turning, telling: `${alone} ${joined} ${listOf(['off', 'still'])}` }
const { spell, is } = vocabularyOf(words, {})

export class StateClause {
  protected readonly spelled: Spelled
  #clauses: Clauses | null = null
  /** Of whom the state before is: "expired in 2012 and was never renewed". */
  protected last: Phrase | null = null

  constructor(protected readonly sentence: string) {
    this.spelled = spell(sentence)
  }

  /** A sentence is read by its clauses only where something may be told. */
  protected get clause(): Clauses {
    this.#clauses ??= clausesOf(this.sentence)
    return this.#clauses
  }
  protected is(at: number, ...kinds: readonly Kind[]): boolean {
    const letter = this.spelled.letters[at]
    for (const kind of kinds) if (is(letter, kind)) return true
    return false
  }
  protected word = (at: number): string =>
    at < 0 || at >= this.spelled.starts.length ? '' : this.sentence.slice(this.spelled.starts[at], this.spelled.ends[at])
  /** Of a word that is a preposition or an article in one place and something else in another. */
  protected says = (at: number, word: RegExp): boolean => word.test(this.word(at))

  /** Where a word of these kinds stands before `at`, over a few words and no mark. */
  protected behind(at: number, most: number, ...kinds: readonly Kind[]): number | null {
    for (let before = at - 1; before >= Math.max(0, at - most) && !this.clause.isMark(before); before--)
      if (this.is(before, ...kinds)) return before
    return null
  }

  protected group(end: number): Group {
    let at = end - 1
    // "lleva tres años paralizado"
    if (this.is(at, 'length')) at = this.behind(at, 3, 'lasts') ?? at
    const group: Group = {
      ...{ from: end, copula: null, has: false, had: false, still: false },
      ...{ yet: false, negated: false, unreal: false },
    }
    let isWished = false
    for (; this.is(at, 'auxiliary') && !(this.is(at, 'name') && this.clause.isProper(at)); at--) {
      // "The remains have not been returned"
      if (this.is(at, 'remain') && this.clause.is(at - 1, 'a') && !this.is(at - 1, 'pronoun')) break
      if (this.is(at, 'continue') && !this.is(at + 1, 'to')) break
      if (this.is(at, 'continue')) {
        group.copula = 'remain'
        isWished = false
      } else if (this.is(at, 'is')) group.copula ??= 'is'
      else if (this.is(at, 'was')) group.copula ??= 'was'
      else if (this.is(at, 'been')) group.copula ??= 'been'
      else if (this.is(at, 'remain')) group.copula ??= 'remain'
      else if (this.is(at, 'to')) isWished = true
      group.unreal ||= this.is(at, 'nearly', 'modal')
      group.has ||= this.is(at, 'has')
      group.had ||= this.is(at, 'had')
      group.still ||= this.is(at, 'still', 'remain', 'continue')
      group.yet ||= this.is(at, 'yet')
      group.negated ||= this.is(at, 'not')
      group.from = at
    }
    // "be disbanded" by itself is what somebody asks for.
    group.unreal ||= isWished || (group.copula === 'been' && !group.has && !group.had && !this.is(end - 1, 'being'))
    return group
  }

  /** Whether what was so is so: "was still vacant", "had been vacant since 2010"; what is reported goes back in time with who says it. */
  protected isStill({ still }: Group, to: number): boolean {
    if (still || this.says(to, /^(?:since|desde)$/i)) return true
    for (let at = 0; at < this.clause.length; at++) if (at !== to - 1 && this.clause.is(at, 'say')) return true
    return false
  }

  /** Whether what a phrase is of is of such a kind: "two of the cases"; "soldiers from foreign operations" are no operations. */
  protected isOf(subject: Phrase | null, ...kinds: readonly Kind[]): boolean {
    if (subject === null) return false
    if (this.is(subject.from, 'pronoun') && subject.to === subject.from + 1) return !kinds.includes('fact')
    for (let at = subject.from; at < subject.to; at++) {
      if (this.is(at, ...kinds)) return true
      if (this.clause.is(at, 'of', 'in', 'about', 'by') && !this.is(at - 1, 'part') && !this.clause.isNumber(at - 1)) return false
    }
    return false
  }
  protected isNobody({ from }: Phrase): boolean {
    const isNo = this.is(from, 'no') && !this.is(from + 1, 'longer') && !this.says(from + 2, /^than$/i)
    const isNone = isNo || this.is(from, 'nobody')
    return isNone || (this.is(from - 1, 'not') && this.says(from, /^(?:an?|one)$/i))
  }

  /** Whose state it is: before the verb, or behind it: "Sigue vacante la plaza de fiscal". */
  protected subjectOf({ from, to, subject: given }: Told): Phrase | null {
    if (given !== undefined) return given
    const clause = this.clause
    const before = clause.subjectBefore(from)
    const subject = this.#behindState(this.accusedOf(before === 'shared' ? (this.last ?? clause.firstSubject(from)) : before))
    const isLed = subject !== null && (subject.from === 1 || clause.isMark(subject.from - 2))
    const isSetting =
      subject === null || (isLed && (clause.is(subject.from - 1, 'in') || this.says(subject.from - 1, /^hasta$/i)))
    if (isSetting) {
      const isBehind = (clause.is(to, 'a') || this.is(to, 'nobody')) && spanishVerb.test(clause.word(from))
      return isBehind ? clause.phraseFrom(to) : subject
    }
    if (clause.is(from - 1, 'who', 'that'))
      // "secure the region in time for the election, which": the last that is named.
      for (let at = subject.to - 1; at > subject.from; at--)
        if (clause.is(at - 1, 'about') && !clause.is(at - 2, 'case')) return { from: at, to: subject.to }
    // "La ley que obligaría a publicarlos": of a verb that is not known.
    const isVerb = !clause.is(subject.from, 'a', 'people', 'number', 'pronoun', 'of', 'in') && !clause.isName(subject.from)
    if (isVerb && /^que$/i.test(clause.word(subject.from - 1)) && !clause.is(subject.from - 2, 'say'))
      return clause.antecedent(subject.from - 1)
    // "As at press time no officer had been named".
    let least = subject.from
    while (least > Math.max(0, subject.from - 3) && !clause.is(least - 1, 'a', 'in', 'of', 'people') && !clause.isMark(least - 1))
      least--
    for (let at = least; at < subject.to; at++)
      if (this.is(at, 'no') && !clause.isNumber(at + 1)) return { from: at, to: subject.to }
    if (!clause.is(subject.from - 1, 'against') || !clause.is(subject.from - 2, 'case')) return subject
    // "The case against the lieutenant": of the case.
    let begins = subject.from - 2
    while (
      begins > 0 &&
      !clause.endsLeft(begins - 1) &&
      !clause.isFinite(begins - 1) &&
      !clause.is(begins - 1, 'and', 'in', 'of')
    )
      begins--
    return { from: begins, to: subject.to }
  }

  /** "El comandante continúa al frente de la guardia y su caso": of the case. */
  #behindState(subject: Phrase | null): Phrase | null {
    if (subject === null) return null
    let isTold = false
    for (let at = subject.from + 1; at < subject.to - 1; at++) {
      isTold ||= this.is(at, 'persists', 'left', 'lasts') && !this.clause.is(at - 1, 'a')
      if (isTold && this.clause.is(at, 'and')) return { from: at + 1, to: subject.to }
    }
    return subject
  }

  /** "five marines accused of killing a fisherman": the marines. */
  protected accusedOf(whom: Phrase | null): Phrase | null {
    const clause = this.clause
    if (whom === null || !/(?:ing|[aei]r)$/i.test(clause.word(whom.from - 1)) || !clause.is(whom.from - 2, 'of', 'about'))
      return whom
    return clause.is(whom.from - 3, 'charged', 'tried') ? (clause.phraseBefore(whom.from - 3, true) ?? whom) : whom
  }
}

/** Verbs that may stand before whose state it is. */
const spanishVerb =
  /^(?:está|están|sigue|siguen|continúa|continúan|permanece|permanecen|queda|quedan|quedó|quedaron|fue|fueron|ha|han|no|aún|todavía|ya|se|lleva|llevan|nunca|tampoco|carece|espera|mantiene)$/i
