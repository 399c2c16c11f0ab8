/**
 * The addresses of entry by hand: each form is a page at `/enter/NAME`, shown again with everything that was typed where something is wrong, and answered
 * by the page of what was entered. Nothing here is kept by a cache, nor shown to anyone who may not enter anything.
 */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Entered } from '../../../ledger/entry/enter.js'
import { errors, UserError } from '../../../ledger/errors.js'
import { loadAnswerable } from '../../../ledger/read/answerable.js'
import { suggestEntities } from '../../../ledger/read/find-entity.js'
import { searchKey } from '../../../names/search-key.js'
import type { WebDependencies } from '../../dependencies.js'
import type { Entering } from '../../entry/entering.js'
import { fileOf, valuesOf } from '../../entry/form-fields.js'
import type { Find } from '../../entry/read-statement.js'
import { Typed } from '../../entry/typed.js'
import { goTo, readForm, takeForm, textField } from '../../forms.js'
import type { Language } from '../../messages/format.js'
import { requires } from '../../permissions.js'
import { formToken } from '../../security.js'
import { askFor } from '../asked.js'
import { RespondPage } from './answers.js'
import { draftKey, type EntryForm, entryForms, type Filled } from './entry-forms.js'
import { EnteredPage, EntryHomePage, NobodyEntersPage } from './home.js'
import { suggested } from './suggested.js'

/** A file that is sent along, and what is typed beside it. */
const mostBytes = 34_000_000
const mostFound = 12

const id = z.string().regex(/^[\w-]{1,80}$/, 'an id')
const number = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
const Undoing = z.object({ changeset: number, schema: z.enum(['ledger', 'restricted']) })

