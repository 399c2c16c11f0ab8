/** Tables of units, people and publications for tests, in Security Force Monitor's layouts. What they say is invented. */
import { stringify } from 'csv-stringify/sync'
import type { SheetTable } from '../src/documents/sheet-table.js'

export type Cells = Record<string, string>

/** The heading is made of all columns that a row fills, in the order in which they come. */
export function table(rows: readonly Cells[], headings = [...new Set(rows.flatMap((row) => Object.keys(row)))]): SheetTable {
  const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ''))
  return { sheet: null, name: null, rows: [headings, ...cells].map((cells, index) => ({ row: index + 1, cells })) }
}

export const csv = (rows: readonly Cells[]): Buffer => Buffer.from(stringify(table(rows).rows.map(({ cells }) => cells)))

/** An id as theirs are, of one digit that tells it. */
export const id = (digit: string): string => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`

/** A clean row of the present layout about a unit. */
export const unit = (digit: string, name: string, more: Cells = {}): Cells => ({
  'unit:status:admin': '3',
  'unit:id:admin': id(digit),
  'unit:name': name,
  'unit:name:source': id('a'),
  'unit:name:confidence': 'High',
  'unit:country': 'ng',
  ...more,
})

export const parent = (digit: string, name: string, more: Cells = {}): Cells => ({
  'unit:relation_type': 'child',
  'unit:related_unit_id:admin': digit === '' ? '' : id(digit),
  'unit:related_unit': name,
  'unit:related_unit:source': id('b'),
  'unit:related_unit:confidence': 'Medium',
  'unit:related_unit_class': 'Command',
  'unit:related_unit_class:source': id('b'),
  ...more,
})

export const person = (digit: string, name: string, more: Cells = {}): Cells => ({
  'person:status:admin': '3',
  'person:id:admin': id(digit),
  'person:name': name,
  'person:name:source': id('c'),
  'person:country': 'ng',
  ...more,
})

export const publication = (digit: string, title: string, more: Cells = {}): Cells => ({
  'source:restricted:admin': '',
  'source:access_point_id:admin': id(digit),
  'source:title': title,
  'source:url': 'https://example.org/',
  'source:published_timestamp': '2016-05-01',
  ...more,
})

/** A row of the layout of 2019, where parents and the units of postings are given by name alone. */
export const olderUnit = (name: string, more: Cells = {}): Cells => ({
  'Status (0=first commit, 1=fixes needed, 2=fixes made, 3=clean)': '3',
  'Organization:Name': name,
  'Source: Name': id('a'),
  'Organization division_id': 'ng',
  ...more,
})

export const olderPerson = (name: string, more: Cells = {}): Cells => ({
  'Status (0=first commit, 1=fixes needed, 2=fixes made, 3=clean)': '3',
  Name: name,
  'Source: Name': id('c'),
  division_id: 'ng',
  ...more,
})
