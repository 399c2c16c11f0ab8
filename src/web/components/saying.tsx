/** One saying, at the size of those that contradict it: what, who says, denies, questions or answers it, for when, and where it stands. */
import type { Child } from 'hono/jsx'
import { disputedSince } from '../../analysis/disputed.js'
import { isSought } from '../../ledger/read/answers.js'
import type { SaidOf } from '../../ledger/read/entity.js'
import { datesOf } from '../pages/incidents.js'
import { useSite } from '../site.js'
import { Flags } from './flag.js'
import { Where } from './statements.js'

/** Whose values are sentences, or told otherwise. */
const speaking: ReadonlySet<SaidOf['property']> = new Set(['occurrence', 'perpetrator', 'reply'])

export function Saying({ statement }: { statement: SaidOf }) {
  const { text } = useSite()
  const words = text.incident
  const detail = (name: string, tell: (what: string) => string): Child => {
    const value = statement.details[name]
    return value === undefined || value === null ? null : <span class="line small quiet">{tell(String(value))}</span>
  }
  return (
    <blockquote class="saying">
      {/* A name alone would stand there as the one who denies. */}
      {statement.property === 'perpetrator' && statement.stance !== 'asserts' && <p class="small quiet">{words.onPerpetrator}</p>}
      {/* So would a country, or the source's word: what is denied of them is said before. */}
      {!speaking.has(statement.property) && statement.stance !== 'asserts' && (
        <p class="small quiet">{text.entity.properties[statement.property]}</p>
      )}
      <p class="printed" translate="no">
        {statement.value}
      </p>
      <p class="small">
        <strong>
          <Attribution statement={statement} />
        </strong>
        <span class="line">
          {datesOf(statement.imprecise) ?? statement.firstCitedPrinted ?? <span class="none">{text.entity.noDates}</span>}
        </span>
        {detail('first_alleged', words.firstAlleged)}
        {detail('reported_in', words.reportedIn)}
        {detail('sought_on', words.sought)}
        {detail('outcome', words.outcomeOf)}
        {detail('received', (how) => text.respond.receivedBy(text.respond.how[how] ?? how))}
        {detail('disputes', (what) => text.respond.disputed[what] ?? what)}
        <span class="line">
          <Where statement={statement} />
        </span>
        {statement.flags.length > 0 && <Flags flags={statement.flags} />}
      </p>
    </blockquote>
  )
}

/** Who says, denies, questions or answers it. */
export function Attribution({ statement }: { statement: SaidOf }) {
  const words = useSite().text.incident
  const { stance, property, speaker, sourceTitle, details } = statement
  const source = `${words.accordingTo} ${sourceTitle}`
  if (property === 'reply' && stance === 'asserts' && (!isSought(statement) || details.sought_from !== undefined)) {
    if (typeof details.sought_from === 'string') return <>{`${words.soughtFrom(details.sought_from)}, ${source}`}</>
    // A reply that we hold is its own source.
    return (
      <>{speaker === null ? source : details.received ? words.answeredBy(speaker) : `${words.answeredBy(speaker)}, ${source}`}</>
    )
  }
  const tell = stance === 'denies' ? words.denies : stance === 'questions' ? words.questions : words.says
  return <>{speaker === null ? tell(sourceTitle) : `${tell(speaker)}, ${source}`}</>
}

/** Beside an allegation that somebody denies or questions: since when. */
export function Disputed({ answers }: { answers: readonly SaidOf[] }) {
  const words = useSite().text.respond
  const disputed = disputedSince(answers)
  if (!disputed) return null
  return <span class="badge doubt">{disputed.since === null ? words.disputedUndated : words.disputedSince(disputed.since)}</span>
}
