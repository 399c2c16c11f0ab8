/**
 * What an analyst has typed and not entered yet: private to who typed it, no part of the append-only ledger, in a schema that the reader's role
 * has no grant on. A draft is erased when it is entered, when its owner says so, and after its time.
 */
import { id } from './0001-ledger.js'
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE private.draft (
  id ${id} PRIMARY KEY,
  owner text NOT NULL,
  -- Which form, and the path of its page.
  form text NOT NULL,
  address text NOT NULL,
  fields jsonb NOT NULL,
  -- A file that was sent with it.
  file_name text,
  file bytea,
  at timestamptz NOT NULL
);
CREATE INDEX draft_owner ON private.draft (owner, at DESC);
`

export const drafts: Migration = { name: '0050-drafts', sql }