export function entryRoutes(dependencies: WebDependencies): Hono {
  const { reading, entering, judging, contact } = dependencies
  const app = new Hono()
  const find: Find = (q, kinds) =>
    reading.within(undefined, ({ client }) => suggestEntities(client, { q, kinds, normalise: searchKey }, mostFound))

  const page = (path: string, answer: (context: Context, entering: Entering) => Promise<Response>) =>
    app.get(`/:language{en|es}${path}`, requires('analyse'), async (context) => {
      const response = await answer(context, mustEnter(entering))
      response.headers.set('cache-control', 'no-store')
      return response
    })
  const askedIn = (context: Context) => askFor(context, context.req.param('language') as Language)

  // Every page leads here: where nobody may enter anything, that is what is said.
  app.get('/:language{en|es}/enter', async (context, next) =>
    entering === null ? askedIn(context).send(await reading.head(), () => <NobodyEntersPage contact={contact} />) : await next(),
  )
  page('/enter', async (context, own) => {
    const view = { drafts: await own.drafts.list(), entries: await own.entries() }
    return askedIn(context).send(await reading.head(), () => <EntryHomePage token={formToken} {...view} />)
  })

  page('/enter/entered', async (context, own) => {
    const { parameters, send } = askedIn(context)
    const [schema, text] = parameters.has('restricted')
      ? (['restricted', parameters.get('restricted')] as const)
      : (['ledger', parameters.get('changeset')] as const)
    const entered = /^\d{1,10}$/.test(text ?? '') ? await own.entered(Number(text), schema) : null
    if (text !== null && entered === null) throw errors.NOT_FOUND('entry')
    const form = /^[\w/?=&-]{1,200}$/.exec(parameters.get('form') ?? '')?.[0] ?? null
    return send(await reading.head(), () => <EnteredPage token={formToken} entered={entered} form={form} />)
  })

  page('/enter/find', async (context) => {
    const { parameters, language } = askedIn(context)
    const kinds = suggested.kinds(parameters.get('kinds') ?? '')
    const q = (parameters.get('q') ?? '').slice(0, 300)
    return context.json(suggested.answer(kinds.length === 0 || q.trim() === '' ? [] : await find(q, kinds), language))
  })

  for (const form of entryForms) {
    page(`/enter/${form.name}`, async (context, own) => {
      const { parameters } = askedIn(context)
      const draft = parameters.get('draft')
      const kept = draft !== null && /^[0-9a-f]{24}$/.test(draft) ? await own.drafts.read(draft) : null
      const values = { ...Object.fromEntries([...parameters].map(([name, value]) => [name, [value]])), ...kept?.fields }
      return show(context, own, form, {
        typed: new Typed(values),
        draft: kept?.id ?? '',
        kept: kept !== null,
        file: kept?.file ?? null,
      })
    })
    takeForm(app, `/enter/${form.name}`, {
      permission: 'analyse',
      mostBytes,
      answer: (context, fields) => take(context, mustEnter(entering), form, fields),
      async again(context, fields) {
        const typed = new Typed(valuesOf(fields))
        return show(context, mustEnter(entering), form, { typed, draft: '', kept: false, file: null, again: true }, 422)
      },
    })
  }

  async function take(context: Context, own: Entering, form: EntryForm, fields: FormData): Promise<Response> {
    const step = textField(fields, 'step') ?? 'enter'
    const sent = textField(fields, 'draft') ?? ''
    const draft = /^[0-9a-f]{24}$/.test(sent) ? sent : null
    const typed = new Typed(valuesOf(fields))
    const file = (await fileOf(fields, 'file')) ?? (draft === null ? null : ((await own.drafts.read(draft))?.file ?? null))
    const filled: Filled = { typed, draft: draft ?? '', kept: false, file }
    const result = await form.read({ dependencies, entering: own, find }, filled)
    if (step === 'enter' && result !== null && typed.problems.size === 0) {
      const entered = await result().catch((error) => {
        // What it speaks of may be gone since the form was read: that costs nobody what was typed.
        if (!(error instanceof UserError)) throw error
        typed.refused = error
        return null
      })
      if (entered !== null) {
        if (draft !== null) await own.drafts.erase(draft)
        return goTo(context, '/enter/entered', { ...changesetOf(entered), form: draftKey(form, typed) })
      }
    }
    // Whoever asks for names or a source is not told what is still missing.
    if (step !== 'enter')
      for (const [name, problem] of typed.problems) if (!/^(?:choose|nothing found)$/.test(problem)) typed.problems.delete(name)
    if (step === 'enter' || step === 'keep') {
      filled.draft = await own.drafts.keep({
        id: draft,
        form: form.name,
        address: `/enter/${form.name}`,
        fields: typed.values,
        file,
      })
      filled.kept = true
    }
    return show(context, own, form, filled, step === 'enter' ? 422 : 200)
  }

  async function show(
    context: Context,
    own: Entering,
    form: EntryForm,
    filled: Filled,
    status: 200 | 422 = 200,
  ): Promise<Response> {
    const content = await form.show({ dependencies, entering: own, find }, filled, formToken)
    return askedIn(context).send(await reading.head(), content, status)
  }

  takeForm(app, '/enter/erase', {
    permission: 'analyse',
    mostBytes: 10_000,
    async answer(context, fields) {
      await mustEnter(entering).drafts.erase(readForm(z.object({ draft: id }), onlyOf(fields, 'draft')).draft)
      return goTo(context, '/enter')
    },
  })

  takeForm(app, '/enter/undo', {
    permission: 'analyse',
    mostBytes: 10_000,
    async answer(context, fields) {
      const { changeset, schema } = readForm(Undoing, onlyOf(fields, 'changeset', 'schema'))
      return goTo(context, '/enter/entered', changesetOf(await mustEnter(entering).undo(changeset, schema)))
    },
  })

  app.get('/:language{en|es}/respond/:which', requires('read'), async (context) => {
    const { send } = askedIn(context)
    const which = context.req.param('which')
    const read = /^[\w-]{1,80}$/.test(which)
      ? await reading.within(undefined, async ({ client, head }) => ({ about: await loadAnswerable(client, which), head }))
      : null
    if (!read?.about) throw errors.NOT_FOUND(`unit, person or incident "${which.slice(0, 40)}"`)
    const about = read.about
    const may = entering !== null && judging !== null
    const response = send(read.head, () => <RespondPage about={about} token={may ? formToken : null} contact={contact} />)
    response.headers.set('cache-control', 'no-store')
    return response
  })

  return app
}

function mustEnter(entering: Entering | null): Entering {
  if (entering === null) throw errors.PERMISSION_DENIED('analyse')
  return entering
}

const changesetOf = ({
  changeset,
  restrictedChangeset,
}: Pick<Entered, 'changeset' | 'restrictedChangeset'>): Record<string, string> =>
  changeset !== null
    ? { changeset: String(changeset) }
    : restrictedChangeset !== null
      ? { restricted: String(restrictedChangeset) }
      : {}

function onlyOf(fields: FormData, ...names: string[]): FormData {
  const only = new FormData()
  for (const name of names) only.set(name, textField(fields, name) ?? '')
  return only
}
