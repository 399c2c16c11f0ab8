/** Plain text as an article: lines are paragraphs, what stands before the first of them may be title, byline and date. */
import { type ArticleBlock, type ArticleFacts, type ArticleText, noFacts } from './article-text.js'
import { findBylineFacts, isByline } from './byline.js'
import { readLabelledHead } from './labelled-head.js'
import { withPlainMarks } from './plain-marks.js'
import { setApart } from './set-apart.js'
import { cellsOf } from './table-cells.js'

export function readPlainArticle(text: string): ArticleText {
  const plain = withPlainMarks(text)
  const blocks: ArticleBlock[] = []
  for (const { start, end } of paragraphsOf(plain)) blocks.push({ kind: 'paragraph', start, end })
  const facts: ArticleFacts = { ...noFacts }
  const contentOf = ({ start, end }: ArticleBlock) => plain.slice(start, end)
  const labelled = readLabelledHead(plain, blocks)
  setApart(plain, blocks)
  // The headline: the last short line without a sentence's end before the first long paragraph; what stands before it is the page's head.
  const firstLong = blocks.findIndex((block) => block.kind === 'paragraph' && contentOf(block).length > 160)
  const from = labelled.length
  const head = blocks.slice(from, firstLong === -1 ? Math.min(from + 4, blocks.length) : firstLong)
  const lines = head.filter((block) => block.kind === 'paragraph')
  for (const block of lines) if (isByline(undressed(contentOf(block)))) block.kind = 'byline'
  const candidates = lines.filter((block) => block.kind === 'paragraph' && isHeadline(contentOf(block)))
  const furnished = head.some(({ kind }) => kind === 'navigation')
  const title = furnished ? candidates.at(-1) : candidates[0]
  if (title) {
    title.kind = 'title'
    facts.title = undressed(contentOf(title))
    // With furniture around them, short lines above the headline are furniture as well.
    if (furnished) for (const block of candidates) if (block.start < title.start) block.kind = 'navigation'
  }
  // A short line in capitals is one wherever it stands, unless all of the text is shouted.
  const shouted = !/\p{Ll}{3}/u.test(text)
  for (const block of head)
    if (!shouted && block.kind === 'paragraph' && contentOf(block).length < 80 && isShoutedHeading(contentOf(block)))
      block.kind = 'heading'
  // A short line without a sentence's end between paragraphs is a heading; entries of a list of officers are none.
  const rest = blocks.slice(from + head.length)
  const entry = rest.map((block) => block.kind === 'paragraph' && officerEntry.test(contentOf(block)))
  for (const [at, block] of rest.entries())
    if (
      block.kind === 'paragraph' &&
      contentOf(block).length < 80 &&
      isHeadline(contentOf(block)) &&
      !/[.!?:…”"’')](?:\[\^?\d+\])?$/.test(contentOf(block)) &&
      !(entry[at] && (entry[at - 1] || entry[at + 1])) &&
      cellsOf(plain, block.start, block.end).length === 0
    )
      block.kind = 'heading'
  Object.assign(facts, findBylineFacts(head.filter(({ kind }) => kind === 'byline').map((block) => undressed(contentOf(block)))))
  for (const [name, value] of Object.entries(labelled.said) as [keyof ArticleFacts, string | null][]) facts[name] ??= value
  return { mediaType: 'text/plain', text, blocks, facts }
}

/** "1. Col. Ada Nor, 3 Brigade", "• Maj. Ola Ban – Commandant": rank and name, and what is said of them. */
const officerEntry =
  /^(?:[•*·▪–—-]\s*|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]\s*)?(?:Lt|Lieutenant|Maj|Major|Brig|Brigadier|Gen|General|Col|Colonel|Capt|Captain|Rear|Vice|Commodore|Air|AVM|Group|Wing|CP|DCP|ACP|AIG|CSP|SP)\b(?:[ .-]+\p{Lu}[\p{L}.’'-]*){1,6}?(?:[,:]\s|\s[–—-]\s|\s\()/u

/** Without letters of no width and the marks of Markdown: "# **Army Names New GOC**", "*By [Ade Ola](mailto:…)*". */
const undressed = (line: string): string =>
  line
    .trim()
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/^#{1,6} +/, '')
    .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/\*\*|__|(?<!\p{L})[*_](?=\S)|(?<=\S)[*_](?!\p{L})|\\(?=\p{P})/gu, '')
    .trim()

export function isHeadline(line: string): boolean {
  const content = line.trim()
  return content.length >= 8 && content.length <= 200 && !/[.;,:]$/.test(content) && /\p{L}{3}/u.test(content)
}

function isShoutedHeading(line: string): boolean {
  return isHeadline(line) && !/\p{Ll}/u.test(line) && /\p{Lu}{2}\P{L}+(?:.*\P{L})?\p{Lu}{2}/u.test(line)
}

/** Stretches between empty lines; where a text has none, its lines. Lines that were cut at a margin stay together. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const lines: { start: number; end: number }[] = []
  const flush = () => {
    if (lines.length === 0) return
    // Short lines that do not fill their measure are lines of their own.
    const longest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0)
    // A word or number that a line's end breaks, or a sentence, tells of a margin, however narrow the column.
    const cut = lines.map((line, at) => at + 1 < lines.length && goesOn(text, line, lines[at + 1]!))
    const told = cut.includes(true)
    const wrapped =
      lines.length > 1 &&
      longest <= (told ? 160 : 110) &&
      longest >= (told ? 16 : 40) &&
      lines.slice(0, -1).every((line, at) => cut[at] || line.end - line.start > longest * (told ? 0.4 : 0.6))
    if (wrapped) found.push({ start: lines[0]!.start, end: lines.at(-1)!.end })
    else for (const line of lines) found.push(line)
    lines.length = 0
  }
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    let end = newline === -1 ? text.length : newline
    const next = end + 1
    let start = at
    while (start < end && /[\s\uFEFF]/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    if (end === start) flush()
    else lines.push({ start, end })
    if (newline === -1) break
    at = next
  }
  flush()
  return found
}

/** "instruc-" and "tors" on the next line, "13," and "000 men", "said the" and "colonel". */
function goesOn(text: string, line: { end: number }, next: { start: number }): boolean {
  const ends = text.slice(line.end - 2, line.end)
  const begins = text.slice(next.start, next.start + 4)
  return (/[\p{L},][-‐¬\u00ad]?$/u.test(ends) && /^\p{Ll}/u.test(begins)) || (/\d,$/.test(ends) && /^\d{3}(?!\d)/.test(begins))
}
