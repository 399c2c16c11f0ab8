/** `rastro chain`: who was above a unit and who below it. */

import {
  type ChainLink,
  type CommandChain,
  commandChain,
  type OtherDate,
  relationsOfChain,
  type Span,
  unitsOfChain,
} from '../analysis/command-chain.js'
import { chainAsGraphml, datesOf } from '../exchange/graphml.js'
import { calendarRange } from '../ledger/dates.js'
import { errors } from '../ledger/errors.js'
import { chainRelations } from '../ledger/read/entity.js'
import { findUnit } from '../ledger/read/find-entity.js'
import { loadEntityNames, type NamedEntity } from '../ledger/read/relations.js'
import { countryAsked } from './asked.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'

const formats = ['text', 'json', 'graphml'] as const

export const command: Command = {
  name: 'chain',
  summary: "Show a unit's command chain, on a day or at any time",
  usage: `rastro chain UNIT [--on DATE] [--country ISO] [--format text|json|graphml]

  UNIT       a unit's id, or its name or alias as a source gives it
  --on       a day ("2014-05-17"), a month ("2014-05") or a year: what is cited for it; without it, at any time
  --country  its code (MEX) or name, where several countries have a unit of this name
  --format   text (default), json, or graphml: a node for each unit, an edge for each relation

  rastro chain "3 Division" --country NGA --on 2014-05
      the units above 3 Division and below it in May 2014, each with the dates it is cited for

First cited is not started, last cited is not ended: a relation that is not cited for the day is listed apart.`,
  options: { on: { type: 'string' }, country: { type: 'string' }, format: { type: 'string' } },
  async run(values, positionals, context) {
    const { out } = context
    const [name, ...rest] = positionals
    if (!name || rest.length > 0)
      throw errors.OPTION_INVALID('one unit is needed: its id, or its name in quotation marks', 'chain')
    const format = formats.find((one) => one === (values.format ?? 'text'))
    if (!format) throw errors.OPTION_INVALID(`--format is text, json or graphml, not "${values.format}"`, 'chain')
    const span = typeof values.on === 'string' ? readSpan(values.on) : null
    const country = countryAsked(values.country, 'chain')
    const ledger = await ledgerOf(context)
    const client = await ledger.readerPool.connect()
    try {
      await fillEmptyLedger(ledger, context, { names: true })
      await out.write(await showChain(client, { name, span, country, format }))
      return 0
    } finally {
      client.release()
      await ledger.close()
    }
  },
}

/** The chain of the one unit of this id or name. @throws UserError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
export async function showChain(
  client: Parameters<typeof chainRelations>[0],
  { name, span, country, format }: { name: string; span: Span | null; country: string | null; format: (typeof formats)[number] },
): Promise<string> {
  const chain = await commandChain(await findUnit(client, name, country), span, chainRelations(client, null))
  const names = await loadEntityNames(client, null, unitsOfChain(chain))
  if (format === 'graphml') return chainAsGraphml(chain.unit, relationsOfChain(chain), names)
  if (format === 'json') return `${JSON.stringify(chainAsJson(chain, names), null, 2)}\n`
  return chainAsText(chain, names)
}

function readSpan(text: string): Span {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)
  const span = parts && calendarRange(Number(parts[1]), parts[2] ? Number(parts[2]) : null, parts[3] ? Number(parts[3]) : null)
  if (!span)
    throw errors.OPTION_INVALID(`--on takes a day, a month or a year (2014-05-17, 2014-05, 2014), not "${text}"`, 'chain')
  return span
}

type Names = ReadonlyMap<string, NamedEntity>
const nameOf = (names: Names, id: string): string => names.get(id)?.name ?? id

function chainAsJson(chain: CommandChain, names: Names): unknown {
  const link = (one: ChainLink): unknown => ({
    id: one.unit,
    name: nameOf(names, one.unit),
    holding: one.holding,
    stopped: one.stopped,
    statements: one.statements,
    contradictions: one.contradictions,
    links: one.links.map(link),
  })
  const other = (one: OtherDate) => ({
    id: one.unit,
    name: nameOf(names, one.unit),
    holding: one.holding,
    statements: one.statements,
  })
  return {
    id: chain.unit,
    name: nameOf(names, chain.unit),
    span: chain.span,
    parents: chain.parents.map(link),
    children: chain.children.map(link),
    parents_at_other_times: chain.parentsAtOtherTimes.map(other),
    children_at_other_times: chain.childrenAtOtherTimes.map(other),
    gaps: chain.gaps,
  }
}

const holdingInWords: Record<ChainLink['holding'], string> = {
  cited: 'cited',
  possible: 'cited without the day',
  assumed: 'after its last citation, taken to go on',
  undated: 'without a date',
  'not cited': 'not cited for it',
  ended: 'outside its known start or end',
}

function chainAsText(chain: CommandChain, names: Names): string {
  const when = chain.span
    ? ` (${chain.span.from === chain.span.to ? chain.span.from : `${chain.span.from} to ${chain.span.to}`})`
    : ''
  const lines = [`${nameOf(names, chain.unit)}  ${chain.unit}${when}`]
  const tree = (title: string, list: readonly ChainLink[]) => {
    lines.push('', `${title}: ${list.length === 0 ? 'none cited' : ''}`.trimEnd())
    const visit = (links: readonly ChainLink[], indent: string) => {
      for (const link of links) {
        const stopped = link.stopped ? ` [${link.stopped}]` : ''
        lines.push(`${indent}${nameOf(names, link.unit)}  ${link.unit}${stopped}`)
        for (const statement of link.statements) lines.push(`${indent}    ${datesOf(statement)}, ${holdingInWords[link.holding]}`)
        for (const statement of link.contradictions)
          lines.push(`${indent}    ${statement.stance === 'denies' ? 'denied' : 'questioned'}: ${datesOf(statement)}`)
        visit(link.links, `${indent}  `)
      }
    }
    visit(list, '  ')
  }
  tree('Above it', chain.parents)
  tree('Below it', chain.children)
  const others = (title: string, list: readonly OtherDate[]) => {
    if (list.length === 0) return
    lines.push('', `${title}:`)
    for (const { unit, holding, statements } of list)
      for (const statement of statements)
        lines.push(`  ${nameOf(names, unit)}  ${datesOf(statement)}, ${holdingInWords[holding]}`)
  }
  others('Above it at other times', chain.parentsAtOtherTimes)
  others('Below it at other times', chain.childrenAtOtherTimes)
  if (chain.gaps.length > 0) lines.push('', 'No parent is cited:')
  for (const { from, to } of chain.gaps) lines.push(`  ${from} to ${to}`)
  return `${lines.join('\n')}\n`
}
