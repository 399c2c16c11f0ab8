/**
 * Reads a sentence that gives a number of people, sessions or dollars from its first word to its last: who trained whom, how many, when, under what.
 *
 * A sum is set against a number only where this finds a reading, so that words which nobody thought of keep a verdict back instead of being
 * passed over. What a sentence may say is in the grammars; here it is cut into their pieces.
 *
 * "47 in fiscal 2012 and 41 in fiscal 2013" leaves out what both have in common: such a sentence is read once for each number, as if it gave no other.
 */
import { readDateline } from '../documents/article/dateline.js'
import { findNamed, findProgrammes, type Named } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { signsOf } from '../extract/article/claims/grammar/signs.js'
import { type FoundNumber, findNumbers } from '../extract/article/claims/numbers/numbers.js'
import { findPeriods } from '../extract/article/claims/periods.js'
import { english } from './claim-grammar-en.js'
import { spanish } from './claim-grammar-es.js'
import { readPlace } from './claim-places.js'
import { type Grammar, type Piece, readGrammar, readWhole, type Slot } from './grammar.js'

/** One way to read a whole sentence. */
export interface SentenceReading {
  about: 'people' | 'sessions' | 'cost'
  number: Pick<QuantityClaim, 'value' | 'low' | 'high' | 'currency'>
  /** The countries of each place that the sentence names, ISO 3166-1 alpha-3. */
  places: string[][]
  /** As printed. */
  period: string | null
  programme: string | null
  /** The words for what is less than all that is summed: some of a country's forces, courses, one department. */
  narrower: string | null
}

export interface ReadSentence {
  /** For each number that the sentence gives, every way to read it; none where one of them cannot be read. */
  told: SentenceReading[][]
  /** Where there is no reading: the words at which it ended; null where it came to the end and nobody is named who gave. */
  unread: string | null
  giverUnsaid: boolean
}

const slots: ReadonlySet<string> = new Set(
  'people sessions cost number money place ofplace ofnationals period programme usa us forces some-us some-office fewer shorter pluperfect reported heard attributed closing'.split(
    ' ',
  ),
)
const fewer: ReadonlySet<string> = new Set(['fewer', 'shorter', 'some-us', 'some-office'])
const givers: ReadonlySet<string> = new Set(['usa', 'us', 'forces', 'some-us', 'some-office', 'programme'])
const heard: ReadonlySet<string> = new Set(['reported', 'heard', 'attributed', 'closing'])
/** A sentence of more pieces says more than any that is read here. */
const longest = 70

let grammars: { grammar: Grammar; isSpanish: boolean }[] | undefined
let last: { sentence: string; read: ReadSentence } | undefined

export function readSentence(sentence: string): ReadSentence {
  // The check of a claim and the address of it ask for the same sentence, one after the other.
  if (last?.sentence === sentence) return last.read
  grammars ??= [
    { grammar: readGrammar(english), isSpanish: false },
    { grammar: readGrammar(spanish), isSpanish: true },
  ]
  const told: SentenceReading[][] = []
  let unread: { words: string; at: number } | null = null
  let giverUnsaid = false
  for (const { grammar, isSpanish } of grammars) {
    const { pieces, found } = cut(sentence, isSpanish)
    if (pieces.length > longest) continue
    const numbers = readOut(pieces).map((alone) => {
      const { whole, reached } = readWhole(grammar, 'sentence', slots, alone)
      giverUnsaid ||= whole.length > 0 && !whole.some(hasGiver)
      if (unread === null || reached > unread.at) {
        const words = alone.slice(reached, reached + 3)
        if (words.length > 0) unread = { words: quoted(sentence, words[0]!, words.at(-1)!), at: reached }
      }
      return whole.flatMap((one) => asReading(sentence, alone, found, one))
    })
    if (numbers.every((readings) => readings.length > 0)) told.push(...numbers)
  }
  const read = {
    told,
    unread: told.length > 0 || giverUnsaid ? null : (unread as { words: string } | null)?.words || null,
    giverUnsaid: giverUnsaid && told.length === 0,
  }
  last = { sentence, read }
  return read
}

