/** Onward through a listing. Backward is the browser's own, or the first page: cursors only know what follows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import { writeTrainingQuery } from '../../ledger/read/query.js'
import { href, useSite } from '../site.js'

export function Pager({ query, next }: { query: TrainingQuery; next: string | null }) {
  const site = useSite()
  if (next === null && query.cursor === undefined) return null
  const { cursor: _cursor, ...first } = query
  return (
    <nav class="pager" aria-label={site.text.search.pages}>
      {query.cursor !== undefined && <a href={href(site, '/search', writeTrainingQuery(first))}>{site.text.search.firstPage}</a>}
      {next !== null && (
        <a href={href(site, '/search', writeTrainingQuery({ ...query, cursor: next }))} rel="next">
          {site.text.search.nextPage(query.limit)}
        </a>
      )}
    </nav>
  )
}
