/** `rastro ingest`: takes reports, articles and spreadsheets into the ledger and keeps the originals. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openArchive } from '../documents/archive.js'
import type { GivenFacts } from '../documents/article/read-article-text.js'
import { modelSettings, proposeClaims } from '../extract/article/model.js'
import { hiddenInWords, notReadInWords, pagesInWords } from '../extract/article/not-read.js'
import type { ReadArticleFile } from '../extract/article/read-articles.js'
import type { ArticleReport } from '../extract/article/take-article.js'
import { type IngestedSource, ingest } from '../extract/ingest.js'
import { contentDigest } from '../ledger/changesets/change.js'
import type { Claim } from '../ledger/claims.js'
import type { Ledger } from '../ledger/database/open.js'
import { readPartialDate } from '../ledger/dates.js'
import { describeError, errors, UserError } from '../ledger/errors.js'
import { localActor } from './actor.js'
import { askForFacts } from './ask-on-terminal.js'
import { factsAsked } from './asked.js'
import type { Command, CommandContext } from './command.js'
import { reportPaths } from './extract.js'
import { ledgerOf } from './ledger-of.js'
import { duration, startProgress } from './progress.js'
import { describeResolved, resolveWithProgress } from './resolving.js'
import { describeSheet, lossesCsv } from './sheet-report.js'
import { toldOfReport } from './told-of-report.js'

/** Which files of a folder are taken in besides reports: articles, spreadsheets and FollowTheMoney entities, as far as their names tell them. */
const otherEndings = ['.txt', '.docx', '.csv', '.tsv', '.tab', '.xlsx', '.json', '.ndjson', '.jsonl']

export const command: Command = {
  name: 'ingest',
  summary: 'Take reports, articles and spreadsheets into the ledger and keep the originals',
  usage: `rastro ingest PATH… [--again] [--restricted] [--replaces SOURCE]… [--seen-on DAY] [--report FILE]
              [--title TEXT] [--publisher TEXT] [--author TEXT] [--published DATE]

  PATH          a report as published (PDF or HTML); or a spreadsheet (CSV, TSV, XLSX) of units, persons, sources or
                incidents as Security Force Monitor lays them out, OFAC's SDN list or its alternate names, UCDP's events, or a table
                of incidents or listings as docs/formats.md describes it, told by its headings; or FollowTheMoney entities; or an
                article (text, a saved page, PDF or Word document): whatever is neither a report nor a table; or a folder of any of these
  --again       read also what was read with the same method before
  --seen-on     the day of a list's copy, such as 2023-01-06, where the file does not say it (OFAC's list)
  --restricted  only for whoever has a clearance: nothing public tells that it is there
  --replaces    for one report that is another edition of what the ledger has: the id or file name of the source that it takes the place
                of, whose rows are withdrawn and answer with those that stand where they stood. Without it another edition is refused, since
                everything would count twice
  --report      a CSV file to write: each row and cell of the spreadsheets that was not taken over, or only in part, with the reason

  --title, --publisher, --author, --published
                what an article does not say of itself, or says wrongly; for one file. Given again for an article that is known, they correct it.
                On a terminal, whatever is not found is asked for

  rastro ingest ../shared/data/fmtr
      reads every report in the folder, one changeset per file; run again, it changes nothing
  rastro ingest article.html --publisher "El Diario" --published 2014-02-17
      archives the article and proposes what is claimed in it; whoever accepts or rejects a claim does so on its page
  rastro ingest units.csv persons.csv sources.csv --report left-out.csv
      takes the units, people and publications in, and says row by row what was left out

Can be interrupted and run again: it goes on where it stopped. Ends with status 2 if any file failed; the good ones are taken in
all the same.`,
  options: {
    again: { type: 'boolean' },
    restricted: { type: 'boolean' },
    replaces: { type: 'string', multiple: true },
    'seen-on': { type: 'string' },
    report: { type: 'string' },
    title: { type: 'string' },
    publisher: { type: 'string' },
    author: { type: 'string' },
    published: { type: 'string' },
  },
  async run(values, positionals, context) {
    if (positionals.length === 0) throw errors.OPTION_INVALID('no file is given', 'ingest')
    const paths = await reportPaths(
      positionals.map((path) => resolve(context.cwd, path)),
      otherEndings,
    )
    const given = factsAsked(values)
    if (paths.length > 1 && Object.keys(given).length > 0)
      throw errors.OPTION_INVALID('--title and the like are said of one article', 'ingest')
    const ledger = await ledgerOf(context)
    try {
      const start = context.now().getTime()
      const replaces = await replacedSources(ledger, values, paths.length)
      const results = await ingestWithProgress(paths, ledger, { ...values, replaces }, given, context)
      await askForMissing(paths, results, ledger, values, given, context)
      const seconds = (context.now().getTime() - start) / 1000
      if (typeof values.report === 'string') await writeReport(resolve(context.cwd, values.report), results)
      context.out.note(`${summary(results)} · ${duration(seconds)}`)
      if (!context.signal.aborted && results.some(({ outcome }) => outcome === 'written')) {
        const resolved = await resolveWithProgress(ledger, { onlyNew: true }, context)
        // What was ingested is whole without the pairs that wait for a person.
        await resolved.fillQueue(undefined, context.signal).catch((error: unknown) => {
          if (!(error instanceof UserError) || error.code !== 'NAMES_NOT_COMPARED') throw error
          context.out.note(describeError(error))
        })
        const told = describeResolved(resolved)
        if (told !== null) context.out.note(told)
      }
      context.out.note(`Content digest ${await contentDigest(ledger.ownerPool)}`)
      if (context.signal.aborted) {
        context.out.note('Interrupted: run the same command again to go on.')
        return 130
      }
      return results.some(({ outcome }) => outcome === 'failed') ? 2 : 0
    } finally {
      await ledger.close()
    }
  },
}

