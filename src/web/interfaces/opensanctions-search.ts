/** `GET /search/{dataset}` of the OpenSanctions API: words of any name, with counts by country, topic, schema and dataset. */
import { Hono } from 'hono'
import { countryCode } from '../../exchange/follow-the-money/example.js'
import { isOfSchema, isSchema } from '../../exchange/follow-the-money/schemata.js'
import { DATASET, loadShown } from '../../exchange/follow-the-money/shown.js'
import { errors } from '../../ledger/errors.js'
import { onceTimeoutMs } from '../../ledger/read/reading.js'
import { countryOfCode } from '../../ledger/vocabulary.js'
import type { EntityPage } from '../../screening/entity-match.js'
import type { WebDependencies } from '../dependencies.js'
import { requires } from '../permissions.js'
import { foreignParameters } from './foreign-parameters.js'
import { allKinds, forcesOfTopics, isDataset, isInDatasets, kindsOfTopics, schemaOfKind } from './opensanctions-filters.js'

const facetNames = ['countries', 'topics', 'datasets', 'schema', 'identifiers', 'genders'] as const
type FacetName = (typeof facetNames)[number]

export function searchRoutes({ reading, entities }: WebDependencies): Hono {
  const app = new Hono()
  app.get('/search/:dataset', requires('read'), async (context) => {
    if (!isDataset(context.req.param('dataset'))) throw errors.NOT_FOUND('dataset')
    const parameters = foreignParameters(context)
    parameters.only(
      ...[
        'q',
        'schema',
        'include_dataset',
        'exclude_dataset',
        'exclude_schema',
        'countries',
        'topics',
        'datasets',
        'limit',
        'offset',
      ],
      ...['fuzzy', 'simple', 'facets', 'filter_op'],
    )
    parameters.flag('fuzzy', false)
    parameters.flag('simple', false)
    const limit = parameters.whole('limit', 10, 0, 500)
    const offset = parameters.whole('offset', 0, 0, 9_499)
    const schema = parameters.text('schema') ?? 'Thing'
    if (!isSchema(schema)) throw errors.QUERY_INVALID('schema', 'is not of the model')
    const facets = parameters.list('facets')
    const unknown = facets.find((facet) => !facetNames.includes(facet as FacetName))
    if (unknown !== undefined) throw errors.QUERY_INVALID('facets', `any of ${facetNames.join(', ')}`)
    const without = parameters.list('exclude_schema')
    const topics = parameters.list('topics')
    const kinds = kindsOfTopics(topics).filter((kind) => {
      const ours = schemaOfKind(kind)
      return isOfSchema(ours, schema) && !without.some((other) => isOfSchema(ours, other))
    })
    const countries = parameters.list('countries')
    const codes = countries.flatMap(countryCode)
    const forces = forcesOfTopics(topics)
    const asked = { words: parameters.text('q') ?? '', kinds, countries: codes, forces, from: offset, limit }
    const nothing = kinds.length === 0 || !isInDatasets(parameters) || (countries.length > 0 && codes.length === 0)
    const { page } = await entities.search(nothing ? { ...asked, kinds: ['class of units'], words: '\u0000' } : asked)
    const known = async (ids: readonly string[]) => (await entities.entities(ids)).entities
    const shown =
      page.ids.length === 0
        ? new Map()
        : await reading.within(undefined, ({ client }) => loadShown(client, page.ids, known), onceTimeoutMs)
    const wanted = facets.length > 0 ? facets : ['countries', 'topics', 'datasets']
    return context.json({
      results: page.ids.flatMap((id) => shown.get(id) ?? []),
      facets: Object.fromEntries(wanted.map((facet) => [facet, facetOf(facet as FacetName, page)])),
      total: { value: page.total, relation: 'eq' },
      limit,
      offset,
    })
  })
  return app
}

function facetOf(facet: FacetName, { countries, kinds, forces, total }: EntityPage) {
  const count = (of: readonly string[]) => kinds.reduce((sum, [kind, number]) => sum + (of.includes(kind) ? number : 0), 0)
  const filled = (values: { name: string; label: string; count: number }[]) => values.filter((value) => value.count > 0)
  switch (facet) {
    case 'countries':
      return {
        label: 'Countries',
        values: countries.flatMap(([code, number]) => {
          const country = countryOfCode(code)
          return country?.alpha2 ? [{ name: country.alpha2.toLowerCase(), label: country.nameEn, count: number }] : []
        }),
      }
    case 'topics':
      return {
        label: 'Topics',
        values: filled([{ name: 'gov.security', label: 'Security services', count: forces }]),
      }
    case 'datasets':
      return { label: 'Data sources', values: filled([{ name: DATASET, label: 'Rastro', count: total }]) }
    case 'schema':
      return {
        label: 'Entity types',
        values: filled([
          { name: 'Organization', label: 'Organization', count: count(allKinds.filter((kind) => kind !== 'person')) },
          { name: 'Person', label: 'Person', count: count(['person']) },
        ]),
      }
    default:
      return { label: facet === 'genders' ? 'Genders' : 'Identifiers', values: [] }
  }
}
