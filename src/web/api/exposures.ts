/** Findings of exposure as the API, the command line and files give them. An allegation is a field named so, and never a fact. */
import { z } from '@hono/zod-openapi'
import type { CoverageReport, Gap } from '../../analysis/coverage.js'
import { type Exposure, identities, matterKinds, orders, pathKinds } from '../../analysis/exposure.js'
import { readRangeText } from '../../ledger/dates.js'
import { publishPlace } from '../../ledger/publish.js'
import type { Matter, Standing } from '../../ledger/read/matters.js'
import type { RelationStatement } from '../../ledger/read/relations.js'
import type { Head } from '../../ledger/read/views.js'
import { coverageOfFindings, notCoveredInWords } from '../exposure-coverage.js'
import { readExposureQuery, readFiltered } from '../exposure-view.js'
import { exposureInWords, type Names, nameIn, stepInWords, strengthInWords, violationWords } from '../exposure-words.js'
import { formatFor } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { type Endpoint, envelope } from './endpoint.js'
import { limitsInWords } from './matter-parameters.js'
import { asOfParameter } from './parameters.js'
import { publishGap, publishHead } from './published.js'
import { Anything, listing } from './schemas.js'

const english = { language: 'en' as const, text: messagesFor('en'), format: formatFor('en') }

/** The columns of a file of findings. */
export const exposureColumns = [
  'id',
  'unit_id',
  'unit',
  'country_code',
  'order',
  'undatable_because',
  'days_nearest',
  'days_farthest',
  'days_exact',
  'kind',
  'matter_id',
  'matter',
  'subject_id',
  'subject',
  'path',
  'path_in_words',
  'identity',
  'relation',
  'assistance_dates',
  'matter_dates',
  'status',
  'disputed_since',
  'outcomes',
  'rows',
  'training_sessions',
  'total_cost',
  'first_fiscal_year',
  'last_fiscal_year',
  'trainings',
  'sentence',
  'not_covered',
] as const

const parameters = z.object({
  unit: z
    .string()
    .optional()
    .openapi({ description: 'Id of a unit that was assisted, or whom an allegation or a listing names.' }),
  country: z
    .string()
    .optional()
    .openapi({ description: 'ISO 3166-1 alpha-3 of the assisted unit. Several values with commas.', example: 'mex,col' }),
  year: z
    .string()
    .optional()
    .openapi({ description: 'Fiscal years of the assistance. Several values with commas.', example: '2010-2012' }),
  kind: z.enum(matterKinds).optional(),
  path: z.enum(pathKinds).optional(),
  order: z.enum(orders).optional().openapi({ description: 'When the assistance came.' }),
  identity: z
    .enum(identities)
    .optional()
    .openapi({ description: 'Whether a person confirmed that the printed names mean the unit.' }),
  to_the_day: z.enum(['yes', 'no']).optional().openapi({ description: 'Only where both are dated to the day.' }),
  after_only: z
    .enum(['yes', 'no'])
    .optional()
    .openapi({ description: 'Only assistance after an alleged incident, or during or after a listing.' }),
  from: z.string().optional().openapi({ description: 'How many findings are passed over; `next` of the page before.' }),
  limit: z.string().optional().openapi({ description: '1 to 500, 50 unless given.' }),
  as_of: asOfParameter,
})

export const exposureEndpoints: readonly Endpoint[] = [
  {
    path: '/exposures',
    summary:
      'Units that received assistance and, themselves or by a path that is given, are alleged to have done something or stand on a list: before, during, after, or in an order that cannot be told.',
    parameters,
    answer: listing(Anything).extend({ limits: limitsInWords }),
    async handle(dependencies, asked) {
      const query = readExposureQuery(asked)
      const { found, names, head } = await readFiltered(dependencies, query)
      const { gaps } = await coverageOfFindings(dependencies, query, head)
      const end = query.from + query.limit
      return {
        ...publishFindings(found.slice(query.from, end), names, gaps, head),
        total: found.length,
        next: end < found.length ? String(end) : null,
      }
    },
    file: {
      name: 'exposures',
      columns: exposureColumns,
      rows: async (dependencies, asked) => {
        const query = readExposureQuery(asked)
        const { found, names, head } = await readFiltered(dependencies, query)
        return flatExposures(found, names, await coverageOfFindings(dependencies, query, head))
      },
    },
  },
]

