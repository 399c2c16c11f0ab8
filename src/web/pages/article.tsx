/**
 * An article: its text with marks on the left, what is claimed and checked on the right, paragraph by paragraph, so that both stay side by side
 * without script and follow each other on a phone. Where the text is not here, places and our own words stand in it.
 */
import type { Mention } from '../../extract/article/mentions/mention.js'
import { notRead, quotedDamage } from '../../extract/article/not-read.js'
import { numbersLeft } from '../../extract/article/numbers-left.js'
import { type MarkedBlock, type MarkedText, markText } from '../article-marks.js'
import type { ArticleView, ShownClaim } from '../article-view.js'
import type { CheckedClaims } from '../claims-view.js'
import { State } from '../components/check.js'
import { ClaimCard, type ClaimCardProps, ClaimWords, placeOf, stateOf } from '../components/claim-card.js'
import { BlockText, isApart } from '../components/marked-text.js'
import { MentionTable } from '../components/mention-table.js'
import { Page } from '../components/page.js'
import { scriptOf } from '../islands/script.js'
import { href, useSite } from '../site.js'

export interface ArticlePageProps {
  view: ArticleView
  /** What other articles claim of the same things. */
  all: Pick<CheckedClaims, 'pairs' | 'byId'>
  /** Null where nobody may decide. */
  token: string | null
  /** The changeset of the decision that was just made, and what it was. */
  done: { changeset: number; verdict: keyof ReturnType<typeof useSite>['text']['article']['states'] } | null
}

export function ArticlePage({ view, all, token, done }: ArticlePageProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.article
  const { article, claims } = view
  const open = claims.filter((shown) => stateOf(shown) === 'open').length
  const script = scriptOf('claim-desk')
  const marked =
    article.text === null
      ? null
      : markText(
          article.text,
          article.reading,
          claims.map(({ kept }) => kept.claim),
        )
  return (
    <Page title={article.title} breadcrumb={[{ text: words.title, path: '/articles' }]} unlisted>
      <p class="kicker">{words.kicker}</p>
      <h1 translate="no" lang={article.language ?? undefined}>
        {article.title}
      </h1>
      <p class="lede byline">
        <span translate="no">{[article.publisher, article.author && words.by(article.author)].filter(Boolean).join(' · ')}</span>
        {(article.publisher || article.author) && ' · '}
        {article.published ? (
          format.date(article.published)
        ) : token === null ? (
          (article.publishedPrinted ?? words.unpublished)
        ) : (
          <a href="#facts">{article.publishedPrinted ?? words.unpublished}</a>
        )}
      </p>
      <Tally claims={claims} />
      {article.text === null ? <WithoutText view={view} /> : <p class="notice">{words.ownCopy}</p>}
      <div
        id="desk"
        data-token={token ?? ''}
        data-decide={href(site, '/claims/decide')}
        data-undo={href(site, '/claims/undo')}
        data-failed={words.desk.failed}
        data-recorded={words.desk.recorded}
        data-undone={words.desk.undone}
      >
        {token !== null && claims.length > 0 && (
          <p class="desk-state small no-print">
            <span id="desk-open">{words.desk.open(open, format.number(open))}</span> {words.desk.accepting}
            {script && <span class="desk-hint"> {words.desk.hint}</span>}
          </p>
        )}
        {/* Told to a screen reader when it changes. */}
        <output id="desk-done" class="quiet">
          {done !== null && words.desk.done(words.states[done.verdict], done.changeset)}
        </output>
        <h2>{words.read}</h2>
        {article.text !== null &&
          notRead(article.text).map((what) => (
            <p class="notice">
              {words.notRead[what]} {what === 'damage' && quotedDamage(article.text!).join(', ')}
            </p>
          ))}
        {article.reading.pagesWithoutText && (
          <p class="notice">
            {words.pagesWithoutText(
              article.reading.pagesWithoutText.length,
              format.list(article.reading.pagesWithoutText.map(String)),
            )}
          </p>
        )}
        {article.reading.hiddenWords && (
          <p class="notice">{words.hiddenWords(article.reading.hiddenWords, format.number(article.reading.hiddenWords))}</p>
        )}
        <NumbersLeft view={view} />
        {claims.length === 0 && <p class="none">{words.noClaims}</p>}
        {claims.length > mostCards && <p class="notice">{words.manyClaims(format.number(mostCards))}</p>}
        {marked === null ? (
          <ByPlace view={view} all={all} token={token} />
        ) : (
          <SideBySide marked={marked} view={view} all={all} token={token} />
        )}
      </div>
      <MentionTable article={article} />
      {token !== null && <Facts view={view} token={token} />}
      <h2>{words.source}</h2>
      <ul>
        <li>
          <a href={href(site, `/sources/${article.id}`)}>{article.fileName}</a>{' '}
          <span class="quiet small">
            {article.mediaType}, SHA-256 <span class="digest">{article.sha256}</span>
          </span>
        </li>
      </ul>
      <State />
      {script && token !== null && <script type="module" src={script.path} />}
    </Page>
  )
}

