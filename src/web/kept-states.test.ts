import { expect, test } from 'vitest'
import { keptStates } from './kept-states.js'

test('a state is worked out once, however many ask for it at once, until two others were asked for', async () => {
  const kept = keptStates<string>()
  const worked: string[] = []
  const ask = (digest: string) =>
    kept.of(digest, async () => {
      worked.push(digest)
      return digest
    })
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a', 'a', 'b'])
  expect(worked).toEqual(['a', 'b'])
  await ask('c')
  expect(kept.known('a')).toBeUndefined()
  await ask('a')
  expect(worked).toEqual(['a', 'b', 'c', 'a'])
})

test('what could not be worked out is asked for again', async () => {
  const kept = keptStates<string>()
  await expect(kept.of('a', () => Promise.reject(new Error('too slow')))).rejects.toThrow('too slow')
  expect(await kept.of('a', async () => 'now')).toBe('now')
})
