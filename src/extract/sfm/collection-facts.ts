/** Facts of a spreadsheet as rows of the ledger, and what the ledger must be asked first and brought along after. */
import type { PoolClient } from 'pg'
import type { Row } from '../../ledger/changesets/canonical.js'
import { entityRow, publicationRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { type Collection, sourceRow } from '../../ledger/changesets/facts.js'
import type { SourceFacts } from '../../ledger/changesets/replace-source.js'
import type { Source } from '../../ledger/records.js'
import { scheme } from './identity.js'
import type { Knowledge, ReadCollection } from './read-collection.js'

/** Ids are distinct within each list: see `Statements` and `readSources`. */
export function factsOfCollection(read: ReadCollection, source: Source, collection: Collection): SourceFacts {
  const entities: Row[] = [...read.entities].map(([id, kind]) => entityRow(id, kind))
  return {
    source: sourceRow(source, collection),
    statement: read.statements.map((statement, position) => statementRow(statement, source.id, position)),
    publication: read.publications.map((publication) => publicationRow(publication, source.id)),
    entities,
    withheld: {
      statement: read.withheld.statements.map((statement, position) => statementRow(statement, source.id, position)),
      publication: read.withheld.publications.map((publication) => publicationRow(publication, source.id)),
      entities,
    },
  }
}

/** What other tables of theirs say. What a wholly restricted file says has no part in what is public. */
export async function askLedger(client: PoolClient, source: string, names: readonly string[]): Promise<Knowledge> {
  const restricted = await client.query<{ id: string }>(
    `SELECT DISTINCT split_part(id, '@', 1) AS id FROM restricted.publication
      WHERE withdrawn IS NULL AND source <> $1 AND source IN (SELECT id FROM ledger.source WHERE withdrawn IS NULL)`,
    [source],
  )
  const units = await client.query<{ name: string; country: string | null; entity: string }>(
    `SELECT DISTINCT name.value AS name, country.value AS country, name.entity
      FROM ledger.statement AS name
      JOIN ledger.source ON source.id = name.source AND source.withdrawn IS NULL AND source.publisher = $3
      JOIN ledger.entity ON entity.id = name.entity AND entity.withdrawn IS NULL AND entity.kind <> 'person'
      JOIN ledger.statement AS identifier ON identifier.entity = name.entity AND identifier.property = 'identifier'
        AND identifier.withdrawn IS NULL AND identifier.details->>'scheme' = $3
      LEFT JOIN ledger.statement AS country ON country.entity = name.entity AND country.property = 'country' AND country.withdrawn IS NULL
      WHERE name.property = 'name' AND name.withdrawn IS NULL AND name.source <> $1 AND name.value = ANY($2)
      ORDER BY 1, 2, 3`,
    [source, names, scheme],
  )
  return { restricted: new Set(restricted.rows.map(({ id }) => id)), units: units.rows }
}

/** Sources, other than this one, whose statements must be read again: they cite what is restricted now, or name units that have an id now. */
export async function sourcesToReadAgain(
  client: PoolClient,
  source: string,
  { restricted, names }: { restricted: readonly string[]; names: readonly string[] },
): Promise<{ id: string; sha256: string; fileName: string }[]> {
  const { rows } = await client.query<{ id: string; sha256: string; fileName: string }>(
    `SELECT id, sha256, file_name AS "fileName" FROM ledger.source
      WHERE withdrawn IS NULL AND publisher = $4 AND kind = 'spreadsheet' AND id <> $1 AND id IN (
        SELECT source FROM ledger.statement WHERE citations && $2::text[]
        UNION SELECT source FROM ledger.publication WHERE split_part(id, '@', 1) = ANY($2)
        UNION SELECT source FROM ledger.statement
          WHERE withdrawn IS NULL AND value = ANY($3) AND flags @> '[{"code":"UNIT_BY_NAME"}]')
      ORDER BY id`,
    [source, restricted, names, scheme],
  )
  return rows
}
