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
  counted: 'soldiers',
  currency: null,
  per: null,
  provider: 'United States',
  recipient: 'Honduras',
  programme: 'IMET',
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
  period: { printed: 'on 4 May 2012', from: '2012-05-04', to: '2012-05-04' },
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

test.each([
  ['The United States did not train 300 Honduran soldiers under IMET in 2012.', []],
  ['Did the United States train 300 Honduran soldiers under IMET in 2012?', []],
  ['The United States planned to train 300 Honduran soldiers under IMET in 2012.', [['a1', 'b1', 'perhaps', null]]],
  ['Another 300 Honduran soldiers were trained by the United States under IMET in 2012.', [['a1', 'b1', 'perhaps', null]]],
])('"%s" is compared with no number of what was done', (sentence, found) => {
  expect(together([quantity({ value: 300, sentence })], [quantity({ value: 300 })])).toEqual(found)
})

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
  ['another time', { period: year('2009') }],
  ['another measure', { measure: 'deaths' }],
  ['another currency', { currency: 'USD' }],
  ['others who are counted', { counted: 'dentists' }],
  ['another provider', { provider: 'Spain' }],
  ['another programme', { programme: 'FMF' }],
])('%s is another thing', (_, parts) => {
  expect(together([quantity({ counted: 'carpenters' })], [quantity(parts)])).toEqual([])
})

test.each([
  ['no time', { counted: 'carpenters', period: null }],
  ['no provider', { counted: 'carpenters', provider: null }],
  ['no programme', { counted: 'carpenters', programme: null }],
  ['not who is counted', { counted: null }],
  ['fiscal years', { counted: 'carpenters', period: { ...year('2012'), printed: 'fiscal year 2012' } }],
  ['years more', { counted: 'carpenters', period: { ...year('2012'), to: '2013-12-31' } }],
])('where one says %s, they are perhaps of the same thing, and nothing is compared', (_, parts) => {
  expect(together([quantity({ counted: 'carpenters' })], [quantity({ value: 7, ...parts })])).toEqual([
    ['a1', 'b1', 'perhaps', null],
  ])
})

test('sessions of countries that only the sentences name are of two things', () => {
  const sessions = { measure: 'count', counted: 'training sessions', recipient: null }
  const ecuador = quantity({ ...sessions, value: 612, sentence: 'Ecuador had 612 training sessions.' })
  const philippines = quantity({ ...sessions, value: 1020, sentence: 'The Philippines had 1,020 training sessions.' })
  expect(together([ecuador], [philippines])).toEqual([])
  expect(together([ecuador], [{ ...ecuador, value: 500 } as Claim])).toEqual([['a1', 'b1', 'perhaps', null]])
})

test('police are not all security personnel, and one numbered unit is not another', () => {
  const all = quantity({
    counted: 'security personnel',
    value: 9000,
    recipient: 'Colombia',
    period: { ...year('2012'), to: '2013-12-31' },
  })
  const police = quantity({ counted: 'police', value: 2150, recipient: 'Colombia' })
  expect(together([all], [police])).toEqual([['a1', 'b1', 'perhaps', null]])
  const battalion = (number: string) => quantity({ counted: `soldiers of the ${number}th Battalion` })
  expect(together([battalion('11')], [battalion('12')])).toEqual([])
})

test('events whose victims are counted otherwise differ by how many', () => {
  const killed = (victims: string) => [event({ victims })]
  expect(together(killed('22 farmers'), killed('15 farmers'))).toEqual([['a1', 'b1', 'differ', 7]])
  expect(together(killed('two farmers'), killed('a dozen farmers'))).toEqual([['a1', 'b1', 'differ', 10]])
  expect(together(killed('22 farmers'), killed('at least 15 farmers'))).toEqual([['a1', 'b1', 'agree', null]])
  expect(together(killed('22 farmers'), killed('veintidós farmers'))).toEqual([['a1', 'b1', 'agree', null]])
  expect(together(killed('22 farmers'), killed('farmers'))).toEqual([['a1', 'b1', 'agree', null]])
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

test('the same sentence in two articles is one text in two copies, of which a rejection is told, and agrees with nothing by that', () => {
  const sentence = 'The United States trained 100 soldiers of Honduras and 40 of Mexico in 2012.'
  const one = quantity({ sentence, value: 100 })
  const other = quantity({ sentence: sentence.replaceAll(' ', '\u00a0'), value: 40, recipient: 'Mexico' })
  expect(together([one, other], [one, other])).toEqual([
    ['a1', 'b1', 'copy', null],
    ['a2', 'b2', 'copy', null],
  ])
  const placed = articles([one], [one], [quantity({ sentence: 'Another paper has the same number of them.' })])
  placed[0]!.rejected = true
  expect(putTogether(placed).map(({ one: a, other: b, relation }) => [a, b, relation])).toEqual([
    ['a1', 'b1', 'copy'],
    ['b1', 'c1', 'agree'],
  ])
})

test('a number that its sentence gives only as denied is claimed by nobody there', () => {
  const sentence = 'The army denied that 100 soldiers were trained.'
  const denial: DenialClaim = { ...base, type: 'denial', sentence, of: null, concerns: ['a1'] }
  expect(together([quantity({ sentence }), denial], [quantity({ value: 100 })], [quantity({ value: 80 })])).toEqual([
    ['a2', 'b1', 'contradict', null],
    ['b1', 'c1', 'differ', 20],
  ])
})

test('who is counted is the same in Spanish', () => {
  const soldados = quantity({ counted: 'soldados hondureños', recipient: 'soldados hondureños', provider: 'Estados Unidos' })
  const soldiers = quantity({ counted: 'Honduran soldiers', recipient: 'Honduran soldiers' })
  expect(together([soldiers], [soldados])).toEqual([['a1', 'b1', 'agree', null]])
  expect(together([quantity({ counted: 'police officers' })], [quantity({ counted: 'oficiales de policía' })])).toEqual([
    ['a1', 'b1', 'agree', null],
  ])
})

test('a denial in one article contradicts what others claim as the denied claim does', () => {
  const denial: DenialClaim = { ...base, type: 'denial', of: null, concerns: ['a1'] }
  expect(together([event({}), denial], [event({})])).toEqual([
    ['a1', 'b1', 'agree', null],
    ['a2', 'b1', 'contradict', null],
  ])
  expect(together([event({ period: year('2012') })], [event({ period: year('2012') })])).toEqual([['a1', 'b1', 'perhaps', null]])
  expect(together([event({})], [event({ perpetrators: 'the Invented Cartel' })])).toEqual([['a1', 'b1', 'contradict', null]])
})
