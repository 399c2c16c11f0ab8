/** The search box that stands on every page. A past state has no suggestions: they are of the present. */
import { maximumQueryLength } from '../../ledger/read/query.js'
import { href, useSite } from '../site.js'

export function SearchBox({ question = '', large = false }: { question?: string; large?: boolean }) {
  const site = useSite()
  const id = large ? 'question' : 'question-small'
  return (
    <search>
      <form
        class={large ? 'search large' : 'search'}
        action={href({ language: site.language, asOf: null }, '/search')}
        method="get"
        data-suggest={site.asOf === null ? href(site, '/suggest') : undefined}
        data-suggest-label={site.asOf === null ? site.text.search.suggestions : undefined}
      >
        <label class="visually-hidden" for={id}>
          {site.text.search.label}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          value={question}
          maxlength={maximumQueryLength}
          placeholder={large ? site.text.search.example : site.text.search.label}
          autocomplete="off"
          spellcheck={false}
        />
        {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
        <button type="submit">{site.text.search.button}</button>
      </form>
    </search>
  )
}
