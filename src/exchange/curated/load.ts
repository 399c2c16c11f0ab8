/** Loads the packages that were made by hand into a ledger, each as a changeset of its own, once. What else is known of the same files stays. */
import path from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { extractionMethod } from '../../extract/method.js'
import { factsOfList } from '../../extract/take-list.js'
import { type Committed, commitChangeset } from '../../ledger/changesets/change.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { projectRoot, version } from '../../ledger/project.js'
import { caseSources } from './cases.js'
import { type CuratedSource, designationSources } from './designations.js'
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
  return loaded
}

async function loadPackage(
  ledger: { ownerPool: Pool },
  actor: string,
  { now }: { now(): Date },
  given: CuratedPackage,
  sourcesOf: (given: CuratedPackage) => CuratedSource[],
): Promise<Committed | null> {
  const mark = `bundled ${given.name}`
  const { rows } = await ledger.ownerPool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [
    mark,
    given.digest,
  ])
  if (rows.length > 0) return null
  const at = now()
  const from = `the bundled data ${given.name}`
  const about = { actor, reason: `Loaded ${from}`, tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    const collection = { at, by: actor, from, method: extractionMethod() }
    // Whoever read the whole file knows more of it than the package does.
    for (const read of sourcesOf(given))
      if (!(await isKnownOtherwise(change.client, read.source.id, from)))
        await replaceSource(change, factsOfList(read, read.source, collection))
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [mark, given.digest, at],
    )
  })
}

async function isKnownOtherwise(client: PoolClient, source: string, from: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM ledger.source WHERE id = $1 AND withdrawn IS NULL AND collected_from <> $2', [
    source,
    from,
  ])
  return rows.length > 0
}
