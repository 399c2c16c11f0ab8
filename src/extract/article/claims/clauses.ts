/**
 * The grammar of clauses as far as deeds need it: where the words for who does something begin and end before a verb, for whom it is done to behind it, and
 * for who did it behind "by". Words are told by their kinds (deed-words.ts); what has no kind is part of a noun phrase.
 *
 * Places are of words, from and up to; null is nobody, as with a pronoun.
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
const within = "-/'’$€£%#&"

/** Several questions are put to one sentence. */
let last: Clauses | undefined
export function clausesOf(sentence: string): Clauses {
  if (last?.sentence !== sentence) last = new Clauses(sentence)
  return last
}

export class Clauses {
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
    return this.sentence.slice(this.start(from), /[⟩›]/.test(this.sentence[end] ?? '') ? end + 1 : end)
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
  private isBe(at: number): boolean {
    return this.is(at, 'be') && !this.isProper(at) && !(/^son$/i.test(this.word(at)) && this.is(at - 1, 'a'))
  }

  /** A verb that ends the phrase before it: not "armed men", "trained by others", "U.S.-trained". */
  isFinite(at: number): boolean {
    // "of May 3"
    if (this.is(at, 'modal') && this.is(at, 'time') && this.isProper(at)) return false
    if (this.is(at, 'have', 'do', 'modal', 'says', 'see')) return true
    if (this.is(at, 'be')) return this.isBe(at)
    // "the United States"
    if (this.is(at, 'say')) return !this.isProper(at) && !this.is(at - 1, 'a', 'of') && !this.isNumber(at - 1)
    if (this.is(at, 'past')) return !this.isProper(at) && (!/^by$/i.test(this.word(at + 1)) || this.is(at - 1, 'be'))
    if (!this.is(at, 'ed', 'did', 'charged', 'tried', 'said_to', 'charge', 'commit', 'deny')) return false
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
  private isDash(at: number): boolean {
    return this.isMark(at, '-/') && (this.start(at) === 0 || /\s/.test(this.sentence[this.end(at + 1)] ?? ' '))
  }

  /** What no phrase goes beyond, to the left: where another clause begins or ends. */
  endsLeft(at: number): boolean {
    if (at < 0) return true
    if (this.isMark(at)) return !this.isMark(at, within) || this.isDash(at)
    if (this.is(at, 'when')) return !this.isAs(at)
    return this.is(at, 'who', 'that', 'speech')
  }

  /** Of the phrase that ends before `end`: where it begins. Leading "In May" is left out. */
  phraseBefore(end: number, ofParticiple = false): Phrase | null {
    let from = end
    let and = -1
    while (from > 0 && !this.endsLeft(from - 1)) {
      if (this.isFinite(from - 1)) {
        // "The rebels fled the village and soldiers killed": of the clause behind "and".
        if (and > from && !this.is(from - 1, 'say', 'see')) from = and + 1
        else {
          // "A unit that got aid was accused": of the unit.
          const group = this.verbStart(from - 1)
          const isRelative =
            !ofParticiple && this.is(group.from - 1, 'who', 'that') && !this.is(group.from - 2, 'say', 'in', 'by')
          // "a purge that was announced in May" is of the purge, "men who said that" of nobody yet.
          // "A witness who saw the shooting": the witness; "who saw soldiers shoot": the soldiers.
          const isSeen = this.is(from - 1, 'see') && !(this.is(from, 'a') && this.is(end - 1, 'deed', 'doing', 'crime'))
          if (isRelative && (group.passive || !this.is(from - 1, 'say')) && !isSeen) return this.antecedent(group.from - 1)
          // "shot dead two men who": the men.
          while (from < end - 1 && this.is(from, 'dead', 'down', 'up')) from++
        }
        break
      }
      from--
      if (this.is(from, 'and') && !this.isName(from)) and = from
    }
    // "soldiers, police and militiamen".
    if (and > from && this.isMark(from - 1, ',')) from = this.listFrom(from - 1)
    return this.trimmed(from, end)
  }

  /** The beginning of "soldiers, police" before its comma, or where it is no list. */
  private listFrom(comma: number): number {
    let from = comma
    while (from > 0 && comma - from < 5 && !this.endsLeft(from - 1) && !this.isFinite(from - 1)) from--
    const isItem =
      from < comma && (this.is(from, 'people', 'a') || this.isNumber(from)) && (from === 0 || this.endsLeft(from - 1))
    return isItem && !this.is(from, 'in') ? from : comma + 1
  }

  /** Without what leads to it: "In May", "in the village of Mina", "bail to", "the trial of". */
  private trimmed(start: number, end: number): Phrase | null {
    let from = start
    const isLead = (at: number) =>
      this.is(at, 'and', 'adverb', 'not') ||
      this.isMark(at) ||
      this.is(at, 'of', 'to') ||
      // "go there and train some members of the army, that"
      (/^(?:train|arm|equip)$/i.test(this.word(at)) && this.is(at + 1, 'a')) ||
      (/^(?:a|al)$/i.test(this.word(at)) && this.is(at + 1, 'a', 'number'))
    while (from < end && isLead(from) && !this.is(from, 'nobody')) from++
    for (let at = from; at < end - 1; at++) {
      const isCase = this.is(at, 'case') && this.is(at + 1, 'against')
      const isGiven = this.is(from - 1, 'deny') && /^(?:to|al?|against)$/i.test(this.word(at + 1))
      if (isCase || isGiven) from = at + 2
      // "de proteger a los sicarios", "of protecting the men": those of the last verb.
      const isInfinitive =
        /(?:ar|er|ir)$/i.test(this.word(at)) && (this.is(at - 1, 'of', 'about', 'by') || /^a$/i.test(this.word(at - 1)))
      if (isInfinitive && /^al?$/i.test(this.word(at + 1))) from = at + 2
      else if (/ing$/i.test(this.word(at)) && this.is(at - 1, 'of', 'by', 'about') && this.is(at + 1, 'a')) from = at + 1
      // "assisted in evacuating soldiers that"
      else if (/^\p{Ll}+ing$/u.test(this.word(at)) && /^in$/i.test(this.word(at - 1)) && this.is(at + 1, 'people', 'a'))
        from = at + 1
    }
    // "were beaten by the soldiers, who": the soldiers.
    if (this.is(from - 1, 'be') && this.is(from, 'done', 'participle', 'ed'))
      for (let at = from + 1; at < end - 1; at++) if (this.is(at, 'by')) from = at + 1
    // "de haber dirigido un escuadrón que": the squad.
    if (this.is(from - 1, 'have') && this.is(from, 'participle') && this.is(from + 1, 'a')) from++
    // "as a result all of them"
    if (/^result$/i.test(this.word(from + 1)) && from + 2 < end) from += 2
    from = this.behindSetting(from, end)
    while (from < end && (this.isMark(from) || (this.is(from, 'adverb') && !this.is(from, 'bound')))) from++
    let to = end
    // "Police in Kano on Tuesday shot"
    while (to > from && (this.isMark(to - 1) || this.is(to - 1, 'adverb', 'and', 'not', 'time', 'in', 'said_to'))) to--
    return to > from ? { from, to } : null
  }

  /** Behind "Over 16 months", "From 2012 through 2016", "In May", where somebody stands behind it. */
  private behindSetting(start: number, end: number): number {
    // "was led by the 4th Brigade, which"
    const from = this.is(start, 'by') && start > 0 && this.isFinite(start - 1) ? start + 1 : start
    const [word, next] = [this.word(from), this.word(from + 1)]
    const isLength = /^over$/i.test(word) && this.isNumber(from + 1) && /^(?:days|weeks|months|years)$/i.test(this.word(from + 2))
    const isSpan = /^(?:from|de|desde)$/i.test(this.word(from - 1)) && this.isYear(from)
    const isBetween = /^(?:between|entre)$/i.test(word) && this.isNumber(from + 1) && !this.isYear(from + 1)
    const isBound = /^(?:least|most|excess)$/i.test(next) || isBetween
    const isMoment = this.isMoment(from) && this.settingEnd(from - 1, end) < end
    if (!(isLength || isSpan || isMoment || this.is(from, 'in', 'by')) || isBound) return from
    const lead = this.settingEnd(isLength ? from + 1 : from, end)
    if (lead < end) return lead
    // "in 2012 in an ambush that": the ambush.
    for (let at = from + 1; at < end - 1; at++) if (this.is(at, 'in')) return at + 1
    return from
  }

  /** "La noche del 26 de septiembre policías", "El lunes soldados", "Last week soldiers", "Three days later gunmen", "[That] night the soldiers". */
  private isMoment(from: number): boolean {
    const isSpanish = /^(?:el|la)$/i.test(this.word(from))
    if (isSpanish && (this.is(from + 1, 'time', 'place') || (this.isNumber(from + 1) && this.is(from + 3, 'time')))) return true
    const isLater =
      /^(?:hours?|days?|weeks?|months?|years?|horas?|días?|semanas?|meses|años?)$/i.test(this.word(from + 1)) &&
      /^(?:later|earlier|before|after|ago|después|antes)$/i.test(this.word(from + 2))
    // "at about 0300 hours the men"
    const isHour = this.isNumber(from) && /^(?:hours|hrs|horas)$/i.test(this.word(from + 1)) && this.is(from + 2, 'a')
    return (
      isLater ||
      isHour ||
      this.is(from, 'time') ||
      /^(?:night|morning|evening|afternoon|day|week|month|year|noche|mañana|tarde)$/.test(this.word(from))
    )
  }

  /** Behind "In May 2014", "On the 3rd of May", "In the town of Mina": where the noun phrase behind it begins, or its own end where there is none. */
  private settingEnd(from: number, end: number): number {
    let at = from + 1
    while (at < end && this.is(at, 'a', 'of')) at++
    while (at < end) {
      const begins = this.is(at, 'a', 'people') || (this.isNumber(at) && !/^\d{1,2}$|^(?:1[5-9]|20)\d\d$/.test(this.word(at)))
      if (begins && !this.is(at - 1, 'of', 'in')) return this.adjectivesBefore(at, from + 1)
      at++
    }
    return end
  }
  /** "armed" of "armed gunmen", "Kenyan" of "Kenyan soldiers" are theirs; "Mina" of "In Mina soldiers" is not. */
  private adjectivesBefore(at: number, least: number): number {
    let from = at
    while (
      from - 1 > least &&
      ((this.is(from - 1, 'ed', 'participle') && this.isModifier(from - 1)) ||
        /^\p{Lu}\p{Ll}+(?:an|ese|ian|ish|i)$/u.test(this.word(from - 1)))
    )
      from--
    return from
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

  /** Who is before a verb whose group begins at `verb`: his words, or of which earlier verb he is the subject, too. */
  subjectBefore(verb: number): Phrase | 'shared' | null {
    const before = verb - 1
    if (before < 0) return null
    // "The Brigade “is responsible for”"
    if (this.isMark(before, '“"')) return this.isMark(before - 1, ':;.—') ? null : this.subjectBefore(before)
    if (this.is(before, 'who', 'that') && !this.is(before - 1, 'in', 'by', 'of')) {
      // "said that killed": of no noun.
      if (this.is(before - 1, 'say', 'speech') && !this.is(before, 'who')) return null
      return this.antecedent(before)
    }
    if (this.is(before, 'subject') && !this.is(before - 1, 'of')) return { from: before, to: verb }
    if (this.isMark(before, ',')) {
      const opens = this.asideStart(before)
      if (opens === null) return 'shared'
      const subject = this.phraseBefore(opens)
      const isNamed = this.isName(opens + 1) && this.isName(before - 1) && !this.is(opens + 1, 'in')
      if (subject === null || !isNamed) return subject
      // "One of them, Captain Example,", "A contractor, Example Sands,": who it is. "The unit's commander, Captain Example,": both say it.
      const isSome = /^(?:one|an?|another|its|his|her|their|una?|otr[oa]|su)$/i.test(this.word(subject.from))
      return isSome ? { from: opens + 1, to: before } : this.isOne(subject) ? { from: subject.from, to: before } : subject
    }
    if (this.is(before, 'and') && !this.isName(before)) return 'shared'
    if (this.endsLeft(before)) return null
    // "The men who stood behind him when it was suspended had attended": of the men.
    if ((this.isFinite(before) || this.is(before, 'done')) && !this.is(before - 1, 'a', 'of')) {
      let outer = before
      while (outer > 0 && !this.isMark(outer) && !this.is(outer, 'and')) outer--
      while (outer < before && !this.is(outer, 'who')) outer++
      if (outer < before && this.is(outer - 1, 'people')) return this.antecedent(outer)
    }
    const subject = this.phraseBefore(verb)
    // "En la plaza mataron a dos": nobody's.
    return subject && this.is(subject.from, 'in') && !this.isNumber(subject.from + 1) ? null : subject
  }

  /** "The unit's commander", "the colonel": one, whom a name behind it tells. */
  private isOne({ from, to }: Phrase): boolean {
    const head = this.headOf(from, to)
    return this.is(from, 'a') && !this.is(head, 'people') && !this.isName(head)
  }
  /** The noun that a phrase is of: "commander" of "The unit's commander in the north". */
  private headOf(from: number, to: number): number {
    let head = from
    while (head + 1 < to && !this.is(head + 1, 'of', 'in', 'about', 'by')) head++
    return head
  }

  /** Who does what the verb group says that begins at `verb`: behind "and", whoever did what stands before. */
  subjectOf(verb: number): Phrase | null {
    const subject = this.subjectBefore(verb)
    return subject === 'shared' ? this.firstSubject(verb) : subject
  }

  /** Of whom the clause is in which a second verb stands: "Soldiers entered the village and shot two". */
  firstSubject(before: number, ofMain = false): Phrase | null {
    let from = before
    while (from > 0 && !this.endsLeft(from - 1)) from--
    // "Troops fired after youths threw stones, killing four": of the clause that the other belongs to.
    while (ofMain && from > 1 && this.is(from - 1, 'when') && !this.isMark(from - 2)) {
      from--
      while (from > 0 && !this.endsLeft(from - 1)) from--
    }
    // "…, burned the huts, and shot two": of the clause before the commas.
    while (from > 1 && this.isMark(from - 1, ',') && (this.is(from, 'past', 'ed', 'did', 'and') || from === before)) {
      // "surrounded a hamlet and, according to survivors, pulled men from their homes and shot them"
      from = this.asideStart(from - 1) ?? from - 1
      while (from > 0 && !this.endsLeft(from - 1)) from--
    }
    for (let at = from + 1; at < before; at++) {
      // "arrived in the village and shot": without another verb it is one.
      const isPast =
        this.is(at, 'ed') &&
        !this.is(at + 1, 'by') &&
        !this.is(at - 1, 'a', 'of', 'in') &&
        !this.isNumber(at - 1) &&
        !this.isMark(at - 1, '-')
      if (!this.isFinite(at) && !isPast) continue
      // "Sources said the attackers wore uniforms and ambushed a boat": the attackers.
      if (this.is(at, 'say') && this.is(at + 1, 'a', 'people', 'that') && this.hasFinite(at + 2, before)) {
        from = this.is(at + 1, 'that') ? at + 1 : at
        continue
      }
      const group = this.verbStart(at)
      // "Los hincaron y": whom, not who.
      if (group.from === from + 1 && this.is(from, 'clitic')) return null
      if (group.from > from || this.isMark(from - 1, ',')) {
        const subject = this.subjectBefore(group.from)
        return subject === 'shared' ? null : subject
      }
      return this.is(from - 1, 'who', 'that') ? this.antecedent(from - 1) : null
    }
    return null
  }

  /** "el estudiante al que golpearon policías": whom the verb at `verb` is done to, where that stands before it. */
  objectBefore(verb: number): Phrase | null {
    const pronoun = verb - 1
    if (!/^(?:que|quien|quienes|cual|cuales)$/i.test(this.word(pronoun))) return null
    const begins = this.is(pronoun - 1, 'a') && /^a$/i.test(this.word(pronoun - 2)) ? pronoun - 2 : pronoun - 1
    return /^al?$/i.test(this.word(begins)) ? this.antecedent(begins) : null
  }

  /** "A los jóvenes los detuvieron": whom the verb with its "los" at `verb` is done to, where the clause begins with it. */
  fronted(verb: number): Phrase | null {
    let from = verb
    while (from > 0 && !this.endsLeft(from - 1)) from--
    if (!/^al?$/i.test(this.word(from)) || from + 1 >= verb || !this.isVerbless(from, verb)) return null
    return { from: /^al$/i.test(this.word(from)) ? from : from + 1, to: verb }
  }

  /** "los detuvieron policías municipales y": who does what a Spanish verb says, where he stands behind it at `from`. */
  subjectAfter(from: number, whomIsTold = false): Phrase | null {
    if (this.is(from, 'in', 'about', 'by', 'contra', 'time') || /^al?$/i.test(this.word(from))) return null
    const phrase = this.phraseFrom(from, true)
    if (phrase === null || this.is(phrase.from + 1, 'time', 'place')) return null
    if (whomIsTold && this.is(phrase.from, 'a')) return phrase
    for (let at = phrase.from; at < phrase.to && !this.is(at, 'of', 'in'); at++)
      if (this.is(at, 'people') || this.isProper(at)) return phrase
    return null
  }

  /** "mataron los soldados a tres vendedores": who did it and to whom, where both stand behind a Spanish verb, parted by "a". */
  subjectAndObjectAfter(from: number): { subject: Phrase; object: Phrase } | null {
    const both = /(?:ó|[aei]ron)$/i.test(this.word(from - 1)) ? this.subjectAfter(from) : null
    if (both === null) return null
    for (let at = both.from + 1; at < both.to - 1; at++) {
      if (!/^al?$/i.test(this.word(at)) || this.is(at - 1, 'of', 'in', 'about', 'by')) continue
      if (/^a$/i.test(this.word(at)) && !this.is(at + 1, 'a', 'people') && !this.isNumber(at + 1) && !this.isName(at + 1))
        continue
      return { subject: { from: both.from, to: at }, object: { from: /^al$/i.test(this.word(at)) ? at : at + 1, to: both.to } }
    }
    return null
  }

  /** Whom "who" at `at` means. */
  antecedent(at: number): Phrase | null {
    let end = at
    if (this.isMark(end - 1, ',')) {
      end--
      // "gunmen, and not the police, who": the gunmen.
      const opens = this.asideStart(end)
      if (opens !== null && (this.is(opens + 1, 'and', 'not') || /^no$/i.test(this.word(opens + 1)))) end = opens
    }
    return this.phraseBefore(end)
  }

  /** Of a comma that ends an aside ("…, which was trained by others, …"): the comma that begins it. */
  asideStart(closing: number): number | null {
    for (let at = closing - 1; at > 0 && closing - at < 28; at--) {
      if (this.isMark(at, ';:.—“”"')) return null
      if (!this.isMark(at, ',')) continue
      const first = at + 1
      const opens =
        (this.is(first, 'when') && closing - first < 5) ||
        // "…, the group described how, " is a clause and no aside.
        (this.is(first, 'a') && (this.isVerbless(first, closing) || this.hasRelative(first, closing))) ||
        this.is(first, 'who', 'that', 'whose', 'not', 'ed', 'participle', 'charged', 'done', 'in', 'about', 'adverb') ||
        (this.is(first, 'and') && (this.is(first + 1, 'not') || /^no$/i.test(this.word(first + 1)))) ||
        // "held on suspicion of", "sent from the north"
        (this.is(first, 'past', 'hold') && this.is(first + 1, 'in', 'of', 'by', 'about')) ||
        /^(?:no|including|according|under|según|bajo|incluid[oa]s?)$/i.test(this.word(first)) ||
        (this.isName(first) && this.isName(first + 1)) ||
        // "The plan, revealed this week by the press, would"
        (this.is(first, 'say') && /ed$/i.test(this.word(first)) && this.is(first + 1, 'by', 'in', 'time', 'a')) ||
        // "Gen. Example, 62, was"
        (this.isNumber(first) && closing === first + 1) ||
        // "Col. Example, commander of the battalion, ordered"
        (closing - first < 10 && this.isVerbless(first, closing))
      return opens ? at : null
    }
    return null
  }

  /** A phrase from `from` on. `agent`: who did it, to whom "by" and "to" do not end it; else whom it was done to. */
  phraseFrom(from: number, agent = false): Phrase | null {
    // "asesinaron, entre el 6 y el 8 de mayo, a 34 campesinos"
    if (this.isMark(from, ',') && !agent) {
      const closing = this.nextMark(from + 1)
      const isAside = this.is(from + 1, 'in', 'about', 'when') && this.isMark(closing, ',') && closing < from + 14
      return isAside && /^al?$/i.test(this.word(closing + 1)) ? this.phraseFrom(closing + 1) : null
    }
    let start = from
    // "baleó por error el vehículo"
    if (/^por$/i.test(this.word(start)) && /^(?:error|equivocación)$/i.test(this.word(start + 1))) start += 2
    while (this.is(start, 'adverb') && !this.is(start, 'bound')) start++
    // "detuvieron entre 2009 y 2014 a 19 personas"
    if (!agent && this.is(start, 'in') && this.isSetting(start))
      for (let at = start + 1; at < start + 9 && !this.isMark(at); at++) if (/^al?$/i.test(this.word(at))) start = at
    const isOther = this.is(start, 'when', 'who', 'and') && !this.is(start, 'a', 'number', 'nobody') && !this.isAsMany(start)
    if (
      isOther ||
      (this.is(start, 'by') && !this.isAtLeast(start)) ||
      (this.is(start, 'be', 'have', 'modal') && !this.isProper(start))
    )
      return null
    let to = start
    while (to < this.length && !this.endsRight(to, start, agent)) to++
    // "la masacre de 49 campesinos cometida por": committed is the massacre.
    while (to > start + 1 && this.is(to - 1, 'participle', 'commit') && this.is(to, 'by')) to--
    while (to > start && this.is(to - 1, 'and', 'adverb', 'in', 'of', 'that', 'a') && !this.isNumber(to - 1)) to--
    return to > start ? { from: start, to } : null
  }

  /** Where a phrase that begins at `start` ends. */
  private endsRight(at: number, start: number, agent: boolean): boolean {
    if (this.isMark(at))
      return (!this.isMark(at, within) || this.isDash(at)) && !(at > start && this.isMark(at, ',') && this.isList(at))
    if (at === start) return false
    if (this.is(start, 'pronoun')) return true
    if (this.isAtLeast(at) || this.isAtLeast(at - 1) || this.isAtLeast(at - 2)) return false
    if (this.isAsMany(at) || this.isAsMany(at - 2)) return false
    if (this.is(at, 'when')) return !this.isAs(at)
    if (this.is(at, 'who', 'that', 'speech', 'whose')) return !this.is(at - 1, 'of')
    if (/^(?:now|then|later|still|already)$/i.test(this.word(at))) return true
    if (this.isBe(at) || (this.is(at, 'have', 'do', 'modal', 'says') && !this.isName(at))) return true
    if (this.is(at, 'say')) return !this.isProper(at) && !this.is(at - 1, 'a', 'of')
    // "trained by Britain accused of"
    if (agent && this.is(at, 'charged', 'tried') && this.isName(at - 1)) return true
    if (this.is(at, 'past', 'ed', 'did', 'charged', 'tried')) return !this.isModifier(at) && !this.is(at - 1, 'of')
    if (
      this.is(at, 'a') &&
      (this.is(at + 1, 'time') || /^(?:noche|madrugada|mañana|tarde|night|morning)$/.test(this.word(at + 1)))
    )
      return true
    // "dragged the men from their homes"
    const isHome = /^(?:casas?|viviendas?|hogar(?:es)?|domicilios?|homes?|houses?|beds?|cells?)$/i.test(this.word(at + 2))
    if (this.is(at, 'of') && this.is(at + 1, 'a') && isHome) return true
    if (/^(?:without|sin|looking|searching|resulting|leading|causing|buscando)$/i.test(this.word(at))) return true
    if (!agent && /^(?:with|con)$/i.test(this.word(at)) && this.isWeapon(at + 1)) return true
    // "31 men hours after arresting them"
    if (
      /^(?:minutes|hours|days|weeks|months|years|horas|días|semanas|meses|años)$/i.test(this.word(at)) &&
      this.is(at + 1, 'when')
    )
      return true
    if (this.is(at, 'time') && (this.is(at - 1, 'people') || this.isName(at - 1))) return true
    if (agent && /^(?:as|como)$/i.test(this.word(at))) return !this.isAs(at)
    if (agent ? /^(?:for|with)$/i.test(this.word(at)) : this.is(at, 'by', 'to') || /^for$/i.test(this.word(at))) return true
    if (this.is(at, 'in')) return this.isSetting(at)
    return this.is(at, 'and') && !this.isName(at) && this.begins(at + 1)
  }

  /** "with rifle butts", "con un machete" */
  private isWeapon(from: number): boolean {
    const at = this.is(from, 'a') ? from + 1 : from
    return /^(?:rifles?|guns?|pistols?|sticks?|clubs?|machetes?|kni(?:fe|ves)|batons?|belts?|whips?|fists?|boots?|wires?|iron|metal|stones?|axes?|cables?|culatas?|palos?|cuchillos?|garrotes?|fusiles)$/i.test(
      this.word(at),
    )
  }
  /** "a por lo menos 15 civiles" */
  private isAtLeast(at: number): boolean {
    return /^por$/i.test(this.word(at)) && /^lo$/i.test(this.word(at + 1)) && this.isNumber(at + 3)
  }
  /** "as many as 200 detainees" */
  private isAsMany(at: number): boolean {
    return /^as$/i.test(this.word(at)) && /^(?:many|much|few)$/i.test(this.word(at + 1))
  }
  /** "disguised as police", "conocido como": of the noun before it. */
  private isAs(at: number): boolean {
    if (!/^(?:as|como)$/i.test(this.word(at))) return false
    // "identified by several sources as Russians"
    for (let before = at - 1; before > at - 6; before--)
      if (
        /^(?:identified|described|known|disguised|dressed|identificad[oa]s?|conocid[oa]s?|vestid[oa]s?)$/i.test(this.word(before))
      )
        return true
    return this.is(at - 1, 'ed', 'participle')
  }

  private hasFinite(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isFinite(at)) return true
    return false
  }
  private hasRelative(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.is(at, 'who', 'that', 'whose')) return true
    return false
  }

