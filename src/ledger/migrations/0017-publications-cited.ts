/** What statements cite finds the publications that sources describe under that id. */
import { schemasOfFacts } from './0001-ledger.js'
import type { Migration } from './migration.js'

export const publicationsCited: Migration = {
  name: '0017-publications-cited',
  sql: schemasOfFacts
    .map((schema) => `CREATE INDEX publication_cited ON ${schema}.publication (split_part(id, '@', 1)) WHERE withdrawn IS NULL;`)
    .join('\n'),
}
