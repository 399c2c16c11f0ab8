/**
 * The files in a zip, as Word and Excel documents are one: found by the central directory at its end, unpacked one at a time and only within
 * limits, so that a small file cannot become a large one. Encrypted and many-volume archives are refused.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { type ErrorPlace, errors } from '../ledger/errors.js'

/** Limits of one archive. Excel's largest sheet has 1,048,576 rows; a table of people and units stays far below these. */
export interface ZipLimits {
  entries: number
  /** Bytes of one file when unpacked. */
  fileBytes: number
  /** Bytes of all files that are read, when unpacked. */
  allBytes: number
}

export const ZIP_LIMITS: ZipLimits = { entries: 5000, fileBytes: 128_000_000, allBytes: 192_000_000 }

export interface Zip {
  /** Paths as the archive writes them, in its order; a name that stands twice means its last file. */
  names: readonly string[]
  /** What another program may unpack to something else: a name that stands twice, and a symbolic link. */
  odd: readonly { name: string; what: 'twice' | 'link' }[]
  /** The file's bytes, or null where there is none of that name. @throws UserError ZIP_DAMAGED, ZIP_ENCRYPTED, ZIP_TOO_LARGE */
  read(name: string): Uint8Array | null
}

interface Entry {
  method: number
  encrypted: boolean
  crc: number
  packed: number
  unpacked: number
  offset: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record may be followed by a comment of at most 65,535 bytes (APPNOTE.TXT 4.3.16). */
const END_WITHIN = 22 + 65_535

/** @throws UserError ZIP_DAMAGED, ZIP_TOO_LARGE */
export function openZip(bytes: Uint8Array, place: ErrorPlace, limits: ZipLimits = ZIP_LIMITS): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { entries, odd } = readDirectory(buffer, place, limits)
  let unpackedBytes = 0
  return {
    names: [...entries.keys()],
    odd,
    read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (entry.encrypted) throw errors.ZIP_ENCRYPTED(place)
      const most = Math.min(limits.fileBytes, limits.allBytes - unpackedBytes)
      if (entry.unpacked > most) throw errors.ZIP_TOO_LARGE(place)
      const content = unpack(packedBytes(buffer, entry, place), entry, most, place)
      unpackedBytes += content.length
      return content
    },
  }
}

/** The type of a file in the upper half of its attributes, where it was packed on Unix: S_IFMT, S_IFLNK. */
const UNIX_TYPE = 0o170000
const UNIX_LINK = 0o120000

function readDirectory(
  buffer: Buffer,
  place: ErrorPlace,
  limits: ZipLimits,
): { entries: Map<string, Entry>; odd: { name: string; what: 'twice' | 'link' }[] } {
  const end = findEnd(buffer)
  if (end === null) throw errors.ZIP_DAMAGED(place)
  const count = buffer.readUInt16LE(end + 10)
  let at = buffer.readUInt32LE(end + 16)
  // Zip64, which needs these marks, is for archives larger than what is read here.
  if (count === 0xffff || at === 0xffffffff) throw errors.ZIP_TOO_LARGE(place)
  if (count > limits.entries) throw errors.ZIP_TOO_LARGE(place)
  const entries = new Map<string, Entry>()
  const odd: { name: string; what: 'twice' | 'link' }[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY) throw errors.ZIP_DAMAGED(place)
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    if (entries.has(name)) odd.push({ name, what: 'twice' })
    if ((buffer.readUInt16LE(at + 40) & UNIX_TYPE) === UNIX_LINK) odd.push({ name, what: 'link' })
    entries.set(name, {
      encrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      unpacked: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return { entries, odd }
}

function findEnd(buffer: Buffer): number | null {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - END_WITHIN); at--)
    if (buffer.readUInt32LE(at) === END) return at
  return null
}

/** The local header's name and extra field may be longer than the directory's. */
function packedBytes(buffer: Buffer, { offset, packed }: Entry, place: ErrorPlace): Buffer {
  if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== LOCAL) throw errors.ZIP_DAMAGED(place)
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  if (start + packed > buffer.length) throw errors.ZIP_DAMAGED(place)
  return buffer.subarray(start, start + packed)
}

function unpack(packed: Buffer, { method, crc, unpacked }: Entry, most: number, place: ErrorPlace): Uint8Array {
  let content: Buffer
  if (method === 0) content = packed
  else if (method === 8) {
    try {
      // What the directory says of the size may be a lie: unpacking stops at the limit.
      content = inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? errors.ZIP_TOO_LARGE(place)
        : errors.ZIP_DAMAGED(place)
    }
  } else throw errors.ZIP_DAMAGED(place)
  if (content.length > most) throw errors.ZIP_TOO_LARGE(place)
  if (content.length !== unpacked || crc32(content) !== crc) throw errors.ZIP_DAMAGED(place)
  return content
}
