import { mkdtempSync } from 'node:fs'
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
const { default: chromium } = await import('@sparticuz/chromium')
import { chromium as pw } from 'playwright-core'
const [out, url, opts = '{}'] = process.argv.slice(2)
const { width = 1280, dark, print, height = 900, full = true } = JSON.parse(opts)
const browser = await pw.launch({ executablePath: await chromium.executablePath(), headless: true, chromiumSandbox: false, args: ['--disable-gpu', '--disable-dev-shm-usage', '--no-zygote', '--font-render-hinting=none'] })
const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
if (print) await page.emulateMedia({ media: 'print' })
await page.goto(url, { timeout: 60000 })
const w = await page.evaluate(() => document.documentElement.scrollWidth)
const h = await page.evaluate(() => document.documentElement.scrollHeight)
console.log(out, 'scrollWidth', w, 'height', h)
await page.screenshot({ path: out, clip: { x: 0, y: 0, width, height: Math.min(h, full === true ? 2600 : full) }, fullPage: true })
await browser.close()
