/**
 * A check as an address asks it: what is claimed, and the question to the record that it was read as, every part of it in parameters that a
 * reader can change.
 *
 * Countries are written as codes, also where a region was meant: the address asks the same when the list of a region is made better.
 */
import { z } from 'zod'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { isInclusive, isNearly } from '../extract/article/claims/numbers/hedges.js'
import { readPartialDate } from '../ledger/dates.js'
import { errors } from '../ledger/errors.js'
import { asOfText } from '../ledger/read/as-of.js'
import { slugOf } from '../ledger/read/cube.js'
import { readQuery } from '../ledger/read/query.js'
import { countries, countryOfCode, programs } from '../ledger/vocabulary.js'
import { type PlaceReading, readPlace, regions, withoutPlaces } from './claim-places.js'
import {
  abouts,
  type ClaimQuestion,
  type ClaimReading,
  isAmerican,
  narrowerOf,
  type QuestionReason,
  questionOf,
} from './claim-question.js'
import { reserves } from './claim-reserves.js'
import { readYears } from './claim-years.js'

/** How the number is meant. "between" takes two. */
export const comparisons = ['exactly', 'about', 'nearly', 'more', 'least', 'fewer', 'most', 'between'] as const
export type Comparison = (typeof comparisons)[number]

/** Stands in the place of a country for all of them. */
export const everywhere = 'world'
/** Stands in the place of who trained where the claim does not say it. */
export const unsaid = 'unsaid'

const words = (longest: number) =>
  z
    .string()
    .max(longest, `at most ${longest} characters`)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'holds characters that are no text')
    .transform((value) => value.trim())

const number = z
  .string()
  .regex(/^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/, 'a number in digits, such as 13,000')
  .transform((value) => Number(value.replaceAll(',', '')))

const time = z
  .string()
  .regex(/^(?:19|20)\d\d(?:-\d\d){0,2}$/, 'a year, such as 2012, or a date')
  .refine((value) => readPartialDate(value) !== null, 'is no date')

export const CheckQuery = z.object({
  /** The unit of `value` is people, sessions, missions, trainers or U.S. dollars. */
  measure: z.enum(abouts).optional(),
  comparator: z.enum(comparisons).default('exactly'),
  value: number.optional(),
  /** The larger number of "between". */
  value_to: number.optional(),
  /** ISO 4217 code of money in another currency than the record's. */
  currency: z
    .string()
    .regex(/^(?:[A-Z]{3})?$/, 'a code of three letters, such as EUR')
    .default(''),
  per: words(20).default(''),
  /** What is said of the number besides: a plan, a part of more, or nobody says that it is so. */
  said: z.enum(['done', ...reserves]).default('done'),
  /** Countries or a region in words, as a form sends them. */
  place: words(300).default(''),
  country: z
    .array(z.string().regex(/^(?:[A-Za-z]{3}|world)$/, 'an ISO 3166-1 alpha-3 code, or "world"'))
    .max(countries().length)
    .default([]),
  from: time.optional(),
  /** Not given: the time of `from` alone. */
  to: time.optional(),
  years: z.enum(['fiscal', 'calendar']).default('fiscal'),
  /** "yes": up to the day of `published`. */
  open: z.enum(['yes', 'no']).default('no'),
  published: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'a day, such as 2014-11-05')
    .refine((value) => readPartialDate(value) !== null, 'is no day')
    .optional(),
  program: z.array(words(80)).max(40).default([]),
  /** Whom or what the claim counts, in its words. */
  counted: words(200).default(''),
  /** Who trained, in the claim's words: the United States unless given. */
  provider: words(100).default(''),
  as_of: asOfText.optional(),
})
export type CheckQuery = z.infer<typeof CheckQuery>

const lists: ReadonlySet<string> = new Set(['country', 'program'])

/** @throws UserError QUERY_INVALID, QUERY_UNKNOWN_PARAMETER, QUERY_REPEATED with the parameter in `place.column` */
export const readCheckQuery = (parameters: URLSearchParams): CheckQuery => readQuery(CheckQuery, parameters, lists)

/** What is asked, or null where the address asks nothing yet. */
export interface AskedCheck {
  claim: QuantityClaim
  question: ClaimQuestion
}

