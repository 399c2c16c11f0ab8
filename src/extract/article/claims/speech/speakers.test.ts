import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../../documents/article/plain-article.js'
import { readArticle } from '../../read-article.js'

/** Of each claim but denials, who says it. */
const speakersOf = (text: string) =>
  readArticle(readPlainArticle(`${text}\n`)).claims.flatMap(({ type, speaker }) =>
    type === 'denial' || type === 'doubt' ? [] : [speaker],
  )

describe('who says it is the subject of the verb', () => {
  test.each([
    [
      "The State Department's annual report said that 212 Honduran soldiers were trained in 2014.",
      "State Department's annual report",
    ],
    [
      'De acuerdo con el informe anual de la Secretaría, 340 policías fueron capacitados en 2013.',
      'informe anual de la Secretaría',
    ],
    ['The bus driver said that 12 people were killed.', 'bus driver'],
    ["Two of the dead were minors, according to the ombudsman's office.", "ombudsman's office"],
    ['A Defense Department report to Congress lists 212 Guatemalan students.', 'Defense Department report to Congress'],
    ['Marines disappeared 27 people, a U.N. panel found.', 'U.N. panel'],
    ['The embassy spoke of the raid. The Pentagon said no more. It said that 60 soldiers had been trained.', 'Pentagon'],
    ['The embassy said so. Colonel Ade Ola said no more. It said that 60 soldiers had been trained.', null],
    ['El coronel Julio Arce aseguró que 45 soldados recibieron entrenamiento.', 'coronel Julio Arce'],
    ['Dijo el comandante Rubio que sus hombres mataron a 15 personas.', 'comandante Rubio'],
    ['El embajador Mark Doyle le dijo al Senado que se entrenó a 600 policías.', 'embajador Mark Doyle'],
    ['La periodista Inés Prado escribió en X que militares golpearon a seis manifestantes.', 'periodista Inés Prado'],
    ['A decir de la diputada Elvira Cano, los marinos mataron a dos jóvenes.', 'diputada Elvira Cano'],
    ['El general Tobías Luna, quien pidió más fondos, dijo que murieron nueve guerrilleros.', 'general Tobías Luna'],
    ['El informe, publicado por el Observatorio Ejemplo, documenta que policías desaparecieron a 17 personas.', 'informe'],
    ['El ministro de Defensa, Óscar Ejemplo, dijo ante la comisión que 214 militares fueron entrenados.', 'Óscar Ejemplo'],
    ['Mr. Adeyo, a Major-General, who disclosed this at a briefing, said 38 bandits were killed.', 'Mr. Adeyo'],
    ['Example Watch had in a report alleged that at least 150 persons were killed.', 'Example Watch'],
    ['The mayor of Tobu, Alice Tarr, pointed out that soldiers had killed four boys.', 'Alice Tarr'],
    ['The report concludes that marines shot eight dockers.', 'report'],
    ['Reuters quoted a police source as saying that gunmen killed six guards.', 'police source'],
    ['Soldiers abducted seven teachers, the union claims.', 'union'],
    ['Según dijo el comandante, 90 cadetes fueron entrenados en 2011.', 'comandante'],
    ['En opinión del abogado Luis Mora, los policías mataron a dos clientes suyos.', 'abogado Luis Mora'],
    ['Policías dispararon contra los maestros, según videos difundidos en redes.', 'videos'],
    ['El coronel, en Ejemplo, dijo a periodistas que murieron nueve soldados.', 'coronel'],
    ['Un vocero militar que no quiso dar su nombre dijo que murieron dos soldados.', 'vocero militar'],
    ['El relator había documentado 61 casos de asesinato.', 'relator'],
    ['An internal memo, seen by the Courier, puts the number of trainees at 95.', 'internal memo'],
    ['A cable from the embassy, dated 4 March 2009, reported that 88 officers were trained.', 'cable from the embassy'],
    ['Total losses came to 40 dead soldiers in 2015, hospital records show.', 'hospital records'],
  ])('%s', (sentence, speaker) => {
    expect(new Set(speakersOf(`Headline Of The Day\n\n${sentence}`))).toEqual(new Set([speaker]))
  })
})

