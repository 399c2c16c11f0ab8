/** How a record of a source is cited: plain text, BibTeX and CSL-JSON, each with the page of the volume as it is printed. Pure. */
import type { Place, Source } from '../ledger/records.js'

export interface Cited {
  source: Pick<
    Source,
    | 'id'
    | 'title'
    | 'report'
    | 'publisher'
    | 'officialUrl'
    | 'archivedUrl'
    | 'sha256'
    | 'volumePageOffset'
    | 'publishedPrinted'
    | 'fileName'
  >
  /** Where in the source; null for the source as a whole. */
  place: Place | null
  /** Our own address of the record, with the ledger's state in it. */
  permalink: string
  /** ISO 8601 day of that state: when the record was as cited. */
  asOf: string
}

const words = {
  en: { page: 'p.', filePage: 'page of the file', row: 'table row', from: 'Record in Rastro, state of', noDate: 'n.d.' },
  es: {
    page: 'p.',
    filePage: 'página del archivo',
    row: 'fila de tabla',
    from: 'Registro en Rastro, estado del',
    noDate: 's. f.',
  },
}

/** The page that the volume prints ("IV-233"), else the one that its offset gives; null where neither is known. */
export function volumePage(source: Pick<Source, 'volumePageOffset'>, place: Place | null): string | null {
  if (!place || place.page === null) return null
  if (place.pageLabel) return place.pageLabel
  return source.volumePageOffset === null ? null : String(place.page + source.volumePageOffset)
}

/** "p. IV-233", "page of the file 12" or "table row 340"; null for the source as a whole. */
export function printedPlace({ source, place }: Pick<Cited, 'source' | 'place'>, language: 'en' | 'es' = 'en'): string | null {
  if (!place) return null
  const page = volumePage(source, place)
  if (page !== null) return `${words[language].page} ${page}`
  if (place.page !== null) return `${words[language].filePage} ${place.page}`
  return place.row === null ? null : `${words[language].row} ${place.row}`
}

/** The short form that stands beside a figure: "FMTR 2012–2013, p. IV-233". */
export function shortCitation(cited: Pick<Cited, 'source' | 'place'>, language: 'en' | 'es' = 'en'): string {
  const name = cited.source.report ? `FMTR ${cited.source.report.replace('-', '–')}` : cited.source.title
  return [name, printedPlace(cited, language)].filter(Boolean).join(', ')
}

/** One sentence, ending in our address. The title stays as the source has it. */
export function plainCitation(cited: Cited, language: 'en' | 'es' = 'en'): string {
  const { source, permalink, asOf } = cited
  const about = [source.publisher, source.title, source.publishedPrinted ?? words[language].noDate, printedPlace(cited, language)]
  const address = source.officialUrl ?? source.archivedUrl
  return `${about.filter(Boolean).join(', ')}.${address ? ` ${address}.` : ''} ${words[language].from} ${asOf}: ${permalink}`
}

/** A BibTeX entry; accents are left as UTF-8, as biber and current BibTeX styles take it. */
export function bibtexCitation(cited: Cited): string {
  const { source, permalink, asOf } = cited
  const page = volumePage(source, cited.place)
  const year = /\b(1[89]|20)\d\d\b/.exec(source.publishedPrinted ?? '')?.[0]
  const fields: [string, string | null | undefined][] = [
    ['title', `{${escapeTex(source.title)}}`],
    [
      'author',
      authors(source.publisher)
        .map((author) => `{${escapeTex(author)}}`)
        .join(' and ') || null,
    ],
    ['institution', source.publisher && escapeTex(source.publisher)],
    ['year', year],
    ['pages', page && escapeTex(page)],
    ['url', source.officialUrl ?? source.archivedUrl],
    ['urldate', asOf],
    ['note', escapeTex([printedPlace(cited), `SHA-256 ${source.sha256}`, permalink].filter(Boolean).join('; '))],
  ]
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`)
  return `@techreport{${citationKey(cited)},\n${lines.join(',\n')}\n}\n`
}

/** A CSL-JSON item (citationstyles.org, schema 1.0.2); write it in an array. */
export function cslCitation(cited: Cited): Record<string, unknown> {
  const { source, permalink, asOf } = cited
  const page = volumePage(source, cited.place)
  const year = /\b(1[89]|20)\d\d\b/.exec(source.publishedPrinted ?? '')?.[0]
  const item: Record<string, unknown> = {
    id: citationKey(cited),
    type: 'report',
    title: source.title,
    author: authors(source.publisher).map((literal) => ({ literal })),
    publisher: source.publisher,
    issued: year ? { 'date-parts': [[Number(year)]] } : null,
    page,
    locator: page,
    URL: source.officialUrl ?? source.archivedUrl,
    accessed: { 'date-parts': [asOf.split('-').map(Number)] },
    note: [printedPlace(cited), `SHA-256 ${source.sha256}`, permalink].filter(Boolean).join('; '),
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined))
}

/** Letters, digits and hyphens: "fmtr-2012-2013-p-iv-233-0eeafd59". The last part keeps two rows of one page apart. */
function citationKey({ source, place, permalink }: Cited): string {
  const page = volumePage(source, place) ?? (place?.page ? `file-${place.page}` : place?.row ? `row-${place.row}` : '')
  const record = /\/([0-9a-f]{8})[0-9a-f]*(?:[?#]|$)/.exec(permalink)?.[1] ?? ''
  return ['fmtr', source.report ?? source.id, page, record]
    .filter(Boolean)
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}

function authors(publisher: string | null): string[] {
  return publisher ? publisher.split(/ and (?=U\.S\.|the )/) : []
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (letter) => TEX[letter] ?? `\\${letter}`)
}
