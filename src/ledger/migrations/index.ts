/**
 * The ledger's migrations, oldest first. A migration that was released is never edited: its text's checksum is kept in the
 * database, and one that differs is refused. Each runs in a transaction of its own, as the owner.
 *
 * The reader's role exists before the first migration. After the last one the runner grants it what it may read
 * (everything in the schemas `ledger` and `serving`, nothing elsewhere), so migrations need no grants.
 */
import { ledger } from './0001-ledger.js'
import { serving } from './0002-serving.js'

export interface Migration {
  /** Four digits and what it does: '0001-ledger'. */
  name: string
  /** Statements of PostgreSQL 15 or later, run as one script. */
  sql: string
}

export const migrations: readonly Migration[] = [ledger, serving]
