/**
 * Takes reports, articles and spreadsheets into the ledger: reads them in worker threads, keeps the originals, and brings the ledger to what was read,
 * one changeset a source. Reading the same files again changes nothing; a run that was killed goes on where it stopped.
 */
import { basename, extname } from 'node:path'
import type { Pool } from 'pg'
import type { GivenFacts } from '../documents/article/read-article-text.js'
import { isTabular } from '../documents/delimited.js'
import { decodeHtml, kindOf } from '../documents/kind.js'
import { isZip, maySpread } from '../documents/spreadsheet.js'
import { type Committed, commitChangeset } from '../ledger/changesets/change.js'
import { refuseOtherEdition, replaceEditions, replacementOf } from '../ledger/changesets/editions.js'
import { sourceId, sourceRow } from '../ledger/changesets/facts.js'
import { refuseRestricted, replaceSource } from '../ledger/changesets/replace-source.js'
import type { Claim } from '../ledger/claims.js'
import { UserError } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import type { UnreadPlace } from '../ledger/records.js'
import { type ReadArticleFile, readArticles, sha256Of } from './article/read-articles.js'
import { type ArticleReport, knownFacts, takeArticle } from './article/take-article.js'
import type { ReportNote } from './fmtr/extracted-report.js'
import { maybeFollowTheMoney } from './follow-the-money/read.js'
import { takeFollowTheMoney } from './follow-the-money/take.js'
import { extractionMethod } from './method.js'
import { readBounded } from './read-report.js'
import { type ReportAsFacts, readReportFacts } from './read-reports.js'
import { takeSpreadsheet } from './take-spreadsheet.js'
import type { SheetReport } from './taken-spreadsheet.js'

export interface IngestEffects {
  now(): Date
  /** Keeps the original; called before the changeset is committed, so that no fact is without it. */
  keepOriginal(path: string, sha256: string, options?: { restricted?: boolean }): Promise<void>
  /** Removes it again, for good, where rows of it are expunged; the archive of another machine may not know of that. */
  removeOriginal?(sha256: string): Promise<void>
  /** An original that was kept, restricted or not; for spreadsheets that must be read again because of another. */
  readOriginal?(sha256: string): Promise<Uint8Array | null>
  /** Pages of the file at `index` of the paths. */
  onProgress?(index: number, done: number, of: number): void
  onSource?(source: IngestedSource): void
  /** What a language model proposes besides, of an article that is not restricted. */
  propose?(article: ReadArticleFile): Promise<Claim[]>
  signal?: AbortSignal
}

export interface IngestOptions {
  actor: string
  /** Read also what was read with the same method before. */
  again?: boolean
  /** Sources that must not be seen by whoever has no clearance. */
  restricted?: boolean
  /** The day of a list's snapshot ("2023-01-06"), for lists that do not say it. */
  seenOn?: string | null
  /** Sources that the report given takes the place of, as another edition of them. */
  replaces?: readonly string[]
  /** What an article does not say of itself, or says wrongly; it outweighs what was found and what was said before. */
  given?: GivenFacts
}

export type IngestedSource = { file: string } & (
  | { outcome: 'failed'; error: UserError }
  /** Read before with the same method, or a moment ago under another name; or replaced by another edition: not read again. */
  | { outcome: 'known'; replacedBy?: { file: string; changeset: number } }
  | {
      outcome: 'written' | 'unchanged'
      trainings: number
      totals: number
      unread: UnreadPlace[]
      /** On how a report was read. */
      notes: ReportNote[]
      committed: Committed
      /** For a spreadsheet. */
      sheet?: SheetReport
      /** For an article. */
      article?: ArticleReport
    }
)

/**
 * Reads and writes each file in the order given, reports before spreadsheets, and of these first the lists of publications: what they restrict
 * is then never public. A file that fails loses only itself.
 */
