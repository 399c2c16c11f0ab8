/**
 * The canonical form of a row, and the digests over it.
 *
 * A row's form is the JSON array of its table, its id and its columns in the order of `columns.ts`, without white space: numbers as
 * JavaScript prints them, dates "YYYY-MM-DD", times ISO 8601 in UTC, a place as [page, label, box, row], a flag as [code, note]; a place in a text or cell has [start, end, column] besides.
 * Details are pairs in the order of their names.
 *
 * - The *row digest* is SHA-256 over the salt, in hexadecimal, and the form. Without the salt it confirms nothing, so that an expunged row cannot be guessed back.
 * - The *content hash* is SHA-256 over the form without circumstances; it is never stored, for the same reason.
 */
import { createHash, hash } from 'node:crypto'
import type { Flag, Place } from '../records.js'
import type { FactTableName } from '../schema.js'
import { type Column, type ColumnType, columns, tablesOfContent } from './columns.js'

/** A row as plain values by column name; times are milliseconds since 1970 or anything `Date` takes. */
export type Row = { id: string } & Record<string, unknown>

const chainColumns = byTable((column) => column.part !== 'derived')
const contentColumns = byTable((column) => column.part === 'fact')
const derivedColumns = byTable((column) => column.part === 'derived')

function byTable(keep: (column: Column) => boolean): Record<FactTableName, Column[]> {
  return Object.fromEntries(Object.entries(columns).map(([table, list]) => [table, list.filter(keep)])) as Record<
    FactTableName,
    Column[]
  >
}

export const canonicalForm = (table: FactTableName, row: Row): string => form(table, row, chainColumns[table])
export const contentForm = (table: FactTableName, row: Row): string => form(table, row, contentColumns[table])
export const derivedForm = (table: FactTableName, row: Row): string => form(table, row, derivedColumns[table])

/** Whether a table has no circumstances, so that both forms are one. */
export const formsAreCanonical = (table: FactTableName): boolean => chainColumns[table].length === contentColumns[table].length

function form(table: FactTableName, row: Row, list: readonly Column[]): string {
  let text = `["${table}",${textInForm(row.id)}`
  for (const { name, type } of list) text += `,${inForm(type, row[name])}`
  return `${text}]`
}

/** What `JSON.stringify` would make of a value's canonical form, several times faster. */
export function inForm(type: ColumnType, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return type === 'time' ? timeInForm(value) : numberInForm(value)
  switch (type) {
    case 'time':
      return timeInForm(value as string | Date)
    case 'places':
      return `[${(value as Place[]).map(placeInForm).join(',')}]`
    case 'flags':
      return `[${(value as Flag[]).map(({ code, note }) => `[${textInForm(code)},${textInForm(note)}]`).join(',')}]`
    case 'details':
      return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    default:
      return typeof value === 'string' ? textInForm(value) : JSON.stringify(value)
  }
}

const timeInForm = (value: number | string | Date): string => `"${new Date(value).toISOString()}"`
const numberInForm = (value: number): string => (Number.isFinite(value) ? String(value) : 'null')
const textInForm = (text: string): string => (escapedInJson.test(text) ? JSON.stringify(text) : `"${text}"`)
/** What JSON escapes in a text. Also pairs of surrogates, which it does not: nearly all text has none of these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly what JSON escapes
export const escapedInJson = /["\\\0-\x1f\ud800-\udfff]/

/** A box in JSON, in form and line alike: numbers with decimals take long to print, and each box is asked for twice. */
export function edgesOf(box: NonNullable<Place['box']>): string {
  if (box !== printed.box) printed = { box, edges: `[${box.map(numberInForm).join(',')}]` }
  return printed.edges
}
let printed: { box: Place['box']; edges: string } = { box: null, edges: '' }

