/** Countries with their sums; each figure leads to its rows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { CountrySum } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { ShareBar, TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface CountryTableProps {
  countries: readonly CountrySum[]
  caption: string
  /** What the sums are of besides the country. */
  query?: Partial<TrainingQuery>
}

export function CountryTable({ countries, caption, query = {} }: CountryTableProps) {
  const site = useSite()
  const { text, format } = site
  const largest = Math.max(0, ...countries.map((sum) => sum.quantity))
  const named = Object.keys(query).length > 0
  return (
    <TableFrame label={caption}>
      <table>
        <caption>{caption}</caption>
        <TableHead
          columns={[
            { words: text.fields.country },
            { figures: text.fields.sessions },
            'bar',
            { figures: text.fields.cost },
            { figures: text.fields.rows },
            { figures: text.fields.withoutCost },
            { figures: text.fields.withoutUnit },
            'quote',
          ]}
        />
        <tbody>
          {countries.map((sum) => {
            const asked = { ...query, country: [sum.country.slug] }
            const name = countryName(sum.country, site.language)
            return (
              <tr>
                <th scope="row">
                  <a href={named ? searchHref(site, asked) : href(site, `/countries/${sum.country.slug}`)}>{name}</a>
                </th>
                <td class="number">{format.number(sum.quantity)}</td>
                <ShareBar of={sum.quantity} largest={largest} />
                <td class="number">
                  <SumMoney of={sum} />
                </td>
                <td class="number">{format.number(sum.rows)}</td>
                <td class="number">{format.share(sum.quantityWithoutCost, sum.quantity)}</td>
                <td class="number">{format.share(sum.quantityWithoutUnit, sum.quantity)}</td>
                <td>
                  <QuoteLink query={asked} about={name} short />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
