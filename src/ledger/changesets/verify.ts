/**
 * Checks a ledger against its own chain: recomputes every row digest, every changeset's digest and the content digest, and says which
 * changeset is the first that does not hold. Rows that were expunged are said to be expunged, not altered. What pages read of the present is compared with
 * the facts that it is derived from, since it is in no digest.
 *
 * What it cannot see: a ledger rewritten from a changeset on, with all digests after it. Compare the head's digest with one noted elsewhere.
 */
import type { PoolClient } from 'pg'
import type { FactSchema, FactTableName } from '../schema.js'
import {
  ChangedRows,
  type ChangesetFacts,
  type ContentGroup,
  chainDigest,
  contentDigestOf,
  contentHash,
  DigestSet,
  rowDigest,
} from './canonical.js'
import { factTableNames, tablesOfContent } from './columns.js'
import { printedNameId } from './facts.js'
import { readRows } from './rows.js'
import { sourceOf } from './undo.js'
import { compareServed } from './verify-served.js'

export type ProblemKind =
  | 'row altered'
  | 'rows do not match'
  | 'changeset altered'
  | 'changeset missing'
  | 'row of no changeset'
  | 'content digest differs'
  | 'name differs from its id'
  | 'row without a place'
  | 'pages show otherwise'

export interface Problem {
  kind: ProblemKind
  /** The changeset that wrote what does not hold; null where none is to blame. */
  changeset: number | null
  table: FactTableName | null
  id: string | null
  detail: string
}

export interface Verification {
  changesets: number
  /** Versions of rows, current and past. */
  rows: number
  current: number
  expunged: number
  head: { changeset: number; digest: string } | null
  contentDigest: string
  problems: Problem[]
  /** The first changeset that does not hold. */
  firstBad: number | null
}

type StoredChangeset = ChangesetFacts & { digest: string }

/** More problems than this are counted in the last one's place: a destroyed table need not be listed row by row. */
const mostProblems = 200

export async function verifyLedger(
  client: PoolClient,
  schema: FactSchema,
  progress: (rows: number) => void = () => {},
): Promise<Verification> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    return await verify(client, schema, progress)
  } finally {
    await client.query('COMMIT')
  }
}

async function verify(client: PoolClient, schema: FactSchema, progress: (rows: number) => void): Promise<Verification> {
  const problems: Problem[] = []
  const report = (problem: Problem) => {
    if (problems.length < mostProblems) problems.push(problem)
  }
  const changesets = await readChangesets(client, schema)
  const known = new Set(changesets.map(({ id }) => id))
  const changed = new Map<number, ChangedRows>()
  const of = (changeset: number): ChangedRows => {
    let rows = changed.get(changeset)
    if (!rows) {
      rows = new ChangedRows()
      changed.set(changeset, rows)
    }
    return rows
  }
  const groups = new Map<string, DigestSet>()
  let rows = 0
  let current = 0
  let expunged = 0
  for (const table of factTableNames) {
    for await (const batch of readRows(client, schema, table)) {
      for (const { row, written, withdrawn, salt, digest } of batch) {
        const blame = { changeset: written, table, id: row.id }
        if (rowDigest(salt, table, row) !== digest) {
          report({ kind: 'row altered', ...blame, detail: 'The row is not what was written.' })
        }
        if (!known.has(written) || (withdrawn !== null && !known.has(withdrawn))) {
          report({ kind: 'row of no changeset', ...blame, detail: `Written by ${written}, withdrawn by ${withdrawn ?? 'none'}.` })
        }
        if ('places' in row && !(row.places as unknown[]).length) {
          report({ kind: 'row without a place', ...blame, detail: 'It names no place in its source.' })
        }
        if (table === 'printed_name' && printedNameId(row as never) !== row.id) {
          report({ kind: 'name differs from its id', ...blame, detail: 'The id is not that of the text.' })
        }
        of(written).wrote(table, digest)
        if (withdrawn !== null) of(withdrawn).withdrew(table, digest)
        if (table === 'tombstone') {
          expunged += 1
          const buried = row as unknown as { kind: FactTableName; row_written: number; row_withdrawn: number | null }
          of(buried.row_written).wrote(buried.kind, row.row_digest as string)
          if (buried.row_withdrawn !== null) of(buried.row_withdrawn).withdrew(buried.kind, row.row_digest as string)
        }
        if (withdrawn !== null) continue
        current += 1
        const source = (tablesOfContent as readonly string[]).includes(table) ? sourceOf(table, row) : null
        if (source === null) continue
        const group = groups.get(source) ?? new DigestSet()
        group.add(contentHash(table, row))
        groups.set(source, group)
      }
      rows += batch.length
      progress(rows)
    }
  }
  checkChain(schema, changesets, changed, report)
  const computed = [...groups].map(([source, set]) => ({ source, rows: set.size, digest: set.digest() }))
  const told = problems.length
  await checkContent(client, schema, computed, report)
  // Where a source differs, the whole does: that is one finding.
  if (schema === 'ledger' && problems.length === told)
    await checkState(client, changesets.at(-1)?.id ?? 0, contentDigestOf(computed), report)
  // Where a fact does not hold, pages may well show what it was.
  if (schema === 'ledger' && problems.length === 0)
    for (const { table, id } of await compareServed(client))
      report({ kind: 'pages show otherwise', changeset: null, table: null, id, detail: `${table} is not what the facts give.` })
  const blamed = problems.flatMap(({ changeset }) => (changeset === null ? [] : [changeset]))
  const head = changesets.at(-1)
  return {
    changesets: changesets.length,
    rows,
    current,
    expunged,
    head: head ? { changeset: head.id, digest: head.digest } : null,
    contentDigest: contentDigestOf(computed),
    problems,
    firstBad: blamed.length > 0 ? Math.min(...blamed) : null,
  }
}

