/** What every form is held to before its room sees it. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { takeForm } from './forms.js'
import { formToken } from './security.js'

const app = new Hono()
app.onError((error) => Response.json({ problem: (error as { code?: string }).code }, { status: 400 }))
takeForm(app, '/note', {
  permission: 'analyse',
  mostBytes: 1_000,
  answer: (context, fields) => context.json({ note: fields.get('note') }),
})

const send = async (note: string, token = formToken) =>
  (await app.request('/en/note', { method: 'POST', body: new URLSearchParams({ token, note }) })).json()

test('a form is taken with its token, and not with the one character that no text of a database has', async () => {
  expect(await send('two\r\nlines')).toEqual({ note: 'two\r\nlines' })
  expect(await send('a\0b')).toEqual({ problem: 'FORM_INVALID' })
  expect(await send('a', 'another')).toEqual({ problem: 'FORM_FOREIGN' })
  expect(await send('a'.repeat(2_000))).toEqual({ problem: 'FORM_INVALID' })
})
