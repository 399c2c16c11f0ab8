/** data/cases as facts: what five articles say, each statement with its place in the article's text, which is not here. */

import { readStatements } from '../../extract/incidents/read-statements.js'
import { ListFacts } from '../../extract/list-facts.js'
import { sourceId } from '../../ledger/changesets/facts.js'
import type { Source } from '../../ledger/records.js'
import type { Cells } from '../data-package/tables.js'
import { articleClaims } from './case-claims.js'
import type { CuratedSource } from './designations.js'
import type { CuratedPackage } from './read-package.js'

const placeColumns = ['article', 'paragraph', 'start', 'end']

export function caseSources(given: CuratedPackage): CuratedSource[] {
  const statements = given.table('statements').rows
  return given.table('articles').rows.map((article) => {
    const source = sourceOfArticle(article)
    const facts = new ListFacts(source.id)
    const own = statements.map((row, index) => ({ row, at: index + 2 })).filter(({ row }) => row.article === article.article)
    const columns = Object.keys(own[0]?.row ?? {})
    const rows = own.map(({ row, at }) => ({ row: at, cells: columns.map((column) => row[column] ?? '') }))
    const { counts } = readStatements({ sheet: null, name: null, rows: [{ row: 1, cells: columns }, ...rows] }, facts, (row) => {
      const [, paragraph, start, end] = placeColumns.map((column) => row.text(column))
      return { page: null, pageLabel: `paragraph ${paragraph}`, box: null, row: null, start: Number(start), end: Number(end) }
    })
    if (counts.refused > 0) throw new Error(`${counts.refused} statements of data/cases cannot be read.`)
    return { source, facts, claims: articleClaims(given, article) }
  })
}

function sourceOfArticle(article: Cells): Source {
  return {
    id: sourceId(article.sha256!),
    sha256: article.sha256!,
    kind: 'article',
    report: null,
    region: null,
    title: article.title!,
    publisher: article.publisher || null,
    language: article.language || null,
    publishedPrinted: article.published || null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName: `article-${article.article}.txt`,
    mediaType: 'text/plain',
    bytes: Number(article.bytes),
    pages: null,
    licence: null,
  }
}
