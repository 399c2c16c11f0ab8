/** Denials by somebody whose post another sentence names, denials behind what they deny, and numbers that are headings. */
import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../../documents/article/plain-article.js'
import { readArticle } from '../../read-article.js'

const told =
  'The spokesman of the 82 Division, Colonel Ade Okafor, spoke on Monday. Residents say soldiers killed nine protesters.\n\nShops were closed.\n\n'
const denialsOf = (text: string) => {
  const { claims } = readArticle(readPlainArticle(text))
  const wordsOf = (id: string) => claims.filter((claim) => claim.id === id).map(({ type }) => type)[0]
  return claims.flatMap((claim) =>
    claim.type === 'denial' ? [{ speaker: claim.speaker, of: claim.of, concerns: claim.concerns.map(wordsOf) }] : [],
  )
}

describe('a surname far from the sentence that names its post', () => {
  test.each([
    ['Okafor said that the troops did not shoot at anybody.', 'the troops did not shoot at anybody'],
    ['“Our men never fired a shot,” Okafor said.', 'Our men never fired a shot,'],
    ['No civilian was killed, Okafor insisted.', 'No civilian was killed'],
    ['According to Okafor, no civilian was killed there.', 'no civilian was killed there'],
    ['Okafor told reporters that his men had not been there that day.', 'his men had not been there that day'],
    ['Okafor denied it.', null],
  ])('%s', (sentence, of) =>
    expect(denialsOf(`${told}${sentence}`)).toMatchObject([
      of?.startsWith('his men') ? { speaker: 'Okafor', of } : { speaker: 'Okafor', of, concerns: ['quantity', 'event'] },
    ]),
  )

  test('of a witness it is no denial', () => {
    expect(denialsOf(`${told}Musa said that the troops did not come to help.`)).toEqual([])
  })
})

test('what is refused is no denial, and what is said not to be so is one', () => {
  for (const refused of [
    'The permission was denied.',
    'Visas were denied to the soldiers.',
    'The request for 13 helicopters was denied by Congress.',
  ])
    expect(denialsOf(refused)).toEqual([])
  expect(denialsOf('That soldiers fired on the crowd was denied by the ministry.')).toMatchObject([
    { of: 'soldiers fired on the crowd' },
  ])
  expect(denialsOf('The minister spoke on Monday, the minister said. He said in July that no soldier had fired.')).toMatchObject([
    { of: 'no soldier had fired' },
  ])
})

describe('who denies is told by the clause', () => {
  test.each([
    ['The charge that the battalion executed 11 prisoners was denied by Colonel Amos Teko.', 'Colonel Amos Teko'],
    ['La versión de que el batallón quemó diez casas fue desmentida por el alcalde.', 'alcalde'],
    ['Marines killed four fishermen. In a denial, the navy said that the men had drowned.', 'navy'],
    ['Murieron 48 civiles. Para el general Ariel Montes, esas cifras son pura fantasía.', 'general Ariel Montes'],
    ['La Marina rechazó, mediante un boletín, que sus hombres hayan disparado.', 'Marina'],
    ['“Jamás recibimos un dólar”, afirmó en entrevista el almirante Óscar Benítez.', 'almirante Óscar Benítez'],
    ['The minister, asked whether his government trained the unit, answered flatly: “We did not.”', 'minister'],
    ['The colonel called it a “lie from beginning to end” that his battalion sold 200 rifles.', 'colonel'],
    [
      'The leader of the delegation, Prince Ado Bola, reiterated that the government had no hand in the killings.',
      'Prince Ado Bola',
    ],
  ])('%s', (text, speaker) => expect(denialsOf(text)).toMatchObject([{ speaker }]))
})

