/** What a claim and its check say in words (English), for whoever prints them: our own words, none of the article's sentences. */
import type { Claim, QuantityClaim } from '../extract/article/claims/claim.js'
import { countryOfCode } from '../ledger/vocabulary.js'
import type { CheckReason, ClaimCheck, ClaimFigure } from './claim-check.js'
import type { ClaimReading } from './claim-question.js'

export const count = (value: number): string => value.toLocaleString('en')
export const dollars = (cents: number): string =>
  `$${(cents / 100).toLocaleString('en', { maximumFractionDigits: cents % 100 === 0 ? 0 : 2, minimumFractionDigits: cents % 100 === 0 ? 0 : 2 })}`

const measureWords: Record<string, string> = {
  people_trained: 'people trained',
  trainers: 'trainers',
  missions: 'training missions',
  assistance: 'of assistance',
  weapons: 'of weapons',
  training_cost: 'for training',
  cost: 'of cost',
  money: '',
  count: '',
  personnel: 'people',
}

/** "≈ 13,000 people trained (Latin American security personnel)". */
export function claimWords(claim: Claim): string {
  const by = claim.speaker === null ? 'the article' : claim.speaker
  switch (claim.type) {
    case 'quantity':
      return `${quantityWords(claim)}; said by ${by}`
    case 'event':
      return `event: ${[claim.perpetrators ?? 'somebody', `“${claim.action}”`, claim.victims].filter(Boolean).join(' – ')}${claim.hedge ? ` (“${claim.hedge}”)` : ''}; said by ${by}`
    case 'lineage':
      return `lineage: ${[
        claim.members && `“${claim.members}”`,
        claim.left && `left “${claim.left}”`,
        claim.joined && `${claim.relation} “${claim.joined}”`,
        claim.trained_by && `trained by “${claim.trained_by}”`,
      ]
        .filter(Boolean)
        .join(', ')}; said by ${by}`
    case 'status':
      return `state of affairs: ${[claim.subject && `“${claim.subject}”`, `“${claim.state}”`].filter(Boolean).join(' ')}; said by ${by}`
    case 'denial':
    case 'doubt':
      return `${claim.type} by ${by}${claim.of ? ` of: “${claim.of}”` : ''}${claim.concerns.length > 0 ? `; concerns ${claim.concerns.join(', ')}` : ''}`
  }
}

