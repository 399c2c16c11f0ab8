/** The body of `POST /match/{dataset}`: queries by example, each an entity of the FollowTheMoney model under a key of the sender's. */
import { type ExampleFacts, readExample } from '../../exchange/follow-the-money/example.js'
import { isSchema, namesOfSchema } from '../../exchange/follow-the-money/schemata.js'
import { errors } from '../../ledger/errors.js'
import type { NameKind } from '../../names/comparison.js'
import { isText, objectAt, shownKey } from './foreign-parameters.js'

export const mostQueries = 100
const mostNames = 20
const mostValues = 200
const longestValue = 2_000

export interface Example {
  key: string
  /** Null where the sender gave none. */
  id: string | null
  schema: string
  /** As understood: lists of texts. */
  properties: Record<string, string[]>
  kinds: readonly NameKind[]
  facts: ExampleFacts
}

/** @throws UserError BODY_INVALID with the place of what does not fit */
export function readMatchBody(body: unknown): Example[] {
  const { queries, weights, config } = objectAt('the body', body)
  for (const [name, given] of Object.entries({ weights, config }))
    if (given !== undefined && given !== null && Object.keys(objectAt(name, given)).length > 0)
      throw errors.BODY_INVALID(name, 'cannot be chosen here: scores are of one algorithm')
  const given = Object.entries(objectAt('queries', queries)).filter(([, query]) => query !== null)
  if (given.length === 0) throw errors.BODY_INVALID('queries', 'holds no query')
  if (given.length > mostQueries) throw errors.BODY_INVALID('queries', `holds more than ${mostQueries} queries`)
  return given.map(([key, query]) => readExampleOf(key, `queries.${shownKey(key)}`, query))
}

function readExampleOf(key: string, where: string, query: unknown): Example {
  const { id, schema, properties } = objectAt(where, query)
  if (typeof schema !== 'string') throw errors.BODY_INVALID(`${where}.schema`, 'is missing')
  const kinds = namesOfSchema(schema)
  if (kinds === null)
    throw errors.BODY_INVALID(`${where}.schema`, isSchema(schema) ? 'is of nothing that can be matched' : 'is not of the model')
  const read: [string, string[]][] = []
  let values = 0
  for (const [property, value] of Object.entries(objectAt(`${where}.properties`, properties))) {
    const place = `${where}.properties.${shownKey(property)}`
    const list = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
      typeof one === 'string' ? [one] : typeof one === 'number' ? [String(one)] : [],
    )
    for (const text of list) {
      if (text.length > longestValue) throw errors.BODY_INVALID(place, `is longer than ${longestValue} characters`)
      if (!isText(text)) throw errors.BODY_INVALID(place, 'holds characters that no text has')
    }
    values += list.length
    if (values > mostValues) throw errors.BODY_INVALID(`${where}.properties`, `hold more than ${mostValues} values`)
    read.push([property, list])
  }
  const given = Object.fromEntries(read)
  const facts = readExample(given)
  if (facts.names.length > mostNames) throw errors.BODY_INVALID(`${where}.properties`, `hold more than ${mostNames} names`)
  return { key, id: typeof id === 'string' ? id : null, schema, properties: given, kinds, facts }
}