describe('what somebody says is no more than he says', () => {
  test.each([
    [
      'Amnesty Example reported 23 deaths, while the government put the number of deaths at four.',
      ['Amnesty Example', 'government'],
    ],
    ['The ambassador said that the army had told him that 70 soldiers were trained.', ['ambassador']],
    ['The senator was told that 300 cadets had been trained at Fort Ejemplo.', [null]],
    ['Al capitán se le informó que 12 detenidos habían muerto.', [null]],
    ['Delta and Ogun states trained 40 soldiers.', [null]],
    ['The council, at the recently concluded session, approved 40 soldiers for training.', [null]],
    ['The attack claimed the lives of 12 soldiers.', [null]],
    ['We were told of any claims that 12 soldiers were killed.', [null, null]],
  ])('%s', (sentence, speakers) => {
    expect(speakersOf(`Headline Of The Day\n\n${sentence}`)).toEqual(speakers)
  })
})

describe('quotations of several sentences', () => {
  const said = (text: string) => new Set(speakersOf(`Headline Of The Day\n\n${text}`))

  test.each([
    '“Soldiers came at dawn. They shot three men by the river. They left,” said Joseph Ndlovu, a teacher.',
    '“We buried eleven people that night,” Joseph Ndlovu said. “Soldiers killed them in the church. They burned nine houses.”',
    'Joseph Ndlovu said: "Soldiers came at dawn. They shot three men. They burned nine houses."',
    'Joseph Ndlovu said: “Soldiers came at dawn. They shot three men.\n\n“They burned nine houses. We buried eleven people.”',
    '“The colonel told us that soldiers had shot three men. They burned nine houses,” said Joseph Ndlovu.',
  ])('%s', (text) => {
    expect(said(text)).toEqual(new Set(['Joseph Ndlovu']))
  })

  test('who stands behind a sentence that has ended did not say it', () => {
    expect(said('“Soldiers shot three men.” The army said that a river had risen.')).not.toContain('army')
  })

  test('who is heard within a quotation is not who speaks next', () => {
    expect(speakersOf('Head\n\n“The army said that it was sorry,” said Joseph Ndlovu. “Soldiers shot three men.”')).toEqual([
      'Joseph Ndlovu',
      'Joseph Ndlovu',
    ])
  })
})

describe('who speaks for a whole text', () => {
  const read = (text: string) => readArticle(readPlainArticle(`${text}\n`)).claims.map(({ type, speaker }) => [type, speaker])

  test('the issuer of a communiqué, in its numbered paragraphs', () => {
    const issuer = 'Ministerio de Ejemplo'
    expect(
      read(
        'El Ministerio de Ejemplo comunica lo siguiente:\n\nPrimero. El 4 de mayo fueron adiestrados 80 soldados.\n\nSegundo. Ningún soldado disparó contra civiles.',
      ),
    ).toEqual([
      ['quantity', issuer],
      ['denial', issuer],
    ])
    const [told, denied] = read(
      'COMUNICADO 88\n\nSecretaría de Ejemplo\n\nEn relación con las notas según las cuales soldados mataron a cinco jornaleros, esta Secretaría informa:\n\n1. Murieron cinco agresores.\n\n2. Es falso que hayan sido ejecutados.',
    ).slice(-2)
    expect([told, denied]).toEqual([
      ['quantity', 'Secretaría de Ejemplo'],
      ['denial', 'Secretaría de Ejemplo'],
    ])
  })

  test('who signs a letter, but for what he says that others say', () => {
    const letter =
      'To the Editor:\n\nYour report of 3 June (“Blood on the river”) says that my battalion killed nine farmers. That is untrue. No soldier under my command fired a shot. Four of my men were wounded.\n\nCol. Isaac Example (rtd.)\nAccra'
    expect(read(letter)).toEqual([
      ['quantity', 'Your report of 3 June'],
      ['event', 'Your report of 3 June'],
      ['denial', 'Col. Isaac Example'],
      ['denial', 'Col. Isaac Example'],
      ['quantity', 'Col. Isaac Example'],
      ['event', 'Col. Isaac Example'],
    ])
    const { claims } = readArticle(readPlainArticle(`${letter}\n`))
    expect(claims[2]).toMatchObject({ concerns: [claims[0]!.id, claims[1]!.id] })
  })

  test('who is named before a colon or behind one', () => {
    const body = '\n\nThe course ended on Friday at the base, and the men went home to see their families after long weeks.'
    expect(read(`Army: 40 soldiers trained by U.S. instructors${body}`)[0]).toEqual(['quantity', 'Army'])
    expect(read(`Soldiers killed nine farmers: witnesses${body}`)[0]).toEqual(['quantity', 'witnesses'])
    expect(read('Head\n\nVocera del Ejército: “Capacitamos a 300 soldados este año”.')[0]).toEqual([
      'quantity',
      'Vocera del Ejército',
    ])
  })
})

