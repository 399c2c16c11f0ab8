/** What a migration is. */
import type { ClientBase } from 'pg'

export interface Migration {
  /** Four digits and what it does: '0001-ledger'. */
  name: string
  /** Statements of PostgreSQL 15 or later, run as one script. */
  sql: string
  /** Fills what is derived from rows that are there already; within the same transaction. */
  fill?(client: ClientBase): Promise<void>
}
