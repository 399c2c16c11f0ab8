/**
 * The orders of a listing as SQL: of one page after a position, and of the whole. Blanks come last in every order. With words the best come first; where
 * too many match to look at each, those of fewest words.
 */
import type { Position } from './cursor.js'
import type { Sort, TrainingQuery } from './query.js'
import type { Question } from './words.js'

/** Above this many matches only the order of an index is affordable, so relevance is how much of a row the words cover. */
const ranked = 2_000
export interface Sorting {
  /** The expression that an index of serving.training is on. */
  key: string
  kind: 'number' | 'string'
  descending: boolean
  /** What stands in the key for a blank, as a cursor has it: the least there is in the index, and last in either order. */
  blank?: string
}

export const sortings: Record<Exclude<Sort, 'relevance'>, Sorting> = {
  year: { key: 't.fiscal_year', kind: 'number', descending: false },
  '-year': { key: 't.fiscal_year', kind: 'number', descending: true },
  date: dateSorting(false),
  '-date': dateSorting(true),
  quantity: figureSorting('quantity', false),
  '-quantity': figureSorting('quantity', true),
  cost: figureSorting('cents', false),
  '-cost': figureSorting('cents', true),
  country: { key: 't.country', kind: 'string', descending: false },
}

function dateSorting(descending: boolean): Sorting {
  const key = `coalesce(t.start_date, '0001-01-01'::date)`
  return { key, kind: 'string', descending, blank: '0001-01-01' }
}

function figureSorting(column: string, descending: boolean): Sorting {
  const key = `coalesce(t.${column}, -1)`
  return { key, kind: 'number', descending, blank: '-1' }
}

/** Order without a text: newest first, because that is what a reader without a question wants to see. */
export const sortOf = (query: TrainingQuery): Sort => query.sort ?? (query.q === '' ? '-year' : 'relevance')

export const isBlank = ({ blank }: Sorting, after: Position | null): boolean => after !== null && String(after.key) === blank

/** SQL: the order of a sort, blanks last. */
export function ordered({ descending, blank }: Sorting, column: string, tie: string): string {
  const direction = descending ? 'DESC' : 'ASC'
  return `${blank === undefined || descending ? '' : `${column} = '${blank}', `}${column} ${direction}, ${tie} ${direction}`
}

export const shownAs = ({ kind }: Sorting): string => (kind === 'string' ? '::text' : '::float8')

/** The rows that come after a position, as SQL. */
export function beyond(
  sorting: Sorting,
  after: Position | null,
  column: string,
  tie: string,
  value: (given: unknown) => string,
): string[] {
  if (!after) return []
  const further = beyondKey(sorting, after, column, tie, value)
  const { blank, descending } = sorting
  if (blank === undefined || descending) return [further]
  return [isBlank(sorting, after) ? `${column} = '${blank}' AND ${further}` : `(${column} = '${blank}' OR ${further})`]
}

/** The same by the key alone, as an index has it. */
export function beyondKey(
  { key, kind, descending }: Sorting,
  after: Position,
  column: string,
  tie: string,
  value: (given: unknown) => string,
): string {
  // A cast of the column would keep its index from being used: integers are compared as integers.
  const isInteger = key === 't.fiscal_year' || key === 't.words'
  const cast = isInteger ? '::int' : key.includes('date') ? '::date' : kind === 'string' ? '::text' : '::float8'
  return `(${column}, ${tie}) ${descending ? '<' : '>'} (${value(after.key)}${cast}, ${value(after.tie)}::int)`
}

/**
 * Best first: rows that print the words next to each other, then those whose recipient has them all, then by how much of the row
 * they cover (a row of few words is about them). Where too many match to look at each, only the last counts.
 */
export function relevance(text: Question, total: number, value: (given: unknown) => string): Sorting {
  const words = 't.words'
  if (total > ranked || text.inRecipient === null) return { key: words, kind: 'number', descending: false }
  const phrase = text.phrase === null ? '' : ` - 200000 * (t.key @@ ${value(text.phrase)}::tsquery)::int`
  const key = `(${words}${phrase} - 100000 * (t.key @@ ${value(text.inRecipient)}::tsquery)::int)`
  return { key, kind: 'number', descending: false }
}

/**
 * The order of a whole listing as SQL, that of its pages: equal rows as they stand in the reports. By relevance it depends on how many rows match;
 * `value` takes what is asked with the words.
 */
export function orderOf(query: TrainingQuery, text: Question, total: number, value: (given: unknown) => string): string {
  const sort = sortOf(query)
  const sorting = sort === 'relevance' ? relevance(text, total, value) : sortings[sort]
  return ordered(sorting, sorting.key, 't.n')
}
