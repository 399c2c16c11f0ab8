/**
 * The one place where a permission is asked, before a handler runs. On a laptop every request comes from the person who started the
 * program and may do all of it. Accounts and their roles will be read here and nowhere else.
 */
import type { MiddlewareHandler } from 'hono'
import { errors } from '../ledger/errors.js'

/** *Judge* what names mean; *analyse*: enter sources, statements and replies, and decide on claims; *screen* lists of one's own. */
const permissions = ['read', 'download', 'judge', 'analyse', 'screen'] as const
export type Permission = (typeof permissions)[number]

/** Who asks. The local user needs no login: only this machine is listened to. */
export interface Actor {
  name: string
  may: ReadonlySet<Permission>
}

const localUser: Actor = { name: 'local', may: new Set(permissions) }

/** Refuses with PERMISSION_DENIED before the handler has looked at anything. */
export function requires(permission: Permission, actorOf: (request: Request) => Actor = () => localUser): MiddlewareHandler {
  return async (context, next) => {
    if (!actorOf(context.req.raw).may.has(permission)) throw errors.PERMISSION_DENIED(permission)
    await next()
  }
}
