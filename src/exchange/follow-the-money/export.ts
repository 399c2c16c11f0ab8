/**
 * Entities and what is said of them in the FollowTheMoney model (followthemoney.tech), valid for its official package.
 *
 * What the model cannot say is left out, never bent: denials and doubts, classes of units (which are no organisation), imprecise dates, confidence and
 * which publication says what. docs/follow-the-money.md lists it all. A first citation becomes a start date only where the source knows it as one.
 */

import { listedRange, shortDate } from '../../ledger/dates.js'
import type { EntityKind } from '../../ledger/entities.js'
import type { EntityBatch, ExportedDesignation, ExportedEntity, ExportedStatement } from '../../ledger/read/all-entities.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import { countryOfCode } from '../../ledger/vocabulary.js'

export interface FollowTheMoneyEntity {
  id: string
  schema: string
  properties: Record<string, string[]>
}

const schemas: Partial<Record<EntityKind, string>> = {
  unit: 'Organization',
  body: 'Organization',
  organization: 'Organization',
  person: 'Person',
}

const idOf = (id: string): string => `rastro-${id}`

/** What the names that printed rows were taken to be add to what sources state, by the id of an entity. */
export type KnownNames = ReadonlyMap<string, Pick<KnownEntity, 'name' | 'names' | 'countries' | 'proposed' | 'trainsOnly'>>

const proposedNote =
  'Known from names that training reports print. A rule took these names to mean one unit; no person has confirmed it.'

const trainsOnlyNote =
  'Training reports name it as who gave training, never as who received it. Whether it is a school of armed forces, a university or a firm is not said.'

/** The entities of a batch, each with its relations, sites and designations right after it. */
export function* asFollowTheMoney(
  { entities, kinds, publications }: EntityBatch,
  known: KnownNames,
): Generator<FollowTheMoneyEntity> {
  const addresses = (citations: readonly string[]): string[] =>
    citations.flatMap((id) => {
      const url = publications.get(id)?.url
      return url && isWebAddress(url) ? [url] : []
    })
  for (const entity of entities) {
    const schema = schemas[entity.kind]
    if (!schema) continue
    const asserted = entity.statements.filter(({ stance }) => stance === 'asserts')
    const sites = asserted.filter(({ property }) => property === 'site')
    const properties = kept({
      ...(schema === 'Person' ? personProperties(asserted) : organizationProperties(entity, asserted)),
      name: values(asserted, 'name'),
      alias: values(asserted, 'alias'),
      notes: values(asserted, 'note'),
      sourceUrl: addresses(asserted.flatMap(({ citations }) => citations)),
      addressEntity: sites.map(({ id }) => `${idOf(id)}-site`),
    })
    yield { id: idOf(entity.id), schema, properties: named(properties, known.get(entity.id)) }
    for (const site of sites) yield siteOf(site)
    for (const statement of asserted) {
      const link =
        statement.object !== null && schemas[kinds.get(statement.object)!] ? relationOf(statement, entity.kind, kinds) : null
      if (link) {
        const dates = { ...datesOf(statement), sourceUrl: addresses(statement.citations) }
        yield { id: idOf(statement.id), schema: link.schema, properties: kept({ ...link.properties, ...dates }) }
      }
    }
    for (const designation of entity.designations) yield sanctionOf(designation, addresses(designation.citations))
  }
}

/** A printed spelling is an alias; where no source names it, the one that most rows print is its name. */
function named(properties: Record<string, string[]>, known: ReturnType<KnownNames['get']>): Record<string, string[]> {
  if (!known) return properties
  const name = properties.name ?? [known.name]
  const notes = [
    ...(properties.notes ?? []),
    ...(known.proposed ? [proposedNote] : []),
    ...(known.trainsOnly ? [trainsOnlyNote] : []),
  ]
  return kept({
    ...properties,
    name,
    alias: [...(properties.alias ?? []), ...known.names].filter((alias) => !name.includes(alias)),
    country: properties.country ?? known.countries.flatMap(countryCode),
    topics: known.trainsOnly ? [] : (properties.topics ?? []),
    notes,
  })
}

function organizationProperties(entity: ExportedEntity, asserted: readonly ExportedStatement[]): Record<string, string[]> {
  const existence = asserted.filter(({ property }) => property === 'existence')
  return {
    country: values(asserted, 'country').flatMap(countryCode),
    classification: values(asserted, 'classification'),
    idNumber: values(asserted, 'identifier'),
    incorporationDate: existence.flatMap((one) => (one.starts ? dateOf(one.firstCited) : [])),
    dissolutionDate: existence.flatMap((one) => (one.ends ? dateOf(one.lastCited) : [])),
    topics: entity.kind === 'organization' ? [] : ['gov.security'],
  }
}

function personProperties(asserted: readonly ExportedStatement[]): Record<string, string[]> {
  return {
    country: values(asserted, 'country').flatMap(countryCode),
    gender: values(asserted, 'gender').flatMap((gender) => {
      const known = /^(?:female|f|woman)$/i.test(gender) ? 'female' : /^(?:male|m|man)$/i.test(gender) ? 'male' : null
      return known ? [known] : []
    }),
    birthDate: asserted
      .filter(({ property }) => property === 'birth')
      .flatMap(({ firstCited, value }) => dateOf(firstCited ?? listedRange(value ?? ''))),
    deathDate: asserted.filter(({ property }) => property === 'death').flatMap(({ firstCited }) => dateOf(firstCited)),
    website: values(asserted, 'account').filter(isWebAddress),
    idNumber: values(asserted, 'identifier'),
  }
}

