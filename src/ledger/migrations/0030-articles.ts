/**
 * Articles as they were archived (`article`), what is claimed in them (`claim`), what an analyst decided on a claim (`claim_decision`), and
 * checks that were kept with the state that they were made in (`claim_check`).
 *
 * What has an inner shape is kept as JSON text, letter for letter, so that its digest needs no second canonical form; what lists are narrowed by
 * stands in columns of its own. A decision names the text that its range counts in: the claims are read anew by better rules, the decisions stay.
 */
import { factTable, id, placeColumns, schemasOfFacts } from './0001-ledger.js'
import type { Migration } from './migration.js'

const tables = {
  article: `
    source ${id} NOT NULL,
    text_sha256 text NOT NULL,
    author text,
    text text NOT NULL,
    -- Blocks, mentions and relations, with offsets in code points.
    reading text NOT NULL`,
  claim: `${placeColumns},
    position integer NOT NULL,
    type text NOT NULL CHECK (type IN ('quantity', 'event', 'lineage', 'status', 'denial', 'doubt')),
    measure text,
    proposed_by text NOT NULL CHECK (proposed_by IN ('rules', 'model', 'project')),
    -- Our own words for it, where the article's text does not come with the project.
    words text,
    content text NOT NULL`,
  claim_decision: `
    source ${id} NOT NULL,
    claim ${id} NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('accepted', 'corrected', 'rejected')),
    reviewer text NOT NULL,
    note text,
    type text NOT NULL,
    measure text,
    start_at integer NOT NULL,
    end_at integer NOT NULL,
    text_sha256 text NOT NULL,
    content text NOT NULL,
    statements text[] NOT NULL DEFAULT '{}'`,
  claim_check: `
    source ${id} NOT NULL,
    claim ${id} NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('agrees', 'ledger higher', 'ledger lower', 'cannot say')),
    state text NOT NULL,
    content text NOT NULL`,
} as const

const indexes = (schema: string) =>
  Object.keys(tables)
    .map((table) => `CREATE INDEX ${table}_source ON ${schema}.${table} (source) WHERE withdrawn IS NULL;`)
    .concat(`CREATE INDEX claim_decision_claim ON ${schema}.claim_decision (claim) WHERE withdrawn IS NULL;`)

export const articles: Migration = {
  name: '0030-articles',
  sql: schemasOfFacts
    .flatMap((schema) => [
      ...Object.entries(tables).map(([table, columns]) => factTable(schema, table, columns)),
      ...indexes(schema),
    ])
    .join('\n'),
}
