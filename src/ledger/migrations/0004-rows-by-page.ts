/**
 * What a page of a source prints is found by its page (or the row of an HTML file), and what is counted over some cells is read from an index
 * alone: the rows themselves are wide, and lie apart.
 */
import type { Migration } from './migration.js'

const sql = `
CREATE INDEX training_place ON ledger.training (source, page, row_ordinal) WHERE withdrawn IS NULL;
DROP INDEX ledger.training_source;
CREATE INDEX printed_total_place ON ledger.printed_total (source, page, row_ordinal) WHERE withdrawn IS NULL;
DROP INDEX ledger.printed_total_source;

DROP INDEX serving.training_cell;
CREATE INDEX training_cell ON serving.training (cell) INCLUDE (title, delivery, quantity, cents);
`

export const rowsByPage: Migration = { name: '0004-rows-by-page', sql }