function siteOf({ id, value, details }: ExportedStatement): FollowTheMoneyEntity {
  return {
    id: `${idOf(id)}-site`,
    schema: 'Address',
    properties: kept({
      name: [details.base ? `${details.base}` : (value ?? '')],
      full: [value ?? ''],
      latitude: [numberOf(details.latitude)],
      longitude: [numberOf(details.longitude)],
      region: [details.region ? `${details.region}` : ''],
    }),
  }
}

function relationOf(
  statement: ExportedStatement,
  kind: EntityKind,
  kinds: ReadonlyMap<string, EntityKind>,
): { schema: string; properties: Record<string, string[]> } | null {
  const { entity, object, property, details } = statement
  const [from, to] = [[idOf(entity)], [idOf(object!)]]
  const other = kinds.get(object!)
  if (property === 'parent')
    return { schema: 'Membership', properties: { member: from, organization: to, role: [`${details.relation ?? ''}`] } }
  if (property === 'succession')
    return { schema: 'Succession', properties: { predecessor: from, successor: to, role: [`${details.relation ?? ''}`] } }
  if (property === 'posting' && kind === 'person' && other !== 'person') {
    const role = ['role', 'rank', 'title'].flatMap((name) => (details[name] ? [`${details[name]}`] : []))
    return { schema: 'Employment', properties: { employee: from, employer: to, role } }
  }
  return null
}

function sanctionOf(designation: ExportedDesignation, sourceUrl: string[]): FollowTheMoneyEntity {
  const { authority, program, law, list, effect, reason, listed, delisted, deniedIn } = designation
  return {
    id: idOf(designation.id),
    schema: 'Sanction',
    properties: kept({
      entity: [idOf(designation.entity)],
      authority: [authority],
      program: [program ?? list],
      provisions: [effect, law ?? ''],
      reason: [reason ?? ''],
      listingDate: dateOf(listed),
      endDate: dateOf(delisted),
      date: [designation.seenOn ?? '', deniedIn === null ? '' : String(deniedIn)],
      sourceUrl,
    }),
  }
}

/** A citation is a date on which it held; a start or an end only where the source knows it as one. */
function datesOf({ firstCited, starts, lastCited, ends, openEnded }: ExportedStatement): Record<string, string[]> {
  const known = ends === true || openEnded === 'E'
  return {
    startDate: starts ? dateOf(firstCited) : [],
    endDate: known ? dateOf(lastCited) : [],
    date: [...(starts ? [] : dateOf(firstCited)), ...(known ? [] : dateOf(lastCited))],
  }
}

const dateOf = (range: string | null): string[] => {
  const date = shortDate(range)
  return date === null ? [] : [date]
}

const values = (statements: readonly ExportedStatement[], property: ExportedStatement['property']): string[] =>
  statements.flatMap((one) => (one.property === property && one.value !== null ? [one.value] : []))

/** States that are no more, by their ISO 3166-3 codes: FollowTheMoney has a code of its own for them, or none. */
const dissolved: Readonly<Record<string, string | null>> = { ANT: null, SCG: 'csxx', YUG: 'yucs' }

/** FollowTheMoney's countries are lower-case ISO 3166-1 alpha-2, for Kosovo "xk". */
function countryCode(alpha3: string): string[] {
  const code = alpha3 in dissolved ? dissolved[alpha3] : countryOfCode(alpha3)?.alpha2
  return code ? [code.toLowerCase()] : []
}

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)
const numberOf = (value: unknown): string =>
  value === undefined || value === null || Number.isNaN(Number(value)) ? '' : String(Number(value))

/** So many characters a property's values have at most, by the model: a cell that lists a dozen bodies is longer than a name. The rest are texts. */
const longest: Readonly<Record<string, number>> = {
  ...{ name: 384, alias: 384, full: 250, idNumber: 64, sourceUrl: 4096, website: 4096 },
  ...{ authority: 1024, classification: 1024, program: 1024, provisions: 1024, region: 1024, role: 1024 },
}
/** A part of these is another one. */
const whole: ReadonlySet<string> = new Set(['idNumber', 'sourceUrl', 'website'])

/** Without blanks and repetitions; without properties that nothing is known of. What is longer than the model has room for is cut, and stands whole in `description`. */
function kept(properties: Record<string, string[]>): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const overlong: string[] = []
  for (const [name, list] of Object.entries(properties)) {
    const most = longest[name] ?? Number.POSITIVE_INFINITY
    const filled = [...new Set(list.map((value) => value.trim()).filter((value) => value !== ''))]
    overlong.push(...filled.filter((value) => value.length > most))
    const fitting = filled.flatMap((value) =>
      value.length <= most ? [value] : whole.has(name) ? [] : [`${value.slice(0, most - 1)}…`],
    )
    if (fitting.length > 0) found[name] = fitting
  }
  if (overlong.length > 0) found.description = [...new Set([...(found.description ?? []), ...overlong])]
  return found
}
