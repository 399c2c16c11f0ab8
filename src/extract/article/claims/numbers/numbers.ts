/**
 * Numbers as prose prints them, English and Spanish: "1,5 millones", "two dozen", "some 5,000", "$1.2bn", "40 to 60", "nine out of 10".
 *
 * Years, dates, ages, calibres and the numbers of units are no quantities and are left out. Where the print is damaged ("l3,000", "13, 000")
 * it is read as what it must have been, and says so.
 */
import type { Comparator } from '../claim.js'
import { begins, firstMatch, inSmallLetters, type Signs, signsOf, sought } from '../grammar/signs.js'
import { currencyAfter, currencyOf } from './currencies.js'
import { repairDigits } from './damaged-digits.js'
import { hedgeBefore, hedgeBehind } from './hedges.js'
import { readWords, scales, shareOf, units, vague } from './number-words.js'

export interface FoundNumber {
  start: number
  end: number
  /** Exact or, with `comparator`, bounding value; null where only a range is known. */
  value: number | null
  low: number | null
  high: number | null
  comparator: Comparator
  hedge: string | null
  currency: string | null
  percent: boolean
  /** The number as printed, where its print is damaged and was repaired. */
  repaired: string | null
}

/**
 * "6, 009 animals": a space crept in beside the comma, as scans and some papers have it; told by the noun that follows. Thousands parted by spaces ("12 500
 * soldiers") are told from two numbers by what follows, by a sign of money before them ("$5 000 000"), or by being many.
 */
