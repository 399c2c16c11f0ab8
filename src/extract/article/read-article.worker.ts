/** Worker thread: reads one article a job. */
import { basename } from 'node:path'
import { readArticleText } from '../../documents/article/read-article-text.js'
import { answerJobs } from '../../documents/worker.js'
import { readBounded } from '../read-report.js'
import { readArticle } from './read-article.js'
import { type ArticleJob, type ReadArticleFile, sha256Of } from './read-articles.js'

answerJobs<ArticleJob, ReadArticleFile>(async ({ path, given, bytes: kept }, progress) => {
  const file = basename(path)
  const bytes = kept ?? (await readBounded(path))
  const article = await readArticleText(bytes, file, given, progress)
  progress(1, 1)
  return { value: { ...readArticle(article), file, sha256: sha256Of(bytes), bytes: bytes.length } }
})
