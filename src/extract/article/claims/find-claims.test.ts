import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'
import type { Claim } from './claim.js'

const claims = (text: string): Claim[] => readArticle(readPlainArticle(text)).claims
const ofType = <T extends Claim['type']>(text: string, type: T) =>
  claims(text).filter((claim): claim is Extract<Claim, { type: T }> => claim.type === type)

describe('quantities', () => {
  test('a change gives both ends, each naming the other', () => {
    const [from, to] = ofType(
      'The number of training missions in Central America doubled from 9 to 18 between 2003 and 2008, the study found.',
      'quantity',
    )
    expect(from).toMatchObject({
      value: 9,
      measure: 'missions',
      change: 'from',
      counterpart: to!.id,
      place: 'Central America',
      // Nine in the first of these years, eighteen in the last, and neither in all of them.
      period: { printed: 'between 2003 and 2008', from: '2003-01-01', to: '2003-12-31' },
    })
    expect(to).toMatchObject({ value: 18, measure: 'missions', change: 'to', counterpart: from!.id, speaker: 'study' })
    expect(to!.period).toMatchObject({ from: '2008-01-01', to: '2008-12-31' })
    const [before, after] = ofType('Training fell from 900 soldiers to 300 between fiscal years 2010 and 2013.', 'quantity')
    expect([before!.period, after!.period]).toMatchObject([{ to: '2010-09-30' }, { from: '2012-10-01', to: '2013-09-30' }])
  })

  test('what a programme spends is assistance, and a fiscal year is no place', () => {
    const [read] = ofType('IMET spending on Honduras was $652,000 in FY 2010, records show.', 'quantity')
    expect(read).toMatchObject({ measure: 'assistance', programme: 'IMET', recipient: 'Honduras', place: null })
  })

  test('who trained whom, for how much', () => {
    const read = ofType(
      'In 2011, about 300 American soldiers trained some 2,500 Kenyan police officers at a cost of $4 million.',
      'quantity',
    )
    expect(read.map(({ measure, value, comparator }) => [measure, value, comparator])).toEqual([
      ['trainers', 300, '≈'],
      ['people_trained', 2500, '≈'],
      ['training_cost', 4_000_000, '='],
    ])
    expect(read[1]).toMatchObject({
      provider: 'American soldiers',
      recipient: 'Kenyan police officers',
      counted: 'Kenyan police officers',
    })
  })

  test('"each" is of every country that was named', () => {
    const read = ofType('Kenya and Uganda had the most exercises, with 14 each.', 'quantity')
    expect(read.map(({ value, place, measure }) => [value, place, measure])).toEqual([
      [14, 'Kenya', 'missions'],
      [14, 'Uganda', 'missions'],
    ])
  })

  test('"the next year" is the one after the single year named before, and when a report was written is no time of it', () => {
    const read = ofType(
      'LIMA, March 4, 2015 (AP) — Kenya received 310 training sessions in 2012. The next year it received 290 training sessions.\n\nIn 2008 there were 40 courses, up from 30 courses a year earlier.\n\nLIMA, March 4, 2015 — Some 700 soldiers were trained.',
      'quantity',
    )
    expect(read.map(({ value, period }) => [value, period?.printed, period?.from])).toEqual([
      [310, 'in 2012', '2012-01-01'],
      [290, 'The next year', '2013-01-01'],
      [40, 'In 2008', '2008-01-01'],
      [30, 'a year earlier', '2007-01-01'],
      [700, undefined, undefined],
    ])
    const [lost] = ofType('In 2014 the army lost 85 soldiers, twice as many as the year before.', 'quantity')
    expect(lost?.period?.from).toBe('2014-01-01')
    const [, after] = ofType(
      'Between 2003 and 2008 the army grew. The following year 70 officers were trained, 300 were trained then.',
      'quantity',
    )
    expect(after?.period?.from ?? null).toBeNull()
  })

  test('"in that period" is the period named before, "the same period" the one of the sentence', () => {
    const read = ofType('Between 2003 and 2008 the army grew.\n\nIn that period, 700 officers were trained.', 'quantity')
    expect(read[0]).toMatchObject({
      measure: 'people_trained',
      period: { printed: 'In that period', from: '2003-01-01', to: '2008-12-31' },
    })
    const other = ofType(
      'Since 2006 Washington gave Kenya $3 million in military aid and, during the same period, $9 million worth of weapons.',
      'quantity',
    )
    expect(other.map(({ measure, period }) => [measure, period?.from])).toEqual([
      ['assistance', '2006-01-01'],
      ['weapons', '2006-01-01'],
    ])
  })

  test('the dead, the missing and the wounded are told apart', () => {
    const read = ofType(
      'Gunmen killed 12 people and 30 students disappeared, while 5 soldiers were wounded; 80 inmates escaped.',
      'quantity',
    )
    expect(read.map(({ measure, value }) => [measure, value])).toEqual([
      ['deaths', 12],
      ['disappeared', 30],
      ['injured', 5],
      ['inmates', 80],
    ])
  })

  test('a Spanish verb that ends in an accented letter', () => {
    const [read] = ofType('En 2016, Estados Unidos capacitó a 40 policías guatemaltecos.', 'quantity')
    expect(read).toMatchObject({ measure: 'people_trained', value: 40, provider: 'Estados Unidos' })
  })

  test('Spanish', () => {
    const read = ofType(
      'Según el informe, unos 2.500 militares fueron capacitados entre 2009 y 2012, y la ayuda fue de 1,5 millones de dólares en Guatemala.',
      'quantity',
    )
    expect(read.map(({ measure, value }) => [measure, value])).toEqual([
      ['people_trained', 2500],
      ['assistance', 1_500_000],
    ])
    expect(read[0]).toMatchObject({ speaker: 'informe', period: { from: '2009-01-01', to: '2012-12-31' } })
  })
})

