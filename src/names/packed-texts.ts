/** Many texts in one piece of shared memory, so that threads read them without each having a copy: in UTF-8, one behind the other. */

export interface PackedTexts {
  bytes: Uint8Array<SharedArrayBuffer>
  /** Where each text ends. */
  ends: Uint32Array<SharedArrayBuffer>
}

/** `Uint32Array.of` and the like in shared memory. */
export function shared<Of extends Uint32Array | Uint16Array | Uint8Array>(values: Of): Of {
  const bytes = new Uint8Array(new SharedArrayBuffer(values.byteLength))
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  return new (values.constructor as new (buffer: SharedArrayBuffer) => Of)(bytes.buffer)
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(new SharedArrayBuffer(4 * texts.length))
  let size = 0
  for (let at = 0; at < texts.length; at++) {
    size += Buffer.byteLength(texts[at]!)
    ends[at] = size
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(size))
  const buffer = Buffer.from(bytes.buffer)
  for (let at = 0, from = 0; at < texts.length; at++) from += buffer.write(texts[at]!, from)
  return { bytes, ends }
}

export function textAt({ bytes, ends }: PackedTexts, at: number): string {
  const from = at === 0 ? 0 : ends[at - 1]!
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, ends[at]! - from).toString('utf8')
}
