/** Loads the listings of units and of people. */
import { z } from 'zod'
import { countryOrPrinted, fromParameter, readQuery, TrainingQuery } from '../../ledger/read/query.js'
import { searchUnits } from '../../ledger/read/unit-listing.js'
import { searchKey } from '../../names/search-key.js'
import type { WebDependencies } from '../dependencies.js'
import { otherWaysOf } from '../other-ways.js'
import { searchPeople } from '../people-view.js'
import type { Asked } from './asked.js'
import { PeoplePage, UnitsPage, unitKinds } from './units.js'

const PAGE = 50

const country = countryOrPrinted.transform((code) => code ?? '')
const common = { q: TrainingQuery.shape.q, country, as_of: TrainingQuery.shape.as_of }
const UnitsQuery = z.object({
  ...common,
  kind: z.enum(['', ...unitKinds]).default(''),
  cursor: TrainingQuery.shape.cursor,
})
const PeopleQuery = z.object({ ...common, from: fromParameter })

export async function unitsPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const query = readQuery(UnitsQuery, parameters)
  const { q, kind, country, cursor, as_of } = query
  const asked = {
    q,
    kind: kind === '' ? [] : [kind],
    country: country || null,
    limit: PAGE,
    cursor,
    ...(as_of !== undefined && { as_of }),
  }
  const { rows, total, next, head } = await searchUnits(reading, asked, searchKey)
  const ways = cursor === undefined ? await otherWaysOf(reading, q) : null
  const found = ways && (await searchUnits(reading, { ...asked, q: ways.q, limit: 1 }, searchKey)).total
  return send(head, () => (
    <UnitsPage
      query={query}
      units={rows}
      total={total}
      next={next}
      ways={ways && found !== total ? { ways, found: found! } : null}
    />
  ))
}

export async function peoplePage(dependencies: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const query = readQuery(PeopleQuery, parameters)
  const { people, head } = await searchPeople(dependencies, query, query.as_of)
  const shown = people.slice(query.from, query.from + PAGE)
  return send(head, () => <PeoplePage query={query} people={shown} total={people.length} />)
}
