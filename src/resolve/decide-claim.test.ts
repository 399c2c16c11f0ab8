/** An article from its file to what an analyst makes of its claims, and back. The article and everybody in it are invented. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { withoutArchive } from '../../test/ledger-facts.js'
import { openArchive } from '../documents/archive.js'
import { readAgain } from '../extract/article/take-article.js'
import { ingest } from '../extract/ingest.js'
import { commitChangeset, withdrawRows, writeRows } from '../ledger/changesets/change.js'
import { expunge } from '../ledger/changesets/expunge.js'
import { allRows } from '../ledger/changesets/rows.js'
import { verifyLedger } from '../ledger/changesets/verify.js'
import type { Claim, ClaimType } from '../ledger/claims.js'
import type { Ledger } from '../ledger/database/connect.js'
import { errors } from '../ledger/errors.js'
import { listArticles, loadArticle } from '../ledger/read/articles.js'
import type { KeptClaim } from '../ledger/read/claims.js'
import { loadEntity } from '../ledger/read/entity.js'
import { correctArticle } from './correct-article.js'
import { decideClaim, undoClaimDecision } from './decide-claim.js'

const prose = `Training For Marland Doubles 🎓

By Ann Example, The Invented Herald, March 3, 2015

The United States trained more than 1,200 Marland soldiers in 2014. The number of missions to Marland rose from 4 in 2012 to 9 in 2014.

Soldiers of the 12th Infantry Battalion killed 14 villagers near San Ejemplo on May 4, 2013, according to the Marland Rights League.

The Marland Army denied that its soldiers killed the villagers near San Ejemplo.

Several members of the 12th Infantry Battalion deserted and formed the Black Herons cartel in 2009.

The post of inspector general has been vacant since 2012.

Some 65,OOO people have been killed.
`

let ledger: Ledger
let folder: string
let file: string
const by = { reviewer: 'an analyst', at: new Date('2026-01-02T03:04:05Z') }

async function takeIn(restricted = false, again = false, given = {}) {
  const archive = openArchive(ledger.home)
  return ingest(
    [file],
    ledger,
    { actor: 'a tester', restricted, again, given },
    { now: () => by.at, keepOriginal: (name, sha256, options) => archive.keep(sha256, readFileSync(name), options) },
  )
}

beforeAll(async () => {
  ledger = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'rastro-article-'))
  file = path.join(folder, 'article.txt')
  writeFileSync(file, prose)
})
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

const rows = async (query: string, values: unknown[] = []) => (await ledger.ownerPool.query(query, values)).rows
const articleOf = async () => {
  const [article] = await listArticles(ledger.readerPool, null)
  return (await loadArticle(ledger.readerPool, null, article!.id))!
}
async function claimOf(type: ClaimType, like: (claim: Claim) => boolean = () => true): Promise<KeptClaim> {
  const found = (await articleOf()).claims.filter(({ claim }) => claim.type === type && like(claim))
  expect(found.length, type).toBeGreaterThan(0)
  return found[0]!
}
const saidBy = (ids: readonly string[]) =>
  rows(
    'SELECT entity, property, value, object, stance, speaker, details, places FROM ledger.statement WHERE id = ANY($1) AND withdrawn IS NULL ORDER BY position, id',
    [ids],
  )
const decide = (claim: KeptClaim, verdict: 'accepted' | 'corrected' | 'rejected', more = {}) =>
  decideClaim(ledger, { claim: claim.id, verdict, note: null, ...more }, by)

describe('an article', () => {
  test('is a source with its text, what was found of it, and what it claims', async () => {
    expect(await takeIn()).toMatchObject([{ outcome: 'written', article: { missing: [], textKept: false } }])
    const { article, claims } = await articleOf()
    expect(article).toMatchObject({
      title: 'Training For Marland Doubles 🎓',
      publisher: 'The Invented Herald',
      author: 'Ann Example',
      published: '2015-03-03',
      text: prose,
    })
    const points = [...prose]
    for (const { claim } of claims) expect(claim.sentence).toContain(points.slice(claim.start, claim.end).join(''))
    expect(claims.map(({ places }) => places[0]!.pageLabel)).toContain('paragraph 4')
    const change = claims.filter(({ claim }) => claim.type === 'quantity' && claim.counterpart !== null)
    expect(change.map(({ claim }) => claim.type === 'quantity' && claim.counterpart)).toEqual(
      change.map(({ id }) => id).reverse(),
    )
  })

  test('given again changes nothing; what is said of it is corrected, and stays so', async () => {
    expect(await takeIn()).toMatchObject([{ outcome: 'known' }])
    expect(await takeIn(false, true)).toMatchObject([{ outcome: 'unchanged' }])
    expect(await takeIn(false, false, { publisher: 'The Other Herald' })).toMatchObject([{ outcome: 'written' }])
    const { article } = await articleOf()
    await correctArticle(ledger, article.id, { published: { printed: 'March 2015', day: '2015-03' } }, by)
    expect(await takeIn(false, true)).toMatchObject([{ outcome: 'unchanged' }])
    expect((await articleOf()).article).toMatchObject({ publisher: 'The Other Herald', publishedPrinted: 'March 2015' })
    await correctArticle(ledger, article.id, { published: { printed: 'March 3, 2015', day: '2015-03-03' } }, by)
    const original = (sha256: string) => openArchive(ledger.home).read(sha256)
    const about = { source: article.id, actor: 'a tester', method: 'the same', at: by.at }
    expect(await readAgain(about, ledger, original)).toMatchObject({ committed: { changeset: null }, article: { missing: [] } })
    expect(await readAgain(about, ledger, async () => null)).toBe(null)
  })
})

describe('a decision', () => {
  test('is not replaced by whoever had not seen it', async () => {
    const claim = await claimOf('quantity', (one) => one.type === 'quantity' && one.measure === 'people_trained')
    const { changeset } = await decide(claim, 'rejected', { seen: null })
    await expect(decide(claim, 'accepted', { seen: null })).rejects.toMatchObject({ code: 'CLAIM_DECIDED_MEANWHILE' })
    expect((await decide(claim, 'rejected', { seen: null })).changeset).toBe(null)
    await undoClaimDecision(ledger, changeset!, by)
    await expect(decide(claim, 'accepted', { seen: changeset })).rejects.toMatchObject({ code: 'CLAIM_UNDONE_MEANWHILE' })
  })

  test.each([
    { value: -5 },
    { value: null },
    { low: 10 },
    { value: null, low: 100, high: 50 },
    { currency: 'dollars' },
    { period: { printed: 'in 2013', from: '2013-02-30', to: null } },
    { period: { printed: 'in 2013', from: '2013-02-01', to: '2012-02-01' } },
  ])('corrects nothing to what cannot be: %j', async (corrections) => {
    const claim = await claimOf('quantity', (one) => one.type === 'quantity' && one.measure === 'people_trained')
    await expect(decide(claim, 'corrected', { corrections })).rejects.toMatchObject({ code: 'CLAIM_CORRECTION_INVALID' })
  })

  test('accepts a number for whom the analyst chose, with hedge, period, speaker and place', async () => {
    const claim = await claimOf('quantity', (one) => one.type === 'quantity' && one.measure === 'people_trained')
    const ties = [{ role: 'subject' as const, kind: 'unit' as const, name: 'Marland Army' }]
    const { statements } = await decide(claim, 'accepted', { ties })
    const said = await saidBy(statements)
    expect(said.map(({ property }) => property).sort()).toEqual(['claim', 'name'])
    expect(said.find(({ property }) => property === 'claim')).toMatchObject({
      details: { type: 'quantity', measure: 'people_trained', value: 1200, comparator: '>', hedge: 'more than' },
      stance: 'asserts',
      places: [{ start: claim.claim.start, end: claim.claim.end, pageLabel: 'paragraph 3' }],
    })
    const unit = await loadEntity(ledger.readerPool as never, null, said[0].entity)
    expect(unit).toMatchObject({ kind: 'unit', name: 'Marland Army' })
    expect(unit!.said.claim).toHaveLength(1)
  })

  test('makes an incident of an event, without accusing whom only words name', async () => {
    const { statements } = await decide(await claimOf('event'), 'accepted')
    const said = await saidBy(statements)
    expect(new Set(said.map(({ entity }) => entity)).size).toBe(1)
    expect(said.find(({ property }) => property === 'perpetrator')?.object).toBe(null)
    expect(said.find(({ property }) => property === 'occurrence')).toMatchObject({ stance: 'asserts' })
  })

  test('ties a denial to what it denies, and asks for that first', async () => {
    const denial = await claimOf('denial')
    const event = await claimOf('event')
    await undoClaimDecision(ledger, event.decision!.changeset, by)
    await expect(decide(denial, 'accepted')).rejects.toMatchObject({ code: errors.CLAIM_UNTIED().code })
    await decide(event, 'accepted')
    const { statements } = await decide(denial, 'accepted')
    const said = await saidBy(statements)
    expect(said.every(({ stance }) => stance === 'denies')).toBe(true)
    const occurrence = said.find(({ property }) => property === 'occurrence')
    const [alleged] = await rows(
      `SELECT entity FROM ledger.statement WHERE property = 'occurrence' AND stance = 'asserts' AND withdrawn IS NULL`,
    )
    expect(occurrence.entity).toBe(alleged.entity)
    expect(occurrence.speaker).toContain('Marland Army')
  })

  test('of an event that is undone undoes its denial, and of one that is corrected changes it', async () => {
    const denies = async () =>
      (await rows(
        "SELECT property, value FROM ledger.statement WHERE stance = 'denies' AND withdrawn IS NULL ORDER BY property",
      )) as { property: string; value: string }[]
    const violation = async () => (await denies()).find(({ property }) => property === 'violation')?.value
    const event = await claimOf('event')
    expect(await violation()).toBe('killed')
    const corrected = await decide(event, 'corrected', { corrections: { action: 'shot dead' } })
    expect(corrected.answered).toEqual([(await claimOf('denial')).id])
    expect(await violation()).toBe('shot dead')
    await undoClaimDecision(ledger, corrected.changeset!, by)
    expect(await violation()).toBe('killed')
    const rejected = await decide(event, 'rejected')
    expect(await denies()).toEqual([])
    expect((await claimOf('denial')).decision).toBe(null)
    await undoClaimDecision(ledger, rejected.changeset!, by)
    expect(await violation()).toBe('killed')
    const again = await decide(event, 'corrected', { corrections: { place: 'San Ejemplo' } })
    await undoClaimDecision(ledger, again.changeset!, by)
    expect(await violation()).toBe('killed')
  })

  test('says what names nobody of the article itself, with what is printed of a damaged number', async () => {
    const claim = await claimOf('quantity', (one) => one.type === 'quantity' && one.repaired !== undefined)
    const { statements } = await decide(claim, 'accepted', { ties: [] })
    expect(await saidBy(statements)).toMatchObject([
      { entity: claim.source, property: 'claim', details: { value: 65_000 }, places: [{ pageLabel: 'paragraph 8' }] },
    ])
    expect(await rows('SELECT kind FROM ledger.entity WHERE id = $1 AND withdrawn IS NULL', [claim.source])).toEqual([
      { kind: 'article' },
    ])
    expect(await rows('SELECT flags FROM ledger.statement WHERE id = ANY($1)', [statements])).toMatchObject([
      { flags: [{ code: 'NUMBER_REPAIRED', note: '“65,OOO”' }] },
    ])
  })

  test('keeps the parts of a lineage apart', async () => {
    const { statements } = await decide(await claimOf('lineage'), 'accepted')
    const said = (await saidBy(statements)).filter(({ property }) => property === 'lineage')
    expect(said.map(({ details }) => details.relation)).toContain('joined or formed')
    expect(said.every(({ stance }) => stance === 'asserts')).toBe(true)
  })

  test('of a correction keeps what was proposed beside what it was corrected to', async () => {
    const claim = await claimOf('quantity', (one) => one.type === 'quantity' && one.measure === 'missions')
    await expect(decide(claim, 'corrected', { corrections: { start: 0 } })).rejects.toMatchObject({
      code: 'CLAIM_CORRECTION_INVALID',
    })
    await expect(decide(claim, 'corrected', { corrections: { value: 'many' } })).rejects.toMatchObject({
      code: 'CLAIM_CORRECTION_INVALID',
    })
    await decide(claim, 'corrected', { corrections: { value: 5 }, note: 'the table says 5' })
    const { decision } = await claimOf('quantity', (one) => one.type === 'quantity' && one.measure === 'missions')
    expect(decision).toMatchObject({ verdict: 'corrected', reviewer: 'an analyst', note: 'the table says 5' })
    expect(decision!.corrected).toMatchObject({ value: 5 })
    expect(decision!.proposed).toMatchObject({ value: 4 })
  })

  test('is remembered when the article is read again, and withdrawn statements come back by undoing', async () => {
    const status = await claimOf('status')
    const accepted = await decide(status, 'accepted')
    expect(await saidBy(accepted.statements)).not.toEqual([])
    const rejected = await decide(status, 'rejected', { note: 'not what it says' })
    expect(await saidBy(accepted.statements)).toEqual([])
    expect(await takeIn(false, true)).toMatchObject([{ outcome: 'unchanged' }])
    expect((await claimOf('status')).decision).toMatchObject({ verdict: 'rejected' })
    await undoClaimDecision(ledger, rejected.changeset!, by)
    expect((await claimOf('status')).decision).toMatchObject({ verdict: 'accepted' })
    expect(await saidBy(accepted.statements)).not.toEqual([])
    await expect(undoClaimDecision(ledger, 1, by)).rejects.toMatchObject({ code: 'JUDGEMENT_INVALID' })
    await expect(decide({ ...status, id: 'none' }, 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('holds where better rules take other words for the same claim', async () => {
    const status = await claimOf('status')
    // The rules' own proposal is gone, and one of the same kind stands on a part of its words.
    const about = { actor: 'a tester', reason: 'better rules', tool: 'test', toolVersion: '1', at: by.at }
    await commitChangeset(ledger, about, async (change) => {
      const [stored] = await allRows(change.client, 'ledger', 'claim', 'id = $1 AND withdrawn IS NULL', [status.id])
      const content = JSON.stringify({ ...status.claim, id: 'moved', start: status.claim.start + 4 })
      await withdrawRows(change, 'ledger', 'claim', [status.id])
      await writeRows(change, 'ledger', 'claim', [{ ...stored!.row, id: 'moved', content }])
      change.groups.ledger.set(status.source, null)
    })
    expect((await claimOf('status')).decision).toMatchObject({ claim: status.id, verdict: 'accepted' })
    await decide({ ...status, id: 'moved' }, 'rejected')
    expect((await claimOf('status')).decision).toMatchObject({ claim: 'moved', verdict: 'rejected' })
    expect(await rows('SELECT FROM ledger.claim_decision WHERE claim = $1 AND withdrawn IS NULL', [status.id])).toEqual([])
  })
})

test('the chain and the content digest hold', async () => {
  const client = await ledger.ownerPool.connect()
  const { problems } = await verifyLedger(client, 'ledger')
  client.release()
  expect(problems).toEqual([])
})

test('what is expunged of an article takes its text along, and reading it again does not bring it back', async () => {
  const [unit] = await rows(
    "SELECT entity FROM ledger.statement WHERE property = 'name' AND value = 'Marland Army' AND withdrawn IS NULL",
  )
  const about = { actor: 'a tester', reason: 'a court order', tool: 'test', toolVersion: '1', at: by.at }
  const originals: string[] = []
  await expunge(ledger, [unit.entity], about, {
    ...withoutArchive,
    removeOriginal: async (sha256) => void originals.push(sha256),
  })
  expect(originals).toHaveLength(1)
  expect(
    await rows('SELECT FROM ledger.article UNION ALL SELECT FROM ledger.claim UNION ALL SELECT FROM ledger.claim_decision'),
  ).toEqual([])
  await takeIn(false, true)
  const { article, claims } = await articleOf()
  expect(article).toMatchObject({ text: null, hasText: false })
  expect(claims).toEqual([])
  const client = await ledger.ownerPool.connect()
  const { problems } = await verifyLedger(client, 'ledger')
  client.release()
  expect(problems).toEqual([])
})

test('a restricted article is out of reach for readers', async () => {
  const own = await freshDatabase()
  try {
    const archive = openArchive(own.home)
    await ingest(
      [file],
      own,
      { actor: 'a tester', restricted: true },
      { now: () => by.at, keepOriginal: (name, sha256) => archive.keep(sha256, readFileSync(name), { restricted: true }) },
    )
    expect(await listArticles(own.readerPool, null)).toEqual([])
    await expect(own.readerPool.query('SELECT FROM restricted.article')).rejects.toThrow()
    const { rows } = await own.ownerPool.query('SELECT (SELECT count(*)::int FROM restricted.claim) AS claims')
    expect(rows[0].claims).toBeGreaterThan(5)
  } finally {
    await own.close()
  }
})
