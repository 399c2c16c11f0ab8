/**
 * Reads FollowTheMoney entities, one a line of JSON, as statements and designations. What the ledger has no place for is told line by line.
 *
 * An id that this program wrote ("rastro-…") means the entity it was written of; any other is an id of the collection that the file is from.
 */
import { entityId, statementId } from '../../ledger/changesets/entity-facts.js'
import { rangeText, readPartialDate } from '../../ledger/dates.js'
import { type Designation, type EntityKind, type Property, plainly, type Statement } from '../../ledger/entities.js'
import { errors } from '../../ledger/errors.js'
import { countryOfAlpha2, readCountry } from '../../ledger/vocabulary.js'
import { clipped, type Loss } from '../sfm/flags.js'

export interface ReadEntities {
  entities: Map<string, EntityKind>
  statements: Statement[]
  designations: Designation[]
  losses: Loss[]
  rows: number
  refused: number
}

interface Line {
  row: number
  id: string
  schema: string
  properties: Record<string, string[]>
}

/** Schemata of what has an identity here. An organisation with a topic of security or the military is a unit. */
const people = new Set(['Person'])
const organizations = new Set(['Organization', 'PublicBody', 'LegalEntity', 'Company'])

/** Properties that are statements of one value. */
const plain: Readonly<Record<string, Property>> = {
  name: 'name',
  alias: 'alias',
  weakAlias: 'alias',
  previousName: 'alias',
  country: 'country',
  nationality: 'country',
  citizenship: 'country',
  jurisdiction: 'country',
  mainCountry: 'country',
  classification: 'classification',
  notes: 'note',
  summary: 'note',
  description: 'note',
  idNumber: 'identifier',
  registrationNumber: 'identifier',
  passportNumber: 'identifier',
  wikidataId: 'identifier',
  gender: 'gender',
  birthDate: 'birth',
  deathDate: 'death',
  website: 'account',
}
/** Of a person or a unit alone. */
const ofPersons = new Set<Property>(['gender', 'birth', 'death', 'account'])

const relations = new Set(['Membership', 'Employment', 'Directorship', 'Succession'])
const effects = ['asset block', 'visa bar', 'embargo', 'ineligible for assistance'] as const

/** Whether bytes begin as a file of such entities does: an object with an id and a schema. */
export function maybeFollowTheMoney(bytes: Uint8Array): boolean {
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return head.startsWith('{') && /"schema"\s*:\s*"/.test(head)
}

/** @throws UserError FTM_EMPTY where no line is an entity. */
export function readFollowTheMoney(bytes: Uint8Array, source: string, file: string): ReadEntities {
  const read: ReadEntities = { entities: new Map(), statements: [], designations: [], losses: [], rows: 0, refused: 0 }
  const lines = readLines(bytes, read)
  if (lines.length === 0) throw errors.FTM_EMPTY({ file })
  const kinds = new Map<string, EntityKind>()
  for (const line of lines) {
    const kind = kindOf(line)
    if (kind) kinds.set(line.id, kind)
  }
  const known = (id: string) => {
    const kind = kinds.get(id)
    return kind ? { id: ourId(id, kind), kind } : null
  }
  const sites = new Map(lines.filter(({ schema }) => schema === 'Address').map((line) => [line.id, line]))
  const sited = new Set<string>()
  for (const line of lines) {
    const subject = known(line.id)
    if (subject) readEntity(line, subject, { source, read, sites, sited })
    else if (relations.has(line.schema)) readRelation(line, known, { source, read })
    else if (line.schema === 'Sanction') readSanction(line, known, { source, read })
    else if (line.schema !== 'Address') lose(read, line, null, 'refused', 'SCHEMA_NOT_KEPT', line.schema)
  }
  for (const [id, line] of sites) if (!sited.has(id)) lose(read, line, null, 'refused', 'LINK_UNKNOWN', id)
  return read
}

