import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKey } from './search-key.js'

test.each([
  ['102/o. Batallón de Infantería', '102 batallon de infanteria'],
  ['1/er. Batallón', '1 batallon'],
  ['1º BPE', '1 bpe'],
  ['2ª Brigada', '2 brigada'],
  ['3rd RTA', '3 rta'],
  ['22D MOBILE BDE', '22 mobile bde'],
  ['9no. Batallon de Infanteria', '9 batallon de infanteria'],
  ['Primer Batallón', '1 batallon'],
  ['décimo segundo regimiento', '12 regimiento'],
  ['Twenty-First Infantry', '21 infantry'],
  ['2ÈME BIA', '2 bia'],
  ['Premier Régiment', '1 regiment'],
  ['1º Batalhão de Forças Especiais', '1 batalhao de forcas especiais'],
  ['5 th SPECIAL FORCES', '5 special forces'],
  ['III Corps', '3 corps'],
  ['Company I, Zone V', 'company i zone v'],
  ['SEARCH &amp;amp; RESCUE', 'search rescue'],
  ['1 St Lucia', '1 st lucia'],
  ['Ministère de la Défense', 'ministere de la defense'],
  ['Đắk Lắk Łódź Søværnet', 'dak lak lodz sovaernet'],
  ['-', ''],
  ['', ''],
])('%s is searched as %s', (text, key) => expect(searchKey(text)).toBe(key))

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '1er',
    '102/o.',
    'decimo',
    'primero',
    'III',
    'a',
    'o',
    'th',
    '22',
    '2ª',
    'twenty',
    'first',
    'Ñandú',
    'ß',
    '&amp;',
    'İ',
  ),
)
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '))

test('a key is its own key', () => {
  fc.assert(
    fc.property(text, (sample) => {
      expect(searchKey(searchKey(sample))).toBe(searchKey(sample))
    }),
    { numRuns: 3000 },
  )
})

test('a key holds letters, digits and single spaces only', () => {
  fc.assert(
    fc.property(text, (sample) => {
      expect(searchKey(sample)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u)
    }),
  )
})

test('case, accents and punctuation make no difference', () => {
  const word = fc.constantFrom('Batallón', 'Infantería', '102', 'Première', 'Décimo', 'segundo', 'GAFE', 'ñ', 'São', '3rd', '7ª')
  const between = fc.constantFrom(' ', ', ', ' - ', '/', '. ', ' (')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, between), { maxLength: 6 }), (pairs) => {
      const asIs = pairs.map(([part, gap]) => part + gap).join('')
      const bare = pairs
        .map(([part]) => part.replaceAll('ª', 'a').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase())
        .join(' ')
      expect(searchKey(asIs)).toBe(searchKey(bare))
    }),
  )
})
