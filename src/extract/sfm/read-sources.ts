/** A table of the publications that the other tables cite, by the ids that it has for them ("access points"). */

import { rangeText } from '../../ledger/dates.js'
import type { Publication } from '../../ledger/entities.js'
import type { TableCounts } from '../table-counts.js'
import { readPrintedDate } from './cited-date.js'
import type { SourcesLayout } from './columns.js'
import { type RowReader, type SheetReader, uuid } from './sheet-reader.js'

export interface CitedPublication {
  publication: Publication
  /** The id that statements cite. */
  cited: string
  restricted: boolean
}

/**
 * A publication's row id is the id that statements cite, "@" and the source that lists it: two editions of the table list the same. So those
 * of one citation stand together in the order of ids.
 */
export const publicationId = (cited: string, source: string): string => `${cited}@${source}`

export function readSources(
  sheet: SheetReader,
  layout: SourcesLayout,
  source: string,
  into: Map<string, CitedPublication>,
): TableCounts {
  const counts = { rows: 0, refused: 0 }
  for (const row of sheet.rows()) {
    counts.rows++
    const printed = row.text(layout.id)
    const cited = uuid.test(printed) ? printed.toLowerCase() : printed
    if (cited === '') {
      counts.refused++
      row.lose(layout.id, 'ROW_WITHOUT_SUBJECT', 'refused', row.text(layout.title) || null)
      continue
    }
    const restricted = layout.restricted !== null && !/^(0|n|no|false)?$/i.test(row.text(layout.restricted))
    const earlier = into.get(cited)
    if (earlier) {
      counts.refused++
      // Restricted once is restricted: an open doublet must not undo it.
      if (restricted) earlier.restricted = true
      row.lose(layout.id, 'ROW_REPEATED', 'refused', restricted || earlier.restricted ? null : cited)
      continue
    }
    if (restricted) row.lose(layout.restricted, 'WITHHELD', 'withheld', null)
    into.set(cited, { cited, restricted, publication: readPublication(row, layout, cited, source) })
    for (const heading of layout.otherIds) {
      const other = row.text(heading)
      if (other !== '' && other !== printed) row.lose(heading, 'CELL_NOT_KEPT', 'not taken', other)
    }
    row.finish(layout.internal, layout.notKept)
    if (restricted) sheet.silence(row.row)
  }
  return counts
}

function readPublication(row: RowReader, layout: SourcesLayout, cited: string, source: string): Publication {
  const text = (heading: string | null): string | null => (heading === null ? null : row.text(heading) || null)
  const address = (heading: string): string | null => {
    const printed = row.text(heading)
    if (printed === '' || /^https?:\/\/\S+$/i.test(printed)) return printed || null
    row.lose(heading, 'CELL_NOT_AN_ADDRESS', 'not taken', printed)
    return null
  }
  const published = text(layout.published)
  const range = published === null ? null : readPrintedDate(published)
  if (published !== null && !range) row.lose(layout.published, 'DATE_IMPOSSIBLE', 'in part', published)
  return {
    id: publicationId(cited, source),
    row: row.row,
    kind: text(layout.kind),
    title: text(layout.title),
    author: text(layout.author),
    publisher: text(layout.publisher),
    url: address(layout.url),
    archivedUrl: address(layout.archivedUrl),
    publishedPrinted: published,
    published: range ? rangeText(range) : null,
    accessedPrinted: text(layout.accessed),
    locator: text(layout.locator),
  }
}
