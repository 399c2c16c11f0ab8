/** `rastro export`: entities and statements in forms that other programs read. */
import { asFollowTheMoney } from '../exchange/follow-the-money/export.js'
import { statementHeader, statementRows } from '../exchange/statements-csv.js'
import type { Ledger } from '../ledger/database/open.js'
import { errors } from '../ledger/errors.js'
import { allEntities } from '../ledger/read/all-entities.js'
import { loadKnownEntities } from '../ledger/read/known-entities.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command, Output } from './command.js'
import { ledgerOf } from './ledger-of.js'

const formats = ['ftm', 'csv'] as const

export const command: Command = {
  name: 'export',
  summary: 'Write units, people and what is said of them as FollowTheMoney or CSV',
  usage: `rastro export --format ftm|csv

  ftm  FollowTheMoney entities, one JSON object per line (default)
  csv  one row per statement

  rastro export --format ftm > units.ftm.json
      for tools that read FollowTheMoney; what it cannot say is in docs/follow-the-money.md

Nothing restricted is written.`,
  options: { format: { type: 'string' } },
  async run(values, positionals, context) {
    const { out } = context
    const format = formats.find((one) => one === (values.format ?? 'ftm'))
    if (!format) throw errors.OPTION_INVALID(`--format is ftm or csv, not "${values.format}"`, 'export')
    if (positionals.length > 0)
      throw errors.OPTION_INVALID('it takes no file: the ledger is written to standard output', 'export')
    const ledger = await ledgerOf(context)
    try {
      await fillEmptyLedger(ledger, context, { names: true })
      await writeEntities(ledger, format, out)
      return 0
    } finally {
      await ledger.close()
    }
  },
}

/** As the reader's role, which sees nothing restricted, and in one snapshot. */
async function writeEntities(
  ledger: Pick<Ledger, 'readerPool'>,
  format: (typeof formats)[number],
  out: Pick<Output, 'write'>,
): Promise<void> {
  const client = await ledger.readerPool.connect()
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '60s'`)
    if (format === 'csv') await out.write(statementHeader)
    const known = new Map(format === 'ftm' ? (await loadKnownEntities(client)).map((entity) => [entity.id, entity]) : [])
    for await (const batch of allEntities(client)) {
      let text = ''
      if (format === 'csv') for (const entity of batch.entities) for (const row of statementRows(entity)) text += row
      if (format === 'ftm') for (const entity of asFollowTheMoney(batch, known)) text += `${JSON.stringify(entity)}\n`
      await out.write(text)
    }
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
}
