/**
 * The results of a list as CSV: a row for each possible match, and one for each subject without. What a person typed or a source prints never
 * becomes a formula in a spreadsheet program (OWASP, "CSV injection").
 */
import { csvRow } from '../../ledger/publish.js'
import type { Coverage, Decision, Hit, SubjectView } from '../../screening/model.js'
import { coverageParts, evidenceInWords, findingInWords, matterInWords, matterParts, placeInWords, type Speaks } from './words.js'

const columns = [
  'position',
  'sheet',
  'row',
  'name',
  'other_names',
  'kind',
  'unit',
  'rank',
  'post',
  'country',
  'birth_date',
  'birth_place',
  'identifiers',
  'other_columns',
  'doubts',
  'result',
  'names_alike',
  'match',
  'match_role',
  'entity',
  'entity_kind',
  'entity_name',
  'entity_country',
  'score',
  'needs_a_look',
  'reasons',
  'evidence',
  'said_of_it',
  'training_beside_it',
  'decided_of',
  'finding',
  'next_step',
  'decision_state',
  'reason',
  'decided_by',
  'decided_at',
  'counts_until',
  'confirmed_by',
  'as_of',
  'ledger_digest',
  'covers',
] as const
type Row = Partial<Record<(typeof columns)[number], string | number | boolean | null>>

export interface ResultsWriter {
  heading: string
  rowsOf(view: SubjectView): string
}

export function resultsWriter(speaks: Speaks, coverage: Coverage): ResultsWriter {
  const asked: Row = {
    as_of: coverage.at,
    ledger_digest: coverage.digest,
    covers: coverageParts(speaks, coverage).join('; '),
  }
  return {
    heading: csvRow(columns),
    rowsOf(view) {
      const own: Row = { ...subjectRow(view), ...asked }
      const rows = view.hits.map(
        (hit): Row => ({ ...own, ...hitRow(speaks, hit), ...decisionRow(hit.decision ?? view.decision) }),
      )
      return (rows.length > 0 ? rows : [{ ...own, ...decisionRow(view.decision) }])
        .map((row) => csvRow(columns.map((column) => safe(row[column] ?? null))))
        .join('')
    },
  }
}

/** Rows with a heading, in the order of the list. */
export async function* resultsCsv(
  speaks: Speaks,
  coverage: Coverage,
  subjects: AsyncIterable<SubjectView>,
): AsyncGenerator<string> {
  const writer = resultsWriter(speaks, coverage)
  yield writer.heading
  for await (const view of subjects) yield writer.rowsOf(view)
}

/** A cell that begins like a formula is text: the apostrophe says so to spreadsheet programs. */
const safe = (value: string | number | boolean | null): string | number | boolean | null =>
  typeof value === 'string' && /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(value) ? `'${value}` : value

function subjectRow({ subject, hits, matched, compared }: SubjectView): Row {
  return {
    position: subject.position,
    sheet: subject.sheet,
    row: subject.row,
    name: subject.name,
    other_names: subject.otherNames.join('; '),
    kind: subject.kind,
    unit: subject.unit,
    rank: subject.rank,
    post: subject.post,
    country: subject.country ?? subject.countryPrinted,
    birth_date: subject.birth?.printed ?? null,
    birth_place: subject.birthPlace,
    identifiers: subject.identifiers.join('; '),
    other_columns: Object.keys(subject.besides).length > 0 ? JSON.stringify(subject.besides) : null,
    doubts: subject.flags.map(({ code, column }) => (column === null ? code : `${code} (${column})`)).join('; '),
    // Where hundreds bear a name, only the most alike have rows.
    names_alike: compared ? matched : null,
    result: compared ? resultOf(hits, matched) : 'not compared',
  }
}

/** The same of a subject whether or not the hits that need no look were asked for: `matched` counts them in any case. */
const resultOf = (hits: readonly Hit[], matched: number): string =>
  hits.some(({ look }) => look) ? 'possible match' : matched > 0 ? 'likenesses that need no look' : 'no match in the ledger'

function hitRow(speaks: Speaks, hit: Hit): Row {
  const { matters, findings } = hit.exposure
  return {
    match: hit.rank,
    match_role: hit.role,
    entity: hit.entity.id,
    entity_kind: hit.entity.kind,
    entity_name: hit.entity.name,
    entity_country: hit.entity.country,
    score: hit.score,
    needs_a_look: hit.look,
    reasons: hit.name?.reasons.join('; ') ?? null,
    evidence: hit.evidence.map((one) => evidenceInWords(speaks, one)).join('; '),
    said_of_it: matters.shown
      .map((matter) => [matterInWords(speaks, matter), ...matterParts(speaks, matter), placeInWords(speaks, matter)].join('; '))
      .join(' | '),
    training_beside_it: findings.shown.map((finding) => findingInWords(speaks, finding)).join(' | '),
  }
}

function decisionRow(decision: Decision | null): Row {
  if (decision === null) return {}
  return {
    decided_of: decision.entity === null ? 'subject' : 'match',
    finding: decision.finding,
    next_step: decision.action,
    decision_state: decision.state,
    reason: decision.reason,
    decided_by: decision.reviewer,
    decided_at: decision.at,
    counts_until: decision.expires,
    confirmed_by: decision.confirmedBy,
  }
}
