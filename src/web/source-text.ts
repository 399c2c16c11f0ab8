/**
 * What is shown of the text of a source that was entered by hand: a note or a reply whole, of a publication the passages that statements stand in, as
 * the rest of it is its publisher's.
 */
import { decodeText } from '../documents/article/decode-text.js'
import { codePoints } from '../documents/code-points.js'
import type { AsOf } from '../ledger/read/as-of.js'
import { loadCitedRanges } from '../ledger/read/cited-ranges.js'
import type { Source } from '../ledger/records.js'
import type { WebDependencies } from './dependencies.js'
import { type Paragraph, paragraphsOf } from './entry/paragraphs.js'
import { archiveOf } from './evidence.js'

export interface ShownText {
  text: string
  /** Null where only the passages are shown. */
  paragraphs: Paragraph[] | null
  /** In UTF-16 units. */
  passages: { start: number; end: number }[]
}

/** Passages listed on one page. */
const mostPassages = 100
/** A text that is longer is none that somebody typed. */
const longest = 2_000_000

/** Null where the source is no such text, or its original is not in the archive. Restricted originals are never read here. */
export async function readSourceText(dependencies: WebDependencies, source: Source, asOf: AsOf): Promise<ShownText | null> {
  if (source.mediaType !== 'text/plain' || source.bytes > longest || !['note', 'reply', 'article'].includes(source.kind))
    return null
  const bytes = await archiveOf(dependencies).read(source.sha256)
  if (bytes === null) return null
  const text = decodeText(bytes)
  const points = codePoints(text)
  const ranges = await dependencies.reading.within(asOf, ({ client }, { at }) =>
    loadCitedRanges(client, at, source.id, mostPassages),
  )
  return {
    text,
    paragraphs: source.kind === 'article' ? null : paragraphsOf(text),
    passages: ranges.map(({ start, end }) => ({ start: points.at(start), end: points.at(end) })),
  }
}
