import { expect, test } from 'vitest'
import { writeZip, type ZipFile } from '../../../test/zip-writer.js'
import { readDocxArticle } from './docx-article.js'

const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
const document: ZipFile = {
  name: 'word/document.xml',
  content: `<w:document><w:body>${paragraph('Units named', 'Title')}${paragraph('The 7 Battalion was there.')}</w:body></w:document>`,
}
const core: ZipFile = { name: 'docProps/core.xml', content: '<cp><dc:creator>Ada Example</dc:creator></cp>' }

test('a Word document is its paragraphs, title and author', () => {
  const article = readDocxArticle(writeZip([core, document]), 'a.docx')
  expect(article?.facts).toMatchObject({ title: 'Units named', author: 'Ada Example' })
  expect(article?.text).toContain('The 7 Battalion was there.')
})

test('a first line without a style is the title, where it reads as a headline before longer text', () => {
  const titled = (first: string, ...rest: string[]) =>
    readDocxArticle(
      writeZip([
        {
          name: 'word/document.xml',
          content: `<w:document><w:body>${[first, ...rest].map((one) => paragraph(one)).join('')}</w:body></w:document>`,
        },
      ]),
      'a.docx',
    )?.facts.title
  const body = 'The ministry said on Monday that forty cadets of the battalion were trained in 2012.'
  expect(titled('Cadets trained abroad', body)).toBe('Cadets trained abroad')
  expect(titled('Cadets trained abroad', 'By Ada Example', body)).toBe('Cadets trained abroad')
  expect(titled('By Ada Example, 3 May 2014', body)).toBeNull()
  expect(titled(body, 'They left.')).toBeNull()
})

test('a damaged or protected archive, or one without a document, is none', () => {
  expect(readDocxArticle(writeZip([core]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([{ ...document, encrypted: true }]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([{ ...document, spoiled: true }]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([document]).subarray(0, 60), 'a.docx')).toBeNull()
})
