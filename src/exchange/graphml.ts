/**
 * A command chain as GraphML (graphml.graphdrawing.org): a node a unit, labelled with its name; an edge a relation from the parent to its unit,
 * labelled with the four date fields as Security Force Monitor's own graphs are: first cited, whether that is a start, last cited, whether it is open.
 */
import type { NamedEntity, RelationStatement } from '../ledger/read/relations.js'

/** `relations` are those of the chain of `unit`, each once; a unit without any is a graph of one node. */
export function chainAsGraphml(
  unit: string,
  relations: readonly RelationStatement[],
  names: ReadonlyMap<string, NamedEntity>,
): string {
  const units = new Set([unit, ...relations.flatMap(({ from, to }) => [from, to])])
  const nodes = [...units].map((unit) => {
    const named = names.get(unit)
    return `    <node id="${xml(unit)}"><data key="label">${xml(named?.name ?? unit)}</data>${
      named?.country ? `<data key="country">${xml(named.country)}</data>` : ''
    }</node>`
  })
  const edges = relations.map(
    (relation) =>
      `    <edge id="${xml(relation.id)}" source="${xml(relation.to)}" target="${xml(relation.from)}"><data key="dates">${xml(
        datesOf(relation),
      )}</data><data key="relation">${xml(String(relation.details.relation ?? ''))}</data></edge>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
    '  <key id="country" for="node" attr.name="country" attr.type="string"/>',
    '  <key id="dates" for="edge" attr.name="label" attr.type="string"/>',
    '  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>',
    '  <graph id="command-chain" edgedefault="directed">',
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** "2014-02 (start: Y) – 2016 (open: N)"; what a source does not say is "?". */
export function datesOf(
  relation: Pick<RelationStatement, 'firstCitedPrinted' | 'starts' | 'lastCitedPrinted' | 'openEnded'>,
): string {
  const { firstCitedPrinted, starts, lastCitedPrinted, openEnded } = relation
  const start = starts === null ? '?' : starts ? 'Y' : 'N'
  return `${firstCitedPrinted ?? '?'} (start: ${start}) – ${lastCitedPrinted ?? '?'} (open: ${openEnded ?? '?'})`
}

/** Characters that XML 1.0 has no place for are left out. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!)
