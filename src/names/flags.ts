/** Every doubt and repair that reading the names in a cell can put on a row: what was seen and what was done. Codes are never reused. */
import type { Flag } from '../ledger/records.js'

export const nameFlagMeanings = {
  PERSONAL_DATA_MASKED:
    'The cell holds service numbers or names of private persons. They are withheld; ranks and units are kept.',
  CELL_SPLIT: 'The cell names several recipients. Each was read as a name of its own; the whole cell is kept as printed.',
  COUNTS_EXCEED_QUANTITY:
    "The counts that the cell gives to its names add up to more than the row's quantity. Both are kept as printed.",
} as const

export const nameFlag = (code: keyof typeof nameFlagMeanings, note: string): Flag => ({ code, note })
