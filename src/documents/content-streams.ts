/**
 * Whether the contents of a PDF's pages can be read to their end, and which page a damaged one belongs to.
 *
 * PDFium says nothing of a stream that breaks off: it shows what came before, or an empty page, and rows would be missing in silence. A
 * file's table of contents may be sound all the while. So the streams are inflated once more, and their checksums compared, and what is not
 * compressed is looked through for what no contents hold; fonts and images,
 * of which no word comes, are left out. Only where one is damaged, or where a page's contents are not among the streams, is the file looked
 * through for the page.
 */
import { inflateSync } from 'node:zlib'
import { isContentSyntax } from './content-syntax.js'
import { isLetterMap, namesLettersTwice } from './letter-maps.js'

interface Stream {
  /** Number of the object that it is the body of; null where that cannot be told. */
  object: number | null
  dictionary: string
  start: number
  end: number
}

/** Bytes that a stream may inflate to: a page's contents have some 100 KB, the densest 2 MB. */
const INFLATED_LIMIT = 256 << 20

/** What no word comes from, and what is not compressed by deflate alone. */
const unread =
  /\/Subtype\s*\/Image|\/Length1\b|\/FontFile|\/Type\s*\/XRef|\/Type\s*\/Metadata|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/
const deflated = /\/(?:Filter|F)\s*(?:\/(?:FlateDecode|Fl)\b|\[\s*\/(?:FlateDecode|Fl)\s*\])/

export interface ContentStreams {
  /** Objects whose data breaks off, is not what its checksum says, or holds what no contents hold. */
  damaged: Set<number>
  /** Objects that are streams of a kind that can be read. */
  sound: Set<number>
  /** What any object of the file says that its contents are: of pages, and of notes on them, which are no streams. */
  contents: Set<number>
  /** Whether a font's map of letters gives two codes one letter, see letter-maps.ts. */
  lettersDoubtful: boolean
}

/** Looks through a file's streams once. The file must not be encrypted: nothing could be looked into. */
export function contentStreams(bytes: Uint8Array): ContentStreams {
  const file = asBuffer(bytes)
  const damaged = new Set<number>()
  const sound = new Set<number>()
  const contents = new Set<number>()
  const plain: [object: number, data: Buffer][] = []
  let lettersDoubtful = false
  const lookForMap = (data: Buffer) => {
    if (isLetterMap(data)) lettersDoubtful ||= namesLettersTwice(data.toString('latin1'))
  }
  for (const { object, dictionary, start, end } of streamsOf(file)) {
    if (object === null) continue
    if (filtersOf(dictionary).length === 0) {
      plain.push([object, file.subarray(start, end)])
      lookForMap(file.subarray(start, end))
    }
    if (deflated.test(dictionary) && !unread.test(dictionary)) {
      const inflated = inflate(file.subarray(start, end))
      if (inflated === null) damaged.add(object)
      else if (/\/Type\s*\/ObjStm/.test(dictionary)) addContents(inflated, contents)
      else lookForMap(inflated)
    }
    if (filtersOf(dictionary).every((filter) => filters.has(filter))) sound.add(object)
  }
  addContents(file, contents)
  for (const [object, data] of plain) if (contents.has(object) && !isContentSyntax(data)) damaged.add(object)
  return { damaged, sound, contents, lettersDoubtful }
}

function addContents(file: Buffer, contents: Set<number>): void {
  for (let at = file.indexOf('/Contents'); at >= 0; at = file.indexOf('/Contents', at + 1)) {
    for (const object of entry(text(file, at, 512), 'Contents')) contents.add(object)
  }
}

/** ISO 32000-1, 7.4.1 and table 94: anything else is a damaged name, of which PDFium shows nothing. */
const filters = new Set(
  'FlateDecode Fl LZWDecode LZW ASCII85Decode A85 ASCIIHexDecode AHx RunLengthDecode RL CCITTFaxDecode CCF JBIG2Decode DCTDecode DCT JPXDecode Crypt'.split(
    ' ',
  ),
)

function filtersOf(dictionary: string): string[] {
  // Whatever follows, a name or several; a reference or "null" gives none.
  const given = /\/Filter\s*(\[[^\]]*\]|\/?\w+)/.exec(dictionary)?.[1] ?? ''
  if (/^[a-z]/i.test(given) && given !== 'null') return [given]
  return [...given.matchAll(/\/(\w+)/g)].map((match) => match[1]!)
}

