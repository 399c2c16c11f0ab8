/** The question of a check as a plain form: every part of it can be changed, and the answer is an address. */

import { type CheckQuery, comparisons, everywhere, regionOf, unsaid } from '../../analysis/check-query.js'
import { regions } from '../../analysis/claim-places.js'
import { abouts } from '../../analysis/claim-question.js'
import { reserves } from '../../analysis/claim-reserves.js'
import { slugOf } from '../../ledger/read/cube.js'
import { countries, programs } from '../../ledger/vocabulary.js'
import { countryInWords } from '../countries.js'
import { nameIn } from '../messages/format.js'
import { href, type Site, useSite } from '../site.js'

export function CheckForm({ query }: { query: Partial<CheckQuery> }) {
  const site = useSite()
  const { text, language } = site
  const words = text.check
  const form = words.form
  const names = countries().map((country) => nameIn(language, country))
  return (
    <form method="get" action={href(site, '/checks').split('?')[0]!} class="check-form" aria-label={words.edit}>
      {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
      <label>
        {form.measure}
        <select name="measure" required>
          {abouts.map((about) => (
            <option value={about} selected={query.measure === about}>
              {words.abouts[about]}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="pair">
        <legend class="visually-hidden">{form.value}</legend>
        <label>
          {form.comparator}
          <select name="comparator">
            {comparisons.map((comparison) => (
              <option value={comparison} selected={(query.comparator ?? 'exactly') === comparison}>
                {words.comparisons[comparison]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {form.value}
          <input
            type="text"
            name="value"
            inputmode="decimal"
            size={11}
            autocomplete="off"
            value={query.value?.toString() ?? ''}
          />
        </label>
        <label>
          {form.valueTo}
          <input
            type="text"
            name="value_to"
            inputmode="decimal"
            size={11}
            autocomplete="off"
            value={query.value_to?.toString() ?? ''}
          />
        </label>
      </fieldset>
      {query.currency && query.currency !== 'USD' && (
        <label>
          {form.currency}
          <select name="currency">
            <option value={query.currency} selected>
              {query.currency}
            </option>
            <option value="">{form.usDollars}</option>
          </select>
        </label>
      )}
      <label>
        {form.place}
        <input type="text" name="place" list="places" maxlength={300} autocomplete="off" value={placeInWords(site, query)} />
        <span class="quiet small">{form.placeHint}</span>
      </label>
      <datalist id="places">
        {regions().map(({ name }) => (
          <option value={words.regions[name] ?? name} />
        ))}
        {names.map((name) => (
          <option value={name} />
        ))}
      </datalist>
      <fieldset class="pair">
        <legend class="visually-hidden">{form.years}</legend>
        <label>
          {form.from}
          <input type="text" name="from" size={10} maxlength={10} autocomplete="off" value={query.from ?? ''} />
        </label>
        <label>
          {form.to}
          <input type="text" name="to" size={10} maxlength={10} autocomplete="off" value={query.to ?? ''} />
        </label>
        <label class="whole">
          {form.years}
          <select name="years">
            {(['fiscal', 'calendar'] as const).map((kind) => (
              <option value={kind} selected={(query.years ?? 'fiscal') === kind}>
                {form[kind]}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <fieldset class="pair">
        <legend class="visually-hidden">{form.published}</legend>
        <label class="tick">
          <input type="checkbox" name="open" value="yes" checked={query.open === 'yes'} /> {form.open}
        </label>
        <label>
          <span class="visually-hidden">{form.published}</span>
          <input
            type="text"
            name="published"
            size={11}
            maxlength={10}
            autocomplete="off"
            placeholder={form.publishedHint}
            value={query.published ?? ''}
          />
        </label>
      </fieldset>
      <ProgramChoice chosen={query.program ?? []} />
      <label>
        {form.provider}
        <select name="provider">
          <option value="">{form.usa}</option>
          <option value={unsaid} selected={query.provider === unsaid}>
            {form.unsaid}
          </option>
          {query.provider && query.provider !== unsaid && (
            <option value={query.provider} selected>
              {query.provider}
            </option>
          )}
        </select>
      </label>
      <label>
        {form.counted}
        <input type="text" name="counted" maxlength={200} autocomplete="off" value={query.counted ?? ''} />
        <span class="quiet small">{form.countedHint}</span>
      </label>
      <label>
        {form.per}
        <select name="per">
          <option value="">{form.perNot}</option>
          <option value="year" selected={query.per === 'year'}>
            {form.perYear}
          </option>
          {query.per && query.per !== 'year' && (
            <option value={query.per} selected>
              {words.perWords[query.per] ?? query.per}
            </option>
          )}
        </select>
      </label>
      <label>
        {form.said}
        <select name="said">
          {(['done', ...reserves] as const).map((said) => (
            <option value={said} selected={(query.said ?? 'done') === said}>
              {form.reserves[said]}
            </option>
          ))}
        </select>
      </label>
      <p>
        <button type="submit">{words.ask}</button>
      </p>
    </form>
  )
}

/** Several programmes, or one that the reports do not know, stand as one choice of their own. */
function ProgramChoice({ chosen }: { chosen: readonly string[] }) {
  const site = useSite()
  const form = site.text.check.form
  const families = [...new Set(programs().map(({ family }) => family))].sort(site.format.collator.compare)
  const single = programs().filter(({ code, family }) => code !== family && !families.includes(code))
  const listed = [...families, ...single.map(({ code }) => code)].map(slugOf)
  const known = programs().flatMap(({ code, family }) => [code, family])
  const other = chosen.length > 1 || (chosen.length === 1 && !listed.includes(chosen[0]!)) ? chosen.join(',') : null
  const option = (name: string) => (
    <option value={slugOf(name)} selected={chosen.length === 1 && chosen[0] === slugOf(name)}>
      {name}
    </option>
  )
  return (
    <label>
      {form.program}
      <select name="program">
        <option value="">{form.anyProgram}</option>
        {other !== null && (
          <option value={other} selected>
            {chosen.map((slug) => known.find((name) => slugOf(name) === slug) ?? slug).join('; ')}
          </option>
        )}
        <optgroup label={form.families}>{families.map(option)}</optgroup>
        <optgroup label={form.programs}>{single.map(({ code }) => option(code))}</optgroup>
      </select>
    </label>
  )
}

/** As the form reads it again. */
function placeInWords({ text, format, language }: Site, { country = [] }: Partial<CheckQuery>): string {
  const words = text.check
  if (country.includes(everywhere)) return words.everywhere
  const codes = country.map((code) => code.toUpperCase())
  const region = codes.length > 1 ? regionOf(codes) : null
  if (region) return words.regions[region] ?? region
  return format.list(codes.map((code) => countryInWords(code, language)))
}
