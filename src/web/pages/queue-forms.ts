/** What a reviewer sends: a decision on a pair, the undoing of one, a split. Answered with the next page, or, where script asks, as JSON. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { findUnit } from '../../ledger/read/find-entity.js'
import { longestNote } from '../../resolve/judge.js'
import type { Judging, WebDependencies } from '../dependencies.js'
import { goTo, readForm, takeForm, wantsJson } from '../forms.js'

const id = z.string().regex(/^[\w-]{1,80}$/, 'an id')
/** A row's id, and which of its names ("….r0"). */
const namingId = z.string().regex(/^[\w-]{1,80}\.[rd]\d{1,4}$/, 'the id of a name in a row')
const note = z
  .string()
  .max(longestNote)
  .optional()
  .transform((text) => text?.trim() || null)
const country = z.string().max(80).default('')

const Decision = z.object({
  subject_kind: z.enum(['printed name', 'naming', 'entity']),
  subject: z.union([id, namingId]),
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
  /** The row whose page it was sent from; blank where it was the queue. */
  training: z
    .string()
    .regex(/^[\w-]{0,80}$/, 'an id')
    .default(''),
})
/** What a name means in one row: a unit that the page offers, or another by its id or name. */
const OfNaming = z.object({
  naming: namingId,
  training: id,
  entity: z
    .string()
    .regex(/^[\w-]{0,80}$/, 'an id')
    .default(''),
  other: z.string().max(200).default(''),
  verdict: z.enum(['same', 'different']),
  note,
})
const Splitting = z.object({ entity: id, names: z.array(id).min(1).max(500), note })

/** A note and a few ids; a split of a unit with hundreds of names. */
const mostBytes = 64_000

export function queueForms({ judging, reading }: WebDependencies): Hono {
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
    const { changeset, pair, country: of, training } = readForm(Undoing, fields)
    const undone = await judge.undo(changeset)
    if (training !== '') return answeredOnRow(context, training, undone.changeset)
    return answered(context, undone.changeset, { country: of, pair })
  })
  form('naming', async (context, judge, fields) => {
    const { naming, training, entity: offered, other, verdict, note: said } = readForm(OfNaming, fields)
    const entity = offered === '' ? await unitNamed(reading, other) : offered
    const { changeset } = await judge.judge({ subjectKind: 'naming', subject: naming, entity, verdict, note: said })
    return answeredOnRow(context, training, changeset)
  })
  form('split', async (context, judge, fields) => {
    const { entity } = await judge.split(readForm(Splitting, fields, ['names']))
    return goTo(context, `/units/${entity}`)
  })
  return app
}

const answered = (context: Context, changeset: number | null, next: Record<string, string>): Response =>
  wantsJson(context) ? context.json({ changeset }) : goTo(context, '/queue', next)

const answeredOnRow = (context: Context, training: string, changeset: number | null): Response =>
  wantsJson(context)
    ? context.json({ changeset })
    : goTo(context, `/queue/row/${training}`, changeset === null ? {} : { done: String(changeset) })

/** @throws UserError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
async function unitNamed({ within }: WebDependencies['reading'], text: string): Promise<string> {
  if (text.trim() === '') throw errors.FORM_INVALID('other: a unit is missing')
  return within(undefined, ({ client }) => findUnit(client, text))
}