/** "31 claims, checked against the record. Cannot say: 27. Ledger lower: 4." */
function Tally({ claims }: { claims: readonly ShownClaim[] }) {
  const { text, format } = useSite()
  if (claims.length === 0) return null
  const counts = new Map<ShownClaim['check']['verdict'], number>()
  for (const { check } of claims) counts.set(check.verdict, (counts.get(check.verdict) ?? 0) + 1)
  return (
    <p>
      {text.article.checked(text.article.count(claims.length, format.number(claims.length)))}{' '}
      {[...counts].map(([verdict, count]) => `${text.check.verdicts[verdict]}: ${format.number(count)}.`).join(' ')}
    </p>
  )
}

/** So many are quoted. */
const mostNumbers = 20

/** Whoever relies on the list of claims has to know which numbers are in none. */
function NumbersLeft({ view: { article, claims } }: { view: ArticleView }) {
  const { text, format } = useSite()
  if (article.text === null) return null
  const { blocks } = article.reading
  const left = numbersLeft({ text: article.text, blocks, claims: claims.map(({ kept }) => kept.claim) })
  if (left.length === 0) return null
  return (
    <p class="notice">
      {text.article.numbersLeft(left.length, format.number(left.length))}{' '}
      <span translate="no" lang={article.language ?? undefined}>
        {left
          .slice(0, mostNumbers)
          .map((printed) => `“${printed.replaceAll(/\s+/g, ' ')}”`)
          .join(', ')}
        {left.length > mostNumbers && ', …'}
      </span>
    </p>
  )
}

function WithoutText({ view }: { view: ArticleView }) {
  const { text, format } = useSite()
  const words = text.article
  return (
    <div class="notice">
      <p>
        <strong>{words.notText}.</strong> {words.notTextWhy}
      </p>
      <p>
        <code>bin/rastro ingest FILE</code> · {words.notTextHow(format.number(view.article.bytes))}{' '}
        <span class="digest">{view.article.sha256}</span>
      </p>
    </div>
  )
}

function SideBySide({ marked, view, all, token }: Pick<RowProps, 'view' | 'all' | 'token'> & { marked: MarkedText }) {
  const { text, format } = useSite()
  const words = text.article
  const marks = { claims: view.claims, mentions: view.article.reading.mentions as Mention[] }
  return (
    <>
      <p class="quiet small">{words.marked}</p>
      <div class="side-by-side" lang={view.article.language ?? undefined} id="reading">
        {gathered(marked.blocks.filter((block) => !isShownAbove(block, view.article.title))).map((blocks) =>
          blocks[0]!.kind === 'navigation' || blocks[0]!.kind === 'between' ? (
            <details class="reading-row apart-row">
              <summary>{words.showApart(blocks.length)}</summary>
              {blocks.map((block) => (
                <BlockText block={block} {...marks} />
              ))}
            </details>
          ) : (
            <Row block={blocks[0]!} marks={marks} view={view} all={all} token={token} />
          ),
        )}
      </div>
      {marked.left > 0 && <p class="notice">{words.left(format.number(marked.left))}</p>}
      {marked.elsewhere.length > 0 && (
        <>
          <h3>{words.elsewhere}</h3>
          <div class="side-by-side">
            {marked.elsewhere.map((index) => (
              <div class="reading-row">
                <div />
                <div class="cards">
                  <CardOrLine index={index} view={view} all={all} token={token} hasText={false} />
                </div>
              </div>
            ))}
          </div>
        </>
      )}
    </>
  )
}

