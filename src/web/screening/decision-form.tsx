/** The form of a decision: what was found, what to do next, why, and until when it counts. What could not be taken comes back as it was typed. */
import { Action, Finding, type ListSummary, type SubjectView } from '../../screening/model.js'
import { href, useSite } from '../site.js'
import type { Show } from './list-page.js'
import { Problem } from './parts.js'
import { percentOf } from './words.js'

/** As it was sent. */
export interface TypedDecision {
  about: string
  finding: string
  action: string
  reason: string
  expires: string
  problem: string
}

export interface DecisionFormProps {
  list: Pick<ListSummary, 'id'>
  view: SubjectView
  show: Show
  token: string
  typed: TypedDecision | null
}

export function DecisionForm({ list, view, show, token, typed }: DecisionFormProps) {
  const site = useSite()
  const words = site.text.screening
  const { position } = view.subject
  return (
    <section aria-labelledby="decide" class="no-print">
      <h2 id="decide">{words.decide}</h2>
      {typed && <Problem message={typed.problem} />}
      <form
        method="post"
        action={href(site, `/screening/${list.id}/subjects/${position}/decide`)}
        class="screening-form"
        id="decision"
        data-failed={words.failed}
      >
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="show" value={show} />
        <p>
          <label for="about">{words.about}</label>
          <select id="about" name="about">
            <option value="">{words.aboutAll}</option>
            {view.hits.map(({ entity, rank, score }) => (
              <option value={entity.id} selected={typed?.about === entity.id}>
                {rank}. {entity.name} ({words.score(percentOf(site, score))})
              </option>
            ))}
          </select>
        </p>
        <fieldset>
          <legend>{words.finding}</legend>
          {Finding.options.map((finding) => (
            <label>
              <input
                type="radio"
                name="finding"
                value={finding}
                checked={typed?.finding === finding}
                data-key={words.keys[finding]}
              />{' '}
              {words.findings[finding]} <kbd>{words.keys[finding]}</kbd>
            </label>
          ))}
        </fieldset>
        <p>
          <label for="action">{words.action}</label>
          <select id="action" name="action">
            <option value="">{words.noAction}</option>
            {Action.options.map((action) => (
              <option value={action} selected={typed?.action === action}>
                {words.actions[action]}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label for="reason">{words.reason}</label>
          <textarea id="reason" name="reason" rows={3} required maxlength={4_000} autocomplete="off">
            {typed?.reason ?? ''}
          </textarea>
        </p>
        <p>
          <label for="expires">{words.expires}</label>
          <input type="date" id="expires" name="expires" value={typed?.expires ?? ''} aria-describedby="expires-hint" />{' '}
          <span id="expires-hint" class="quiet small">
            {words.expiresHint}
          </span>
        </p>
        <button type="submit">{words.record}</button>
        <output id="decision-told" class="quiet" />
        <p class="quiet small">{words.keysNote}</p>
      </form>
    </section>
  )
}