async function ingestWithProgress(
  paths: string[],
  ledger: Ledger,
  values: Parameters<Command['run']>[0],
  given: GivenFacts,
  { out, env, now, signal, ask }: CommandContext,
): Promise<IngestedSource[]> {
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const all = sizes.reduce((sum, size) => sum + size, 0) || 1
  const shares = new Float64Array(paths.length)
  const pages = new Uint32Array(paths.length)
  const progress = startProgress({
    interactive: out.interactive,
    write: (text) => process.stderr.write(text),
    now: () => now().getTime(),
    unit: 'pages',
    columns: process.stderr.columns,
  })
  const draw = () => {
    const done = shares.reduce((sum, share, index) => sum + (share * sizes[index]!) / all, 0)
    progress.update(
      done,
      pages.reduce((sum, count) => sum + count, 0),
    )
  }
  const archive = openArchive(ledger.home)
  const everything = openArchive(ledger.home, { clearance: true })
  const restricted = values.restricted === true
  const model = modelSettings(env)
  let finished = 0
  try {
    return await ingest(
      paths,
      ledger,
      {
        actor: localActor(env),
        again: values.again === true,
        restricted,
        seenOn: readDay(values['seen-on']),
        replaces: Array.isArray(values.replaces) ? values.replaces.map(String) : [],
        given,
      },
      {
        now,
        signal,
        ...(model && { propose: (article) => propose(article, model, signal, out) }),
        keepOriginal: async (path, sha256, options) =>
          archive.keep(sha256, await readFile(path), { restricted: restricted || options?.restricted === true }),
        removeOriginal: (sha256) => everything.remove(sha256),
        readOriginal: (sha256) => everything.read(sha256),
        onProgress(index, done, of) {
          shares[index] = of > 0 ? done / of : 0
          pages[index] = done
          draw()
        },
        onSource(source) {
          finished += 1
          progress.clear()
          for (const line of describe(source, ask !== undefined)) out.note(line)
          for (const line of describeSheet(source)) out.note(line)
          if (!out.interactive && finished % 20 === 0) out.note(`${finished} of ${paths.length} files`)
        },
      },
    )
  } finally {
    progress.clear()
  }
}

/** The ids of the sources that a report is to take the place of, named by id, digest or file name. */
async function replacedSources(ledger: Ledger, values: Parameters<Command['run']>[0], files: number): Promise<string[]> {
  const named = Array.isArray(values.replaces) ? values.replaces.map(String) : []
  if (named.length === 0) return []
  if (files !== 1 || values.restricted === true)
    throw errors.OPTION_INVALID('--replaces is said of one report, for everybody to read', 'ingest')
  const found = await Promise.all(
    named.map(async (name) => {
      const { rows } = await ledger.ownerPool.query<{ id: string }>(
        `SELECT id FROM ledger.source WHERE withdrawn IS NULL AND report IS NOT NULL AND (id = $1 OR file_name = $1 OR sha256 = $1)`,
        [name],
      )
      if (rows.length === 1) return rows[0]!.id
      throw errors.OPTION_INVALID(
        `--replaces ${name.slice(0, 60)} names ${rows.length === 0 ? 'no report' : 'several reports'} of the ledger`,
        'ingest',
      )
    }),
  )
  return [...new Set(found)]
}

/** Asks for what each article does not say of itself, where somebody sits at the terminal; the answers are taken in at once. */
async function askForMissing(
  paths: readonly string[],
  results: IngestedSource[],
  ledger: Ledger,
  values: Parameters<Command['run']>[0],
  given: GivenFacts,
  context: CommandContext,
): Promise<void> {
  const { ask, signal, out } = context
  // What was not read to its end has no result: which path is whose cannot be told then.
  if (!ask || results.length !== paths.length) return
  for (const [index, result] of results.entries()) {
    if (signal.aborted) return
    const missing = 'article' in result ? (result.article?.missing ?? []) : []
    if (missing.length === 0) continue
    const answers = await askForFacts(result.file, missing, ask, out.note)
    if (Object.keys(answers).length === 0) continue
    const again = await ingestWithProgress(
      [paths[index]!],
      ledger,
      values,
      { ...given, ...answers },
      { ...context, ask: undefined },
    )
    if (again[0]) results[index] = again[0]
  }
}