/** Findings with what they rest on and what they do not cover: the answer of the API and of `rastro exposure --json`. */
export const publishFindings = (found: readonly Exposure[], names: Names, gaps: readonly Gap[], head: Head) =>
  envelope(
    found.map((finding) => publishExposure(finding, names)),
    {
      coverage: gaps.map(publishGap),
      limits: [english.text.exposure.notJudged, english.text.exposure.limits],
      head: publishHead(head),
    },
  )

const publishStanding = ({ source, sourceFile, place }: Standing) => ({
  source_id: source,
  source_file: sourceFile,
  place: place && publishPlace(place),
})

const publishRange = (range: string | null) => range && readRangeText(range)

function publishMatter(matter: Matter, names: Names) {
  const shared = {
    id: matter.id,
    kind: matter.kind,
    subject: { id: matter.subject, name: nameIn(names, matter.subject) },
    places: matter.places.map(publishStanding),
    replies: matter.replies.map(({ id, value, speaker, firstCitedPrinted, details, ...said }) => ({
      statement_id: id,
      reply: value,
      speaker,
      date: firstCitedPrinted,
      disputes: details.disputes ?? null,
      ...publishStanding(said),
    })),
  }
  if (matter.kind === 'incident')
    return {
      ...shared,
      alleged: matter.violations.map(({ value, stance, speaker, details }) => ({
        violation: value,
        stance,
        speaker,
        ...details,
      })),
      accusations: matter.accusations.map(({ id, stance, speaker, ...said }) => ({
        statement_id: id,
        stance,
        speaker,
        ...publishStanding(said),
      })),
      outcomes: matter.outcomes.map(({ value, stance, speaker }) => ({ outcome: value, stance, speaker })),
      dates: publishRange(matter.hull),
    }
  return {
    ...shared,
    authority: matter.authority,
    list: matter.list,
    program: matter.program,
    law: matter.law,
    effect: matter.effect,
    reason: matter.reason,
    listed_printed: matter.listedPrinted,
    listed: publishRange(matter.listed),
    delisted_printed: matter.delistedPrinted,
    delisted: publishRange(matter.delisted),
    seen_on: matter.seenOn,
    denied_in: matter.deniedIn,
    flags: matter.flags,
    publications: matter.cited.map(({ title, publisher, publishedPrinted, url }) => ({
      title,
      publisher,
      published: publishedPrinted,
      url,
    })),
  }
}

const publishRelation = ({ id, stance, speaker, source, places, ...dates }: RelationStatement) => ({
  statement_id: id,
  stance,
  speaker,
  source_id: source,
  place: places[0] ? publishPlace(places[0]) : null,
  first_cited: dates.firstCitedPrinted,
  starts: dates.starts,
  last_cited: dates.lastCitedPrinted,
  ends: dates.ends,
  open_ended: dates.openEnded,
})

