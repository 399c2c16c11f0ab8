/** The report of which six pages stand in two files, read from the originals: what is printed once counts once. Skipped where it is not. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgeTotal } from '../src/analysis/ledger-balance.js'
import { reportPaths } from '../src/cli/extract.js'
import { readReportFacts } from '../src/extract/read-reports.js'
import { commitChangeset } from '../src/ledger/changesets/change.js'
import { sourceRow } from '../src/ledger/changesets/facts.js'
import { replaceSource, type SourceFacts } from '../src/ledger/changesets/replace-source.js'
import type { Ledger } from '../src/ledger/database/connect.js'
import { openReading } from '../src/ledger/read/open-reading.js'
import type { Reading } from '../src/ledger/read/reading.js'
import { searchKey } from '../src/names/search-key.js'
import { freshDatabase } from './database.js'
import { about } from './ledger-facts.js'

const folder = '../shared/data/fmtr/2001_2002'

describe.skipIf(!existsSync(folder))('the report of 2001–2002', () => {
  let ledger: Ledger
  let reading: Reading
  const files: SourceFacts[] = []

  beforeAll(async () => {
    ledger = await freshDatabase()
    reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
    const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'a test' }
    for await (const outcome of readReportFacts(await reportPaths([folder]))) {
      if (!outcome.ok) throw outcome.error
      files.push({ source: sourceRow(outcome.value.source, collection), ...outcome.value.facts })
    }
    // Against the order of the files, a changeset each, as they would be ingested.
    for (const facts of files.reverse()) await commitChangeset(ledger, about(), (change) => replaceSource(change, facts))
  }, 300_000)
  afterAll(() => ledger?.close())

  test('sums to its printed country totals, all of which balance', async () => {
    const { sum, balance } = await reading.home()
    const { totals } = await reading.totals()
    const countries = totals.filter((total) => total.counts && total.level === 'country')
    const printed = countries.reduce(
      (whole, total) => ({ quantity: whole.quantity + (total.quantity ?? 0), cents: whole.cents + (total.cents ?? 0) }),
      { quantity: 0, cents: 0 },
    )
    expect(countries.length).toBeGreaterThan(100)
    expect({ quantity: sum.quantity, cents: sum.cents }).toEqual(printed)
    expect(balance.balanced).toBe(balance.totals)
  })

  test('has 121 rows that stand in two files', async () => {
    const all = files.reduce((rows, { training }) => rows + (training?.length ?? 0), 0)
    const { sum, proposed } = await reading.home()
    expect(all - sum.rows - proposed.rows).toBe(121)
  })
})
