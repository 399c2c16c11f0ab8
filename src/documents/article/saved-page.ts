/** A page saved with its pictures in one file (MHTML, RFC 2557), as Chromium writes it: the bytes of the page itself. */

const head = /^[\s\S]{0,4000}?^content-type:\s*multipart\/related;[\s\S]{0,400}?boundary="?([^"\r\n;]{1,70})"?/im

/** Null where the file is no such page. */
export function savedPage(bytes: Uint8Array): Uint8Array | null {
  const start = Buffer.from(bytes.subarray(0, 5000)).toString('latin1')
  if (!/^mime-version:\s*1\.0/im.test(start)) return null
  const boundary = head.exec(start)?.[1]
  if (boundary === undefined) return null
  for (const part of Buffer.from(bytes).toString('latin1').split(`--${boundary}`).slice(1)) {
    const gap = /\r?\n\r?\n/.exec(part)
    const fields = gap ? part.slice(0, gap.index) : ''
    if (!gap || !/^content-type:\s*text\/html/im.test(fields)) continue
    const body = part.slice(gap.index + gap[0].length)
    const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(fields)?.[1]?.toLowerCase()
    if (encoding === 'base64') return Buffer.from(body, 'base64')
    return Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body, 'latin1')
  }
  return null
}

const fromQuotedPrintable = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