function publishExposure(finding: Exposure, names: Names) {
  const { strength, sum } = finding
  return {
    id: finding.id,
    sentence: exposureInWords(english, finding, names),
    unit: { id: finding.unit, name: nameIn(names, finding.unit), country_code: names.get(finding.unit)?.country ?? null },
    order: finding.order,
    undatable_because: finding.undatable,
    interval: finding.interval && {
      days_nearest: finding.interval.nearest,
      days_farthest: finding.interval.farthest,
      exact: finding.interval.exact,
    },
    matter: publishMatter(finding.matter, names),
    path: {
      kind: finding.path.kind,
      steps: finding.path.steps.map((step) => ({
        in_words: stepInWords(english, step, finding.matter, names),
        from: { id: step.from, name: nameIn(names, step.from) },
        to: { id: step.to, name: nameIn(names, step.to) },
        kind: step.kind,
        as_of: step.asOf,
        holding: step.holding,
        statements: step.statements.map(publishRelation),
        contradictions: step.contradictions.map(publishRelation),
      })),
    },
    strength: {
      identity: strength.identity,
      confirmed_by: strength.confirmedBy,
      path: strength.path,
      relation: strength.relation,
      relation_disputed: strength.relationDisputed,
      assistance_dates: strength.assistanceDates,
      matter_dates: strength.matterDates,
      status: strength.status.standing,
      disputed_since: strength.status.disputedSince,
      outcomes: strength.status.outcomes,
      in_words: strengthInWords(english, finding),
    },
    assistance: {
      rows: sum.rows,
      training_sessions: sum.sessions,
      rows_without_sessions: sum.rowsWithoutSessions,
      total_cost: sum.cents / 100,
      rows_without_cost: sum.rowsWithoutCost,
      courses: sum.courses.map(({ title, rows, sessions }) => ({ course_title: title, rows, training_sessions: sessions })),
      days: sum.days,
      fiscal_years: sum.fiscalYears,
      trainings: finding.assistance.map((row) => ({
        id: row.training,
        name: row.name,
        confirmed: row.confirmed,
        fiscal_year: row.fiscalYear,
        start_date: row.startDate,
        end_date: row.endDate,
        course_title: row.course,
        program: row.program,
        training_sessions: row.quantity,
        total_cost: row.cents === null ? null : row.cents / 100,
        ...publishStanding(row),
      })),
    },
  }
}

type FlatExposure = Record<(typeof exposureColumns)[number], unknown>

/** The rows of a file, each with what is not covered. Where nothing is found one row says so, without an id: an empty file would read as a proof. */
export function flatExposures(found: readonly Exposure[], names: Names, coverage: CoverageReport): Partial<FlatExposure>[] {
  const not_covered = notCoveredInWords(coverage)
  if (found.length === 0) return [{ sentence: noFinding, not_covered }]
  return found.map((finding) => ({ ...flatExposure(finding, names), not_covered }))
}

export const noFinding = `${english.text.exposure.none.split('. ')[0]}. That is no proof that there is nothing.`

function flatExposure(finding: Exposure, names: Names): Omit<FlatExposure, 'not_covered'> {
  const { strength, sum, matter } = finding
  return {
    id: finding.id,
    unit_id: finding.unit,
    unit: nameIn(names, finding.unit),
    country_code: names.get(finding.unit)?.country ?? null,
    order: finding.order,
    undatable_because: finding.undatable,
    days_nearest: finding.interval?.nearest ?? null,
    days_farthest: finding.interval?.farthest ?? null,
    days_exact: finding.interval?.exact ?? null,
    kind: matter.kind,
    matter_id: matter.id,
    matter: violationWords(english, matter),
    subject_id: matter.subject,
    subject: nameIn(names, matter.subject),
    path: finding.path.kind,
    path_in_words: finding.path.steps.map((step) => stepInWords(english, step, matter, names)).join('; '),
    identity: strength.identity,
    relation: strength.relation,
    assistance_dates: strength.assistanceDates,
    matter_dates: strength.matterDates,
    status: strength.status.standing,
    disputed_since: strength.status.disputedSince,
    outcomes: strength.status.outcomes.join('; '),
    rows: sum.rows,
    training_sessions: sum.sessions,
    total_cost: sum.cents / 100,
    first_fiscal_year: sum.fiscalYears[0] ?? null,
    last_fiscal_year: sum.fiscalYears.at(-1) ?? null,
    trainings: finding.assistance.map(({ training }) => training).join(' '),
    sentence: exposureInWords(english, finding, names),
  }
}
