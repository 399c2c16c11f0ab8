/** Every address of the API: what it takes, what it answers, in one list that routes and documentation are both made of. */
import { z } from '@hono/zod-openapi'
import { errors } from '../../ledger/errors.js'
import { countrySlug, programSlug } from '../../ledger/read/known-values.js'
import { maximumLimit, readQuery, readTrainingQuery, TrainingQuery } from '../../ledger/read/query.js'
import { streamNames, streamTrainings } from '../../ledger/read/stream.js'
import type { SearchResult } from '../../ledger/read/views.js'
import { searchKey } from '../../names/search-key.js'
import { coverageScope, type WebDependencies } from '../dependencies.js'
import { changeEndpoints } from './changes.js'
import { checkEndpoints } from './checks.js'
import { claimEndpoints } from './claims.js'
import { designationEndpoints } from './designations.js'
import { nameColumns, trainingColumns } from './download.js'
import { asOfOnly, type Endpoint, envelope, found, readAsOf, whole } from './endpoint.js'
import { entityEndpoints } from './entity-endpoints.js'
import { exposureEndpoints } from './exposures.js'
import { incidentEndpoints } from './incidents.js'
import { asOfParameter, cursorParameter, limitParameterOf, trainingParameters } from './parameters.js'
import { peopleEndpoints } from './people.js'
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
import { recordEndpoints } from './record-endpoints.js'
import { HeadSchema, listing, SumSchema, TotalSchema, TrainingSchema } from './schemas.js'
import { statementEndpoints } from './statements.js'
import { unitEndpoints } from './units.js'
import { CountryAnswer, CountrySumSchema, NameAnswer, NameSchema, ProgramAnswer, ProgramSumSchema } from './view-schemas.js'

const NamesQuery = z.object({
  ...TrainingQuery.pick({ q: true, cursor: true, as_of: true }).shape,
  limit: whole(1, maximumLimit).default(20),
})
const publishResult = (result: SearchResult) => ({
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
    answer: listing(TrainingSchema).extend({
      sum: SumSchema,
      proposed: SumSchema,
      names: z
        .array(NameSchema)
        .openapi({ description: 'Printed names that the words of `q` match, the name typed in full first.' }),
    }),
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
    path: '/countries',
    summary: 'Countries with what was delivered to each.',
    parameters: asOfOnly,
    answer: listing(CountrySumSchema),
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
    answer: CountryAnswer,
    async handle({ reading, coverage: cover }, parameters, id) {
      const at = readAsOf(parameters)
      const view = found(await reading.country(countrySlug(id), at), 'country')
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
    answer: listing(ProgramSumSchema),
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
    answer: ProgramAnswer,
    async handle({ reading, coverage: cover }, parameters, id) {
      const at = readAsOf(parameters)
      const view = found(await reading.program(programSlug(id), at), 'programme')
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
      cursor: cursorParameter,
      limit: limitParameterOf(20),
      as_of: asOfParameter,
    }),
    answer: listing(NameSchema),
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
    answer: NameAnswer,
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
  ...exposureEndpoints,
  ...incidentEndpoints,
  ...designationEndpoints,
  ...statementEndpoints,
  ...checkEndpoints,
  ...claimEndpoints,
  ...recordEndpoints,
  ...changeEndpoints,
  ...unitEndpoints,
  ...peopleEndpoints,
  ...entityEndpoints,
]

const publishValue = ({ text: printed, rows, quantity }: { text: string; rows: number; quantity: number }) => ({
  text: printed,
  rows,
  training_sessions: quantity,
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
