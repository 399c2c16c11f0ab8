/** Countries with their sums; each figure leads to its rows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { CountrySum } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { SumMoney } from './figures.js'
import { searchHref } from './filters.js'
import { QuoteLink } from './quote.js'
import { ShareBar, TableFrame } from './table.js'

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
        <thead>
          <tr>
            <th scope="col">{text.fields.country}</th>
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
            <th scope="col" class="number">
              {text.fields.withoutUnit}
            </th>
            <th scope="col">
              <span class="visually-hidden">{text.quote.short}</span>
            </th>
          </tr>
        </thead>
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
