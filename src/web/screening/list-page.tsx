/** One list: how far it is compared, what was found and what waits for a decision, "no match" for many, and what can be done with it as a whole. */
import type { Decision, ListSummary, Run, SubjectView } from '../../screening/model.js'
import { Page } from '../components/page.js'
import { Onward } from '../components/pager.js'
import { href, useSite } from '../site.js'
import { ListSettings } from './list-settings.js'
import { listTitle, NoMatchCoverage, Problem } from './parts.js'
import { SubjectTable } from './subject-table.js'

export const shows = ['waiting', 'look', 'news', 'decided', 'none', 'flagged', 'all'] as const
export type Show = (typeof shows)[number]

export interface ListPageProps {
  who: string
  list: ListSummary
  show: Show
  after: number
  page: { rows: SubjectView[]; total: number; next: number | null }
  /** Subjects without any match. */
  none: number
  /** For a list with four eyes: what waits for a second person, by position. */
  pending: ReadonlyMap<number, Decision>
  /** It does not ask again by itself: somebody may be filling in its forms. */
  still: boolean
  token: string
  /** What was just done: how many were decided, or which of the messages. */
  told: string | null
  problem: string | null
  /** What was typed for many, where it could not be taken. */
  typed?: { reason: string; expires: string }
}

export function ListPage(props: ListPageProps) {
  const { who, list, show, after, page, none, pending, still, token, told, problem } = props
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const { run } = list
  const title = listTitle(site, list)
  const path = `/screening/${list.id}`
  const comparing = run !== null && run.state !== 'done'
  const bulk = !comparing && run !== null && (show === 'waiting' || show === 'look' || show === 'news')
  return (
    <Page title={words.title} room="screening" unlisted breadcrumb={[{ text: words.title, path: '/screening' }]}>
      <h1 translate="no">{title}</h1>
      <p>
        {words.subjects(list.subjects, format.number(list.subjects))} · {words.toLookAt}: {format.number(list.toLookAt)} ·{' '}
        {words.waiting}: {format.number(list.waiting)}
        {list.withNews > 0 && ` · ${words.news}: ${format.number(list.withNews)}`}
        {' · '}
        {list.purgeAfter === null ? words.kept : words.purge(format.date(list.purgeAfter))}
        {list.owner !== who && ` · ${words.of(list.owner)}`}
      </p>
      {list.fourEyes && <p class="quiet small">{words.fourEyes}</p>}
      {told !== null && <output class="notice screening-told">{told}</output>}
      {problem !== null && <Problem message={problem} />}
      {run === null || comparing ? (
        <Progress list={list} run={run} token={token} />
      ) : (
        <NoMatchCoverage coverage={run.coverage} of={none} />
      )}
      <nav class="choices screening-shows" aria-label={words.filter}>
        {shows.map((one) => (
          <a href={href(site, path, one === 'waiting' ? {} : { show: one })} aria-current={one === show ? 'page' : undefined}>
            {words.shows[one]}
            {countOf(props, one) !== null && ` (${format.number(countOf(props, one)!)})`}
          </a>
        ))}
      </nav>
      {page.rows.length === 0 ? (
        <p class="none">{comparing ? words.emptyYet : words.empty[show]}</p>
      ) : bulk ? (
        <form method="post" action={href(site, `${path}/bulk`)} id="bulk">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="show" value={show} />
          <SubjectTable list={list} show={show} rows={page.rows} pending={pending} choosable />
          <Bulk typed={props.typed} />
        </form>
      ) : (
        <SubjectTable list={list} show={show} rows={page.rows} pending={pending} />
      )}
      <Onward
        first={after > 0 ? { address: href(site, path, { show }), words: words.firstPage } : null}
        next={
          page.next === null ? null : { address: href(site, path, { show, after: String(page.next) }), words: words.nextPage }
        }
      />
      <Files list={list} />
      {(run === null || comparing) && !still ? (
        <p>
          <a href={href(site, path, { still: 'yes' })}>{words.toSettings}</a>
        </p>
      ) : (
        <ListSettings who={who} list={list} token={token} />
      )}
    </Page>
  )
}

function countOf({ list, none }: ListPageProps, show: Show): number | null {
  if (show === 'waiting') return list.waiting
  if (show === 'look') return list.toLookAt
  if (show === 'news') return list.withNews
  if (show === 'flagged') return list.flags
  if (show === 'none') return none
  if (show === 'all') return list.subjects
  return null
}

function Progress({ list, run, token }: { list: ListSummary; run: Run | null; token: string }) {
  const site = useSite()
  const { text, format } = site
  const words = text.screening
  const [done, of] = run === null ? [0, list.subjects] : [run.done, run.of]
  return (
    <section aria-label={words.compared} class="screening-progress">
      <p>
        <progress value={done} max={Math.max(1, of)} aria-label={words.compared} />{' '}
        {words.progress(format.number(done), format.number(of))}
      </p>
      {run?.state !== 'stopped' ? (
        <p class="quiet small">
          {run === null && `${words.indexing} `}
          {words.progressNote} <a href={href(site, `/screening/${list.id}`)}>{words.refresh}</a>
        </p>
      ) : (
        <form method="post" action={href(site, `/screening/${list.id}/resume`)}>
          <input type="hidden" name="token" value={token} />
          <p>{words.stopped}</p>
          <button type="submit">{words.resume}</button>
        </form>
      )}
    </section>
  )
}

function Bulk({ typed }: { typed: ListPageProps['typed'] }) {
  const { text } = useSite()
  const words = text.screening
  return (
    <fieldset class="screening-bulk">
      <legend>{words.bulk.heading}</legend>
      <p>
        <label>
          <input type="radio" name="which" value="chosen" checked /> {words.bulk.chosen}
        </label>
      </p>
      <p>
        <label>
          <input type="radio" name="which" value="below" /> {words.bulk.below}
        </label>{' '}
        <input type="number" name="below" min={1} max={100} value="70" aria-label={words.bulk.below} /> {words.bulk.belowEnd}
      </p>
      <p>
        <label for="bulk-reason">{words.reason}</label>
        <input
          type="text"
          id="bulk-reason"
          name="reason"
          required
          maxlength={4_000}
          value={typed?.reason ?? ''}
          autocomplete="off"
        />
      </p>
      <p>
        <label for="bulk-expires">{words.expires}</label>
        <input type="date" id="bulk-expires" name="expires" value={typed?.expires ?? ''} aria-describedby="bulk-expires-hint" />{' '}
        <span id="bulk-expires-hint" class="quiet small">
          {words.expiresHint}
        </span>
      </p>
      <button type="submit">{words.bulk.do}</button>
    </fieldset>
  )
}

function Files({ list }: { list: ListSummary }) {
  const site = useSite()
  const words = site.text.screening
  if (list.run === null) return null
  const path = `/screening/${list.id}`
  const whole = list.run.state === 'done'
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      <ul>
        <li>
          <a href={href(site, `${path}/results.csv`)}>{words.csv}</a>
        </li>
        {whole && (
          <>
            <li>
              <a href={href(site, `${path}/dossier.zip`)}>{words.dossier}</a>
            </li>
            <li>
              <a href={href(site, `${path}/dossier.html`)}>{words.dossierHtml}</a>
            </li>
          </>
        )}
      </ul>
      {whole && (
        <p class="quiet small">
          {words.filesNote} <code>bin/rastro verify</code>.
        </p>
      )}
    </section>
  )
}
