/**
 * What an analyst decides on a claim that was proposed: accept, correct, reject. Each decision is a changeset of its own, in the audit trail,
 * and can be undone; what is accepted becomes statements in the same changeset.
 *
 * A denial says no more than what it denies: where that is corrected it follows, and where nobody says it any longer the denial is undone
 * with it, as it would else be the only page of an allegation.
 */
import type { PoolClient } from 'pg'
import { decisionRow, placeOf } from '../ledger/changesets/article-facts.js'
import { contentForm, type Row } from '../ledger/changesets/canonical.js'
import { type Change, type Committed, commitChangeset, withdrawRows, writeRows } from '../ledger/changesets/change.js'
import { entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { allRows } from '../ledger/changesets/rows.js'
import { settle, spokenOf } from '../ledger/changesets/settle.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import { Claim, type ClaimTie, type ClaimVerdict } from '../ledger/claims.js'
import type { Ledger } from '../ledger/database/connect.js'
import { readPartialDate } from '../ledger/dates.js'
import type { EntityKind, Statement } from '../ledger/entities.js'
import { errors, UserError } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import { claimAsDecided, type KeptClaim, loadClaims } from '../ledger/read/claims.js'
import { statementsOfClaim } from './claim-statements.js'
import type { Reviewer } from './judge.js'
import { namesCountryOrProgramme } from './offered-names.js'
import { proposeTies } from './propose-ties.js'

export interface WantedDecision {
  /** The kept claim's id. */
  claim: string
  verdict: ClaimVerdict
  note: string | null
  /** Whom it speaks of; where this is absent, whom the reading proposes. */
  ties?: readonly ClaimTie[]
  /** What differs from the proposal, where it is corrected: `{ value: 73_000_000 }`. */
  corrections?: Readonly<Record<string, unknown>>
  /** The changeset of the decision that whoever decides has before him, null where there was none: another one is not replaced unseen. */
  seen?: number | null
}

export interface Decided extends Committed {
  /** The article. */
  source: string
  /** Ids of the statements that it became. */
  statements: string[]
  /** Ids of accepted denials and doubts that changed with it, or are open again. */
  answered: string[]
}

/**
 * Decides on a claim; an earlier decision on it is replaced, with the statements that it made.
 * @throws UserError NOT_FOUND, CLAIM_CORRECTION_INVALID, CLAIM_UNTIED, CLAIM_TIE_INVALID, CLAIM_TIE_NO_FORCE, CLAIM_DECIDED_MEANWHILE,
 * CLAIM_UNDONE_MEANWHILE
 */
export async function decideClaim(
  ledger: Pick<Ledger, 'ownerPool'>,
  wanted: WantedDecision,
  { reviewer, at }: Reviewer,
): Promise<Decided> {
  for (const tie of wanted.ties ?? [])
    if (!('entity' in tie) && namesCountryOrProgramme(tie.name)) throw errors.CLAIM_TIE_NO_FORCE(tie.name)
  let source = ''
  let statements: string[] = []
  let answered: string[] = []
  const about = { actor: reviewer, reason: reasons[wanted.verdict], tool: 'rastro', toolVersion: version, at }
  const committed = await commitChangeset(ledger, about, async (change) => {
    const { kept, all } = await claimOf(change.client, wanted.claim)
    source = kept.source
    refuseUnseen(kept, wanted)
    const corrected = wanted.verdict === 'corrected' ? correct(kept.claim, wanted.corrections ?? {}) : null
    const claim = corrected ?? kept.claim
    const ties = wanted.verdict === 'rejected' ? [] : (wanted.ties ?? (await proposeTies(change.client, kept, claim)))
    const made =
      wanted.verdict === 'rejected'
        ? { statements: [], entities: new Map<string, EntityKind>() }
        : await statementsFor(change.client, kept, claim, ties, all)
    statements = made.statements.map(({ id }) => id)
    const decision = decisionRow(
      {
        claim: kept.id,
        verdict: wanted.verdict,
        reviewer,
        note: wanted.note,
        ties: [...ties],
        corrected,
        proposed: kept.claim,
        statements,
        textSha256: await textOf(change.client, source),
      },
      source,
    )
    // A decision that an older reading's proposal had is this claim's, too.
    const before = kept.decision && kept.decision.claim !== kept.id ? [await decisionRowId(change.client, kept)] : []
    await replaceDecision(change, decision, before, made)
    if (!answers(claim)) answered = await answersFollow(change, source)
  })
  return { ...committed, source, statements, answered }
}

function refuseUnseen({ decision }: KeptClaim, { seen, verdict }: WantedDecision): void {
  if (seen === undefined || (decision?.changeset ?? null) === seen) return
  if (decision === null) throw errors.CLAIM_UNDONE_MEANWHILE()
  if (decision.verdict !== verdict || verdict === 'corrected')
    throw errors.CLAIM_DECIDED_MEANWHILE(decision.verdict, decision.reviewer)
}

const reasons: Record<ClaimVerdict, string> = {
  accepted: 'Accepted a claim of an article',
  corrected: 'Corrected a claim of an article',
  rejected: 'Rejected a claim of an article',
}

/**
 * Undoes a decision on a claim by another changeset.
 * @throws UserError CHANGESET_UNKNOWN, UNDO_BLOCKED, JUDGEMENT_INVALID where it is no decision on a claim
 */
export async function undoClaimDecision(ledger: Pick<Ledger, 'ownerPool'>, changeset: number, by: Reviewer): Promise<Committed> {
  const { rows } = await ledger.ownerPool.query<{ decided: boolean; others: boolean }>(
    `SELECT EXISTS (SELECT FROM ledger.claim_decision WHERE written = $1 OR withdrawn = $1) AS decided,
      EXISTS (SELECT FROM ledger.training WHERE written = $1) OR EXISTS (SELECT FROM ledger.source WHERE written = $1) OR
      EXISTS (SELECT FROM ledger.claim WHERE written = $1) AS others`,
    [changeset],
  )
  if (!rows[0]!.decided || rows[0]!.others) throw errors.JUDGEMENT_INVALID(`Changeset ${changeset} is not a decision on a claim`)
  const about = {
    actor: by.reviewer,
    reason: `Undid decision ${changeset}`,
    tool: 'rastro',
    toolVersion: version,
    at: by.at,
  }
  return undoChangeset(ledger, changeset, about, settleAnswers)
}

/** After an undoing: denials and doubts of the articles that it touched follow what they deny. */
export async function settleAnswers(change: Change): Promise<void> {
  const { rows } = await change.client.query<{ source: string }>(
    'SELECT DISTINCT source FROM ledger.claim_decision WHERE source = ANY($1) AND withdrawn IS NULL',
    [[...change.groups.ledger.keys()]],
  )
  for (const { source } of rows) await answersFollow(change, source)
}

const answers = ({ type }: Claim): boolean => type === 'denial' || type === 'doubt'

/** Writes the accepted denials and doubts of an article anew where what they deny says something else by now. Returns which of them changed. */
async function answersFollow(change: Change, source: string): Promise<string[]> {
  const all = await loadClaims(change.client, null, [source])
  const changed: string[] = []
  for (const kept of all) {
    const { decision } = kept
    if (!decision || decision.verdict === 'rejected' || !answers(kept.claim)) continue
    const made = await statementsFor(change.client, kept, claimAsDecided(kept), decision.ties, all).catch((error: unknown) => {
      if (error instanceof UserError && error.code === 'CLAIM_UNTIED') return null
      throw error
    })
    const statements = made?.statements.map(({ id }) => id) ?? []
    const row = decisionRow({ ...decision, statements }, source)
    if (await replaceDecision(change, made === null ? null : row, [await decisionRowId(change.client, kept)], made ?? nothing))
      changed.push(kept.id)
  }
  return changed
}

const nothing = { statements: [], entities: new Map<string, EntityKind>() }

async function claimOf(client: PoolClient, id: string): Promise<{ kept: KeptClaim; all: KeptClaim[] }> {
  const { rows } = await client.query<{ source: string }>(
    `SELECT source FROM ledger.claim WHERE id = $1 AND withdrawn IS NULL
      UNION SELECT source FROM ledger.claim_decision WHERE claim = $1 AND withdrawn IS NULL`,
    [id],
  )
  const all = rows[0] ? await loadClaims(client, null, [rows[0].source]) : []
  const kept = all.find((claim) => claim.id === id)
  if (!kept) throw errors.NOT_FOUND(`claim "${id.slice(0, 40)}"`)
  return { kept, all }
}

/** What ties a claim to its words is not for correction. */
const fixed = new Set(['id', 'type', 'start', 'end', 'sentence', 'proposed_by', 'counterpart', 'change'])

function correct(claim: Claim, corrections: Readonly<Record<string, unknown>>): Claim {
  const wrong = Object.keys(corrections).find((name) => fixed.has(name) || !(name in claim))
  if (wrong !== undefined) throw errors.CLAIM_CORRECTION_INVALID(wrong)
  const corrected = Claim.safeParse({ ...claim, ...corrections })
  if (!corrected.success) throw errors.CLAIM_CORRECTION_INVALID(String(corrected.error.issues[0]?.path[0] ?? 'claim'))
  const impossible = impossiblePart(corrected.data)
  if (impossible !== null) throw errors.CLAIM_CORRECTION_INVALID(impossible)
  return corrected.data
}

/** "100 to 50", a number and a range, fewer than none, the 30th of February, a time that ends before it begins. */
function impossiblePart(claim: Claim): string | null {
  const { from = null, to = null } = claim.period ?? {}
  const [first, last] = [from, to].map((day) => (day === null ? null : readPartialDate(day)))
  if ((from !== null && !first) || (to !== null && !last) || (first && last && last.to < first.from)) return 'period'
  if (claim.type !== 'quantity') return null
  const { value, low, high, currency } = claim
  if (value === null ? low === null && high === null : low !== null || high !== null) return 'value'
  if ([value, low, high].some((number) => number !== null && number < 0)) return 'value'
  if (low !== null && high !== null && low > high) return 'high'
  return currency !== null && !/^[A-Z]{3}$/.test(currency) ? 'currency' : null
}

async function statementsFor(
  client: PoolClient,
  kept: KeptClaim,
  claim: Claim,
  ties: readonly ClaimTie[],
  all: readonly KeptClaim[],
) {
  const concerns = claim.type === 'denial' || claim.type === 'doubt' ? claim.concerns : []
  const accepted = all.filter(({ id, decision }) => concerns.includes(id) && decision !== null)
  const denied = await statementsOf(
    client,
    accepted.flatMap(({ decision }) => decision!.statements),
  )
  const ids = [
    ...ties.flatMap((tie) => ('entity' in tie ? [tie.entity] : [])),
    ...denied.flatMap(({ entity, object }) => [entity, ...(object ? [object] : [])]),
  ]
  const { rows } = await client.query<{ id: string; kind: EntityKind }>(
    'SELECT id, kind FROM ledger.entity WHERE id = ANY($1) AND withdrawn IS NULL',
    [ids],
  )
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]))
  const made = statementsOfClaim({
    id: kept.id,
    source: kept.source,
    claim,
    words: kept.words,
    place: kept.places[0] ?? placeOf(claim, 1),
    ties,
    kinds,
    denied,
  })
  for (const { entity, object } of made.statements)
    for (const id of [entity, object]) if (id !== null && kinds.has(id)) made.entities.set(id, kinds.get(id)!)
  return made
}

