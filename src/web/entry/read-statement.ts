/** What the forms of a statement, a denial, a relation and a source say, as an entry; null where the form must be shown again. */
import { readRangeText } from '../../ledger/dates.js'
import {
  type EntityKind,
  type Property,
  Property as PropertyShape,
  propertyMeanings,
  type Statement,
} from '../../ledger/entities.js'
import type { Entry, NewEntity, NewSource, NewStatement } from '../../ledger/entry/enter.js'
import { UserError } from '../../ledger/errors.js'
import type { FoundEntity } from '../../ledger/read/find-entity.js'
import { violationDetailsOf } from './classes.js'
import type { Entering } from './entering.js'
import { fileSource, type Placed, textSource } from './place.js'
import { readEntity, type Typed } from './typed.js'

export type Find = (q: string, kinds: readonly EntityKind[]) => Promise<FoundEntity[]>

export const statuses = ['accepted', 'conflict', 'work needed', 'issue'] as const
export const stances = ['asserts', 'denies', 'questions'] as const
export const openEnds = ['Y', 'N', 'E'] as const
export const relations = ['parent', 'succession', 'posting', 'lineage'] as const
export type Relation = (typeof relations)[number]

type Said = Omit<NewStatement, 'entity' | 'property'>

/** When something is cited first and last, and whether that is known to be its start and its end. */
export function readDates(typed: Typed): Pick<Said, keyof typeof undated> {
  const first = typed.date('first')
  const last = typed.date('last')
  if (first.range && last.range && readRangeText(last.range).to < readRangeText(first.range).from)
    typed.refuse('last', 'last before first')
  return {
    firstCitedPrinted: first.printed,
    firstCited: first.range,
    starts: first.printed !== null && typed.ticked('starts') ? true : null,
    lastCitedPrinted: last.printed,
    lastCited: last.range,
    ends: last.printed !== null && typed.ticked('ends') ? true : null,
  }
}

const undated = { firstCitedPrinted: null, firstCited: null, starts: null, lastCitedPrinted: null, lastCited: null, ends: null }

/** Speaker, stance, dates, confidence and status: fields that every statement has. */
export function readSaid(typed: Typed, { dates = true }: { dates?: boolean } = {}): Said {
  return {
    stance: typed.choice('stance', stances) ?? 'asserts',
    speaker: typed.text('speaker', { most: 300 }),
    ...(dates ? readDates(typed) : undated),
    openEnded: typed.choice('open_ended', openEnds),
    confidence: typed.text('confidence', { most: 60 }),
    status: typed.choice('status', statuses) ?? 'accepted',
  }
}

/** An incident that begins after today is a plan or a slip: neither is an incident. */
export function refuseFuture(typed: Typed, { firstCited }: Pick<Said, 'firstCited'>, today: Date): void {
  if (firstCited && firstCited.slice(1, 11) > today.toISOString().slice(0, 10)) typed.refuse('first', 'future')
}

const reason = (what: string): string => `Entered ${what}`

/** A statement about one property; with `of`, a denial or a doubt of another source's statement, whose property and entities it has. */
export async function readStatement(
  typed: Typed,
  placed: Placed | null,
  { entering, find, of }: { entering: Entering; find: Find; of: Pick<Statement, 'entity' | 'property' | 'object'> | null },
): Promise<Entry | null> {
  const made: NewEntity[] = []
  const said = readSaid(typed)
  const property = of?.property ?? typed.choice<Property>('property', PropertyShape.options, true)
  if (property === null) return null
  const meaning = propertyMeanings[property]
  if (property === 'occurrence') refuseFuture(typed, said, entering.now())
  if (of && said.stance === 'asserts') typed.refuse('stance', 'no choice')
  const entity = of?.entity ?? (await readEntity(typed, 'entity', meaning.of, made, find, { required: true }))
  const object =
    of?.object ??
    (meaning.object && property !== 'outcome' ? await readEntity(typed, 'object', meaning.object, made, find) : null)
  const value = typed.text('value')
  if (value === null && object === null) typed.refuse('value', 'nothing said')
  const names = Object.keys(meaning.details ?? {})
  const details: Statement['details'] = Object.fromEntries(
    names.flatMap((name): [string, string | number][] => {
      const typedDetail = typed.text(`detail_${name}`, { most: 1_000 })
      if (typedDetail === null) return []
      if (/^(?:low|high|latitude|longitude)$/.test(name)) {
        if (!Number.isFinite(Number(typedDetail))) typed.refuse(`detail_${name}`, 'no number')
        return [[name, Number(typedDetail)]]
      }
      return [[name, typedDetail]]
    }),
  )
  if (property === 'violation' && value !== null) Object.assign(details, violationDetailsOf(typed, value, entering))
  if (property === 'country' && value !== null && /^[A-Za-z]{3}$/.test(value)) typed.country('value')
  if (placed === null || entity === null || typed.problems.size > 0) return null
  const what = said.stance === 'denies' ? 'a denial' : said.stance === 'questions' ? 'a doubt' : 'a statement'
  return {
    reason: reason(`${what}: ${property}`),
    source: placed.source,
    place: placed.place,
    made,
    statements: [{ ...said, entity, property, value, object, details }],
  }
}

