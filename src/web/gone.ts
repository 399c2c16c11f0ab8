/** What is not in the ledger may have been expunged: then its address says so, when, by whom and why, and that alone. */
import { errors, UserError } from '../ledger/errors.js'
import { expungedRecord } from '../ledger/read/expunged.js'
import type { WebDependencies } from './dependencies.js'

const notThere: ReadonlySet<string> = new Set(['NOT_FOUND', 'EVIDENCE_NOT_FOUND', 'EXPUNGED'])
const mostIds = 8

/** By the kind of its tombstone. */
const things: Readonly<Record<string, string>> = {
  entity: 'unit, person or incident',
  printed_total: 'printed total',
  printed_name: 'printed name',
  designation: 'listing',
}

/** An error as it is told: of what one of these ids means that it was expunged, where it was, and otherwise as it is. */
export async function orExpunged({ ledger }: Pick<WebDependencies, 'ledger'>, error: unknown, ids: readonly string[]) {
  if (!(error instanceof UserError) || !notThere.has(error.code) || error.place.changeset !== undefined) return error
  const asked = ids.filter((id) => /^[\w-]{1,80}$/.test(id)).slice(-mostIds)
  // Where the database does not answer, what was wrong first is told.
  const removed = await expungedRecord(ledger.readerPool, asked).catch(() => null)
  return removed ? errors.EXPUNGED(things[removed.kind] ?? removed.kind, removed) : error
}
