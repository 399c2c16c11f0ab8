/** What an OpenSanctions client asks before it matches: which datasets there are, which algorithm, and whether the server can answer. */
import { Hono } from 'hono'
import { DATASET } from '../../exchange/follow-the-money/shown.js'
import { errors } from '../../ledger/errors.js'
import type { WebDependencies } from '../dependencies.js'
import { requires } from '../permissions.js'
import { foreignParameters } from './foreign-parameters.js'
import { ALGORITHM, allKinds, COLLECTION } from './opensanctions-filters.js'

const features: Readonly<Record<string, string>> = {
  name_match:
    'How alike the names are, by what they say: numbers, echelons, arms and proper words of units; words and initials of people.',
  country_match:
    '1 where a country agrees, 0 where none does. Units of another country are compared only where the query has no country.',
  birth_match: '1 where dates of birth have a day in common, 0 where they have none; the score follows.',
  identifier_match: '1 where an identifier is the same, marks and letter case aside.',
}

export function datasetRoutes({ reading, entities }: WebDependencies): Hono {
  const app = new Hono()

  app.get('/catalog', requires('read'), async (context) => {
    const { page, head } = await entities.search({ words: '', kinds: allKinds, countries: [], from: 0, limit: 0 })
    const version = (head.content ?? head.digest).slice(0, 16)
    const common = {
      version,
      updated_at: head.at.replace('Z', ''),
      last_export: head.at.replace('Z', ''),
      entity_count: page.total,
      thing_count: page.total,
      index_version: version,
      index_current: true,
    }
    return context.json({
      datasets: [
        {
          ...common,
          name: DATASET,
          title: 'Rastro',
          summary:
            'Units, ministries, organisations and people of security forces: those that U.S. training reports name, and those that sources allege something of or that stand on lists. To be found here says nothing against anybody.',
          load: true,
          children: [],
        },
        { ...common, name: COLLECTION, title: 'Everything in this ledger', load: false, children: [DATASET] },
      ],
      current: [DATASET],
      outdated: [],
      index_stale: false,
    })
  })

  app.get('/algorithms', requires('read'), (context) => {
    foreignParameters(context).only()
    const docs = Object.fromEntries(
      Object.entries(features).map(([name, description]) => [name, { description, coefficient: null, url: null }]),
    )
    const algorithm = {
      name: ALGORITHM,
      description: 'Names read by a grammar and compared by rules, as `rastro match` does. docs/decisions/0060 says how.',
      features: docs,
      docs: { description: '', config: {}, features: docs },
    }
    return context.json({ algorithms: [algorithm], default: ALGORITHM, best: ALGORITHM })
  })

  app.get('/healthz', (context) => {
    context.header('cache-control', 'no-store')
    return context.json({ status: 'ok' })
  })

  // Asking makes the index, so that who waits for it need not ask anything else.
  app.get('/readyz', requires('read'), async (context) => {
    context.header('cache-control', 'no-store')
    const ready = await Promise.race([
      entities.search({ words: '', kinds: allKinds, countries: [], from: 0, limit: 0 }).then(() => true),
      new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref()),
    ])
    if (!ready) throw errors.INDEX_NOT_READY()
    await reading.head()
    return context.json({ status: 'ok' })
  })
  return app
}
