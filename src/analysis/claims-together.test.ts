import { expect, test } from 'vitest'
import type { Claim, ClaimPeriod, DenialClaim, EventClaim, LineageClaim, QuantityClaim } from '../ledger/claims.js'
import { type PlacedClaim, putTogether } from './claims-together.js'

const base = {
  id: 'x',
  start: 0,
  end: 1,
  sentence: '',
  speaker: null,
  hedge: null,
  period: null,
  place: null,
  proposed_by: 'rules' as const,
}
const year = (printed: string): ClaimPeriod => ({ printed, from: `${printed}-01-01`, to: `${printed}-12-31` })

const quantity = (parts: Partial<QuantityClaim>): Claim => ({
  ...base,
  type: 'quantity',
  value: 100,
  low: null,
  high: null,
  comparator: '=',
  measure: 'people_trained',
  counted: null,
  currency: null,
  per: null,
  provider: null,
  recipient: 'Honduras',
  programme: null,
  change: null,
  counterpart: null,
  period: year('2012'),
  ...parts,
})
const lineage = (parts: Partial<LineageClaim>): Claim => ({
  ...base,
  type: 'lineage',
  members: 'deserters of the Falcon group',
  left: null,
  joined: 'the Black Herons',
  relation: 'joined',
  trained_by: null,
  ...parts,
})
const event = (parts: Partial<EventClaim>): Claim => ({
  ...base,
  type: 'event',
  action: 'killed',
  perpetrators: 'the 5th Brigade',
  victims: 'two farmers',
  place: 'San Ejemplo',
  period: year('2012'),
  ...parts,
})
/** Claims a1, a2 … of article a, b1 … of article b. */
function articles(...lists: Claim[][]): PlacedClaim[] {
  return lists.flatMap((claims, article) =>
    claims.map((claim, index) => {
      const id = `${'abc'[article]}${index + 1}`
      return { id, source: `${article}`, claim: { ...claim, id }, published: '2015-01-01' }
    }),
  )
}
const together = (...lists: Claim[][]) =>
  putTogether(articles(...lists)).map(({ one, other, relation, difference }) => [one, other, relation, difference])

test('numbers of the same thing agree where what they allow meets, and else differ by their nearer ends', () => {
  expect(together([quantity({ value: 100 })], [quantity({ value: 100 })])).toEqual([['a1', 'b1', 'agree', null]])
  expect(together([quantity({ value: 13_000, comparator: '≈' })], [quantity({ value: 13_500 })])).toEqual([
    ['a1', 'b1', 'agree', null],
  ])
  expect(together([quantity({ value: 120 })], [quantity({ value: null, low: 80, high: 100 })])).toEqual([
    ['a1', 'b1', 'differ', 20],
  ])
  expect(together([quantity({ value: 100, comparator: '>' })], [quantity({ value: 40_000 })])).toEqual([
    ['a1', 'b1', 'agree', null],
  ])
})

test.each([
  ['another country', { recipient: 'Guatemala' }],
  ['no country', { recipient: null }],
  ['another time', { period: year('2009') }],
  ['no time', { period: null }],
  ['another measure', { measure: 'deaths' }],
  ['another currency', { currency: 'USD' }],
  ['others who are counted', { counted: 'dentists' }],
])('%s is another thing', (_, parts) => {
  expect(together([quantity({ counted: 'carpenters' })], [quantity(parts)])).toEqual([])
})

test('what one article says twice is not put together', () => {
  expect(together([quantity({}), quantity({ value: 7 })])).toEqual([])
})

test('"since 2006" reaches to the day of its article', () => {
  const since = quantity({ period: { printed: 'since 2010', from: '2010-01-01', to: null } })
  expect(together([since], [quantity({ period: { printed: '2010-2014', from: '2010-01-01', to: '2014-12-31' } })])).toHaveLength(
    1,
  )
  expect(together([since], [quantity({ period: year('2014') })])).toEqual([])
})

test('lineages of the same people that end elsewhere contradict each other', () => {
  expect(together([lineage({})], [lineage({ joined: 'the Black Herons cartel' })])).toEqual([['a1', 'b1', 'agree', null]])
  expect(together([lineage({})], [lineage({ joined: 'Los Ejemplares' })])).toEqual([['a1', 'b1', 'contradict', null]])
  expect(together([lineage({})], [lineage({ members: 'former sailors', joined: 'Los Ejemplares' })])).toEqual([])
})

test('what is only of one kind is not one thing', () => {
  const officers = quantity({ measure: 'personnel', counted: 'officers', period: null })
  expect(together([officers], [quantity({ measure: 'personnel', counted: 'people', value: 7, period: null })])).toEqual([])
  expect(together([lineage({ members: 'members of the army' })], [lineage({ members: 'army units', joined: 'rebels' })])).toEqual(
    [],
  )
  const coup = { members: 'a captain', relation: 'led', joined: 'the coup' }
  expect(
    together([lineage({ ...coup, place: 'Mali' })], [lineage({ ...coup, members: 'an officer', place: 'Mali' })]),
  ).toHaveLength(1)
  expect(together([lineage({ ...coup, place: 'Mali' })], [lineage({ ...coup, place: 'Honduras' })])).toEqual([])
})

test('a denial in one article contradicts what others claim as the denied claim does', () => {
  const denial: DenialClaim = { ...base, type: 'denial', of: null, concerns: ['a1'] }
  expect(together([event({}), denial], [event({})])).toEqual([
    ['a1', 'b1', 'agree', null],
    ['a2', 'b1', 'contradict', null],
  ])
  expect(together([event({})], [event({ perpetrators: 'the Invented Cartel' })])).toEqual([['a1', 'b1', 'contradict', null]])
})