export async function ingest(
  paths: readonly string[],
  ledger: { ownerPool: Pool },
  { actor, again = false, restricted = false, seenOn = null, replaces = [], given = {} }: IngestOptions,
  effects: IngestEffects,
): Promise<IngestedSource[]> {
  const method = extractionMethod()
  const results: (IngestedSource | undefined)[] = paths.map(() => undefined)
  const done = (index: number, source: IngestedSource) => {
    results[index] = source
    effects.onSource?.(source)
  }
  const pending: number[] = []
  const sheets: { index: number; rank: number }[] = []
  const articles: { index: number; sha256: string }[] = []
  /** Whoever says something of an article wants it said of one that is known, too. */
  const anew = again || Object.keys(given).length > 0
  const seen = new Map<string, number>()
  /** The same bytes under another name share what becomes of the first. */
  const copies: { index: number; of: number }[] = []
  for (const [index, path] of paths.entries()) {
    const file = basename(path)
    try {
      const bytes = await readBounded(path)
      const sha256 = sha256Of(bytes)
      // Before what is known is passed over: "known" would let whoever forgot the option believe that the file is public now.
      if (!restricted) await refuseRestricted(ledger.ownerPool, sourceId(sha256), file)
      const replacedBy = await replacementOf(ledger.ownerPool, sourceId(sha256))
      const first = seen.get(sha256)
      if (first !== undefined) {
        copies.push({ index, of: first })
        continue
      }
      if (replacedBy || (!anew && (await wasIngested(ledger.ownerPool, sha256, method)))) {
        done(index, { file, outcome: 'known', ...(replacedBy && { replacedBy }) })
        continue
      }
      seen.set(sha256, index)
      if (maybeFollowTheMoney(bytes)) sheets.push({ index, rank: 1 })
      else if (isArticle(path, bytes)) articles.push({ index, sha256 })
      else if (!reportNames.has(extname(path).toLowerCase()) && (maySpread(bytes) || isNamedWorkbook(path, bytes)))
        sheets.push({ index, rank: listsPublications(bytes) ? 0 : listsAlternateNames(bytes) ? 2 : 1 })
      else pending.push(index)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      done(index, { file, outcome: 'failed', error })
    }
  }
  let next = 0
  const reports = readReportFacts(
    pending.map((index) => paths[index]!),
    {
      onProgress: (index, pages, of) => effects.onProgress?.(pending[index]!, pages, of),
      ...(effects.signal && { signal: effects.signal }),
    },
  )
  for await (const report of reports) {
    const index = pending[next++]!
    const path = paths[index]!
    const file = basename(path)
    if (!report.ok) {
      if (report.error.code === 'NOT_A_TRAINING_REPORT') articles.push({ index, sha256: sha256Of(await readBounded(path)) })
      else done(index, { file, outcome: 'failed', error: report.error })
      continue
    }
    const { value } = report
    let committed: Committed
    try {
      committed = await commitReport(value, { at: effects.now(), actor, method, restricted, replaces }, ledger, () =>
        effects.keepOriginal(path, value.sha256),
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      done(index, { file, outcome: 'failed', error })
      continue
    }
    if (committed.leftOut > 0) await effects.removeOriginal?.(value.sha256)
    done(index, {
      ...taken(file, committed),
      trainings: value.facts.training?.length ?? 0,
      totals: value.facts.printed_total?.length ?? 0,
      unread: value.unread,
      notes: value.notes,
    })
  }
  await takeArticles(articles, paths, { actor, method, restricted, given }, ledger, effects, done)
  sheets.sort((one, other) => one.rank - other.rank)
  for (const { index } of sheets) {
    if (effects.signal?.aborted) break
    const path = paths[index]!
    const file = basename(path)
    try {
      const bytes = await readBounded(path)
      const take = maybeFollowTheMoney(bytes) ? takeFollowTheMoney : takeSpreadsheet
      const { committed, report } = await take({ file, bytes, actor, method, restricted, seenOn }, ledger, {
        now: effects.now,
        // Always apart from what may be shown: these files hold the researchers' own comments, and what is restricted.
        keepOriginal: (sha256) => effects.keepOriginal(path, sha256, { restricted: true }),
        readOriginal: async (sha256) => (await effects.readOriginal?.(sha256)) ?? null,
      })
      effects.onProgress?.(index, 1, 1)
      done(index, { ...taken(file, committed), sheet: report })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      done(index, { file, outcome: 'failed', error })
    }
  }
  for (const { index, of } of copies) {
    const first = results[of]
    if (first === undefined) continue
    const file = basename(paths[index]!)
    done(index, first.outcome === 'failed' ? { ...first, file } : { file, outcome: 'known' })
  }
  return results.filter((result) => result !== undefined)
}

/** A file that was written, as long as nothing more is known of it. */
function taken(file: string, committed: Committed): IngestedSource & { outcome: 'written' | 'unchanged' } {
  const changed = committed.changeset !== null || committed.restrictedChangeset !== null
  return { file, outcome: changed ? 'written' : 'unchanged', trainings: 0, totals: 0, unread: [], notes: [], committed }
}

async function commitReport(
  { file, source, facts }: ReportAsFacts,
  {
    at,
    actor,
    method,
    restricted,
    replaces,
  }: { at: Date; actor: string; method: string; restricted: boolean; replaces: readonly string[] },
  ledger: { ownerPool: Pool },
  keepOriginal: () => Promise<void>,
): Promise<Committed> {
  const { rows } = await ledger.ownerPool.query<{ file: string }>(
    'SELECT file_name AS file FROM ledger.source WHERE id = ANY($1) AND withdrawn IS NULL ORDER BY file_name',
    [replaces],
  )
  const reason = rows.length > 0 ? `Read ${file} in place of ${rows.map((other) => other.file).join(', ')}` : `Read ${file}`
  const about = { actor, reason, tool: 'rastro ingest', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    const collection = { at, by: actor, from: 'a file given to rastro ingest', method }
    const all = { source: sourceRow(source, collection), ...facts, restricted }
    if (!restricted) await refuseOtherEdition(change.client, all, replaces)
    await keepOriginal()
    await replaceSource(change, all)
    await replaceEditions(change, all, replaces)
    await change.client.query(
      `INSERT INTO private.ingested (source, method, at) VALUES ($1, $2, $3)
        ON CONFLICT (source) DO UPDATE SET method = excluded.method, at = excluded.at`,
      [source.id, method, at],
    )
  })
}

