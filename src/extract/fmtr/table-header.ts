/**
 * Finds the header row of a training table among a page's lines, and what its words call each column.
 *
 * The header tells the layout: nothing else does, neither a file's name nor its year.
 */
import type { Line } from './lines.js'

export type Role = 'title' | 'quantity' | 'location' | 'recipient' | 'delivery' | 'cost' | 'start' | 'end'

export const roles: readonly Role[] = ['title', 'quantity', 'location', 'recipient', 'delivery', 'cost', 'start', 'end']

export interface HeaderCell {
  role: Role
  printed: string
  left: number
  right: number
}

export interface TableHeader {
  layout: 'B' | 'C' | 'E'
  /** From left to right; a role at most once. */
  cells: HeaderCell[]
  left: number
  right: number
}

/** Every form that a header cell is printed in, longest first. "Title of" ends where "Training" fell to a hidden second line. */
const cellForms: [Role, RegExp][] = [
  ['title', /^(?:Course Titles?|Title of(?: Training)?)(?=\s|$)/i],
  [
    'quantity',
    /^(?:# (?:of )?Students(?: ?\/ ?Activities)?|#|No\.|Number(?: of Students)?|Qty|Quantity|Students(?!['’]))(?=\s|$)/i,
  ],
  ['location', /^(?:(?:Training )?Locations?(?: of Training)?)(?=\s|$)/i],
  ['recipient', /^(?:Students?['’]?s?['’]? Units?|Students['’])(?=\s|$)/i],
  ['delivery', /^U\.?S\.? Units?(?: ?- ?US Qty| Involved)?(?=\s|$)/i],
  ['cost', /^(?:Total )?Cost(?: \((?:USD|US\$|\$)\))?(?=\s|$)/i],
  ['start', /^Start(?: Date)?(?=\s|$)/i],
  ['end', /^End(?: Date)?(?=\s|$)/i],
]

/** What a header cell calls its column, where the table has cells of its own (HTML); null where it is no header cell. */
export function roleOfHeaderCell(text: string): Role | null {
  return cellForms.find(([, form]) => form.exec(text)?.[0] === text)?.[0] ?? null
}

/**
 * Whether a line is the header of a training table with a column that is none of ours: what stands there would be read as part of the cell before.
 */
export function hasUnknownColumn({ words }: Line): boolean {
  if (!/^(?:course|title)$/i.test(words[0]?.text ?? '')) return false
  const text = words.map((word) => word.text)
  const found = new Set<Role>()
  let isUnknown = false
  for (let index = 0; index < text.length; ) {
    const rest = text.slice(index, index + 6).join(' ')
    const [role, form] = cellForms.find(([, form]) => form.test(rest)) ?? []
    if (!role || found.has(role)) isUnknown = true
    if (role) found.add(role)
    index += form ? form.exec(rest)![0].split(' ').length : 1
  }
  return isUnknown && found.size >= 5 && found.has('title') && found.has('quantity') && found.has('cost')
}

/** The header rows on one line: layout B prints two side by side. Empty where the line is none. */
export function readHeaders(line: Line): TableHeader[] {
  const { words } = line
  // Nearly every line is decided here.
  if (!/^(?:course|title)$/i.test(words[0]?.text ?? '')) return []
  const text = words.map((word) => word.text)
  const headers: TableHeader[] = []
  let cells: HeaderCell[] = []
  let index = 0
  while (index < words.length) {
    const rest = text.slice(index, index + 6).join(' ')
    const found = cellForms.map(([role, form]) => ({ role, match: form.exec(rest)?.[0] })).find(({ match }) => match)
    if (!found?.match) return []
    if (found.role === 'title' && cells.length > 0) {
      headers.push(headerOf(cells))
      cells = []
    }
    if (cells.some((cell) => cell.role === found.role)) return []
    const count = found.match.split(' ').length
    const last = words[index + count - 1]!
    cells.push({ role: found.role, printed: found.match, left: words[index]!.left, right: last.right })
    index += count
  }
  headers.push(headerOf(cells))
  return headers.every(({ cells }) => ['title', 'quantity', 'cost'].every((role) => cells.some((cell) => cell.role === role)))
    ? headers
    : []
}

function headerOf(cells: HeaderCell[]): TableHeader {
  const courseTitle = /^course/i.test(cells[0]!.printed)
  const dated = cells.some(({ role }) => role === 'start')
  return { layout: courseTitle ? 'E' : dated ? 'C' : 'B', cells, left: cells[0]!.left, right: cells.at(-1)!.right }
}