const ends: Record<Relation, { from: readonly EntityKind[]; to: readonly EntityKind[] }> = {
  parent: { from: propertyMeanings.parent.of, to: propertyMeanings.parent.object! },
  succession: { from: propertyMeanings.succession.of, to: propertyMeanings.succession.object! },
  posting: { from: propertyMeanings.posting.of, to: propertyMeanings.posting.object! },
  lineage: { from: propertyMeanings.lineage.of, to: propertyMeanings.lineage.object! },
}
export const endsOf = (relation: Relation) => ends[relation]

/** Who was under, came after, was posted to or came from whom. */
export async function readRelation(typed: Typed, placed: Placed | null, find: Find): Promise<Entry | null> {
  const relation = typed.choice('relation', relations, true)
  const said = readSaid(typed)
  if (relation === null) return null
  const made: NewEntity[] = []
  const from = await readEntity(typed, 'from', endsOf(relation).from, made, find, { required: true })
  const to = await readEntity(typed, 'to', endsOf(relation).to, made, find, { required: true })
  if (from !== null && from === to) typed.refuse('to', 'same')
  const details = Object.fromEntries(
    Object.keys(propertyMeanings[relation].details ?? {}).flatMap((name) => {
      const value = typed.text(`detail_${name}`, { most: 300 })
      return value === null ? [] : [[name, value]]
    }),
  )
  const value = propertyMeanings[relation].value === null ? null : typed.text('value', { most: 300 })
  if (placed === null || from === null || to === null || typed.problems.size > 0) return null
  return {
    reason: reason(`a relation: ${relation}`),
    source: placed.source,
    place: placed.place,
    made,
    statements: [{ ...said, entity: from, property: relation, object: to, value, details }],
  }
}

export const sourceKinds = ['article', 'note'] as const
export const sourceLanguages = ['en', 'es', 'fr', 'pt', 'ar'] as const
/** Bytes of a text that is pasted or sent. */
const longestText = 2_000_000

/** A publication, or the analyst's note: as text that was pasted, or as a file. */
export async function readSource(
  typed: Typed,
  entering: Pick<Entering, 'textOf'>,
  file: { name: string; bytes: Uint8Array } | null,
): Promise<{ given: NewSource; bytes: Uint8Array } | null> {
  const facts = {
    kind: typed.choice('kind', sourceKinds, true) ?? 'article',
    publisher: typed.text('publisher', { most: 300 }),
    publishedPrinted: typed.text('published', { most: 100 }),
    language: typed.choice('language', sourceLanguages),
    officialUrl: typed.webAddress('url'),
  }
  const title = typed.text('title', { required: true, most: 500 })
  const collectedFrom = typed.text('collected', { required: true, most: 300 })
  const text = typed.text('text', { most: longestText })
  if (file === null && text === null) typed.refuse('text', 'required')
  let mediaType = 'text/plain'
  if (file !== null)
    try {
      mediaType = (await entering.textOf(file)).mediaType
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      typed.refuse('file', 'no text')
      typed.told = error
    }
  if (typed.problems.size > 0 || title === null || collectedFrom === null) return null
  const made = file
    ? fileSource(file.bytes, { ...facts, title, mediaType, fileName: fileNameOf(file.name) })
    : textSource(text!, { ...facts, title })
  return { given: { source: made.source, collectedFrom, restricted: typed.ticked('restricted') }, bytes: made.bytes }
}

/** A browser may send a whole path, and a name may hold anything. */
export const fileNameOf = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[^\p{L}\p{N}. _()-]/gu, '_')
    .slice(-120) || 'file'
