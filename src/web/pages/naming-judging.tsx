/** Where a reviewer says what a name means in one row alone: of two units that print alike, the row's place or course may tell which. Plain forms. */

import type { NamingToJudge } from '../../ledger/read/naming-judging.js'
import type { UnitRow } from '../../ledger/read/units.js'
import { NoteField, VerdictButtons } from '../components/judging-fields.js'
import { Page } from '../components/page.js'
import { Printed } from '../components/table.js'
import { writerIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'

export interface NamingJudgingProps {
  training: string
  namings: readonly NamingToJudge[]
  /** The changeset of the decision that was just made. */
  done: number | null
  /** Null where nobody may judge. */
  token: string | null
}

export function NamingJudgingPage({ training, namings, done, token }: NamingJudgingProps) {
  const site = useSite()
  const { text } = site
  const words = text.namingJudging
  return (
    <Page title={words.title} unlisted breadcrumb={[{ text: words.row, path: `/trainings/${training}` }]}>
      <h1>{words.title}</h1>
      <p>{words.lede}</p>
      {done !== null && <output class="quiet">{text.queue.recordedAs(done)}</output>}
      {token === null && <p class="notice">{text.queue.nobody}</p>}
      {namings.map((naming) => (
        <Naming naming={naming} training={training} token={token} />
      ))}
      <p>
        <a href={href(site, `/trainings/${training}`)}>{words.back}</a>
      </p>
    </Page>
  )
}

function Naming({ naming, training, token }: { naming: NamingToJudge; training: string; token: string | null }) {
  const site = useSite()
  const { text } = site
  const words = text.namingJudging
  return (
    <section aria-labelledby={`naming-${naming.id}`}>
      <h2 id={`naming-${naming.id}`}>
        <Printed text={naming.text} />
      </h2>
      <p class="quiet small">
        {naming.role === 'recipient' ? text.fields.recipient : text.fields.deliverer} ·{' '}
        <a href={href(site, `/names/${naming.nameId}`)}>{words.name}</a>
      </p>
      <p>
        {naming.means ? (
          <>
            {naming.apart ? words.meansHere : words.meansAsElsewhere} <Unit unit={naming.means} />
          </>
        ) : naming.apart && naming.nameMeans ? (
          <>
            {words.meansNot} <Unit unit={naming.nameMeans} />
          </>
        ) : (
          words.meansNothing
        )}
        {naming.apart && naming.means && naming.nameMeans && naming.means.id !== naming.nameMeans.id && (
          <>
            . {words.elsewhere} <Unit unit={naming.nameMeans} />
          </>
        )}
      </p>
      {naming.judged.length > 0 && (
        <ul>
          {naming.judged.map((one) => (
            <li>
              {words.judged(text.queue.verdicts[one.verdict], writerIn(site.language, one.reviewer ?? ''))}{' '}
              {one.unit ? <Unit unit={one.unit} /> : <span translate="no">{one.entity}</span>}
              {one.note && ` – ${one.note}`}{' '}
              {token !== null && (
                <form method="post" action={href(site, '/queue/undo')} class="queue-undo">
                  <input type="hidden" name="token" value={token} />
                  <input type="hidden" name="changeset" value={String(one.changeset)} />
                  <input type="hidden" name="training" value={training} />
                  <button type="submit">{words.undo(one.changeset)}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {token !== null && <Decide naming={naming} training={training} token={token} />}
    </section>
  )
}

function Decide({ naming, training, token }: { naming: NamingToJudge; training: string; token: string }) {
  const site = useSite()
  const { text } = site
  const words = text.namingJudging
  const choices = [...(naming.nameMeans ? [naming.nameMeans] : []), ...naming.others]
  return (
    <form method="post" action={href(site, '/queue/naming')}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="training" value={training} />
      <input type="hidden" name="naming" value={naming.id} />
      <fieldset>
        <legend>{words.which}</legend>
        {choices.map((unit, index) => (
          <p>
            <label>
              <input type="radio" name="entity" value={unit.id} checked={index === 0} /> <span translate="no">{unit.name}</span>{' '}
              <span class="quiet small">
                {unit.id === naming.nameMeans?.id ? words.asElsewhere : text.queue.kinds[unit.kind as 'unit']}
              </span>
            </label>
          </p>
        ))}
        <p>
          <label>
            <input type="radio" name="entity" value="" checked={choices.length === 0} /> {words.another}{' '}
            <input type="text" name="other" maxlength={200} autocomplete="off" aria-label={words.other} />
          </label>
          <span class="quiet small"> {words.otherHint}</span>
        </p>
      </fieldset>
      <NoteField />
      <VerdictButtons same={words.same} different={words.different} />
    </form>
  )
}

function Unit({ unit }: { unit: UnitRow }) {
  const site = useSite()
  return (
    <a href={href(site, `/units/${unit.id}`)} translate="no">
      {unit.name}
    </a>
  )
}
