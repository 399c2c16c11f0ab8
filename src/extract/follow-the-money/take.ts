/** Takes a file of FollowTheMoney entities into the ledger, as one changeset. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceId, sourceRow } from '../../ledger/changesets/facts.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import { version } from '../../ledger/project.js'
import type { Source } from '../../ledger/records.js'
import type { TakenSpreadsheet } from '../taken-spreadsheet.js'
import { readFollowTheMoney } from './read.js'

export async function takeFollowTheMoney(
  given: { file: string; bytes: Uint8Array; actor: string; method: string; restricted: boolean },
  ledger: { ownerPool: Pool },
  effects: { now(): Date; keepOriginal(sha256: string): Promise<void> },
): Promise<TakenSpreadsheet> {
  const { file, bytes, actor, method, restricted } = given
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source: Source = {
    id: sourceId(sha256),
    sha256,
    kind: 'spreadsheet',
    report: null,
    region: null,
    title: `FollowTheMoney entities (${file})`,
    publisher: null,
    language: null,
    publishedPrinted: null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    fileName: file,
    mediaType: 'application/x-ndjson',
    bytes: bytes.length,
    pages: null,
    licence: null,
  }
  const read = readFollowTheMoney(bytes, source.id, file)
  await effects.keepOriginal(sha256)
  const at = effects.now()
  const about = { actor, reason: `Read ${file}`, tool: 'rastro ingest', toolVersion: version, at }
  const committed = await commitChangeset(ledger, about, async (change) => {
    await replaceSource(change, {
      source: sourceRow(source, { at, by: actor, from: 'a file given to rastro ingest', method }),
      statement: read.statements.map((statement, position) => statementRow(statement, source.id, position)),
      designation: read.designations.map((designation, position) => designationRow(designation, source.id, position)),
      entities: [...read.entities].map(([id, kind]) => entityRow(id, kind)),
      restricted,
    })
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [source.id, method, at],
    )
  })
  return {
    committed,
    report: {
      tables: [{ table: 'entities', sheet: null, rows: read.rows, refused: read.refused }],
      entities: read.entities.size,
      statements: read.statements.length + read.designations.length,
      publications: 0,
      withheldStatements: 0,
      withheldPublications: 0,
      losses: read.losses,
      problems: [],
      readAgain: [],
      notReadAgain: [],
    },
  }
}
