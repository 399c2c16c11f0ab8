/** The lists that a person has, what was begun, and where a new one is given: a file, or pasted lines. */
import type { ListSummary } from '../../screening/model.js'
import { mostSubjects, purgeDays } from '../../screening/model.js'
import type { Upload } from '../../screening/uploads.js'
import { Page } from '../components/page.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { href, useSite } from '../site.js'
import { mostUploadMegabytes } from './limits.js'
import { listTitle, Problem } from './parts.js'

export interface ListsPageProps {
  who: string
  lists: readonly ListSummary[]
  uploads: readonly Upload[]
  token: string
  /** What was wrong with what was sent, and the lines that were pasted: nothing typed is lost. */
  problem?: { message: string; pasted: string }
}

export function ListsPage({ who, lists, uploads, token, problem }: ListsPageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  return (
    <Page title={words.title} room="screening" unlisted>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <p class="notice">{words.private(who, purgeDays)}</p>
      <section aria-labelledby="begin">
        <h2 id="begin">{words.begin}</h2>
        {problem && <Problem message={problem.message} />}
        <form method="post" action={href(site, '/screening/upload')} enctype="multipart/form-data" class="screening-form">
          <input type="hidden" name="token" value={token} />
          <p>
            <label for="file">{words.file}</label>
            <input
              type="file"
              id="file"
              name="file"
              accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain"
              aria-describedby="file-hint"
            />
            <span id="file-hint" class="quiet small">
              {words.fileHint(format.number(mostSubjects), format.number(mostUploadMegabytes))}
            </span>
          </p>
          <p>
            <label for="lines">{words.paste}</label>
            <textarea id="lines" name="lines" rows={6} spellcheck={false} autocomplete="off" aria-describedby="lines-hint">
              {problem?.pasted ?? ''}
            </textarea>
            <span id="lines-hint" class="quiet small">
              {words.pasteHint}
            </span>
          </p>
          <button type="submit">{words.read}</button>
        </form>
      </section>
      <Begun uploads={uploads} />
      <section>
        <h2>{words.lists}</h2>
        {lists.length === 0 ? <p class="none">{words.noLists}</p> : <Lists lists={lists} who={who} />}
      </section>
    </Page>
  )
}

/** On a server that others reach and that knows no one of them from another. */
export function NobodyScreensPage() {
  const words = useSite().text.screening
  return (
    <Page title={words.title} room="screening" unlisted>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <p class="notice">{words.nobody}</p>
    </Page>
  )
}

function Begun({ uploads }: { uploads: readonly Upload[] }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  if (uploads.length === 0) return null
  return (
    <section aria-labelledby="begun">
      <h2 id="begun">{words.taken}</h2>
      <p class="quiet small">{words.takenNote}</p>
      <ul>
        {uploads.map(({ id, fileName, taken }) => (
          <li>
            <a href={href(site, `/screening/uploads/${id}`)}>
              {words.goOn}: <span translate="no">{fileName ?? words.paste}</span>
            </a>{' '}
            <span class="quiet small">{format.time(taken)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lists({ lists, who }: { lists: readonly ListSummary[]; who: string }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  return (
    <TableFrame label={words.lists}>
      <table class="records">
        <caption class="visually-hidden">{words.lists}</caption>
        <TableHead
          columns={[
            { words: words.list },
            { figures: words.toLookAt },
            { figures: words.waiting },
            { figures: words.news },
            { words: words.compared },
            { words: words.keptUntil },
          ]}
        />
        <tbody>
          {lists.map((list) => (
            <tr>
              <th scope="row" class="wide">
                <a href={href(site, `/screening/${list.id}`)} translate="no">
                  {listTitle(site, list)}
                </a>
                <span class="line small quiet">
                  {words.subjects(list.subjects, format.number(list.subjects))}
                  {list.owner !== who && ` · ${words.of(list.owner)}`}
                  {list.owner === who && list.colleagues.length > 0 && ` · ${words.sharedWith(list.colleagues.join(', '))}`}
                </span>
              </th>
              <td class="number" data-label={words.toLookAt}>
                {format.number(list.toLookAt)}
              </td>
              <td class="number" data-label={words.waiting}>
                {format.number(list.waiting)}
              </td>
              <td class="number" data-label={words.news}>
                {format.number(list.withNews)}
              </td>
              <td data-label={words.compared}>
                {list.run === null
                  ? words.notCompared
                  : list.run.state === 'done'
                    ? format.date(list.run.started.slice(0, 10))
                    : words.progress(format.number(list.run.done), format.number(list.run.of))}
              </td>
              <td data-label={words.keptUntil}>
                {list.purgeAfter === null ? words.kept : words.purge(format.date(list.purgeAfter))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
