/** `rastro compare`: pairs of names as a table on standard input; the same table with score, verdict and reasons on standard output. */
import { describeError, errors, UserError } from '../ledger/errors.js'
import { readCountry } from '../ledger/vocabulary.js'
import { compareNames } from '../names/compare.js'
import type { NameKind } from '../names/comparison.js'
import type { Command, CommandContext } from './command.js'
import { inputLines } from './input-lines.js'

const kinds: readonly string[] = ['unit', 'person', 'organization'] satisfies NameKind[]
/** Lines are written in portions of so many characters. */
const portion = 64_000

export const command: Command = {
  name: 'compare',
  summary: 'Compare pairs of names and say whether they are of the same unit, person or organisation',
  usage: `rastro compare < PAIRS.tsv

  The first line names the columns, with tabs between them: kind (unit, person or organization), name1, name2; country1 and country2
  if known (ISO 3166-1 alpha-3). Other columns are kept. Writes the same columns and score (0 to 1), verdict (same, unsure, different)
  and reasons, one line per pair.

  printf 'kind\\tname1\\tname2\\nunit\\t1/er. B.I.\\tprimer Batallón de Infantería\\n' | rastro compare
      whether two printed names may be one battalion

Ends with status 2 if a line could not be read; its score and verdict are blank, its reasons say why.`,
  options: {},
  async run(_values, positionals, context) {
    if (positionals.length > 0) throw errors.OPTION_INVALID('pairs are read from standard input', 'compare')
    return await compare(context)
  },
}

async function compare(context: CommandContext): Promise<number> {
  const { out, signal } = context
  let header: string[] | null = null
  let failed = 0
  let written = ''
  for await (const { text, row } of inputLines(context.input ?? process.stdin)) {
    if (signal.aborted) return 130
    if (header === null) {
      header = readHeader(text)
      written += `${[...header, 'score', 'verdict', 'reasons'].join('\t')}\n`
      continue
    }
    if (text === '') continue
    try {
      const { score, verdict, reasons } = comparePair(text.split('\t'), header, row)
      written += `${text}\t${score}\t${verdict}\t${reasons.join('; ')}\n`
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failed++
      out.note(describeError(error))
      const fields = text.split('\t').slice(0, header.length)
      while (fields.length < header.length) fields.push('')
      written += `${fields.join('\t')}\t\t\t${error.code}: ${error.message}\n`
    }
    if (written.length >= portion) {
      await out.write(written)
      written = ''
    }
  }
  if (header === null) throw errors.INPUT_EMPTY()
  await out.write(written)
  return failed > 0 ? 2 : 0
}

function readHeader(line: string): string[] {
  const header = line
    .replace(/^\uFEFF/, '')
    .split('\t')
    .map((name) => name.trim())
  for (const column of ['kind', 'name1', 'name2']) if (!header.includes(column)) throw errors.INPUT_COLUMN_MISSING(column)
  for (const column of ['kind', 'name1', 'name2', 'country1', 'country2'])
    if (header.indexOf(column) !== header.lastIndexOf(column)) throw errors.INPUT_COLUMN_REPEATED(column)
  return header
}

function comparePair(fields: string[], header: string[], row: number) {
  if (fields.length !== header.length) throw errors.INPUT_FIELDS({ row }, fields.length, header.length)
  const field = (column: string) => fields[header.indexOf(column)] ?? ''
  const kind = field('kind').trim()
  if (!kinds.includes(kind))
    throw errors.INPUT_FIELD_INVALID(
      { row, column: 'kind' },
      `The kind is unit, person or organization, not "${kind.slice(0, 40)}"`,
    )
  return compareNames(
    kind as NameKind,
    field('name1'),
    field('name2'),
    countryCode(field('country1')),
    countryCode(field('country2')),
  )
}

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** ISO 3166-1 alpha-3 of a country as lists give it: that code, the code of two letters, or a name. Null where it is not known. */
function countryCode(given: string): string | null {
  const text = given.trim()
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase()
  if (/^[A-Za-z]{2}$/.test(text)) return readCountry(regionNames.of(text.toUpperCase()) ?? text)?.code ?? null
  return text === '' ? null : (readCountry(text)?.code ?? null)
}
