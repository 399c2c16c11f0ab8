/** Each form of entry by hand: what of its fields becomes an entry, and the page that shows them. */
import type { Child } from 'hono/jsx'
import type { Committed } from '../../../ledger/changesets/change.js'
import { Property, type Statement } from '../../../ledger/entities.js'
import { errors } from '../../../ledger/errors.js'
import { type Answerable, loadAnswerable, loadStatement } from '../../../ledger/read/answerable.js'
import { type ListingOf, loadListing } from '../../../ledger/read/incidents.js'
import type { FormView } from '../../components/entry-frame.js'
import type { WebDependencies } from '../../dependencies.js'
import type { Entering } from '../../entry/entering.js'
import { readPlace } from '../../entry/place.js'
import { readCorrection, readReply } from '../../entry/read-answer.js'
import { readIncident } from '../../entry/read-incident.js'
import { type Find, readRelation, readSource, readStatement, relations } from '../../entry/read-statement.js'
import { Typed } from '../../entry/typed.js'
import type { Site } from '../../site.js'
import { CorrectionFormPage, ReplyFormPage } from './answers.js'
import { RelationFormPage, SourceFormPage, StatementFormPage } from './forms.js'
import { IncidentFormPage } from './incident-form.js'

/** What was typed into a form, and what is kept of it. */
export interface Filled {
  typed: Typed
  /** The draft's id; '' where there is none yet. */
  draft: string
  kept: boolean
  file: { name: string; bytes: Uint8Array } | null
  /** Sent to a server that had been started again since. */
  again?: boolean
}

export interface FormContext {
  dependencies: WebDependencies
  entering: Entering
  find: Find
}

export interface EntryForm {
  name: 'source' | 'incident' | 'statement' | 'denial' | 'relation' | 'reply' | 'correction'
  /** What writes the entry; null, with what is wrong beside the fields, where the form must be shown again. */
  read(
    context: FormContext,
    filled: Filled,
  ): Promise<(() => Promise<Pick<Committed, 'changeset' | 'restrictedChangeset'>>) | null>
  show(context: FormContext, filled: Filled, token: string): Promise<(site: Site) => Child>
}

/** Under which name a browser keeps what is typed: forms about different things do not mix. */
export const draftKey = ({ name }: Pick<EntryForm, 'name'>, typed: Typed): string =>
  [name, typed.get('of') || typed.get('entity') || typed.get('statement') || typed.get('designation')]
    .filter((part) => /^[\w-]+$/.test(part))
    .join('-')

/** The source that is chosen stands beside the fields, also where the form is shown for the first time. */
async function viewOf(
  { entering }: FormContext,
  form: Pick<EntryForm, 'name'>,
  { typed, draft, kept, file, again = false }: Filled,
  token: string,
  withSource = true,
): Promise<FormView> {
  const looked = new Typed(typed.values)
  const { material, marked } =
    withSource && typed.get('source') !== '' ? await readPlace(looked, entering) : { material: null, marked: null }
  return {
    typed,
    token,
    form: draftKey(form, typed),
    draft,
    kept,
    again,
    file: file?.name ?? null,
    sources: withSource ? await entering.sources() : [],
    material,
    marked,
  }
}

const propertyIn = (typed: Typed) => Property.safeParse(typed.get('property')).data ?? null

const source: EntryForm = {
  name: 'source',
  async read({ entering }, { typed, file }) {
    const read = await readSource(typed, entering, file)
    return read && (() => entering.addSource(read.given, read.bytes))
  },
  async show(context, filled, token) {
    const view = await viewOf(context, source, filled, token, false)
    return () => <SourceFormPage view={view} />
  },
}

const incident: EntryForm = {
  name: 'incident',
  async read({ entering, find }, { typed }) {
    const { placed, material } = await readPlace(typed, entering)
    const restricted = material?.restricted ?? typed.ticked('note_restricted')
    const entry = await readIncident(typed, placed, { entering, find, restricted })
    return entry && (() => entering.enter(entry, placed?.bytes ?? null))
  },
  async show(context, filled, token) {
    const view = await viewOf(context, incident, filled, token)
    return () => <IncidentFormPage view={view} />
  },
}

const statement: EntryForm = {
  name: 'statement',
  async read({ entering, find }, { typed }) {
    const { placed } = await readPlace(typed, entering)
    const entry = await readStatement(typed, placed, { entering, find, of: null })
    return entry && (() => entering.enter(entry, placed?.bytes ?? null))
  },
  async show(context, filled, token) {
    await nameChosen(context, filled.typed, 'entity')
    const view = await viewOf(context, statement, filled, token)
    return () => <StatementFormPage view={view} property={propertyIn(filled.typed)} of={null} />
  },
}

const denial: EntryForm = {
  name: 'denial',
  async read(context, { typed }) {
    const { entering, find } = context
    const of = await statementIn(context, typed, 'of')
    const { placed } = await readPlace(typed, entering)
    const answered: Pick<Statement, 'entity' | 'property' | 'object'> = {
      entity: of.entity,
      property: of.property as Property,
      object: of.object,
    }
    const entry = await readStatement(typed, placed, { entering, find, of: answered })
    return entry && (() => entering.enter(entry, placed?.bytes ?? null))
  },
  async show(context, filled, token) {
    const of = await statementIn(context, filled.typed, 'of')
    const view = await viewOf(context, denial, filled, token)
    return () => <StatementFormPage view={view} property={of.property as Property} of={of} />
  },
}

