import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { IngestedSource } from '../extract/ingest.js'
import type { Loss } from '../extract/sfm/flags.js'
import { errors } from '../ledger/errors.js'
import { describeSheet, lossesCsv } from './sheet-report.js'

const loss = (changes: Partial<Loss>): Loss => ({
  sheet: null,
  row: 2,
  column: 'unit:colour',
  outcome: 'not taken',
  code: 'COLUMN_UNKNOWN',
  text: 'blue',
  ...changes,
})
const taken = (losses: Loss[]): IngestedSource => ({
  file: 'units.csv',
  outcome: 'written',
  trainings: 0,
  totals: 0,
  unread: [],
  notes: [],
  committed: { changeset: 1, restrictedChangeset: null, written: 1, withdrawn: 0, leftOut: 0 },
  sheet: {
    tables: [{ table: 'units', sheet: null, rows: 1500, refused: 2 }],
    entities: 1000,
    statements: 9000,
    publications: 0,
    withheldStatements: 3,
    withheldPublications: 0,
    losses,
    problems: [errors.SHEET_UNKNOWN({ file: 'units.csv', page: 2 }, '"colour"')],
    readAgain: ['persons.csv'],
    notReadAgain: [],
  },
})

test('a terminal tells every kind with its count and first rows', () => {
  const many = Array.from({ length: 7 }, (_, at) => loss({ row: at + 2 }))
  const lines = describeSheet(
    taken([...many, loss({ outcome: 'refused', code: 'ROW_NOT_CLEAN', column: 'unit:status:admin', row: 9 })]),
  )
  expect(lines).toEqual([
    'units.csv: units, 1,500 rows, 2 refused · 1,000 units and people · 9,000 statements · 0 publications · 3 withheld, wholly or in part',
    expect.stringMatching(/^ {2}not read: units\.csv, page 2: SHEET_UNKNOWN/),
    '  read again because of it: persons.csv',
    '  not taken, 7 × COLUMN_UNKNOWN, column "unit:colour" (rows 2, 3, 4, 5, 6 …): The heading is not one of the layout.',
    '  refused, 1 × ROW_NOT_CLEAN (row 9): The researchers have not finished this row (its status is not 3).',
  ])
  expect(describeSheet({ file: 'a.pdf', outcome: 'known' })).toEqual([])
})

test('the file has a line for each cell, whole files that failed, and nothing that a spreadsheet program would run', () => {
  const failed: IngestedSource = { file: 'b.csv', outcome: 'failed', error: errors.SHEET_QUOTE_OPEN({ file: 'b.csv', row: 7 }) }
  const lines: Record<string, string>[] = parse(
    lossesCsv([taken([loss({ text: '=cmd|"/c calc"!A1' }), loss({ column: '@x', text: null })]), failed]),
    { columns: true },
  )
  expect(lines.map(({ file, row, column, outcome, code, text }) => [file, row, column, outcome, code, text])).toEqual([
    ['units.csv', '', '', 'refused', 'SHEET_UNKNOWN', ''],
    ['units.csv', '2', 'unit:colour', 'not taken', 'COLUMN_UNKNOWN', `'=cmd|"/c calc"!A1`],
    ['units.csv', '2', "'@x", 'not taken', 'COLUMN_UNKNOWN', ''],
    ['b.csv', '7', '', 'refused', 'SHEET_QUOTE_OPEN', ''],
  ])
})
