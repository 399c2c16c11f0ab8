/**
 * Checks one claim of an article against the record of trainings: what it was read as, what the ledger has, and a verdict with its reasons.
 *
 * A verdict other than "cannot say" is given only where every cell of the record that the question touches is there. People are not training
 * sessions: of a claim about people the sessions are no more than an upper bound, which can refute the claim and never confirm it by equality.
 */
import type { Claim, QuantityClaim } from '../extract/article/claims/claim.js'
import { isInclusive, isNearly } from '../extract/article/claims/numbers/hedges.js'
import type { TrainingQuery } from '../ledger/read/query.js'
import { boundsOf } from './calendar-years.js'
import { type ClaimQuestion, type QuestionReason, questionOf, readQuestion } from './claim-question.js'
import type { CoverageReport, CoverageScope, Gap } from './coverage.js'
import { deniedTraining, pointsBack } from './denied-training.js'

/** Delivered trainings that answer a question. */
export interface ClaimFigure {
  rows: number
  /** Training sessions. */
  sessions: number
  cents: number
  rowsWithoutCost: number
  sessionsWithoutCost: number
}

/** What a check asks the record, so that it needs no database. */
export interface ClaimRecord {
  sum(query: TrainingQuery): Promise<ClaimFigure>
  coverage(scope: CoverageScope): Promise<CoverageReport>
}

export type Verdict = 'agrees' | 'ledger higher' | 'ledger lower' | 'cannot say'

export type CheckReason =
  | QuestionReason
  | { code: 'coverage'; gap: Gap['reasonCode']; state: Gap['state']; years: number[]; countries: string[]; programs: string[] }
  | { code: 'cost-not-printed'; rows: number; of: number; sessions: number }
  /** Countries and fiscal years of the question of which the record has no row; both empty where it has none of all that was asked. */
  | { code: 'no-row'; countries: string[]; years: number[] }
  | { code: 'people-within-bound' }
  /** Nobody is claimed to have been trained, and the record has sessions. */
  | { code: 'people-some' }
  | { code: 'calendar-years'; printed: string }
  | { code: 'narrower-within-bound'; recipient: string }
  /** A denial or doubt is of training: what the record lists of it is beside it, and is no answer. */
  | { code: 'training-denied'; asked: 'all' | 'country' | 'nothing' }
  /** A denial or doubt points back ("the figure") at something that was not found. */
  | { code: 'denied-unread' }

export interface ClaimCheck {
  claim: Claim
  verdict: Verdict
  /** The ledger's figure minus the claimed number (of a range, its nearer end), in the unit of `measure`; null unless they differ. */
  difference: number | null
  /** What `figure` is compared in; null where the record has no figure for such a claim. */
  measure: 'training sessions' | 'cents' | null
  /** "upper bound": what is claimed can be less than the figure, and not more. */
  reading: 'equal' | 'upper bound' | null
  /** The numbers that the claim, as hedged and rounded, allows; a null end is open. In the unit of `measure`. */
  allowed: { low: number | null; high: number | null } | null
  question: ClaimQuestion | null
  figure: ClaimFigure | null
  /** True where the figure is only the part of what was asked for that is at hand. */
  partial: boolean
  /** True where already the part at hand is more than the claim allows. */
  partExceeds: boolean
  /** Why nothing can be said. */
  reasons: CheckReason[]
  coverage: CoverageReport | null
}

const unanswered = (claim: Claim, reasons: CheckReason[]): ClaimCheck => ({
  claim,
  verdict: 'cannot say',
  difference: null,
  measure: null,
  reading: null,
  allowed: null,
  question: null,
  figure: null,
  partial: false,
  partExceeds: false,
  reasons,
  coverage: null,
})

/**
 * `published`: ISO day of the article, for "since 2006" and "over the past decade"; null where nobody knows. `among`: the claims of the article, of
 * which a denial concerns some.
 */