describe('lineages', () => {
  test('left and formed', () => {
    expect(
      ofType('In the 1980s, members of the presidential guard deserted and formed the Black Snakes, a gang.', 'lineage')[0],
    ).toMatchObject({
      left: 'the presidential guard',
      joined: 'the Black Snakes',
      period: { from: '1980-01-01', to: '1989-12-31' },
    })
  })

  test('trained by, and became the core', () => {
    expect(
      ofType('American marines trained some soldiers of the navy, who later became the core of the Gulf Wolves.', 'lineage')[0],
    ).toMatchObject({
      left: 'the navy',
      joined: 'the Gulf Wolves',
      trained_by: 'American marines',
    })
  })

  test('who formed a force and who trained it are told apart', () => {
    expect(
      ofType(
        'The raid was led by the 4th Jungle Brigade, formed by veterans of the Guard, trained by Israeli advisers.',
        'lineage',
      ),
    ).toMatchObject([
      { members: 'veterans of the Guard', relation: 'formed', joined: 'the 4th Jungle Brigade', trained_by: null },
      { members: 'the 4th Jungle Brigade', relation: 'trained', trained_by: 'Israeli advisers' },
    ])
  })

  test('led a coup, having been trained', () => {
    expect(ofType('A French-trained colonel who led the coup now rules.', 'lineage')[0]).toMatchObject({
      members: 'A French-trained colonel',
      relation: 'led',
      joined: 'the coup',
      trained_by: 'French',
    })
  })
})

