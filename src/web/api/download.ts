/**
 * Listings as files: complete, streamed, in one state of the ledger however long the reader takes. The database is asked for the next rows
 * only when the reader has taken the last ones, and is let go at once when the reader goes away.
 */
import { errors } from '../../ledger/errors.js'
import { csvRow, TRAINING_COLUMNS } from '../../ledger/publish.js'
import type { publishGap, publishName, publishRow } from './published.js'

export const formats = ['csv', 'json', 'ndjson'] as const
export type Format = (typeof formats)[number]

export const mediaTypes: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/** Each holds a connection of the pool for as long as it runs; pages must find one free. */
const mostAtOnce = 3
let running = 0
/** Somebody who takes no row for so long has gone without saying so, and is let go before the database lets go of the connection. */
const patienceMs = 240_000

/** Throws DOWNLOADS_BUSY. The first rows are read before the answer begins, so that what goes wrong by then is a problem, not half a file. */
export async function streamedFile(
  batches: AsyncIterable<Published[]>,
  name: string,
  format: Format,
  columns: readonly string[],
  patience = patienceMs,
): Promise<Response> {
  if (running >= mostAtOnce) throw errors.DOWNLOADS_BUSY()
  running++
  const pieces = written(batches, format, columns)
  let ready: IteratorResult<string, void> | null
  try {
    ready = await pieces.next()
  } catch (error) {
    running--
    throw error
  }
  let ended = false
  const end = async () => {
    if (ended) return
    ended = true
    clearTimeout(waiting)
    running--
    await pieces.return(undefined)
  }
  let waiting: NodeJS.Timeout | undefined
  const waitFor = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      controller.error(new Error('nobody reads this file'))
      void end()
    }, patience).unref()
  }
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start: waitFor,
      async pull(controller) {
        waitFor(controller)
        try {
          const piece = ready ?? (await pieces.next())
          ready = null
          if (piece.done) {
            controller.close()
            await end()
          } else controller.enqueue(encoder.encode(piece.value))
        } catch (error) {
          await end()
          controller.error(error)
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="rastro-${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

type Published = Record<string, unknown>

async function* written(
  batches: AsyncIterable<Published[]>,
  format: Format,
  columns: readonly string[],
): AsyncGenerator<string, void> {
  let begun = false
  for await (const rows of batches) {
    if (format === 'csv') yield table(rows, columns, !begun)
    else if (format === 'ndjson') yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    else yield `${begun ? ',\n' : '[\n'}${rows.map((row) => JSON.stringify(row)).join(',\n')}`
    begun = true
  }
  if (format === 'json') yield begun ? '\n]\n' : '[]\n'
  else if (format === 'csv' && !begun) yield table([], columns, true)
}

/** What extraction writes, with the source's id before its digest and the names that were read. */
export const trainingColumns = [
  ...TRAINING_COLUMNS.flatMap((column) => (column === 'source_sha256' ? (['source_id', column] as const) : [column])),
  'names' as const,
] satisfies (keyof ReturnType<typeof publishRow>)[]

export const nameColumns = [
  'id',
  'text',
  'country',
  'recipient_class',
  'roles',
  'rows',
  'training_sessions',
  'first_year',
  'last_year',
] as const satisfies readonly (keyof ReturnType<typeof publishName>)[]

export const gapColumns = [
  'report',
  'region',
  'fiscal_year',
  'program',
  'column',
  'state',
  'reason_code',
  'reason',
  'citation',
  'countries',
  'filled_share',
] as const satisfies readonly (keyof ReturnType<typeof publishGap>)[]

/** Lines of a CSV file, beginning with the names of the columns where it is the `first` of the file. */
function table(rows: readonly Record<string, unknown>[], columns: readonly string[], first: boolean): string {
  return `${first ? csvRow(columns) : ''}${rows.map((row) => csvRow(columns.map((column) => row[column]))).join('')}`
}

/** A small listing, whole in memory, as a file. */
export function fileOf(
  rows: readonly Record<string, unknown>[],
  name: string,
  format: Format,
  columns: readonly string[],
): Response {
  const body =
    format === 'csv'
      ? table(rows, columns, true)
      : format === 'ndjson'
        ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
        : `${JSON.stringify(rows)}\n`
  return new Response(body, {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="rastro-${name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}
