/**
 * A sentence spelled with one letter a word, by the kinds of its words, so that a pattern can say "somebody official, a verb of denying, anything up
 * to a point" of words and not of letters: `<official> <deny> [^.]*`.
 *
 * A word may be of several kinds ("claims" is said and is what is said): each set of kinds has a letter of its own, and a kind stands for all letters
 * whose set it is in. Marks stand for themselves; points within numbers and behind "Col" are none.
 */

export interface Spelled {
  letters: string
  /** Where each letter's word begins and ends in the sentence. */
  starts: readonly number[]
  ends: readonly number[]
}

export interface Vocabulary {
  /** `official`: words that are of that kind in this sentence, whatever they are elsewhere. */
  spell(sentence: string, official?: readonly string[]): Spelled
  /** A pattern of kinds and rules in angles; blanks in it say nothing. */
  pattern(source: string): RegExp
  /** Whether the word that a letter stands for is of a kind; a mark is of none. */
  is(letter: string | undefined, kind: string): boolean
}

const letter = String.raw`(?:[A-Za-z\d\u00c0-\u024f]|\p{L})`
const isBlank = /[\s‹›⟨⟩]/u
const joins = /\p{M}/u
/** What a letter of the sentence is; those of most texts are looked up. */
const [blank, ofWord, mark, joining] = [0, 1, 2, 3]
const kindOf = (point: string): number =>
  isBlank.test(point) ? blank : beginsWord.test(point) ? ofWord : joins.test(point) ? joining : mark
const beginsWord = new RegExp(`^${letter}`, 'u')
const common = Uint8Array.from({ length: 0x250 }, (_, code) => kindOf(String.fromCharCode(code)))
function kindAt(sentence: string, at: number): number {
  const code = sentence.charCodeAt(at)
  return code < common.length ? common[code]! : kindOf(String.fromCodePoint(sentence.codePointAt(at)!))
}
const within = "’'.,-"

/** A sentence in pieces: words and marks, without points that say nothing. */
interface Pieces {
  sentence: string
  pieces: readonly string[]
  /** A number for each piece, the same wherever it stands: vocabularies look letters up by it. */
  numbers: readonly number[]
  starts: readonly number[]
  ends: readonly number[]
}
const mostKnown = 30_000
const numberOf = new Map<string, number>()
/** Counts how often numbers began anew. */
let numbering = 0
/** Several vocabularies spell one sentence. */
let last: Pieces = { sentence: '', pieces: [], numbers: [], starts: [], ends: [] }
function piecesOf(sentence: string): Pieces {
  if (last.sentence === sentence) return last
  if (numberOf.size > mostKnown) {
    numberOf.clear()
    numbering++
  }
  const pieces: string[] = []
  const numbers: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  let before = ''
  for (let at = 0; at < sentence.length; ) {
    const kind = kindAt(sentence, at)
    let end = at + (sentence.codePointAt(at)! > 0xffff ? 2 : 1)
    if (kind === ofWord)
      while (end < sentence.length) {
        const next = kindAt(sentence, end)
        const isWithin =
          next === ofWord ||
          next === joining ||
          (within.includes(sentence[end]!) && end + 1 < sentence.length && kindAt(sentence, end + 1) === ofWord)
        if (!isWithin) break
        end += sentence.codePointAt(end)! > 0xffff ? 2 : 1
      }
    const piece = kind === blank ? '' : sentence.slice(at, end)
    if (piece !== '' && !(piece === '.' && shortened.test(before))) {
      const number = numberOf.get(piece) ?? numberOf.size
      if (number === numberOf.size) numberOf.set(piece, number)
      pieces.push(piece)
      numbers.push(number)
      starts.push(at)
      ends.push(end)
      before = piece
    }
    at = end
  }
  last = { sentence, pieces, numbers, starts, ends }
  return last
}
/** What a point behind says nothing of. */
const shortened =
  /^(?:\p{L}|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Adm|Gral|Cnel|Cap|Mr|Mrs|Ms|Dr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|Msgr|Rev|Supt|Insp|Cpl|Pvt|Pte|ene|abr|ago|dic|Sr|Sra|EE|UU|Rep|Sen|Hon|Prof|\p{Lu}(?:\.\p{Lu})+|No(?=\.\s\d))$/u
const lower = (word: string): string => word.toLowerCase().replace(/’/g, "'").normalize('NFC')
const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

const firstLetter = 0x3400
const sameMark: Readonly<Record<string, string>> = { '«': '“', '»': '”', '–': '—' }
/** One unit for each, below the letters of words: an emoji has two, and would move whatever stands behind it. */
const markOf = (mark: string): string => sameMark[mark] ?? (mark >= '\u3400' ? '•' : mark)

