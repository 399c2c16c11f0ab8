/**
 * What is sent to the pages of screening: a list, what its columns hold, decisions, and what becomes of a list. Answered with the next page, or, where
 * script asks, as JSON. What cannot be taken comes back as it was typed, with what was wrong.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { errors, UserError } from '../../ledger/errors.js'
import { Action, Finding, type Given, type Mapping, SubjectField, subjectFields } from '../../screening/model.js'
import type { ScreeningDesk, WebDependencies } from '../dependencies.js'
import { goTo, readForm, takeForm, textField, wantsJson } from '../forms.js'
import { errorIn } from '../messages/errors.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { type Asked, askFor } from '../pages/asked.js'
import { requires } from '../permissions.js'
import { problemOf, problemResponse } from '../problems.js'
import { mostBulkBytes, mostFormBytes, mostUploadBytes, mostUploadMegabytes } from './limits.js'
import { shows } from './list-page.js'
import { deskOf, privately, quietly } from './privately.js'
import { columnsPage, listPage, listsPage, nextOf, readPosition, subjectPage } from './routes.js'

const show = z.enum(shows).default('waiting')
const day = z
  .string()
  .regex(/^(?:\d{4}-\d\d-\d\d)?$/, 'a day')
  .default('')
  .transform((text) => text || null)
const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number')
  .transform(Number)

const Decision = z.object({
  show,
  about: z.string().max(80).default(''),
  finding: z.union([Finding, z.literal('')]).default(''),
  action: z.union([Action, z.literal('')]).default(''),
  reason: z.string().max(4_000).default(''),
  expires: day,
})
const Bulk = z.object({
  show,
  which: z.enum(['chosen', 'below']),
  below: z.coerce.number().min(1).max(100).optional().catch(undefined),
  position: z.array(whole).max(1_000).default([]),
  reason: z.string().max(4_000).default(''),
  expires: day,
})
const Confirmation = z.object({ show, number: whole })
const Keeping = z.object({ kept: z.enum(['yes', 'no']) })
const Colleague = z.object({ colleague: z.string().trim().min(1).max(200) })

/** Milliseconds that somebody waits for a page without wondering. */
const patience = 3_000

export function screeningForms(dependencies: WebDependencies): Hono {
  const app = new Hono()
  app.use('/:language{en|es}/screening/*', privately, requires('screen'))

  type Answer = (asked: Asked, desk: ScreeningDesk, fields: FormData) => Promise<Response>
  const form = (path: string, answer: Answer, mostBytes = mostFormBytes, tooLong?: () => Error) =>
    takeForm(app, `/screening/${path}`, {
      permission: 'screen',
      mostBytes,
      ...(tooLong && { tooLong }),
      answer: (context, fields) =>
        quietly(() => answer(askFor(context, context.req.param('language') as Language), deskOf(dependencies), fields)),
    })
  const which = ({ context }: Asked): string => context.req.param('which')!

  form(
    'upload',
    async (asked, { who, lists, uploads }, fields) => {
      const given = await givenIn(fields)
      const pasted = textField(fields, 'lines') ?? ''
      const fail = (message: string) => listsPage(dependencies, asked, { message, pasted })
      if (given === null) return fail(wordsOf(asked).nothingGiven)
      try {
        // What cannot be read is told here, where the file or the lines still are.
        await lists.preview(given)
      } catch (error) {
        return fail(said(asked, error))
      }
      return goTo(asked.context, `/screening/uploads/${await uploads.take(who, given)}`)
    },
    mostUploadBytes,
    () => errors.SCREENING_TOO_LARGE({}, mostUploadMegabytes),
  )

  form('uploads/:which/list', async (asked, { who, lists, uploads, now }, fields) => {
    const upload = which(asked)
    const typed = columnsIn(fields)
    const words = wordsOf(asked).columns
    const mapping = mappingOf(typed.chosen)
    const fail = (problem: string) => columnsPage(dependencies, asked, upload, { ...typed, problem })
    if (mapping.name === undefined && mapping.unit === undefined) return fail(words.nameMissing)
    const given = await uploads.given(who, upload)
    let id: string
    try {
      const named = typed.title || ('fileName' in given ? given.fileName : untitled(asked, now()))
      const options = { title: named, mapping, headed: typed.headed, fourEyes: typed.fourEyes }
      id = (await lists.create(who, given, options)).id
    } catch (error) {
      return fail(said(asked, error))
    }
    await lists.start(who, id)
    await uploads.drop(who, upload)
    return goTo(asked.context, `/screening/${id}`)
  })

  form('uploads/:which/discard', async (asked, { who, uploads }) => {
    await uploads.drop(who, which(asked))
    return goTo(asked.context, '/screening')
  })

  form(':which/resume', async (asked, { who, lists }) => {
    await lists.start(who, which(asked))
    return goTo(asked.context, `/screening/${which(asked)}`)
  })

  form(':which/rescreen', async (asked, { who, lists }) => {
    const id = which(asked)
    const before = (await lists.list(who, id)).run?.number
    const under = lists.rescreen(who, id)
    // A long list is compared while its page tells how far it is.
    const run = await Promise.race([under, sleep(patience, null)])
    if (run === null) {
      under.catch(() => {})
      return goTo(asked.context, `/screening/${id}`)
    }
    const done = run.number === before ? 'unchanged' : 'rescreened'
    return goTo(asked.context, `/screening/${id}`, { done, ...(done === 'rescreened' && { show: 'news' }) })
  })

  form(':which/seen', async (asked, { who, lists }) => {
    await lists.seen(who, which(asked))
    return goTo(asked.context, `/screening/${which(asked)}`)
  })

  form(':which/keep', async (asked, { who, lists }, fields) => {
    await lists.keep(who, which(asked), readForm(Keeping, fields).kept === 'yes')
    return goTo(asked.context, `/screening/${which(asked)}`)
  })

  for (const act of ['share', 'unshare'] as const)
    form(`:which/${act}`, async (asked, { who, lists }, fields) => {
      await lists[act](who, which(asked), readForm(Colleague, fields).colleague)
      return goTo(asked.context, `/screening/${which(asked)}`)
    })

  form(':which/remove', async (asked, { who, lists }) => {
    await lists.remove(who, which(asked))
    return goTo(asked.context, '/screening')
  })

  form(
    ':which/bulk',
    async (asked, { who, lists }, fields) => {
      const id = which(asked)
      const sent = readForm(Bulk, fields, ['position'])
      const typed = { reason: sent.reason, expires: sent.expires ?? '' }
      const fail = (problem: string) => listPage(dependencies, asked, id, { problem, show: sent.show, typed })
      const words = wordsOf(asked)
      if (sent.reason.trim() === '') return fail(words.needsReason)
      if (sent.which === 'chosen' && sent.position.length === 0) return fail(words.bulk.nothing)
      try {
        const of = sent.which === 'chosen' ? { positions: sent.position } : { below: (sent.below ?? 70) / 100 }
        const decided = await lists.decideNoMatch(who, id, of, { reason: sent.reason, expires: sent.expires })
        return goTo(asked.context, `/screening/${id}`, { show: sent.show, decided: String(decided) })
      } catch (error) {
        return fail(said(asked, error))
      }
    },
    mostBulkBytes,
  )

  form(':which/subjects/:position/decide', async (asked, desk, fields) => {
    const id = which(asked)
    const position = readPosition(asked)
    const sent = readForm(Decision, fields)
    const { expires } = sent
    const words = wordsOf(asked)
    const fail = (error: string | UserError) => {
      if (wantsJson(asked.context) && error instanceof UserError) {
        const { message: detail, remedy } = errorIn(asked.language, error)
        return problemResponse({ ...problemOf(error), detail, remedy })
      }
      const problem = typeof error === 'string' ? error : said(asked, error)
      if (wantsJson(asked.context)) return asked.context.json({ problem }, 400)
      return subjectPage(dependencies, asked, id, position, { ...sent, expires: expires ?? '', problem })
    }
    if (sent.reason.trim() === '') return fail(words.needsReason)
    if (sent.finding === '' && sent.action === '') return fail(words.needsFinding)
    try {
      await desk.lists.decide(desk.who, id, {
        position,
        entity: sent.about || null,
        finding: sent.finding || null,
        action: sent.action || null,
        reason: sent.reason,
        expires,
      })
    } catch (error) {
      if (error instanceof UserError) return fail(error)
      throw error
    }
    // On to the next that waits; where none does, here it stands recorded.
    const next = sent.show === 'waiting' ? await nextOf(desk, id, sent.show, position) : null
    const path = `/screening/${id}/subjects/${next ?? position}`
    if (!wantsJson(asked.context)) return goTo(asked.context, path, { show: sent.show, done: 'recorded' })
    return asked.context.json({ next: `/${asked.language}${path}?show=${sent.show}&done=recorded` })
  })

  form(':which/subjects/:position/confirm', async (asked, { who, lists }, fields) => {
    const sent = readForm(Confirmation, fields)
    await lists.confirm(who, which(asked), sent.number)
    return goTo(asked.context, `/screening/${which(asked)}/subjects/${readPosition(asked)}`, {
      show: sent.show,
      done: 'recorded',
    })
  })
  return app
}

