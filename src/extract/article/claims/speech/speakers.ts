/**
 * Who says what a sentence says: the subject of a verb of saying, before it or behind ("dijo el coronel"), whoever something is according to, and
 * which part of the sentence he says. Words are told by their kinds (speaker-words.ts), subjects by the grammar of clauses.
 */
import { clausesOf, type Phrase } from '../grammar/clauses.js'
import { gateOf, type Signs, signsOf } from '../grammar/signs.js'
import { asSentence } from '../phrases.js'
import { cleaned, named, pattern, SpeakerPhrases, spell } from './speaker-phrases.js'
import { words } from './speaker-words.js'

export interface Attribution {
  speaker: string
  start: number
  end: number
  /** By denying something, and so says nothing of what stands before. */
  denies: boolean
  /** Says what stands behind it and nothing else: "the army said that". */
  forward: boolean
}

/** Words that tell that somebody says something. */
const telling = pattern('<say>|<show>|<perfect>|<deny>|<saying>|<leads-to>|<by>(?=.{1,8}<tally>)')
const tellingIn = (letters: string): number[] => Array.from(letters.matchAll(telling), ({ index }) => index)
/** Without these words nobody says anything; the short ones stand within many others. */
const saying = gateOf(
  new RegExp(
    [words.say, words.show, words.perfect, words.deny, words.saying, words['leads-to'], words.tally]
      .join(' ')
      .split(' ')
      .filter((word) => word.length > 5 || !/^(?:add|count|put|find|per)/.test(word))
      .flatMap((word) => (word.endsWith('o') ? [word, `${word.slice(0, -1)}ó`] : [word]))
      .join('|'),
  ),
)
const short = /(?<!\p{L})(?:adds?|added|counts?|puts?|finds?|per)(?!\p{L})/iu

/** Attributions of a sentence, in order. */
export function findAttributions(
  text: string,
  start: number,
  end: number,
  signs: Signs = signsOf(text.slice(start, end)),
): Attribution[] {
  const printed = text.slice(start, end)
  if (!signs.mayMatch(saying) && !short.test(printed)) return []
  const sentence = asSentence(printed)
  const { letters } = spell(sentence)
  const at = tellingIn(letters)
  if (at.length === 0) return []
  return new Sayings(clausesOf(sentence), letters)
    .read(at)
    .map((one) => ({ ...one, start: start + one.start, end: start + one.end }))
}

export interface Denier {
  speaker: string | null
  /** All that is said of who that is. */
  words: string
  /** "He" and "they", whom another sentence names. */
  points: boolean
}
/** Who denies or doubts by the verb that is word `at` of a sentence. */
export const denierAt = (sentence: string, at: number): Denier =>
  new Sayings(clausesOf(sentence), spell(sentence).letters).denier(at)

/** "The battalion's former commander sees it otherwise.": the one person whom a sentence is about, of whom "he said" goes on to tell. */
export const aboutWhom = (stretch: string): string | null => {
  const sentence = asSentence(stretch)
  return new Sayings(clausesOf(sentence), spell(sentence).letters).about()
}

