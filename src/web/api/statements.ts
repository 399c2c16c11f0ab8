/** Everything that sources say, one statement a row, as listing and file. What a source asserts of an incident is its allegation. */
import { z } from '@hono/zod-openapi'
import { Property, Statement } from '../../ledger/entities.js'
import { saidColumns } from '../../ledger/publish.js'
import { readQuery } from '../../ledger/read/query.js'
import {
  listStatements,
  type StatementRow,
  type StatementsFilter,
  streamStatements,
} from '../../ledger/read/statement-listing.js'
import { asOf, type Endpoint, envelope } from './endpoint.js'
import { publishSaid } from './entity-endpoints.js'
import { idOfOne, limitsOfIncidents, listed, mapped, page, pageParameters, several } from './matter-parameters.js'
import { asOfParameter } from './parameters.js'
import { publishHead } from './published.js'

const StatementsQuestion = z.object({
  entity: idOfOne,
  property: several(Property),
  stance: several(Statement.shape.stance),
  source: idOfOne,
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

export const statementEndpoints: readonly Endpoint[] = [
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
