/** Fact rows in and out of the tables: read as plain values, written with salt and digest. */
import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import Cursor from 'pg-cursor'
import type { FactSchema, FactTableName } from '../schema.js'
import { contentForm, escapedInJson, formsAreCanonical, inForm, type Row, sha256 } from './canonical.js'
import { type Column, columns, selected } from './columns.js'
import { type CopiedColumns, chunks, copyInto, copyRows, inLine, LineBytes } from './copy.js'

/** A version of a row as it stands in a table. */
export interface StoredRow {
  written: number
  withdrawn: number | null
  /** Both in hexadecimal. */
  salt: string
  digest: string
  row: Row
}

const ledgerColumns = [
  { name: 'id', type: 'text' },
  { name: 'written', type: 'integer' },
  { name: 'salt', type: 'bytes' },
  { name: 'digest', type: 'bytes' },
] as const

/** Hears of each row that is written, once, before it is in the table. */
export interface WrittenRows {
  /** The row's salted digest. */
  digest(digest: string): void
  /** Its content hash, computed only where somebody listens. */
  content?(hash: string): void
}

/** The columns that rows are copied into, in the order of `RowLines`. */
export const copiedColumns = (table: FactTableName): CopiedColumns => [...ledgerColumns, ...columns[table]]

/**
 * New versions of rows as lines to be copied. Every row gets a salt of its own.
 *
 * A column says mostly what it said in the row before: how that stands in the form and in the line is kept.
 */
export class RowLines {
  readonly #table: FactTableName
  readonly #written: number
  readonly #hear: WrittenRows
  readonly #columns: readonly Column[]
  readonly #sameForms: boolean
  readonly #lines = new LineBytes()
  /** Of each column, what it said last, and how that stands in the form, '' where it is derived, and in the line, with what separates it. */
  readonly #values: unknown[]
  readonly #forms: string[]
  readonly #texts: string[]

  constructor(table: FactTableName, written: number, hear: WrittenRows) {
    this.#table = table
    this.#written = written
    this.#hear = hear
    this.#columns = columns[table]
    this.#sameForms = formsAreCanonical(table)
    // Nothing was said yet, and no value is this.
    this.#values = this.#columns.map(() => this)
    this.#forms = this.#columns.map(() => '')
    this.#texts = this.#columns.map(() => '')
  }

  add(row: Row): void {
    const list = this.#columns
    const values = this.#values
    const forms = this.#forms
    const texts = this.#texts
    let form = `["${this.#table}",${inForm('text', row.id)}`
    let text = ''
    for (let index = 0; index < list.length; index += 1) {
      const value = row[list[index]!.name]
      // A list may be the same and say something else.
      if (value !== values[index] || (typeof value === 'object' && value !== null)) this.#take(index, value)
      form += forms[index]!
      text += texts[index]!
    }
    form += ']'
    // First of the form alone: it is one text from then on, and not put together again behind the salt.
    this.#hear.content?.(sha256(this.#sameForms ? form : contentForm(this.#table, row)))
    const salt = freshSalt()
    const digest = sha256(salt + form)
    this.#hear.digest(digest)
    const own = `${inLine('text', row.id)}\t${this.#written}\t${inLine('bytes', salt)}\t${inLine('bytes', digest)}`
    this.#lines.add(`${own}${text}\n`)
  }

  #take(index: number, value: unknown): void {
    const { type, part } = this.#columns[index]!
    this.#values[index] = value
    const derived = part === 'derived'
    // JSON escapes all that a line does, so that most texts are looked through once.
    if (typeof value === 'string' && type !== 'bytes' && type !== 'time' && !escapedInJson.test(value)) {
      this.#forms[index] = derived ? '' : `,"${value}"`
      this.#texts[index] = `\t${value}`
    } else {
      this.#forms[index] = derived ? '' : `,${inForm(type, value)}`
      this.#texts[index] = `\t${inLine(type, value)}`
    }
  }

  takeFull(): Uint8Array[] {
    return this.#lines.takeFull()
  }

  take(): Uint8Array[] {
    return this.#lines.take()
  }
}