/** "Army: 40 soldiers trained", "Army spokesman: “We trained 40 soldiers”", "Soldiers shot nine: witnesses": who is named before or behind a colon. */
export function namedAtColon(text: string, start: number, end: number, isHeading: boolean): string | null {
  const sentence = asSentence(text.slice(start, end))
  const colon = isHeading ? /^[^:]{2,50}:\s|:\s[^:]{2,50}$/ : /^[^:.,]{2,50}:\s[“"«]/
  return colon.test(sentence) ? new Sayings(clausesOf(sentence), spell(sentence).letters).headed() : null
}

/** Who says, and where the words that tell so begin and end; `forward`: see `Attribution`. */
interface Said extends Phrase {
  speaker: string
  forward: boolean
}

class Sayings extends SpeakerPhrases {
  /** `telling`: places of the words that tell that somebody says something. */
  read(telling: readonly number[]): Attribution[] {
    return this.#read(telling)
      .sort((a, b) => a.from - b.from)
      .map(({ speaker, from, to, denies, forward }) => ({
        speaker,
        start: this.clause.start(from),
        end: this.clause.end(to),
        denies,
        forward,
      }))
  }

  #read(telling: readonly number[]): (Said & { denies: boolean })[] {
    const found: (Said & { denies: boolean })[] = []
    for (const at of telling) {
      const isDenying = this.is(at, 'deny')
      const one =
        this.#accordingTo(at) ??
        (isDenying || this.is(at, 'say', 'show', 'perfect') ? this.#verb(at, found) : null) ??
        this.#participle(at) ??
        this.#count(at)
      if (!one || found.some(({ from, to }) => one.from < to && one.to > from)) continue
      // "said that the army had told him that": what he was told, he says.
      const within = found.some(({ forward, to }) => forward && to <= one.from)
      if (
        within &&
        this.clause.verbStart(one.to - 1).perfect &&
        this.isWord(this.clause.verbStart(one.to - 1).from, 'had', 'había', 'habían')
      )
        continue
      found.push({ ...one, denies: isDenying })
    }
    return found
  }

  /** Whoever says that it is not so, or doubts it, by the verb at `at`: its subject, or who is named behind "was denied by". */
  denier(at: number): Denier {
    const { clause } = this
    const group = clause.verbStart(at)
    if (group.passive) {
      const agent = clause.agentAfter(at + 1)
      const phrase = agent === null ? null : this.phraseFrom(agent.from)
      const speaker = phrase && this.speaker(phrase, at)
      return { speaker, words: speaker ?? '', points: false }
    }
    let from = group.from
    while (this.is(from - 1, 'le', 'before-verb')) from--
    const earlier = () => this.#read(tellingIn(this.letters).filter((one) => one < at))
    // "El Ejército respondió a este diario que no tiene registro": el Ejército.
    const teller = this.is(from - 1, 'that') ? earlier().findLast((one) => one.to < from) : undefined
    if (teller && this.#leadsUpTo(teller.to, from - 1)) return { speaker: teller.speaker, words: teller.speaker, points: false }
    const said = this.#sayer(at, from, earlier, true)
    if (said) {
      // "The villagers whom the army held said": of the villagers.
      let to = said.from + 1
      while (to < said.to && !clause.is(to, 'who')) to++
      // "His lawyer, Ann Example, says": of a lawyer.
      const post = said.from < at && clause.isMark(said.from - 1, ',') ? clause.phraseBefore(said.from - 1) : null
      const words = [post, { from: said.from, to }].flatMap((phrase) => (phrase ? clause.print(phrase) : []))
      return { speaker: said.speaker, words: `${words.join(' ')} ${said.speaker}`, points: false }
    }
    const before = this.#behindTime(from) - 1
    // "Negó presiones": who spoke last.
    const begins = before < 0 || clause.isMark(before, ',;:')
    return { speaker: null, words: '', points: this.is(before, 'pointing') || (begins && inSpanish.test(this.word(at))) }
  }

  /** Whether nothing but whom it is told to stands between a verb of saying and "that". */
  #leadsUpTo(verb: number, that: number): boolean {
    for (let at = verb; at < that; at++) if (this.clause.isMark(at) || this.clause.isFinite(at)) return false
    return true
  }

  about(): string | null {
    const phrase = this.phraseFrom(0)
    const head = phrase && this.headOf(phrase)
    return head && this.has(head, 'person') && !this.clause.is(phrase.to, 'of', 'and')
      ? this.speaker(phrase, phrase.to, true)
      : null
  }

  /** Who is named before a colon at the beginning or behind one at the end. */
  headed(): string | null {
    const { clause } = this
    const colons = Array.from(this.letters, (letter, at) => (letter === ':' ? at : -1)).filter((at) => at !== -1)
    if (colons.length === 0) return null
    const before = { from: 0, to: colons[0]! }
    const behind = { from: colons.at(-1)! + 1, to: clause.length }
    for (const phrase of [before, behind]) {
      const whole = phrase.to - phrase.from < 8 && phrase.from < phrase.to ? this.phraseFrom(phrase.from) : null
      if (whole?.to === phrase.to && this.hasSpeaker(phrase)) return this.speaker(phrase, phrase.to)
    }
    return null
  }

  /** "The army said", "dijo el coronel". */
  #verb(at: number, earlier: readonly Said[]): Said | null {
    const { clause } = this
    if (
      clause.isProper(at) ||
      clause.is(at - 1, 'a', 'of') ||
      (this.is(at, 'noun') && clause.isNumber(at - 1)) ||
      !this.#says(at)
    )
      return null
    const group = clause.verbStart(at)
    if (this.is(at, 'perfect') && !group.perfect && !this.is(at, 'say', 'show', 'deny')) return null
    // "at the recently concluded session"
    if (group.from < at && clause.is(group.from - 1, 'a')) return null
    if (group.modal || group.passive || (group.negated && !this.is(at, 'deny'))) return null
    let from = group.from
    while (this.is(from - 1, 'le')) from--
    return this.isWord(from - 1, 'se') ? null : this.#sayer(at, from, () => earlier)
  }

  /** Who says what the verb at `at` tells to be said, of which the group begins at `begins`: who stands before it or behind. */
  #sayer(at: number, begins: number, earlier: () => readonly Said[], mayBeAnybody = false): Said | null {
    const { clause } = this
    const from = this.#behindTime(begins)
    const isQuoted = clause.isMark(from - 1, '”"»’\'')
    const opens = clause.isMark(from - 1, ',') ? clause.asideStart(from - 1) : null
    const mayFollow = isQuoted || from === 0 || clause.isMark(from - 1, ',—-') || this.isWord(from - 1, 'según', 'como', 'as')
    if (mayFollow && !this.isWord(at, 'told', 'tell', 'tells') && (opens === null || this.is(at, 'say'))) {
      const behind = this.#behind(at + 1)
      // "The chief, Ann Example, maintains his officers acted": whoever stands before.
      if (behind && (opens === null || behind.to === clause.length || clause.isMark(behind.to)))
        return { ...behind, from: at, forward: from === 0 }
    }
    if (isQuoted || from === 0) return null
    // "Los vecinos lo desmienten: dicen que eran estudiantes": who spoke before.
    const subject = clause.isMark(from - 1, ':;') && inSpanish.test(this.word(at)) ? 'shared' : clause.subjectBefore(from)
    // "The chief maintains that it was so and denies that": who spoke before.
    const spoke = subject === 'shared' ? earlier().findLast((one) => one.to <= from) : undefined
    // "The general, the paper said, had denied it": the general.
    const isBetween = spoke && clause.isMark(from - 1, ',') && spoke.to === from - 1 && clause.isMark(spoke.from - 1, ',')
    if (spoke && !isBetween) return { speaker: spoke.speaker, from: at, to: at + 1, forward: this.#isForward(at) }
    const phrase = this.named(
      isBetween ? clause.phraseBefore(spoke.from - 1) : subject === 'shared' ? clause.firstSubject(from) : subject,
      clause.is(from - 1, 'who'),
    )
    if (phrase === null || phrase.from >= at) return null
    // "Soldiers shot two, the union claims."
    const isLast = clause.isMark(at + 1, '.,;')
    if (this.is(at, 'placed') && isLast && (this.isWord(at, 'states') || !clause.isMark(phrase.from - 1, ',”"'))) return null
    // "los soldados que dijo haber entrenado": of whom he speaks.
    if (this.isWord(from - 1, 'que') && this.isWord(phrase.from, 'los', 'las', 'unos', 'unas') && !/n$/.test(this.word(at)))
      return null
    // "Your report of 3 June"
    if (clause.is(phrase.to, 'time') && clause.isNumber(phrase.to - 1) && phrase.to < from) phrase.to++
    // "Director of Army Public Relations, Colonel Ade Ola, said": who has a rank and a name is told by them.
    const apposed = opens === null ? null : clause.print({ from: opens + 1, to: from - 1 })
    const speaker = this.speaker(phrase, at, mayBeAnybody)
    if (speaker === null) return null
    const isApposed =
      apposed !== null &&
      (ranked.test(apposed) || rankedInSpanish.test(apposed) || (this.isCommon(phrase) && named.test(apposed)))
    return {
      speaker: isApposed ? cleaned(apposed) : speaker,
      from: phrase.from,
      to: at + 1,
      forward:
        this.#isForward(at) || (this.#beginsClause(phrase.from) && !clause.isMark(at + 1, ',.;') && at + 1 < clause.length),
    }
  }

  /** Whether the verb, by what stands behind it, says something: not "found the bodies", "put an end to", "admitted 12 patients". */
  #says(at: number): boolean {
    const { clause } = this
    const next = at + 1
    const behind = clause.sentence.slice(clause.end(at + 1))
    const leads = this.leadsTo(next)
    if (this.is(at, 'with-that') && !leads && !this.isBehindQuotation(at)) return false
    if (this.isWord(at, 'pointed') && !this.isWord(next, 'out')) return false
    // "The inquiry's report concludes"
    if (this.is(at, 'noun') && (clause.isFinite(next) || this.is(next, 'say', 'show', 'deny'))) return false
    // "Lagos and Ogun states": places.
    if (
      this.is(at, 'placed') &&
      !/^[.,;]|^\s(?:that|in|the|it|on|\p{Lu})(?!\p{L})|^\s(?:that|how|about|more|nearly|some|at\sleast)?\s?\d|^:?\s[“"]/u.test(
        behind,
      ) &&
      !/^\s\p{L}+s(?:\s\p{Ll}+ed)?(?!\p{L})/u.test(behind)
    )
      return false
    if (this.is(at, 'accuse') && this.isWord(next, 'of', 'de')) return false
    if (
      this.isWord(at, 'told', 'reported', 'claimed') &&
      (this.is(next, 'that') ? this.isWord(at, 'told') : clause.is(next, 'done') || this.isWord(next, 'dead', 'missing', 'by'))
    )
      return false
    // "claimed the lives of twelve"
    if (
      this.isWord(at, 'claimed', 'claims', 'claim') &&
      /^\s(?:(?:the\s|an?\s)?(?:many\s)?\p{L}+\s)?lives(?!\p{L})/u.test(behind)
    )
      return false
    if (this.is(at, 'put')) return /^\s(?:the|its|their)\s(?:figure|losses|dead|casualties|number|toll|total|death)/.test(behind)
    if (this.is(at, 'counting')) return /^\s(?:(?:at least|more than|about|some|nearly|over)\s)?\d/.test(behind)
    if (this.is(at, 'admit'))
      return /^\s(?:that|to\s\p{L}+ing|\p{L}+ing|having|responsib|its|it|he|she|they|the\s(?:killing|massacre|attack|death|raid|error|mistake)|[^.;,]{3,60}\s(?:was|were|had|has|have|had|did|died|killed|shot)\s)/u.test(
        behind,
      )
    if (this.is(at, 'wish')) return /^\sto\s(?:recall|state|inform|clarify)/.test(behind)
    if (this.isWord(at, 'habla')) return this.isWord(next, 'de')
    return true
  }

  #isForward = (at: number): boolean => this.is(at + 1, 'that') || this.clause.isMark(at + 1, ':“"')
  #beginsClause = (at: number): boolean => {
    let from = at
    while (from > 0 && this.clause.is(from - 1, 'a')) from--
    return from === 0 || this.clause.isMark(from - 1, ';—') || this.clause.is(from - 1, 'when', 'and')
  }

  /** Before "on Friday", "yesterday", "for its part", "in a report", "dated 3 May". */
  #behindTime(verb: number): number {
    const { clause } = this
    let from = verb
    while (this.is(from - 1, 'further')) from--
    // "Your report (“Blood on the river”) says"
    if (clause.isMark(from - 1, ')'))
      for (let at = from - 2; at > from - 14 && at > 0; at--) if (clause.isMark(at, '(')) return at
    if (this.is(from - 1, 'text') && clause.is(from - 2, 'a') && this.isWord(from - 3, 'in', 'en'))
      from = clause.verbStart(from - 3).from
    for (let at = from - 1; at > from - 6; at--) {
      if (this.is(at, 'dated')) return clause.isMark(at - 1, ',') ? at - 1 : at
      if (!clause.is(at, 'time') && !/^\d|^,$/.test(this.word(at))) break
    }
    if (this.is(from - 1, 'part') && this.isWord(from - 3, 'for', 'por')) {
      from -= 3
      if (this.clause.isMark(from - 1, ',')) from--
    }
    while (
      from > 1 &&
      (this.is(from - 1, 'time') || this.isWord(from - 1, 'on', 'el') || (/^\d{1,2}$/.test(this.word(from - 1)) && from < verb))
    )
      from--
    return from
  }

  /** Behind "en entrevista", "ante el Congreso", "entre lágrimas": where somebody is named there. */
  #behindCircumstance(from: number): number {
    const { clause } = this
    for (let at = from + 2; at < from + 7 && !clause.isMark(at); at++) {
      if (clause.is(at - 1, 'a', 'of', 'in', 'about') || (clause.isName(at - 1) && clause.isName(at))) continue
      if (clause.is(at, 'a') || clause.isName(at)) return at
    }
    return from
  }

  /** Who says it behind the verb: "said residents of the town", "dijo el miércoles el ministro, Juan Ejemplo". */
  #behind(verb: number): Omit<Said, 'forward'> | null {
    const { clause } = this
    let from = verb
    while (this.is(from, 'time') || (this.isWord(from, 'el', 'on', 'la') && this.is(from + 1, 'time'))) from++
    // "denunció entre lágrimas doña Carmen Ejemplo", "afirmó en entrevista el almirante"
    if (clause.is(from, 'in', 'about') && this.isBehindQuotation(verb - 1)) from = this.#behindCircumstance(from)
    // "dijo a periodistas": whom it was said to.
    if (this.isWord(from, 'a', 'al') && inSpanish.test(this.word(verb - 1))) return null
    const phrase = this.phraseFrom(from)
    if (phrase === null) return null
    if (clause.isFinite(phrase.to) && !clause.isMark(phrase.to)) return null
    const speaker = this.speaker(phrase, verb - 1)
    if (speaker === null || clause.isNumber(phrase.from)) return null
    // "dijo su titular, Marta Ejemplo"
    const name =
      clause.isMark(phrase.to, ',') && /^\p{Ll}/u.test(clause.word(phrase.from)) ? this.phraseFrom(phrase.to + 1) : null
    const ends = name !== null && (name.to === clause.length || clause.isMark(name.to) || clause.is(name.to, 'who', 'in'))
    if (ends && named.test(clause.print(name))) return { speaker: cleaned(clause.print(name)), from: verb, to: name.to }
    const isLast = phrase.to === clause.length || clause.isMark(phrase.to, '.,;')
    // "Ningún agente disparó, aseguró el comisionado."
    const isWhole = isLast && clause.isMark(verb - 2, ',') && inSpanish.test(this.word(verb - 1))
    const isSaid = clause.is(phrase.from, 'a') && (isWhole || this.isBehindQuotation(verb - 1))
    const head = this.headOf(phrase)
    if (!(isSaid || this.names(head) || this.hasSpeaker(head))) return null
    return { speaker, from: verb, to: phrase.to }
  }

  /** "according to the ministry", "según testigos", "as reported by the Herald". */
  #accordingTo(at: number): Said | null {
    const { clause } = this
    let from: number | null = null
    if (this.isWord(at, 'según', 'segun')) from = at + 1
    else if (this.isWord(at, 'according') && this.isWord(at + 1, 'to')) from = at + 2
    else if (this.isWord(at, 'acuerdo') && this.isWord(at + 1, 'con', 'a') && this.isWord(at - 1, 'de')) from = at + 2
    else if (
      this.isWord(at, 'decir', 'juicio', 'palabras', 'opinión', 'opinion') &&
      /^del?$/.test(this.word(at + 1)) &&
      /^(?:al?|en)$/.test(this.word(at - 1))
    )
      from = at + 2
    else if (this.isWord(at, 'words') && this.isWord(at + 1, 'of')) from = at + 2
    else if (this.isWord(at, 'cited', 'reported') && this.isWord(at + 1, 'by')) from = at + 2
    else if (
      this.isWord(at, 'per') &&
      (at === 0 || clause.isMark(at - 1, ',')) &&
      (clause.is(at + 1, 'a') || clause.isName(at + 1))
    )
      from = at + 1
    // "The general was quoted by an agency as saying"
    else if (this.isWord(at, 'quoted', 'cited') && clause.verbStart(at).passive) {
      let to = at + 1
      while (to < at + 12 && !clause.isMark(to, ',.;') && !this.isWord(to, 'saying')) to++
      const subject = this.isWord(to, 'saying') ? clause.subjectOf(clause.verbStart(at).from) : null
      const speaker = subject && this.speaker(subject, at)
      return subject && speaker ? { speaker, from: subject.from, to: to + 1, forward: true } : null
    }
    // "quoted a police source as saying"
    else if (this.isWord(at, 'quoted', 'cited', 'quotes') && !this.isWord(at + 1, 'by')) {
      const quoted = this.phraseFrom(at + 1)
      const speaker =
        quoted && this.isWord(quoted.to, 'as') && this.isWord(quoted.to + 1, 'saying') ? this.speaker(quoted, at) : null
      return quoted === null || speaker === null ? null : { speaker, from: at, to: quoted.to + 2, forward: true }
    }
    // "según dijo el comandante": of the verb.
    if (from === null || (this.is(from, 'say', 'show') && !this.is(from, 'noun'))) return null
    const isOfThese = clause.is(from, 'who') || (clause.is(from, 'a') && clause.is(from + 1, 'who'))
    const phrase = isOfThese ? this.publisher(clause.antecedent(at)) : this.phraseFrom(from)
    if (phrase === null || !(this.names(phrase) || this.hasSpeaker(phrase) || this.has(phrase, 'text'))) return null
    const speaker = this.speaker(phrase, at)
    return speaker === null ? null : { speaker, from: at, to: phrase.to, forward: false }
  }

  /** "The chairman opened the hearing by noting that", "The captain deleted the post, saying that", "a report on a website alleging that". */
  #participle(at: number): Said | null {
    const { clause } = this
    if (!this.is(at, 'saying') || !this.is(at + 1, 'that')) return null
    const before = clause.phraseBefore(at, true)
    if (before && !clause.isMark(at - 1) && this.has(before, 'text')) {
      // "has been drawn to a report alleging": the report.
      for (let text = before.to - 1; text > before.from; text--)
        if (this.is(text, 'text') && clause.is(text - 1, 'a')) before.from = text - 1
      const speaker = this.speaker(before, at)
      return speaker === null ? null : { speaker, from: before.from, to: at + 2, forward: true }
    }
    if (!clause.isMark(at - 1, ',') && !this.isWord(at - 1, 'by', 'al')) return null
    let first = 1
    while (first < at && !clause.isFinite(first) && !clause.is(first, 'past', 'ed')) first++
    const phrase = first < at ? clause.phraseBefore(clause.verbStart(first).from) : null
    if (phrase === null || !(this.names(phrase) || this.hasSpeaker(phrase))) return null
    const speaker = this.speaker(phrase, at)
    return speaker === null ? null : { speaker, from: at, to: at + 2, forward: true }
  }

  /** "by the government's own count" */
  #count(at: number): Said | null {
    if (!this.isWord(at, 'by')) return null
    for (let owner = at + 1; owner < at + 9 && owner < this.clause.length && !this.clause.isMark(owner); owner++) {
      if (!/['’]s?$/.test(this.clause.word(owner))) continue
      const noun = this.isWord(owner + 1, 'own', 'latest') ? owner + 2 : owner + 1
      if (!this.is(noun, 'tally')) return null
      const speaker = this.speaker({ from: at + 1, to: owner + 1 }, at)
      return speaker === null ? null : { speaker, from: at, to: noun + 1, forward: false }
    }
    return null
  }
}
/** A verb by its ending. */
const inSpanish = /(?:[óoa]|[ae]n|ron|dice|sostiene|advierte)$/u
const ranked =
  /^(?:(?:Mr|Mrs|Ms|Dr|Alhaji|Mallam|Malam|Lt|Lieutenant|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|Capt|Captain|Commodore|Rear|Vice|Admiral|Air|Marshal|Commander|Commissioner|Superintendent|Inspector|[DAS]?CP|[AD]IG|[DAC]?SP)\.?[\s-]+)+\p{Lu}[\p{L}’'-]+(?:\s[\p{Lu}\d][\p{L}’'-]*){0,4}$/u
const rankedInSpanish =
  /^(?:el |la )?(?:(?:general|coronel|mayor|teniente|capitán|almirante|vicealmirante|contralmirante|comandante|comisario|comisionad[oa]|sargento|brigadier|cabo|subteniente)\s)+(?:(?:de|del)\s(?:\p{Ll}+\s){1,2})?(?:\([^()]{1,10}\)\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:de\s|la\s|los\s)*\p{Lu}[\p{L}’'-]+){0,3}$/u