describe('denials and doubts', () => {
  const story =
    'The Herald reported that foreign agents disguised as sailors raided a farm in the delta.\n\n' +
    'In a statement about this account, the Navy Ministry said, “We categorically deny that foreign agents have taken part in raids.”'

  test('who denies a number that nobody told before denies that number, without the article of a sentence’s head', () => {
    const read = claims('The army denied that 200 soldiers were trained. La Marina negó que 20 personas murieran.')
    const numbers = read.flatMap((claim) => (claim.type === 'quantity' ? [claim.id] : []))
    const denials = read.flatMap((claim) => (claim.type === 'denial' ? [{ speaker: claim.speaker, of: claim.concerns }] : []))
    expect(denials).toEqual([
      { speaker: 'army', of: [numbers[0]] },
      { speaker: 'Marina', of: [numbers[1]] },
    ])
  })

  test('a denial in the first person is of the one whom the sentence names, and concerns what was told', () => {
    const read = claims(story)
    const event = read.find(({ type }) => type === 'event')!
    expect(read.find(({ type }) => type === 'denial')).toMatchObject({
      speaker: 'Navy Ministry',
      of: 'foreign agents have taken part in raids',
      concerns: [event.id],
    })
  })

  test('a doubt', () => {
    expect(ofType('It is unclear whether the soldiers were shot.', 'doubt')[0]).toMatchObject({ of: 'the soldiers were shot' })
  })
})

test('a post vacant since, and a plan not yet approved', () => {
  expect(ofType('The vetting office has not had a director since May 2011.', 'status')[0]).toMatchObject({
    subject: 'The vetting office',
    state: 'has not had a director since May 2011',
    period: { from: '2011-05-01' },
  })
  expect(ofType('It is not yet clear if the senate will approve the plan.', 'status')).toHaveLength(1)
})

test('an event has its parts', () => {
  expect(ofType('Four fishermen were murdered in Kenya, allegedly by soldiers of the coast guard.', 'event')[0]).toMatchObject({
    action: 'murdered',
    victims: 'Four fishermen',
    perpetrators: 'soldiers of the coast guard',
    hedge: 'allegedly',
    place: 'Kenya',
  })
})

test('appeals, captions and repetitions claim nothing', () => {
  const text = `${'The army trained 40 officers in 2011 at the coast and went home again after a while, as the plan had said it would. '.repeat(2)}\n\nDear Daily Readers,\n\nIn 2012, 900 people gave us a donation.\n\nThe army trained 40 officers in 2011 at the coast and went home again after a while, as the plan had said it would.`
  expect(ofType(text, 'quantity').map(({ value }) => value)).not.toContain(900)
})

test('the quoted sentence and offsets are of the text, emoji or not', () => {
  const text = '🚁🚁 Some 40 officers were trained in Kenya.'
  const [claim] = claims(text)
  expect([...text].slice(claim!.start, claim!.end).join('')).toBe('Some 40 officers')
  expect(text).toContain(claim!.sentence)
})

test.each([
  'Soldiers of the 3rd Battalion killed 12 people in Nko, witnesses say.',
  'Colonel Ibrahim Sesko denied that the brigade burned 20 huts.',
  'The group was formed by deserters of the 9th Battalion, who had been trained by France.',
  'El batallón “Cóndor” mató a doce campesinos en Nko, denunció la Comisión.',
])('what is read of a sentence is read behind an emoji, too: %s', (sentence) => {
  const told = (text: string) =>
    claims(text).map(({ id, start, end, sentence, ...said }) => ({ ...said, printed: [...text].slice(start, end).join('') }))
  const plain = told(`A line to begin with here\n\n${sentence}`)
  expect(plain.length).toBeGreaterThan(0)
  for (const signs of ['🔴 ', '👩🏽‍✈️🇺🇸 ', '🧵 1/ 😡 '])
    expect(told(`A line to begin with here\n\n${signs}${sentence}`)).toEqual(plain)
})

test('who was trained is not who is counted, nor who is accused', () => {
  const [lost] = ofType(
    'The Example Regiment, whose men were trained by U.S. advisers, lost at least 21 men in the fighting.',
    'quantity',
  )
  expect(lost?.measure).toBe('personnel')
  const [accused] = ofType('A Kenyan unit that had received U.S. training was accused of killing 13 people in Garissa.', 'event')
  expect(accused).toMatchObject({ perpetrators: 'A Kenyan unit', victims: '13 people' })
  expect(ofType('U.S.: 1,200 MEN TRAINED', 'quantity')[0]?.measure).toBe('personnel')
})

