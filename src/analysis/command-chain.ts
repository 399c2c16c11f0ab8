/**
 * Who was above a unit and who below it, on a day, over a span, or at any time: all parents and all children, each with what its dates know.
 *
 * Going up and going down are two walks that never mix: a chain that went up and down again would make siblings commanders of each other.
 * First cited is not started, last cited is not ended; a relation that is not cited for the day asked is said to be so, never dropped in silence.
 */
import { readRangeText } from '../ledger/dates.js'
import type { RelationStatement } from '../ledger/read/relations.js'

/** Days, both included. */
export interface Span {
  from: string
  to: string
}

/**
 * What a relation's dates say of a span, the strongest first:
 * - *cited*: it is cited on at least one day of the span, precisely;
 * - *possible*: within what was cited imprecisely ("2014" for a day of May 2014);
 * - *assumed*: after the last citation, and the source says that it may be taken to go on;
 * - *undated*: the source gives no date at all;
 * - *not cited*: before the first citation, or after the last; whether it held is not known;
 * - *ended*: after an end, or before a start, that the source knows.
 */
export const holdings = ['cited', 'possible', 'assumed', 'undated', 'not cited', 'ended'] as const
export type Holding = (typeof holdings)[number]

/** In a chain are relations that may have held; the others are listed beside it. */
const inChain: ReadonlySet<Holding> = new Set<Holding>(['cited', 'possible', 'assumed', 'undated'])

type Dates = Pick<RelationStatement, 'firstCited' | 'starts' | 'lastCited' | 'ends' | 'openEnded' | 'precise' | 'imprecise'>

/** What the dates of one statement say of a span; a span of null asks for any time. */
export function holdingOf(dates: Dates, span: Span | null): Holding {
  if (dates.imprecise === null) return 'undated'
  if (span === null) return 'cited'
  const overlaps = (text: string | null): boolean => {
    if (text === null) return false
    const range = readRangeText(text)
    return range.from <= span.to && range.to >= span.from
  }
  if (overlaps(dates.precise)) return 'cited'
  if (overlaps(dates.imprecise)) return 'possible'
  const known = readRangeText(dates.imprecise)
  if (span.from > known.to) {
    if (dates.ends === true || dates.openEnded === 'E') return 'ended'
    return dates.openEnded === 'Y' ? 'assumed' : 'not cited'
  }
  return dates.starts === true ? 'ended' : 'not cited'
}

/** A neighbour in a chain, with all that is said of the relation to it: sources that differ stand side by side. */
export interface ChainLink {
  unit: string
  holding: Holding
  statements: readonly RelationStatement[]
  /** Sources that deny or question the relation, whatever its dates. */
  contradictions: readonly RelationStatement[]
  links: ChainLink[]
  /** Why the walk does not go on here: the unit is above or below itself, or its own links stand elsewhere in the same chain. */
  stopped: 'loop' | 'shown above' | 'too deep' | null
}

/** A relation of the unit itself that no source dates to the span. */
export interface OtherDate {
  unit: string
  holding: Holding
  statements: readonly RelationStatement[]
}

export interface Gap extends Span {
  /** The parents cited before and after it. */
  before: string[]
  after: string[]
}

export interface CommandChain {
  unit: string
  span: Span | null
  parents: ChainLink[]
  children: ChainLink[]
  parentsAtOtherTimes: OtherDate[]
  childrenAtOtherTimes: OtherDate[]
  /** Spans between two citations of parents for which no parent is cited. */
  gaps: Gap[]
}

/** Reads the relations whose `from` (to go up) or `to` (to go down) is one of these units. */
export type ReadRelations = (side: 'from' | 'to', units: readonly string[]) => Promise<RelationStatement[]>

/** No army is so deep; what is deeper is a mistake in a spreadsheet. */
const deepest = 30

/** The same, asking for each unit once: whoever walks one chain twice reads it once. */
export function askingOnce(read: ReadRelations): ReadRelations {
  const known = { from: new Map<string, RelationStatement[]>(), to: new Map<string, RelationStatement[]>() }
  return async (side, units) => {
    const fresh = units.filter((unit) => !known[side].has(unit))
    for (const unit of fresh) known[side].set(unit, [])
    if (fresh.length > 0) for (const relation of await read(side, fresh)) known[side].get(relation[side])?.push(relation)
    return units.flatMap((unit) => known[side].get(unit)!)
  }
}

export async function commandChain(unit: string, span: Span | null, read: ReadRelations): Promise<CommandChain> {
  const [up, down] = [await walk(unit, 'from', read), await walk(unit, 'to', read)]
  const parents = neighbours(up.get(unit) ?? [], 'to', span)
  const children = neighbours(down.get(unit) ?? [], 'from', span)
  return {
    unit,
    span,
    parents: links(unit, up, 'to', span),
    children: links(unit, down, 'from', span),
    parentsAtOtherTimes: parents.filter(({ holding }) => !inChain.has(holding)),
    childrenAtOtherTimes: children.filter(({ holding }) => !inChain.has(holding)),
    gaps: gapsOf(up.get(unit) ?? []),
  }
}

