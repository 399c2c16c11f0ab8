/** Rows into tables through COPY: many times faster than INSERT, and the only way in for facts. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
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

/**
 * Rows as lines of COPY's text format, each in UTF-8 as soon as it is made: what waits for more lines would outlive the collector's first round.
 */
export class CopiedLines {
  readonly #list: CopiedColumns
  #full: Uint8Array[] = []
  #bytes = Buffer.alloc(0)
  #at = 0

  constructor(list: CopiedColumns) {
    this.#list = list
  }

  add(values: readonly unknown[]): void {
    const list = this.#list
    let line = encode(list[0]!.type, values[0])
    for (let index = 1; index < list.length; index += 1) line += `\t${encode(list[index]!.type, values[index])}`
    line += '\n'
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
function encode(type: ColumnType, value: unknown): string {
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
    case 'flags':
    case 'details':
      return escaped(JSON.stringify(value))
    case 'texts':
      return escaped(`{${(value as string[]).map((text) => `"${text.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`)
    default:
      return escaped(value as string)
  }
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
