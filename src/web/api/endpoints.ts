/** Every address of the API: what it takes, what it answers, in one list that routes and documentation are both made of. */
import { z } from '@hono/zod-openapi'
import { errors } from '../../ledger/errors.js'
import { asOfText } from '../../ledger/read/as-of.js'
import { slugOf } from '../../ledger/read/cube.js'
import { maximumLimit, readQuery, readTrainingQuery, TrainingQuery } from '../../ledger/read/query.js'
import { streamNames, streamTrainings } from '../../ledger/read/stream.js'
import type { SearchResult, TotalView } from '../../ledger/read/views.js'
import { searchKey } from '../../names/search-key.js'
import { coverageScope, type WebDependencies } from '../dependencies.js'
import { gapColumns, nameColumns, trainingColumns } from './download.js'
import { asOfParameter, trainingParameters } from './parameters.js'
import {
  publishBalance,
  publishChangeset,
  publishCountry,
  publishFacet,
  publishGap,
  publishHead,
  publishName,
  publishProgram,
  publishRow,
  publishSource,
  publishSum,
  publishTotalView,
} from './published.js'
import { Anything, CoverageSchema, HeadSchema, listing, TotalSchema, TrainingSchema } from './schemas.js'

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
    rows?(dependencies: WebDependencies, parameters: URLSearchParams): Promise<Record<string, unknown>[]>
    /** All of them in batches, where they are many. Reads the question at once, so that a mistake in it is told before the file begins. */
    stream?(dependencies: WebDependencies, parameters: URLSearchParams): AsyncIterable<Record<string, unknown>[]>
  }
}

const text = (longest: number) => z.string().max(longest, `at most ${longest} characters`)
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `between ${least} and ${most}`)
const asOf = asOfText.optional()
const AsOf = z.object({ as_of: asOf })
const readAsOf = (parameters: URLSearchParams) => readQuery(AsOf, parameters).as_of
const asOfOnly = z.object({ as_of: asOfParameter })

const envelope = (data: unknown[], rest: Record<string, unknown>) => ({
  data,
  total: data.length,
  next: null,
  facets: {},
  coverage: [],
  ...rest,
})

function found<View>(view: View | null, what: string): View {
  if (view === null) throw errors.NOT_FOUND(what)
  return view
}

const TotalsQuery = z.object({
  report: z
    .string()
    .regex(/^\d{4}-\d{4}$/, 'a report, "2012-2013"')
    .optional(),
  country: text(80).optional(),
  program: text(80).optional(),
  balance: z.enum(['balanced', 'report error', 'open doubt', 'unexplained']).optional(),
  source: text(80).optional(),
  cursor: whole(0, 10_000_000).optional(),
  limit: whole(1, 500).default(50),
  as_of: asOf,
})

async function totals({ reading }: WebDependencies, parameters: URLSearchParams) {
  const query = readQuery(TotalsQuery, parameters)
  const { totals: all, head } = await reading.totals(query.as_of)
  const chosen = all.filter(
    (total: TotalView) =>
      (query.report === undefined || total.report === query.report) &&
      (query.country === undefined || total.countryRef?.slug === query.country.toLowerCase()) &&
      (query.program === undefined || total.programRef?.slug === slugOf(query.program)) &&
      (query.balance === undefined || total.status === query.balance) &&
      (query.source === undefined || total.sourceId === query.source),
  )
  return { query, chosen, head }
}

const NamesQuery = z.object({
  ...TrainingQuery.pick({ q: true, cursor: true, as_of: true }).shape,
  limit: whole(1, maximumLimit).default(20),
})
const ChangesetsQuery = z.object({ cursor: TrainingQuery.shape.cursor, limit: whole(1, maximumLimit).default(50), as_of: asOf })
const CoverageQuery = z.object({
  country: text(400).optional(),
  year: text(200).optional(),
  program: text(400).optional(),
  as_of: asOf,
})

async function coverage({ coverage: cover }: WebDependencies, parameters: URLSearchParams) {
  const { as_of, ...scope } = readQuery(CoverageQuery, parameters)
  const asked = readTrainingQuery(
    new URLSearchParams(Object.entries(scope).map(([name, value]): [string, string] => [name, value ?? ''])),
  )
  return cover(coverageScope(asked), as_of)
}

export const publishResult = (result: SearchResult) => ({
  data: result.rows.map(publishRow),
  total: result.total,
  next: result.next,
  facets: Object.fromEntries(Object.entries(result.facets).map(([name, values]) => [name, values.map(publishFacet)])),
  sum: publishSum(result.sum),
  proposed: publishSum(result.proposed),
  names: result.names.map(publishName),
})

