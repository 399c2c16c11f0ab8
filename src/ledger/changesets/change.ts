/**
 * A changeset in the making: one transaction in which rows are written and withdrawn, chained to the changeset before it on commit.
 *
 * Public and restricted rows have chains of their own. A restricted changeset takes no public number and is in no public digest, so that
 * nothing public tells that it exists; where one act touches both, the restricted one names the public one, never the other way round.
 */
import type { Pool, PoolClient } from 'pg'
import type { FactSchema, FactTableName } from '../schema.js'
import { refreshServing } from '../serving/refresh.js'
import { kyselyOn } from '../serving/transaction.js'
import { rebuildUnits, refreshUnits } from '../serving/units.js'
import { analyzeGrown } from './analyze.js'
import { ChangedRows, type ContentGroup, chainDigest, contentDigestOf, contentHash, DigestSet, type Row } from './canonical.js'
import { tablesOfContent } from './columns.js'
import { type Filling, prepareToFill } from './fill.js'
import { endRows, insertRows, readRows } from './rows.js'
import { clearUnfinished, lockCommits } from './unfinished.js'

/** Who makes a change, why, and with what. */
export interface About {
  actor: string
  reason: string
  tool: string
  toolVersion: string
  at: Date
  undoes?: number
}

export interface Change {
  client: PoolClient
  /** Where `client` is from. */
  pool: Pool
  about: About
  /** The number that this changeset will have in each chain, if it changes anything there. */
  ids: Record<FactSchema, number>
  rows: Record<FactSchema, ChangedRows>
  /** Digests of the current rows of sources that changed, where who changed them already knows; null where they must be read. */
  groups: Record<FactSchema, Map<string, ContentGroup | null>>
  /** Trainings whose derived columns changed or that are gone altogether: for the serving tables. */
  refreshed: Set<string>
  /** For a restricted changeset that is undone by itself: see `undo.ts`. */
  undoesRestricted: number | null
  /** Incoming rows that were left out because they are expunged. */
  leftOut: number
  /** While an empty ledger is filled: see `fill.ts`. */
  filling: Filling | null
}

export interface Committed {
  /** Its number, or null where nothing public changed. */
  changeset: number | null
  restrictedChangeset: number | null
  written: number
  withdrawn: number
  leftOut: number
}

/** From so many rows on the planner must be told what the tables hold by now. */
const manyRows = 1000

export const factSchemas = ['ledger', 'restricted'] as const satisfies FactSchema[]

/**
 * Runs `work` in a transaction and commits what it changed as a changeset: all of it or, when anything throws or the process dies,
 * nothing. Commits are serialised. A change that changes nothing leaves no changeset.
 */
export async function commitChangeset(
  ledger: { ownerPool: Pool },
  about: About,
  work: (change: Change) => Promise<void>,
): Promise<Committed> {
  await clearUnfinished(ledger.ownerPool)
  const client = await ledger.ownerPool.connect()
  let broken: Error | undefined
  let change: Change | undefined
  try {
    await client.query('BEGIN')
    await lockCommits(client)
    change = await begin(client, ledger.ownerPool, about)
    await work(change)
    const committed = await finish(change)
    await client.query('COMMIT')
    await change.filling?.end()
    return committed
  } catch (error) {
    await client.query('ROLLBACK').catch((reason) => {
      broken = reason
    })
    throw (await change?.filling?.abandon()) ?? error
  } finally {
    client.release(broken)
  }
}

async function begin(client: PoolClient, pool: Pool, about: About): Promise<Change> {
  return {
    client,
    pool,
    about,
    ids: { ledger: await nextId(client, 'ledger'), restricted: await nextId(client, 'restricted') },
    rows: { ledger: new ChangedRows(), restricted: new ChangedRows() },
    groups: { ledger: new Map(), restricted: new Map() },
    refreshed: new Set(),
    undoesRestricted: null,
    leftOut: 0,
    filling: null,
  }
}

async function nextId(client: PoolClient, schema: FactSchema): Promise<number> {
  const { rows } = await client.query(`SELECT coalesce(max(id), 0)::float8 + 1 AS id FROM ${schema}.changeset`)
  return rows[0].id
}

/** Writes new versions of rows. `content` hears their content hashes. */
export async function writeRows(
  change: Change,
  schema: FactSchema,
  table: FactTableName,
  rows: readonly Row[],
  content?: (hash: string) => void,
): Promise<void> {
  const digest = (digest: string) => change.rows[schema].wrote(table, digest)
  await insertRows(change.client, schema, table, change.ids[schema], rows, { digest, ...(content && { content }) })
}

/** Ends the current versions of rows. */
export async function withdrawRows(
  change: Change,
  schema: FactSchema,
  table: FactTableName,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0 && change.filling) throw new Error('While an empty ledger is filled nothing is withdrawn.')
  const digests = await endRows(change.client, schema, table, change.ids[schema], ids)
  for (const digest of digests) change.rows[schema].withdrew(table, digest)
}

