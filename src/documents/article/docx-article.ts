/** A Word document (Office Open XML) as an article: its paragraphs with the style they carry; text only, nothing linked is fetched. */
import { Parser } from 'htmlparser2'
import { errors, UserError } from '../../ledger/errors.js'
import { openZip, ZIP_LIMITS } from '../zip.js'
import {
  ARTICLE_LENGTH_LIMIT,
  type ArticleFacts,
  type ArticleText,
  type BlockKind,
  fewHidden,
  joinBlocks,
  noFacts,
  type RawBlock,
} from './article-text.js'
import { findBylineFacts, isByline } from './byline.js'
import { raise } from './html-article.js'
import { titleSaid } from './page-metadata.js'
import { isHeadline } from './plain-article.js'
import { setApart } from './set-apart.js'
import { betweenCells, cellsOf, joinCells } from './table-cells.js'

/** Elements within each other; text boxes in tables in text boxes stay far below. */
const deepest = 400

/** Bytes of XML, unpacked; the text of an article is a few per cent of it. */
const XML_LIMIT = 60_000_000

/** Null where the bytes are no Word document that can be read. */
export function readDocxArticle(bytes: Uint8Array, file: string): ArticleText | null {
  const files = readFiles(bytes)
  if (!files || files.document === '') return null
  const unshown = { words: 0, deleted: 0 }
  const raw = readParagraphs(files.document, file, unshown)
  // Notes are the article's own words; comments are about it and stay out.
  for (const notes of files.notes)
    raw.push(...readParagraphs(notes, file, unshown).map((block) => ({ ...block, kind: 'paragraph' as const })))
  const facts: ArticleFacts = { ...noFacts }
  const { core } = files
  const title =
    raw.find(({ kind }) => kind === 'title') ??
    raw.find(({ kind, text }) => kind === 'heading' && text.length < 200) ??
    unstyledTitle(raw)
  if (title) title.kind = 'title'
  const head = raw.slice(0, 6)
  for (const block of head) if (block.kind === 'paragraph' && isByline(block.text)) block.kind = 'byline'
  Object.assign(facts, findBylineFacts(head.filter(({ kind }) => kind === 'byline').map(({ text }) => text)))
  facts.title = title?.text ?? titleSaid(property(core, 'dc:title'))
  // When the file was made is no day of publication: templates carry a day of their own, and "last year" would hang on it.
  const creator = property(core, 'dc:creator')
  facts.author ??=
    creator !== null && /^(?:python-docx|microsoft.*|user|usuario|admin\p{L}*|windows.*|owner)$/iu.test(creator) ? null : creator
  const { text, blocks } = joinBlocks(raw)
  setApart(text, blocks)
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text,
    blocks,
    facts,
    ...((unshown.words >= fewHidden || unshown.deleted > 0) && { hiddenWords: unshown.words + unshown.deleted }),
  }
}

