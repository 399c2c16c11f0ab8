/**
 * A source whose rows are ready to be copied: lines and digests, made by a thread and handed over as bytes. Rows as values cost more to hand from
 * one thread to another than to make. Only an empty ledger takes them: in another, rows are held against those that are there (`replace-source.ts`).
 */
import type { FactTableName } from '../schema.js'
import { type ContentGroup, DigestSet, type Row } from './canonical.js'
import type { Change } from './change.js'
import { tablesOfContent } from './columns.js'
import { copyInto } from './copy.js'
import type { SourceFacts } from './replace-source.js'
import { copiedColumns, rowLines } from './rows.js'

/** What a report has. */
export type ReportRows = Pick<SourceFacts, 'source' | 'training' | 'printed_total' | 'unread_place' | 'naming' | 'names'>

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

/**
 * Makes a source ready. `written` is the number of the changeset to be; `seen` holds the ids of the printed names of sources made ready
 * before, and gets those of this one: each name is written once.
 */
export function readySource({ source, names, ...tables }: ReportRows, written: number, seen: Set<string>): ReadySource {
  const content = new DigestSet()
  const ready: ReadyRows[] = []
  const add = (table: FactTableName, rows: readonly Row[], hear: { content?(hash: string): void } = {}) => {
    if (rows.length === 0) return
    const digests = new DigestSet()
    const lines = rowLines(table, written, rows, { ...hear, digest: (digest) => digests.add(digest) })
    ready.push({ table, lines: [...lines].map((text) => utf8.encode(text)), digests: new Uint8Array(digests.bytes) })
  }
  const rows: Partial<Record<FactTableName, Row[]>> = { ...tables, source: [source] }
  for (const table of tablesOfContent) add(table, rows[table] ?? [], { content: (hash) => content.add(hash) })
  add(
    'printed_name',
    (names ?? []).filter(({ id }) => !seen.has(id) && seen.add(id)),
  )
  const group = { source: source.id, rows: content.size, digest: content.digest() }
  return { content: group, trainings: tables.training?.length ?? 0, tables: ready }
}

const utf8 = new TextEncoder()

/** What is handed from thread to thread without being copied. */
export const buffersOf = ({ tables }: ReadySource): ArrayBuffer[] =>
  tables.flatMap(({ lines, digests }) => [...lines, digests].map(({ buffer }) => buffer as ArrayBuffer))

/** Writes a source into the empty ledger that `expectMany` has prepared. */
export async function writeReadySource(change: Change, { content, trainings, tables }: ReadySource): Promise<void> {
  if (!change.filling) throw new Error('Only an empty ledger takes rows as they are.')
  for (const { table, lines, digests } of tables) {
    await copyInto(change.client, `ledger.${table}`, copiedColumns(table), lines)
    change.rows.ledger.wroteMany(table, digests)
  }
  change.groups.ledger.set(content.source, content)
  change.filling.sourceWritten(content.source, trainings)
}
