/** What a file is, told from its first bytes and never from its name; and HTML's bytes as text. */

export interface Kind {
  kind: 'pdf' | 'html' | 'text' | 'empty' | 'other'
  /** For a message: "a PNG image". */
  description: string
}

const SIGNATURES: readonly [description: string, bytes: string][] = [
  ['a PNG image', '\x89PNG'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF8'],
  ['a TIFF image', 'II*\0'],
  ['a TIFF image', 'MM\0*'],
  ['a ZIP archive, as Word and Excel files are', 'PK\x03\x04'],
  ['a gzip archive', '\x1f\x8b'],
  ['a 7-Zip archive', '7z\xbc\xaf'],
  ['an old Word or Excel file', '\xd0\xcf\x11\xe0'],
  ['a program', '\x7fELF'],
  ['a program', 'MZ'],
  ['a SQLite database', 'SQLite format 3\0'],
  ['rich text', '{\\rtf'],
  ['PostScript', '%!PS'],
]

/** Looks at the first 4 KB. A PDF may begin with up to 1,024 bytes of something else (ISO 32000-1, annex H.3.4.1). */
export function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return { kind: 'empty', description: 'an empty file' }
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  for (const [description, signature] of SIGNATURES) if (start.startsWith(signature)) return { kind: 'other', description }
  if (start.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf', description: 'a PDF' }
  const wide = wideCharset(bytes)
  const text = wide ? new TextDecoder(wide).decode(bytes.subarray(0, 8192)) : start
  // A stray NUL in an otherwise readable page is dirt; a file full of them is no text.
  if (/<(!doctype\s+html|html|head|body|table|tr)\b/i.test(text.replaceAll('\0', '')))
    return { kind: 'html', description: 'an HTML page' }
  if (text.split('\0').length - 1 > text.length / 20) return { kind: 'other', description: 'a binary file' }
  // Some pages begin with long comments or scripts.
  if (
    /^\s*(<!--|<\?xml|<[a-z]+[\s>])/i.test(text) &&
    /<(html|table)\b/i.test(Buffer.from(bytes.subarray(0, 262_144)).toString('latin1'))
  )
    return { kind: 'html', description: 'an HTML page' }
  const controls = [...text].filter((letter) => letter < '\t' || (letter > '\r' && letter < ' ')).length
  return controls > text.length / 50
    ? { kind: 'other', description: 'a binary file' }
    : { kind: 'text', description: 'plain text' }
}

/**
 * HTML's text: by its byte order mark, else by the charset that its first 4 KB declare, else UTF-8; what is not valid
 * UTF-8 is read as windows-1252, as browsers do. NUL is dropped.
 */
export function decodeHtml(bytes: Uint8Array): string {
  return decode(bytes).replaceAll('\0', '')
}

function decode(bytes: Uint8Array): string {
  const wide = wideCharset(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const declared = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]
  if (declared && !/^utf-?(8|16)/i.test(declared)) {
    if (/^(windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(declared)) return windows1252(bytes)
    try {
      return new TextDecoder(declared).decode(bytes)
    } catch {
      // A charset that nobody knows: as if none were declared.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}

/** 0x80 to 0x9F, where windows-1252 and ISO 8859-1 differ (WHATWG Encoding); Node's own decoder takes them for controls. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]!)
}

function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return 'utf-16be'
  return undefined
}
