/** What other articles claim of the same thing, at the same size; copies of one text apart, and what is only perhaps of it. */
import type { ListedClaim } from '../../analysis/claim-list.js'
import type { Together } from '../../analysis/claims-together.js'
import type { Claim } from '../../ledger/claims.js'
import { capital, contentInWords, ownWords } from '../check-words.js'
import { type CheckedClaims, togetherWith } from '../claims-view.js'
import { href, type Site, useSite } from '../site.js'

interface ToldTogetherProps {
  id: string
  claim: Claim
  all: Pick<CheckedClaims, 'pairs' | 'byId'>
  /** Beside a text, where there is less room, what is only perhaps of the same thing stands on the claim's own page. */
  compact?: boolean
}

export function ToldTogether({ id, claim, all, compact = false }: ToldTogetherProps) {
  const site = useSite()
  const words = site.text.article.list
  const together = togetherWith(all, id)
  const of = (...wanted: Together['relation'][]) => together.filter(({ relation }) => wanted.includes(relation))
  const perhaps = of('perhaps')
  return (
    <>
      <Others of={claim} others={of('agree', 'differ', 'contradict')} kicker={words.together} />
      <Others of={claim} others={of('copy')} kicker={words.copies} />
      {compact && perhaps.length > 0 ? (
        <p class="small">
          <a href={`${href(site, `/claims/${id}`)}#together`}>
            {words.perhapsMore(perhaps.length, site.format.number(perhaps.length))}
          </a>
        </p>
      ) : (
        <Others of={claim} others={perhaps} kicker={words.perhaps} />
      )}
    </>
  )
}

/** Others are named as such by the line above them. They are no landmark: a page lists many. */
function Others({ of, others, kicker }: { of: Claim; others: ReturnType<typeof togetherWith>; kicker: string }) {
  const site = useSite()
  if (others.length === 0) return null
  return (
    <div class="together">
      <p class="kicker">{kicker}</p>
      {others.slice(0, mostOthers).map(({ other, relation, difference }) => (
        <div>
          {relation !== 'perhaps' && relation !== 'copy' && (
            <p>
              <b>{relationInWords(site, relation, difference, of)}.</b>
            </p>
          )}
          <Said claim={other} level="p" />
          {relation === 'copy' && other.state !== 'open' && (
            <p class="small">
              <span class="badge">{site.text.article.states[other.state]}</span>
              {other.decision?.note && <> “{other.decision.note}”</>}
            </p>
          )}
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
export function Said({ claim, level = 'h3' }: { claim: ListedClaim; level?: 'h3' | 'p' }) {
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
  relation: Exclude<Together['relation'], 'perhaps' | 'copy'>,
  difference: number | null,
  claim: Claim,
): string {
  const words = text.article.list.relations
  if (relation !== 'differ') return words[relation]
  const money = claim.type === 'quantity' && claim.currency === 'USD'
  return words.differ(money ? format.dollars(Math.round((difference ?? 0) * 100)) : format.number(difference ?? 0))
}