export const endpoints: readonly Endpoint[] = [
  {
    path: '/trainings',
    summary: 'Find trainings: a page of them, how many there are, their sum, and counts by country, year, programme and class.',
    parameters: trainingParameters,
    answer: listing(TrainingSchema),
    async handle({ reading, coverage: cover }, parameters) {
      const query = readTrainingQuery(parameters)
      const result = await reading.search(query)
      const { gaps } = await cover(coverageScope(query), query.as_of, result.head)
      return { ...publishResult(result), coverage: gaps.map(publishGap), head: publishHead(result.head) }
    },
    file: {
      name: 'trainings',
      columns: trainingColumns,
      stream: ({ reading }, parameters) =>
        published(streamTrainings(reading, readTrainingQuery(parameters), searchKey), publishRow),
    },
  },
  {
    path: '/trainings/{id}',
    summary: 'One training, the printed totals that it counts in, and who wrote it when.',
    parameters: asOfOnly,
    answer: z.object({ data: TrainingSchema, totals: z.array(TotalSchema), head: HeadSchema }).loose(),
    async handle({ reading }, parameters, id) {
      const at = readAsOf(parameters)
      const view = await reading.training(id, at)
      if (!view) throw await absent(reading, id)
      return {
        data: publishRow(view.training),
        source: publishSource(view.source),
        totals: view.totals.map(publishTotalView),
        equal_rows: view.equalRows,
        counted_as: view.countedAs?.id ?? null,
        copies: view.copies.map(({ id: copy }) => copy),
        written: publishChangeset(view.written),
        withdrawn: view.withdrawn && publishChangeset(view.withdrawn),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/totals',
    summary: 'Totals that the reports print, each with what the trainings under it sum to.',
    parameters: z.object({
      report: z.string().optional().openapi({ example: '2012-2013' }),
      country: z.string().optional().openapi({ example: 'mex' }),
      program: z.string().optional(),
      balance: z.enum(['balanced', 'report error', 'open doubt', 'unexplained']).optional(),
      source: z.string().optional(),
      cursor: z.string().optional(),
      limit: z.string().optional(),
      as_of: asOfParameter,
    }),
    answer: listing(TotalSchema),
    async handle(dependencies, parameters) {
      const { query, chosen, head } = await totals(dependencies, parameters)
      const from = query.cursor ?? 0
      const end = from + query.limit
      return {
        data: chosen.slice(from, end).map(publishTotalView),
        total: chosen.length,
        next: end < chosen.length ? String(end) : null,
        facets: {},
        coverage: [],
        head: publishHead(head),
      }
    },
    file: {
      name: 'totals',
      rows: async (dependencies, parameters) => (await totals(dependencies, parameters)).chosen.map(publishTotalView),
    },
  },
  {
    path: '/reconciliation',
    summary: 'Whether the ledger balances: printed totals by report and programme, and every one that is off.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading }, parameters) {
      const view = await reading.reconciliation(readAsOf(parameters))
      return {
        balance: publishBalance(view.balance),
        reports: view.reports.map((row) => ({ report: row.report, ...publishBalance(row) })),
        programs: view.programs.map((row) => ({
          report: row.report,
          level: row.level,
          program: row.program && publishProgram(row.program),
          ...publishBalance(row),
        })),
        off: view.off.map(publishTotalView),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/countries',
    summary: 'Countries with what was delivered to each.',
    parameters: asOfOnly,
    answer: listing(Anything),
    async handle({ reading, coverage: cover }, parameters) {
      const at = readAsOf(parameters)
      const { countries, head } = await reading.countries(at)
      const rows = countries.map((row) => ({ ...publishCountry(row.country), ...publishSum(row) }))
      return envelope(rows, { coverage: (await cover({}, at)).gaps.map(publishGap), head: publishHead(head) })
    },
    file: {
      name: 'countries',
      rows: async ({ reading }, parameters) =>
        (await reading.countries(readAsOf(parameters))).countries.map((row) => ({
          ...publishCountry(row.country),
          ...publishSum(row),
        })),
    },
  },
  {
    path: '/countries/{id}',
    summary: 'One country by year and programme, with its most frequent names, courses and delivery units.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading, coverage: cover }, parameters, id) {
      const at = readAsOf(parameters)
      const view = found(await reading.country(id, at), 'country')
      return {
        country: publishCountry(view.country),
        sum: publishSum(view.sum),
        proposed: publishSum(view.proposed),
        years: view.years.map(({ fiscalYear, ...sum }) => ({ fiscal_year: fiscalYear, ...publishSum(sum) })),
        programs: view.programs.map(({ program, ...sum }) => ({ ...publishProgram(program), ...publishSum(sum) })),
        years_programs: view.yearPrograms.map(({ fiscalYear, program, ...sum }) => ({
          fiscal_year: fiscalYear,
          ...publishProgram(program),
          ...publishSum(sum),
        })),
        classes: view.classes.map(({ recipientClass, rows, quantity }) => ({
          recipient_class: recipientClass,
          rows,
          training_sessions: quantity,
        })),
        names: view.topNames.map(publishName),
        names_in_all: view.names,
        delivery_units: view.deliveryUnits.map(publishValue),
        courses: view.courses.map(publishValue),
        balance: publishBalance(view.balance),
        reports: view.reports,
        coverage: (await cover(view.country.code ? { countries: [view.country.code] } : {}, at)).gaps.map(publishGap),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/programs',
    summary: 'Programmes with what was delivered under each.',
    parameters: asOfOnly,
    answer: listing(Anything),
    async handle({ reading, coverage: cover }, parameters) {
      const at = readAsOf(parameters)
      const { programs, head } = await reading.programs(at)
      const rows = programs.map((row) => ({ ...publishProgram(row.program), ...publishSum(row) }))
      return envelope(rows, { coverage: (await cover({}, at)).gaps.map(publishGap), head: publishHead(head) })
    },
    file: {
      name: 'programs',
      rows: async ({ reading }, parameters) =>
        (await reading.programs(readAsOf(parameters))).programs.map((row) => ({
          ...publishProgram(row.program),
          ...publishSum(row),
        })),
    },
  },
  {
    path: '/programs/{id}',
    summary: 'One programme and its family over the years.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading, coverage: cover }, parameters, id) {
      const at = readAsOf(parameters)
      const view = found(await reading.program(id, at), 'programme')
      return {
        program: publishProgram(view.program),
        family: view.family.map(publishProgram),
        printed: view.printed.map(publishValue),
        sum: publishSum(view.sum),
        proposed: publishSum(view.proposed),
        years: view.years.map(({ fiscalYear, ...sum }) => ({ fiscal_year: fiscalYear, ...publishSum(sum) })),
        years_programs: view.yearPrograms.map(({ fiscalYear, program, ...sum }) => ({
          fiscal_year: fiscalYear,
          ...publishProgram(program),
          ...publishSum(sum),
        })),
        countries: view.countries.map(({ country, ...sum }) => ({ ...publishCountry(country), ...publishSum(sum) })),
        courses: view.courses.map(publishValue),
        delivery_units: view.deliveryUnits.map(publishValue),
        balance: publishBalance(view.balance),
        coverage: (await cover({ programs: [view.program.code] }, at)).gaps.map(publishGap),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/names',
    summary:
      'Printed names by their words, the name typed in full first; without words all of them, most training sessions first.',
    parameters: z.object({
      q: z
        .string()
        .optional()
        .openapi({ description: 'Words of the name, as `q` of the trainings takes them.', example: 'GAFE' }),
      cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
      limit: z
        .string()
        .optional()
        .openapi({ description: `1 to ${maximumLimit}, 20 unless given.` }),
      as_of: asOfParameter,
    }),
    answer: listing(Anything),
    async handle({ reading }, parameters) {
      const { rows, total, next, head } = await reading.names(readQuery(NamesQuery, parameters))
      return envelope(rows.map(publishName), { total, next, head: publishHead(head) })
    },
    file: {
      name: 'names',
      columns: nameColumns,
      stream: ({ reading }, parameters) => {
        const { q, as_of } = readQuery(NamesQuery, parameters)
        return published(streamNames(reading, q, as_of, searchKey), publishName)
      },
    },
  },
  {
    path: '/names/{id}',
    summary: 'One printed name: what the rows that name it sum to, and names that read the same.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading, coverage: cover }, parameters, id) {
      const at = readAsOf(parameters)
      const view = found(await reading.name(id, at), 'printed name')
      const code = view.name.country?.code
      return {
        name: publishName(view.name),
        sum: publishSum(view.sum),
        years: view.years.map(({ fiscalYear, ...sum }) => ({ fiscal_year: fiscalYear, ...publishSum(sum) })),
        programs: view.programs.map(({ program, ...sum }) => ({ ...publishProgram(program), ...publishSum(sum) })),
        countries: view.countries.map(({ country, ...sum }) => ({ ...publishCountry(country), ...publishSum(sum) })),
        same_key: view.sameKey.map(publishName),
        trainings: publishResult(view.firstPage),
        coverage: (await cover(code ? { countries: [code] } : {}, at)).gaps.map(publishGap),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/sources',
    summary: 'The files that the ledger was read from.',
    parameters: asOfOnly,
    answer: listing(Anything),
    async handle({ reading }, parameters) {
      const { sources, head } = await reading.sources(readAsOf(parameters))
      return envelope(sources.map(publishSourceRow), { head: publishHead(head) })
    },
    file: {
      name: 'sources',
      rows: async ({ reading }, parameters) => (await reading.sources(readAsOf(parameters))).sources.map(publishSourceRow),
    },
  },
  {
    path: '/sources/{id}',
    summary: 'One source: its pages, countries and printed totals.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading }, parameters, id) {
      const view = found(await reading.source(id, readAsOf(parameters)), 'source')
      return {
        ...publishSourceRow(view),
        counted_elsewhere: view.countedElsewhere.map(({ sourceId, rows }) => ({ source_id: sourceId, rows })),
        unread: view.unread.map(({ place, text, reason }) => ({
          page: place.page,
          page_label: place.pageLabel,
          box: place.box,
          row: place.row,
          text,
          reason,
        })),
        page_counts: view.pages.map(({ page, pageLabel, trainings, totals: printed }) => ({
          page,
          page_label: pageLabel,
          trainings,
          totals: printed,
        })),
        countries: view.countries.map(({ country, ...sum }) => ({ ...publishCountry(country), ...publishSum(sum) })),
        printed_totals: view.totals.map(publishTotalView),
        written: publishChangeset(view.written),
        head: publishHead(view.head),
      }
    },
  },
  {
    path: '/coverage',
    summary: 'What the ledger does not cover, and why: report, region, year, programme, column.',
    parameters: z.object({
      country: z.string().optional().openapi({ example: 'mex' }),
      year: z.string().optional(),
      program: z.string().optional(),
      as_of: asOfParameter,
    }),
    answer: listing(CoverageSchema),
    async handle(dependencies, parameters) {
      const report = await coverage(dependencies, parameters)
      return envelope(report.gaps.map(publishGap), {
        present: report.present,
        years_missing: report.yearsMissing,
        years_in_part: report.yearsInPart,
        head: publishHead(await dependencies.reading.head()),
      })
    },
    file: {
      name: 'coverage',
      columns: gapColumns,
      rows: async (dependencies, parameters) => (await coverage(dependencies, parameters)).gaps.map(publishGap),
    },
  },
  {
    path: '/changesets',
    summary:
      'The audit trail, newest first. Any digest in it may be given as as_of: that of the content, which is the same in every ledger with the same facts, or that of the chain.',
    parameters: z.object({
      cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
      limit: z
        .string()
        .optional()
        .openapi({ description: `1 to ${maximumLimit}, 50 unless given.` }),
      as_of: asOfParameter,
    }),
    answer: listing(Anything),
    async handle({ reading }, parameters) {
      const { rows, total, next, head } = await reading.changesets(readQuery(ChangesetsQuery, parameters))
      return envelope(rows.map(publishChangeset), { total, next, head: publishHead(head) })
    },
    file: {
      name: 'changesets',
      rows: async ({ reading }, parameters) =>
        (await reading.changesets({ as_of: readQuery(ChangesetsQuery, parameters).as_of })).rows.map(publishChangeset),
    },
  },
  {
    path: '/changesets/head',
    summary: 'Where the ledger stands. Answers are the same as long as this is.',
    parameters: z.object({}),
    answer: HeadSchema,
    handle: async ({ reading }, parameters) => {
      readQuery(z.object({}), parameters)
      return publishHead(await reading.head())
    },
  },
]

const publishValue = ({ text: printed, rows, quantity }: { text: string; rows: number; quantity: number }) => ({
  text: printed,
  rows,
  training_sessions: quantity,
})

const publishSourceRow = (row: Awaited<ReturnType<WebDependencies['reading']['sources']>>['sources'][number]) => ({
  ...publishSource(row.source),
  rows: row.rows,
  training_sessions: row.quantity,
  total_cost: row.cents / 100,
  ...Object.fromEntries(Object.entries(publishBalance(row.balance)).map(([name, count]) => [`totals_${name}`, count])),
})

async function* published<View, Row>(batches: AsyncIterable<View[]>, publish: (view: View) => Row): AsyncGenerator<Row[], void> {
  for await (const batch of batches) yield batch.map(publish)
}

/** Why a training is not there: expunged, withdrawn, or never known. */
async function absent(reading: WebDependencies['reading'], id: string) {
  const where = await reading.whereabouts('training', id)
  if (where.state === 'expunged') return errors.EXPUNGED('training')
  if (where.state === 'withdrawn') return errors.WITHDRAWN('training', where.successor)
  return errors.NOT_FOUND('training')
}

export { searchKey as normalise }