/** All relations that can be reached in one direction, by the unit that they start from; a level of units a reading. */
async function walk(unit: string, side: 'from' | 'to', read: ReadRelations): Promise<Map<string, RelationStatement[]>> {
  const other = side === 'from' ? 'to' : 'from'
  const found = new Map<string, RelationStatement[]>()
  let frontier = [unit]
  for (let depth = 0; frontier.length > 0 && depth < deepest; depth++) {
    for (const id of frontier) found.set(id, [])
    for (const relation of await read(side, frontier)) found.get(relation[side])?.push(relation)
    frontier = [...new Set(frontier.flatMap((id) => found.get(id)!.map((relation) => relation[other])))].filter(
      (id) => !found.has(id),
    )
  }
  return found
}

/** The units at the other end, each once, with the strongest of what its statements say of the span. */
function neighbours(
  relations: readonly RelationStatement[],
  other: 'from' | 'to',
  span: Span | null,
): (OtherDate & { contradictions: RelationStatement[] })[] {
  const byUnit = new Map<string, { statements: RelationStatement[]; contradictions: RelationStatement[] }>()
  for (const relation of relations) {
    const known = byUnit.get(relation[other]) ?? { statements: [], contradictions: [] }
    byUnit.set(relation[other], known)
    known[relation.stance === 'asserts' ? 'statements' : 'contradictions'].push(relation)
  }
  return [...byUnit]
    .filter(([, { statements }]) => statements.length > 0)
    .map(([unit, { statements, contradictions }]) => {
      const said = statements.map((statement) => holdingOf(statement, span))
      const holding = holdings.find((one) => said.includes(one))!
      return { unit, holding, statements, contradictions }
    })
}

/** The tree of what may have held, each unit's own links shown once: several parents of one unit may lead to one grandparent. */
function links(
  unit: string,
  relations: ReadonlyMap<string, RelationStatement[]>,
  other: 'from' | 'to',
  span: Span | null,
): ChainLink[] {
  const shown = new Set<string>()
  const grow = (from: string, path: readonly string[]): ChainLink[] => {
    shown.add(from)
    return neighbours(relations.get(from) ?? [], other, span)
      .filter(({ holding }) => inChain.has(holding))
      .map((neighbour) => {
        const loop = neighbour.unit === from || path.includes(neighbour.unit)
        const stopped = loop ? 'loop' : shown.has(neighbour.unit) ? 'shown above' : path.length >= deepest ? 'too deep' : null
        return { ...neighbour, stopped, links: stopped ? [] : grow(neighbour.unit, [...path, neighbour.unit]) }
      })
  }
  return grow(unit, [unit])
}

/** Between the citations of its parents, the spans in which none is cited and none may be assumed to go on. */
function gapsOf(relations: readonly RelationStatement[]): Gap[] {
  const cited = relations
    .filter(({ stance, imprecise }) => stance === 'asserts' && imprecise !== null)
    .map((relation) => ({
      ...readRangeText(relation.imprecise!),
      open: relation.openEnded === 'Y' && relation.ends !== true,
      unit: relation.to,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const gaps: Gap[] = []
  let covered = null as { to: string; units: string[]; open: boolean } | null
  for (const { from, to, open, unit } of cited) {
    if (covered && !covered.open && from > nextDay(covered.to))
      gaps.push({ from: nextDay(covered.to), to: dayBefore(from), before: covered.units, after: [unit] })
    if (!covered || to > covered.to) covered = { to, units: [unit], open: open || (covered?.open ?? false) }
    else covered.open ||= open
  }
  return gaps
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Every unit of a chain, the one asked for first. */
export function unitsOfChain(chain: CommandChain): string[] {
  const units = new Set([chain.unit])
  const visit = (list: readonly ChainLink[]) => {
    for (const { unit, links: further } of list) {
      units.add(unit)
      visit(further)
    }
  }
  visit(chain.parents)
  visit(chain.children)
  for (const { unit } of [...chain.parentsAtOtherTimes, ...chain.childrenAtOtherTimes]) units.add(unit)
  for (const { before, after } of chain.gaps) for (const unit of [...before, ...after]) units.add(unit)
  return [...units]
}

/** Every unit above the one asked for, whatever it is. */
export function unitsAbove(chain: CommandChain): string[] {
  const above = (links: readonly ChainLink[]): string[] => links.flatMap(({ unit, links: further }) => [unit, ...above(further)])
  return [...new Set(above(chain.parents))]
}

/** Every relation of a chain once, as the sources say it: for graphs. */
export function relationsOfChain(chain: CommandChain): RelationStatement[] {
  const relations = new Map<string, RelationStatement>()
  const visit = (list: readonly ChainLink[]) => {
    for (const { statements, links: further } of list) {
      for (const statement of statements) relations.set(statement.id, statement)
      visit(further)
    }
  }
  visit(chain.parents)
  visit(chain.children)
  return [...relations.values()]
}
