/** Where a chart of programmes by year compares unlike things: a programme renamed, merged or replaced between two years. */
import type { ProgramRef } from '../ledger/read/views.js'
import { programBreaks } from '../ledger/vocabulary.js'
import type { Messages } from './messages/messages.js'

export interface Break {
  /** First fiscal year under the new name. */
  year: number
  from: string
  to: string
  /** As the crosswalk calls it: renamed, widened, replaced, merged … */
  change: string
  citation: string
}

/** Breaks between programmes of which at least one has rows here; in the order of years. */
export function breaksFor(programs: readonly ProgramRef[]): Break[] {
  const codes = new Set(programs.map((program) => program.code))
  return programBreaks()
    .filter((each) => codes.has(each.from) && codes.has(each.to))
    .map((each) => ({ year: each.firstFiscalYear, from: each.from, to: each.to, change: each.change, citation: each.citation }))
    .sort((a, b) => a.year - b.year)
}

export interface CitedSource {
  text: string
  /** A title of a publication stays as it is printed, whatever the reader's language. */
  printed: boolean
}

const headings = /^headings of the FY (\d{4}) and FY (\d{4}) tables$/i
const law = /^Public Law (\d+-\d+), section (\d+)(?: \((\d+) USC (\d+)\))?$/

/** What the crosswalk cites, in the reader's language: the headings of two years' tables, laws, and titles of studies. */
export function citedSources(citation: string, text: Pick<Messages, 'breakSources'>): CitedSource[] {
  return citation.split('; ').map((part) => {
    const [, before, after] = headings.exec(part) ?? []
    if (before && after) return { text: text.breakSources.headings(before, after), printed: false }
    const [, number, section, title, code] = law.exec(part) ?? []
    if (number && section)
      return { text: text.breakSources.law(number, section, title && code ? `${title} USC ${code}` : null), printed: false }
    return { text: part, printed: true }
  })
}