/** What came later stands at the end, and only where it is: digests of older rows are what they were. */
function placeInForm({ page, pageLabel, box, row, start, end, column }: Place): string {
  const edges = box ? edgesOf(box) : 'null'
  const common = `${inForm('integer', page)},${inForm('text', pageLabel)},${edges},${inForm('integer', row)}`
  if (start === undefined && column === undefined) return `[${common}]`
  return `[${common},${inForm('integer', start)},${inForm('integer', end)},${inForm('text', column)}]`
}

/** In hexadecimal, as digests are everywhere outside the tables. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** `salt` in hexadecimal. */
export const rowDigest = (salt: string, table: FactTableName, row: Row): string => sha256(salt + canonicalForm(table, row))
export const contentHash = (table: FactTableName, row: Row): string => sha256(contentForm(table, row))

/** Bytes of a digest. */
const LENGTH = 32

/**
 * A multiset of digests whose own digest does not depend on the order in which they were added. Held as bytes: a first start has half a
 * million of them twice.
 */
export class DigestSet {
  #bytes = Buffer.alloc(4 * LENGTH)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The digests one after the other, in the order in which they were added. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size * LENGTH)
  }

  /** Adds those of another set, as its `bytes` are. */
  addBytes(bytes: Uint8Array): void {
    const from = this.#size * LENGTH
    this.#makeRoom(from + bytes.length)
    this.#bytes.set(bytes, from)
    this.#size += bytes.length / LENGTH
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#bytes.length) return
    const larger = Buffer.alloc(Math.max(bytes, 2 * this.#bytes.length))
    this.#bytes.copy(larger)
    this.#bytes = larger
  }

  /** In hexadecimal. What is no SHA-256, as only a ledger that was tampered with has it, stands for itself by its own. */
  add(digest: string): void {
    const at = this.#size * LENGTH
    this.#makeRoom(at + LENGTH)
    this.#bytes.write(digest.length === 2 * LENGTH ? digest : sha256(digest), at, LENGTH, 'hex')
    this.#size += 1
  }

  /** SHA-256 over the digests in ascending order, a line each, in hexadecimal. */
  digest(): string {
    const sum = createHash('sha256')
    const order = ascending(this.#bytes, this.#size)
    for (let rank = 0; rank < order.length; rank += LINES)
      sum.update(linesOf(this.#bytes, order.subarray(rank, rank + LINES), rank > 0))
    return sum.digest('hex')
  }
}

/** Digests that are written as lines at once. */
const LINES = 1000
const LINE_FEED = 10
const hexadecimal = Buffer.from('0123456789abcdef')

/** `continued`: whether there were lines before. */
function linesOf(bytes: Uint8Array, indexes: Uint32Array, continued: boolean): Uint8Array {
  const lines = Buffer.allocUnsafe(indexes.length * (2 * LENGTH + 1))
  let at = 0
  for (const index of indexes) {
    if (at > 0 || continued) lines[at++] = LINE_FEED
    for (let byte = index * LENGTH; byte < (index + 1) * LENGTH; byte += 1) {
      lines[at++] = hexadecimal[bytes[byte]! >> 4]!
      lines[at++] = hexadecimal[bytes[byte]! & 15]!
    }
  }
  return lines.subarray(0, at)
}

/**
 * The digests' indexes in ascending order. Numbers made of a digest's first bits and its index sort without a comparison being called; the
 * few digests that begin alike are then compared as a whole.
 */
function ascending(bytes: Buffer, count: number): Uint32Array {
  const indexes = 2 ** (32 - Math.clz32(count))
  const beginnings = 2 ** 48 / Math.min(2 ** 48, 2 ** 53 / indexes)
  const keys = new Float64Array(count)
  for (let index = 0; index < count; index += 1) {
    keys[index] = Math.floor(bytes.readUIntBE(index * LENGTH, 6) / beginnings) * indexes + index
  }
  keys.sort()
  const order = Uint32Array.from(keys, (key) => key % indexes)
  const beginning = (rank: number) => Math.floor(keys[rank]! / indexes)
  for (let from = 0, to = 1; to <= count; to += 1) {
    if (to < count && beginning(to) === beginning(from)) continue
    if (to - from > 1) {
      const digest = (index: number) => bytes.subarray(index * LENGTH, (index + 1) * LENGTH)
      order.subarray(from, to).sort((one, other) => Buffer.compare(digest(one), digest(other)))
    }
    from = to
  }
  return order
}

/** What a changeset did to rows: per table, the digests of the rows it wrote and of those it withdrew. */
export class ChangedRows {
  readonly #sets = new Map<string, DigestSet>()
  /** Of what there is so far, once it was asked for. */
  #digest: string | undefined

  #set(action: 'written' | 'withdrawn', table: FactTableName): DigestSet {
    this.#digest = undefined
    const key = `${action} ${table}`
    let set = this.#sets.get(key)
    if (!set) {
      set = new DigestSet()
      this.#sets.set(key, set)
    }
    return set
  }

  wrote(table: FactTableName, digest: string): void {
    this.#set('written', table).add(digest)
  }

  /** Many at once, as `DigestSet.bytes` has them. */
  wroteMany(table: FactTableName, digests: Uint8Array): void {
    this.#set('written', table).addBytes(digests)
  }

  withdrew(table: FactTableName, digest: string): void {
    this.#set('withdrawn', table).add(digest)
  }

  /** Rows written or withdrawn, of one table or of all. */
  count(action: 'written' | 'withdrawn', table?: FactTableName): number {
    let sum = 0
    for (const [key, set] of this.#sets) if (table ? key === `${action} ${table}` : key.startsWith(`${action} `)) sum += set.size
    return sum
  }

  /** Hexadecimal SHA-256 over lines "written training 12 <digest>" in ascending order. */
  digest(): string {
    const lines = () => [...this.#sets].map(([key, set]) => `${key} ${set.size} ${set.digest()}\n`)
    this.#digest ??= sha256(lines().sort().join(''))
    return this.#digest
  }
}

/** What a changeset's digest covers besides its rows. `at` is ISO 8601 in UTC with milliseconds. */
export interface ChangesetFacts {
  id: number
  at: string
  actor: string
  reason: string
  tool: string
  tool_version: string
  undoes: number | null
  accompanies: number | null
  written_rows: number
  withdrawn_rows: number
  rows_digest: string
  previous_digest: string
}

/** The chain digest: a changeset, its rows and, through the digest before it, everything that came before. */
export function chainDigest(schema: 'ledger' | 'restricted', changeset: ChangesetFacts): string {
  const { id, at, actor, reason, tool, tool_version, undoes, accompanies } = changeset
  const { written_rows, withdrawn_rows, rows_digest, previous_digest } = changeset
  const facts = [schema, id, at, actor, reason, tool, tool_version, undoes, accompanies, written_rows, withdrawn_rows]
  return sha256(JSON.stringify([...facts, rows_digest, previous_digest]))
}

/** Digest and number of the current rows of one source, from their content hashes in any order. */
export interface ContentGroup {
  source: string
  rows: number
  digest: string
}

/** The group of a source from all its rows, wherever they are: what a ledger that holds them says of it. */
export function contentGroupOf(source: string, tables: Partial<Record<string, readonly Row[]>>): ContentGroup {
  const set = new DigestSet()
  for (const table of tablesOfContent) for (const row of tables[table] ?? []) set.add(contentHash(table, row))
  return { source, rows: set.size, digest: set.digest() }
}

/** The content digest of a ledger: the same facts give the same digest anywhere. Groups without rows do not count. */
export function contentDigestOf(groups: readonly ContentGroup[]): string {
  const lines = groups.filter(({ rows }) => rows > 0).map(({ source, rows, digest }) => `${source} ${rows} ${digest}\n`)
  return sha256(lines.sort().join(''))
}
