/** Which files are articles, whatever they are called, and what `rastro ingest` makes of them. The articles are invented. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { writePdf } from '../../../test/pdf-writer.js'
import { writeReports } from '../../../test/reports-folder.js'
import { writeZip } from '../../../test/zip-writer.js'
import { openArchive } from '../../documents/archive.js'
import type { Ledger } from '../../ledger/database/connect.js'
import { listArticles, loadArticle } from '../../ledger/read/articles.js'
import { ingest } from '../ingest.js'

let ledger: Ledger
let reports: ReturnType<typeof writeReports>
let folder: string
beforeAll(async () => {
  ledger = await freshDatabase()
  reports = writeReports(1)
  folder = mkdtempSync(path.join(tmpdir(), 'rastro-articles-'))
})
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
  rmSync(reports.folder, { recursive: true })
})

const sentence = 'The United States trained 40 Kenyan soldiers in 2012, and nobody in the town of Ejemplo said a word about it.'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const files: Record<string, string | Uint8Array> = {
  'article.txt': `A Headline Of Ours\n\n${sentence}\n`,
  'page.html': `<html><head><title>A Page</title><script>alert(1)</script></head><body><nav>Home</nav><article><h1>A Page Of Ours</h1><p>${sentence}<img src=x onerror=alert(2)></p></article></body></html>`,
  'table.html': `<html><body><table><tr><td><h1>A Page In A Table</h1><p>${sentence}</p></td></tr></table></body></html>`,
  'word.docx': writeZip([
    {
      name: 'word/document.xml',
      content: `<w:document><w:body>${paragraph('A Word Of Ours')}${paragraph(sentence)}</w:body></w:document>`,
    },
  ]),
  'print.pdf': writePdf([
    {
      texts: [
        { text: 'A Print Of Ours', x: 50, y: 80, size: 18 },
        { text: sentence.slice(0, 62), x: 50, y: 120, size: 10 },
      ],
    },
  ]),
  'commas.txt': `By Ann Example, The Herald, 3 May 2014\n\nIt gave arms, cars, boats, and some 40 trainers, to Kenya in 2012.\n`,
  'table.csv': 'a,b,c\n1,2,3\n4,5,6\n',
  'table.txt': 'a,b,c\n1,2,3\n4,5,6\n',
  'empty.txt': '',
  'pictures.pdf': writePdf([{ content: '0 0 100 100 re f' }]),
  'blank.txt': ' \n\n \n',
}

test('what is no report and no table is an article, told by its content', async () => {
  const names = Object.keys(files)
  for (const name of names) writeFileSync(path.join(folder, name), files[name]!)
  const paths = [...names.map((name) => path.join(folder, name)), reports.paths[0]!]
  const archive = openArchive(ledger.home)
  const results = await ingest(
    paths,
    ledger,
    { actor: 'a tester' },
    {
      now: () => new Date('2026-01-02T03:04:05Z'),
      keepOriginal: (file, sha256) => archive.keep(sha256, readFileSync(file)),
    },
  )
  const outcomes = results.map((result) => [
    result.file,
    result.outcome === 'failed' ? result.error.code : 'article' in result ? result.article!.claims > 0 : 'no article',
  ])
  expect(Object.fromEntries(outcomes)).toEqual({
    'article.txt': true,
    'page.html': true,
    'table.html': true,
    'word.docx': true,
    'print.pdf': true,
    'commas.txt': true,
    'table.csv': 'SHEET_UNKNOWN',
    'table.txt': 'SHEET_UNKNOWN',
    'empty.txt': 'FILE_EMPTY',
    'pictures.pdf': 'PDF_NO_TEXT',
    'blank.txt': 'ARTICLE_NO_TEXT',
    [path.basename(reports.paths[0]!)]: 'no article',
  })
})

test('every claim stands in its text, in code points, and nothing of a page is executed or kept as markup', async () => {
  const articles = await listArticles(ledger.readerPool, null)
  expect(articles).toHaveLength(6)
  for (const { id, hasText, claims: count } of articles) {
    expect(hasText).toBe(true)
    const { article, claims } = (await loadArticle(ledger.readerPool, null, id))!
    expect(claims).toHaveLength(count)
    expect(article.text).not.toMatch(/<script|alert\(|onerror/)
    const points = [...article.text!]
    for (const { claim, places } of claims) {
      expect(claim.sentence).toContain(points.slice(claim.start, claim.end).join('').replace(/\s+/g, ' ').trim().split(' ')[0])
      expect(places[0]).toMatchObject({ start: claim.start, end: claim.end })
    }
    for (const { end } of article.reading.blocks) expect(end).toBeLessThanOrEqual(points.length)
  }
})
