/**
 * What a person types in the search box, as a question PostgreSQL can answer: all words but those that only join others, in any order; "several words" as a phrase; a word
 * with a star as the beginning of words; "battalion|bn" as either of two. Nothing typed is ever an error of syntax.
 */
import type { PoolClient } from 'pg'
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
/** Those in place of which another may stand count once. */
const maximumAlternatives = 40

/** A star after fewer characters would match a good part of all words. */
const shortestPrefix = 2

/** Reports leave out what only joins other words ("BATALLON INFANTERIA"), and people type it: outside a phrase it need not be there. */
export const joining: ReadonlySet<string> = new Set(['de', 'del', 'of', 'the', 'and', 'y'])
/** The same of an article after one of these; "El Salvador" keeps its own. */
const articles = new Set(['la', 'las', 'los', 'el'])

interface Asked {
  term: string
  inRecipient: string
  /** Whether it only joins other words. */
  joins: boolean
}

const inRecipient = (words: readonly string[]) => words.map((each) => `'${each}':A`).join(' & ')

/** "battalion|bn": words of which any one may stand there; null for what is no list of single words. */
function eitherOf(typed: string, normalise: Normalise): string[] | null {
  if (!typed.includes('|')) return null
  const each = typed.split('|').map((one) => normalised(one, normalise))
  return each.every((words) => words.length === 1) ? [...new Set(each.flat())] : null
}

/** `weight` asks for words that stand in one column only: see serving/refresh.ts. */
export function askWords(
  typed: string,
  normalise: Normalise,
  parameter: string,
  weight: '' | 'A' | 'B' | 'C' | 'D' = '',
): Question {
  const asked: Asked[] = []
  /** The words as typed, of several that may stand for each other the first. */
  const words: string[] = []
  const term = (text: string, prefix = false) => {
    const marks = `${prefix && text.length >= shortestPrefix ? '*' : ''}${weight}`
    return `'${text}'${marks ? `:${marks}` : ''}`
  }
  // An odd quotation mark at the end opens a phrase that is still being typed.
  typed.split(/["“”«»]/u).forEach((part, index) => {
    if (index % 2 === 1) {
      const phrase = normalised(part, normalise)
      if (phrase.length === 0) return
      const together = phrase.map((each) => term(each)).join(' <-> ')
      words.push(...phrase)
      asked.push({ term: phrase.length === 1 ? together : `(${together})`, inRecipient: inRecipient(phrase), joins: false })
      return
    }
    // What stands between stars is normalised together, because ordinals are written in several pieces ("102 / o.").
    for (const run of part.split(/(\S+\*|\S+\|\S+)/u)) {
      const either = eitherOf(run, normalise)
      if (either !== null) {
        if (either.length > maximumAlternatives)
          throw errors.QUERY_INVALID(parameter, `holds more than ${maximumAlternatives} alternatives`)
        words.push(either[0]!)
        asked.push({
          term: `(${either.map((each) => term(each)).join(' | ')})`,
          inRecipient: `(${either.map((each) => `'${each}':A`).join(' | ')})`,
          joins: false,
        })
        continue
      }
      const starred = run.endsWith('*')
      normalised(run, normalise).forEach((each, position, all) => {
        const isStarred = starred && position === all.length - 1
        const joins = !isStarred && (joining.has(each) || (articles.has(each) && joining.has(all[position - 1] ?? '')))
        words.push(each)
        asked.push({ term: term(each, isStarred), inRecipient: inRecipient([each]), joins })
      })
    }
  })
  if (words.length > maximumWords) throw errors.QUERY_INVALID(parameter, `holds more than ${maximumWords} words`)
  const told = asked.some(({ joins }) => !joins) ? asked.filter(({ joins }) => !joins) : asked
  const terms = told.map((one) => one.term)
  const quoted = words.map((each) => `'${each}'`)
  return {
    tsquery: terms.length > 0 ? terms.join(' & ') : null,
    empty: typed.trim() !== '' && terms.length === 0,
    phrase: quoted.length > 1 ? quoted.join(' <-> ') : null,
    inRecipient: told.length > 0 ? told.map((one) => one.inRecipient).join(' & ') : null,
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

/** Counting goes on to here: which of two words is the more usual one is seen by then. */
const countedRows = 300

/** In how many rows of the present each of these normalised words stands, counted up to some hundreds. */
export async function rowsWithWords(client: Pick<PoolClient, 'query'>, words: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ word: string; rows: number }>({
    name: 'rows with words',
    text: `SELECT word, found.rows FROM unnest($1::text[]) word CROSS JOIN LATERAL (
        SELECT count(*)::int AS rows FROM (
          SELECT FROM serving.training WHERE key @@ quote_literal(word)::tsquery LIMIT ${countedRows}
        ) counted
      ) found`,
    values: [words],
  })
  return new Map(rows.map((row) => [row.word, row.rows]))
}
