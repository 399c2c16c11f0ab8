/**
 * Screening in a real browser: a thousand rows taken, screened, decided, exported and screened again; by keys, and by plain forms where no script may
 * run; and nothing of a list in any address. Everyone in it is invented.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../src/cli/listen.js'
import { screeningFor } from '../../src/cli/screening-desk.js'
import { checkBag } from '../../src/exchange/bagit/check.js'
import { openBag } from '../../src/exchange/bagit/content.js'
import { type App, buildApp } from '../../src/web/app.js'
import type { ScreeningDesk } from '../../src/web/dependencies.js'
import { closeEvidence } from '../../src/web/evidence.js'
import { browserAvailable, findViolations, openBrowser } from '../browser.js'
import { freshDatabase } from '../database.js'
import { writeSaid, writeScreening } from '../screening-ledger.js'

const given = [
  'Adalgisa',
  'Benicio',
  'Clotilde',
  'Dagoberto',
  'Eulalia',
  'Florencio',
  'Griselda',
  'Hildebrando',
  'Ifigenia',
  'Jacinto',
]
const family = [
  'Abrantes',
  'Bustinza',
  'Carballido',
  'Dorrego',
  'Echenique',
  'Falcao',
  'Gorriti',
  'Huamani',
  'Iturbe',
  'Jaramago',
]
const second = ['Lezama', 'Mondaca', 'Nahuel', 'Oyarzun', 'Pizzolo', 'Quiroz', 'Rebaza', 'Sotelo', 'Tapullima', 'Urrutia']

/** Three of the thousand are in the ledger, in other words; one row has cells that are no country and no day; one is no name but a formula. */
const rows = given.flatMap((one, a) =>
  family.flatMap((two, b) =>
    second.map((three, c) => [
      `${one} ${two} ${three}`,
      'Tte.',
      '',
      'Guatemala',
      `19${60 + ((a + b) % 30)}-0${1 + (c % 9)}-1${a}`,
    ]),
  ),
)
rows[123] = ['Fermin Quesnel Arboleda', 'Coronel', '12 Batallon de Infanteria', 'Guatemala', '1971-02-14']
rows[456] = ['', '', 'Zarzuela Rapid Battalion', 'Guatemala', '']
rows[789] = ['Wilhelmina Ostrander', 'Mayor', '', 'Guatemala', '']
rows[10] = [rows[10]![0]!, 'Tte.', '', 'Atlantis', '1980-02-31']
rows[11] = ['=HYPERLINK("http://example.test")', 'Tte.', '', 'Guatemala', '']
const csv = [['Nombre', 'Grado', 'Unidad', 'País', 'Fecha de nacimiento'], ...rows]
  .map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
  .join('\r\n')

