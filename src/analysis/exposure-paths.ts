/**
 * By which way a unit and an allegation or a listing are connected: directly, through a unit above it or below it as of the date, through a person
 * posted there then, or by succession. One way at a time: going up and going down never mix, so a sibling's allegation is never reached.
 *
 * Nothing passes through, begins or ends at a body (ministry, service, staff) or a class of units: what is known only at that level may or may
 * not mean the unit, and makes no exposure.
 */

import type { EntityKind } from '../ledger/entities.js'
import { groupBy } from '../ledger/group-by.js'
import type { RelationStatement } from '../ledger/read/relations.js'
import { type Holding, holdingOf, holdings, type Span } from './command-chain.js'

export const pathKinds = ['direct', 'parent', 'subunit', 'person', 'succession'] as const
export type PathKind = (typeof pathKinds)[number]

/** What the unit that a step leads to is to the one that it starts from. */
export type StepKind = 'above' | 'below' | 'posted there' | 'came after' | 'came before'

export interface Step {
  from: string
  to: string
  kind: StepKind
  /** For which date the relation was asked: that of the incident or listing, or of the assistance; null for a succession, which has no span. */
  asOf: 'matter' | 'assistance' | null
  holding: Holding
  statements: RelationStatement[]
  /** Sources that deny or question the relation. */
  contradictions: RelationStatement[]
}

/** From the unit that was assisted to whom the allegation or listing names. */
export interface Path {
  kind: PathKind
  steps: Step[]
}

/** Relations by either end, each pair of ends once with all that is said of it. */
export interface Edge {
  from: string
  to: string
  statements: RelationStatement[]
  contradictions: RelationStatement[]
}
export interface Edges {
  from: ReadonlyMap<string, readonly Edge[]>
  to: ReadonlyMap<string, readonly Edge[]>
}
export interface Network {
  parent: Edges
  posting: Edges
  succession: Edges
  kinds: ReadonlyMap<string, EntityKind>
}

/** No army is so deep, and no unit was renamed so often; what is deeper is a mistake in a spreadsheet. */
const deepest = 30

export function networkOf(relations: readonly RelationStatement[], kinds: ReadonlyMap<string, EntityKind>): Network {
  const of = (property: RelationStatement['property']) => edgesOf(relations.filter((one) => one.property === property))
  return { parent: of('parent'), posting: of('posting'), succession: of('succession'), kinds }
}

function edgesOf(relations: readonly RelationStatement[]): Edges {
  const edges = new Map<string, Edge>()
  for (const relation of relations) {
    const { from, to } = relation
    if (from === to) continue
    const key = JSON.stringify([from, to])
    const edge = edges.get(key) ?? { from, to, statements: [], contradictions: [] }
    edges.set(key, edge)
    edge[relation.stance === 'asserts' ? 'statements' : 'contradictions'].push(relation)
  }
  const asserted = [...edges.values()].filter(({ statements }) => statements.length > 0)
  return { from: groupBy(asserted, ({ from }) => from), to: groupBy(asserted, ({ to }) => to) }
}

const rank = (holding: Holding): number => holdings.indexOf(holding)
const mayHold = (holding: Holding): boolean => rank(holding) <= rank('undated')

/** What the statements of a relation say of a span, the strongest; of an unknown span no date says anything. */
function edgeHolding({ statements }: Pick<Edge, 'statements'>, span: Span | null): Holding {
  if (span === null) return 'undated'
  const said = statements.map((statement) => holdingOf(statement, span))
  return holdings.find((one) => said.includes(one))!
}

/** The weakest of a path's relations; null where it has none. */
export function weakest(path: Path): Holding | null {
  return path.steps.reduce<Holding | null>(
    (weak, { holding }) => (weak === null || rank(holding) > rank(weak) ? holding : weak),
    null,
  )
}

/**
 * Every unit that can be reached from one by going in one direction alone, with the shortest way there; of ways as short the one whose weakest
 * relation is the best known. Ends at what is no unit, and where it meets itself again.
 */
