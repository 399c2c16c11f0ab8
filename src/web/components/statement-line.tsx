/** One statement in a few words: what it is about, what is said, by whom, and where it stands. */
import type { SaidOf } from '../../ledger/read/entity.js'
import { useSite } from '../site.js'
import { Dates, Where } from './statements.js'
import { Printed } from './table.js'

export function StatementLine({ statement }: { statement: SaidOf }) {
  const { text } = useSite()
  const { property, value, stance, speaker, details } = statement
  const words = text.incident
  const who = speaker ?? statement.sourceTitle
  return (
    <p>
      <strong>{text.entity.properties[property]}:</strong> <Printed text={value} />{' '}
      <span class="small">
        {stance === 'denies' ? words.denies(who) : stance === 'questions' ? words.questions(who) : words.says(who)}
        {typeof details.kind === 'string' && ` · ${details.kind}`} · <Dates statement={statement} /> ·{' '}
        <Where statement={statement} />
      </span>
    </p>
  )
}