describe('what only looks like a denial', () => {
  test.each([
    'A spokesman did not deny that 14 cadets took part.',
    'Three of the officers were not eligible for the course, an embassy official said.',
    'The commander said no fewer than 35 bandits have been killed in two months.',
    'A military source said the troops did not meet any serious resistance.',
    '“No tenemos nada que ocultar”, dijo el coronel Mario Tello.',
    'Ni el Ejército ni la Policía aceptan haber disparado contra los estudiantes.',
    'The villagers whom the army held said the soldiers did not give them water.',
    'The charges were rejected by the court.',
    'The navy first denied, then admitted, that its divers had boarded the boat.',
    'The general said he had no comment on the 14 deaths.',
    'The army said it had no plans to train more soldiers.',
    'The colonel said the men had not eaten for two days.',
    'The police said no arrests had been made over the killing of the mayor.',
    'El vocero dijo que no hay fecha para el juicio de los ocho marinos.',
    'La policía dijo que no han sido identificados los tres cuerpos.',
    'The commander said his troops would not leave until the rebels surrendered.',
    'The president said he would never forget the 20 soldiers who died.',
    'The army said that it could not reach the village where 30 people were killed.',
    'Officials said that no decision has been taken on the 40 vehicles.',
    '“We will not rest until the killers of these four boys are found,” said the minister.',
    '“No hay justicia”, dijo el abogado de las 12 víctimas.',
    '“Nobody has been punished for these 19 killings,” said a lawyer for the families.',
    '“My client was never told why the soldiers arrested him,” said his lawyer.',
    'The lawyer of the victims said that the army has not paid compensation for the 15 dead.',
    'The bishop denied absolution to soldiers who killed the nuns.',
    'An official said the battalion had not been vetted.',
    'La Marina afirmó que colabora y no ha reconocido responsabilidad alguna.',
    'La rectora aclaró que no le consta quién golpeó a los estudiantes.',
    'La embajada no ha querido confirmar si los 24 oficiales fueron entrenados.',
    'The army cannot deny that nine villagers were killed.',
    'The army no longer denies that soldiers killed 12 farmers.',
    'The general failed to deny that his men shot two boys.',
    'The colonel refused to deny that the battalion had burned three houses.',
    'The ministry neither confirmed nor denied that 14 cadets were trained.',
    'El Ejército no negó que murieran 14 civiles.',
    'La Marina no desmintió que sus hombres mataron a dos pescadores.',
    'El Ejército no confirmó ni desmintió que 14 cadetes fueran entrenados.',
    'Officials denied visas to three officers.',
    'A court denied bail to the colonel.',
    'Se les negó la visa a los tres coroneles.',
    'The guards denied entry to two observers.',
    'The claim that soldiers killed nine farmers is not false, the army said.',
    'Nobody in the army denies that 40 recruits died.',
    'Ni el Ejército ni la Marina negaron que hubo 20 muertos.',
    "The navy didn't deny killing two divers.",
    'It would be wrong to deny that soldiers killed them, the bishop said.',
    'The army denied the family of the dead student a pension.',
    'Far from denying the killings, Colonel Duarte boasted of them.',
    'General Amadi stopped short of denying that recruits had been flogged.',
    "A judge denied the generals' request to dismiss charges that they ordered 26 killings.",
    'Anyone who killed civilians would be punished, the general promised.',
    'El vocero evitó desmentir que hubiera asesores extranjeros en la base.',
    'Nadie ha probado que marinos mataran al pescador, dijo el almirante.',
    'La embajada rechazó la solicitud de entrevista.',
  ])('%s', (text) => {
    const { claims } = readArticle(readPlainArticle(text))
    expect(claims.filter(({ type }) => type === 'denial')).toEqual([])
  })

  test('what nobody denies nobody says, and who neither confirms nor knows doubts', () => {
    const of = (text: string) =>
      readArticle(readPlainArticle(text)).claims.map(({ type, speaker, hedge }) => [type, speaker, hedge])
    expect(of('A spokesman did not deny that 14 cadets took part.')).toEqual([['quantity', null, 'did not deny']])
    expect(of('The embassy had no knowledge of the incident.')).toEqual([['doubt', 'embassy', null]])
    expect(of('The embassy declined to confirm or deny that it had trained the unit.')).toEqual([['doubt', 'embassy', null]])
  })
})