describe.skipIf(!browserAvailable)('screening', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rastro-screening-'))
  const logged: string[] = []
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let apps: { app: App; desk: ScreeningDesk; listening: Listening }[]
  let browser: Browser
  let context: BrowserContext
  const asked: string[] = []
  const complaints: string[] = []

  const serve = async (who: string) => {
    const report = (error: unknown) => logged.push(error instanceof Error ? (error.stack ?? '') : String(error))
    const desk = screeningFor(ledger, who, { now: () => new Date('2026-03-01T12:00:00Z'), report })
    const app = buildApp({ ledger, screening: desk, report: (error, address) => logged.push(`${address} ${String(error)}`) })
    return { app, desk, listening: await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 }) }
  }
  const origin = (server = apps[0]!) => `http://127.0.0.1:${server.listening.port}`

  beforeAll(async () => {
    ledger = await freshDatabase()
    await writeScreening(ledger)
    apps = [await serve('an officer'), await serve('a colleague')]
    browser = await openBrowser()
    context = await browser.newContext({ acceptDownloads: true })
    context.on('request', (request) => asked.push(request.url()))
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    writeFileSync(path.join(folder, 'nominees.csv'), csv)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    for (const { app, desk, listening } of apps ?? []) {
      await listening.close()
      await desk.lists.close()
      await closeEvidence(app.dependencies)
    }
    await ledger?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const submit = async (page: Page, button: string) => {
    await Promise.all([page.waitForNavigation(), page.click(button)])
  }
  /** The list's page asks again by itself until all is compared. */
  const compared = (page: Page) => page.waitForSelector('.screening-coverage', { timeout: 60_000 })
  /** Each page type is looked at on a phone, in the dark, and by axe. */
  const looked = async (page: Page, name: string) => {
    const size = page.viewportSize()!
    for (const [colorScheme, width] of [['light', 1280] as const, ['dark', 360] as const]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 740 })
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
      expect([name, width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, width, width])
      expect([name, width, await findViolations(page)]).toEqual([name, width, []])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(size)
  }
  const save = async (page: Page, link: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(link)])
    const to = path.join(folder, download.suggestedFilename())
    await download.saveAs(to)
    return to
  }
  let list = ''

  test('a thousand rows are taken and compared, with the columns recognised and bad cells told by row and column', async () => {
    const page = await context.newPage()
    await page.goto(`${origin()}/en/screening`)
    await looked(page, 'lists')
    await page.setInputFiles('#file', path.join(folder, 'nominees.csv'))
    await submit(page, 'button[type="submit"]:has-text("Read it")')
    await looked(page, 'columns')
    const holds = await page.$$eval('select', (selects) => selects.map((one) => (one as HTMLSelectElement).value))
    expect(holds).toEqual(['name', 'rank', 'unit', 'country', 'birth date'])
    await page.fill('#title', 'Course in spring')
    await submit(page, 'button:has-text("Compare with the ledger")')
    await compared(page)
    list = new URL(page.url()).pathname
    expect(await page.textContent('.screening-coverage')).toMatch(/99\d subjects: no match in the ledger as of .* which covers/)
    await page.goto(`${origin()}${list}?show=flagged`)
    const bad = await page.textContent('main')
    expect(bad).toContain('“Atlantis”')
    expect(bad).toContain('“1980-02-31”')
    expect(bad).toMatch(/column País/)
    await page.close()
  }, 120_000)

  test('the three that are planted need a look, and few others; each is decided by keys beside its evidence', async () => {
    const page = await context.newPage()
    await page.goto(`${origin()}${list}`)
    await looked(page, 'list')
    const names = await page.$$eval('.screening-subjects th a', (links) => links.map((link) => link.textContent))
    expect(names).toEqual(expect.arrayContaining(['Fermin Quesnel Arboleda', 'Zarzuela Rapid Battalion', 'Wilhelmina Ostrander']))
    expect(names.length).toBeLessThan(19)
    await submit(page, '.screening-subjects th a:has-text("Fermin")')
    await looked(page, 'subject')
    const main = await page.textContent('main')
    expect(main).toContain('same date of birth: 1971-02-14')
    expect(main).toContain('which “12 Batallon de Infanteria” may be')
    expect(main).toContain('On a list of')
    expect(main).not.toMatch(/\bcleared\b/)
    await page.keyboard.press('m')
    expect(await page.isChecked('input[value="match"]')).toBe(true)
    await page.keyboard.type('Same day of birth and same post')
    await page.selectOption('#action', 'refuse')
    const before = page.url()
    await page.focus('#reason')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')])
    // On to the next that waits.
    expect(page.url()).not.toBe(before)
    expect(await page.textContent('.screening-told')).toBe('The decision is recorded.')
    await page.goto(before)
    expect(await page.textContent('.screening-history')).toContain('Same day of birth and same post')
    expect(await page.textContent('.screening-history')).toContain('Match · refuse')
    await page.close()
  }, 60_000)

  test('what is typed stays where the connection breaks off', async () => {
    const page = await context.newPage()
    await page.goto(`${origin()}${list}/subjects/457`)
    await page.keyboard.press('p')
    await page.keyboard.type('Ask the ministry')
    await page.route('**/decide', (route) => route.abort())
    await page.click('button:has-text("Record the decision")')
    await expect.poll(() => page.textContent('#decision-told')).toContain('Your words are still here')
    await page.unroute('**/decide')
    expect(await page.inputValue('#reason')).toBe('Ask the ministry')
    await submit(page, 'button:has-text("Record the decision")')
    await page.close()
    complaints.length = 0
  }, 60_000)

  test('"no match" for many, by plain forms without script; what lacks a reason comes back as it was', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const page = await plain.newPage()
    await page.goto(`${origin()}${list.replace('/en/', '/es/')}`)
    const waiting = await page.locator('input[name="position"]').count()
    await page.locator('input[name="position"]').first().check()
    await page.fill('#bulk-reason', 'otra fecha de nacimiento')
    await submit(page, 'button:has-text("Decidir: sin coincidencia")')
    expect(await page.textContent('.screening-told')).toBe('1 sujeto decidido: sin coincidencia.')
    expect(await page.locator('input[name="position"]').count()).toBe(waiting - 1)
    await page.goto(`${origin()}${list.replace('/en/', '/es/')}/subjects/790`)
    await page.fill('#reason', 'visto')
    await submit(page, 'button:has-text("Registrar la decisión")')
    expect(await page.textContent('[role="alert"]')).toContain('Diga qué halló')
    expect(await page.inputValue('#reason')).toBe('visto')
    await plain.close()
  }, 60_000)

  test('results and dossiers are exported, and hold what was decided; the dossier is sound', async () => {
    const page = await context.newPage()
    await page.goto(`${origin()}${list}`)
    const results = readFileSync(await save(page, 'a:has-text("Results (CSV)")'), 'utf8')
    const lines = results.trim().split('\r\n')
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(1000)
    expect(lines.find((line) => line.includes('Fermin Quesnel'))).toMatch(
      /match,refuse,counts,Same day of birth and same post,an officer/,
    )
    expect(lines.find((line) => line.includes('HYPERLINK'))).toContain(`"'=HYPERLINK(`)
    const bag = await save(page, 'a:has-text("Dossier (BagIt, zip)")')
    const report = await checkBag(await openBag(bag))
    expect(report.problems).toEqual([])
    const html = readFileSync(await save(page, 'a:has-text("one HTML file")'), 'utf8')
    expect(html).toContain('Same day of birth and same post')
    const alone = await browser.newPage()
    await alone.setContent(html)
    if (process.env.SCREENSHOTS) await alone.screenshot({ path: `${process.env.SCREENSHOTS}/dossier.png` })
    expect(await findViolations(alone)).toEqual([])
    await alone.close()
    await page.close()
  }, 60_000)

  test('screened again, only what is new is shown as new', async () => {
    const page = await context.newPage()
    await page.goto(`${origin()}${list}`)
    await submit(page, 'button:has-text("Compare again")')
    expect(await page.textContent('.screening-told')).toContain('has not changed')
    await writeSaid(ledger, 'bb', ['ostrander'], 'second.csv')
    await submit(page, 'button:has-text("Compare again")')
    await compared(page)
    await page.goto(`${origin()}${list}?show=news`)
    expect(await page.$$eval('.screening-subjects th a', (links) => links.map((link) => link.textContent))).toEqual([
      'Wilhelmina Ostrander',
    ])
    expect(await page.textContent('.screening-subjects')).toContain('second.csv')
    await submit(page, 'button:has-text("I have seen what is new")')
    await page.goto(`${origin()}${list}?show=news`)
    expect(await page.textContent('main')).toContain('Nothing is new since the last time.')
    await page.close()
  }, 90_000)

  test('with four eyes a colleague confirms; who is not named sees nothing; what is deleted is gone for both', async () => {
    const [own, other] = [await context.newPage(), await context.newPage()]
    await own.goto(`${origin()}/en/screening`)
    await own.fill('#lines', 'Name\nFermín Quesnel Arboleda')
    await submit(own, 'button:has-text("Read it")')
    await own.check('input[name="four_eyes"]')
    await submit(own, 'button:has-text("Compare with the ledger")')
    await compared(own)
    const address = new URL(own.url()).pathname
    expect((await other.goto(`${origin(apps[1])}${address}`))?.status()).toBe(404)
    await own.goto(`${origin()}${address}/subjects/1`)
    await own.keyboard.press('p')
    await own.keyboard.type('No date of birth')
    await submit(own, 'button:has-text("Record the decision")')
    await own.goto(`${origin()}${address}/subjects/1`)
    expect(await own.textContent('.screening-history')).toContain('Somebody else must confirm it.')
    await own.goto(`${origin()}${address}`)
    await own.fill('input[name="colleague"]', 'a colleague')
    await submit(own, 'button:has-text("Share with a colleague")')
    await other.goto(`${origin(apps[1])}${address}`)
    expect(await other.textContent('.screening-subjects')).toContain('waits for a second person')
    await other.goto(`${origin(apps[1])}${address}/subjects/1`)
    await submit(other, 'button:has-text("Confirm as second person")')
    expect(await other.textContent('.screening-history')).toContain('confirmed by a colleague')
    await own.goto(`${origin()}${address}`)
    await submit(own, 'button:has-text("Keep it until I delete it")')
    expect(await own.textContent('main')).toContain('kept until you delete it')
    await own.click('summary:has-text("Delete this list")')
    await submit(own, 'button:has-text("Yes, delete it for good")')
    expect((await own.goto(`${origin()}${address}`))?.status()).toBe(404)
    expect((await other.goto(`${origin(apps[1])}${address}`))?.status()).toBe(404)
    await own.close()
    await other.close()
  }, 60_000)

  test('nothing of a list stands in an address or a log, and no cache keeps an answer', async () => {
    const private_ = /fermin|ferm%C3%ADn|quesnel|zarzuela|ostrander|spring|nominees|dorrego/i
    expect(asked.length).toBeGreaterThan(30)
    expect(asked.filter((address) => private_.test(address))).toEqual([])
    expect(logged).toEqual([])
    expect(complaints.filter((text) => !/404|400/.test(text))).toEqual([])
    for (const address of ['/en/screening', list, `${list}/subjects/1`, `${list}/results.csv`, '/en/screening/nothing']) {
      const answer = await apps[0]!.app.request(address)
      expect([address, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
        address,
        'no-store, private',
        null,
      ])
      await answer.text()
    }
  })

  test('a file above the limit is refused in words, and what is too large never read', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const answer = await apps[0]!.app.request('/en/screening/upload', {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
    } as RequestInit)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('SCREENING_TOO_LARGE')
  })
})
