import { describe, expect, test } from 'vitest'
import { meaningOf } from './hedges.js'
import { findNumbers } from './numbers.js'

function read(text: string, spanish = false): string[] {
  return findNumbers(text, 0, text.length, spanish).map(({ start, end, value, low, high, comparator, currency, percent }) => {
    const said = value ?? `${low}–${high ?? ''}`
    return `${text.slice(start, end)} ${comparator} ${said}${currency ? ` ${currency}` : ''}${percent ? ' %' : ''}`
  })
}

describe('numbers as printed', () => {
  test.each([
    ['some 5,000 troops', ['some 5,000 ≈ 5000']],
    ['nearly 4,000 soldiers trained around 13,000 others', ['nearly 4,000 ≈ 4000', 'around 13,000 ≈ 13000']],
    ['a cost of $1.2bn', ['$1.2bn = 1200000000 USD']],
    ['a cost of $5½ million, 5 1/2 million dollars', ['$5½ million = 5500000 USD', '5 1/2 million dollars = 5500000 USD']],
    ['just under 500 men, just over $2 million', ['just under 500 ≈ 500', 'just over $2 million ≈ 2000000 USD']],
    ['well over $100 million per year', ['well over $100 million > 100000000 USD']],
    ['two dozen men and a couple dozen more', ['two dozen = 24', 'a couple dozen ≈ 24']],
    ['from 12 to 36', ['12 = 12', '36 = 36']],
    ['between 40 and 60 people', ['40 and 60 ≈ 40–60']],
    ['one or two instructors and a dozen or so guards', ['one or two ≈ 1–2', 'a dozen or so ≈ 12']],
    ['two or three hundred men, nine or ten officers', ['two or three hundred ≈ 200–300', 'nine or ten ≈ 9–10']],
    ['costs from $20,000 to $30,000', ['$20,000 to $30,000 ≈ 20000–30000 USD']],
    ['closer to 230 men', ['closer to 230 ≈ 230']],
    ['nearly two-thirds had left', ['nearly two-thirds ≈ 66.67 %']],
    ['In the first half of the 1990s there was half of it.', ['half ≈ 50 %']],
    ['seven out of 10 citizens', ['seven out of 10 = 70 %']],
    ['more than 10 percent of police', ['more than 10 percent > 10 %']],
    ['dozens of students, several hundred officers', ['dozens ≈ 24–', 'several hundred ≈ 300–900']],
    ['no fewer than twenty-five were killed', ['no fewer than twenty-five > 25']],
    ['€2.5 million and 300 million pesos', ['€2.5 million = 2500000 EUR', '300 million pesos = 300000000 MXN']],
    ['a hundred and fifty soldiers', ['a hundred and fifty = 150']],
    ['trained 1 500 soldiers', ['1 500 = 1500']],
    ['Some 1 500 soldiers', ['Some 1 500 ≈ 1500']],
    ['trained 1 500 of them', ['1 500 = 1500']],
    ['spent $5 000 000 in 2013 and 12 500 000.', ['$5 000 000 = 5000000 USD', '12 500 000 = 12500000']],
    ['spent $5\u00a0000 on it', ['$5\u00a0000 = 5000 USD']],
    ['spent $5,000 000 on it; trained 1,200 345 people', ['$5,000 000 = 5000000 USD', '1,200 345 = 1200345']],
    ['On May 3 500 people fled', ['500 = 500']],
    ['gave $2-3 million in aid', ['$2-3 million ≈ 2000000–3000000 USD']],
    ['killed 40-60 people', ['40-60 ≈ 40–60']],
    [
      'nearly a third of police, two-thirds of soldiers and half of them',
      ['nearly a third ≈ 33.33 %', 'two-thirds ≈ 66.67 %', 'half ≈ 50 %'],
    ],
    // A point parts thousands where the words around it say so, whatever the text's language.
    ['gave 900.000 dólares', ['900.000 dólares = 900000 USD']],
    ['3.480 officers and $900.000', ['3.480 = 3480', '$900.000 = 900000 USD']],
    [
      '$1.250 million, rose 4.125 percent, 3.450 miles',
      ['$1.250 million = 1250000 USD', '4.125 percent = 4.13 %', '3.450 = 3.45'],
    ],
    ['“hundreds” of officers', ['hundreds ≈ 200–']],
    // What a scale multiplies is read whole, or the number is another.
    ['two hundred fifty men and two thousand five hundred more', ['two hundred fifty = 250', 'two thousand five hundred = 2500']],
    ['three dozen two-man teams', ['three dozen = 36']],
    ['three and a half million dollars', ['three and a half million dollars = 3500000 USD']],
    [
      'fifteen to twenty thousand, 15 to 20 thousand',
      ['fifteen to twenty thousand ≈ 15000–20000', '15 to 20 thousand ≈ 15000–20000'],
    ],
    ['fifteen thousand (15,000) soldiers', ['fifteen thousand (15,000) = 15000']],
    ['5 lakh people, some 12,34,567 of them', ['5 lakh = 500000', 'some 12,34,567 ≈ 1234567']],
    ['₹2.3 crore for rifles', ['₹2.3 crore = 23000000 INR']],
    ['Pakistan spent Rs 10 lakh', ['Rs 10 lakh = 1000000 PKR']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  test.each([
    ['1,5 millones de dólares', ['1,5 millones = 1500000 USD']],
    ['unos 1.500 soldados', ['unos 1.500 ≈ 1500']],
    ['más de tres mil efectivos', ['más de tres mil > 3000']],
    ['miles de personas', ['miles ≈ 2000–']],
    ['entrenó a mil quinientos soldados', ['mil quinientos = 1500']],
    ['doce mil trescientos soldados', ['doce mil trescientos = 12300']],
    ['veintiún mil muertos, treinta y un mil heridos', ['veintiún mil = 21000', 'treinta y un mil = 31000']],
    ['dos millones y medio de dólares', ['dos millones y medio = 2500000 USD']],
    [
      'un millón doscientos mil, mil quinientos millones',
      ['un millón doscientos mil = 1200000', 'mil quinientos millones = 1500000000'],
    ],
    ['tres centenares de soldados', ['tres centenares = 300']],
    ['mil soldados y cien policías', ['mil = 1000', 'cien = 100']],
  ])('%s', (text, expected) => expect(read(text, true)).toEqual(expected))
})

describe('what counts nothing', () => {
  test.each([
    'in 2014',
    'on November 25, 2014',
    'the 7 Division and 21 Brigade',
    'a 14-year-old with an AK-47 and 7.62mm rounds',
    'one of the officers',
    'at 7.30 pm',
    'the G20 and B2B',
    'half of the year',
    'a 2-1 win',
    '000 people',
  ])('%s', (text) => expect(read(text)).toEqual([]))
})

describe('digits that a scan took for something else', () => {
  const repaired = (text: string) =>
    findNumbers(text, 0, text.length, false).map(({ start, end, value, currency, repaired }) => [
      text.slice(start, end),
      value,
      currency,
      repaired,
    ])

  test.each([
    ['trained l3,000 soldiers', 'l3,000', 13_000, null],
    ['trained 1O0 soldiers', '1O0', 100, null],
    ['trained 13, 000 soldiers', '13, 000', 13_000, null],
    ['trained 13 ,000 soldiers', '13 ,000', 13_000, null],
    ['sent 65,OOO men', '65,OOO', 65_000, null],
    ['killed l2 people', 'l2', 12, null],
    ['killed 5OO people', '5OO', 500, null],
    ['cost S73 million', 'S73 million', 73_000_000, 'USD'],
    ['cost $l.2bn in all', '$l.2bn', 1_200_000_000, 'USD'],
  ])('%s', (text, printed, value, currency) => expect(repaired(text)).toEqual([[printed, value, currency, printed]]))

  test('a hedge before it stays a hedge, and both ends of a range are told', () => {
    const text = 'about l3,000 men, then 1O to 3O men'
    expect(findNumbers(text, 0, text.length, false)).toMatchObject([
      { start: 0, hedge: 'about', value: 13_000, repaired: 'l3,000' },
      { low: 10, high: 30, repaired: '1O to 3O' },
    ])
  })

  test.each(['the B2B and O2 of 5l a 2o Batallón', 'in 2O14', 'an S3 officer of G8 and I5', 'the l7 Battalion'])(
    '%s is no number',
    (text) => expect(findNumbers(text, 0, text.length, false)).toEqual([]),
  )
})

describe('what bounds or blurs a number, as printed', () => {
  const bounds: Record<string, string[]> = {
    '> least': [
      'at least',
      'not less than',
      'no fewer than',
      'not fewer than',
      'a minimum of',
      'no menos de',
      'al menos',
      'por lo menos',
      'como mínimo',
      'not under',
    ],
    '> more': [
      'more than',
      'over',
      'well over',
      'far more than',
      'in excess of',
      'topped',
      'más de',
      'superior a',
      'superó los',
      'por encima de',
      'exceeding',
    ],
    '< most': [
      'no more than',
      'not more than',
      'not over',
      'not exceeding',
      'did not exceed',
      'never exceeded',
      'at most',
      'up to',
      'as many as',
      'no greater than',
      'a maximum of',
      'no más de',
      'a lo sumo',
      'hasta',
      'no superó los',
      'no rebasan los',
      'como máximo',
      'cuando mucho',
      'no pasó de',
    ],
    '< fewer': ['fewer than', 'less than', 'below', 'far fewer than', 'menos de', 'inferior a', 'no llegó a', 'por debajo de'],
    '≈ nearly': [
      'nearly',
      'almost',
      'just under',
      'not quite',
      'just shy of',
      'slightly fewer than',
      'casi',
      'poco menos de',
      'rozan los',
    ],
    '≈ about': [
      'about',
      'around',
      'close to',
      'near',
      'just over',
      'slightly more than',
      'not much more than',
      'in the region of',
      'cerca de',
      'alrededor de',
      'unos',
      'en torno a',
      'rondan los',
      'poco más de',
      'un poco más de',
      'del orden de',
    ],
  }
  test.each(Object.entries(bounds).flatMap(([kind, hedges]) => hedges.map((hedge) => [hedge, kind] as const)))(
    '%s: %s',
    (hedge, kind) => {
      const text = `Were sent ${hedge} 600 soldiers.`
      const [found] = findNumbers(text, 0, text.length, false)
      expect([found!.hedge, `${found!.comparator} ${meaningOf(`reportedly, ${found!.hedge}`)}`]).toEqual([hedge, kind])
      expect(text.slice(found!.start, found!.end)).toBe(`${hedge} 600`)
    },
  )

  test.each([
    ['It never trained more than 80 men.', 'more than 80 < never … more than'],
    ['Neither course drew more than 15 men.', 'more than 15 < Neither … more than'],
    ['Ningún curso tuvo más de 25 alumnos.', 'más de 25 < Ningún … más de'],
    ['It did not train fewer than 80 men.', 'fewer than 80 > did not … fewer than'],
    ['He did not say that more than 80 men came.', 'more than 80 > more than'],
    ['There is no doubt more than 80 men came.', 'more than 80 > more than'],
    ['It cost nowhere near $2 million.', 'nowhere near $2 million < nowhere near'],
    ['Ni siquiera 30 soldados fueron.', 'Ni siquiera 30 < Ni siquiera'],
    ['Training cost anywhere from $2 million to $3 million.', '$2 million to $3 million ≈ null'],
    ['500 or more soldiers', '500 or more > or more'],
    ['500+ soldiers', '500+ > +'],
    ['40 or so men', '40 or so ≈ or so'],
    ['500 o más soldados', '500 o más > o más'],
    ['no more than an estimated 500 men', 'no more than an estimated 500 < no more than an estimated'],
    ['not only more than 500 men', 'more than 500 > more than'],
  ])('%s', (text, expected) => {
    const [found] = findNumbers(text, 0, text.length, false)
    expect(`${text.slice(found!.start, found!.end)} ${found!.comparator} ${found!.hedge}`).toBe(expected)
  })
})
