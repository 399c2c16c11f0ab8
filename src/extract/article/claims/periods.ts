/** Times in a sentence: "between 2007 and 2014", "since 2006", "in the 1990s", "over the next five years", "el 11 de julio de 2014". */
import { findDate } from '../../../documents/article/byline.js'
import type { ClaimPeriod } from './claim.js'

export interface FoundPeriod extends ClaimPeriod {
  start: number
  end: number
  /** Points back to a period named before: "in that eight-year period", "during the same period". */
  anaphoric: boolean
  /** Of the noun that it stands before alone: "the September disappearance", "the 2014 massacre". */
  attached: boolean
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const spanishMonths = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
const monthAt = (name: string): number => {
  const lower = name.toLowerCase()
  const english = months.split('|').indexOf(lower)
  return (english === -1 ? spanishMonths.split('|').indexOf(lower) : english) + 1
}
const year = '(?:19|20)\\d\\d'
const any = `${months}|${spanishMonths}`
const two = (value: number) => String(value).padStart(2, '0')
const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate()

type Reader = (match: RegExpExecArray, published: string | null) => { from: string | null; to: string | null }
const patterns: readonly [RegExp, Reader, ('anaphoric' | 'attached')?][] = [
  [
    new RegExp(
      `\\b(?:between|from|entre|de|desde)\\s(?:(?:${any})\\s(?:de\\s)?)?(${year})\\s(?:and|to|through|until|y|a|al|hasta)\\s(?:(?:${any})\\s(?:de\\s)?)?(${year})\\b`,
      'gi',
    ),
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[2]}-12-31` }),
  ],
  [new RegExp(`\\b(${year})\\s?[-–—]\\s?(${year})\\b`, 'g'), (m) => ({ from: `${m[1]}-01-01`, to: `${m[2]}-12-31` })],
  [
    new RegExp(`\\b(?:ever )?(?:since|desde)\\s(?:(${any})\\s(?:de\\s)?)?(${year})\\b`, 'gi'),
    (m) => ({ from: `${m[2]}-${m[1] ? two(monthAt(m[1])) : '01'}-01`, to: null }),
  ],
  [
    new RegExp(
      `\\b(?:on |el )?(?:(?:${any})\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${year}|\\d{1,2}(?:st|nd|rd|th)? (?:de )?(?:${any})(?: de)?,? ${year}|${year}-\\d\\d-\\d\\d)\\b`,
      'gi',
    ),
    (m) => {
      const day = findDate(m[0])?.day ?? null
      return { from: day, to: day }
    },
  ],
  [
    new RegExp(`\\b(?:in |during |by |en )?(${any})(?: de| of)?,? (${year})\\b`, 'gi'),
    (m) => ({
      from: `${m[2]}-${two(monthAt(m[1]!))}-01`,
      to: `${m[2]}-${two(monthAt(m[1]!))}-${lastDay(Number(m[2]), monthAt(m[1]!))}`,
    }),
  ],
  [
    /\b(?:in|during|since|en|durante) (?:the |los )?((?:19|20)\d)0s\b/gi,
    (m) => ({ from: `${m[1]}0-01-01`, to: /since/i.test(m[0]) ? null : `${m[1]}9-12-31` }),
  ],
  [new RegExp(`\\b(?:until|through|up to|hasta)\\s(${year})\\b`, 'gi'), (m) => ({ from: null, to: `${m[1]}-12-31` })],
  [
    new RegExp(
      `\\b(?:in|during|throughout|for|of|en|durante)\\s(?:the (?:fiscal )?year |fiscal (?:year )?|FY ?|el año )?(${year})\\b`,
      'gi',
    ),
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` }),
  ],
  [
    /\b(?:in|during|over|en|durante) (?:that|this|those|the same|ese|este|el mismo)\s(?:[\p{L}-]+\s)?(?:period|years|time|decade|año|per[ií]odo|lapso)(?![\p{L}])/giu,
    () => ({ from: null, to: null }),
    'anaphoric',
  ],
  [
    /\b(?:over|during|in|for|durante|en) (?:the |los )?(?:past|last|next|coming|previous|[uú]ltimos|pr[oó]ximos)\s(?:[\p{L}\d,-]+\s){0,3}(?:years?|months?|weeks?|days?|decades?|años|meses)(?![\p{L}])/giu,
    () => ({ from: null, to: null }),
  ],
  [
    /\b(?:this|last|next|earlier this|late last) (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi,
    (m, published) => relative(m[0], published),
  ],
  [
    new RegExp(`\\b(?:in|since|on|en)\\s(${any})(?:\\s(\\d{1,2})(?:st|nd|rd|th)?)?(?:\\sof\\sthis\\syear)?\\b`, 'gi'),
    (m, published) => ({ ...monthBefore(m[1]!, m[2], published), ...(/^(?:since|desde)/i.test(m[0]) && { to: null }) }),
  ],
  [
    /\bthe ((?:19|20)\d\d) (?=(?:\p{Lu}[\p{L}’-]+ ){0,3}(?:massacre|killings?|murders?|coup|disappearances?|attacks?|raid|operation|elections?|report|budget|exercise|mission))/gu,
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` }),
    'attached',
  ],
  [
    new RegExp(
      `\\b(?:the |this |last |en |de )?(${any})(?:\\s(\\d{1,2})(?:st|nd|rd|th)?)?(?=\\s(?:disappearances?|killings?|massacre|attacks?|raid|murders?|coup|operation)\\b)`,
      'gi',
    ),
    (m, published) => monthBefore(m[1]!, m[2], published),
    'attached',
  ],
  [
    /\b(?:(?:(?:many|several|some|a few|a couple of|two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:years|months|weeks|decades) (?:ago|earlier)|hace (?:[\p{L}\d]+ )?(?:años|meses))\b/giu,
    () => ({ from: null, to: null }),
  ],
  [
    /\b(?:yesterday|ayer)\b/gi,
    (_, published) => {
      const day = published && new Date(Date.parse(published) - 86_400_000).toISOString().slice(0, 10)
      return { from: day || null, to: day || null }
    },
  ],
  [/\b(?:over|for) (?:a|the past|the last|much of the past|more than a) decade\b/gi, () => ({ from: null, to: null })],
]

/** "on April 16", "in September": the last one before the article was published; unknown where nobody knows that day. */
function monthBefore(
  month: string,
  day: string | undefined,
  published: string | null,
): { from: string | null; to: string | null } {
  if (published === null) return { from: null, to: null }
  const number = monthAt(month)
  const at = (year: number) => `${year}-${two(number)}-${two(day === undefined ? 1 : Number(day))}`
  const own = Number(published.slice(0, 4))
  const year = at(own) <= published ? own : own - 1
  if (day !== undefined)
    return Number(day) >= 1 && Number(day) <= lastDay(year, number) ? { from: at(year), to: at(year) } : { from: null, to: null }
  return { from: at(year), to: `${year}-${two(number)}-${lastDay(year, number)}` }
}

function relative(printed: string, published: string | null): { from: string | null; to: string | null } {
  const said = /year/i.test(printed) && published ? Number(published.slice(0, 4)) : null
  if (said === null) return { from: null, to: null }
  const year = /last/i.test(printed) ? said - 1 : /next/i.test(printed) ? said + 1 : said
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** A word of time: without one nothing below can match. */
const timely =
  /\d{4}|yesterday|ayer|january|february|march|april|june|july|august|september|october|november|december|\d0s|year|month|week|decade|period|this time|años|año|meses|lapso|per[ií]odo|\b(?:in|since|on|of|this|last|next) may\b|\bmay \d|\d (?:de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|\b(?:en|desde|de) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)/iu

/** Times of a stretch, in order, none within another. `published`: ISO day of the article, for "last year". */
export function findPeriods(text: string, start: number, end: number, published: string | null): FoundPeriod[] {
  const sentence = text.slice(start, end)
  const found: FoundPeriod[] = []
  if (!timely.test(sentence)) return found
  for (const [pattern, read, kind] of patterns) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(sentence); match; match = pattern.exec(sentence)) {
      const from = start + match.index
      const to = from + match[0].length
      if (found.some((one) => from < one.end && to > one.start)) continue
      found.push({
        printed: kind === 'attached' ? match[0].trim().replace(/^the /i, '') : match[0],
        ...read(match, published),
        start: from,
        end: to,
        anaphoric: kind === 'anaphoric',
        attached: kind === 'attached',
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
