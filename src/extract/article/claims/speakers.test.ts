import { describe, expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'

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
