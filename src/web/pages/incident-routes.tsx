/** Loads the listing of alleged incidents, and the page of one. */
import { errors } from '../../ledger/errors.js'
import { loadEntity } from '../../ledger/read/entity.js'
import { loadIncidents } from '../../ledger/read/incidents.js'
import { labelUnnamed } from '../../ledger/read/meant.js'
import { loadOpenAnswers } from '../../ledger/read/open-answers.js'
import { countryOrPrinted, fromParameter, readQuery } from '../../ledger/read/query.js'
import type { WebDependencies } from '../dependencies.js'
import { type Asked, State } from './asked.js'
import { IncidentPage } from './incident.js'
import { IncidentsPage } from './incidents.js'

const PAGE = 50

const IncidentsQuery = State.extend({ country: countryOrPrinted, from: fromParameter })

export async function incidentsPage({ reading }: WebDependencies, { parameters, send }: Asked): Promise<Response> {
  const { as_of, country, from } = readQuery(IncidentsQuery, parameters)
  const { page, head } = await reading.within(as_of, async ({ client, head }, { at }) => ({
    page: await loadIncidents(client, at, { country, from, limit: PAGE }),
    head,
  }))
  return send(head, () => <IncidentsPage page={page} country={country ?? ''} from={from} limit={PAGE} />)
}

export async function incidentPage({ reading }: WebDependencies, { parameters, send }: Asked, id: string): Promise<Response> {
  const { as_of } = readQuery(State, parameters)
  const read = await reading.within(as_of, async ({ client, head }, { at }) => {
    const facts = await loadEntity(client, at, id)
    if (facts?.kind !== 'incident') return null
    await labelUnnamed(client, facts.others.values())
    return { facts, head, open: (await loadOpenAnswers(client, at, [id])).get(id) ?? [] }
  })
  if (!read) throw errors.NOT_FOUND(`incident "${id.slice(0, 40)}"`)
  return send(read.head, () => <IncidentPage facts={read.facts} open={read.open} />)
}
