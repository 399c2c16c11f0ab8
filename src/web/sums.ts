/** A sum of no rows, for pages whose figures stand elsewhere and which tell what is not covered all the same. */
import type { Sum } from '../ledger/read/views.js'

export const noSum: Sum = {
  rows: 0,
  quantity: 0,
  cents: 0,
  rowsWithoutCost: 0,
  quantityWithoutCost: 0,
  rowsWithoutUnit: 0,
  quantityWithoutUnit: 0,
}
