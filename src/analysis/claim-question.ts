/** Reads a quantity claim as a question to the record of trainings: countries, fiscal years, programme and measure, with how each was read. */
import { findNamed, findProgramme, findProgrammes } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { slugOf } from '../ledger/read/cube.js'
import { maximumValues, TrainingQuery, writeTrainingQuery } from '../ledger/read/query.js'
import { programBreaks, programs, readProgram } from '../ledger/vocabulary.js'
import { type PlaceReading, readPlace, withoutPlaces } from './claim-places.js'
import { type Reserve, sayingWhy } from './claim-reserves.js'
import { type ReadSentence, readSentence, type SentenceReading } from './claim-sentence.js'
import { readYears, type YearsReading, type YearsReason } from './claim-years.js'
import type { CoverageScope } from './coverage.js'

/** What a claim counts, as far as the record has something to say to it. */
export const abouts = ['people', 'sessions', 'cost', 'missions', 'trainers', 'assistance'] as const
export type About = (typeof abouts)[number]

export type ClaimReading =
  | PlaceReading
  | YearsReading
  | { code: 'people-not-sessions' }
  | { code: 'program'; printed: string; programs: string[] }

/** Why a question cannot be answered whatever files are at hand. */
export type QuestionReason =
  | YearsReason
  | { code: 'no-figure'; type: string }
  | { code: 'measure-outside'; measure: string }
  | { code: 'missions-not-counted' }
  | { code: 'trainers-not-summed' }
  | { code: 'assistance-outside' }
  | { code: 'currency-other'; currency: string }
  | { code: 'provider-other'; provider: string }
  | { code: 'provider-not-said' }
  | { code: 'country-not-said' }
  | { code: 'program-outside'; program: string }
  | { code: 'per-other'; per: string }
  /** `unread`: the words at which reading the sentence came to its end. */
  | { code: 'reserve'; reserve: Reserve; unread?: string }

export interface ClaimQuestion {
  about: About
  /** ISO 3166-1 alpha-3 codes; empty for all the world. */
  countries: string[]
  /** Fiscal years; empty where none could be read, and then nothing is asked. */
  years: number[]
  /** Codes of programmes or families; empty for all. */
  programs: string[]
  /** More precise than the question can be: "Mexican police officers" where the question is of all recipients in Mexico. */
  narrower: string | null
  /** How the claim's words were read, to be said beside the question. */
  readings: ClaimReading[]
  reasons: QuestionReason[]
  /** Disjoint questions that together are the claim's: one, or more where a region has more countries than a question may list. */
  queries: TrainingQuery[]
  /** The parameters of the addresses that list the rows of `queries`. */
  parameters: string[]
  scope: CoverageScope
}

/** A question as a reader may change it. */
export type QuestionParts = Pick<
  ClaimQuestion,
  'about' | 'countries' | 'years' | 'programs' | 'narrower' | 'readings' | 'reasons'
>

/** Null where the record holds nothing of the kind that is claimed: weapons, deaths, budgets. */
export function readQuestion(given: QuantityClaim, published: string | null): ClaimQuestion | null {
  const about = aboutOf(given)
  if (about === null) return null
  const claim = about === 'sessions' ? withParties(given) : given
  const readings: ClaimReading[] = []
  const reasons: QuestionReason[] = []
  if (about === 'people') readings.push({ code: 'people-not-sessions' })
  if (about === 'missions') reasons.push({ code: 'missions-not-counted' })
  if (about === 'trainers') reasons.push({ code: 'trainers-not-summed' })
  if (about === 'assistance') reasons.push({ code: 'assistance-outside' })
  if (claim.currency !== null && claim.currency !== 'USD') reasons.push({ code: 'currency-other', currency: claim.currency })

  const program = readProgramme(claim.programme)
  if (program.codes.length > 0) readings.push({ code: 'program', printed: claim.programme!, programs: program.codes })
  if (program.outside) reasons.push({ code: 'program-outside', program: program.outside })
  const provider = claim.provider !== null && anybodys.test(claim.provider) ? null : claim.provider
  if (provider !== null && !isAmerican(provider)) reasons.push({ code: 'provider-other', provider })
  else if (provider === null && program.codes.length === 0 && program.outside === null)
    reasons.push({ code: 'provider-not-said' })

  const place = ofMore(claim) ? null : (readPlace(claim.recipient) ?? readPlace(claim.counted) ?? readPlace(claim.place))
  if (place === null) reasons.push({ code: 'country-not-said' })
  else readings.push(...place.readings)
  const years = readYears(claim.period, published)
  readings.push(...years.readings)
  reasons.push(...years.reasons)
  if (claim.per !== null && !(claim.per === 'year' && years.years.length === 1))
    reasons.push({ code: 'per-other', per: claim.per })
  const codes = place?.codes ?? []
  const whole = readSentence(claim.sentence)
  const sentence = whole.told.find((one) => one.every((reading) => tells(reading, claim))) ?? whole.told[0] ?? []
  const bounded = about === 'sessions' || about === 'cost' || about === 'assistance'
  const narrower = !bounded
    ? null
    : sentence.length > 0
      ? (sentence.find((one) => one.narrower !== null)?.narrower ?? null)
      : narrowerOf(about === 'sessions' ? claim.counted : null, claim.recipient)
  const reserve = reserveOf(claim, about, sentence, whole, codes)
  if (reserve) reasons.push(reserve)
  return questionOf({
    about,
    countries: codes,
    years: years.years,
    programs: program.codes,
    narrower,
    readings,
    reasons,
  })
}

