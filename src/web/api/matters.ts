/**
 * What is alleged and what stands on lists, as listings: `/incidents`, `/designations`, `/statements`. No field names what is alleged as if it had
 * happened, and whoever says it stands beside it.
 */
import { z } from '@hono/zod-openapi'
import { readRangeText } from '../../ledger/dates.js'
import { Property, Statement } from '../../ledger/entities.js'
import { publishPlace, saidColumns } from '../../ledger/publish.js'
import { cursorScope, readCursor, writeCursor } from '../../ledger/read/cursor.js'
import { type DesignationRow, listDesignations, streamDesignations } from '../../ledger/read/designation-listing.js'
import { loadEntity } from '../../ledger/read/entity.js'
import {
  type Accused,
  declareIncidents,
  fetchIncidents,
  type IncidentInList,
  type IncidentsFilter,
  loadAccused,
  loadIncidents,
} from '../../ledger/read/incidents.js'
import { maximumLimit, readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { loadEntityNames, type NamedEntity } from '../../ledger/read/relations.js'
import {
  listStatements,
  type StatementRow,
  type StatementsFilter,
  streamStatements,
} from '../../ledger/read/statement-listing.js'
import { streamed } from '../../ledger/read/stream.js'
import { asOf, asOfOnly, type Endpoint, envelope, found, readAsOf, whole } from './endpoint.js'
import { publishSaid } from './entity-endpoints.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'
import { Anything, listing } from './schemas.js'

/** Said with every answer, since a listing is read without the page around it. */
const limitsOfIncidents = [
  'Each is what a source alleges; nothing here says that it happened. Whether a gross violation occurred, and whether information is credible, are determinations of officials.',
  'Only what the sources of this ledger allege: that none is listed says nothing of whether there was one.',
]
const limitsOfDesignations = [
  'A copy of a list proves the listing on the day of the copy only (seen_on). Absence from a list proves nothing.',
  'An ineligibility names who was proposed and denied in a calendar year (denied_in); nothing implies that it was lifted, or not.',
]

const id = z
  .string()
  .regex(/^[\w-]{1,80}$/, 'an id')
  .optional()
const country = z
  .string()
  .regex(/^\P{C}{0,80}$/u, 'a country')
  .optional()
  .transform((text) => (text === undefined || text === '' ? null : /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text))
const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .string()
    .optional()
    .transform((text): string[] => (text ? text.split(',') : []))
    .pipe(z.array(item).max(40, 'at most 40 values'))
const page = { cursor: TrainingQuery.shape.cursor, limit: whole(1, maximumLimit).default(50) }
const pageParameters = {
  cursor: z.string().optional().openapi({ description: '`next` of the page before.' }),
  limit: z
    .string()
    .optional()
    .openapi({ description: `1 to ${maximumLimit}, 50 unless given.` }),
}
/** Counts of what is listed, which are no training sessions. */
const listed = listing(Anything).extend({
  facets: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string(), rows: z.number().int() }))),
  limits: z.array(z.string()).openapi({ description: 'What the listing does not say, to be shown beside it.' }),
})
const countryParameter = z.string().optional().openapi({ description: 'ISO 3166-1 alpha-3, or as printed.', example: 'mex' })

const range = (text: string | null) => (text === null ? null : readRangeText(text))

// Incidents

const IncidentsQuestion = z.object({
  country,
  accused: id,
  year: z
    .string()
    .regex(/^\d{4}(?:-\d{4})?$/, 'a year or a range, "2010-2012"')
    .optional()
    .transform((text) => {
      if (text === undefined) return null
      const [first, last = first] = text.split('-').map(Number) as [number, number?]
      return { first, last }
    })
    .refine(
      (years) => years === null || (years.first >= 1000 && years.first <= years.last && years.last < 9998),
      'earlier year first',
    ),
  as_of: asOf,
})
const IncidentsQuery = IncidentsQuestion.extend(page)

const filterOf = ({ country, accused, year }: z.infer<typeof IncidentsQuestion>): IncidentsFilter => ({
  country,
  accused: accused ?? null,
  years: year,
})

const incidentColumns = [
  'id',
  'allegation',
  'alleged_by',
  'source_title',
  'alleged_from',
  'alleged_to',
  'alleged_violations',
  'alleged_locations',
  'alleged_countries',
  'accused',
  'denials_doubts_and_replies',
] as const

function publishIncident(incident: IncidentInList, accused: readonly Accused[], names: ReadonlyMap<string, NamedEntity>) {
  const dates = range(incident.imprecise)
  return {
    id: incident.id,
    allegation: incident.value,
    alleged_by: incident.speaker,
    source_title: incident.sourceTitle,
    alleged_from: dates?.from ?? null,
    alleged_to: dates?.to ?? null,
    alleged_violations: incident.violations,
    alleged_locations: incident.locations,
    alleged_countries: incident.countries,
    accused: accused.map(({ id: accusedId, printed, stance, speaker }) => ({
      id: accusedId,
      name: accusedId === null ? null : (names.get(accusedId)?.name ?? null),
      printed,
      stance,
      speaker,
    })),
    denials_doubts_and_replies: incident.answers,
  } satisfies Record<(typeof incidentColumns)[number], unknown>
}

