/** One address a page: what is asked for with a slash at its end leads to the address without it, for good. */
import type { MiddlewareHandler } from 'hono'

/** Those whose own address ends in one. */
const endInSlash = /^\/(?:(?:en|es|api\/v1)\/)?$/

export const withoutSlashAtEnd: MiddlewareHandler = async (context, next) => {
  const { pathname, search } = new URL(context.req.url)
  if (context.req.method === 'POST' || !pathname.endsWith('/') || endInSlash.test(pathname)) return next()
  // Two slashes at the beginning would name another server.
  const path = pathname.replace(/\/+$/, '').replace(/^\/+/, '/')
  return context.redirect(`${/^\/(?:en|es|api\/v1)?$/.test(path) ? `${path.replace(/\/$/, '')}/` : path}${search}`, 301)
}
