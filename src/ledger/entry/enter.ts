/**
 * Facts that a person enters by hand: sources, and statements with their places. One entry is one changeset, in the audit trail, and can be undone.
 *
 * An entry goes where its source is: of a restricted source nothing is public, neither the statements nor that there are any. The same entry
 * sent twice changes nothing the second time.
 */
import type { Pool, PoolClient } from 'pg'
import { publicationColumns } from '../changesets/article-facts.js'
import { correctionTool, entryTool } from '../changesets/by-hand.js'
import { contentForm, type Row } from '../changesets/canonical.js'
import { type About, type Change, type Committed, commitChangeset, withdrawRows, writeRows } from '../changesets/change.js'
import { entityId, entityRow, handStatementId, statementRow } from '../changesets/entity-facts.js'
import { sourceRow, storable } from '../changesets/facts.js'
import { replaceSource } from '../changesets/replace-source.js'
import { allRows } from '../changesets/rows.js'
import { settle } from '../changesets/settle.js'
import { undoChangeset, undoRestricted } from '../changesets/undo.js'
import { rangeText, readPartialDate } from '../dates.js'
import { type EntityKind, plainly, propertyMeanings, type Statement } from '../entities.js'
import { errors } from '../errors.js'
import { version } from '../project.js'
import type { Place, Source } from '../records.js'
import type { FactSchema } from '../schema.js'

type Owner = { ownerPool: Pool }

/** Who enters it, and when. */
export interface Analyst {
  actor: string
  at: Date
}

export interface NewSource {
  source: Source
  /** How it was collected: "downloaded", "received by letter". */
  collectedFrom: string
  restricted: boolean
}

/** Somebody or something that is not in the ledger yet; `key` is how the entry's statements speak of it. */
export interface NewEntity {
  key: string
  kind: EntityKind
  /** Null for an incident: what is alleged is what it is known by. */
  name: string | null
  country: string | null
}

/** `entity` and `object` are ids, or keys of the entry's new entities. */
export type NewStatement = Pick<Statement, 'entity' | 'property'> & Partial<Omit<Statement, 'id' | 'places'>> & { place?: Place }

export interface Entry {
  reason: string
  /** The id of a source that is there, or one that comes with the entry. */
  source: string | NewSource
  /** Where every statement stands that has no place of its own. */
  place: Place
  made: readonly NewEntity[]
  statements: readonly NewStatement[]
}

export interface Entered extends Committed {
  source: string
  /** Ids of the new entities, by key. */
  made: Map<string, string>
}

export const aboutEntry = ({ actor, at }: Analyst, reason: string, tool = entryTool): About => ({
  actor,
  reason,
  tool,
  toolVersion: version,
  at,
})

/**
 * Adds a source. Of one that is there already, by the digest of its bytes, what is said otherwise now is a correction in the audit trail; what is left
 * blank stays as it is, and a restricted one restricted.
 * @throws UserError EXPUNGED, SOURCE_PUBLIC where it is to be restricted and is public, SOURCE_DAY_DIFFERS where a program read another day
 */
export async function enterSource(ledger: Owner, given: NewSource, by: Analyst): Promise<Entered> {
  const committed = await commitChangeset(
    ledger,
    aboutEntry(by, `Entered the source “${given.source.title}”`),
    async (change) => {
      const known = await addSource(change, given, by)
      if (known) await correctSource(change, known, given.source)
    },
  )
  return { ...committed, source: given.source.id, made: new Map() }
}

/**
 * Writes what one form says as one changeset.
 * @throws UserError NOT_FOUND for a source or an entity that is not there, EXPUNGED, SOURCE_PUBLIC, SOURCE_DAY_DIFFERS, ENTRY_INVALID where a statement cannot be about its entity
 */
export async function enter(ledger: Owner, entry: Entry, by: Analyst): Promise<Entered> {
  const made = new Map(entry.made.map((one) => [one.key, idOf(one, entry)]))
  const source = typeof entry.source === 'string' ? entry.source : entry.source.source.id
  const committed = await commitChangeset(ledger, aboutEntry(by, entry.reason), async (change) => {
    if (typeof entry.source !== 'string') {
      const known = await addSource(change, entry.source, by)
      // The day of a note is that on which it was written down.
      if (known && entry.source.source.kind !== 'note') mustBeOfDay(known.row, entry.source.source)
    }
    const schema = await schemaOf(change.client, source)
    await addStatements(change, schema, source, statementsOf(entry, source, made), entry.made, made)
  })
  return { ...committed, source, made }
}

