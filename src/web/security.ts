/**
 * What every answer carries and every request must pass, against pages that are not ours: no script or style but our files, no frame, no
 * request to anywhere else, and no foreign name for this machine (DNS rebinding: a site that points its own name at 127.0.0.1).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { errors } from '../ledger/errors.js'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const local = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** `hosts`: names under which this server may be called besides this machine's own. */
export function secure(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  return async (context, next) => {
    const host = new URL(context.req.url).hostname.toLowerCase()
    if (!local.test(host) && !known.has(host)) throw errors.HOST_UNKNOWN()
    await next()
    // An answer that says itself who may frame it; the older header would forbid it to all.
    const framed = context.res.headers.get('content-security-policy')?.includes("frame-ancestors 'self'")
    for (const [name, value] of Object.entries(headers))
      if (framed && name === 'x-frame-options') continue
      else if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  }
}

/**
 * Written on every form and asked back: a page of another site cannot read it. Our pages send no referrer, so that a browser names no origin
 * with a form; it says where a form comes from (`Sec-Fetch-Site`) only to addresses that it trusts.
 */
export const formToken = randomBytes(24).toString('base64url')

/** @throws UserError FORM_FOREIGN unless the form is one that this process wrote, sent from one of its own pages */
export function checkForm(headers: Headers, token: string | undefined): void {
  const site = headers.get('sec-fetch-site')
  if ((site !== null && site !== 'same-origin') || !isOwnToken(token)) throw errors.FORM_FOREIGN()
}

/** Whether it is the token of this process. */
export function isOwnToken(token: string | undefined): boolean {
  const given = Buffer.from(token ?? '')
  const own = Buffer.from(formToken)
  return given.length === own.length && timingSafeEqual(given, own)
}

/** Whether the browser says that a page of ours sent it: no other site can make it say so. */
export const isOwnPage = (headers: Headers): boolean => headers.get('sec-fetch-site') === 'same-origin'

/** An address longer than this is nobody's question. */
const longestAddress = 16_000

/** Reading, and POST for the rooms that take a form or a batch of questions: where none does, the address answers that it takes no POST. */
export const readOrSend: MiddlewareHandler = async (context, next) => {
  const { method, url } = context.req
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') throw errors.METHOD_NOT_ALLOWED(method.slice(0, 10))
  if (url.length > longestAddress) throw errors.ADDRESS_TOO_LONG(longestAddress)
  await next()
}
