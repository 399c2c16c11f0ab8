/**
 * What every page knows of the request it answers: language, the state of the ledger it shows, and how to write an address.
 *
 * Passed by context, because a figure deep in a table needs the language as much as the page does. Rendering is synchronous; two
 * requests never share it.
 */
import { createContext, useContext } from 'hono/jsx'
import { type AsOf, stateInAddress } from '../ledger/read/as-of.js'
import type { Head } from '../ledger/read/views.js'
import type { Format, Language } from './messages/format.js'
import type { Messages } from './messages/messages.js'

export interface Site {
  language: Language
  text: Messages
  format: Format
  /** The page's own path and query without the language: "/countries/mex?as_of=3". */
  address: string
  /** The state that was asked for with `as_of`; null for the present. */
  asOf: Exclude<AsOf, undefined> | null
  /** The state that is shown; null where the ledger could not be asked (error pages). */
  head: Head | null
  /** "http://localhost:4777": permalinks are absolute, so that they survive being copied. */
  origin: string
  stylesheet: string
}

const SiteContext = createContext<Site | null>(null)
export const SiteProvider = SiteContext.Provider

export function useSite(): Site {
  const site = useContext(SiteContext)
  if (!site) throw new Error('a component was rendered outside SiteProvider')
  return site
}

/** The address of a page in the same language and, where the reader looks at a past state, of the same state. */
export function href(
  site: Pick<Site, 'language' | 'asOf'>,
  path: string,
  parameters?: URLSearchParams | Record<string, string>,
): string {
  const query = new URLSearchParams(parameters)
  if (site.asOf !== null && !query.has('as_of')) query.set('as_of', String(site.asOf))
  // Commas separate the values of a list and read better as they are; they are legal in a query.
  const written = query.toString().replaceAll('%2C', ',')
  return `/${site.language}${path === '/' ? '/' : path}${written ? `?${written}` : ''}`
}

/** The address in the same language with the state that is shown, past or present: a picture must not show another one. */
export function ofState(site: Pick<Site, 'language' | 'asOf' | 'head'>, path: string, parameters?: URLSearchParams): string {
  const query = new URLSearchParams(parameters)
  if (site.head) query.set('as_of', stateInAddress(site.head))
  return href(site, path, query)
}

/** The same page in another language. */
export function inLanguage(site: Pick<Site, 'address'>, language: Language): string {
  return `/${language}${site.address}`
}

/**
 * An absolute address in no language that will show the same figures whatever is added to the ledger later: `path` begins with /id/, and
 * the state is named by its digest, so that another ledger shows that very state or says that it does not hold it.
 */
export function permalink(site: Pick<Site, 'origin' | 'head'>, path: `/id/${string}`, parameters?: URLSearchParams): string {
  const query = new URLSearchParams(parameters)
  if (site.head) query.set('as_of', stateInAddress(site.head))
  const written = query.toString().replaceAll('%2C', ',')
  return `${site.origin}${path}${written ? `?${written}` : ''}`
}
