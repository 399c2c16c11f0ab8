/** The findings that an address asks for: its parameters, and the whole ledger's findings kept for the state that they were worked out in. */
import { z } from 'zod'
import { identities, matterKinds, orders, pathKinds } from '../analysis/exposure.js'
import { type ExposureFilter, filterExposures } from '../analysis/exposure-filter.js'
import { exposuresOfLedger, type LedgerExposures } from '../analysis/exposure-ledger.js'
import { readQuery, TrainingQuery } from '../ledger/read/query.js'
import { onceTimeoutMs, type Reading } from '../ledger/read/reading.js'
import type { Head } from '../ledger/read/views.js'
import type { WebDependencies } from './dependencies.js'

const flag = z
  .enum(['yes', 'no'], 'yes or no')
  .default('no')
  .transform((value) => value === 'yes')
const listed = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.array(z.enum(values)).max(values.length).default([])

export const mostFindings = 500

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
  /** How many findings of the list come before those shown. */
  from: z
    .string()
    .regex(/^\d{1,7}$/, 'a whole number')
    .transform(Number)
    .default(0),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= 1 && value <= mostFindings, `between 1 and ${mostFindings}`)
    .default(50),
})
export type ExposureQuery = z.infer<typeof ExposureQuery>

const lists: ReadonlySet<string> = new Set(['country', 'year', 'kind', 'path', 'order', 'identity'])

/** @throws UserError QUERY_INVALID, QUERY_UNKNOWN_PARAMETER, QUERY_REPEATED */
export const readExposureQuery = (parameters: URLSearchParams): ExposureQuery => readQuery(ExposureQuery, parameters, lists)

export const filterOf = (query: ExposureQuery): ExposureFilter => ({
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

/** Of the newest state that was asked for. */
const kept = new WeakMap<Reading, { digest: string; found: Promise<LedgerExposures> }>()

/** All findings of the present. */
export function readExposures({ reading }: Pick<WebDependencies, 'reading'>): Promise<LedgerExposures & { head: Head }> {
  return reading.within(
    undefined,
    async ({ client, head }) => {
      let known = kept.get(reading)
      if (known?.digest !== head.digest) {
        known = { digest: head.digest, found: exposuresOfLedger(client) }
        kept.set(reading, known)
        known.found.catch(() => kept.delete(reading))
      }
      return { ...(await known.found), head }
    },
    onceTimeoutMs,
  )
}

export async function readFiltered(dependencies: Pick<WebDependencies, 'reading'>, query: ExposureQuery) {
  const { exposures, names, head } = await readExposures(dependencies)
  return { found: filterExposures(exposures, names, filterOf(query)), names, head }
}
