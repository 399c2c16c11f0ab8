/**
 * An HTML page as its table rows and the loose lines between them, in the order of the document.
 *
 * The surprising case: pages of 1999 leave out closing tags, put a row's first letter outside its `<B>` ("Z<B>imbabwe</B>") and
 * print headings in italics between tables. So nothing here trusts the tree: a `<tr>` begins a row wherever it stands, and the
 * ordinal of a row is the number of `<tr>` tags up to it, which is the place that records cite.
 */
import { Parser } from 'htmlparser2'

export { decodeHtml } from './kind.js'

export interface HtmlCell {
  /** White space, no-break spaces included, is one space; trimmed. */
  text: string
  /** Whether at least half of what is shown is bold (`<b>`, `<strong>`, `<th>`, a heading). */
  bold: boolean
  italic: boolean
  /** The colour as written, lower case; the row's where the cell has none. */
  background: string | null
  colspan: number
  /** Absent where it is 1. */
  rowspan?: number
  /** Whether some of it is struck out; absent where nothing is. */
  struck?: true
}

export interface HtmlRow {
  kind: 'row'
  /** Counts the `<tr>` tags of the file from 1, rows of page furniture and of tables within tables included. */
  ordinal: number
  cells: HtmlCell[]
}

/** A line of text outside of all rows. */
export interface HtmlLine {
  kind: 'line'
  text: string
  bold: boolean
  italic: boolean
}

export interface HtmlRows {
  title: string
  items: (HtmlRow | HtmlLine)[]
  /** Whether the file breaks off: neither the page nor its last table is closed, or it ends within a tag. */
  truncated: boolean
}

interface OpenRow {
  row: HtmlRow
  background: string | null
  cell: { content: Text; background: string | null; colspan: number; rowspan: number; struck?: true } | null
}
const boldTags = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const italicTags = new Set(['i', 'em'])
const struckTags = new Set(['del', 's', 'strike'])
const unreadTags = new Set(['script', 'style', 'noscript', 'template', 'select', 'svg'])
const lineTags = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
)
/** Characters as they come, with how many of them stood in bold and in italics. */
class Text {
  private parts: string[] = []
  private shown = 0
  private bold = 0
  private italic = 0
  add(text: string, bold: boolean, italic: boolean) {
    this.parts.push(text)
    const shown = text.replace(/[\s\u00a0]+/g, '').length
    this.shown += shown
    if (bold) this.bold += shown
    if (italic) this.italic += shown
  }
  read() {
    return {
      text: this.parts
        .join('')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim(),
      bold: this.shown > 0 && this.bold * 2 >= this.shown,
      italic: this.shown > 0 && this.italic * 2 >= this.shown,
    }
  }
}
/** What an element says of itself; style sheets are not looked into. */
const isHidden = ({ hidden, style }: Record<string, string>): boolean =>
  hidden !== undefined || (style !== undefined && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))

const isStruckOut = ({ style }: Record<string, string>): boolean =>
  style !== undefined && /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)

const spanOf = (printed: string | undefined): number => Math.min(1000, Math.max(1, Number.parseInt(printed ?? '1', 10) || 1))

/** Reads all rows and lines of a page. Never throws: what is no HTML gives lines or nothing. */
export function readHtmlRows(html: string): HtmlRows {
  const items: HtmlRows['items'] = []
  const open: OpenRow[] = []
  let title: Text | null = null
  let titleText = ''
  let line = new Text()
  let rows = 0
  let bold = 0
  let italic = 0
  let unread = 0
  let struck = 0
  /** The element under way that is not displayed, and how many of its name are open within. */
  let hidden: { name: string; open: number } | null = null
  /** The same of one whose style strikes it out. */
  let crossed: { name: string; open: number } | null = null
  let openTables = 0
  let ended = false
  const endLine = () => {
    const { text, ...style } = line.read()
    if (text !== '') items.push({ kind: 'line', text, ...style })
    line = new Text()
  }
  const endCell = (within: OpenRow) => {
    if (!within.cell) return
    const { content, background, colspan, rowspan, struck } = within.cell
    const { text, bold, italic } = content.read()
    const cell: HtmlCell = { text, bold, italic, background: background ?? within.background, colspan }
    if (rowspan > 1) cell.rowspan = rowspan
    if (struck) cell.struck = true
    within.row.cells.push(cell)
    within.cell = null
  }
  const endRow = () => {
    const ended = open.pop()
    if (ended) endCell(ended)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden) {
          if (hidden.name === name) hidden.open++
        } else if (isHidden(attributes)) hidden = { name, open: 1 }
        if (unreadTags.has(name)) unread++
        if (struckTags.has(name)) struck++
        if (crossed) {
          if (crossed.name === name) crossed.open++
        } else if (isStruckOut(attributes)) crossed = { name, open: 1 }
        if (name === 'table') openTables++
        if (boldTags.has(name)) bold++
        if (italicTags.has(name)) italic++
        if (name === 'title' && titleText === '') title = new Text()
        const row = open.at(-1)
        if (name === 'tr') {
          endLine()
          const begun: HtmlRow = { kind: 'row', ordinal: ++rows, cells: [] }
          items.push(begun)
          open.push({ row: begun, background: attributes.bgcolor?.toLowerCase() ?? null, cell: null })
        } else if (row && (name === 'td' || name === 'th')) {
          endCell(row)
          row.cell = {
            content: new Text(),
            background: attributes.bgcolor?.toLowerCase() ?? null,
            colspan: spanOf(attributes.colspan),
            rowspan: spanOf(attributes.rowspan),
          }
        } else if (lineTags.has(name)) {
          if (row?.cell) row.cell.content.add(' ', false, false)
          else if (!row) endLine()
        }
      },
      ontext(text) {
        if (unread > 0 || hidden) return
        if (title) {
          title.add(text, false, false)
          return
        }
        const row = open.at(-1)
        // Text of a row that stands in no cell is the row's own: it is kept as a cell, so that nothing is lost.
        if (row && !row.cell && /[^\s\u00a0]/.test(text))
          row.cell = { content: new Text(), background: null, colspan: 1, rowspan: 1 }
        if ((struck > 0 || crossed) && row?.cell && /[^\s\u00a0]/.test(text)) row.cell.struck = true
        const target = row ? row.cell?.content : line
        target?.add(text, bold > 0, italic > 0)
      },
      onclosetag(name, implied) {
        if (hidden?.name === name && --hidden.open === 0) hidden = null
        if (unreadTags.has(name)) unread--
        if (struckTags.has(name)) struck--
        if (crossed?.name === name && --crossed.open === 0) crossed = null
        if (!implied && name === 'table' && openTables > 0) openTables--
        if (!implied && (name === 'body' || name === 'html')) ended = true
        if (boldTags.has(name)) bold--
        if (italicTags.has(name)) italic--
        if (name === 'title' && title) {
          titleText = title.read().text
          title = null
        }
        const row = open.at(-1)
        if (name === 'tr') endRow()
        else if (row && (name === 'td' || name === 'th')) endCell(row)
        else if (lineTags.has(name)) {
          if (row?.cell) row.cell.content.add(' ', false, false)
          else if (!row) endLine()
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  while (open.length > 0) endRow()
  endLine()
  const truncated = !ended && (openTables > 0 || html.lastIndexOf('<') > html.lastIndexOf('>'))
  return { title: titleText, items, truncated }
}