async function propose(
  article: ReadArticleFile,
  model: NonNullable<ReturnType<typeof modelSettings>>,
  signal: AbortSignal,
  out: CommandContext['out'],
): Promise<Claim[]> {
  const { proposed, refused, failure } = await proposeClaims(article, model, { fetch, signal })
  if (refused > 0) out.note(`${article.file}: ${refused} proposals of the model refused: they quote what is not there`)
  if (failure) out.note(`${article.file}: the model was not heard to its end: ${failure}. What the rules found is kept.`)
  return proposed
}

/** A day of the calendar, or nothing. */
function readDay(value: Parameters<Command['run']>[0][string]): string | null {
  if (value === undefined) return null
  const day = /^\d{4}-\d\d-\d\d$/.test(String(value)) ? readPartialDate(String(value)) : null
  if (!day || day.from !== day.to) throw errors.OPTION_INVALID(`--seen-on ${String(value).slice(0, 40)} is no day`, 'ingest')
  return day.from
}

/** What a reader of the terminal must know of a file: errors, and rows that could not be read, with their places. */
function describe(source: IngestedSource, asked: boolean): string[] {
  if (source.outcome === 'failed') return [describeError(source.error)]
  if (source.outcome === 'known') {
    const by = source.replacedBy
    return by
      ? [
          `${source.file}: ${by.file} was said to hold instead of it, in changeset ${by.changeset}; it comes back when that is undone`,
        ]
      : []
  }
  if (source.article) return describeArticle(source.file, source.article, asked)
  const lines = toldOfReport(source.file, source.unread, source.notes)
  if (source.committed.leftOut > 0) lines.push(`${source.file}: ${source.committed.leftOut} rows are expunged and were left out`)
  return lines
}

/** What was found, and how to supply what was not, unless it is asked for next. */
function describeArticle(
  file: string,
  { claims, byType, mentions, missing, notRead, pagesWithoutText, hiddenWords, setApart, textKept }: ArticleReport,
  asked: boolean,
): string[] {
  const types = Object.entries(byType).map(([type, count]) => `${count} ${type}`)
  return [
    `${file}: an article with ${claims} ${claims === 1 ? 'claim' : 'claims'}${claims > 0 ? ` (${types.join(', ')})` : ''} and ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}${setApart > 0 ? `; ${setApart} ${setApart === 1 ? 'stretch' : 'stretches'} set apart` : ''}`,
    ...(missing.length > 0 && !asked
      ? [
          `${file}: not found: ${missing.join(', ')}; say it: rastro ingest FILE ${missing.map((name) => `--${name} …`).join(' ')}`,
        ]
      : []),
    ...(pagesWithoutText.length > 0 ? [`${file}: ${pagesInWords(pagesWithoutText)}`] : []),
    ...(hiddenWords > 0 ? [`${file}: ${hiddenInWords(hiddenWords)}`] : []),
    ...notRead.map((what) => `${file}: ${notReadInWords[what]}`),
    ...(textKept
      ? [`${file}: it reads otherwise now; text and claims were left as they are, since decisions stand on them`]
      : []),
  ]
}

async function writeReport(file: string, results: readonly IngestedSource[]): Promise<void> {
  try {
    await writeFile(file, lossesCsv(results), { mode: 0o600 })
  } catch (error) {
    throw errors.OPTION_INVALID(`--report cannot be written: ${(error as NodeJS.ErrnoException).code}`, 'ingest')
  }
}

function summary(results: readonly IngestedSource[]): string {
  const number = (count: number) => count.toLocaleString('en')
  const many = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? '' : 's'}`
  const of = (outcome: IngestedSource['outcome']) => results.filter((result) => result.outcome === outcome).length
  let trainings = 0
  let totals = 0
  let written = 0
  let withdrawn = 0
  let statements = 0
  let publications = 0
  let articles = 0
  let claims = 0
  for (const result of results) {
    if (result.outcome !== 'written' && result.outcome !== 'unchanged') continue
    trainings += result.trainings
    totals += result.totals
    written += result.committed.written
    withdrawn += result.committed.withdrawn
    articles += result.article ? 1 : 0
    claims += result.article?.claims ?? 0
    statements += result.sheet?.statements ?? 0
    publications += result.sheet?.publications ?? 0
  }
  return [
    `${many(of('written'), 'source')} written, ${number(of('unchanged'))} unchanged, ${number(of('known'))} known, ${number(of('failed'))} failed`,
    `${many(trainings, 'training')} and ${many(totals, 'printed total')} read`,
    ...(articles > 0 ? [`${many(articles, 'article')} with ${many(claims, 'claim')} read`] : []),
    ...(statements + publications > 0 ? [`${many(statements, 'statement')} and ${many(publications, 'publication')} read`] : []),
    `${many(written, 'row')} of the ledger written, ${number(withdrawn)} withdrawn`,
  ].join(' · ')
}
