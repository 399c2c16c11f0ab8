/** What an address of the API is, and what most of them take and answer. */
import { z } from '@hono/zod-openapi'
import { errors } from '../../ledger/errors.js'
import { asOfText } from '../../ledger/read/as-of.js'
import { readQuery } from '../../ledger/read/query.js'
import type { WebDependencies } from '../dependencies.js'
import { asOfParameter } from './parameters.js'

export interface Endpoint {
  /** Below /api/v1, with `{id}` for a part of the path. */
  path: string
  summary: string
  parameters: z.ZodObject
  answer: z.ZodType
  /** The answer as data. */
  handle(dependencies: WebDependencies, parameters: URLSearchParams, id: string): Promise<unknown>
  /** Listings: also at path.csv, .json and .ndjson, complete. `rows` gives all of them where they are few. */
  file?: {
    name: string
    columns?: readonly string[]
    /** A row of the file in JSON, where it is not what the listing holds. */
    row?: z.ZodType
    rows?(dependencies: WebDependencies, parameters: URLSearchParams): Promise<Record<string, unknown>[]>
    /** All of them in batches, where they are many. Reads the question at once, so that a mistake in it is told before the file begins. */
    stream?(dependencies: WebDependencies, parameters: URLSearchParams): AsyncIterable<Record<string, unknown>[]>
  }
}

export const text = (longest: number) => z.string().max(longest, `at most ${longest} characters`)
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `between ${least} and ${most}`)
export const asOf = asOfText.optional()
const AsOf = z.object({ as_of: asOf })
export const readAsOf = (parameters: URLSearchParams) => readQuery(AsOf, parameters).as_of
export const asOfOnly = z.object({ as_of: asOfParameter })

export const envelope = (data: unknown[], rest: Record<string, unknown>) => ({
  data,
  total: data.length,
  next: null,
  facets: {},
  coverage: [],
  ...rest,
})

export function found<View>(view: View | null, what: string): View {
  if (view === null) throw errors.NOT_FOUND(what)
  return view
}
