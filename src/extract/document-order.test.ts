import { expect, test } from 'vitest'
import type { PrintedTotal, Training } from '../ledger/records.js'
import { inDocumentOrder } from './document-order.js'

test('totals stand between the trainings where the document prints them', () => {
  const trainings = ['a', 'b', 'c'].map((id) => ({ id }) as Training)
  const totals = ['A', 'C'].map((id) => ({ id }) as PrintedTotal)
  const printed = inDocumentOrder({ trainings, totals, sequence: ['training', 'total', 'training', 'training', 'total'] })
  expect(printed.map(({ type, record }) => `${type} ${record.id}`)).toEqual([
    'training a',
    'total A',
    'training b',
    'training c',
    'total C',
  ])
})