test.each([
  ['Last fiscal year the United States trained 40 Kenyan officers.', '2012-10-01', '2013-09-30'],
  ['En el último año fiscal Estados Unidos entrenó a 40 oficiales kenianos.', '2012-10-01', '2013-09-30'],
  ['In the 2012 fiscal year the United States trained 40 Kenyan officers.', '2011-10-01', '2012-09-30'],
  ['In FY2014 the United States trained 40 Kenyan officers.', '2013-10-01', '2014-09-30'],
  ['In fiscal years 2012 and 2013 the United States trained 40 Kenyan officers.', '2011-10-01', '2013-09-30'],
  ['Since fiscal year 2012 the United States trained 40 Kenyan officers.', '2011-10-01', null],
  ['In 2012 and 2013 the United States trained 40 Kenyan officers.', '2012-01-01', '2013-12-31'],
  ['En 2011, 2012 y 2013 Estados Unidos entrenó a 40 oficiales kenianos.', '2011-01-01', '2013-12-31'],
  ['In 2010 and 2012 the United States trained 40 Kenyan officers.', null, null],
  ['In the first quarter of fiscal year 2012 the United States trained 40 Kenyan officers.', '2011-10-01', '2011-12-31'],
  ['In the second half of 2012 the United States trained 40 Kenyan officers.', '2012-07-01', '2012-12-31'],
  ['En el último trimestre del año fiscal 2012 Estados Unidos entrenó a 40 oficiales kenianos.', '2012-07-01', '2012-09-30'],
  ['In fiscal years 2010 and 2012 the United States trained 40 Kenyan officers.', null, null],
])('the fiscal year of: %s', (sentence, from, to) => {
  const plain = readPlainArticle(sentence)
  const [claim] = readArticle({ ...plain, facts: { ...plain.facts, published: '2014-05-05' } }).claims
  expect([claim?.period?.from, claim?.period?.to]).toEqual([from, to])
})

test('a claim that is rejected is the one that was made last, and no deed before it', () => {
  const told = claims(
    'Soldiers killed 13 people in Garissa in 2012. “Not one of the 340 officers was vetted,” said Peter Sample of the Example Institute. The embassy rejected the claim.',
  )
  const rejected = told.findLast(({ type }) => type === 'denial')!
  const concerned = told.filter(({ id }) => rejected.type === 'denial' && rejected.concerns.includes(id))
  expect(new Set(concerned.map(({ sentence }) => sentence.slice(0, 12)))).toEqual(new Set(['“Not one of ']))
})

test('what training came to is what it cost', () => {
  expect(ofType('U.S. spending on training for Kenya totaled $4 million in 2012.', 'quantity')[0]).toMatchObject({
    measure: 'training_cost',
    recipient: 'Kenya',
  })
})

test('a sentence that begins with who says so, what they say and when: each part is itself', () => {
  const text =
    'MINA, June 12, 2014 (Example Wire) — Survivors of a raid on the village of Mina say soldiers of the 4th Infantry Battalion shot dead eleven men on May 3, an account the army rejects.'
  const speaker = 'Survivors of a raid on the village of Mina'
  expect(ofType(text, 'event')).toMatchObject([
    { speaker, perpetrators: 'soldiers of the 4th Infantry Battalion', action: 'shot dead', victims: 'eleven men' },
  ])
  expect(ofType(text, 'denial')).toMatchObject([{ speaker: 'army', concerns: [ofType(text, 'event')[0]!.id] }])
  expect(ofType('Survivors blame the 4th Battalion for the deaths of six herders in Mina.', 'event')).toMatchObject([
    { perpetrators: 'the 4th Battalion', action: 'the deaths', victims: 'six herders' },
  ])
  expect(
    ofType('Señalaron a la Unidad Ejemplo de la Marina como responsable de las detenciones ocurridas en mayo.', 'event'),
  ).toMatchObject([{ perpetrators: 'la Unidad Ejemplo de la Marina', action: 'las detenciones' }])
})

