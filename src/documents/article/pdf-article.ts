/**
 * A PDF of an article: words on pages to lines, columns and paragraphs.
 *
 * Two columns are told by a strip in the page's middle that hardly any line crosses; what crosses it (a headline) is read before what
 * stands below it. Lines that many pages print at the same height are their head or foot.
 */
import { errors } from '../../ledger/errors.js'
import type { Page, Word } from '../page.js'
import { openPdf } from '../pdf.js'
import { readingFrames } from '../reading-frame.js'
import { areLettersUnknown } from '../unknown-letters.js'
import { ARTICLE_LENGTH_LIMIT, type ArticleFacts, type ArticleText, joinBlocks, noFacts, type RawBlock } from './article-text.js'
import { findBylineFacts, isByline } from './byline.js'
import { setApart } from './set-apart.js'

interface Line {
  words: Word[]
  left: number
  right: number
  top: number
  bottom: number
  size: number
}

/** Throws PDF_… for what cannot be opened, PDF_NO_TEXT for pages that are nothing but images, PDF_LETTERS_UNKNOWN for words that hide what they say. */
export async function readPdfArticle(
  bytes: Uint8Array,
  file: string,
  onPage?: (done: number, of: number) => void,
): Promise<ArticleText> {
  const document = await openPdf(bytes, file)
  const pages: Page[] = []
  try {
    let letters = 0
    for (let number = 1; number <= document.pageCount; number++) {
      const page = document.page(number)
      letters += page.words.reduce((sum, word) => sum + word.text.length + 1, 0)
      if (letters > ARTICLE_LENGTH_LIMIT) throw errors.ARTICLE_TOO_LONG({ file, page: number }, ARTICLE_LENGTH_LIMIT)
      pages.push(page)
      onPage?.(number, document.pageCount)
    }
  } finally {
    document.close()
  }
  if (pages.every(({ words }) => words.length === 0)) throw errors.PDF_NO_TEXT({ file })
  if (areLettersUnknown(pages)) throw errors.PDF_LETTERS_UNKNOWN({ file })
  return readArticlePages(pages)
}

/** The words of pages as an article. A page that is displayed sideways or upside down is read as its text runs. */
function readArticlePages(displayed: readonly Page[]): ArticleText {
  const frames = displayed.map((page) => readingFrames(page, () => true))
  const pages = frames.map(({ main }) => main.page)
  const read = pages.map((page) => linesInOrder(page))
  const furniture = repeatedLines(read, pages)
  const body = commonSize(read.flat())
  const hyphenated = new Set<string>()
  for (const { words } of pages) for (const { text } of words) if (/\p{L}-\p{L}/u.test(text)) hyphenated.add(text.toLowerCase())
  const raw: (RawBlock & { size: number })[] = []
  for (const [index, lines] of read.entries()) {
    const page = pages[index]!.number
    let open: Line[] = []
    const close = () => {
      if (open.length === 0) return
      const size = commonSize(open)
      raw.push({ text: joinLines(open, hyphenated), kind: size > body * 1.15 ? 'heading' : 'paragraph', page, size })
      open = []
    }
    for (const line of lines) {
      if (furniture.has(line)) {
        close()
        raw.push({ text: line.words.map(({ text }) => text).join(' '), kind: 'navigation', page, size: line.size })
        continue
      }
      const last = open.at(-1)
      if (last && beginsParagraph(last, line, open)) close()
      open.push(line)
    }
    close()
    // What runs otherwise than the page: a stamp, a note on the margin.
    for (const { page: aside } of frames[index]!.others)
      for (const { words, size } of linesOf(aside.words))
        raw.push({ text: words.map(({ text }) => text).join(' '), kind: 'navigation', page, size })
  }
  joinAcrossPages(raw, body)
  const title = raw
    .filter(({ kind, page }) => kind === 'heading' && page === pages[0]!.number)
    .reduce<(typeof raw)[number] | null>((best, block) => (best && best.size >= block.size ? best : block), null)
  const facts: ArticleFacts = { ...noFacts }
  if (title && title.text.length <= 300) {
    title.kind = 'title'
    facts.title = title.text
  }
  for (const block of raw.slice(0, 8)) if (block.kind === 'paragraph' && isByline(block.text)) block.kind = 'byline'
  Object.assign(facts, findBylineFacts(raw.filter(({ kind }) => kind === 'byline').map(({ text }) => text)))
  const { text, blocks } = joinBlocks(raw)
  setApart(text, blocks)
  const without = displayed.filter(({ words }) => words.length === 0).map(({ number }) => number)
  return { mediaType: 'application/pdf', text, blocks, facts, ...(without.length > 0 && { pagesWithoutText: without }) }
}