type Client = Parameters<typeof loadIncidents>[0]

async function publishIncidents(client: Client, past: number | null, incidents: readonly IncidentInList[]) {
  const accused = await loadAccused(
    client,
    past,
    incidents.map((incident) => incident.id),
  )
  const names = await loadEntityNames(client, past, [...new Set(accused.flatMap((one) => one.id ?? []))])
  return incidents.map((incident) =>
    publishIncident(
      incident,
      accused.filter((one) => one.incident === incident.id),
      names,
    ),
  )
}

// Designations

const effects = ['asset block', 'visa bar', 'embargo', 'ineligible for assistance', 'other'] as const
const DesignationsQuestion = z.object({ entity: id, country, effect: several(z.enum(effects)), as_of: asOf })
const DesignationsQuery = DesignationsQuestion.extend(page)

const designationColumns = [
  'id',
  'entity_id',
  'entity',
  'entity_kind',
  'country_code',
  'authority',
  'list',
  'program',
  'law',
  'effect',
  'listed_printed',
  'listed',
  'delisted_printed',
  'delisted',
  'seen_on',
  'denied_in',
  'reason_as_printed',
  'identifiers',
  'publications',
  'source_id',
  'source_file',
  'places',
  'flags',
] as const

const publishDesignation = (row: DesignationRow) =>
  ({
    id: row.id,
    entity_id: row.entity,
    entity: row.entityName,
    entity_kind: row.entityKind,
    country_code: row.country,
    authority: row.authority,
    list: row.list,
    program: row.program,
    law: row.law,
    effect: row.effect,
    listed_printed: row.listedPrinted,
    listed: range(row.listed),
    delisted_printed: row.delistedPrinted,
    delisted: range(row.delisted),
    seen_on: row.seenOn,
    denied_in: row.deniedIn,
    reason_as_printed: row.reason,
    identifiers: row.identifiers,
    publications: row.citations,
    source_id: row.source,
    source_file: row.sourceFile,
    places: row.places.map(publishPlace),
    flags: row.flags,
  }) satisfies Record<(typeof designationColumns)[number], unknown>

const designationsOf = ({ effect, entity, ...rest }: z.infer<typeof DesignationsQuestion>) => ({
  ...rest,
  entity: entity ?? null,
  effects: effect,
})

// Statements

const StatementsQuestion = z.object({
  entity: id,
  property: several(Property),
  stance: several(Statement.shape.stance),
  source: id,
  as_of: asOf,
})
const StatementsQuery = StatementsQuestion.extend(page)

const statementsOf = ({ entity, property, stance, source, as_of }: z.infer<typeof StatementsQuestion>): StatementsFilter => ({
  entity: entity ?? null,
  properties: property,
  stances: stance,
  source: source ?? null,
  as_of,
})

/** What is said of an incident is an allegation whatever its stance is; the kind says so in each row. */
const publishStatement = (row: StatementRow) => {
  const { object_name: _, ...said } = publishSaid(row, () => null)
  return { ...said, entity_kind: row.entityKind === 'incident' ? 'alleged incident' : row.entityKind }
}

const statementColumns = [
  ...saidColumns,
  'publications',
  'source_id',
  'source_file',
  'places',
  'flags',
] as const satisfies readonly (keyof ReturnType<typeof publishStatement>)[]

const mapped = async function* <Row, Published>(
  batches: AsyncIterable<Row[]>,
  publish: (row: Row) => Published,
): AsyncGenerator<Published[]> {
  for await (const batch of batches) yield batch.map(publish)
}

