/** "Quote this": the link that stands beside a figure, and the quotation itself. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import { writeTrainingQuery } from '../../ledger/read/query.js'
import type { Quotation } from '../quote/quotation.js'
import { href, useSite } from '../site.js'

/** `about` says which figure, for readers who hear the links out of their context. */
export function QuoteLink({ query, about, short = false }: { query: Partial<TrainingQuery>; about?: string; short?: boolean }) {
  const site = useSite()
  const { cursor: _cursor, limit: _limit, sort: _sort, ...asked } = query
  return (
    <a href={href(site, '/quote', writeTrainingQuery(asked))} rel="nofollow">
      {short ? site.text.quote.short : site.text.quote.this}
      {about && <span class="visually-hidden">: {about}</span>}
    </a>
  )
}

/** One sentence that is safe to print, and what has to be known with it. */
export function QuoteThis({ quotation, card }: { quotation: Quotation; card?: string }) {
  const { text } = useSite()
  return (
    <div class="quotation">
      <blockquote>
        <p>{quotation.sentence}</p>
      </blockquote>
      <dl class="quote-parts">
        <dt>{text.quote.caveat}</dt>
        <dd>{quotation.caveat}</dd>
        <dt>{text.quote.place}</dt>
        <dd>{quotation.place}</dd>
        <dt>{text.quote.balance}</dt>
        <dd>{quotation.balance}</dd>
        <dt>{text.quote.permalink}</dt>
        <dd>
          <a href={quotation.permalink}>{quotation.permalink}</a>
        </dd>
      </dl>
      {card && (
        <p class="small no-print">
          <a href={card}>{text.quote.card}</a>
        </p>
      )}
    </div>
  )
}
