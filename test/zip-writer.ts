/** Small zip archives and Excel workbooks for tests, with whatever is wrong with them. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  name: string
  content: string | Uint8Array
  stored?: boolean
  /** What the directory says of the unpacked size, where it is a lie. */
  claims?: number
  encrypted?: boolean
  /** A wrong checksum. */
  spoiled?: boolean
}

export function writeZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, stored = false, claims, encrypted = false, spoiled = false } of files) {
    const bytes = Buffer.from(content as string)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const facts = Buffer.alloc(24)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(encrypted ? 1 : 0, 2)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt32LE((crc32(bytes) ^ (spoiled ? 1 : 0)) >>> 0, 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.alloc(2), Buffer.from(name), packed])
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(offset, 12)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, Buffer.alloc(2), entry.subarray(2), Buffer.from(name)]),
    )
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Sheets of cells: text, a number, or the XML of a cell's inside with its attributes. */
export type XlsxCell = string | number | { attributes: string; inside: string }

export function writeWorkbook(
  sheets: readonly { name: string; rows: readonly (readonly XlsxCell[])[] }[],
  { styles = '', book = '' }: { styles?: string; book?: string } = {},
): Buffer {
  const column = (index: number): string =>
    index < 26 ? String.fromCharCode(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26)
  const strings: string[] = []
  const cell = (value: XlsxCell, at: string): string => {
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
    if (typeof value === 'object') return `<c r="${at}" ${value.attributes}>${value.inside}</c>`
    if (value === '') return ''
    strings.push(`<si><t xml:space="preserve">${escaped(value)}</t></si>`)
    return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`
  }
  const files = sheets.map(({ rows }, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: `<worksheet><sheetData>${rows
      .map(
        (cells, row) => `<row r="${row + 1}">${cells.map((value, at) => cell(value, `${column(at)}${row + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`,
  }))
  return writeZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r">${book}<sheets>${sheets
        .map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings.join('')}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` },
    ...files,
  ])
}
