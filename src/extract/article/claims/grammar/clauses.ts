/**
 * The grammar of clauses as far as deeds, states and speakers need it: who does what a verb says, before it or behind, to whom where that stands before, and
 * who did it behind "by". Null is nobody, as with a pronoun.
 */
import { NounPhrases } from './noun-phrases.js'
import { type Phrase, within } from './sentence-words.js'

export type { Phrase } from './sentence-words.js'

/** Several questions are put to one sentence. */
let last: Clauses | undefined
export function clausesOf(sentence: string): Clauses {
  if (last?.sentence !== sentence) last = new Clauses(sentence)
  return last
}

export class Clauses extends NounPhrases {
  /** Who is before a verb whose group begins at `verb`: his words, or of which earlier verb he is the subject, too. */
  subjectBefore(verb: number): Phrase | 'shared' | null {
    const before = verb - 1
    if (before < 0) return null
    // "The Brigade “is responsible for”"
    if (this.isMark(before, '“"')) return this.isMark(before - 1, ':;.—') ? null : this.subjectBefore(before)
    // "the lieutenants, all of whom had": of the lieutenants; "two of whom" are two of them.
    if (/^(?:whom|which)$/i.test(this.word(before)) && /^of$/i.test(this.word(before - 1))) {
      if (!this.is(before - 2, 'a', 'number', 'nobody') && !this.isNumber(before - 2)) return null
      const isAll = /^(?:all|both|each)$/i.test(this.word(before - 2)) && this.isMark(before - 3, ',')
      return isAll ? this.phraseBefore(before - 3) : { from: before - 2, to: verb }
    }
    // "en el que", "by whom": of no noun before it.
    const isIn = this.is(this.is(before - 1, 'a') ? before - 2 : before - 1, 'in', 'by', 'of')
    if (this.is(before, 'who', 'that') && !(isIn && this.is(before, 'who') && !/^who$/i.test(this.word(before)))) {
      // "confesó ante el juez que participó": of whoever confessed.
      const said = this.saidBefore(before)
      if (said !== null) return this.is(said, 'confess') ? this.subjectOf(this.verbStart(said).from) : null
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
    const subject = this.beforeSetting(verb) ?? this.phraseBefore(verb)
    // "En la plaza mataron a dos": nobody's.
    const isCounted = subject && (this.isNumber(subject.from + 1) || this.is(subject.from + 1, 'bound'))
    return subject && this.is(subject.from, 'in') && !isCounted ? null : subject
  }

  /** Of "that" behind "confesó ante el juez", "said in court": the verb of saying. */
  private saidBefore(that: number): number | null {
    if (!this.is(that, 'that')) return null
    let said = that - 1
    while (said > that - 8 && said > 0 && !this.isFinite(said) && !this.endsLeft(said)) said--
    const isTo = this.is(said + 1, 'in') || /^(?:to|before|ante|al?|during|durante)$/i.test(this.word(said + 1))
    return this.is(said, 'say', 'confess') && said < that - 1 && isTo ? said : null
  }

  /** "Troops pursuing the men, on Saturday killed": who stands before the comma, where only a time stands behind it. */
  private beforeSetting(verb: number): Phrase | null {
    let comma = verb - 1
    while (comma > verb - 6 && (this.is(comma, 'time', 'in', 'a', 'of') || this.isNumber(comma))) comma--
    if (comma === verb - 1 || !this.isMark(comma, ',')) return null
    const phrase = this.phraseBefore(comma)
    return phrase && this.isSomebody(this.headOf(phrase)) ? phrase : null
  }

  /** "The unit's commander", "the colonel": one, whom a name behind it tells. */
  private isOne({ from, to }: Phrase): boolean {
    const head = this.headOf({ from, to })
    return this.is(from, 'a') && !this.is(head, 'people') && !this.isName(head)
  }

  /** Who does what the verb group says that begins at `verb`: behind "and", whoever did what stands before. */
  subjectOf(verb: number): Phrase | null {
    const subject = this.subjectBefore(verb)
    return subject === 'shared' ? this.firstSubject(verb) : subject
  }

  /** "returned to lead", "came back from Texas to lead": who does what is said behind "to" at `to`. */
  subjectOfAim(to: number): Phrase | null {
    for (let at = to - 1; at >= 0 && to - at < 9 && !this.endsLeft(at); at--)
      if (this.is(at, 'move')) {
        const group = this.verbStart(at)
        return group.passive || group.negated || (group.modal && !group.perfect) ? null : this.subjectOf(group.from)
      }
    return null
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
    while (
      from > 1 &&
      this.isMark(from - 1, ',') &&
      (this.is(from, 'past', 'ed', 'did') || (this.is(from, 'and') && !this.hasFinite(from + 1, before)) || from === before)
    ) {
      // "surrounded a hamlet and, according to survivors, pulled men from their homes and shot them"
      from = this.asideStart(from - 1) ?? from - 1
      while (from > 0 && !this.endsLeft(from - 1)) from--
    }
    for (let at = from + 1; at < before; at++) {
      // "The unit, whose men were trained by others, fired": of the unit.
      at = this.behindAside(at, before)
      // "arrived in the village and shot": without another verb it is one.
      const isPast =
        this.is(at, 'ed') &&
        !this.is(at + 1, 'by') &&
        !this.is(at - 1, 'a', 'of', 'in') &&
        !this.isNumber(at - 1) &&
        !this.isMark(at - 1, '-')
      if (!this.isFinite(at) && !(isPast && !this.hasFinite(at + 1, before))) continue
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

  /** Of a comma that opens an aside: behind it. */
  private behindAside(comma: number, end: number): number {
    if (!this.isMark(comma, ',')) return comma
    for (let closing = comma + 2; closing < end; closing++)
      if (this.isMark(closing, ',')) return this.asideStart(closing) === comma ? closing + 1 : comma
    return comma
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

  /** Behind "at the hands of", "a manos de". */
  behindHands(at: number): number | null {
    const of = /^a$/i.test(this.word(at)) ? at + 2 : /^at$/i.test(this.word(at)) && /^the$/i.test(this.word(at + 1)) ? at + 3 : -1
    return /^(?:hands|manos)$/i.test(this.word(of - 1)) && this.is(of, 'of') ? of + 1 : null
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
      const hands = this.behindHands(at)
      if (hands === null && !this.is(at, 'by')) continue
      let next = hands ?? at + 1
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
