/** The review queue in a real browser: worked by keyboard alone, and by plain forms where no script may run. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgingBy } from '../../src/cli/judging.js'
import { resolveNames } from '../../src/resolve/resolve.js'
import { browserAvailable, findViolations } from '../browser.js'
import { freshDatabase } from '../database.js'
import { training } from '../ledger-facts.js'
import { type ServedApp, serveApp } from '../served-app.js'
import { writeServing } from '../serving-ledger.js'

/** Each number is a pair: one says the arm, the other does not. */
const names = [11, 12, 13, 14, 15, 16].flatMap((number) => [`${number} Batallón`, `${number} Batallón de Infantería`])

describe.skipIf(!browserAvailable)('the review queue', () => {
  let ledger: Awaited<ReturnType<typeof freshDatabase>>
  let served: ServedApp
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    ledger = await freshDatabase()
    await writeServing(
      ledger,
      names.map((text, at) =>
        training({ id: `t${at}`, country: 'Mexico', countryCode: 'MEX', recipientUnit: text, deliveryUnit: null }),
      ),
    )
    const now = () => new Date('2026-02-01T00:00:00Z')
    await (await resolveNames(ledger, { actor: 'a tester' }, { now })).fillQueue()
    served = await serveApp({ ledger, judging: judgingBy(ledger, 'a reviewer', now) })
    browser = served.browser
    origin = served.origin
  }, 120_000)

  afterAll(async () => {
    await served?.close()
    await ledger?.close()
  })

  const decisions = async () =>
    (
      await ledger.ownerPool.query(
        `SELECT subject, entity, verdict, note FROM ledger.judgement WHERE basis = 'person' AND withdrawn IS NULL ORDER BY written`,
      )
    ).rows
  const pairOn = (page: Page) => page.getAttribute('#pair', 'data-pair')

  test('is worked by keys: the next pair is there at once, the decision is kept, and undone', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${origin}/en/queue`)
    expect(await findViolations(page)).toEqual([])
    const first = (await pairOn(page))!
    // The next pair has been fetched by then.
    await page.waitForLoadState('networkidle')
    const milliseconds: number[] = []
    const press = async (key: string) => {
      const before = await pairOn(page)
      const took = await page.evaluate(
        ([typed, shown]) =>
          new Promise<number>((resolve) => {
            const start = performance.now()
            const look = () => {
              const now = document.querySelector('#pair')?.getAttribute('data-pair')
              if (now !== shown) resolve(performance.now() - start)
              else setTimeout(look, 1)
            }
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: typed!, bubbles: true }))
            look()
          }),
        [key, before],
      )
      await page.waitForLoadState('networkidle')
      return took
    }
    milliseconds.push(await press('s'), await press('d'), await press('u'), await press('k'))
    const inTime = { timeout: 20_000 }
    await expect
      .poll(async () => (await decisions()).map(({ verdict }) => verdict), inTime)
      .toEqual(['same', 'different', 'unsure'])
    expect(`${(await decisions())[0].subject}.${(await decisions())[0].entity}`).toBe(first)
    const third = `${(await decisions())[2].subject}.${(await decisions())[2].entity}`
    await press('z')
    await expect.poll(async () => (await decisions()).length, inTime).toBe(2)
    expect(await pairOn(page)).toBe(third)
    await page.close()
    expect(complaints).toEqual([])
    process.stdout.write(`From key to next pair: ${milliseconds.map((each) => each.toFixed(0)).join(', ')} ms\n`)
    // 500 an hour leave 7 s for each; what the machine takes of them must not be felt.
    expect(Math.min(...milliseconds)).toBeLessThan(250)
  }, 120_000)

  test('is worked by plain forms without script, notes too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/es/queue`)
    const pair = (await pairOn(page))!
    const before = (await decisions()).length
    await page.fill('input[name="note"]', 'otra guarnición')
    await Promise.all([page.waitForNavigation(), page.click('button[value="different"]')])
    expect(await pairOn(page)).not.toBe(pair)
    expect(await decisions()).toHaveLength(before + 1)
    expect((await decisions()).at(-1)).toMatchObject({ verdict: 'different', note: 'otra guarnición' })
    await Promise.all([page.waitForNavigation(), page.click('.queue-undo button')])
    expect(await pairOn(page)).toBe(pair)
    expect(await decisions()).toHaveLength(before)
    await context.close()
  }, 60_000)

  test('what a name means in one row is judged apart from its name, by plain forms, and undone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    // "16 Batallón" and "16 Batallón de Infantería" wait as a pair, so that the page offers each for the other.
    const at = names.indexOf('16 Batallón')
    await page.goto(`${origin}/en/trainings/t${at}`)
    await Promise.all([page.waitForNavigation(), page.click(`a[href="/en/queue/row/t${at}"]`)])
    const means = () => page.textContent('#content section p:not(.quiet)')
    expect(await means()).toContain('As in every row with this name')
    const offered = page.locator('input[name="entity"][value]:not([value=""])')
    expect(await offered.count()).toBeGreaterThan(1)
    await offered.nth(1).check()
    await page.fill('input[name="note"]', 'the course is for infantry')
    await Promise.all([page.waitForNavigation(), page.click('button[value="same"]')])
    expect(await means()).toContain('In this row it is taken to mean')
    expect(await page.textContent('main')).toContain('a reviewer judged: the same, ')
    const { rows } = await ledger.ownerPool.query(
      "SELECT subject_kind, note FROM ledger.judgement WHERE subject_kind = 'naming' AND withdrawn IS NULL",
    )
    expect(rows).toEqual([{ subject_kind: 'naming', note: 'the course is for infantry' }])
    await Promise.all([page.waitForNavigation(), page.click('.queue-undo button')])
    expect(page.url()).toContain(`/en/queue/row/t${at}`)
    expect(await means()).toContain('As in every row with this name')
    await Promise.all([page.waitForNavigation(), page.click('button[value="different"]')])
    expect(await means()).toContain('In this row, a person says, it does not mean')
    await context.close()
    const drawn = await browser.newPage({ viewport: { width: 360, height: 800 } })
    await drawn.goto(`${origin}/es/queue/row/t${at}`)
    expect(await findViolations(drawn)).toEqual([])
    expect(await drawn.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await drawn.close()
  }, 60_000)
})