const relation: EntryForm = {
  name: 'relation',
  async read({ entering, find }, { typed }) {
    const { placed } = await readPlace(typed, entering)
    const entry = await readRelation(typed, placed, find)
    return entry && (() => entering.enter(entry, placed?.bytes ?? null))
  },
  async show(context, filled, token) {
    const { typed } = filled
    for (const name of ['from', 'to']) await nameChosen(context, typed, name)
    const view = await viewOf(context, relation, filled, token)
    const chosen = relations.find((one) => one === typed.get('relation')) ?? 'parent'
    return () => <RelationFormPage view={view} relation={chosen} />
  },
}

const reply: EntryForm = {
  name: 'reply',
  async read(context, { typed, file }) {
    const { entering } = context
    const read = await readReply(typed, entering, await answerableIn(context, typed.get('entity')), file)
    return read && (() => entering.enter(read.entry, read.bytes))
  },
  async show(context, filled, token) {
    const about = await answerableIn(context, filled.typed.get('entity'))
    const view = await viewOf(context, reply, filled, token, false)
    return () => <ReplyFormPage view={view} about={about} />
  },
}

const correction: EntryForm = {
  name: 'correction',
  async read(context, { typed }) {
    const kind = typed.get('designation') === '' ? 'statement' : 'designation'
    const read = readCorrection(typed, kind, typed.get(kind))
    return read && (() => context.entering.correct(read))
  },
  async show(context, filled, token) {
    const { typed } = filled
    if (typed.get('designation') !== '') {
      const listing = await listingIn(context, typed.get('designation'))
      const about = await answerableIn(context, listing.entity)
      const view = await viewOf(context, correction, filled, token, false)
      return () => <CorrectionFormPage view={view} of={{ kind: 'designation', listing }} about={about} />
    }
    const said = await statementIn(context, typed, 'statement')
    const about = await answerableIn(context, said.entity)
    // What the source is taken to say now stands in the fields that say what it says in truth.
    const preset = {
      value: [said.value ?? ''],
      speaker: [said.speaker ?? ''],
      first_printed: [said.firstCitedPrinted ?? ''],
      last_printed: [said.lastCitedPrinted ?? ''],
      first: [rangeTyped(said.firstCited)],
      last: [rangeTyped(said.lastCited)],
      starts: said.starts ? ['yes'] : [],
      ends: said.ends ? ['yes'] : [],
      confidence: [said.confidence ?? ''],
      status: [said.status],
    }
    const shown = typed.values.reason === undefined ? new Typed({ ...preset, ...typed.values }) : typed
    const view = await viewOf(context, correction, { ...filled, typed: shown }, token, false)
    return () => <CorrectionFormPage view={view} of={{ kind: 'statement', statement: said }} about={about} />
  },
}

export const entryForms: readonly EntryForm[] = [source, incident, statement, denial, relation, reply, correction]

/** "[2014-02-03,2014-02-10)" as a person types it. */
function rangeTyped(range: string | null): string {
  if (range === null) return ''
  const to = new Date(Date.parse(`${range.slice(12, 22)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const from = range.slice(1, 11)
  return from === to ? from : `${from}/${to}`
}

async function statementIn({ dependencies }: FormContext, typed: Typed, name: string) {
  const id = typed.get(name)
  const found = /^[\w-]{1,80}$/.test(id)
    ? await dependencies.reading.within(undefined, ({ client }) => loadStatement(client, id))
    : null
  if (!found) throw errors.NOT_FOUND(`statement "${id.slice(0, 40)}"`)
  return found
}

async function answerableIn({ dependencies }: FormContext, id: string): Promise<Answerable> {
  const found = /^[\w-]{1,80}$/.test(id)
    ? await dependencies.reading.within(undefined, ({ client }) => loadAnswerable(client, id))
    : null
  if (!found) throw errors.NOT_FOUND(`unit, person or incident "${id.slice(0, 40)}"`)
  return found
}

async function listingIn({ dependencies }: FormContext, id: string): Promise<ListingOf & { entity: string }> {
  const found = /^[\w-]{1,80}$/.test(id)
    ? await dependencies.reading.within(undefined, ({ client }) => loadListing(client, id))
    : null
  if (!found) throw errors.NOT_FOUND(`listing "${id.slice(0, 40)}"`)
  return found
}

/** A page may be asked for with an id alone: who it is stands in the field then. */
async function nameChosen(context: FormContext, typed: Typed, name: string): Promise<void> {
  const id = typed.get(`${name}_id`) || typed.get(name)
  if (typed.found.has(name) || !/^[0-9a-f]{20}$/.test(id)) return
  const about = await answerableIn(context, id).catch(() => null)
  if (!about) return
  typed.set(name, about.name)
  typed.set(`${name}_id`, id)
  typed.found.set(name, [{ id, kind: about.kind, name: about.name, country: about.country }])
}
