/** The parameters of the API as its documentation shows them. What is accepted is decided by ledger/read/query.ts; a test keeps them equal. */
import { z } from '@hono/zod-openapi'
import { maximumLimit, maximumQueryLength, sorts } from '../../ledger/read/query.js'
import { RecipientClass } from '../../ledger/records.js'

const listed = ' Several values with commas.'

export const asOfParameter = z.string().optional().openapi({
  description:
    'The answer is as of a changeset: 12 or more digits of its content digest, which mean the same state wherever a ledger holds it, or of its chain digest or its number, which mean something in this ledger. See /api/v1/changesets.',
  example: undefined,
})

export const cursorParameter = z.string().optional().openapi({ description: '`next` of the page before.' })

/** `given` rows where the parameter is left out. */
export const limitParameterOf = (given: number) =>
  z
    .string()
    .optional()
    .openapi({ description: `1 to ${maximumLimit}, ${given} unless given.` })

export const trainingParameters = z.object({
  q: z.string().max(maximumQueryLength).optional().openapi({
    description:
      'Words, in any order, accents and ways of writing ordinals aside; "several words" as a phrase; word* for beginnings; battalion|bn for either of two (no spaces, single words). "of", "the", "and", "de", "del" and "y" count in a phrase only.',
    example: 'batallon infanteria 102',
  }),
  country: z
    .string()
    .optional()
    .openapi({
      description: `Code (ISO 3166-1) or name of a country; one that nothing is called is an error.${listed}`,
      example: 'mex,gtm',
    }),
  year: z
    .string()
    .optional()
    .openapi({ description: `Fiscal year or a range.${listed}`, example: '2010-2012' }),
  program: z
    .string()
    .optional()
    .openapi({ description: `Code or name of a programme; one that nothing is called is an error.${listed}`, example: 'imet' }),
  family: z
    .string()
    .optional()
    .openapi({ description: `Name of a family of programmes; one that nothing is called is an error.${listed}` }),
  agency: z
    .string()
    .optional()
    .openapi({ description: `DoS, DoD, DHS or none.${listed}`, example: 'DoD' }),
  class: z
    .string()
    .optional()
    .openapi({ description: `Class of a recipient: ${RecipientClass.options.join(', ')}.${listed}` }),
  unit: z.string().max(maximumQueryLength).optional().openapi({ description: 'Words of the delivery unit.', example: '7th SFG' }),
  name: z.string().optional().openapi({ description: 'Id of a printed name.' }),
  entity: z.string().optional().openapi({ description: 'Id of a unit: the rows whose printed names are taken to mean it.' }),
  quantity_min: z.string().optional().openapi({ description: 'Least training sessions.', example: '100' }),
  quantity_max: z.string().optional().openapi({ description: 'Most training sessions.' }),
  cost_min: z.string().optional().openapi({ description: 'Least cost in dollars.', example: '1000000' }),
  cost_max: z.string().optional().openapi({ description: 'Most cost in dollars.' }),
  flag: z
    .string()
    .optional()
    .openapi({ description: `Code of a doubt or repair.${listed}` }),
  status: z.enum(['delivered', 'proposed', 'all']).optional().openapi({
    description:
      'Delivered unless said otherwise. Of rows, counts and files; `sum` covers delivered only whatever is asked for, and plans are summed apart in `proposed`.',
  }),
  report: z
    .string()
    .optional()
    .openapi({ description: `Report.${listed}`, example: '2012-2013' }),
  source: z.string().optional().openapi({ description: 'Id of a source.' }),
  sort: z.enum(sorts).optional().openapi({
    description:
      'With words by relevance, else newest first. By relevance: rows that print the words next to each other, then those whose recipient has them all, then those of fewest words; of more than 2,000 rows the last alone counts. Equal ones as they stand in the reports; what has no cost, number or date comes last. Files have the same order.',
  }),
  cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
  limit: z
    .string()
    .optional()
    .openapi({ description: `1 to ${maximumLimit}, 50 unless given.`, example: '10' }),
  as_of: asOfParameter,
})
