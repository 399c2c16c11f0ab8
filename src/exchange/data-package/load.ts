/** Loads the bundled data into a ledger: the same ids and the same content digest as reading the originals, in one changeset. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool } from 'pg'
import { type Committed, commitChangeset, expectMany } from '../../ledger/changesets/change.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { errors } from '../../ledger/errors.js'
import { projectRoot, version } from '../../ledger/project.js'
import { factsInThread } from './facts.js'
import { DataPackage } from './package.js'

export const bundledData = path.join(projectRoot, 'data', 'us-training')

export interface LoadEffects {
  now(): Date
  /** Rows read of all rows. */
  onProgress?(done: number, of: number): void
}

/** Under this name in private.ingested stands the digest of the package that was loaded last. */
const mark = 'bundled data'

/**
 * Brings the ledger to what the package says of its sources; null where this very package was loaded before, also if somebody has
 * undone it since. Facts of other sources, and what is behind masks, stay as they are.
 * @throws UserError DATA_PACKAGE_MISSING, DATA_PACKAGE_DAMAGED
 */
export async function loadDataPackage(
  ledger: { ownerPool: Pool },
  actor: string,
  effects: LoadEffects,
  folder = bundledData,
): Promise<Committed | null> {
  const { description, digest } = await openPackage(folder)
  const { rows } = await ledger.ownerPool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [mark, digest])
  if (rows.length > 0) return null
  const at = effects.now()
  const about = { actor, reason: `Loaded the bundled data ${description.name}`, tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    await expectMany(change)
    const collection = { at, by: actor, from: `the bundled data ${description.name}`, method: description.rastro.method }
    const facts = factsInThread({ folder, description, collection }, effects.onProgress ?? (() => {}))
    for await (const source of facts) await replaceSource(change, source)
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [mark, digest, at],
    )
  })
}

async function openPackage(folder: string): Promise<{ description: DataPackage; digest: string }> {
  const file = path.join(folder, 'datapackage.json')
  const text = await readFile(file).catch(() => {
    throw errors.DATA_PACKAGE_MISSING(folder)
  })
  let json: unknown
  try {
    json = JSON.parse(text.toString('utf8'))
  } catch {
    throw errors.DATA_PACKAGE_DAMAGED(file)
  }
  const description = DataPackage.safeParse(json)
  if (!description.success) throw errors.DATA_PACKAGE_DAMAGED(file)
  return { description: description.data, digest: createHash('sha256').update(text).digest('hex') }
}
