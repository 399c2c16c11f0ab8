/** Pages of alleged incidents and of what stands on a list, in a real browser: accessible, calm, and no wider than a phone. */
import { afterAll, beforeAll, describe, test } from 'vitest'
import { loadCurated } from '../../src/exchange/curated/load.js'
import { entryId } from '../../src/extract/ofac/read-ofac.js'
import { entityId } from '../../src/ledger/changesets/entity-facts.js'
import { browserAvailable } from '../browser.js'
import { freshDatabase } from '../database.js'
import { expectCalm, openScreen, type ServedApp, screens, serveApp } from '../served-app.js'

const ofCase = (kind: 'incident' | 'unit' | 'organization', key: string) => entityId(kind, 'Rastro: cases', key)
const addresses = [
  '/incidents',
  '/incidents?country=MEX',
  '/incidents?country=nld',
  '/units',
  '/units?q=nothing-of-that-name',
  '/people',
  '/people?q=nobody-of-that-name',
  `/incidents/${ofCase('incident', 'sinaloa-2014-07-11')}`,
  `/incidents/${ofCase('incident', 'honduras-el-salvador-2011-2014')}`,
  `/units/${entryId('organization', '33951')}`,
  `/units/${ofCase('unit', 'grupo-hercules')}`,
  `/units/${ofCase('organization', 'los-zetas')}`,
]

describe.skipIf(!browserAvailable)('allegations and listings', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let served: ServedApp

  beforeAll(async () => {
    ledger = await freshDatabase()
    await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
    served = await serveApp({ ledger })
    const { sources } = await served.app.dependencies.reading.sources()
    for (const { source } of sources) addresses.push(`/sources/${source.id}`)
  }, 120_000)

  afterAll(async () => {
    await served?.close()
    await ledger?.close()
  })

  test.each(screens)(
    '%s, %s, %i wide: axe finds nothing wrong, no heading is skipped, nothing is wider than the screen',
    async (...screen) => {
      const page = await openScreen(served, screen)
      await expectCalm(page, served, screen, addresses)
      await page.close()
    },
    240_000,
  )
})
