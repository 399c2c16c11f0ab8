import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserAvailable, findViolations, openBrowser } from './browser.js'

const policy = "default-src 'none'; style-src 'self'; img-src 'self'"
const good = '<!doctype html><html lang="es"><title>Rastro</title><main><h1>Batallón</h1><p>102/o.</p></main></html>'
const bad = '<!doctype html><html><main><h1>x</h1><img src="/i.png"><input></main></html>'

describe.skipIf(!browserAvailable)('the browser of the tests', () => {
  let server: Server
  let browser: Browser
  let address: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      response.end(request.url === '/bad' ? bad : good)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test('renders a page with its fonts', async () => {
    const page = await browser.newPage()
    await page.goto(`${address}/`)
    expect(await page.textContent('h1')).toBe('Batallón')
    const box = await page.locator('h1').boundingBox()
    expect(box?.width).toBeGreaterThan(50)
    expect((await page.screenshot()).length).toBeGreaterThan(2_000)
    await page.close()
  })

  test('finds what a screen reader would stumble over, under a policy that forbids scripts', async () => {
    const page = await browser.newPage()
    await page.goto(`${address}/`)
    expect(await findViolations(page)).toEqual([])
    await page.goto(`${address}/bad`)
    const rules = (await findViolations(page)).map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining(['html-has-lang', 'image-alt', 'label', 'document-title']))
    await page.close()
  })

  test('cannot reach another machine', async () => {
    const page = await browser.newPage()
    await expect(page.goto('http://example.com/', { timeout: 5_000 })).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/)
    await page.close()
  })
})
