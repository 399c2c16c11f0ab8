import { expect, test } from 'vitest'
import { printedTotal, training } from '../../test/ledger-facts.js'
import { coveredRows } from './covered-rows.js'

test('of a total that two files print, the file that has no row of it stands where its order puts it, not where it is first met', () => {
  const rows = [1, 2, 3].map((page) =>
    training({ id: `b${page}`, sourceSha256: 'b', places: [{ page, pageLabel: null, box: null, row: null }] }),
  )
  const total = (sourceSha256: string) =>
    printedTotal({
      id: sourceSha256,
      sourceSha256,
      fiscalYear: null,
      places: [{ page: 2, pageLabel: null, box: null, row: null }],
    })
  const covered = coveredRows(rows, [total('a'), total('b')], ['a', 'b'])
  expect(covered.map((list) => list.length)).toEqual([0, 3])
})
