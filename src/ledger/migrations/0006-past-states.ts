/**
 * What was served stays served: rows of the serving tables that a changeset ended move to tables of the past with the changesets between which
 * they held, so that a past state is found by the same indexes as the present. And what every page had to compute from all rows is kept: what
 * each printed total's rows sum to, and how many rows of a cell have a value in a column.
 *
 * - `since`: the changeset from which on a row is served like this; `until`: the one that ended it. The state of N is `since <= N` of
 *   the present's table, and `since <= N < until` of the past's.
 * - Cells are of both: one that no current row is in stays with 0 rows while a past row is in it.
 * - `total`: printed totals with what the rows under them sum to, as `covered-rows.ts` says.
 * - `ledger.content_state`: the content digest after each changeset, by which a state has the same name in every ledger that holds it.
 *   Those of states that held an expunged row are removed with it.
 */
import { fillServing } from '../serving/fill.js'
import type { Migration } from './migration.js'

const counted = ['course_title', 'location', 'recipient_unit', 'delivery_unit', 'start_date', 'end_date', 'cents']

const total = `
  id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  report text NOT NULL,
  level text NOT NULL,
  country text,
  country_code text,
  program text,
  fiscal_year smallint,
  quantity double precision,
  cents double precision,
  counts boolean NOT NULL,
  covered_rows integer NOT NULL,
  covered_quantity double precision NOT NULL,
  covered_cents double precision NOT NULL,
  since bigint NOT NULL`

const sql = `
ALTER TABLE serving.training ADD COLUMN since bigint NOT NULL DEFAULT 0, ADD COLUMN filled smallint NOT NULL DEFAULT 0;
ALTER TABLE serving.training ALTER COLUMN since DROP DEFAULT, ALTER COLUMN filled DROP DEFAULT;
CREATE INDEX training_since ON serving.training (since);
CREATE TABLE serving.past_training (LIKE serving.training, until bigint NOT NULL, PRIMARY KEY (n));
CREATE INDEX past_training_id ON serving.past_training (id);
CREATE INDEX past_training_cell ON serving.past_training (cell);
CREATE INDEX past_training_until ON serving.past_training (until);
CREATE INDEX past_training_key ON serving.past_training USING gin (key) WITH (fastupdate = on, gin_pending_list_limit = 65536);

ALTER TABLE serving.cell ${counted.map((column) => `ADD COLUMN with_${column} integer NOT NULL DEFAULT 0`).join(', ')};

ALTER TABLE serving.name ADD COLUMN since bigint NOT NULL DEFAULT 0;
ALTER TABLE serving.name ALTER COLUMN since DROP DEFAULT;
CREATE TABLE serving.past_name (LIKE serving.name, until bigint NOT NULL, PRIMARY KEY (id, since));
CREATE INDEX past_name_key ON serving.past_name USING gin (key) WITH (fastupdate = on, gin_pending_list_limit = 65536);
CREATE INDEX past_name_search_key ON serving.past_name (md5(search_key));
CREATE INDEX past_name_country ON serving.past_name (country);
CREATE INDEX past_name_until ON serving.past_name (until);

CREATE TABLE serving.total (${total}, PRIMARY KEY (id));
CREATE INDEX total_scope ON serving.total (report, country);
CREATE INDEX total_country ON serving.total (country_code);
CREATE TABLE serving.past_total (${total}, until bigint NOT NULL, PRIMARY KEY (id, since));
CREATE INDEX past_total_until ON serving.past_total (until);

-- Withdrawn rows are looked up as current ones are.
CREATE INDEX naming_past_training ON ledger.naming (training) WHERE withdrawn IS NOT NULL;
CREATE INDEX naming_past_printed_name ON ledger.naming (printed_name) WHERE withdrawn IS NOT NULL;
CREATE INDEX training_past_source ON ledger.training (source) WHERE withdrawn IS NOT NULL;
CREATE INDEX printed_total_past_source ON ledger.printed_total (source) WHERE withdrawn IS NOT NULL;

ALTER TABLE serving.refreshed ADD COLUMN others integer NOT NULL DEFAULT 0;

CREATE TABLE ledger.content_state (
  changeset bigint PRIMARY KEY,
  digest text NOT NULL
);
`

export const pastStates: Migration = { name: '0006-past-states', sql, fill: fillServing }
