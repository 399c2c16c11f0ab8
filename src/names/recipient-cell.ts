/**
 * Splits a recipient cell that names several units, and classes each: "13 from Ministry of Defense; 9 from National Defense School",
 * "COMMANDO BATTALION (12), HEADQUARTERS (8)", "Ministry of DefenseMinistry of Foreign AffairsNational Police".
 *
 * Conservative: a comma is as often a hierarchy ("J2, General Staff") as a list, so that only counts, semicolons, names run together and
 * lists of peers split. When unsure, one naming with the whole cell. A row never names more units than it has training sessions.
 * Cells are masked first, so that no naming holds personal data.
 */

import type { Flag, Naming } from '../ledger/records.js'
import { nameFlag } from './flags.js'
import { maskPersonalData } from './personal-data.js'
import { classifyRecipient, namesUnit } from './recipient-class.js'
import { searchKey } from './search-key.js'
import { echelonSize, unitEntryAt } from './unit-vocabulary.js'

export interface CellContext {
  country?: string | null
  /** ISO 3166-1 alpha-3 of the row's country. */
  countryCode?: string | null
  /** The row's training sessions; null or 0 where unknown. */
  quantity?: number | null
}

interface Part {
  text: string
  count: number | null
}

/** All that a recipient cell names, in order. Empty for a blank cell. */
export function readRecipientCell(cell: string, context: CellContext = {}): Naming[] {
  const { text, flags } = maskPersonalData(cell.replace(/&(?:amp;)+/gi, '&'))
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole === '') return []
  const quantity = context.quantity || null
  const found = split(whole, quantity)
  // More names than sessions: one person's unit and what it belongs to, or a list that cannot be told apart. The names stay together.
  const parts = found && (quantity === null || found.length <= quantity) ? found : null
  const named: Part[] = parts ?? [{ text: whole, count: null }]
  const sum = sumOf(named)
  return named.map((part, ordinal) => {
    const own: Flag[] = [...flags]
    if (parts) own.push(nameFlag('CELL_SPLIT', `One of ${parts.length} names read from one cell.`))
    if (quantity !== null && sum > quantity)
      own.push(nameFlag('COUNTS_EXCEED_QUANTITY', `The cell's counts add up to ${sum}, the row's quantity is ${quantity}.`))
    return {
      role: 'recipient',
      ordinal,
      count: part.count,
      text: part.text,
      recipientClass:
        found && !parts ? classOfAll(found, whole, context) : classifyRecipient(part.text, context.countryCode ?? null),
      flags: own,
    }
  })
}

/** The class that all names share; names of different classes that cannot be told apart are unknown. */
function classOfAll(parts: Part[], whole: string, context: CellContext): Naming['recipientClass'] {
  const classes = new Set(parts.map((part) => classifyRecipient(part.text, context.countryCode ?? null)))
  classes.delete('unknown')
  if (classes.size > 1) return 'unknown'
  return [...classes][0] ?? classifyRecipient(whole, context.countryCode ?? null)
}

/** Cells that tell what happened instead of naming who came. */
const prose = /\b(?:taught|conducted|assessment|survey|was driven|no training|teaching|multiple units|train\w+:)/i

/** In the order in which they are tried, each with the sign without which it cannot apply: most cells have none. */
const ways: [RegExp, (cell: string, quantity: number | null) => Part[] | null][] = [
  [/^\W*1[).]|^\(1\)/, numbered],
  [/\d.*\bfrom\b/i, countedFrom],
  [/\d ?-.*\d ?-/, countedDash],
  [/\(\d/, countedParentheses],
  [/\d.*[;,]/, countedBehind],
  [/^\s*\d.*(?:[;,]|\band\b)/, countedBefore],
  [/[a-z)][A-Z]/, runTogether],
  [/;|\/\/| \+ /, semicolons],
  [/,|\/|&|\band\b/i, peers],
]

