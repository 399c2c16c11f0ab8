/** `rastro resolve`: proposes which unit each printed name means, and fills the review queue. */
import { errors } from '../ledger/errors.js'
import { countryAsked } from './asked.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'
import { duration } from './progress.js'
import { describeResolved, resolveWithProgress } from './resolving.js'

export const command: Command = {
  name: 'resolve',
  summary: 'Propose which unit each printed name means, and fill the review queue',
  usage: `rastro resolve [--country C] [--new] [--json]

  --country C     only names of this country: its code (MEX), or its name as printed
  --new           only names that are new since the last time, as after every ingest
  --json          what was done as JSON

  rastro resolve --country MEX
      proposes units for Mexico's printed names; what is not decisive waits in the queue, /en/queue

Proposals never overrule a person's decision. Run again with nothing new, it changes nothing.`,
  options: { country: { type: 'string' }, new: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, positionals, context) {
    const { out, now } = context
    if (positionals.length > 0) throw errors.OPTION_INVALID('resolve takes no file', 'resolve')
    if (values.country !== undefined && values.new)
      throw errors.OPTION_INVALID('--country and --new exclude each other', 'resolve')
    const country = countryAsked(values.country, 'resolve')
    const ledger = await ledgerOf(context)
    try {
      await fillEmptyLedger(ledger, context)
      const start = now().getTime()
      const resolved = await resolveWithProgress(
        ledger,
        { ...(country !== null && { country }), onlyNew: values.new === true },
        context,
      )
      const waiting = await resolved.fillQueue()
      const seconds = (now().getTime() - start) / 1000
      if (values.json) await out.write(`${JSON.stringify({ ...resolved, waiting, seconds }, null, 2)}\n`)
      else
        out.note(
          `${describeResolved(resolved) ?? 'No printed name to propose of'} · ${waiting.toLocaleString('en')} pairs wait for a person · ${duration(seconds)}`,
        )
      return 0
    } finally {
      await ledger.close()
    }
  },
}
