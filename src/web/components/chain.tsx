/** A command chain: a date to ask for, a picture, the nested list that says the same, and what is cited for other times. */
import type { ChainLink, CommandChain, OtherDate } from '../../analysis/command-chain.js'
import { chainChart } from '../charts/chain-chart.js'
import { href, useSite } from '../site.js'
import { Figure } from './figure.js'
import { Dates, EntityLink, entityPath, type Others } from './statements.js'

export interface ChainProps {
  chain: CommandChain
  name: string
  /** The page's own path. */
  path: string
  /** What was typed for the date; '' for any time. */
  asked: string
  others: Others
}

export function Chain({ chain, name, path, asked, others }: ChainProps) {
  const site = useSite()
  const { text } = site
  const words = text.entity
  const nameOf = (id: string) => (id === chain.unit ? name : (others.get(id)?.name ?? id))
  const drawn = chain.parents.length + chain.children.length > 0
  const { picture, leftOut } = drawn
    ? chainChart({
        title: words.chainPicture(name),
        description: words.chainDescription(count(chain.parents), count(chain.children)),
        unit: chain.unit,
        parents: chain.parents,
        children: chain.children,
        nameOf,
        hrefOf: (id) => href(site, entityPath(others.get(id) ?? { id, kind: 'unit' })),
      })
    : { picture: '', leftOut: 0 }
  return (
    <section id="chain">
      <h2>{words.chain}</h2>
      <p>{words.chainNote}</p>
      <form method="get" action={`${href(site, path)}#chain`} class="inline">
        {site.asOf !== null && <input type="hidden" name="as_of" value={String(site.asOf)} />}
        <label for="chain-on">{words.chainDate}</label>
        <input
          id="chain-on"
          name="on"
          value={asked}
          pattern="\d{4}(-\d{2}(-\d{2})?)?"
          size={12}
          autocomplete="off"
          aria-describedby="chain-hint"
        />
        <button type="submit">{words.chainShow}</button>
        <span id="chain-hint" class="quiet small">
          {words.chainHint}
        </span>
      </form>
      <p class="quiet">{asked ? words.chainOn(asked) : words.chainAnyTime}</p>
      {drawn && (
        <section class="scroll" tabindex={0} aria-label={words.chainPicture(name)}>
          <Figure
            title={words.chain}
            note={[leftOut > 0 && words.leftOut(leftOut), words.brokenLine].filter(Boolean).join(' ')}
            picture={picture}
          />
        </section>
      )}
      <div class="columns halves">
        <div>
          <h3>{words.above}</h3>
          {chain.parents.length > 0 ? <Links links={chain.parents} others={others} /> : <p class="none">{words.noneAbove}</p>}
          <Other title={words.otherAbove} list={chain.parentsAtOtherTimes} others={others} />
          {chain.gaps.length > 0 && (
            <>
              <h4>{words.gaps}</h4>
              <ul>
                {chain.gaps.map(({ from, to }) => (
                  <li class="gap-line">
                    {from} – {to}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div>
          <h3>{words.below}</h3>
          {chain.children.length > 0 ? <Links links={chain.children} others={others} /> : <p class="none">{words.noneBelow}</p>}
          <Other title={words.otherBelow} list={chain.childrenAtOtherTimes} others={others} />
        </div>
      </div>
      <p class="small">
        <a href={href(site, `${path}/chain.graphml`, asked ? { on: asked } : undefined)}>
          {words.chain}, {words.graphml}
        </a>
      </p>
    </section>
  )
}

const count = (links: readonly ChainLink[]): number => links.reduce((sum, { links: further }) => sum + 1 + count(further), 0)

/** Longer lists are folded below the first level: a police headquarters has thousands of stations. */
const mostUnfolded = 12

function Links({ links, others }: { links: readonly ChainLink[]; others: Others }) {
  const { text } = useSite()
  const words = text.entity
  const stops = { loop: words.loop, 'shown above': words.shownAbove, 'too deep': words.tooDeep }
  const item = (link: ChainLink) => (
    <li>
      <EntityLink id={link.unit} others={others} />
      {link.statements.map((statement) => (
        <span class="small quiet line">
          <Dates statement={statement} />
          {link.holding !== 'cited' && ` · ${words.holdings[link.holding]}`}
          {statement.details.relation ? ` · ${String(statement.details.relation)}` : ''}
        </span>
      ))}
      {link.contradictions.map((statement) => (
        <span class="badge doubt">
          {statement.stance === 'denies' ? words.denied : words.questioned}
          {statement.speaker && `: ${statement.speaker}`}
        </span>
      ))}
      {link.stopped && <span class="small quiet line">{stops[link.stopped]}</span>}
      {link.links.length > 0 && <Links links={link.links} others={others} />}
    </li>
  )
  return (
    <>
      <ul class="chain-list">{links.slice(0, mostUnfolded).map(item)}</ul>
      {links.length > mostUnfolded && (
        <details>
          <summary>+ {links.length - mostUnfolded}</summary>
          <ul class="chain-list">{links.slice(mostUnfolded).map(item)}</ul>
        </details>
      )}
    </>
  )
}

function Other({ title, list, others }: { title: string; list: readonly OtherDate[]; others: Others }) {
  const { text } = useSite()
  if (list.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul class="chain-list">
        {list.map(({ unit, holding, statements }) => (
          <li>
            <EntityLink id={unit} others={others} />
            {statements.map((statement) => (
              <span class="small quiet line">
                <Dates statement={statement} /> · {text.entity.holdings[holding]}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
