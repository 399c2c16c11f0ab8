/**
 * One claim beside the text: what is claimed and by whom, who denies it, the check, and the decision. A denial is as large as what it denies;
 * a proposal says that it is one and whose.
 */

import type { Child } from 'hono/jsx'
import type { ArticleView, ShownClaim } from '../article-view.js'
import { capital, contentInWords, ownWords } from '../check-words.js'
import type { CheckedClaims } from '../claims-view.js'
import { writerIn } from '../messages/reasons.js'
import { href, type Site, useSite } from '../site.js'
import { CheckBody } from './check.js'
import { CountryLinks } from './country-links.js'
import { Deciding } from './deciding.js'
import { entityPath } from './statements.js'
import { ToldTogether } from './together.js'

export interface ClaimCardProps {
  shown: ShownClaim
  view: Pick<ArticleView, 'claims' | 'entities'>
  all: Pick<CheckedClaims, 'pairs' | 'byId'>
  /** Null where nobody may decide. */
  token: string | null
  /** Whether the article's text stands beside it. */
  hasText: boolean
}

export const stateOf = ({ kept: { decision } }: Pick<ShownClaim, 'kept'>) => decision?.verdict ?? 'open'

export function ClaimCard({ shown, view, all, token, hasText }: ClaimCardProps) {
  const site = useSite()
  const words = site.text.article
  const { kept, number, claim, answers } = shown
  const state = stateOf(shown)
  return (
    <article class={`claim-card ${state}`} id={`claim-${kept.id}`} data-claim={kept.id} data-state={state} tabindex={-1}>
      <h3>
        <a class="claim-number" href={href(site, `/claims/${kept.id}`)} aria-label={words.claimNumber(number)}>
          {number}
        </a>{' '}
        <ClaimWords shown={shown} />
      </h3>
      <p class="small">
        <span class="badge">{words.types[claim.type]}</span> <Proposal shown={shown} />
      </p>
      <p class="small">
        <SaidBy shown={shown} />
        {claim.hedge && <> · {words.hedged(claim.hedge)}</>} · <Place shown={shown} hasText={hasText} />
      </p>
      <References shown={shown} view={view} />
      {state !== 'rejected' && <CheckOf shown={shown} />}
      {answers.map((answer) => (
        <p class="answer">
          <a href={`#claim-${answer.kept.id}`}>
            {(answer.claim.type === 'denial' ? words.deniedBy : words.doubtedBy)(
              answer.claim.speaker,
              words.toClaim(answer.number),
            )}
          </a>
        </p>
      ))}
      <ToldTogether id={kept.id} claim={claim} all={all} compact />
      <StandsOn shown={shown} />
      {token !== null && <Deciding shown={shown} view={view} token={token} />}
    </article>
  )
}

/** Our own words where the claim comes with them; else made of what was read. */
export function ClaimWords({ shown }: { shown: Pick<ShownClaim, 'kept' | 'claim'> }) {
  const site = useSite()
  const { words, decision } = shown.kept
  if (words !== null && decision?.corrected == null) {
    const own = ownWords(site, words)
    return <span lang={own.lang}>{own.words}</span>
  }
  return <>{capital(contentInWords(site, shown.claim))}</>
}

/** Who says so; of what its own sentence gives as denied nobody does. */
export function SaidBy({ shown: { claim, answers } }: { shown: Pick<ShownClaim, 'claim' | 'answers'> }) {
  const words = useSite().text.article
  const denied = answers.some(
    ({ claim: answer }) => answer.type === 'denial' && answer.sentence !== '' && answer.sentence === claim.sentence,
  )
  return <strong>{claim.speaker !== null ? words.said(claim.speaker) : denied ? words.toldAsDenied : words.saidByArticle}</strong>
}