/** Lines in reading order: across the page, or column by column between lines that span the page. */
function linesInOrder(page: Pick<Page, 'words'>, from = 0, to = (page as Page).width): Line[] {
  const gutter = gutterOf(page.words, from, to)
  if (gutter === null) return linesOf(page.words)
  const left: Word[] = []
  const right: Word[] = []
  for (const word of page.words)
    if ((word.left + word.right) / 2 < gutter) left.push(word)
    else right.push(word)
  const lefts = linesOf(left)
  const rights = linesOf(right)
  // A newspaper has three columns or more: each side may have a strip of its own.
  const edge = (words: readonly Word[], of: 'left' | 'right') =>
    words.reduce(
      (most, word) => (of === 'left' ? Math.min(most, word.left) : Math.max(most, word.right)),
      of === 'left' ? to : from,
    )
  // A line that goes on across the strip without a gap spans the page.
  const spanning: Line[] = []
  for (const line of [...lefts]) {
    const other = rights.find(
      (one) => Math.abs(one.bottom - line.bottom) < line.size * 0.3 && one.left - line.right < line.size * 0.6,
    )
    if (!other) continue
    lefts.splice(lefts.indexOf(line), 1)
    rights.splice(rights.indexOf(other), 1)
    spanning.push(lineOf([...line.words, ...other.words]))
  }
  const columns = (lines: readonly Line[]): Line[] => {
    const words = lines.flatMap((line) => line.words)
    return linesInOrder({ words }, edge(words, 'left'), edge(words, 'right'))
  }
  const ordered: Line[] = []
  let top = Number.NEGATIVE_INFINITY
  for (const line of [...spanning.sort((a, b) => a.top - b.top), null]) {
    const bottom = line?.top ?? Number.POSITIVE_INFINITY
    const between = (one: Line) => one.top >= top && one.top < bottom
    ordered.push(...columns(lefts.filter(between)), ...columns(rights.filter(between)))
    if (line) ordered.push(line)
    top = bottom
  }
  return ordered
}

/** Where a strip without words runs down the middle of the page, or of a side of it; null where there is one column. */
function gutterOf(words: readonly Word[], leftmost: number, rightmost: number): number | null {
  if (words.length < 60) return null
  const lines = linesOf(words)
  if (lines.length < 12) return null
  const width = rightmost - leftmost
  const from = Math.floor(leftmost + width * 0.35)
  const to = Math.ceil(leftmost + width * 0.65)
  const crossed = new Array<number>(to - from + 1).fill(0)
  for (const { words } of lines)
    for (const [at, word] of words.entries()) {
      // The space between words of one run belongs to the line; the strip between columns is wider.
      const next = words[at + 1]
      const end = next && next.left - word.right < word.size * 0.9 ? next.left : word.right
      for (let x = Math.max(from, Math.floor(word.left)); x <= Math.min(to, Math.ceil(end)); x++) crossed[x - from]!++
    }
  let best: { from: number; to: number } | null = null
  let start = -1
  for (let at = 0; at <= crossed.length; at++) {
    const free = at < crossed.length && crossed[at]! <= lines.length * 0.2
    if (free && start === -1) start = at
    if (!free && start !== -1) {
      if (at - start >= 6 && (!best || at - start > best.to - best.from)) best = { from: start, to: at }
      start = -1
    }
  }
  if (!best) return null
  const middle = from + (best.from + best.to) / 2
  const right = lines.filter((line) => line.words.some((word) => word.left > middle)).length
  const left = lines.filter((line) => line.words.some((word) => word.right < middle)).length
  return right > lines.length * 0.4 && left > lines.length * 0.4 ? middle : null
}