async function readChangesets(client: PoolClient, schema: FactSchema): Promise<StoredChangeset[]> {
  const { rows } = await client.query<Omit<StoredChangeset, 'at'> & { at: number }>(
    `SELECT id::float8 AS id, (extract(epoch FROM at) * 1000)::bigint::float8 AS at, actor, reason, tool, tool_version,
      undoes::float8 AS undoes, accompanies::float8 AS accompanies, written_rows::float8 AS written_rows,
      withdrawn_rows::float8 AS withdrawn_rows, rows_digest, previous_digest, digest
    FROM ${schema}.changeset ORDER BY id`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

function checkChain(
  schema: FactSchema,
  changesets: readonly StoredChangeset[],
  changed: ReadonlyMap<number, ChangedRows>,
  report: (problem: Problem) => void,
): void {
  let previous = ''
  let expected = 1
  for (const changeset of changesets) {
    const blame = { changeset: changeset.id, table: null, id: null }
    if (changeset.id !== expected) {
      report({ kind: 'changeset missing', ...blame, changeset: expected, detail: `After ${expected - 1} comes ${changeset.id}.` })
    }
    const rows = changed.get(changeset.id) ?? new ChangedRows()
    const written = rows.count('written')
    const withdrawn = rows.count('withdrawn')
    if (rows.digest() !== changeset.rows_digest) {
      const counts = `wrote ${changeset.written_rows} and withdrew ${changeset.withdrawn_rows}; found are ${written} and ${withdrawn}`
      report({ kind: 'rows do not match', ...blame, detail: `It ${counts}.` })
    }
    if (chainDigest(schema, changeset) !== changeset.digest || changeset.previous_digest !== previous) {
      report({ kind: 'changeset altered', ...blame, detail: 'Its digest, or the digest before it, is not what it was.' })
    }
    previous = changeset.digest
    expected = changeset.id + 1
  }
}

/** The name that permalinks give to the newest state. Those of older ones are not computed again: that would read the ledger once for each. */
async function checkState(
  client: PoolClient,
  changeset: number,
  computed: string,
  report: (problem: Problem) => void,
): Promise<void> {
  const { rows } = await client.query<{ digest: string }>('SELECT digest FROM ledger.content_state WHERE changeset = $1', [
    changeset,
  ])
  if (changeset > 0 && rows[0]?.digest !== computed) {
    report({
      kind: 'content digest differs',
      changeset,
      table: null,
      id: null,
      detail: 'Permalinks name the state by another digest.',
    })
  }
}

async function checkContent(
  client: PoolClient,
  schema: FactSchema,
  computed: readonly ContentGroup[],
  report: (problem: Problem) => void,
): Promise<void> {
  const { rows } = await client.query<ContentGroup>(
    `SELECT source, rows::float8 AS rows, digest FROM ${schema}.content_group WHERE rows > 0`,
  )
  const kept = new Map(rows.map((group) => [group.source, group]))
  for (const { source, rows: found, digest } of computed) {
    if (kept.get(source)?.digest !== digest || kept.get(source)?.rows !== found) {
      report({ kind: 'content digest differs', changeset: null, table: null, id: source, detail: `Source ${source} differs.` })
    }
    kept.delete(source)
  }
  for (const source of kept.keys()) {
    report({ kind: 'content digest differs', changeset: null, table: null, id: source, detail: `Source ${source} has no rows.` })
  }
}
