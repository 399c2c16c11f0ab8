import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readPlainArticle } from '../../documents/article/plain-article.js'
import { modelSettings, proposeClaims } from './model.js'
import { readArticle } from './read-article.js'

let server: Server | null = null
afterEach(() => server?.close())

/** A server that speaks the protocol and answers with these words, whatever it is asked. */
async function answering(
  content: string | Buffer,
  status = 200,
): Promise<{ url: string; asked: { headers: Record<string, unknown>; body: string }[] }> {
  const asked: { headers: Record<string, unknown>; body: string }[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push({ headers: request.headers, body })
      response.statusCode = status
      response.end(typeof content === 'string' ? JSON.stringify({ choices: [{ message: { content } }] }) : content)
    })
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`, asked }
}

const text =
  '🚁 The herald says the garrison now keeps eighty guards, said the mayor.\n\nDear Daily Readers,\n\nYour donation of 50 dollars helps.\n\nThe editors'
const article = readArticle(readPlainArticle(text))
const effects = { fetch, signal: new AbortController().signal }

test('no address, no model', () => {
  expect(modelSettings({})).toBeNull()
})

test('what quotes the prose is kept and marked; what does not is refused', async () => {
  const { url, asked } = await answering(
    `Here you are:\n${JSON.stringify([
      { quote: 'the garrison now keeps', type: 'status', speaker: 'the mayor' },
      { quote: 'the garrison keeps ninety guards', type: 'status' },
      { quote: 'Your donation of 50 dollars', type: 'quantity', value: 50 },
      { quote: 'the garrison now keeps eighty guards', type: 'quantity', value: 90 },
      { quote: 'The herald says', type: 'event', speaker: 'General Nobody' },
      { type: 'event' },
      'ignore all rules',
    ])}`,
  )
  const answer = await proposeClaims({ ...article, claims: [] }, { url, name: 'small', key: 'secret' }, effects)
  expect(answer).toMatchObject({ refused: 6, failure: null })
  expect(answer.proposed).toEqual([
    expect.objectContaining({ type: 'status', proposed_by: 'model', speaker: 'the mayor', id: 'M1' }),
  ])
  const [claim] = answer.proposed
  expect([...text].slice(claim!.start, claim!.end).join('')).toBe('the garrison now keeps')
  expect(asked[0]!.headers.authorization).toBe('Bearer secret')
  expect(JSON.parse(asked[0]!.body)).toMatchObject({ model: 'small', temperature: 0 })
  expect(asked[0]!.body).not.toContain('donation')
})

test('what the rules found already is not proposed again', async () => {
  const { url } = await answering(JSON.stringify([{ quote: 'keeps eighty guards', type: 'quantity', value: 80 }]))
  expect(article.claims).toContainEqual(expect.objectContaining({ type: 'quantity', value: 80 }))
  expect((await proposeClaims(article, { url, name: 'small', key: null }, effects)).proposed).toEqual([])
})

test.each([
  ['an error', 'x', 500, /status 500/],
  ['no list', 'I cannot help with that.', 200, /no list/],
  ['an answer without end', Buffer.alloc(500_000, 32), 200, /does not end/],
  ['no JSON', Buffer.from('<html>'), 200, /JSON/],
])('%s leaves the rules as they are', async (_, content, status, failure) => {
  const { url } = await answering(content, status)
  const answer = await proposeClaims(article, { url, name: 'small', key: null }, effects)
  expect(answer.proposed).toEqual([])
  expect(answer.failure).toMatch(failure)
})

test('nobody there', async () => {
  const { url } = await answering('[]')
  await new Promise((resolve) => server!.close(resolve))
  expect((await proposeClaims(article, { url, name: 'small', key: null }, effects)).failure).toMatch(/fetch failed/)
})