function linesOf(words: readonly Word[]): Line[] {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (last && Math.abs(last.bottom - word.bottom) < Math.max(2, Math.min(last.size, word.size) * 0.4)) line!.push(word)
    else lines.push([word])
  }
  return lines.map((line) => lineOf(line)).sort((a, b) => a.top - b.top || a.left - b.left)
}

function lineOf(words: Word[]): Line {
  const ordered = [...words].sort((a, b) => a.left - b.left)
  const sizes = ordered.map(({ size }) => size).sort((a, b) => a - b)
  return {
    words: ordered,
    left: ordered[0]!.left,
    right: Math.max(...ordered.map(({ right }) => right)),
    top: Math.min(...ordered.map(({ top }) => top)),
    bottom: Math.max(...ordered.map(({ bottom }) => bottom)),
    size: sizes[Math.floor(sizes.length / 2)]!,
  }
}

function beginsParagraph(last: Line, line: Line, open: readonly Line[]): boolean {
  if (Math.abs(line.size - last.size) > last.size * 0.12) return true
  // A new column or page: the sentence goes on unless the last one ended.
  if (line.top < last.top) return /[.!?:”"]$/.test(last.words.at(-1)!.text) && line.left > last.left + last.size
  const pitch = open.length > 1 ? (open.at(-1)!.bottom - open[0]!.bottom) / (open.length - 1) : last.size * 1.35
  if (line.bottom - last.bottom > Math.max(pitch * 1.35, last.size * 1.6)) return true
  const left = Math.min(...open.map((one) => one.left))
  return line.left - left > line.size * 0.8 && open.length > 1 && Math.abs(last.left - left) < line.size * 0.5
}

/** Text of lines: a hyphen at a line's end goes where the word is not printed with it elsewhere. */
function joinLines(lines: readonly Line[], hyphenated: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    const content = line.words.map((word) => word.text).join(' ')
    const broken = /(\p{L}+)[-\u00ad]$/u.exec(text)
    const next = /^\p{Ll}+/u.exec(content)
    if (broken && next)
      text = hyphenated.has(`${broken[1]}-${next[0]}`.toLowerCase()) ? text + content : text.slice(0, -1) + content
    else text += (text === '' ? '' : ' ') + content
  }
  return text
}

function commonSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { size, words } of lines) counts.set(size, (counts.get(size) ?? 0) + words.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Characters of a running head with a number of its own. */
const longestHead = 60

/** Lines with the same words (numbers aside) near the top or foot of at least three pages, or two of two; and bare page numbers. */
function repeatedLines(read: readonly Line[][], pages: readonly Page[]): Set<Line> {
  const byKey = new Map<string, Line[]>()
  const found = new Set<Line>()
  for (const [index, lines] of read.entries()) {
    const { height } = pages[index]!
    for (const line of lines) {
      if (line.top > height * 0.12 && line.bottom < height * 0.88) continue
      const words = line.words.map(({ text }) => text).join(' ')
      if (/^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/i.test(words) && read.length > 1) found.add(line)
      // A long line whose numbers differ is prose that says the like of each.
      const key = words.length < longestHead ? words.replace(/\d+/g, '#') : words
      byKey.set(key, [...(byKey.get(key) ?? []), line])
    }
  }
  for (const lines of byKey.values())
    if (lines.length >= Math.min(3, read.length) && read.length > 1) for (const line of lines) found.add(line)
  return found
}

/** A sentence that goes on on the next page is one paragraph's, whatever head, foot or note stands between. */
function joinAcrossPages(raw: (RawBlock & { size: number })[], body: number): void {
  for (let at = raw.length - 1; at > 0; at--) {
    const block = raw[at]!
    if (block.kind !== 'paragraph' || !/^\p{Ll}/u.test(block.text)) continue
    let before = at - 1
    // A note at the page's foot, in smaller print, stands between, too.
    while (before >= 0 && (raw[before]!.kind === 'navigation' || raw[before]!.size < body * 0.87)) before--
    const last = raw[before]
    if (!last || last.kind !== 'paragraph' || last.page === block.page || /[.!?:”"]$/.test(last.text)) continue
    const broken = /\p{L}[-\u00ad]$/u.test(last.text)
    last.text = broken ? last.text.slice(0, -1) + block.text : `${last.text} ${block.text}`
    raw.splice(at, 1)
  }
}
