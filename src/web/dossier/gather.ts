/**
 * What a dossier is made of: the subjects of a list that have something to look at, with every hit, decision and place that these rest on; the
 * others by name. All of it in the state of the ledger that the list was compared with, and read as the reader's role: what is restricted is in no
 * dossier, and nothing of another's list.
 */

import type { PoolClient } from 'pg'
import type { Exposure } from '../../analysis/exposure.js'
import { exposuresOfUnit } from '../../analysis/exposure-ledger.js'
import { errors } from '../../ledger/errors.js'
import { groupBy } from '../../ledger/group-by.js'
import { loadIdentities } from '../../ledger/read/identities.js'
import { loadMatters, type Matter } from '../../ledger/read/matters.js'
import { loadEntityNames, type NamedEntity } from '../../ledger/read/relations.js'
import { type Snapshot, snapshot } from '../../ledger/read/snapshot.js'
import { type LoadedSource, loadSources } from '../../ledger/read/sources.js'
import { loadStated, type Stated } from '../../ledger/read/stated.js'
import type { Decision, Hit, ListSummary, Run, SubjectView } from '../../screening/model.js'
import type { Screening } from '../../screening/screening.js'
import type { WebDependencies } from '../dependencies.js'

/** A hit with what it rests on. */
export interface DossierHit {
  hit: Hit
  names: Stated[]
  postings: Stated[]
  matters: Matter[]
  findings: Exposure[]
}

export interface DossierSubject {
  view: SubjectView
  decisions: Decision[]
  /** Those to look at, or that a person decided on; the others stand in `view.hits`. */
  hits: DossierHit[]
}

export interface DossierFacts {
  who: string
  list: ListSummary
  run: Run
  /** Null for a whole list. */
  position: number | null
  subjects: DossierSubject[]
  /** Whoever has nothing to look at, in short. */
  others: { position: number; row: number; sheet: string | null; name: string; unit: string | null; decision: Decision | null }[]
  names: Map<string, NamedEntity>
  sources: Map<string, LoadedSource>
}

/** Reading of a past state takes longer, and nobody waits for a page. */
const timeoutMs = 120_000
const batch = 1_000
/** For one entity: a name that a hundred rows repeat is shown by the first of them. */
const mostStated = 12

export interface DossierAsk {
  who: string
  list: string
  /** One subject, or all. */
  position: number | null
}

/** Every subject in the order of the list, a batch at a time. */
export async function* subjectsOf(screening: Screening, { who, list, position }: DossierAsk): AsyncGenerator<SubjectView> {
  if (position !== null) {
    yield await screening.subject(who, list, position)
    return
  }
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: Awaited<ReturnType<Screening['subjects']>> = await screening.subjects(who, list, {
      show: 'all',
      after,
      limit: batch,
    })
    yield* rows
    after = next
  }
}

/** Whether a hit belongs into a dossier in full. */
const inFull = (hit: Hit): boolean => hit.look || (hit.decision !== null && hit.decision.finding !== 'no match')

/** @throws UserError where the list is not there for `who`; DOSSIER_NOT_COMPARED where it was never compared */
export async function gatherDossier(
  { ledger }: Pick<WebDependencies, 'ledger'>,
  screening: Screening,
  ask: DossierAsk,
): Promise<DossierFacts> {
  const list = await screening.list(ask.who, ask.list)
  // Where nothing is compared yet it must not be said that there is no match.
  if (list.run?.state !== 'done') throw errors.DOSSIER_NOT_COMPARED()
  const subjects: DossierSubject[] = []
  const others: DossierFacts['others'] = []
  for await (const view of subjectsOf(screening, ask)) {
    const { position, row, sheet, name, unit } = view.subject
    // A dossier of one subject shows it whole, whatever was found.
    if (ask.position !== null || view.hits.some(inFull)) {
      const decisions = await screening.decisions(ask.who, ask.list, position)
      subjects.push({ view, decisions, hits: view.hits.filter(inFull).map(bare) })
    } else others.push({ position, row, sheet, name, unit, decision: view.decision })
  }
  const facts: DossierFacts = {
    who: ask.who,
    list,
    run: list.run,
    position: ask.position,
    subjects,
    others,
    names: new Map(),
    sources: new Map(),
  }
  const { changeset } = list.run.coverage
  await snapshot(
    ledger.readerPool,
    (state) => readEvidence(state, changeset === state.head.changeset ? null : changeset, facts),
    timeoutMs,
  )
  return facts
}

const bare = (hit: Hit): DossierHit => ({ hit, names: [], postings: [], matters: [], findings: [] })

async function readEvidence({ client }: Snapshot, at: number | null, facts: DossierFacts): Promise<void> {
  const hits = facts.subjects.flatMap((subject) => subject.hits)
  if (hits.length === 0) return
  const identities = await loadIdentities(client, at)
  const ids = [...new Set(hits.map(({ hit }) => identities.canonicalOf(hit.entity.id)))]
  const members = ids.flatMap((id) => identities.membersOf(id))
  const stated = groupBy(await loadStated(client, at, members, ['name', 'alias', 'posting']), ({ entity }) =>
    identities.canonicalOf(entity),
  )
  const matters = groupBy(await loadMatters(client, at, identities, ids), ({ subject }) => subject)
  const findings = new Map<string, Exposure[]>()
  for (const { hit } of hits) {
    const { id, kind } = hit.entity
    if (kind !== 'unit' || hit.exposure.findings.of === 0 || findings.has(id)) continue
    const { exposures, names } = await exposuresOfUnit(client, at, id)
    findings.set(id, exposures)
    for (const [entity, named] of names) facts.names.set(entity, named)
  }
  for (const one of hits) {
    const { hit } = one
    const said = stated.get(identities.canonicalOf(hit.entity.id)) ?? []
    one.names = said.filter(({ property, value }) => property !== 'posting' && value === hit.name?.known).slice(0, mostStated)
    one.postings = said.filter(({ property }) => property === 'posting').slice(0, mostStated)
    one.matters = matters.get(identities.canonicalOf(hit.entity.id)) ?? []
    one.findings = findings.get(hit.entity.id) ?? []
  }
  await readNames(client, at, facts, hits)
  for (const id of citedSources(hits)) {
    const [source] = await loadSources(client, at, id)
    if (source) facts.sources.set(id, source)
  }
}

async function readNames(client: PoolClient, at: number | null, facts: DossierFacts, hits: readonly DossierHit[]): Promise<void> {
  const objects = hits.flatMap(({ postings }) => postings.flatMap(({ object }) => object ?? []))
  for (const [id, named] of await loadEntityNames(client, at, [...new Set(objects)])) facts.names.set(id, named)
}

/** Files that anything here stands in, by id. */
function citedSources(hits: readonly DossierHit[]): string[] {
  const cited = hits.flatMap(({ names, postings, matters, findings }) => [
    ...[...names, ...postings].map(({ source }) => source),
    ...matters.flatMap(({ places, replies }) => [...places, ...replies].map(({ source }) => source)),
    ...findings.flatMap(({ assistance, path }) => [
      ...assistance.map(({ source }) => source),
      ...path.steps.flatMap(({ statements }) => statements.map(({ source }) => source)),
    ]),
  ])
  return [...new Set(cited)].sort()
}
