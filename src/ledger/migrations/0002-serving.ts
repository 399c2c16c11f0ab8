/**
 * What pages and API read often, derived from the ledger's current public rows and refreshed within the changeset that changes them.
 * Nothing here is a fact: every table can be emptied and filled again from `ledger` (`rebuildServing`).
 *
 * - `cell`: the cube. One row per distinct combination of what trainings are counted by, with their number, sessions and cents. Every sum by
 *   country, year or programme and every facet without a search text is a sum over these few ten thousand rows. Ids are never used
 *   twice and a cell's combination never changes, so that a reader may keep what a cell means for as long as it likes.
 * - `training`: one narrow row per current training: its cell, what it is filtered and sorted by, and its words.
 * - `phrase`: distinct course titles and delivery units as printed, so that counting them compares integers.
 * - `name`: printed names with their words and what the rows that name them sum to.
 *
 * Quantities and cents are double precision here because its sums are several times faster than those of bigint and numeric, and exact:
 * all are integers far below 2^53.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE SCHEMA serving;

CREATE TABLE serving.cell (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  report text NOT NULL,
  region text,
  fiscal_year smallint NOT NULL,
  status text NOT NULL,
  country text NOT NULL,
  country_code text,
  program text NOT NULL,
  program_code text,
  program_family text,
  agency text,
  -- Bit i is set when a recipient of the i-th class of records.ts is named.
  classes smallint NOT NULL,
  priced boolean NOT NULL,
  unit_named boolean NOT NULL,
  -- Words that all its trainings have: programme, country, year.
  words text NOT NULL,
  rows integer NOT NULL DEFAULT 0,
  quantity double precision NOT NULL DEFAULT 0,
  cents double precision NOT NULL DEFAULT 0,
  -- MD5 of the combination: printed headings may be longer than an index entry can be.
  combination uuid NOT NULL UNIQUE
);

CREATE TABLE serving.phrase (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  text text COLLATE "C" NOT NULL
);
-- By digest: a printed cell may be longer than an index entry can be.
CREATE UNIQUE INDEX phrase_text ON serving.phrase (md5(text));

CREATE TABLE serving.training (
  n integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL,
  cell integer NOT NULL,
  title integer,
  delivery integer,
  fiscal_year smallint NOT NULL,
  words smallint NOT NULL,
  delivered boolean NOT NULL,
  start_date date,
  quantity double precision,
  cents double precision,
  country text COLLATE "C" NOT NULL,
  flags text[],
  key tsvector NOT NULL
);
CREATE UNIQUE INDEX training_id ON serving.training (id);
CREATE INDEX training_cell ON serving.training (cell);
-- Entries wait in a list until the refresh ends, which merges them: five times faster than one by one.
CREATE INDEX training_key ON serving.training USING gin (key) WITH (fastupdate = on, gin_pending_list_limit = 65536);
CREATE INDEX training_flags ON serving.training USING gin (flags) WITH (fastupdate = on) WHERE flags IS NOT NULL;
-- One index a sort; n is what keeps pages of a listing apart. Missing values sort lowest.
CREATE INDEX training_words ON serving.training (words, n);
CREATE INDEX training_year ON serving.training (fiscal_year, n);
CREATE INDEX training_date ON serving.training ((coalesce(start_date, '0001-01-01'::date)), n);
CREATE INDEX training_quantity ON serving.training ((coalesce(quantity, -1)), n);
CREATE INDEX training_cents ON serving.training ((coalesce(cents, -1)), n);
CREATE INDEX training_country ON serving.training (country, n);

CREATE TABLE serving.name (
  id text COLLATE "C" PRIMARY KEY,
  country text,
  text text NOT NULL,
  search_key text NOT NULL,
  recipient_class text,
  recipient boolean NOT NULL,
  delivery boolean NOT NULL,
  rows integer NOT NULL,
  quantity double precision NOT NULL,
  first_year smallint,
  last_year smallint,
  key tsvector NOT NULL
);
CREATE INDEX name_key ON serving.name USING gin (key) WITH (fastupdate = on, gin_pending_list_limit = 65536);
CREATE INDEX name_search_key ON serving.name (md5(search_key));
CREATE INDEX name_country ON serving.name (country, quantity DESC);
CREATE INDEX name_quantity ON serving.name (quantity DESC, id);

-- Which changesets changed what is served: the ledger as of N reads like the present from the last of them on.
CREATE TABLE serving.refreshed (
  changeset bigint PRIMARY KEY,
  trainings integer NOT NULL
);

-- What a changeset wrote, found without reading the whole ledger.
CREATE INDEX IF NOT EXISTS training_written ON ledger.training (written);
CREATE INDEX IF NOT EXISTS naming_written ON ledger.naming (written);
`

export const serving: Migration = { name: '0002-serving', sql }
