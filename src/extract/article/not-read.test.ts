import { expect, test } from 'vitest'
import { notRead } from './not-read.js'

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
  ['Short and to the point', []],
  ['12 345', []],
  ['Tbe army said on Monday that 1,200 rnen had been killed.', ['damage']],
])('%s', (text, expected) => expect(notRead(text)).toEqual(expected))
