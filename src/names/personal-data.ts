/**
 * Finds and masks personal data in a report's cells: service numbers, names of private persons, e-mail and telephone.
 *
 * The reports print some hundred cells that are no unit but a person ("100097209 LT Junior Grade"). Ranks are kept: they tell who was
 * trained without telling who. Numbers of units, years and zip codes are no personal data, and a base named after a colonel is a
 * base. A rule that is unsure masks: the cell as printed stays in the restricted schema.
 */

import type { Flag } from '../ledger/records.js'
import { nameFlag } from './flags.js'
import { isUnitWord } from './unit-words.js'

export type PersonalKind = 'service number' | 'name' | 'e-mail' | 'telephone'

/** Character range [start, end) in the cell. */
export interface PersonalData {
  start: number
  end: number
  kind: PersonalKind
}

/** What stands in place of it. Words instead of bars: they can be read aloud, searched and copied. */
export const withheld: Record<PersonalKind, string> = {
  'service number': '[service number withheld]',
  name: '[name withheld]',
  'e-mail': '[e-mail withheld]',
  telephone: '[telephone withheld]',
}

/** What masked text looks like, for those who read it. */
export const withheldPattern = /\[(?:service number|name|e-mail|telephone) withheld\]/g

const rank =
  '(?:(?:1st|2nd|first|second|sub|senior|staff|master|warrant|chief|jr|junior)\\.?\\s+)*(?:lieutenant|liutenant|lieut|lt|1lt|2lt|captain|captian|capt|cpt|major|maj|colonel|coronel|col|ltc|ltcol|sergeant|sgt|ssg|sfc|msg|corporal|cpl|private|pvt|pfc|warrant officer|officer|cwo|wo\\d?|commander|cdr|cmdr|lcdr|ltjg|ensign|ens|cadet|tenente|teniente|tte|tcnl|sargento|sgto|cabo|capitan|capitán|alferez|soldado|soldier)'
/** Ranks that a name follows; "Officer", "Commander" and "Private" are followed by ships and posts as well. */
const rankBeforeName =
  '(?:(?:1st|2nd|first|second|sub|senior|staff|master|warrant|chief|jr|junior)\\.?\\s+)*(?:lieutenant|lieut|lt|1lt|2lt|captain|captian|capt|cpt|major|maj|colonel|coronel|col|ltc|sergeant|sgt|corporal|cpl|wo\\d?|lcdr|ltjg|tenente|teniente|tte|sargento|sgto|capitan|capitán)'
const title = '(?:mr|mrs|ms|miss|dr|prof|professor|ing|lic)'