/** @throws UserError QUERY_INVALID where a part is missing or says nothing */
export function askedCheck(query: CheckQuery): AskedCheck | null {
  const { measure: about, value, value_to: most, comparator } = query
  if (about === undefined && value === undefined && most === undefined) return null
  if (about === undefined) throw errors.QUERY_INVALID('measure', `one of ${abouts.join(', ')}`)
  const between = comparator === 'between' || most !== undefined
  if (value === undefined && (most === undefined || !between)) throw errors.QUERY_INVALID('value', 'the number that is claimed')
  if (value !== undefined && most !== undefined && most < value)
    throw errors.QUERY_INVALID('value_to', 'the larger number stands here')
  const money = about === 'cost' || about === 'assistance'
  const currency = money ? query.currency || 'USD' : null
  const readings: ClaimReading[] = about === 'people' ? [{ code: 'people-not-sessions' }] : []
  const reasons: QuestionReason[] = []
  if (about === 'missions') reasons.push({ code: 'missions-not-counted' })
  if (about === 'trainers') reasons.push({ code: 'trainers-not-summed' })
  if (about === 'assistance') reasons.push({ code: 'assistance-outside' })
  if (currency !== null && currency !== 'USD') reasons.push({ code: 'currency-other', currency })
  const program = programsOf(query.program)
  reasons.push(...program.reasons)
  if (query.provider === unsaid) reasons.push({ code: 'provider-not-said' })
  else if (query.provider !== '' && !isAmerican(query.provider))
    reasons.push({ code: 'provider-other', provider: query.provider })
  const place = placeOf(query)
  readings.push(...place.readings)
  reasons.push(...place.reasons)
  const years = yearsOf(query)
  readings.push(...years.readings)
  reasons.push(...years.reasons)
  if (query.per !== '' && !(query.per === 'year' && years.years.length === 1)) reasons.push({ code: 'per-other', per: query.per })
  if (query.said !== 'done') reasons.push({ code: 'reserve', reserve: query.said })
  const counted = query.counted || null
  const claim: QuantityClaim = {
    type: 'quantity',
    id: '',
    start: 0,
    end: 0,
    sentence: '',
    speaker: null,
    hedge: comparator === 'nearly' ? 'nearly' : comparator === 'least' ? 'at least' : comparator === 'most' ? 'up to' : null,
    period: null,
    place: null,
    proposed_by: 'rules',
    value: between ? null : value!,
    low: between ? (value ?? null) : null,
    high: between ? (most ?? null) : null,
    comparator: signs[between ? 'between' : comparator],
    measure: {
      people: 'people_trained',
      sessions: 'training_sessions',
      cost: 'training_cost',
      missions: 'missions',
      trainers: 'trainers',
      assistance: 'assistance',
    }[about],
    counted,
    currency,
    per: query.per || null,
    provider: null,
    recipient: null,
    programme: null,
    change: null,
    counterpart: null,
  }
  const narrower = about === 'people' ? null : narrowerOf(counted)
  return {
    claim,
    question: questionOf({
      about,
      countries: place.codes,
      years: years.years,
      programs: program.codes,
      narrower,
      readings,
      reasons,
    }),
  }
}

const signs = { exactly: '=', about: '≈', nearly: '≈', more: '>', least: '>', fewer: '<', most: '<', between: '=' } as const

/** The parameters that ask what a claim was read as; `published` is the article's day. */
export function checkQueryOf(claim: QuantityClaim, question: ClaimQuestion, published: string | null): Partial<CheckQuery> {
  const { about, countries: codes, readings, reasons } = question
  const comparator: Comparison =
    claim.value === null
      ? 'between'
      : claim.comparator === '>'
        ? isInclusive(claim.hedge)
          ? 'least'
          : 'more'
        : claim.comparator === '<'
          ? isInclusive(claim.hedge)
            ? 'most'
            : 'fewer'
          : isNearly(claim.hedge)
            ? 'nearly'
            : claim.comparator === '≈'
              ? 'about'
              : 'exactly'
  const years = readings.find((reading) => reading.code === 'years')
  const outside = reasons.flatMap((reason) => (reason.code === 'program-outside' ? [reason.program] : []))
  const other = reasons.find((reason) => reason.code === 'provider-other')
  const worldwide = codes.length === 0 && !reasons.some(({ code }) => code === 'country-not-said')
  const span = (): Partial<CheckQuery> => {
    if (!years) return {}
    const { from, to } = claim.period ?? { from: null, to: null }
    if (years.as === 'part' && from) return { from, ...(to && to !== from && { to }), years: 'calendar' }
    const open = years.until !== null || reasons.some(({ code }) => code === 'period-open')
    return {
      from: `${years.first}`,
      ...(open ? { open: 'yes' } : years.last !== years.first ? { to: `${years.last}` } : {}),
      years: years.as === 'fiscal' ? 'fiscal' : 'calendar',
    }
  }
  return {
    measure: about,
    comparator,
    ...(comparator === 'between'
      ? { value: claim.low ?? undefined, value_to: claim.high ?? undefined }
      : { value: claim.value ?? undefined }),
    currency: claim.currency !== null && claim.currency !== 'USD' ? claim.currency : '',
    per: claim.per ?? '',
    said: reasons.find((reason) => reason.code === 'reserve')?.reserve ?? 'done',
    country: worldwide ? [everywhere] : codes.map((code) => code.toLowerCase()),
    ...span(),
    ...(published && { published }),
    program: [...question.programs.map(slugOf), ...outside],
    counted: question.narrower ?? '',
    provider: other ? other.provider : reasons.some(({ code }) => code === 'provider-not-said') ? unsaid : '',
  }
}

