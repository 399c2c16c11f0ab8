/**
 * Files and pasted lines that are to be screened, from when they are taken until it is said what their columns hold: a connection that breaks off
 * then loses nothing. Private to who gave them, for a day, and no part of the ledger.
 */
import { id } from './0001-ledger.js'
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE private.screening_upload (
  id ${id} PRIMARY KEY,
  owner text NOT NULL,
  file_name text,
  content bytea NOT NULL,
  taken timestamptz NOT NULL
);
CREATE INDEX screening_upload_owner ON private.screening_upload (owner, taken DESC);
CREATE INDEX screening_upload_taken ON private.screening_upload (taken);
`

export const screeningUploads: Migration = { name: '0025-screening-uploads', sql }