/** Null where the sentence is read to its last word as asking for just what is asked. Of a claim without a sentence, somebody said what it asks. */
function reserveOf(
  claim: QuantityClaim,
  about: About,
  readings: readonly SentenceReading[],
  { unread, giverUnsaid }: Pick<ReadSentence, 'unread' | 'giverUnsaid'>,
  codes: readonly string[],
): QuestionReason | null {
  if (claim.sentence === '') return null
  if (readings.length === 0) {
    const reserve = sayingWhy(claim)
    if (reserve === null && (about === 'missions' || about === 'trainers' || about === 'assistance')) return null
    // That nobody is said to have given is a reason of its own.
    if (reserve === null && giverUnsaid && claim.provider === null && claim.programme === null) return null
    return { code: 'reserve', reserve: reserve ?? 'says-more', ...(reserve === null && unread !== null && { unread }) }
  }
  const same = readings.every(
    (one) =>
      one.about === about &&
      tells(one, claim) &&
      one.programme === claim.programme &&
      one.places.length > 0 &&
      one.places.every((place) => sameCodes(place, codes)),
  )
  return same ? null : { code: 'reserve', reserve: 'loosely-tied' }
}

/** Whether it gives the claim's number for the claim's time. */
const tells = ({ number, period }: SentenceReading, claim: QuantityClaim): boolean =>
  number.value === claim.value &&
  number.low === claim.low &&
  number.high === claim.high &&
  number.currency === claim.currency &&
  period === (claim.period?.printed ?? null)

const sameCodes = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code))

/** "Mali and other countries", "countries such as Mali", "from 21 countries", "worldwide": of more than what is named. */
const ofMore = ({ recipient, sentence, counted }: QuantityClaim): boolean =>
  /(?<!\p{L})(?:others?|otr[oa]s|elsewhere|including|such as|among them|among others|like|incluid[oa]s?|entre ell[oa]s|entre otr[oa]s|countries|nations|pa[ií]ses|naciones)(?!\p{L})/iu.test(
    `${recipient ?? ''} ${recipient === null ? (counted ?? '') : ''}`,
  ) ||
  /(?<!\p{L})(?:worldwide|world-wide|around the (?:world|globe)|across the (?:world|globe)|globally|en todo el mundo|a nivel mundial)(?!\p{L})/iu.test(
    sentence,
  )

/** What has to be asked for these parts. */
export function questionOf(parts: QuestionParts): ClaimQuestion {
  const { about, countries, years, programs: codes } = parts
  const families = new Set(programs().map(({ family }) => family))
  const shared: Partial<TrainingQuery> = {
    year: spansOf(years),
    family: codes.filter((code) => families.has(code)).map(slugOf),
    program: codes.filter((code) => !families.has(code)).map(slugOf),
  }
  const groups: string[][] = countries.length === 0 ? [[]] : []
  for (let at = 0; at < countries.length; at += maximumValues) groups.push(countries.slice(at, at + maximumValues))
  const queries =
    years.length === 0
      ? []
      : groups.map((group) => ({
          ...TrainingQuery.parse({}),
          ...shared,
          country: group.map((code) => code.toLowerCase()),
        }))
  return {
    ...parts,
    queries,
    parameters: queries.map((query) => writeTrainingQuery(query).toString().replaceAll('%2C', ',')),
    scope: {
      ...(countries.length > 0 ? { countries } : {}),
      years,
      ...(codes.length > 0 ? { programs: codes } : {}),
      columns: about === 'cost' || about === 'assistance' ? ['total_cost'] : [],
    },
  }
}

/**
 * Who gives and gets is read for people and money alone; of sessions and courses the country that the sentence names is taken, or those that it
 * lists. Of "41 for Niger, five times what Nigeria got" nobody knows.
 */
function withParties(claim: QuantityClaim): QuantityClaim {
  const { sentence } = claim
  const named = findNamed(sentence, 0, sentence.length)
  const others = named.filter(({ american }) => !american)
  const listed = others.every(
    ({ start }, at) =>
      at === 0 || /^(?:,|,? (?:and|y|or|e|o))\s(?:the |to |in |a |en )?$/u.test(sentence.slice(others[at - 1]!.end, start)),
  )
  const same = new Set(others.map(({ printed }) => readPlace(printed)?.codes.join() ?? printed)).size === 1
  return {
    ...claim,
    provider: claim.provider ?? named.find(({ american }) => american)?.printed ?? null,
    recipient:
      claim.recipient ??
      claim.place ??
      (others.length > 0 && (listed || same) ? others.map(({ printed }) => printed).join(' and ') : null),
    programme: claim.programme ?? findProgramme(sentence, 0, sentence.length),
  }
}

