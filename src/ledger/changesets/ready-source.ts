/**
 * A source whose rows are ready to be copied: lines and digests, made by a thread and handed over as bytes. Rows as values cost more to hand from
 * one thread to another than to make. Only an empty ledger takes them: in another, rows are held against those that are there (`replace-source.ts`).
 */
import type { FactTableName } from '../schema.js'
import { type ContentGroup, DigestSet, type Row } from './canonical.js'
import type { Change } from './change.js'
import { tablesOfContent } from './columns.js'
import { copyInto } from './copy.js'
import { copiedColumns, RowLines } from './rows.js'

/** What a report has, besides printed names. */
export type ReportTable = 'source' | 'training' | 'printed_total' | 'unread_place' | 'naming'

interface ReadyRows {
  table: FactTableName
  /** In UTF-8. */
  lines: Uint8Array[]
  /** Of each row its salted digest, as `DigestSet.bytes` has them. */
  digests: Uint8Array
}

export interface ReadySource {
  content: ContentGroup
  trainings: number
  tables: ReadyRows[]
}

/** Makes a source ready, a row as soon as it is read: what is kept of it is bytes, and no values wait for the last of its rows. */
export class SourceInTheMaking {
  readonly #written: number
  readonly #seen: Set<string>
  readonly #content = new DigestSet()
  readonly #tables = new Map<FactTableName, { lines: RowLines; digests: DigestSet }>()

  /**
   * `written` is the number of the changeset to be; `seen` holds the ids of the printed names of sources that are ready, and gets those of this
   * one: each name is written once.
   */
  constructor(written: number, seen: Set<string>) {
    this.#written = written
    this.#seen = seen
  }

  add(table: ReportTable, row: Row): void {
    this.#rowsOf(table).lines.add(row)
  }

  /** Call it once, after the last row. The names that the namings use; each once. */
  ready(source: string, names: Iterable<Row>): ReadySource {
    for (const name of names) {
      if (this.#seen.has(name.id)) continue
      this.#seen.add(name.id)
      this.#rowsOf('printed_name').lines.add(name)
    }
    const tables = [...this.#tables].map(([table, { lines, digests }]) => ({
      table,
      lines: lines.take(),
      digests: new Uint8Array(digests.bytes),
    }))
    const content = { source, rows: this.#content.size, digest: this.#content.digest() }
    return { content, trainings: this.#tables.get('training')?.digests.size ?? 0, tables }
  }

  #rowsOf(table: FactTableName) {
    let rows = this.#tables.get(table)
    if (!rows) {
      const digests = new DigestSet()
      const hear = {
        digest: (digest: string) => digests.add(digest),
        ...(inContent.has(table) && { content: (hash: string) => this.#content.add(hash) }),
      }
      rows = { lines: new RowLines(table, this.#written, hear), digests }
      this.#tables.set(table, rows)
    }
    return rows
  }
}

const inContent: ReadonlySet<FactTableName> = new Set(tablesOfContent)

/** What is handed from thread to thread without being copied. */
export const buffersOf = ({ tables }: ReadySource): ArrayBuffer[] =>
  tables.flatMap(({ lines, digests }) => [...lines, digests].map(({ buffer }) => buffer as ArrayBuffer))

/** Writes a source into the empty ledger that `expectMany` has prepared. */
export async function writeReadySource(change: Change, { content, trainings, tables }: ReadySource): Promise<void> {
  if (!change.filling) throw new Error('Only an empty ledger takes rows as they are.')
  for (const { table, lines, digests } of tables) {
    await copyInto(change.filling.facts, `ledger.${table}`, copiedColumns(table), lines)
    change.rows.ledger.wroteMany(table, digests)
  }
  change.groups.ledger.set(content.source, content)
  await change.filling.sourceWritten(content.source, trainings)
}
