/** One source file: where it is from, its pages with their rows, whether it balances, and a page's image. */

import type { Child } from 'hono/jsx'
import { nothing } from '../../ledger/read/cube.js'
import type { SourceView } from '../../ledger/read/views.js'
import { BalanceLine, TotalsTable } from '../components/balance.js'
import { CountryTable } from '../components/country-table.js'
import { DoesNotCover } from '../components/coverage.js'
import { SourceText } from '../components/entry-frame.js'
import { searchHref } from '../components/filters.js'
import { Page } from '../components/page.js'
import { UnreadPlaces } from '../components/unread-places.js'
import type { Covered } from '../coverage.js'
import { href, useSite } from '../site.js'
import type { ShownText } from '../source-text.js'

export interface SourcePageProps {
  view: Covered<SourceView>
  /** Which page is shown; null for none. */
  page: number | null
  /** The page's image or outline, from the evidence room. */
  evidence?: Child
  /** For a source that was entered by hand. */
  text?: ShownText | null
}

/** Beyond this many characters a title is a paragraph, and is set smaller. */
const longestTitle = 60

export function SourcePage({ view, page, evidence, text: shown = null }: SourcePageProps) {
  const site = useSite()
  const { text, format } = site
  const { source } = view
  const off = view.totals.filter((total) => total.status !== 'balanced')
  const balanced = view.totals.filter((total) => total.status === 'balanced')
  // Only reports have rows of trainings, totals that they must agree with, and pages.
  const ofTrainings = source.kind === 'training report'
  const { statements, entities, publications } = view.said
  return (
    <Page title={source.title} room="sources" breadcrumb={[{ text: text.rooms.sources, path: '/sources' }]}>
      <p class="kicker">{source.report ? text.sources.report(source.report.replace('-', '–')) : text.fields.source}</p>
      <h1 class={source.title.length > longestTitle ? 'printed' : undefined} lang={source.language ?? undefined}>
        {source.title}
      </h1>
      <dl class="quote-parts">
        <dt>{text.sources.publisher}</dt>
        <dd>{source.publisher ?? '–'}</dd>
        <dt>{text.sources.file}</dt>
        <dd>
          {source.fileName} ({format.number(source.bytes)} {text.sources.bytes})
        </dd>
        <dt>{text.sources.address}</dt>
        <dd>{source.officialUrl ? <a href={source.officialUrl}>{source.officialUrl}</a> : text.sources.noAddress}</dd>
        {source.archivedUrl && (
          <>
            <dt>{text.sources.archived}</dt>
            <dd>
              <a href={source.archivedUrl}>{source.archivedUrl}</a>
            </dd>
          </>
        )}
        <dt>SHA-256</dt>
        <dd class="digest">{source.sha256}</dd>
        <dt>{text.sources.licence}</dt>
        <dd lang="en">{source.licence ?? '–'}</dd>
        <dt>{text.sources.holds}</dt>
        <dd>
          {ofTrainings && (
            <a href={searchHref(site, { source: source.id, status: 'all' })}>{text.sources.rows(format.number(view.rows))}</a>
          )}
          {statements > 0 && <p>{text.sources.said(format.number(statements), format.number(entities))}</p>}
          {publications > 0 && <p>{text.sources.publications(format.number(publications))}</p>}
          {view.countedElsewhere.map(({ rows, sourceId, sourceFile }) => (
            <p class="small">
              <a href={href(site, `/sources/${sourceId}`)}>{text.sources.countedElsewhere(rows, sourceFile)}</a>
            </p>
          ))}
        </dd>
      </dl>
      {site.asOf === null && !ofTrainings && (
        <p>
          <a href={href(site, '/enter/statement', { source: source.id })} rel="nofollow">
            {text.entry.enterFrom}
          </a>
        </p>
      )}
      {shown && <TextOf shown={shown} />}
      {ofTrainings && (
        <>
          <h2>{text.sources.reconciliation}</h2>
          <BalanceLine balance={view.balance} />
          <UnreadPlaces places={view.unread} source={source.id} />
        </>
      )}
      {off.length > 0 && <TotalsTable totals={off} caption={text.sources.off} />}
      {balanced.length > 0 && (
        <details class="data">
          <summary>{text.sources.balanced(balanced.length, format.number(balanced.length))}</summary>
          <TotalsTable totals={balanced} caption={text.balance.headings.balanced} />
        </details>
      )}
      {view.countries.length > 0 && (
        <>
          <h2>{text.rooms.countries}</h2>
          <CountryTable countries={view.countries} caption={text.sources.countriesCaption} query={{ source: source.id }} />
          <DoesNotCover sum={sumOf(view)} coverage={view.coverage} />
        </>
      )}
      {ofTrainings && source.pages !== null && (
        <>
          <h2 id="pages">{text.sources.pagesHeading(format.number(source.pages))}</h2>
          <ol class="page-strip">
            {view.pages.map((each) => (
              <li>
                <a
                  href={`${href(site, `/sources/${source.id}`, { page: String(each.page) })}#page`}
                  aria-current={each.page === page ? 'page' : undefined}
                  title={text.sources.pageHolds(each.trainings, each.totals)}
                >
                  {each.pageLabel ?? each.page}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
      {ofTrainings && evidence && (
        <section class="evidence" aria-labelledby="page">
          <h2 id="page">{page === null ? text.training.evidence : text.sources.page(page)}</h2>
          {evidence}
        </section>
      )}
    </Page>
  )
}

function TextOf({ shown: { text, paragraphs, passages } }: { shown: ShownText }) {
  const words = useSite().text.entry
  return (
    <section>
      <h2>{paragraphs ? words.text : words.passages}</h2>
      {paragraphs ? (
        <SourceText text={text} paragraphs={paragraphs} marked={null} />
      ) : (
        <ul>
          {passages.map(({ start, end }) => (
            <li translate="no">{text.slice(start, end)}</li>
          ))}
        </ul>
      )}
      {paragraphs === null && passages.length === 0 && <p class="none">{words.noPassages}</p>}
    </section>
  )
}

/** The source's own sum, from its countries: a figure without its coverage is not shown. */
function sumOf(view: SourceView) {
  const zero = nothing()
  return view.countries.reduce((sum, country) => {
    for (const key of Object.keys(zero) as (keyof typeof zero)[]) sum[key] += country[key]
    return sum
  }, zero)
}