export async function checkClaim(
  claim: Claim,
  published: string | null,
  record: ClaimRecord,
  among: readonly Claim[] = [],
): Promise<ClaimCheck> {
  if (claim.type === 'denial' || claim.type === 'doubt') {
    const denied = among.filter(({ id }) => claim.concerns.includes(id))
    const question = deniedTraining(claim, denied, published)
    if (question !== null) return besideDenial(claim, question, record)
    if (denied.length === 0 && pointsBack(claim)) return unanswered(claim, [{ code: 'denied-unread' }])
  }
  if (claim.type !== 'quantity') return unanswered(claim, [{ code: 'no-figure', type: claim.type }])
  const question = readQuestion(claim, published)
  if (question === null) return unanswered(claim, [{ code: 'measure-outside', measure: claim.measure }])
  return askRecord(claim, question, record)
}

/** What the record lists of the training that is denied, as far as it was read which. */
async function besideDenial(claim: Claim, question: ClaimQuestion, record: ClaimRecord): Promise<ClaimCheck> {
  const { queries, countries, scope } = question
  if (queries.length === 0) {
    const asked = countries.length > 0 ? 'country' : 'nothing'
    return { ...unanswered(claim, [{ code: 'training-denied', asked }]), question }
  }
  const coverage = await record.coverage(scope)
  const figure = addFigures(await Promise.all(queries.map((query) => record.sum(query))))
  const reasons: CheckReason[] = [{ code: 'training-denied', asked: 'all' }, ...coverageReasons(coverage)]
  return { ...unanswered(claim, reasons), question, figure, partial: true, coverage }
}

/** The verdict alone: the record is asked only where the question itself leaves something to be said. */
export async function verdictOf(claim: Claim, published: string | null, record: ClaimRecord): Promise<Verdict> {
  const question = claim.type === 'quantity' ? readQuestion(claim, published) : null
  if (claim.type !== 'quantity' || question === null || question.reasons.length > 0 || uncompared(question)) return 'cannot say'
  if (coverageReasons(await record.coverage(question.scope)).length > 0) return 'cannot say'
  return (await askRecord(claim, question, record)).verdict
}

/** There is nothing to ask, or what there is counts something else. */
const uncompared = ({ queries, about }: ClaimQuestion): boolean =>
  queries.length === 0 || about === 'missions' || about === 'trainers'

/** The same record, each sum and coverage asked for once: many claims ask the same question. */
export function remembering(record: ClaimRecord): ClaimRecord {
  const once = <Asked, Answer>(ask: (asked: Asked) => Promise<Answer>) => {
    const known = new Map<string, Promise<Answer>>()
    return (asked: Asked): Promise<Answer> => {
      const key = JSON.stringify(asked)
      let answer = known.get(key)
      if (!answer) {
        answer = ask(asked)
        known.set(key, answer)
        answer.catch(() => known.delete(key))
      }
      return answer
    }
  }
  return { sum: once((query) => record.sum(query)), coverage: once((scope) => record.coverage(scope)) }
}

const ofNoSum: ReadonlySet<string> = new Set<QuestionReason['code']>(['provider-other', 'program-outside', 'country-not-said'])

