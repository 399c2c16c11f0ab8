/** A total that a source prints: both figures, whether they agree, where it stands, and the rows that it claims to sum. */
import type { Child } from 'hono/jsx'
import type { TotalView } from '../../ledger/read/views.js'
import { BalanceBadge, TotalsTable } from '../components/balance.js'
import { searchHref } from '../components/filters.js'
import { Page } from '../components/page.js'
import { QuoteThis } from '../components/quote.js'
import { countryName } from '../countries.js'
import { totalQuotation } from '../quote/quoted-total.js'
import { useSite } from '../site.js'

export function TotalPage({ total, evidence }: { total: TotalView; evidence?: Child }) {
  const site = useSite()
  const { text, format } = site
  const country = total.countryRef && countryName(total.countryRef, site.language)
  const rows = {
    report: [total.report],
    status: 'all' as const,
    ...(total.countryRef && { country: [total.countryRef.slug] }),
    ...(total.programRef && { program: [total.programRef.slug] }),
    ...(total.fiscalYear !== null && { year: [{ first: total.fiscalYear, last: total.fiscalYear }] }),
  }
  return (
    <Page
      title={[country, total.printed].filter(Boolean).join(': ')}
      room="reconciliation"
      breadcrumb={[{ text: text.rooms.reconciliation, path: '/reconciliation' }]}
    >
      <p class="kicker">{text.balance.total}</p>
      <h1 class="printed" translate="no">
        {[total.country, total.printed].filter(Boolean).join(': ')}
      </h1>
      <p>
        <BalanceBadge status={total.status} />
      </p>
      <TotalsTable totals={[total]} caption={text.balance.total} />
      <p>
        <a href={searchHref(site, rows)}>{text.balance.rows(format.number(total.rows))}</a>
      </p>
      <h2 id="quote">{text.quote.this}</h2>
      <QuoteThis quotation={totalQuotation(site, total)} />
      {evidence && (
        <section class="evidence" aria-labelledby="evidence">
          <h2 id="evidence">{text.training.evidence}</h2>
          {evidence}
        </section>
      )}
    </Page>
  )
}
