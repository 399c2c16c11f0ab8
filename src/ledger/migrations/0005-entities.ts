/**
 * Units, people, organisations and incidents: what has an identity (`entity`), what a source says of it (`statement`, `designation`), the
 * publications that a spreadsheet cites without our having them (`publication`), and which printed name means which entity (`judgement`).
 */
import { factTable, id, placeColumns, schemasOfFacts } from './0001-ledger.js'
import type { Migration } from './migration.js'

const tables = {
  // Nothing but identity: names, dates and relations are statements. Current exactly while something current speaks of it.
  entity: `
    kind text NOT NULL`,
  publication: `
    source ${id} NOT NULL,
    row_ordinal integer,
    kind text,
    title text,
    author text,
    publisher text,
    url text,
    archived_url text,
    published_printed text,
    published daterange,
    accessed_printed text,
    locator text`,
  statement: `${placeColumns},
    position integer NOT NULL,
    entity ${id} NOT NULL,
    property text NOT NULL,
    value text,
    object ${id},
    details jsonb NOT NULL DEFAULT '{}',
    stance text NOT NULL CHECK (stance IN ('asserts', 'denies', 'questions')),
    speaker text,
    first_cited_printed text,
    first_cited daterange,
    starts boolean,
    last_cited_printed text,
    last_cited daterange,
    ends boolean,
    open_ended text CHECK (open_ended IN ('Y', 'N', 'E')),
    confidence text,
    status text NOT NULL CHECK (status IN ('accepted', 'conflict', 'work needed', 'issue')),
    citations text[] NOT NULL DEFAULT '{}',
    flags jsonb NOT NULL DEFAULT '[]',
    precise daterange GENERATED ALWAYS AS (
      CASE WHEN first_cited IS NOT NULL AND last_cited IS NOT NULL THEN
          CASE WHEN upper(first_cited) - 1 <= lower(last_cited) THEN daterange(upper(first_cited) - 1, lower(last_cited), '[]') END
        WHEN upper(coalesce(first_cited, last_cited)) - lower(coalesce(first_cited, last_cited)) = 1 THEN coalesce(first_cited, last_cited)
      END
    ) STORED,
    imprecise daterange GENERATED ALWAYS AS (
      CASE WHEN first_cited IS NOT NULL AND last_cited IS NOT NULL THEN
          daterange(least(lower(first_cited), lower(last_cited)), greatest(upper(first_cited), upper(last_cited)))
        ELSE coalesce(first_cited, last_cited)
      END
    ) STORED,
    CHECK (value IS NOT NULL OR object IS NOT NULL)`,
  designation: `${placeColumns},
    position integer NOT NULL,
    entity ${id} NOT NULL,
    authority text NOT NULL,
    list text NOT NULL,
    program text,
    law text,
    effect text NOT NULL,
    listed_printed text,
    listed daterange,
    delisted_printed text,
    delisted daterange,
    seen_on date,
    denied_in integer,
    reason text,
    identifiers jsonb NOT NULL DEFAULT '{}',
    citations text[] NOT NULL DEFAULT '{}',
    flags jsonb NOT NULL DEFAULT '[]'`,
  // The source is which judgements they are ("by rule", "by person"): no publication says them.
  judgement: `
    source ${id} NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('printed name', 'naming', 'entity')),
    subject ${id} NOT NULL,
    entity ${id} NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    basis text NOT NULL CHECK (basis IN ('rule', 'person')),
    reviewer text,
    rule text,
    score double precision,
    reasons text[] NOT NULL DEFAULT '{}',
    note text`,
} as const

/** Columns that a generated column's guard must not compare are added to those of the first migration. */
const guard = (schema: string) => `
CREATE OR REPLACE FUNCTION ${schema}.refuse_overwriting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- A generated column is not yet computed in NEW.
  derived constant text[] := '{withdrawn,period,precise,imprecise,position,search_keys,search_key}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('rastro.expunging', true) = 'yes' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'rows of %.% are never deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_TABLE_NAME <> 'changeset' THEN
    IF OLD.withdrawn IS NULL AND to_jsonb(OLD) - derived = to_jsonb(NEW) - derived THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of %.% are never overwritten', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;`

const indexes = (schema: string) => `
CREATE INDEX statement_source ON ${schema}.statement (source, position) WHERE withdrawn IS NULL;
CREATE INDEX statement_entity ON ${schema}.statement (entity, property) WHERE withdrawn IS NULL;
CREATE INDEX statement_object ON ${schema}.statement (object, property) WHERE withdrawn IS NULL AND object IS NOT NULL;
CREATE INDEX publication_source ON ${schema}.publication (source) WHERE withdrawn IS NULL;
CREATE INDEX designation_source ON ${schema}.designation (source) WHERE withdrawn IS NULL;
CREATE INDEX designation_entity ON ${schema}.designation (entity) WHERE withdrawn IS NULL;
CREATE INDEX judgement_source ON ${schema}.judgement (source) WHERE withdrawn IS NULL;
CREATE INDEX judgement_subject ON ${schema}.judgement (subject) WHERE withdrawn IS NULL;
CREATE INDEX judgement_entity ON ${schema}.judgement (entity) WHERE withdrawn IS NULL;`

export const entities: Migration = {
  name: '0005-entities',
  sql: schemasOfFacts
    .flatMap((schema) => [
      guard(schema),
      ...Object.entries(tables).map(([table, columns]) => factTable(schema, table, columns)),
      indexes(schema),
    ])
    .join('\n'),
}
