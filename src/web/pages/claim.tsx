/** One claim on a page of its own: the sentence, the check in full with its question, what was decided, and the form to correct it. */
import { checkQueryOf, writeCheckQuery } from '../../analysis/check-query.js'
import { codePoints } from '../../documents/code-points.js'
import type { ClaimRole } from '../../ledger/claims.js'
import type { ArticleView, ShownClaim } from '../article-view.js'
import { capital, claimInWords, contentInWords, ownWords, type Speaks } from '../check-words.js'
import type { CheckedClaims } from '../claims-view.js'
import { CheckInFull } from '../components/check.js'
import { CheckForm } from '../components/check-form.js'
import { ClaimWords, Proposal, placeOf, SaidBy, StandsOn } from '../components/claim-card.js'
import { CorrectionForm } from '../components/correction-form.js'
import { Page } from '../components/page.js'
import { QuoteThis } from '../components/quote.js'
import { ToldTogether } from '../components/together.js'
import type { Quotation } from '../quote/quotation.js'
import { checkQuotation } from '../quote/quoted-check.js'
import { href, ofState, permalink, type Site, useSite } from '../site.js'

export interface ClaimPageProps {
  view: ArticleView
  shown: ShownClaim
  all: Pick<CheckedClaims, 'pairs' | 'byId'>
  token: string | null
  /** Whom the form proposes for each role. */
  ties: Partial<Record<ClaimRole, { text: string; kind: string | null }>>
}

/** Code points of the article before and after the claim that are shown with it. */
const around = 600

export function ClaimPage({ view, shown, all, token, ties }: ClaimPageProps) {
  const site = useSite()
  const { text } = site
  const words = text.article
  const { article } = view
  const { kept, claim, check } = shown
  const title = titleOf(site, shown)
  const question = claim.type === 'quantity' && check.question !== null ? check.question : null
  const published = article.published
  return (
    <Page
      title={title}
      unlisted
      breadcrumb={[
        { text: words.title, path: '/articles' },
        { text: article.title, path: `/articles/${article.id}` },
      ]}
    >
      <p class="kicker">
        {words.claim.title} · {words.types[claim.type]}
      </p>
      <h1>
        <ClaimWords shown={shown} />
      </h1>
      <p>
        <SaidBy shown={shown} />
        {claim.hedge && <> · {words.hedged(claim.hedge)}</>} ·{' '}
        <a href={`${href(site, `/articles/${article.id}`)}#claim-${kept.id}`}>
          <span translate="no">{article.title}</span>, {placeOf(site, shown)}
        </a>
      </p>
      <p class="small">
        <Proposal shown={shown} />
      </p>
      <Context view={view} shown={shown} />
      <div class="columns with-aside check-page">
        <div>
          <CheckInFull check={check} />
          {(all.pairs.get(kept.id) ?? []).length > 0 && (
            <section id="together">
              <h2>{words.list.elsewhere}</h2>
              <ToldTogether id={kept.id} claim={claim} all={all} />
            </section>
          )}
          <h2>{words.claim.history}</h2>
          <p>
            <Proposal shown={shown} />
            {kept.decision?.note && <> “{kept.decision.note}”</>}
          </p>
          <StandsOn shown={shown} />
          <h2 id="quote">{text.quote.this}</h2>
          <QuoteThis quotation={quotationOfClaim(site, shown)} card={ofState(site, `/claims/${kept.id}/card.png`)} />
        </div>
        <div class="no-print">
          {question && claim.type === 'quantity' && (
            <section aria-labelledby="edit">
              <h2 id="edit">{text.check.edit}</h2>
              <p class="quiet small">{text.check.editHint}</p>
              <p class="small">
                <a href={href(site, '/checks', writeCheckQuery(checkQueryOf(claim, question, published)))}>
                  {text.check.permalink}
                </a>
              </p>
              <CheckForm query={checkQueryOf(claim, question, published)} />
            </section>
          )}
          {token !== null && <CorrectionForm view={view} shown={shown} token={token} ties={ties} />}
        </div>
      </div>
    </Page>
  )
}

const ownOf = (site: Speaks, { kept }: ShownClaim): string | null =>
  kept.words !== null && kept.decision?.corrected == null ? ownWords(site, kept.words).words : null

const titleOf = (site: Speaks, shown: ShownClaim): string => ownOf(site, shown) ?? capital(contentInWords(site, shown.claim))

export function quotationOfClaim(site: Site, shown: ShownClaim): Quotation {
  const { claim, check, kept } = shown
  const own = ownOf(site, shown)
  const saying = own === null ? claimInWords(site, claim) : site.text.check.says(own, claim.speaker ?? site.text.check.theArticle)
  return checkQuotation(site, check, permalink(site, `/id/claims/${kept.id}`), saying)
}

/** Where the text is here, the claim within what stands around it. */
function Context({ view: { article }, shown }: { view: ArticleView; shown: ShownClaim }) {
  const { text } = useSite()
  if (article.text === null) return null
  const { start, end } = shown.kept.claim
  const block = article.reading.blocks.find((one) => one.start <= start && one.end > start)
  if (!block) return null
  const points = codePoints(article.text)
  const cut = (from: number, to: number) => article.text!.slice(points.at(from), points.at(to))
  const from = Math.max(block.start, start - around)
  const to = Math.min(block.end, Math.max(end, start) + around)
  return (
    <blockquote class="context" lang={article.language ?? undefined} translate="no" dir="auto">
      <p>
        {from > block.start && '… '}
        {cut(from, start)}
        <mark class="claimed open">{cut(start, Math.min(end, to))}</mark>
        {cut(Math.min(end, to), to)}
        {to < block.end && ' …'}
      </p>
      <p class="small quiet">{text.article.ownCopy}</p>
    </blockquote>
  )
}