const digits = String.raw`\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])|(?<=[$€£₦]\s?)\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?![\d])(?!\.\d)|\d{1,3}(?:,\d{3})+(?: \d{3})+(?=\s\p{L}{3,})|\d{1,3}(?: \d{3}){2,}(?!\d)|\d{1,3} mill(?:ón|ones) \d{1,3} mil(?!\p{L})|\d{1,3} mil \d{3}(?!\d)|\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d{1,3}(?:,[ \n]| ,)\d{3}(?=\s\p{Ll})|\d{1,3}(?: \d{3})+(?=\s(?:\p{L}{3,}|of|de|in|en)(?!\p{L}))|\d+(?:[.,]\d+|\s?[½¼¾⅓⅔⅛]| [1-3]\/[234](?=\s(?:million|billion|mill|mil )))?`
const word = `(?:${Object.keys(units).join('|')})`
const scale = `(?:mil millones|${Object.keys(scales)
  .filter((name) => name.length > 2 && name !== 'mil millones')
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const money = String.raw`(?:us\s?\$|u\.s\.\s?\$|mx\s?\$|c\$|a\$|\$|€|£|₦|₹|(?<![\p{L}\d])rs\.?(?=\s?\d)|(?<![\p{L}\d])n(?=\d))`
/** "treinta y cinco", "ciento veinte", "doscientos treinta y uno", "dos mil quinientos", "veintiún mil". */
const spanishTens = '(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)'
const spanishHundreds = '(?:ciento|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s)'
const underHundred = String.raw`(?:${spanishTens}\sy\sun[oa]?|(?:${spanishTens}\sy\s)?${word})`
const underThousand = String.raw`(?:(?:${spanishHundreds}\s)?${underHundred}|${spanishHundreds}|cien)`
const spanishWords = String.raw`(?:(?:${underThousand}\s)?mil\s(?!millones)${underThousand}|${spanishHundreds}(?:\s${underHundred})?|${spanishTens}\sy\s(?:${word}|un[oa]?)|cien(?=\smil))(?:\smil(?:\s(?!millones)${underThousand})?)?(?:\s(?:millones|billones)(?:\sy\smedio)?)?`
/** "two hundred", "a hundred and fifty", "two thousand five hundred", "three and a half million", "dos millones y medio". */
const underScale = String.raw`${word}(?:[\s-]${word})?`
const scaledWords = String.raw`(?:un[oa]?(?=\so\sdos(?!\p{L}))|un[oa](?=\sde\scada\s)|${underScale}(?:\sand a half(?=\s${scale}(?!\p{L})))?|an?(?=\s(?!mil|cien)${scale}\b)|un(?=\s(?:millón|billón|centenar|millar))|una(?=\s(?:docena|decena|veintena|treintena))|mil(?=\s\p{Ll}))(?:\s${scale}(?!\p{L})(?:\sand a half|\sy medi[oa]|\s(?:and\s|(?<=(?:hundred|thousand|million)\s))${underScale}(?![\p{L}-])|\s(?:${underThousand}\s)?mil(?:\s${underThousand})?(?!\p{L}))?)*`
/** Of text in small letters: told apart from capitals at each letter, the words of numbers would take a second to compile. */
const number = sought(
  new RegExp(
    String.raw`(?:(?<money>${money})\s?|(?<![\p{L}\d.,)]|(?<!\d)-))(?:(?<digits>${digits})(?:[\s\u00a0-]?(?<scale>${scale})(?![\p{L}])|(?<short>bn|tn|mn|k|m)(?![\p{L}\d]))?` +
      String.raw`|(?<share>(?:one|two|three|four)-(?:third|quarter|fifth|tenth)s?(?=\s(?:were|was|are|is|have|has|had|did|died|attended|said)(?!\p{L}))|(?:(?:an?|one|two|three|four)[\s-](?:half|third|quarter|fifth|tenth)s?|half|la mitad|(?:un|dos) tercios?|un cuarto|(?:la|una)\s(?:tercera|cuarta|quinta|sexta|décima)\sparte|(?:dos|tres)\s(?:terceras|cuartas|quintas)\spartes)(?=\s(?:(?:of|del?)\s|(?:se|fue|fueron|no|ha|han|está|están|son|eran?|siguen?)\s|(?<=half\s)(?:(?=(?:the|its|their)\s\d)|(?:were|have|had|has|are|was|is|did)\s))(?!(?:the\s|an?\s|los\s|la\s|el\s)?(?:(?:19|20)\d|fiscal|day|week|month|year|decade|century|time|way|a?ño|mes|d[ií]a))))` +
      String.raw`|(?<by>(?<=(?<!\p{L})by\s)(?:half|(?:an?|one|two|three|four)[\s-](?:half|third|quarter|fifth|tenth)s?)(?=\s(?:to|in|since|last|over|from|between|this|and)(?!\p{L})|[,.;]))|(?<half>half an?|medi[oa])\s(?<halfscale>million|billion|dozen|lakh|crore|millón|docena|centenar)` +
      String.raw`|(?<several>several|a few|a couple(?: of)?|varios|varias|unos cuantos|unas cuantas)\s(?<severalscale>hundred|thousand|dozen|million|cientos|miles)(?![\p{L}])(?: thousand)?` +
      String.raw`|(?<vague>${Object.keys(vague)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?=[”"’']?\s(?:of|de)\s|\s(?:more|other)\s|\s\p{Ll})` +
      String.raw`|(?<words>${spanishWords}|${scaledWords}|millón y medio|cien(?:to)?(?=\s)))(?![\p{L}\d])`,
    'u',
  ),
)

const ordinary = /^(?:one|a|an|un|uno|una)$/i
/** "One or two": the one end of a range, and no article. */
const orTwo = /^ (?:or|to|o|a) (?:two|three|dos|tres)(?!\p{L})/iu

/** Numbers of a sentence, in order. `spanish`: whether "1.500" is fifteen hundred. */
export function findNumbers(
  text: string,
  from: number,
  to: number,
  spanish: boolean,
  signs: Signs = signsOf(text.slice(from, to)),
): FoundNumber[] {
  const found: FoundNumber[] = []
  if (!begins(number, signs)) return found
  const printed = text.slice(from, to)
  const sentence = repairDigits(printed)
  const words = sentence === printed ? signs : signsOf(sentence)
  const small = inSmallLetters(sentence)
  /** Where the next number is looked for. */
  let next = 0
  for (let match = firstMatch(number, small, words); match; match = firstMatch(number, small, words, next)) {
    next = match.index + match[0].length
    const groups = match.groups!
    const own = sentence.slice(match.index, next).trim()
    const sign = groups.money && sentence.slice(match.index, match.index + groups.money.length)
    const lead = match[0].length - match[0].trimStart().length
    const start = match.index + lead
    let end = match.index + match[0].length
    const before = sentence.slice(Math.max(0, start - 60), start)
    const after = sentence.slice(end, end + 40)
    // "Section 1004" is called so.
    if (!groups.money && /(?<!\p{L})(?:section|secci[oó]n)\s$/iu.test(before)) continue
    if (groups.vague && !spanish && /^(?:miles|decenas|docenas|cientos|centenares)/i.test(groups.vague)) continue
    if (
      / \d/.test(groups.digits ?? '') &&
      !/[,l]/.test(groups.digits!) &&
      !groups.money &&
      !hedgeBefore(before) &&
      (dateBefore.test(before) || /\p{Lu}[\p{L}.]*\s$/u.test(before))
    ) {
      // "On May 3 500 people": the day is no part of the number.
      next = match.index + lead + groups.digits!.indexOf(' ')
      continue
    }
    if (!isQuantity(own, groups, before, after, spanish)) continue
    // The other end of what was no range.
    if (/\d-$/.test(before) && found.at(-1)?.end !== from + start - 1) continue
    if (groups.digits !== undefined && !groups.money && !groups.scale && !groups.short && isOrdinal(sentence, start, end))
      continue
    const { low, high, approximate, ...read } = readValue(groups, spanish || groupsByDot(groups, after))
    let { value } = read
    const currency = currencyOf(sign, after, sentence, text)
    const percent = /^\s?(?:%|per ?cent\b|percent\b|por ciento\b)/i.exec(after)
    if (percent) {
      end += percent[0].length
      next = end
    }
    const ratio = /^ (?:out of|in|de cada)(?: every)? (\d+|\p{L}+)(?![\p{L}\d])/iu.exec(after)
    let isPercent = percent !== null || (groups.share ?? groups.by) !== undefined
    if (ratio && value !== null && !groups.money) {
      const of = Number(ratio[1]) || readWords(ratio[1]!)
      if (of > value && of <= 1000) {
        value = Math.round((value / of) * 1000) / 10
        isPercent = true
        end += ratio[0].length
        next = end
      } else if (ordinary.test(own)) continue
    } else if (ordinary.test(own) && !groups.scale && !percent && value === 1 && !orTwo.test(after)) continue
    const named =
      currency && !groups.money && sentence[end] === ' ' && !/^ de /.test(sentence.slice(end))
        ? currencyAfter.exec(sentence.slice(end))
        : null
    if (named) end += named[0].length
    const numberEnd = end
    // "Fifteen thousand (15,000) soldiers": said twice.
    const again = groups.words === undefined ? null : /^ \((\d[\d.,]*\d|\d)\)(?=\s)/.exec(sentence.slice(end))
    if (again && value !== null && readDigits(again[1]!, spanish) === value) {
      end += again[0].length
      next = end
    }
    const ahead = hedgeBefore(before)
    const behind = ahead ? null : hedgeBehind(sentence.slice(end, end + 30))
    if (behind) end += sentence.slice(end).indexOf(behind.printed) + behind.printed.length
    const hedge = ahead ?? behind
    const damaged = printed.slice(start, numberEnd)
    found.push({
      start: from + start - (ahead?.length ?? 0),
      end: from + end,
      value,
      low,
      high,
      comparator: hedge?.comparator ?? (approximate ? '≈' : '='),
      hedge: hedge?.printed ?? null,
      currency,
      percent: isPercent,
      repaired: damaged !== sentence.slice(start, numberEnd) || isUneven(groups.digits ?? '') ? damaged : null,
    })
  }
  return joinRanges(text, found)
}

function readValue(
  groups: Record<string, string | undefined>,
  spanish: boolean,
): { value: number | null; low: number | null; high: number | null; approximate: boolean } {
  const exact = (value: number, approximate = false) => ({ value: round(value), low: null, high: null, approximate })
  if (groups.digits !== undefined) {
    const parts = /^(\d+) (mil|mill\p{L}+) (\d+)/u.exec(groups.digits)
    if (parts) {
      const [, thousands, unit, rest] = parts
      const value = unit === 'mil' ? Number(thousands) * 1000 + Number(rest) : Number(thousands) * 1e6 + Number(rest) * 1000
      return exact(value * (groups.scale ? scaleOf(groups.scale) : 1))
    }
    const factor = groups.scale ? scaleOf(groups.scale) : groups.short ? scales[groups.short.toLowerCase()]! : 1
    return exact(
      readDigits(groups.digits, spanish || /^(?:millones|mil|millón|mil millones)$/i.test(groups.scale ?? '')) * factor,
    )
  }
  const share = groups.share ?? groups.by
  if (share) return exact(shareOf(share) * 100, true)
  if (groups.half) return exact(scaleOf(groups.halfscale!) / 2, true)
  if (groups.several) {
    const unit = { hundred: 100, thousand: 1e3, dozen: 12, million: 1e6, cientos: 100, miles: 1e3 }[
      groups.severalscale!.toLowerCase()
    ]!
    if (/couple/i.test(groups.several)) return exact(unit * 2, true)
    return { value: null, low: unit * 3, high: unit * 9, approximate: true }
  }
  if (groups.vague) return { value: null, low: vague[groups.vague.toLowerCase()]!, high: null, approximate: true }
  return exact(readWords(groups.words!))
}

/**
 * "900.000 dólares", "3.480 officers" in a text of another language: a point before three digits parts thousands where a Spanish word or people,
 * who come in whole numbers, follow, and in sums of money that end in a zero ("$900.000", not "$3.999 a gallon").
 */
function groupsByDot(groups: Record<string, string | undefined>, after: string): boolean {
  if (!/^\d{1,3}\.\d{3}$/.test(groups.digits ?? '') || groups.scale || groups.short || /^\s?(?:%|per ?cent)/i.test(after))
    return false
  return groups.money ? groups.digits!.endsWith('0') : spanishUnit.test(after) || whole.test(after)
}
const spanishUnit =
  /^\s(?:de\s)?(?:d[oó]lares|pesos|guaran[ií]es|quetzales|lempiras|c[oó]rdobas|bol[ií]vares|soldados|militares|polic[ií]as|efectivos|elementos|agentes|oficiales|marinos|infantes|cadetes|fiscales|jueces|alumn[oa]s|estudiantes|personas|muert[oa]s|v[ií]ctimas|heridos|desaparecid[oa]s|desplazad[oa]s|homicidios|asesinatos|casos|armas|fusiles|municiones|cartuchos|veh[ií]culos|familias|mujeres|niños|hombres)(?!\p{L})/iu
const whole =
  /^\s(?:\p{L}+\s){0,2}(?:people|persons|soldiers|troops|officers|police(?:men)?|personnel|students|train\p{L}+s|recruits|cadets|men|women|children|civilians|refugees|families|deaths|killings|murders|weapons|rifles|rounds|training sessions)(?!\p{L})/iu

const scaleOf = (name: string): number => scales[name.toLowerCase()] ?? 1
const round = (value: number): number => Math.round(value * 100) / 100

/** "13, 000", "5,000 000": parted in two ways, of which one is the printer's or the scan's. */
const isUneven = (digits: string): boolean =>
  /\d(?:,[ \n]| ,)\d{3}/.test(digits) || (/\d,\d{3}/.test(digits) && /\d[ \u00a0\u202f]\d{3}/.test(digits))

const fractions: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '⅛': [1, 8],
}
/** "5,000", "1.500" (Spanish), "1,5", "1.2": a group of three after a mark is thousands, in English after a comma only. */
function readDigits(printed: string, spanish: boolean): number {
  if (isUneven(printed)) return Number(printed.replace(/\D/g, ''))
  // "$5½ million", "5 1/2 million"
  const [, whole, part] = /^(\d+)\s?([½¼¾⅓⅔⅛]|[1-3]\/[234])$/.exec(printed) ?? []
  if (whole !== undefined) {
    const [over, under] = fractions[part!] ?? part!.split('/').map(Number)
    return Number(whole) + over! / under!
  }
  const plain = printed.replace(/[\u00a0\u202f \n]/g, '')
  // "12,34,567" is twelve lakh and some.
  if (/^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3})$/.test(plain)) return Number(plain.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) && (spanish || /\.\d{3}[.,]/.test(plain)))
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  return Number(plain.replace(',', '.'))
}