/** Asking for randomness once for many rows is many times faster. */
let salts = ''
let nextSalt = 0
function freshSalt(): string {
  if (nextSalt >= salts.length) {
    salts = randomBytes(16 * 1024).toString('hex')
    nextSalt = 0
  }
  nextSalt += 32
  return salts.slice(nextSalt - 32, nextSalt)
}

/** Copies new versions of rows into a table. Digests are made while the server takes in earlier rows. */
export async function insertRows(
  client: PoolClient,
  schema: FactSchema,
  table: FactTableName,
  written: number,
  rows: readonly Row[],
  hear: WrittenRows,
): Promise<void> {
  if (rows.length === 0) return
  await copyInto(client, `${schema}.${table}`, copiedColumns(table), chunks(new RowLines(table, written, hear), rows))
}

/** Rows of a table that match a condition, in no order, a few thousand at a time. */
export async function* readRows(
  client: PoolClient,
  schema: FactSchema,
  table: FactTableName,
  condition = 'true',
  parameters: unknown[] = [],
): AsyncGenerator<StoredRow[]> {
  const list = columns[table]
  const cursor = client.query(
    new Cursor(
      `SELECT id, written::float8 AS "#written", withdrawn::float8 AS "#withdrawn", encode(salt, 'hex') AS "#salt",
        encode(digest, 'hex') AS "#digest",
        ${list.map(selected).join(', ')}
      FROM ${schema}.${table} WHERE ${condition}`,
      parameters,
    ),
  )
  try {
    for (;;) {
      const batch: Record<string, unknown>[] = await cursor.read(4000)
      if (batch.length === 0) return
      yield batch.map((found) => ({
        written: found['#written'] as number,
        withdrawn: found['#withdrawn'] as number | null,
        salt: found['#salt'] as string,
        digest: found['#digest'] as string,
        row: found as Row,
      }))
    }
  } finally {
    await cursor.close()
  }
}

/** All rows that match, at once: for what is known to be few (one source's). */
export async function allRows(...request: Parameters<typeof readRows>): Promise<StoredRow[]> {
  const rows: StoredRow[] = []
  for await (const batch of readRows(...request)) rows.push(...batch)
  return rows
}

/** Ends the current versions of these ids and returns their digests. */
export async function endRows(
  client: PoolClient,
  schema: FactSchema,
  table: FactTableName,
  withdrawn: number,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<{ digest: string }>(
    `UPDATE ${schema}.${table} SET withdrawn = $1 WHERE id = ANY($2) AND withdrawn IS NULL RETURNING encode(digest, 'hex') AS digest`,
    [withdrawn, ids],
  )
  return rows.map(({ digest }) => digest)
}

/** Writes the derived columns of current rows anew; facts are not touched. */
export async function updateDerived(
  client: PoolClient,
  schema: FactSchema,
  table: FactTableName,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const list = [{ name: 'id', type: 'text' } as const, ...columns[table].filter(({ part }) => part === 'derived')]
  const names = list.map(({ name }) => `"${name}"`).join(', ')
  await client.query(`CREATE TEMPORARY TABLE derived ON COMMIT DROP AS SELECT ${names} FROM ${schema}.${table} LIMIT 0`)
  const values = rows.map((row) => list.map(({ name }) => row[name]))
  await copyRows(client, 'pg_temp.derived', list, values)
  const assignments = list.slice(1).map(({ name }) => `"${name}" = derived."${name}"`)
  await client.query(
    `UPDATE ${schema}.${table} AS fact SET ${assignments.join(', ')} FROM pg_temp.derived
      WHERE fact.id = derived.id AND fact.withdrawn IS NULL`,
  )
  await client.query('DROP TABLE pg_temp.derived')
}
