/**
 * What holds for everything under /screening: who may ask, that no cache keeps an answer, and that a fault of ours is logged without what it was
 * about. A database names values in its messages, and these would be names of a private list.
 */
import type { MiddlewareHandler } from 'hono'
import { errors, UserError } from '../../ledger/errors.js'
import { isTimeout } from '../../ledger/read/snapshot.js'
import type { ScreeningDesk, WebDependencies } from '../dependencies.js'

const noStore = 'no-store, private'

/** For the browser and whatever stands between, errors too. */
export const privately: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('cache-control', noStore)
  context.res.headers.delete('etag')
}

/** @throws UserError PERMISSION_DENIED where nobody may screen here */
export function deskOf({ screening }: Pick<WebDependencies, 'screening'>): ScreeningDesk {
  if (screening === null) throw errors.PERMISSION_DENIED('screen')
  return screening
}

/** Runs it; a fault that is no person's mistake goes on with its kind and place in our code, and no word of its message. */
export async function quietly<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw withoutContents(error)
  }
}

export function withoutContents(error: unknown): unknown {
  if (error instanceof UserError || isTimeout(error)) return error
  const { name, code, stack } = (error ?? {}) as { name?: unknown; code?: unknown; stack?: unknown }
  const kind = [name, code].filter((part) => typeof part === 'string' && /^[\w-]{1,40}$/.test(part)).join(' ')
  const bare = new Error(`A fault in screening (${kind || 'of no known kind'}).`)
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at\s/.test(line)) : []
  bare.stack = [bare.message, ...frames].join('\n')
  return bare
}
