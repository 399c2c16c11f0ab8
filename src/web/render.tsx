/** From a page to the document that is sent. */
import type { Child } from 'hono/jsx'
import { type Site, SiteProvider } from './site.js'

export function renderPage(site: Site, page: Child): string {
  return `<!doctype html>${(<SiteProvider value={site}>{page}</SiteProvider>).toString()}`
}