test('a unit made out of another, and what it became the base of', () => {
  expect(
    ofType(
      'The 4th Battalion was created in 2003 out of the former 17th Brigade and later supplied the core of the special river unit.',
      'lineage',
    ),
  ).toMatchObject([
    { members: 'The 4th Battalion', left: 'the former 17th Brigade' },
    { members: 'The 4th Battalion', joined: 'the special river unit' },
  ])
  expect(
    ofType('El batallón Ejemplo, creado en 2007, se convirtió en 2014 en la base de la unidad especial.', 'lineage'),
  ).toMatchObject([{ members: 'El batallón Ejemplo', joined: 'la unidad especial' }])
})

test('who cannot tell doubts, a pronoun is what it stands for, and no number is a length of time', () => {
  expect(ofType('El ministro dijo que no le consta que los marinos hayan recibido cursos.', 'doubt')).toMatchObject([
    { of: 'los marinos hayan recibido cursos' },
  ])
  expect(ofType('The ministry has promised an inquiry, which has yet to begin.', 'status')).toMatchObject([
    { subject: 'an inquiry' },
  ])
  expect(
    ofType('In 2011 the United States trained 1,240 Ugandan soldiers, up from 980 the year before.', 'quantity').map(
      ({ value, period }) => [value, period?.from],
    ),
  ).toEqual([
    [1240, '2011-01-01'],
    [980, '2010-01-01'],
  ])
})

test('at least so many are killed by whom the sentence names, and a unit ends in its number', () => {
  const [killed] = ofType(
    'A rights monitor says a police unit trained by British and American instructors has killed at least 19 suspects in Mina since 2012.',
    'event',
  )
  expect(killed).toMatchObject({
    speaker: 'rights monitor',
    perpetrators: 'a police unit trained by British and American instructors',
    victims: 'at least 19 suspects',
  })
  const accusation =
    'La Asociación Ejemplo acusó al Batallón de Contraguerrillas 46 de la muerte de cuatro labradores en la vereda Mina.'
  expect(ofType(accusation, 'quantity').map(({ value }) => value)).toEqual([4])
  expect(ofType(accusation, 'event')).toMatchObject([
    { perpetrators: 'Batallón de Contraguerrillas 46', victims: 'cuatro labradores' },
  ])
  expect(
    ofType('Four officers were charged in 2014 with murdering a preacher; their trial has been adjourned.', 'event'),
  ).toMatchObject([{ perpetrators: 'Four officers', victims: 'a preacher' }])
})

test('who dismissed a report goes on speaking, and who follows the verb is who said it', () => {
  const denials = ofType(
    'The report lists 19 men who were shot.\n\nPolice spokesman Ade Example dismissed the report as “fiction”. He said the unit “has never executed anyone”.',
    'denial',
  )
  expect(denials.map(({ speaker, of }) => [speaker, of])).toEqual([
    ['Police spokesman Ade Example', 'report'],
    ['Police spokesman Ade Example', expect.stringContaining('has never executed anyone')],
  ])
  const [taught] = ofType(
    'Entre enero y junio de 2006 al menos 62 de sus hombres asistieron a cursos con fondos del Plan Ejemplo, dijo un funcionario.',
    'quantity',
  )
  expect(taught).toMatchObject({ value: 62, measure: 'people_trained', period: { from: '2006-01-01', to: '2006-06-30' } })
  expect(taught!.speaker).toContain('funcionario')
  const [, doubted] = ofType(
    'Soldiers shot 19 men. Washington gave the unit $19 million, according to the report; the embassy would neither confirm nor deny the amount.',
    'quantity',
  )
  expect(
    ofType(
      'Soldiers shot 19 men. Washington gave the unit $19 million, according to the report; the embassy would neither confirm nor deny the amount.',
      'doubt',
    ),
  ).toMatchObject([{ concerns: [doubted!.id] }])
})

