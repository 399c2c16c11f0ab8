/** Pages of alleged incidents and of what stands on a list, in a real browser: accessible, calm, and no wider than a phone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/cli/listen.js'
import { loadCurated } from '../../src/exchange/curated/load.js'
import { entryId } from '../../src/extract/ofac/read-ofac.js'
import { entityId } from '../../src/ledger/changesets/entity-facts.js'
import { type App, buildApp } from '../../src/web/app.js'
import { closeEvidence } from '../../src/web/evidence.js'
import { browserAvailable, findViolations, openBrowser } from '../browser.js'
import { freshDatabase } from '../database.js'

const ofCase = (kind: 'incident' | 'unit' | 'organization', key: string) => entityId(kind, 'Rastro: cases', key)
const addresses = [
  '/incidents',
  '/incidents?country=MEX',
  '/incidents?country=none',
  `/incidents/${ofCase('incident', 'sinaloa-2014-07-11')}`,
  `/incidents/${ofCase('incident', 'honduras-el-salvador-2011-2014')}`,
  `/units/${entryId('organization', '33951')}`,
  `/units/${ofCase('unit', 'grupo-hercules')}`,
  `/units/${ofCase('organization', 'los-zetas')}`,
]

describe.skipIf(!browserAvailable)('allegations and listings', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let app: App
  let listening: Listening
  let browser: Browser

  beforeAll(async () => {
    ledger = await freshDatabase()
    await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
    app = buildApp({ ledger })
    listening = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 })
    browser = await openBrowser()
    const { sources } = await app.dependencies.reading.sources()
    for (const { source } of sources) addresses.push(`/sources/${source.id}`)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await listening?.close()
    if (app) await closeEvidence(app.dependencies)
    await ledger?.close()
  })

  test.each([
    ['en', 'light', 1280],
    ['es', 'dark', 360],
  ] as const)(
    '%s, %s, %i wide: axe finds nothing wrong, no heading is skipped, nothing is wider than the screen',
    async (language, colorScheme, width) => {
      const page: Page = await browser.newPage({ colorScheme, viewport: { width, height: 740 } })
      for (const address of addresses) {
        const response = await page.goto(`http://127.0.0.1:${listening.port}/${language}${address}`)
        expect([address, response?.status()]).toEqual([address, 200])
        expect([address, await findViolations(page)]).toEqual([address, []])
        expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, width])
        const levels = await page.$$eval('h1, h2, h3, h4', (headings) => headings.map((each) => Number(each.tagName[1])))
        expect([address, levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)]).toEqual([address, []])
        if (process.env.SCREENSHOTS)
          await page.screenshot({
            path: `${process.env.SCREENSHOTS}/${language}${address.replace(/\W/g, '-').slice(0, 30)}.png`,
            fullPage: true,
          })
      }
      await page.close()
    },
    240_000,
  )
})
