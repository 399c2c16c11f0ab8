/**
 * How an address names a state of the ledger (`as_of`): by its content digest, which is the same in every ledger that holds the same facts; by
 * the chain digest of its last changeset, which is of one ledger's history and its copies; of both the first digits will do; or by the
 * changeset's number, which is short and means something in this ledger alone.
 */
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { errors } from '../errors.js'
import { changesetOfDigest, loadChangeset } from './changesets.js'
import { emptyHead } from './snapshot.js'
import type { Changeset, Head } from './views.js'

/** A changeset's number, or the first digits of its digest in lower case; undefined is the present. */
export type AsOf = number | string | undefined

/** Digits of a digest that an address must give: 48 bits are of one state in any ledger that people write. */
const leastDigits = 12
/** Digits of a digest that our own addresses give: those that the foot of a page shows. */
const writtenDigits = 16
const largestNumber = 2_000_000_000

/** Of up to eleven decimal digits it is a number, from twelve digits on it is a digest, also where all of them are decimal. */
export const asOfText = z
  .string()
  .regex(/^(?:\d{1,11}|[0-9a-fA-F]{12,64})$/, `a changeset's number, or at least ${leastDigits} digits of its digest`)
  .transform((value) => (value.length < leastDigits ? Number(value) : value.toLowerCase()))
  .refine((value) => typeof value === 'string' || value <= largestNumber, `between 0 and ${largestNumber}`)

/** `as_of` of a state for addresses that leave this machine. The ledger before its first changeset has no digest and is 0 everywhere. */
export const stateInAddress = ({ changeset, digest, content }: Head): string =>
  changeset === 0 ? '0' : (content ?? digest).slice(0, writtenDigits)

/**
 * The state that `asOf` names.
 * @throws UserError AS_OF_UNKNOWN where this ledger does not hold it
 */
export async function headAsOf(client: PoolClient, asOf: number | string, newest: Head): Promise<Head> {
  if (asOf === newest.changeset) return newest
  if (asOf === 0) return { ...emptyHead }
  const at: Changeset | null = await (typeof asOf === 'string' ? changesetOfDigest(client, asOf) : loadChangeset(client, asOf))
  if (!at) throw errors.AS_OF_UNKNOWN(asOf, newest.changeset)
  return at.id === newest.changeset ? newest : { changeset: at.id, at: at.at, digest: at.digest, content: at.content }
}
