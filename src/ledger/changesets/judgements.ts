/** Writing judgements: only differences are written, so that judging the same again changes nothing. */
import type { Judgement } from '../entities.js'
import type { FactSchema } from '../schema.js'
import { contentForm, type Row } from './canonical.js'
import { type Change, withdrawRows, writeRows } from './change.js'
import { judgementGroup, judgementRow } from './entity-facts.js'
import { allRows, type StoredRow } from './rows.js'
import { settle, spokenOf } from './settle.js'

export interface Judged {
  judgements: readonly Judgement[]
  /** The entities they speak of that no current statement brings along; each once. */
  entities: readonly Row[]
}

/** Brings the judgements by rule on these subjects (of all, where null) to what is given; persons' are left as they are. */
export async function replaceRuleJudgements(
  change: Change,
  { judgements, entities }: Judged,
  subjects: readonly string[] | null,
  schema: FactSchema = 'ledger',
): Promise<void> {
  const condition = `source = $1 AND withdrawn IS NULL${subjects ? ' AND subject = ANY($2)' : ''}`
  const parameters = [judgementGroup('rule'), ...(subjects ? [subjects] : [])]
  const current = await allRows(change.client, schema, 'judgement', condition, parameters)
  await replace(change, schema, current, judgements.map(judgementRow), entities)
}

/** Adds what a person judged; his earlier judgement on the same subject and entity is replaced. */
export async function addJudgements(
  change: Change,
  { judgements, entities }: Judged,
  schema: FactSchema = 'ledger',
): Promise<void> {
  const rows = judgements.map(judgementRow)
  const current = await allRows(change.client, schema, 'judgement', 'id = ANY($1) AND withdrawn IS NULL', [
    rows.map(({ id }) => id),
  ])
  await replace(change, schema, current, rows, entities)
}

/** Brings the judgements of one reviewer to what is given: those that he no longer makes are withdrawn. */
export async function replaceJudgementsOf(change: Change, reviewer: string, { judgements, entities }: Judged): Promise<void> {
  const current = await allRows(change.client, 'ledger', 'judgement', 'reviewer = $1 AND withdrawn IS NULL', [reviewer])
  await replace(change, 'ledger', current, judgements.map(judgementRow), entities)
}

async function replace(
  change: Change,
  schema: FactSchema,
  current: readonly StoredRow[],
  given: readonly Row[],
  entities: readonly Row[],
): Promise<void> {
  const before = new Map(current.map(({ row }) => [row.id, contentForm('judgement', row)]))
  const after = new Map(given.map((row) => [row.id, contentForm('judgement', row)]))
  const withdrawn = current.filter(({ row }) => after.get(row.id) !== before.get(row.id)).map(({ row }) => row)
  const written = given.filter((row) => before.get(row.id) !== after.get(row.id))
  if (withdrawn.length + written.length === 0) return
  await withdrawRows(
    change,
    schema,
    'judgement',
    withdrawn.map(({ id }) => id),
  )
  await writeRows(change, schema, 'judgement', written)
  const touched = new Set(withdrawn.flatMap((row) => spokenOf('entity', 'judgement', row)))
  const used = new Set(given.flatMap((row) => spokenOf('entity', 'judgement', row)))
  await settle(
    change,
    schema,
    'entity',
    entities.filter(({ id }) => used.has(id)),
    touched,
  )
  for (const row of [...withdrawn, ...written]) change.groups[schema].set(row.source as string, null)
}
