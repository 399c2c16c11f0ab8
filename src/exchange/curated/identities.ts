/**
 * data/identities as judgements: which printed names mean which listed unit, by hand and each with its reason, where the rules leave a name to a person.
 *
 * They are a reviewer's judgements like any other, and belong to no source. A name that the ledger does not have is judged once it has it.
 */
import type { PoolClient } from 'pg'
import { entryId, scheme } from '../../extract/ofac/read-ofac.js'
import { entityRow } from '../../ledger/changesets/entity-facts.js'
import type { Judged } from '../../ledger/changesets/judgements.js'
import type { EntityKind, Judgement } from '../../ledger/entities.js'
import type { CuratedPackage } from './read-package.js'

/** Who judged, as pages say it. */
export const projectReviewer = 'the Rastro project, by hand'

/** The judgements whose name and entity the ledger has, and how many it has not. */
export async function judgementsByHand(client: PoolClient, given: CuratedPackage): Promise<{ judged: Judged; missing: number }> {
  const { rows } = given.table('judgements')
  const judgements: Judgement[] = []
  const kinds = new Map<string, EntityKind>()
  for (const row of rows) {
    if (row.collection !== scheme)
      throw new Error(`data/identities speaks of "${row.collection}", which is no collection that it knows.`)
    const entity = entryId('organization', row.entity!)
    const found = await client.query<{ id: string; kind: EntityKind }>(
      `SELECT n.id, e.kind FROM ledger.printed_name n JOIN ledger.entity e ON e.id = $1 AND e.withdrawn IS NULL
        WHERE n.text = $2 AND n.country = $3 AND n.kind = 'unit' AND n.withdrawn IS NULL`,
      [entity, row.name, row.country],
    )
    for (const { id, kind } of found.rows) {
      kinds.set(entity, kind)
      judgements.push({
        subjectKind: 'printed name',
        subject: id,
        entity,
        verdict: row.verdict as Judgement['verdict'],
        basis: 'person',
        reviewer: projectReviewer,
        rule: null,
        score: null,
        reasons: [],
        note: `${row.reason} (${row.judged_on})`,
      })
    }
  }
  const entities = [...kinds].map(([id, kind]) => entityRow(id, kind))
  return { judged: { judgements, entities }, missing: rows.length - judgements.length }
}