/** Many write without styles: a first line like a headline, before text that is longer than it. */
function unstyledTitle([first, ...rest]: readonly RawBlock[]): RawBlock | undefined {
  if (first?.kind !== 'paragraph' || !isHeadline(first.text) || isByline(first.text) || /[.!…]["”»]?$/.test(first.text))
    return undefined
  return rest.slice(0, 4).some(({ kind, text }) => kind === 'paragraph' && text.length > first.text.length) ? first : undefined
}

interface DocxFiles {
  document: string
  core: string
  /** Footnotes and endnotes. */
  notes: string[]
}

/** Null where the archive is damaged, protected, or larger than a document can be. */
function readFiles(bytes: Uint8Array): DocxFiles | null {
  try {
    const zip = openZip(bytes, {}, { ...ZIP_LIMITS, fileBytes: XML_LIMIT })
    const read = (name: string): string => decodeXml(zip.read(name))
    const main = mainDocument(read('_rels/.rels'))
    return {
      document: read(main),
      core: read('docProps/core.xml'),
      notes: ['footnotes', 'endnotes'].map((name) => read(`word/${name}.xml`)).filter((xml) => xml !== ''),
    }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

/** Some programs write "word/document2.xml". */
function mainDocument(relations: string): string {
  const relation = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations)?.[0]
  const target = /\bTarget="\/?(word\/[^"]{1,200})"/.exec(relation ?? '')?.[1]
  return target ?? 'word/document.xml'
}

/** XML is UTF-8 unless a byte order mark says UTF-16 (XML 1.0, 4.3.3). */
function decodeXml(bytes: Uint8Array | null): string {
  if (bytes === null) return ''
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

/** A tracked deletion, where a passage was moved from, a field's code, and what older programs are shown instead of a text box. */
const unseen = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback'])

interface Paragraph {
  text: string
  style: string
  /** Its end is deleted, so that the next one goes on with it. */
  joined: boolean
}

const isOn = (attributes: Record<string, string>): boolean => !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')
const wordsOf = (text: string): number => text.match(/[\p{L}\d]+/gu)?.length ?? 0

/** A text box stands within a run of the paragraph that it is tied to: it is read before the paragraph, which goes on behind it. */
/** Throws ARTICLE_TOO_DEEP and ARTICLE_TOO_LONG as soon as they are told: the parser's time grows with the square of the depth. */
function readParagraphs(xml: string, file: string, unshown: { words: number; deleted: number }): RawBlock[] {
  const raw: RawBlock[] = []
  const open: Paragraph[] = []
  let reading = false
  let deleting = false
  let removed = 0
  let hidden = false
  let struck = false
  let superscript = false
  let carried = ''
  const rows: { first: number; cells: number; begun: number }[] = []
  let depth = 0
  let length = 0
  /** Within a paragraph's properties, and within the record of what they were before a tracked change. */
  let properties = 0
  let former = 0
  const write = (piece: string) => {
    const paragraph = open.at(-1)
    if (struck && removed === 0) unshown.deleted += wordsOf(piece)
    else if (paragraph && removed === 0 && !hidden) paragraph.text += piece
    else if (hidden && removed === 0) unshown.words += piece.match(/\p{L}+/gu)?.length ?? 0
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw errors.ARTICLE_TOO_DEEP({ file }, deepest)
        if (name === 'w:tr') rows.push({ first: raw.length, cells: 0, begun: raw.length })
        else if (name === 'w:tc' && rows.length > 0) rows.at(-1)!.begun = raw.length
        if (name === 'w:p') {
          open.push({ text: carried, style: '', joined: false })
          carried = ''
        } else if (name === 'w:pPr') properties++
        else if (name === 'w:rPrChange' || name === 'w:pPrChange') former++
        else if (former > 0) return
        else if (name === 'w:del' && properties > 0) {
          const paragraph = open.at(-1)
          if (paragraph) paragraph.joined = true
          removed++
        } else if (name === 'w:pStyle') {
          const paragraph = open.at(-1)
          if (paragraph) paragraph.style = (attributes['w:val'] ?? '').toLowerCase()
        } else if (unseen.has(name)) removed++
        else if (name === 'w:r') {
          hidden = false
          struck = false
          superscript = false
        } else if (name === 'w:vanish') hidden = isOn(attributes)
        else if (name === 'w:strike' || name === 'w:dstrike') struck ||= properties === 0 && isOn(attributes)
        else if (name === 'w:vertAlign') superscript = attributes['w:val'] === 'superscript'
        else if (name === 'w:t') reading = true
        else if (name === 'w:delText') deleting = true
        else if (name === 'w:tab' && properties === 0) write('\t')
        else if (name === 'w:br' || name === 'w:cr') write(' ')
        else if (name === 'w:noBreakHyphen') write('-')
      },
      ontext(piece) {
        if (deleting) unshown.deleted += wordsOf(piece)
        else if (reading) write(superscript ? raise(piece, open.at(-1)?.text ?? '') : piece)
      },
      onclosetag(name) {
        depth--
        if (name === 'w:t') reading = false
        else if (name === 'w:delText') deleting = false
        else if (name === 'w:r') hidden = struck = false
        else if (name === 'w:pPr') properties--
        else if (name === 'w:rPrChange' || name === 'w:pPrChange') former--
        else if (unseen.has(name)) removed = Math.max(0, removed - 1)
        else if (name === 'w:tc') {
          const row = rows.at(-1)
          if (row && raw.length > row.begun) row.cells++
        } else if (name === 'w:tr') {
          const row = rows.pop()
          if (row) joinCells(raw, row.first, row.cells)
        } else if (name === 'w:p') {
          const paragraph = open.pop()
          const content = withCells(paragraph?.text ?? '')
          if (paragraph?.joined) carried = paragraph.text
          else if (content !== '') {
            length += content.length + 2
            if (length > ARTICLE_LENGTH_LIMIT) throw errors.ARTICLE_TOO_LONG({ file }, ARTICLE_LENGTH_LIMIT)
            raw.push({ text: content, kind: kindOfStyle(paragraph!.style) })
          }
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return raw
}

/** Without what parts words more than a space does; tabs part cells of a row. */
function withCells(text: string): string {
  const spaced = (part: string) => part.replace(/[ \t\r\n\u00a0]+/g, ' ').trim()
  const cells = text.trim().split(/\t+/).map(spaced)
  return cellsOf(cells.join(betweenCells), 0, text.length + cells.length * betweenCells.length).length > 2
    ? cells.join(betweenCells)
    : spaced(text)
}

function kindOfStyle(style: string): BlockKind {
  if (/^(?:title|titel|título|titre)/.test(style)) return 'title'
  if (/^(?:heading|berschrift|titulo|ttulo|titre)/.test(style)) return 'heading'
  if (/caption/.test(style)) return 'caption'
  if (/^(?:header|footer|toc)/.test(style)) return 'navigation'
  return 'paragraph'
}

function property(xml: string, name: string): string | null {
  const match = new RegExp(`<${name}[^>]*>([^<]{1,500})</${name}>`).exec(xml)
  return match
    ? match[1]!.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').trim() || null
    : null
}
