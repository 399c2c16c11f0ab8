/** Builders of ledger facts for tests: they fill what a test does not speak of. People and units in them are invented. */
import type { Row } from '../src/ledger/changesets/canonical.js'
import type { About } from '../src/ledger/changesets/change.js'
import {
  nameRow,
  namingRow,
  sourceId,
  sourceRow,
  totalRow,
  trainingRow,
  unmaskedCellRow,
} from '../src/ledger/changesets/facts.js'
import type { SourceFacts } from '../src/ledger/changesets/replace-source.js'
import { type Designation, type Judgement, plainly, type Statement } from '../src/ledger/entities.js'
import type { Naming, PrintedTotal, Source, Training } from '../src/ledger/records.js'

/** Lower case, as simple as a search key can be. */
const searchKey = (text: string) => text.toLowerCase()

export const about = (overrides: Partial<About> = {}): About => ({
  actor: 'a tester',
  reason: 'a test',
  tool: 'vitest',
  toolVersion: '0',
  at: new Date('2026-01-02T03:04:05.678Z'),
  ...overrides,
})

export function source(overrides: Partial<Source> = {}): Source {
  const sha256 = overrides.sha256 ?? 'ab'.repeat(32)
  return {
    id: sourceId(sha256),
    sha256,
    kind: 'training report',
    report: '2012-2013',
    region: 'Western Hemisphere',
    title: 'Foreign Military Training, Fiscal Years 2012 and 2013',
    publisher: 'U.S. Department of State',
    language: 'en',
    publishedPrinted: null,
    officialUrl: 'https://example.org/volume.pdf',
    archivedUrl: null,
    volumePageOffset: null,
    fileName: 'volume.pdf',
    mediaType: 'application/pdf',
    bytes: 1000,
    pages: 2,
    licence: 'United States Government work',
    ...overrides,
  }
}

export function training(overrides: Partial<Training> = {}): Training {
  return {
    id: 't1',
    sourceSha256: 'ab'.repeat(32),
    sourceFile: 'volume.pdf',
    report: '2012-2013',
    fiscalYear: 2012,
    status: 'delivered',
    region: 'Western Hemisphere',
    country: 'Freedonia',
    countryCode: null,
    program: 'IMET-1 - Fiscal Year 2012 Department of State Training',
    programCode: 'IMET-1',
    programFamily: 'IMET',
    agency: 'DoS',
    courseTitle: 'Captains Career Course',
    quantity: 3,
    quantityHeader: 'Qty',
    location: 'Fort Benning, GA',
    recipientUnit: '102/o. Batallón de Infantería',
    deliveryUnit: 'Infantry School',
    deliveryQuantity: null,
    cents: 123_456,
    startPrinted: '1/2/2012',
    endPrinted: '3/4/2012',
    startDate: '2012-01-02',
    endDate: '2012-03-04',
    places: [{ page: 1, pageLabel: 'IV-1', box: [10, 100, 700, 110.25], row: null }],
    flags: [],
    ...overrides,
  }
}

export function printedTotal(overrides: Partial<PrintedTotal> = {}): PrintedTotal {
  return {
    id: 'p1',
    sourceSha256: 'ab'.repeat(32),
    sourceFile: 'volume.pdf',
    report: '2012-2013',
    level: 'country',
    region: 'Western Hemisphere',
    country: 'Freedonia',
    countryCode: null,
    program: null,
    fiscalYear: 2012,
    quantity: 3,
    cents: 123_456,
    printed: 'Freedonia Fiscal Year 2012 Totals 3 $1,234.56',
    places: [{ page: 2, pageLabel: 'IV-2', box: [10, 300, 700, 310], row: null }],
    flags: [],
    ...overrides,
  }
}

/** A name of the unit u1, said by a row of a spreadsheet. */
export function statement(overrides: Partial<Statement> = {}): Statement {
  return {
    ...plainly,
    id: 's1',
    entity: 'u1',
    property: 'name',
    value: '102 Batallón de Infantería',
    confidence: 'High',
    places: [{ page: null, pageLabel: null, box: null, row: 2, column: 'unit:name' }],
    ...overrides,
  }
}

export function designation(overrides: Partial<Designation> = {}): Designation {
  return {
    id: 'd1',
    entity: 'u1',
    authority: 'Treasury of Freedonia',
    list: 'Blocked persons',
    program: null,
    law: null,
    effect: 'asset block',
    listedPrinted: null,
    listed: null,
    delistedPrinted: null,
    delisted: null,
    seenOn: '2026-01-01',
    deniedIn: null,
    reason: null,
    identifiers: {},
    citations: [],
    places: [{ page: null, pageLabel: null, box: null, row: 3 }],
    flags: [],
    ...overrides,
  }
}

/** A reviewer's: the printed name n1 is the unit u1. */
export function judgement(overrides: Partial<Judgement> = {}): Judgement {
  return {
    subjectKind: 'printed name',
    subject: 'n1',
    entity: 'u1',
    verdict: 'same',
    basis: 'person',
    reviewer: 'a tester',
    rule: null,
    score: null,
    reasons: [],
    note: null,
    ...overrides,
  }
}

export interface TrainingWithNames extends Training {
  /** Text of the cell before masking, where the training's own is masked. */
  unmasked?: string
  names?: string[]
}

/** One source with trainings (each naming its recipient and its deliverer, unless `names` says otherwise) and totals. */
export function sourceFacts(
  trainings: readonly TrainingWithNames[],
  { totals = [printedTotal()], of = source() }: { totals?: PrintedTotal[]; of?: Source } = {},
): SourceFacts {
  const names = new Map<string, Row>()
  const namings: Row[] = []
  const unmasked: Row[] = []
  for (const { names: texts, unmasked: cell, ...row } of trainings) {
    const place = { id: row.id, source: of.id }
    const add = (naming: Naming, country: string | null) => {
      const name = nameRow(naming.text, country, searchKey(naming.text))
      namings.push(namingRow(naming, place, name.id))
      names.set(name.id, name)
    }
    const recipients = texts ?? (row.recipientUnit ? [row.recipientUnit] : [])
    for (const [ordinal, text] of recipients.entries()) {
      add({ role: 'recipient', ordinal, count: null, text, recipientClass: 'security force', flags: [] }, row.country)
    }
    if (row.deliveryUnit) {
      add({ role: 'delivery', ordinal: 0, count: null, text: row.deliveryUnit, recipientClass: null, flags: [] }, null)
    }
    if (cell !== undefined) unmasked.push(unmaskedCellRow(place, 'recipient_unit', cell))
  }
  return {
    source: sourceRow(of, { at: new Date('2026-01-01T00:00:00Z'), by: 'a tester', from: 'a test', method: 'by hand' }),
    training: trainings.map(({ names: _, unmasked: __, ...row }, position) =>
      trainingRow(
        row,
        of.id,
        position,
        [row.courseTitle, row.recipientUnit, row.deliveryUnit, row.location, row.program, row.country].map((text) =>
          searchKey(text ?? ''),
        ),
      ),
    ),
    printed_total: totals.map((total, position) => totalRow(total, of.id, position)),
    naming: namings,
    names: [...names.values()],
    unmasked_cell: unmasked,
  }
}

/** Expunging without an archive. It does not wait: other tests write long in other databases of the same server. */
export const withoutArchive = { removeOriginal: async () => {}, patience: 0 }
