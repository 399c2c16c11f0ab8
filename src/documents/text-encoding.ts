/**
 * A text file's characters, told from its bytes: by its byte order mark, else UTF-8 where it is valid, else UTF-16 where every other byte is
 * zero, else windows-1252. A file of UTF-8 in which single lines are not (pasted from elsewhere) is read line by line, so that one
 * bad line spoils no other.
 */
import { windows1252 } from './kind.js'

export interface DecodedText {
  text: string
  /** Lines, from 1, that are not in the encoding of the rest. */
  otherLines: ReadonlySet<number>
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const none = new Set<number>()
  const wide = wideEncoding(bytes)
  if (wide) return { text: withoutMark(new TextDecoder(wide).decode(bytes)), otherLines: none }
  try {
    return { text: withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), otherLines: none }
  } catch {
    return decodeLines(bytes)
  }
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

function decodeLines(bytes: Uint8Array): DecodedText {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const parts: string[] = []
  const single = new Set<number>()
  let beyondAscii = false
  let start = 0
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const slice = bytes.subarray(start, end === -1 ? bytes.length : end + 1)
    start += slice.length
    try {
      const text = strict.decode(slice)
      if (text.length < slice.length) beyondAscii = true
      parts.push(text)
    } catch {
      single.add(line)
      parts.push(windows1252(slice))
    }
  }
  // Where no line beyond ASCII is UTF-8, the whole file is in the older encoding and no line is an exception.
  return { text: withoutMark(parts.join('')), otherLines: beyondAscii ? single : new Set() }
}

export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const seen = Math.min(bytes.length, 1024) & ~1
  if (seen < 8) return null
  let even = 0
  let odd = 0
  for (let at = 0; at < seen; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  if (odd > seen * 0.4 && even === 0) return 'utf-16le'
  if (even > seen * 0.4 && odd === 0) return 'utf-16be'
  return null
}
