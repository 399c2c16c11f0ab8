/** Rows that begin on one page and end on the next: whether what stands at the foot of the one and at the head of the other can be one row's. */
import type { Word } from '../../documents/page.js'
import type { Columns } from './columns.js'
import type { Grid } from './grid.js'
import { middle } from './lines.js'
import type { RowPart } from './row.js'
import { type Role, roles } from './table-header.js'

/** In points. */
const CENTRED = 1

/**
 * Not where a line of a cell at the foot had room for what follows, or where a cell is whole by itself: centred cells are centred on the whole row, so that a part
 * of one is not centred on the row's numbers.
 */
export function mayBeOneRow(foot: RowPart, head: RowPart, columns: Columns, grid: Grid, centred: boolean): boolean {
  return roles.every((role) => {
    const [upper, lower] = [foot.cells[role], head.cells[role]]
    if (!upper || !lower) return true
    if (grid.hadRoom(upper.at(-1)!, lower[0]!, columns)) return false
    return !centred || !(isWhole(upper, foot) || isWhole(lower, head))
  })
}

function isWhole(lines: readonly Word[][], { cells }: RowPart): boolean {
  const own = (['quantity', 'cost', 'start', 'end'] as const).flatMap((role: Role) => cells[role]?.[0]?.[0] ?? [])[0]
  if (!own) return false
  const centre = (middle(lines[0]![0]!) + middle(lines.at(-1)![0]!)) / 2
  return Math.abs(centre - middle(own)) <= CENTRED
}
