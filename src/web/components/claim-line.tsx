/** A claim in a list of many: what, who says so and where, the verdict, and what other articles claim of the same thing at the same size. */
import type { ClaimCheck } from '../../analysis/claim-check.js'
import type { ListedClaim } from '../../analysis/claim-list.js'
import type { CheckedClaims } from '../claims-view.js'
import { useSite } from '../site.js'
import { CheckBody } from './check.js'
import { Said, ToldTogether } from './together.js'

export function ClaimLine({
  claim,
  check,
  all,
}: {
  claim: ListedClaim
  check: ClaimCheck
  all: Pick<CheckedClaims, 'pairs' | 'byId'>
}) {
  const site = useSite()
  const words = site.text.article
  const { shown, state } = claim
  return (
    <article class={`claim-card ${state}`} id={`claim-${claim.id}`}>
      <Said claim={claim} />
      <p class="small">
        <span class="badge">{words.types[shown.type]}</span>{' '}
        <span class={shown.proposed_by === 'model' ? 'badge doubt' : 'badge'}>{words.proposed[shown.proposed_by]}</span>{' '}
        {state === 'open' ? <span class="quiet">{words.nobody}</span> : <span class="badge">{words.states[state]}</span>}
      </p>
      {state !== 'rejected' && <CheckBody check={check} compact />}
      <ToldTogether id={claim.id} claim={shown} all={all} />
    </article>
  )
}
