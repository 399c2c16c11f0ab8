/** `rastro verify`: checks the ledger against its own chain of digests, or a dossier against its own. */
import path from 'node:path'
import { type BagReport, checkBag } from '../exchange/bagit/check.js'
import { openBag } from '../exchange/bagit/content.js'
import { type Verification, verifyLedger } from '../ledger/changesets/verify.js'
import { rebuildServed } from '../ledger/changesets/verify-served.js'
import { errors } from '../ledger/errors.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'
import { duration } from './progress.js'

export const command: Command = {
  name: 'verify',
  summary: 'Check the ledger against its own chain of digests, or a dossier',
  usage: `rastro verify [--head DIGEST] [--rebuild] [--json]
rastro verify DOSSIER [--json]

  DOSSIER a folder or zip file that \`rastro dossier\` or the pages wrote, or any other bag (RFC 8493): every digest, every file, every path
  --head  the digest of the newest changeset, as you noted it elsewhere: the one thing that a ledger rewritten as a whole cannot have
  --rebuild  first make anew, from the facts, what pages read: sums, names, what a name means. Restart running servers after it
  --json  the findings as JSON

  rastro verify
      recomputes every digest, names the first changeset that does not hold, and compares what pages show, now and in past states, with the facts
  rastro verify dossier.zip
      recomputes every digest in it, and names each file that is altered, missing, or listed nowhere; no ledger is opened

Ends with status 1 if anything does not hold. Rows that were expunged are counted as expunged, not as altered.`,
  options: { head: { type: 'string' }, rebuild: { type: 'boolean' }, json: { type: 'boolean' } },
  async run(values, positionals, context) {
    const { out, cwd, now } = context
    const [dossier, another] = positionals
    if (another !== undefined) throw errors.OPTION_INVALID('it checks one dossier at a time', 'verify')
    if (dossier !== undefined) {
      const ofLedger = ['head', 'rebuild'].find((option) => values[option] !== undefined)
      if (ofLedger) throw errors.OPTION_INVALID(`--${ofLedger} is of the ledger, not of a dossier`, 'verify')
      const report = await checkBag(await openBag(path.resolve(cwd, dossier)))
      await out.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : describeBag(dossier, report))
      return report.sound ? 0 : 1
    }
    const ledger = await ledgerOf(context)
    const client = await ledger.ownerPool.connect()
    try {
      const start = now().getTime()
      if (values.rebuild) await rebuildServed(ledger)
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

/** What a terminal would take for a command of its own is shown and not sent: \p{Cc} are the control characters. */
const shown = (text: string): string =>
  text.slice(0, 300).replaceAll(/\p{Cc}/gu, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const mostShown = 100

function describeBag(name: string, { sound, files, bytes, digests, info, problems }: BagReport): string {
  const number = (count: number) => count.toLocaleString('en')
  return `${[
    `${shown(name)}: ${number(files)} files, ${number(bytes)} bytes, by ${digests.join(' and ') || 'no digest'}`,
    ...info.map(([label, value]) => `  ${shown(label)}: ${shown(value)}`),
    ...problems.slice(0, mostShown).map(({ kind, file, detail }) => `  ${kind}: ${shown(file)}: ${shown(detail)}`),
    ...(problems.length > mostShown ? [`  and ${number(problems.length - mostShown)} more`] : []),
    sound ? 'Everything holds.' : 'Something does not hold.',
  ].join('\n')}\n`
}
