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

test('a damaged or protected archive, or one without a document, is none', () => {
  expect(readDocxArticle(writeZip([core]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([{ ...document, encrypted: true }]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([{ ...document, spoiled: true }]), 'a.docx')).toBeNull()
  expect(readDocxArticle(writeZip([document]).subarray(0, 60), 'a.docx')).toBeNull()
})
