import chromium from '@sparticuz/chromium'
import { chromium as pw } from 'playwright-core'
const [url, keys] = process.argv.slice(2)
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true })
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
page.on('pageerror', (e) => console.log('ERR', e.message))
await page.goto('http://localhost:4871' + url, { waitUntil: 'load' })
for (const k of keys) { await page.keyboard.press(k); await page.waitForTimeout(1500); console.log(k, await page.evaluate(() => [document.querySelector('#desk-open')?.textContent, document.querySelector('#desk-done')?.textContent?.slice(0, 100), document.querySelector('.claim-card.current')?.querySelector('h3')?.textContent, location.pathname + location.hash].join(' | '))) }
const y = await page.evaluate(() => scrollY); console.log('scroll', y)
await page.screenshot({ path: '/tmp/desk/s/keys.png' })
await browser.close()
