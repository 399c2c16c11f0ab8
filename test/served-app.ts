/** The real app over a ledger, listening on this machine, with a real browser; and what has to hold of each of its pages. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { listen } from '../src/cli/listen.js'
import { type App, type AppOptions, buildApp } from '../src/web/app.js'
import { closeEvidence } from '../src/web/evidence.js'
import { findViolations, openBrowser } from './browser.js'

export interface ServedApp {
  app: App
  origin: string
  browser: Browser
  /** Ends all three; the ledger stays open. */
  close(): Promise<void>
}

export async function serveApp(options: AppOptions): Promise<ServedApp> {
  const app = buildApp(options)
  const listening = await listen({ fetch: app.fetch, host: '127.0.0.1', port: 0, tries: 1 })
  const browser = await openBrowser()
  return {
    app,
    origin: `http://127.0.0.1:${listening.port}`,
    browser,
    async close() {
      await browser.close()
      await listening.close()
      await closeEvidence(app.dependencies)
    },
  }
}

export type Screen = readonly [language: 'en' | 'es', colorScheme: 'light' | 'dark', width: number]

/** What pages are looked at on: for `test.each`. */
export const screens: readonly Screen[] = [
  ['en', 'light', 1280],
  ['es', 'dark', 360],
]

/** A page of its own for a screen: whatever it opens is drawn as that screen draws it. */
export const openScreen = ({ browser }: Pick<ServedApp, 'browser'>, [, colorScheme, width]: Screen): Promise<Page> =>
  browser.newPage({ colorScheme, viewport: { width, height: 740 } })

/** Opens each address in the screen's language: it is there, axe finds nothing wrong, nothing is wider than the screen, and no level of heading is skipped. */
export async function expectCalm(
  page: Page,
  { origin }: Pick<ServedApp, 'origin'>,
  screen: Screen,
  addresses: readonly string[],
): Promise<void> {
  const [language, , width] = screen
  for (const address of addresses) {
    const response = await page.goto(`${origin}/${language}${address}`)
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
}