function reach(
  start: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
  towards: 'from' | 'to',
  kind: StepKind,
  span: Span | null,
  kinds: ReadonlyMap<string, EntityKind>,
): Map<string, Step[]> {
  const found = new Map<string, Step[]>()
  const dated = kind === 'above' || kind === 'below'
  let frontier = new Map<string, Step[]>([[start, []]])
  for (let depth = 0; depth < deepest && frontier.size > 0; depth++) {
    const next = new Map<string, Step[]>()
    for (const [at, steps] of frontier)
      for (const edge of edges.get(at) ?? []) {
        const to = edge[towards]
        if (to === start || found.has(to) || kinds.get(to) !== 'unit') continue
        const holding = dated ? edgeHolding(edge, span) : edgeHolding(edge, null)
        if (dated && !mayHold(holding)) continue
        const step: Step = {
          from: at,
          to,
          kind,
          asOf: dated ? 'matter' : null,
          holding: dated ? holding : edge.statements.some(({ imprecise }) => imprecise !== null) ? 'cited' : 'undated',
          statements: edge.statements,
          contradictions: edge.contradictions,
        }
        const way = [...steps, step]
        const known = next.get(to)
        if (!known || better(way, known)) next.set(to, way)
      }
    for (const [to, way] of next) found.set(to, way)
    frontier = next
  }
  return found
}

/** Chooses between ways of one length; by ids where both are as well known, so that the order of sources decides nothing. */
function better(one: readonly Step[], other: readonly Step[]): boolean {
  const weak = (steps: readonly Step[]) => Math.max(...steps.map(({ holding }) => rank(holding)))
  const words = (steps: readonly Step[]) => steps.map(({ to }) => to).join(' ')
  return weak(one) - weak(other) < 0 || (weak(one) === weak(other) && words(one) < words(other))
}

/** A way to the subject of an allegation, from a unit that may have been assisted. */
export interface Way {
  unit: string
  path: Path
  /** A posting that is not cited for the date of the matter: it counts for assistance that came while it lasted. */
  posting: Edge | null
}

/** All units from which a path leads to the subject, which is a unit or a person. `span`: the days of the incident or listing. */
export function waysTo(subject: string, span: Span | null, network: Network): Way[] {
  const kind = network.kinds.get(subject)
  if (kind === 'person') return waysToPerson(subject, span, network)
  if (kind !== 'unit') return []
  const { parent, succession, kinds } = network
  const walk = (edges: ReadonlyMap<string, readonly Edge[]>, towards: 'from' | 'to', step: StepKind, path: PathKind): Way[] =>
    [...reach(subject, edges, towards, opposite[step], span, kinds)].map(([unit, steps]) => ({
      unit,
      path: { kind: path, steps: turned(steps) },
      posting: null,
    }))
  const ways: Way[] = [
    { unit: subject, path: { kind: 'direct', steps: [] }, posting: null },
    // Units below the subject: it is their parent. Units above it: it is their subunit.
    ...walk(parent.to, 'from', 'above', 'parent'),
    ...walk(parent.from, 'to', 'below', 'subunit'),
    ...walk(succession.to, 'from', 'came after', 'succession'),
    ...walk(succession.from, 'to', 'came before', 'succession'),
  ]
  // One that is above and below (a circle in a spreadsheet), or was renamed back: the first of these ways stands for it.
  const first = new Map<string, Way>()
  for (const way of ways) if (!first.has(way.unit)) first.set(way.unit, way)
  return [...first.values()]
}

function waysToPerson(person: string, span: Span | null, { posting, kinds }: Network): Way[] {
  return (posting.from.get(person) ?? [])
    .filter(({ to }) => kinds.get(to) === 'unit')
    .map((edge) => {
      const holding = edgeHolding(edge, span)
      const then = mayHold(holding)
      return {
        unit: edge.to,
        path: { kind: 'person', steps: [postingStep(edge, 'matter', holding)] },
        posting: then ? null : edge,
      }
    })
}

/** The step to a person whose posting is cited for the span; null where it is not. */
export function postedThen(edge: Edge, span: Span): Step | null {
  const holding = edgeHolding(edge, span)
  return mayHold(holding) ? postingStep(edge, 'assistance', holding) : null
}

const postingStep = (edge: Edge, asOf: 'matter' | 'assistance', holding: Holding): Step => ({
  from: edge.to,
  to: edge.from,
  kind: 'posted there',
  asOf,
  holding,
  statements: edge.statements,
  contradictions: edge.contradictions,
})

const opposite: Record<StepKind, StepKind> = {
  above: 'below',
  below: 'above',
  'posted there': 'posted there',
  'came after': 'came before',
  'came before': 'came after',
}

/** A way walked from the subject, told from the unit. */
const turned = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({ ...step, from: step.to, to: step.from, kind: opposite[step.kind] })).reverse()
