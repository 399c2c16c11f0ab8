/** The articles of the ledger, and the form that adds one. */
import type { ArticleRow } from '../../ledger/read/articles.js'
import { Page } from '../components/page.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'

export function ArticlesPage({ articles, mayAdd }: { articles: readonly ArticleRow[]; mayAdd: boolean }) {
  const site = useSite()
  const { text, format } = site
  const words = text.article
  return (
    <Page title={words.title} room="articles" description={words.lede}>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <p>
        <a href={href(site, '/cases')}>{text.cases.title}</a> · <a href={href(site, '/claims')}>{words.list.title}</a> ·{' '}
        <a href={href(site, '/checks')}>{text.check.title}</a>
        {mayAdd && (
          <>
            {' · '}
            <a href={href(site, '/articles/new')}>{words.add.title}</a>
          </>
        )}
      </p>
      {articles.length === 0 ? (
        <p class="none">{words.none}</p>
      ) : (
        <TableFrame label={words.title}>
          <table class="records">
            <caption class="visually-hidden">{words.title}</caption>
            <TableHead
              columns={[
                { words: words.table.article },
                { words: words.table.published },
                { figures: words.table.claims },
                { words: words.table.decided },
                { words: words.table.text },
              ]}
            />
            <tbody>
              {articles.map((article) => (
                <tr>
                  <th scope="row" class="wide" translate="no">
                    <a href={href(site, `/articles/${article.id}`)}>{article.title}</a>
                    {article.publisher && <span class="line quiet small">{article.publisher}</span>}
                  </th>
                  <td data-label={words.table.published}>
                    {article.published
                      ? format.date(article.published)
                      : (article.publishedPrinted ?? <span class="none">{words.unpublished}</span>)}
                  </td>
                  <td class="number" data-label={words.table.claims}>
                    {format.number(article.claims)}
                  </td>
                  <td data-label={words.table.decided}>
                    {article.decided.accepted + article.decided.corrected + article.decided.rejected === 0 ? (
                      <span class="none">{words.undecided}</span>
                    ) : (
                      words.decidedOf(
                        format.number(article.decided.accepted + article.decided.corrected),
                        format.number(article.decided.rejected),
                      )
                    )}
                  </td>
                  <td data-label={words.table.text}>
                    {article.hasText ? words.textHere : <span class="none">{words.textNotHere}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Page>
  )
}

export function AddArticlePage({ token }: { token: string | null }) {
  const site = useSite()
  const { text } = site
  const words = text.article
  return (
    <Page title={words.add.title} unlisted breadcrumb={[{ text: words.title, path: '/articles' }]}>
      <h1>{words.add.title}</h1>
      <p class="lede">{words.add.lede}</p>
      {token === null ? (
        <p class="notice">{words.desk.nobody}</p>
      ) : (
        <form method="post" action={href(site, '/articles/new')} enctype="multipart/form-data" class="check-form wide-form">
          <input type="hidden" name="token" value={token} />
          <label>
            {words.add.file}
            <input type="file" name="file" accept=".txt,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf" />
          </label>
          <label>
            {words.add.paste}
            <textarea name="text" rows={12} />
          </label>
          <fieldset>
            <legend>{words.add.given}</legend>
            {(['title', 'publisher', 'author', 'published'] as const).map((name) => (
              <label>
                {words.fact[name]}
                <input type="text" name={name} maxlength={500} autocomplete="off" />
                {name === 'published' && <span class="quiet small">{words.factsHint}</span>}
              </label>
            ))}
          </fieldset>
          <p>
            <button type="submit">{words.add.submit}</button>
          </p>
        </form>
      )}
    </Page>
  )
}
