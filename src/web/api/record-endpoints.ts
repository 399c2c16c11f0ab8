/** The addresses of the record itself: its files, their printed totals, what it does not cover, and its audit trail. */
import { z } from '@hono/zod-openapi'
import { slugOf } from '../../ledger/read/cube.js'
import { cursorScope, readCursor, writeCursor } from '../../ledger/read/cursor.js'
import { programSlug } from '../../ledger/read/known-values.js'
import { countryOrPrinted, maximumLimit, readQuery, readTrainingQuery, TrainingQuery } from '../../ledger/read/query.js'
import type { TotalView } from '../../ledger/read/views.js'
import { coverageScope, type WebDependencies } from '../dependencies.js'
import { gapColumns } from './download.js'
import { asOf, asOfOnly, type Endpoint, envelope, found, readAsOf, text, whole } from './endpoint.js'
import { asOfParameter, cursorParameter, limitParameterOf } from './parameters.js'
import {
  publishBalance,
  publishChangeset,
  publishCountry,
  publishGap,
  publishHead,
  publishProgram,
  publishSource,
  publishSum,
  publishTotalView,
} from './published.js'
import { CoverageSchema, HeadSchema, listing, TotalSchema } from './schemas.js'
import { ChangesetSchema, ReconciliationAnswer, SourceAnswer, SourceSchema } from './view-schemas.js'

const TotalsQuery = z.object({
  report: z
    .string()
    .regex(/^\d{4}-\d{4}$/, 'a report, "2012-2013"')
    .optional(),
  country: countryOrPrinted,
  program: text(200).transform(programSlug).optional(),
  balance: z.enum(['balanced', 'report error', 'open doubt', 'unexplained']).optional(),
  source: text(80).optional(),
  cursor: TrainingQuery.shape.cursor,
  limit: whole(1, 500).default(50),
  as_of: asOf,
})

async function totals({ reading }: WebDependencies, parameters: URLSearchParams) {
  const query = readQuery(TotalsQuery, parameters)
  const { totals: all, head } = await reading.totals(query.as_of)
  const chosen = all.filter(
    (total: TotalView) =>
      (query.report === undefined || total.report === query.report) &&
      (query.country === null || total.countryRef?.slug === slugOf(query.country)) &&
      (query.program === undefined || total.programRef?.slug === query.program) &&
      (query.balance === undefined || total.status === query.balance) &&
      (query.source === undefined || total.sourceId === query.source),
  )
  return { query, chosen, head }
}

const ChangesetsQuery = z.object({ cursor: TrainingQuery.shape.cursor, limit: whole(1, maximumLimit).default(50), as_of: asOf })
const CoverageQuery = z.object({
  country: text(400).optional(),
  year: text(200).optional(),
  program: text(400).optional(),
  as_of: asOf,
})

async function coverage({ coverage: cover, reading }: WebDependencies, parameters: URLSearchParams) {
  const { as_of, ...scope } = readQuery(CoverageQuery, parameters)
  const asked = readTrainingQuery(
    new URLSearchParams(Object.entries(scope).map(([name, value]): [string, string] => [name, value ?? ''])),
  )
  const head = await reading.within(as_of, async (seen) => seen.head)
  return { ...(await cover(coverageScope(asked), as_of, head)), head }
}

export const recordEndpoints: readonly Endpoint[] = [
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
      const { cursor, limit, ...asked } = query
      const scope = cursorScope(`totals ${JSON.stringify(asked)}`, head.digest)
      const from = cursor === undefined ? 0 : Number(readCursor(cursor, scope, 'number', 'number').key)
      const end = from + limit
      return {
        data: chosen.slice(from, end).map(publishTotalView),
        total: chosen.length,
        next: end < chosen.length ? writeCursor({ key: end, tie: 0 }, scope) : null,
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
    answer: ReconciliationAnswer,
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
    path: '/sources',
    summary: 'The files that the ledger was read from.',
    parameters: asOfOnly,
    answer: listing(SourceSchema),
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
    answer: SourceAnswer,
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
    answer: listing(CoverageSchema).extend({
      present: z
        .object({ parts: z.number().int(), of: z.number().int(), share: z.number() })
        .openapi({ description: 'Parts of reports at hand, of those there are.' }),
      years_missing: z.array(z.number().int()).openapi({ description: 'Fiscal years without any report at hand.' }),
      years_in_part: z.array(z.number().int()),
    }),
    async handle(dependencies, parameters) {
      const report = await coverage(dependencies, parameters)
      return envelope(report.gaps.map(publishGap), {
        present: report.present,
        years_missing: report.yearsMissing,
        years_in_part: report.yearsInPart,
        head: publishHead(report.head),
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
      cursor: cursorParameter,
      limit: limitParameterOf(50),
      as_of: asOfParameter,
    }),
    answer: listing(ChangesetSchema),
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

const publishSourceRow = (row: Awaited<ReturnType<WebDependencies['reading']['sources']>>['sources'][number]) => ({
  ...publishSource(row.source),
  rows: row.rows,
  training_sessions: row.quantity,
  total_cost: row.cents / 100,
  ...Object.fromEntries(Object.entries(publishBalance(row.balance)).map(([name, count]) => [`totals_${name}`, count])),
})
