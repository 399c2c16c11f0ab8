/**
 * Corrections: a statement or a listing that is wrong is withdrawn, or another takes its place, with the reason in the audit trail. What was
 * withdrawn so stays out when its source is read again (`replace-source.ts`), until the correction is undone.
 */
import type { Pool } from 'pg'
import { correctionTool } from '../changesets/by-hand.js'
import type { Row } from '../changesets/canonical.js'
import { type Committed, commitChangeset } from '../changesets/change.js'
import { entityRow, handStatementId, statementRow } from '../changesets/entity-facts.js'
import { allRows } from '../changesets/rows.js'
import type { EntityKind, Stated, Statement } from '../entities.js'
import { errors } from '../errors.js'
import type { FactSchema } from '../schema.js'
import { type Analyst, aboutEntry, addRows, endRows, mustFit } from './enter.js'

export type Corrected = Partial<Stated & Pick<Statement, 'status'>>

export interface Correction {
  kind: 'statement' | 'designation'
  id: string
  /** Told to everyone: it stands in the audit trail and in the list of changes. */
  reason: string
  /** What the source says in truth, of a statement that was misread; null where it is withdrawn. */
  instead: Corrected | null
}

/** @throws UserError NOT_FOUND where no such row is current, ENTRY_INVALID where what takes its place says nothing, or just the same */
export async function correct(
  ledger: { ownerPool: Pool },
  { kind, id, reason, instead }: Correction,
  by: Analyst,
): Promise<Committed> {
  return commitChangeset(ledger, aboutEntry(by, reason, correctionTool), async (change) => {
    for (const schema of ['ledger', 'restricted'] as const satisfies FactSchema[]) {
      const [found] = await allRows(change.client, schema, kind, 'id = $1 AND withdrawn IS NULL', [id])
      if (!found) continue
      const { row } = found
      const replacement = kind === 'statement' && instead !== null ? replaced(row, instead) : null
      if (replacement?.id === id) throw errors.ENTRY_INVALID('What is to take its place says just the same')
      const { rows } = await change.client.query<{ id: string; kind: EntityKind }>(
        `SELECT id, kind FROM ledger.entity WHERE id = ANY($1) AND withdrawn IS NULL
          UNION SELECT id, kind FROM ${schema}.entity WHERE id = ANY($1) AND withdrawn IS NULL`,
        [[row.entity, row.object, replacement?.object].filter((one) => typeof one === 'string')],
      )
      const kinds = new Map(rows.map((one) => [one.id, one.kind]))
      if (replacement) {
        if (replacement.object !== null && !kinds.has(replacement.object))
          throw errors.NOT_FOUND(`unit or person "${replacement.object.slice(0, 40)}"`)
        mustFit(replacement, kinds)
        await addRows(
          change,
          schema,
          [statementRow(replacement, row.source as string, row.position as number)],
          [...kinds].map(([one, of]) => entityRow(one, of)),
        )
      }
      await endRows(change, schema, kind, [row])
      return
    }
    throw errors.NOT_FOUND(`${kind} "${id.slice(0, 40)}"`)
  })
}

function replaced(row: Row, instead: Corrected): Statement {
  const statement: Omit<Statement, 'id'> = {
    entity: row.entity as string,
    property: row.property as Statement['property'],
    value: row.value as string | null,
    object: row.object as string | null,
    details: row.details as Statement['details'],
    stance: row.stance as Statement['stance'],
    speaker: row.speaker as string | null,
    firstCitedPrinted: row.first_cited_printed as string | null,
    firstCited: row.first_cited as string | null,
    starts: row.starts as boolean | null,
    lastCitedPrinted: row.last_cited_printed as string | null,
    lastCited: row.last_cited as string | null,
    ends: row.ends as boolean | null,
    openEnded: row.open_ended as Statement['openEnded'],
    confidence: row.confidence as string | null,
    status: row.status as Statement['status'],
    citations: row.citations as string[],
    places: row.places as Statement['places'],
    // Doubts were of what was read there before.
    flags: [],
    ...instead,
  }
  return { ...statement, id: handStatementId(statement, row.source as string) }
}
