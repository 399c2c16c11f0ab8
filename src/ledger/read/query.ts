/**
 * What may be asked of the trainings: the address of a listing is its whole state, read here into a bounded, canonical form and
 * written back. Anything else in the address is an error that says which parameter and what to do, never a guess.
 */
import { z } from 'zod'
import { errors } from '../errors.js'
import { RecipientClass } from '../records.js'
import { codeOfCountry, readCountry } from '../vocabulary.js'
import { asOfText } from './as-of.js'
import { slugOf } from './cube.js'
import { countrySlug, programSlug } from './known-values.js'

/** Longest text that is searched for: a question with all ways of writing its words, not a document. */
export const maximumQueryLength = 1000
/** Most values one filter may list ("country=MEX,COL,…"). */
export const maximumValues = 40
export const maximumLimit = 500
const defaultLimit = 50

export const sorts = ['relevance', 'year', '-year', 'date', '-date', 'quantity', '-quantity', 'cost', '-cost', 'country'] as const
export type Sort = (typeof sorts)[number]

/** Text that PostgreSQL can hold and a person can have typed: no NUL or other control, no lone surrogate. */
const text = (longest: number) =>
  z
    .string()
    .max(longest, `at most ${longest} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what is refused
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), 'holds control characters')
    .refine((value) => !/\p{Surrogate}/u.test(value), 'is not well-formed Unicode')
    .transform((value) => value.trim())

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `between ${least} and ${most}`)

const dollars = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'dollars, with at most two decimals')
  .transform((value) => Math.round(Number(value) * 100))

const years = z
  .string()
  .regex(/^\d{4}(-\d{4})?$/, 'a fiscal year, "2012", or a range, "2010-2012"')
  .transform((value) => {
    const [first, last = first] = value.split('-').map(Number) as [number, number?]
    return { first, last }
  })
  .refine(({ first, last }) => first >= 1900 && last <= 2100 && first <= last, 'between 1900 and 2100, earlier year first')

/** "mex", "mx" and "México" are one country; what the table does not know may be one that a report prints, by its slug. */
const country = text(80).transform((value) => countrySlug(value))
const program = text(200).transform((value) => programSlug(value))

/** The same for what is kept by its code or as printed: null where none is asked for. */
export const countryOrPrinted = z
  .string()
  .regex(/^\P{C}{0,80}$/u, 'a country')
  .default('')
  .transform((value) => (value.trim() === '' ? null : (codeOfCountry(value) ?? readCountry(value)?.name ?? value.trim())))

const list = <T extends z.ZodType>(item: T) => z.array(item).max(maximumValues, `at most ${maximumValues} values`)

/**
 * A question about trainings. `country` is an ISO 3166-1 alpha-3 code or, where none exists, the country's slug; `program` and
 * `family` are slugs ("section-1004"); `unit` are words of the delivery unit; money is in cents here and in dollars in the address;
 * `entity` is a unit that a printed name means; `status` is "delivered" unless asked otherwise, because plans are never summed with what was delivered.
 */
export const TrainingQuery = z.object({
  q: text(maximumQueryLength).default(''),
  country: list(country).default([]),
  year: list(years).default([]),
  program: list(program).default([]),
  family: list(text(80).transform(slugOf)).default([]),
  agency: list(z.enum(['DoS', 'DoD', 'DHS', 'none'])).default([]),
  class: list(RecipientClass).default([]),
  unit: text(maximumQueryLength).default(''),
  name: text(80)
    .refine((value) => /^[0-9A-Za-z_-]*$/.test(value), 'the id of a printed name')
    .default(''),
  entity: text(80)
    .refine((value) => /^[0-9A-Za-z_-]*$/.test(value), 'the id of a unit')
    .default(''),
  quantity_min: integer(0, 1_000_000_000).optional(),
  quantity_max: integer(0, 1_000_000_000).optional(),
  cost_min: dollars.optional(),
  cost_max: dollars.optional(),
  flag: list(
    text(60)
      .refine((value) => /^[A-Za-z0-9_ -]+$/.test(value), 'the code of a flag')
      .transform((value) => value.toUpperCase().replace(/[ -]/g, '_')),
  ).default([]),
  status: z.enum(['delivered', 'proposed', 'all']).default('delivered'),
  report: list(z.string().regex(/^\d{4}-\d{4}$/, 'a report, "2012-2013"')).default([]),
  source: text(80)
    .refine((value) => /^[0-9A-Za-z_-]*$/.test(value), 'the id of a source')
    .default(''),
  sort: z.enum(sorts).optional(),
  cursor: text(400).optional(),
  limit: integer(1, maximumLimit).default(defaultLimit),
  as_of: asOfText.optional(),
})
export type TrainingQuery = z.infer<typeof TrainingQuery>

/** How many of a list come before those shown. */
export const fromParameter = integer(0, 9_999_999).default(0)

/** How many of a list are shown, and how many where nobody says. */
export const limitParameter = (most: number, usual: number) => integer(1, most).default(usual)

const lists = new Set(['country', 'year', 'program', 'family', 'agency', 'class', 'flag', 'report'])
export const trainingQueryParameters: readonly string[] = Object.keys(TrainingQuery.shape)

/**
 * Reads a question from the parameters of an address. Lists are given by repeating a parameter or with commas; empty parameters and values (a form
 * sends them) count as absent.
 * @throws UserError QUERY_UNKNOWN_PARAMETER, QUERY_REPEATED, QUERY_INVALID with the parameter in `place.column`
 */
export function readTrainingQuery(parameters: URLSearchParams): TrainingQuery {
  const query = readQuery(TrainingQuery, parameters, lists)
  for (const figure of ['quantity', 'cost'] as const) {
    const [least, most] = [query[`${figure}_min`], query[`${figure}_max`]]
    // Every row would be missing, and none would be told why.
    if (least !== undefined && most !== undefined && least > most)
      throw errors.QUERY_INVALID(`${figure}_max`, `is less than ${figure}_min`)
  }
  return query
}

/** Reads any bounded set of parameters in the same way, for listings other than the trainings'. */
export function readQuery<T extends z.ZodObject>(
  schema: T,
  parameters: URLSearchParams,
  listed: ReadonlySet<string> = new Set(),
): z.infer<T> {
  const known = Object.keys(schema.shape)
  const raw: Record<string, string | string[]> = {}
  let seen = 0
  for (const [parameter, value] of parameters) {
    if (++seen > 400) throw errors.QUERY_INVALID('the address', 'holds more than 400 parameters')
    if (!Object.hasOwn(schema.shape, parameter)) throw errors.QUERY_UNKNOWN_PARAMETER(printable(parameter), known)
    if (value === '') continue
    if (listed.has(parameter)) {
      if (value.length > 4000) throw errors.QUERY_INVALID(parameter, 'is too long')
      // No value of any list holds a comma ("U.S. organisation" does not), so that commas may separate in all of them.
      raw[parameter] = [...(raw[parameter] ?? []), ...value.split(',').flatMap((part) => part.trim() || [])]
    } else {
      if (parameter in raw) throw errors.QUERY_REPEATED(parameter)
      raw[parameter] = value
    }
  }
  const read = schema.safeParse(raw)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const why = issue?.code === 'invalid_value' ? `one of ${issue.values.map(String).join(', ')}` : issue?.message
  throw errors.QUERY_INVALID(String(issue?.path[0] ?? 'the address'), why ?? 'cannot be read')
}

/** The parameters of an address that asks this question, in a fixed order and without defaults: equal questions, equal addresses. */
export function writeTrainingQuery(query: Partial<TrainingQuery>): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const parameter of trainingQueryParameters) {
    const value = query[parameter as keyof TrainingQuery]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    if (parameter === 'limit' && value === defaultLimit) continue
    if (parameter === 'status' && value === 'delivered') continue
    if (parameter === 'year') {
      const spans = (value as TrainingQuery['year']).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
      parameters.set('year', spans.join(','))
    } else if (parameter === 'cost_min' || parameter === 'cost_max') parameters.set(parameter, dollarsText(value as number))
    else parameters.set(parameter, Array.isArray(value) ? value.join(',') : String(value))
  }
  return parameters
}

const dollarsText = (cents: number) => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2))

/** A parameter's name as it may stand in an error message: short, without anything that a terminal or a log would act on. */
const printable = (name: string) => name.replace(/[^\w.-]/g, '?').slice(0, 40)