/** Words as they stand, from the first of them whole to the last whole. */
function quoted(sentence: string, { start }: Piece, { end }: Piece): string {
  const before = /\S*$/u.exec(sentence.slice(0, start))![0].length
  const after = /^[\p{L}\p{N}’'-]*/u.exec(sentence.slice(end))![0].length
  return sentence.slice(start - before, end + after).replace(/[.,]$/, '')
}

/** The pieces once for each "NUMBER … in PERIOD, NUMBER in PERIOD and NUMBER in PERIOD", with its number and time alone. */
function readOut(pieces: readonly Piece[]): (readonly Piece[])[] {
  const first = pieces.findIndex(({ word }) => word === 'NUMBER' || word === 'MONEY')
  const when = pieces.findIndex(({ word }) => word === 'PERIOD')
  if (first === -1 || when === -1) return [pieces]
  const { word: kind } = pieces[first]!
  const others: { number: Piece; period: Piece }[] = []
  const left = new Set<Piece>()
  for (let at = Math.max(first, when) + 1; at < pieces.length; at++) {
    const is = (offset: number, words: ReadonlySet<string>) => words.has(pieces[at + offset]?.word ?? '')
    let length = is(0, comma) ? 1 : 0
    if (is(length, joins)) length++
    // "y a 410"
    if (length > 0 && is(length, whom)) length++
    const [number, period] = pieces.slice(at + length, at + length + 2)
    if (length === 0 || number?.word !== kind || period?.word !== 'PERIOD') continue
    others.push({ number, period })
    for (const piece of pieces.slice(at, at + length + 2)) left.add(piece)
    at += length + 1
  }
  const kept = pieces.filter((piece) => !left.has(piece))
  return [
    kept,
    ...others.map(({ number, period }) =>
      kept.map((piece) => (piece === pieces[first] ? number : piece === pieces[when] ? period : piece)),
    ),
  ]
}

const comma: ReadonlySet<string> = new Set([','])
const joins: ReadonlySet<string> = new Set(['and', 'y', 'e'])
const whom: ReadonlySet<string> = new Set(['a'])

/** None where nobody is named who gave, or what is said to have been done before is told by nobody. */
function asReading(sentence: string, pieces: readonly Piece[], found: Found, read: readonly Slot[]): SentenceReading[] {
  const of = (...rules: string[]) => read.filter(({ rule }) => rules.includes(rule))
  const printed = ({ from, to }: Slot) => sentence.slice(pieces[from]!.start, pieces[to - 1]!.end)
  const [times, programmes, numbers] = [of('period'), of('programme'), of('number', 'money')]
  if (times.length > 1 || new Set(programmes.map(printed)).size > 1 || numbers.length !== 1) return []
  if (!hasGiver(read)) return []
  // "Had trained 500" in 2012 is what was so by 2012, unless somebody said then what was done.
  if (of('pluperfect').length > 0 && !read.some(({ rule }) => heard.has(rule))) return []
  const about = (['people', 'sessions', 'cost'] as const).find((one) => of(one).length > 0)!
  const { value, low, high, currency } = found.numbers.get(pieces[numbers[0]!.from]!)!
  const less = read.find(({ rule }) => fewer.has(rule))
  return [
    {
      about,
      number: { value, low, high, currency },
      places: of('place', 'ofplace', 'ofnationals').map((slot) => readPlace(printed(slot))?.codes ?? []),
      period: times[0] ? printed(times[0]) : null,
      programme: programmes[0] ? found.programmes.get(pieces[programmes[0].from]!)! : null,
      narrower: about !== 'people' && less ? printed(less) : null,
    },
  ]
}

const hasGiver = (read: readonly Slot[]): boolean => read.some(({ rule }) => givers.has(rule))

interface Found {
  numbers: Map<Piece, FoundNumber>
  programmes: Map<Piece, string>
}

/** Names, numbers and times as pieces of their kind, everything else as words and marks. */
function cut(sentence: string, isSpanish: boolean): { pieces: Piece[]; found: Found } {
  const end = sentence.length
  const pieces: Piece[] = []
  const found: Found = { numbers: new Map(), programmes: new Map() }
  const add = (word: string, at: { start: number; end: number }): Piece | null => {
    if (pieces.some((one) => at.start < one.end && at.end > one.start)) return null
    const piece = { word, start: at.start, end: at.end }
    pieces.push(piece)
    return piece
  }
  const dateline = readDateline(sentence)
  if (dateline) add('DATELINE', { start: 0, end: dateline.end })
  for (const period of findPeriods(sentence, 0, end, null, signsOf(sentence)))
    add(period.anaphoric || period.attached ? 'other time' : 'PERIOD', period)
  for (const programme of findProgrammes(sentence, 0, end)) {
    const piece = add(/^not /.test(programme.printed) || bodies.test(programme.printed) ? 'no programme' : 'PROGRAMME', programme)
    if (piece) found.programmes.set(piece, programme.printed)
  }
  for (const named of findNamed(sentence, 0, end)) add(isStateToo(sentence, named) ? 'two places' : kindOf(named), named)
  for (const number of findNumbers(sentence, 0, end, isSpanish)) {
    // "Between 40 and 60" is one number with two ends.
    const between = number.value === null ? /(?<!\p{L})(?:between|entre)\s$/iu.exec(sentence.slice(0, number.start)) : null
    const start = number.start - (between?.[0].length ?? 0)
    const piece = add(unsummed(number) ? 'other number' : number.currency ? 'MONEY' : 'NUMBER', { start, end: number.end })
    if (piece) found.numbers.set(piece, number)
  }
  const rest = pieces.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`,
    sentence,
  )
  for (const { 0: word, index } of rest.matchAll(
    /[’']s?(?!\p{L})|(?:Gen|Col|Maj|Capt|Lt|Sgt|Adm|Mr|Mrs|Ms|Dr|Sen|Rep)\.|\p{L}[\p{L}\p{M}]*(?:[-’'.]\p{L}[\p{L}\p{M}]*)*|\p{N}+(?:[.,]\p{N}+)*|[^\s\p{L}]/gu,
  )) {
    const at = { start: index, end: index + word.length }
    const national = /^\p{Lu}\p{Ll}+s$/u.test(word) && readPlace(word) !== null
    add(national ? 'NATIONALS' : /^[’']s?$/.test(word) ? '’s' : word.toLowerCase(), at)
  }
  pieces.sort((a, b) => a.start - b.start)
  // Who is named by a proper name is no word of the grammars. What begins a sentence has a capital anyway, and is a name only before another.
  const names = new Set(
    pieces.filter(({ word, start }) => /^\p{Lu}/u.test(sentence[start]!) && /^\p{Ll}/u.test(word) && !grammatical().has(word)),
  )
  const [head, next] = pieces
  if (head && (!names.has(next!) || denying.test(head.word))) names.delete(head)
  for (const piece of names) piece.word = 'NAME'
  return { pieces, found }
}

/** What goes under its name in the reports is not all that a body does. */
const bodies = /Agenc|Cent(?:er|re|ro)|Academ|USAID/
/** "No Republican said" */
const denying = /^(?:no|not|none|nobody|neither|never|few|hardly|ningún|nadie|nunca|pocos|tampoco)$/

const unsummed = ({ percent, hedge }: FoundNumber): boolean => percent || /average|promedio/i.test(hedge ?? '')

/** "In Georgia" a course is held in either: whoever writes of the United States' training often means the state. */
const isStateToo = (sentence: string, { printed, start }: Named): boolean =>
  printed === 'Georgia' && /(?:(?<!\p{L})(?:in|at)|,)\s$/iu.test(sentence.slice(0, start))

function kindOf({ printed, adjective, american }: Named): string {
  if (!american) return adjective ? 'DEMONYM' : 'COUNTRY'
  if (adjective) return 'AMERICAN'
  if (/Department|Departamento|Pent[aá]g/.test(printed)) return 'AGENCY'
  return /Berets|SEAL|Rangers/.test(printed) ? 'TROOPS' : 'US'
}

let words: Set<string> | undefined
/** All words of the grammars. */
function grammatical(): ReadonlySet<string> {
  words ??= new Set(grammars!.flatMap(({ grammar }) => [...grammar.values()].flat(2).flatMap((part) => [...part.words])))
  return words
}
