/** What an article claims, as read from one sentence. The shapes are the ledger's, which keeps them. */
import type { QuantityClaim } from '../../../ledger/claims.js'

export type {
  Claim,
  ClaimPeriod,
  ClaimType,
  Comparator,
  DenialClaim,
  EventClaim,
  LineageClaim,
  QuantityClaim,
  StatusClaim,
} from '../../../ledger/claims.js'

/** A quantity claim as its sentence alone tells it. */
export type Quantity = Omit<QuantityClaim, 'id' | 'sentence' | 'speaker' | 'counterpart' | 'proposed_by'> & {
  /** Index of the other end of a change within the same list. */
  other: number | null
}