/** Whose proposal it is, and who decided what on it. */
export function Proposal({ shown }: { shown: Pick<ShownClaim, 'kept'> }) {
  const { text, format, language } = useSite()
  const words = text.article
  const { claim, decision, proposed } = shown.kept
  return (
    <>
      <span class={claim.proposed_by === 'model' ? 'badge doubt' : 'badge'}>{words.proposed[claim.proposed_by]}</span>{' '}
      {decision === null ? (
        <span class="quiet">{words.nobody}</span>
      ) : (
        <span class={decision.verdict === 'rejected' ? 'quiet' : 'decided'}>
          {words.decided[decision.verdict](writerIn(language, decision.reviewer), format.date(decision.at.slice(0, 10)))}
        </span>
      )}
      {!proposed && <span class="quiet"> · {words.noLongerProposed}</span>}
    </>
  )
}

export function placeOf(site: Pick<Site, 'text' | 'format'>, { kept }: Pick<ShownClaim, 'kept'>): string {
  const { text, format } = site
  const words = text.article
  const place = kept.places[0]
  const paragraph = /^paragraph (\d+)$/.exec(place?.pageLabel ?? '')?.[1]
  const label = paragraph ? words.paragraphLabel(paragraph) : (place?.pageLabel ?? null)
  return words.place(label, format.number(kept.claim.start), format.number(kept.claim.end))
}

function Place({ shown, hasText }: { shown: ShownClaim; hasText: boolean }) {
  const site = useSite()
  const where = placeOf(site, shown)
  return hasText ? (
    <a href={`#at-${shown.kept.id}`} aria-label={`${where}: ${site.text.article.toText}`}>
      {where}
    </a>
  ) : (
    <span class="quiet">{where}</span>
  )
}

/** Other claims of the article that it speaks of. */
function References({ shown, view }: { shown: ShownClaim; view: Pick<ArticleView, 'claims'> }) {
  const { text } = useSite()
  const words = text.article
  const { claim } = shown
  const find = (id: string) => view.claims.find(({ kept }) => kept.id === id)
  const link = (other: ShownClaim): Child => <a href={`#claim-${other.kept.id}`}>{words.toClaim(other.number)}</a>
  if (claim.type === 'quantity' && claim.counterpart !== null) {
    const other = find(claim.counterpart)
    return other ? (
      <p class="small">
        <a href={`#claim-${other.kept.id}`}>{words.otherEnd(words.toClaim(other.number))}</a>
      </p>
    ) : null
  }
  if (claim.type !== 'denial' && claim.type !== 'doubt') return null
  const concerned = claim.concerns.flatMap((id) => find(id) ?? []).sort((one, other) => one.number - other.number)
  if (concerned.length === 0) return <p class="quiet small">{words.answersNone}</p>
  return (
    <p class="answer">
      {words.answersTo('')}
      {concerned.map((other, index) => (
        <>
          {index > 0 && ', '}
          {link(other)}
        </>
      ))}
    </p>
  )
}

/** Where a claim is no number, the check says in a line why the record has nothing to say. */
function CheckOf({ shown }: { shown: ShownClaim }) {
  const site = useSite()
  const { text } = site
  const { check, kept } = shown
  const before = kept.checks.at(-1)
  return (
    <div class="claim-check">
      <CheckBody check={check} compact />
      {before && before.verdict !== check.verdict && (
        <p class="quiet small">
          {text.article.keptCheck(text.check.verdicts[before.verdict as keyof typeof text.check.verdicts] ?? before.verdict)}
        </p>
      )}
      {check.question !== null && (
        <p class="small no-print">
          <a href={href(site, `/claims/${kept.id}`)}>{text.article.check}</a>
        </p>
      )}
    </div>
  )
}

export function StandsOn({ shown }: { shown: Pick<ShownClaim, 'standsOn' | 'claim'> }) {
  const site = useSite()
  const { standsOn, claim } = shown
  if (standsOn.length === 0) return null
  if (standsOn.every(({ kind }) => kind === 'article'))
    return (
      <p class="small">
        {site.text.article.statementOfArticle} <CountryLinks claim={claim} />
      </p>
    )
  return (
    <p class="small">
      {site.text.article.statements}{' '}
      {standsOn.map((entity, index) => (
        <>
          {index > 0 && ', '}
          <a href={href(site, entityPath(entity))} translate={entity.kind === 'incident' ? undefined : 'no'}>
            {entity.kind === 'incident' ? site.text.article.incidentPage : (entity.name ?? entity.id)}
          </a>
        </>
      ))}
    </p>
  )
}
