/** `rastro expunge`: removes rows and originals for good, leaving a tombstone. */
import { openArchive } from '../documents/archive.js'
import { expunge } from '../ledger/changesets/expunge.js'
import { errors } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import { localActor } from './actor.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'

export const command: Command = {
  name: 'expunge',
  summary: 'Remove rows and originals for good, leaving a tombstone',
  usage: `rastro expunge ID… --reason TEXT --yes

  ID        of a training, a printed total, a source (with all its rows), a printed name (with every training that prints it), or a
            unit, person or incident (with all that is said of it)
  --reason  the order or the danger, in words that do not repeat what is removed; kept in the audit trail
  --yes     it cannot be undone

  rastro expunge f071666575146bf78cb0734d --reason "court order 12/2026" --yes
      removes every past state of the row, what is behind its masks, and the original file; its address says from then on that it was
      removed, when, by whom and for this reason (410), and nothing else

Remove them from backups too, and from the bundled data (build it again), which otherwise prints them still.`,
  options: { reason: { type: 'string' }, yes: { type: 'boolean' } },
  async run(values, positionals, context) {
    const { out, env, now } = context
    if (positionals.length === 0) throw errors.OPTION_INVALID('an id is needed', 'expunge')
    if (typeof values.reason !== 'string' || !values.reason.trim()) throw errors.OPTION_INVALID('--reason is needed', 'expunge')
    if (values.yes !== true) throw errors.OPTION_INVALID('it cannot be undone, so --yes is needed', 'expunge')
    const ledger = await ledgerOf(context)
    try {
      const archive = openArchive(ledger.home, { clearance: true })
      const about = { actor: localActor(env), reason: values.reason, tool: 'rastro expunge', toolVersion: version, at: now() }
      const done = await expunge(ledger, positionals, about, { removeOriginal: (sha256) => archive.remove(sha256) })
      const removed = Object.entries(done.removed).map(([table, count]) => `${count} of ${table.replaceAll('_', ' ')}`)
      out.note(`Removed for good, past states counted: ${removed.join(', ')}; originals of ${done.originals} sources.`)
      const { hits, subjects, drafts } = done.copies
      out.note(
        hits + drafts === 0
          ? 'No screening list and no draft had copied any of it.'
          : `With it went ${hits} possible matches of ${subjects} subjects on screening lists, who count as not compared until they are screened again, and ${drafts} drafts of entries.`,
      )
      if (done.elsewhere.length > 0)
        out.note(
          `In another reading or edition of the file this stands in its place, also in past states, and may say the same: ${done.elsewhere.join(' ')}. Look at each, and expunge it too.`,
        )
      if (done.inFiles)
        out.note(
          'Another program was reading an older state all the while: the database files hold what was removed until it ends. When it has, expunge anything else, or run VACUUM FULL on the database.',
        )
      return 0
    } finally {
      await ledger.close()
    }
  },
}
