/**
 * How a page's form is taken: who may send it, how long it may be, that it is one that this process wrote, and its fields by a shape. What a
 * form does with them is its own room's; each answers by leading to a page, or, where script asks for it, as JSON.
 */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { errors } from '../ledger/errors.js'
import { type Permission, requires } from './permissions.js'
import { checkForm, isOwnPage, isOwnToken } from './security.js'

export interface TakenForm {
  permission: Permission
  /** A form of more bytes is refused before it is read. */
  mostBytes: number
  /** What it is told then, where the room has its own words for it. */
  tooLong?: () => Error
  answer(context: Context, fields: FormData): Promise<Response> | Response
  /**
   * For forms whose typing must not be lost: answers one of our own pages that was loaded before the server was started again. It must write nothing,
   * only show the form anew. Without it such a form is FORM_FOREIGN.
   */
  again?(context: Context, fields: FormData): Promise<Response> | Response
}

/**
 * Takes a form at `/en/…` and `/es/…`; `path` begins with a slash.
 * @throws UserError in the request: PERMISSION_DENIED, FORM_INVALID, FORM_FOREIGN
 */
export function takeForm(app: Hono, path: `/${string}`, { permission, mostBytes, tooLong, answer, again }: TakenForm): void {
  app.post(
    `/:language{en|es}${path}`,
    requires(permission),
    bodyLimit({
      maxSize: mostBytes,
      onError: () => {
        throw tooLong?.() ?? errors.FORM_INVALID(`it is longer than ${mostBytes} bytes`)
      },
    }),
    async (context) => {
      const fields = await context.req.formData().catch(() => {
        throw errors.FORM_INVALID('it is no form')
      })
      for (const [name, value] of fields)
        if (name.includes('\0') || (typeof value === 'string' && value.includes('\0')))
          throw errors.FORM_INVALID(`${name.replaceAll('\0', '').slice(0, 40)}: it holds a character that no text has`)
      const stale = again !== undefined && isOwnPage(context.req.raw.headers) && !isOwnToken(textField(fields, 'token'))
      if (!stale) checkForm(context.req.raw.headers, textField(fields, 'token'))
      const response = await (stale ? again(context, fields) : answer(context, fields))
      response.headers.set('cache-control', 'no-store')
      return response
    },
  )
}

/** Undefined where the form has no such field, or a file in its place. */
export function textField(fields: FormData, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' ? value : undefined
}

/**
 * The fields by a shape; those named in `lists` may be given several times.
 * @throws UserError FORM_INVALID with the first field that does not fit
 */
export function readForm<Shape extends z.ZodType>(shape: Shape, fields: FormData, lists: readonly string[] = []): z.infer<Shape> {
  const given = Object.fromEntries(
    [...new Set(fields.keys())].map((name) => [name, lists.includes(name) ? fields.getAll(name) : textField(fields, name)]),
  )
  const result = shape.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw errors.FORM_INVALID(`${issue.path.join('.')}: ${issue.message}`)
}

/** Whether the sender's script asked for an answer that is no page. */
export const wantsJson = (context: Context): boolean => context.req.header('accept') === 'application/json'

/** Leads to a page of the form's language, so that reloading it sends nothing again. */
export function goTo(context: Context, path: string, parameters: Record<string, string> = {}): Response {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))
  return context.redirect(`/${context.req.param('language')}${path}${query.size > 0 ? `?${query}` : ''}`, 303)
}
