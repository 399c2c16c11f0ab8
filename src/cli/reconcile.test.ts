import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from './main.js'

const overwritten = 'test/golden/html/layout-d-overwritten-row/input.html'
let folder: string
let wrong: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rastro-reconcile-'))
  wrong = join(folder, 'wrong.html')
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const rows = [row('<b>Mexico, Exchanges, FY 99</b>'), row('SEMINAR', '2', '$10'), row('FY 99 Totals:', '3', '$10')]
  writeFileSync(wrong, `<title>Training FY 1999 and 2000</title><i>Western Hemisphere Region</i><table>${rows.join('')}</table>`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function rastro(...args: string[]) {
  const written: string[] = []
  const notes: string[] = []
  const out = {
    write: async (more: string) => void written.push(more),
    note: (line: string) => void notes.push(line),
    interactive: false,
  }
  const context = { out, env: {}, cwd: process.cwd(), now: () => new Date(0), signal: new AbortController().signal }
  const status = await run(['reconcile', ...args], context)
  return { status, text: written.join(''), notes }
}

test('a difference that nobody has explained is shown with its place, and ends with status 1', async () => {
  const { status, text } = await rastro('--files', wrong)
  expect(status).toBe(1)
  expect(text).toContain('Report 1999-2000: 0 of 1 balanced, 1 unexplained')
  expect(text).toContain('wrong.html, row 3: Mexico, Exchanges, FY 1999: printed 3 and $10, computed 2 and $10: unexplained')
})

test("a known error of the report's own is shown with its finding, and ends well", async () => {
  const { status, text } = await rastro('--files', overwritten, '--json')
  const totals = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(totals.map((total) => [total.level, total.program, total.status])).toEqual([
    ['program', 'CTFP', 'balanced'],
    ['program', 'Regional Centers', 'report error'],
    ['country', null, 'report error'],
  ])
  expect(totals[1]).toMatchObject({
    row: 20,
    printed: { quantity: 78, total_cost: 110_614 },
    computed: { quantity: 76, total_cost: 105_938 },
    difference: { quantity: 2, total_cost: 4_676 },
  })
  expect(totals[1].finding).toContain('Kosovo Police Service')
  expect(status).toBe(0)
})

test('files are filtered by report and by country, as printed or by code', async () => {
  for (const country of ['XKX', 'kosovo']) {
    expect((await rastro('--files', overwritten, wrong, '--country', country)).text).toContain('All: 1 of 3 balanced')
  }
  expect((await rastro('--files', overwritten, wrong, '--report', '1999-2000')).text).toContain('All: 0 of 1 balanced')
})

test('a file that cannot be read is named, the others are compared, and the status is 2', async () => {
  const { status, text, notes } = await rastro('--files', wrong, join(folder, 'missing.html'))
  expect(status).toBe(2)
  expect(text).toContain('unexplained')
  expect(notes.join('\n')).toContain('missing.html: FILE_NOT_FOUND')
})

test('a report that is not among the files is an error that names those that are, and no empty answer', async () => {
  const { status, text, notes } = await rastro('--files', overwritten, wrong, '--report', '2031-2032')
  expect(status).toBe(2)
  expect(text).toBe('')
  expect(notes.join('\n')).toBe('REPORT_UNKNOWN: No report 2031-2032 is held here. Held are: 1999-2000, 2006-2007.')
  const { status: none } = await rastro('--files', overwritten, wrong, '--report', '1999-2000', '--country', 'KEN')
  expect(none).toBe(0)
})

test.each([
  [['--report', '2012'], '--report is two years'],
  [[overwritten], 'is no option'],
  [['--files'], 'no file is given'],
  [['--files', overwritten, '--country', 'mexiko'], '--country takes a code'],
])('%j is refused with a reason', async (args, reason) => {
  const { status, notes } = await rastro(...args)
  expect(status).toBe(2)
  expect(notes.join('\n')).toContain(reason)
})
