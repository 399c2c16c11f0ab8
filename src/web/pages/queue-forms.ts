/** What a reviewer sends: a decision on a pair, the undoing of one, a split. Answered with the next page, or, where script asks, as JSON. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { longestNote } from '../../resolve/judge.js'
import type { Judging, WebDependencies } from '../dependencies.js'
import { requires } from '../permissions.js'
import { checkForm } from '../security.js'

const id = z.string().regex(/^[\w-]{1,80}$/, 'an id')
const note = z
  .string()
  .max(longestNote)
  .optional()
  .transform((text) => text?.trim() || null)
const country = z.string().max(80).default('')

const Decision = z.object({
  subject_kind: z.enum(['printed name', 'naming', 'entity']),
  subject: id,
  entity: id,
  verdict: z.enum(['same', 'different', 'unsure']),
  note,
  country,
})
const Undoing = z.object({
  changeset: z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number),
  pair: z.string().max(170).default(''),
  country,
})
const Splitting = z.object({ entity: id, names: z.array(id).min(1).max(500), note })

/** A note and a few ids; a split of a unit with hundreds of names. */
const mostBytes = 64_000

export function queueForms({ judging }: WebDependencies): Hono {
  const app = new Hono()
  const form = (path: string, answer: (context: Context, judging: Judging, fields: FormData) => Promise<Response>) =>
    app.post(
      `/:language{en|es}/queue/${path}`,
      requires('judge'),
      bodyLimit({
        maxSize: mostBytes,
        onError: () => {
          throw errors.FORM_INVALID(`it is longer than ${mostBytes} bytes`)
        },
      }),
      async (context) => {
        if (judging === null) throw errors.PERMISSION_DENIED('judge')
        const fields = await context.req.formData().catch(() => {
          throw errors.FORM_INVALID('it is no form')
        })
        checkForm(context.req.raw.headers, text(fields, 'token'))
        return answer(context, judging, fields)
      },
    )

  form('judge', async (context, judge, fields) => {
    const { subject_kind: subjectKind, country: of, ...decision } = read(Decision, fields)
    const { changeset } = await judge.judge({ subjectKind, ...decision })
    return answered(context, changeset, { country: of, ...(changeset === null ? {} : { done: String(changeset) }) })
  })
  form('undo', async (context, judge, fields) => {
    const { changeset, pair, country: of } = read(Undoing, fields)
    const undone = await judge.undo(changeset)
    return answered(context, undone.changeset, { country: of, pair })
  })
  form('split', async (context, judge, fields) => {
    const { entity } = await judge.split(read(Splitting, fields, ['names']))
    context.header('cache-control', 'no-store')
    return context.redirect(`/${context.req.param('language')}/units/${entity}`, 303)
  })
  return app
}

const text = (fields: FormData, name: string): string | undefined => {
  const value = fields.get(name)
  return typeof value === 'string' ? value : undefined
}

function read<Shape extends z.ZodType>(shape: Shape, fields: FormData, lists: readonly string[] = []): z.infer<Shape> {
  const given = Object.fromEntries(
    [...new Set(fields.keys())].map((name) => [name, lists.includes(name) ? fields.getAll(name) : text(fields, name)]),
  )
  const result = shape.safeParse(given)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw errors.FORM_INVALID(`${issue.path.join('.')}: ${issue.message}`)
}

function answered(context: Context, changeset: number | null, next: Record<string, string>): Response {
  context.header('cache-control', 'no-store')
  if (context.req.header('accept') === 'application/json') return context.json({ changeset })
  const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''))
  return context.redirect(`/${context.req.param('language')}/queue${query.size > 0 ? `?${query}` : ''}`, 303)
}
