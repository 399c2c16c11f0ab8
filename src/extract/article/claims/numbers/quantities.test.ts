/** What numbers are of: who gave, who got, when. The sentences are made up. */
import { expect, test } from 'vitest'
import { readPlainArticle } from '../../../../documents/article/plain-article.js'
import { readArticle } from '../../read-article.js'
import type { QuantityClaim } from '../claim.js'

const read = (text: string): QuantityClaim[] =>
  readArticle(readPlainArticle(text)).claims.filter((claim): claim is QuantityClaim => claim.type === 'quantity')
const given = (text: string) => read(text).map(({ value, measure, provider, recipient }) => [value, measure, provider, recipient])
const counted = (text: string) => read(text).map(({ value, low, measure }) => [value ?? low, measure])

test('who supports somebody with a sum gives it', () => {
  expect(
    given('Estados Unidos apoyó a la policía con 22,5 millones de dólares, y Canadá la ayudó con otros 3 millones.'),
  ).toEqual([
    [22_500_000, 'assistance', 'Estados Unidos', 'la policía'],
    [3_000_000, 'assistance', 'Canadá', 'la policía'],
  ])
  expect(given('Washington has backed the Somali army with more than $40 million since 2011.')).toEqual([
    [40_000_000, 'assistance', 'Washington', 'Somali army'],
  ])
  expect(given('Germany helped the police with 8 million euros and nearly 90 vehicles.')).toEqual([
    [8_000_000, 'assistance', 'Germany', 'the police'],
    [90, 'weapons', 'Germany', 'the police'],
  ])
  expect(given('Britain gave the mission £1.5 million.')).toEqual([[1_500_000, 'assistance', 'Britain', 'the mission']])
})

test('who gave is the subject of the verb, also of a second one, or named by "from"', () => {
  expect(
    given('Kenya supported the Ugandan police with $64 million and gave the prosecutors another $9 million.').map(
      ([, , provider, recipient]) => [provider, recipient],
    ),
  ).toEqual([
    ['Kenya', 'Ugandan police'],
    ['Kenya', 'the prosecutors'],
  ])
  expect(given('Uganda received 62 armoured vehicles from the United States, worth $31 million.')).toEqual([
    [62, 'weapons', 'United States', 'Uganda'],
    [31_000_000, 'weapons', 'United States', 'Uganda'],
  ])
  expect(given('France and the United States trained 3,000 Somali soldiers.')[0]).toEqual([
    3000,
    'people_trained',
    'France and the United States',
    'Somali soldiers',
  ])
})

test('a country behind each number of a list is that number’s', () => {
  expect(
    read('The United States carried out 21 missions in Mali, 19 in Niger and 18 in Chad.').map(({ value, measure, place }) => [
      value,
      measure,
      place,
    ]),
  ).toEqual([
    [21, 'missions', 'Mali'],
    [19, 'missions', 'Niger'],
    [18, 'missions', 'Chad'],
  ])
  expect(
    read('At least 30 people were killed in Mali and 12 in Niger.').map(({ recipient, place }) => [recipient, place]),
  ).toEqual([
    [null, 'Mali'],
    [null, 'Niger'],
  ])
})

test('who attended courses is told across an aside, and not within one', () => {
  expect(counted('Some 500 officers, who came from 12 provinces, attended two courses.')[0]).toEqual([500, 'people_trained'])
  expect(counted('Capt. Example, 34, who leads 200 soldiers, attended two courses in Texas.')[0]).toEqual([200, 'personnel'])
  expect(counted('Más de 19.000 policías y unos 4.300 fiscales asistieron a cursos.')).toEqual([
    [19_000, 'people_trained'],
    [4300, 'people_trained'],
  ])
  expect(counted('Another 120 to 150 were trained in 2022.')).toEqual([[120, 'people_trained']])
})

test('a sum that the words only imply, and what was received beside what was done', () => {
  expect(counted('Estados Unidos aportó 6 millones en 2010 y 8,5 millones en 2011.')).toEqual([
    [6_000_000, 'assistance'],
    [8_500_000, 'assistance'],
  ])
  expect(counted('Police units in Kenya had received $95 million and trained some 3,700 officers.')).toEqual([
    [95_000_000, 'assistance'],
    [3700, 'people_trained'],
  ])
})

test('the day on which it was said, or the time of what it is compared with, is no time of a number', () => {
  const period = (text: string) => read(text)[0]!.period?.printed ?? null
  expect(period('The army chief said on Wednesday that 300 soldiers had been trained since 2009.')).toBe('since 2009')
  expect(period('The army spent $38 million, almost twice what it spent in 2012.')).toBeNull()
  expect(period('The ministry vetted 900 cases, up from 700 a year earlier.')).toBeNull()
  expect(read('The ministry vetted 900 cases, up from 700 a year earlier.').map(({ per }) => per)).toEqual([null, null])
})

test('the same period behind a change is all of it', () => {
  const last = read(
    'The budget grew from $1 million in fiscal 2013 to $4 million in fiscal 2018. Over the same period, 300 soldiers were trained.',
  ).at(-1)!
  expect(last.period).toMatchObject({ printed: 'Over the same period', from: '2012-10-01', to: '2018-09-30' })
})

