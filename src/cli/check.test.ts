import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { type ClaimCheck, checkClaim } from '../analysis/claim-check.js'
import { openClaimRecord } from '../analysis/claim-record.js'
import { judgeTotal } from '../analysis/ledger-balance.js'
import { readPlainArticle } from '../documents/article/plain-article.js'
import { readArticle } from '../extract/article/read-article.js'
import { openReading } from '../ledger/read/open-reading.js'
import { searchKey } from '../names/search-key.js'
import { asJson, asText, command } from './check.js'

let ledger: Awaited<ReturnType<typeof freshDatabase>>
let opened: Awaited<ReturnType<typeof openClaimRecord>>
beforeAll(async () => {
  ledger = await freshDatabase()
  const mexican = { country: 'Mexico', countryCode: 'MEX' }
  const trainings = [
    training({ id: 'one', ...mexican, quantity: 70, cents: 100_000 }),
    training({ id: 'two', ...mexican, quantity: 50, cents: null }),
    training({ id: 'plan', ...mexican, quantity: 900, status: 'proposed' }),
    training({ id: 'other', quantity: 3000 }),
  ]
  await writeServing(ledger, trainings)
  const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
  opened = await openClaimRecord(reading)
})
afterAll(() => ledger.close())

async function checkText(text: string) {
  const article = { ...readArticle(readPlainArticle(text)), file: 'story.txt', sha256: 'ef'.repeat(32) }
  const checks: ClaimCheck[] = []
  for (const claim of article.claims) checks.push(await checkClaim(claim, article.facts.published, opened.record))
  return { article, checks, text: asText(checks, article, opened.head) }
}

test('what a person prints: the claim, the question, the verdict, the figure and where its rows are', async () => {
  const { text, checks, article } = await checkText(
    'In fiscal year 2012 the United States trained 200 Mexican soldiers under IMET-1.\n\nGunmen killed 12 people in Mexico.',
  )
  expect(text).toContain('3 claims: 1 ledger lower, 2 cannot say.')
  expect(text).toContain('LEDGER LOWER, BY 80 TRAINING SESSIONS')
  expect(text).toContain('the ledger: 120 training sessions in 2 rows, printed cost $1,000 (50% of the rows carry none)')
  expect(text).toMatch(/rows: \/en\/search\?country=mex&year=2012&program=imet-1&as_of=[0-9a-f]{16}\n/)
  expect(text).toContain('C2 (paragraph 2, characters')
  expect(text).toContain('deaths are not in it')
  expect(asJson(checks[0]!, article, opened.head)).toMatchObject({
    verdict: 'ledger lower',
    difference: -80,
    query: { countries: ['MEX'], fiscal_years: [2012], parameters: ['country=mex&year=2012&program=imet-1'] },
    figure: { training_sessions: 120, rows: 2, partial: false },
    state: { changeset: opened.head.changeset },
  })
})

test('a year that is not at hand: nothing can be said, and the part at hand follows', async () => {
  const { text } = await checkText('Between 2011 and 2012 the United States trained 200 Mexican soldiers under IMET-1.')
  expect(text).toContain('CANNOT SAY')
  expect(text).toContain('The report is not among the sources of this ledger: fiscal year 2011 (Mexico).')
  expect(text).toContain('the part at hand: 120 training sessions')
})

test('a denial tells what it denies, and what is denied by whom', async () => {
  const { text, checks } = await checkText('Soldiers of the 3rd Battalion killed 12 people in Nko. Col. Ade Ola denied it.')
  const denial = checks.find(({ claim }) => claim.type === 'denial')!.claim.id
  expect(text).toMatch(new RegExp(`denied by Col. Ade Ola: ${denial}\n`))
  expect(text).toMatch(/answers C1, C2\n/)
})

test('one file is needed', async () => {
  await expect(command.run({}, [], {} as Parameters<typeof command.run>[2])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
})

const seeds = join(import.meta.dirname, '../../../shared/data/seeds')
describe.skipIf(!existsSync(seeds))('the five articles of the first users', () => {
  test('their figures, the denial and the lineages are found, and nothing is said that the record does not hold', async () => {
    const checks: ClaimCheck[] = []
    for (const file of readdirSync(seeds).sort()) {
      const found = await checkText(readFileSync(join(seeds, file), 'utf8'))
      checks.push(...found.checks)
    }
    const figures = checks.flatMap(({ claim }) => (claim.type === 'quantity' ? [`${claim.measure} ${claim.value}`] : []))
    expect(figures).toEqual(
      expect.arrayContaining([
        'missions 12',
        'missions 36',
        'people_trained 13000',
        'training_cost 73000000',
        'missions 21',
        'people_trained 16000',
        'assistance 2000000000',
        'deaths 65000',
      ]),
    )
    expect(figures.filter((figure) => figure === 'missions 19')).toHaveLength(2)
    expect(checks.filter(({ claim }) => claim.type === 'lineage').length).toBeGreaterThanOrEqual(5)
    expect(checks.some(({ claim }) => claim.type === 'denial' && /Navy/.test(claim.speaker ?? ''))).toBe(true)
    for (const { verdict, reasons } of checks) {
      expect(verdict).toBe('cannot say')
      expect(reasons).not.toEqual([])
    }
    const exercises = checks.find(({ claim }) => claim.type === 'quantity' && claim.value === 13_000)!
    expect(exercises.reasons).toContainEqual(expect.objectContaining({ code: 'coverage', gap: 'report-not-at-hand' }))
    expect(exercises.question).toMatchObject({
      programs: ['Non-SA, UC, JCET', 'JCET'],
      years: [2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014],
    })
    expect(exercises.question!.countries).toHaveLength(20)
  })
})