const wordsOf = ({ language }: Asked) => messagesFor(language).screening

const untitled = ({ language }: Asked, at: Date): string =>
  messagesFor(language).screening.untitled(formatFor(language).date(at.toISOString().slice(0, 10)))

/** What a person did wrong, in the words that go with it; what is our mistake goes on. */
function said(asked: Asked, error: unknown): string {
  if (!(error instanceof UserError)) throw error
  const { row, column } = error.place
  const words = wordsOf(asked)
  const where = [row && words.rowOf(row, null), column && words.inColumn(column)].filter(Boolean).join(', ')
  const { message, remedy } = errorIn(asked.language, error)
  return [where && `${where}:`, message, remedy].filter(Boolean).join(' ')
}

/** A file goes before pasted lines; null where there is neither. */
async function givenIn(fields: FormData): Promise<Given | null> {
  const file = fields.get('file')
  if (file instanceof File && file.size > 0) {
    return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name.slice(-120) || 'list' }
  }
  const text = textField(fields, 'lines') ?? ''
  return text.trim() === '' ? null : { text }
}

function columnsIn(fields: FormData) {
  const chosen: Record<number, SubjectField | ''> = {}
  for (const [name, value] of fields) {
    const column = /^column-(\d{1,4})$/.exec(name)?.[1]
    if (column === undefined) continue
    const field = SubjectField.safeParse(value)
    if (!field.success && value !== '') throw errors.FORM_INVALID(`${name}: no field of a list`)
    chosen[Number(column)] = field.success ? field.data : ''
  }
  return {
    chosen,
    headed: textField(fields, 'headed') !== 'no',
    title: (textField(fields, 'title') ?? '').trim().slice(0, 200),
    fourEyes: textField(fields, 'four_eyes') === 'yes',
  }
}

/** A field may have several columns, in their order. */
function mappingOf(chosen: Readonly<Record<number, SubjectField | ''>>): Mapping {
  const mapping: Mapping = {}
  for (const field of subjectFields) {
    const columns = Object.entries(chosen).flatMap(([column, held]) => (held === field ? [Number(column)] : []))
    if (columns.length > 0) mapping[field] = columns.slice(0, 10)
  }
  return mapping
}
