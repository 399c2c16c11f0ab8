/**
 * Places of a source's tables that could not be read, with their words and why: a row that cannot be read is a fact of the source, and no
 * figure rests on it.
 */
import { factTable, placeColumns, schemasOfFacts } from './0001-ledger.js'
import type { Migration } from './migration.js'

const columns = `${placeColumns},
    position integer NOT NULL,
    text text NOT NULL,
    reason text NOT NULL`

export const unreadPlaces: Migration = {
  name: '0008-unread-places',
  sql: schemasOfFacts
    .map(
      (schema) => `${factTable(schema, 'unread_place', columns)}
CREATE INDEX unread_place_source ON ${schema}.unread_place (source, position) WHERE withdrawn IS NULL;`,
    )
    .join('\n'),
}
