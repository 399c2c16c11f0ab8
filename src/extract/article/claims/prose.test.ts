/** Claims in the prose of papers: who suffered what, who is quoted, what numbers are no quantities. The sentences are made up. */
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'
import type { Claim } from './claim.js'

const claims = (text: string, published: string | null = null): Claim[] => {
  const plain = readPlainArticle(text)
  return readArticle({ ...plain, facts: { ...plain.facts, published } }).claims
}
const ofType = <T extends Claim['type']>(text: string, type: T, published: string | null = null) =>
  claims(text, published).filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)
const counts = (text: string) => ofType(text, 'quantity').map(({ measure, value, counted }) => [measure, value, counted])

describe('what becomes of those who are counted', () => {
  test.each([
    [
      'Nine bandits arrested, 16 others wounded, troops say',
      [
        ['arrests', 9],
        ['injured', 16],
      ],
    ],
    ['The bomb led to the death of 12 persons.', [['deaths', 12]]],
    ['The blast brought the death toll to 34.', [['deaths', 34]]],
    [
      'Eight persons were also killed and 15 others injured in an ambush.',
      [
        ['deaths', 8],
        ['injured', 15],
      ],
    ],
    ['The brigade captured over 100 insurgents.', [['arrests', 100]]],
    ['Robbers shot dead three policemen.', [['deaths', 3]]],
    ['The raid forced over 5,000 others to flee.', [['displaced', 5000]]],
    ['24 Killed in Delta Attack', [['deaths', 24]]],
    ['Un total de 1,5 millones de personas fueron desplazadas.', [['displaced', 1_500_000]]],
  ])('%s', (text, expected) => {
    expect(counts(text).map(([measure, value]) => [measure, value])).toEqual(expected)
  })

  test('not of those who did it', () => {
    expect(counts('Two blasts killed no fewer than five people.').find(([, value]) => value === 2)).toBeUndefined()
    expect(counts('La Fiscalía acusó a nueve policías de desaparecer a dos hermanos.')[0]!.slice(0, 2)).toEqual(['personnel', 9])
    expect(counts('Soldiers were killed by 12 gunmen.').map(([measure]) => measure)).toEqual(['count'])
    expect(counts('Fourteen soldiers arrested a farmer.').map(([measure]) => measure)).toEqual(['personnel'])
  })

  test('what is counted ends before what was done to it', () => {
    expect(counts('Seven rifles recovered, three camps destroyed.')).toEqual([
      ['weapons', 7, 'rifles'],
      ['count', 3, 'camps'],
    ])
    expect(counts('About 700 officers and soldiers of the army were sent.')[0]![2]).toBe('officers and soldiers of the army')
  })
})

test.each([
  'Troops of 23 Brigade and 7 Div left.',
  'The ‘1’ Division moved.',
  'An AK 47 and 12 bags of rice were found at about 10 am.',
  '12.7 millimetre rounds and 50 litres of fuel.',
  '1.\n\n2.\n\n34 Maj Gen Ann Example 18 Feb 2014',
  'The government unveiled 10 proposals.',
])('no quantity: %s', (text) => {
  expect(counts(text)).toEqual([])
})

test('a space within a number', () => {
  expect(counts('In all 6, 009 villagers fled.')).toEqual([['displaced', 6009, 'villagers']])
})

describe('who says it', () => {
  test('"he said" is who spoke before, and so are paragraphs in quotation marks', () => {
    const read = claims(
      'Colonel Ann Example said the army had arrested nine men.\n\n“Another 30 soldiers were wounded.”\n\nFour rebels were killed, she added.',
    )
    expect(read.filter(({ type }) => type === 'quantity').map(({ speaker }) => speaker)).toEqual([
      'Colonel Ann Example',
      'Colonel Ann Example',
      'Colonel Ann Example',
    ])
  })

  test('places and days say nothing', () => {
    const read = claims('In Delta and Savanna states, troops arrested nine men.\n\nThe Army on Friday said that 3 rebels died.')
    expect(read.map(({ speaker }) => speaker)).not.toContain('Delta and Savanna')
    expect(read.at(-1)!.speaker).toBe('Army')
  })
})

