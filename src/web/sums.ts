/** A sum of no rows, for pages whose figures stand elsewhere and which tell what is not covered all the same. */
import { nothing } from '../ledger/read/cube.js'
import type { Sum } from '../ledger/read/views.js'

export const noSum: Sum = nothing()
