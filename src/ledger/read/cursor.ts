/**
 * Where the next page of a listing begins: the sort value and the tie-breaker of the last row. Opaque to callers and checked when it
 * comes back: a cursor belongs to one question and one state of the ledger, elsewhere it would skip rows or repeat them.
 */
import { createHash } from 'node:crypto'
import { errors } from '../errors.js'

export interface Position {
  /** Sort value; dates as text. */
  key: number | string
  /** What keeps rows of one sort value apart. */
  tie: number | string
}

/** What a cursor belongs to, in a few characters. */
export function cursorScope(question: string, digest: string): string {
  return createHash('sha256').update(`${question}\n${digest}`).digest('base64url').slice(0, 12)
}

export function writeCursor({ key, tie }: Position, scope: string): string {
  return Buffer.from(JSON.stringify([key, tie, scope])).toString('base64url')
}

/** Throws QUERY_INVALID for anything that `writeCursor` did not write for the same scope. */
export function readCursor(cursor: string, scope: string, kind: 'number' | 'string', tie: 'number' | 'string'): Position {
  let parts: unknown
  try {
    parts = /^[\w-]+$/.test(cursor) ? JSON.parse(Buffer.from(cursor, 'base64url').toString()) : null
  } catch {
    parts = null
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw errors.QUERY_INVALID('cursor', 'is not one that a listing gave')
  if (parts[2] !== scope) throw errors.QUERY_INVALID('cursor', 'belongs to another question, or the ledger has changed since')
  const [key, tieValue] = parts as [unknown, unknown]
  if (typeof key !== kind || typeof tieValue !== tie || !plausible(key) || !plausible(tieValue))
    throw errors.QUERY_INVALID('cursor', 'is not one that a listing gave')
  return { key: key as number | string, tie: tieValue as number | string }
}

/** A forged cursor must not reach the database as something that it cannot take. */
const plausible = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isSafeInteger(value)
    : // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what is refused
      typeof value === 'string' && value.length <= 300 && !/[\u0000-\u001f]|\p{Surrogate}/u.test(value)
