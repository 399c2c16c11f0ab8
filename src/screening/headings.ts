/**
 * Which columns of a list hold what, told from headings in English, Spanish, French or Portuguese (data/vocabulary/list-headings.csv), or named
 * by the user. A heading that is not known is left alone, never guessed at.
 */
import type { SheetRow, SheetTable } from '../documents/sheet-table.js'
import { readDataTable } from '../ledger/vocabulary.js'
import { SubjectField as fields, type Mapping, type SubjectField } from './model.js'

/** Accents, case, punctuation and "Name:" do not distinguish headings. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // "birthDate", as FollowTheMoney has it.
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

let known: Map<string, SubjectField> | undefined
function headings(): Map<string, SubjectField> {
  known ??= new Map(readDataTable('vocabulary/list-headings.csv').map((row) => [row.heading!, fields.parse(row.field)] as const))
  return known
}

function fieldOf(heading: string): SubjectField | null {
  const key = headingKey(heading)
  const plain = key
    .replace(/^(?:the|el|la|los|las|le|o|a|n|no|nr|num|numero) /, '')
    .replace(/ (?:yyyy mm dd|dd mm yyyy|mm dd yyyy|dd mm yy|yyyy|optional|required|if known|opcional|facultatif)$/, '')
  return headings().get(key) ?? headings().get(plain) ?? null
}

/** "AB" is the 28th column. */
export function letterOf(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export interface Heading {
  /** How many of the table's rows are above the first subject. */
  rows: number
  columns: string[]
  mapping: Mapping
}

/** Titles and notes may stand above the heading; no further down than this is one looked for. */
const deepest = 15

/**
 * The heading of a table: the row of the first few that names most fields. Its blank or doubtful cells are read with what stands above, as heads
 * that span several columns are: "Nominee" over "Name" and "Born" is the nominee's name. Null where no row names a field.
 */
export function findHeading({ rows }: Pick<SheetTable, 'rows'>): Heading | null {
  let best: Heading | null = null
  let most = 0
  for (let at = 0; at < Math.min(rows.length, deepest); at++) {
    const columns = withAbove(rows[at]!, rows[at - 1] ?? null)
    const mapping = recognise(columns)
    const count = Object.values(mapping).flat().length
    // A row of data may hold a word that is a heading; a heading holds mostly words that are.
    if (count <= most || count < Math.min(2, columns.filter((cell) => cell !== '').length) || !namesSomebody(mapping)) continue
    best = { rows: at + 1, columns, mapping }
    most = count
  }
  return best
}

const namesSomebody = (mapping: Mapping): boolean => mapping.name !== undefined || mapping.unit !== undefined

function withAbove(row: SheetRow, above: SheetRow | null): string[] {
  const length = Math.max(row.cells.length, above?.cells.length ?? 0)
  const repeated = new Set(row.cells.filter((cell, at) => cell !== '' && row.cells.indexOf(cell) !== at))
  let group = ''
  const groups = above?.cells ?? []
  // A title over the whole table is no head of a group.
  const grouped = groups.filter((cell) => cell !== '').length > 1
  return Array.from({ length }, (_, at) => {
    const own = row.cells[at] ?? ''
    if (grouped && (groups[at] ?? '') !== '') group = groups[at]!
    if (!grouped || (groups[at] ?? group) === '') return own
    if (own === '') return groups[at] ?? ''
    const both = `${group} ${own}`
    return fieldOf(own) === null || repeated.has(own) || fieldOf(both) !== null ? both : own
  })
}

/**
 * A kind of heading that stands twice gives the field from both ("First name", "Surname"), but of dates, kinds and countries only the first. "Unit"
 * and "Name" beside "Rank" are the person's; "Organisation" alone is whom the list is about.
 */
function recognise(columns: readonly string[]): Mapping {
  const mapping: Mapping = {}
  columns.forEach((heading, index) => {
    const field = fieldOf(heading) ?? fieldOfGroup(heading)
    if (field === null) return
    const taken = mapping[field]
    if (taken === undefined) mapping[field] = [index]
    else if ((field === 'name' && isPartOfName(heading)) || field === 'identifiers' || field === 'other names') taken.push(index)
  })
  const names = mapping.name
  // "Name" whole, beside its parts, says it all.
  if (names && names.length > 1) {
    const whole = names.filter((index) => !isPartOfName(columns[index]!))
    if (whole.length > 0) mapping.name = [whole[0]!]
  }
  return mapping
}

/** "Nominee name", "Nominee born": the last words of a heading that spans several columns. */
function fieldOfGroup(heading: string): SubjectField | null {
  const words = headingKey(heading).split(' ')
  for (let from = 1; from < words.length; from++) {
    const field = fieldOf(words.slice(from).join(' '))
    if (field === null) continue
    // "Unit name" is known; "unit country" is the unit's, and so is no nationality.
    const group = fieldOf(words.slice(0, from).join(' '))
    if (group === null || group === 'name' || group === field) return field
    return group === 'unit' && field === 'name' ? 'unit' : null
  }
  return null
}

const isPartOfName = (heading: string): boolean =>
  /\b(?:given|first|fore|middle|last|family|sur|second|primer|segundo|apellidos?|apelidos?|paterno|materno|prenoms?|famille|nombres|sobrenome|proprio|primeiro|ultimo)/.test(
    headingKey(heading),
  ) && !/\b(?:y|et|e|and|completo|complet|full)\b/.test(headingKey(heading))

/** A column as the user names it: by its heading, its letter ("C") or its number from 1. Null where there is none. */
export function columnNamed(given: string, columns: readonly string[], width: number): number | null {
  const exact = columns.indexOf(given.trim())
  const alike = exact >= 0 ? exact : columns.findIndex((heading) => heading !== '' && headingKey(heading) === headingKey(given))
  if (alike >= 0) return alike
  const text = given.trim()
  if (/^\d{1,4}$/.test(text)) return Number(text) >= 1 && Number(text) <= width ? Number(text) - 1 : null
  if (!/^[A-Za-z]{1,3}$/.test(text)) return null
  const index = [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return index < width ? index : null
}