describe('events', () => {
  test.each([
    ['The attack was carried out by local police.', { action: 'attack', perpetrators: 'local police', victims: null }],
    [
      'The massacre was allegedly orchestrated by the mayor and his wife.',
      { action: 'massacre', perpetrators: 'the mayor and his wife' },
    ],
    [
      'Three nurses were murdered in Ejemplo, allegedly by an “elite” police squad known as Grupo Falcon.',
      {
        action: 'murdered',
        victims: 'Three nurses',
        perpetrators: 'an “elite” police squad known as Grupo Falcon',
        place: 'Ejemplo',
      },
    ],
    ['The troops did not only repel the rebels but killed almost all.', { perpetrators: 'The troops' }],
    ['The minister said a number of rebels were arrested.', { victims: 'a number of rebels' }],
    [
      'A court acquitted four soldiers of the 102nd Infantry Battalion accused of killing 22 people.',
      { perpetrators: 'four soldiers of the 102nd Infantry Battalion', victims: '22 people', hedge: 'acquitted, accused' },
    ],
    ['Soldados del Batallón 14 mataron a siete indígenas en Chajul.', { perpetrators: 'Soldados del Batallón 14' }],
    [
      'A judge ordered the arrest of eight soldiers accused of killing 11 people.',
      { perpetrators: 'eight soldiers', hedge: 'accused' },
    ],
    ['El Ejército admitió que sus soldados mataron a 15 civiles.', { perpetrators: 'sus soldados', speaker: 'Ejército' }],
  ])('%s', (text, expected) => {
    expect(ofType(text, 'event')[0]).toMatchObject(expected)
  })

  test('of one sentence two, none of them done by a participle', () => {
    expect(
      ofType('One sailor was shot and injured, setting off a gunfight that killed several smugglers.', 'event'),
    ).toMatchObject([
      { action: 'shot and injured', victims: 'One sailor', perpetrators: null },
      { action: 'killed', victims: 'several smugglers', perpetrators: null },
    ])
  })

  test('a wounded man is not one whom somebody wounds', () => {
    expect(ofType('The 2 wounded rebels and every abducted citizen are at home.', 'event')).toEqual([])
  })
})

test('what is not yet clear is a state, what was and is not known a doubt', () => {
  expect(claims('It is not yet clear if the senate would approve the plan.').map(({ type }) => type)).toEqual(['status'])
  expect(claims('It is unclear whether anyone was shot, but a guard saw it.')[0]).toMatchObject({
    type: 'doubt',
    of: 'anyone was shot',
  })
  expect(
    ofType('It is not yet a given that the ministry, which has grown wary, will accept the plan.', 'status')[0],
  ).toMatchObject({ subject: 'the ministry', state: expect.stringContaining('accept the plan') })
})

test('a second denial of the same account concerns what the first does', () => {
  const read = claims(
    'The Herald reported that foreign agents raided a farm.\n\nIn a statement about this account, the Navy Ministry said, “We deny that foreign agents have taken part in raids.”\n\nThe embassy denied that it had allowed anything of the kind.',
  )
  const event = read.find(({ type }) => type === 'event')!
  const denials = read.flatMap((claim) => (claim.type === 'denial' ? [claim.concerns] : []))
  expect(denials).toEqual([[event.id], [event.id]])
})

describe('times', () => {
  const period = (text: string, published: string | null) => claims(text, published)[0]!.period
  test('a month or day without a year is the last before the article', () => {
    expect(period('Nine men were arrested on April 16.', '2014-05-01')).toMatchObject({ from: '2014-04-16', to: '2014-04-16' })
    expect(period('Nine men were arrested in December.', '2014-05-01')).toMatchObject({ from: '2013-12-01', to: '2013-12-31' })
    expect(period('Nine men were arrested yesterday.', '2014-05-01')).toMatchObject({ from: '2014-04-30' })
    expect(period('Nine men were arrested on April 16.', null)).toMatchObject({ printed: 'on April 16', from: null })
  })

  test('a time before a noun is of that noun alone', () => {
    const read = ofType(
      'After the September disappearance of more than 40 nurses the country still gets, as it did before all this, some $90 million a year in aid.',
      'quantity',
    )
    expect(read.map((one) => one.period?.printed ?? null)).toEqual(['September', null])
    expect(period('In the 2014 Ejemplo massacre soldiers killed 22 people.', null)).toMatchObject({
      printed: '2014',
      from: '2014-01-01',
    })
  })
})