test('a unit grew out of a body, and is made of whom it is mostly made of', () => {
  expect(ofType('Founded in 2003, the unit grew out of the Special Branch.', 'lineage')).toMatchObject([
    { members: 'the unit', left: 'the Special Branch' },
  ])
  expect(
    ofType('El batallón, integrado en su mayoría por soldados profesionales del antiguo Batallón Mina, fue disuelto.', 'lineage'),
  ).toMatchObject([{ joined: 'El batallón', members: 'soldados profesionales del antiguo Batallón Mina' }])
})

test('who counts is heard for his own number, a programme is no place, and once is eleven in Spanish', () => {
  expect(
    ofType('Rights groups count 42 killings of farmers since 2010; the government puts the number at 25.', 'quantity').map(
      ({ value, speaker }) => [value, speaker],
    ),
  ).toEqual([
    [42, 'Rights groups'],
    [25, 'government'],
  ])
  expect(ofType('The battalion received $93,000 in IMET courses.', 'quantity')).toMatchObject([
    { programme: 'IMET', place: null },
  ])
  expect(ofType('Al menos once personas murieron en los operativos, según la Defensoría.', 'quantity')).toMatchObject([
    { value: 11, measure: 'deaths' },
  ])
  expect(ofType('“The invaders shot first,” said the colonel.', 'event').map(({ victims }) => victims)).not.toContain('first')
  expect(ofType('Un informe pone en duda la versión oficial: dos soldados murieron.', 'doubt')).toMatchObject([
    { of: 'la versión oficial' },
  ])
  expect(ofType('La comisión investigadora, anunciada hace un año, todavía no se ha instalado.', 'status')).toMatchObject([
    { subject: 'La comisión investigadora' },
  ])
})

test('soldiers who rounded people up and executed them did it, and a memo with a day says what it puts', () => {
  const text =
    'On March 14 soldiers of the 7 Division rounded up and executed more than 600 people who had fled. The spokesman, Maj.-Gen. Chris Example, denied the killings.'
  const [done] = ofType(text, 'event')
  expect(done).toMatchObject({
    perpetrators: 'soldiers of the 7 Division',
    action: 'rounded up and executed',
    victims: 'more than 600 people',
  })
  expect(ofType(text, 'denial')).toMatchObject([{ concerns: expect.arrayContaining([done!.id]) }])
  expect(ofType('A memo dated June 24, 2013 put the number of deaths in custody at 1,600.', 'quantity')).toMatchObject([
    { speaker: 'memo', value: 1600, measure: 'deaths' },
  ])
  expect(
    ofType('De los 84 militares, 31 pasaron por la escuela, de acuerdo con un recuento del Centro Ejemplo.', 'quantity')[0],
  ).toMatchObject({ speaker: expect.stringContaining('recuento') })
  expect(ofType('En 1982 una patrulla de kaibiles asesinó a más de 200 habitantes de la aldea.', 'event')).toMatchObject([
    { victims: 'más de 200 habitantes de la aldea' },
  ])
  expect(
    ofType('Varios kaibiles desertaron en 1990 y terminaron adiestrando a sicarios de los Zetas, según la policía.', 'lineage'),
  ).toMatchObject([{ members: 'Varios kaibiles', joined: 'a sicarios de los Zetas' }])
})