  private isVerbless(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.isFinite(at) || this.is(at, 'did', 'and', 'say')) return false
    return true
  }

  private nextMark(from: number): number {
    let at = from
    while (at < this.length && !this.isMark(at)) at++
    return at
  }

  /** Whether a comma parts "two men, a woman and her child". */
  private isList(comma: number): boolean {
    if (!this.is(comma + 1, 'a', 'number') && !this.isNumber(comma + 1)) return false
    for (let at = comma + 2; at < Math.min(this.length, comma + 8); at++) {
      if (this.isMark(at) || this.isFinite(at) || this.is(at, 'when', 'who', 'of', 'in', 'by', 'that')) return false
      if (this.is(at, 'and')) return (this.is(at + 1, 'a') || this.isNumber(at + 1)) && !this.begins(at + 1)
    }
    return false
  }

  /** "in Mina", "on 3 May", "near the town": where and when, told apart from whom. */
  private isSetting(at: number): boolean {
    let next = at + 1
    if (/^(?:between|entre)$/i.test(this.word(at)))
      return (
        this.isYear(next) ||
        this.is(next, 'time') ||
        (this.isNumber(next) && this.is(next + 1, 'and') && this.is(next + 3, 'time'))
      )
    while (this.is(next, 'a', 'of')) next++
    return (
      this.isName(next) ||
      (this.isName(next + 1) && !this.is(next, 'people', 'number') && !this.isMark(next)) ||
      this.is(next, 'time', 'place', 'thing', 'crime') ||
      (/^\d/.test(this.word(next)) && !/^in$/i.test(this.word(at))) ||
      this.isYear(next) ||
      /^(?:during|since|around|durante|outside|inside|near)$/i.test(this.word(at))
    )
  }

  /** Whether another clause begins at `at`, behind "and": "and burned their huts", "and the army denied it". */
  begins(at: number): boolean {
    let next = at
    while (this.is(next, 'adverb')) next++
    if (this.isBe(next) || (this.is(next, 'did', 'past', 'ed', 'have', 'do', 'modal', 'say') && !this.isModifier(next)))
      return true
    if (this.is(next, 'pronoun', 'doing')) return true
    // "y los entregaron"
    if (this.is(next, 'clitic') && this.isFinite(next + 1)) return true
    while (this.is(next, 'a')) next++
    if (this.is(next, 'deed')) return true
    for (let ahead = next; ahead < Math.min(this.length, next + 9); ahead++) {
      if (this.isMark(ahead) || this.is(ahead, 'when', 'who', 'and')) return false
      if (ahead > next && this.isFinite(ahead)) return true
    }
    return false
  }

  /** Who did it, behind "by" in what follows a participle at or behind `from`; null where nobody is named. */
  agentAfter(from: number, end?: number): Phrase | null {
    for (let at = from; at < Math.min(this.length, end ?? from + 16); at++) {
      // "the abduction of the girls and the killing of 170 teachers by": of the killing.
      if (at > from && this.is(at, 'deed') && this.is(at - 1, 'a')) return null
      if (this.isMark(at, ',')) {
        let next = at + 1
        while (this.is(next, 'adverb')) next++
        if (!this.is(next, 'by')) return null
        at = next
      } else if (this.isMark(at) && !this.isMark(at, within)) return null
      if (this.is(at, 'when', 'who', 'that', 'say', 'have', 'do', 'modal', 'be') && !this.is(at, 'by') && !this.isProper(at))
        return null
      if (this.is(at, 'did') && !this.is(at, 'done')) return null
      if (!this.is(at, 'done', 'by', 'ed') && this.isFinite(at)) return null
      if (!this.is(at, 'by')) continue
      let next = at + 1
      while (this.is(next, 'adverb')) next++
      let head = next
      while (this.is(head, 'a', 'of')) head++
      if (this.is(head, 'means', 'doing', 'time', 'thing', 'pronoun') || this.isYear(head) || /ing$/i.test(this.word(next))) {
        if (!this.is(head, 'thing')) continue
        return null
      }
      const phrase = this.phraseFrom(next, true)
      if (phrase) return { from: phrase.from, to: Math.min(phrase.to, end ?? phrase.to) }
    }
    return null
  }
}
