/**
 * What a claim and its check say, in the reader's language: our own words around what the article prints, none of its sentences.
 *
 * The pages, the API and the command line take these words from the same catalogue, so that a verdict is worded once.
 */
import { regionOf } from '../analysis/check-query.js'
import type { CheckReason, ClaimCheck, ClaimFigure } from '../analysis/claim-check.js'
import type { ClaimQuestion, ClaimReading } from '../analysis/claim-question.js'
import { saidNotSo } from '../analysis/claim-reserves.js'
import type { Claim, QuantityClaim } from '../extract/article/claims/claim.js'
import { isInclusive, isNearly } from '../extract/article/claims/numbers/hedges.js'
import { countryInWords } from './countries.js'
import { caseClaims } from './messages/es-case-claims.js'
import { formatFor, type Language } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import type { Site } from './site.js'

export type Speaks = Pick<Site, 'text' | 'format' | 'language'>

export const speaking = (language: Language): Speaks => ({
  text: messagesFor(language),
  format: formatFor(language),
  language,
})

export const capital = (sentence: string): string => `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}`

/** "We never received any training": the words deny; to deny these words would be to say that they received some. */
const deniesItself = (words: string): boolean =>
  /(?<!\p{L})(?:no|not|never|nobody|none|neither|cannot|without|nunca|jamás|tampoco|nadie|ning[uú]n\p{L}*)(?!\p{L})|n[’']t(?!\p{L})/iu.test(
    words,
  )
/** "He denied that they never trained". */
const saysThatHeDenies =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying|ials?)|reject\p{L}*|refut\p{L}*|dismiss\p{L}*|disput\p{L}*|nieg\p{L}*|neg(?:ó|aron|ar|ado|aba)|desm(?:int|ient)\p{L}*|rechaz\p{L}*)(?!\p{L})/iu

/** "about 13,000 people said to have received training (Latin American security personnel); said by the article". */
export function claimInWords(site: Speaks, claim: Claim): string {
  const words = site.text.check
  const hedge =
    claim.type === 'quantity' && claim.hedge && !claim.period?.printed.includes(claim.hedge) ? ` [“${claim.hedge}”]` : ''
  return words.says(`${contentInWords(site, claim)}${hedge}`, claim.speaker ?? words.theArticle)
}

/** What is claimed, without who says it. */
export function contentInWords(site: Speaks, claim: Claim): string {
  const words = site.text.check
  switch (claim.type) {
    case 'quantity':
      return quantityInWords(site, claim)
    case 'event': {
      const told = words.event(claim.action, claim.victims, claim.perpetrators)
      return `${told}${claim.hedge ? ` (“${claim.hedge}”)` : ''}`
    }
    case 'lineage':
      return words.lineage(
        [
          claim.members && `“${claim.members}”`,
          claim.left && words.left(claim.left),
          claim.joined && `“${claim.relation}” “${claim.joined}”`,
          claim.trained_by && words.trainedBy(claim.trained_by),
        ]
          .filter(Boolean)
          .join(', '),
      )
    case 'status':
      return `${words.status([claim.subject && `“${claim.subject}”`, `“${claim.state}”`].filter(Boolean).join(' '))}${
        // "is reportedly without a director" says so itself.
        claim.hedge && !claim.state.includes(claim.hedge) ? ` (“${claim.hedge}”)` : ''
      }`
    case 'denial':
      return claim.of !== null && deniesItself(claim.of) && !saysThatHeDenies.test(claim.sentence)
        ? words.denialInWords(claim.of)
        : words.denial(claim.of)
    case 'doubt':
      return words.doubt(claim.of)
  }
}

/** Our own words for a claim that comes with the project, and their language. They are written in English; of some there is another. */
export function ownWords({ language }: Pick<Speaks, 'language'>, words: string): { words: string; lang?: 'en' } {
  if (language === 'en') return { words }
  const spanish = caseClaims[words]
  return spanish === undefined ? { words, lang: 'en' } : { words: spanish }
}

/** The number with its unit: "about 13,000 people …", "$73,000,000 for training". */
export function numberInWords({ text, format }: Speaks, claim: QuantityClaim): string {
  const words = text.check
  const { value, low, high, comparator, hedge, currency, measure } = claim
  const figure = (number: number) =>
    currency === 'USD'
      ? format.dollars(Math.round(number * 100))
      : `${format.number(number)}${measure === 'percent' ? ' %' : ''}${currency ? ` ${currency}` : ''}`
  const end = (number: number | null) => (number === null ? null : figure(number))
  if (value === null) return words.number.between(end(low), end(high))
  if (comparator === '>') return (isInclusive(hedge) ? words.number.least : words.number.more)(figure(value))
  if (comparator === '<') return (isInclusive(hedge) ? words.number.most : words.number.fewer)(figure(value))
  if (isNearly(hedge)) return words.number.nearly(figure(value))
  return comparator === '≈' ? words.number.about(figure(value)) : figure(value)
}

