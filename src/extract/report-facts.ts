/** The records of a report as rows of the ledger: masked, named and with their search keys. */
import type { Row } from '../ledger/changesets/canonical.js'
import { nameRow, namingRow, totalRow, trainingRow, unreadRows } from '../ledger/changesets/facts.js'
import type { SourceFacts } from '../ledger/changesets/replace-source.js'
import type { PrintedTotal, Source, Training, UnreadPlace } from '../ledger/records.js'
import { remembered } from '../ledger/remembered.js'
import { searchedColumns } from '../ledger/schema.js'
import { countryOfCode, readCountry } from '../ledger/vocabulary.js'
import { searchKeyOfCell } from '../names/search-key.js'
import { maskTraining, namingsOf } from './cells.js'
import { repairedReading } from './fmtr/replaced-letters.js'
import { maskTotal, maskUnread } from './masked-notes.js'

export interface ReportRecords {
  source: Source
  trainings: readonly Training[]
  totals: readonly PrintedTotal[]
  unread: readonly UnreadPlace[]
}

/** All that is said of a source but itself: how it came to us is known to whoever collects it. */
export type ReportFacts = Omit<SourceFacts, 'source'>

/** Facts of a report as it was read from the original: personal data is masked here. */
export function factsOfReport({ source, trainings, totals, unread }: ReportRecords): ReportFacts {
  const unmasked: Row[] = []
  const masked: Training[] = []
  for (const training of trainings) {
    const result = maskTraining(training, source.id)
    unmasked.push(...result.unmasked)
    masked.push(result.training)
  }
  const records = { source, trainings: masked, totals: totals.map(maskTotal), unread: unread.map(maskUnread) }
  return { ...factsOfMasked(records), unmasked_cell: unmasked }
}

/** Facts of records in which personal data is masked already: those of the bundled data. Says nothing of what is behind the masks. */
export function factsOfMasked({ source, trainings, totals, unread }: ReportRecords): ReportFacts {
  const rows: Row[] = []
  const namings: Row[] = []
  const names = new Map<string, Row>()
  for (const [position, record] of trainings.entries()) {
    const facts = factsOfTraining(record, source.id, position)
    rows.push(facts.training)
    namings.push(...facts.namings)
    for (const name of facts.names) names.set(name.id, name)
  }
  return {
    training: rows,
    printed_total: totals.map((total, position) => totalRow(total, source.id, position)),
    unread_place: unreadRows(unread, source.id),
    naming: namings,
    names: [...names.values()],
  }
}

/** What one row of a report says: the training, the namings in it, and the printed names that they use. */
export function factsOfTraining(
  record: Training,
  source: string,
  position: number,
): { training: Row; namings: Row[]; names: Row[] } {
  const namings: Row[] = []
  const names: Row[] = []
  for (const { naming, reading } of namingsOf(record)) {
    // No report says which country a deliverer is of.
    const country = naming.role === 'recipient' ? (record.countryCode ?? record.country) : null
    const name = printedName({ text: naming.text, country, reading })
    namings.push(namingRow(naming, { id: record.id, source }, name.id))
    names.push(name)
  }
  return { training: trainingRow(record, source, position, searchKeys(record)), namings, names }
}

/** Names that were printed before: three of four were. */
const printedName = remembered(
  50_000,
  ({ text, country, reading }: { text: string; country: string | null; reading: string }): Row =>
    nameRow(text, country, searchKeyOfCell(reading)),
  ({ text, country, reading }) => `${country}\0${text}${reading === text ? '' : `\0${reading}`}`,
)

function searchKeys(training: Training): string[] {
  const texts: Record<(typeof searchedColumns)[number], string | null> = {
    course_title: training.courseTitle,
    recipient_unit: training.recipientUnit,
    delivery_unit: training.deliveryUnit,
    location: training.location,
    program: training.program,
    country: countryWords(training),
  }
  return searchedColumns.map((column, index) => {
    const text = texts[column]
    return text === null ? '' : keysOfColumns[index]!(repairedReading(text, training.flags))
  })
}

/** The key of each column's text. Of two rows of three it is the text of the row before, which is found sooner than any other. */
const keysOfColumns = searchedColumns.map(() => {
  let last = ''
  let key = ''
  return (text: string): string => {
    if (text !== last) {
      key = searchKeyOfCell(text)
      last = text
    }
    return key
  }
})

/** A country is found as printed, by its names of today in English and Spanish, and by its code. */
const countryWords = remembered(
  1000,
  ({ country: printed, countryCode: code }: Pick<Training, 'country' | 'countryCode'>) => {
    const country = code ? countryOfCode(code) : null
    const names = [printed, readCountry(printed)?.name, country?.nameEn, country?.nameEs, code]
    return [...new Set(names.filter((name) => !!name))].join(' ')
  },
  ({ country, countryCode }) => `${country}|${countryCode}`,
)
