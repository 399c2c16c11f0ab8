/** Rows into tables through COPY: many times faster than INSERT, and the only way in for facts. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Flag, Place } from '../records.js'
import { edgesOf } from './canonical.js'
import type { ColumnType } from './columns.js'

/** Bytes handed to the connection at once. */
const CHUNK = 1 << 18
/** Chunks that are made ahead: while the server takes in those before, or is still busy with what it was asked earlier. */
const AHEAD = 48

/** Columns of a table in the order in which a row's values stand. */
export type CopiedColumns = readonly { name: string; type: ColumnType }[]

/** Copies lines as `CopiedLines` has them into `table` ("ledger.training"). */
export async function copyInto(
  client: PoolClient,
  table: string,
  list: CopiedColumns,
  lines: Iterable<Uint8Array>,
): Promise<void> {
  const names = list.map(({ name }) => `"${name}"`).join(', ')
  const target = client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`))
  await pipeline(Readable.from(inTurns(lines), { highWaterMark: AHEAD }), target)
}

/** Copies rows into a table. */
export const copyRows = (client: PoolClient, table: string, list: CopiedColumns, rows: Iterable<readonly unknown[]>) =>
  copyInto(client, table, list, chunks(new CopiedLines(list), rows))

/** The lines of rows, made as they are asked for. */
export function* chunks<Row>(
  lines: { add(row: Row): void; takeFull(): Uint8Array[]; take(): Uint8Array[] },
  rows: Iterable<Row>,
): Generator<Uint8Array> {
  for (const row of rows) {
    lines.add(row)
    yield* lines.takeFull()
  }
  yield* lines.take()
}

/** Lets others go on between two chunks: the server waits for its next statement, not for all that can be made ahead. */
async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) {
    yield item
    await nextTurn()
  }
}

/** Rows as lines of COPY's text format. */
export class CopiedLines {
  readonly #types: readonly ColumnType[]
  readonly #lines = new LineBytes()

  constructor(list: CopiedColumns) {
    this.#types = list.map(({ type }) => type)
  }

  add(values: readonly unknown[]): void {
    const types = this.#types
    let line = inLine(types[0]!, values[0])
    for (let index = 1; index < types.length; index += 1) line += `\t${inLine(types[index]!, values[index])}`
    this.#lines.add(`${line}\n`)
  }

  takeFull(): Uint8Array[] {
    return this.#lines.takeFull()
  }

  take(): Uint8Array[] {
    return this.#lines.take()
  }
}

/** Lines in UTF-8, each as soon as it is made: what waits for more lines would outlive the collector's first round. */
export class LineBytes {
  #full: Uint8Array[] = []
  #bytes = Buffer.alloc(0)
  #at = 0

  /** With its line feed. */
  add(line: string): void {
    const most = BYTES_OF_LETTER * line.length
    if (this.#at + most > this.#bytes.length) this.#grow(most)
    this.#at += this.#bytes.write(line, this.#at)
  }

  /** Chunks that are full. The bytes are the taker's, and may be handed to another thread. */
  takeFull(): Uint8Array[] {
    const full = this.#full
    this.#full = []
    return full
  }

  /** All that was added since the last time, likewise. */
  take(): Uint8Array[] {
    this.#close()
    return this.takeFull()
  }

  /** Two hundred sources are begun before the first of them is whole: a chunk begins small. */
  #grow(most: number): void {
    const twice = Math.max(SMALLEST, 2 * this.#bytes.length)
    if (twice > CHUNK) this.#close()
    const larger = Buffer.allocUnsafeSlow(Math.max(Math.min(twice, CHUNK), this.#at + most))
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }

  #close(): void {
    if (this.#at > 0) this.#full.push(this.#bytes.subarray(0, this.#at))
    this.#bytes = Buffer.alloc(0)
    this.#at = 0
  }
}

const SMALLEST = 1 << 14
const BYTES_OF_LETTER = 3

/** A value in PostgreSQL's text format for COPY. */
export function inLine(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  switch (type) {
    case 'integer':
    case 'number':
    case 'boolean':
      return String(value)
    case 'bytes':
      return `\\\\x${value}`
    case 'time':
      return new Date(value as string | number | Date).toISOString()
    case 'places':
      return `[${(value as Place[]).map(placeInLine).join(',')}]`
    case 'flags':
      return (value as Flag[]).length === 0 ? '[]' : escaped(JSON.stringify(value))
    case 'details':
      return escaped(JSON.stringify(value))
    case 'texts':
      return escaped(arrayOf(value as string[]))
    default:
      return escaped(value as string)
  }
}

/** An array in PostgreSQL's text format. */
function arrayOf(texts: readonly string[]): string {
  let array = ''
  for (const text of texts) array += `${array && ','}"${/[\\"]/.test(text) ? text.replace(/[\\"]/g, '\\$&') : text}"`
  return `{${array}}`
}

/** Nearly all places are on a page of a file or in a row of one, and are written as `JSON.stringify` would, several times faster. */
function placeInLine(place: Place): string {
  const { page, pageLabel, box, row, start, end, column } = place
  if ((pageLabel && !/^[\w .-]*$/.test(pageLabel)) || start !== undefined || end !== undefined || column !== undefined)
    return escaped(JSON.stringify(place))
  const label = pageLabel === null ? null : `"${pageLabel}"`
  return `{"page":${page},"pageLabel":${label},"box":${box && edgesOf(box)},"row":${row}}`
}

const special = /[\\\t\n\r\b\f\v]/
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[\\\t\n\r\b\f\v]/g, (found) => escapes[found]!) : text
