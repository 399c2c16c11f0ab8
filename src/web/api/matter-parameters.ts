/** What the listings of what is alleged and listed have in common: their parameters, their envelope, and what is said with every answer of incidents. */

import { z } from '@hono/zod-openapi'
import { readRangeText } from '../../ledger/dates.js'
import { maximumLimit, TrainingQuery } from '../../ledger/read/query.js'
import { whole } from './endpoint.js'
import { cursorParameter, limitParameterOf } from './parameters.js'
import { Anything, listing } from './schemas.js'

/** Said with every answer, since a listing is read without the page around it. */
export const limitsOfIncidents = [
  'Each is what a source alleges; nothing here says that it happened. Whether a gross violation occurred, and whether information is credible, are determinations of officials.',
  'Only what the sources of this ledger allege: that none is listed says nothing of whether there was one.',
]

export const idOfOne = z
  .string()
  .regex(/^[\w-]{1,80}$/, 'an id')
  .optional()
export const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .optional()
    .transform((text): string[] => (text ? text.split(',') : []))
    .pipe(z.array(item).max(40, 'at most 40 values'))
export const page = { cursor: TrainingQuery.shape.cursor, limit: whole(1, maximumLimit).default(50) }
export const pageParameters = {
  cursor: cursorParameter,
  limit: limitParameterOf(50),
}
export const limitsInWords = z.array(z.string()).openapi({ description: 'What the listing does not say, to be shown beside it.' })
/** Counts of what is listed, which are no training sessions. */
export const listed = listing(Anything).extend({
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string(), rows: z.number().int() }))),
  limits: limitsInWords,
})
export const countryParameter = z.string().optional().openapi({
  description: 'Code (ISO 3166-1) or name of a country, or as printed; one that nothing is called is an error.',
  example: 'mex',
})

export const range = (text: string | null) => (text === null ? null : readRangeText(text))

export const mapped = async function* <Row, Published>(
  batches: AsyncIterable<Row[]>,
  publish: (row: Row) => Published,
): AsyncGenerator<Published[]> {
  for await (const batch of batches) yield batch.map(publish)
}