async function statementsOf(client: PoolClient, ids: readonly string[]): Promise<Statement[]> {
  const { rows } = await client.query<Statement>(
    `SELECT id, entity, property, value, object, details, stance FROM ledger.statement WHERE id = ANY($1) AND withdrawn IS NULL
      ORDER BY position, id`,
    [ids],
  )
  return rows
}

/** Where the text is not here, ranges count in the file that the source's own digest names. */
async function textOf(client: PoolClient, source: string): Promise<string> {
  const { rows } = await client.query<{ sha256: string }>(
    `SELECT coalesce(a.text_sha256, s.sha256) AS sha256 FROM ledger.source s
      LEFT JOIN ledger.article a ON a.source = s.id AND a.withdrawn IS NULL WHERE s.id = $1 AND s.withdrawn IS NULL`,
    [source],
  )
  return rows[0]?.sha256 ?? ''
}

async function decisionRowId(client: PoolClient, { decision, source }: KeptClaim): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM ledger.claim_decision WHERE source = $1 AND claim = $2 AND withdrawn IS NULL',
    [source, decision!.claim],
  )
  return rows[0]!.id
}

/** False where all is as it was. Null: there is no decision any longer. */
async function replaceDecision(
  change: Change,
  decision: Row | null,
  also: readonly string[],
  made: { statements: readonly Statement[]; entities: ReadonlyMap<string, EntityKind> },
): Promise<boolean> {
  const decisions = decision === null ? [] : [decision]
  const before = await allRows(change.client, 'ledger', 'claim_decision', 'id = ANY($1) AND withdrawn IS NULL', [
    [...decisions.map(({ id }) => id), ...also],
  ])
  const source = (decision ?? before[0]!.row).source as string
  const old = await allRows(change.client, 'ledger', 'statement', 'source = $1 AND id = ANY($2) AND withdrawn IS NULL', [
    source,
    before.flatMap(({ row }) => row.statements as string[]),
  ])
  const rows = made.statements.map((statement) => statementRow(statement, source, statement.places[0]?.start ?? 0))
  const forms = (table: 'statement' | 'claim_decision', list: readonly Row[]) => list.map((row) => contentForm(table, row)).sort()
  const same = (table: 'statement' | 'claim_decision', one: readonly Row[], other: readonly Row[]) =>
    JSON.stringify(forms(table, one)) === JSON.stringify(forms(table, other))
  const stored = (list: typeof before) => list.map(({ row }) => row)
  if (same('claim_decision', stored(before), decisions) && same('statement', stored(old), rows)) return false
  await withdrawRows(
    change,
    'ledger',
    'claim_decision',
    stored(before).map(({ id }) => id),
  )
  await writeRows(change, 'ledger', 'claim_decision', decisions)
  await withdrawRows(
    change,
    'ledger',
    'statement',
    stored(old).map(({ id }) => id),
  )
  await writeRows(change, 'ledger', 'statement', rows)
  const touched = new Set(stored(old).flatMap((row) => spokenOf('entity', 'statement', row)))
  const used = new Set(rows.flatMap((row) => spokenOf('entity', 'statement', row)))
  const entities = [...made.entities].filter(([id]) => used.has(id)).map(([id, kind]) => entityRow(id, kind))
  await settle(change, 'ledger', 'entity', entities, touched)
  change.groups.ledger.set(source, null)
  return true
}