/**
 * Says that a whole ledger's rows follow, and returns whether it is an empty one: it takes only sources that are made ready, many times faster (see
 * `ready-source.ts`).
 */
export async function expectMany(change: Change): Promise<boolean> {
  change.filling = await prepareToFill(change.pool, change.client, change.ids.ledger)
  return change.filling !== null
}

async function finish(change: Change): Promise<Committed> {
  // Sorting the digests of half a million rows takes us as long as it takes the server to make the first of their indexes.
  await change.filling?.finish(() => change.rows.ledger.digest())
  const committed: Committed = { changeset: null, restrictedChangeset: null, written: 0, withdrawn: 0, leftOut: change.leftOut }
  for (const schema of factSchemas) {
    const rows = change.rows[schema]
    const written = rows.count('written')
    const withdrawn = rows.count('withdrawn')
    if (written + withdrawn === 0) continue
    const accompanies = schema === 'restricted' ? committed.changeset : null
    await appendToChain(change, schema, accompanies)
    await keepContentGroups(change, schema)
    if (schema === 'ledger') await keepContentState(change)
    committed[schema === 'ledger' ? 'changeset' : 'restrictedChangeset'] = change.ids[schema]
    committed.written += written
    committed.withdrawn += withdrawn
  }
  if (change.filling) await change.filling.conclude(committed.changeset !== null)
  else if (committed.changeset !== null || change.refreshed.size > 0) await refresh(change, committed)
  return committed
}

/** Brings what is served up to what was committed. */
async function refresh({ client, ids, rows, refreshed }: Change, { changeset, written }: Committed): Promise<void> {
  if (written > manyRows) await analyzeGrown(client, (table) => rows.ledger.count('written', table))
  const expunged = rows.ledger.count('written', 'tombstone') > 0
  await refreshServing(kyselyOn(client), changeset ?? ids.ledger - 1, { refreshed: [...refreshed], expunged })
  if (expunged) await rebuildUnits(client)
  else if (changeset !== null) await refreshUnits(client, changeset)
}

async function appendToChain(change: Change, schema: FactSchema, accompanies: number | null): Promise<void> {
  const { client, about } = change
  const id = change.ids[schema]
  const head = await client.query<{ digest: string }>(`SELECT digest FROM ${schema}.changeset WHERE id = $1`, [id - 1])
  const facts = {
    id,
    at: about.at.toISOString(),
    actor: about.actor,
    reason: about.reason,
    tool: about.tool,
    tool_version: about.toolVersion,
    undoes: (schema === 'ledger' ? about.undoes : change.undoesRestricted) ?? null,
    accompanies,
    written_rows: change.rows[schema].count('written'),
    withdrawn_rows: change.rows[schema].count('withdrawn'),
    rows_digest: change.rows[schema].digest(),
    previous_digest: head.rows[0]?.digest ?? '',
  }
  const row = { ...facts, digest: chainDigest(schema, facts) }
  const names = Object.keys(row)
  await client.query(
    `INSERT INTO ${schema}.changeset (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
}

async function keepContentGroups(change: Change, schema: FactSchema): Promise<void> {
  for (const [source, known] of change.groups[schema]) {
    const group = known ?? (await readContentGroup(change.client, schema, source))
    await change.client.query(
      `INSERT INTO ${schema}.content_group (source, rows, digest) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET rows = excluded.rows, digest = excluded.digest`,
      [group.source, group.rows, group.digest],
    )
  }
}

/**
 * Keeps the content digest of the state that the changeset makes: its name in every ledger. With all other rows at hand it would let an expunged
 * row be guessed, so that those of states which held one go with it.
 */
async function keepContentState(change: Change): Promise<void> {
  const id = change.ids.ledger
  await change.client.query(
    `DELETE FROM ledger.content_state s USING ledger.tombstone t
      WHERE t.written = $1 AND t.row_written <= s.changeset AND (t.row_withdrawn IS NULL OR t.row_withdrawn > s.changeset)`,
    [id],
  )
  await change.client.query('INSERT INTO ledger.content_state (changeset, digest) VALUES ($1, $2)', [
    id,
    await contentDigest(change.client),
  ])
}

/** Digest over the current rows of one source, read from the tables. */
async function readContentGroup(client: PoolClient, schema: FactSchema, source: string): Promise<ContentGroup> {
  const set = new DigestSet()
  for (const table of tablesOfContent) {
    const condition = `${table === 'source' ? 'id' : 'source'} = $1 AND withdrawn IS NULL`
    for await (const batch of readRows(client, schema, table, condition, [source])) {
      for (const { row } of batch) set.add(contentHash(table, row))
    }
  }
  return { source, rows: set.size, digest: set.digest() }
}

/** The content digest of the ledger's current public rows, as of the last commit. */
export async function contentDigest(client: { query: PoolClient['query'] }, schema: FactSchema = 'ledger'): Promise<string> {
  const { rows } = await client.query<ContentGroup>(`SELECT source, rows::float8 AS rows, digest FROM ${schema}.content_group`)
  return contentDigestOf(rows)
}
