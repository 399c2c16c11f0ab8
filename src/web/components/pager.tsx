/** Onward through a listing. Backward is the browser's own, or the first page: cursors only know what follows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import { writeTrainingQuery } from '../../ledger/read/query.js'
import { href, useSite } from '../site.js'

export interface Step {
  address: string
  words: string
}

/** To the first page of a listing and to its next; nothing where there is neither. */
export function Onward({ first, next }: { first: Step | null; next: Step | null }) {
  const { text } = useSite()
  if (first === null && next === null) return null
  return (
    <nav class="pager" aria-label={text.search.pages}>
      {first !== null && <a href={first.address}>{first.words}</a>}
      {next !== null && (
        <a href={next.address} rel="next">
          {next.words}
        </a>
      )}
    </nav>
  )
}

export function Pager({ query, next }: { query: TrainingQuery; next: string | null }) {
  const site = useSite()
  const { text } = site
  const { cursor: _cursor, ...first } = query
  const address = (asked: TrainingQuery) => href(site, '/search', writeTrainingQuery(asked))
  return (
    <Onward
      first={query.cursor === undefined ? null : { address: address(first), words: text.search.firstPage }}
      next={next === null ? null : { address: address({ ...query, cursor: next }), words: text.search.nextPage(query.limit) }}
    />
  )
}
