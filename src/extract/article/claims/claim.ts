/** What an article claims, as read from one sentence. The shapes are the ledger's, which keeps them. */
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