export const matterEndpoints: readonly Endpoint[] = [
  {
    path: '/incidents',
    summary:
      'Alleged incidents, newest first: what a source alleges, who says so, whom it accuses, and how many deny, doubt or answer it.',
    parameters: z.object({
      country: countryParameter,
      accused: z.string().optional().openapi({ description: 'Id of a unit, person or organisation that a source accuses.' }),
      year: z
        .string()
        .optional()
        .openapi({ description: 'Calendar years that the alleged dates may meet.', example: '2010-2012' }),
      as_of: asOfParameter,
      ...pageParameters,
    }),
    answer: listed,
    async handle({ reading }, parameters) {
      const { cursor, limit, ...question } = readQuery(IncidentsQuery, parameters)
      return reading.within(question.as_of, async ({ client, head }) => {
        const past = question.as_of === undefined ? null : head.changeset
        const filter = filterOf(question)
        const scope = cursorScope(`incidents ${JSON.stringify(filter)}`, head.digest)
        const from = cursor === undefined ? 0 : Number(readCursor(cursor, scope, 'number', 'number').key)
        const read = await loadIncidents(client, past, { ...filter, from: Math.max(0, from), limit })
        const end = from + read.incidents.length
        return envelope(await publishIncidents(client, past, read.incidents), {
          total: read.total,
          next: end < read.total ? writeCursor({ key: end, tie: 0 }, scope) : null,
          facets: {
            country: read.countries.map((each) => ({ value: each.country, label: each.country, rows: each.incidents })),
          },
          limits: limitsOfIncidents,
          head: publishHead(head),
        })
      })
    },
    file: {
      name: 'incidents',
      columns: incidentColumns,
      stream: ({ reading }, parameters) => {
        const question = readQuery(IncidentsQuestion, parameters)
        let past: number | null = null
        return streamed(
          reading,
          question.as_of,
          async ({ client, head }) => {
            past = question.as_of === undefined ? null : head.changeset
            await declareIncidents(client, past, filterOf(question))
          },
          async (client) => publishIncidents(client, past, await fetchIncidents(client, past, 300)),
        )
      },
    },
  },
  {
    path: '/incidents/{id}',
    summary:
      'One alleged incident: every statement on it with its stance, who says it and its place; denials, doubts and replies among them.',
    parameters: asOfOnly,
    answer: Anything,
    async handle({ reading }, parameters, asked) {
      const state = readAsOf(parameters)
      return reading.within(state, async ({ client, head }) => {
        const past = state === undefined ? null : head.changeset
        const facts = await loadEntity(client, past, asked)
        const incident = found(facts?.kind === 'incident' ? facts : null, 'incident')
        const nameOf = (other: string) => incident.others.get(other)?.name ?? null
        const said = Object.values(incident.said).flat()
        return {
          id: incident.id,
          kind: 'alleged incident',
          statements: said.map((one) => publishSaid(one, nameOf)),
          denials_doubts_and_replies: said.filter(({ stance, property }) => stance !== 'asserts' || property === 'reply').length,
          publications: [...incident.publications.values()].map(({ archivedUrl, publishedPrinted, ...publication }) => ({
            ...publication,
            archived_url: archivedUrl,
            published_printed: publishedPrinted,
          })),
          limits: limitsOfIncidents,
          head: publishHead(head),
        }
      })
    },
  },
  {
    path: '/designations',
    summary:
      'Listings with an effect (asset block, visa bar, embargo) and ineligibilities for assistance, each with what its source says of time.',
    parameters: z.object({
      entity: z.string().optional().openapi({ description: 'Id of the unit, person or organisation that is listed.' }),
      country: countryParameter,
      effect: z
        .string()
        .optional()
        .openapi({ description: `${effects.join(', ')}. Several values with commas.` }),
      as_of: asOfParameter,
      ...pageParameters,
    }),
    answer: listed,
    async handle({ reading }, parameters) {
      const { cursor, limit, ...question } = readQuery(DesignationsQuery, parameters)
      const read = await listDesignations(reading, { ...designationsOf(question), cursor, limit })
      return envelope(read.rows.map(publishDesignation), {
        total: read.total,
        next: read.next,
        facets: { effect: read.effects.map(({ value, rows }) => ({ value, label: value, rows })) },
        limits: limitsOfDesignations,
        head: publishHead(read.head),
      })
    },
    file: {
      name: 'designations',
      columns: designationColumns,
      stream: ({ reading }, parameters) =>
        mapped(streamDesignations(reading, designationsOf(readQuery(DesignationsQuestion, parameters))), publishDesignation),
    },
  },
  {
    path: '/statements',
    summary:
      'Everything that sources say of units, people, organisations and alleged incidents, one statement a row, with stance, speaker, dates and place. What a source asserts of an incident is its allegation.',
    parameters: z.object({
      entity: z.string().optional().openapi({ description: 'Id of what it is said of, or of what it names.' }),
      property: z
        .string()
        .optional()
        .openapi({ description: `${Property.options.join(', ')}. Several values with commas.` }),
      stance: z
        .string()
        .optional()
        .openapi({ description: `${Statement.shape.stance.options.join(', ')}. Several values with commas.` }),
      source: z.string().optional().openapi({ description: 'Id of a source.' }),
      as_of: asOfParameter,
      ...pageParameters,
    }),
    answer: listed,
    async handle({ reading }, parameters) {
      const { cursor, limit, ...question } = readQuery(StatementsQuery, parameters)
      const { rows, total, next, head } = await listStatements(reading, { ...statementsOf(question), cursor, limit })
      return envelope(rows.map(publishStatement), { total, next, limits: limitsOfIncidents, head: publishHead(head) })
    },
    file: {
      name: 'statements',
      columns: statementColumns,
      stream: ({ reading }, parameters) =>
        mapped(streamStatements(reading, statementsOf(readQuery(StatementsQuestion, parameters))), publishStatement),
    },
  },
]
