/**
 * Which fiscal years of the record an article's times mean. The U.S. fiscal year N runs from 1 October of N − 1 to 30 September of N.
 *
 * Whole calendar years are read as the fiscal years of the same numbers, and the reading says so. Where a time points at the day of writing
 * ("since 2006", "over the past decade") and nobody knows that day, the question goes to the end of the record and cannot be answered.
 */
import type { ClaimPeriod } from '../extract/article/claims/claim.js'
import { units } from '../extract/article/claims/numbers/number-words.js'
import { happening } from '../extract/article/claims/periods.js'

export type YearsReason =
  | { code: 'period-not-said' }
  | { code: 'period-unread'; printed: string }
  | { code: 'period-open'; printed: string }
  | { code: 'period-future'; printed: string }
  | { code: 'period-part-of-year'; printed: string }

/** How a time was read: as fiscal years `first` to `last`, "part" where it is less than these. */
export interface YearsReading {
  code: 'years'
  printed: string
  first: number
  last: number
  as: 'fiscal' | 'calendar' | 'part'
  /** The year of publication, where the time reaches to it. */
  until: number | null
}

export interface ReadYears {
  years: number[]
  readings: YearsReading[]
  reasons: YearsReason[]
}

/** The last fiscal year that the series of reports details: see data/coverage/series.csv. */
const lastOfRecord = 2020
/** A time is a question of at most so many years. */
const longest = 200

function fiscalYearOf(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 10 ? year + 1 : year
}

export function readYears(period: ClaimPeriod | null, published: string | null): ReadYears {
  if (period === null) return { years: [], readings: [], reasons: [{ code: 'period-not-said' }] }
  const { printed } = period
  const readings: YearsReading[] = []
  const reasons: YearsReason[] = []
  const relative = period.from === null && period.to === null ? readRelative(printed, published) : null
  if (relative?.future || (period.from === null && /\b(?:next|coming|pr[oó]xim[oa]s?)\b/i.test(printed)))
    return { years: [], readings, reasons: [{ code: 'period-future', printed }] }
  const from = relative?.from ?? period.from
  let to = relative?.to ?? period.to
  if (from === null && to === null) {
    return {
      years: [],
      readings,
      reasons: [
        published === null && isRelative(printed) ? { code: 'period-open', printed } : { code: 'period-unread', printed },
      ],
    }
  }
  // "Until 2014" begins nowhere, and the record begins in 1999.
  if (from === null) return { years: [], readings, reasons: [{ code: 'period-unread', printed }] }
  if (to === null) {
    if (published === null) reasons.push({ code: 'period-open', printed })
    // "Since fiscal year 2006" reaches to the fiscal year of the day.
    to =
      published !== null && from.endsWith('-10-01')
        ? published
        : `${published === null ? lastOfRecord : published.slice(0, 4)}-12-31`
  }
  const wholeYears = from.endsWith('-01-01') && to.endsWith('-12-31')
  const first = wholeYears ? Number(from.slice(0, 4)) : fiscalYearOf(from)
  const last = wholeYears ? Number(to.slice(0, 4)) : Math.max(first, fiscalYearOf(to))
  if (last < first || last - first > longest) return { years: [], readings, reasons: [{ code: 'period-unread', printed }] }
  const fiscal = /\b(?:fiscal|FY)\b/i.test(printed) || (from.slice(5) === '10-01' && to.slice(5) === '09-30')
  // "The first half of fiscal year 2012", and a year that was not over when the article was written.
  const divided =
    /(?<!\p{L})(?:half|mitad|quarter|Q[1-4]|months?|weeks?|trimestre|semestre|meses|semanas)(?!\p{L})/iu.test(printed) &&
    !relative
  const unfinished =
    published !== null &&
    period.to !== null &&
    relative === null &&
    published < (fiscal ? `${last}-09-30` : to) &&
    published >= from.slice(0, published.length)
  const part = (!wholeYears && !fiscal) || divided || unfinished || (!fiscal && loose.test(printed)) || twoInOne.test(printed)
  // A day, a month or "since October" is a part that no sum of years answers.
  if (part) reasons.push({ code: 'period-part-of-year', printed })
  const until = period.to === null && relative === null && published !== null ? Number(published.slice(0, 4)) : null
  readings.push({ code: 'years', printed, first, last, as: part ? 'part' : fiscal ? 'fiscal' : 'calendar', until })
  if (published !== null && first > Number(published.slice(0, 4))) reasons.push({ code: 'period-future', printed })
  return { years: Array.from({ length: last - first + 1 }, (_, index) => first + index), readings, reasons }
}

/** "Since the 2012 coup" begins on a day that is not told, "the three years to 2013" in one, and "the early 2000s" end somewhere. */
const loose = new RegExp(
  String.raw`(?<!\p{L})(?:${happening})(?!\p{L})|(?:years?|decade|años?|década) (?:to|through|until|up to|ended|ending|hasta)(?!\p{L})|(?:early|late|mid)[\s-]\d{3}0s`,
  'iu',
)
/** "2010-11" are two years, or one that lies in both. */
const twoInOne = {
  test: (printed: string): boolean => {
    const [, first, last] = /(\d{4})[-/](\d\d)(?!\d)/.exec(printed) ?? []
    return first !== undefined && (Number(first) + 1) % 100 === Number(last)
  },
}

const isRelative = (printed: string) =>
  /(?<!\p{L})(?:past|last|previous|this|current|earlier|decade|decades|next|coming|[uú]ltim[oa]s?|pr[oó]xim[oa]s?|pasad[oa]s?|actual|década)(?!\p{L})/iu.test(
    printed,
  )

/** "Over the past decade", "in the last five years": the calendar years before the one of publication, and it. Null where it is no such time. */
function readRelative(printed: string, published: string | null): { from: string; to: string; future: boolean } | null {
  if (published === null) return null
  const match =
    /(?<!\p{L})(past|last|next|coming|[uú]ltim[oa]s?|pr[oó]xim[oa]s?|pasad[oa]s)\s(?:([\p{L}\d]+)\s)?(years?|decades?|años?|d[eé]cadas?)(?!\p{L})/iu.exec(
      printed,
    )
  const decade = /\b(?:a|more than a)\sdecade\b/i.test(printed)
  if (!match && !decade) return null
  const unit = decade || /d[eé]cad/i.test(match![3]!) ? 10 : 1
  const count = decade ? 1 : match![2] === undefined ? 1 : (units[match![2].toLowerCase()] ?? Number(match![2]))
  if (!Number.isFinite(count) || count < 1) return null
  const future = !decade && /^(?:next|coming|pr)/i.test(match![1]!)
  const year = Number(published.slice(0, 4))
  return { from: `${year - count * unit}-01-01`, to: `${year - 1}-12-31`, future }
}
