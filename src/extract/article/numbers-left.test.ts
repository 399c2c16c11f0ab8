import { expect, test } from 'vitest'
import type { ArticleBlock } from '../../documents/article/article-text.js'
import { numbersLeft } from './numbers-left.js'
import type { ReadArticle } from './read-article.js'

const left = (text: string, told: string[] = []) => {
  const points = Array.from(text)
  const blocks: ArticleBlock[] = [{ kind: 'paragraph', start: 0, end: points.length }]
  const claims = told.map((words) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length
    return { start, end: start + words.length }
  })
  return numbersLeft({ text, blocks, claims: claims as ReadArticle['claims'] })
}

test('a number that no claim tells is told with the words behind it', () => {
  expect(left('It has 40 trucks of a kind, under Section 1004, and 12 soldiers came.', ['12 soldiers'])).toEqual([
    '40 trucks of a',
  ])
})

test('in a paragraph as long as a book each is told once, and none that a claim tells, wherever it stands', () => {
  const some = '🎓 Nobody knew of these stores. '.repeat(300)
  const text = `${some}It has 40 trucks there. ${some}Then 12 soldiers came. ${some}It has 50 tents there.`
  expect(left(text, ['12 soldiers'])).toEqual(['40 trucks there', '50 tents there'])
})

test('a paragraph of nothing but days and digits takes time by its length alone', () => {
  expect(left('3 May 2014. '.repeat(20_000))).toEqual([])
  expect(left(`${'1,1'.repeat(60_000)} tents`)).not.toEqual([])
}, 30_000)
