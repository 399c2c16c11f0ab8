/** Countries with their sums; each figure leads to its rows. */
import type { TrainingQuery } from '../../ledger/read/query.js'
import type { CountrySum } from '../../ledger/read/views.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { searchHref } from './filters.js'
import { SumTable } from './sum-table.js'

export interface CountryTableProps {
  countries: readonly CountrySum[]
  caption: string
  /** What the sums are of besides the country. */
  query?: Partial<TrainingQuery>
}

export function CountryTable({ countries, caption, query }: CountryTableProps) {
  const site = useSite()
  const { text, format } = site
  return (
    <SumTable
      caption={caption}
      heading={text.fields.country}
      sums={countries}
      further={[{ figures: text.fields.withoutUnit }]}
      row={(sum) => {
        const asked = { ...query, country: [sum.country.slug] }
        const name = countryName(sum.country, site.language)
        return {
          name: <a href={query ? searchHref(site, asked) : href(site, `/countries/${sum.country.slug}`)}>{name}</a>,
          further: <td class="number">{format.share(sum.quantityWithoutUnit, sum.quantity)}</td>,
          query: asked,
          about: name,
        }
      }}
    />
  )
}