/** Asks the record a question, as it was read or as a reader changed it, and compares the answer with the claim. */
export async function askRecord(claim: QuantityClaim, question: ClaimQuestion, record: ClaimRecord): Promise<ClaimCheck> {
  const { scope, about } = question
  // What others gave, what no programme of the reports gave, and what went to nobody knows which country is in no sum: none is a part of it.
  const queries = question.reasons.some(({ code }) => ofNoSum.has(code)) ? [] : question.queries
  const coverage = queries.length > 0 ? await record.coverage(scope) : null
  const figure = queries.length > 0 ? addFigures(await Promise.all(queries.map((query) => record.sum(query)))) : null
  const reasons: CheckReason[] = [...question.reasons]
  if (coverage) reasons.push(...coverageReasons(coverage))
  const money = about === 'cost' || about === 'assistance'
  if (money && figure && figure.rowsWithoutCost > 0)
    reasons.push({
      code: 'cost-not-printed',
      rows: figure.rowsWithoutCost,
      of: figure.rows,
      sessions: figure.sessionsWithoutCost,
    })
  const measure = money ? 'cents' : 'training sessions'
  const partial = reasons.length > 0
  if (figure?.rows === 0 && !partial) reasons.push({ code: 'no-row', countries: [], years: [] })
  const comparable = figure !== null && !uncompared(question)
  const allowed = comparable ? allowedBy(claim, money ? 100 : 1) : null
  const value = figure === null ? 0 : money ? figure.cents : figure.sessions
  const reading = !comparable ? null : about === 'people' || question.narrower !== null ? 'upper bound' : 'equal'
  // What is asked has to be what is claimed: a part that is more than was planned, or than one of several years saw, exceeds nothing.
  const partExceeds =
    reasons.length > 0 &&
    reasons.every(({ code }) => code === 'coverage' || code === 'cost-not-printed' || code === 'assistance-outside') &&
    reading === 'equal' &&
    allowed!.high !== null &&
    value > allowed!.high &&
    (await shiftedBy('ledger higher', question, allowed!, record)) === null
  const base: ClaimCheck = {
    claim,
    verdict: 'cannot say',
    difference: null,
    measure,
    reading,
    allowed,
    question,
    figure,
    partial,
    partExceeds,
    reasons,
    coverage,
  }
  if (reasons.length > 0 || allowed === null) return base
  const compared = compare(value, allowed, reading!, about === 'people', question.narrower)
  if (compared.verdict !== 'ledger lower' && compared.verdict !== 'ledger higher') return { ...base, ...compared }
  const shifted = await shiftedBy(compared.verdict, question, allowed, record)
  if (shifted !== null) return { ...base, reasons: [shifted] }
  const empty = compared.verdict === 'ledger lower' ? await emptyCells(question, record) : null
  if (empty !== null) return { ...base, reasons: [empty] }
  const ends = [claim.value, claim.low, claim.high].flatMap((end) => (end === null ? [] : [value - end * (money ? 100 : 1)]))
  return { ...base, ...compared, difference: ends.reduce((least, end) => (Math.abs(end) < Math.abs(least) ? end : least)) }
}

function compare(
  value: number,
  { low, high }: { low: number | null; high: number | null },
  reading: 'equal' | 'upper bound',
  people: boolean,
  narrower: string | null,
): Pick<ClaimCheck, 'verdict' | 'reasons'> {
  if (low !== null && value < low) return { verdict: 'ledger lower', reasons: [] }
  if (reading === 'upper bound') {
    // "Fewer than 500" holds if even the upper bound is fewer; nothing else is confirmed by a bound.
    if (low === null && high !== null && value <= high) return { verdict: 'agrees', reasons: [] }
    const reason: CheckReason = people
      ? { code: high !== null && high < 1 ? 'people-some' : 'people-within-bound' }
      : { code: 'narrower-within-bound', recipient: narrower! }
    return { verdict: 'cannot say', reasons: [reason] }
  }
  if (high !== null && value > high) return { verdict: 'ledger higher', reasons: [] }
  return { verdict: 'agrees', reasons: [] }
}

/** A sum of so many countries is of a region, whose members need not all have been trained. */
const mostListed = 4

/**
 * Countries and years that were asked for one by one and have no row: training of which the record has none could make up a difference. Null
 * where each has some.
 */
async function emptyCells(question: ClaimQuestion, record: ClaimRecord): Promise<CheckReason | null> {
  if (question.countries.length > mostListed) return null
  const countries = new Set<string>()
  const years = new Set<number>()
  for (const code of question.countries)
    for (const year of question.years) {
      const { queries } = questionOf({ ...question, countries: [code], years: [year] })
      const { rows } = addFigures(await Promise.all(queries.map((query) => record.sum(query))))
      if (rows > 0) continue
      countries.add(code)
      years.add(year)
    }
  return countries.size === 0 ? null : { code: 'no-row', countries: [...countries], years: [...years] }
}

/** Null where the difference holds though the claim's years are calendar years, or reach to a day within the last. */
async function shiftedBy(
  verdict: 'ledger lower' | 'ledger higher',
  question: ClaimQuestion,
  { low, high }: { low: number | null; high: number | null },
  record: ClaimRecord,
): Promise<CheckReason | null> {
  const reading = question.readings.find((one) => one.code === 'years')
  const bounds = boundsOf(reading)
  if (!reading || bounds === null) return null
  const reason: CheckReason = { code: 'calendar-years', printed: reading.printed }
  const years = verdict === 'ledger lower' ? bounds.holding : bounds.within
  if (years.length === 0) return reason
  const wider = questionOf({ ...question, years })
  if (verdict === 'ledger lower' && coverageReasons(await record.coverage(wider.scope)).length > 0) return reason
  const figure = addFigures(await Promise.all(wider.queries.map((query) => record.sum(query))))
  const money = question.about === 'cost' || question.about === 'assistance'
  // A row that prints no cost could make up the difference.
  if (money && verdict === 'ledger lower' && figure.rowsWithoutCost > 0) return reason
  const value = money ? figure.cents : figure.sessions
  return (verdict === 'ledger lower' ? value < low! : value > high!) ? null : reason
}

