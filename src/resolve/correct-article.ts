/** What an article does not say of itself, or says wrongly, said by an analyst: another version of the source's row, in the audit trail. */

import { publicationColumns } from '../ledger/changesets/article-facts.js'
import { contentForm, type Row } from '../ledger/changesets/canonical.js'
import { type Change, type Committed, commitChangeset, withdrawRows, writeRows } from '../ledger/changesets/change.js'
import { storable } from '../ledger/changesets/facts.js'
import { allRows } from '../ledger/changesets/rows.js'
import type { Ledger } from '../ledger/database/connect.js'
import { errors } from '../ledger/errors.js'
import { version } from '../ledger/project.js'
import type { Reviewer } from './judge.js'

/** What is absent stays as it is; null takes away what was said wrongly. */
export interface Corrections {
  title?: string
  publisher?: string | null
  author?: string | null
  /** As printed or given; a day is read from it where it says one. */
  published?: { printed: string; day: string | null } | null
}

/**
 * Claims are not read again by it: what "last year" means in them is worked out from the day of publication when the article is read. See
 * `readAgain` of extract/article.
 * @throws UserError NOT_FOUND, ARTICLE_DAY_INVALID
 */
export async function correctArticle(
  ledger: Pick<Ledger, 'ownerPool'>,
  source: string,
  given: Corrections,
  { reviewer, at }: Reviewer,
): Promise<Committed> {
  const about = { actor: reviewer, reason: 'Corrected what is said of an article', tool: 'rastro', toolVersion: version, at }
  return commitChangeset(ledger, about, async (change) => {
    const [stored] = await allRows(change.client, 'ledger', 'source', "id = $1 AND kind = 'article' AND withdrawn IS NULL", [
      source,
    ])
    if (!stored) throw errors.NOT_FOUND(`article "${source.slice(0, 40)}"`)
    await rewrite(change, 'source', stored.row, {
      ...stored.row,
      ...(given.title !== undefined && { title: storable(given.title) }),
      ...(given.publisher !== undefined && { publisher: storable(given.publisher) }),
      ...(given.published !== undefined && publicationColumns(given.published)),
    })
    if (given.author === undefined) return
    const [article] = await allRows(change.client, 'ledger', 'article', 'source = $1 AND withdrawn IS NULL', [source])
    if (article) await rewrite(change, 'article', article.row, { ...article.row, author: storable(given.author) })
  })
}

async function rewrite(change: Change, table: 'source' | 'article', before: Row, after: Row): Promise<void> {
  if (contentForm(table, before) === contentForm(table, after)) return
  await withdrawRows(change, 'ledger', table, [before.id])
  await writeRows(change, 'ledger', table, [after])
  change.groups.ledger.set(table === 'source' ? before.id : (before.source as string), null)
}
