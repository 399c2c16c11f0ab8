/** Times in a sentence: "between 2007 and 2014", "since 2006", "in the 1990s", "over the next five years", "el 11 de julio de 2014". */
import { findDate } from '../../../documents/article/byline.js'
import type { ClaimPeriod } from './claim.js'
import { firstMatch, type Signs, sought } from './grammar/signs.js'
import { units } from './numbers/number-words.js'

export interface FoundPeriod extends ClaimPeriod {
  start: number
  end: number
  /** Points back to a period named before: "in that eight-year period", "the next year". */
  anaphoric: boolean
  /** So many years after the one that it points back to, which must be a single one. */
  after: number
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
/** All four digits in each, so that the sentences that have such a number are told from those with any. */
const year = '(?:19\\d\\d|20\\d\\d)'
const any = `${months}|${spanishMonths}`
const two = (value: number) => String(value).padStart(2, '0')
const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate()

/** "fiscal years", "FY", "año fiscal". */
const fiscal = '(?:fiscal years? |fiscal |FY ?|años? fiscal(?:es)? )'

/** "late 2006", "principios de 2010": a third of the year or so; the year where nothing is said. */
const part =
  '(?:the )?(?:late|early|mid|middle of|end of|beginning of|start of)|fines de|finales de|principios de|inicios de|mediados de'
function partOf(words: string | undefined, of: number): { from: string; to: string } {
  if (words === undefined) return { from: `${of}-01-01`, to: `${of}-12-31` }
  if (/late|end|fin/i.test(words)) return { from: `${of}-09-01`, to: `${of}-12-31` }
  return /mid|med/i.test(words) ? { from: `${of}-05-01`, to: `${of}-08-31` } : { from: `${of}-01-01`, to: `${of}-04-30` }
}

/** From the first day of the first year or month to the last of the last. */
function spanOf(printed: string, first: number, last: number): { from: string; to: string } {
  const named = [...printed.matchAll(new RegExp(`(${any})\\s(?:de\\s|del\\s)?(${year})`, 'gi'))]
  const monthOf = (at: number) => named.find((one) => Number(one[2]) === at)?.[1]
  const [start, end] = [monthOf(first), first === last ? named.at(-1)?.[1] : monthOf(last)]
  const month = end ? monthAt(end) : 12
  return { from: `${first}-${start ? two(monthAt(start)) : '01'}-01`, to: `${last}-${two(month)}-${lastDay(last, month)}` }
}

const ordinals: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, last: 0, final: 0 },
  ...{ primeros: 1, primera: 1, primer: 1, segunda: 2, segundo: 2, tercer: 3, cuarto: 4, últimos: 0, última: 0, último: 0 },
}
/** Months of a year, which is a fiscal one from October on. `which` counts from 1 and is 0 for the last. Days and weeks are somewhere in a half. */
function stretchOf(which: number, count: string | undefined, unit: string, of: number, isFiscal: boolean) {
  const counted = /^(?:months|meses)$/i.test(unit) ? (units[count?.toLowerCase() ?? ''] ?? (Number(count) || 6)) : 6
  const length = /quarter|trimestre/i.test(unit) ? 3 : counted
  const first = which === 0 || which * length > 12 ? 12 - length : (which - 1) * length
  const month = (after: number) => new Date(Date.UTC(of, (isFiscal ? -3 : 0) + after, 1)).toISOString().slice(0, 7)
  const end = month(first + length - 1)
  return { from: `${month(first)}-01`, to: `${end}-${lastDay(Number(end.slice(0, 4)), Number(end.slice(5)))}` }
}

/** A fiscal year of the United States runs from the October before to September; articles here mean no other's. */
const fiscalWords = /(?<!\p{L})(?:fiscal(?:es)?|FY ?\d|FY)(?!\p{L})/iu
function inFiscalYears<Days extends { from: string | null; to: string | null }>(printed: string, days: Days): Days {
  const { from, to } = days
  const whole = from?.endsWith('-01-01') !== false && to?.endsWith('-12-31') !== false
  if (!whole || !fiscalWords.test(printed)) return days
  return { ...days, from: from && `${Number(from.slice(0, 4)) - 1}-10-01`, to: to?.replace(/-12-31$/, '-09-30') ?? null }
}

