/** What stands on lists with an effect, and what was denied assistance, as listing and file. */
import { z } from '@hono/zod-openapi'
import { publishPlace } from '../../ledger/publish.js'
import { type DesignationRow, listDesignations, streamDesignations } from '../../ledger/read/designation-listing.js'
import { countryOrPrinted, readQuery } from '../../ledger/read/query.js'
import { asOf, type Endpoint, envelope } from './endpoint.js'
import { countryParameter, idOfOne, listed, mapped, page, pageParameters, range, several } from './matter-parameters.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'

const limitsOfDesignations = [
  'A copy of a list proves the listing on the day of the copy only (seen_on). Absence from a list proves nothing.',
  'An ineligibility names who was proposed and denied in a calendar year (denied_in); nothing implies that it was lifted, or not.',
]

const effects = ['asset block', 'visa bar', 'embargo', 'ineligible for assistance', 'other'] as const
const DesignationsQuestion = z.object({
  entity: idOfOne,
  country: countryOrPrinted,
  effect: several(z.enum(effects)),
  as_of: asOf,
})
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

export const designationEndpoints: readonly Endpoint[] = [
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
]
