/** Rows of the reports in HTML that were hard to read: what must come of them. Accept as in golden.ts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractHtmlReport } from '../../src/extract/fmtr/extract-html.js'
import { expectedOf, writeReport } from './golden.js'

const folder = join(import.meta.dirname, 'html')

describe.each(readdirSync(folder))('%s', (name) => {
  const bytes = readFileSync(join(folder, name, 'input.html'))
  const about = /<!-- (.*?) -->/.exec(bytes.toString())?.[1] ?? name
  test(about, () => {
    const report = extractHtmlReport({ file: 'report.html', sha256: '0'.repeat(64), bytes })
    const written = writeReport(report)
    expect(written).toEqual(expectedOf(join(folder, name), written))
  })
})
