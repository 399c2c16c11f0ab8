/** What a list and the ledger agree on beside a name, and which likenesses of names are too thin to be shown. */
import { describe, expect, test } from 'vitest'
import { cleanCell } from './cells.js'
import { birthPlaceEvidence } from './evidence.js'
import type { Relation } from './facts.js'
import { findHeading } from './headings.js'
import { isThin } from './likeness.js'
import { Postings, postingEvidence } from './postings.js'

test.each([
  ['Xalapa', ['Xalapa, Veracruz'], 'same'],
  ['Xalapa, Veracruz', ['Veracruz'], 'same'],
  ['Xalapa, Veracruz', ['Boca del Río, Veracruz'], 'part'],
  ['Xalapa', ['Tegucigalpa', 'Comayagua'], 'differs'],
])('born in %s, and in %j: %s', (given, known, agreement) =>
  expect(birthPlaceEvidence(given, known)).toMatchObject({ agreement, weight: agreement === 'differs' ? 'against' : 'for' }),
)

const posting = (rank: string) => ({ from: 'ana', to: 'brigade', rank }) as Relation

test('a rank that was held once speaks for a person, another one against nobody', () => {
  const postings = new Postings([posting('Captain'), posting('Major')], [])
  const ranked = (rank: string) => postingEvidence({ unit: null, rank }, [], 'ana', postings, null, (id) => id as never)
  expect(ranked('MAJOR')).toMatchObject([{ code: 'rank', weight: 'for', agreement: 'same' }])
  expect(ranked('Colonel')).toMatchObject([{ code: 'rank', weight: 'neither', agreement: 'differs' }])
})

describe('too thin by itself', () => {
  const thin = (given: string, known: string, reason: string) =>
    isThin({ given, known, score: 0.9, reasons: [reason] }, 'person', 'person')
  test('is one word of several of a person, not a name of one word', () => {
    expect(thin('Ana Inventada', 'Rosa Inventada', 'same name: inventada')).toBe(true)
    expect(thin('Ana Inventada', 'Inventada Ana Rosa', 'same name: ana, inventada')).toBe(false)
    expect(thin('Inventada', 'Inventado', 'other spelling: inventada and inventado')).toBe(false)
  })
})

test('a cell is cut by what it shows, and by what was sent', () => {
  expect(cleanCell('x'.repeat(1_000)).shortened).toBe(false)
  expect(cleanCell('x'.repeat(1_001))).toMatchObject({ text: 'x'.repeat(1_000), shortened: true })
  // Blanks, of which little is left.
  expect(cleanCell(`x${' '.repeat(4_000)}y`)).toMatchObject({ text: 'x', shortened: true })
})

test('a heading over several columns names whose they are: a unit’s country is nobody’s nationality', () => {
  const columns = ['Nominee name', 'Nominee born', 'Unit name', 'Unit country']
  expect(findHeading({ rows: [{ cells: columns }] } as never)?.mapping).toEqual({ name: [0], 'birth date': [1], unit: [2] })
})
