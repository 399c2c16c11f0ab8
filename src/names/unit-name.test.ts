import { expect, test } from 'vitest'
import { otherWaysAt } from './other-ways.js'
import { readUnitName, type UnitPart } from './unit-name.js'

/** What a name says, as words: the head's terms, then those of a parent behind ">" and of a place behind "@". */
function said(printed: string, country: string | null = null): string {
  const { terms } = readUnitName(printed, country)
  const of = (part: UnitPart) =>
    terms
      .filter((term) => term.part === part && term.kind !== 'country')
      .map((term) => term.value)
      .join(', ')
  return [of('head'), of('parent') && `> ${of('parent')}`, of('place') && `@ ${of('place')}`].filter(Boolean).join(' ')
}

test.each([
  ['1/er. BTN. INF.', '1, battalion, infantry'],
  ['primer Batallón de Infantería', '1, battalion, infantry'],
  ['1/er. B.I.', '1, battalion, infantry'],
  ['10/o. B.I.', '10, battalion, infantry'],
  ['One Battalion', '1, battalion'],
  ['I Brigade', '1, brigade'],
  ['1º Batalhão de Infantaria', '1, battalion, infantry'],
  ['2ème Bataillon Parachutiste', '2, battalion, airborne'],
  ['VI RM', '6, region, military'],
  ['Sexta Región Militar', '6, region, military'],
  ['Décimo Cuarta Zona Naval', '14, zone, navy'],
  ['Onceava Región Militar', '11, region, military'],
  ['2zm', '2, zone, military'],
  ['base aérea militar número dos', 'base, air force, military, 2'],
  ['B. A. M. No. 16', 'base, air force, military, 16'],
  ['Eighty second (Airborne) Division', '82, airborne, division'],
  ['19BN', '19, battalion'],
  ["Area 'G' Police Area Command", 'area, g, police, command'],
  ['315th GAFE, Zapopan, Jalisco', '315, group, aeromovil, special forces @ zapopan, jalisco'],
  ['3rd Bn of 5th Regt', '3, battalion > 5, regiment'],
  ['301 FTS', '301, fts'],
  ['Brigada Móvil N° 9', 'brigade, movil, 9'],
  ['29/a Z.M', '29, zone, military'],
  ['XXXIV Brigada', '34, brigade'],
  ['African Union/UN mission', 'african, union, united, nations, mission'],
  ['UN BATALLÓN', '1, battalion'],
  ['Army Head Quarters', 'army, headquarters'],
  ['Unidad Antinarcóticos', 'unit, anti, narcotics'],
  ['3rd Artilery Regiement', '3, artillery, regiment'],
  ['Brigada Santa Brígida', 'brigade, santa, brigida'],
  ["Yar'Akwa Police Division", 'yarakwa, police, division'],
])('%s says %s', (printed, words) => expect(said(printed, /GAFE|RM|Z\.?M|zm|B\. ?A/.test(printed) ? 'MEX' : null)).toBe(words))

test.each([
  ['315th GAFE', 'unit'],
  ['GAFE', 'class of units'],
  ['SEDENA', 'ministry'],
  ['SEMAR 1250', 'ministry'],
  ['Ministry of Defense', 'ministry'],
  ['Mexican Army', 'branch'],
  ['N/A', 'none'],
  ['Various', 'none'],
  ['102/o. Batallón de Infantería', 'unit'],
  ['', 'none'],
  ['...', 'none'],
])('%s is of the level %s', (printed, level) => expect(readUnitName(printed, 'MEX').level).toBe(level))

test('kinds, arms and acronyms have other ways of writing; words that can say something else have none', () => {
  const ways = (text: string) => otherWaysAt(text.split(' '), 0)
  expect(ways('batallon 39')).toEqual({ length: 1, others: expect.arrayContaining(['battalion', 'bn', 'bataillon']) })
  expect(ways('special forces group')).toEqual({ length: 3, others: ['sfg'] })
  expect(ways('rab')).toEqual({ length: 1, others: ['rapid action battalion'] })
  for (const word of ['supply', 'navy', 'special forces', '102', '']) expect(ways(word)).toBeNull()
})

test('a word that units of many countries have is known as such, in English', () => {
  const common = (printed: string) => readUnitName(printed).terms.map(({ value, common }) => common ?? value)
  expect(common('Grupo Especial Móvil Antorcha')).toEqual(['group', 'special', 'mobile', 'antorcha'])
  expect(common('Groupe mobile spécial Antorcha').sort()).toEqual(common('Grupo Especial Móvil Antorcha').sort())
})

test('an acronym holds in its country only', () => {
  expect(readUnitName('1 ZM', 'MEX').acronyms).toEqual(['zm'])
  expect(readUnitName('1 ZM', 'COL').acronyms).toEqual([])
})

test('a number alone tells the gender of the echelon that is left out', () => {
  expect(readUnitName('10/a.').ordinalGender).toBe('feminine')
  expect(readUnitName('10/o.').ordinalGender).toBe('masculine')
  expect(readUnitName('10/a. Zona Militar').ordinalGender).toBe(null)
})

test('a country in the name is told, also where none is given', () => {
  expect(readUnitName('Nigerian Army School').country).toBe('NGA')
})
