/** Loads the packages that were made by hand into a ledger, each as a changeset of its own, once. What else is known of the same files stays. */
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { extractionMethod } from '../../extract/method.js'
import { factsOfList } from '../../extract/take-list.js'
import type { Row } from '../../ledger/changesets/canonical.js'
import { type Committed, commitChangeset } from '../../ledger/changesets/change.js'
import { replaceJudgementsOf } from '../../ledger/changesets/judgements.js'
import { replaceSource, withdrawSource } from '../../ledger/changesets/replace-source.js'
import { allRows } from '../../ledger/changesets/rows.js'
import { projectRoot, version } from '../../ledger/project.js'
import { factsOfClaims } from './case-claims.js'
import { caseSources } from './cases.js'
import { type CuratedSource, designationSources } from './designations.js'
import { judgementsByHand, projectReviewer } from './identities.js'
import { type CuratedPackage, readPackage } from './read-package.js'

const packages: Readonly<Record<string, (given: CuratedPackage) => CuratedSource[]>> = {
  designations: designationSources,
  cases: caseSources,
}

/**
 * What was committed, by package; null where this very package was loaded before, also if somebody has undone it since.
 * @throws UserError DATA_PACKAGE_MISSING, DATA_PACKAGE_DAMAGED
 */
export async function loadCurated(
  ledger: { ownerPool: Pool },
  actor: string,
  effects: { now(): Date },
  folder = path.join(projectRoot, 'data'),
): Promise<Record<string, Committed | null>> {
  const loaded: Record<string, Committed | null> = {}
  for (const [name, sourcesOf] of Object.entries(packages))
    loaded[name] = await loadPackage(ledger, actor, effects, await readPackage(path.join(folder, name)), sourcesOf)
  loaded.identities = await loadJudgements(ledger, actor, effects, await readPackage(path.join(folder, 'identities')))
  return loaded
}

/** After the packages that bring names and entities: until all that it judges is there, it is tried again at the next start. */
async function loadJudgements(
  ledger: { ownerPool: Pool },
  actor: string,
  { now }: { now(): Date },
  given: CuratedPackage,
): Promise<Committed | null> {
  if (await wasLoaded(ledger.ownerPool, given)) return null
  const client = await ledger.ownerPool.connect()
  const { missing } = await judgementsByHand(client, given).finally(() => client.release())
  if (missing > 0) return null
  const about = { actor, reason: `Loaded the bundled data ${given.name}`, tool: 'rastro', toolVersion: version, at: now() }
  return commitChangeset(ledger, about, async (change) => {
    await replaceJudgementsOf(change, projectReviewer, (await judgementsByHand(change.client, given)).judged)
    await markLoaded(change.client, given, about.at)
  })
}

const markOf = ({ name }: CuratedPackage): string => `bundled ${name}`

async function wasLoaded(pool: Pool, given: CuratedPackage): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [
    markOf(given),
    given.digest,
  ])
  return rows.length > 0
}

async function markLoaded(client: PoolClient, given: CuratedPackage, at: Date): Promise<void> {
  await client.query(
    `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
      ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
    [markOf(given), given.digest, at],
  )
}

async function loadPackage(
  ledger: { ownerPool: Pool },
  actor: string,
  { now }: { now(): Date },
  given: CuratedPackage,
  sourcesOf: (given: CuratedPackage) => CuratedSource[],
): Promise<Committed | null> {
  if (await wasLoaded(ledger.ownerPool, given)) return null
  const at = now()
  const from = `the bundled data ${given.name}`
  const about = { actor, reason: `Loaded ${from}`, tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    const collection = { at, by: actor, from, method: extractionMethod() }
    // Whoever read the whole file knows more of it than the package does.
    const sources = sourcesOf(given)
    for (const read of sources) {
      const facts = { ...factsOfList(read, read.source, collection), ...(read.claims && factsOfClaims(read.claims)) }
      const otherwise = await knownOtherwise(change.client, read.source.id, from)
      if (!otherwise) await replaceSource(change, { ...facts, source: { ...facts.source, ...read.claims?.publication } })
      // Reading an article gives claims and no statements: ours stand beside them, and what is said of it stays as it is.
      else if (read.claims) await replaceSource(change, { ...facts, source: otherwise })
    }
    // A table that was written anew is another source: what it said before is no longer said.
    const current = sources.map(({ source }) => source.id)
    for (const id of await broughtBefore(change.client, from, current)) await withdrawSource(change, id)
    await markLoaded(change.client, given, at)
  })
}

async function broughtBefore(client: PoolClient, from: string, current: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM ledger.source WHERE withdrawn IS NULL AND collected_from = $1 AND id <> ALL($2)
      AND id NOT IN (SELECT source FROM private.ingested) ORDER BY id`,
    [from, current],
  )
  return rows.map(({ id }) => id)
}

/** A file that was read after the package was loaded goes on saying that the package brought it: that it was read is kept apart. */
async function knownOtherwise(client: PoolClient, source: string, from: string): Promise<Row | null> {
  const read = `id = $1 AND withdrawn IS NULL AND (collected_from <> $2 OR id IN (SELECT source FROM private.ingested))`
  const known = await allRows(client, 'ledger', 'source', read, [source, from])
  return known[0]?.row ?? null
}