function aboutOf({ measure, counted, currency }: QuantityClaim): About | null {
  if (currency === null && /\b(?:training sessions?|courses?|sesiones|cursos|capacitaciones)\b/i.test(counted ?? ''))
    return 'sessions'
  switch (measure) {
    case 'people_trained':
      return 'people'
    case 'missions':
    case 'trainers':
    case 'assistance':
      return measure
    case 'training_sessions':
      return 'sessions'
    case 'training_cost':
      return 'cost'
    default:
      return null
  }
}

/** Every country has one, and whose it is the name does not say. */
const anybodys =
  /^(?:the |el |la )?(?:Congress|Senate|House|Parliament|Administration|Government|(?:Northern|Southern|Central|Africa) Command|Congreso|Senado|Parlamento|Gobierno|Comando (?:Norte|Sur|Central))$/iu
/** The United States alone: "France and the United States" are not. */
export const isAmerican = (provider: string): boolean =>
  americanName.test(provider) && !(/[,&/]|\s(?:and|y|e|with|con|plus|junto)\s/iu.test(provider) && readPlace(provider) !== null)
const americanName =
  /(?<![\p{L}])(?:United States|U\.?\s?S\.?(?:A\.?)?(?![\p{L}])|(?<!Latin |Central |South |North )Americans?(?![\p{L}])|Washington|Pentagon|Pent[aá]gono|(?:State|Defense) Department|Department of (?:State|Defense)|Departamento de (?:Estado|Defensa)|SOUTHCOM|NORTHCOM|AFRICOM|CENTCOM|Green Berets|SEALs?(?![\p{L}])|Army Rangers|Western Hemisphere Institute for Security Cooperation|WHINSEC(?![\p{L}])|School of the Americas|Am[eé]ricas$|Estados Unidos|EE\.?\s?UU|(?:estadounidense|norteamerican[oa])s?)/u

/** A family where a programme was renamed or gives it its name, since its headings differ by year; `outside` for what is no programme of the reports. */
function readProgramme(said: string | null): { codes: string[]; outside: string | null } {
  if (said === null) return { codes: [], outside: null }
  const printed = said.replaceAll(/(?<!\p{L})(?:section|secci[oó]n) (?=\d)/giu, 'Section ')
  const several = printed.split(/,\s|,?\s(?:and|y|or|e)\s/u)
  if (several.length > 1) {
    const read = several.map(readProgramme)
    const codes = read.flatMap((one) => one.codes)
    if (codes.length >= several.length)
      return { codes: [...new Set(codes)], outside: read.find(({ outside }) => outside)?.outside ?? null }
  }
  if (/^JCETs?$|^Joint Combined Exchange Trainings?$/i.test(printed))
    return { codes: programs().flatMap(({ code }) => (/\bJCET\b/.test(code) ? [code] : [])), outside: null }
  const known =
    readProgram(printed)?.code ??
    programs().find(({ code, nameEn, nameEs }) => [code, nameEn, nameEs].includes(printed))?.code ??
    null
  if (known === null) return { codes: [], outside: printed }
  const { family } = programs().find(({ code }) => code === known)!
  const renamed = programBreaks(family).some(({ from, to, change }) => change === 'renamed' && (from === known || to === known))
  return { codes: [renamed ? family : known], outside: null }
}

export const codesOfProgramme = (printed: string | null): string[] => readProgramme(printed).codes

/** All that the reports sum: sessions, of all who come from a country. */
const general: ReadonlySet<string> = new Set(
  `training session sessions of for to in from the and security forces personnel
  sesión sesiones de del para a en la las los el y adiestramiento entrenamiento capacitación fuerzas seguridad personal`.split(
    /\s+/,
  ),
)

/** "IMET training sessions" are all of them: the question has the programme. */
const withoutProgrammes = (words: string): string =>
  findProgrammes(words, 0, words.length).reduce((left, { printed }) => left.replace(printed, ' '), words)

/**
 * The words, where they are of less than what is summed; null where they are not. The record tells recipients by printed names only, so that a
 * question about some of a country's forces, or about courses of several sessions, asks for too much.
 */
export const narrowerOf = (...words: (string | null)[]): string | null =>
  words.find((one) =>
    (
      withoutPlaces(withoutProgrammes(one ?? ''))
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []
    ).some((word) => !general.has(word)),
  ) ?? null

function spansOf(years: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = []
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last.last === year - 1) last.last = year
    else spans.push({ first: year, last: year })
  }
  return spans
}
