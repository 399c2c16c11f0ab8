/** The API's listing of people whom sources name. One of them stands in `entity-endpoints.ts`. */
import { z } from '@hono/zod-openapi'
import type { PersonRow } from '../../ledger/read/people.js'
import {
  countryOrPrinted,
  fromParameter,
  limitParameter,
  maximumLimit,
  readQuery,
  TrainingQuery,
} from '../../ledger/read/query.js'
import { searchPeople } from '../people-view.js'
import { asOf, type Endpoint } from './endpoint.js'
import { countryParameter } from './matter-parameters.js'
import { asOfParameter, limitParameterOf } from './parameters.js'
import { publishHead } from './published.js'
import { listing } from './schemas.js'
import { PersonSchema } from './view-schemas.js'

const PeopleQuestion = z.object({
  q: TrainingQuery.shape.q,
  country: countryOrPrinted.transform((country) => country ?? ''),
  as_of: asOf,
})
const PeopleQuery = PeopleQuestion.extend({ from: fromParameter, limit: limitParameter(maximumLimit, 20) })

const publishPerson = ({ id, name, names, countries, postings }: PersonRow) => ({ id, name, names, countries, postings })

export const peopleEndpoints: readonly Endpoint[] = [
  {
    path: '/people',
    summary:
      'People whom sources name, in posts, on lists or in what is alleged, by the words of any of their names: whose whole name was given first, then those with most posts. That somebody is listed says nothing against them.',
    parameters: z.object({
      q: z
        .string()
        .optional()
        .openapi({ description: 'Words of one name; a star ends the beginning of a word.', example: 'orellana' }),
      country: countryParameter,
      from: z.string().optional().openapi({ description: 'How many people are passed over; `next` of the page before.' }),
      limit: limitParameterOf(20),
      as_of: asOfParameter,
    }),
    answer: listing(PersonSchema),
    async handle(dependencies, parameters) {
      const { from, limit, as_of, ...question } = readQuery(PeopleQuery, parameters)
      const { people, head } = await searchPeople(dependencies, question, as_of)
      const to = from + limit
      return {
        data: people.slice(from, to).map(publishPerson),
        total: people.length,
        next: to < people.length ? String(to) : null,
        facets: {},
        coverage: [],
        head: publishHead(head),
      }
    },
    file: {
      name: 'people',
      columns: ['id', 'name', 'names', 'countries', 'postings'],
      async rows(dependencies, parameters) {
        const { as_of, ...question } = readQuery(PeopleQuestion, parameters)
        return (await searchPeople(dependencies, question, as_of)).people.map(publishPerson)
      },
    },
  },
]