/**
 * `lexicon`: words of each kind without accents; "fabricat*" is whatever begins so, "*ly" whatever ends so and is nothing else. A word with an accent ("asesinó")
 * is itself alone, and not the one without ("asesino"). `rules`: patterns by name, of kinds and of rules before them. Two kinds are of every vocabulary: `name`, what has a capital, and `word`, any.
 */
export function vocabularyOf(lexicon: Readonly<Record<string, string>>, rules: Readonly<Record<string, string>>): Vocabulary {
  const kinds = new Map<string, Set<string>>()
  for (const [kind, words] of Object.entries(lexicon))
    for (const word of words.split(/\s+/)) kinds.set(word, (kinds.get(word) ?? new Set()).add(kind === 'itself' ? word : kind))
  const stems = new Set([...kinds.keys()].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)))
  const endings = [...kinds.keys()].filter((word) => word.startsWith('*'))
  const accented = endings.filter((word) => plain(word) !== word)

  const stemOf = (word: string): string | null => {
    for (let end = word.length; end > 2; end--) if (stems.has(word.slice(0, end))) return `${word.slice(0, end)}*`
    return null
  }
  const own = (printed: string): readonly string[] => {
    const word = plain(printed)
    if (word !== printed && kinds.has(printed)) return [...kinds.get(printed)!]
    const stem = stemOf(word)
    const found = [...(kinds.get(word) ?? []), ...(stem === null ? [] : kinds.get(stem)!)]
    // "procesó" is what ends so, whatever "proceso" is.
    const told = found.length > 0 ? accented : endings
    const ending = told.find((one) => printed.endsWith(one.slice(1)) || word.endsWith(one.slice(1)))
    return ending === undefined ? found : [...found, ...kinds.get(ending)!]
  }
  const kindsOf = (printed: string): readonly string[] => {
    const found = own(printed)
    // "The army's" is of the army; "it's" stands for itself.
    return found.length === 0 && printed.endsWith("'s") ? own(printed.slice(0, -2)) : found
  }

  const letters = new Map<string, string>()
  const sets: { letter: string; kinds: ReadonlySet<string> }[] = []
  const letterOf = (found: readonly string[]): string => {
    const key = [...new Set(found)].sort().join()
    const known = letters.get(key)
    if (known !== undefined) return known
    const letter = String.fromCharCode(firstLetter + sets.length)
    letters.set(key, letter)
    sets.push({ letter, kinds: new Set(found) })
    return letter
  }
  // Every set there can be gets its letter before the first pattern is made.
  for (const found of [[], ['official'], ...[...kinds.keys()].map((word) => kindsOf(word.replaceAll('*', '')))])
    for (const capital of [[], ['name']]) for (const told of [[], ['official']]) letterOf([...found, ...capital, ...told])

  const sources = new Map<string, string>()
  const sourceOf = (source: string): string =>
    source.replace(/\s+/g, '').replace(/(?<!\(\?)<([a-z-]+)>/g, (_, name: string) => {
      const rule = sources.get(name)
      if (rule !== undefined) return `(?:${rule})`
      const of = name === 'word' ? sets : sets.filter((set) => set.kinds.has(name))
      if (of.length === 0) throw new Error(`The vocabulary has no kind <${name}>.`)
      return `[${of.map(({ letter }) => letter).join('')}]`
    })
  for (const [name, source] of Object.entries(rules)) sources.set(name, sourceOf(source))

  /** Letters by the numbers of pieces. */
  let known: (string | undefined)[] = []
  let numberedBy = numbering
  const read = (word: string, official: boolean): string => {
    const found = kindsOf(lower(word))
    return letterOf([...found, ...(/^\p{Lu}/u.test(word) ? ['name'] : []), ...(official ? ['official'] : [])])
  }
  return {
    spell(sentence, official = []) {
      const { pieces, numbers, starts, ends } = piecesOf(sentence)
      if (numberedBy !== numbering) {
        known = []
        numberedBy = numbering
      }
      let letters = ''
      for (let at = 0; at < pieces.length; at++) {
        const piece = pieces[at]!
        const letter = known[numbers[at]!] ?? (beginsWord.test(piece) ? read(piece, false) : markOf(piece))
        known[numbers[at]!] = letter
        const isOfficial = official.length > 0 && letter >= '\u3400' && official.includes(piece.replace(/[’']s$/, ''))
        letters += isOfficial ? read(piece, true) : letter
      }
      return { letters, starts, ends }
    },
    pattern: (source) => new RegExp(sourceOf(source), 'dg'),
    is: (letter, kind) => letter !== undefined && sets[letter.charCodeAt(0) - firstLetter]?.kinds.has(kind) === true,
  }
}
