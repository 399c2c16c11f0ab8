import { expect, test } from 'vitest'
import type { DenialClaim, QuantityClaim, StatusClaim } from '../ledger/claims.js'
import { claimInWords, speaking } from './check-words.js'

const denial = (of: string, sentence: string): DenialClaim => ({
  id: 'x',
  type: 'denial',
  of,
  concerns: [],
  sentence,
  start: 0,
  end: 1,
  speaker: 'the colonel',
  hedge: null,
  period: null,
  place: null,
  proposed_by: 'rules',
})

test.each([
  ['We never received any training,', '“We never received any training,” said the colonel.', 'denial, in the words: “We never'],
  ['no civilian was harmed', 'He has said that “no civilian was harmed”.', 'denial, in the words: “no civilian'],
  ['El batallón nunca estuvo ahí', '“El batallón nunca estuvo ahí”, insistió.', 'denial, in the words: “El batallón'],
  ['they had not paid', 'He denied that they had not paid.', 'denial of: “they had not paid”'],
  ['soldiers killed anyone', 'He denied that soldiers killed anyone.', 'denial of: “soldiers killed anyone”'],
])('words that deny are not said to be denied: %s', (of, sentence, words) => {
  expect(claimInWords(speaking('en'), denial(of, sentence))).toContain(words)
})

test('what weakens a state of affairs stands beside it, where its own words do not say so', () => {
  const status = (state: string): StatusClaim => ({
    ...{ id: 'x', type: 'status', subject: 'The academy', state, hedge: 'reportedly', sentence: '', start: 0, end: 1 },
    ...{ speaker: null, period: null, place: null, proposed_by: 'rules' },
  })
  expect(claimInWords(speaking('en'), status('is without a director'))).toContain('“is without a director” (“reportedly”)')
  expect(claimInWords(speaking('en'), status('is reportedly closed'))).not.toContain('(“reportedly”)')
})

test.each([
  ['The United States did not give Mexico 3,000 training sessions in 2013.', true],
  ["The United States hasn't trained 3000 soldiers of Mexico.", true],
  ['Estados Unidos no dio a México 3.000 sesiones de adiestramiento en 2013.', true],
  ['The United States gave Mexico 3,000 training sessions, and not 2,000.', false],
  ['The United States did not only give Mexico 3,000 training sessions.', false],
  ['The embassy did not say whether 3,000 soldiers were trained.', false],
  ['The army was not pleased. It gave Mexico 3,000 training sessions.', false],
  ['The United States gave Mexico 3,000 training sessions.', false],
])('a number is said not to be so where its sentence says that: %s', (sentence, notSo) => {
  const claim: QuantityClaim = {
    ...{ id: 'x', type: 'quantity', start: 0, end: 1, sentence, speaker: null, hedge: null, period: null, place: null },
    ...{ proposed_by: 'rules', value: 3000, low: null, high: null, comparator: '=', measure: 'training_sessions', counted: null },
    ...{ currency: null, per: null, provider: null, recipient: null, programme: null, change: null, counterpart: null },
  }
  expect(claimInWords(speaking('en'), claim).includes('(said not to be so)')).toBe(notSo)
})