/** In a fixed order and without defaults: equal checks, equal addresses. Words of a place are written as what they were read as. */
export function writeCheckQuery(query: Partial<CheckQuery>): URLSearchParams {
  const parameters = new URLSearchParams()
  const country = query.place ? countriesIn(query.place).codes.map((code) => code.toLowerCase()) : (query.country ?? [])
  const written: Partial<CheckQuery> = {
    ...query,
    place: '',
    country: query.place && country.length === 0 ? [everywhere] : country,
  }
  for (const name of Object.keys(CheckQuery.shape) as (keyof CheckQuery)[]) {
    const value = written[name]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    if (
      (name === 'comparator' && value === 'exactly') ||
      (name === 'years' && value === 'fiscal') ||
      value === 'no' ||
      value === 'done'
    )
      continue
    parameters.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  return parameters
}

/** The region that these codes are the list of, or null. */
export function regionOf(codes: readonly string[]): string | null {
  const key = [...codes].sort().join(' ')
  return regions().find((region) => [...region.codes].sort().join(' ') === key)?.name ?? null
}

const worldWords = /^(?:all countries|(?:the (?:whole )?)?world|everywhere|todos los países|(?:todo )?el mundo|mundo)$/iu

function countriesIn(place: string): { codes: string[]; readings: PlaceReading[] } {
  if (worldWords.test(place)) return { codes: [], readings: [] }
  const read = readPlace(place)
  if (read === null) throw errors.QUERY_INVALID('place', 'names no country or region that is known')
  const [rest] =
    withoutPlaces(place)
      .match(/\p{L}[\p{L}\p{M}’'-]*/gu)
      ?.filter((word) => !joining.test(word)) ?? []
  if (rest !== undefined) throw errors.QUERY_INVALID('place', `"${rest}" is part of no country or region that is known`)
  return read
}
/** Between the names of countries. */
const joining = /^(?:and|or|the|of|in|plus|with|y|e|o|u|el|la|los|las|de|del|en|con)$/iu

function placeOf({ place, country }: CheckQuery): { codes: string[]; readings: ClaimReading[]; reasons: QuestionReason[] } {
  if (place !== '') return { ...countriesIn(place), reasons: [] }
  if (country.includes(everywhere)) return { codes: [], readings: [], reasons: [] }
  const codes = [...new Set(country.map((code) => code.toUpperCase()))]
  for (const code of codes)
    if (countryOfCode(code) === null) throw errors.QUERY_INVALID('country', `${code} is no code of a country`)
  if (codes.length === 0) return { codes, readings: [], reasons: [{ code: 'country-not-said' }] }
  const region = regionOf(codes)
  return { codes, readings: region ? [{ code: 'place', printed: region, region, countries: codes }] : [], reasons: [] }
}

function programsOf(asked: readonly string[]): { codes: string[]; reasons: QuestionReason[] } {
  const known = programs().flatMap(({ code, family }) => [code, family])
  const codes: string[] = []
  const reasons: QuestionReason[] = []
  for (const words of asked) {
    const code = known.find((name) => slugOf(name) === words.toLowerCase() || name === words)
    if (code === undefined) reasons.push({ code: 'program-outside', program: words })
    else if (!codes.includes(code)) codes.push(code)
  }
  return { codes, reasons }
}

function yearsOf({ from, to, years, open, published }: CheckQuery) {
  if (from === undefined) return readYears(null, published ?? null)
  const first = readPartialDate(from)!
  const last = readPartialDate(to ?? from)!
  if (last.to < first.from) throw errors.QUERY_INVALID('to', 'is earlier than the beginning')
  const untold = open === 'yes'
  const whole = from.length === 4 && (to ?? from).length === 4
  const printed = untold ? `${from} –` : to === undefined || to === from ? from : `${from}–${to}`
  if (years === 'fiscal' && whole && !(untold && published === undefined)) {
    // "Since fiscal year 2006" reaches to the fiscal year of the day.
    const end = untold ? fiscalEnd(published!) : `${to ?? from}`
    return readYears({ printed, from: `${Number(from) - 1}-10-01`, to: `${end}-09-30` }, published ?? null)
  }
  return readYears({ printed, from: first.from, to: untold ? null : last.to }, published ?? null)
}

const fiscalEnd = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 10 ? 1 : 0)
