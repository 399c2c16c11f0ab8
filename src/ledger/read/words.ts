/**
 * What a person types in the search box, as a question PostgreSQL can answer: all words but those that only join others, in any order; "several words" as a phrase; a word
 * with a star as the beginning of words. Nothing typed is ever an error of syntax.
 */
import { errors } from '../errors.js'

/** A normaliser of text, `searchKey` of the names room: what the words of the trainings went through. */
export type Normalise = (text: string) => string

export interface Question {
  /** A tsquery of the 'simple' configuration; null where nothing was asked. */
  tsquery: string | null
  /** True where something was typed, but no word of it (only punctuation): nothing matches. */
  empty: boolean
  /** All words next to each other in this order, for ranking; null where that says nothing more. */
  phrase: string | null
  /** All words within the recipient's name, for ranking. */
  inRecipient: string | null
  /** The normalised text, to recognise a printed name typed in full. */
  key: string
}

const maximumWords = 24

/** A star after fewer characters would match a good part of all words. */
const shortestPrefix = 2

/** Reports leave out what only joins other words ("BATALLON INFANTERIA"), and people type it: outside a phrase it need not be there. */
export const joining: ReadonlySet<string> = new Set(['de', 'del', 'of', 'the', 'and', 'y'])
/** The same of an article after one of these; "El Salvador" keeps its own. */
const articles = new Set(['la', 'las', 'los', 'el'])

/** `weight` asks for words that stand in one column only: see serving/refresh.ts. */
export function askWords(
  typed: string,
  normalise: Normalise,
  parameter: string,
  weight: '' | 'A' | 'B' | 'C' | 'D' = '',
): Question {
  const asked: { term: string; words: readonly string[]; joins: boolean }[] = []
  const words: string[] = []
  const word = (text: string, prefix = false) => {
    words.push(text)
    const marks = `${prefix && text.length >= shortestPrefix ? '*' : ''}${weight}`
    return `'${text}'${marks ? `:${marks}` : ''}`
  }
  // An odd quotation mark at the end opens a phrase that is still being typed.
  typed.split(/["“”«»]/u).forEach((part, index) => {
    if (index % 2 === 1) {
      const phrase = normalised(part, normalise)
      if (phrase.length === 0) return
      const together = phrase.map((each) => word(each)).join(' <-> ')
      asked.push({ term: phrase.length === 1 ? together : `(${together})`, words: phrase, joins: false })
      return
    }
    // What stands between stars is normalised together, because ordinals are written in several pieces ("102 / o.").
    for (const run of part.split(/(\S+\*)/u)) {
      const starred = run.endsWith('*')
      normalised(run, normalise).forEach((each, position, all) => {
        const isStarred = starred && position === all.length - 1
        const joins = !isStarred && (joining.has(each) || (articles.has(each) && joining.has(all[position - 1] ?? '')))
        asked.push({ term: word(each, isStarred), words: [each], joins })
      })
    }
  })
  if (words.length > maximumWords) throw errors.QUERY_INVALID(parameter, `holds more than ${maximumWords} words`)
  const told = asked.some(({ joins }) => !joins) ? asked.filter(({ joins }) => !joins) : asked
  const terms = told.map(({ term }) => term)
  const quoted = words.map((each) => `'${each}'`)
  return {
    tsquery: terms.length > 0 ? terms.join(' & ') : null,
    empty: typed.trim() !== '' && terms.length === 0,
    phrase: quoted.length > 1 ? quoted.join(' <-> ') : null,
    inRecipient: told.length > 0 ? told.flatMap((one) => one.words.map((each) => `'${each}':A`)).join(' & ') : null,
    key: words.join(' '),
  }
}

/** Words of letters and digits only, so that they need no escaping in a tsquery; PostgreSQL indexes no word above 2 kB. */
const normalised = (text: string, normalise: Normalise) =>
  normalise(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 100))
    .filter((word) => word !== '')
