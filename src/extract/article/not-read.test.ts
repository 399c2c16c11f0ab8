import { expect, test } from 'vitest'
import { readPlainArticle } from '../../documents/article/plain-article.js'
import { describeNotRead, notRead } from './not-read.js'
import { readArticle } from './read-article.js'

test.each([
  ['The United States trained 1,200 soldiers in 2012, said the embassy, and the army denied that it was so for a year.', []],
  ['Estados Unidos entrenó a los soldados del batallón en 2012, según la embajada, y el ejército negó los hechos.', []],
  [
    'Les États-Unis ont formé 1 500 soldats maliens en 2012, selon l’ambassade. Les soldats ont tué 12 personnes dans le nord.',
    ['language'],
  ],
  [
    'Os Estados Unidos treinaram 300 soldados em 2012, e o governo não disse quanto foi gasto com os cursos do exército.',
    ['language'],
  ],
  ['قال المتحدث إن الجيش درب الجنود في عام ٢٠١٢', ['script']],
  [
    `${'The United States trained 1,200 soldiers in 2012, said the embassy, and the army denied that it was so.\n\n'.repeat(20)}قال المتحدث إن الجيش درب ١٢ جنديا`,
    ['script'],
  ],
  ['Short and to the point', []],
  ['To continue reading, subscribe', ['rest']],
  ['Suscríbete para seguir leyendo', ['rest']],
  ['Scroll to continue reading', []],
  ['12 345', []],
  ['Tbe army said on Monday that 1,200 rnen had been killed.', ['damage']],
])('%s', (text, expected) => expect(notRead(text)).toEqual(expected))

test('numbers that no claim tells are told', () => {
  const read = (text: string) => describeNotRead(readArticle(readPlainArticle(text)))
  expect(read('On 3 May 2014 the army 😀 unveiled 10 proposals in three years; it trained 40 soldiers of Kenya.')).toEqual([
    'a number is told by no claim: “10 proposals in three”',
  ])
  expect(read('In 2014 the army trained 40 soldiers.')).toEqual([])
  expect(read('What Section 1004 bought was told on Monday.')).toEqual([])
})
