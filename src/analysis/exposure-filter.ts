/** Which findings are asked for. Every part narrows; an empty list asks for all. */
import { slugOf } from '../ledger/read/cube.js'
import type { NamedEntity } from '../ledger/read/relations.js'
import type { Exposure, Identity, MatterKind, Order, PathKind } from './exposure.js'

export interface ExposureFilter {
  /** The assisted unit, or whom the matter names. */
  unit: string
  /** ISO 3166-1 alpha-3, or a country as printed, of the assisted unit. */
  countries: readonly string[]
  /** Fiscal years in which some of the assistance was. */
  years: readonly { first: number; last: number }[]
  kinds: readonly MatterKind[]
  paths: readonly PathKind[]
  orders: readonly Order[]
  identities: readonly Identity[]
  /** Both the assistance and the matter are dated to the day. */
  toTheDay: boolean
  afterOnly: boolean
}

export const everything: ExposureFilter = {
  unit: '',
  countries: [],
  years: [],
  kinds: [],
  paths: [],
  orders: [],
  identities: [],
  toTheDay: false,
  afterOnly: false,
}

/** The assistance came after the incident, or after the listing or denial had begun: during a listing is after it, during an incident is not. */
const cameAfter = ({ order, matter }: Exposure): boolean =>
  order === 'after' || (order === 'during' && matter.kind !== 'incident')

const asked = <Value>(wanted: readonly Value[], value: Value): boolean => wanted.length === 0 || wanted.includes(value)

export function filterExposures(
  found: readonly Exposure[],
  names: ReadonlyMap<string, NamedEntity>,
  filter: ExposureFilter,
): Exposure[] {
  const countries = filter.countries.map(slugOf)
  return found.filter(
    (one) =>
      (filter.unit === '' || one.unit === filter.unit || one.matter.subject === filter.unit) &&
      asked(countries, slugOf(names.get(one.unit)?.country ?? '')) &&
      (filter.years.length === 0 ||
        one.sum.fiscalYears.some((year) => filter.years.some(({ first, last }) => year >= first && year <= last))) &&
      asked(filter.kinds, one.matter.kind) &&
      asked(filter.paths, one.path.kind) &&
      asked(filter.orders, one.order) &&
      asked(filter.identities, one.strength.identity) &&
      (!filter.toTheDay || (one.strength.assistanceDates === 'day' && one.strength.matterDates === 'day')) &&
      (!filter.afterOnly || cameAfter(one)),
  )
}