describe('whose turn it is', () => {
  const said = (text: string) => readArticle(readPlainArticle(`${text}\n`)).claims.map(({ speaker }) => speaker)

  test('in a hearing, where titles and surnames stand before a point', () => {
    expect(
      said(
        'Hearing\n\nThe Chairman. How many were trained?\n\nGeneral EXAMPLE. We trained 300 soldiers.\n\nSenator Ejemplo. And since?\n\nGeneral EXAMPLE. Another 90 soldiers were trained.',
      ),
    ).toEqual(['General EXAMPLE', 'General EXAMPLE', 'General EXAMPLE'])
  })

  test('where names are printed again and again, as "Ann Example:"', () => {
    expect(
      said(
        'A talk\n\nAnn Example: How many were trained?\n\nOmar Saleh: They trained 300 soldiers.\n\nAnn Example: And since?\n\nOmar Saleh: Another 90 soldiers were trained.',
      ),
    ).toEqual(['Omar Saleh', 'Omar Saleh', 'Omar Saleh'])
  })

  test('once, where he says "we" himself', () => {
    expect(said('Col. Ray Example: We trained 600 men in that valley.\n\nSoldiers shot two men.')).toEqual([
      'Col. Ray Example',
      null,
      null,
    ])
  })

  test('behind dashes, in an interview of which is told with whom it is', () => {
    expect(
      said(
        'Entrevista con el general Raúl Ejemplo\n\n—¿Cuántos hombres fueron?\n\n—Adiestramos a 80 soldados.\n\n—¿Y después?\n\n—Fueron 12 soldados más.',
      ),
    ).toEqual(['general Raúl Ejemplo', 'general Raúl Ejemplo'])
  })
})

describe('who goes on speaking', () => {
  const said = (text: string) => readArticle(readPlainArticle(`Head\n\n${text}\n`)).claims.map(({ speaker }) => speaker)
  test.each([
    [
      'It came first, Amparo Solís said. The battalion’s former commander has a different memory. “Maybe ten soldiers died,” he said.',
      ['battalion’s former commander'],
    ],
    ['He met Lieutenant Paul Osei. He said 22 recruits had died at the camp.', ['Paul Osei']],
    ['La alcaldesa Rosa Pinto dijo que llovía. Agregó que 45 soldados fueron entrenados.', ['alcaldesa Rosa Pinto']],
    ['El coronel Mario Tello declaró ayer. Dijo que 45 soldados fueron entrenados.', ['coronel Mario Tello']],
    ['“Fue al alba”, contó Juana Poma. “Mataron a dos hombres”, dijo.', ['Juana Poma']],
    ['Los vecinos desmienten esa versión: dicen que murieron cinco.', ['vecinos']],
  ])('%s', (text, speakers) => {
    expect(new Set(said(text))).toEqual(new Set(speakers))
  })

  test('what made somebody speak he does not say', () => {
    expect(
      said(
        '“Es una calumnia”, escribió el senador, luego de que un diario publicara que paramilitares mataron a nueve campesinos.',
      ),
    ).toEqual([null, 'senador'])
  })
})

