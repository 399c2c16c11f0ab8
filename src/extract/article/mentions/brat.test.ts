import { expect, test } from 'vitest'
import { readPlainArticle } from '../../../documents/article/plain-article.js'
import { readArticle } from '../read-article.js'
import { readBrat, writeBrat } from './brat.js'

test('what is written counts code points and is read back the same', () => {
  const text = '🚁🚁 Colonel John Musa, commander of 21 Brigade, spoke.\n'
  const { mentions, relations } = readArticle(readPlainArticle(text))
  const written = writeBrat(mentions, relations)
  expect(written).toBe(
    'T1\tRank 3 10\tColonel\nT2\tPerson 11 20\tJohn Musa\nT3\tRole 22 31\tcommander\nT4\tOrganization 35 45\t21 Brigade\n' +
      'R1\thas_rank Arg1:T2 Arg2:T1\t\nR2\tis_posted Arg1:T2 Arg2:T4\t\nR3\thas_role Arg1:T2 Arg2:T3\t\n',
  )
  expect(readBrat(written)).toEqual({ mentions, relations })
})
