/** Where a chart of programmes by year compares unlike things: a programme renamed, merged or replaced between two years. */
import type { ProgramRef } from '../ledger/read/views.js'
import { programBreaks } from '../ledger/vocabulary.js'

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
