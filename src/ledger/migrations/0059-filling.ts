/**
 * While an empty ledger is filled, by several transactions that count for nothing until the changeset is committed: what makes the indexes again that
 * were dropped for it. Rows without a changeset are what a filling left that was broken off; whoever opens the ledger next clears them.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE private.filling (
  ordinal integer PRIMARY KEY,
  statement text NOT NULL
);
`

export const filling: Migration = { name: '0059-filling', sql }
