/** The head of a report's first sentence: "ABUJA, Nigeria, March 3, 2015 (Reuters) — ", "Bogotá, 3 mar (EFE).- ". */
import { findDate, monthNames } from './byline.js'

export interface Dateline {
  /** UTF-16 units from the start of the text, behind the dash. */
  end: number
  /** The day of writing, ISO 8601, where a whole one is printed, and as it is printed. */
  day: string | null
  printed: string | null
}

const month = `(?:${monthNames.replace(/(?<=^|[|])\p{L}/gu, (first) => `[${first.toUpperCase()}${first}]`)}|${monthNames.toUpperCase()})\\.?`
const date = `(?:${month} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:de )?${month})(?:,? (?:de )?\\d{4})?|\\d{4}-\\d\\d-\\d\\d`
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo),? '
const agency = '\\((?:\\p{Lu}[\\p{L}\\d .&/-]{1,30}|apro)\\)'
// A hyphen between two words is none: "US-trained", "U.S.-Mexico".
const dash = '(?:\\s?[.:]?\\s?(?:[—–]|--)\\s?|\\s?[.:]?\\s?-\\s|\\s-|(?<=[\\p{L})]{3})[.:]-(?=\\p{Lu}))'
const shouted = `\\p{Lu}[\\p{Lu}’'.-]+(?:(?:,? |-)(?:de |del |la |of )?\\p{Lu}[\\p{Lu}’'.-]*){0,4}`
const named = `\\p{Lu}[\\p{L}’'.-]+(?: (?:de |del |la |of )?\\p{Lu}[\\p{L}’'.-]+){0,3}`
const region = `(?:,? \\(?(?:${named}|\\p{Lu}\\.(?:\\p{Lu}\\.)+)\\)?)`
const lines = [
  // A place in capitals needs no more than a dash: what else begins so is read as one, too, and says as little.
  `${shouted}${region}?(?:,? \\(?(?:${weekday})?(?:${date})\\)?)?(?:,? ${agency})?${dash}`,
  // Any other must have a day or an agency: "Mali – which was not asked –" has neither.
  `${named}${region}?,? \\(?(?:${weekday})?(?:${date})\\)?,?(?: ${agency})?${dash}`,
  `${named}${region}?,? ${agency}${dash}`,
  // "(Beirut, May 28, 2019) – "
  `\\(${named}${region}?,? (?:${weekday})?(?:${date})\\)${dash}`,
  // "CÚCUTA, 3 de marzo de 2007. "
  `${shouted}${region}?,? (?:${month} \\d{1,2}|\\d{1,2} (?:de )?${month}),? (?:de )?\\d{4}\\.\\s`,
].map((line) => new RegExp(`^\\s*${line}(?=\\S)`, 'u'))

/** Null where a text, which begins with a sentence, has none. */
export function readDateline(text: string): Dateline | null {
  const head = text.slice(0, 160)
  if (!/[—–-]|\d{4}\. /.test(head)) return null
  for (const line of lines) {
    const found = line.exec(head)?.[0]
    if (found === undefined) continue
    const at = findDate(found)
    return { end: found.length, day: at?.day ?? null, printed: at?.printed ?? null }
  }
  return null
}
