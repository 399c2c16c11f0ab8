/** Reads a quantity claim as a question to the record of trainings: countries, fiscal years, programme and measure, with how each was read. */
import { findNamed, findProgramme } from '../extract/article/claims/actors.js'
import type { QuantityClaim } from '../extract/article/claims/claim.js'
import { slugOf } from '../ledger/read/cube.js'
import { maximumValues, TrainingQuery, writeTrainingQuery } from '../ledger/read/query.js'
import { programBreaks, programs, readProgram } from '../ledger/vocabulary.js'
import { type PlaceReading, readPlace } from './claim-places.js'
import { isLooselyTied, type Reserve, reserveOf } from './claim-reserves.js'
import { unreadWords } from './claim-words.js'
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
  | { code: 'reserve'; reserve: Reserve }

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
  if (claim.provider !== null && !isAmerican(claim.provider)) reasons.push({ code: 'provider-other', provider: claim.provider })
  else if (claim.provider === null && program.codes.length === 0 && program.outside === null)
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
  const narrower = about === 'people' ? null : (narrowerOf(claim) ?? givenByAgency(claim) ?? someForces(claim))
  const more =
    (about === 'people' || about === 'sessions' || about === 'cost') && unreadWords(claim, codes, about, narrower).length > 0
  const reserve =
    reserveOf(claim, null) ??
    (isLooselyTied(claim, codes)
      ? 'loosely-tied'
      : more || paidByOthers(claim, about) || givenByOthers(claim, about) || countsOthers(claim, codes)
        ? 'says-more'
        : null)
  if (reserve) reasons.push({ code: 'reserve', reserve })
  return questionOf({
    about,
    countries: place?.codes ?? [],
    years: years.years,
    programs: program.codes,
    narrower,
    readings,
    reasons,
  })
}

/** "Mexico spent $500 on training by the United States": what another paid is in no report. */
function paidByOthers({ sentence }: QuantityClaim, about: About): boolean {
  if (about !== 'cost') return false
  const named = findNamed(sentence, 0, sentence.length).filter(({ adjective }) => !adjective)
  // "Training cost Mexico $5 million"
  if (
    named.some(
      ({ start, american }) => !american && /(?<!\p{L})cost(?:s|ó|aron)?(?: a)?(?: the)?\s$/iu.test(sentence.slice(0, start)),
    )
  )
    return true
  const spent = /(?<!\p{L})(?:spent|spends?|spending|paid|pays|gast(?:ó|aron)|pag(?:ó|aron))(?!\p{L})/iu.exec(sentence)
  if (spent === null) return false
  const before = named.filter(({ end }) => end <= spent.index)
  return before.length > 0 && !before.at(-1)!.american
}

const agency =
  'Pentagon|Pent[aá]gono|State Department|Defense Department|Department of (?:State|Defense)|Departamento de (?:Estado|Defensa)'
const gave =
  '(?:(?:has|had|have|ha|han)\\s)?(?:gave|given|gives?|provided?s?|delivered|conducted|held|ran|spent|funded|financed|paid|trained|dio|dieron|imparti(?:ó|do|eron)|brind(?:ó|ado|aron)|proporcion(?:ó|ado|aron)|realiz(?:ó|ado|aron)|gast(?:ó|ado|aron)|financi(?:ó|ado|aron))(?![\\p{L}])'
const byAgency = new RegExp(
  String.raw`(?<!\p{L})(?:(?<subject>${agency})\s${gave}|(?:by|por) (?:the |el )?(?<agent>${agency})(?!\p{L}))`,
  'u',
)

/** "The Pentagon gave 500 sessions": the sum is of all departments. */
function givenByAgency({ sentence }: QuantityClaim): string | null {
  const { subject, agent } = byAgency.exec(sentence)?.groups ?? {}
  return subject ?? agent ?? null
}

/** "Soldiers in Mexico", "the U.S. military": the sum is of police and civilians, too, and of all who gave. */
const someForces = ({ sentence }: QuantityClaim): string | null =>
  /(?<!\p{L})(?:(?:\p{Lu}\p{Ll}+ )?(?:soldiers|troops|armed forces)|military(?! (?:and police|training|aid))|(?:soldados|tropas|fuerzas armadas|militares(?! y polic))(?: \p{Ll}+)?)(?<!police and \p{L}+)(?! and police)(?!\p{L})/u.exec(
    sentence,
  )?.[0] ?? null

