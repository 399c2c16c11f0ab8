/** What was entered by hand, as the analyst who did it looks at it again: with what is restricted, so never for anyone else. */
import type { Pool } from 'pg'
import { correctionTool, entryTool } from '../changesets/by-hand.js'
import type { EntityKind, Statement } from '../entities.js'
import type { FactSchema } from '../schema.js'

export interface EnteredLine {
  changeset: number
  schema: FactSchema
  at: Date
  actor: string
  reason: string
  undoes: number | null
  /** The changeset that undid it, where one did and was not undone itself. */
  undoneBy: number | null
}

export interface EnteredStatement extends Pick<Statement, 'id' | 'property' | 'value' | 'stance' | 'speaker'> {
  entity: string
  entityKind: EntityKind
  entityName: string | null
  object: string | null
  objectName: string | null
}

export interface EnteredFacts extends EnteredLine {
  sources: { id: string; title: string }[]
  written: EnteredStatement[]
  withdrawn: EnteredStatement[]
}

const most = 50

const lines = (schema: FactSchema, where: string) =>
  `SELECT c.id::float8 AS changeset, '${schema}' AS schema, c.at, c.actor, c.reason, c.undoes::float8 AS undoes,
      (SELECT u.id::float8 FROM ${schema}.changeset u WHERE u.undoes = c.id
        AND NOT EXISTS (SELECT FROM ${schema}.changeset again WHERE again.undoes = u.id) ORDER BY u.id DESC LIMIT 1) AS "undoneBy"
    FROM ${schema}.changeset c WHERE c.tool = ANY($1)${schema === 'restricted' ? ' AND c.accompanies IS NULL' : ''}${where}`

const tools = [entryTool, correctionTool]

export async function loadEntries(pool: Pick<Pool, 'query'>): Promise<EnteredLine[]> {
  const { rows } = await pool.query<EnteredLine>(
    `${lines('ledger', '')} UNION ALL ${lines('restricted', '')} ORDER BY at DESC, changeset DESC LIMIT ${most}`,
    [tools],
  )
  return rows
}

export async function loadEntered(
  pool: Pick<Pool, 'query'>,
  changeset: number,
  schema: FactSchema,
): Promise<EnteredFacts | null> {
  const { rows } = await pool.query<EnteredLine>(lines(schema, ' AND c.id = $2'), [tools, changeset])
  if (!rows[0]) return null
  const { rows: sources } = await pool.query<EnteredFacts['sources'][number]>(
    `SELECT id, title FROM ${schema}.source WHERE written = $1 OR withdrawn = $1`,
    [changeset],
  )
  const nameOf = (column: string) =>
    `(SELECT n.value FROM ${schema}.statement n WHERE n.entity = s.${column} AND n.property IN ('name', 'occurrence') AND n.stance = 'asserts'
        ORDER BY n.withdrawn IS NOT NULL, n.property, n.position LIMIT 1)`
  const said = async (column: 'written' | 'withdrawn') => {
    const found = await pool.query<EnteredStatement>(
      `SELECT s.id, s.property, s.value, s.stance, s.speaker, s.entity, s.object, ${nameOf('entity')} AS "entityName",
        ${nameOf('object')} AS "objectName",
        coalesce((SELECT kind FROM ledger.entity e WHERE e.id = s.entity LIMIT 1), (SELECT kind FROM ${schema}.entity e WHERE e.id = s.entity LIMIT 1))
          AS "entityKind"
      FROM ${schema}.statement s WHERE s.${column} = $1 ORDER BY s.position, s.id LIMIT 200`,
      [changeset],
    )
    return found.rows
  }
  return { ...rows[0], sources, written: await said('written'), withdrawn: await said('withdrawn') }
}
