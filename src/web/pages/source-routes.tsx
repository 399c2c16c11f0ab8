/** Loads the pages of sources, of a printed total, and of all totals beside their rows. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { readQuery } from '../../ledger/read/query.js'
import { Evidence } from '../components/evidence.js'
import type { WebDependencies } from '../dependencies.js'
import { evidenceOfPage, evidenceOfRow } from '../evidence.js'
import { readSourceText } from '../source-text.js'
import { type Asked, State } from './asked.js'
import { ReconciliationPage } from './reconciliation.js'
import { SourcePage } from './source.js'
import { SourcesPage } from './sources.js'
import { TotalPage } from './total.js'
import { withdrawn } from './withdrawn.js'

const OneSource = State.extend({
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'the number of a page')
    .transform(Number)
    .optional(),
})
const Reconciliation = State.extend({
  report: z
    .string()
    .regex(/^\d{4}-\d{4}$/, 'a report, "2012-2013"')
    .optional(),
})

export async function sourcesPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const { sources, head } = await reading.sources(as_of)
  return send(head, () => <SourcesPage sources={sources} />)
}

export async function sourcePage(dependencies: WebDependencies, asked: Asked, which: string): Promise<Response> {
  const { parameters, send } = asked
  const { reading, coverage } = dependencies
  const { as_of, page: shown } = readQuery(OneSource, parameters)
  const view = await reading.source(which, as_of)
  if (!view && as_of === undefined) {
    const where = await reading.whereabouts('source', which)
    if (where.state === 'withdrawn') return withdrawn(where, asked, 'sources', which)
  }
  if (!view || (shown !== undefined && shown > (view.source.pages ?? 0)))
    throw errors.NOT_FOUND(shown === undefined ? `source "${which.slice(0, 40)}"` : `page ${shown} of this source`)
  const countries = view.countries.flatMap(({ country }) => country.code ?? [])
  const report = view.source.report
  const years = report ? [Number(report.slice(0, 4))] : undefined
  const covered = { ...view, coverage: await coverage({ countries, ...(years && { years }) }, as_of, view.head) }
  const evidence = await evidenceOfPage(dependencies, view.source, shown ?? null)
  const text = await readSourceText(dependencies, view.source, as_of)
  return send(view.head, () => (
    <SourcePage view={covered} page={shown ?? null} evidence={<Evidence view={evidence} />} text={text} />
  ))
}

export async function totalPage(dependencies: WebDependencies, { parameters, send }: Asked, which: string): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const view = await dependencies.reading.total(which, as_of)
  if (!view) throw errors.NOT_FOUND(`printed total "${which.slice(0, 40)}"`)
  const { total, head } = view
  const evidence = await evidenceOfRow(dependencies, 'total', which)
  return send(head, () => <TotalPage total={total} evidence={evidence && <Evidence view={evidence} />} />)
}

export async function reconciliationPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of, report } = readQuery(Reconciliation, parameters)
  const view = await reading.reconciliation(as_of)
  // Without its programmes the page would look like that of a report which balances.
  if (report !== undefined && !view.reports.some((row) => row.report === report)) throw errors.NOT_FOUND(`report "${report}"`)
  return send(view.head, () => <ReconciliationPage view={view} report={report ?? null} />)
}