/** A headline that stands over the page already, and claims nothing. */
const isShownAbove = ({ kind, claims, pieces }: MarkedBlock, title: string): boolean =>
  kind === 'title' && claims.length === 0 && pieces.map((piece) => piece.text).join('') === title

interface RowProps {
  block: MarkedBlock
  marks: { claims: readonly ShownClaim[]; mentions: readonly Mention[] }
  view: ArticleView
  all: ArticlePageProps['all']
  token: string | null
}

function Row({ block, marks, view, all, token }: RowProps) {
  const { language } = useSite()
  return (
    <div class={isApart(block) ? 'reading-row apart-row' : 'reading-row'}>
      <div translate="no">
        <BlockText block={block} {...marks} />
      </div>
      {block.claims.length > 0 && (
        <div class="cards" lang={language}>
          {block.claims.map((index) => (
            <CardOrLine index={index} view={view} all={all} token={token} hasText />
          ))}
        </div>
      )}
    </div>
  )
}

/** Claims that are shown with their check and decision: a book has a thousand, and each takes a millisecond. */
const mostCards = 1000

function CardOrLine({ index, view, ...rest }: Omit<ClaimCardProps, 'shown' | 'view'> & { index: number; view: ArticleView }) {
  const site = useSite()
  const shown = view.claims[index]!
  if (index < mostCards) return <ClaimCard shown={shown} view={view} {...rest} />
  return (
    <p class="small" id={`claim-${shown.kept.id}`}>
      <a href={href(site, `/claims/${shown.kept.id}`)}>
        {shown.number}. <ClaimWords shown={shown} />
      </a>
    </p>
  )
}

/** A page's own menus, line after line, are folded into one. */
function gathered(blocks: readonly MarkedBlock[]): MarkedBlock[][] {
  const groups: MarkedBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const folds = ({ kind, claims }: MarkedBlock) => (kind === 'navigation' || kind === 'between') && claims.length === 0
    if (last && folds(block) && folds(last[0]!)) last.push(block)
    else groups.push([block])
  }
  return groups
}

/** Without the text: claim by claim, where it stands on the left. */
function ByPlace({ view, all, token }: Pick<RowProps, 'view' | 'all' | 'token'>) {
  const site = useSite()
  return (
    <div class="side-by-side without-text" id="reading">
      {view.claims.map((shown) => (
        <div class="reading-row">
          <p class="quiet small place">{placeOf(site, shown)}</p>
          <div class="cards">
            <ClaimCard shown={shown} view={view} all={all} token={token} hasText={false} />
          </div>
        </div>
      ))}
    </div>
  )
}

/** What the article does not say of itself is asked for. */
function Facts({ view, token }: { view: ArticleView; token: string }) {
  const site = useSite()
  const { text, format } = site
  const words = text.article
  const { article } = view
  const values = {
    title: article.title,
    publisher: article.publisher ?? '',
    author: article.author ?? '',
    published: article.publishedPrinted ?? '',
  }
  const names = ['title', 'publisher', 'author', 'published'] as const
  const missing = names.filter((name) => values[name] === '' && (name !== 'author' || article.text !== null))
  return (
    <section class="no-print" aria-labelledby="facts">
      <h2 id="facts">{words.facts}</h2>
      {missing.length > 0 && (
        <p class="small">{words.factsMissing(format.list(missing.map((name) => words.fact[name].toLowerCase())))}</p>
      )}
      <form method="post" action={href(site, '/articles/facts')} class="check-form">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="article" value={article.id} />
        {names.map((name) => (
          <label>
            {words.fact[name]}
            <input type="text" name={name} maxlength={500} autocomplete="off" value={values[name]} required={name === 'title'} />
            {name === 'published' && <span class="quiet small">{words.factsHint}</span>}
          </label>
        ))}
        <p>
          <button type="submit">{words.factsSave}</button>
        </p>
      </form>
    </section>
  )
}