const giving = new RegExp(
  String.raw`(?<!\p{L})(?<!(?:was|were|been|being|is|are|fue|fueron|sido)\s)(?:${gave}|hosted|hosts)`,
  'u',
)

/** "Mexico gave the United States 500 sessions". */
function givenByOthers({ sentence }: QuantityClaim, about: About): boolean {
  const verb = about === 'sessions' ? giving.exec(sentence) : null
  const before = verb ? findNamed(sentence, 0, verb.index) : []
  const last = before.at(-1)
  if (last === undefined || !last.american) return last !== undefined
  // "Mexico and the United States held 500 sessions"
  return before.some(({ end, american }) => !american && /^(?:,| and| y) (?:the )?$/u.test(sentence.slice(end, last.start)))
}

const ofTheirOwn =
  /(?<!\p{L})(?:of|for|to|training) (?:the )?(?:United States|U\.S\.|American) (?:military |armed )?(?:forces|troops|soldiers|personnel|police)(?!\p{L})/u

/** "500 Guatemalans in Mexico", "500 U.S. soldiers": who is counted is of another country than the one that was asked for. */
function countsOthers({ counted, measure, sentence }: QuantityClaim, codes: readonly string[]): boolean {
  if (ofTheirOwn.test(sentence)) return true
  if (counted === null || measure !== 'people_trained') return false
  const named = findNamed(counted, 0, counted.length)
  if (named.some(({ american }) => american)) return true
  return (
    !(readPlace(counted)?.codes ?? []).every((code) => codes.includes(code)) ||
    /(?<!\p{L})(?:dogs?|Americans)(?!\p{L})/iu.test(counted)
  )
}

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
    case 'training_cost':
      return 'cost'
    default:
      return null
  }
}

export const isAmerican = (provider: string): boolean =>
  /(?<![\p{L}])(?:United States|U\.?\s?S\.?(?:A\.?)?(?![\p{L}])|(?<!Latin |Central |South |North )Americans?(?![\p{L}])|Washington|Pentagon|Pent[aá]gono|(?:State|Defense) Department|Department of (?:State|Defense)|Departamento de (?:Estado|Defensa)|Green Berets|SEALs?(?![\p{L}])|Army Rangers|Western Hemisphere Institute for Security Cooperation|WHINSEC(?![\p{L}])|Estados Unidos|EE\.?\s?UU|(?:estadounidense|norteamerican[oa])s?)/u.test(
    provider,
  )

/** A family where a programme was renamed or gives it its name, since its headings differ by year; `outside` for what is no programme of the reports. */
function readProgramme(printed: string | null): { codes: string[]; outside: string | null } {
  if (printed === null) return { codes: [], outside: null }
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

/** The record tells recipients by printed names only, so that a question about some of a country's forces asks for too much. */
export function narrowerOf({
  counted,
  recipient,
  currency,
}: Pick<QuantityClaim, 'counted' | 'recipient' | 'currency'>): string | null {
  const words = (currency === null ? counted : null) ?? recipient
  if (words !== null && /\b(?:courses?|sessions?|cursos|sesiones|capacitaciones)\b/iu.test(words) && !plainSessions.test(words))
    return words
  return words !== null &&
    /\b(?:Pentagon|Pentágono|State Department|Defense Department|Department of (?:State|Defense)|Departamento de (?:Estado|Defensa)|women|civilians|students|police|policemen|army|navy|marines?|air force|commandos?|special|federal|officers?|cadets?|pilots?|units?|soldiers|battalions?|troops|military|armed forces|polic[ií]as?|ej[eé]rcito|marina|oficiales|soldados|tropas|militares|fuerzas armadas)\b/iu.test(
      words,
    )
    ? words
    : null
}

/** All that the reports count; a course holds several sessions, and sessions "on human rights" are some of them. */
const plainSessions =
  /^(?:(?:training )?sessions?(?: of training)?|sesiones(?: de (?:adiestramiento|entrenamiento|capacitaci[oó]n))?)$/iu

function spansOf(years: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = []
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last.last === year - 1) last.last = year
    else spans.push({ first: year, last: year })
  }
  return spans
}