test('each thing is said by whoever says it: a battalion, a department in a letter, a court', () => {
  const text =
    'MINA, Kenya, July 9, 2019 (Example News) — Members of a police battalion shot and killed four brothers. The battalion said its men came under fire. It denied that anyone had been detained.'
  expect(ofType(text, 'event')).toMatchObject([
    { perpetrators: 'Members of a police battalion', victims: 'four brothers' },
    { speaker: 'battalion', action: 'came under fire' },
  ])
  expect(ofType(text, 'denial')).toMatchObject([{ speaker: 'battalion' }])
  const letter =
    'In a letter to Congress, the State Department said it had not funded the battalion since 2018 but acknowledged that 14 of its officers attended a course at a U.S. facility in 2017.'
  expect(ofType(letter, 'denial')).toMatchObject([{ speaker: 'State Department' }])
  expect(ofType(letter, 'quantity')).toMatchObject([{ value: 14, measure: 'people_trained', period: { printed: 'in 2017' } }])
  expect(
    ofType('Capt. Rafiq Example, a former member, was sentenced to death in 2017 for the killing of seven men in Mina.', 'event'),
  ).toMatchObject([{ perpetrators: 'Capt. Rafiq Example', action: 'the killing', victims: 'seven men' }])
  expect(
    ofType(
      'El programa gastó 22 millones de dólares en adiestrar a infantes de marina. Más de 1.100 de ellos tomaron cursos en Luisiana.',
      'quantity',
    )[1]?.measure,
  ).not.toBe('training_cost')
  expect(ofType('Its chairman said there was no plan for one.', 'status')).toEqual([])
})

test('no unit took part is denied and no deed, and what is only alleged of the dead stays theirs', () => {
  const text = 'Mr. ADVISER: No unit that we trained took part in the coup itself.'
  expect(ofType(text, 'event')).toEqual([])
  expect(ofType('In 2018, 3,076 alleged militants and 1,226 soldiers were killed in the fighting.', 'event')).toMatchObject([
    { victims: '3,076 alleged militants and 1,226 soldiers' },
  ])
  expect(ofType('The group found that soldiers arbitrarily arrested more than 12,000 people since 2013.', 'event')).toMatchObject(
    [{ perpetrators: 'soldiers' }],
  )
  expect(ofType('Soldiers shot two men. An army spokesman called the report “full of fabrications”.', 'denial')).toMatchObject([
    { speaker: expect.stringContaining('army spokesman'), of: 'the report' },
  ])
})

test('a pronoun goes on speaking, that year is the one named, and who was killed is dead in Spanish, too', () => {
  const text =
    'Army spokesman Brig. Ade Example said only armed men were targeted. “No civilian was harmed by our men,” he added.'
  expect(ofType(text, 'denial')).toMatchObject([{ speaker: expect.stringContaining('Ade Example') }])
  expect(
    ofType('“We found bodies,” said Grace Example, a councillor. She put the number of dead at more than 100.', 'quantity'),
  ).toMatchObject([{ value: 100, speaker: 'Grace Example' }])
  expect(ofType('Local leaders dispute the account and say most of the dead were guards.', 'denial')).toMatchObject([
    { of: 'account' },
  ])
  expect(
    ofType('The operation was led by Brig. Peter Example, who graduated from the U.S. Army War College in 2016.', 'lineage'),
  ).toMatchObject([{ trained_by: 'U.S. Army War College' }])
  const [, officers] = ofType(
    'Honduras recibió 5 millones de dólares en asistencia militar en 2012. La embajada precisó que 287 oficiales asistieron a cursos ese año en la Escuela Ejemplo.',
    'quantity',
  )
  expect(officers).toMatchObject({ value: 287, place: null, period: { printed: 'ese año', from: '2012-01-01' } })
  expect(ofType('Entre 2011 y 2013 fueron asesinados 149 civiles.', 'quantity')).toMatchObject([{ measure: 'deaths' }])
  expect(
    ofType('La jefatura de la unidad Ejemplo, que fue entrenada por comandos, continúa vacante desde junio.', 'status'),
  ).toMatchObject([{ subject: 'La jefatura de la unidad Ejemplo' }])
})

