/**
 * The ledger's first tables: facts that are only ever added to, in `ledger` (public) and `restricted` (the same tables, out of the
 * reader's reach), and what is nobody's fact in `private`.
 *
 * Every fact row is keyed by (id, written): the changeset that wrote this version of it. `withdrawn` is the changeset that ended it, and the
 * only column of a fact that ever changes. The ledger as of N is `written <= N and (withdrawn is null or withdrawn > N)`.
 * There are no foreign keys between facts: a row carries its own places, so that rows can be partitioned or shipped alone.
 */

import type { Migration } from './migration.js'

/** Ids sort and compare by bytes, whatever the server's locale. */
export const id = 'text COLLATE "C"'

/** What every fact row has besides its facts. The digest covers salt and canonical form: see `changesets/canonical.ts`. */
const ledgerColumns = `
  written bigint NOT NULL,
  withdrawn bigint,
  salt bytea NOT NULL,
  digest bytea NOT NULL`

/** What every row read from a source has besides: the source, the first place's page or table row for sorting, and all its places. */
export const placeColumns = `
  source ${id} NOT NULL,
  page integer,
  row_ordinal integer,
  places jsonb NOT NULL`

/** The fact tables and what is in them; also read by the tests that nothing here is without a place. */
const factTables = {
  source: `
    sha256 text NOT NULL,
    kind text NOT NULL,
    report text,
    region text,
    title text NOT NULL,
    publisher text,
    language text,
    published_printed text,
    published daterange,
    official_url text,
    archived_url text,
    volume_page_offset integer,
    file_name text NOT NULL,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    pages integer,
    licence text,
    collected_at timestamptz NOT NULL,
    collected_by text NOT NULL,
    collected_from text NOT NULL,
    method text NOT NULL`,
  training: `${placeColumns},
    position integer NOT NULL,
    report text NOT NULL,
    fiscal_year integer NOT NULL,
    status text NOT NULL CHECK (status IN ('delivered', 'proposed')),
    region text,
    country text NOT NULL,
    country_code text,
    program text NOT NULL,
    program_code text,
    program_family text,
    agency text,
    course_title text,
    quantity bigint,
    quantity_header text,
    location text,
    recipient_unit text,
    delivery_unit text,
    delivery_quantity bigint,
    cents bigint,
    currency text NOT NULL DEFAULT 'USD',
    start_printed text,
    end_printed text,
    start_date date,
    end_date date,
    period daterange GENERATED ALWAYS AS (
      CASE WHEN start_date <= end_date THEN daterange(start_date, end_date, '[]') END
    ) STORED,
    flags jsonb NOT NULL DEFAULT '[]',
    search_keys text[] NOT NULL DEFAULT '{}'`,
  printed_total: `${placeColumns},
    position integer NOT NULL,
    report text NOT NULL,
    level text NOT NULL CHECK (level IN ('country', 'fiscal_year', 'program')),
    region text,
    country text,
    country_code text,
    program text,
    fiscal_year integer,
    quantity bigint,
    cents bigint,
    currency text NOT NULL DEFAULT 'USD',
    printed text NOT NULL,
    flags jsonb NOT NULL DEFAULT '[]'`,
  printed_name: `
    kind text NOT NULL,
    country text,
    text text NOT NULL,
    search_key text NOT NULL`,
  naming: `
    source ${id} NOT NULL,
    training ${id} NOT NULL,
    role text NOT NULL CHECK (role IN ('recipient', 'delivery')),
    ordinal integer NOT NULL,
    count bigint,
    recipient_class text,
    printed_name ${id} NOT NULL,
    flags jsonb NOT NULL DEFAULT '[]'`,
  coverage: `
    source ${id} NOT NULL,
    row_ordinal integer,
    report text NOT NULL,
    region text,
    fiscal_year integer,
    program text,
    "column" text,
    state text NOT NULL,
    reason text NOT NULL,
    citation text NOT NULL`,
  unmasked_cell: `
    source ${id} NOT NULL,
    training ${id} NOT NULL,
    "column" text NOT NULL,
    text text NOT NULL`,
  successor: `
    source ${id} NOT NULL,
    kind text NOT NULL,
    successor ${id} NOT NULL`,
  tombstone: `
    kind text NOT NULL,
    row_written bigint NOT NULL,
    row_withdrawn bigint,
    row_digest bytea NOT NULL`,
} as const

