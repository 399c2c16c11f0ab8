/** Writes a PNG (RFC 2083): 8 bits a channel, red, green, blue; deterministic. */
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** `pixels`: three bytes each, rows from the top, without padding. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 3
  // Every row begins with its filter: 0, none, which suits print better than the others.
  const filtered = Buffer.alloc((stride + 1) * height)
  for (let row = 0; row < height; row++) filtered.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered, { level: 5 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Buffer {
  const written = Buffer.alloc(data.length + 12)
  written.writeUInt32BE(data.length, 0)
  written.write(type, 4, 'latin1')
  written.set(data, 8)
  written.writeUInt32BE(crc32(written.subarray(4, data.length + 8)), data.length + 8)
  return written
}
