import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeZip } from '../../test/zip-writer.js'
import { UserError } from '../ledger/errors.js'
import { openZip } from './zip.js'

const place = { file: 'units.xlsx' }
const limits = { entries: 3, fileBytes: 10_000, allBytes: 15_000 }
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof UserError) return error.code
    throw error
  }
  return 'none'
}

test('files are read by name, packed or stored, and what is not there is null', () => {
  const zip = openZip(
    writeZip([
      { name: 'a/ä.txt', content: 'Batallón' },
      { name: 'b', content: 'stored', stored: true },
    ]),
    place,
  )
  expect(zip.names).toEqual(['a/ä.txt', 'b'])
  expect(Buffer.from(zip.read('a/ä.txt')!).toString()).toBe('Batallón')
  expect(Buffer.from(zip.read('b')!).toString()).toBe('stored')
  expect(zip.read('c')).toBeNull()
})

test('a small file that would become a large one is not unpacked, whatever it claims', () => {
  const bomb = Buffer.alloc(5_000_000)
  const honest = openZip(writeZip([{ name: 'a', content: bomb }]), place, limits)
  const liar = openZip(writeZip([{ name: 'a', content: bomb, claims: 10 }]), place, limits)
  expect(codeOf(() => honest.read('a'))).toBe('ZIP_TOO_LARGE')
  expect(codeOf(() => liar.read('a'))).toBe('ZIP_TOO_LARGE')
})

test('many files, or files that are too large together, are refused', () => {
  const four = writeZip(['a', 'b', 'c', 'd'].map((name) => ({ name, content: '' })))
  expect(codeOf(() => openZip(four, place, limits))).toBe('ZIP_TOO_LARGE')
  const two = openZip(writeZip(['a', 'b'].map((name) => ({ name, content: Buffer.alloc(9000, name) }))), place, limits)
  expect(two.read('a')).toHaveLength(9000)
  expect(codeOf(() => two.read('b'))).toBe('ZIP_TOO_LARGE')
})

test('what is damaged or protected says so', () => {
  expect(codeOf(() => openZip(writeZip([{ name: 'a', content: 'x', encrypted: true }]), place).read('a'))).toBe('ZIP_ENCRYPTED')
  expect(codeOf(() => openZip(writeZip([{ name: 'a', content: 'x', spoiled: true }]), place).read('a'))).toBe('ZIP_DAMAGED')
  expect(codeOf(() => openZip(Buffer.from('PK\x03\x04'), place))).toBe('ZIP_DAMAGED')
})

test('no bytes make it fail in another way', () => {
  const whole = writeZip([
    { name: 'a', content: 'some text that is packed' },
    { name: 'b', content: 'x', stored: true },
  ])
  fc.assert(
    fc.property(
      fc.nat(whole.length),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      (cut, changes) => {
        const bytes = Buffer.from(whole.subarray(0, whole.length - (cut % 30)))
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        const code = codeOf(() => {
          const zip = openZip(bytes, place, limits)
          for (const name of zip.names) zip.read(name)
        })
        expect(code).toMatch(/^(none|ZIP_)/)
      },
    ),
    { numRuns: 500 },
  )
})
