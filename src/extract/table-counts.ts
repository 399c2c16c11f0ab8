/** How many rows a table had, and how many of them nothing was taken from. */
export interface TableCounts {
  rows: number
  refused: number
}