/** "2012 and 2013", "2011, 2012 and 2013": from the first to the last where none is left out; else nobody says more than the words. */
function listOf(m: RegExpExecArray): { from: string | null; to: string | null } {
  const years = [...m[0].matchAll(new RegExp(year, 'g'))].map(Number)
  const whole = years.every((one, at) => at === 0 || one === years[at - 1]! + 1) && !/ (?:or|o) /.test(m[0])
  // "500 and 600 in 2012 and 2013, respectively"
  if (!whole || /(?<!\p{L})(?:respectively|respectivamente)(?!\p{L})/iu.test(m.input)) return { from: null, to: null }
  return { from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` }
}

/** "February and March 2011", "from November to March 2012": the year is the last month's. Two months that do not follow each other are no stretch. */
function monthsOf(between: boolean, first: string, last: string, of: number) {
  const [from, to] = [monthAt(first), monthAt(last)]
  if (!between && to - from !== 1) return { from: null, to: null }
  return { from: `${from > to ? of - 1 : of}-${two(from)}-01`, to: `${of}-${two(to)}-${lastDay(of, to)}` }
}

/** The first of these days has the year of the last, unless it is printed with its own or would come behind it. */
function daysOf(printed: string, month: string, day: string, lastMonth: string, end: string, of: string) {
  const own = Number(new RegExp(year).exec(printed)![0])
  const [first, last] = [monthAt(month), monthAt(lastMonth)]
  const to = `${of}-${two(last)}-${two(Number(end))}`
  const start = (at: number) => `${at}-${two(first)}-${two(Number(day))}`
  const from = start(own) <= to ? start(own) : start(own - 1)
  const exists = (at: string) => !Number.isNaN(Date.parse(at)) && Number(at.slice(8)) >= 1
  return exists(from) && exists(to) ? { from, to } : { from: null, to: null }
}

/** "The three years to 2019", "the 12 months to June 2019": so long, the last of them included. */
function endingIn(count: number, unit: string, month: string | undefined, of: number) {
  if (!(count > 0 && count < 100)) return { from: null, to: null }
  const last = month === undefined ? 12 : monthAt(month)
  const length = /^(?:month|mes)/i.test(unit) ? count : count * (/^d[eé]/i.test(unit) ? 120 : 12)
  const from = new Date(Date.UTC(of, last - length, 1)).toISOString().slice(0, 10)
  return { from, to: `${of}-${two(last)}-${lastDay(of, last)}` }
}

/** What happened once and is called by its year: what is counted may have happened in it. What is written down is only dated so. */
export const happening =
  'massacres?|killings?|murders?|coup|disappearances?|attacks?|ambush|bombings?|raid|operation|uprising|mutiny|war|elections?|exercise|mission|golpe|masacre|matanza|atentado|ataque|emboscada|operativo|operaci[oó]n|levantamiento|mot[ií]n|guerra|elecciones'
const writtenDown =
  /(?<!\p{L})(?:agreements?|accords?|treat(?:y|ies)|pacts?|laws?|acts?|decrees?|memo(?:randum)?s?|memorand[ao]|resolutions?|directives?|constitutions?|acuerdos?|convenios?|tratados?|pactos?|ley(?:es)?|decretos?|memorandos?|resoluci(?:ón|ones)|directivas?|constituci(?:ón|ones))\s$/iu

/** Null where the words are no time after all. */
type Reader = (match: RegExpExecArray, published: string | null) => { from: string | null; to: string | null } | null
const patterns: readonly [RegExp, Reader, ('anaphoric' | 'attached' | 'year after' | 'year before')?][] = [
  // "in the three years to 2019"
  [
    new RegExp(
      `\\b(?:in|over|during|en|durante) (?:the|los|las|el|la) (?:([\\p{L}\\d]+)[\\s-])?(years?|months?|decade|años?|meses|década) (?:to|through|until|up to|ended(?: in)?|ending(?: in)?|hasta)\\s(?:${fiscal})?(?:(${any}) (?:de )?)?(${year})\\b`,
      'giu',
    ),
    (m) => endingIn(m[1] ? (units[m[1].toLowerCase()] ?? Number(m[1])) : 1, m[2]!, m[3], Number(m[4])),
  ],
  [
    new RegExp(
      `\\b(?:between|from|entre|de|del|desde)\\s(?:(?:the |los |las |el )?${fiscal}|(${part})[\\s-](?:de )?)?(?:(?:${any})\\s(?:de\\s|del\\s)?)?(${year})\\s(?:and|to|through|until|y|a|al|hasta)\\s(?:(?:the |los |el )?${fiscal}|(${part})[\\s-](?:de )?)?(?:(?:${any})\\s(?:de\\s|del\\s)?)?(${year})\\b`,
      'gi',
    ),
    (m) => {
      const days = spanOf(m[0], Number(m[2]), Number(m[4]))
      return {
        from: m[1] === undefined ? days.from : partOf(m[1], Number(m[2])).from,
        to: m[3] === undefined ? days.to : partOf(m[3], Number(m[4])).to,
      }
    },
  ],
  [
    new RegExp(
      `\\b(?:in |during |over |for |en |durante )?(?:the |los )?(?:${fiscal})(${year})(?:\\s(and|to|through|until|y|a|al|hasta)\\s|\\s?[-–—]\\s?)(?:${fiscal})?(${year})\\b`,
      'gi',
    ),
    // "Fiscal years 2010 and 2012" are two, and not what lies between them.
    (m) => (/^(?:and|y)$/i.test(m[2] ?? '') && Number(m[3]) - Number(m[1]) > 1 ? null : spanOf(m[0], Number(m[1]), Number(m[3]))),
  ],
  [
    new RegExp(
      `\\b(?:in|during|over|for|of|en|durante|del?)\\s(?:(?:the |los |el )?${fiscal})?(?:the years |years? |los años )?${year}(?:,\\s(?:${fiscal})?${year})*,?\\s(?:and|or|y|o)\\s(?:(?:in |en )?(?:${fiscal})?)?${year}\\b(?!\\s\\p{Ll}{4,}s\\s(?:were|have|had|fueron))`,
      'giu',
    ),
    listOf,
  ],
  [
    /\b(?:in |during |over |for |en |durante )?(?:the |el )?(?:(?:last|past|previous|this|current) fiscal year|(?:último |pasado |actual )?año fiscal (?:pasado|anterior|actual)|(?:último|pasado|actual) año fiscal)\b/giu,
    (m, published) => relativeFiscal(m[0], published),
  ],
  [
    new RegExp(`\\b(?:in |during |over |for )?the (${year}) fiscal year\\b`, 'gi'),
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` }),
  ],
  [new RegExp(`\\b(${year})\\s?[-–—]\\s?(${year})\\b`, 'g'), (m) => ({ from: `${m[1]}-01-01`, to: `${m[2]}-12-31` })],
  // "FY2010-13", "in 2010/11"
  [
    new RegExp(`\\b(?:in |during |en |durante )?(?:${fiscal})?(${year})[-–/](\\d\\d)\\b(?![-–/])`, 'gi'),
    (m) => {
      const [first, last] = [Number(m[1]), Number(m[1]!.slice(0, 2) + m[2])]
      return last > first && last - first < 20 ? { from: `${first}-01-01`, to: `${last}-12-31` } : null
    },
  ],
  [
    /\b(?:in |during |en |durante )?FY ?['’]?(\d\d)(?:\s?[-–—]\s?(?:FY ?)?['’]?(\d\d))?\b(?!\d)/gi,
    (m) => {
      const of = (digits: string) => `${Number(digits) > 60 ? 19 : 20}${digits}`
      return { from: `${of(m[1]!)}-01-01`, to: `${of(m[2] ?? m[1]!)}-12-31` }
    },
  ],
  [
    new RegExp(
      `\\b(?:ever )?(?:since|desde|a partir del?)\\s(?:(${part})[\\s-])?(?:fiscal year |FY ?|el año fiscal |el año |el )?(?:(${any})\\s(?:de\\s|del\\s)?)?(${year})\\b`,
      'gi',
    ),
    (m) => ({ from: m[2] ? `${m[3]}-${two(monthAt(m[2]))}-01` : partOf(m[1], Number(m[3])).from, to: null }),
  ],
  // "the first half of 2012", "el primer trimestre del año fiscal 2012", "Q1 of FY2012"
  [
    new RegExp(
      `\\b(?:in |during |over |en |durante )?(?:(?:the |el |la |los )(${Object.keys(ordinals).join('|')})\\s(?:([\\p{L}\\d]+)\\s)?(half|quarter|months|weeks|days|semestre|mitad|trimestre|meses|días)\\s(?:of|de|del)\\s(?:the )?|Q([1-4]) (?:of )?)(?:${fiscal}|año )?(${year})\\b`,
      'giu',
    ),
    (m) =>
      stretchOf(
        m[4] ? Number(m[4]) : ordinals[m[1]!.toLowerCase()]!,
        m[2],
        m[4] ? 'quarter' : m[3]!,
        Number(m[5]),
        fiscalWords.test(m[0]),
      ),
  ],
  // "from March 3 to July 5, 2023", "June 1-14, 2016"
  [
    new RegExp(
      `\\b(?:(?:between|from|on) )?(${any}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${year})?(?: (?:and|to|through|until) |\\s?[-–—]\\s?)(?:(${any}) )?(\\d{1,2})(?:st|nd|rd|th)?,? (${year})\\b`,
      'gi',
    ),
    (m) => daysOf(m[0], m[1]!, m[2]!, m[3] ?? m[1]!, m[4]!, m[5]!),
  ],
  // "between 3 and 9 July 2019", "del 28 de junio al 9 de julio de 2019"
  [
    new RegExp(
      `\\b(?:(?:between|from|on|entre|del?|desde)(?: el)? )?(\\d{1,2})(?:st|nd|rd|th)?(?: (?:de |of )?(${any})(?: (?:de )?${year})?)?(?: (?:and|to|through|until|y|a|al|hasta)(?: el)? |\\s?[-–—]\\s?)(\\d{1,2})(?:st|nd|rd|th)? (?:de |of )?(${any})(?: del?|,)? (${year})\\b`,
      'gi',
    ),
    (m) => daysOf(m[0], m[2] ?? m[4]!, m[1]!, m[4]!, m[3]!, m[5]!),
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
  // "between January and June 2006", "de enero a junio de 2006", "March-July 2023", "in February and March 2011"
  [
    new RegExp(
      `\\b(?:(between|from|entre|desde|de)\\s|(?:in|during|en|durante)\\s)?(${any})(?:\\s(and|y)\\s|\\s(?:to|through|until|a|hasta)\\s|\\s?[-–—]\\s?)(${any})(?: de| del| of)?,? (${year})\\b`,
      'gi',
    ),
    (m) => monthsOf(m[1] !== undefined || m[3] === undefined, m[2]!, m[4]!, Number(m[5])),
  ],
  [
    new RegExp(
      `\\b(?:(between|from|entre|desde|de)|in|during|en|durante)\\s(${any})\\s(?:(and|y)|to|through|until|a|hasta)\\s(${any})\\b( (?:of )?(?:this|last) year| de este año| del (?:año pasado|presente año))?(?! \\d)`,
      'gi',
    ),
    (m, published) => {
      const { to } = m[5] ? relative(m[5], published) : monthBefore(m[4]!, undefined, published)
      const between = m[1] !== undefined || m[3] === undefined
      return to === null ? { from: null, to } : monthsOf(between, m[2]!, m[4]!, Number(to.slice(0, 4)))
    },
  ],
  [
    new RegExp(
      `\\b(?:in |during |(by |by the end of |as of |until |through |up to |hasta |para |a fines de )|en )?(${any})(?: de| of)?,? (${year})\\b`,
      'gi',
    ),
    (m) => ({
      from: m[1] ? null : `${m[3]}-${two(monthAt(m[2]!))}-01`,
      to: `${m[3]}-${two(monthAt(m[2]!))}-${lastDay(Number(m[3]), monthAt(m[2]!))}`,
    }),
  ],
  // "in the late 1990s", "in the 1980s and 1990s", "from the 1980s to 2005"
  [
    new RegExp(
      `\\b(?:in|during|since|from|over|en|durante|desde) (?:the |los )?(?:late |early |mid-)?(19\\d|20\\d)0s(?: (?:and|to|through|until|y|hasta) (?:the |los )?(?:late |early |mid-)?(?:(19\\d|20\\d)0s|(${year})))?\\b`,
      'gi',
    ),
    (m) => {
      const to = m[3] ? `${m[3]}-12-31` : `${m[2] ?? m[1]}9-12-31`
      return { from: `${m[1]}0-01-01`, to: /^(?:since|desde|from)/i.test(m[0]) && !m[2] && !m[3] ? null : to }
    },
  ],
  [
    /\b(?:in |during |over )?the (first|second) half of the (19\d|20\d)0s\b/gi,
    (m) =>
      /first/i.test(m[1]!) ? { from: `${m[2]}0-01-01`, to: `${m[2]}4-12-31` } : { from: `${m[2]}5-01-01`, to: `${m[2]}9-12-31` },
  ],
  [new RegExp(`\\b(?:until|through|up to|hasta)\\s(${year})\\b`, 'gi'), (m) => ({ from: null, to: `${m[1]}-12-31` })],
  [
    /\b(?:en|durante|desde) (?:la d[eé]cada de )?los (?:años )?(cincuenta|sesenta|setenta|ochenta|noventa)(?!\p{L})/giu,
    (m) => {
      const decade = 1950 + 10 * ['cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'].indexOf(m[1]!.toLowerCase())
      return { from: `${decade}-01-01`, to: /^desde/i.test(m[0]) ? null : `${decade + 9}-12-31` }
    },
  ],
  // "After the 2012 coup", "desde el golpe de 2009"
  [
    new RegExp(
      `\\b(?:(since|desde)|(until|before|hasta|antes de)|after|following|tras|despu[eé]s de|luego de)(?:l| the| an?| el| la| las)\\s(?:(${year})\\s(?:\\p{L}+\\s){0,2}?(?:${happening})|(?:${happening})\\s(?:\\p{L}+\\s){0,3}?(?:of|in|de|del|en)\\s(?:(?:${any})\\s(?:de |del )?)?(${year}))(?!\\p{L})`,
      'giu',
    ),
    (m) => {
      const of = m[3] ?? m[4]
      return { from: m[1] ? `${of}-01-01` : null, to: m[2] ? `${of}-12-31` : null }
    },
  ],
  // What was before 2012 was not in it; what came after it, nobody knows how long.
  [
    new RegExp(`\\b(?:before|prior to|antes del?)\\s(${year})\\b`, 'gi'),
    (m) => ({ from: null, to: `${Number(m[1]) - 1}-12-31` }),
  ],
  [new RegExp(`\\b(?:after|despu[eé]s del?)\\s(${year})\\b`, 'gi'), () => ({ from: null, to: null })],
  // "en la década de 1980", "en los años 80"
  [
    /\b(?:en|durante|desde) (?:la d[eé]cada de(?: los(?: años)?)?|los años) (?:19)?([2-9])0\b/giu,
    (m) => ({ from: `19${m[1]}0-01-01`, to: /^desde/i.test(m[0]) ? null : `19${m[1]}9-12-31` }),
  ],
  // "By 2015" is all that was before, too.
  [
    new RegExp(`\\b(?:by|by the end of|as of|para|hacia)\\s(?:${fiscal}|el año )?(${year})\\b`, 'gi'),
    (m) => ({ from: null, to: `${m[1]}-12-31` }),
  ],
  [
    new RegExp(
      `\\b(?:in|during|throughout|for|of|en|durante|del?|a(?! ${year}\\s(?!(?:se|ya|hay|había|el|la|los|las|un|una|unos|más|casi|fueron|eran|van|suma\\p{L}*|llega\\p{L}*)(?!\\p{L}))\\p{L}))\\s(?:(${part})[\\s-])?(?:the (?:fiscal )?year |fiscal (?:year )?|FY ?|el año fiscal |año fiscal |el año )?(${year})\\b`,
      'giu',
    ),
    (m) => (/^(?:of|del?)\s/i.test(m[0]) && writtenDown.test(m.input.slice(0, m.index)) ? null : partOf(m[1], Number(m[2]))),
  ],
  // A chronology's entry: "2009 - Some 1,800 soldiers"
  [new RegExp(`^(${year})(?=\\s?[-–—:]\\s)`, 'g'), (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` })],
  [
    /\b(?:in|during|over|en|durante) (?:that|this|those|the same|ese|este|esos|estos|aquellos|el mismo|los mismos)\s(?:[\p{L}-]+\s)?(?:period|years|time|decade|años?|per[ií]odo|lapso)(?![\p{L}])/giu,
    () => ({ from: null, to: null }),
    'anaphoric',
  ],
  [
    /(?<!(?<!\p{L})(?:of|de|del) )\b(?:that (?:same )?year|the same year|es[ea] (?:mismo )?año|aquel año)(?!\p{L})/giu,
    () => ({ from: null, to: null }),
    'anaphoric',
  ],
  [
    /\b(?:(?:in |during )?the (?:following|subsequent) (?:fiscal )?year|(?<!(?:over|within|for|in|during) )the next (?:fiscal )?year|(?:a|one) year later|the year after(?=[\s,]*(?:\d|[.;,]|$))|(?:en |durante )?el año siguiente|al año siguiente|un año (?:después|más tarde))(?!\p{L})/giu,
    () => ({ from: null, to: null }),
    'year after',
  ],
  [
    /(?<!(?<!\p{L})(?:as|than|que) (?:in )?)\b(?:(?:in |during )?the (?:previous|preceding|prior) (?:fiscal )?year|(?:a|one) year (?:earlier|before)|the year before|un año antes)(?!\p{L}| (?:the |he |she |they |el )?\p{Ll})/giu,
    () => ({ from: null, to: null }),
    'year before',
  ],
  [
    /\b(?:over|during|in|for|durante|en) (?:the |los |las |la |el )?(?:past|last|next|coming|previous|preceding|[uú]ltim[oa]s?|pasad[oa]s?|pr[oó]xim[oa]s?)\s(?:[\p{L}\d,-]+\s){0,3}(?:years?|months?|weeks?|days?|decades?|años?|mes(?:es)?|décadas?)(?![\p{L}])/giu,
    () => ({ from: null, to: null }),
  ],
  // "over three years", "over the six-year period", "en un lustro": so long, and nobody says when.
  [
    /\b(?:over|during|in|within|durante|en) (?:the |an? |un |una |los |las )?(?:\p{L}+|\d+)(?:[\s-](?:years?|decades?|months?|años|meses|d[eé]cadas))(?:[\s-]period)?(?!\p{L}|\s(?:of|old|ago|earlier|later|before|after|in prison))/giu,
    (m) =>
      /\b(?:past|last|next|this|that|these|those|recent|same|[uú]ltimos|esos|estos|mismos)\b/i.test(m[0])
        ? null
        : { from: null, to: null },
  ],
  [/\ben un (?:lustro|decenio)\b/giu, () => ({ from: null, to: null })],
  // The only year of which a fiscal one is said, without a preposition.
  [
    new RegExp(`\\b(?:fiscal(?: year)?|FY|año fiscal) ?(${year})\\b`, 'gi'),
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` }),
  ],
  [
    /\b(?:el )?(?:año|mes) pasado\b|\beste (?:año|mes)\b|\bel (?:próximo año|año próximo|año anterior)\b/giu,
    (m, published) => relative(m[0], published),
  ],
  [
    /\b(?:on|last|el|el pasado) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?!\p{L})/giu,
    () => ({ from: null, to: null }),
    'attached',
  ],
  [
    new RegExp(`\\b(?:on |el )?(\\d{1,2})(?:st|nd|rd|th)? (?:de )?(${any})\\b(?! (?:de |del )?${year})`, 'gi'),
    (m, published) => monthBefore(m[2]!, m[1], published),
  ],
  [
    new RegExp(`\\b(?:until|by|hasta|para) (${any})\\b(?! (?:de |del )?${year})`, 'gi'),
    (m, published) => ({ ...monthBefore(m[1]!, undefined, published), from: null }),
  ],
  [
    new RegExp(`\\b(?:in|for) (?:a|an|the|its|his|her|their) (${year}) (?=audit|report|study|survey|review|poll|budget)`, 'gi'),
    (m) => ({ from: `${m[1]}-01-01`, to: `${m[1]}-12-31` }),
    'attached',
  ],
  [
    /\b(?:this|last|next|earlier this|late last) (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi,
    (m, published) => relative(m[0], published),
  ],
  [
    new RegExp(`\\b(?:in|since|on|en|desde)\\s(${any})(?:\\s(\\d{1,2})(?:st|nd|rd|th)?)?(?:\\sof\\sthis\\syear)?\\b`, 'gi'),
    (m, published) => ({ ...monthBefore(m[1]!, m[2], published), ...(/^(?:since|desde)/i.test(m[0]) && { to: null }) }),
  ],
  [
    new RegExp(
      `\\b(?:[Tt]he|[Aa]n?|its|their|his|her|[Tt]hat) (${year}) (?=(?:\\p{L}[\\p{L}’-]+ ){0,3}(?:${happening}|budget)(?!\\p{L})|report(?!\\p{L}))`,
      'gu',
    ),
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
    /\b(?:(?:(?:many|several|some|a few|a couple of|two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:years|months|weeks|decades) (?:ago|earlier)|hace (?:[\p{L}\d]+ )?(?:años?|mes(?:es)?))\b/giu,
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
  const said = /year|año/i.test(printed) && published ? Number(published.slice(0, 4)) : null
  if (said === null) return { from: null, to: null }
  const year = /last|pasado|anterior/i.test(printed) ? said - 1 : /next|próximo/i.test(printed) ? said + 1 : said
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** From the first day of October to the last of September, of the fiscal year of publication or of the one before it. */
function relativeFiscal(printed: string, published: string | null): { from: string | null; to: string | null } {
  if (published === null) return { from: null, to: null }
  const own = Number(published.slice(0, 4)) + (Number(published.slice(5, 7)) >= 10 ? 1 : 0)
  const year = /this|current|actual/i.test(printed) ? own : own - 1
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` }
}

const times = patterns.map(([pattern, read, kind]) => ({ time: sought(pattern), read, kind }))

/** Times of a stretch, in order, none within another. `published`: ISO day of the article, for "last year". */
export function findPeriods(text: string, start: number, end: number, published: string | null, signs: Signs): FoundPeriod[] {
  const sentence = text.slice(start, end)
  const found: FoundPeriod[] = []
  for (const { time, read, kind } of times) {
    let next = 0
    for (let match = firstMatch(time, sentence, signs); match; match = firstMatch(time, sentence, signs, next)) {
      next = match.index + match[0].length
      const [from, to] = [start + match.index, start + next]
      if (found.some((one) => from < one.end && to > one.start)) continue
      const days = read(match, published)
      if (days === null) continue
      found.push({
        printed:
          kind === 'attached'
            ? match[0]
                .trim()
                .replace(/^(?:the|an?|its|their|his|her|that) (?=\d)/i, '')
                .replace(/^the /i, '')
            : match[0],
        ...inFiscalYears(match[0], days),
        start: from,
        end: to,
        anaphoric: kind !== undefined && kind !== 'attached',
        after: kind === 'year after' ? 1 : kind === 'year before' ? -1 : 0,
        attached: kind === 'attached',
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