test('who speaks is named behind his post, who belongs to a body is not the body, and who disputes says what follows', () => {
  expect(
    ofType('“No afirmamos que esos 31 hayan participado en las desapariciones”, aclaró la directora, Elena Ejemplo.', 'event')[0],
  ).toMatchObject({ hedge: 'No afirmamos' })
  expect(ofType('A former member of the brigade admitted that 12 people died.', 'quantity')[0]?.speaker).toBe(
    'former member of the brigade',
  )
  const [thirty, whole] = ofType(
    "Washington has denied it. A diplomat disputed that: at least 30 of the unit's 120 men had passed through a State Department course in Mina, he said.",
    'quantity',
  )
  expect(thirty).toMatchObject({ value: 30, measure: 'people_trained', speaker: 'diplomat' })
  expect(whole).toMatchObject({ value: 120, measure: 'personnel' })
  expect(ofType('Más de 100 personas han muerto; el Ejército no reconoce ninguna muerte como suya.', 'denial')).toMatchObject([
    { speaker: 'Ejército', of: 'ninguna muerte como suya' },
  ])
  expect(ofType('“We do not have information that trained personnel took part,” the spokeswoman said.', 'doubt')).toHaveLength(1)
  expect(ofType("Soldiers shot two men. The general called the survivors' account “a fabrication.”", 'denial')).toMatchObject([
    { of: "the survivors' account" },
  ])
  expect(
    ofType('La embajada asegura que nunca dio armas a la unidad y que su apoyo se limitó a dos vehículos.', 'denial'),
  ).toMatchObject([{ of: 'nunca dio armas a la unidad' }])
})

test('of whom and of what a number is, where its own words only point', () => {
  const text =
    'Since 2002, our government has trained nearly 50,000 soldiers of eleven African armies. Three of those armies have since overthrown their governments.'
  expect(ofType(text, 'quantity').map(({ value, measure }) => [value, measure])).not.toContainEqual([3, 'people_trained'])
  expect(
    ofType('The number of Kenyan officers who attended IMET-funded schools rose from 64 in 2014 to 112 in 2016.', 'quantity'),
  ).toMatchObject([
    { value: 64, measure: 'people_trained', programme: 'IMET' },
    { value: 112, measure: 'people_trained', programme: 'IMET' },
  ])
  expect(
    ofType(
      'Washington entregó 2 mil 300 millones de dólares a México desde 2008; de esa cantidad, 590 millones fueron para equipo militar.',
      'quantity',
    )[1],
  ).toMatchObject({ value: 590e6, measure: 'weapons' })
  expect(
    ofType('Washington entregó a la Policía Nacional Civil 67,9 millones de dólares en 2013.', 'quantity')[0]?.recipient,
  ).toBe('Policía Nacional Civil')
  expect(ofType('The State Department reported 3,100 trainees in 2018.', 'quantity')[0]?.measure).toBe('people_trained')
  expect(ofType('Un grupo de oficiales habría ejecutado a al menos 20 presuntos delincuentes.', 'quantity')[0]).toMatchObject({
    value: 20,
    measure: 'deaths',
  })
})

test('what there never was is not counted, what is kept back not given, and who calls it unfounded is who was last spoken of', () => {
  expect(ofType('Primero, nunca hubo 32 detenidos en la base.', 'quantity')[0]?.hedge).toBe('nunca hubo')
  expect(ofType('Washington would withhold $85 million in military aid to Egypt.', 'quantity')[0]).toMatchObject({
    hedge: 'withhold',
    measure: 'assistance',
  })
  expect(ofType('Soldiers killed detained men in groups of four.', 'quantity')).toEqual([])
  const text =
    'Soldiers executed 300 men, Example Watch said. The government said its forces had killed 203 terrorists. In a statement it called the allegations unfounded.'
  expect(ofType(text, 'denial')).toMatchObject([
    { speaker: 'government', concerns: expect.arrayContaining([ofType(text, 'event')[0]!.id]) },
  ])
  expect(ofType('An Egyptian official said there were no political prisoners in Egypt.', 'denial')).toHaveLength(1)
  expect(ofType('Ayer murió la víctima. La captura de 17 de sus 78 integrantes fue anunciada.', 'quantity')[0]).toMatchObject({
    value: 17,
    measure: 'arrests',
  })
  expect(ofType('En 2018 la asistencia sumó 131 millones.', 'quantity')[0]).toMatchObject({ value: 131e6, measure: 'assistance' })
})
