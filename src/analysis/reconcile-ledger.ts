/**
 * Reconciles what the ledger holds: the current trainings and printed totals, or those of a report or country.
 *
 * Sums are taken in the database first; rows are fetched only for the few totals that sums do not settle.
 */
import { type Kysely, sql } from 'kysely'
import type { Place, PrintedTotal, Training } from '../ledger/records.js'
import type { LedgerDatabase } from '../ledger/schema.js'
import { countsSql } from '../ledger/serving/repetitions.js'
import { knownDifference } from './known-differences.js'
import { compare, type Reconciliation, reconcile } from './reconcile.js'

export interface ReconciliationFilter {
  report?: string | undefined
  /** ISO 3166-1 alpha-3, or a country as printed. */
  country?: string | undefined
}

/** Every current printed total with what it covers, by report, file and place. Give it a connection that reads only. */
export async function reconcileLedger(
  reader: Kysely<LedgerDatabase>,
  filter: ReconciliationFilter = {},
): Promise<Reconciliation[]> {
  const totals = await totalsOf(reader, filter)
  const sums = await sumsByScope(reader, filter)
  const scopes = new Map<string, number>()
  for (const total of totals) scopes.set(scopeOf(total), (scopes.get(scopeOf(total)) ?? 0) + 1)
  const settled = new Map<string, Reconciliation>()
  const unsettled = new Set<string>()
  for (const total of totals) {
    const sum = sums.get(scopeOf(total)) ?? { trainings: 0, quantity: 0, cents: 0 }
    const balance = compare(total, sum)
    if (balance.status === 'balanced' && scopes.get(scopeOf(total)) === 1) {
      settled.set(total.id, { total, ...sum, balance, status: 'balanced', finding: null })
    } else unsettled.add(`${total.report}\n${total.country}`)
  }
  for (const key of unsettled) {
    const [report, country] = key.split('\n') as [string, string]
    const own = totals.filter((total) => total.report === report && total.country === country)
    const rows = await trainingsOf(reader, report, country)
    for (const one of reconcile(rows, own, knownDifference)) if (!settled.has(one.total.id)) settled.set(one.total.id, one)
  }
  return totals.map(({ id }) => settled.get(id)!)
}

const scopeOf = (total: Pick<PrintedTotal, 'report' | 'level' | 'country' | 'program' | 'fiscalYear'>): string =>
  [total.report, total.country ?? '', total.program ?? '', total.fiscalYear ?? ''].join('\n')

async function totalsOf(reader: Kysely<LedgerDatabase>, { report, country }: ReconciliationFilter): Promise<PrintedTotal[]> {
  let query = reader
    .selectFrom('ledger.printed_total as total')
    .innerJoin('ledger.source as source', (join) =>
      join.onRef('source.id', '=', 'total.source').on('source.withdrawn', 'is', null),
    )
    .where('total.withdrawn', 'is', null)
    .selectAll('total')
    .select(['source.sha256', 'source.file_name'])
    .orderBy('total.report')
    .orderBy('source.file_name')
    .orderBy('total.position')
  if (report) query = query.where('total.report', '=', report)
  if (country)
    query = query.where((where) => where.or([where('total.country_code', '=', country), where('total.country', '=', country)]))
  return (await query.execute()).map((row) => ({
    id: row.id,
    sourceSha256: row.sha256,
    sourceFile: row.file_name,
    report: row.report,
    level: row.level,
    region: row.region,
    country: row.country,
    countryCode: row.country_code,
    program: row.program,
    fiscalYear: row.fiscal_year,
    quantity: row.quantity,
    cents: row.cents,
    printed: row.printed,
    places: row.places,
    flags: row.flags,
  }))
}

interface Sum {
  trainings: number
  quantity: number
  cents: number
}

/** Sums of the current trainings under each of the scopes that a total over them could have. */
async function sumsByScope(reader: Kysely<LedgerDatabase>, { report }: ReconciliationFilter): Promise<Map<string, Sum>> {
  const groups = await sql<{ report: string; country: string; program: string | null; fiscal_year: number | null } & Sum>`
    select report, country, program, fiscal_year, count(*) as trainings, coalesce(sum(quantity), 0) as quantity, coalesce(sum(cents), 0) as cents
    from ledger.training
    where withdrawn is null and ${sql.raw(countsSql('training', 'training'))} ${report ? sql`and report = ${report}` : sql``}
    group by report, country, grouping sets ((program, fiscal_year), (program), (fiscal_year), ())
  `.execute(reader)
  return new Map(
    groups.rows.map((row) => [
      scopeOf({ ...row, level: 'program', fiscalYear: row.fiscal_year }),
      { trainings: Number(row.trainings), quantity: Number(row.quantity), cents: Number(row.cents) },
    ]),
  )
}

async function trainingsOf(reader: Kysely<LedgerDatabase>, report: string, country: string): Promise<Training[]> {
  const rows = await reader
    .selectFrom('ledger.training as training')
    .innerJoin('ledger.source as source', (join) =>
      join.onRef('source.id', '=', 'training.source').on('source.withdrawn', 'is', null),
    )
    .where('training.withdrawn', 'is', null)
    .where('training.report', '=', report)
    .where('training.country', '=', country)
    .selectAll('training')
    .select(['source.sha256', 'source.file_name'])
    .orderBy('source.file_name')
    .orderBy('training.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    sourceSha256: row.sha256,
    sourceFile: row.file_name,
    report: row.report,
    fiscalYear: row.fiscal_year,
    status: row.status,
    region: row.region,
    country: row.country,
    countryCode: row.country_code,
    program: row.program,
    programCode: row.program_code,
    programFamily: row.program_family,
    agency: row.agency,
    courseTitle: row.course_title,
    quantity: row.quantity,
    quantityHeader: row.quantity_header,
    location: row.location,
    recipientUnit: row.recipient_unit,
    deliveryUnit: row.delivery_unit,
    deliveryQuantity: row.delivery_quantity,
    cents: row.cents,
    startPrinted: row.start_printed,
    endPrinted: row.end_printed,
    startDate: row.start_date,
    endDate: row.end_date,
    places: row.places as Place[],
    flags: row.flags,
  }))
}
