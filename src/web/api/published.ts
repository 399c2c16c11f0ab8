/** The views of the ledger as the API publishes them: snake_case, dollars, the records' own published fields. */
import type { Gap } from '../../analysis/coverage.js'
import { dollars, publishTotal, publishTraining } from '../../ledger/publish.js'
import type {
  BalanceCounts,
  Changeset,
  CountryRef,
  FacetValue,
  Head,
  NameRow,
  ProgramRef,
  Sum,
  TotalView,
  TrainingRow,
} from '../../ledger/read/views.js'
import type { Source } from '../../ledger/records.js'

export function publishRow(row: TrainingRow) {
  return {
    ...publishTraining(row),
    source_id: row.sourceId,
    names: row.namings.map((naming) => ({
      id: naming.nameId,
      role: naming.role,
      text: naming.text,
      count: naming.count,
      recipient_class: naming.recipientClass,
    })),
  }
}

export function publishSum(sum: Sum) {
  return {
    rows: sum.rows,
    training_sessions: sum.quantity,
    total_cost: dollars(sum.cents),
    rows_without_cost: sum.rowsWithoutCost,
    training_sessions_without_cost: sum.quantityWithoutCost,
    rows_without_unit: sum.rowsWithoutUnit,
    training_sessions_without_unit: sum.quantityWithoutUnit,
  }
}

export const publishFacet = ({ value, label, rows, quantity, planned }: FacetValue) => ({
  value,
  label,
  rows,
  training_sessions: quantity,
  training_sessions_planned: planned ?? 0,
})

export const publishCountry = ({ slug, code, name }: CountryRef) => ({ slug, country_code: code, name })

export const publishProgram = ({ slug, code, family, agency }: ProgramRef) => ({
  slug,
  program_code: code,
  program_family: family,
  agency,
})

/** `content` is the name of a state in every ledger that holds the same facts; null where it was not kept. */
export const publishHead = ({ changeset, at, digest, content }: Head) => ({ changeset, at, digest, content })

export const publishChangeset = ({ id, at, actor, reason, tool, undoes, digest, content }: Changeset) => ({
  id,
  at,
  actor,
  reason,
  tool,
  undoes,
  digest,
  content,
})

export const publishBalance = ({ totals, balanced, reportErrors, openDoubts, unexplained }: BalanceCounts) => ({
  totals,
  balanced,
  report_errors: reportErrors,
  open_doubts: openDoubts,
  unexplained,
})

export const publishName = (name: NameRow) => ({
  id: name.id,
  text: name.text,
  country: name.country?.slug ?? null,
  recipient_class: name.recipientClass,
  roles: name.roles,
  rows: name.rows,
  training_sessions: name.quantity,
  first_year: name.firstYear,
  last_year: name.lastYear,
})

export function publishTotalView(total: TotalView) {
  return {
    ...publishTotal(total),
    source_id: total.sourceId,
    computed_quantity: total.computedQuantity,
    computed_cost: dollars(total.computedCents),
    trainings: total.rows,
    balance: total.status,
    reason_code: total.reasonCode,
    reason: total.reason,
  }
}

export const publishSource = (source: Source) => ({
  id: source.id,
  sha256: source.sha256,
  kind: source.kind,
  report: source.report,
  region: source.region,
  title: source.title,
  publisher: source.publisher,
  language: source.language,
  official_url: source.officialUrl,
  archived_url: source.archivedUrl,
  volume_page_offset: source.volumePageOffset,
  file_name: source.fileName,
  media_type: source.mediaType,
  bytes: source.bytes,
  pages: source.pages,
  licence: source.licence,
})

/** `reason_code` never changes its meaning, so that programs can tell gaps apart; `reason` is the same in English. */
export function publishGap(gap: Gap) {
  return {
    report: gap.report,
    region: gap.region,
    fiscal_year: gap.fiscalYear,
    program: gap.program,
    column: gap.column,
    state: gap.state,
    reason_code: gap.reasonCode,
    reason: gap.reason,
    citation: gap.citation,
    countries: gap.countries,
    filled_share: gap.filledShare,
  }
}
