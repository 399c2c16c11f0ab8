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
  /** Our own name of the record and of the ledger's state that shows it: both are the same in every ledger that holds the record. */
  record: { id: string; state: string }
  /** Our own address of the record, with that state in it. */
  permalink: string
  /** ISO 8601 day of that state: when the record was as cited. */
  asOf: string
}

const words = {
  en: {
    page: 'p.',
    filePage: 'page of the file',
    tableRow: 'table row',
    from: 'Record in Rastro, state of',
    noDate: 'n.d.',
    row: 'row',
    state: 'state',
    of: 'of',
    here: 'on the machine that served it',
  },
  es: {
    page: 'p.',
    filePage: 'página del archivo',
    tableRow: 'fila de tabla',
    row: 'fila',
    state: 'estado',
    of: 'del',
    here: 'en la máquina que lo sirvió',
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
  return place.row === null ? null : `${words[language].tableRow} ${place.row}`
}

/** The short form that stands beside a figure: "FMTR 2012–2013, p. IV-233". */
export function shortCitation(cited: Pick<Cited, 'source' | 'place'>, language: 'en' | 'es' = 'en'): string {
  const name = cited.source.report ? `FMTR ${cited.source.report.replace('-', '–')}` : cited.source.title
  return [name, printedPlace(cited, language)].filter(Boolean).join(', ')
}

/** Served by the reader's own machine: nobody else can follow the address. */
const isLocal = (permalink: string): boolean =>
  /^https?:\/\/(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(?:[:/]|$)/i.test(permalink)

/** "Rastro row 0eeafd59ffac1d9591e86d99, state 3f6c2a9d41be70ee of 2026-11-22": finds the record in any ledger that holds it. */
function recordName({ record, asOf }: Pick<Cited, 'record' | 'asOf'>, language: 'en' | 'es'): string {
  const { row, state, of } = words[language]
  const name = language === 'en' ? `Rastro ${row}` : `${row} de Rastro`
  return `${name} ${record.id}, ${state} ${record.state} ${of} ${asOf}`
}

/** The place beside a quotation: the page, and where the address is of this machine the record's name, which can be followed without it. */
export function placeToQuote(cited: Cited, language: 'en' | 'es' = 'en'): string {
  const place = shortCitation(cited, language)
  return isLocal(cited.permalink) ? `${place} (${recordName(cited, language)})` : place
}

/** What notes of BibTeX and CSL-JSON say beside the fields that those have. */
const noteOf = (cited: Cited): string =>
  [
    printedPlace(cited),
    `SHA-256 ${cited.source.sha256}`,
    isLocal(cited.permalink) ? recordName(cited, 'en') : null,
    cited.permalink,
  ]
    .filter(Boolean)
    .join('; ')

/**
 * One sentence: what the source says of itself and the page, then the record by our address, or, where that leads to the reader's own machine
 * only, by its name first. The title stays as the source has it.
 */
export function plainCitation(cited: Cited, language: 'en' | 'es' = 'en'): string {
  const { source, permalink, asOf } = cited
  const about = [source.publisher, source.title, source.publishedPrinted ?? words[language].noDate, printedPlace(cited, language)]
  const address = source.officialUrl ?? source.archivedUrl
  const printed = `${about.filter(Boolean).join(', ')}.${address ? ` ${address}.` : ''}`
  if (!isLocal(permalink)) return `${printed} ${words[language].from} ${asOf}: ${permalink}`
  const name = recordName(cited, language)
  return `${printed} ${name[0]!.toUpperCase()}${name.slice(1)} (${words[language].here}: ${permalink})`
}

/** A BibTeX entry; accents are left as UTF-8, as biber and current BibTeX styles take it. */
export function bibtexCitation(cited: Cited): string {
  const { source, asOf } = cited
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
    ['note', escapeTex(noteOf(cited))],
  ]
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`)
  return `@techreport{${citationKey(cited)},\n${lines.join(',\n')}\n}\n`
}

/** A CSL-JSON item (citationstyles.org, schema 1.0.2); write it in an array. */
export function cslCitation(cited: Cited): Record<string, unknown> {
  const { source, asOf } = cited
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
    note: noteOf(cited),
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null && value !== undefined))
}

/** Letters, digits and hyphens: "fmtr-2012-2013-p-iv-233-0eeafd59". The last part keeps two rows of one page apart. */
function citationKey({ source, place, record }: Cited): string {
  const page = volumePage(source, place) ?? (place?.page ? `file-${place.page}` : place?.row ? `row-${place.row}` : '')
  return ['fmtr', source.report ?? source.id, page, record.id.slice(0, 8)]
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
