/**
 * Golden cases: a folder with `input.json` (words with boxes of one or two pages, facts of the print) and `expected.json` (the
 * records that reading them must give).
 *
 * Look at differences: `npx vitest run test/golden`. Accept them: `GOLDEN=accept npx vitest run test/golden`, then read the diff.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Word } from '../../src/documents/page.js'
import type { ExtractedReport } from '../../src/extract/fmtr/extracted-report.js'
import type { Place } from '../../src/ledger/records.js'

type PackedWord = [text: string, left: number, top: number, right: number, bottom: number, size: number, bold: 0 | 1]

export interface GoldenInput {
  /** What the case is about, and where the page stands. */
  about: string
  pages: { number: number; width: number; height: number; words: PackedWord[] }[]
}

export function goldenCases(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'input.json')))
    .map((entry) => entry.name)
    .sort()
}

export function readInput(folder: string): { about: string; pages: Page[] } {
  const input: GoldenInput = JSON.parse(readFileSync(join(folder, 'input.json'), 'utf8'))
  const pages = input.pages.map(({ words, ...page }) => ({ ...page, words: words.map(unpack) }))
  return { about: input.about, pages }
}

function unpack([text, left, top, right, bottom, size, bold]: PackedWord): Word {
  return { text, left, top, right, bottom, size, bold: bold === 1 }
}

/** A report so that each record is a line of a diff: what is the same for all is left out, dollars are as published. */
export function writeReport({ report, layout, regions, pageLabels, trainings, totals, unread, notes }: ExtractedReport): string[] {
  const at = (places: readonly Place[]) => places.map(({ page, box, row }) => `${page ?? `row ${row}`}${box ? ` (${box})` : ''}`).join(' + ')
  const line = (...parts: unknown[]) => parts.map((part) => (part === null || part === undefined ? '·' : String(part))).join(' | ')
  const dollars = (cents: number | null) => (cents === null ? null : `$${cents / 100}`)
  return [
    line('report', report, layout, regions.join('; '), `pages ${pageLabels.map((label) => label ?? '·').join(' ')}`),
    ...trainings.map((row) =>
      line(
        `training ${row.id}`,
        line(row.region, row.country, row.countryCode, row.program, row.programCode, row.agency, `FY ${row.fiscalYear}`, row.status),
        line(row.courseTitle, `${row.quantityHeader}: ${row.quantity}`, row.location, row.recipientUnit, row.deliveryUnit, row.deliveryQuantity),
        line(dollars(row.cents), row.startPrinted, row.startDate, row.endPrinted, row.endDate),
        `at ${at(row.places)}`,
        row.flags.map(({ code, note }) => `${code}: ${note}`).join(' '),
      ),
    ),
    ...totals.map((row) =>
      line(
        `total ${row.id}`,
        line(row.level, row.region, row.country, row.program, row.fiscalYear && `FY ${row.fiscalYear}`, row.quantity, dollars(row.cents)),
        `at ${at(row.places)}`,
        row.flags.map(({ code, note }) => `${code}: ${note}`).join(' '),
      ),
    ),
    ...unread.map(({ place, text, reason }) => line('unread', `at ${at([place])}`, text, reason)),
    ...notes.map(({ code, text, place }) => line('note', code, text, place ? `at ${at([place])}` : null)),
  ]
}

/** What must come out, in a form that reads well in a diff. Accepting writes it and is refused where CI is set. */
export function expectedOf(folder: string, result: unknown): unknown {
  const path = join(folder, 'expected.json')
  if (process.env.GOLDEN === 'accept') {
    if (process.env.CI) throw new Error('Golden cases are accepted by a person, never in CI.')
    writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}
