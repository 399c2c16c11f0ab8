/** What the API answers with, for its documentation. */
import { z } from '@hono/zod-openapi'
import { reasonCodes } from '../../analysis/coverage-tables.js'
import { differenceCodes } from '../../analysis/known-differences.js'
import { CoverageState, RecipientClass, Status } from '../../ledger/records.js'

const Box = z.array(z.number()).length(4).nullable().openapi({
  description: '[left, top, right, bottom] in points from the displayed page’s top left, where quantity and cost stand.',
})

const PlaceSchema = z.object({
  page: z.number().int().nullable(),
  page_label: z.string().nullable(),
  box: Box,
  row: z.number().int().nullable(),
})

const FlagSchema = z.object({ code: z.string(), note: z.string() })

const placed = {
  source_id: z.string(),
  source_sha256: z.string(),
  source_file: z.string(),
  page: z.number().int().nullable(),
  page_label: z.string().nullable(),
  box: Box,
  row: z.number().int().nullable(),
  places: z.array(PlaceSchema),
  flags: z.array(FlagSchema),
}

export const TrainingSchema = z
  .object({
    type: z.literal('training'),
    id: z.string(),
    report: z.string(),
    fiscal_year: z.number().int(),
    status: Status,
    region: z.string().nullable(),
    country: z.string(),
    country_code: z.string().nullable(),
    program: z.string(),
    program_code: z.string().nullable(),
    program_family: z.string().nullable(),
    agency: z.string().nullable(),
    course_title: z.string().nullable(),
    recipient_unit: z.string().nullable(),
    delivery_unit: z.string().nullable(),
    delivery_quantity: z.number().nullable(),
    location: z.string().nullable(),
    quantity: z.number().nullable().openapi({ description: 'Training sessions, not people.' }),
    quantity_header: z.string().nullable(),
    total_cost: z.number().nullable().openapi({ description: 'U.S. dollars.' }),
    start_date: z.string().nullable(),
    end_date: z.string().nullable(),
    start_printed: z.string().nullable(),
    end_printed: z.string().nullable(),
    ...placed,
    names: z.array(
      z.object({
        id: z.string(),
        role: z.enum(['recipient', 'delivery']),
        text: z.string(),
        count: z.number().nullable(),
        recipient_class: RecipientClass.nullable(),
      }),
    ),
  })
  .openapi('Training')

export const TotalSchema = z
  .object({
    type: z.literal('total'),
    id: z.string(),
    report: z.string(),
    level: z.enum(['country', 'fiscal_year', 'program']),
    fiscal_year: z.number().int().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable(),
    country_code: z.string().nullable(),
    program: z.string().nullable(),
    quantity: z.number().nullable(),
    total_cost: z.number().nullable(),
    printed: z.string(),
    ...placed,
    computed_quantity: z.number(),
    computed_cost: z.number().nullable(),
    trainings: z.number().int(),
    balance: z.enum(['balanced', 'report error', 'open doubt', 'unexplained']),
    reason_code: z.enum(differenceCodes).nullable().openapi({ description: 'What kind of error or doubt, for programs.' }),
    reason: z.string().nullable(),
  })
  .openapi('PrintedTotal')

export const SumSchema = z
  .object({
    rows: z.number().int(),
    training_sessions: z.number(),
    total_cost: z.number().nullable(),
    rows_without_cost: z.number().int(),
    training_sessions_without_cost: z.number(),
    rows_without_unit: z.number().int(),
    training_sessions_without_unit: z.number(),
  })
  .openapi('Sum', {
    description:
      'As `sum`: over delivered trainings only, whatever `status` asks for; with status=proposed it is of no row. As `proposed`: over the plans that match the question, whatever `status` asks for. Plans were announced, not delivered: never add the two.',
  })

export const FacetSchema = z
  .array(
    z.object({
      value: z.string(),
      label: z.string(),
      rows: z
        .number()
        .int()
        .openapi({ description: 'Rows of the status that was asked for; of every status in the facet `status`.' }),
      training_sessions: z.number().openapi({ description: 'Delivered, of those rows.' }),
      training_sessions_planned: z.number().openapi({ description: 'Planned, of those rows; never part of training_sessions.' }),
    }),
  )
  .openapi({ description: 'What the filter of the same name would find.' })

export const HeadSchema = z
  .object({ changeset: z.number().int(), at: z.string(), digest: z.string(), content: z.string().nullable() })
  .openapi('Head')

export const CoverageSchema = z
  .object({
    report: z.string(),
    region: z.string().nullable(),
    fiscal_year: z.number().int().nullable(),
    program: z.string().nullable(),
    column: z.string().nullable(),
    state: CoverageState,
    reason_code: z.enum(reasonCodes).openapi({ description: 'Why, for programs: never changes its meaning.' }),
    reason: z.string().openapi({ description: 'Why, in English.' }),
    citation: z.string().openapi({ description: 'Where that is known from.' }),
    countries: z.array(z.string()).openapi({ description: 'ISO 3166-1 alpha-3 codes of those meant; empty for all.' }),
    filled_share: z
      .number()
      .nullable()
      .openapi({ description: 'Of the rows at hand, the share (0 to 1) with a value in `column`.' }),
  })
  .openapi('Coverage', { description: 'Something that a sum does not cover, and why.' })

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    remedy: z.string(),
    parameter: z.string().optional(),
    changeset: z.number().int().optional(),
  })
  .openapi('Problem')

/** Every listing answers in this shape. */
export const listing = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    total: z.number().int(),
    next: z.string().nullable().openapi({ description: 'Give it as `cursor` for the next page; null at the end.' }),
    facets: z.record(z.string(), FacetSchema),
    sum: SumSchema.optional(),
    proposed: SumSchema.optional(),
    coverage: z.array(CoverageSchema),
    head: HeadSchema,
  })

export const Anything = z.looseObject({})
