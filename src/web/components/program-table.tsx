/** Programmes with their family, agency and sums. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { ProgramSum } from '../../ledger/read/views.js'
import { href, useSite } from '../site.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { ShareBar, TableFrame } from './table.js'

export function ProgramTable({
  programs,
  caption,
  query,
}: {
  programs: readonly ProgramSum[]
  caption: string
  query?: Partial<TrainingQuery>
}) {
  const site = useSite()
  const { text, format } = site
  const largest = Math.max(0, ...programs.map((sum) => sum.quantity))
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.fields.program}</th>
            <th scope="col">{text.fields.family}</th>
            <th scope="col">{text.fields.agency}</th>
            <th scope="col" class="number">
              {text.fields.sessions}
            </th>
            <td class="bar" />
            <th scope="col" class="number">
              {text.fields.cost}
            </th>
            <th scope="col" class="number">
              {text.fields.rows}
            </th>
            <th scope="col" class="number">
              {text.fields.withoutCost}
            </th>
            <th scope="col">
              <span class="visually-hidden">{text.quote.short}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {programs.map((sum) => {
            const asked = { ...query, program: [sum.program.slug] }
            return (
              <tr>
                <th scope="row">
                  <a href={query ? searchHref(site, asked) : href(site, `/programs/${sum.program.slug}`)} translate="no">
                    {sum.program.code}
                  </a>
                </th>
                <td translate="no">{sum.program.family ?? '–'}</td>
                <td>
                  {sum.program.agency ? (
                    <abbr title={text.agencies[sum.program.agency as keyof typeof text.agencies] ?? sum.program.agency}>
                      {sum.program.agency}
                    </abbr>
                  ) : (
                    '–'
                  )}
                </td>
                <td class="number">{format.number(sum.quantity)}</td>
                <ShareBar of={sum.quantity} largest={largest} />
                <td class="number">
                  <SumMoney of={sum} />
                </td>
                <td class="number">{format.number(sum.rows)}</td>
                <td class="number">{format.share(sum.quantityWithoutCost, sum.quantity)}</td>
                <td>
                  <QuoteLink query={asked} about={sum.program.code} short />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
