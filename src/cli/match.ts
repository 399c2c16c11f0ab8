/** `rastro match`: queries on standard input, the most alike of a file of names on standard output, a line a query. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { describeError, type ErrorPlace, errors, UserError } from '../ledger/errors.js'
import { CandidateIndex, type NamedEntity } from '../names/candidate-index.js'
import type { Command, CommandContext } from './command.js'
import { inputLines } from './input-lines.js'

const most = 5
const portion = 64_000

const Entity = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  kind: z.enum(['unit', 'person', 'organization']),
  country: z
    .string()
    .regex(/^(?:[A-Z]{3})?$/, 'is ISO 3166-1 alpha-3, in capitals')
    .nullish()
    .transform((code) => code || null),
  names: z.array(z.string()),
})

export const command: Command = {
  name: 'match',
  summary: 'Find units, people or organisations by their names among many others',
  usage: `rastro match --against UNITS.ndjson < QUERIES.ndjson

  --against FILE  what is searched. One object per line, there and on standard input: {"id","kind","country","names":[…]}, kind being unit,
                  person or organization, country ISO 3166-1 alpha-3 or null

  Writes one line per query, in their order: {"id","matches":[{"id","score","verdict","reasons"}]}, at most ${most} matches, the best first.

  echo '{"id":"q","kind":"unit","country":"MEX","names":["1/er. B.I."]}' | rastro match --against units.ndjson
      which of the units may be the First Infantry Battalion

Ends with status 2 if a query could not be read; its line holds the error. Nothing is searched if FILE has a fault.`,
  options: { against: { type: 'string' } },
  async run(values, positionals, context) {
    if (typeof values.against !== 'string') throw errors.OPTION_INVALID('--against FILE says what is searched', 'match')
    if (positionals.length > 0) throw errors.OPTION_INVALID('queries are read from standard input', 'match')
    const index = new CandidateIndex(await readEntities(resolve(context.cwd, values.against)))
    return await answer(index, context)
  },
}

async function readEntities(file: string): Promise<NamedEntity[]> {
  const facts = await stat(file).catch(() => null)
  if (!facts) throw errors.FILE_NOT_FOUND(file)
  if (facts.isDirectory()) throw errors.FILE_IS_FOLDER({ file })
  const entities: NamedEntity[] = []
  for await (const { text, row } of inputLines(createReadStream(file), file))
    if (text.trim() !== '') entities.push(readEntity(text, { file, row }))
  return entities
}

function readEntity(text: string, place: ErrorPlace & { row: number }): NamedEntity {
  let parsed: unknown
  try {
    parsed = JSON.parse(place.row === 1 ? text.replace(/^\uFEFF/, '') : text)
  } catch {
    throw errors.INPUT_NOT_JSON(place)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw errors.INPUT_NOT_JSON(place)
  const entity = Entity.safeParse(parsed)
  if (entity.success) return entity.data
  const issue = entity.error.issues[0]!
  throw errors.INPUT_FIELD_INVALID({ ...place, column: issue.path.join('.') || 'id' }, issue.message.replace(/\.$/, ''))
}

async function answer(index: CandidateIndex, { input, out, signal }: CommandContext): Promise<number> {
  let failed = 0
  let written = ''
  for await (const { text, row } of inputLines(input ?? process.stdin)) {
    if (signal.aborted) return 130
    if (text.trim() === '') continue
    try {
      const query = readEntity(text, { row })
      written += `${JSON.stringify({ id: query.id, matches: index.match(query, most) })}\n`
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failed++
      out.note(describeError(error))
      written += `${JSON.stringify({ id: null, matches: [], error: error.toJSON() })}\n`
    }
    if (written.length >= portion) {
      await out.write(written)
      written = ''
    }
  }
  await out.write(written)
  return failed > 0 ? 2 : 0
}