function readLines(bytes: Uint8Array, read: ReadEntities): Line[] {
  const lines: Line[] = []
  const seen = new Set<string>()
  const texts = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .split('\n')
  texts.forEach((text, index) => {
    if (text.trim() === '') return
    const row = index + 1
    read.rows++
    const refuse = (code: Loss['code']) => {
      read.refused++
      read.losses.push({ sheet: null, row, column: null, outcome: 'refused', code, text: clipped(text) })
    }
    const line = parseLine(text, row)
    if (!line) refuse('LINE_UNREADABLE')
    else if (seen.has(line.id)) refuse('ROW_REPEATED')
    else {
      seen.add(line.id)
      lines.push(line)
    }
  })
  return lines
}

function parseLine(text: string, row: number): Line | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { id, schema, properties } = value as Record<string, unknown>
  if (typeof id !== 'string' || id === '' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    return null
  const read: Record<string, string[]> = {}
  for (const [name, values] of Object.entries(properties))
    read[name] = (Array.isArray(values) ? values : [values]).filter((one) => typeof one === 'string' && one.trim() !== '')
  return { row, id, schema, properties: read }
}

function kindOf({ schema, properties }: Line): EntityKind | null {
  if (people.has(schema)) return 'person'
  if (!organizations.has(schema)) return null
  return (properties.topics ?? []).some((topic) => topic === 'gov.security' || topic === 'mil') ? 'unit' : 'organization'
}

const ourId = (id: string, kind: EntityKind): string =>
  /^rastro-[0-9a-f]{20}$/.test(id) ? id.slice('rastro-'.length) : entityId(kind, 'FollowTheMoney', id)

interface Context {
  source: string
  read: ReadEntities
}

function readEntity(
  line: Line,
  subject: { id: string; kind: EntityKind },
  { source, read, sites, sited }: Context & { sites: ReadonlyMap<string, Line>; sited: Set<string> },
): void {
  read.entities.set(subject.id, subject.kind)
  const add = (name: string, ordinal: number, said: Partial<Statement> & Pick<Statement, 'property'>) =>
    read.statements.push(statementOf(source, line, name, ordinal, { entity: subject.id, ...said }))
  for (const [name, values] of Object.entries(line.properties)) {
    const property = plain[name]
    values.forEach((value, ordinal) => {
      if (property && (subject.kind === 'person' || !ofPersons.has(property))) {
        const dated = property === 'birth' || property === 'death' ? dateOf(value) : null
        add(name, ordinal, {
          property,
          value: property === 'country' ? countryOf(value) : value,
          ...(property === 'identifier' && { details: { scheme: name } }),
          ...(property === 'account' && { details: { kind: name } }),
          ...(dated && { firstCited: dated, firstCitedPrinted: value }),
        })
      } else if (name === 'incorporationDate' || name === 'dissolutionDate') {
        const start = name === 'incorporationDate'
        add(name, ordinal, {
          property: 'existence',
          value: line.properties.name?.[0] ?? line.id,
          ...(start
            ? { firstCitedPrinted: value, firstCited: dateOf(value), starts: true }
            : { lastCitedPrinted: value, lastCited: dateOf(value), ends: true }),
        })
      } else if (name === 'addressEntity' && sites.has(value)) {
        sited.add(value)
        const { properties } = sites.get(value)!
        const first = (wanted: string) => properties[wanted]?.[0]
        const details: Record<string, string | number> = {}
        for (const degree of ['latitude', 'longitude'])
          if (first(degree) !== undefined && Number.isFinite(Number(first(degree)))) details[degree] = Number(first(degree))
        if (first('region')) details.region = first('region')!
        add(name, ordinal, { property: 'site', value: first('full') ?? first('name') ?? first('city') ?? value, details })
      } else if (name !== 'topics' && name !== 'sourceUrl') lose(read, line, name, 'not taken', 'CELL_NOT_KEPT', value)
    })
  }
}

