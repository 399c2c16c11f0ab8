/** Writes small PDFs for tests, the same bytes every time: text at given points, pictures, and things that no good file holds. */

import { deflateSync } from 'node:zlib'

export interface TextRun {
  text: string
  /** Points from the left and from the top of the page as stored, at the baseline. */
  x: number
  y: number
  size?: number
  bold?: boolean
}

export interface WrittenPage {
  width?: number
  height?: number
  /** Degrees clockwise, as the page says that it is to be shown. */
  rotate?: 0 | 90 | 180 | 270
  texts?: TextRun[]
  /** What is displayed of it, in its own space: left, bottom, right, top. */
  crop?: readonly [number, number, number, number]
  /** Content stream operators, added as they are. */
  content?: string
}

export interface PdfOptions {
  /** What the file says that its title is. */
  title?: string
  /** Claims to be protected by a password that nobody knows. */
  encrypted?: boolean
  /** Says that there are so many pages; the page tree holds the given ones. */
  claimedPages?: number
  /** Compresses the contents of the pages, as all reports do. */
  compressed?: boolean
  /** Wraps the page tree in so many levels of nodes. */
  treeDepth?: number
}

const encode = (text: string) => Buffer.from(text, 'latin1')

function literal(text: string): string {
  return text.replace(/[\\()]/g, (letter) => `\\${letter}`)
}

function contentOf({ height = 792, texts = [], content = '' }: WrittenPage): string {
  const runs = texts.map(
    ({ text, x, y, size = 7, bold = false }) =>
      `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm (${literal(text)}) Tj ET`,
  )
  return [...runs, content].join('\n')
}

/** The bytes of a PDF 1.4 with these pages; fonts are Helvetica and Helvetica-Bold in WinAnsi encoding. */
export function writePdf(pages: readonly WrittenPage[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const reserve = () => objects.push('')
  const catalog = reserve()
  const root = reserve()
  const regular = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const bold = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${root} 0 R >>`
  let parent = root
  for (let level = 1; level < (options.treeDepth ?? 1); level++) {
    const child = reserve()
    objects[parent - 1] = node([child], pages.length, parent === root ? undefined : parent - 1)
    parent = child
  }
  const kids = pages.map((page) => {
    const { width = 612, height = 792, rotate = 0, crop } = page
    const text = contentOf({ ...page, height })
    const data = options.compressed ? deflateSync(encode(text)).toString('latin1') : text
    const filter = options.compressed ? '/Filter /FlateDecode ' : ''
    const stream = add(`<< ${filter}/Length ${encode(data).length} >>\nstream\n${data}\nendstream`)
    return add(
      `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${width} ${height}]${crop ? ` /CropBox [${crop.join(' ')}]` : ''} /Rotate ${rotate} /Contents ${stream} 0 R /Resources << /Font << /F1 ${regular} 0 R /F2 ${bold} 0 R >> >> >>`,
    )
  })
  objects[parent - 1] = node(kids, options.claimedPages ?? pages.length, parent === root ? undefined : parent - 1)
  const info = options.title === undefined ? '' : ` /Info ${add(`<< /Title (${literal(options.title)}) >>`)} 0 R`
  let encryption = ''
  if (options.encrypted) {
    const secret = 'a1'.repeat(32)
    const dictionary = add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -44 >>`)
    encryption = ` /Encrypt ${dictionary} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`
  }

  const parts: Buffer[] = [encode('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')]
  let length = parts[0]!.length
  const offsets = objects.map((body, index) => {
    const at = length
    const part = encode(`${index + 1} 0 obj\n${body}\nendobj\n`)
    parts.push(part)
    length += part.length
    return at
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    encode(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R${info}${encryption} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))

  function node(children: number[], count: number, above: number | undefined): string {
    const kidList = children.map((child) => `${child} 0 R`).join(' ')
    return `<< /Type /Pages /Kids [${kidList}] /Count ${count}${above === undefined ? '' : ` /Parent ${above} 0 R`} >>`
  }
}
