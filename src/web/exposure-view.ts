/** The findings that an address asks for: its parameters, and the whole ledger's findings kept for the state that they were worked out in. */
import { z } from 'zod'
import { identities, matterKinds, orders, pathKinds } from '../analysis/exposure.js'
import { type ExposureFilter, filterExposures } from '../analysis/exposure-filter.js'
import { exposuresOfLedger, exposuresSince, type LedgerExposures } from '../analysis/exposure-ledger.js'
import { fromParameter, limitParameter, readQuery, TrainingQuery } from '../ledger/read/query.js'
import { type AsOf, onceTimeoutMs, type Reading } from '../ledger/read/reading.js'
import type { Snapshot } from '../ledger/read/snapshot.js'
import type { Head } from '../ledger/read/views.js'
import type { WebDependencies } from './dependencies.js'
import { keptStatesOf } from './kept-states.js'

const flag = z
  .enum(['yes', 'no'], 'yes or no')
  .default('no')
  .transform((value) => value === 'yes')
const listed = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.array(z.enum(values)).max(values.length).default([])

const mostFindings = 500

export const ExposureQuery = z.object({
  unit: TrainingQuery.shape.entity,
  country: TrainingQuery.shape.country,
  year: TrainingQuery.shape.year,
  kind: listed(matterKinds),
  path: listed(pathKinds),
  order: listed(orders),
  identity: listed(identities),
  to_the_day: flag,
  after_only: flag,
  as_of: TrainingQuery.shape.as_of,
  from: fromParameter,
  limit: limitParameter(mostFindings, 50),
})
export type ExposureQuery = z.infer<typeof ExposureQuery>

const lists: ReadonlySet<string> = new Set(['country', 'year', 'kind', 'path', 'order', 'identity'])

/** @throws UserError QUERY_INVALID, QUERY_UNKNOWN_PARAMETER, QUERY_REPEATED */
export const readExposureQuery = (parameters: URLSearchParams): ExposureQuery => readQuery(ExposureQuery, parameters, lists)

const filterOf = (query: ExposureQuery): ExposureFilter => ({
  unit: query.unit,
  countries: query.country,
  years: query.year,
  kinds: query.kind,
  paths: query.path,
  orders: query.order,
  identities: query.identity,
  toTheDay: query.to_the_day,
  afterOnly: query.after_only,
})

const kept = keptStatesOf<LedgerExposures>()
/** The findings of the newest state that was asked for: those of a later one are worked out from them, where little changed. */
const newest = new WeakMap<Reading, { changeset: number; found: LedgerExposures }>()

async function presentExposures(reading: Reading, { client, head }: Snapshot): Promise<LedgerExposures> {
  const before = newest.get(reading)
  const increment =
    before && before.changeset <= head.changeset ? await exposuresSince(client, before.found, before.changeset) : null
  const found = increment ?? (await exposuresOfLedger(client, null))
  newest.set(reading, { changeset: head.changeset, found })
  return found
}

/** All findings of a state. */
function readExposures({ reading }: Pick<WebDependencies, 'reading'>, asOf: AsOf): Promise<LedgerExposures & { head: Head }> {
  return reading.within(
    asOf,
    async ({ client, head }) => {
      const work = () =>
        asOf === undefined ? presentExposures(reading, { client, head }) : exposuresOfLedger(client, head.changeset)
      return { ...(await kept(reading).of(head.digest, work)), head }
    },
    onceTimeoutMs,
  )
}

export async function readFiltered(dependencies: Pick<WebDependencies, 'reading'>, query: ExposureQuery) {
  const { exposures, names, head } = await readExposures(dependencies, query.as_of)
  return { found: filterExposures(exposures, names, filterOf(query)), names, head }
}
