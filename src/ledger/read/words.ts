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

/** A phrase in quotation marks, or a word. */
const item = String.raw`"[^"]*"|[^\s"|*]+`
const choice = String.raw`(?:${item})(?:\|(?:${item}))+`
/** What is not one plain word after another: `sfg|"special forces group"`, a phrase (whose end may be missing: it is still being typed), a beginning. */
const special = new RegExp(String.raw`(${choice}|"[^"]*"?|[^\s"]+\*)`, 'u')

/** A question in parts: those of plain words at even places, what is not one plain word after another between them. */
export const partsOfQuestion = (typed: string): string[] => typed.replace(/[“”«»]/gu, '"').split(special)

/** Of a part that is a choice, the words or phrases of which any one may stand there, as typed; null for any other part. */
export function choiceOf(part: string): string[] | null {
  const items = part.match(new RegExp(item, 'gu'))
  return items !== null && items.length > 1 && items.join('|') === part ? items : null
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
  const ask = (alternatives: readonly (readonly string[])[], { prefix = false, joins = false } = {}) => {
    words.push(...alternatives[0]!)
    asked.push({
      term: eitherOf(alternatives, (word) => marked(word, `${prefix && word.length >= shortestPrefix ? '*' : ''}${weight}`)),
      inRecipient: eitherOf(alternatives, (word) => marked(word, 'A')),
      joins,
    })
  }
  partsOfQuestion(typed).forEach((part, index) => {
    const isSpecial = index % 2 === 1
    if (isSpecial && !part.endsWith('*')) {
      const items = choiceOf(part) ?? [part]
      const alternatives = items.map((one) => normalised(one, normalise)).filter(({ length }) => length > 0)
      if (alternatives.length > maximumAlternatives)
        throw errors.QUERY_INVALID(parameter, `holds more than ${maximumAlternatives} alternatives`)
      if (alternatives.length > 0) ask(alternatives)
      return
    }
    // What stands between these is normalised together, because ordinals are written in several pieces ("102 / o.").
    normalised(part, normalise).forEach((each, position, all) => {
      const prefix = isSpecial && position === all.length - 1
      const joins = !prefix && (joining.has(each) || (articles.has(each) && joining.has(all[position - 1] ?? '')))
      ask([[each]], { prefix, joins })
    })
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

const marked = (word: string, marks: string) => `'${word}'${marks ? `:${marks}` : ''}`

/** Any one of some words or phrases, as a part of a tsquery. */
function eitherOf(alternatives: readonly (readonly string[])[], write: (word: string) => string): string {
  const written = [...new Set(alternatives.map((words) => words.map(write).join(' <-> ')))]
  return written.length === 1 && alternatives[0]!.length === 1 ? written[0]! : `(${written.join(' | ')})`
}

/** Words of letters and digits only, so that they need no escaping in a tsquery; PostgreSQL indexes no word above 2 kB. */
const normalised = (text: string, normalise: Normalise) =>
  normalise(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 100))
    .filter((word) => word !== '')

/** Counting goes on to here: which of two words is the more usual one is seen by then. */
const countedRows = 3000

/** In how many rows of the present each of these normalised words or phrases stands, counted up to some thousands. */
export async function rowsWithWords(client: Pick<PoolClient, 'query'>, texts: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ at: number; rows: number }>({
    name: 'rows with words',
    text: `SELECT asked.at::int - 1 AS at, found.rows FROM unnest($1::text[]) WITH ORDINALITY asked (query, at) CROSS JOIN LATERAL (
        SELECT count(*)::int AS rows FROM (
          SELECT FROM serving.training WHERE key @@ asked.query::tsquery LIMIT ${countedRows}
        ) counted
      ) found`,
    values: [texts.map((text) => eitherOf([text.split(' ')], (word) => `'${word}'`))],
  })
  return new Map(rows.map(({ at, rows }) => [texts[at]!, rows]))
}

/** Words of four letters and more in the index of the present, with the rows that have each. */
export async function loadWords(client: Pick<PoolClient, 'query'>): Promise<{ word: string; rows: number }[]> {
  const { rows } = await client.query<{ word: string; rows: number }>(
    `SELECT word, ndoc AS rows FROM ts_stat('SELECT key FROM serving.training') WHERE word ~ '^[[:alpha:]]{4,40}$'
      ORDER BY ndoc DESC, word COLLATE "C"`,
  )
  return rows
}