const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre'
const dateBefore = new RegExp(
  `(?:\\b(?:${months})\\.?\\s|\\b(?:page|chapter|section|article|no\\.|number|channel|route|highway|flight|room|zone|sector|level|phase|part|volume|grade|age|aged|at|el)\\s)$`,
  'i',
)
const dateAfter = new RegExp(`^(?:st|nd|rd|th)?\\s(?:de\\s)?(?:of\\s)?(?:${months})\\b`, 'i')
/** "Batallón de Contraguerrillas 46", "Brigada Móvil No. 15", "Battalion 105": a unit's name ends in its number. */
const unitBefore =
  /(?<!\p{L})(?:[Bb]atall[oó]n|[Bb]rigada|[Rr]egimiento|[Dd]ivisi[oó]n|[Cc]ompañ[ií]a|[Ee]scuadr[oó]n|[Zz]ona|[Rr]egi[oó]n|[Ff]uerza de [Tt]area|[Gg]rupo|Battalion|Brigade|Regiment|Division|Squadron|Task Force)(?:\s(?:de(?:\s(?:la|los|las))?|del|\p{Lu}[\p{L}“”"’'-]+)){0,5}\s(?:(?:No|Nro|N[uú]m)\.?\s|n[uú]mero\s|N[°º]\s?)?$/u
const unitAfter =
  /^(?:st|nd|rd|th|º|ª)?\.?\s?(?!(?:of|de|del|from|in)\s)(?:\p{Lu}?[\p{L}-]+\s){0,2}(?:Div(?:ision)?|B(?:riga)?de|B(?:at+al+i?o)?n|Batall?[oó]n|Reg(?:imen)?t|Sq(?:uadro)?n|Company|Coy|Corps|Zona|Regi[oó]n|Sector|Artillery|Infantry|Task Force|Garrison|Command|Wing)(?![\p{L}])/iu

/** "3." or "34 Maj Gen …" at the head of an entry of a list numbers the entry. */
function isOrdinal(sentence: string, start: number, end: number): boolean {
  if (/[\p{L}\p{N}]/u.test(sentence.slice(0, start))) return false
  const rest = sentence.slice(end)
  return !/[\p{L}\p{N}]/u.test(rest) || /^\\?[.)]\s/.test(rest) || /^\s(?:\p{Lu}[\p{L}.]*\s){2,}/u.test(rest)
}

/** "40-60 people", "2-3 million": a hyphen between two numbers that grow and count something; "2-1 win" is a score. */
function isRange(first: string, after: string): boolean {
  const match = /^-(\d[\d,.]*)\s?(?:bn|mn|[mk](?!\p{L})|\p{Ll}{3,})/u.exec(after)
  return match !== null && readDigits(match[1]!.replace(/[,.]$/, ''), false) > readDigits(first, false)
}

/** Whether a printed number counts something. */
function isQuantity(
  printed: string,
  groups: Record<string, string | undefined>,
  before: string,
  after: string,
  spanish: boolean,
): boolean {
  if (groups.money || groups.scale || groups.short) return true
  // "22 por cada 100.000 habitantes"
  if (/(?<!\p{L})(?:per|por cada|for every)\s$/iu.test(before)) return false
  // "in groups of four"
  if (/(?<!\p{L})(?:groups|batches|teams|pairs|grupos|equipos)\s(?:of|de)\s$/iu.test(before)) return false
  // "the ‘1’ Division", "AK 47 rifles", "7.62 x 39"
  if (groups.digits !== undefined && /[‘“'"]$/.test(before) && /^[’”'"]/.test(after)) return false
  if (/(?:\bAK|\bRPG|\bM|\bG|\bF|\bMi)[ -]$/.test(before) || /^\s?[x×]\s?\d/.test(after)) return false
  if (groups.digits !== undefined) {
    const plain = groups.digits
    if (
      /^(?:1[5-9]|20)\d\d$/.test(plain) &&
      !/^\s(?:people|soldiers|troops|officers|personnel|members|men|missions|deaths|personas|muertos|police|students|civilians|victims)/i.test(
        after,
      )
    )
      return false
    // The end of a number whose beginning stands elsewhere, or no number at all.
    if (/^0\d/.test(plain)) return false
    if (/^\s?(?:%|per ?cent\b|percent\b|por ciento\b)/i.test(after)) return true
    if (dateAfter.test(after) || unitAfter.test(after)) return false
    if (/^\d{1,4}$/.test(plain) && unitBefore.test(before)) return false
    if (dateBefore.test(before) && /^(?:\d{1,2}|\d{1,2}\.\d+)$/.test(plain)) {
      // "at 12 missions" counts; "at 7.30 pm" does not.
      if (!/\bat\s$/i.test(before) || /^\s?(?:[ap]\.?m\b|hrs|hours|o['’]clock|:)/i.test(after)) return false
    }
    if (
      /^(?:st|nd|rd|th|mm|km|cm|kg|:(?!\s)|\/|-(?:year|month|day|week|hour|mile|foot|inch|meter|metre|mm|\d)|\.\d|°|º|ª|s\b)/i.test(
        after,
      ) &&
      !isRange(groups.digits, after)
    )
      return false
    if (/[\p{L}]-$|[:/#]$|\.\d*$/u.test(before)) return false
  } else if (groups.words !== undefined) {
    if (/^(?:-(?:year|month|day|week|time|way|party|man|star|sided))/i.test(after)) return false
    if (unitAfter.test(after) && /^\p{Lu}/u.test(printed)) return false
    if (/^(?:one|uno|una|un)$/i.test(printed) && !/^ (?:out of|in|de cada) /i.test(after) && !orTwo.test(after)) return false
    if (
      /^(?:once)$/i.test(printed) &&
      !(spanish && (/^\s\p{Ll}+s(?!\p{L})/u.test(after) || /(?<!\p{L})(?:otr[oa]s|l[oa]s|un[oa]s)\s$/iu.test(before)))
    )
      return false
  }
  return true
}

/** In "15 to 20 thousand", "2-3 million", "5 a 10 mil" and "1 to 1.2 crore" the scale is of both. */
function scaleShared(text: string, first: FoundNumber, second: FoundNumber): number {
  const last = ({ start, end }: FoundNumber) => /(\p{L}+)\P{L}*$/u.exec(text.slice(start, end))?.[1]?.toLowerCase() ?? ''
  const scales = [scaleOf(last(second)), second.value! >= 1e9 ? 1e9 : second.value! >= 1e6 ? 1e6 : 1]
  const of = scales.find((one) => one > 1 && one <= second.value!) ?? 1
  return scaleOf(last(first)) === 1 && first.value! < 1000 && first.value! * of < second.value! ? of : 1
}

/** "Ranged from 40", "cuesta de 40": no change that goes on "to 60". */
const spread =
  /(?<!\p{L})(?:(?:anywhere|rang\w+|run|runs|ran|var(?:y|ies|ied)|costs?|costing|pa(?:y|ys|id)|charge[sd]?|earn(?:s|ed)?|employ(?:s|ed)?|house[sd]?|there (?:are|were)) from|(?:hay|hab[ií]a|hubo|cuestan?|costaban?|cobran?|ganan?|pagan?|van|oscilan?|oscilaban?|var[ií]an?|tienen?|ten[ií]an?|grupos?|cursos|clases) (?:de|desde))\s$/iu

/** "between 40 and 60", "40 to 60", "40-60": one number with two ends; a change ("from 12 to 36") is two, told by its verb. */
function joinRanges(text: string, found: FoundNumber[]): FoundNumber[] {
  const joined: FoundNumber[] = []
  for (let at = 0; at < found.length; at++) {
    const first = found[at]!
    const second = found[at + 1]
    const gap = second ? text.slice(first.end, second.start) : ''
    const before = text.slice(Math.max(0, first.start - 24), first.start)
    const and = /^\s(?:and|y)\s$/.test(gap) && /\b(?:between|entre)\s$/i.test(before)
    const to =
      /^(?:\s?[-–—]\s?|\s(?:to|or|a|o)\s)$/.test(gap) &&
      (!/\s(?:to|a)\s$/.test(gap) || !/\b(?:from|de|desde)\s$/i.test(before) || spread.test(before))
    // "no fewer than 12 but no more than 20"
    const bounded = first.comparator === '>' && second?.comparator === '<' && /^,?\s(?:but|and|pero|y)\s$/.test(gap)
    if (bounded && first.value !== null && second.value !== null && first.value < second.value) {
      const hedge = `${first.hedge}, ${second.hedge}`
      joined.push({ ...second, start: first.start, value: null, low: first.value, high: second.value, comparator: '≈', hedge })
      at++
      continue
    }
    if (
      second &&
      (and || to) &&
      (!first.percent || second.percent) &&
      first.value !== null &&
      second.value !== null &&
      first.value < second.value
    ) {
      const scaled = first.value * scaleShared(text, first, second)
      joined.push({
        ...second,
        start: first.start,
        value: null,
        low: scaled,
        high: second.value,
        comparator: '≈',
        hedge: first.hedge,
        currency: first.currency ?? second.currency,
        repaired:
          first.repaired || second.repaired ? text.slice(first.start + (first.hedge?.length ?? 0), second.end).trim() : null,
      })
      at++
    } else joined.push(first)
  }
  return joined
}
