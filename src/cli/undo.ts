/** `rastro undo`: undoes a changeset with another. */
import { undoChangeset } from '../ledger/changesets/undo.js'
import { errors } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import { settleAnswers } from '../resolve/decide-claim.js'
import { localActor } from './actor.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'
import { resolveWithProgress } from './resolving.js'

export const command: Command = {
  name: 'undo',
  summary: 'Undo a changeset with another',
  usage: `rastro undo CHANGESET --reason TEXT

  CHANGESET  its number, as the page of a training or source shows it
  --reason   why; kept in the audit trail

  rastro undo 12 --reason "read with the wrong vocabulary"
      withdraws what changeset 12 wrote and restores what it withdrew, as a changeset that can itself be undone

Where later work stands on the changeset it says what, and changes nothing.`,
  options: { reason: { type: 'string' } },
  async run(values, positionals, context) {
    const { out, env, now } = context
    const id = /^\d+$/.test(positionals[0] ?? '') ? Number(positionals[0]) : Number.NaN
    if (positionals.length !== 1 || !Number.isSafeInteger(id) || id < 1) {
      throw errors.OPTION_INVALID('the number of one changeset is needed', 'undo')
    }
    if (typeof values.reason !== 'string' || !values.reason.trim()) throw errors.OPTION_INVALID('--reason is needed', 'undo')
    const ledger = await ledgerOf(context)
    try {
      const about = { actor: localActor(env), reason: values.reason, tool: 'rastro undo', toolVersion: version, at: now() }
      const { changeset, written, withdrawn } = await undoChangeset(ledger, id, about, settleAnswers)
      // What is proposed of names follows the names that are printed still, or again.
      await (await resolveWithProgress(ledger, { onlyNew: true }, context)).fillQueue()
      const number = (count: number) => count.toLocaleString('en')
      out.note(
        changeset === null
          ? `Changeset ${id} had changed nothing that is still so.`
          : `Changeset ${changeset} undoes ${id}: ${number(withdrawn)} rows withdrawn, ${number(written)} restored.`,
      )
      return 0
    } finally {
      await ledger.close()
    }
  },
}