test('a text in capitals is read like any other, and given back in capitals', () => {
  const read = ofType('HEADLINE OF THE DAY\n\nTHE UNITED STATES TRAINED MORE THAN 1,200 KENYAN SOLDIERS IN 2012.', 'quantity')
  expect(read[0]).toMatchObject({
    measure: 'people_trained',
    value: 1200,
    counted: 'KENYAN SOLDIERS',
    provider: 'UNITED STATES',
    sentence: 'THE UNITED STATES TRAINED MORE THAN 1,200 KENYAN SOLDIERS IN 2012.',
    period: { printed: 'IN 2012', from: '2012-01-01' },
  })
})

test.each([
  ['A spokesman for the Pentagon, Col. Ada Nor, said the United States trained 300 Peruvian soldiers.', 'Col. Ada Nor'],
  ['Police killed 30 people in Ola, data from the Records Ministry show.', 'data from the Records Ministry'],
  ['Government figures show that 650 people were killed.', 'Government figures'],
  ['As the Herald reported, soldiers killed 9 people in Ola.', 'Herald'],
  ['But eyewitnesses say that soldiers killed 9 people in Ola.', 'eyewitnesses'],
  ['The Director of Army Public Relations, Colonel Ada Nor, said soldiers killed 9 people.', 'Colonel Ada Nor'],
  ['A leaked cable says the army killed 7 people.', 'leaked cable'],
  ['Relatives of the victims say police abducted 43 students.', 'Relatives of the victims'],
  ['Police abducted 43 students, say relatives.', 'relatives'],
  ['The general told reporters that soldiers killed 5 gunmen.', 'general'],
  ['Los soldados mataron a 22 personas, dijo el vocero de la Fiscalía, Juan Ola.', 'Juan Ola'],
  ['The Ostrev Institute puts the toll at 65,000 deaths.', 'Ostrev Institute'],
  ['Zarvand Watch put the figure at 70,000 deaths in 2013.', 'Zarvand Watch'],
])('who says it: %s', (sentence, speaker) => {
  expect(ofType(`Headline Of The Day\n\n${sentence}`, 'quantity')[0]?.speaker).toBe(speaker)
})

test('what a scan damaged is read as it must have been, and given back as it stands', () => {
  const text = 'Head\n\nIn 2O14 soldiers killed l2 people in San Ejemplo, and 65,OOO villagers were wounded by police.'
  expect(
    ofType(text, 'quantity').map(({ value, measure, repaired, period }) => [
      value,
      measure,
      repaired,
      period?.printed,
      period?.from,
    ]),
  ).toEqual([
    [12, 'deaths', 'l2', 'In 2O14', '2014-01-01'],
    [65_000, 'injured', '65,OOO', 'In 2O14', '2014-01-01'],
  ])
  expect(ofType(text, 'event').map(({ victims }) => victims)).toEqual(['l2 people', '65,OOO villagers'])
})

test('hostile text takes bounded time', () => {
  const start = process.cpuUsage().user
  for (const text of [
    '“'.repeat(50_000),
    'army '.repeat(30_000),
    'were killed by '.repeat(5_000),
    'A, '.repeat(30_000),
    '1,'.repeat(30_000),
    'l1O,'.repeat(30_000),
  ])
    claims(text)
  expect((process.cpuUsage().user - start) / 1_000_000).toBeLessThan(20)
})

