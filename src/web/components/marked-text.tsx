/** Blocks of an article's text: claims marked and numbered, mentions underlined, what was set apart smaller and called what it is. */
import type { Mention } from '../../extract/article/mentions/mention.js'
import type { MarkedBlock, Piece } from '../article-marks.js'
import type { ShownClaim } from '../article-view.js'
import { useSite } from '../site.js'
import { stateOf } from './claim-card.js'

interface Marks {
  claims: readonly ShownClaim[]
  mentions: readonly Mention[]
}

const apart: ReadonlySet<MarkedBlock['kind']> = new Set(['caption', 'navigation', 'appeal', 'repetition', 'between'])
export const isApart = ({ kind }: Pick<MarkedBlock, 'kind'>) => apart.has(kind)

export function BlockText({ block, ...marks }: { block: MarkedBlock } & Marks) {
  const { text } = useSite()
  const words = text.article
  const content = block.pieces.map((piece) => <Marked piece={piece} {...marks} />)
  if (isApart(block))
    return (
      <div class="apart">
        <p class="apart-label">{words.apart(words.blocks[block.kind])}</p>
        <p dir="auto" class="article-text">
          {content}
        </p>
      </div>
    )
  if (block.kind === 'title')
    return (
      <p dir="auto" class="article-text article-title">
        {content}
      </p>
    )
  if (block.kind === 'heading' || block.kind === 'byline')
    return (
      <p dir="auto" class={`article-text article-${block.kind}`}>
        {content}
      </p>
    )
  return (
    <p dir="auto" class="article-text">
      {content}
    </p>
  )
}

function Marked({ piece, claims, mentions }: { piece: Piece } & Marks) {
  const { text } = useSite()
  const mention = piece.mention === null ? null : mentions[piece.mention]!
  const words = mention ? (
    <span class={`mention ${mention.type.toLowerCase()}`} title={text.article.mentionTypes[mention.type]}>
      {piece.text}
    </span>
  ) : (
    piece.text
  )
  const here = piece.claims.flatMap((index) => claims[index] ?? [])
  if (here.length === 0) return <>{words}</>
  const anchors = piece.begins.flatMap((index) => claims[index] ?? [])
  const ends = piece.ends.flatMap((index) => claims[index] ?? [])
  const state = here.every((shown) => stateOf(shown) === 'rejected')
    ? 'rejected'
    : here.some((shown) => stateOf(shown) === 'open')
      ? 'open'
      : 'accepted'
  return (
    <>
      {anchors.map(({ kept }) => (
        <span id={`at-${kept.id}`} />
      ))}
      <mark class={`claimed ${state}`}>{words}</mark>
      {ends.map(({ kept, number }) => (
        <sup class="claim-ref">
          <a href={`#claim-${kept.id}`} aria-label={text.article.claimNumber(number)}>
            {number}
          </a>
        </sup>
      ))}
    </>
  )
}
