/** `rastro verify`: checks the ledger against its own chain of digests. */

import { type Verification, verifyLedger } from '../ledger/changesets/verify.js'
import { dataHome } from '../ledger/database/home.js'
import { openLedger } from '../ledger/database/open.js'
import type { Command } from './command.js'
import { duration } from './progress.js'

export const command: Command = {
  name: 'verify',
  summary: 'Check the ledger against its own chain of digests',
  usage: `rastro verify [--head DIGEST] [--json]

  --head  the digest of the newest changeset, as you noted it elsewhere: the one thing that a ledger rewritten as a whole cannot have
  --json  the findings as JSON

  rastro verify
      recomputes every digest, and names the first changeset that does not hold

Ends with status 1 if anything does not hold. Rows that were expunged are counted as expunged, not as altered.`,
  options: { head: { type: 'string' }, json: { type: 'boolean' } },
  async run(values, _, { out, env, cwd, now }) {
    const ledger = await openLedger({ home: dataHome(env, cwd), databaseUrl: env.DATABASE_URL })
    const client = await ledger.ownerPool.connect()
    try {
      const start = now().getTime()
      const open = await verifyLedger(client, 'ledger')
      const restricted = await verifyLedger(client, 'restricted')
      const seconds = (now().getTime() - start) / 1000
      const headHolds = values.head === undefined || values.head === open.head?.digest
      const sound = open.problems.length + restricted.problems.length === 0 && headHolds
      if (values.json) {
        await out.write(`${JSON.stringify({ sound, headHolds, ledger: open, restricted }, null, 2)}\n`)
      } else {
        await out.write(describe('Ledger', open))
        if (restricted.changesets > 0) await out.write(describe('Restricted', restricted))
        if (!headHolds) await out.write(`The newest changeset's digest is not ${values.head}.\n`)
        await out.write(`${sound ? 'Everything holds' : 'Something does not hold'} (${duration(seconds)}).\n`)
      }
      return sound ? 0 : 1
    } finally {
      client.release()
      await ledger.close()
    }
  },
}

function describe(title: string, found: Verification): string {
  const number = (count: number) => count.toLocaleString('en')
  const lines = [
    `${title}: ${number(found.changesets)} changesets, ${number(found.rows)} rows, ${number(found.current)} of them current, ${number(found.expunged)} expunged`,
    `  newest changeset ${found.head ? `${found.head.changeset} ${found.head.digest}` : 'none'}`,
    `  content digest   ${found.contentDigest}`,
    ...(found.firstBad === null ? [] : [`  first changeset that does not hold: ${found.firstBad}`]),
    ...found.problems
      .slice(0, 50)
      .map(({ kind, changeset, table, id, detail }) =>
        `  ${kind}: ${[changeset === null ? '' : `changeset ${changeset}`, table ?? '', id ?? ''].filter(Boolean).join(', ')}: ${detail}`.replace(
          /: : /,
          ': ',
        ),
      ),
    ...(found.problems.length > 50 ? [`  and ${found.problems.length - 50} more or more`] : []),
  ]
  return `${lines.join('\n')}\n`
}
