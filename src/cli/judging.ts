/** How the pages write a reviewer's decisions: with the owner's way into the database, which the web itself does not hold. */
import type { Ledger } from '../ledger/database/connect.js'
import { judge, split, undoDecision } from '../resolve/judge.js'
import type { Judging } from '../web/dependencies.js'

export function judgingBy(ledger: Pick<Ledger, 'ownerPool'>, reviewer: string, now: () => Date): Judging {
  const by = () => ({ reviewer, at: now() })
  return {
    judge: (decision) => judge(ledger, decision, by()),
    split: (wanted) => split(ledger, wanted, by()),
    undo: (changeset) => undoDecision(ledger, changeset, by()),
  }
}
