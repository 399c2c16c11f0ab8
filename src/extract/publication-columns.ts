/** The columns of our own CSV files that name the publication a row rests on: publication, publisher, published, url, page. */
import { sha256 } from '../ledger/changesets/canonical.js'
import type { ListFacts } from './list-facts.js'
import { dateOf } from './list-facts.js'
import { publicationId } from './sfm/read-sources.js'
import type { RowReader } from './sfm/sheet-reader.js'

/** The ids to cite; none where the row names no publication. */
export function citePublication(row: RowReader, into: ListFacts): string[] {
  const [title, publisher, published, url, page] = ['publication', 'publisher', 'published', 'url', 'page'].map(
    (column) => row.text(column) || null,
  ) as [string | null, string | null, string | null, string | null, string | null]
  if (title === null && url === null) return []
  const cited = sha256(JSON.stringify(['publication', title, publisher, published, url, page])).slice(0, 20)
  const id = publicationId(cited, into.source)
  if (!into.publications.has(id)) {
    const safe = url !== null && /^https?:\/\/\S+$/i.test(url)
    if (url !== null && !safe) row.lose('url', 'CELL_NOT_AN_ADDRESS', 'not taken', url)
    into.publications.set(id, {
      id,
      row: row.row,
      kind: null,
      title,
      author: null,
      publisher,
      url: safe ? url : null,
      archivedUrl: null,
      publishedPrinted: published,
      published: published === null ? null : (dateOf(published, 'published', [])?.range ?? null),
      accessedPrinted: null,
      locator: page,
    })
  }
  return [cited]
}
