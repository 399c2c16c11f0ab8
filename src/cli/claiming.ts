/** How the pages write what an analyst decides on claims: with the owner's way into the database, which the web itself does not hold. */
import type { Ledger } from '../ledger/database/connect.js'
import { correctArticle } from '../resolve/correct-article.js'
import { decideClaim, undoClaimDecision } from '../resolve/decide-claim.js'
import type { Claiming } from '../web/dependencies.js'

export function claimingBy(ledger: Pick<Ledger, 'ownerPool'>, reviewer: string, now: () => Date): Claiming {
  const by = () => ({ reviewer, at: now() })
  return {
    decide: (wanted) => decideClaim(ledger, wanted, by()),
    undo: (changeset) => undoClaimDecision(ledger, changeset, by()),
    correctArticle: (source, given) => correctArticle(ledger, source, given, by()),
  }
}
