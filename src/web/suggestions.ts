/** What the search box suggests while somebody types: pages of countries, programmes, their families, and printed names. */
import { Hono } from 'hono'
import { z } from 'zod'
import { maximumQueryLength, readQuery } from '../ledger/read/query.js'
import { searchKey } from '../names/search-key.js'
import { countryName } from './countries.js'
import type { WebDependencies } from './dependencies.js'
import { matching, type Suggestion } from './known-pages.js'
import { formatFor, languages } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import { requires } from './permissions.js'
import { href } from './site.js'

export interface Suggestions {
  groups: { label: string; options: Suggestion[] }[]
  /** How many there are, for readers who hear the page. */
  status: string
}

const most = { countries: 4, programs: 4, names: 7 }

const Asked = z.object({ q: z.string().max(maximumQueryLength, `at most ${maximumQueryLength} characters`).default('') })

export function suggestionRoutes({ reading, knownPages }: WebDependencies): Hono {
  const app = new Hono()
  for (const language of languages)
    app.get(`/${language}/suggest`, requires('read'), async (context) => {
      const { q } = readQuery(Asked, new URL(context.req.url).searchParams)
      const { search, rooms } = messagesFor(language)
      const format = formatFor(language)
      const words = searchKey(q).split(' ').filter(Boolean)
      if (words.length === 0) return context.json({ groups: [], status: '' } satisfies Suggestions)
      const lists = await knownPages(language)
      const { rows } = await reading.names({ q: asPrefix(q), limit: most.names })
      const groups = [
        { label: rooms.countries, options: matching(lists.countries, words, most.countries) },
        { label: rooms.programs, options: matching(lists.programs, words, most.programs) },
        {
          label: search.suggestedNames,
          options: rows.map((name) => ({
            text: name.text,
            detail: [
              name.country && countryName(name.country, language),
              search.suggestedSessions(name.quantity, format.number(name.quantity)),
            ]
              .filter(Boolean)
              .join(' · '),
            href: href({ language, asOf: null }, `/names/${name.id}`),
          })),
        },
      ].filter(({ options }) => options.length > 0)
      const count = groups.reduce((sum, { options }) => sum + options.length, 0)
      return context.json({ groups, status: search.suggested(count) } satisfies Suggestions)
    })
  return app
}

/** The last word is still being typed; quotation marks and stars are for the search itself. */
export function asPrefix(typed: string): string {
  const plain = typed.replace(/["“”«»*]/gu, ' ')
  return /[\p{L}\p{N}]$/u.test(plain) ? `${plain}*` : plain
}
