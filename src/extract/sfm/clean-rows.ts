/** The rows of a table that its researchers have checked; the others are counted as refused. A row that still needs fixes is taken as one that does. */
import type { Flag } from '../../ledger/records.js'
import type { TableCounts } from '../table-counts.js'
import { sheetFlag } from './flags.js'
import type { RowReader, SheetReader } from './sheet-reader.js'
import type { About } from './statements.js'

interface StatusColumn {
  status: string
  lowestStatus: 2 | 3
}

/** `named`: the column that tells who a refused row was of. Adds to `counts`. */
export function* cleanRows(
  sheet: SheetReader,
  layout: StatusColumn,
  named: string,
  counts: TableCounts,
): Generator<{ row: RowReader; status: 'clean' | 'not checked' }> {
  for (const row of sheet.rows()) {
    counts.rows++
    const status = statusOf(row, sheet, layout)
    if (status !== 'refused') yield { row, status }
    else {
      counts.refused++
      row.lose(layout.status, 'ROW_NOT_CLEAN', 'refused', row.text(named))
    }
  }
}

export function statusOf(
  row: RowReader,
  sheet: SheetReader,
  { status, lowestStatus }: StatusColumn,
): 'clean' | 'not checked' | 'refused' {
  if (!sheet.has(status)) return 'clean'
  const text = row.text(status).replace(/\.0+$/, '')
  if (text === '3') return 'clean'
  return text === '2' && lowestStatus === 2 ? 'not checked' : 'refused'
}

export function standing(status: 'clean' | 'not checked', heading: string): { status: About['status']; flags: Flag[] } {
  return status === 'clean'
    ? { status: 'accepted', flags: [] }
    : { status: 'work needed', flags: [sheetFlag('FIXES_NOT_CHECKED', `${heading}: 2`)] }
}
