/** What a reviewer sends: a decision on a pair, the undoing of one, a split. Answered with the next page, or, where script asks, as JSON. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { longestNote } from '../../resolve/judge.js'
import type { Judging, WebDependencies } from '../dependencies.js'
import { goTo, readForm, takeForm, wantsJson } from '../forms.js'

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
    takeForm(app, `/queue/${path}`, {
      permission: 'judge',
      mostBytes,
      answer(context, fields) {
        if (judging === null) throw errors.PERMISSION_DENIED('judge')
        return answer(context, judging, fields)
      },
    })

  form('judge', async (context, judge, fields) => {
    const { subject_kind: subjectKind, country: of, ...decision } = readForm(Decision, fields)
    const { changeset } = await judge.judge({ subjectKind, ...decision })
    return answered(context, changeset, { country: of, ...(changeset === null ? {} : { done: String(changeset) }) })
  })
  form('undo', async (context, judge, fields) => {
    const { changeset, pair, country: of } = readForm(Undoing, fields)
    const undone = await judge.undo(changeset)
    return answered(context, undone.changeset, { country: of, pair })
  })
  form('split', async (context, judge, fields) => {
    const { entity } = await judge.split(readForm(Splitting, fields, ['names']))
    return goTo(context, `/units/${entity}`)
  })
  return app
}

const answered = (context: Context, changeset: number | null, next: Record<string, string>): Response =>
  wantsJson(context) ? context.json({ changeset }) : goTo(context, '/queue', next)
