/** Reads a report from disk: told from its bytes what it is, within limits, and then as trainings and totals. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { kindOf } from '../documents/kind.js'
import { errors } from '../ledger/errors.js'
import { extractReport } from './fmtr/extract.js'
import type { ExtractedReport } from './fmtr/extracted-report.js'

/** Bytes. The largest volume of the series has 30 MB; a file is read whole. */
export const FILE_LIMIT = 128_000_000

/** Without the sequence of its records: where they are lines, they are in it already. */
export interface ReadReport extends Omit<ExtractedReport, 'sequence'> {
  file: string
  sha256: string
  bytes: number
  mediaType: 'application/pdf' | 'text/html'
}

/**
 * Throws FILE_… for what is no file, too large or of another kind, PDF_… for what is damaged, and what `extractReport` throws
 * for a file that is no training report. `onPage` hears of every page.
 */
export async function readReport(
  path: string,
  onPage?: (done: number, of: number) => void,
): Promise<ReadReport & Pick<ExtractedReport, 'sequence'>> {
  const file = basename(path)
  const bytes = await readBounded(path)
  const { kind, description } = kindOf(bytes)
  if (kind === 'empty') throw errors.FILE_EMPTY({ file })
  const named = NAMED_KINDS[extname(path).toLowerCase()]
  if (named && named !== kind) throw errors.FILE_NAME_MISLEADS({ file }, description)
  if (kind !== 'pdf' && kind !== 'html') throw errors.FILE_KIND_UNKNOWN({ file }, description)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const report = await extractReport({ file, sha256, bytes, onPage })
  return { ...report, file, sha256, bytes: bytes.length, mediaType: kind === 'pdf' ? 'application/pdf' : 'text/html' }
}

const NAMED_KINDS: Record<string, 'pdf' | 'html'> = { '.pdf': 'pdf', '.html': 'html', '.htm': 'html' }

/** A file's bytes, if it is a file of at most `FILE_LIMIT` bytes. */
export async function readBounded(path: string): Promise<Uint8Array> {
  const file = basename(path)
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) throw errors.FILE_IS_FOLDER({ file })
    if (!facts.isFile()) throw errors.FILE_NOT_READABLE({ file }, 'it is no regular file')
    if (facts.size > FILE_LIMIT) throw errors.FILE_TOO_LARGE({ file }, facts.size, FILE_LIMIT)
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw errors.FILE_NOT_FOUND(path)
    if (code === 'EACCES' || code === 'EPERM') throw errors.FILE_NOT_READABLE({ file }, 'permission denied')
    if (code?.startsWith('E') && !code.includes('_')) throw errors.FILE_NOT_READABLE({ file }, code)
    throw error
  }
}
