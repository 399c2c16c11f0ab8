/** What a person decides about names and units: each decision is a changeset of its own, in the audit trail, and can be undone. */
import type { PoolClient } from 'pg'
import { type Committed, commitChangeset } from '../ledger/changesets/change.js'
import { entityId, entityRow } from '../ledger/changesets/entity-facts.js'
import { addJudgements } from '../ledger/changesets/judgements.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import type { Ledger } from '../ledger/database/connect.js'
import type { EntityKind, Judgement } from '../ledger/entities.js'
import { errors } from '../ledger/errors.js'
import { version } from '../ledger/project.js'

export interface Decision {
  subjectKind: Judgement['subjectKind']
  /** A printed name, one naming of it, or an entity. */
  subject: string
  entity: string
  verdict: Judgement['verdict']
  note: string | null
}

/** Who decides, and when. */
export interface Reviewer {
  reviewer: string
  at: Date
}

const aboutOf = ({ reviewer, at }: Reviewer, reason: string) => ({
  actor: reviewer,
  reason,
  tool: 'rastro',
  toolVersion: version,
  at,
})

/** Longer notes belong in a source of their own. */
export const longestNote = 2_000

/**
 * Writes one decision: two units are one (a merge, where the subject is an entity), are not, or may be; or what a name or one naming means.
 * @throws UserError NOT_FOUND where the ledger has no such name, naming or unit; JUDGEMENT_INVALID for a unit and itself
 */
export async function judge(ledger: Pick<Ledger, 'ownerPool'>, decision: Decision, by: Reviewer): Promise<Committed> {
  const { subjectKind, subject, entity, verdict, note } = decision
  if (subjectKind === 'entity' && subject === entity) throw errors.JUDGEMENT_INVALID('A unit is itself')
  return commitChangeset(ledger, aboutOf(by, reasonOf(decision)), async (change) => {
    const kinds = await kindsOf(change.client, subjectKind === 'entity' ? [subject, entity] : [entity])
    if (subjectKind !== 'entity') await mustExist(change.client, subjectKind === 'naming' ? 'naming' : 'printed_name', subject)
    await addJudgements(change, {
      judgements: [personal({ subjectKind, subject, entity, verdict, note }, by)],
      entities: [...kinds].map(([id, kind]) => entityRow(id, kind)),
    })
  })
}

/**
 * Splits a unit: these of its printed names mean another unit, a new one. Returns the new unit's id, the same for the same names again.
 * @throws UserError NOT_FOUND, JUDGEMENT_INVALID where no name is given
 */
export async function split(
  ledger: Pick<Ledger, 'ownerPool'>,
  { entity, names, note }: { entity: string; names: readonly string[]; note: string | null },
  by: Reviewer,
): Promise<{ committed: Committed; entity: string }> {
  if (names.length === 0) throw errors.JUDGEMENT_INVALID('No name is chosen that would be another unit')
  let made = ''
  const committed = await commitChangeset(ledger, aboutOf(by, 'Split a unit'), async (change) => {
    const kind = (await kindsOf(change.client, [entity])).get(entity)!
    for (const name of names) await mustExist(change.client, 'printed_name', name)
    made = entityId(kind, 'split', [entity, ...[...names].sort()].join(' '))
    const { rows: merged } = await change.client.query<{ entity: string }>(
      `SELECT DISTINCT judged AS entity FROM serving.meaning WHERE printed_name = ANY($1) AND entity = $2`,
      [names, entity],
    )
    const from = [...new Set([entity, ...merged.map((row) => row.entity)])]
    const kinds = await kindsOf(change.client, from)
    await addJudgements(change, {
      judgements: names.flatMap((subject) => [
        personal({ subjectKind: 'printed name', subject, entity: made, verdict: 'same', note }, by),
        ...from.map((one) => personal({ subjectKind: 'printed name', subject, entity: one, verdict: 'different', note }, by)),
      ]),
      entities: [entityRow(made, kind), ...[...kinds].map(([id, own]) => entityRow(id, own))],
    })
  })
  return { committed, entity: made }
}

/**
 * Undoes a decision by another changeset. Only decisions: a report is not undone from the queue.
 * @throws UserError CHANGESET_UNKNOWN, UNDO_BLOCKED, JUDGEMENT_INVALID where it is no decision of a person
 */
export async function undoDecision(ledger: Pick<Ledger, 'ownerPool'>, changeset: number, by: Reviewer): Promise<Committed> {
  const { rows } = await ledger.ownerPool.query<{ judged: boolean; others: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.judgement WHERE basis = 'person' AND (written = $1 OR withdrawn = $1)) AS judged,
      EXISTS (SELECT FROM ledger.judgement WHERE basis = 'rule' AND (written = $1 OR withdrawn = $1)) OR
      EXISTS (SELECT FROM ledger.training WHERE written = $1) OR EXISTS (SELECT FROM ledger.statement WHERE written = $1) AS others`,
    [changeset],
  )
  if (!rows[0]!.judged || rows[0]!.others) throw errors.JUDGEMENT_INVALID(`Changeset ${changeset} is not a reviewer's decision`)
  return undoChangeset(ledger, changeset, aboutOf(by, `Undid decision ${changeset}`))
}

const reasonOf = ({ subjectKind, verdict }: Decision): string =>
  subjectKind === 'entity' && verdict === 'same'
    ? 'Merged two units'
    : `Judged a ${subjectKind === 'entity' ? 'pair of units' : subjectKind}: ${verdict}`

const personal = (decision: Decision, { reviewer }: Reviewer): Judgement => ({
  ...decision,
  basis: 'person',
  reviewer,
  rule: null,
  score: null,
  reasons: [],
})

async function kindsOf(client: PoolClient, ids: readonly string[]): Promise<Map<string, EntityKind>> {
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    'SELECT id, kind FROM ledger.entity WHERE id = ANY($1) AND withdrawn IS NULL',
    [ids],
  )
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  for (const id of ids) if (!kinds.has(id)) throw errors.NOT_FOUND(`unit "${id.slice(0, 40)}"`)
  return kinds
}

async function mustExist(client: PoolClient, table: 'printed_name' | 'naming', id: string): Promise<void> {
  const { rows } = await client.query(`SELECT FROM ledger.${table} WHERE id = $1 AND withdrawn IS NULL`, [id])
  if (rows.length === 0) throw errors.NOT_FOUND(`${table === 'naming' ? 'naming' : 'printed name'} "${id.slice(0, 40)}"`)
}
