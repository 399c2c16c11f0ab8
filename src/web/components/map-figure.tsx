/** The world map of training sessions with its table: the table is the answer, the map the way in. */
import type { CountrySum } from '../../ledger/read/views.js'
import { classThresholds, isOnMap, type MapEntry, worldMap } from '../charts/world-map.js'
import { countryName } from '../countries.js'
import { href, useSite } from '../site.js'
import { CountryTable } from './country-table.js'
import { Figure, Legend } from './figure.js'

export interface MapFigureProps {
  countries: readonly CountrySum[]
  title: string
  /** False where the same table already stands on the page. */
  table?: boolean
}

export function MapFigure({ countries, title, table = true }: MapFigureProps) {
  const site = useSite()
  const { text, format } = site
  const mapped = countries.filter((sum) => sum.country.code !== null && sum.rows > 0 && isOnMap(sum.country.code))
  const thresholds = classThresholds(mapped.map((sum) => sum.quantity))
  const entries = mapped.map((sum): MapEntry => {
    const name = countryName(sum.country, site.language)
    return {
      code: sum.country.code as string,
      name,
      value: sum.quantity,
      href: href(site, `/countries/${sum.country.slug}`),
      label: text.figures.mapLabel(name, sum.quantity, format.number(sum.quantity)),
    }
  })
  const largest = [...mapped].sort((a, b) => b.quantity - a.quantity).slice(0, 3)
  const picture = worldMap({
    title,
    description: text.figures.mapDescription(format.list(largest.map((sum) => countryName(sum.country, site.language)))),
    entries,
    thresholds,
    noRow: text.figures.noRowsListed,
  })
  const key = thresholds.map((bound, index) => {
    const next = thresholds[index + 1]
    return {
      text: next === undefined ? text.figures.orMore(format.number(bound)) : `${format.number(bound)}–${format.number(next - 1)}`,
      mark: `map-${index + 1}`,
    }
  })
  return (
    <Figure
      title={title}
      note={text.figures.mapNote}
      picture={picture}
      legend={<Legend of={[...key, { text: text.figures.noRowKey, mark: 'gap' }]} />}
      folded={table}
    >
      {table && <CountryTable countries={countries} caption={title} />}
    </Figure>
  )
}
