/** Loads the listing of alleged incidents, and the page of one. */
import { z } from 'zod'
import { errors } from '../../ledger/errors.js'
import { loadEntity } from '../../ledger/read/entity.js'
import { loadIncidents } from '../../ledger/read/incidents.js'
import { fromParameter, readQuery, TrainingQuery } from '../../ledger/read/query.js'
import type { WebDependencies } from '../dependencies.js'
import type { Asked } from './asked.js'
import { IncidentPage } from './incident.js'
import { IncidentsPage } from './incidents.js'

const PAGE = 50

const IncidentsQuery = z.object({
  as_of: TrainingQuery.shape.as_of,
  country: z
    .string()
    .regex(/^\P{C}{0,80}$/u, 'a country as the listing has it')
    .default(''),
  from: fromParameter,
})

export async function incidentsPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of, country, from } = readQuery(IncidentsQuery, parameters)
  const wanted = /^[a-z]{3}$/i.test(country) ? country.toUpperCase() : country
  const { page, head } = await reading.within(as_of, async ({ client, head }) => {
    const at = as_of === undefined ? null : head.changeset
    return { page: await loadIncidents(client, at, { country: wanted || null, from, limit: PAGE }), head }
  })
  return send(head, () => <IncidentsPage page={page} country={wanted} from={from} limit={PAGE} />)
}

export async function incidentPage({ reading }: WebDependencies, { parameters, send }: Asked, id: string): Promise<Response> {
  const { as_of } = readQuery(z.object({ as_of: TrainingQuery.shape.as_of }), parameters)
  const read = await reading.within(as_of, async ({ client, head }) => {
    const facts = await loadEntity(client, as_of === undefined ? null : head.changeset, id)
    return facts?.kind === 'incident' ? { facts, head } : null
  })
  if (!read) throw errors.NOT_FOUND(`incident "${id.slice(0, 40)}"`)
  return send(read.head, () => <IncidentPage facts={read.facts} />)
}
