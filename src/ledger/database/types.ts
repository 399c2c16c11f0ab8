/**
 * How values come back from PostgreSQL.
 *
 * Integers and sums come as numbers: everything in the ledger (cents too) is far below 2^53; what is not throws instead of
 * losing a digit. Dates come as they are written, "YYYY-MM-DD": a Date would give them a time zone. The rest is pg's own way.
 */
import pg from 'pg'

const { builtins } = pg.types

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, integers],
  [builtins.NUMERIC, numbers],
  [builtins.DATE, (text) => text],
])

/** 64-bit integers, which pg gives as text. */
function integers(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number.`)
  return value
}

/** The sum of 64-bit integers is numeric; so are averages. */
function numbers(text: string): number {
  const value = Number(text)
  if (text.includes('.') || Number.isSafeInteger(value)) return value
  throw new RangeError(`${text} does not fit a number.`)
}

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (parsers.get(oid) ?? pg.types.getTypeParser(oid, 'text'))) as pg.CustomTypesConfig['getTypeParser'],
}
