/** Measures of numbers whom events are about. */
import { expect, test } from 'vitest'
import { readPlainArticle } from '../../../../documents/article/plain-article.js'
import { readArticle } from '../../read-article.js'

const counted = (text: string) =>
  readArticle(readPlainArticle(text)).claims.flatMap((one) => (one.type === 'quantity' ? [[one.value, one.measure]] : []))

test.each([
  [
    'La fiscalía pidió 25 años de prisión para el coronel Ayala y otros cuatro militares por la muerte de 13 pobladores.',
    [
      [4, 'personnel'],
      [13, 'deaths'],
    ],
  ],
  ['Researchers documented the execution of 31 unarmed men by soldiers in Djibo.', [[31, 'deaths']]],
  ['In the canoe, two pregnant women, a boy of 14 and a man were killed.', [[2, 'deaths']]],
  ['The government arrested seven of them.', [[7, 'arrests']]],
  ['The watchdog would recommend murder charges against four.', [[4, 'personnel']]],
  ['The commission has received 1,480 complaints against soldiers.', [[1480, 'count']]],
  ['Policías entrenados por Chile matan a 5 comuneros', [[5, 'deaths']]],
  ['The unit was trained by American instructors, according to two officers.', []],
  ['He is one of 312 Colombian officers whom the United States trained last year.', [[312, 'people_trained']]],
  ['Officers trained by the United States have attempted at least nine coups.', [[9, 'count']]],
] as const)('%s', (text, expected) => {
  expect(counted(text)).toEqual(expected)
})
