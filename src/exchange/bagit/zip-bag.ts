/**
 * A bag as one zip file (APPNOTE.TXT), written as its files come: of what is gone out only names, sizes and checksums are held. Every time in it is
 * the given one, so that the same bag is the same bytes.
 */
import { crc32, deflateRawSync } from 'node:zlib'
import type { BagFile } from './format.js'

/** Above this the format needs its 64-bit form, which not every program reads. */
const mostBytes = 0xffff_fffe
const mostFiles = 65_534

/** Names and contents are UTF-8 (bit 11). */
const flags = 0x0800
/** What is drawn is packed already. */
const stored = /\.png$/

/**
 * The files under one folder `base`, as RFC 8493 wants a bag that is packed.
 * @throws RangeError above four gigabytes or 65,534 files
 */
export async function* zipOf(base: string, files: AsyncIterable<BagFile>, at: Date): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  const time = dosTime(at)
  let offset = 0
  for await (const { path, bytes } of files) {
    const name = Buffer.from(`${base}/${path}`)
    const method = stored.test(path) ? 0 : 8
    const packed = method === 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : deflateRawSync(bytes)
    // From "version needed" to "extra length", the same in both headers.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(method, 4)
    facts.writeUInt32LE(time, 6)
    facts.writeUInt32LE(crc32(bytes) >>> 0, 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([signature(0x04034b50), facts, name])
    // Made on Unix; a plain file that its owner reads and writes.
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((0o100600 << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 3]), facts, tail, name]))
    offset += local.length + packed.length
    if (offset > mostBytes || directory.length > mostFiles) throw new RangeError('The bag is too large for a zip file.')
    yield local
    yield packed
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  yield Buffer.concat([listed, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** In UTC and steps of two seconds, since 1980. */
function dosTime(at: Date): number {
  const day = (Math.max(0, at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}