describe('what is said not to be so is denied by who says so, and happened to nobody', () => {
  const read = (text: string) =>
    readArticle(readPlainArticle(text)).claims.map((one) => [
      one.type === 'quantity' ? one.value : one.type,
      one.speaker,
      one.hedge,
    ])
  test.each([
    ['No soldier of the 105th Battalion killed civilians, the army said.', [['denial', 'army', null]]],
    ['No member of the 31st Battalion shot at the students, according to the colonel.', [['denial', 'colonel', null]]],
    [
      'The army denied killing civilians but said it killed 12 rebels.',
      [
        [12, 'army', null],
        ['denial', 'army', null],
        ['event', 'army', null],
      ],
    ],
    ['Ningún policía disparó contra los maestros, aseguró el comisionado.', [['denial', 'comisionado', null]]],
    ['Ningún soldado del Batallón 105 mató a civiles, dijo el Ejército.', [['denial', 'Ejército', null]]],
    [
      'The 105th Battalion did not kill 15 civilians, the army said.',
      [
        [15, null, 'did not'],
        ['denial', 'army', null],
      ],
    ],
    [
      'El Batallón 105 no mató a 15 campesinos, dijo el general.',
      [
        [15, null, 'no mató'],
        ['denial', 'general', null],
      ],
    ],
    [
      'It is not true that we received $10 million, the minister said.',
      [
        [10_000_000, null, 'not true'],
        ['denial', 'minister', null],
      ],
    ],
    [
      'The claim that the 1st Scout Ranger Regiment killed nine farmers is untrue, the army said.',
      [
        [9, null, 'untrue'],
        ['denial', 'army', null],
        ['event', null, 'claim'],
      ],
    ],
    ['“The battalion was not trained by us,” the embassy said.', [['denial', 'embassy', null]]],
    ['Kopassus received no training, the Pentagon said.', [['denial', 'Pentagon', null]]],
    ['Kopassus received no training from the United States in 2005.', [['status', null, null]]],
    [
      'The army admitted that its soldiers killed 15 civilians.',
      [
        [15, 'army', null],
        ['event', 'army', null],
      ],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

test('who denies in other words, of what, and what he says himself', () => {
  const read = (text: string) =>
    readArticle(readPlainArticle(text)).claims.flatMap((one) =>
      one.type === 'denial' || one.type === 'doubt'
        ? [[one.type, one.speaker, one.of]]
        : one.hedge
          ? [[one.type, one.hedge]]
          : [],
    )
  expect(read('It is not the case, as some have claimed, that the unit received American training.')).toEqual([
    ['denial', null, 'the unit received American training'],
    ['lineage', 'claimed'],
  ])
  expect(read('The army denied that the unit had been trained by the United States.')).toEqual([
    ['denial', 'army', 'the unit had been trained by the United States'],
    ['lineage', 'denied'],
  ])
  expect(read('The police chief disputed claims that 31 detainees died, putting the figure at four.')).toEqual([
    ['quantity', 'disputed'],
    ['denial', 'police chief', 'claims that 31 detainees died'],
  ])
  expect(read('El Ejército negó este martes que el Batallón 22 haya torturado a los detenidos.')).toEqual([
    ['denial', 'Ejército', 'el Batallón 22 haya torturado a los detenidos'],
  ])
  expect(read('No es verdad, dijo el coronel, que mis hombres hayan quemado la aldea.')).toEqual([
    ['denial', 'coronel', 'mis hombres hayan quemado la aldea'],
  ])
  expect(read('The commander said he could neither confirm nor rule out that his men fired the shots.')).toEqual([
    ['doubt', 'commander', 'his men fired the shots'],
  ])
  expect(read('The inquiry cleared the 12th Brigade of killing 11 miners.')).toEqual([['event', 'cleared']])
})

test('who did it is told from who did not', () => {
  const read = (text: string) =>
    readArticle(readPlainArticle(text)).claims.flatMap((one) => (one.type === 'event' ? [[one.perpetrators, one.victims]] : []))
  expect(read('Rebels, not soldiers, killed the 18 travellers, the army said.')).toEqual([['Rebels', 'the 18 travellers']])
  expect(read('Fueron los paramilitares, y no el Ejército, quienes mataron a los 15 campesinos, según el fiscal.')).toEqual([
    ['los paramilitares', 'los 15 campesinos'],
  ])
  expect(read('The 33rd Light Infantry Division killed at least 40 people, survivors said.')).toEqual([
    ['The 33rd Light Infantry Division', 'at least 40 people'],
  ])
  expect(read('Una jueza negó la libertad condicional al teniente acusado de matar a una enfermera.')).toEqual([
    ['teniente', 'una enfermera'],
  ])
  expect(read('Soldiers beat two drivers at a checkpoint.')).toEqual([['Soldiers', 'two drivers']])
})

test('what nobody has found evidence of, what is conditional and what was dropped is told so', () => {
  const read = (text: string) =>
    readArticle(readPlainArticle(text)).claims.map((one) => [one.type, one.speaker, one.hedge, 'of' in one ? one.of : null])
  expect(read('There is no proof that marines killed 14 people, a judge ruled.')).toEqual([
    ['quantity', null, 'no proof', null],
    ['doubt', null, null, 'marines killed 14 people'],
  ])
  expect(read('The army has never admitted that its soldiers killed 40 people.')).toEqual([
    ['quantity', null, 'has never admitted', null],
    ['event', null, 'has never admitted', null],
  ])
  expect(read('Soldiers of the 5th Brigade, who denied any wrongdoing, were convicted of killing 12 farmers.').slice(1)).toEqual([
    ['event', null, 'convicted', null],
    ['denial', 'Soldiers of the 5th Brigade', null, 'wrongdoing'],
  ])
  expect(read('If soldiers killed 12 people, they must be tried, the minister said.').map(([, , hedge]) => hedge)).toEqual(['If'])
  expect(
    read('The case against five marines accused of killing a fisherman was dismissed.').map(([type, , hedge]) => [type, hedge]),
  ).toEqual([
    ['quantity', null],
    ['status', null],
    ['event', 'accused, dismissed'],
  ])
  expect(read('The union says marines killed nine workers.\n\n“That is a lie,” said Admiral Costa.').at(-1)).toEqual([
    'denial',
    'Admiral Costa',
    null,
    null,
  ])
})

describe('a denial is tied to what it denies, and to nothing else', () => {
  const tied = (text: string) => {
    const { claims } = readArticle(readPlainArticle(text))
    const denial = claims.findLast(({ type }) => type === 'denial')
    const nameOf = (one: (typeof claims)[number]) => (one.type === 'quantity' ? one.value : one.type)
    return denial?.type === 'denial' && denial.concerns.map((id) => nameOf(claims.find((one) => one.id === id)!))
  }
  const killed = 'Residents said soldiers of the 102nd Battalion killed nine farmers.'
  test.each([
    ['other people', 'The army admitted killing nine villagers in Lanao.\n\nColonel Santos denies killing two activists.', [2]],
    ['money', 'The course cost $4.2 million, auditors said.\n\nEl general negó que se entrenaran 77 soldados.', [77]],
    ['another unit', `${killed}\n\nColonel Roa denied that the 105th Battalion had killed anybody.`, []],
    ['the unit', `${killed}\n\nColonel Roa denied that the 102nd Battalion had killed anybody.`, [9, 'event']],
    ['another deed', `${killed}\n\nThe embassy denied that it had trained the police.`, []],
    ['nothing in common', `${killed}\n\nThe army denied any role in drug trafficking.`, []],
    ['the deed', `${killed}\n\nThe army denied any role in the killings.`, [9, 'event']],
    ['that', `${killed} It was night.\n\nThe army denied that.`, [9, 'event']],
    [
      'numbers of the dead, not of aid',
      'A senator held up $11.5 million for the police over the deaths of 17 people.\n\nThe minister dismissed the numbers as propaganda.',
      [17],
    ],
    [
      'what somebody said in between',
      `${killed}\n\nThe town has a market. “It is a unit that the Americans built,” a lawyer said. “They gave it its doctrine.”\n\nThe embassy disputed that.`,
      [],
    ],
    [
      'another country',
      'In Kenya, soldiers killed nine herders.\n\nIn Honduras, the police were retrained.\n\nThe army denied the killings.',
      [],
    ],
    [
      'the same training',
      'The embassy trained 40 police, a report says.\n\nThe embassy denied that it had trained the police.',
      [40],
    ],
  ])('%s', (_, text, expected) => expect(tied(text)).toEqual(expected))
})

test('a speaker is no clause: in capitals a sentence runs into the next', () => {
  expect(denialsOf('UNITED STATES TRAINED 800 SALVADORAN SOLDIERS IN 2011 THE ARMY DENIED THE REPORT')[0]?.speaker).toBe('ARMY')
})

test('a charge that somebody denied is what the sentence says before it', () => {
  expect(denialsOf('Soldiers burnt two houses, a resident said, a charge that the army denied.')).toEqual([
    { speaker: 'army', of: null, concerns: ['event'] },
  ])
})

test('a number that stands alone counts what the next sentence says', () => {
  const { claims } = readArticle(
    readPlainArticle(
      'By the numbers\n\n2. 14. The number of countries in Africa where special forces held exercises. In 2013 there were nine.\n\n' +
        '3. Zero. The number of Burmese officers trained in 2018, after 19 in 2016.\n\n4. The number of soldiers has grown.',
    ),
  )
  expect(claims.map((claim) => claim.type === 'quantity' && [claim.value, claim.measure, claim.counted])).toEqual([
    [14, 'count', 'countries'],
    [9, 'count', 'countries'],
    [0, 'people_trained', 'Burmese officers'],
    [19, 'people_trained', 'Burmese officers'],
  ])
})
