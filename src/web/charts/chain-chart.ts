/**
 * A command chain as a picture: those above on the left, the unit in the middle, those below on the right, a line a relation. What is not
 * precisely cited for the day asked is drawn with a broken line. The nested list beside it says the same in words.
 */
import type { ChainLink, Holding } from '../../analysis/command-chain.js'
import { escapeText } from './escape-text.js'

export interface ChainChart {
  title: string
  description: string
  unit: string
  parents: readonly ChainLink[]
  children: readonly ChainLink[]
  nameOf(unit: string): string
  hrefOf(unit: string): string
}

interface Box {
  id: string
  x: number
  y: number
  middle: boolean
}
interface Line {
  from: Box
  to: Box
  holding: Holding
}

const columnWidth = 210
const rowHeight = 34
const boxWidth = 178
const boxHeight = 26
/** Letters that fit a box; the whole name is its title, and stands in the list. */
const letters = 25
/** On paper a picture wider than this would shrink to type that nobody can read: there the list stands alone. */
const widest = 5 * columnWidth
/** A picture of more units than this tells nothing: those furthest away are left to the list. */
const mostDrawn = 60

/** The picture, and how many units of the chain it leaves out. */
export function chainChart(chart: ChainChart): { picture: string; leftOut: number } {
  const all = count(chart.parents) + count(chart.children)
  let depth = 8
  while (depth > 1 && count(chart.parents, depth) + count(chart.children, depth) > mostDrawn) depth--
  const boxes: Box[] = []
  const lines: Line[] = []
  const up = place(chart.parents, depth, -1, boxes, lines)
  const down = place(chart.children, depth, 1, boxes, lines)
  const rows = Math.max(up.rows, down.rows, 1)
  for (const side of [up, down]) for (const box of side.placed) box.y += ((rows - side.rows) / 2) * rowHeight
  const middle: Box = { id: chart.unit, x: 0, y: ((rows - 1) / 2) * rowHeight, middle: true }
  for (const { box, holding } of up.first) lines.push({ from: box, to: middle, holding })
  for (const { box, holding } of down.first) lines.push({ from: middle, to: box, holding })
  boxes.push(middle)
  const left = Math.min(...boxes.map(({ x }) => x))
  const right = Math.max(...boxes.map(({ x }) => x)) + boxWidth
  const width = right - left + 4
  const height = rows * rowHeight
  const at = (box: Box) => ({ x: box.x - left + 2, y: box.y + rowHeight / 2 })
  const drawnLines = lines.map(({ from, to, holding }) => {
    const [a, b] = [at(from), at(to)]
    const [x1, x2] = [a.x + boxWidth, b.x]
    const bend = (x1 + x2) / 2
    return `<path class="chain-line${holding === 'cited' ? '' : ' chain-doubtful'}" d="M${x1} ${a.y}C${bend} ${a.y} ${bend} ${b.y} ${x2} ${b.y}"/>`
  })
  const drawnBoxes = boxes.map((box) => {
    const { x, y } = at(box)
    const name = chart.nameOf(box.id)
    const label = [...name].length > letters ? `${[...name].slice(0, letters - 1).join('')}…` : name
    const shape = `<rect class="chain-box${box.middle ? ' chain-self' : ''}" x="${x}" y="${y - boxHeight / 2}" width="${boxWidth}" height="${boxHeight}" rx="3"/><text x="${x + 8}" y="${y + 4}">${escapeText(label)}</text><title>${escapeText(name)}</title>`
    return box.middle ? `<g>${shape}</g>` : `<a href="${escapeText(chart.hrefOf(box.id))}" tabindex="-1">${shape}</a>`
  })
  const picture = `<svg class="chart chain${width > widest ? ' wide' : ''}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="chain-title" aria-describedby="chain-description"><title id="chain-title">${escapeText(chart.title)}</title><desc id="chain-description">${escapeText(chart.description)}</desc>${drawnLines.join('')}${drawnBoxes.join('')}</svg>`
  return { picture, leftOut: all - (boxes.length - 1) }
}

const count = (links: readonly ChainLink[], depth = Number.POSITIVE_INFINITY): number =>
  depth <= 0 ? 0 : links.reduce((sum, { links: further }) => sum + 1 + count(further, depth - 1), 0)

/** Leaves take a row each, a unit stands halfway between its first and its last. `direction` is -1 to the left, 1 to the right. */
function place(links: readonly ChainLink[], depth: number, direction: -1 | 1, boxes: Box[], lines: Line[]) {
  let rows = 0
  const placed: Box[] = []
  const grow = (list: readonly ChainLink[], level: number): { box: Box; holding: Holding }[] =>
    list.map((link) => {
      const further = level < depth ? grow(link.links, level + 1) : []
      const y = further.length > 0 ? (further[0]!.box.y + further.at(-1)!.box.y) / 2 : rows++ * rowHeight
      const box: Box = { id: link.unit, x: direction * level * columnWidth, y, middle: false }
      placed.push(box)
      boxes.push(box)
      for (const next of further)
        lines.push(
          direction === 1
            ? { from: box, to: next.box, holding: next.holding }
            : { from: next.box, to: box, holding: next.holding },
        )
      return { box, holding: link.holding }
    })
  const first = grow(links, 1)
  return { first, placed, rows }
}