function split(cell: string, quantity: number | null): Part[] | null {
  if (prose.test(cell)) return null
  for (const [sign, way] of ways) {
    if (!sign.test(cell)) continue
    const parts = way(cell, quantity)
    if (!parts || parts.length < 2 || parts.some((part) => part.text.length < 2)) continue
    if (new Set(parts.map((part) => part.text.toLowerCase())).size < parts.length && parts.some((part) => part.count === null))
      continue
    return parts
  }
  return null
}

const clean = (text: string): string =>
  text
    .replace(/^[\s,;:.&-]+|[\s,;:&-]+$/g, '')
    .replace(/^(?:and|the)\s+(?=\S)/i, '')
    .replace(/\s+and$/i, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .trim()

const sumOf = (parts: Part[]): number => parts.reduce((total, part) => total + (part.count ?? 0), 0)

/** Splits outside of parentheses and brackets. `separator` is global: it is looked for from one to the next, not at every letter. */
function outside(text: string, separator: RegExp): string[] {
  const pieces: string[] = []
  let depth = 0
  let from = 0
  let seen = 0
  separator.lastIndex = 0
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    for (; seen <= match.index; seen++) {
      const letter = text[seen]
      if (letter === '(' || letter === '[') depth++
      else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1)
    }
    if (depth > 0 || match[0].length === 0) {
      separator.lastIndex = match.index + 1
      continue
    }
    pieces.push(text.slice(from, match.index))
    from = separator.lastIndex
    seen = from
  }
  return [...pieces, text.slice(from)]
}

/**
 * "1) Army Staff 2) Navy", "(1) … (2) …", "1. …; 2. …": numbers from 1 on without a gap, the first at the beginning of the cell. A number in
 * parentheses behind a name is a count and is read below.
 */
function numbered(cell: string): Part[] | null {
  const marks = [...cell.matchAll(/(?:^|[\s;,])\(?(\d{1,2})(?:\)|\.(?=\s))\s*/g)]
  const list: RegExpMatchArray[] = []
  for (const mark of marks) if (Number(mark[1]) === list.length + 1) list.push(mark)
  if (list.length < 2 || list[0]!.index !== 0) return null
  const parts = list.map((mark, at) => clean(cell.slice(mark.index! + mark[0].length, list[at + 1]?.index)))
  return parts.map((text) => ({ text, count: null }))
}

/** "13 from Ministry of Defense; 9 from National Defense School and 3 from Senate." */
function countedFrom(cell: string): Part[] | null {
  const pieces = outside(
    cell,
    /\s*(?:[;,.]|\band\b)?\s*(?=\b\d{1,4} (?:students? |persons? |participants? )?(?:(?:was|were) )?from\b)/g,
  ).filter((piece) => piece.trim())
  const parts = pieces.map((piece) => {
    const match = /^\s*(\d{1,4}) (?:students? |persons? |participants? )?(?:(?:was|were) )?from (?:the )?(.+)$/s.exec(piece)
    return match ? { count: Number(match[1]), text: clean(match[2]!.replace(/\.$/, '')) } : null
  })
  return parts.length >= 2 && parts.every((part) => part !== null) ? parts : null
}