function quantityWords({
  value,
  low,
  high,
  comparator,
  hedge,
  currency,
  measure,
  counted,
  period,
  place,
  recipient,
  per,
  change,
}: QuantityClaim): string {
  const figure = (number: number) =>
    currency === 'USD'
      ? `$${count(number)}`
      : `${count(number)}${measure === 'percent' ? ' %' : ''}${currency ? ` ${currency}` : ''}`
  const range = [low, high].map((end) => (end === null ? '…' : figure(end))).join(' to ')
  const sign = comparator === '=' ? '' : `${comparator} `
  const words = measureWords[measure] ?? (measure === 'percent' ? '' : measure.replaceAll('_', ' '))
  return [
    change === 'from' ? 'at first' : change === 'to' ? 'in the end' : '',
    `${sign}${value === null ? range : figure(value)}`,
    words,
    counted && counted !== words ? `(${counted})` : '',
    per ? `a ${per}` : '',
    recipient && recipient !== counted
      ? `for ${recipient}`
      : place && place !== counted && place !== recipient
        ? `in ${place}`
        : '',
    period ? `“${period.printed}”` : '',
    hedge && !period?.printed.includes(hedge) ? `[“${hedge}”]` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The verdict with its difference: "ledger higher, by 1,200 training sessions". */
export function verdictWords({ verdict, difference, measure, reading }: ClaimCheck): string {
  if (difference === null || measure === null) return verdict
  const by = measure === 'cents' ? dollars(Math.abs(difference)) : `${count(Math.abs(difference))} training sessions`
  const bound = reading === 'upper bound' ? ': even if nobody was counted twice, fewer than claimed' : ''
  return `${verdict}, by ${by}${bound}`
}

/** "3,400 training sessions in 900 rows, printed cost $1,200,000 (17 % of the rows carry none)". */
export function figureWords({ rows, sessions, cents, rowsWithoutCost }: ClaimFigure): string {
  const share = rows === 0 ? '' : ` (${percent(rowsWithoutCost / rows)} of the rows carry none)`
  return `${count(sessions)} training session${sessions === 1 ? '' : 's'} in ${count(rows)} row${rows === 1 ? '' : 's'}, printed cost ${dollars(cents)}${share}`
}

const percent = (share: number) => (share > 0 && share < 0.01 ? 'less than 1 %' : `${Math.round(share * 100)} %`)

const outside: Record<string, string> = {
  weapons: 'The record is of training; arms sales and transfers are not in it.',
  deaths: 'The record is of training; deaths are not in it.',
  disappeared: 'The record is of training; disappearances are not in it.',
  injured: 'The record is of training; the wounded are not in it.',
  inmates: 'The record is of training; prisoners are not in it.',
  officials: 'The record is of training; investigations of officials are not in it.',
  percent: 'The record is of training; the share that is claimed is not in it.',
  cost: 'The record is of training; other costs are not in it.',
  money: 'What the money is for was not read; the record has the printed cost of training alone.',
}

const noFigure: Record<string, string> = {
  event: 'An event is no number of trainings: the reports tell of courses, not of what units do.',
  lineage: 'The reports print courses and units, and nobody by name: what became of those who were trained is not in them.',
  status: 'A state of affairs is no number of trainings: the reports do not tell of posts and plans.',
  denial: 'The reports tell of courses, not of operations: they neither support nor refute what is denied.',
  doubt: 'A doubt claims no number of trainings.',
}

const gapWords: Record<Extract<CheckReason, { code: 'coverage' }>['gap'], string> = {
  'report-not-at-hand': 'The report is not among the sources of the ledger',
  'part-not-at-hand': 'A part of the report is not among the sources of the ledger',
  'year-outside-series': 'The series known here details what was delivered in fiscal years 1999 to 2020',
  'column-not-printed': 'The report does not print the column',
  'column-mostly-blank': 'The column is left blank in nine rows of ten or more',
  'classified-volume': "Special forces' joint exercises (JCET) are mostly reported in a classified volume",
  'in-progress-volume': 'What was in progress is in another volume',
  'sales-excluded': 'Training that the recipient buys (FMS) is in part outside the reports',
  'nato-member': 'Training of members of NATO is outside the reports',
  'exempted-country': 'The country is exempted from the reports by law',
}

/** One sentence a reading. */
export function readingWords(reading: ClaimReading): string {
  switch (reading.code) {
    case 'people-not-sessions':
      return 'People are not training sessions: one person in three courses counts three times, so the sessions are an upper bound of the people.'
    case 'program':
      return `“${reading.printed}” was read as the programme ${reading.programs.join(' or ')}.`
    case 'place': {
      const names = reading.countries.map((code) => countryOfCode(code)?.nameEn ?? code)
      if (reading.region === null) return `“${reading.printed}” was read as ${names.join(' and ')}.`
      return `“${reading.printed}” was read as ${reading.region}: ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`
    }
    case 'years': {
      const { printed, first, last, as, until } = reading
      const years = `fiscal year${first === last ? ` ${first}` : `s ${first} to ${last}`} (October ${first - 1} to September ${last})`
      if (as === 'part') return `“${printed}” is a part of ${years}; the record is summed by whole fiscal years.`
      const overlap = as === 'calendar' ? ', which share nine months of twelve with the calendar years' : ''
      return `“${printed}” was read as ${years}${overlap}${until === null ? '' : `; ${until}, the year of publication, is the last`}.`
    }
  }
}

/** One sentence a reason. */
export function reasonWords(reason: CheckReason): string {
  switch (reason.code) {
    case 'no-figure':
      return noFigure[reason.type] ?? 'The claim is no number of trainings.'
    case 'measure-outside':
      return outside[reason.measure] ?? 'What is counted is not in the record, which is of training.'
    case 'missions-not-counted':
      return 'The reports count training sessions by row and no missions or exercises: their number cannot be told from rows.'
    case 'trainers-not-summed':
      return 'How many trainers there were is printed in few years and for few rows, and is not summed.'
    case 'assistance-outside':
      return 'Assistance is more than training: the record has the printed cost of training alone, which is a part of it.'
    case 'currency-other':
      return `The record is in U.S. dollars; the claim is in ${reason.currency}.`
    case 'provider-other':
      return `The record is of training by the United States; the claim is of ${reason.provider}.`
    case 'provider-not-said':
      return 'The sentence does not say who trained; the record is of training by the United States alone.'
    case 'country-not-said':
      return 'The sentence names no country or region that was read.'
    case 'program-outside':
      return `“${reason.program}” is no programme that the reports list by this name.`
    case 'per-other':
      return `The number is one of every ${reason.per}, and which is not said.`
    case 'period-not-said':
      return 'The sentence names no time.'
    case 'period-unread':
      return `“${reason.printed}” could not be read as years.`
    case 'period-open':
      return `“${reason.printed}” reaches to the day of publication, which is not known (--published says it).`
    case 'period-future':
      return `“${reason.printed}” is in the future of the article: the record has what was delivered.`
    case 'period-part-of-year':
      return `“${reason.printed}” is not made of whole fiscal years, by which the record is summed.`
    case 'cost-not-printed':
      return `${count(reason.rows)} of ${count(reason.of)} rows (${percent(reason.rows / reason.of)}), with ${count(reason.sessions)} training sessions, print no cost.`
    case 'people-within-bound':
      return 'There are at least as many training sessions as people claimed: that many people are possible, and sessions cannot say how many there were.'
    case 'narrower-within-bound':
      return `The figure is of all recipients there, the claim of “${reason.recipient}”: as a part of it the claim is possible.`
    case 'coverage': {
      const years = yearsWords(reason.years)
      const names = reason.countries.map((code) => countryOfCode(code)?.nameEn ?? code)
      const shown = names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more countries` : names.join(', ')
      return `${gapWords[reason.gap]}${years ? `: fiscal ${reason.years.length === 1 ? 'year' : 'years'} ${years}` : ''}${shown ? ` (${shown})` : ''}.`
    }
  }
}

/** "2007, 2009 to 2011". */
export function yearsWords(years: readonly number[]): string {
  const spans: [number, number][] = []
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ')
}
