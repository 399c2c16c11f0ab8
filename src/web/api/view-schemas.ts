/** What the addresses of countries, programmes, names, units, people, files and changes answer with: the same as `published.ts` writes, for its documentation. */
import { z } from '@hono/zod-openapi'
import { RecipientClass } from '../../ledger/records.js'
import { CoverageSchema, FacetSchema, HeadSchema, SumSchema, TotalSchema, TrainingSchema } from './schemas.js'

const count = z.number().int()
const sum = SumSchema.shape

const CountrySchema = z
  .object({
    slug: z.string().openapi({ description: 'What the filter `country` takes.' }),
    country_code: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-3; null of what is no one country.' }),
    name: z.string(),
  })
  .openapi('Country')

const ProgramSchema = z
  .object({
    slug: z.string().openapi({ description: 'What the filter `program` takes.' }),
    program_code: z.string(),
    program_family: z.string().nullable().openapi({ description: 'What it is compared with over the years.' }),
    agency: z.string().nullable(),
  })
  .openapi('Program')

export const CountrySumSchema = CountrySchema.extend(sum).openapi('CountrySum')
export const ProgramSumSchema = ProgramSchema.extend(sum).openapi('ProgramSum')
const YearSumSchema = z.object({ fiscal_year: count, ...sum }).openapi('YearSum')
const YearProgramSumSchema = ProgramSumSchema.extend({ fiscal_year: count }).openapi('YearProgramSum')
const ValueSchema = z.object({ text: z.string(), rows: count, training_sessions: z.number() }).openapi('PrintedValue')

const BalanceSchema = z
  .object({ totals: count, balanced: count, report_errors: count, open_doubts: count, unexplained: count })
  .openapi('Balance', { description: 'How printed totals compare with the rows under them.' })

export const NameSchema = z
  .object({
    id: z.string(),
    text: z.string().openapi({ description: 'Exactly as printed.' }),
    country: z.string().nullable(),
    recipient_class: RecipientClass.nullable(),
    roles: z.array(z.string()),
    rows: count,
    training_sessions: z.number(),
    first_year: count.nullable(),
    last_year: count.nullable(),
  })
  .openapi('PrintedName')

const together = { coverage: z.array(CoverageSchema), head: HeadSchema }

export const CountryAnswer = z
  .object({
    country: CountrySchema,
    sum: SumSchema,
    proposed: SumSchema,
    years: z.array(YearSumSchema),
    programs: z.array(ProgramSumSchema),
    years_programs: z.array(YearProgramSumSchema),
    classes: z.array(z.object({ recipient_class: RecipientClass.nullable(), rows: count, training_sessions: z.number() })),
    names: z.array(NameSchema),
    names_in_all: count,
    delivery_units: z.array(ValueSchema),
    courses: z.array(ValueSchema),
    balance: BalanceSchema,
    reports: z.array(z.string()),
    ...together,
  })
  .openapi('CountryAnswer')

export const ProgramAnswer = z
  .object({
    program: ProgramSchema,
    family: z.array(ProgramSchema),
    printed: z.array(ValueSchema),
    sum: SumSchema,
    proposed: SumSchema,
    years: z.array(YearSumSchema),
    years_programs: z.array(YearProgramSumSchema),
    countries: z.array(CountrySumSchema),
    courses: z.array(ValueSchema),
    delivery_units: z.array(ValueSchema),
    balance: BalanceSchema,
    ...together,
  })
  .openapi('ProgramAnswer')

export const NameAnswer = z
  .object({
    name: NameSchema,
    sum: SumSchema,
    years: z.array(YearSumSchema),
    programs: z.array(ProgramSumSchema),
    countries: z.array(CountrySumSchema),
    same_key: z.array(NameSchema),
    trainings: z.object({
      data: z.array(TrainingSchema),
      total: count,
      next: z.string().nullable(),
      facets: z.record(z.string(), FacetSchema),
      sum: SumSchema,
      proposed: SumSchema,
      names: z.array(NameSchema),
    }),
    ...together,
  })
  .openapi('NameAnswer')

export const UnitSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    described: z.boolean().openapi({ description: 'Whether a source other than the reports describes it.' }),
    proposed: z.boolean().openapi({ description: 'Whether it rests on rules alone, and no person has decided.' }),
    printed_names: count,
    rows: count,
    training_sessions: z.number(),
    total_cost: z.number().nullable(),
    first_year: count.nullable(),
    last_year: count.nullable(),
  })
  .openapi('Unit')

export const PersonSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    names: z.array(z.string()),
    countries: z.array(z.string()).openapi({ description: 'ISO 3166-1 alpha-3, or as printed.' }),
    postings: count.openapi({ description: 'Statements that the person held a post.' }),
  })
  .openapi('Person')

export const SourceSchema = z
  .object({
    id: z.string(),
    sha256: z.string(),
    kind: z.string(),
    report: z.string().nullable(),
    region: z.string().nullable(),
    title: z.string(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    official_url: z.string().nullable(),
    archived_url: z.string().nullable(),
    volume_page_offset: count.nullable(),
    file_name: z.string(),
    media_type: z.string().nullable(),
    bytes: z.number().nullable(),
    pages: count.nullable(),
    licence: z.string().nullable(),
    rows: count,
    training_sessions: z.number(),
    total_cost: z.number().nullable(),
    totals_totals: count,
    totals_balanced: count,
    totals_report_errors: count,
    totals_open_doubts: count,
    totals_unexplained: count,
  })
  .openapi('Source')

export const ChangesetSchema = z
  .object({
    id: count,
    at: z.string(),
    actor: z.string(),
    reason: z.string(),
    tool: z.string().nullable(),
    undoes: count.nullable(),
    digest: z.string(),
    content: z.string().nullable(),
  })
  .openapi('Changeset')

export const SourceAnswer = SourceSchema.extend({
  counted_elsewhere: z.array(z.object({ source_id: z.string(), rows: count })),
  unread: z.array(
    z.object({
      page: count.nullable(),
      page_label: z.string().nullable(),
      box: z.array(z.number()).length(4).nullable(),
      row: count.nullable(),
      text: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  page_counts: z.array(z.object({ page: count.nullable(), page_label: z.string().nullable(), trainings: count, totals: count })),
  countries: z.array(CountrySumSchema),
  printed_totals: z.array(TotalSchema),
  written: ChangesetSchema,
  head: HeadSchema,
}).openapi('SourceAnswer')

export const ReconciliationAnswer = z
  .object({
    balance: BalanceSchema,
    reports: z.array(BalanceSchema.extend({ report: z.string() })),
    programs: z.array(BalanceSchema.extend({ report: z.string(), level: z.string(), program: ProgramSchema.nullable() })),
    off: z.array(TotalSchema),
    head: HeadSchema,
  })
  .openapi('ReconciliationAnswer')