function readRelation(
  line: Line,
  known: (id: string) => { id: string; kind: EntityKind } | null,
  { source, read }: Context,
): void {
  const { schema, properties } = line
  const [fromName, toName] = ends[schema]!
  const from = known(properties[fromName]?.[0] ?? '')
  const to = known(properties[toName]?.[0] ?? '')
  if (!from || !to || (schema === 'Membership' && to.kind === 'person')) {
    lose(read, line, null, 'refused', 'LINK_UNKNOWN', `${properties[fromName]?.[0]} – ${properties[toName]?.[0]}`)
    return
  }
  read.entities.set(from.id, from.kind).set(to.id, to.kind)
  const role = properties.role ?? []
  const first = properties.startDate?.[0] ?? properties.date?.[0] ?? null
  const last = properties.endDate?.[0] ?? properties.date?.[1] ?? null
  const relation = { relation: role[0] ?? (schema === 'Membership' ? 'membership' : schema.toLowerCase()) }
  const property: Property = schema === 'Succession' ? 'succession' : from.kind === 'person' ? 'posting' : 'parent'
  read.statements.push(
    statementOf(source, line, schema, 0, {
      entity: from.id,
      property,
      object: to.id,
      details: property === 'posting' ? (role.length > 0 ? { role: role.join(', ') } : {}) : relation,
      firstCitedPrinted: first,
      firstCited: first ? dateOf(first) : null,
      starts: properties.startDate?.[0] ? true : first ? false : null,
      lastCitedPrinted: last,
      lastCited: last ? dateOf(last) : null,
      ends: properties.endDate?.[0] ? true : last ? false : null,
    }),
  )
  for (const name of Object.keys(properties))
    if (![fromName, toName, 'role', 'startDate', 'endDate', 'date', 'sourceUrl'].includes(name))
      lose(read, line, name, 'not taken', 'CELL_NOT_KEPT', properties[name]!.join('; '))
}

/** Who is under or before, and who is above or after. */
const ends: Readonly<Record<string, readonly [string, string]>> = {
  Membership: ['member', 'organization'],
  Employment: ['employee', 'employer'],
  Directorship: ['director', 'organization'],
  Succession: ['predecessor', 'successor'],
}

function readSanction(
  line: Line,
  known: (id: string) => { id: string; kind: EntityKind } | null,
  { source, read }: Context,
): void {
  const { properties } = line
  const subject = known(properties.entity?.[0] ?? '')
  const authority = properties.authority?.[0]
  if (!subject || !authority) {
    lose(read, line, null, 'refused', subject ? 'ROW_INCOMPLETE' : 'LINK_UNKNOWN', properties.entity?.[0] ?? line.id)
    return
  }
  read.entities.set(subject.id, subject.kind)
  const [listed, delisted] = [properties.listingDate?.[0] ?? properties.startDate?.[0] ?? null, properties.endDate?.[0] ?? null]
  const seen = properties.date?.find((text) => /^\d{4}-\d\d-\d\d$/.test(text)) ?? null
  read.designations.push({
    id: statementId(source, line.row, 'Sanction'),
    entity: subject.id,
    authority,
    list: properties.program?.[0] ?? authority,
    program: properties.program?.[0] ?? null,
    law: null,
    effect: effects.find((effect) => properties.provisions?.includes(effect)) ?? 'other',
    listedPrinted: listed,
    listed: listed ? dateOf(listed) : null,
    delistedPrinted: delisted,
    delisted: delisted ? dateOf(delisted) : null,
    seenOn: seen && dateOf(seen) ? seen : null,
    deniedIn: null,
    reason: properties.reason?.join(' ') ?? null,
    identifiers: {},
    citations: [],
    places: [{ page: null, pageLabel: null, box: null, row: line.row }],
    flags: [],
  })
}

function statementOf(
  source: string,
  line: Line,
  column: string,
  ordinal: number,
  said: Partial<Statement> & Pick<Statement, 'entity' | 'property'>,
): Statement {
  return {
    ...plainly,
    citations: [],
    flags: [],
    id: statementId(source, line.row, column, ordinal),
    places: [{ page: null, pageLabel: null, box: null, row: line.row, column }],
    ...said,
  }
}

function lose(
  read: ReadEntities,
  { row }: Line,
  column: string | null,
  outcome: Loss['outcome'],
  code: Loss['code'],
  text: string,
): void {
  if (outcome === 'refused') read.refused++
  read.losses.push({ sheet: null, row, column, outcome, code, text: clipped(text) })
}

const dateOf = (text: string): string | null => {
  const range = readPartialDate(text.slice(0, 10))
  return range ? rangeText(range) : null
}

/** ISO 3166-1 alpha-3 of the model's two letters; as printed where the tables do not know it. */
const countryOf = (value: string): string => countryOfAlpha2(value.toUpperCase())?.code ?? readCountry(value)?.code ?? value
