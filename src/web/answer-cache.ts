/**
 * Answers that depend on nothing but a state of what is served and the address, kept in bounded memory; and their ETags, so that a browser that has
 * an answer gets none.
 */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

interface Kept {
  body: Uint8Array<ArrayBuffer>
  status: number
  headers: [string, string][]
}

export interface AnswerCache {
  middleware: MiddlewareHandler
  /** For tests and the bench. */
  bytes(): number
}

/** An answer above this is not kept: it would push out hundreds of others. */
const largest = 2_000_000

/**
 * `state` names what answers are made of. `bytes` bounds all bodies together, 0 keeps none. `release` names the program's version, whose pages differ from another's.
 */
export function answerCache(
  state: () => Promise<string>,
  { bytes: limit, release }: { bytes: number; release: string },
): AnswerCache {
  const kept = new Map<string, Kept>()
  let size = 0
  const oneState = shared(state)

  const middleware: MiddlewareHandler = async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next()
    const key = createHash('sha256')
      .update(`${release}\n${await oneState()}\n${context.req.url}`)
      .digest('base64url')
      .slice(0, 22)
    const etag = `"${key}"`
    const headers = { etag, 'cache-control': 'no-cache' }
    const held = context.req.header('if-none-match')
    if (matches(held, etag)) return context.body(null, 304, headers)
    // Of any answer that the caller may have it is known only here whether there is one: an address may be nobody's.
    const any = held?.trim() === '*'
    const found = kept.get(key)
    if (found) {
      // Most recently used last.
      kept.delete(key)
      kept.set(key, found)
      if (any) return context.body(null, 304, headers)
      return new Response(context.req.method === 'HEAD' ? null : found.body, {
        status: found.status,
        headers: [...found.headers, ['etag', etag], ['cache-control', 'no-cache']],
      })
    }
    await next()
    const { res } = context
    if (res.status !== 200 || res.headers.has('cache-control')) return
    for (const [name, value] of Object.entries(headers)) res.headers.set(name, value)
    if (any) {
      // What is set over an answer takes its headers.
      context.res = undefined
      context.res = new Response(null, { status: 304, headers })
    }
    if (limit === 0 || context.req.method === 'HEAD') return
    const body = new Uint8Array(await res.clone().arrayBuffer())
    if (body.byteLength > largest) return
    const plain = [...res.headers].filter(([name]) => name === 'content-type' || name === 'vary' || name === 'content-language')
    kept.set(key, { body, status: res.status, headers: plain })
    size += body.byteLength
    for (const [oldest, { body: dropped }] of kept) {
      if (size <= limit) break
      kept.delete(oldest)
      size -= dropped.byteLength
    }
  }
  return { middleware, bytes: () => size }
}

/** Requests that arrive while the state is being read share the answer: it is as fresh as one of their own would be. */
function shared(state: () => Promise<string>): () => Promise<string> {
  let under: Promise<string> | null = null
  return () => {
    under ??= state().finally(() => {
      under = null
    })
    return under
  }
}

const matches = (header: string | undefined, etag: string) =>
  header !== undefined && header.length < 4000 && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
