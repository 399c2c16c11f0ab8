/** The head that some programs write over a text, a label a line: of a draft in Markdown between bars ("title: …", "date: …"), of a message ("Subject: …"). */
import type { ArticleBlock, ArticleFacts } from './article-text.js'
import { findDate } from './byline.js'

const labelled = /^(\p{L}[\p{L}-]{1,20}):\s*(.*)$/u
const bars = /^-{3,}$/
/** A message has these; who sent it, and when, tells nothing of the article in it. */
const ofMessage = /^(?:to|subject|cc|sent|para|asunto|enviado)$/i

/** Sets its lines apart; how many blocks they are, and what they say of the article. */
export function readLabelledHead(text: string, blocks: readonly ArticleBlock[]): { length: number; said: Partial<ArticleFacts> } {
  const contentOf = ({ start, end }: ArticleBlock) => text.slice(start, end).trim()
  const barred = blocks[0] !== undefined && bars.test(contentOf(blocks[0]))
  const first = barred ? 1 : 0
  let to = first
  while (to < blocks.length && labelled.test(contentOf(blocks[to]!))) to++
  const said = new Map(
    blocks.slice(first, to).map((block) => {
      const [, label, value] = labelled.exec(contentOf(block))!
      return [label!.toLowerCase(), value!.replace(/^(["'])(.*)\1$/, '$2').trim()]
    }),
  )
  const isMessage = said.has('from') && [...said.keys()].some((label) => ofMessage.test(label))
  const closed = barred && to > first && blocks[to] !== undefined && bars.test(contentOf(blocks[to]!))
  if (!isMessage && !closed) return { length: 0, said: {} }
  const length = closed ? to + 1 : to
  for (const block of blocks.slice(0, length)) block.kind = 'navigation'
  const value = (...labels: string[]) =>
    labels.map((label) => said.get(label)).find((found) => found !== undefined && found !== '') ?? null
  if (isMessage) return { length, said: { title: value('subject', 'asunto')?.replace(/^(?:(?:fwd?|re|rv):\s*)+/i, '') ?? null } }
  const date = findDate(value('date', 'published', 'fecha') ?? '')
  return {
    length,
    said: {
      title: value('title', 'headline', 'título', 'titulo'),
      author: value('author', 'byline', 'autor', 'autora'),
      publisher: value('publisher', 'publication', 'medio'),
      ...(date && { published: date.day, publishedPrinted: date.printed }),
    },
  }
}