/** "33-National Defense School; 18-National War College", "4-SCMM Secretariat 5-Federation Army": all parts begin so, and none with "2-nd". */
function countedDash(cell: string, quantity: number | null): Part[] | null {
  const begins = /(\d{1,3}) ?- ?(?!(?:st|nd|rd|th|[A-Z])\b)(?=[A-Za-z“"])/y
  const strict = outside(cell, /\s*[;,]\s*(?:and\s+)?(?=\d{1,3} ?- ?[A-Za-z“"])|\s+(?=\d{1,3}-[A-Z])/g)
  const parts = strict.map((piece) => {
    begins.lastIndex = 0
    const trimmed = piece.trim()
    const match = begins.exec(trimmed)
    return match ? { count: Number(match[1]), text: clean(trimmed.slice(match[0].length)) } : null
  })
  if (parts.length < 2 || !parts.every((part) => part !== null)) return null
  // "13-BI; 29-BIM": numbers of units look the same, so the counts must fit the quantity.
  return quantity !== null && sumOf(parts) <= quantity && sumOf(parts) >= quantity * 0.6 ? parts : null
}

/** "COMMANDO BATTALION (12), HEADQUARTERS (8), BDF": two counts in parentheses or more; what follows the last belongs to no count. */
function countedParentheses(cell: string, quantity: number | null): Part[] | null {
  const counts = [...cell.matchAll(/\((\d{1,4})(?: (?:pers|pax|students?))?\)/gi)]
  if (counts.length < 2 || (cell.match(/;/g) ?? []).length >= counts.length - 1) return null
  const parts: Part[] = []
  let from = 0
  for (const match of counts) {
    parts.push({ text: clean(cell.slice(from, match.index)), count: Number(match[1]) })
    from = match.index + match[0].length
  }
  const rest = clean(cell.slice(from).replace(/^\s*[.]?/, ''))
  if (/^\/?\s*\d*$/.test(rest) === false && rest.length > 1) {
    // A list that was cut goes on after the last count: keep it as the last name.
    parts.push({ text: rest, count: null })
  }
  // A count may hold several names before it ("A, B (5)"): only its own name is sure, so those stay together.
  return quantity === null || sumOf(parts) <= quantity * 1.5 ? parts : null
}

/** "Army-25, Navy-10, Air Force-10", "MoD-11; Parliament-5": only where the counts add up to the row's quantity, since units have numbers too. */
function countedBehind(cell: string, quantity: number | null): Part[] | null {
  if (quantity === null) return null
  const parts = outside(cell, /\s*[;,]\s*/g)
    .filter((piece) => piece.trim() && !/^\d+$/.test(piece.trim()))
    .map((piece) => {
      const match = /^(.*\D)[\s-]+(\d{1,4})\.?$/s.exec(piece.trim())
      return match ? { text: clean(match[1]!), count: Number(match[2]) } : null
    })
  if (parts.length < 2 || !parts.every((part) => part !== null)) return null
  return sumOf(parts) === quantity ? parts : null
}

/** "2 Navy Command, 4 Beirut Naval Base and 6 Navy Equipment": only where the counts add up to the row's quantity. */
function countedBefore(cell: string, quantity: number | null): Part[] | null {
  if (quantity === null) return null
  const parts = outside(cell, /\s*[;,]\s*(?:and\s+)?|\s+and\s+(?=\d)/g)
    .filter((piece) => piece.trim())
    .map((piece) => {
      const match = /^(\d{1,4})[ -]+(?!(?:st|nd|rd|th)\b)(\D.+)$/s.exec(piece.trim())
      return match ? { text: clean(match[2]!), count: Number(match[1]) } : null
    })
  if (parts.length < 2 || !parts.every((part) => part !== null)) return null
  return sumOf(parts) === quantity ? parts : null
}

/** "Ministry of DefenseMinistry of Foreign AffairsNational Police": line ends that were lost where a new name begins. */
function runTogether(cell: string): Part[] | null {
  const seam =
    /(?<=[a-z)])(?=(?:Ministry|Minister|Ministries|National (?:Police|Assembly|Security|Guard|Intelligence|Defen[cs]e)|Office of|Army\b|Navy\b|Air Force\b|Parliament|Presidency|Gendarmerie|Police\b|Coast Guard|Department of|Armed Forces|Joint Staff|General Staff|Civil Society|Embassy|Supreme Court|Media\b|NGO\b|U\.?S\.? ))/
  const pieces = cell.split(seam)
  if (pieces.length < 2) return null
  // What was run together may hold commas of its own: "Ministry of Defense, J2Ministry of Interior" is two names.
  return pieces.map((piece) => ({ text: clean(piece), count: null }))
}

/** "Command and Staff College; Foreign Ministry; Institute of Naval Studies". */
function semicolons(cell: string, quantity: number | null): Part[] | null {
  const pieces = outside(cell, /\s*(?:;|\/\/|\s\+\s)\s*/g)
    .map(clean)
    .filter((piece) => piece && !/^open to all branches$/i.test(piece))
  // What begins with a small letter goes on in a sentence.
  if (pieces.length < 2 || pieces.some((piece) => /^\p{Ll}{2,}/u.test(piece))) return null
  const counted = pieces.map((piece) => {
    const before = /^(\d{1,3}) ?- ?(\D.+)$/s.exec(piece)
    if (before) return { text: clean(before[2]!), count: Number(before[1]) }
    const behind = /^(.*[^\d-]) ?- ?(\d{1,3})$/s.exec(piece)
    if (behind) return { text: clean(behind[1]!), count: Number(behind[2]) }
    const inside = /^(.+?),? ?\((\d{1,3})(?: (?:pers|pax|students?))?\)(.*)$/is.exec(piece)
    return inside ? { text: clean(`${inside[1]}${inside[3]}`), count: Number(inside[2]) } : null
  })
  const sum = counted.reduce((total, part) => total + (part?.count ?? 0), 0)
  const fits =
    quantity !== null && sum <= quantity * 1.1 && counted.filter(Boolean).length >= pieces.length * 0.6 && sum >= quantity * 0.5
  return pieces.map((text, at) => (fits ? (counted[at] ?? { text, count: null }) : { text, count: null }))
}

/** Lists with comma, slash or "and" whose every part is a ministry or a service ("MOD/MFA"), or the same kind of unit with its own number. */
function peers(cell: string): Part[] | null {
  if (/[()[\]]/.test(cell)) return null
  const pieces = cell.split(/\s*(?:,|\/|\band\b|&)\s*/i).map(clean)
  if (pieces.length >= 2 && pieces.length <= 30 && pieces.every(Boolean)) {
    const unlike = new Set(pieces.map((piece) => piece.toLowerCase()))
    if (unlike.size === pieces.length && pieces.every(isMinistry)) return pieces.map((text) => ({ text, count: null }))
  }
  const kind = pieces.length >= 2 ? numberedKind(pieces[0]!) : null
  if (kind && pieces.every((piece) => numberedKind(piece) === kind)) return pieces.map((text) => ({ text, count: null }))
  return null
}

const ministry =
  /^(?:(?:the )?(?:ministry|min\.?|ministerio|minist[eè]re) (?:of|de|des|du|da) (?:the |la |l['’])?(?:national )?[\p{L} ]{3,40}|mo[difjhe]|mnd|mfa|mofa|sedena|semar|parliament|national assembly|national police|police nationale|polic[ií]a nacional|foreign ministry|defen[cs]e ministry|interior ministry)$/iu

/** A ministry, or a body beside the ministries, that no other part of the list can be above or below of. */
const isMinistry = (text: string): boolean => ministry.test(text) && namesUnit(text) !== 'none'

/** "22D MOBILE BDE" and "6TH MOBILE BDE" are of a kind: what remains without the number. Null without a number of its own. */
function numberedKind(text: string): string | null {
  const match = /^(?:no\.? ?)?(\d{1,4})(?:st|nd|rd|th|d)? ?([a-z .]{1,40})$|^([a-z .]{1,40}?) ?(?:no\.? ?)?(\d{1,4})$/i.exec(text)
  const kind = (match?.[2] ?? match?.[3])?.trim().toLowerCase()
  if (!kind) return null
  const words = searchKey(kind).split(' ')
  return kind === 'r' || words.some((_, at) => ofTheLine(words, at)) ? kind : null
}

/** An echelon that is numbered: "IR" is an infantry regiment, and so are "RGT" and "regimiento". */
function ofTheLine(words: readonly string[], at: number): boolean {
  const entry = unitEntryAt(words, at, null)
  return entry !== null && ((entry.kind === 'echelon' && entry.value in echelonSize) || words[at] === 'ir')
}
