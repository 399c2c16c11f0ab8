/** A check as a page of its own: what is claimed, the verdict, the figure and its rows, the question in full, and a form to change it. */
import { type CheckQuery, writeCheckQuery } from '../../analysis/check-query.js'
import type { ClaimCheck } from '../../analysis/claim-check.js'
import { capital, contentInWords, type Speaks, scopeInWords } from '../check-words.js'
import { CheckInFull } from '../components/check.js'
import { CheckForm } from '../components/check-form.js'
import { Page } from '../components/page.js'
import { QuoteThis } from '../components/quote.js'
import type { Quotation } from '../quote/quotation.js'
import { checkQuotation } from '../quote/quoted-check.js'
import { href, ofState, permalink, type Site, useSite } from '../site.js'

const examples = [
  [
    'people',
    'measure=people&comparator=about&value=13000&place=Latin America&from=2007&to=2014&years=calendar&program=non-sa-uc-jcet,jcet',
  ],
  ['cost', 'measure=cost&comparator=more&value=10000000&country=mex&from=2012&program=section-1004'],
  ['sessions', 'measure=sessions&comparator=fewer&value=500&country=hnd&from=2012&program=imet'],
] as const

export function CheckPage({ query, check }: { query: CheckQuery; check: ClaimCheck | null }) {
  const site = useSite()
  const { text } = site
  const words = text.check
  if (check === null)
    return (
      <Page title={words.title} description={words.lede}>
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <div class="columns halves">
          <section>
            <h2>{words.askHeading}</h2>
            <CheckForm query={{}} />
          </section>
          <section>
            <h2>{words.examples}</h2>
            <ul class="plain examples">
              {examples.map(([name, asked]) => (
                <li>
                  <a href={href(site, '/checks', new URLSearchParams(asked))}>{words.exampleChecks[name]}</a>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </Page>
    )
  const claim = claimAsked(site, check)
  return (
    <Page title={words.heading(claim)} unlisted breadcrumb={[{ text: words.title, path: '/checks' }]}>
      <p class="kicker">{words.claim}</p>
      <h1>{capital(claim)}</h1>
      <div class="columns with-aside check-page">
        <div>
          <CheckInFull check={check} />
          <h2 id="quote">{text.quote.this}</h2>
          <QuoteThis
            quotation={quotationOfCheck(site, query, check)}
            card={ofState(site, '/checks.png', writeCheckQuery(query))}
          />
        </div>
        <section class="no-print" aria-labelledby="edit">
          <h2 id="edit">{words.edit}</h2>
          <p class="quiet small">{words.editHint}</p>
          <CheckForm query={query} />
          <p class="small">
            <a href={href(site, '/checks')}>{words.blank}</a>
          </p>
        </section>
      </div>
    </Page>
  )
}

const claimAsked = (site: Speaks, check: ClaimCheck): string =>
  `${contentInWords(site, check.claim)}${check.question ? `: ${scopeInWords(site, check.question)}` : ''}`

export function quotationOfCheck(site: Site, { as_of: _asOf, ...asked }: CheckQuery, check: ClaimCheck): Quotation {
  return checkQuotation(site, check, permalink(site, '/id/checks', writeCheckQuery(asked)), claimAsked(site, check))
}
