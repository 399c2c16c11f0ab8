/**
 * Opens the ledger: a running PostgreSQL (the embedded one, or the team's at DATABASE_URL), migrated, with one way in for who
 * writes and one for who reads.
 */
import { clearUnfinished } from '../changesets/unfinished.js'
import type { Migration } from '../migrations/migration.js'
import type { Ledger } from './connect.js'
import { openEmbedded } from './embedded.js'
import { openTeam } from './team.js'

export type { Ledger } from './connect.js'

export interface OpenOptions {
  /** The data folder: see `dataHome` in home.ts. */
  home: string
  /** An address of a PostgreSQL 15 or later; the embedded one where it is absent or empty. */
  databaseUrl?: string | undefined
  /** How the reader logs in at a team's server; by default as `rastro_reader`, with a password derived from the owner's. */
  readerUrl?: string | undefined
  /** For tests of migrations. */
  migrations?: readonly Migration[]
}

/** Throws errors with the codes DATABASE_* and HOME_NOT_WRITABLE. */
export async function openLedger({ databaseUrl, ...options }: OpenOptions): Promise<Ledger> {
  const ledger = await (databaseUrl ? openTeam({ databaseUrl, ...options }) : openEmbedded(options))
  // Other migrations than ours make no ledger.
  if (options.migrations) return ledger
  try {
    await clearUnfinished(ledger.ownerPool)
    return ledger
  } catch (error) {
    await ledger.close()
    throw error
  }
}
