/** What a reader of the terminal must know of how a report was read: places that were not, and what was done to its pages. */
import type { ReportNote } from '../extract/fmtr/extracted-report.js'
import type { UnreadPlace } from '../ledger/records.js'

/** Places of one kind that are told of a file; the rest is counted. */
const LISTED = 5

/** A line each, the file's name first. */
export function toldOfReport(file: string, unread: readonly UnreadPlace[], notes: readonly ReportNote[]): string[] {
  // What stands around the tables is no remark on how they were read.
  const remarks = notes.filter(({ code }) => !code.startsWith('TEXT_'))
  return [
    ...unread.slice(0, LISTED).map(({ place, text, reason }) => {
      const where = place.page === null ? `row ${place.row}` : `page ${place.page}`
      return `${file}, ${where}: not read: ${reason}: ${JSON.stringify(text.slice(0, 120))}`
    }),
    ...(unread.length > LISTED ? [`${file}: ${unread.length - LISTED} more places not read`] : []),
    ...remarks.slice(0, LISTED).map(({ place, text }) => `${file}${place ? `, page ${place.page}` : ''}: ${text}`),
    ...(remarks.length > LISTED ? [`${file}: ${remarks.length - LISTED} more remarks on its pages`] : []),
  ]
}
