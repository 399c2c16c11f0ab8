/** The coverage of what a page or an answer sums: from the question to the scope, with the facts kept as long as the ledger's head stands. */
import { type CoverageFacts, type CoverageReport, type CoverageScope, coverageOf } from '../analysis/coverage.js'
import { slugOf } from '../ledger/read/cube.js'
import type { TrainingQuery } from '../ledger/read/query.js'
import type { Head } from '../ledger/read/views.js'
import { countryOfCode, programs } from '../ledger/vocabulary.js'

/** A view whose sums stand with what they do not cover. */
export type Covered<View> = View & { coverage: CoverageReport }

export interface Coverages {
  /** `head` is the state that the sums are of. */
  of(scope: CoverageScope, head: Head): Promise<CoverageReport>
}

const keptStates = 3
const keptReports = 400

/** `readFacts` counts the rows of a state of the ledger, given its changeset: some tenths of a second, so it is asked once a state. */
export function openCoverages(readFacts: (asOf: number) => Promise<CoverageFacts>): Coverages {
  const states = new Map<string, { facts: Promise<CoverageFacts>; reports: Map<string, CoverageReport> }>()
  return {
    async of(scope, head) {
      let state = states.get(head.digest)
      if (!state) {
        state = { facts: readFacts(head.changeset), reports: new Map() }
        states.set(head.digest, state)
        state.facts.catch(() => states.delete(head.digest))
        dropOldest(states, keptStates)
      }
      const key = JSON.stringify([scope.countries, scope.years, scope.programs, scope.columns])
      const facts = await state.facts
      let report = state.reports.get(key)
      if (!report) {
        report = coverageOf(scope, facts)
        state.reports.set(key, report)
        dropOldest(state.reports, keptReports)
      }
      return report
    },
  }
}

function dropOldest<Value>(kept: Map<string, Value>, most: number): void {
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

/** Years that any report could be about: a range asked for may be wider, and what lies outside is nobody's gap. */
const firstYear = 1999
const lastYear = 2021

let programCodes: Map<string, string> | undefined

/** The scope of a question. Words, names and classes narrow the rows, not what is known: they do not narrow the coverage either. */
export function scopeOf(query: Partial<TrainingQuery>): CoverageScope {
  programCodes ??= new Map(
    programs().flatMap(({ code, family }) => [[slugOf(code), code] as const, [slugOf(family), family] as const]),
  )
  const countries = (query.country ?? []).map((slug) => countryOfCode(slug.toUpperCase())?.code)
  const codes = [...(query.program ?? []), ...(query.family ?? [])].map((slug) => programCodes?.get(slug))
  const years = [
    ...(query.year ?? []).flatMap(({ first, last }) => span(Math.max(first, firstYear), Math.min(last, lastYear))),
    ...(query.report ?? []).map((report) => Number(report.slice(0, 4))),
  ]
  return {
    // A value that the vocabulary does not know could be anywhere: then nothing is narrowed.
    ...(countries.length > 0 && countries.every((code) => code !== undefined) && { countries: countries as string[] }),
    ...(codes.length > 0 && codes.every((code) => code !== undefined) && { programs: codes as string[] }),
    ...(years.length > 0 && { years: [...new Set(years)].sort((a, b) => a - b) }),
  }
}

const span = (first: number, last: number) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
