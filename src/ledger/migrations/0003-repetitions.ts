/**
 * Records that two files of a report print on the same page, and which of the two copies counts. Derived from `ledger` by the rule of
 * `repeated-pages.ts` and kept up by `serving/repetitions.ts`.
 *
 * A row says: this version of a training or printed total does not count wherever that version of another is in the ledger, too. Versions,
 * not ids: so that it holds for every past state, after any order of coming and going, and ends by itself when either is corrected. Filled at the end of 0006.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE serving.repetition (
  id text COLLATE "C" NOT NULL,
  written bigint NOT NULL,
  counted text COLLATE "C" NOT NULL,
  counted_written bigint NOT NULL,
  PRIMARY KEY (id, written, counted, counted_written)
);
CREATE INDEX repetition_counted ON serving.repetition (counted);

-- A country that stands in two files of a report, and the rows under a printed total, are found without reading the whole ledger.
CREATE INDEX training_report ON ledger.training (report, country) WHERE withdrawn IS NULL;
`

export const repetitions: Migration = { name: '0003-repetitions', sql }
