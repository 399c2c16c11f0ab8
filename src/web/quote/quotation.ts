/**
 * From a view to what is safe to print: one sentence, its caveat, its place, whether it balances, and a permalink that keeps the
 * ledger's state. Pure functions; the words are in the catalogue, the choice of words is here.
 *
 * What must never be said: that people were trained (the reports count training sessions: one person in three courses counts three
 * times), that a unit was trained where the row names only a ministry or service, that a plan was carried out, or that a blank is zero.
 */
import type { BalanceCounts, Sum, TotalView, TrainingView } from '../../ledger/read/views.js'
import type { RecipientClass } from '../../ledger/records.js'
import type { NamingLevel } from '../../names/recipient-class.js'
import { isOverprinted } from '../lacking.js'
import type { Format } from '../messages/format.js'
import type { Messages } from '../messages/messages.js'

export interface Quotation {
  sentence: string
  caveat: string
  place: string
  balance: string
  permalink: string
}

export interface Words {
  text: Messages
  format: Format
}

export interface TrainingQuotationInput {
  view: Pick<TrainingView, 'training' | 'source' | 'totals'>
  /** The country as the reader's language names it. */
  country: string
  /** The same within a sentence: "the Philippines". */
  countryInSentence: string
  /** Null where nobody has said; then the sentence claims no more than the row prints. */
  level?: NamingLevel | null
  /** Null where the name was not classed. */
  recipientClass: RecipientClass | null
  /** The volume, and its page, as a citation gives it: "FMTR 2012–2013, IV-233". */
  place: string
  permalink: string
}

/** Flags by which an extractor says that a cell may hold other words than the page shows. */
const doubtful = new Set(['TEXT_RECOGNISED', 'NOTE_AMID_CELLS'])

/** Flags by which an extractor says that the row itself calls the training off. */
const cancelled = /cancel/i

export function quoteTraining({ text, format }: Words, input: TrainingQuotationInput): Quotation {
  const { training } = input.view
  const words = text.quote
  const isCancelled = training.flags.some((flag) => cancelled.test(flag.code)) || cancelled.test(training.courseTitle ?? '')
  const overprinted = isOverprinted(training)
  const isMasked = training.flags.some((flag) => flag.code === 'PERSONAL_DATA_MASKED')
  const sentence = words.training({
    report: training.report.replace('-', '–'),
    planned: training.status === 'proposed',
    sessions: training.quantity,
    sessionsText: training.quantity === null ? '' : format.number(training.quantity),
    course: training.courseTitle,
    recipient: training.recipientUnit && shorten(training.recipientUnit),
    country: input.country,
    countryInSentence: input.countryInSentence,
    program: training.program,
    fiscalYear: training.fiscalYear,
    cost: training.cents === null ? null : format.dollars(training.cents),
    overprinted,
  })
  const caveats = [
    words.sessionsCaveat,
    training.status === 'proposed' ? words.plannedCaveat : '',
    isCancelled ? words.cancelledCaveat : '',
    !training.recipientUnit ? words.noRecipientCaveat : '',
    training.recipientUnit && (input.level === 'service or ministry' || input.level === 'none') ? words.serviceCaveat : '',
    training.recipientUnit && input.level === 'class of units' ? words.classCaveat : '',
    training.recipientUnit && input.recipientClass !== null && input.recipientClass !== 'security force'
      ? words.notForceCaveat(text.classes[input.recipientClass])
      : '',
    training.flags.some(({ code }) => doubtful.has(code)) ? words.doubtfulCaveat : '',
    isMasked ? words.maskedCaveat : '',
    overprinted
      ? words.overprintedCaveat
      : training.cents === null
        ? words.noCostCaveat
        : training.cents === 0
          ? words.zeroCostCaveat
          : '',
    training.recipientUnit && training.recipientUnit.length > longest ? words.shortenedCaveat : '',
  ]
  return {
    sentence,
    caveat: caveats.filter(Boolean).join(' '),
    place: input.place,
    balance: balanceOfRow({ text, format }, input.view.totals),
    permalink: input.permalink,
  }
}

const longest = 160
const shorten = (cell: string) => (cell.length > longest ? `${cell.slice(0, longest).trimEnd()}…` : cell)