/** The number says all: a share, money of which nobody said what it is for, a count of what stands beside it. */
const unitless: ReadonlySet<string> = new Set(['money', 'count', 'percent'])

function quantityInWords(site: Speaks, claim: QuantityClaim): string {
  const words = site.text.check
  const { measure, counted, period, place, recipient, per, change } = claim
  const what = unitless.has(measure) ? '' : (words.measures[measure] ?? measure.replaceAll('_', ' '))
  return [
    change === null ? '' : words.change[change],
    numberInWords(site, claim),
    claim.repaired === undefined ? '' : words.repaired(claim.repaired),
    what,
    counted && counted !== what ? `(${counted})` : '',
    per ? words.per(words.perWords[per] ?? per) : '',
    recipient && recipient !== counted
      ? words.forWhom(recipient)
      : place && place !== counted && place !== recipient
        ? words.in(place)
        : '',
    period ? `“${period.printed}”` : '',
    saidNotSo(claim) ? words.notSo : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** "Ledger lower, by 1,200 training sessions". */
export function verdictInWords(site: Speaks, { verdict, difference, measure }: ClaimCheck): string {
  const words = site.text.check
  if (difference === null || measure === null) return words.verdicts[verdict]
  if (difference === 0) return words.sameNumber(words.verdicts[verdict], verdict === 'ledger lower')
  return words.by(words.verdicts[verdict], amountInWords(site, Math.abs(difference), measure))
}

/** What has to be said right after the verdict; null where there is nothing. */
export const boundInWords = ({ text }: Speaks, { difference, reading, question }: ClaimCheck): string | null =>
  difference === null || reading !== 'upper bound'
    ? null
    : question?.about === 'people'
      ? text.check.bound
      : text.check.boundOfAll

export const amountInWords = ({ text, format }: Speaks, amount: number, measure: 'training sessions' | 'cents'): string =>
  measure === 'cents' ? format.dollars(amount) : text.check.sessions(amount, format.number(amount))

/** "3,400 training sessions in 900 rows, printed cost $1,200,000 (17% of the rows carry none)". */
export function figureInWords({ text, format }: Speaks, { rows, sessions, cents, rowsWithoutCost }: ClaimFigure): string {
  const words = text.check
  if (rows === 0) return words.noRows
  return words.figure(
    words.sessions(sessions, format.number(sessions)),
    words.rows(rows, format.number(rows)),
    format.dollars(cents),
    rowsWithoutCost === 0 ? '' : format.share(rowsWithoutCost, rows),
  )
}

/** "Training sessions delivered; Mexico; fiscal years 2007–2014; any programme". */
export function questionInWords(site: Speaks, question: ClaimQuestion): string {
  const words = site.text.check
  const { about, programs } = question
  return [
    about === 'cost' || about === 'assistance' ? words.question.cost : words.question.sessions,
    placeInWords(site, question),
    yearsInWords(site, question),
    programs.length === 0 ? words.anyProgram : words.or(programs),
  ].join('; ')
}

/** "Mexico, fiscal years 2007–2014, IMET-1": what a claim is about, where it has no words of its own. */
export function scopeInWords(site: Speaks, question: ClaimQuestion): string {
  const { years, programs } = question
  return [
    placeInWords(site, question),
    ...(years.length > 0 ? [yearsInWords(site, question)] : []),
    ...(programs.length > 0 ? [site.text.check.or(programs)] : []),
  ].join(', ')
}

function placeInWords({ text, format, language }: Speaks, { countries, reasons }: ClaimQuestion): string {
  const words = text.check
  if (reasons.some(({ code }) => code === 'country-not-said')) return words.noPlace
  if (countries.length === 0) return words.everywhere
  const region = countries.length > 1 ? regionOf(countries) : null
  if (region) return words.regionOf(words.regions[region] ?? region, countries.length)
  return countries.length > 4
    ? words.countries(countries.length, format.number(countries.length))
    : format.list(countries.map((code) => countryInWords(code, language)))
}

const yearsInWords = ({ text, format }: Speaks, { years }: ClaimQuestion): string =>
  years.length === 0 ? text.check.noYears : text.check.fiscalYears(years.length, format.years(years))

/** Where nothing is lacking but what came under a few programmes, and the claim names none: what can be asked instead. Null elsewhere. */
export function askInWords(
  { text, format }: Speaks,
  { question, reasons }: Pick<ClaimCheck, 'question' | 'reasons'>,
): string | null {
  if (question === null || question.programs.length > 0 || reasons.length === 0) return null
  const lacking = new Set<string>()
  for (const reason of reasons) {
    if (reason.code !== 'coverage' || reason.programs.length === 0) return null
    for (const program of reason.programs) lacking.add(program)
  }
  return text.check.askProgram(format.list([...lacking]))
}

/** One sentence a reading. */
export function readingInWords({ text, format, language }: Speaks, reading: ClaimReading): string {
  const words = text.check.readings
  switch (reading.code) {
    case 'people-not-sessions':
      return words.peopleNotSessions
    case 'program':
      return words.program(reading.printed, text.check.or(reading.programs))
    case 'place': {
      const names = format.list(reading.countries.map((code) => countryInWords(code, language)))
      if (reading.region === null) return words.country(reading.printed, names)
      const region = text.check.regions[reading.region] ?? reading.region
      return words.region(reading.printed === reading.region ? null : reading.printed, region, names)
    }
    case 'years': {
      const { first, last, as, until } = reading
      const printed = timeInWords(text, reading.printed)
      if (as === 'part') return `${words.part(printed, first, last)}.`
      return `${words.years(printed, first, last)}${as === 'calendar' ? words.calendar : ''}${until === null ? '' : words.until(until)}.`
    }
  }
}

/** "2006 –" of an address is "since 2006"; an article's own words stay as they are. */
const timeInWords = (text: Speaks['text'], printed: string): string =>
  printed.endsWith(' –') ? text.check.readings.since(printed.slice(0, -2)) : printed

/** Countries that a reason names; the rest are counted. */
const mostCountries = 6

/** One sentence a reason. */
export function reasonInWords({ text, format, language }: Speaks, reason: CheckReason): string {
  const { reasons: words, ...check } = text.check
  switch (reason.code) {
    case 'no-figure':
      return check.noNumber[reason.type] ?? check.noNumberOther
    case 'measure-outside':
      return check.outside[reason.measure] ?? check.outsideOther
    case 'training-denied':
      return words.trainingDenied[reason.asked]
    case 'denied-unread':
      return words.deniedUnread
    case 'missions-not-counted':
      return words.missionsNotCounted
    case 'trainers-not-summed':
      return words.trainersNotSummed
    case 'assistance-outside':
      return words.assistanceOutside
    case 'currency-other':
      return words.currencyOther(reason.currency)
    case 'provider-other':
      return words.providerOther(reason.provider)
    case 'provider-not-said':
      return words.providerNotSaid
    case 'country-not-said':
      return words.countryNotSaid
    case 'program-outside':
      return words.programOutside(reason.program)
    case 'reserve':
      return reason.unread === undefined ? words.reserves[reason.reserve] : words.unread(reason.unread)
    case 'calendar-years':
      return words.calendarYears(timeInWords(text, reason.printed))
    case 'per-other':
      return words.perOther(check.perWords[reason.per] ?? reason.per)
    case 'period-not-said':
      return words.periodNotSaid
    case 'period-unread':
      return words.periodUnread(timeInWords(text, reason.printed))
    case 'period-open':
      return words.periodOpen(timeInWords(text, reason.printed))
    case 'period-future':
      return words.periodFuture(timeInWords(text, reason.printed))
    case 'period-part-of-year':
      return words.periodPartOfYear(timeInWords(text, reason.printed))
    case 'cost-not-printed':
      return words.costNotPrinted(
        format.number(reason.rows),
        format.number(reason.of),
        format.share(reason.rows, reason.of),
        format.number(reason.sessions),
      )
    case 'no-row':
      return words.noRow(
        format.list(reason.countries.map((code) => countryInWords(code, language))),
        reason.years.length > 0 ? check.fiscalYears(reason.years.length, format.years(reason.years)) : '',
      )
    case 'people-some':
      return words.peopleSome
    case 'people-within-bound':
      return words.peopleWithinBound
    case 'narrower-within-bound':
      return words.narrowerWithinBound(reason.recipient)
    case 'coverage': {
      const names = reason.countries.map((code) => countryInWords(code, language)).sort(format.collator.compare)
      const shown =
        names.length > mostCountries
          ? words.moreCountries(names.slice(0, mostCountries - 1).join(', '), names.length - mostCountries + 1)
          : names.join(', ')
      const years = reason.years.length > 0 ? check.fiscalYears(reason.years.length, format.years(reason.years)) : ''
      return `${text.reasons[reason.gap].replace(/\.$/, '')}${years && `: ${years}`}${shown && ` (${shown})`}.`
    }
  }
}
