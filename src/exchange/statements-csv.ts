/** Statements and designations as CSV, one row each: what a spreadsheet of all that is said would be. */

import { csvRow, publishPlace, saidColumns } from '../ledger/publish.js'
import type { ExportedDesignation, ExportedEntity, ExportedStatement } from '../ledger/read/all-entities.js'

const statementColumns = ['type', ...saidColumns, 'citations', 'source_sha256', 'source_file', 'places', 'flags'] as const

export const statementHeader = csvRow(statementColumns)

/** The rows of an entity: its statements, then its designations, whose property is "designation". */
export function* statementRows({ kind, statements, designations }: ExportedEntity): Generator<string> {
  for (const statement of statements) yield row(publishStatement(statement, kind))
  for (const designation of designations) yield row(publishDesignation(designation, kind))
}

type Column = (typeof statementColumns)[number]
const row = (values: Partial<Record<Column, unknown>>): string => csvRow(statementColumns.map((column) => values[column]))

function publishStatement(statement: ExportedStatement, kind: string): Partial<Record<Column, unknown>> {
  return {
    type: 'statement',
    id: statement.id,
    entity: statement.entity,
    entity_kind: kind,
    property: statement.property,
    value: statement.value,
    object: statement.object,
    details: statement.details,
    stance: statement.stance,
    speaker: statement.speaker,
    first_cited_printed: statement.firstCitedPrinted,
    first_cited: statement.firstCited,
    starts: statement.starts,
    last_cited_printed: statement.lastCitedPrinted,
    last_cited: statement.lastCited,
    ends: statement.ends,
    open_ended: statement.openEnded,
    precise: statement.precise,
    imprecise: statement.imprecise,
    confidence: statement.confidence,
    status: statement.status,
    citations: statement.citations,
    source_sha256: statement.sourceSha256,
    source_file: statement.sourceFile,
    places: statement.places.map(publishPlace),
    flags: statement.flags,
  }
}

function publishDesignation(designation: ExportedDesignation, kind: string): Partial<Record<Column, unknown>> {
  const { authority, list, program, law, effect, seenOn, deniedIn, reason, identifiers } = designation
  return {
    type: 'designation',
    id: designation.id,
    entity: designation.entity,
    entity_kind: kind,
    property: 'designation',
    value: effect,
    details: { authority, list, program, law, seen_on: seenOn, denied_in: deniedIn, reason, identifiers },
    stance: 'asserts',
    speaker: authority,
    first_cited_printed: designation.listedPrinted,
    first_cited: designation.listed,
    last_cited_printed: designation.delistedPrinted,
    last_cited: designation.delisted,
    citations: designation.citations,
    source_sha256: designation.sourceSha256,
    source_file: designation.sourceFile,
    places: designation.places.map(publishPlace),
    flags: designation.flags,
  }
}
