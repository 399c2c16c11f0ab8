/** An invented article in a real browser: from the form that takes it in to an accepted claim on a unit's page; and every kind of page about articles. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimingBy } from '../../src/cli/claiming.js'
import { loadCurated } from '../../src/exchange/curated/load.js'
import { resolveNames } from '../../src/resolve/resolve.js'
import { inventedArticle, writeArticle } from '../article-facts.js'
import { browserAvailable } from '../browser.js'
import { freshDatabase } from '../database.js'
import { training } from '../ledger-facts.js'
import { expectCalm, openScreen, type ServedApp, screens, serveApp } from '../served-app.js'
import { writeServing } from '../serving-ledger.js'

describe.skipIf(!browserAvailable)('an article', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let served: ServedApp
  let browser: Browser
  let origin: string
  /** Of the article that the first test takes in. */
  let article = ''
  const now = () => new Date('2026-02-01T00:00:00Z')

  beforeAll(async () => {
    ledger = await freshDatabase()
    const mexican = { country: 'Mexico', countryCode: 'MEX', deliveryUnit: null }
    await writeServing(ledger, [
      training({ id: 'one', ...mexican, quantity: 70, recipientUnit: '102nd Infantry Battalion' }),
      training({ id: 'two', ...mexican, quantity: 50, cents: null }),
    ])
    await resolveNames(ledger, { actor: 'a tester' }, { now })
    await loadCurated(ledger, 'a tester', { now })
    // Several claims of the list stand beside others of the same thing, and perhaps of the same.
    for (const count of [300, 310, 320])
      await writeArticle(
        ledger,
        `In fiscal year 2011 the United States trained ${count} Mexican soldiers under IMET-1. In 2010 the United States trained ${count} Mexican marines.\n`,
        { file: `count-${count}.txt` },
      )
    served = await serveApp({ ledger, claiming: claimingBy(ledger, 'an analyst', now) })
    browser = served.browser
    origin = served.origin
  }, 120_000)

  afterAll(async () => {
    await served?.close()
    await ledger?.close()
  })

  const stateOf = (page: Page, number: number) =>
    page.getAttribute(`.claim-card:has(.claim-number:text-is("${number}"))`, 'data-state')

  const soon = (look: () => Promise<string | null>) => expect.poll(look, { timeout: 15_000 })

  test('is taken in, read, decided on by keyboard, and what it claims of a unit stands on the unit’s page', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${origin}/en/`)
    await page.click('text=Articles')
    await page.click('text=Add an article')
    await page.fill('textarea[name="text"]', inventedArticle)
    await Promise.all([page.waitForNavigation(), page.click('button:text("Read it")')])
    article = new URL(page.url()).pathname.split('/').at(-1)!
    expect(await page.textContent('h1')).toBe('Commandos Trained Abroad Are Accused In The Valley')
    expect(await page.textContent('mark.claimed >> nth=0')).toBe('200 Mexican soldiers')
    expect(await page.textContent('.apart >> nth=-1')).toContain('donate today')

    // The first claim is rejected by a key, and taken back by another.
    await page.keyboard.press('j')
    await page.keyboard.press('r')
    await soon(() => page.textContent('#desk-done')).toMatch(/^Recorded as change \d+$/)
    await soon(() => stateOf(page, 1)).toBe('rejected')
    await page.keyboard.press('z')
    await soon(() => stateOf(page, 1)).toBe('open')

    // What cannot be accepted says why: a denial of what nobody has accepted.
    await page.focus('.claim-card:has(.claim-number:text-is("5"))')
    await page.keyboard.press('a')
    await soon(() => page.textContent('#desk-done')).toContain('Choose whom it speaks of')
    await soon(() => stateOf(page, 5)).toBe('open')

    await page.focus('.claim-card:has(.claim-number:text-is("7"))')
    await page.keyboard.press('a')
    await soon(() => stateOf(page, 7)).toBe('accepted')

    // On a page loaded anew the last decision is taken back, too.
    await soon(() => page.textContent('#desk-done')).toMatch(/^Recorded as change \d+$/)
    await page.reload()
    await page.keyboard.press('z')
    await soon(() => stateOf(page, 7)).toBe('open')
    await page.keyboard.press('a')
    await soon(() => stateOf(page, 7)).toBe('accepted')
    const card = page.locator('.claim-card:has(.claim-number:text-is("7"))')
    await soon(() => card.textContent()).toContain('It became a statement on')
    await Promise.all([page.waitForNavigation(), card.locator('a[href^="/en/units/"]').first().click()])
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/units\//)
    const unit = (await page.textContent('main'))!
    expect(unit).toContain('the Valley Brotherhood')
    expect(unit).toMatch(/pasted\.txt, .*7/)
    await page.close()
    // A refused decision is an answer with an error's status, which browsers tell.
    expect(complaints.filter((complaint) => !complaint.includes('400'))).toEqual([])
  }, 120_000)

  test('is decided on by plain forms where no script runs, and corrected on the claim’s own page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/es/articles/${article}`)
    const first = page.locator('.claim-card').first()
    await Promise.all([page.waitForNavigation(), first.locator('button[value="rejected"]').click()])
    expect(await page.textContent('#desk-done')).toContain('rechazada')
    expect(await stateOf(page, 1)).toBe('rejected')
    await Promise.all([page.waitForNavigation(), first.locator('button:text("Deshacer")').click()])
    expect(await stateOf(page, 1)).toBe('open')
    await Promise.all([page.waitForNavigation(), page.locator('.claim-card').nth(1).locator('a:text("Corregir")').click()])
    await page.fill('[aria-labelledby="correct"] input[name="counted"]', 'infantrymen of the 102nd Infantry Battalion')
    await page.fill('input[name="tie_subject"]', '102nd Infantry Battalion')
    await Promise.all([page.waitForNavigation(), page.click('button[value="corrected"]')])
    expect(await stateOf(page, 2)).toBe('corrected')
    await Promise.all([
      page.waitForNavigation(),
      page.locator('.claim-card').nth(1).locator('a[href^="/es/units/"]').first().click(),
    ])
    expect(await page.textContent('main')).toContain('Colonel Martín Olvera')
    await context.close()
  }, 120_000)

  test('a check’s question is changed in its form, and its permalink shows it again', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/en/checks?measure=people&value=200&country=mex&from=2012&program=imet-1`)
    expect(await page.textContent('.verdict')).toContain('Ledger lower, by 80 training sessions')
    await page.fill('input[name="value"]', '100')
    await Promise.all([page.waitForNavigation(), page.click('.check-form button')])
    expect(await page.textContent('.verdict')).toContain('Cannot say')
    await Promise.all([page.waitForNavigation(), page.click('.quote-parts a')])
    expect(page.url()).toMatch(/\/en\/checks\?measure=people&value=100&country=mex&from=2012&program=imet-1&as_of=[0-9a-f]{16}$/)
    await Promise.all([page.waitForNavigation(), page.click('a:text("See the 2 rows")')])
    expect(await page.textContent('main')).toContain('102nd Infantry Battalion')
    await page.close()
  }, 60_000)

  test.each(screens)(
    '%s, %s, %i wide: axe finds nothing wrong, no heading is skipped, nothing is wider than the screen',
    async (...screen) => {
      const page = await openScreen(served, screen)
      const [language] = screen
      await page.goto(`${origin}/${language}/articles/${article}`)
      const claim = await page.getAttribute('.claim-card', 'data-claim')
      await page.goto(`${origin}/${language}/cases`)
      const seed = await page.getAttribute('.case-article a', 'href')
      const addresses = [
        '/cases',
        '/articles',
        '/articles/new',
        `/articles/${article}`,
        seed!.replace(/^\/\w\w/, ''),
        '/claims',
        `/claims/${claim}`,
        '/checks',
        '/checks?measure=cost&comparator=more&value=2000000&country=mex&from=2006&open=yes&published=2014-11-05&years=calendar',
      ]
      await expectCalm(page, served, screen, addresses)
      await page.close()
    },
    240_000,
  )
})
