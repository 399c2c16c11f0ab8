/**
 * What data/cases says of the five articles' claims is what reading and checking them gives: where the articles are, each claim is found again at
 * its place, and its check, asked of the bundled record alone, is the one that is kept.
 *
 * Accept a change of checks.csv: `GOLDEN=accept npx vitest run src/cli/case-checks.test.ts`, then read the diff.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { type ClaimCheck, checkClaim } from '../analysis/claim-check.js'
import { openClaimRecord } from '../analysis/claim-record.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { claimOf } from '../exchange/curated/case-claims.js'
import { loadCurated } from '../exchange/curated/load.js'
import { bundledData, loadDataPackage } from '../exchange/data-package/load.js'
import { readCsv } from '../exchange/data-package/read-csv.js'
import type { Cells } from '../exchange/data-package/tables.js'
import { readArticle } from '../extract/article/read-article.js'
import { claimsToKeep } from '../extract/article/take-article.js'
import type { Ledger } from '../ledger/database/connect.js'
import { projectRoot } from '../ledger/project.js'
import { listArticles } from '../ledger/read/articles.js'
import { coincide, loadClaims } from '../ledger/read/claims.js'
import { openReading } from '../ledger/read/open-reading.js'
import { searchKey } from '../names/search-key.js'

const data = path.join(projectRoot, 'data')
const rowsOf = (file: string): Cells[] => [...readCsv(readFileSync(path.join(data, 'cases', file), 'utf8'))]
const accepting = process.env.GOLDEN === 'accept' && !process.env.CI

const seeds = path.join(projectRoot, '..', 'shared', 'data', 'seeds')
describe.skipIf(!existsSync(seeds))('the claims of the five articles', () => {
  const articles = rowsOf('articles.csv')
  const texts = new Map(
    readdirSync(seeds).map((file) => {
      const bytes = readFileSync(path.join(seeds, file))
      return [createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8')] as const
    }),
  )
  const read = new Map(
    articles.map(({ article, sha256, published }) => {
      const plain = readPlainArticle(texts.get(sha256!)!)
      return [article, readArticle({ ...plain, facts: { ...plain.facts, published: published || null } })]
    }),
  )

  test('are found again where they stand, with their numbers', () => {
    for (const row of rowsOf('claims.csv')) {
      const { text, claims } = read.get(row.article)!
      const claim = claimOf(row)
      const found = claims.filter((one) => coincide(measured(one), measured(claim)))
      const same = found.find((one) => one.type !== 'quantity' || claim.type !== 'quantity' || one.change === claim.change)
      expect(same, row.words!).toBeDefined()
      expect(claimsToKeep({ text, claims: [same!] })[0]!.paragraph, row.words!).toBe(Number(row.paragraph))
      if (claim.type !== 'quantity') continue
      const { value, low, high, comparator, currency, per } = claim
      expect(
        found.some((one) => one.type === 'quantity' && one.value === value),
        row.words!,
      ).toBe(true)
      expect(same, row.words!).toMatchObject({ low, high, comparator, currency, per })
    }
  })

  test('repeat no six words of an article in a row', () => {
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const runs = (text: string) => {
      const all = words(text)
      return all.slice(5).map((_, index) => all.slice(index, index + 6).join(' '))
    }
    const theirs = new Set([...texts.values()].flatMap(runs))
    for (const row of rowsOf('claims.csv'))
      for (const cell of Object.values(row)) expect(runs(cell).filter((run) => theirs.has(run))).toEqual([])
  })
})

const measured = (claim: ReturnType<typeof claimOf>) => (claim.type === 'quantity' ? claim : { ...claim, measure: undefined })

describe('the checks', () => {
  let ledger: Ledger
  beforeAll(async () => {
    ledger = await freshDatabase()
    const effects = { now: () => new Date('2026-01-02T03:04:05Z') }
    await loadDataPackage(ledger, 'a tester', effects)
  }, 600_000)
  afterAll(() => ledger.close())

  test('are those of the bundled record, in the state that they name', async () => {
    const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
    const { record, head } = await openClaimRecord(reading)
    // A word of a vocabulary that reads otherwise makes other facts of the same tables: those need a reading of the originals.
    const { rastro } = JSON.parse(readFileSync(path.join(bundledData, 'datapackage.json'), 'utf8'))
    expect(head.content).toBe(rastro.contentDigest)
    const published = new Map(rowsOf('articles.csv').map((row) => [row.article, row.published || null]))
    const checks: Record<string, unknown>[] = []
    for (const row of rowsOf('claims.csv')) {
      const check = await checkClaim(claimOf(row), published.get(row.article!)!, record)
      checks.push({ claim: row.claim, verdict: check.verdict, state: head.content, ...checkOf(check) })
    }
    const lines = [Object.keys(checks[0]!), ...checks.map((check) => Object.values(check).map(cellOf))]
    const text = lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
    if (accepting) acceptChecks(text)
    expect(readFileSync(path.join(data, 'cases', 'checks.csv'), 'utf8')).toBe(text)
  }, 120_000)

  test('come with a fresh ledger, and without any text', async () => {
    await loadCurated(ledger, 'a tester', { now: () => new Date('2026-01-02T03:04:05Z') })
    const listed = await listArticles(ledger.readerPool, null)
    expect(listed).toHaveLength(5)
    expect(listed.every(({ hasText }) => !hasText)).toBe(true)
    const claims = await loadClaims(ledger.readerPool, null)
    expect(claims).toHaveLength(rowsOf('claims.csv').length)
    for (const { claim, words, checks, places } of claims) {
      expect(words).not.toBe(null)
      expect(claim.sentence).toBe('')
      expect(places[0]).toMatchObject({ start: claim.start, end: claim.end })
      expect(checks).toHaveLength(1)
      if (claim.type === 'denial') expect(checks[0]!.content).toMatchObject({ reasons: [{ code: 'no-figure', type: 'denial' }] })
    }
    const said = claims.flatMap(({ claim }) => (claim.type === 'quantity' ? [[claim.measure, claim.value]] : []))
    for (const [measure, value] of [
      ['missions', 12],
      ['missions', 36],
      ['people_trained', 13_000],
      ['training_cost', 73_000_000],
      ['missions', 21],
      ['people_trained', 16_000],
      ['assistance', 2_000_000_000],
      ['deaths', 65_000],
    ] as const)
      expect(said).toContainEqual([measure, value])
    expect(said.filter(([, value]) => value === 19)).toHaveLength(2)
    const denial = claims.find(({ claim }) => claim.type === 'denial' && /Navy/.test(claim.speaker ?? ''))!
    const denied = claims.filter(({ id }) => denial.claim.type === 'denial' && denial.claim.concerns.includes(id))
    expect(denied.map(({ claim }) => claim.type)).toEqual(['event'])
  })
})

/** A check as a row of checks.csv holds it: by column, blank where there is no question, or no figure. */
const checkOf = ({ question, figure, allowed, ...check }: ClaimCheck) => ({
  measure: check.measure,
  reading: check.reading,
  difference: check.difference,
  allowed_low: allowed?.low,
  allowed_high: allowed?.high,
  about: question?.about,
  countries: question?.countries,
  years: question?.years,
  programs: question?.programs,
  narrower: question?.narrower,
  readings: question?.readings ?? [],
  reasons: check.reasons,
  rows: figure?.rows,
  sessions: figure?.sessions,
  cents: figure?.cents,
  rows_without_cost: figure?.rowsWithoutCost,
  sessions_without_cost: figure?.sessionsWithoutCost,
  partial: check.partial,
  part_exceeds: check.partExceeds,
})

const cellOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes checks.csv, and the digests of the tables into the description. */
function acceptChecks(text: string): void {
  writeFileSync(path.join(data, 'cases', 'checks.csv'), text)
  const file = path.join(data, 'cases', 'datapackage.json')
  const description = JSON.parse(readFileSync(file, 'utf8'))
  for (const resource of description.resources) {
    const bytes = readFileSync(path.join(data, 'cases', resource.path))
    resource.rows = [...readCsv(bytes.toString('utf8'))].length
    resource.tableSha256 = createHash('sha256').update(bytes).digest('hex')
  }
  writeFileSync(file, `${JSON.stringify(description, null, 2)}\n`)
}
