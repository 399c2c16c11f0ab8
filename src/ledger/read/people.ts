/** People whom sources name, in one state of the ledger, each with all names that they are given and how many posts. */
import type { PoolClient } from 'pg'
import { loadIdentities } from './identities.js'
import { heldIn } from './relations.js'

export interface PersonRow {
  /** As the person is shown: what reviewers judged to be one stands under one id. */
  id: string
  /** The first that a source gives. */
  name: string
  /** All of them, the one shown first. No two are equal. */
  names: string[]
  /** ISO 3166-1 alpha-3, or as printed; a person may have several. */
  countries: string[]
  /** Statements that the person held a post. */
  postings: number
}

const properties = ['name', 'alias', 'country', 'posting']

/** All people of the present, or of the state after a changeset, by name. */
export async function loadPeople(client: Pick<PoolClient, 'query'>, at: number | null): Promise<PersonRow[]> {
  const { canonicalOf } = await loadIdentities(client, at)
  const { rows } = await client.query<{ entity: string; property: string; value: string | null }>(
    `SELECT s.entity, s.property, s.value FROM ledger.statement s
      JOIN ledger.entity e ON e.id = s.entity AND e.kind = 'person' AND ${heldIn(at, 'e')}
      WHERE s.property = ANY($1) AND s.stance = 'asserts' AND ${heldIn(at, 's')}
      ORDER BY array_position($1, s.property), s.source, s.position, s.id`,
    [properties],
  )
  const people = new Map<string, PersonRow>()
  for (const { entity, property, value } of rows) {
    const id = canonicalOf(entity)
    let person = people.get(id)
    if (!person) {
      person = { id, name: '', names: [], countries: [], postings: 0 }
      people.set(id, person)
    }
    if (property === 'posting') person.postings += 1
    else if (value !== null) {
      const list = property === 'country' ? person.countries : person.names
      if (!list.includes(value)) list.push(value)
    }
  }
  const named = [...people.values()].filter(({ names }) => names.length > 0)
  for (const person of named) person.name = person.names[0]!
  const collator = new Intl.Collator('en')
  return named.sort((one, other) => collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1))
}
