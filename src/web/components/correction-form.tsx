/** The form that corrects a claim and says on whose page it will stand. Only what differs from the proposal is a correction. */
import { type Claim, type ClaimRole, lineageParts } from '../../ledger/claims.js'
import type { ArticleView, ShownClaim } from '../article-view.js'
import { href, useSite } from '../site.js'

/** What can be corrected of each kind, in the order of the form. Numbers are `numbers`. */
export const correctable = {
  quantity: ['value', 'low', 'high', 'comparator', 'measure', 'counted', 'currency', 'per', 'provider', 'recipient', 'programme'],
  event: ['action', 'perpetrators', 'victims'],
  lineage: ['members', 'left', 'relation', 'joined', 'trained_by'],
  status: ['subject', 'state'],
  denial: ['of'],
  doubt: ['of'],
} as const satisfies Record<Claim['type'], readonly string[]>
export const correctableOfAll = ['speaker', 'hedge', 'place'] as const
export const numbers: ReadonlySet<string> = new Set(['value', 'low', 'high'])
export const comparators = ['=', '<', '>', '≈'] as const

/** Whom a claim of each kind can be said of. */
export const rolesOf: Record<Claim['type'], readonly ClaimRole[]> = {
  quantity: ['subject'],
  status: ['subject'],
  event: ['subject', 'perpetrators'],
  lineage: ['subject', ...lineageParts],
  denial: ['subject'],
  doubt: ['subject'],
}
export const newKinds = ['unit', 'body', 'organization', 'person', 'incident'] as const

interface CorrectionFormProps {
  view: ArticleView
  shown: ShownClaim
  token: string
  ties: Partial<Record<ClaimRole, { text: string; kind: string | null }>>
}

export function CorrectionForm({ view, shown, token, ties }: CorrectionFormProps) {
  const site = useSite()
  const words = site.text.article
  const { claim, kept } = shown
  const fields = [...correctable[claim.type], ...correctableOfAll]
  const values = claim as unknown as Record<string, string | number | null>
  const input = (name: string, value: string | number | null) =>
    name === 'comparator' ? (
      <label>
        {words.claim.fields[name]}
        <select name={name}>
          {comparators.map((sign) => (
            <option value={sign} selected={sign === value}>
              {sign}
            </option>
          ))}
        </select>
      </label>
    ) : (
      <label>
        {words.claim.fields[name]}
        <input
          type="text"
          name={name}
          autocomplete="off"
          maxlength={1000}
          inputmode={numbers.has(name) ? 'decimal' : undefined}
          value={value === null || value === undefined ? '' : String(value)}
        />
      </label>
    )
  const concerned = claim.type === 'denial' || claim.type === 'doubt' ? claim.concerns : null
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{words.claim.correct}</h2>
      <p class="quiet small">{words.claim.correctLede}</p>
      <form method="post" action={href(site, '/claims/decide')} class="check-form">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="claim" value={kept.id} />
        <input type="hidden" name="seen" value={String(kept.decision?.changeset ?? '')} />
        <input type="hidden" name="corrections" value="yes" />
        {fields.map((name) => input(name, values[name] ?? null))}
        <fieldset class="pair">
          <legend class="visually-hidden">{words.claim.fields.period}</legend>
          {input('period', claim.period?.printed ?? null)}
          {input('from', claim.period?.from ?? null)}
          {input('to', claim.period?.to ?? null)}
        </fieldset>
        {concerned !== null && (
          <fieldset>
            <legend>{words.claim.concerns}</legend>
            {view.claims
              .filter((other) => other.kept.id !== kept.id && other.claim.type !== 'denial' && other.claim.type !== 'doubt')
              .map((other) => (
                <label class="tick">
                  <input type="checkbox" name="concerns" value={other.kept.id} checked={concerned.includes(other.kept.id)} />{' '}
                  {words.claimNumber(other.number)}
                </label>
              ))}
          </fieldset>
        )}
        <fieldset>
          <legend>{words.claim.ties}</legend>
          <p class="quiet small">{words.claim.tiesHint}</p>
          {rolesOf[claim.type].map((role) => (
            <div class="pair">
              <label>
                {words.claim.roles[role]}
                <input type="text" name={`tie_${role}`} maxlength={300} autocomplete="off" value={ties[role]?.text ?? ''} />
              </label>
              <label>
                {words.claim.kind}
                <select name={`kind_${role}`}>
                  {newKinds.map((kind) => (
                    <option value={kind} selected={(ties[role]?.kind ?? 'unit') === kind}>
                      {words.claim.kinds[kind]}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          ))}
        </fieldset>
        <label>
          {words.desk.note}
          <input type="text" name="note" maxlength={2000} autocomplete="off" value={kept.decision?.note ?? ''} />
        </label>
        <p>
          <button type="submit" name="verdict" value="corrected">
            {words.claim.save}
          </button>{' '}
          <button type="submit" name="verdict" value="rejected" class="plain">
            {words.desk.reject}
          </button>
        </p>
      </form>
    </section>
  )
}
