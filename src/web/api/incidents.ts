/** Alleged incidents as listing, file and one by one. No field names what is alleged as if it had happened, and whoever says it stands beside it. */
import { z } from '@hono/zod-openapi'
import { cursorScope, readCursor, writeCursor } from '../../ledger/read/cursor.js'
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
import { countryOrPrinted, readQuery } from '../../ledger/read/query.js'
import { loadEntityNames, type NamedEntity } from '../../ledger/read/relations.js'
import { streamed } from '../../ledger/read/stream.js'
import { asOf, asOfOnly, type Endpoint, envelope, found, readAsOf } from './endpoint.js'
import { publishSaid } from './entity-endpoints.js'
import { countryParameter, idOfOne, limitsOfIncidents, listed, page, pageParameters, range } from './matter-parameters.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'
import { Anything } from './schemas.js'

const IncidentsQuestion = z.object({
  country: countryOrPrinted,
  accused: idOfOne,
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

export const incidentEndpoints: readonly Endpoint[] = [
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
      return reading.within(question.as_of, async ({ client, head }, { at: past }) => {
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
        return streamed(
          reading,
          question.as_of,
          ({ client }, { at }) => declareIncidents(client, at, filterOf(question)),
          async (client, { at }) => publishIncidents(client, at, await fetchIncidents(client, at, 300)),
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
      return reading.within(state, async ({ client, head }, { at: past }) => {
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
]
