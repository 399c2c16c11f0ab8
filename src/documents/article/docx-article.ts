/** A Word document (Office Open XML) as an article: its paragraphs with the style they carry; text only, nothing linked is fetched. */
import { Parser } from 'htmlparser2'
import { UserError } from '../../ledger/errors.js'
import { openZip, ZIP_LIMITS } from '../zip.js'
import { type ArticleFacts, type ArticleText, type BlockKind, joinBlocks, noFacts, type RawBlock } from './article-text.js'
import { findBylineFacts, findDate, isByline } from './byline.js'
import { setApart } from './set-apart.js'

/** Bytes of XML, unpacked; the text of an article is a few per cent of it. */
const XML_LIMIT = 60_000_000

/** Null where the bytes are no Word document that can be read. */
export function readDocxArticle(bytes: Uint8Array): ArticleText | null {
  const files = readFiles(bytes)
  if (!files || files.document === '') return null
  const raw = readParagraphs(files.document)
  const facts: ArticleFacts = { ...noFacts }
  const { core } = files
  const title = raw.find(({ kind }) => kind === 'title') ?? raw.find(({ kind, text }) => kind === 'heading' && text.length < 200)
  if (title) title.kind = 'title'
  const head = raw.slice(0, 6)
  for (const block of head) if (block.kind === 'paragraph' && isByline(block.text)) block.kind = 'byline'
  Object.assign(facts, findBylineFacts(head.filter(({ kind }) => kind === 'byline').map(({ text }) => text)))
  facts.title = title?.text ?? property(core, 'dc:title')
  facts.author ??= property(core, 'dc:creator')
  const created = findDate(property(core, 'dcterms:created') ?? '')
  if (!facts.published && created) {
    facts.published = created.day
    facts.publishedPrinted = created.printed
  }
  const { text, blocks } = joinBlocks(raw)
  setApart(text, blocks)
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text,
    blocks,
    facts,
  }
}

/** Null where the archive is damaged, protected, or larger than a document can be. */
function readFiles(bytes: Uint8Array): { document: string; core: string } | null {
  try {
    const zip = openZip(bytes, {}, { ...ZIP_LIMITS, fileBytes: XML_LIMIT })
    const [document, core] = ['word/document.xml', 'docProps/core.xml'].map((name) => zip.read(name))
    const decoder = new TextDecoder()
    return { document: document ? decoder.decode(document) : '', core: core ? decoder.decode(core) : '' }
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function readParagraphs(xml: string): RawBlock[] {
  const raw: RawBlock[] = []
  let text = ''
  let style = ''
  let reading = false
  let removed = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:p') {
          text = ''
          style = ''
        } else if (name === 'w:pStyle') style = (attributes['w:val'] ?? '').toLowerCase()
        else if (name === 'w:del' || name === 'w:instrText') removed++
        else if (name === 'w:t') reading = removed === 0
        else if ((name === 'w:tab' || name === 'w:br' || name === 'w:cr') && removed === 0) text += ' '
      },
      ontext(piece) {
        if (reading) text += piece
      },
      onclosetag(name) {
        if (name === 'w:t') reading = false
        else if (name === 'w:del' || name === 'w:instrText') removed--
        else if (name === 'w:p') {
          const content = text.replace(/[ \t\r\n\u00a0]+/g, ' ').trim()
          if (content !== '') raw.push({ text: content, kind: kindOfStyle(style) })
          text = ''
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return raw
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
