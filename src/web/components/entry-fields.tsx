/** Fields of the forms that an analyst fills: each with its label, what it holds, and beside it what is wrong with it. */

import type { Child } from 'hono/jsx'
import type { EntityKind } from '../../ledger/entities.js'
import type { UserError } from '../../ledger/errors.js'
import { countries } from '../../ledger/vocabulary.js'
import type { Typed } from '../entry/typed.js'
import { errorIn } from '../messages/errors.js'
import { nameIn } from '../messages/format.js'
import { href, useSite } from '../site.js'

interface FieldProps {
  typed: Typed
  name: string
  label: string
  hint?: string
  required?: boolean
}

const idOf = (name: string) => `field-${name.replace(/[^\w-]/g, '-')}`

/** What a field is described by: its hint and its problem. */
function describedBy({ typed, name, hint }: Pick<FieldProps, 'typed' | 'name' | 'hint'>): string | undefined {
  const ids = [hint ? `${idOf(name)}-hint` : '', typed.problems.has(name) ? `${idOf(name)}-problem` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

function Problem({ typed, name }: Pick<FieldProps, 'typed' | 'name'>) {
  const words = useSite().text.entry
  const problem = typed.problems.get(name)
  if (!problem) return null
  return (
    <span class="field-problem" id={`${idOf(name)}-problem`}>
      {words.problems[problem]}
      {(name === 'file' || name === 'text') && typed.told && <Told error={typed.told} />}
    </span>
  )
}

/** What reading the file said of it. */
export function Told({ error }: { error: UserError }) {
  const { message, remedy, lang } = errorIn(useSite().language, error)
  return <span lang={lang}>{` ${message} ${remedy}`}</span>
}

function Frame({ typed, name, label, hint, required, children }: FieldProps & { children: Child }) {
  const words = useSite().text.entry
  return (
    <div class={typed.problems.has(name) ? 'field wrong' : 'field'}>
      <label for={idOf(name)}>
        {label}
        {required && <span class="quiet small"> ({words.required})</span>}
      </label>
      {hint && (
        <span class="quiet small" id={`${idOf(name)}-hint`}>
          {hint}
        </span>
      )}
      {children}
      <Problem typed={typed} name={name} />
    </div>
  )
}

export function TextField({ type = 'text', most = 300, ...props }: FieldProps & { type?: string; most?: number }) {
  const { typed, name } = props
  return (
    <Frame {...props}>
      <input
        id={idOf(name)}
        name={name}
        type={type}
        value={typed.get(name)}
        maxlength={most}
        autocomplete="off"
        aria-describedby={describedBy(props)}
        aria-invalid={typed.problems.has(name) ? 'true' : undefined}
      />
    </Frame>
  )
}

export function TextArea({ rows = 4, ...props }: FieldProps & { rows?: number }) {
  const { typed, name } = props
  return (
    <Frame {...props}>
      <textarea
        id={idOf(name)}
        name={name}
        rows={rows}
        aria-describedby={describedBy(props)}
        aria-invalid={typed.problems.has(name) ? 'true' : undefined}
      >
        {typed.get(name)}
      </textarea>
    </Frame>
  )
}

export function Choice({
  options,
  blank,
  ...props
}: FieldProps & { options: readonly { value: string; text: string }[]; blank?: string }) {
  const { typed, name } = props
  return (
    <Frame {...props}>
      <select
        id={idOf(name)}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={typed.problems.has(name) ? 'true' : undefined}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map(({ value, text }) => (
          <option value={value} selected={typed.get(name) === value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  )
}

export function Tick({ typed, name, label, hint }: FieldProps) {
  return (
    <div class={typed.problems.has(name) ? 'field tick wrong' : 'field tick'}>
      <label>
        <input
          type="checkbox"
          name={name}
          value="yes"
          checked={typed.ticked(name)}
          aria-describedby={describedBy({ typed, name, hint })}
        />{' '}
        {label}
      </label>
      {hint && (
        <span class="quiet small" id={`${idOf(name)}-hint`}>
          {hint}
        </span>
      )}
      <Problem typed={typed} name={name} />
    </div>
  )
}

export function Radios({
  typed,
  name,
  label,
  options,
  preset,
}: FieldProps & { options: readonly { value: string; text: string }[]; preset?: string }) {
  const chosen = typed.get(name) || preset
  return (
    <fieldset class={typed.problems.has(name) ? 'field wrong' : 'field'} aria-describedby={describedBy({ typed, name })}>
      <legend>{label}</legend>
      {options.map(({ value, text }) => (
        <label class="option">
          <input type="radio" name={name} value={value} checked={chosen === value} /> {text}
        </label>
      ))}
      <Problem typed={typed} name={name} />
    </fieldset>
  )
}

export function CountryChoice(props: FieldProps) {
  const { language, text, format } = useSite()
  const options = countries()
    .map((country) => ({ value: country.code, text: nameIn(language, country) }))
    .sort((a, b) => format.collator.compare(a.text, b.text))
  return <Choice {...props} options={options} blank={text.entry.unknown} />
}

/** A date verbatim, and how it is to be read. */
export function DateField({ typed, name, label, known, hint }: FieldProps & { known?: { name: string; label: string } }) {
  const words = useSite().text.entry
  return (
    <fieldset class={typed.problems.has(name) ? 'field date wrong' : 'field date'}>
      <legend>{label}</legend>
      {hint && <span class="quiet small">{hint}</span>}
      <div class="date-parts">
        <TextField typed={typed} name={`${name}_printed`} label={words.asPrinted} most={200} />
        <TextField typed={typed} name={name} label={words.readAs} hint={words.readAsHint} most={40} />
      </div>
      {known && <Tick typed={typed} name={known.name} label={known.label} />}
    </fieldset>
  )
}

/**
 * Somebody or something: found by a part of the name and chosen, or made anew. Without script "find" shows the form again with those who may be meant;
 * an island finds them while somebody types.
 */
export function Picker({ typed, name, label, hint, required, kinds }: FieldProps & { kinds: readonly EntityKind[] }) {
  const site = useSite()
  const { text, language } = site
  const words = text.entry
  const found = typed.found.get(name) ?? []
  const chosen = typed.get(`${name}_id`)
  const isNew = chosen === 'new'
  return (
    <fieldset
      class={typed.problems.has(name) ? 'field picker wrong' : 'field picker'}
      data-pick={href({ language, asOf: null }, '/enter/find')}
      data-kinds={kinds.join(',')}
      data-name={name}
      data-label={words.suggestions}
    >
      <legend>
        {label}
        {required && <span class="quiet small"> ({words.required})</span>}
      </legend>
      {hint && (
        <span class="quiet small" id={`${idOf(name)}-hint`}>
          {hint}
        </span>
      )}
      <div class="picker-line">
        <input
          id={idOf(name)}
          name={name}
          type="text"
          value={typed.get(name)}
          maxlength={300}
          autocomplete="off"
          aria-label={`${label}: ${words.nameToFind}`}
          aria-describedby={describedBy({ typed, name, ...(hint && { hint }) })}
          aria-invalid={typed.problems.has(name) ? 'true' : undefined}
        />
        <button type="submit" name="step" value="find" formnovalidate class="plain">
          {words.find}
          <span class="visually-hidden">: {label}</span>
        </button>
      </div>
      <Problem typed={typed} name={name} />
      <div class="picker-found">
        {found.map((entity) => (
          <label class="option">
            <input type="radio" name={`${name}_id`} value={entity.id} checked={chosen === entity.id} />{' '}
            <span translate="no">{entity.name}</span>{' '}
            <span class="quiet small">{[text.entity.kinds[entity.kind], entity.country].filter(Boolean).join(', ')}</span>
          </label>
        ))}
      </div>
      <details open={isNew || typed.problems.get(name) === 'nothing found'}>
        <summary>{words.notThere}</summary>
        <label class="option">
          <input type="radio" name={`${name}_id`} value="new" checked={isNew} /> {words.makeNew}
        </label>
        <div class="date-parts">
          <Choice
            typed={typed}
            name={`${name}_kind`}
            label={words.kind}
            options={kinds.map((kind) => ({ value: kind, text: text.entity.kinds[kind] }))}
          />
          <CountryChoice typed={typed} name={`${name}_country`} label={words.country} />
        </div>
        {chosen !== '' && (
          <label class="option">
            <input type="radio" name={`${name}_id`} value="" /> {words.nobodyElse}
          </label>
        )}
      </details>
    </fieldset>
  )
}
