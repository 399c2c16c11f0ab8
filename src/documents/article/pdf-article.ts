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
import { runsOf } from './box-beside.js'
import { findBylineFacts, isByline } from './byline.js'
import { raise } from './html-article.js'
import { commonSize, type Line, linesOf } from './page-lines.js'
import { titleSaid } from './page-metadata.js'
import { isHeadline } from './plain-article.js'
import { pagesInOrder } from './reading-order.js'
import { setApart } from './set-apart.js'
import { betweenCells } from './table-cells.js'

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
  const pages = printed.map((page) => ({ ...page, words: joinDropCaps(joinPieces(page.words), common) }))
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
      const text = joinLines(open, hyphenated)
      const isHeading = size > body * 1.15 || (open.every(isBold) && text.length < 90 && isHeadline(text) && !/[.!?]$/.test(text))
      raw.push({
        text,
        kind: isHeading ? 'heading' : 'paragraph',
        page,
        size,
        aside: open[0]!.aside,
      })
      open = []
    }
    const rows = rowsOf(lines)
    for (const line of lines) {
      const row = furniture.has(line) ? undefined : rows.get(line)
      if (row !== undefined) {
        close()
        raw.push({ text: row, kind: 'paragraph', page, size: line.size, aside: line.aside })
        continue
      }
      if (furniture.has(line)) {
        close()
        raw.push({ text: line.words.map(({ text }) => text).join(' '), kind: 'navigation', page, size: line.size })
        continue
      }
      const last = open.at(-1)
      const isHead =
        index === 0 && raw.length < 6 && isByline(joinLines(open, hyphenated)) && !/^\p{Ll}/u.test(line.words[0]!.text)
      if (last && (last.aside !== line.aside || isHead || beginsParagraph(last, line, open))) close()
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
  // In the size of the text it is one where it stands before the text.
  const before = raw.findIndex(({ kind, text }) => kind === 'paragraph' && text.length > 60)
  const title =
    shown ??
    raw
      .filter(
        ({ kind, page, size }, at) => kind === 'heading' && page === pages[0]!.number && (size > body * 1.15 || at < before),
      )
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

/** Words as they are read: "43" with the number of a note raised behind it, "5" and "th", "S P E C I A L" with its letters apart. */
function joinPieces(words: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const [at, word] of words.entries()) {
    const last = joined.at(-1)
    const gap = last ? word.left - last.right : Number.POSITIVE_INFINITY
    const isNear = last !== undefined && Math.abs(gap) < last.size * 0.2
    const isRaised =
      isNear && word.size < last.size * 0.88 && word.bottom < last.bottom - last.size * 0.08 && word.bottom > last.top
    const isMark = isRaised && /^[[(]?\d{1,3}[\])]?$/.test(word.text)
    const isOrdinal = isRaised && /\d$/.test(last.text) && /^(?:st|nd|rd|th|er|re|[aoºª])$/.test(word.text)
    // "43" with a note, and its comma.
    const isStop = isNear && last.text !== words[at - 1]?.text && last.size === word.size && /^[,.;:!?)”"’]+$/.test(word.text)
    if (isMark || isOrdinal || isStop) {
      const { left, top, bottom, size, bold } = last
      const text = last.text + (isMark ? raise(word.text, last.text) : word.text)
      joined[joined.length - 1] = { text, left, top, right: word.right, bottom, size, bold }
    } else joined.push(word)
  }
  return joinSpacedLetters(joined)
}

/** Letters of words that are set apart by less than a space, as in headings: four in a row tell it of their line. */
function joinSpacedLetters(words: readonly Word[]): Word[] {
  const runs: Word[][] = []
  for (const word of words) {
    const last = runs.at(-1)?.at(-1)
    if (last && isSpaced(last, word)) runs.at(-1)!.push(word)
    else runs.push([word])
  }
  const spaced = runs.filter((run) => run.length > 3 && run.filter(({ text }) => text.length === 1).length >= run.length * 0.75)
  const lines = new Set(spaced.map(([first]) => first!.bottom))
  return runs.flatMap((run) => {
    const { left, top, bottom, size, bold } = run[0]!
    if (run.length === 1 || !lines.has(bottom)) return run
    return [{ text: run.map(({ text }) => text).join(''), left, top, right: run.at(-1)!.right, bottom, size, bold }]
  })
}

