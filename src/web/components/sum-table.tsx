/** Sums, a row each: what of, its sessions beside the largest, cost, rows, the share without a cost, and whatever else the table tells. */
import type { Child } from 'hono/jsx'
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { Sum } from '../../ledger/read/views.js'
import { useSite } from '../site.js'
import { SumMoney } from './figures.js'
import { QuoteLink } from './quote.js'
import { ShareBar, TableFrame } from './table.js'
import { type Column, TableHead } from './table-head.js'

interface SumTableProps<Of extends Sum> {
  caption: string
  /** What the sums are of. */
  heading: string
  sums: readonly Of[]
  /** The columns behind those that all such tables have. */
  further: readonly Column[]
  row(sum: Of): {
    /** In the row's first cell. */
    name: Child
    /** A `td` for each of the further columns. */
    further: Child
    /** The question whose sum it is, and what it is about in words. */
    query: Partial<TrainingQuery>
    about: string
  }
}

export function SumTable<Of extends Sum>({ caption, heading, sums, further, row }: SumTableProps<Of>) {
  const { text, format } = useSite()
  const largest = Math.max(0, ...sums.map((sum) => sum.quantity))
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: heading },
            { figures: text.fields.sessions },
            'bar',
            { figures: text.fields.cost },
            { figures: text.fields.rows },
            { figures: text.fields.withoutCost },
            ...further,
            'quote',
          ]}
        />
        <tbody>
          {sums.map((sum) => {
            const { name, further: cells, query, about } = row(sum)
            return (
              <tr>
                <th scope="row">{name}</th>
                <td class="number">{format.number(sum.quantity)}</td>
                <ShareBar of={sum.quantity} largest={largest} />
                <td class="number">
                  <SumMoney of={sum} />
                </td>
                <td class="number">{format.number(sum.rows)}</td>
                <td class="number">{format.share(sum.quantityWithoutCost, sum.quantity)}</td>
                {cells}
                <td>
                  <QuoteLink query={query} about={about} short />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
