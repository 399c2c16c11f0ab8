/**
 * What the rows of one source say of a printed name, a row for each class that they give it: a name's sums are sums over these few, so that a new
 * report need not read again what all others say of "Army War College".
 */
import type { Migration } from './migration.js'

const sql = `
CREATE TABLE serving.name_part (
  name text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  recipient_class text,
  recipient boolean NOT NULL,
  delivery boolean NOT NULL,
  rows integer NOT NULL,
  quantity double precision NOT NULL,
  first_year smallint,
  last_year smallint
);
CREATE INDEX name_part_name ON serving.name_part (name, source);

INSERT INTO serving.name_part (name, source, recipient_class, recipient, delivery, rows, quantity, first_year, last_year)
SELECT printed_name, source, recipient_class, bool_or(recipient), bool_or(delivery), count(*),
  coalesce(sum(quantity) FILTER (WHERE delivered AND recipient), 0), min(fiscal_year), max(fiscal_year)
FROM (
  SELECT n.printed_name, n.source, t.id, min(n.recipient_class) AS recipient_class, bool_or(n.role = 'recipient') AS recipient,
    bool_or(n.role = 'delivery') AS delivery, coalesce(sum(n.count) FILTER (WHERE n.role = 'recipient'), t.quantity) AS quantity,
    t.delivered, t.fiscal_year
  FROM ledger.naming n JOIN serving.training t ON t.id = n.training
  WHERE n.withdrawn IS NULL
  GROUP BY n.printed_name, n.source, t.id, t.quantity, t.delivered, t.fiscal_year
) r GROUP BY printed_name, source, recipient_class
ORDER BY printed_name, source;

-- Totals are compared with the cells of their country in their report.
CREATE INDEX cell_report ON serving.cell (report, country);
`

export const nameParts: Migration = { name: '0057-name-parts', sql }
