/**
 * What the programmes that a question asks for were called in other years: IMET is printed as "IMET-1" from fiscal year 2007 on, Section 1004 became
 * Section 333. "No row under IMET" in 2012 is true of the heading and false of the money, so that such rows are told beside it.
 */
import { slugOf } from '../ledger/read/cube.js'
import type { TrainingQuery } from '../ledger/read/query.js'
import type { Reading } from '../ledger/read/reading.js'
import type { FacetValue } from '../ledger/read/views.js'
import { programs as knownPrograms } from '../ledger/vocabulary.js'

export interface Siblings {
  /** The same question for the families as a whole. */
  query: TrainingQuery
  /** Its rows. */
  rows: number
  /** Programmes with rows among these that were not asked for. */
  others: FacetValue[]
}

/** Null where no other programme of the families has a row that the question would have. */
export async function siblingsOf(
  { programsAmong }: Pick<Reading, 'programsAmong'>,
  query: TrainingQuery,
): Promise<Siblings | null> {
  if (query.program.length === 0 || query.family.length > 0) return null
  const all = knownPrograms()
  const families = new Set(all.filter(({ code }) => query.program.includes(slugOf(code))).map(({ family }) => family))
  const members = all.filter(({ family }) => families.has(family))
  if (members.length <= query.program.length) return null
  const asked: TrainingQuery = { ...query, program: [], family: [...families].map(slugOf), cursor: undefined }
  const programs = await programsAmong(asked)
  const others = programs.filter(({ value }) => !query.program.includes(value))
  return others.length > 0 ? { query: asked, rows: programs.reduce((sum, { rows }) => sum + rows, 0), others } : null
}
