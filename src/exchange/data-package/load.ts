import path from 'node:path'
import type { Pool } from 'pg'
import { type Change, type Committed, commitChangeset, expectMany } from '../../ledger/changesets/change.js'
import { refuseOtherEdition, replacementOf } from '../../ledger/changesets/editions.js'
import { writeReadySource } from '../../ledger/changesets/ready-source.js'
import { replaceSource, type SourceFacts } from '../../ledger/changesets/replace-source.js'
import { UserError } from '../../ledger/errors.js'
import { projectRoot, version } from '../../ledger/project.js'
import { factsInThread, readyInThread } from './facts.js'
import { DataPackage } from './package.js'
import { readDescription } from './read-description.js'

export const bundledData = path.join(projectRoot, 'data', 'us-training')

export interface LoadEffects {
  now(): Date
  /** Rows read of all rows. */
  onProgress?(done: number, of: number): void
  /** A source that is left out, since the ledger has another edition of it. */
  onLeftOut?(error: UserError): void
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
  const { description, digest } = await readDescription(folder, DataPackage)
  const { rows } = await ledger.ownerPool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [mark, digest])
  if (rows.length > 0) return null
  const at = effects.now()
  const about = { actor, reason: `Loaded the bundled data ${description.name}`, tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    const collection = { at, by: actor, from: `the bundled data ${description.name}`, method: description.rastro.method }
    const task = { folder, description, collection }
    const onRows = effects.onProgress ?? (() => {})
    if (await expectMany(change)) {
      const sources = readyInThread({ ...task, readyFor: change.ids.ledger }, onRows)
      for await (const source of sources) await writeReadySource(change, source)
    } else for await (const facts of factsInThread(task, onRows)) await takeBeside(change, facts, effects)
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [mark, digest, at],
    )
  })
}

/** What the ledger has of a report stands; so does what a person said to hold instead of a file of the package. */
async function takeBeside(change: Change, facts: SourceFacts, { onLeftOut }: LoadEffects): Promise<void> {
  if (await replacementOf(change.client, facts.source.id)) return
  try {
    await refuseOtherEdition(change.client, facts)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    onLeftOut?.(error)
    return
  }
  await replaceSource(change, facts)
}
