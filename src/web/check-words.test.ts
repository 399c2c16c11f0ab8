import { expect, test } from 'vitest'
import type { DenialClaim, StatusClaim } from '../ledger/claims.js'
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