const isSpaced = (before: Word, word: Word): boolean =>
  before.text.length < 3 &&
  word.text.length < 3 &&
  /^[\p{L}\d]+$/u.test(before.text + word.text) &&
  before.bottom === word.bottom &&
  word.left - before.right > 0 &&
  word.left - before.right < word.size * 0.22

/** A letter as high as two lines or more begins the word beside it: "A" and "t the garrison". It stands at the height of either line, or of none. */
function joinDropCaps(words: readonly Word[], body: number): Word[] {
  const caps = words.filter(({ text, size }) => size >= body * 1.6 && /^[“"'‘«¡¿]?\p{Lu}$/u.test(text))
  const joined = new Map<Word, Word[]>()
  for (const cap of caps) {
    // A letter of a headline has neighbours of its own size.
    const near = words.filter(
      (one) => one !== cap && (one.top + one.bottom) / 2 < cap.bottom && (one.top + one.bottom) / 2 > cap.top,
    )
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
  // A heading in the size of the text.
  if (open.every(isBold) && !line.words.some(({ bold }) => bold)) return true
  if (isBold(line) && !last.words.some(({ bold }) => bold) && /[.!?:”"]$/.test(last.words.at(-1)!.text)) return true
  // A new column or page: the sentence goes on unless the last one ended.
  if (line.top < last.top) return /[.!?:”"]$/.test(last.words.at(-1)!.text) && line.left > last.left + last.size
  const pitch = open.length > 1 ? (open.at(-1)!.bottom - open[0]!.bottom) / (open.length - 1) : last.size * 1.35
  if (line.bottom - last.bottom > Math.max(pitch * 1.35, last.size * 1.6)) return true
  const left = Math.min(...open.map((one) => one.left))
  return line.left - left > line.size * 0.8 && open.length > 1 && Math.abs(last.left - left) < line.size * 0.5
}

const isBold = ({ words }: Line): boolean => words.every(({ bold }) => bold)

/** Lines of three parts or more that stand below each other's: rows of a table, with bars between their cells. */
function rowsOf(lines: readonly Line[]): Map<Line, string> {
  const rows = new Map<Line, string>()
  const parts = lines.map(runsOf)
  for (const [at, runs] of parts.entries()) {
    if (runs.length < 3) continue
    const isRow = [parts[at - 1], parts[at + 1]].some(
      (other) => other?.length === runs.length && runs.every((run, cell) => areInColumn(run, other[cell]!)),
    )
    if (isRow) rows.set(lines[at]!, runs.map(({ words }) => words.map(({ text }) => text).join(' ')).join(betweenCells))
  }
  return rows
}

const areInColumn = (one: Line, other: Line): boolean =>
  [one.left - other.left, one.right - other.right, (one.left + one.right - other.left - other.right) / 2].some(
    (apart) => Math.abs(apart) < one.size * 0.4,
  )

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
  if (read.length > 1)
    for (const [key, lines] of byKey)
      for (const alike of atOneHeight(lines, read))
        if (alike.length >= Math.min(3, read.length) || isHeadOfEveryOther(key, alike, read))
          for (const line of alike) found.add(line)
  return found
}

/** Lines of several pages, one of each, by the height at which they stand: prose says the like again anywhere. */
function atOneHeight(lines: readonly Line[], read: readonly Line[][]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const page = read.find((one) => one.includes(line))
    const group = groups.find(
      ([first, ...rest]) => Math.abs(first!.top - line.top) < line.size && ![first!, ...rest].some((one) => page!.includes(one)),
    )
    if (group) group.push(line)
    else groups.push([line])
  }
  return groups
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
    if (block.kind !== 'paragraph' || block.aside || !/^\p{Ll}/u.test(block.text) || block.text.includes(betweenCells)) continue
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