const changesetTable = (schema: string) => `
CREATE TABLE ${schema}.changeset (
  id bigint PRIMARY KEY CHECK (id > 0),
  at timestamptz NOT NULL,
  actor text NOT NULL,
  reason text NOT NULL,
  tool text NOT NULL,
  tool_version text NOT NULL,
  undoes bigint,
  accompanies bigint,
  written_rows bigint NOT NULL,
  withdrawn_rows bigint NOT NULL,
  rows_digest text NOT NULL,
  previous_digest text NOT NULL,
  digest text NOT NULL
);
CREATE TABLE ${schema}.content_group (
  source ${id} PRIMARY KEY,
  rows bigint NOT NULL,
  digest text NOT NULL
);`

/** A fact's version may be ended once and its derived search keys recomputed; anything else is refused, expunging apart. */
const guard = (schema: string) => `
CREATE FUNCTION ${schema}.refuse_overwriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A generated column is not yet computed in NEW.
  derived constant text[] := '{withdrawn,period,position,search_keys,search_key}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('rastro.expunging', true) = 'yes' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'rows of %.% are never deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_TABLE_NAME <> 'changeset' THEN
    IF OLD.withdrawn IS NULL AND to_jsonb(OLD) - derived = to_jsonb(NEW) - derived THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of %.% are never overwritten', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refuse_overwriting BEFORE UPDATE OR DELETE ON ${schema}.changeset
  FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_overwriting();`

/** A fact table with what every one has: versions, indexes by changeset, and the guard. */
export const factTable = (schema: string, table: string, columns: string) => `
CREATE TABLE ${schema}.${table} (
  id ${id} NOT NULL,${ledgerColumns},${columns},
  PRIMARY KEY (id, written)
);
CREATE UNIQUE INDEX ${table}_current ON ${schema}.${table} (id) WHERE withdrawn IS NULL;
CREATE INDEX ${table}_written ON ${schema}.${table} (written);
CREATE INDEX ${table}_withdrawn ON ${schema}.${table} (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE TRIGGER refuse_overwriting BEFORE UPDATE OR DELETE ON ${schema}.${table}
  FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse_overwriting();`

const indexes = (schema: string) => `
CREATE INDEX training_source ON ${schema}.training (source, position) WHERE withdrawn IS NULL;
CREATE INDEX printed_total_source ON ${schema}.printed_total (source, position) WHERE withdrawn IS NULL;
CREATE INDEX naming_source ON ${schema}.naming (source) WHERE withdrawn IS NULL;
CREATE INDEX naming_training ON ${schema}.naming (training) WHERE withdrawn IS NULL;
CREATE INDEX naming_printed_name ON ${schema}.naming (printed_name) WHERE withdrawn IS NULL;
CREATE INDEX unmasked_cell_training ON ${schema}.unmasked_cell (training) WHERE withdrawn IS NULL;`

const schemaOfFacts = (schema: string) =>
  [
    `CREATE SCHEMA ${schema};`,
    changesetTable(schema),
    guard(schema),
    ...Object.entries(factTables).map(([table, columns]) => factTable(schema, table, columns)),
    indexes(schema),
  ].join('\n')

export const schemasOfFacts = ['ledger', 'restricted'] as const

export const ledger: Migration = {
  name: '0001-ledger',
  sql: [
    ...schemasOfFacts.map(schemaOfFacts),
    `CREATE SCHEMA private;`,
    // What was read with which method, so that a run that was killed goes on where it stopped. Erasable; no fact.
    `CREATE TABLE private.ingested (
      source ${id} PRIMARY KEY,
      method text NOT NULL,
      at timestamptz NOT NULL
    );`,
  ].join('\n'),
}
