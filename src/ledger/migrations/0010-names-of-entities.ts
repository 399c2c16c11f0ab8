/** Names and aliases as typed find their entities, and homonyms each other. Longer names than the index holds are compared by their beginning. */
import { schemasOfFacts } from './0001-ledger.js'
import type { Migration } from './migration.js'

export const namesOfEntities: Migration = {
  name: '0010-names-of-entities',
  sql: schemasOfFacts
    .map(
      (schema) => `CREATE INDEX statement_name ON ${schema}.statement (left(lower(value), 200))
        WHERE withdrawn IS NULL AND property IN ('name', 'alias');`,
    )
    .join('\n'),
}
