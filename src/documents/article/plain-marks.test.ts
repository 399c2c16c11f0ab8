import { expect, test } from 'vitest'
import { readArticle } from '../../extract/article/read-article.js'
import { readPlainArticle } from './plain-article.js'
import { withPlainMarks } from './plain-marks.js'

test.each(['\u00a0', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f', ' '])(
  'a number whose thousands are parted by %j is one number, where it stands',
  (space) => {
    const text = `In 2012 the United States trained 5${space}000 soldiers of Peru.`
    expect(withPlainMarks(text)).toHaveLength(text.length)
    const [claim] = readArticle(readPlainArticle(text)).claims
    expect(claim).toMatchObject({ type: 'quantity', value: 5000, start: text.indexOf('5') })
  },
)
