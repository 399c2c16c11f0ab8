/** Reads single files of a ZIP archive in memory (PKWARE APPNOTE 6.3.9): stored or deflated, bounded in size. */
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** The bytes of the named files that are there. Null where the archive is damaged, encrypted or uses what we do not read (ZIP64). */
export function readZip(bytes: Uint8Array, wanted: ReadonlySet<string>, limit: number): Map<string, Buffer> | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = -1
  for (let at = content.length - 22; at >= Math.max(0, content.length - 65_557); at--)
    if (content.readUInt32LE(at) === END) {
      end = at
      break
    }
  if (end === -1) return null
  const count = content.readUInt16LE(end + 10)
  let at = content.readUInt32LE(end + 16)
  const found = new Map<string, Buffer>()
  try {
    for (let entry = 0; entry < count; entry++) {
      if (content.readUInt32LE(at) !== ENTRY) return null
      const flags = content.readUInt16LE(at + 8)
      const method = content.readUInt16LE(at + 10)
      const packed = content.readUInt32LE(at + 20)
      const nameLength = content.readUInt16LE(at + 28)
      const name = content.toString('utf8', at + 46, at + 46 + nameLength)
      const local = content.readUInt32LE(at + 42)
      at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
      if (!wanted.has(name) || found.has(name)) continue
      if (flags & 1 || content.readUInt32LE(local) !== LOCAL) return null
      const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28)
      const data = content.subarray(start, start + packed)
      if (data.length !== packed) return null
      if (method === 0) found.set(name, data.length <= limit ? data : Buffer.alloc(0))
      else if (method === 8) found.set(name, inflateRawSync(data, { maxOutputLength: limit }))
      else return null
    }
    return found
  } catch {
    // Offsets beyond the file, data that do not inflate or inflate beyond the limit.
    return null
  }
}