/** Undoes an entry or a correction, public or restricted, by another changeset. */
export async function undoEntry(ledger: Owner, changeset: number, schema: FactSchema, by: Analyst): Promise<Committed> {
  const { rows } = await ledger.ownerPool.query(`SELECT FROM ${schema}.changeset WHERE id = $1 AND tool = ANY($2)`, [
    changeset,
    [entryTool, correctionTool],
  ])
  if (rows.length === 0) throw errors.CHANGESET_UNKNOWN(changeset)
  const about = aboutEntry(by, `Undid ${changeset}`)
  return schema === 'ledger' ? undoChangeset(ledger, changeset, about) : undoRestricted(ledger, changeset, about)
}

async function addSource(
  change: Change,
  { source, collectedFrom, restricted }: NewSource,
  { actor, at }: Analyst,
): Promise<KnownSource | null> {
  const { rows } = await change.client.query<{ gone: boolean; known: FactSchema | null }>(
    `SELECT EXISTS (SELECT FROM ledger.tombstone WHERE id = $1 UNION ALL SELECT FROM restricted.tombstone WHERE id = $1) AS gone,
      (SELECT 'ledger' FROM ledger.source WHERE id = $1 AND withdrawn IS NULL
        UNION ALL SELECT 'restricted' FROM restricted.source WHERE id = $1 AND withdrawn IS NULL LIMIT 1) AS known`,
    [source.id],
  )
  if (rows[0]!.gone) throw errors.EXPUNGED('source')
  const { known } = rows[0]!
  if (known === 'ledger' && restricted) throw errors.SOURCE_PUBLIC()
  if (known !== null) {
    const [stored] = await allRows(change.client, known, 'source', 'id = $1 AND withdrawn IS NULL', [source.id])
    return { schema: known, row: stored!.row }
  }
  const collection = { at, by: actor, from: collectedFrom, method: 'entered by hand' }
  await replaceSource(change, { source: sourceRow(source, collection), restricted })
  return null
}

interface KnownSource {
  schema: FactSchema
  row: Row
}

/** What analysts say of a source; of any other its own file does. */
const saidByHand: ReadonlySet<unknown> = new Set(['article', 'note', 'reply'])

async function correctSource(change: Change, { schema, row }: KnownSource, given: Source): Promise<void> {
  if (!saidByHand.has(row.kind)) return mustBeOfDay(row, given)
  const { title, publisher, language, officialUrl, publishedPrinted } = given
  const said: Row = { ...row, title: storable(title) }
  if (publisher !== null) said.publisher = storable(publisher)
  if (language !== null) said.language = language
  if (officialUrl !== null) said.official_url = storable(officialUrl)
  if (isOfOtherDay(row, given)) {
    const day = readPartialDate(publishedPrinted!) ? publishedPrinted!.trim() : null
    Object.assign(said, publicationColumns({ printed: publishedPrinted!, day }))
  }
  if (contentForm('source', row) === contentForm('source', said)) return
  await withdrawRows(change, schema, 'source', [row.id])
  await writeRows(change, schema, 'source', [said])
  change.groups[schema].set(row.id, null)
  change.about = { ...change.about, reason: `Corrected what is said of the source “${title}”` }
}

/** Whether another day of publication is said of a source than the ledger has; "2014" is another than "2014-02-17". */
function isOfOtherDay(row: Row, { publishedPrinted: given }: Pick<Source, 'publishedPrinted'>): boolean {
  if (given === null || given === row.published_printed) return false
  const day = readPartialDate(given)
  return !day || row.published !== rangeText(day)
}

/** Whatever stands in the ledger from a source is of the one day that the ledger has: another would be lost where it is given with an entry. */
function mustBeOfDay(row: Row, given: Source): void {
  if (isOfOtherDay(row, given))
    throw errors.SOURCE_DAY_DIFFERS((row.published_printed ?? null) as string | null, given.publishedPrinted!)
}

/** Where a source is, and whatever is said from it goes. */
async function schemaOf(client: Pick<PoolClient, 'query'>, source: string): Promise<FactSchema> {
  const { rows } = await client.query<{ schema: FactSchema }>(
    `SELECT 'ledger' AS schema FROM ledger.source WHERE id = $1 AND withdrawn IS NULL
      UNION ALL SELECT 'restricted' FROM restricted.source WHERE id = $1 AND withdrawn IS NULL`,
    [source],
  )
  if (!rows[0]) throw errors.NOT_FOUND(`source "${source.slice(0, 40)}"`)
  return rows[0].schema
}

/** A name and a country that were entered before are the same again; an incident is known by its source and what is alleged there. */
function idOf({ key, kind, name, country }: NewEntity, { source, place, statements }: Entry): string {
  const where = typeof source === 'string' ? source : source.source.id
  const said = statements.find(({ entity, property }) => entity === key && property === 'occurrence')?.value ?? name
  const what = kind === 'incident' ? [where, place.page, place.row, place.start, place.end, said] : [country, name]
  return entityId(kind, 'entered by hand', JSON.stringify(what))
}

