/**
 * Where the statements of a form stand: a source that is in the ledger with a place in it, or the analyst's own note, which comes with the entry and
 * is the source of what he says himself.
 */
import { createHash } from 'node:crypto'
import { sourceId } from '../../ledger/changesets/facts.js'
import type { NewSource } from '../../ledger/entry/enter.js'
import type { Place, Source } from '../../ledger/records.js'
import type { Entering, Material } from './entering.js'
import { findPassage, placeOfRange } from './paragraphs.js'
import type { Typed } from './typed.js'

export const longestNote = 100_000

export interface Placed {
  source: string | NewSource
  place: Place
  /** For a source that comes with the entry. */
  bytes: Uint8Array | null
}

/** The fields `source`, then `words`, `paragraph`, `page` or `row`; or `note`. Null where the form must be shown again. */
export async function readPlace(
  typed: Typed,
  entering: Entering,
): Promise<{ placed: Placed | null; material: Material | null; marked: { start: number; end: number } | null }> {
  const id = typed.get('source')
  if (id === '') {
    const note = typed.text('note', { most: longestNote })
    if (note === null) {
      typed.refuse('source', 'required')
      return { placed: null, material: null, marked: null }
    }
    const made = textSource(note, {
      kind: 'note',
      title: typed.text('note_title', { most: 200 }) ?? `Note: ${beginning(note)}`,
      publisher: null,
      publishedPrinted: entering.now().toISOString().slice(0, 10),
    })
    const place = placeOfWhole(note)
    const source = {
      source: made.source,
      collectedFrom: 'written down by the analyst',
      restricted: typed.ticked('note_restricted'),
    }
    return { placed: { source, place, bytes: made.bytes }, material: null, marked: null }
  }
  const row = typed.count('row')
  const material = await entering.material(id, row)
  if (!material) {
    typed.refuse('source', 'no such source')
    return { placed: null, material: null, marked: null }
  }
  const found = readPlaceIn(typed, material, row)
  return { placed: found && { source: id, place: found.place, bytes: null }, material, marked: found?.marked ?? null }
}

type Found = { place: Place; marked: { start: number; end: number } | null }

function readPlaceIn(typed: Typed, { source, text, paragraphs }: Material, row: number | null): Found | null {
  const words = typed.text('words')
  const paragraph = typed.count('paragraph')
  const page = typed.count('page')
  if (text !== null && words !== null) {
    const within = paragraph === null ? null : paragraphs.find(({ number }) => number === paragraph)
    const found = findPassage(text, words).filter(({ start }) => !within || (start >= within.start && start < within.end))
    if (found.length === 0) typed.refuse('words', 'not in the text')
    else if (found.length > 1) typed.refuse('words', 'several in the text')
    else return { place: { ...placeOfRange(text, found[0]!), page }, marked: found[0]! }
    return null
  }
  if (paragraph !== null) {
    const line = paragraphs.find(({ number }) => number === paragraph)
    if (text !== null && !line) {
      typed.refuse('paragraph', 'no such paragraph')
      return null
    }
    // Where the text is not here, the paragraph is all that can be said.
    const place = line ? placeOfRange(text!, line) : nowhere({ pageLabel: `paragraph ${paragraph}` })
    return { place: { ...place, page }, marked: line ?? null }
  }
  if (page !== null) {
    if (page < 1 || (source.pages !== null && page > source.pages)) {
      typed.refuse('page', 'no such page')
      return null
    }
    return { place: nowhere({ page }), marked: null }
  }
  if (row !== null && row > 0) return { place: nowhere({ row }), marked: null }
  typed.refuse(text !== null ? 'words' : source.pages !== null ? 'page' : 'row', 'no place')
  return null
}

/** A text of which all is meant. */
export const placeOfWhole = (text: string): Place => placeOfRange(text, { start: 0, end: text.length })

const nowhere = (known: Partial<Place>): Place => ({ page: null, pageLabel: null, box: null, row: null, ...known })

const beginning = (text: string): string => {
  const line = text.split('\n')[0]!
  return line.length <= 80 ? line : `${[...line].slice(0, 79).join('')}…`
}

/** A text that somebody typed, as a source. */
export function textSource(
  text: string,
  facts: Pick<Source, 'kind' | 'title' | 'publisher' | 'publishedPrinted'> & Partial<Source>,
): { source: Source; bytes: Uint8Array } {
  return fileSource(new TextEncoder().encode(text), { mediaType: 'text/plain', fileName: `${facts.kind}.txt`, ...facts })
}

export function fileSource(
  bytes: Uint8Array,
  facts: Pick<Source, 'kind' | 'title' | 'publisher' | 'publishedPrinted' | 'mediaType' | 'fileName'> & Partial<Source>,
): { source: Source; bytes: Uint8Array } {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source: Source = {
    report: null,
    region: null,
    language: null,
    officialUrl: null,
    archivedUrl: null,
    volumePageOffset: null,
    pages: null,
    licence: null,
    ...facts,
    id: sourceId(sha256),
    sha256,
    bytes: bytes.length,
  }
  return { source, bytes }
}
