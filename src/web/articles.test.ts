/** Articles and claims as pages, forms and answers of the API, over a small ledger. People and units are invented. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedArticle, writeArticle } from '../../test/article-facts.js'
import { freshDatabase } from '../../test/database.js'
import { about, training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { claimingBy } from '../cli/claiming.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { allRows } from '../ledger/changesets/rows.js'
import { resolveNames } from '../resolve/resolve.js'
import { type App, buildApp } from './app.js'
import { formToken } from './security.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let app: App
let readOnly: App
let source: string
let claims: string[]
const now = () => new Date('2026-02-01T00:00:00Z')

beforeAll(async () => {
  ledger = await freshDatabase()
  const mexican = { country: 'Mexico', countryCode: 'MEX', deliveryUnit: null }
  await writeServing(ledger, [
    training({ id: 'one', ...mexican, quantity: 70, recipientUnit: '102nd Infantry Battalion' }),
    training({ id: 'two', ...mexican, quantity: 50, cents: null }),
  ])
  await resolveNames(ledger, { actor: 'a tester' }, { now })
  ;({ source, claims } = await writeArticle(ledger))
  app = buildApp({ ledger, claiming: claimingBy(ledger, 'an analyst', now) })
  readOnly = buildApp({ ledger })
}, 60_000)
afterAll(() => ledger.close())

const text = async (path: string, from = app) => (await from.request(path)).text()
const send = (path: string, fields: Record<string, string> | FormData, accept = 'text/html') =>
  app.request(path, {
    method: 'POST',
    body: fields instanceof FormData ? fields : new URLSearchParams({ token: formToken, ...fields }),
    headers: { accept },
  })
const changesetOf = async (response: Response) => ((await response.json()) as { changeset: number }).changeset

describe('the page of an article', () => {
  test('has the text with its claims marked, the checks beside it, and what was set apart called so', async () => {
    const page = await text(`/en/articles/${source}`)
    expect(page).toContain('<mark class="claimed open">200 Mexican soldiers</mark>')
    expect(page).toContain(`id="at-${claims[0]}"`)
    expect(page).toContain('Ledger lower, by 80 training sessions.')
    expect(page).toContain('Appeal for money or subscriptions: set apart, nothing is claimed from it')
    expect(page).toContain('Repeats what stands elsewhere')
    expect(page).toContain('Caption of a picture')
    expect(page).toMatch(/<span class="mention organization"[^>]*>102nd Infantry Battalion<\/span>/)
    expect(page).toContain('proposed by rules')
    expect(page).toContain('Denied by army: claim 5')
    // Letter for letter: what stands between the tags of the text is the text.
    const shown = page
      .slice(page.indexOf('id="reading"'))
      .replace(/<sup class="claim-ref">.*?<\/sup>|<article.*?<\/article>|<p class="apart-label">.*?<\/p>/gs, '')
      .replace(/<[^>]*>/g, '')
    const letters = (words: string) => words.replace(/\s/g, '')
    const body = inventedArticle.slice(inventedArticle.indexOf('In fiscal year'))
    expect(letters(shown.replaceAll('&#39;', "'"))).toContain(letters(body))
  })

  test('is read without the right to decide, in Spanish, and as of a past state', async () => {
    const page = await text(`/es/articles/${source}`, readOnly)
    expect(page).toContain('El registro da menos')
    expect(page).not.toContain('<form method="post"')
    const past = await text(`/en/articles/${source}?as_of=${(await readOnly.dependencies.reading.head()).changeset}`)
    expect(past).not.toContain('<form method="post"')
    expect((await app.request(`/en/articles/${source}?as_of=1`)).status).toBe(404)
    expect((await app.request('/en/articles/unknown')).status).toBe(404)
    expect((await app.request(`/id/articles/${source}`)).headers.get('location')).toBe(`/en/articles/${source}`)
  })

  test('of a restricted article there is none', async () => {
    const hidden = await writeArticle(ledger, `Hidden. ${inventedArticle}`, { file: 'hidden.txt', restricted: true })
    expect((await app.request(`/en/articles/${hidden.source}`)).status).toBe(404)
    expect(await text('/en/articles')).not.toContain('hidden.txt')
  })
})

describe('decisions', () => {
  test('accepting puts the claim on the page of the unit that it is about, with its place; taking back takes it away', async () => {
    const [, second] = claims
    const before = await text(`/en/articles/${source}`)
    expect(before).toContain('Will stand on')
    const answer = await send('/en/claims/decide', { claim: second!, verdict: 'accepted' })
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location')!
    expect(location).toMatch(new RegExp(`^/en/articles/${source}\\?done=\\d+&verdict=accepted#claim-${second}$`))
    const page = await text(location.split('#')[0]!)
    expect(page).toContain('accepted by an analyst, February 1, 2026: the article says so')
    expect(page).toMatch(/Recorded as change \d+: accepted\./)
    const path = /It became a statement on <a href="([^"]+)"/.exec(page)?.[1]
    const entity = await text(path!)
    expect(entity).toContain('Colonel Martín Olvera')
    expect(entity).toContain(`/en/sources/${source}`)
    expect(entity).toContain('paragraph')
    // The check of what was accepted has an address that keeps the state, and a picture of it.
    const claimed = await text(`/en/claims/${second}`)
    const kept = /href="http:\/\/[^/"]+(\/id\/claims\/[^"]+)"/.exec(claimed)![1]!
    expect(kept).toMatch(/as_of=[0-9a-f]{16}$/)
    const shown = (await app.request(kept)).headers.get('location')!
    expect(await text(shown)).toContain('accepted by an analyst')
    const card = /href="([^"]*card\.png[^"]*)"/.exec(claimed)![1]!
    const picture = await app.request(card)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await picture.arrayBuffer())].slice(1, 4)).toEqual([80, 78, 71])
    const changeset = /name="changeset" value="(\d+)"/.exec(page)![1]!
    expect((await send('/en/claims/undo', { claim: second!, changeset })).status).toBe(303)
    // Later decisions leave it as it was.
    expect(await text(shown)).toContain('accepted by an analyst')
    expect(await text(`/en/articles/${source}`)).not.toContain('accepted by an analyst')
    expect((await app.request(path!)).status === 404 || !(await text(path!)).includes('Colonel Martín Olvera')).toBe(true)
  })

  test('what names nobody stands with the article alone', async () => {
    const words = 'Many Deaths\n\nSome 65,OOO people have been killed.\n\nThe embassy denied that it had sold aircraft.\n'
    const { source: own, claims: made } = await writeArticle(ledger, words, { file: 'deaths.txt' })
    const page = await text(`/en/articles/${own}`)
    expect(page).toContain('It is tied to no other claim of this article')
    expect(page).toContain('damaged in print: “65,OOO”')
    expect(page).toContain('it will stand with the article alone')
    const changeset = await changesetOf(
      await send('/en/claims/decide', { claim: made[0]!, verdict: 'accepted' }, 'application/json'),
    )
    expect(await text(`/en/articles/${own}`)).toContain('It became a statement of the article itself')
    expect((await app.request(`/id/entities/${own}`)).headers.get('location')).toBe(`/en/articles/${own}`)
    expect((await app.request(`/en/units/${own}`)).status).toBe(404)
    await send('/en/claims/undo', { claim: made[0]!, changeset: String(changeset) })
    expect((await app.request(`/id/entities/${own}`)).status).toBe(404)
  })

  test('what is said of a country stands with the article, leads to the country, and makes no unit or body of its name', async () => {
    const words = 'The United States trained 90 people from Honduras in 2011.\n'
    const { source: own, claims: made } = await writeArticle(ledger, words, { file: 'honduras.txt' })
    expect(await text(`/en/articles/${own}`)).toMatch(/names no unit or body.*\/en\/countries\/hnd/s)
    const accepted = await changesetOf(
      await send('/en/claims/decide', { claim: made[0]!, verdict: 'accepted' }, 'application/json'),
    )
    expect(await text(`/en/articles/${own}`)).toMatch(/statement of the article itself.*\/en\/countries\/hnd/s)
    const { rows } = await ledger.ownerPool.query(
      `SELECT FROM ledger.statement WHERE property = 'name' AND value ILIKE '%honduras%' AND withdrawn IS NULL`,
    )
    expect(rows).toEqual([])
    const tie = (tie_subject: string) =>
      send('/en/claims/decide', { claim: made[0]!, verdict: 'corrected', corrections: 'yes', tie_subject, kind_subject: 'body' })
    for (const name of ['Honduras', 'Latin America', 'Section 1206'])
      expect(await (await tie(name)).text(), name).toContain('CLAIM_TIE_NO_FORCE')
    await send('/en/claims/undo', { claim: made[0]!, changeset: String(accepted) })
  })

  test('two claims of a body that was made by mistake are taken back one after the other, and it is gone', async () => {
    const words =
      'The United States trained 90 people from Honduras in 2011. The United States trained 80 people from Honduras in 2010.\n'
    const { claims: made } = await writeArticle(ledger, words, { file: 'mistaken.txt' })
    const tie = { verdict: 'corrected', corrections: 'yes', tie_subject: 'Mistaken Bay', kind_subject: 'body' }
    const changesets: number[] = []
    for (const claim of made.slice(0, 2))
      changesets.push(await changesetOf(await send('/en/claims/decide', { claim, ...tie }, 'application/json')))
    const named = () =>
      ledger.ownerPool.query(`SELECT entity FROM ledger.statement WHERE value = 'Mistaken Bay' AND withdrawn IS NULL`)
    const { entity } = (await named()).rows[0]
    for (const [index, changeset] of changesets.entries())
      expect((await send('/en/claims/undo', { claim: made[index]!, changeset: String(changeset) })).status).toBe(303)
    expect((await named()).rows).toEqual([])
    expect((await app.request(`/en/units/${entity}`)).status).not.toBe(200)
  })

  test('a rejection is remembered when the article is read again, and its check is not shown', async () => {
    const changeset = await changesetOf(
      await send('/es/claims/decide', { claim: claims[0]!, verdict: 'rejected' }, 'application/json'),
    )
    await writeArticle(ledger)
    const page = await text(`/en/articles/${source}`)
    expect(page).toContain('rejected by an analyst')
    expect(page).toContain(`data-claim="${claims[0]}" data-state="rejected"`)
    await send('/en/claims/undo', { claim: claims[0]!, changeset: String(changeset) })
  })

  test('a correction says what was read wrongly and whom it is about; the proposal stays in the trail', async () => {
    const page = await text(`/en/claims/${claims[1]}`)
    expect(page).toContain('Correct and accept')
    expect(page).toContain('name="counted"')
    const answer = await send('/en/claims/decide', {
      claim: claims[1]!,
      corrections: 'yes',
      verdict: 'corrected',
      value: '54',
      counted: 'soldiers of the 102nd Infantry Battalion',
      tie_subject: 'Valley Guard',
      kind_subject: 'unit',
      note: 'misread',
    })
    const shown = await text(answer.headers.get('location')!.split('#')[0]!)
    expect(shown).toContain('corrected and accepted by an analyst')
    expect(shown).toContain('54 people said to have received training (soldiers of the 102nd Infantry Battalion)')
    expect(shown).toContain('Valley Guard')
    const { rows } = await ledger.ownerPool.query('SELECT content FROM ledger.claim_decision WHERE withdrawn IS NULL')
    const { proposed, corrected } = JSON.parse(rows[0].content)
    expect([proposed.value, corrected.value, corrected.period]).toEqual([45, 54, proposed.period])
  })

  test('what cannot be so is refused with what to do; nobody else may decide', async () => {
    const untied = await send('/en/claims/decide', { claim: claims[5]!, verdict: 'accepted' })
    expect(untied.status).toBe(400)
    const told = await untied.text()
    expect(told).toContain('CLAIM_UNTIED')
    // No address is at fault.
    expect(told).toContain('What was sent was not taken')
    expect(
      (await send('/en/claims/decide', { claim: claims[1]!, corrections: 'yes', verdict: 'corrected', value: 'many' })).status,
    ).toBe(400)
    expect((await send('/en/claims/decide', { claim: 'nothing', verdict: 'accepted' })).status).toBe(404)
    expect((await send('/en/claims/undo', { claim: claims[0]!, changeset: '1' })).status).toBe(400)
    const foreign = await app.request('/en/claims/decide', {
      method: 'POST',
      body: new URLSearchParams({ claim: claims[0]!, verdict: 'accepted' }),
    })
    expect(foreign.status).toBe(403)
    const nobody = await readOnly.request('/en/claims/decide', {
      method: 'POST',
      body: new URLSearchParams({ token: formToken, claim: claims[0]!, verdict: 'accepted' }),
    })
    expect(nobody.status).toBe(403)
  })
})

test('an alleged incident has the denial of its article beside it, accepted or not', async () => {
  const told =
    'Raid in the valley is told\n\nSoldiers of the 102nd Infantry Battalion killed 31 people in Nko, Mexico, in May 2015, witnesses said. Colonel Ade Ola denied that soldiers killed 31 people.'
  const { source, claims } = await writeArticle(ledger, told, { file: 'raid.txt' })
  const api = (await (await app.request(`/api/v1/claims?article=${source}`)).json()) as { data: { id: string; type: string }[] }
  const of = (type: string) => api.data.find((claim) => claim.type === type)!.id
  expect(claims).toContain(of('event'))
  await send('/en/claims/decide', { claim: of('event'), verdict: 'accepted' }, 'application/json')
  const incident = /\/en\/incidents\/[0-9a-z]+/.exec(await text(`/en/articles/${source}`))![0]
  const open = await text(incident)
  expect(open).toContain('also tells of a denial by Colonel Ade Ola')
  expect(open).toContain(`/en/claims/${of('denial')}`)
  expect(open).not.toContain('No source held here records a denial')
  const unit = /\/en\/units\/[0-9a-z]+/.exec(open)![0]
  expect(await text(unit)).toContain('also tells of a denial by Colonel Ade Ola')
  await send('/en/claims/decide', { claim: of('denial'), verdict: 'accepted' }, 'application/json')
  const accepted = await text(incident)
  expect(accepted).not.toContain('also tells of a denial')
  expect(accepted).toContain('denied by Colonel Ade Ola')
})

test('a reading of the project’s own takes the place of the same proposal of the rules', async () => {
  const words = 'The United States trained 30 cadets of Honduras in 2011.'
  const { source: own, claims: before } = await writeArticle(ledger, words, { file: 'cadets.txt' })
  const { rows } = await ledger.ownerPool.query('SELECT * FROM ledger.claim WHERE id = $1 AND withdrawn IS NULL', [before[0]])
  const { written: _written, withdrawn: _withdrawn, salt: _salt, ...row } = rows[0]
  const content = JSON.stringify({ ...JSON.parse(row.content), proposed_by: 'project' })
  const claim = { ...row, content, proposed_by: 'project', words: 'Thirty cadets of Honduras' }
  await commitChangeset(ledger, about(), async (change) => {
    const [stored] = await allRows(change.client, 'ledger', 'source', 'id = $1 AND withdrawn IS NULL', [own])
    await replaceSource(change, { source: stored!.row, claim: [claim], claimsOf: 'project' })
  })
  expect(await text(`/en/articles/${own}`)).toContain('Thirty cadets of Honduras')
  expect(await text(`/en/articles/${own}`)).toContain('read by the project, in our words')
})

describe('an article that is added in the browser', () => {
  const form = (fields: Record<string, string | File>) => {
    const data = new FormData()
    data.set('token', formToken)
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }

  test('is read as a file is, and asked for what it does not say', async () => {
    expect(await text('/en/articles/new')).toContain('enctype="multipart/form-data"')
    const answer = await send(
      '/en/articles/new',
      form({
        text: 'The United States trained 30 Honduran officers last year.\n\nThe programme was small.',
        publisher: 'The Courier',
      }),
    )
    expect(answer.status).toBe(303)
    // Asked for at once, where the page asks.
    expect(answer.headers.get('location')).toMatch(/#facts$/)
    const page = await text(answer.headers.get('location')!)
    expect(page).toContain('The Courier')
    expect(page).toContain('Not found in the article:')
    expect(page).toContain('30 Honduran officers')
    const article = answer.headers.get('location')!.split('/').at(-1)!.replace('#facts', '')
    expect((await send('/en/articles/facts', { article, title: 'Small programme', published: '2014-11-05' })).status).toBe(303)
    const wrong = await send('/en/articles/facts', { article, title: 'Small programme', published: '31/02/2016' })
    expect(await wrong.text()).toContain('ARTICLE_DAY_INVALID')
    const known = await text(`/en/articles/${article}`)
    expect(known).toContain('Small programme')
    expect(known).toContain('November 5, 2014')
  })

  test('is a saved page too, of which nothing is executed', async () => {
    const html = new File(
      [
        '<html><head><title>Saved</title></head><body><article><h1>Saved</h1><p>The United States trained 12 pilots of Peru in 2013.<script>alert(1)</script></p></article></body></html>',
      ],
      '../..\\evil/na<me>.html',
      { type: 'text/html' },
    )
    const answer = await send('/es/articles/new', form({ file: html }))
    expect(answer.status).toBe(303)
    const page = await text(answer.headers.get('location')!)
    expect(page).not.toContain('alert(1)')
    expect(page).toContain('12 pilots of Peru')
    expect(page).not.toContain('evil/')
  })

  test('is told to a language model where one is set, whose proposals are marked and outlive a correction', async () => {
    const server = createServer((_request, response) => {
      const content = JSON.stringify([
        { quote: 'The barracks of San Ola were left to the goats', type: 'status' },
        { quote: 'not there at all', type: 'status' },
      ])
      response.end(JSON.stringify({ choices: [{ message: { content } }] }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const noted: string[] = []
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const model = {
      settings: { url, name: 'small', key: null },
      signal: new AbortController().signal,
      note: (line: string) => noted.push(line),
    }
    const claiming = claimingBy(ledger, 'an analyst', now, model)
    try {
      const bytes = new TextEncoder().encode('The barracks of San Ola were left to the goats for years, it seems.')
      const { source: added, missing } = await claiming.addArticle({ name: 'a.txt', bytes }, { title: 'Empty' })
      expect(missing).toEqual(['publisher', 'author', 'published'])
      expect(noted.join()).toContain('1 proposals of the model refused')
      expect(await text(`/en/articles/${added}`)).toContain('proposed by a language model')
      await claiming.correctArticle(added, { published: { printed: '2014-11-05', day: '2014-11-05' } })
      expect(await text(`/en/articles/${added}`)).toContain('proposed by a language model')
    } finally {
      server.close()
    }
  })

  test('cannot be empty, nor a picture', async () => {
    expect((await send('/en/articles/new', form({ text: '  ' }))).status).toBe(400)
    const picture = await send(
      '/en/articles/new',
      form({ file: new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])], 'a.png') }),
    )
    expect(picture.status).toBe(400)
    const empty = await send('/en/articles/new', form({ file: new File([], 'empty.txt') }))
    expect(await empty.text()).toContain('FILE_EMPTY')
    const large = await send('/en/articles/new', form({ file: new File([new Uint8Array(25_100_000)], 'large.html') }))
    expect(await large.text()).toContain('larger than 25 MB')
  })
})

describe('claims of all articles', () => {
  test('are listed with filters, checks and what other articles say of the same', async () => {
    const other = await writeArticle(
      ledger,
      'Another Count\n\nBy Ana Luz, The Coast, April 3, 2014\n\nIn fiscal year 2012 the United States trained 260 Mexican soldiers under IMET-1.\n',
      { file: 'coast.txt' },
    )
    const all = await text('/en/claims')
    expect(all).toContain('The articles differ by 60.')
    expect(all).toContain('Another Count')
    const one = await text(`/en/claims?article=${other.source}&type=quantity&country=MEX`)
    expect(one).toContain('1 claim</h2>')
    expect(await text('/es/claims?verdict=lower')).toContain('El registro da menos')
    expect(await text('/en/claims?verdict=agrees')).toContain('No claim matches these filters.')
    expect(await text('/en/claims?decision=corrected')).toContain('54 people said to have received training')
    for (const unknown of ['verdict=perhaps', 'measure=evil', 'type=evil', 'country=evil'])
      for (const address of ['/en/claims', '/api/v1/claims', '/api/v1/claims.csv'])
        expect((await app.request(`${address}?${unknown}`)).status, unknown).toBe(400)
    expect((await app.request('/en/claims?measure=hostages')).status).toBe(200)
  })

  test('stand with what was decided of the same sentence in another edition, and with the numbers that none of them tells', async () => {
    const inland = (note: string) => `A Count Inland

By Ana Luz, The Inland, April 5, 2014

In fiscal year 2011 the United States trained 90 Mexican sailors under IMET-1.${note}
`
    const first = await writeArticle(ledger, inland(''), { file: 'inland.txt' })
    expect((await send('/en/claims/decide', { claim: first.claims[0]!, verdict: 'rejected', note: 'misquoted' })).status).toBe(
      303,
    )
    const edition = await writeArticle(ledger, inland(' The camp had 7 stoves.'), { file: 'inland-2.txt' })
    const page = await text(`/en/articles/${edition.source}`)
    expect(page).toContain('A number is told by no claim: <')
    expect(page).toContain('“7 stoves”')
    for (const shown of [page, await text(`/en/claims/${edition.claims[0]}`)]) {
      expect(shown).toMatch(/The same sentence in another copy of the text.*?class="badge">rejected<.*?“misquoted”/s)
      expect(shown).not.toContain('The articles agree')
    }
    expect(await text(`/en/claims/${claims[0]}`)).toContain('The articles differ by 60.')
  })

  test('are answered and written to files without a sentence of the article', async () => {
    const answer = (await (await app.request('/api/v1/claims?limit=500')).json()) as {
      data: { id: string; words: string; check: { verdict: string }; together: unknown[] }[]
      total: number
    }
    expect(answer.data.map(({ id }) => id)).toEqual(expect.arrayContaining(claims))
    expect(answer.data.find(({ id }) => id === claims[0])!.together).toHaveLength(1)
    expect(JSON.stringify(answer)).not.toContain('according to the Office of Records.')
    const csv = await text('/api/v1/claims.csv')
    expect(csv.split('\r\n')[0]).toContain('id,article_id,article,publisher,published,paragraph')
    expect(csv.split('\r\n').length).toBe(answer.total + 2)
    expect(csv).not.toContain('according to the Office of Records.')
    expect((await text('/api/v1/claims.ndjson')).trim().split('\n')).toHaveLength(answer.total)
    const one = (await (await app.request(`/api/v1/claims/${claims[0]}`)).json()) as { data: { check: { permalink: string } } }
    expect((await app.request(one.data.check.permalink)).status).toBe(303)
    const articles = (await (await app.request('/api/v1/articles')).json()) as { data: { id: string; text_at_hand: boolean }[] }
    expect(articles.data.find(({ id }) => id === source)).toMatchObject({ text_at_hand: true })
    expect(JSON.stringify(articles)).not.toContain('criminal gang')
  })

  test('a number that its sentence gives only as denied is said by nobody', async () => {
    const denied = await writeArticle(
      ledger,
      'A Denial\n\nBy Ana Luz, The Coast, May 3, 2014\n\nThe army of Peru denied that the United States trained 30 Peruvian soldiers in fiscal year 2012.\n',
      { file: 'denial.txt' },
    )
    const page = await text(`/en/articles/${denied.source}`)
    expect(page).toContain('Told only as what is denied')
    expect(page).not.toContain('Said by the article itself')
  })
})

// Last, as what is listed before would be on later pages.
test('an article of more claims than a page can hold shows the first of them in full and leads to the others', async () => {
  const told = Array.from({ length: 1010 }, (_, at) => `The army of Ola has ${at + 20} soldiers in camp ${at + 5000}.`).join(' ')
  const { source, claims } = await writeArticle(ledger, told, { file: 'camps.txt' })
  expect(claims.length).toBeGreaterThan(1000)
  const page = await text(`/en/articles/${source}`)
  expect(page.match(/class="claim-card/g)).toHaveLength(1000)
  expect(page).toContain('more claims than a page can hold')
  expect(page).toContain(`href="/en/claims/${claims.at(-1)}"`)
})