/** A row balances as far as the totals do that it counts in. */
function balanceOfRow({ text }: Words, totals: readonly TotalView[]): string {
  if (totals.length === 0) return text.quote.noTotals
  const off = totals.filter((total) => total.status !== 'balanced')
  if (off.length === 0) return text.quote.rowBalances(totals.length)
  const errors = off.filter((total) => total.status === 'report error').length
  return text.quote.rowOff(totals.length, off.length, errors)
}

export interface SumQuotationInput {
  sum: Sum
  /** Rows of plans, where the question is for plans alone: they are listed and never summed. */
  plans?: number
  /** What was summed, in words that fit after "listed for": "Mexico, Section 1004"; empty where it is everything. */
  scope: string
  /** First and last fiscal year with rows in the sum. */
  years: readonly number[]
  /** Fiscal years that are missing as a whole or in part. */
  missing: readonly number[]
  /** Further kinds of gap, in the reader's language: "classified", "column absent". */
  gaps: readonly string[]
  /** Whether the rows were picked by what they print: then nothing is said of what others print. */
  picked?: boolean
  /** Programmes of the same family that have rows of the question, too, and are not in the sum. */
  siblings?: readonly string[]
  balance: BalanceCounts | null
  reports: readonly string[]
  permalink: string
}

export function quoteSum({ text, format }: Words, input: SumQuotationInput): Quotation {
  const words = text.quote
  const { sum, plans = 0 } = input
  const allWithoutCost = sum.rows > 0 && sum.rowsWithoutCost === sum.rows
  const oneYear = input.years.length === 1
  const reports = format.list(input.reports.map((report) => report.replace('-', '–')))
  const listed = words.sum({
    sessions: sum.quantity,
    sessionsText: format.number(sum.quantity),
    rows: sum.rows,
    rowsText: format.number(sum.rows),
    scope: input.scope,
    years: format.years(input.years),
    oneYear,
    cost: sum.rows === 0 || allWithoutCost ? null : format.dollars(sum.cents),
  })
  const sentence = plans > 0 ? words.plans(plans, format.number(plans), input.scope, format.years(input.years), oneYear) : listed
  const caveats = [
    plans > 0 ? words.plansOnly : words.sessionsCaveat,
    sum.rows === 0 && plans === 0 ? words.emptyCaveat : '',
    sum.rowsWithoutCost > 0
      ? words.sumWithoutCost(format.number(sum.quantityWithoutCost), format.share(sum.quantityWithoutCost, sum.quantity))
      : '',
    withoutUnit({ text, format }, sum, input.picked ?? false),
    input.missing.length > 0 ? words.sumMissing(format.years(input.missing), input.missing.length === 1) : '',
    input.siblings?.length ? words.siblings(format.list(input.siblings)) : '',
    input.gaps.length > 0 ? words.sumGaps(format.list(input.gaps)) : '',
    plans > 0 ? '' : words.deliveredOnly,
  ]
  const balance = input.balance
  return {
    sentence,
    caveat: caveats.filter(Boolean).join(' '),
    place:
      plans > 0
        ? words.plansPlace(format.number(plans), reports, input.reports.length)
        : sum.rows === 0
          ? words.noPlace
          : words.sumPlace(format.number(sum.rows), reports, input.reports.length),
    balance:
      balance === null || balance.totals === 0
        ? words.sumNoTotals
        : words.sumBalance(
            format.number(balance.balanced),
            format.number(balance.totals),
            balance.reportErrors,
            balance.openDoubts,
            balance.unexplained,
          ),
    permalink: input.permalink,
  }
}

/** Where every session is without a recipient there are no others that name a ministry; of rows picked by their words nobody knows. */
function withoutUnit({ text, format }: Words, { quantity, quantityWithoutUnit }: Sum, picked: boolean): string {
  if (quantityWithoutUnit === 0) return ''
  if (quantityWithoutUnit === quantity) return text.quote.sumWithoutAnyUnit
  const share = format.share(quantityWithoutUnit, quantity)
  return picked ? text.quote.sumWithoutUnitAlone(share) : text.quote.sumWithoutUnit(share)
}
