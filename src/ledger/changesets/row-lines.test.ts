import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Flag, Place } from '../records.js'
import { canonicalForm, contentHash, DigestSet, type Row, rowDigest, sha256 } from './canonical.js'
import { CopiedLines } from './copy.js'
import { copiedColumns, RowLines } from './rows.js'

const text = fc.string({ unit: fc.constantFrom('"', '\\', '\t', '\n', '\u0001', ' ', 'a', 'é', '’', '😀', '\ud800') })
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 })
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const place: fc.Arbitrary<Place> = fc.record(
  {
    page: orNull(fc.nat()),
    pageLabel: orNull(text),
    box: orNull(fc.tuple(number, number, number, number)),
    row: orNull(fc.nat()),
    start: fc.nat(),
    column: text,
  },
  { requiredKeys: ['page', 'pageLabel', 'box', 'row'] },
)
const row: fc.Arbitrary<Row> = fc.record({
  id: text,
  source: fc.constantFrom('one', 'o"ther'),
  page: orNull(fc.nat()),
  places: fc.array(place),
  position: fc.nat(),
  entity: orNull(text),
  details: fc.dictionary(text, fc.oneof(text, fc.nat())),
  starts: orNull(fc.boolean()),
  citations: fc.array(text),
  flags: fc.array(fc.record({ code: text, note: text })),
})

/** What the form of a statement is said to be, made by JSON alone. */
function formByJson({ id, ...values }: Row): string {
  const places = (values.places as Place[]).map(({ page, pageLabel, box, row, start, end, column }) =>
    start === undefined && column === undefined
      ? [page, pageLabel, box, row]
      : [page, pageLabel, box, row, start ?? null, end ?? null, column ?? null],
  )
  const details = Object.entries(values.details as object).sort(([a], [b]) => (a < b ? -1 : 1))
  const flags = (values.flags as Flag[]).map(({ code, note }) => [code, note])
  const { source, page, entity, starts, citations } = values
  const cited = [null, null, null, null, starts, null, null, null, null, null, null]
  return JSON.stringify([
    'statement',
    id,
    source,
    page,
    null,
    places,
    entity,
    null,
    null,
    null,
    details,
    ...cited,
    citations,
    flags,
  ])
}

test('a form is the JSON that it is said to be, whatever the row says', () => {
  fc.assert(
    fc.property(row, (row) => {
      expect(canonicalForm('statement', row)).toBe(formByJson(row))
    }),
  )
})

test('rows have the lines and digests that each would have alone: what is kept of the row before changes nothing', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const digests: string[] = []
      const hashes: string[] = []
      const made = new RowLines('statement', 7, {
        digest: (digest) => digests.push(digest),
        content: (hash) => hashes.push(hash),
      })
      const plain = new CopiedLines(copiedColumns('statement'))
      for (const row of rows) made.add(row)
      const lines = Buffer.concat(made.take()).toString().split('\n')
      for (const [index, row] of rows.entries()) {
        const [, , salt] = lines[index]!.split('\t')
        const hexadecimal = salt!.slice('\\\\x'.length)
        expect(digests[index]).toBe(rowDigest(hexadecimal, 'statement', row))
        expect(hashes[index]).toBe(contentHash('statement', row))
        const values = copiedColumns('statement').slice(4)
        plain.add([row.id, 7, hexadecimal, digests[index], ...values.map(({ name }) => row[name])])
      }
      expect(Buffer.concat(plain.take()).toString().split('\n')).toEqual(lines)
    }),
  )
})

test('the digest of a set is that of its digests in ascending order, a line each', () => {
  const digests = Array.from({ length: 2500 }, (_, index) => sha256(String(index)))
  const set = new DigestSet()
  for (const digest of digests) set.add(digest)
  expect(set.digest()).toBe(sha256(digests.sort().join('\n')))
  expect(new DigestSet().digest()).toBe(sha256(''))
})
