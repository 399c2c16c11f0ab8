import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { writePdf } from '../../test/pdf-writer.js'
import { reportPage } from '../../test/report-pdf.js'
import { CSV_COLUMNS } from '../ledger/publish.js'
import { command } from './extract.js'

const shared = fileURLToPath(new URL('../../../shared/data/fmtr/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'rastro-extract-'))

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const good = writePdf([
  reportPage(
    [
      ['AIRBORNE', 2, '$1,500'],
      ['INFANTRY CAPTAINS CAREER', 1, '$20,914.08'],
    ],
    [3, '$22,414'],
  ),
])

async function run(args: { totals?: boolean; format?: string }, paths: string[]) {
  let output = ''
  const notes: string[] = []
  const status = await command.run(args, paths, {
    out: {
      write: async (text) => {
        output += typeof text === 'string' ? text : new TextDecoder().decode(text)
      },
      note: (line) => notes.push(line),
      interactive: false,
    },
    env: {},
    cwd: folder,
    now: () => new Date(),
    signal: new AbortController().signal,
  })
  return { status, output, notes, lines: output.trim() === '' ? [] : output.trim().split('\n') }
}

test('trainings and totals are written in the order of the document', async () => {
  const { status, lines, notes } = await run({ totals: true }, [file('good.pdf', good)])
  const records = lines.map((line) => JSON.parse(line))
  expect(records.map((record) => [record.type, record.course_title ?? record.level, record.quantity, record.total_cost])).toEqual(
    [
      ['training', 'AIRBORNE', 2, 1500],
      ['training', 'INFANTRY CAPTAINS CAREER', 1, 20914.08],
      ['total', expect.any(String), 3, 22414],
      ['total', 'country', 3, 22414],
    ],
  )
  expect(records[0]).toMatchObject({
    country: 'Freedonia',
    fiscal_year: 2016,
    start_date: '2016-01-02',
    page: 1,
    source_file: 'good.pdf',
  })
  expect(status).toBe(0)
  expect(notes.at(-1)).toMatch(
    /^2 trainings and 2 printed totals in 1 file · 2 trainings with a flag · 0 places not read · 0 files failed · 1 page in /,
  )
})

test('without --totals there are trainings only, and CSV has one header for all files', async () => {
  const { output } = await run({ format: 'csv' }, [file('a.pdf', good), file('b.pdf', good)])
  const rows = parse(output, { columns: true }) as Record<string, string>[]
  expect(Object.keys(rows[0]!)).toEqual([...CSV_COLUMNS])
  expect(rows.map((row) => [row.type, row.source_file, row.course_title])).toEqual([
    ['training', 'a.pdf', 'AIRBORNE'],
    ['training', 'a.pdf', 'INFANTRY CAPTAINS CAREER'],
    ['training', 'b.pdf', 'AIRBORNE'],
    ['training', 'b.pdf', 'INFANTRY CAPTAINS CAREER'],
  ])
})

test('every bad file ends in its own error that names it, and the good ones are read all the same', async () => {
  const damaged = Uint8Array.from(good)
  damaged.fill(0x20, 9, 300)
  const huge = join(folder, 'huge.pdf')
  closeSync(openSync(huge, 'w'))
  truncateSync(huge, 300_000_000)
  mkdirSync(join(folder, 'empty-folder.pdf'))
  const crowded = Array.from(
    { length: 167_000 },
    (_, at) => `BT /F1 1 Tf 1 0 0 1 10 ${(13_000 - at * 0.08).toFixed(2)} Tm (a${at} b${at} c${at} d${at} e${at} f${at}) Tj ET`,
  )
  const cases: [name: string, path: string, code: string][] = [
    ['missing', join(folder, 'missing.pdf'), 'FILE_NOT_FOUND'],
    ['empty', file('empty.pdf', ''), 'FILE_EMPTY'],
    ['damaged', file('damaged.pdf', damaged), 'PDF_DAMAGED'],
    ['truncated', file('truncated.pdf', good.slice(0, good.length - 300)), 'PDF_TRUNCATED'],
    ['encrypted', file('encrypted.pdf', writePdf([{}], { encrypted: true })), 'PDF_ENCRYPTED'],
    ['scanned', file('scanned.pdf', writePdf([{ content: '0.5 g 50 50 400 600 re f' }])), 'PDF_NO_TEXT'],
    [
      'foreign PDF',
      file('foreign.pdf', writePdf([{ texts: [{ text: 'Dear Sir, the total cost of your course is $200.', x: 50, y: 50 }] }])),
      'NOT_A_TRAINING_REPORT',
    ],
    [
      'foreign HTML',
      file('foreign.html', '<html><body><h1>News</h1><table><tr><td>Weather<td>12</table></html>'),
      'NOT_A_TRAINING_REPORT',
    ],
    [
      'UTF-16 HTML',
      file('wide.html', Buffer.from('\ufeff<html><table><tr><td>a</td></tr></table></html>', 'utf16le')),
      'NOT_A_TRAINING_REPORT',
    ],
    ['HTML with NUL', file('nul.html', '<html>\0<table><tr><td>a\0b</table>'), 'NOT_A_TRAINING_REPORT'],
    ['a PNG called .pdf', file('picture.pdf', '\x89PNG\r\n\x1a\n'), 'FILE_NAME_MISLEADS'],
    ['a PDF called .html', file('report.html', good), 'FILE_NAME_MISLEADS'],
    ['text', file('notes', 'Course,Qty\nAIRBORNE,2\n'), 'FILE_KIND_UNKNOWN'],
    ['300 MB', huge, 'FILE_TOO_LARGE'],
    [
      'a page with a million words',
      file('crowded.pdf', writePdf([reportPage([], [0, '$0']), { height: 14_000, content: crowded.join('\n') }])),
      'PDF_PAGE_TOO_LARGE',
    ],
    [
      'a page of half a kilometre',
      file('wide.pdf', writePdf([{ width: 1_500_000, height: 1_500_000, texts: [{ text: 'a', x: 1, y: 1 }] }])),
      'PDF_PAGE_TOO_LARGE',
    ],
  ]
  const before = process.memoryUsage.rss()
  const start = performance.now()
  const { status, notes, lines } = await run({}, [
    file('first.pdf', good),
    ...cases.map(([, path]) => path),
    file('last.pdf', good),
  ])
  expect(notes.slice(0, -1).map((note) => /^(?:.*: )?([A-Z][A-Z_]+): /.exec(note)?.[1])).toEqual(cases.map(([, , code]) => code))
  for (const [at, [, path]] of cases.entries()) expect(notes[at]).toContain(path.split('/').at(-1))
  expect(notes.find((note) => note.includes('crowded.pdf'))).toContain('page 2')
  expect(status).toBe(2)
  expect(new Set(lines.map((line) => JSON.parse(line).source_file))).toEqual(new Set(['first.pdf', 'last.pdf']))
  expect(performance.now() - start).toBeLessThan(60_000)
  expect((process.memoryUsage.rss() - before) / 1e6).toBeLessThan(900)
}, 90_000)

test('a folder stands for the reports in it, and one without any is an error', async () => {
  const inside = join(folder, 'reports', '2016')
  mkdirSync(inside, { recursive: true })
  writeFileSync(join(inside, 'b.pdf'), good)
  writeFileSync(join(inside, 'a.PDF'), good)
  writeFileSync(join(inside, 'notes.txt'), 'x')
  const { lines } = await run({}, [join(folder, 'reports')])
  expect(lines.map((line) => JSON.parse(line).source_file)).toEqual(['a.PDF', 'a.PDF', 'b.pdf', 'b.pdf'])
  const bare = join(folder, 'bare')
  mkdirSync(bare)
  await expect(run({}, [bare])).rejects.toMatchObject({
    code: 'FOLDER_WITHOUT_REPORTS',
    message: expect.stringContaining('.pdf, .html, .htm.'),
  })
})

// The superuser may read what nobody may.
test.skipIf(process.getuid?.() === 0)('a file without permission is said to be one', async () => {
  const path = file('locked.pdf', good)
  chmodSync(path, 0)
  expect((await run({}, [path])).notes[0]).toContain('FILE_NOT_READABLE')
})

test('an unknown format and a call without files are refused', async () => {
  await expect(run({ format: 'xlsx' }, ['a.pdf'])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  await expect(run({}, [])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
})

test.skipIf(!existsSync(shared))('the lines of a real report come in the order of its pages', async () => {
  const { status, lines } = await run({ totals: true }, [`${shared}2000_2001/3164.pdf`])
  const records = lines.map((line) => JSON.parse(line))
  const pages = records.map((record) => record.page)
  expect(pages).toEqual([...pages].sort((one, other) => one - other))
  const totals = records.findIndex((record) => record.type === 'total')
  expect(totals).toBeGreaterThan(0)
  expect(totals).toBeLessThan(records.length / 10)
  expect(status).toBe(0)
})
