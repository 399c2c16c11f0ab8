/** Pages of the reports that were hard to read, as words with boxes: what must come of them. See golden.ts. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPdfReport } from '../../src/extract/fmtr/pdf-report.js'
import { expectedOf, goldenCases, readInput, writeReport } from './golden.js'

const folder = join(import.meta.dirname, 'pdf')

describe.each(goldenCases(folder))('%s', (name) => {
  const { about, pages } = readInput(join(folder, name))
  test(about, () => {
    const report = readPdfReport(pages, { file: 'report.pdf', sha256: '0'.repeat(64) })
    expect(report).not.toBeNull()
    const written = writeReport(report!)
    expect(written).toEqual(expectedOf(join(folder, name), written))
  })
})
