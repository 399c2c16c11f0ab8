/** What is alleged of an entity or which list it stands on, in a dossier: who says it, who denies it, what was answered, and every place of it. */
import { statusOf } from '../../analysis/exposure.js'
import type { Matter } from '../../ledger/read/matters.js'
import type { Stated } from '../../ledger/read/stated.js'
import { violationWords, whenInWords } from '../exposure-words.js'
import { useSite } from '../site.js'
import type { DossierFacts } from './gather.js'
import { StandsIn } from './stands-in.js'

export function MatterLine({ matter, facts }: { matter: Matter; facts: DossierFacts }) {
  const site = useSite()
  const { text } = site
  const words = text.screeningEvidence
  if (matter.kind !== 'incident') {
    const list = [matter.list, matter.program, matter.law].filter(Boolean).join(', ')
    return (
      <>
        <strong>{matter.kind === 'ineligibility' ? words.denied(matter.authority) : words.listed(matter.authority, list)}</strong>
        {' · '}
        {[text.incident.effects[matter.effect] ?? matter.effect, whenInWords(site, matter)].filter(Boolean).join(' · ')}
        {matter.reason && (
          <>
            <br />
            <span translate="no">{text.screening.quoted(matter.reason)}</span>
          </>
        )}
        <br />
        <StandsIn places={matter.places} facts={facts} />
        {matter.cited.map((publication) => (
          <span class="line small" translate="no">
            {[publication.title, publication.publisher, publication.publishedPrinted, publication.url].filter(Boolean).join(', ')}
          </span>
        ))}
        <Answers matter={matter} facts={facts} />
      </>
    )
  }
  const against = [...matter.accusations, ...matter.occurrences, ...matter.violations].filter(
    ({ stance }) => stance !== 'asserts',
  )
  const disputed = statusOf(matter)
  return (
    <>
      <strong>{words.alleged(violationWords(site, matter), whenInWords(site, matter))}</strong>
      <br />
      {[...matter.accusations.filter(({ stance }) => stance === 'asserts'), ...against]
        .map((said) => saidBy(site.text, said))
        .join(' · ')}
      {disputed.standing === 'disputed' && (
        <>
          {' '}
          <span class="badge">
            {disputed.disputedSince === null ? text.respond.disputedUndated : text.respond.disputedSince(disputed.disputedSince)}
          </span>
        </>
      )}
      <br />
      {matter.outcomes.map(({ value }) => value !== null && `${text.incident.outcomeOf(value)}. `)}
      <StandsIn places={matter.places} facts={facts} />
      <Answers matter={matter} facts={facts} />
    </>
  )
}

/** What was answered, in its own words and at the size of what it answers. */
function Answers({ matter, facts }: { matter: Matter; facts: DossierFacts }) {
  const { text } = useSite()
  if (matter.replies.length === 0) return null
  return (
    <>
      {matter.replies.map((reply) => (
        <>
          <br />
          <strong>{text.incident.answeredBy(reply.speaker ?? reply.sourceFile)}</strong>
          {reply.firstCitedPrinted && `, ${reply.firstCitedPrinted}`}
          {': '}
          <span translate="no">{text.screening.quoted(reply.value ?? '')}</span>
          <br />
          <StandsIn places={[reply]} facts={facts} />
        </>
      ))}
    </>
  )
}

function saidBy(
  { incident }: ReturnType<typeof useSite>['text'],
  { stance, speaker }: { stance: Stated['stance']; speaker: string | null },
): string {
  const who = speaker ?? incident.theSource
  return stance === 'asserts' ? incident.says(who) : stance === 'denies' ? incident.denies(who) : incident.questions(who)
}