/** For a page, by the number of its object: its content streams, by the numbers of theirs. */
export function contentsOf(bytes: Uint8Array): (pageObject: number) => number[] {
  const objects = objectsOf(asBuffer(bytes))
  return (pageObject) =>
    entry(objects.get(pageObject) ?? '', 'Contents').flatMap((one) => {
      // An array of contents may be an object of its own.
      const object = objects.get(one)
      return object?.trimStart().startsWith('[') ? references(object) : [one]
    })
}

/** Characters of a page's contents, white space apart: nothing can be drawn with a few. */
export function contentLength(bytes: Uint8Array, pageObject: number): number {
  const contents = new Set(contentsOf(bytes)(pageObject))
  const file = asBuffer(bytes)
  let length = 0
  for (const { object, dictionary, start, end } of streamsOf(file)) {
    if (object === null || !contents.has(object)) continue
    const data = deflated.test(dictionary) ? inflate(file.subarray(start, end)) : file.subarray(start, end)
    length += data === null ? end - start : data.toString('latin1').replace(/\s+/g, '').length
  }
  return length
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Null where the data breaks off or is damaged. */
function inflate(data: Buffer): Buffer | null {
  try {
    return inflateSync(data, { maxOutputLength: INFLATED_LIMIT, chunkSize: 1 << 18 })
  } catch {
    return null
  }
}

function* streamsOf(file: Buffer): Generator<Stream> {
  let at = 0
  for (;;) {
    const keyword = file.indexOf('stream', at)
    if (keyword < 0) return
    at = keyword + 6
    if (file.subarray(keyword - 3, keyword).toString('latin1') === 'end') continue
    const start = file[at] === 0x0d && file[at + 1] === 0x0a ? at + 2 : file[at] === 0x0a || file[at] === 0x0d ? at + 1 : -1
    if (start < 0) continue
    // A dictionary before a stream is short: fonts' and images' long ones are not looked into.
    const before = file.subarray(Math.max(0, keyword - 2048), keyword).toString('latin1')
    const head = before.slice(before.lastIndexOf('endobj') + 1)
    const begun = [...head.matchAll(/(\d+)\s+\d+\s+obj\b/g)].at(-1)
    const dictionary = begun ? head.slice(begun.index + begun[0].length) : head
    if (!dictionary.trimEnd().endsWith('>>')) continue
    const declared = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1]
    const expected = declared === undefined ? -1 : start + Number(declared)
    const closes = expected >= start && expected <= file.length && /^\s*endstream/.test(text(file, expected, 16))
    const end = closes ? expected : file.indexOf('endstream', start)
    if (end < 0) return
    at = end
    yield { object: begun ? Number(begun[1]) : null, dictionary, start, end }
  }
}

const text = (file: Buffer, from: number, length: number): string => file.subarray(from, from + length).toString('latin1')

/** Objects by number, of the file and of its object streams; the last revision of each. */
function objectsOf(file: Buffer): Map<number, string> {
  const objects = new Map<number, string>()
  const whole = file.toString('latin1')
  for (const match of whole.matchAll(/(?<!\d)(\d{1,8})\s+\d{1,5}\s+obj\b/g)) {
    const from = match.index + match[0].length
    const ends = ['endobj', 'stream'].map((word) => whole.indexOf(word, from)).filter((end) => end >= 0)
    if (ends.length > 0) objects.set(Number(match[1]), whole.slice(from, Math.min(...ends, from + (1 << 16))))
  }
  for (const { dictionary, start, end } of streamsOf(file)) {
    if (!/\/Type\s*\/ObjStm/.test(dictionary)) continue
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1])
    const inflated = inflate(file.subarray(start, end))?.toString('latin1')
    if (inflated === undefined || !Number.isInteger(first)) continue
    const numbers = inflated.slice(0, first).trim().split(/\s+/).map(Number)
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const from = first + numbers[index + 1]!
      objects.set(numbers[index]!, inflated.slice(from, first + (numbers[index + 3] ?? inflated.length)))
    }
  }
  return objects
}

const references = (list: string): number[] => [...list.matchAll(/(\d+)\s+\d+\s+R\b/g)].map((match) => Number(match[1]))
const entry = (object: string, key: string): number[] =>
  references(new RegExp(`/${key}\\s*(\\[[^\\]]*\\]|\\d+\\s+\\d+\\s+R\\b)`).exec(object)?.[1] ?? '')
