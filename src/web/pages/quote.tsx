/** A page of its own for any sum's quotation: what a "quote this" beside a figure leads to, and what can be printed and sent. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { SearchResult } from '../../ledger/read/views.js'
import { DoesNotCover } from '../components/coverage.js'
import { searchHref } from '../components/filters.js'
import { Page } from '../components/page.js'
import { QuoteThis } from '../components/quote.js'
import type { Covered } from '../coverage.js'
import type { Quotation } from '../quote/quotation.js'
import { useSite } from '../site.js'

export interface QuotePageProps {
  query: TrainingQuery
  result: Pick<Covered<SearchResult>, 'sum' | 'coverage'>
  quotation: Quotation
  card?: string
}

export function QuotePage({ query, result, quotation, card }: QuotePageProps) {
  const site = useSite()
  const { text } = site
  return (
    <Page title={text.quote.this} unlisted>
      <h1>{text.quote.this}</h1>
      <QuoteThis quotation={quotation} card={card} />
      <DoesNotCover sum={result.sum} coverage={result.coverage} />
      <p>
        <a href={searchHref(site, query)}>{text.quote.rows}</a>
      </p>
    </Page>
  )
}
