/** How the pages write what an analyst decides on claims: with the owner's way into the database, which the web itself does not hold. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { openArchive } from '../documents/archive.js'
import type { GivenFacts } from '../documents/article/read-article-text.js'
import { type ModelSettings, proposeClaims } from '../extract/article/model.js'
import { type ReadArticleFile, readArticles } from '../extract/article/read-articles.js'
import { checkPublished, knownFacts, readAgain, takeArticle } from '../extract/article/take-article.js'
import { extractionMethod } from '../extract/method.js'
import { sourceId } from '../ledger/changesets/facts.js'
import { refuseRestricted } from '../ledger/changesets/replace-source.js'
import type { Claim } from '../ledger/claims.js'
import type { Ledger } from '../ledger/database/connect.js'
import { correctArticle } from '../resolve/correct-article.js'
import { decideClaim, undoClaimDecision } from '../resolve/decide-claim.js'
import type { AddedArticle, Claiming } from '../web/dependencies.js'

/** A language model that is asked for more claims of what is added, and where it is told that it failed. */
export interface AskedModel {
  settings: ModelSettings
  signal: AbortSignal
  note(line: string): void
}

export function claimingBy(
  ledger: Pick<Ledger, 'ownerPool' | 'home'>,
  reviewer: string,
  now: () => Date,
  model: AskedModel | null = null,
): Claiming {
  const by = () => ({ reviewer, at: now() })
  return {
    decide: (wanted) => decideClaim(ledger, wanted, by()),
    undo: (changeset) => undoClaimDecision(ledger, changeset, by()),
    async correctArticle(source, given) {
      const committed = await correctArticle(ledger, source, given, by())
      if (given.published !== undefined)
        await readAgain({ source, actor: reviewer, method: extractionMethod(), at: now() }, ledger, (sha256) =>
          openArchive(ledger.home).read(sha256),
        )
      return committed
    },
    addArticle: (file, given) => addArticle(ledger, file, given, by(), model),
  }
}

/** Read by a worker from a file of its own, as `rastro ingest` reads it, so that a hostile one costs bounded time and memory. */
async function addArticle(
  ledger: Pick<Ledger, 'ownerPool' | 'home'>,
  { name, bytes }: { name: string; bytes: Uint8Array },
  given: GivenFacts,
  { reviewer, at }: { reviewer: string; at: Date },
  model: AskedModel | null,
): Promise<AddedArticle> {
  if (given.published !== undefined) checkPublished(given.published)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await refuseRestricted(ledger.ownerPool, sourceId(sha256), name)
  const folder = await mkdtemp(join(tmpdir(), 'rastro-article-'))
  try {
    const path = join(folder, fileNameOf(name))
    await writeFile(path, bytes, { mode: 0o600 })
    const known = await knownFacts(ledger.ownerPool, sha256)
    for await (const outcome of readArticles([{ path, given: { ...known, ...given } }])) {
      if (!outcome.ok) throw outcome.error
      const read = outcome.value
      if (model) read.claims.push(...(await proposed(read, model)))
      const { article } = await takeArticle(
        read,
        { actor: reviewer, method: extractionMethod(), restricted: false, at, dated: given.published !== undefined },
        ledger,
      )
      // After the ledger knows of it: a copy that no source names could not be expunged.
      await openArchive(ledger.home).keep(read.sha256, bytes)
      return { source: sourceId(read.sha256), claims: article.claims, missing: article.missing }
    }
    throw new Error('no article was read')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a model does wrong keeps no article out: what the rules found is kept. */
async function proposed(read: ReadArticleFile, { settings, signal, note }: AskedModel): Promise<Claim[]> {
  const { proposed, refused, failure } = await proposeClaims(read, settings, { fetch, signal })
  if (refused > 0) note(`${read.file}: ${refused} proposals of the model refused: they quote what is not there`)
  if (failure) note(`${read.file}: the model was not heard to its end: ${failure}`)
  return proposed
}

/** The last part of what the browser says, without what a file system could take for something else. */
function fileNameOf(name: string): string {
  const bare = basename(name.replaceAll('\\', '/'))
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .slice(-120)
  return bare.replace(/^[. ]+/, '') === '' ? `article${extname(bare)}` : bare.replace(/^[. ]+/, '')
}
