/** The API's listing of units, as names and judgements give them. One of them stands in `entity-endpoints.ts`. */
import { z } from '@hono/zod-openapi'
import { dollars } from '../../ledger/publish.js'
import { countryOrPrinted, maximumLimit, readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { searchUnits, streamUnits } from '../../ledger/read/unit-listing.js'
import type { UnitRow } from '../../ledger/read/units.js'
import { searchKey } from '../../names/search-key.js'
import { asOf, type Endpoint } from './endpoint.js'
import { asOfParameter, cursorParameter, limitParameterOf } from './parameters.js'
import { publishHead } from './published.js'
import { listing } from './schemas.js'
import { UnitSchema } from './view-schemas.js'

const kinds = ['unit', 'class of units', 'body', 'organization'] as const

const UnitsQuestion = z.object({
  q: TrainingQuery.shape.q,
  kind: z
    .string()
    .optional()
    .transform((text) => (text ? text.split(',') : []))
    .pipe(z.array(z.enum(kinds))),
  country: countryOrPrinted,
  as_of: asOf,
})
const UnitsQuery = UnitsQuestion.extend({
  cursor: TrainingQuery.shape.cursor,
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'a whole number')
    .default('20')
    .transform(Number)
    .refine((value) => value >= 1 && value <= maximumLimit, `between 1 and ${maximumLimit}`),
})

const publishUnit = (unit: UnitRow) => ({
  id: unit.id,
  kind: unit.kind,
  name: unit.name,
  country: unit.country,
  described: unit.described,
  proposed: unit.proposed,
  printed_names: unit.names,
  rows: unit.rows,
  training_sessions: unit.quantity,
  total_cost: dollars(unit.cents),
  first_year: unit.firstYear,
  last_year: unit.lastYear,
})

const unitColumns = [
  'id',
  'kind',
  'name',
  'country',
  'described',
  'proposed',
  'printed_names',
  'rows',
  'training_sessions',
  'total_cost',
  'first_year',
  'last_year',
] as const satisfies readonly (keyof ReturnType<typeof publishUnit>)[]

export const unitEndpoints: readonly Endpoint[] = [
  {
    path: '/units',
    summary:
      'Units, classes of units, bodies and organisations that printed names mean, by the words of any of their names: a class of just that name first, then those that received most training sessions, then those that most rows name (as who trained others). What rests on rules alone is `proposed`.',
    parameters: z.object({
      q: z.string().optional().openapi({ description: 'Words, as `q` of the trainings takes them.', example: 'GAFE' }),
      kind: z
        .string()
        .optional()
        .openapi({ description: 'unit, class of units, body or organization. Several values with commas.' }),
      country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-3, or as printed.', example: 'mex' }),
      cursor: cursorParameter,
      limit: limitParameterOf(20),
      as_of: asOfParameter,
    }),
    answer: listing(UnitSchema),
    async handle({ reading }, parameters) {
      const { rows, total, next, head } = await searchUnits(reading, readQuery(UnitsQuery, parameters), searchKey)
      return { data: rows.map(publishUnit), total, next, facets: {}, coverage: [], head: publishHead(head) }
    },
    file: {
      name: 'units',
      columns: unitColumns,
      stream: ({ reading }, parameters) => {
        const batches = streamUnits(reading, readQuery(UnitsQuestion, parameters), searchKey)
        return (async function* () {
          for await (const batch of batches) yield batch.map(publishUnit)
        })()
      },
    },
  },
]
