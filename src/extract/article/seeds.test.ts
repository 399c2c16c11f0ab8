import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readArticleText } from '../../documents/article/read-article-text.js'
import type { Claim, QuantityClaim } from './claims/claim.js'
import { readArticle } from './read-article.js'

const folder = fileURLToPath(new URL('../../../../shared/data/seeds/', import.meta.url))
const there = existsSync(folder)

async function claimsOf(number: string): Promise<{ claims: Claim[]; text: string }> {
  const file = readdirSync(folder).find((name) => name.startsWith(number))!
  return readArticle(await readArticleText(readFileSync(folder + file), file))
}

const quantities = async (number: string) =>
  (await claimsOf(number)).claims.filter((claim): claim is QuantityClaim => claim.type === 'quantity')

describe.skipIf(!there)('the five articles of the first users', () => {
  test('training missions doubled and tripled, by whom and for how much', async () => {
    const read = await quantities('004')
    const found = read.map(({ measure, value, comparator, place, period }) => [
      measure,
      value,
      comparator,
      place,
      period?.from?.slice(0, 4),
      period?.to?.slice(0, 4),
    ])
    for (const expected of [
      ['missions', 12, '=', 'Latin America', '2007', '2007'],
      ['missions', 36, '=', 'Latin America', '2014', '2014'],
      ['trainers', 4000, '≈', 'Latin America', '2007', '2014'],
      ['people_trained', 13_000, '≈', 'Latin America', '2007', '2014'],
      ['training_cost', 73_000_000, '=', 'Latin America', '2007', '2014'],
      ['missions', 21, '=', 'Honduras', '2007', '2014'],
      ['missions', 19, '=', 'El Salvador', '2007', '2014'],
      ['missions', 19, '=', 'Colombia', '2007', '2014'],
    ])
      expect(found).toContainEqual(expected)
    const [from, to] = [read.find(({ value }) => value === 12)!, read.find(({ value }) => value === 36)!]
    expect([from.counterpart, to.counterpart]).toEqual([to.id, from.id])
    expect(read.find(({ value }) => value === 13_000)?.speaker).toBe('WOLA')
  })

  test('assistance, people trained and weapons since 2006', async () => {
    const read = await quantities('002')
    const found = read.map(({ measure, value, comparator, recipient, period }) => [
      measure,
      value,
      comparator,
      recipient,
      period?.from,
    ])
    expect(found).toContainEqual(['assistance', 2_000_000_000, '=', 'Mexico', '2006-01-01'])
    expect(found).toContainEqual(['people_trained', 16_000, '>', 'Mexican security personnel', '2006-01-01'])
    expect(read.find(({ value }) => value === 4_000_000_000)).toMatchObject({
      measure: 'weapons',
      period: { from: '2006-01-01' },
    })
    expect(read.find(({ value }) => value === 2000)).toMatchObject({ measure: 'officials', comparator: '>' })
  })

  test('the denial by the navy, tied to the account that it denies', async () => {
    const { claims } = await claimsOf('002')
    const denial = claims.find((claim) => claim.type === 'denial')
    expect(denial).toMatchObject({ speaker: 'Mexico’s Navy Secretariat' })
    const concerned = claims.filter(({ id }) => denial?.type === 'denial' && denial.concerns.includes(id))
    expect(concerned.map(({ type, period }) => [type, period?.from])).toContainEqual(['event', '2014-07-11'])
  })

  test('a post vacant, and nothing of the appeal that was written later', async () => {
    const { claims, text } = await claimsOf('002')
    expect(claims.find(({ type, period }) => type === 'status' && period?.from === '2012-10-01')).toBeDefined()
    const appeal = [...text.slice(0, text.indexOf('Truthout Is Preparing'))].length
    expect(claims.filter(({ start }) => start >= appeal)).toEqual([])
    // A paragraph that is printed twice claims once.
    expect(claims.filter((claim) => claim.type === 'quantity' && claim.value === 70)).toHaveLength(1)
  })

  test('lineages', async () => {
    const lineages = (await Promise.all(['000', '001', '004'].map(claimsOf))).flatMap(({ claims }) =>
      claims.filter(({ type }) => type === 'lineage'),
    )
    const parts = lineages.map((claim) => (claim.type === 'lineage' ? [claim.left, claim.joined, claim.trained_by] : []))
    expect(parts).toContainEqual(['the army', 'the Sinaloa drug cartel', 'U.S. special operators'])
    expect(parts).toContainEqual([null, 'the coup', 'U.S. academies'])
    expect(parts).toContainEqual(["the Mexican military's elite forces", 'Los Zetas', null])
    expect(parts).toContainEqual(['Malian army units', 'Islamist rebels', 'American special operations forces'])
    expect(parts).toContainEqual([null, 'the military coup', 'American'])
    expect(lineages).toHaveLength(7)
  })

  test('deaths, and no claim from a caption', async () => {
    const read = await quantities('001')
    expect(read.map(({ measure, value, place }) => [measure, value, place])).toEqual([['deaths', 65_000, 'Mexico']])
  })
})
