/**
 * A PDF of an article: lines on pages to paragraphs.
 *
 * Lines that many pages print at the same height are their head or foot.
 */
import { errors } from '../../ledger/errors.js'
import type { Page, Word } from '../page.js'
import { openPdf } from '../pdf.js'
import { readingFrames } from '../reading-frame.js'
import { areLettersUnknown } from '../unknown-letters.js'
import { ARTICLE_LENGTH_LIMIT, type ArticleFacts, type ArticleText, joinBlocks, noFacts, type RawBlock } from './article-text.js'
import { findBylineFacts, isByline } from './byline.js'
import { commonSize, type Line, linesOf } from './page-lines.js'
import { titleSaid } from './page-metadata.js'
import { pagesInOrder } from './reading-order.js'
import { setApart } from './set-apart.js'

interface PdfBlock extends RawBlock {
  size: number
  /** In a box beside the column. */
  aside?: boolean
}

/** Throws PDF_… for what cannot be opened, PDF_NO_TEXT for pages that are nothing but images, PDF_LETTERS_UNKNOWN for words that hide what they say. */
export async function readPdfArticle(
  bytes: Uint8Array,
  file: string,
  onPage?: (done: number, of: number) => void,
): Promise<ArticleText> {
  const document = await openPdf(bytes, file)
  const pages: Page[] = []
  let named: string | null = null
  try {
    named = document.title()
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
  return readArticlePages(pages, titleSaid(named))
}

/** The words of pages as an article. A page that is displayed sideways or upside down is read as its text runs. */
function readArticlePages(displayed: readonly Page[], named: string | null): ArticleText {
  const frames = displayed.map((page) => readingFrames(page, () => true))
  const printed = frames.map(({ main }) => main.page)
  const common = commonSize(printed.flatMap(({ words }) => linesOf(words)))
  const pages = printed.map((page) => ({ ...page, words: joinDropCaps(page.words, common) }))
  const read = pagesInOrder(pages).map((lines) => lines.sort((a, b) => Number(a.aside ?? false) - Number(b.aside ?? false)))
  const furniture = repeatedLines(read, pages)
  const body = commonSize(read.flat())
  const hyphenated = new Set<string>()
  for (const { words } of pages) for (const { text } of words) if (/\p{L}-\p{L}/u.test(text)) hyphenated.add(text.toLowerCase())
  const raw: PdfBlock[] = []
  for (const [index, lines] of read.entries()) {
    const page = pages[index]!.number
    let open: Line[] = []
    const close = () => {
      if (open.length === 0) return
      const size = commonSize(open)
      raw.push({
        text: joinLines(open, hyphenated),
        kind: size > body * 1.15 ? 'heading' : 'paragraph',
        page,
        size,
        aside: open[0]!.aside,
      })
      open = []
    }
    for (const line of lines) {
      if (furniture.has(line)) {
        close()
        raw.push({ text: line.words.map(({ text }) => text).join(' '), kind: 'navigation', page, size: line.size })
        continue
      }
      const last = open.at(-1)
      if (last && (last.aside !== line.aside || beginsParagraph(last, line, open))) close()
      open.push(line)
    }
    close()
    // What runs otherwise than the page: a stamp, a note on the margin.
    for (const { page: aside } of frames[index]!.others)
      for (const { words, size } of linesOf(aside.words))
        raw.push({ text: words.map(({ text }) => text).join(' '), kind: 'navigation', page, size })
  }
  joinAcrossPages(raw, body)
  const shown = raw.slice(0, 8).find(({ kind, text }) => (kind === 'heading' || kind === 'paragraph') && text === named)
  const title =
    shown ??
    raw
      .filter(({ kind, page }) => kind === 'heading' && page === pages[0]!.number)
      .reduce<(typeof raw)[number] | null>((best, block) => (best && best.size >= block.size ? best : block), null)
  const facts: ArticleFacts = { ...noFacts, title: named }
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

/** A letter as high as two lines or more begins the word beside it: "A" and "t the garrison". It stands at the height of either line, or of none. */
function joinDropCaps(words: readonly Word[], body: number): Word[] {
  const caps = words.filter(({ text, size }) => size >= body * 1.6 && /^[“"'‘«¡¿]?\p{Lu}$/u.test(text))
  const joined = new Map<Word, Word[]>()
  for (const cap of caps) {
    // A letter of a headline has neighbours of its own size.
    const near = words.filter((one) => one !== cap && one.top < cap.bottom && one.bottom > cap.top)
    if (near.some(({ size, left, right }) => size > cap.size * 0.7 && left < cap.right + cap.size && right > cap.left - cap.size))
      continue
    const first = near
      .filter(({ left }) => left >= cap.right - body && left - cap.right < cap.size)
      .sort((a, b) => a.bottom - b.bottom || a.left - b.left)[0]
    if (!first || !/^\p{L}|^['’]/u.test(first.text)) continue
    // "A" may be a word of its own.
    const word = first.text.toLowerCase()
    const alone = /[AIOY]$/.test(cap.text) && words.some((other) => other !== first && other.text.toLowerCase() === word)
    const { left, top, right, bottom, size, bold } = first
    joined.set(first, [{ text: cap.text + (alone ? ' ' : '') + first.text, left, top, right, bottom, size, bold }])
    joined.set(cap, [])
  }
  return joined.size === 0 ? [...words] : words.flatMap((word) => joined.get(word) ?? [word])
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
  for (const [key, lines] of byKey)
    if (read.length > 1 && (lines.length >= Math.min(3, read.length) || isHeadOfEveryOther(key, lines, read)))
      for (const line of lines) found.add(line)
  return found
}

/** A paper's name stands on left pages, a section's on right ones: at one height, two or more pages apart. */
function isHeadOfEveryOther(key: string, lines: readonly Line[], read: readonly Line[][]): boolean {
  const on = lines.map((line) => read.findIndex((page) => page.includes(line)))
  return (
    lines.length > 1 &&
    key.length < longestHead &&
    !/[.!?,;:-]$/.test(key) &&
    lines.every(({ top }) => Math.abs(top - lines[0]!.top) < 2) &&
    on.every((page, at) => at === 0 || (page > on[at - 1]! && (page - on[at - 1]!) % 2 === 0))
  )
}

/** A sentence that goes on on the next page or in the next column is one paragraph's, whatever head, foot or note stands between. */
function joinAcrossPages(raw: PdfBlock[], body: number): void {
  for (let at = raw.length - 1; at > 0; at--) {
    const block = raw[at]!
    if (block.kind !== 'paragraph' || block.aside || !/^\p{Ll}/u.test(block.text)) continue
    let before = at - 1
    // A note at the page's foot, in smaller print, stands between, too, and a box.
    while (before >= 0 && (raw[before]!.kind === 'navigation' || raw[before]!.aside || raw[before]!.size < body * 0.87)) before--
    const last = raw[before]
    // Of one page, only where a note at a column's foot stands between.
    const onOnePage = last?.page === block.page && before === at - 1
    if (!last || last.kind !== 'paragraph' || onOnePage || /[.!?:”"]$/.test(last.text)) continue
    const broken = /\p{L}[-\u00ad]$/u.test(last.text)
    last.text = broken ? last.text.slice(0, -1) + block.text : `${last.text} ${block.text}`
    raw.splice(at, 1)
  }
}
