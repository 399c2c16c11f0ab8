/** Records as rows of the fact tables, and the ids that follow from content alone. */
import type { Naming, PrintedTotal, Source, Training, UnreadPlace } from '../records.js'
import { type Row, sha256 } from './canonical.js'

/** A source's id: the beginning of its SHA-256, the same on any machine. */
export const sourceId = (sourceSha256: string): string => sourceSha256.slice(0, 16)

/** A printed name's id: a hash of what it is, of its country and of its exact text. */
export const printedNameId = ({ kind, country, text }: { kind: string; country: string | null; text: string }): string =>
  sha256(JSON.stringify([kind, country, text])).slice(0, 20)

/** How a source came to us: circumstances, in no content digest. */
export interface Collection {
  at: Date
  /** The actor. */
  by: string
  /** A folder, an address, or "the bundled data"; never a path of this machine. */
  from: string
  method: string
}

export function sourceRow(source: Source, collection: Collection): Row {
  return {
    id: source.id,
    sha256: source.sha256,
    kind: source.kind,
    report: source.report,
    region: source.region,
    title: source.title,
    publisher: source.publisher,
    language: source.language,
    published_printed: source.publishedPrinted,
    published: null,
    official_url: source.officialUrl,
    archived_url: source.archivedUrl,
    volume_page_offset: source.volumePageOffset,
    file_name: source.fileName,
    media_type: source.mediaType,
    bytes: source.bytes,
    pages: source.pages,
    licence: source.licence,
    collected_at: collection.at,
    collected_by: collection.by,
    collected_from: collection.from,
    method: collection.method,
  }
}

/** `position` is the row's order in the document; `searchKeys` stand in the order of `searchedColumns`. */
export function trainingRow(training: Training, source: string, position: number, searchKeys: string[]): Row {
  const place = training.places[0]!
  return {
    id: training.id,
    source,
    page: place.page,
    row_ordinal: place.row,
    places: training.places,
    position,
    report: training.report,
    fiscal_year: training.fiscalYear,
    status: training.status,
    region: storable(training.region),
    country: storable(training.country),
    country_code: training.countryCode,
    program: storable(training.program),
    program_code: training.programCode,
    program_family: training.programFamily,
    agency: training.agency,
    course_title: storable(training.courseTitle),
    quantity: training.quantity,
    quantity_header: storable(training.quantityHeader),
    location: storable(training.location),
    recipient_unit: storable(training.recipientUnit),
    delivery_unit: storable(training.deliveryUnit),
    delivery_quantity: training.deliveryQuantity,
    cents: training.cents,
    currency: 'USD',
    start_printed: storable(training.startPrinted),
    end_printed: storable(training.endPrinted),
    start_date: training.startDate,
    end_date: training.endDate,
    flags: training.flags.map(({ code, note }) => ({ code, note: storable(note) })),
    search_keys: searchKeys,
  }
}

export function totalRow(total: PrintedTotal, source: string, position: number): Row {
  const place = total.places[0]!
  return {
    id: total.id,
    source,
    page: place.page,
    row_ordinal: place.row,
    places: total.places,
    position,
    report: total.report,
    level: total.level,
    region: storable(total.region),
    country: storable(total.country),
    country_code: total.countryCode,
    program: storable(total.program),
    fiscal_year: total.fiscalYear,
    quantity: total.quantity,
    cents: total.cents,
    currency: 'USD',
    printed: storable(total.printed),
    flags: total.flags.map(({ code, note }) => ({ code, note: storable(note) })),
  }
}

/** Places that could not be read, in the order of the document. Their ids come from where they stand and what stands there. */
export function unreadRows(unread: readonly UnreadPlace[], source: string): Row[] {
  const seen = new Map<string, number>()
  return unread.map(({ place, text, reason }, position) => {
    const where = [source, place.page, place.row, place.box?.map((edge) => Math.round(edge / 2)) ?? null, storable(text)]
    const key = JSON.stringify(where)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return {
      id: sha256(JSON.stringify(['unread place', ...where, before])).slice(0, 24),
      source,
      page: place.page,
      row_ordinal: place.row,
      places: [place],
      position,
      text: storable(text),
      reason,
    }
  })
}

/** A printed name with the key that it is searched by. `country` is null where nobody says of which country it is. */
export function nameRow(printed: string, country: string | null, searchKey: string): Row {
  const name = { kind: 'unit', country: storable(country), text: storable(printed) }
  return { id: printedNameId(name), ...name, search_key: searchKey }
}

/** `name` is the id of the printed name that is used. */
export function namingRow(naming: Naming, training: { id: string; source: string }, name: string): Row {
  return {
    id: `${training.id}.${naming.role[0]}${naming.ordinal}`,
    source: training.source,
    training: training.id,
    role: naming.role,
    ordinal: naming.ordinal,
    count: naming.count,
    recipient_class: naming.recipientClass,
    printed_name: name,
    flags: naming.flags.map(({ code, note }) => ({ code, note: storable(note) })),
  }
}

/** A cell as printed that is masked in public. */
export function unmaskedCellRow(
  training: { id: string; source: string },
  column: 'course_title' | 'recipient_unit' | 'delivery_unit' | 'location',
  text: string,
): Row {
  return { id: `${training.id}.${column}`, source: training.source, training: training.id, column, text: storable(text) }
}

/** Text that PostgreSQL can hold and that comes back as it was: well-formed Unicode without NUL. */
export function storable<Text extends string | null>(text: Text): Text {
  if (text === null || !suspicious.test(text)) return text
  return text.replace(unstorable, '\ufffd') as Text
}
const unstorable = /[\0\p{Surrogate}]/gu
/** Also pairs of surrogates; by code units, as nearly all text has none of these. */
const suspicious = /[\0\ud800-\udfff]/
