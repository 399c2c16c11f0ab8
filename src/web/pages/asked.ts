/** What a page needs of its request: the frame's facts, and how the page is sent. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type AsOf, asOfText } from '../../ledger/read/as-of.js'
import { TrainingQuery } from '../../ledger/read/query.js'
import type { Head } from '../../ledger/read/views.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { renderPage } from '../render.js'
import type { Site } from '../site.js'
import { stylesheet } from '../style/stylesheet.js'

/** What every address of the ledger's pages takes: the state to be shown. */
export const State = TrainingQuery.pick({ as_of: true })

/** A page's status: 422 is a form that is shown again with what is wrong in it. */
export type PageStatus = 200 | 400 | 404 | 410 | 422 | 500 | 503

export interface Asked {
  context: Context
  language: Language
  parameters: URLSearchParams
  /** The page with the frame's facts around it; `head` is the state that it shows. */
  send(head: Head | null, page: (site: Site) => Child, status?: PageStatus): Response
  site(head: Head | null): Site
}

export function askFor(context: Context, language: Language): Asked {
  const url = new URL(context.req.url)
  const site = (head: Head | null): Site => ({
    language,
    text: messagesFor(language),
    format: formatFor(language),
    address: `${url.pathname.slice(`/${language}`.length) || '/'}${url.search}`,
    asOf: askedState(url.searchParams),
    head,
    origin: url.origin,
    stylesheet: stylesheet().path,
  })
  return {
    context,
    language,
    parameters: url.searchParams,
    site,
    send: (head, content, status = 200) => {
      const shown = site(head)
      return context.html(renderPage(shown, content(shown)), status, { 'content-language': language })
    },
  }
}

/** The state that the address asks for, also on pages that answer an error of that very address. */
function askedState(parameters: URLSearchParams): Exclude<AsOf, undefined> | null {
  return asOfText.safeParse(parameters.get('as_of')).data ?? null
}