describe('denials are of whoever says that it is not so', () => {
  const denialsOf = (text: string) => {
    const { claims } = readArticle(readPlainArticle(`Head\n\n${text}\n`))
    return claims.flatMap((one) =>
      one.type === 'denial' ? [[one.speaker, one.concerns.map((id) => claims.find((other) => other.id === id)?.type)]] : [],
    )
  }

  test.each([
    [
      'Soldiers killed nine people, residents said. Asked about it, General Omar Saleh replied: “Our troops did not kill civilians.”',
      'General Omar Saleh',
    ],
    [
      'Villagers accused the army of killing eight herders, an accusation that its spokesman, Major Ken Opio, rejected.',
      'Major Ken Opio',
    ],
    [
      'Example Watch denunció que marinos desaparecieron a 27 personas. La Marina dijo que ninguna de ellas estuvo bajo su custodia.',
      'Marina',
    ],
    [
      'Residents said police killed 12 strikers. The police chief, Ken Barr, maintains that his men were attacked and denies that they killed anybody.',
      'Ken Barr',
    ],
    ['Los vecinos dicen que los soldados quemaron seis casas, cosa que el coronel niega.', 'coronel'],
    [
      'Example Watch sostiene que el batallón ejecutó a 15 campesinos. “Es una mentira”, replicó el general Rubén Coto.',
      'general Rubén Coto',
    ],
    ['La diputada Ana Leal acusó al coronel Iván Ruda de matar a tres líderes. Ruda respondió que nunca dio esa orden.', 'Ruda'],
    ['Villagers said soldiers shot six herders. “We were not there,” said Major Abe Lin.', 'Major Abe Lin'],
    ['Two soldiers were charged with killing the trader. The soldiers have pleaded not guilty.', 'soldiers'],
    ['Su periódico publicó que soldados mataron a tres campesinos. El ministro negó el hecho.', 'ministro'],
  ])('%s', (text, speaker) => {
    expect(denialsOf(text)).toEqual([[speaker, expect.arrayContaining(['event'])]])
  })

  test('what is said behind a denial is said', () => {
    const { claims } = readArticle(
      readPlainArticle(
        'El Frente Ejemplo negó haber atacado el pueblo y afirmó que aviones del Ejército bombardearon la iglesia.\n',
      ),
    )
    expect(claims.filter(({ type }) => type === 'event')).toMatchObject([
      { speaker: 'Frente Ejemplo', perpetrators: 'aviones del Ejército' },
    ])
  })

  test('who declines to comment denies nothing, and says nothing', () => {
    const { claims } = readArticle(
      readPlainArticle('The ministry declined to comment on the report that soldiers killed six farmers.\n'),
    )
    expect(claims.map(({ type, speaker }) => [type, speaker])).not.toContainEqual(['denial', expect.anything()])
    expect(claims.map(({ speaker }) => speaker)).not.toContain('ministry')
  })
})

test('officials speak, what somebody is he does not say, and questions that are passed on are no doubts', () => {
  const said = (text: string) => readArticle(readPlainArticle(text)).claims.map(({ type, speaker }) => [type, speaker])
  expect(said('State officials told The Daily that 12 people had died.')).toEqual([['quantity', 'State officials']])
  expect(said('El comandante, general Arturo Lamas, graduado de la Escuela de las Américas, dijo que colaborará.')).toEqual([
    ['lineage', null],
  ])
  expect(said('A spokesman said that it was so and referred questions to the Afghan government.')).toEqual([])
  expect(said('A witness who saw the shooting said soldiers fired first.')).toEqual([])
})
