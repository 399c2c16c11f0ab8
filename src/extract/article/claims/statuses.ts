/**
 * States of affairs: a post vacant, a plan not yet approved, a base closed, a commander still in command, nobody charged, what somebody means to do. Each
 * is told by a word (state-words.ts) that is read by how it stands in its clause: what is asked, supposed, wished for, over, or said not to be so is none.
 */
import type { StatusClaim } from './claim.js'
import { type Clauses, clausesOf, type Phrase } from './clauses.js'
import { type Common, clean } from './phrases.js'
import { begins, firstMatch, type Signs, type Sought, sought } from './signs.js'
import { type Spelled, vocabularyOf } from './spelled.js'
import { stateWords } from './state-words.js'

export interface FoundStatus extends Omit<StatusClaim, Common | 'type'> {
  /** Whether all that is told is that nobody can tell yet. */
  isOpen: boolean
}

type Kind = Exclude<keyof typeof words, 'itself'> | 'to' | 'longer' | 'ya' | 'sin' | 'there' | 'it'

/** Words that tell a state, without their verb. */
interface Head extends Phrase {
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
interface Told extends Phrase {
  subject?: Phrase | null
  /** Told over commas: "would create a new, specially designated command". */
  atLength?: true
  isOpen?: true
}

/** Words before the one that tells a state, as far as they are of its verb. */
interface Group {
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

const process = ['matter', 'aid'] as const
const heads: readonly (Omit<Head, 'from' | 'to'> & { kind: Listed })[] = [
  { kind: 'vacant', how: 'so' },
  { kind: 'valid', how: 'so' },
  { kind: 'stalled', how: 'so', of: process },
  { kind: 'frozen', how: 'so', of: process },
  { kind: 'open', how: 'so', of: ['matter', 'post'] },
  { kind: 'empty', how: 'so', of: ['place', 'post'] },
  { kind: 'secret', how: 'so', of: ['matter', 'fact'] },
  { kind: 'unknown', how: 'so', of: ['fact'] },
  { kind: 'lasting', how: 'so', lasting: true },
  { kind: 'disbanded', how: 'done', of: ['force', 'matter', 'place'] },
  { kind: 'closed', how: 'done', of: ['place', 'matter'] },
  { kind: 'suspended', how: 'done' },
  { kind: 'barred', how: 'done' },
  { kind: 'frozen', how: 'done', of: process },
  { kind: 'dropped', how: 'done', of: ['matter'] },
  { kind: 'dismissed', how: 'done' },
  { kind: 'signed', how: 'done', of: ['matter'] },
  { kind: 'due', how: 'due' },
]

type Listed = Exclude<keyof typeof stateWords, 'itself'>
const listOf = (kinds: readonly Listed[]) => kinds.map((kind) => stateWords[kind]).join(' ')
/** What tells a state wherever it does, what does so where something goes on or is not so, and what tells that. */
const alone = `${listOf([
  ...([
    'vacant',
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
const joined = listOf([
  ...(['lasting', 'held', 'due', 'brought', 'faced', 'made', 'carried', 'rank', 'acts', 'chief', 'arrests', 'training'] as const),
  ...(['trained', 'open_question', 'aims', 'remain', 'yet'] as const),
])
const goingOn = listOf(['remain', 'still', 'yet', 'not', 'no', 'nobody', 'without', 'got', 'being', 'scheme', 'continue'])
const auxiliary = `${listOf(['is', 'was', 'been', 'has', 'had', 'remain', 'continue', 'still', 'yet', 'not', 'adverb', 'nearly', 'modal'])} to`
const words = { ...stateWords, auxiliary, telling: `${alone} ${joined} ${listOf(['off', 'still'])}` }
const { spell, is } = vocabularyOf(words, {})

const wordsOf = (list: string) => sought(new RegExp(`(?:${list.replace(/\*/g, '\\p{L}*').replace(/\s+/g, '|')})(?!\\p{L})`, 'iu'))
const [aloneWords, joinedWords, goingOnWords] = [alone, joined, goingOn].map(wordsOf) as [Sought, Sought, Sought]
const inForce = sought(/(?:in|into|on|under|en|al) (?:force|command|operation|place|trial|mando|operación)(?!\p{L})/iu)
/** Whether words stand in a sentence that a state is told by; few have them, and only those are spelled. */
const mayTell = (sentence: string, signs: Signs): boolean =>
  begins(aloneWords, signs) ||
  (begins(joinedWords, signs) && (begins(goingOnWords, signs) || firstMatch(inForce, sentence, signs) !== null))

/** States of affairs of a sentence, in order. */
export function findStatuses(sentence: string, signs: Signs): FoundStatus[] {
  return mayTell(sentence, signs) && !/[¿?]/.test(sentence) ? new StateReader(sentence).read() : []
}

class StateReader {
  readonly #spelled: Spelled
  #clauses: Clauses | null = null
  /** Of whom the state before is: "expired in 2012 and was never renewed". */
  #last: Phrase | null = null

  constructor(private readonly sentence: string) {
    this.#spelled = spell(sentence)
  }

  read(): FoundStatus[] {
    const found: FoundStatus[] = []
    let behind = 0
    for (let at = 0; at < this.#spelled.letters.length; at++) {
      if (at < behind || !this.#is(at, 'telling')) continue
      const told = this.#toldAt(at)
      const one = told && told.from >= behind ? this.#found(told, behind) : null
      if (!one) continue
      found.push(one.status)
      this.#last = one.subject
      behind = one.to
    }
    return found
  }

  /** A sentence is read by its clauses only where something may be told. */
  get #clause(): Clauses {
    this.#clauses ??= clausesOf(this.sentence)
    return this.#clauses
  }
  #is(at: number, ...kinds: readonly Kind[]): boolean {
    const letter = this.#spelled.letters[at]
    for (const kind of kinds) if (is(letter, kind)) return true
    return false
  }
  #word = (at: number): string => this.#clause.word(at)
  /** Of a word that is a preposition or an article in one place and something else in another. */
  #says = (at: number, word: RegExp): boolean => word.test(this.#word(at))

  #toldAt(at: number): Told | null {
    const other =
      this.#openQuestion(at) ??
      this.#yetTo(at) ??
      this.#noLonger(at) ??
      this.#withoutChief(at) ??
      this.#noneOf(at) ??
      this.#untrained(at) ??
      this.#facing(at) ??
      this.#stillActs(at)
    if (other) return other
    for (const head of this.#headsAt(at)) {
      const told = this.#joined(head)
      if (told) return told
    }
    return this.#endsIt(at) ?? this.#meant(at)
  }

  /** What a word may tell of what is joined to it by a verb. */
  #headsAt(at: number): Head[] {
    const found: Head[] = []
    const to = at + 1
    const deniable = this.#is(at, 'deniable')
    const held = this.#heldFrom(at)
    if (held !== null) found.push({ from: held, to, how: 'so', deniable, lasting: this.#says(at, /^charge$/i) })
    // "remains the commander", "is still head of", "sigue como director"
    const rank = this.#is(at, 'rank') ? this.#behind(at, 4, 'remain', 'still') : null
    if (rank !== null) found.push({ from: rank + 1, to, how: 'so', lasting: true })
    // "sigue sin jefe", "lleva un año sin resolver"
    if (this.#is(at, 'sin')) found.push({ from: at, to: at + 2, how: 'so', lasting: !/[aei]r(?:se)?$/i.test(this.#word(to)) })
    // "remains unidentified", "quedan por aprobar", "remain in their barracks"
    if (this.#is(at - 1, 'remain') && this.#says(at, /^un\p{L}{3,}ed$/u)) found.push({ from: at, to, how: 'so' })
    if (this.#is(at, 'remain', 'is')) {
      const isLeft = this.#says(to, /^(?:to|por)$/i) && (this.#is(at + 2, 'been') || this.#says(at + 2, /[aei]r$/i))
      if (isLeft && this.#says(at, /^(?:remain|queda)/i) && !this.#is(at + 3, 'silent'))
        found.push({ from: to, to: at + 3, how: 'so' })
    }
    // "remain in the army", "are still on its payroll"
    if (this.#is(at, 'remain', 'still') && this.#is(to, 'in')) {
      const where = this.#clause.phraseFrom(at + 2)
      if (where && this.#isOf(where, 'force')) found.push({ from: to, to: where.to, how: 'so', lasting: true })
    }
    const [phrase, how] = this.#phraseAt(at)
    if (phrase !== null) found.push({ from: at, to: phrase, how, ...(how === 'done' ? { of: process } : {}) })
    for (const { kind, ...head } of heads) if (this.#is(at, kind)) found.push({ from: at, to, deniable, ...head })
    return found
  }

  /** "on administrative leave", "in command", "al mando": where that begins. */
  #heldFrom(at: number): number | null {
    if (!this.#is(at, 'held') || this.#clause.isName(at)) return null
    const bare = this.#is(at, 'bare')
    const from = bare && !this.#says(at - 1, /^(?:active|full|activo)$/i) ? at - 1 : this.#behind(at, 3, 'in')
    if (from === null || !this.#is(from, 'in')) return null
    // "in the service of the cartel"
    return bare && this.#clause.is(at + 1, 'of') && !this.#says(at, /^(?:office|cargo)$/i) ? null : from
  }

  /** Where a word of these kinds stands before `at`, over a few words and no mark. */
  #behind(at: number, most: number, ...kinds: readonly Kind[]): number | null {
    for (let before = at - 1; before >= Math.max(0, at - most) && !this.#clause.isMark(before); before--)
      if (this.#is(before, ...kinds)) return before
    return null
  }

  /** "brought to justice", "held accountable", "made public", "carried out"; "called off": where that ends. */
  #phraseAt(at: number): [to: number | null, how: 'due' | 'done'] {
    const upTo = (from: number, ...kinds: Kind[]) => (this.#is(from, ...kinds) ? from + 1 : null)
    const isOff = this.#says(at + 1, /^(?:off|out|over|in|up)$/i)
    if (this.#is(at, 'carried')) return [isOff ? at + 2 : null, 'due']
    if (this.#is(at, 'off') && isOff) return [at + 2, 'done']
    if (this.#is(at, 'made')) return [upTo(at + 1, 'public'), 'due']
    if (this.#is(at, 'faced')) return [upTo(at + 1, 'justice') ?? upTo(at + 2, 'justice'), 'due']
    if (!this.#is(at, 'brought')) return [null, 'due']
    const isTo = this.#says(at + 1, /^(?:to|on|al?|ante)$/i)
    return [isTo ? (upTo(at + 2, 'justice', 'accountable') ?? upTo(at + 3, 'justice')) : upTo(at + 1, 'accountable'), 'due']
  }

  #group(end: number): Group {
    let at = end - 1
    // "lleva tres años paralizado"
    if (this.#is(at, 'length')) at = this.#behind(at, 3, 'lasts') ?? at
    const group: Group = {
      ...{ from: end, copula: null, has: false, had: false, still: false },
      ...{ yet: false, negated: false, unreal: false },
    }
    let isWished = false
    for (; this.#is(at, 'auxiliary') && !this.#clause.isProper(at); at--) {
      if (this.#is(at, 'continue') && !this.#is(at + 1, 'to')) break
      if (this.#is(at, 'continue')) {
        group.copula = 'remain'
        isWished = false
      } else if (this.#is(at, 'is')) group.copula ??= 'is'
      else if (this.#is(at, 'was')) group.copula ??= 'was'
      else if (this.#is(at, 'been')) group.copula ??= 'been'
      else if (this.#is(at, 'remain')) group.copula ??= 'remain'
      else if (this.#is(at, 'to')) isWished = true
      group.unreal ||= this.#is(at, 'nearly', 'modal')
      group.has ||= this.#is(at, 'has')
      group.had ||= this.#is(at, 'had')
      group.still ||= this.#is(at, 'still', 'remain', 'continue')
      group.yet ||= this.#is(at, 'yet')
      group.negated ||= this.#is(at, 'not')
      group.from = at
    }
    // "be disbanded" by itself is what somebody asks for.
    group.unreal ||= isWished || (group.copula === 'been' && !group.has && !group.had && !this.#is(end - 1, 'being'))
    return group
  }

  #joined(head: Head): Told | null {
    const group = this.#group(head.from)
    const { copula, negated, yet, has, had, still } = group
    const told = { from: group.from, to: head.to }
    if (group.unreal) return null
    if (head.how === 'due') return this.#lacking(head, group, told)
    if (had && !this.#isStill(group, head.to)) return null
    if (negated && !yet && !head.deniable) return null
    if (copula === null) {
      // "The post, vacant since June, ", "El comandante, cargo vacante desde junio, "
      const opens = this.#is(head.from - 1, 'post') ? head.from - 2 : head.from - 1
      const isApposed = group.from === head.from && this.#clause.isMark(opens, ',') && this.#is(head.to, 'since')
      const apposed = { from: head.from, to: head.to, subject: this.#clause.phraseBefore(opens) }
      return isApposed && !head.lasting && this.#fits(head, apposed) ? apposed : null
    }
    const isPast = copula === 'was' && !has
    if (isPast && head.how === 'so' && (!this.#isStill(group, head.to) || this.#says(head.to, /^(?:until|till|hasta)$/i)))
      return null
    // What went missing is not what is missing still.
    if ((head.lasting && (!still || this.#says(head.from - 1, /^went$/i))) || (head.how === 'done' && this.#isMoved(head.from)))
      return null
    return this.#fits(head, told) ? told : null
  }

  /** Whether what was so is so: "was still vacant", "had been vacant since 2010"; what is reported goes back in time with who says it. */
  #isStill({ still }: Group, to: number): boolean {
    if (still || this.#says(to, /^(?:since|desde)$/i)) return true
    for (let at = 0; at < this.#clause.length; at++) if (this.#clause.is(at, 'say')) return true
    return false
  }

  #fits({ of }: Head, told: Told): boolean {
    return !of || this.#isOf(this.#subjectOf(told), ...of)
  }
  /** Whether what a phrase is of is of such a kind: "two of the cases"; "soldiers from foreign operations" are no operations. */
  #isOf(subject: Phrase | null, ...kinds: readonly Kind[]): boolean {
    if (subject === null) return false
    if (this.#is(subject.from, 'pronoun') && subject.to === subject.from + 1) return !kinds.includes('fact')
    for (let at = subject.from; at < subject.to; at++) {
      if (this.#is(at, ...kinds)) return true
      if (this.#clause.is(at, 'of', 'in', 'about', 'by') && !this.#is(at - 1, 'part') && !this.#clause.isNumber(at - 1))
        return false
    }
    return false
  }

  /** "was suspended from the ceiling", "removed from the car", "separado de su familia". */
  #isMoved(at: number): boolean {
    if (!this.#is(at, 'moved')) return false
    const isFrom = this.#says(at + 1, /^(?:from|of|del?)$/i)
    if (!isFrom)
      return /^(?:removed|removid|stripped)/i.test(this.#word(at)) || this.#says(at + 2, /^(?:his|her|their|los|las|sus)$/i)
    for (let ahead = at + 2; ahead < at + 6; ahead++)
      if (
        this.#is(ahead, 'post', 'force', 'held', 'training', 'aid') ||
        this.#says(ahead, /^(?:duties|ranks?|list|institución|receiving|participating)$/i)
      )
        return false
    return true
  }

  /** "has not been approved", "aún no se ha publicado", "was never tried"; "nobody has been charged"; "is being investigated". */
  #lacking(head: Head, group: Group, told: Told): Told | null {
    const { copula, negated, has, had, yet, from } = group
    const isPassive = (copula !== null && copula !== 'remain') || this.#says(from + 1, /^se$/i)
    if (this.#is(head.from, 'suffered') && head.to === head.from + 1 && !isPassive) return null
    // "The office, which has never published it": nothing that is named.
    if (!isPassive && this.#clause.is(head.to, 'pronoun')) return null
    if (negated && had && !this.#isStill(group, head.to)) return null
    if (negated) return has || had || yet || isPassive ? told : null
    if (this.#is(head.from - 1, 'being') && !has && !had) return this.#is(head.from, 'suffered') ? null : told
    const subject = has || had || copula === 'was' || copula === 'is' ? this.#subjectOf(told) : null
    return subject && this.#isNobody(subject) ? told : null
  }

  #isNobody({ from }: Phrase): boolean {
    const isNo = this.#is(from, 'no') && !this.#is(from + 1, 'longer') && !this.#says(from + 2, /^than$/i)
    const isNone = isNo || this.#is(from, 'nobody')
    return isNone || (this.#is(from - 1, 'not') && this.#says(from, /^(?:an?|one)$/i))
  }

  /** "has yet to be approved", "is still to be held", "is not yet operational", "aún no concluye". */
  #yetTo(at: number): Told | null {
    const isTo = this.#is(at, 'yet', 'still') && this.#is(at + 1, 'to')
    const isNo = this.#is(at, 'yet') && this.#says(at + 1, /^no$/i)
    if (!isTo && !isNo && !(this.#is(at, 'yet') && this.#is(at - 1, 'not'))) return null
    const group = this.#group(at)
    const isJoined = group.has || group.had || group.copula !== null
    if (group.unreal || (isTo && !isJoined) || (group.had && !this.#isStill(group, at))) return null
    let to = at + (isTo || isNo ? 2 : 1)
    while (this.#is(to, 'has', 'been', 'is', 'adverb') || this.#clause.is(to, 'clitic')) to++
    if (this.#is(to, 'silent', 'modal') || (this.#says(to, /^a$/i) && this.#is(to + 1, 'open_question'))) return null
    if (to >= this.#clause.length || this.#clause.isMark(to)) return null
    return { from: group.from, to: to + 1, ...(this.#says(to, /^hay$/i) ? { subject: null } : {}) }
  }

  /** "is no longer in use", "no longer receives", "ya no recibe". */
  #noLonger(at: number): Told | null {
    const isEnglish = this.#is(at, 'longer') && this.#is(at - 1, 'no')
    if (!isEnglish && !(this.#is(at, 'ya') && this.#says(at + 1, /^no$/i))) return null
    const group = this.#group(isEnglish ? at - 1 : at)
    let to = at + (isEnglish ? 1 : 2)
    while (this.#is(to, 'adverb') || this.#clause.is(to, 'clitic')) to++
    const isPast = group.copula === null && this.#says(to, /(?:ía|ían|aba|aban|ó|aron|ieron|ed)$/i)
    if (group.unreal || group.copula === 'was' || group.had || isPast || this.#is(to, 'modal', 'was', 'had')) return null
    if (to >= this.#clause.length) return null
    const told = { from: group.from, to: to + 1 }
    const subject = this.#subjectOf(told)
    return subject && !this.#is(subject.from, 'you') ? told : null
  }

  /** "has had no commander since", "is without a director", "carece de director", "no tiene jefe". */
  #withoutChief(at: number): Told | null {
    if (!this.#is(at, 'chief')) return null
    const lack = this.#behind(at, 4, 'without', 'got')
    if (lack === null) return null
    const group = this.#group(lack)
    if (group.unreal) return null
    const told = { from: group.from, to: at + 1 }
    if (this.#says(lack, /^(?:lack|carece)/i)) return told
    if (this.#is(lack, 'got') && !this.#is(lack + 1, 'no')) return group.negated ? told : null
    const isJoined = group.has || group.had || group.copula !== null || this.#is(lack - 1, 'has')
    return isJoined && (group.copula !== 'was' || this.#isStill(group, at + 1)) ? told : null
  }

  /** "There have been no arrests", "no hay detenidos": of nobody. */
  #noneOf(at: number): Told | null {
    if (!this.#is(at, 'arrests')) return null
    const isSpanish = this.#says(at - 1, /^(?:hay|habido)$/i)
    const group = this.#group(at - 1)
    const isThere = this.#is(at - 1, 'no') && this.#is(group.from - 1, 'there') && (group.copula === 'is' || group.has)
    if (group.unreal || !(isSpanish ? group.negated : isThere)) return null
    return { from: isSpanish ? group.from : group.from - 1, to: at + 1, subject: null }
  }

  /** "received no training from", "was never trained by", "nunca recibió entrenamiento". */
  #untrained(at: number): Told | null {
    const isTrained = this.#is(at, 'trained')
    const verb = isTrained ? at : this.#is(at, 'training') ? this.#behind(at, 6, 'received') : null
    if (verb === null) return null
    const group = this.#group(verb)
    const isNone = isTrained ? group.negated && group.copula !== null : group.negated || this.#says(verb + 1, /^no$/i)
    return isNone && !group.unreal ? { from: group.from, to: at + 1 } : null
  }

  /** "is awaiting trial", "awaits ratification", "enfrenta cargos", "is serving a sentence". */
  #facing(at: number): Told | null {
    // "a la espera de" is told as it stands.
    if (!this.#is(at, 'facing') || this.#clause.is(at - 1, 'a')) return null
    let to = at + 1
    while (to < at + 6 && !this.#is(to, 'verdict') && !this.#clause.isMark(to)) to++
    const group = this.#group(at)
    const isJoined = !this.#says(at, /(?:ing|ando|iendo)$/i) || group.copula !== null
    const isPast = group.copula === 'was' && !this.#isStill(group, to)
    return this.#is(to, 'verdict') && isJoined && !isPast && !group.unreal && !group.negated ? { from: group.from, to } : null
  }

  /** "still commands a garrison", "continues to receive aid", "sigue operando". */
  #stillActs(at: number): Told | null {
    if (!this.#is(at, 'acts')) return null
    const group = this.#group(at)
    const isSo = /[ai]e?ndo$/i.test(this.#word(at)) ? group.copula === 'remain' : this.#isContinued(at)
    return isSo && !group.unreal && !group.negated ? { from: group.from, to: at + 1 } : null
  }
  #isContinued(at: number): boolean {
    return this.#is(at - 1, 'still') || (this.#is(at - 1, 'to') && this.#is(at - 2, 'continue'))
  }

  /** "The United States suspended aid to", "se disolvió el batallón"; "the agreement expired", "the base closed in 2016", "retired in 2014". */
  #endsIt(at: number): Told | null {
    if (!this.#is(at, 'ends', 'lapsed', 'retired', 'unknown') || this.#is(at, 'had')) return null
    const group = this.#group(at)
    if (group.unreal || group.negated || group.had || group.copula !== null || this.#clause.is(at - 1, 'a', 'of', 'in', 'by'))
      return null
    const told = { from: group.from, to: at + 1 }
    const isOf = (...kinds: Kind[]) => this.#isOf(this.#subjectOf(told), ...kinds)
    const isSelf = this.#says(at - 1, /^se$/i)
    if (this.#is(at, 'unknown')) return isSelf && isOf('fact') ? told : null
    if (this.#is(at, 'retired')) {
      return this.#clause.isNumber(at - 1) ||
        this.#clause.isName(at + 1) ||
        this.#clause.is(at + 1, 'people') ||
        this.#is(at + 1, 'rank')
        ? null
        : told
    }
    if (isSelf) return isOf('force', 'place', ...process) ? told : null
    const isAlone =
      (this.#clause.isMark(at + 1) && !this.#clause.isMark(at + 1, '$€£“')) || this.#clause.is(at + 1, 'in', 'when', 'about')
    if (isAlone) {
      const isLapsed = this.#is(at, 'lapsed') && isOf(...process)
      return isLapsed || (this.#is(at, 'shuts') && isOf('place')) ? told : null
    }
    const object = this.#is(at, 'ends') ? this.#clause.phraseFrom(at + 1) : null
    const isEnded = object !== null && !this.#is(object.from, 'pronoun') && this.#isOf(object, 'force', 'place', ...process)
    return isEnded ? { from: group.from, to: object.to } : null
  }

  /** "plans to buy", "agreed to", "is expected to"; of a plan, what it "would" do. */
  #meant(at: number): Told | null {
    if (!this.#is(at, 'plans', 'agreed', 'expected', 'aims')) return null
    const { from, negated } = this.#group(at)
    const told = { from, to: at + 1 }
    const subject = negated ? null : this.#subjectOf(told)
    if (subject === null) return null
    const isPlan =
      this.#is(subject.to - 1, 'scheme') && this.#clause.is(subject.from, 'a') && !this.#clause.is(from - 1, 'who', 'that')
    if (this.#is(at, 'aims')) return isPlan ? { ...told, atLength: true } : null
    const isTo = this.#is(at + 1, 'to') || this.#says(at + 1, /[aei]r$/)
    const isNamed = this.#clause.isName(subject.to - 1) && !this.#is(subject.from, 'pronoun', 'you')
    return isTo && isNamed && (!this.#is(at, 'expected') || this.#says(from, /^is$/i)) ? told : null
  }

  /** "It is not yet clear whether the senate would approve the plan": what is open; what is not known is a doubt. */
  #openQuestion(at: number): Told | null {
    if (!this.#is(at, 'open_question') || !this.#is(at + 1, 'whether')) return null
    const group = this.#group(this.#says(at - 1, /^a$/i) ? at - 1 : at)
    if (group.copula === null || !(this.#says(at, /^unclear$/i) || (group.negated && group.yet))) return null
    for (let ahead = at + 3; ahead < this.#clause.length && !this.#clause.isMark(ahead, ';.:'); ahead++) {
      // "whether the ministry, which has grown wary, will"
      if (this.#clause.isMark(ahead, ',')) {
        do ahead++
        while (ahead < this.#clause.length && !this.#clause.isMark(ahead))
        continue
      }
      const isGoing = this.#says(ahead, /^going$/i)
      if (!this.#is(ahead, 'modal') && !isGoing) {
        if (this.#clause.isFinite(ahead) && !this.#is(ahead, 'is')) return null
        continue
      }
      const subject = this.#clause.subjectBefore(isGoing ? ahead - 1 : ahead)
      if (subject === null || subject === 'shared') return null
      return { from: this.#is(group.from - 1, 'it') ? group.from - 1 : group.from, to: ahead + 1, subject, isOpen: true }
    }
    return null
  }

  /** Whose state it is: before the verb, or behind it: "Sigue vacante la plaza de fiscal". */
  #subjectOf({ from, to, subject: given }: Told): Phrase | null {
    if (given !== undefined) return given
    const clause = this.#clause
    const before = clause.subjectBefore(from)
    const subject = this.#accusedOf(before === 'shared' ? (this.#last ?? clause.firstSubject(from)) : before)
    const isLed = subject !== null && (subject.from === 1 || clause.isMark(subject.from - 2))
    const isSetting =
      subject === null || (isLed && (clause.is(subject.from - 1, 'in') || this.#says(subject.from - 1, /^hasta$/i)))
    if (isSetting) {
      const isBehind = (clause.is(to, 'a') || this.#is(to, 'nobody')) && spanishVerb.test(clause.word(from))
      return isBehind ? clause.phraseFrom(to) : subject
    }
    if (clause.is(from - 1, 'who', 'that'))
      // "secure the region in time for the election, which": the last that is named.
      for (let at = subject.to - 1; at > subject.from; at--)
        if (clause.is(at - 1, 'about') && !clause.is(at - 2, 'case')) return { from: at, to: subject.to }
    // "La ley que obligaría a publicarlos": of a verb that is not known.
    if (clause.is(subject.from - 1, 'that') && /[aei]rían?$/.test(clause.word(subject.from)))
      return clause.antecedent(subject.from - 1)
    // "As at press time no officer had been named".
    let least = subject.from
    while (least > Math.max(0, subject.from - 3) && !clause.is(least - 1, 'a', 'in', 'of', 'people') && !clause.isMark(least - 1))
      least--
    for (let at = least; at < subject.to; at++)
      if (this.#is(at, 'no') && !clause.isNumber(at + 1)) return { from: at, to: subject.to }
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

  /** "five marines accused of killing a fisherman": the marines. */
  #accusedOf(whom: Phrase | null): Phrase | null {
    const clause = this.#clause
    if (whom === null || !/(?:ing|[aei]r)$/i.test(clause.word(whom.from - 1)) || !clause.is(whom.from - 2, 'of', 'about'))
      return whom
    return clause.is(whom.from - 3, 'charged', 'tried') ? (clause.phraseBefore(whom.from - 3, true) ?? whom) : whom
  }

  #found(told: Told, behind: number): { status: FoundStatus; subject: Phrase | null; to: number } | null {
    const clause = this.#clause
    const whose = this.#subjectOf(told)
    if (whose === null && told.subject === undefined) return null
    const subject = whose && clause.isMark(whose.from - 1, '$€£') ? { ...whose, from: whose.from - 1 } : whose
    const isBefore = subject !== null && subject.from < told.from
    if (this.#isSupposed(isBefore ? subject.from : told.from, told)) return null
    // "Nobody has been charged": it is said of nobody who is named.
    const isNone = subject !== null && (this.#isNobody(subject) || this.#is(subject.from, 'there'))
    const none = subject && this.#is(subject.from - 1, 'not') ? subject.from - 1 : subject?.from
    const isBehind = subject !== null && subject.from >= told.to
    const state = {
      from: isNone && isBefore ? none! : told.from,
      to: isBehind && !isNone ? told.to : this.#end(told.to, told.atLength),
    }
    // "was closed in 2016 and has not reopened": the subject is told with the first.
    const parts = subject && subject.from >= behind ? [state, subject] : [state]
    return {
      status: {
        start: Math.min(...parts.map(({ from }) => clause.start(from))),
        end: Math.max(...parts.map(({ to }) => clause.end(to))),
        subject: isNone || subject === null ? null : clean(clause.print(subject)),
        state: clean(clause.print(state))!,
        isOpen: told.isOpen ?? false,
      },
      subject: isNone ? null : subject,
      to: Math.max(...parts.map(({ to }) => to)),
    }
  }

  /** "If the unit is disbanded", "until an inquiry has been completed", "whether"; and what hangs on it. */
  #isSupposed(from: number, told: Told): boolean {
    const clause = this.#clause
    const isPast = this.#group(told.to - 1).copula === 'was'
    for (let at = from - 1; at >= 0 && !clause.isMark(at) && !clause.isFinite(at); at--)
      if (
        this.#says(at, supposing) ||
        (this.#says(at, /^long$/i) && this.#says(at + 1, /^as$/i)) ||
        (!isPast && this.#says(at, ahead))
      )
        return true
    return /(?:^|[;:.“—]\s?)\P{L}*(?:Even )?(?:if|unless|si|de no)\s[^;.]*,[^;.]*$/iu.test(
      this.sentence.slice(0, clause.start(from)),
    )
  }

  /** Where what is told of the state ends: at a mark, or where something else is said. */
  #end(from: number, atLength = false): number {
    const clause = this.#clause
    let to = from
    for (; to < clause.length && to < from + (atLength ? 26 : 18); to++) {
      const goesOn = atLength && clause.isMark(to, ',') && !apart.test(clause.word(to + 1)) && !/ing$/.test(clause.word(to + 1))
      if (clause.isMark(to) && !goesOn && !clause.isMark(to, "-/'’$€£%#&")) break
      if (apart.test(clause.word(to)) || (clause.is(to, 'say') && !clause.isProper(to) && !clause.is(to - 1, 'a', 'of'))) break
      if (clause.is(to, 'and') && clause.begins(to + 1)) break
    }
    while (to > from && clause.is(to - 1, 'and', 'adverb', 'in', 'of', 'a', 'that') && !clause.isNumber(to - 1)) to--
    return to
  }
}

/** Verbs that may stand before whose state it is. */
const spanishVerb =
  /^(?:está|están|sigue|siguen|continúa|continúan|permanece|permanecen|queda|quedan|quedó|quedaron|fue|fueron|ha|han|no|aún|todavía|ya|se|lleva|llevan|nunca|tampoco|carece|espera|mantiene)$/i
const supposing = /^(?:if|unless|whether|how|why|lest|si|should)$/i
const ahead = /^(?:until|once|before|when|whenever|cuando|hasta|antes|para)$/i
const apart =
  /^(?:while|because|although|though|but|who|which|that|whose|saying|according|según|mientras|aunque|pero|porque|cuando|when|where|if|unless|que|quien|quienes|donde|even|amid|whereas|sino)$/i
