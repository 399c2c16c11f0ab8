/**
 * "Five articles, checked": what each claims in our words, the record's verdict beside it, denials at the size of what they deny, and where two
 * of the articles contradict each other. The first page that a newspaper's reader would open.
 */
import type { CaseArticle, CasesView, CheckedCase, Contradiction } from '../cases-view.js'
import { amountInWords, numberInWords, verdictInWords } from '../check-words.js'
import { CheckBody, State } from '../components/check.js'
import { Page } from '../components/page.js'
import { entityPath } from '../components/statements.js'
import { TableFrame } from '../components/table.js'
import { TableHead } from '../components/table-head.js'
import { SaidWords } from '../components/together.js'
import { href, useSite } from '../site.js'

export function CasesPage({ view, mayAdd }: { view: CasesView; mayAdd: boolean }) {
  const site = useSite()
  const { text, format } = site
  const words = text.cases
  const { articles, contradictions } = view
  const all = articles.flatMap(({ cases }) => cases.flatMap((one) => [one, ...one.answers]))
  const distinct = [...new Set(all)]
  const answers = distinct.filter(({ claim: { shown } }) => shown.type === 'denial' || shown.type === 'doubt')
  const asked = distinct.filter(({ check }) => check.question !== null)
  const answered = distinct.filter(({ check }) => check.verdict !== 'cannot say').length
  const titles = new Map(articles.map(({ article }) => [article.id, article.title]))
  return (
    <Page title={words.title} room="articles" description={words.lede}>
      <p class="kicker">{words.kicker}</p>
      <h1 class="display">{words.title}</h1>
      <p class="lede">{words.lede}</p>
      {articles.length === 0 ? (
        <p class="notice">{words.none}</p>
      ) : (
        <>
          <dl class="figures" aria-label={words.counts.label}>
            <Count of={distinct.length - answers.length} words={words.counts.claims} />
            <Count of={answers.length} words={words.counts.denials} />
            <Count of={asked.length} words={words.counts.asked} meaning={words.counts.askedMeaning} />
            <Count of={answered} words={words.counts.answered} meaning={words.counts.answeredMeaning} />
          </dl>
          <nav class="case-contents" aria-label={text.article.title}>
            <ol>
              {articles.map(({ article, cases }) => (
                <li>
                  <a href={`#article-${article.id}`} translate="no">
                    {article.title}
                  </a>{' '}
                  <span class="quiet small">
                    {[article.publisher, text.article.count(cases.length, format.number(cases.length))]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ol>
          </nav>
          {contradictions.map((contradiction, index) => (
            <Apart contradiction={contradiction} titles={titles} known={index === 0 && isOfSoldiers(contradiction)} />
          ))}
          {asked.length > 0 && <Numbers asked={asked} />}
          {articles.map((one, index) => (
            <Article one={one} number={index + 1} />
          ))}
        </>
      )}
      <h2>{words.own}</h2>
      <p>{words.ownLede}</p>
      <p>
        {mayAdd && (
          <>
            <a href={href(site, '/articles/new')}>{text.article.add.title}</a> ·{' '}
          </>
        )}
        <a href={href(site, '/checks')}>{text.check.title}</a> · <a href={href(site, '/claims')}>{text.article.list.title}</a> ·{' '}
        <a href={href(site, '/articles')}>{text.article.title}</a>
      </p>
      <State />
    </Page>
  )
}

function Count({ of, words, meaning }: { of: number; words: string; meaning?: string }) {
  const { format } = useSite()
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        {format.number(of)}
        {meaning && <small>{meaning}</small>}
      </dd>
    </div>
  )
}

/** Claimed and recorded, figure beside figure. */
function Numbers({ asked }: { asked: readonly CheckedCase[] }) {
  const site = useSite()
  const { text, format } = site
  const words = text.cases
  return (
    <section>
      <h2>{words.numbers}</h2>
      <p>{words.numbersLede}</p>
      <TableFrame label={words.numbers}>
        <table class="records case-numbers">
          <caption class="visually-hidden">{words.numbers}</caption>
          <TableHead
            columns={[
              { words: text.check.claim },
              { figures: words.claimed },
              { figures: words.held },
              { words: text.check.verdict },
            ]}
          />
          <tbody>
            {asked.map(({ claim, check }) => (
              <tr>
                <th scope="row" class="wide">
                  <a href={href(site, `/claims/${claim.id}`)}>
                    <SaidWords claim={claim} />
                  </a>
                </th>
                <td class="number" data-label={words.claimed}>
                  {claim.shown.type === 'quantity' && numberInWords(site, claim.shown)}
                </td>
                <td class={check.partial ? 'number gap' : 'number'} data-label={words.held}>
                  {check.figure === null ? (
                    words.noFigure
                  ) : check.figure.rows === 0 ? (
                    check.partial ? (
                      words.noPart
                    ) : (
                      words.noRow
                    )
                  ) : (
                    <>
                      {check.measure === null
                        ? format.number(check.figure.rows)
                        : amountInWords(
                            site,
                            check.measure === 'cents' ? check.figure.cents : check.figure.sessions,
                            check.measure,
                          )}
                      {check.partial && <span class="line small">{words.part}</span>}
                    </>
                  )}
                </td>
                <td class="wide" data-label={text.check.verdict}>
                  {verdictInWords(site, check)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}

/** The one that the page was made for has a heading and an explanation of its own. */
const isOfSoldiers = ({ said }: Contradiction) => said.some(({ object }) => /zetas/i.test(object.name ?? ''))

/** Side by side, at one size, and neither first by more than its place. */
function Apart({
  contradiction,
  titles,
  known,
}: {
  contradiction: Contradiction
  titles: ReadonlyMap<string, string>
  known: boolean
}) {
  const site = useSite()
  const words = site.text.cases
  const { about, said } = contradiction
  const name = about.name ?? about.id
  return (
    <section class="apart-section">
      <h2>{known ? words.contradiction : words.contradictionOf(name)}</h2>
      {known && <p>{words.contradictionLede}</p>}
      <div class="columns halves">
        {said.map(({ value, claim, speaker, object, source, paragraph }) => (
          <blockquote class="case-saying">
            <p>{claim ? <SaidWords claim={claim} /> : <span lang="en">{value}</span>}</p>
            <footer class="small">
              <strong translate="no">{speaker ?? words.byArticle}</strong>, {words.becoming}{' '}
              <a href={href(site, `/articles/${source}`)} translate="no">
                {titles.get(source) ?? source}
              </a>
              {paragraph && `, ${words.paragraph(paragraph)}`}
              {' · '}
              <a href={href(site, entityPath(object))} translate="no">
                {object.name ?? object.id}
              </a>
            </footer>
          </blockquote>
        ))}
      </div>
      <p class="small">
        <a href={href(site, entityPath(about))}>
          {words.toPage('')}
          <span lang="en">{name}</span>
        </a>
      </p>
    </section>
  )
}

function Article({ one: { article, cases }, number }: { one: CaseArticle; number: number }) {
  const site = useSite()
  const { text, format } = site
  const words = text.cases
  return (
    <section class="case-article" id={`article-${article.id}`} aria-labelledby={`title-${article.id}`}>
      <p class="case-number" aria-hidden="true">
        {number}
      </p>
      <h2 id={`title-${article.id}`} translate="no" lang={article.language ?? undefined}>
        {article.title}
      </h2>
      <p class="quiet">
        <span translate="no">{article.publisher}</span>
        {article.publisher && ' · '}
        {article.published ? format.date(article.published) : text.article.unpublished} ·{' '}
        <a href={href(site, `/articles/${article.id}`)}>{words.more(article.claims, format.number(article.claims))}</a>
      </p>
      {cases.map((each) => (
        <Case one={each} />
      ))}
      {!article.hasText && <p class="quiet small">{words.notHere}</p>}
    </section>
  )
}

function Case({ one }: { one: CheckedCase }) {
  const words = useSite().text.cases
  return (
    <div class="case-group">
      <Said one={one} />
      {one.answers.length > 0 && (
        <div class="case-answers">
          <p class="kicker">{words.answered}</p>
          {one.answers.map((answer) => (
            <Said one={answer} />
          ))}
        </div>
      )}
    </div>
  )
}

/** What is claimed on the left, what the record says on the right; a denial as large as what it denies. */
function Said({ one: { claim, check } }: { one: CheckedCase }) {
  const site = useSite()
  const words = site.text.article
  const { shown, article } = claim
  const paragraph = /^paragraph (\d+)$/.exec(claim.places[0]?.pageLabel ?? '')?.[1]
  return (
    <div class="case">
      <div>
        <h3 class="case-claim">
          <SaidWords claim={claim} />
        </h3>
        <p class="small">
          <span class="badge">{words.types[shown.type]}</span>{' '}
          <strong translate="no">{shown.speaker === null ? words.saidByArticle : words.said(shown.speaker)}</strong>
          {shown.hedge && <> · {words.hedged(shown.hedge)}</>}
          {' · '}
          <a href={`${href(site, `/articles/${article.id}`)}#claim-${claim.id}`}>
            {paragraph ? words.paragraphLabel(paragraph) : words.toText}
          </a>
        </p>
      </div>
      <div class={check.question === null ? 'case-verdict outside' : 'case-verdict'}>
        <CheckBody check={check} compact />
        {check.question !== null && (
          <p class="small no-print">
            <a href={href(site, `/claims/${claim.id}`)}>{words.check}</a>
          </p>
        )}
      </div>
    </div>
  )
}
