/**
 * Screening lists with their subjects, hits and decisions: private to their owner and named colleagues, in a schema that the reader's role has no
 * grant on, and no part of the append-only ledger. Everything hangs on the list: removing it removes all.
 *
 * - `screening_list`: `purge_after` is null where the list is kept. `sha256` is of the bytes that it was read from, so that the same file given
 *   again after an interruption is the same list.
 * - `screening_subject`: one row of the list. `compared` is the last run that compared it: a run that was killed goes on with the others.
 * - `screening_run`: the list held against one state of the ledger, with what that state covered.
 * - `screening_hit`: `digest` is of what is said of the entity and how it matched, so that a later run can tell what is new. A hit that a later run
 *   does not find again has an older `run`.
 * - `screening_decision`: added to, never changed but for its confirmation.
 */
import { id } from './0001-ledger.js'
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE private.screening_list (
  id ${id} PRIMARY KEY,
  owner text NOT NULL,
  title text NOT NULL,
  created timestamptz NOT NULL,
  purge_after date,
  four_eyes boolean NOT NULL,
  sha256 text NOT NULL,
  media_type text NOT NULL,
  mapping jsonb NOT NULL,
  subjects integer NOT NULL DEFAULT 0,
  flags integer NOT NULL DEFAULT 0,
  complete boolean NOT NULL DEFAULT false
);
CREATE INDEX screening_list_owner ON private.screening_list (owner, created DESC);
CREATE INDEX screening_list_purge ON private.screening_list (purge_after) WHERE purge_after IS NOT NULL;

CREATE TABLE private.screening_colleague (
  list ${id} NOT NULL REFERENCES private.screening_list ON DELETE CASCADE,
  name text NOT NULL,
  PRIMARY KEY (list, name)
);
CREATE INDEX screening_colleague_name ON private.screening_colleague (name);

CREATE TABLE private.screening_run (
  list ${id} NOT NULL REFERENCES private.screening_list ON DELETE CASCADE,
  number integer NOT NULL,
  started timestamptz NOT NULL,
  ended timestamptz,
  changeset bigint NOT NULL,
  coverage jsonb NOT NULL,
  PRIMARY KEY (list, number)
);

CREATE TABLE private.screening_subject (
  list ${id} NOT NULL REFERENCES private.screening_list ON DELETE CASCADE,
  position integer NOT NULL,
  subject jsonb NOT NULL,
  flagged boolean NOT NULL,
  compared integer NOT NULL DEFAULT 0,
  matched integer NOT NULL DEFAULT 0,
  look boolean NOT NULL DEFAULT false,
  news boolean NOT NULL DEFAULT false,
  PRIMARY KEY (list, position)
);
CREATE INDEX screening_subject_look ON private.screening_subject (list, position) WHERE look;
CREATE INDEX screening_subject_news ON private.screening_subject (list, position) WHERE news;

CREATE TABLE private.screening_hit (
  list ${id} NOT NULL,
  position integer NOT NULL,
  entity ${id} NOT NULL,
  role text NOT NULL,
  rank integer NOT NULL,
  look boolean NOT NULL,
  news text CHECK (news IN ('new', 'changed')),
  hit jsonb NOT NULL,
  digest text NOT NULL,
  first_run integer NOT NULL,
  changed_run integer NOT NULL,
  run integer NOT NULL,
  PRIMARY KEY (list, position, entity, role),
  FOREIGN KEY (list, position) REFERENCES private.screening_subject ON DELETE CASCADE
);

CREATE TABLE private.screening_decision (
  list ${id} NOT NULL,
  number integer NOT NULL,
  position integer NOT NULL,
  entity ${id},
  finding text CHECK (finding IN ('no match', 'possible', 'match')),
  action text CHECK (action IN ('proceed', 'suspend', 'refuse', 'need more')),
  reviewer text NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  expires date,
  bulk boolean NOT NULL,
  run integer NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz,
  PRIMARY KEY (list, number),
  FOREIGN KEY (list, position) REFERENCES private.screening_subject ON DELETE CASCADE,
  CHECK (finding IS NOT NULL OR action IS NOT NULL),
  CHECK (confirmed_by IS NULL OR confirmed_by <> reviewer)
);
CREATE INDEX screening_decision_subject ON private.screening_decision (list, position, number DESC);
`

export const screening: Migration = { name: '0020-screening', sql }
