/** Every type of page, served by the real app from a real database, in a real browser: accessible, calm, and no wider than a phone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scriptOf } from '../../src/web/islands/script.js'
import { browserAvailable, findViolations } from '../browser.js'
import { freshDatabase } from '../database.js'
import { type ServedApp, serveApp } from '../served-app.js'
import { writeServing } from '../serving-ledger.js'

const pages = [
  '/',
  '/search',
  '/search?q=batallon+infanteria&country=mex&sort=-quantity',
  '/search?q=nobody+has+this+name',
  '/search?status=all&year=2008-2013&cost_min=5&flag=quantity-unreadable',
  '/quote?country=mex',
  '/countries',
  '/countries?sort=sessions',
  '/countries/mex',
  '/countries/freedonia',
  '/countries/pol',
  '/programs',
  '/programs/section-1004',
  '/names/NAME',
  '/trainings/a1',
  '/trainings/a3',
  '/trainings/a4',
  '/sources',
  '/sources/SOURCE',
  '/sources/SOURCE?page=1',
  '/reconciliation',
  '/coverage',
  '/exposures?order=before&kind=designation',
  '/queue',
  '/method',
  '/wording',
  '/no-such-page',
  '/search?colour=red',
  '/countries/mex?as_of=1',
  '/api/v1/',
]

/** What the addresses answer with, where it is not 200. */
const statuses: Record<string, number> = { '/no-such-page': 404, '/search?colour=red': 400 }

describe.skipIf(!browserAvailable)('pages', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let served: ServedApp
  let browser: Browser
  let addresses: string[]
  let origin: string

  beforeAll(async () => {
    ledger = await freshDatabase()
    await writeServing(ledger)
    served = await serveApp({ ledger })
    browser = served.browser
    origin = served.origin
    const [name] = (await served.app.dependencies.reading.names({ q: 'batallon', limit: 1 })).rows
    const { sources } = await served.app.dependencies.reading.sources()
    addresses = pages.map((page) => page.replace('NAME', name?.id ?? 'none').replace('SOURCE', sources[0]?.source.id ?? 'none'))
  }, 120_000)

  afterAll(async () => {
    await served?.close()
    await ledger?.close()
  })

  async function visit(
    options: Parameters<Browser['newPage']>[0],
    use: (page: Page, address: string) => Promise<void>,
    language = 'en',
  ) {
    const page = await browser.newPage(options)
    const complaints: string[] = []
    page.on('console', (message) => {
      // The browser notes that an address answered 404, which two of these have to.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) complaints.push(`asked for ${request.url()}`)
    })
    try {
      for (const address of addresses) {
        const response = await page.goto(address.startsWith('/api/') ? `${origin}${address}` : `${origin}/${language}${address}`)
        expect([address, response?.status()]).toEqual([address, statuses[address] ?? 200])
        await use(page, address)
      }
    } finally {
      await page.close()
    }
    expect(complaints).toEqual([])
  }

  const violations = async (page: Page, address: string) => expect([address, await findViolations(page)]).toEqual([address, []])

  test('axe finds nothing wrong on any of them, in light and dark', async () => {
    await visit({ colorScheme: 'light' }, violations)
    await visit({ colorScheme: 'dark' }, violations, 'es')
  }, 240_000)

  test('on a phone nothing is wider than the screen', async () => {
    await visit({ viewport: { width: 360, height: 740 } }, async (page, address) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([address, width]).toEqual([address, 360])
    })
  }, 120_000)

  test('one h1, and no level of heading is skipped', async () => {
    await visit({}, async (page, address) => {
      const levels = await page.$$eval('h1, h2, h3, h4, h5, h6', (headings) => headings.map((each) => Number(each.tagName[1])))
      expect([address, levels.filter((level) => level === 1)]).toEqual([address, [1]])
      expect([address, levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1)]).toEqual([address, []])
    })
  }, 120_000)

  test('every link of a page that leads inside answers', async () => {
    const seen = new Set<string>()
    await visit({}, async (page) => {
      for (const link of await page.$$eval('a[href^="/"]', (links) => links.map((each) => each.getAttribute('href') ?? '')))
        seen.add(link.split('#')[0] as string)
    })
    expect(seen.size).toBeGreaterThan(100)
    const broken: string[] = []
    for (const link of seen) {
      const response = await served.app.request(link)
      // Without the original in the archive there is no image of it.
      if (response.status >= 400 && !/no-such-page|colour=red/.test(link)) broken.push(`${response.status} ${link}`)
      await response.body?.cancel()
    }
    expect(broken).toEqual([])
  }, 240_000)

  test('by keyboard alone: skip to the content, search, and open a row', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/en/countries`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.focus('input[name=q]')
    await page.keyboard.type('BATALLON infanteria 102')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=BATALLON/)
    const row = page.locator('table.listing tbody th a').first()
    await row.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/trainings\//)
    expect(await page.textContent('h1')).toContain('102/o. Batallón de Infantería')
    await page.close()
  }, 60_000)

  test.skipIf(!scriptOf('type-ahead'))(
    'while somebody types, pages are suggested; the keyboard chooses, and a screen reader is told',
    async () => {
      const page = await browser.newPage()
      await page.goto(`${origin}/en/countries`)
      const field = page.getByRole('combobox', { name: 'Search units, courses, places' })
      await field.fill('mex')
      const option = page.getByRole('option')
      await option.first().waitFor()
      expect(await field.getAttribute('aria-expanded')).toBe('true')
      expect(await page.getByRole('status').textContent()).toMatch(/suggestion/)
      expect([await findViolations(page), await option.first().textContent()]).toEqual([[], expect.stringMatching(/^Mexico/)])

      await page.keyboard.press('ArrowDown')
      const chosen = await field.getAttribute('aria-activedescendant')
      expect(await page.locator('[role=option][aria-selected=true]').getAttribute('id')).toBe(chosen)
      await page.keyboard.press('ArrowUp')
      expect(await field.getAttribute('aria-activedescendant')).toBeNull()
      await page.keyboard.press('Escape')
      expect([await field.getAttribute('aria-expanded'), await field.inputValue(), await option.count()]).toEqual([
        'false',
        'mex',
        0,
      ])

      await page.keyboard.press('ArrowDown')
      await option.first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/countries\/mex$/)

      await field.fill('102 batal')
      await page
        .getByRole('option', { name: /^102\/o. Batallón de Infantería/ })
        .first()
        .click()
      await page.waitForURL(/\/en\/names\//)

      await field.fill('102 batallon')
      await option.first().waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/en\/search\?q=102\+batallon$/)
      await page.close()
    },
    60_000,
  )

  test('without script the search box is a form, and every page says the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/en/countries`)
    await page.fill('input[name=q]', 'batallon')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/search\?q=batallon$/)
    expect(await page.textContent('h1')).toContain('batallon')
    await context.close()
  }, 60_000)
})
