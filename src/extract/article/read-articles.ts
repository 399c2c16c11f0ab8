/** Reads article files in worker threads, so that a hostile one costs bounded time and memory and no other file. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { GivenFacts } from '../../documents/article/read-article-text.js'
import { type Outcome, runInWorkers, workerModule } from '../../documents/worker-pool.js'
import type { ReadArticle } from './read-article.js'

export interface ArticleJob {
  path: string
  /** Of an original that is kept: then `path` is only its name. */
  bytes?: Uint8Array
  given: GivenFacts
}

export interface ReadArticleFile extends ReadArticle {
  file: string
  sha256: string
  bytes: number
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One outcome a file, in their order. */
export function readArticles(
  jobs: readonly ArticleJob[],
  options: { signal?: AbortSignal } = {},
): AsyncGenerator<Outcome<ReadArticleFile>, void, void> {
  return runInWorkers<ArticleJob, ReadArticleFile>(
    jobs.map((input) => ({ file: basename(input.path), input })),
    {
      module: workerModule(import.meta.url, './read-article.worker.js'),
      limits: { fileMilliseconds: 120_000, pageMilliseconds: 60_000 },
      ...options,
    },
  )
}
