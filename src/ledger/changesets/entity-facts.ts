/** Entities, statements, designations, publications and judgements as rows of the fact tables, and the ids that follow from content alone. */
import type { Designation, EntityKind, Judgement, Publication, Statement } from '../entities.js'
import { byHand } from './by-hand.js'
import { type Row, sha256 } from './canonical.js'
import { storable } from './facts.js'

const shortHash = (...parts: unknown[]): string => sha256(JSON.stringify(parts)).slice(0, 20)

/**
 * An entity's id: a hash of its kind and of what identifies it in some collection ("Security Force Monitor", its id there), or, where it is
 * known from printed names alone, of the country and what its name says. The same on any machine.
 */
export const entityId = (kind: EntityKind, scheme: string, key: string): string => shortHash('entity', kind, scheme, key)

export const entityRow = (id: string, kind: EntityKind): Row => ({ id, kind })

/** A statement's id: its source and what tells it from all others there (a row and column, a range of characters, an ordinal). */
export const statementId = (source: string, ...where: (string | number)[]): string => shortHash('statement', source, ...where)

/** The id of a statement that a person enters: a hash of all that it says, so that the same form sent twice is one statement. */
export function handStatementId(statement: Omit<Statement, 'id'>, source: string): string {
  const said = Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1))
  return byHand(shortHash('statement by hand', source, said))
}

export function statementRow(statement: Statement, source: string, position: number): Row {
  const place = statement.places[0]!
  return {
    id: statement.id,
    source,
    page: place.page,
    row_ordinal: place.row,
    places: statement.places,
    position,
    entity: statement.entity,
    property: statement.property,
    value: storable(statement.value),
    object: statement.object,
    details: storableDetails(statement.details),
    stance: statement.stance,
    speaker: storable(statement.speaker),
    first_cited_printed: storable(statement.firstCitedPrinted),
    first_cited: statement.firstCited,
    starts: statement.starts,
    last_cited_printed: storable(statement.lastCitedPrinted),
    last_cited: statement.lastCited,
    ends: statement.ends,
    open_ended: statement.openEnded,
    confidence: storable(statement.confidence),
    status: statement.status,
    citations: statement.citations.map(storable),
    flags: statement.flags.map(({ code, note }) => ({ code, note: storable(note) })),
  }
}

export function designationRow(designation: Designation, source: string, position: number): Row {
  const place = designation.places[0]!
  return {
    id: designation.id,
    source,
    page: place.page,
    row_ordinal: place.row,
    places: designation.places,
    position,
    entity: designation.entity,
    authority: storable(designation.authority),
    list: storable(designation.list),
    program: storable(designation.program),
    law: storable(designation.law),
    effect: designation.effect,
    listed_printed: storable(designation.listedPrinted),
    listed: designation.listed,
    delisted_printed: storable(designation.delistedPrinted),
    delisted: designation.delisted,
    seen_on: designation.seenOn,
    denied_in: designation.deniedIn,
    reason: storable(designation.reason),
    identifiers: storableDetails(designation.identifiers),
    citations: designation.citations.map(storable),
    flags: designation.flags.map(({ code, note }) => ({ code, note: storable(note) })),
  }
}

export function publicationRow(publication: Publication, source: string): Row {
  return {
    id: publication.id,
    source,
    row_ordinal: publication.row,
    kind: storable(publication.kind),
    title: storable(publication.title),
    author: storable(publication.author),
    publisher: storable(publication.publisher),
    url: storable(publication.url),
    archived_url: storable(publication.archivedUrl),
    published_printed: storable(publication.publishedPrinted),
    published: publication.published,
    accessed_printed: storable(publication.accessedPrinted),
    locator: storable(publication.locator),
  }
}

/** The group of the content digest that judgements are in: no publication says them. */
export const judgementGroup = (basis: Judgement['basis']): string => `judgements by ${basis}`

/** One judgement a subject, entity and judge: who judges again replaces what he said before. */
export function judgementRow(judgement: Judgement): Row {
  const { subjectKind, subject, entity, verdict, basis, reviewer, rule, score, reasons, note } = judgement
  return {
    id: shortHash('judgement', subjectKind, subject, entity, basis, reviewer),
    source: judgementGroup(basis),
    subject_kind: subjectKind,
    subject,
    entity,
    verdict,
    basis,
    reviewer: storable(reviewer),
    rule,
    score,
    reasons: reasons.map(storable),
    note: storable(note),
  }
}

const storableDetails = (details: Statement['details']): Statement['details'] =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]))