function statementsOf(entry: Entry, source: string, made: ReadonlyMap<string, string>): Statement[] {
  const named = entry.made.flatMap(({ key, name, country }): NewStatement[] => [
    ...(name === null ? [] : [{ entity: key, property: 'name' as const, value: name }]),
    ...(country === null ? [] : [{ entity: key, property: 'country' as const, value: country }]),
  ])
  const all = [...named, ...entry.statements].map(({ place, ...said }): Statement => {
    const statement = {
      ...plainly,
      citations: [],
      flags: [],
      ...said,
      entity: made.get(said.entity) ?? said.entity,
      object: said.object ? (made.get(said.object) ?? said.object) : null,
      places: [place ?? entry.place],
    }
    return { ...statement, id: handStatementId(statement, source) }
  })
  return [...new Map(all.map((statement) => [statement.id, statement])).values()]
}

async function addStatements(
  change: Change,
  schema: FactSchema,
  source: string,
  statements: readonly Statement[],
  made: readonly NewEntity[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const kinds = await kindsOf(change.client, schema, statements, new Map(made.map(({ key, kind }) => [ids.get(key)!, kind])))
  for (const statement of statements) mustFit(statement, kinds)
  const { rows } = await change.client.query<{ next: number }>(
    `SELECT coalesce(max(position) + 1, 0)::float8 AS next FROM ${schema}.statement WHERE source = $1`,
    [source],
  )
  const next = rows[0]!.next
  await addRows(
    change,
    schema,
    statements.map((statement, at) => statementRow(statement, source, next + at)),
    [...kinds].map(([id, kind]) => entityRow(id, kind)),
  )
}

/** Writes those statements that are not there, and the entities that they speak of. */
export async function addRows(
  change: Change,
  schema: FactSchema,
  given: readonly Row[],
  entities: readonly Row[],
): Promise<void> {
  const current = await allRows(change.client, schema, 'statement', 'id = ANY($1) AND withdrawn IS NULL', [
    given.map(({ id }) => id),
  ])
  const known = new Set(current.map(({ row }) => row.id))
  const fresh = given.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  await writeRows(change, schema, 'statement', fresh)
  await settle(change, schema, 'entity', entities, new Set())
  for (const { source } of fresh) change.groups[schema].set(source as string, null)
}

/** Ends rows of one table; what nothing speaks of any more goes with them. */
export async function endRows(
  change: Change,
  schema: FactSchema,
  table: 'statement' | 'designation',
  rows: readonly Row[],
): Promise<void> {
  await withdrawRows(
    change,
    schema,
    table,
    rows.map(({ id }) => id),
  )
  const touched = new Set(rows.flatMap(({ entity, object }) => [entity, object].filter((id) => typeof id === 'string')))
  await settle(change, schema, 'entity', [], touched as Set<string>)
  for (const { source } of rows) change.groups[schema].set(source as string, null)
}

async function kindsOf(
  client: PoolClient,
  schema: FactSchema,
  statements: readonly Pick<Statement, 'entity' | 'object'>[],
  made: ReadonlyMap<string, EntityKind>,
): Promise<Map<string, EntityKind>> {
  const ids = [...new Set(statements.flatMap(({ entity, object }) => (object === null ? [entity] : [entity, object])))]
  const buried = await client.query<{ id: string }>(`SELECT id FROM ${schema}.tombstone WHERE id = ANY($1) LIMIT 1`, [ids])
  if (buried.rows[0]) throw errors.EXPUNGED('entity')
  // What is restricted may speak of what is public; never the other way round.
  const tables = schema === 'ledger' ? ['ledger'] : ['ledger', 'restricted']
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    tables.map((name) => `SELECT id, kind FROM ${name}.entity WHERE id = ANY($1) AND withdrawn IS NULL`).join(' UNION '),
    [ids],
  )
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  for (const id of ids) {
    const kind = kinds.get(id) ?? made.get(id)
    if (kind === undefined) throw errors.NOT_FOUND(`unit, person or incident "${id.slice(0, 40)}"`)
    kinds.set(id, kind)
  }
  return kinds
}

/** @throws UserError ENTRY_INVALID */
export function mustFit({ entity, property, value, object }: Statement, kinds: ReadonlyMap<string, EntityKind>): void {
  const meaning = propertyMeanings[property]
  const kind = kinds.get(entity)!
  if (!meaning.of.includes(kind)) throw errors.ENTRY_INVALID(`A ${kind} has no “${property}”`)
  if (value === null && object === null) throw errors.ENTRY_INVALID(`The statement of “${property}” says nothing`)
  if (object === null) return
  if (object === entity) throw errors.ENTRY_INVALID('Nothing is related to itself')
  const other = kinds.get(object)!
  if (!meaning.object?.includes(other)) throw errors.ENTRY_INVALID(`“${property}” cannot be about a ${other}`)
}