describe('whom a sentence does not name again', () => {
  const speakers = (text: string) => ofType(text, 'quantity').map(({ value, speaker }) => [value, speaker])

  test('answers of an interview are those of whom it is with, and questions of nobody', () => {
    const text =
      'An interview with Ana Prado\n\nQ: Were 50 people killed?\n\nA: We counted 83 cases of murder.\n\nQ: And then?\n\nA: Then 12 soldiers were trained abroad.\n'
    expect(speakers(text)).toEqual([
      [50, null],
      [83, 'Ana Prado'],
      [12, 'Ana Prado'],
    ])
  })

  test('he is who was introduced, where nobody has spoken yet', () => {
    const text =
      'Posts by Ada Nor, a former analyst, were read by many.\n\n"The army trained 300 soldiers in 2014. It told nobody," she wrote.\n'
    expect(speakers(text)).toEqual([[300, 'Ada Nor']])
  })

  test('who says it by doing something else, and a text that alleges it', () => {
    expect(speakers('Chairman Ola opened the hearing by noting that 300 soldiers were trained.')).toEqual([[300, 'Chairman Ola']])
    expect(
      ofType('A report on a foreign website alleging that troops executed 27 prisoners was read widely.', 'event')[0]?.speaker,
    ).toBe('report on a foreign website')
  })
})

test('a sentence that nobody was harmed denies only behind a denial', () => {
  const harmless = 'No prisoner has been killed at the camp.'
  expect(ofType(harmless, 'denial')).toEqual([])
  expect(ofType(`The ministry denied the report. ${harmless}`, 'denial').length).toBe(2)
})

test.each([
  ['The army trained 9,000 soldiers. Some 5,000 of them were from Kenya.', ['people_trained 9000', 'people_trained 5000'], null],
  [
    'The army trained 9,000 soldiers.\n\nRights groups put the figure at 14,000.',
    ['people_trained 9000', 'people_trained 14000'],
    null,
  ],
  ['IMET training sessions for Honduras totaled 85 in fiscal year 2012.', ['training_sessions 85'], 'Honduras'],
  ['The United States gave Honduras 85 IMET training sessions.', ['training_sessions 85'], 'Honduras'],
  ['Estados Unidos impartió 47 sesiones de adiestramiento a México.', ['training_sessions 47'], 'México'],
  ['No se descarta que 40 soldados fueran entrenados.', ['people_trained 40'], 'soldados'],
  ['Fueron entrenados 450 efectivos o más.', ['people_trained 450'], null],
  ['Los desaparecidos no pasan de 300.', ['disappeared 300'], null],
  ['Los muertos superan los 65.000.', ['deaths 65000'], null],
  ['Por encima de 1.000 soldados pasaron por la academia.', ['people_trained 1000'], null],
  ['The programme trained 120 rangers.', ['people_trained 120'], 'rangers'],
  ['The congress held 12 sessions.', [], null],
])('what numbers count that point back or are the record’s own: %s', (text, expected, recipient) => {
  const found = ofType(text, 'quantity')
  expect(found.map(({ measure, value }) => `${measure} ${value}`)).toEqual(expected)
  if (recipient) expect(found[0]!.recipient).toBe(recipient)
})

test('a number after a semicolon and a year is of that year', () => {
  const text = 'Kenya sent 900 students. In FY2009 the total was 1,100; FY2010 1,300.'
  expect(ofType(text, 'quantity').map(({ value, period }) => [value, period?.printed])).toEqual([
    [900, undefined],
    [1100, 'In FY2009'],
    [1300, 'FY2010'],
  ])
})

describe('a part, its whole, and what is put between them and the verb', () => {
  test.each([
    ['A total of 43 of the 112 men were trained at Fort Benning.', '43 people_trained, 112 personnel'],
    ['Half the 600 recruits were trained in Georgia.', '50 percent, 600 personnel'],
    ['About two thirds of the 1,500 police trained since 2009 have left the force.', '66.67 percent, 1500 people_trained'],
    ['Between January and June, 300 people, 45 of them children, were killed.', '300 deaths, 45 deaths'],
    ['Al menos 17 militares, entre ellos dos coroneles, fueron entrenados por la CIA.', '17 people_trained'],
    ['The mission trained no fewer than 12 but no more than 20 officers a year.', '12..20 people_trained'],
    ['Desaparecieron no menos de 26.000 personas, según el registro oficial.', '26000 disappeared'],
    ['Nobody disputes that 40 villagers died; the army says rebels killed them.', '40 deaths'],
  ])('%s', (text, expected) =>
    expect(
      claims(text)
        .flatMap((one) => (one.type === 'quantity' ? [`${one.value ?? `${one.low}..${one.high}`} ${one.measure}`] : []))
        .join(', '),
    ).toBe(expected),
  )
})
