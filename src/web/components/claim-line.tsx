/** A claim in a list of many: what, who says so and where, the verdict, and what other articles claim of the same thing at the same size. */
import type { ClaimCheck } from '../../analysis/claim-check.js'
import type { ListedClaim } from '../../analysis/claim-list.js'
import type { Together } from '../../analysis/claims-together.js'
import { contentInWords, ownWords } from '../check-words.js'
import { type CheckedClaims, togetherWith } from '../claims-view.js'
import { href, type Site, useSite } from '../site.js'
import { CheckBody } from './check.js'
import { capital } from './claim-card.js'

export function ClaimLine({
  claim,
  check,
  all,
}: {
  claim: ListedClaim
  check: ClaimCheck
  all: Pick<CheckedClaims, 'claims' | 'byId'>
}) {
  const site = useSite()
  const words = site.text.article
  const { shown, state } = claim
  const together = togetherWith(all, claim.id)
  return (
    <article class={`claim-card ${state}`} id={`claim-${claim.id}`}>
      <Said claim={claim} />
      <p class="small">
        <span class="badge">{words.types[shown.type]}</span>{' '}
        <span class={shown.proposed_by === 'model' ? 'badge doubt' : 'badge'}>{words.proposed[shown.proposed_by]}</span>{' '}
        {state === 'open' ? <span class="quiet">{words.nobody}</span> : <span class="badge">{words.states[state]}</span>}
      </p>
      {state !== 'rejected' && <CheckBody check={check} compact />}
      <Others of={claim} others={together.filter(({ relation }) => relation !== 'perhaps')} kicker={words.list.together} />
      <Others of={claim} others={together.filter(({ relation }) => relation === 'perhaps')} kicker={words.list.perhaps} />
    </article>
  )
}

/** Others are named as such by the line above them. They are no landmark: a page lists many. */
function Others({ of, others, kicker }: { of: ListedClaim; others: ReturnType<typeof togetherWith>; kicker: string }) {
  const site = useSite()
  if (others.length === 0) return null
  return (
    <div class="together">
      <p class="kicker">{kicker}</p>
      {others.slice(0, mostOthers).map(({ other, relation, difference }) => (
        <div>
          {relation !== 'perhaps' && (
            <p>
              <b>{relationInWords(site, relation, difference, of.shown)}.</b>
            </p>
          )}
          <Said claim={other} level="p" />
        </div>
      ))}
      {others.length > mostOthers && (
        <p class="quiet small">
          {site.text.article.list.moreTogether(others.length - mostOthers, site.format.number(others.length - mostOthers))}
        </p>
      )}
    </div>
  )
}

/** Each stands in the list itself, too. */
const mostOthers = 5

/** What is claimed, by whom, in which article. */
function Said({ claim, level = 'h3' }: { claim: ListedClaim; level?: 'h3' | 'p' }) {
  const site = useSite()
  const words = site.text.article
  const { shown, article } = claim
  const Heading = level
  return (
    <>
      <Heading class="claim-said">
        <a href={href(site, `/claims/${claim.id}`)}>
          <SaidWords claim={claim} />
        </a>
      </Heading>
      <p class="small">
        <strong>{shown.speaker === null ? words.saidByArticle : words.said(shown.speaker)}</strong> ·{' '}
        <a href={`${href(site, `/articles/${article.id}`)}#claim-${claim.id}`} translate="no">
          {article.title}
        </a>
        {article.publisher && (
          <span class="quiet" translate="no">
            , {article.publisher}
          </span>
        )}
      </p>
    </>
  )
}

export function SaidWords({ claim }: { claim: Pick<ListedClaim, 'words' | 'decision' | 'shown'> }) {
  const site = useSite()
  if (claim.words !== null && claim.decision?.corrected == null) {
    const own = ownWords(site, claim.words)
    return <span lang={own.lang}>{own.words}</span>
  }
  return <>{capital(contentInWords(site, claim.shown))}</>
}

function relationInWords(
  { text, format }: Pick<Site, 'text' | 'format'>,
  relation: Exclude<Together['relation'], 'perhaps'>,
  difference: number | null,
  claim: ListedClaim['shown'],
): string {
  const words = text.article.list.relations
  if (relation !== 'differ') return words[relation]
  const money = claim.type === 'quantity' && claim.currency === 'USD'
  return words.differ(money ? format.dollars(Math.round((difference ?? 0) * 100)) : format.number(difference ?? 0))
}
