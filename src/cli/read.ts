/** `rastro read`: reads articles and writes who is mentioned (BRAT), what is claimed (NDJSON), or all that was understood; needs no database. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Claim } from '../extract/article/claims/claim.js'
import { writeBrat } from '../extract/article/mentions/brat.js'
import { modelSettings, proposeClaims } from '../extract/article/model.js'
import { describeNotRead } from '../extract/article/not-read.js'
import { type ReadArticleFile, readArticles } from '../extract/article/read-articles.js'
import { describeError, errors } from '../ledger/errors.js'
import { factsAsked } from './asked.js'
import type { Command, CommandContext } from './command.js'

const FORMATS = ['brat', 'ndjson', 'json'] as const
type Format = (typeof FORMATS)[number]
const extension: Record<Format, string> = { brat: 'ann', ndjson: 'ndjson', json: 'json' }

export const command: Command = {
  name: 'read',
  summary: 'Read articles and mark who is mentioned and what is claimed in them',
  usage: `rastro read FILE… [--format brat|ndjson|json] [--output FOLDER] [--title TEXT] [--publisher TEXT] [--author TEXT] [--published DATE]

  FILE         an article: plain text, a saved page (HTML), PDF or Word document (.docx)
  --format     brat (default): BRAT stand-off annotations of people, ranks, posts and units
               ndjson: what is claimed, one claim per line: quantities, events, lineages, states, denials and doubts
               json: text, what each stretch of it is, mentions, relations and claims
  --output     write one file per article into FOLDER (NAME.ann with NAME.txt, NAME.ndjson, NAME.json); needed for several files as BRAT
  --title, --publisher, --author, --published
               what the article does not say of itself, or says wrongly; for one file

  rastro read article.html --format brat
      who is mentioned, with offsets in Unicode code points of the text that --output writes beside

With RASTRO_MODEL_URL (and RASTRO_MODEL_NAME, RASTRO_MODEL_KEY) set to a language model's chat completions, it is asked for more claims:
they are marked "proposed_by": "model", and refused unless they quote words that stand in the text. Nothing is sent anywhere otherwise.

Ends with status 2 if any file failed; what was read of the others is written all the same.`,
  options: {
    format: { type: 'string' },
    output: { type: 'string' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    author: { type: 'string' },
    published: { type: 'string' },
  },
  async run(values, positionals, context) {
    const format = FORMATS.find((known) => known === (values.format ?? 'brat'))
    if (!format) throw errors.OPTION_INVALID(`--format is brat, ndjson or json, not "${values.format}"`, 'read')
    if (positionals.length === 0) throw errors.OPTION_INVALID('no file is given', 'read')
    const output = typeof values.output === 'string' ? resolve(context.cwd, values.output) : null
    if (positionals.length > 1 && format === 'brat' && !output)
      throw errors.OPTION_INVALID('annotations of several files need --output FOLDER', 'read')
    const given = factsAsked(values)
    if (positionals.length > 1 && Object.keys(given).length > 0)
      throw errors.OPTION_INVALID('--title and the like are said of one file', 'read')
    const jobs = positionals.map((path) => ({ path: resolve(context.cwd, path), given }))
    return await read(jobs, format, output, context)
  },
}

async function read(
  jobs: Parameters<typeof readArticles>[0],
  format: Format,
  output: string | null,
  { out, signal, env }: CommandContext,
): Promise<number> {
  if (output) await mkdir(output, { recursive: true })
  const model = modelSettings(env)
  let failed = 0
  for await (const outcome of readArticles(jobs, { signal })) {
    if (!outcome.ok) {
      failed++
      out.note(describeError(outcome.error))
      continue
    }
    const article = outcome.value
    if (model && format !== 'brat') {
      const { proposed, refused, failure } = await proposeClaims(article, model, { fetch, signal })
      article.claims.push(...proposed)
      if (refused > 0) out.note(`${article.file}: ${refused} proposals of the model refused: they quote what is not there`)
      if (failure) out.note(`${article.file}: the model was not heard to its end: ${failure}. What the rules found is written.`)
    }
    if (format !== 'brat') {
      noteMissingFacts(article, out)
      for (const what of describeNotRead(article)) out.note(`${article.file}: ${what}`)
    }
    const written = write(article, format)
    if (output) {
      const name = join(output, article.file.replace(/\.(?:txt|html?|pdf|docx)$/i, ''))
      await writeFile(`${name}.${extension[format]}`, written)
      if (format === 'brat') await writeFile(`${name}.txt`, article.text)
    } else await out.write(written)
  }
  if (signal.aborted) return 130
  return failed > 0 ? 2 : 0
}

/** The fields that every claim has come first. */
function publishClaim(claim: Claim): Record<string, unknown> {
  const { type, id, start, end, sentence, speaker, hedge, period, place, ...rest } = claim
  return { type, id, start, end, sentence, speaker, hedge, period, place, ...rest }
}

/** What an article does not say of itself has to be asked for. */
function noteMissingFacts({ file, facts }: ReadArticleFile, out: CommandContext['out']): void {
  const missing = (['title', 'publisher', 'author', 'published'] as const).filter((name) => facts[name] === null)
  if (missing.length > 0)
    out.note(`${file}: not found: ${missing.join(', ')}; say it with ${missing.map((name) => `--${name}`).join(' ')}`)
}

function write(article: ReadArticleFile, format: Format): string {
  switch (format) {
    case 'brat':
      return writeBrat(article.mentions, article.relations)
    case 'ndjson':
      return article.claims.map((claim) => `${JSON.stringify(publishClaim(claim))}\n`).join('')
    case 'json':
      return `${JSON.stringify(article)}\n`
  }
}