/** Within this share of the number "about 500" is right. */
const approximately = 0.1
/** And within this one a number with zeros at its end. */
const mostRounding = 0.05

/**
 * What a claim allows, times `unit` (cents of a dollar). Exact numbers of less than 1,000 are meant exactly; from there on zeros at the end are
 * read as rounding. "About" allows a tenth either way, "nearly" a tenth below and the rounding above: who says "nearly 800,000" did not count.
 */
export function allowedBy(
  claim: Pick<QuantityClaim, 'value' | 'low' | 'high' | 'comparator' | 'hedge'>,
  unit: number,
): { low: number | null; high: number | null } {
  const { value, low, high, comparator, hedge } = claim
  const times = (number: number | null) => (number === null ? null : Math.round(number * unit))
  if (value === null) return { low: times(low), high: times(high) }
  // "At least 500" and "up to 500" allow 500.
  const inclusive = isInclusive(hedge) ? 0 : 1
  if (comparator === '>') return { low: times(value)! + inclusive, high: null }
  if (comparator === '<') return { low: null, high: times(value)! - inclusive }
  if (isNearly(hedge))
    return { low: times(value * (1 - approximately)), high: times(value + Math.min(lastPlace(value) / 2, value * mostRounding)) }
  if (comparator === '≈') return { low: times(value * (1 - approximately)), high: times(value * (1 + approximately)) }
  // "10,000" is not said of 14,000.
  const half = Math.min(roundedTo(value) / 2, value * mostRounding)
  return { low: times(value - half), high: times(value + half) }
}

/** 1,000 for 13,000; 1,000,000 for 73,000,000; nothing where the number is not rounded. */
export function roundedTo(value: number): number {
  return value < 1000 ? 0 : lastPlace(value)
}

/** The unit of the last digit that is no zero; nothing for a number without zeros at its end. */
function lastPlace(value: number): number {
  if (!Number.isInteger(value) || value === 0) return 0
  let unit = 1
  while (value % (unit * 10) === 0) unit *= 10
  return unit === 1 ? 0 : unit
}

function addFigures(figures: readonly ClaimFigure[]): ClaimFigure {
  const sum = (of: (figure: ClaimFigure) => number) => figures.reduce((total, figure) => total + of(figure), 0)
  return {
    rows: sum(({ rows }) => rows),
    sessions: sum(({ sessions }) => sessions),
    cents: sum(({ cents }) => cents),
    rowsWithoutCost: sum(({ rowsWithoutCost }) => rowsWithoutCost),
    sessionsWithoutCost: sum(({ sessionsWithoutCost }) => sessionsWithoutCost),
  }
}

/** Cells that are not present, those of one kind together. */
function coverageReasons({ gaps }: CoverageReport): CheckReason[] {
  const byKind = new Map<string, Extract<CheckReason, { code: 'coverage' }>>()
  for (const { reasonCode, state, fiscalYear, countries, program } of gaps) {
    // The record counts a training in the year in which it ended, and so does the question (0022): what goes on after it is in the next year's sum.
    if (state === 'in progress elsewhere' || state === 'present') continue
    const known = byKind.get(reasonCode)
    const reason = known ?? { code: 'coverage', gap: reasonCode, state, years: [], countries: [], programs: [] }
    byKind.set(reasonCode, reason)
    if (fiscalYear !== null && !reason.years.includes(fiscalYear)) reason.years.push(fiscalYear)
    for (const code of countries) if (!reason.countries.includes(code)) reason.countries.push(code)
    if (program && !reason.programs.includes(program)) reason.programs.push(program)
  }
  return [...byKind.values()]
}
