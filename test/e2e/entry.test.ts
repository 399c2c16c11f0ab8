/**
 * Entry by hand in a real browser: an alleged incident with its denial by plain forms, seen on the unit's page; a reply under what it answers; drafts that
 * outlive a page, and undoing.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enteringBy } from '../../src/cli/entering.js'
import { judgingBy } from '../../src/cli/judging.js'
import { resolveNames } from '../../src/resolve/resolve.js'
import { browserAvailable } from '../browser.js'
import { freshDatabase } from '../database.js'
import { training } from '../ledger-facts.js'
import { expectCalm, openScreen, type ServedApp, screens, serveApp } from '../served-app.js'
import { writeServing } from '../serving-ledger.js'

const article = [
  'The Invented Herald, 3 June 2014.',
  'Relatives say that two men were taken from the market of Example Town by the 102nd battalion on 17 May.',
  'A spokesman of the army said on 3 June that no soldier was there.',
].join('\n\n')
const passage = 'two men were taken from the market of Example Town'

describe.skipIf(!browserAvailable)('entry by hand', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let served: ServedApp
  let browser: Browser
  let plain: BrowserContext
  let origin: string
  let unit: string

  beforeAll(async () => {
    ledger = await freshDatabase()
    const now = () => new Date('2026-02-01T00:00:00Z')
    const row = training({ id: 't1', country: 'Mexico', countryCode: 'MEX', recipientUnit: '102 Batallón de Infantería' })
    await writeServing(ledger, [row])
    await (await resolveNames(ledger, { actor: 'a tester' }, { now })).fillQueue()
    unit = (await ledger.ownerPool.query(`SELECT entity FROM serving.unit WHERE name LIKE '102%' LIMIT 1`)).rows[0].entity
    served = await serveApp({
      ledger,
      judging: judgingBy(ledger, 'an analyst', now),
      entering: enteringBy(ledger, 'an analyst', now),
      contact: 'desk@example.org',
    })
    browser = served.browser
    origin = served.origin
    plain = await browser.newContext({ javaScriptEnabled: false })
  }, 120_000)

  afterAll(async () => {
    await served?.close()
    await ledger?.close()
  })

  /** The button that a person sees, not the one that answers Enter. */
  const send = (page: Page, step: string) =>
    Promise.all([page.waitForNavigation(), page.click(`#entry-form button[value="${step}"]:visible`)])
  const text = (page: Page) => page.innerText('main')

  test('by plain forms: a source, an incident with its denial, seen on the unit’s page; nothing typed is lost; it is undone', async () => {
    const page = await plain.newPage()
    await page.goto(`${origin}/en/enter/source`)
    await page.fill('textarea[name="text"]', article)
    await page.fill('input[name="publisher"]', 'The Invented Herald')
    await send(page, 'enter')
    // What is wrong stands beside its field, and what was typed is there still.
    expect(await page.getAttribute('input[name="title"]', 'aria-invalid')).toBe('true')
    expect((await page.inputValue('textarea[name="text"]')).replaceAll('\r', '')).toBe(article)
    expect((await ledger.ownerPool.query('SELECT owner FROM private.draft')).rows).toEqual([{ owner: 'an analyst' }])
    await page.fill('input[name="title"]', 'Two men taken')
    await page.fill('input[name="collected"]', 'copied from the paper')
    await send(page, 'enter')
    expect(await text(page)).toContain('the source “Two men taken”')
    expect((await ledger.ownerPool.query('SELECT FROM private.draft')).rows).toEqual([])

    await Promise.all([page.waitForNavigation(), page.click('a[href*="/enter/incident?source="]')])
    expect(await page.innerText('.entry-beside')).toContain(passage)
    await page.fill('textarea[name="words"]', 'words that do not stand there')
    await page.fill('textarea[name="what"]', 'Two men were taken from a market')
    await page.fill('input[name="speaker"]', 'relatives')
    await page.fill('input[name="first_printed"]', '17 May')
    await page.fill('input[name="first"]', '2031-05-17')
    await page.selectOption('select[name="country"]', 'MEX')
    await page.fill('input[name="violation"]', 'Enforced disappearance')
    await page.fill('input[name="perpetrator_words"]', 'the 102nd battalion')
    await page.fill('input[name="perpetrator"]', '102 Batallón')
    for (const part of await page.$$('details.part > summary')) await part.click()
    await page.fill('input[name="denier"]', 'a spokesman of the army')
    await page.fill('textarea[name="denial"]', 'No soldier was there')
    await page.fill('input[name="denied_printed"]', '2014-06-03')
    await page.fill('input[name="victims_low"]', '2')
    await page.fill('textarea[name="victims_names"]', 'An Invented Name')
    await send(page, 'enter')
    const wrong = await page.$$eval('[aria-invalid="true"]', (fields) => fields.map((one) => one.getAttribute('name')))
    expect(wrong.sort()).toEqual(['first', 'perpetrator', 'victims_names', 'words'])
    expect(await page.inputValue('textarea[name="denial"]')).toBe('No soldier was there')
    await page.fill('textarea[name="words"]', passage)
    await page.fill('input[name="first"]', '2014-05-17')
    await page.fill('textarea[name="victims_names"]', '')
    await page.check(`input[name="perpetrator_id"][value="${unit}"]`)
    await send(page, 'enter')
    expect(await page.innerText('h1')).toMatch(/^Change \d+$/)
    const entered = page.url()

    await page.goto(`${origin}/en/units/${unit}`)
    const shown = await text(page)
    expect(shown).toContain('Alleged: Two men were taken from a market')
    expect(shown).toContain('disputed since 2014-06-03')
    expect(shown).toContain('No soldier was there')
    // Its one training came before: said as a finding, which says since when it is disputed.
    expect(await page.innerText('#exposure')).toMatch(/preceded/)
    expect(await page.innerText('#exposure')).toContain('disputed since 2014-06-03')
    const { rows } = await ledger.ownerPool.query(
      `SELECT places, details FROM ledger.statement WHERE property = 'violation' AND withdrawn IS NULL`,
    )
    expect(rows[0].places[0]).toMatchObject({ pageLabel: 'paragraph 2', start: article.indexOf(passage) })

    await page.goto(entered)
    await Promise.all([page.waitForNavigation(), page.click('main form button')])
    await page.goto(`${origin}/en/units/${unit}`)
    expect(await text(page)).not.toContain('Two men were taken')
    // Undoing is undone the same way.
    await page.goto(`${origin}/en/enter`)
    await Promise.all([page.waitForNavigation(), page.click('main table tbody tr:first-child a')])
    await Promise.all([page.waitForNavigation(), page.click('main form button')])
    await page.goto(`${origin}/en/units/${unit}`)
    expect(await text(page)).toContain('Two men were taken')
    await page.close()
  }, 60_000)

  test('a reply that was received stands under the allegation, and a misread statement is corrected, by plain forms', async () => {
    const page = await plain.newPage()
    await page.goto(`${origin}/es/units/${unit}`)
    await Promise.all([page.waitForNavigation(), page.click('.respond a')])
    expect(await text(page)).toContain('desk@example.org')
    await Promise.all([page.waitForNavigation(), page.click('a[href*="matter="]')])
    await page.fill('input[name="who"]', 'Colonel Invented')
    await page.fill('input[name="on_printed"]', '2015-01-20')
    await page.check('input[name="received"][value="letter"]')
    await page.check('input[name="disputes"][value="perpetrator"]')
    await page.fill('textarea[name="text"]', 'My battalion was in its barracks on that day.')
    await send(page, 'enter')
    await page.goto(`${origin}/es/units/${unit}`)
    const allegation = await page.innerText('.allegation')
    expect(allegation).toContain('My battalion was in its barracks on that day.')
    // As large as the allegation.
    const sizes = await page.$$eval('.allegation .saying .printed', (all) => all.map((one) => getComputedStyle(one).fontSize))
    expect(new Set(sizes).size).toBe(1)

    await page.goto(`${origin}/en/respond/${unit}`)
    const correct = page.locator('.corrections li', { hasText: 'the 102nd battalion' }).locator('a', { hasText: 'correct' })
    await Promise.all([page.waitForNavigation(), correct.first().click()])
    await send(page, 'enter')
    expect(await page.getAttribute('textarea[name="reason"]', 'aria-invalid')).toBe('true')
    await page.check('input[name="do"][value="replace"]')
    await page.fill('textarea[name="reason"]', 'The paper prints another word')
    await page.fill('textarea[name="value"]', 'the 102nd infantry battalion')
    await send(page, 'enter')
    expect(await text(page)).toContain('the 102nd infantry battalion')
    const { rows } = await ledger.ownerPool.query('SELECT reason, tool FROM ledger.changeset ORDER BY id DESC LIMIT 1')
    expect(rows).toEqual([{ reason: 'The paper prints another word', tool: 'rastro correction' }])
    await page.close()
  }, 60_000)

  test('with script: what is typed outlives the page, who is meant is found while typing, and both are gone once it is entered', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${origin}/en/enter/relation?relation=succession`)
    await page.fill('textarea[name="note"]', 'I was told that one came after the other.')
    await page.fill('input[name="to"]', 'An Invented Battalion')
    await expect.poll(() => page.innerText('#entry-draft')).toContain('Kept in this browser')
    await page.reload()
    expect(await page.inputValue('textarea[name="note"]')).toBe('I was told that one came after the other.')
    await page.locator('input[name="from"]').pressSequentially('102 Bata')
    await page.waitForSelector('[role="option"]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await page.isChecked(`input[name="from_id"][value="${unit}"]`)).toBe(true)
    await page.click('fieldset[data-name="to"] summary')
    await page.check('input[name="to_id"][value="new"]')
    await page.selectOption('select[name="to_kind"]', 'unit')
    await send(page, 'enter')
    expect(await page.innerText('h1')).toMatch(/^Change \d+$/)
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual([])
    const { rows } = await ledger.ownerPool.query(
      `SELECT s.entity, n.value FROM ledger.statement s JOIN ledger.statement n ON n.entity = s.object AND n.property = 'name'
        WHERE s.property = 'succession' AND s.withdrawn IS NULL`,
    )
    expect(rows).toEqual([{ entity: unit, value: 'An Invented Battalion' }])
    expect(complaints).toEqual([])
    await page.close()
  }, 60_000)

  test('where the connection is gone nothing is sent, and going back to the form has all that was typed and chosen', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${origin}/en/enter/reply?entity=${unit}`)
    await page.fill('input[name="who"]', 'An invented spokesman')
    await send(page, 'enter')
    expect(await page.inputValue('input[name="who"]')).toBe('An invented spokesman')
    await page.fill('input[name="on_printed"]', '2015-02-03')
    await page.check('input[name="received"][value="meeting"]')
    await page.fill('textarea[name="text"]', 'We were told nothing of it.')
    await context.setOffline(true)
    await page.click('#entry-form button[value="enter"]:visible')
    expect(await page.innerText('#entry-draft')).toContain('The server does not answer')
    expect(await page.inputValue('textarea[name="text"]')).toBe('We were told nothing of it.')
    await context.setOffline(false)
    await page.goBack()
    await page.waitForFunction(() => document.readyState === 'complete')
    expect(await page.isChecked('input[name="received"][value="meeting"]')).toBe(true)
    await send(page, 'enter')
    expect(await page.innerText('h1')).toMatch(/^Change \d+$/)
    await context.close()
  }, 60_000)

  test('a form that was loaded before the server was started again is shown anew with all that was typed; a foreign one is refused', async () => {
    const sent = (headers: Record<string, string>) =>
      fetch(`${origin}/en/enter/statement`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ token: 'of another time', note: 'long and dear' }),
      })
    const before = (await ledger.ownerPool.query('SELECT max(id) FROM ledger.changeset')).rows
    const own = await sent({ 'sec-fetch-site': 'same-origin' })
    expect([own.status, (await own.text()).includes('long and dear')]).toEqual([422, true])
    expect((await sent({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ledger.ownerPool.query('SELECT max(id) FROM ledger.changeset')).rows).toEqual(before)
  })

  test.each(screens)(
    '%s, %s, %i wide: axe finds nothing wrong, no heading is skipped, nothing is wider than the screen',
    async (...screen) => {
      const { rows } = await ledger.ownerPool.query(
        `SELECT id, entity, source FROM ledger.statement WHERE property = 'perpetrator' AND stance = 'asserts' AND withdrawn IS NULL LIMIT 1`,
      )
      const { id, entity, source } = rows[0]
      const page = await openScreen(served, screen)
      const all = [
        `/enter/incident?source=${source}&words=Relatives`,
        `/units/${unit}`,
        '/enter',
        '/enter/source',
        `/enter/denial?of=${id}`,
        '/enter/relation?relation=posting',
        `/enter/reply?entity=${unit}`,
        `/enter/correction?statement=${id}`,
        '/enter/entered?changeset=4',
        `/respond/${unit}`,
        `/incidents/${entity}`,
        `/sources/${source}`,
      ]
      await expectCalm(page, served, screen, screen[2] < 400 ? all : all.slice(0, 2))
      await page.close()
    },
    120_000,
  )
})