test('what is done to some is done to those who stand beside them, unless a verb of their own follows', () => {
  expect(counted('The United States trained 300 Kenyan soldiers and 200 Ugandan police in 2012.')).toEqual([
    [300, 'people_trained'],
    [200, 'people_trained'],
  ])
  expect(counted('Gunmen killed 12 soldiers and three civilians near Ejemplo.')).toEqual([
    [12, 'deaths'],
    [3, 'deaths'],
  ])
  expect(counted('The army trained 300 soldiers and 200 policemen deserted.')[1]).toEqual([200, 'personnel'])
})

test('a change of the training of somebody is of people, with programme and recipient', () => {
  expect(read('Training of Kenyan soldiers under IMET grew from 300 in fiscal 2010 to 900 in fiscal 2012.')).toMatchObject([
    { value: 300, measure: 'people_trained', recipient: 'Kenyan soldiers', programme: 'IMET', change: 'from' },
    { value: 900, measure: 'people_trained', recipient: 'Kenyan soldiers', programme: 'IMET', change: 'to' },
  ])
})

test('who is listed next gives or gets as the one before did', () => {
  expect(
    given('Britain gave the mission £5 million, the United States $38 million and France €2 million.').map((one) => one[2]),
  ).toEqual(['Britain', 'United States', 'France'])
  expect(given('Washington gave Mali $3 million in aid and Niger $2 million.').map((one) => one.slice(2))).toEqual([
    ['Washington', 'Mali'],
    ['Washington', 'Niger'],
  ])
  expect(given('Uganda received $11 million in aid and Ethiopia $7 million.').map((one) => one[3])).toEqual([
    'Uganda',
    'Ethiopia',
  ])
  expect(given('The army received 20 trucks from France and 30 from Germany.').map((one) => one[2])).toEqual([
    'France',
    'Germany',
  ])
  expect(given('It delivered 20 pickup trucks to Chad.')).toEqual([[20, 'weapons', null, 'Chad']])
})

test('a number that leaves out what it counts is of the same', () => {
  expect(counted('Chad has lost 36 soldiers, while France lost five.')).toEqual([
    [36, 'personnel'],
    [5, 'personnel'],
  ])
  expect(counted('"We had 300 people in Cameroon. Today we have fewer than 40," he said.').at(-1)).toEqual([40, 'personnel'])
  expect(counted('She noted that 17 of 23 battalions had been trained.')[0]).toEqual([17, 'count'])
  expect(counted('About 2,250 Chadians are deployed there.')).toEqual([[2250, 'personnel']])
  expect(read('Hasta 90 policías se gradúan allí cada año.')).toMatchObject([
    { value: 90, measure: 'people_trained', per: 'year' },
  ])
})

test('what a number is of stands before it: a total, an average, a part of a sum', () => {
  expect(
    read('Washington sent 4,400 rifles and more than doubled the number of advisers, from 150 to 340.').map(
      ({ value, measure, change }) => [value, measure, change],
    ),
  ).toEqual([
    [4400, 'weapons', null],
    [150, 'trainers', 'from'],
    [340, 'trainers', 'to'],
  ])
  expect(read('Training cost $318 million in Kenya, an average of $45 million a year.')[1]).toMatchObject({
    measure: 'training_cost',
    per: 'year',
  })
  expect(counted('It was meant to have 3,000 men; at its peak it had barely 1,900.')[1]).toEqual([1900, 'personnel'])
  expect(
    counted(
      'Congress gave $48 million for training in Asia, 12 percent more than in 2022. Of that, $22 million is for the Philippines.',
    ).at(-1),
  ).toEqual([22_000_000, 'training_cost'])
  expect(
    given('Taiwán donó cuatro helicópteros por medio de la base; Estados Unidos, 80 motocicletas.').map((one) => one[2]),
  ).toEqual(['Taiwán', 'Estados Unidos'])
})

test('a rate has no number of what it is counted by, and "for each student" is per person', () => {
  expect(counted('Hubo 22 muertos por cada 100.000 detenciones.')).toEqual([[22, 'deaths']])
  expect(read('Por cada alumno se pagaron 2.150 dólares.')[0]!.per).toBe('person')
})

test('what weapons are worth is of weapons, and a time stands behind a town and its country', () => {
  expect(counted('The embassy supplied weapons worth $200 million to the army.')).toEqual([[200_000_000, 'weapons']])
  const [event] = readArticle(readPlainArticle('Soldiers killed them in Santa Rosa, Honduras, on 3 May 2012.')).claims
  expect([event?.type, event?.place, event?.period?.from]).toEqual(['event', 'Santa Rosa', '2012-05-03'])
})

test('a time behind a semicolon is of what stands there', () => {
  const [before, after] = read('The army had 7,000 men; some 1,600 soldiers deserted in 2012.')
  expect([before!.period, after!.period?.printed]).toEqual([null, 'in 2012'])
})

