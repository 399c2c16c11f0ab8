/**
 * Tells which paragraphs of an article say again what others say: the later of two equal ones, and a pull-quote whose words stand within a longer
 * one, wherever that stands.
 *
 * Nearly every paragraph has a word that stands nowhere else, so words are counted before paragraphs are compared.
 */
import type { ArticleBlock } from './article-text.js'

const shortestRepetition = 40
const longestQuote = 300
/** Characters from the first to the last piece of a quotation that leaves words out. */
const furthestElision = 1500
/** To look for every paragraph within all others takes quadratic time: of a book only equal ones are told. */
const mostBlocks = 2000

/** Changes the kind of paragraphs and headings in place. */
export function setRepetitionsApart(text: string, blocks: readonly ArticleBlock[]): void {
  const prose = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading' || kind === 'caption')
  const numbers = prose.map(({ start, end }) => numbersOfWords(text, start, end))
  const mayStandTwice = standingTwice(numbers)
  let known: readonly string[] | undefined
  const keys = (): readonly string[] => {
    known ??= prose.map(({ start, end }) => keyOf(text.slice(start, end)))
    return known
  }
  const seen = new Set<string>()
  const isRepetition = ({ start, end }: ArticleBlock, index: number): boolean => {
    const few = prose.length < mostBlocks
    const content = text.slice(start, end)
    if (!mayStandTwice(numbers[index]!)) return few && isElided(content, index, mayStandTwice, keys)
    const key = keyOf(content)
    if (key.length < shortestRepetition) return false
    if (seen.has(key)) return true
    seen.add(key)
    return (
      few &&
      (isElided(content, index, mayStandTwice, keys) ||
        (key.length < longestQuote && keys().some((one, at) => at !== index && one.length > key.length && one.includes(key))))
    )
  }
  for (const [index, block] of prose.entries())
    if (block.kind !== 'caption' && block.end - block.start >= shortestRepetition && isRepetition(block, index))
      block.kind = 'repetition'
}

/** Of words; two may share one. */
const mostNumbers = 0x2000

/** Whether each word stands elsewhere too, but for the first and the last, which may be parts of longer ones there. */
type StandTwice = (numbers: readonly number[]) => boolean

function standingTwice(all: readonly (readonly number[])[]): StandTwice {
  /** 1 or 2: once, or more often. */
  const counts = new Uint8Array(mostNumbers)
  for (const numbers of all) for (const number of numbers) counts[number] = counts[number] === 0 ? 1 : 2
  return (numbers) => numbers.every((number, at) => at === 0 || at === numbers.length - 1 || counts[number] === 2)
}

/** A number of each word, made of its letters as far as they are ASCII: others part words, here as elsewhere. */
function numbersOfWords(text: string, start: number, end: number): number[] {
  const numbers: number[] = []
  let number = 0
  for (let at = start; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : 0
    const letter = unit | 0x20
    if ((letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) number = (number * 31 + letter) % mostNumbers
    else if (number > 0) {
      numbers.push(number)
      number = 0
    }
  }
  return numbers
}

/** A pull-quote that leaves words out: every piece between its dots stands elsewhere, in order and close together. */
function isElided(content: string, index: number, mayStandTwice: StandTwice, keys: () => readonly string[]): boolean {
  if (!/…|\.\s?\./.test(content)) return false
  const pieces = content.split(/\s*(?:…|\.(?:\s?\.){2,3})\s*/)
  const substance = pieces.map(keyOf).filter((piece) => piece.length > 0)
  if (pieces.length < 2 || Math.max(...substance.map((piece) => piece.length), 0) < shortestRepetition) return false
  if (!pieces.every((piece) => mayStandTwice(numbersOfWords(piece, 0, piece.length)))) return false
  const others = keys()
    .filter((_, at) => at !== index)
    .join(' ')
  let from = 0
  let first = -1
  for (const piece of substance) {
    const found = others.indexOf(piece, from)
    if (found === -1) return false
    if (first === -1) first = found
    from = found + piece.length
  }
  return from - first < furthestElision
}

/** Letters and digits only: a pull-quote has other quotation marks than the paragraph it was taken from. */
const keyOf = (content: string): string => content.toLowerCase().replace(betweenWords, ' ').trim()
/** Whatever is no letter or digit, but for a space alone, which stays. To ask of each ASCII letter whether it is one takes most of the time. */
const betweenWords = /(?![a-z\d ])[^\p{L}\p{N}]+| (?![a-z\d])[^\p{L}\p{N}]+/gu
