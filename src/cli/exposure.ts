/** `rastro exposure`: units that received training and are, themselves or by a path that is told, accused of something or listed. */

import { coverageOf } from '../analysis/coverage.js'
import { readCoverageFacts } from '../analysis/coverage-facts.js'
import { everything, filterExposures } from '../analysis/exposure-filter.js'
import { exposuresOfLedger, exposuresOfUnit } from '../analysis/exposure-ledger.js'
import { errors } from '../ledger/errors.js'
import { csvRow } from '../ledger/publish.js'
import { findUnit } from '../ledger/read/find-entity.js'
import { snapshot } from '../ledger/read/snapshot.js'
import { exposureColumns, flatExposures, noFinding, publishFindings } from '../web/api/exposures.js'
import { notCoveredInWords } from '../web/exposure-coverage.js'
import { exposureInWords, nameIn, stepInWords, strengthInWords } from '../web/exposure-words.js'
import { formatFor } from '../web/messages/format.js'
import { messagesFor } from '../web/messages/messages.js'
import { countryAsked } from './asked.js'
import { fillEmptyLedger } from './bring-in-data.js'
import type { Command } from './command.js'
import { ledgerOf } from './ledger-of.js'

export const command: Command = {
  name: 'exposure',
  summary: 'List units that received training and are accused of something or listed, before or after',
  usage: `rastro exposure [--unit U] [--country C] [--after-only] [--json|--csv]

  --unit        a unit's id, or its name or alias as a source gives it: its own findings, and those of units that what is alleged of it concerns
  --country     code (MEX) or name of the country of the units that were trained
  --after-only  only training after an alleged incident, or during or after a listing
  --json        every finding with its path, evidence, what it rests on and what is not covered, as the API answers it
  --csv         one row per finding, each with what is not covered; one row without an id where there is no finding (docs/formats.md)

  rastro exposure --country MEX --after-only
      units of Mexico that were trained after something is alleged of them or they were listed

What came first preceded; no finding says that it led to anything. An absence proves nothing: see \`rastro reconcile\` and the page on coverage.`,
  options: {
    unit: { type: 'string' },
    country: { type: 'string' },
    'after-only': { type: 'boolean' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
  },
  async run(values, positionals, context) {
    const { out } = context
    if (positionals.length > 0) throw errors.OPTION_INVALID('it takes no file; a unit is given with --unit', 'exposure')
    if (values.json && values.csv) throw errors.OPTION_INVALID('--json and --csv exclude each other', 'exposure')
    const country = countryAsked(values.country, 'exposure')
    const ledger = await ledgerOf(context)
    try {
      await fillEmptyLedger(ledger, context, { names: true })
      const asked: AskedExposures = {
        unit: typeof values.unit === 'string' ? values.unit : null,
        country,
        afterOnly: values['after-only'] === true,
        format: values.json ? 'json' : values.csv ? 'csv' : 'text',
      }
      await out.write(await showExposures(ledger.readerPool, asked))
      return 0
    } finally {
      await ledger.close()
    }
  },
}

export interface AskedExposures {
  unit: string | null
  country: string | null
  afterOnly: boolean
  format: 'text' | 'json' | 'csv'
}

/** The whole ledger's findings are worked out in one reading. */
const timeoutMs = 120_000

/** @throws UserError ENTITY_UNKNOWN, ENTITY_AMBIGUOUS */
export function showExposures(pool: Parameters<typeof snapshot>[0], asked: AskedExposures): Promise<string> {
  return snapshot(
    pool,
    async ({ client, head }) => {
      const unit = asked.unit === null ? null : await oneUnit(client, asked.unit)
      const read = unit === null ? await exposuresOfLedger(client, null) : await exposuresOfUnit(client, null, unit)
      const { names } = read
      const found = filterExposures(read.exposures, names, {
        ...everything,
        countries: asked.country === null ? [] : [asked.country],
        afterOnly: asked.afterOnly,
      })
      const scope = asked.country === null ? {} : { countries: [asked.country] }
      const coverage = coverageOf(scope, await readCoverageFacts(client))
      if (asked.format === 'json') return `${JSON.stringify(publishFindings(found, names, coverage.gaps, head), null, 2)}\n`
      if (asked.format === 'csv')
        return [
          exposureColumns,
          ...flatExposures(found, names, coverage).map((row) => exposureColumns.map((column) => row[column])),
        ]
          .map(csvRow)
          .join('')
      const speaks = { language: 'en' as const, text: messagesFor('en'), format: formatFor('en') }
      const words = speaks.text.exposure
      const blocks = found.map((finding) =>
        [
          `${nameIn(names, finding.unit)}  ${finding.unit}`,
          `  ${exposureInWords(speaks, finding, names)}`,
          ...finding.path.steps.map((step) => `  path: ${stepInWords(speaks, step, finding.matter, names)}`),
          `  rests on: ${strengthInWords(speaks, finding).join('; ')}`,
          ...finding.matter.places.map(
            ({ sourceFile, place }) => `  stands in: ${sourceFile}${place?.row ? `, row ${place.row}` : ''}`,
          ),
          '',
        ].join('\n'),
      )
      const none = found.length === 0 ? `${noFinding}\n` : ''
      return `${none}${blocks.join('\n')}${found.length > 0 ? '\n' : ''}${words.notJudged}\n${words.limits}\n${notCoveredInWords(coverage)}\n`
    },
    timeoutMs,
  )
}

async function oneUnit(client: Parameters<typeof findUnit>[0], text: string): Promise<string> {
  const { rows } = await client.query<{ entity: string }>('SELECT entity FROM serving.unit WHERE entity = $1', [text])
  if (rows[0]) return rows[0].entity
  return findUnit(client, text)
}