/** Digits that stand alone beside a rank, or are the whole cell: six to ten, in groups or not. Five could be a zip code or a unit. */
const numberBesideRank = [
  new RegExp(
    `(?<![\\d/.,-])\\d{6,10}(?![\\d/.-])(?=[\\s,-]+(?:[a-z]\\.\\s*)?(?:${rank}|t\\.?\\s+commander|l\\.?\\s+junior grade)\\b)`,
    'giu',
  ),
  new RegExp(`(?<=\\b${rank}\\.?[\\s,:#-]+)\\d{6,10}(?![\\d/.-])`, 'giu'),
  /(?<=\b(?:c\.?c\.?|d\.?n\.?i\.?|c\.?i\.?|svc no|service (?:no|number)|serial (?:no|number)|s\/n|id (?:no|number)|passport(?: no)?)[.:#\s]*)\d[\d.-]{4,12}\d(?!\d)/giu,
]
const wholeCellNumber = /^\s*(?:[A-Z]{1,3}\/)?(\d{6,10}|\d{1,3}(?:\.\d{3}){2})(?:\s+[A-Z])?\s*$/
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const telephone =
  /(?<=\b(?:tel|telephone|phone|cell|mobile|fax)(?:\.|\s?no\.?)?\s*[:#]?\s*)\+?\d[\d\s().-]{5,18}\d|\+\d{1,3}[\s.-]\(?\d[\d\s().-]{6,16}\d/giu

/** A word of a name: a capital and letters, or an initial. */
const nameWord = "\\p{Lu}(?:\\.|[\\p{L}'’`-]*)"
const address = new RegExp(`(?<![\\p{L}\\d-])(?:(?:${title}|${rankBeforeName})(?:['’]s)?\\.?\\s+(?=\\p{L}))+`, 'giu')
const addressInList = new RegExp(
  `(?<![\\p{L}\\d-])(?:${title}|${rankBeforeName}|t/sub|insp)(?:\\.?\\s*\\(\\p{L}+\\)|\\s+of\\s+police)?\\.?\\s+(?=\\p{L})`,
  'giu',
)
const facility =
  /\b(?:camp|fort|ft|kuta|base|base aerea|school|escuela|academy|academia|barracks|hospital|cuartel|battalion|batallon|batallón|ship|arm|street|avenue|building)\b[^,;]*$/iu
/**
 * Words of course titles behind what looks like a rank or a title: "LT WHEEL VEHICLE MECH" is a light wheel vehicle mechanic,
 * "LANG PROF Skills" language proficiency, "MS WINDOWS SERVER" a product. What is withheld there would be claimed to be a person.
 */
const courseWord =
  /^(?:wheel|veh|vehicles?|mech|armored|inf|pdss|tng|skills?|tech|asst|mil|comptroller|crs(?:-ct)?|cls|windows|server|office|exchange|investigating|majors|symposium|seminar|relations|engagements?|parts|rework|exercises?|course|refresher)$/iu
const shortRank = /^(?:maj|lt|capt|cpt|sgt)\b/i

/** A million cells are read for a ledger: most have neither digits enough, nor a sign of an address, nor a rank or title. */
const worthReading =
  /\d[\d.-]{4}|@|\+\d|\b(?:mr|mrs|ms|miss|dr|prof|professor|ing|lic|lieut\w*|[12]?lts?|capt\w*|cpts?|major|maj|colonel|coronel|col|ltc|sergeant|sgt|corporal|cpl|wo\d?|lcdr|ltjg|ten[ie]\w+|tte|sarg\w+|sgto|capit\w+|tel|telephone|phone|cell|mobile|fax)\b/i

/** Without these no service number is looked for: what stands before and behind one takes long to look for at every letter. */
const enoughDigits = /\d[\d.-]{4}/

/** Where personal data stands in a cell, in order, without overlaps. */
export function findPersonalData(cell: string): PersonalData[] {
  if (!worthReading.test(cell)) return []
  const found: PersonalData[] = []
  const add = (start: number, end: number, kind: PersonalKind) => {
    if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, kind })
  }
  const numbered = enoughDigits.test(cell)
  const whole = numbered ? wholeCellNumber.exec(cell) : null
  if (whole) add(cell.indexOf(whole[1]!), cell.indexOf(whole[1]!) + whole[1]!.length, 'service number')
  for (const pattern of numbered ? numberBesideRank : [])
    for (const match of cell.matchAll(pattern)) add(match.index, match.index + match[0].length, 'service number')
  for (const match of cell.matchAll(email)) add(match.index, match.index + match[0].length, 'e-mail')
  for (const match of cell.matchAll(telephone)) add(match.index, match.index + match[0].length, 'telephone')
  for (const match of cell.matchAll(address)) {
    const start = match.index + match[0].length
    const length = personLength(cell, match[0], match.index, start)
    if (length === 0) continue
    add(start, start + length, 'name')
    const second = new RegExp(`^\\s+(?:and|&)\\s+(${nameWord}\\s+${nameWord})(?=\\s*(?:[,;.]|$))`, 'u').exec(
      cell.slice(start + length),
    )
    if (second && !second[1]!.split(/\s+/).some(isUnitWord)) {
      const from = start + length + second[0].length - second[1]!.length
      add(from, from + second[1]!.length, 'name')
    }
  }
  for (const { start, end } of numberedPersons(cell)) add(start, end, 'name')
  // A cell that lists persons: whoever stands behind a rank is one, whatever follows the name.
  if (found.filter((one) => one.kind === 'name').length >= 3)
    for (const match of cell.matchAll(addressInList)) {
      const start = match.index + match[0].length
      const length = personLength(cell, match[0], match.index, start, true)
      if (length > 0) add(start, start + length, 'name')
    }
  return found.sort((a, b) => a.start - b.start)
}

/** How many characters after a rank or title are a person's name; 0 where a unit, a function or a facility follows. */
function personLength(cell: string, addressed: string, at: number, start: number, inList = false): number {
  const before = cell.slice(0, at)
  const titled = new RegExp(`\\b${title}\\b`, 'iu').test(addressed)
  if (!inList && ((!titled && facility.test(before)) || /["“]\s*$/.test(before))) return 0
  const words: { text: string; end: number }[] = []
  let position = start
  let commas = 0
  for (;;) {
    const word = new RegExp(`^${nameWord}`, 'u').exec(cell.slice(position))
    if (!word || isUnitWord(word[0]) || courseWord.test(word[0]) || new RegExp(`^(?:${rank}|${title})\\.?$`, 'iu').test(word[0]))
      break
    if (words.length > 0 && isUpper(word[0]) !== isUpper(words[0]!.text) && word[0].replace('.', '').length > 1) break
    words.push({ text: word[0], end: position + word[0].length })
    position += word[0].length
    // "El-Shafie, Tarek Mohamed": one comma, after the first word only.
    const gap = /^(\s+|,\s*(?=\p{Lu}))/u.exec(cell.slice(position))
    if (!gap || (gap[0].includes(',') && (words.length > 1 || commas++ > 0)) || words.length === 6) break
    position += gap[0].length
  }
  const last = words.at(-1)
  if (!last) return 0
  // "Major Danilo Atienza Air Base": what goes on as a unit or a place is named after the person.
  const after = /^[\s"”]+(\p{Lu}\p{L}*)/u.exec(cell.slice(last.end))
  if (!inList && after && isUnitWord(after[1]!) && !new RegExp(`^(?:${rank}|${title})$`, 'iu').test(after[1]!)) return 0
  const least = titled || (shortRank.test(addressed) && /^\s*(?:,|;|$)/.test(cell.slice(last.end))) ? 1 : 2
  if (
    words.length < least ||
    words[0]!.text.length < 3 ||
    (words.length === 1 && (isUpper(words[0]!.text) || words[0]!.text.length < 4))
  )
    return 0
  return last.end - start
}

const isUpper = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** "1. Lasha Example. Senior specialist; 2. …": a numbered list of three and more that begins with persons is one of persons. */
function numberedPersons(cell: string): { start: number; end: number }[] {
  const items = [...cell.matchAll(/(?:^|[;,.\s])\s*\d{1,3}[.)]\s+/g)]
  if (items.length < 3 || !new RegExp(`\\d[.)]\\s+(?:${title}|${rank})\\b`, 'iu').test(cell)) return []
  const name = new RegExp(`^${nameWord}(?:\\s+${nameWord}){1,3}(?=\\s*[.,;(–-]|\\s*$)`, 'u')
  return items.flatMap((item) => {
    const start = item.index + item[0].length
    const match = name.exec(cell.slice(start))
    if (!match || match[0].split(/\s+/).some(isUnitWord)) return []
    return [{ start, end: start + match[0].replace(/\.$/, '').length }]
  })
}

/** The cell with what is personal withheld, and a flag that says how much of what. The same text where there is nothing. */
export function maskPersonalData(cell: string): { text: string; flags: Flag[] } {
  const found = findPersonalData(cell)
  if (found.length === 0) return { text: cell, flags: [] }
  let text = ''
  let from = 0
  const counts = new Map<PersonalKind, number>()
  for (const { start, end, kind } of found) {
    text += cell.slice(from, start) + withheld[kind]
    from = end
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const note = [...counts].map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`).join(', ')
  return { text: text + cell.slice(from), flags: [nameFlag('PERSONAL_DATA_MASKED', `Withheld: ${note}.`)] }
}