/** A workbook so damaged that nothing in it tells what it is, but its name. */
const isNamedWorkbook = (path: string, bytes: Uint8Array): boolean => isZip(bytes) && extname(path).toLowerCase() === '.xlsx'

/** Prose, a Word document, or a page without a table. Other pages and PDFs may be reports: those that are none are articles. */
function isArticle(path: string, bytes: Uint8Array): boolean {
  const name = extname(path).toLowerCase()
  if (isZip(bytes)) return !maySpread(bytes) && !isNamedWorkbook(path, bytes)
  const { kind } = kindOf(bytes)
  if (kind === 'html') return !/<tr\b/i.test(decodeHtml(bytes))
  return kind === 'text' && !['.csv', '.tsv', '.tab', ...reportNames].includes(name) && !isTabular(bytes)
}

async function takeArticles(
  articles: readonly { index: number; sha256: string }[],
  paths: readonly string[],
  { given, ...taking }: { actor: string; method: string; restricted: boolean; given: GivenFacts },
  ledger: { ownerPool: Pool },
  effects: IngestEffects,
  done: (index: number, source: IngestedSource) => void,
): Promise<void> {
  const jobs = await Promise.all(
    articles.map(async ({ index, sha256 }) => ({
      path: paths[index]!,
      given: { ...(await knownFacts(ledger.ownerPool, sha256)), ...given },
    })),
  )
  let next = 0
  for await (const outcome of readArticles(jobs, effects.signal && { signal: effects.signal })) {
    const { index } = articles[next++]!
    const path = paths[index]!
    const file = basename(path)
    if (!outcome.ok) {
      done(index, { file, outcome: 'failed', error: outcome.error })
      continue
    }
    const read = outcome.value
    if (effects.propose && !taking.restricted) read.claims.push(...(await effects.propose(read)))
    const { committed, article } = await takeArticle(
      read,
      { ...taking, at: effects.now(), dated: given.published !== undefined },
      ledger,
    )
    // After the ledger knows of it: a copy that no source names could not be expunged. What is stopped in between is kept when it is given again.
    await effects.keepOriginal(path, read.sha256)
    effects.onProgress?.(index, 1, 1)
    done(index, { ...taken(file, committed), article })
  }
}

/** A file that is called a report and is none is told so by the reader of reports. */
const reportNames = new Set(['.pdf', '.html', '.htm'])

/** Looks at the heading only; a table that is not told from it is read again where it matters. */
const listsPublications = (bytes: Uint8Array): boolean =>
  /source:access_point_id|\bsource_id\b/.test(Buffer.from(bytes.subarray(0, 4000)).toString('latin1'))

/** Alternate names are read after the entries that they are of. */
const listsAlternateNames = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\d+,\d+,"?[afn]ka"?,/.test(Buffer.from(bytes.subarray(0, 100)).toString('utf8'))

async function wasIngested(pool: Pool, sha256: string, method: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT FROM private.ingested WHERE source = $1 AND method = $2', [sourceId(sha256), method])
  return rows.length > 0
}
