/** Batches of reconciliation queries and of data extension (specification 0.2, sections 4 and 7), as they come and as they are answered. */
import { readExample } from '../../exchange/follow-the-money/example.js'
import { errors } from '../../ledger/errors.js'
import type { KnownEntity } from '../../ledger/read/known-entities.js'
import type { NameKind } from '../../names/comparison.js'
import { type EntityMatch, type NameQuery, nameKindOf } from '../../screening/entity-match.js'
import { isText, objectAt, parseJson, shownKey } from './foreign-parameters.js'
import { properties, types, typesOf } from './reconcile-types.js'

const mostQueries = 100
const mostIds = 200
const longestText = 2_000

export interface ReconcileQuery {
  key: string
  query: NameQuery
  limit: number
}

/** Below this a candidate is of no use to whoever looks through a column. */
const least = 0.4
/** A program joins rows to what has `match` without asking: only where the names say the same and nothing else comes near. */
const certain = 0.95
const apart = 0.05

/** @throws UserError BODY_INVALID with the place of what does not fit */
export function readQueries(text: string): ReconcileQuery[] {
  const given = Object.entries(objectAt('queries', parseJson('queries', text)))
  if (given.length > mostQueries) throw errors.BODY_INVALID('queries', `holds more than ${mostQueries} queries`)
  return given.map(([key, query]) => readOne(key, `queries.${shownKey(key)}`, objectAt(`queries.${shownKey(key)}`, query)))
}

function readOne(key: string, where: string, given: Readonly<Record<string, unknown>>): ReconcileQuery {
  const { query, type, limit = 5, properties: constraints = [] } = given
  const name = textAt(`${where}.query`, query ?? '')
  const wanted = (Array.isArray(type) ? type : type === undefined || type === null || type === '' ? [] : [type]).map(
    (one: unknown) => textAt(`${where}.type`, typeof one === 'object' && one !== null && 'id' in one ? one.id : one),
  )
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 100)
    throw errors.BODY_INVALID(`${where}.limit`, 'is no whole number between 1 and 100')
  if (!Array.isArray(constraints) || constraints.length > 50)
    throw errors.BODY_INVALID(`${where}.properties`, 'is no list of at most 50')
  const facts = readExample(propertiesOf(where, constraints))
  const of = wanted.length === 0 ? undefined : types.filter(({ id }) => wanted.includes(id)).flatMap(({ kinds }) => kinds)
  const kinds: NameKind[] = [...new Set((of ?? types.flatMap((each) => each.kinds)).map(nameKindOf))]
  return {
    key,
    limit,
    query: {
      ...facts,
      names: name.trim() === '' ? facts.names : [name, ...facts.names],
      kinds,
      ...(of && { of }),
      least,
      limit: limit + 1,
    },
  }
}

/** Values as `readExample` knows them. A property that the service does not have is no mistake: the next service may have it. */
function propertiesOf(where: string, constraints: readonly unknown[]): Record<string, string[]> {
  const names: Readonly<Record<string, string>> = {
    country: 'country',
    birth_date: 'birthDate',
    identifier: 'idNumber',
    name: 'alias',
  }
  const read: Record<string, string[]> = {}
  for (const constraint of constraints) {
    const { pid, v } = objectAt(`${where}.properties`, constraint)
    const property = names[textAt(`${where}.properties.pid`, pid)]
    if (property === undefined) continue
    for (const value of Array.isArray(v) ? v.slice(0, 20) : [v]) {
      // A cell that was reconciled before comes with its id and name.
      const text = typeof value === 'object' && value !== null && 'name' in value ? value.name : value
      if (typeof text === 'string' || typeof text === 'number') {
        read[property] ??= []
        read[property]!.push(textAt(`${where}.properties.v`, String(text)))
      }
    }
  }
  return read
}

function textAt(where: string, value: unknown): string {
  if (typeof value !== 'string') throw errors.BODY_INVALID(where, 'is no text')
  if (value.length > longestText) throw errors.BODY_INVALID(where, `is longer than ${longestText} characters`)
  if (!isText(value)) throw errors.BODY_INVALID(where, 'holds characters that no text has')
  return value
}

/** Candidates as the protocol has them: scores of 100, and `match` where a program may join them without asking. */
export function candidatesOf(
  { query, limit }: ReconcileQuery,
  matches: readonly EntityMatch[],
  known: ReadonlyMap<string, KnownEntity>,
) {
  const [first, second] = matches
  const sure =
    first !== undefined &&
    first.verdict === 'same' &&
    first.score >= certain &&
    first.score - (second?.score ?? 0) >= apart &&
    (query.countries.length === 0 || first.features.country !== 0)
  return matches.slice(0, limit).flatMap((match) => {
    const entity = known.get(match.id)
    if (!entity) return []
    return [
      {
        id: match.id,
        name: entity.name,
        description: descriptionOf(entity),
        type: typesOf(entity.kind),
        score: Math.round(match.score * 10_000) / 100,
        match: sure && match === first,
        features: Object.entries(match.features).map(([feature, value]) => ({ id: feature, value })),
      },
    ]
  })
}

export const descriptionOf = ({ kind, countries, rows, proposed, trainsOnly }: KnownEntity): string =>
  [
    kind,
    countries.join(', '),
    rows > 0 ? `named in ${rows} rows of training reports` : '',
    trainsOnly ? 'named as who gave training alone' : '',
    proposed ? 'put together by a rule, not confirmed' : '',
  ]
    .filter(Boolean)
    .join(' · ')

export interface Extension {
  ids: string[]
  properties: { id: string; limit: number | null }[]
}

/** @throws UserError BODY_INVALID */
export function readExtension(text: string): Extension {
  const { ids, properties: wanted } = objectAt('extend', parseJson('extend', text))
  if (!Array.isArray(ids) || ids.length > mostIds) throw errors.BODY_INVALID('extend.ids', `is no list of at most ${mostIds}`)
  if (!Array.isArray(wanted) || wanted.length > 50) throw errors.BODY_INVALID('extend.properties', 'is no list of at most 50')
  return {
    ids: ids.map((id: unknown) => textAt('extend.ids', id)),
    properties: wanted.map((each: unknown) => {
      const { id, settings } = objectAt('extend.properties', each)
      const property = properties.find((known) => known.extends && known.id === id)
      if (!property) throw errors.BODY_INVALID('extend.properties', 'names a property that is not proposed')
      const limit = Number(
        settings === undefined || settings === null ? 0 : objectAt('extend.properties.settings', settings).limit,
      )
      return { id: property.id, limit: Number.isInteger(limit) && limit > 0 ? limit : null }
    }),
  }
}
