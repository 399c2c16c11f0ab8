import { expect, test } from 'vitest'
import { errors } from '../../ledger/errors.js'
import { quietly, withoutContents } from './privately.js'

test('a fault of ours is told by its kind and place, and not by what it was about', async () => {
  const failing = async () => {
    throw Object.assign(new Error('invalid input syntax for type date: "Fermín Quesnel"\nDETAIL: row (Quesnel)'), {
      name: 'DatabaseError',
      code: '22007',
      detail: 'Quesnel',
    })
  }
  const told = (await quietly(failing).catch((error: unknown) => error)) as Error
  expect(told.message).toBe('A fault in screening (DatabaseError 22007).')
  expect(told.stack).toMatch(/privately\.test\.ts/)
  expect(JSON.stringify([told.message, told.stack, { ...told }])).not.toMatch(/Quesnel/)
  expect(String(withoutContents('Quesnel'))).not.toContain('Quesnel')
})

test('what a person did wrong is told as it is', () => {
  const error = errors.SCREENING_UPLOAD_GONE()
  expect(withoutContents(error)).toBe(error)
})