test('when something was created, or what came before a raid, is no time of what is counted in a clause behind it', () => {
  const times = (text: string) => read(text).map(({ value, period }) => [value, period?.printed ?? null])
  expect(
    times('The embassy said the brigade had been created in 2006 and that 60 of its members had taken part in American courses.'),
  ).toEqual([[60, null]])
  expect(
    times('A brigade that got $4 million over three years was linked on Tuesday to a night raid in which seven farmers died.'),
  ).toEqual([
    [4_000_000, 'over three years'],
    [7, null],
  ])
  expect(
    times(
      'The United States trained 2,900 officers between 2014 and 2017, nearly double the figure for the preceding four years, at a cost of $23 million.',
    ),
  ).toEqual([
    [2900, 'between 2014 and 2017'],
    [23_000_000, 'between 2014 and 2017'],
  ])
  expect(times('The country received $3 million in 2015 and 214 soldiers were trained.')).toEqual([
    [3_000_000, 'in 2015'],
    [214, 'in 2015'],
  ])
})

test('who tells something is not counted', () => {
  expect(read('The real figure, two commanders told us, is secret.')).toEqual([])
})

test('nobody gets what he gave himself, nor what is said of others across a comma', () => {
  expect(given('France, which keeps 4,500 troops in the region, said it had trained 13,000 soldiers since 2014.')).toEqual([
    [4500, 'personnel', null, null],
    [13_000, 'people_trained', 'France', 'soldiers'],
  ])
  expect(given('Of the 1,000 soldiers, France trained 300, the United States 200 and Spain 40.')).toEqual([
    [1000, 'personnel', null, null],
    [300, 'people_trained', 'France', null],
    [200, 'people_trained', 'United States', null],
    [40, 'people_trained', 'Spain', null],
  ])
  expect(given('Perú donó 12 lanchas a Haití y Brasil, nueve camiones.')[0]).toEqual([12, 'weapons', 'Perú', 'Haití'])
  expect(given('Aid from the United States and Canada rose from $12 million to $30 million.').map((one) => one.slice(2))).toEqual(
    [
      ['the United States and Canada', null],
      ['the United States and Canada', null],
    ],
  )
  expect(given('Chad’s army, trained by France at a cost of $7 million, was sent to Mali in 2013.')[0]).toEqual([
    7_000_000,
    'training_cost',
    'France',
    'Chad',
  ])
  expect(given('Asante put the cost at 420 million cedis ($56 million).')).toEqual([
    [420_000_000, 'cost', null, null],
    [56_000_000, 'cost', null, null],
  ])
})

test('the scale of a change is of both its ends where it leaves them comparable', () => {
  expect(counted('El presupuesto de Defensa cayó un 14 %, de 1.720 a 1.480 millones de dólares.')).toEqual([
    [14, 'percent'],
    [1_720_000_000, 'budget'],
    [1_480_000_000, 'budget'],
  ])
  expect(counted('El gasto subió de 300 a 450 mil dólares.')).toEqual([
    [300_000, 'cost'],
    [450_000, 'cost'],
  ])
  expect(counted('Murders rose by 12% to 340 in 2015.')).toEqual([
    [12, 'percent'],
    [340, 'deaths'],
  ])
})

test('a number that stands alone is of what was counted before, and what became of those is its own', () => {
  expect(counted('Researchers documented the detention of 1,340 men. At least 212 of them died in custody.').at(-1)).toEqual([
    212,
    'deaths',
  ])
  expect(counted('The prison was built for 250 prisoners; it held 1,180, more than four times as many.').at(-1)).toEqual([
    1180,
    'inmates',
  ])
  expect(counted('Instructores extranjeros en el país: 12 en 2016, 41 en 2019.')).toEqual([
    [12, 'trainers'],
    [41, 'trainers'],
  ])
  expect(counted('De los 860 policías, 265 no han pasado las pruebas.').at(-1)).toEqual([265, 'personnel'])
  expect(read('The programme trained 4,815 officers, almost twice the 2,500 planned.')[1]).toMatchObject({
    value: 2500,
    measure: 'people_trained',
    hedge: 'planned',
  })
})

test('"handed over 46" is no more than 46, and two trucks that carried somebody are none that anybody has', () => {
  expect(read('The embassy handed over 46 motorcycles.')[0]).toMatchObject({ value: 46, comparator: '=', hedge: null })
  expect(read('The marines took them away in two trucks.')).toEqual([])
})

test('a time is not of a number that it stands beyond an aside, a comparison or another number of', () => {
  const times = (text: string) => read(text).map(({ period }) => period?.printed ?? null)
  expect(times('Niger got $74.5 million, up from $61 million in 2018.')).toEqual([null, 'in 2018'])
  expect(times('Washington gave Cameroon $16.4 million before suspending its aid in February 2019.')).toEqual([null])
  expect(times('Its building, paid for by Taiwan at a cost of $7 million, was finished in June 2017.')).toEqual([null])
  expect(times('En enero llegaron 60 soldados; hoy quedan 22.').at(-1)).toBe(null)
  const [, , last] = read('El número de instructores pasó de 16 en 2014 a 39 en 2017 y bajó a 22 el año siguiente.')
  expect(last!.period?.from).toBe('2018-01-01')
})
