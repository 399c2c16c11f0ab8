/** Checks of claims as the API and the command line give them: the question, the figure, the verdict and every reason, as codes and in words. */
import { z } from '@hono/zod-openapi'
import { type CheckQuery, checkQueryOf, comparisons, readCheckQuery, writeCheckQuery } from '../../analysis/check-query.js'
import type { ClaimCheck } from '../../analysis/claim-check.js'
import { abouts } from '../../analysis/claim-question.js'
import { errors } from '../../ledger/errors.js'
import { stateInAddress } from '../../ledger/read/as-of.js'
import type { Head } from '../../ledger/read/views.js'
import { checkAsked } from '../check-view.js'
import {
  boundInWords,
  contentInWords,
  figureInWords,
  questionInWords,
  readingInWords,
  reasonInWords,
  type Speaks,
  speaking,
  verdictInWords,
} from '../check-words.js'
import type { Endpoint } from './endpoint.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'
import { HeadSchema } from './schemas.js'

const English = speaking('en')

/** The addresses of the rows behind the figure, in the state that was asked. */
export function rowAddresses({ question }: Pick<ClaimCheck, 'question'>, head: Head): string[] {
  const state = head.changeset > 0 ? `as_of=${stateInAddress(head)}` : ''
  return question?.parameters.map((parameters) => `/en/search?${[parameters, state].filter(Boolean).join('&')}`) ?? []
}

/** The address of a check by itself, which keeps the state that was asked. */
function checkAddress(query: Partial<CheckQuery>, head: Head): string {
  const parameters = writeCheckQuery({ ...query, ...(head.changeset > 0 && { as_of: stateInAddress(head) }) })
  return `/id/checks?${parameters.toString().replaceAll('%2C', ',')}`
}

/** The same of a claim of an article that was published on that day; null where the record was not asked. */
export const addressOfClaim = ({ claim, question }: ClaimCheck, published: string | null, head: Head): string | null =>
  claim.type === 'quantity' && question !== null ? checkAddress(checkQueryOf(claim, question, published), head) : null

export function publishCheck(check: ClaimCheck, permalink: string | null, head: Head, site: Speaks = English) {
  const { verdict, difference, measure, reading, allowed, question, figure, partial, partExceeds, reasons, coverage } = check
  return {
    verdict,
    verdict_words: [verdictInWords(site, check), boundInWords(site, check)].filter(Boolean).join('. '),
    difference,
    measure,
    reading,
    allowed,
    query: question && {
      about: question.about,
      countries: question.countries,
      fiscal_years: question.years,
      programs: question.programs,
      narrower: question.narrower,
      words: questionInWords(site, question),
      parameters: question.parameters,
      addresses: rowAddresses(check, head),
      readings: question.readings.map((one) => ({ ...one, words: readingInWords(site, one) })),
    },
    figure: figure && {
      rows: figure.rows,
      training_sessions: figure.sessions,
      total_cost: figure.cents / 100,
      rows_without_cost: figure.rowsWithoutCost,
      training_sessions_without_cost: figure.sessionsWithoutCost,
      words: figureInWords(site, figure),
      partial,
      part_exceeds_claim: partExceeds,
    },
    reasons: reasons.map((reason) => ({ ...reason, words: reasonInWords(site, reason) })),
    coverage: coverage && {
      present: coverage.present,
      years_missing: coverage.yearsMissing,
      years_in_part: coverage.yearsInPart,
    },
    permalink,
    state: { changeset: head.changeset, at: head.at, digest: head.digest },
  }
}

export const CheckSchema = z
  .object({
    verdict: z.enum(['agrees', 'ledger higher', 'ledger lower', 'cannot say']).openapi({
      description: 'Other than "cannot say" only where everything that was asked for is in the record.',
    }),
    verdict_words: z.string(),
    difference: z.number().nullable().openapi({
      description:
        'The figure minus the claimed number (of a range, its nearer end), in the unit of `measure`; null unless they differ.',
    }),
    measure: z.enum(['training sessions', 'cents']).nullable(),
    reading: z.enum(['equal', 'upper bound']).nullable(),
    allowed: z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable(),
    query: z.looseObject({}).nullable(),
    figure: z.looseObject({ partial: z.boolean() }).nullable().openapi({
      description: 'Where `partial`, only the part of what was asked for that is at hand: no answer by itself.',
    }),
    reasons: z.array(z.looseObject({ code: z.string(), words: z.string() })),
    coverage: z.looseObject({}).nullable(),
    permalink: z.string().nullable(),
    state: z.looseObject({}),
  })
  .openapi({ description: 'Of people the training sessions are an upper bound, never a count.' })

const parameters = z.object({
  measure: z.enum(abouts).openapi({ description: 'What is counted. Of cost and assistance the number is in U.S. dollars.' }),
  comparator: z.enum(comparisons).optional().openapi({ description: '"exactly" unless given; "between" takes `value_to`.' }),
  value: z.string().openapi({ description: 'The number that is claimed.', example: '13000' }),
  value_to: z.string().optional().openapi({ description: 'The larger number of "between".' }),
  currency: z
    .string()
    .optional()
    .openapi({ description: 'ISO 4217 code where the number is in another currency; nothing is said of those.', example: 'EUR' }),
  per: z.string().optional().openapi({ description: '"year" where the number is one of every year.' }),
  country: z
    .string()
    .optional()
    .openapi({ description: 'ISO 3166-1 alpha-3, several with commas; "world" for all.', example: 'mex' }),
  place: z
    .string()
    .optional()
    .openapi({ description: 'Instead of codes: countries or a region in words.', example: 'Latin America' }),
  from: z.string().optional().openapi({ description: 'Year or date.', example: '2007' }),
  to: z.string().optional().openapi({ description: 'Year or date; that of `from` unless given.', example: '2014' }),
  years: z.enum(['fiscal', 'calendar']).optional().openapi({ description: 'Fiscal unless given.' }),
  open: z.enum(['yes', 'no']).optional().openapi({ description: 'Up to the day of `published`.' }),
  published: z.string().optional().openapi({ description: 'The day of the article.', example: '2014-11-05' }),
  program: z.string().optional().openapi({ description: 'Slug of a programme or a family. Several values with commas.' }),
  counted: z
    .string()
    .optional()
    .openapi({ description: 'Who is counted, in the claim’s words, where it is less than all recipients.' }),
  provider: z
    .string()
    .optional()
    .openapi({ description: 'Who trained: the United States unless given; "unsaid" where the claim does not say it.' }),
  as_of: asOfParameter,
})

export const checkEndpoints: readonly Endpoint[] = [
  {
    path: '/checks',
    summary:
      'Check a number that is claimed against the record of trainings: agrees, ledger higher, ledger lower, or cannot say with each reason.',
    parameters,
    answer: z
      .object({
        data: CheckSchema.extend({ claim: z.string().openapi({ description: 'What is checked, in words.' }) }),
        head: HeadSchema,
      })
      .loose(),
    async handle(dependencies, asked) {
      const query = readCheckQuery(asked)
      const { check, head } = await checkAsked(dependencies, query)
      if (check === null) throw errors.QUERY_INVALID('measure', `one of ${abouts.join(', ')}`)
      return {
        data: { claim: contentInWords(English, check.claim), ...publishCheck(check, checkAddress(query, head), head) },
        head: publishHead(head),
      }
    },
  },
]
