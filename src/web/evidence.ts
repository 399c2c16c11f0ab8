/**
 * The evidence room: what a row's or page's evidence is (image, outline, or rows around), and the addresses of images and citations.
 *
 * /evidence/trainings/ID/PLACE.png (and totals/…): the page of the row's PLACE-th place, counted from 1, with the row marked;
 * /evidence/trainings/ID/row.png: the row alone, large; /evidence/sources/ID/PAGE.png: a page; `?width=` in pixels.
 * /evidence/trainings/ID.txt, .bib, .json: the citation (`?as_of=`).
 */
import { type Context, Hono } from 'hono'
import { type Archive, openArchive } from '../documents/archive.js'
import type { MaskedRow } from '../documents/covered.js'
import type { Box } from '../documents/page.js'
import { openPageImages, type PageImages, type PageJob } from '../documents/page-images.js'
import { CARD_IMAGE_WIDTH, type Card } from '../documents/quote-card.js'
import { bibtexCitation, type Cited, cslCitation, plainCitation } from '../exchange/citations.js'
import { errors } from '../ledger/errors.js'
import { type AsOf, asOfText, stateInAddress } from '../ledger/read/as-of.js'
import { type PlacedRow, type PlacedSource, placedRow, placedSource, rowsAround, rowsOnPage } from '../ledger/read/placed-rows.js'
import type { Head, TrainingView } from '../ledger/read/views.js'
import type { Source } from '../ledger/records.js'
import { type EvidencePage, type EvidenceView, IMAGE_WIDTH } from './components/evidence.js'
import type { WebDependencies } from './dependencies.js'
import type { Language } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import { requires } from './permissions.js'
import type { Quotation } from './quote/quotation.js'

/** What a reader may ask for; anything else would fill the cache with near-equal images. */
const WIDTHS = [600, 900, IMAGE_WIDTH, 1600, 2400] as const
/** Rows of an HTML table that are shown before and after. */
const AROUND = 6

type Dependencies = Pick<WebDependencies, 'ledger' | 'reading'>

interface Room {
  archive: Archive
  images: PageImages
}

const rooms = new WeakMap<object, Room>()

/** One archive and one drawing thread for all who share these dependencies. */
function roomOf({ ledger }: Dependencies): Room {
  let room = rooms.get(ledger)
  if (!room) {
    room = { archive: openArchive(ledger.home), images: openPageImages() }
    rooms.set(ledger, room)
  }
  return room
}

/** Originals that everybody may see. */
export const archiveOf = (dependencies: Dependencies): Archive => roomOf(dependencies).archive

/** Ends the drawing thread. */
export async function closeEvidence({ ledger }: Dependencies): Promise<void> {
  await rooms.get(ledger)?.images.close()
}

/** The evidence of a training or printed total: its pages, or the rows around it. Null where there is no such row. */
export async function evidenceOfRow(
  dependencies: Dependencies,
  kind: PlacedRow['kind'],
  id: string,
): Promise<EvidenceView | null> {
  const pool = dependencies.ledger.readerPool
  const row = await placedRow(pool, kind, id)
  if (!row) return null
  const { source } = row
  const { archive } = roomOf(dependencies)
  const removed = await archive.isRemoved(source.sha256)
  const ordinal = row.places[0]?.row ?? null
  if (ordinal !== null) {
    return {
      kind: 'table',
      source,
      removed,
      row: id,
      ordinal,
      rows: await rowsAround(pool, source.id, ordinal - AROUND, ordinal + AROUND),
    }
  }
  const shown = await archive.shown(source.sha256)
  const pages: EvidencePage[] = []
  for (const [at, place] of row.places.entries()) {
    if (place.page === null || pages.some((page) => page.page === place.page)) continue
    const rows = await rowsOnPage(pool, source.id, place.page)
    // A withdrawn row is in no listing; its own evidence shows it all the same.
    if (!rows.some((each) => each.id === id)) rows.push(row)
    pages.push(pageOf(place.page, place.pageLabel, rows, shown && `/evidence/${kind}s/${id}/${at + 1}.png`))
  }
  return pages.length > 0 ? { kind: 'pages', source, removed, row: id, pages } : { kind: 'none', source }
}

/** The evidence of a page of a source; null `page`: none is chosen. */
export async function evidenceOfPage(dependencies: Dependencies, source: Source, page: number | null): Promise<EvidenceView> {
  const of: PlacedSource = source
  if (page === null || source.pages === null || page > source.pages) return { kind: 'none', source: of }
  const rows = await rowsOnPage(dependencies.ledger.readerPool, source.id, page)
  const { archive } = roomOf(dependencies)
  const shown = await archive.shown(source.sha256)
  const label = rows.flatMap((row) => row.places).find((place) => place.page === page)?.pageLabel ?? null
  return {
    kind: 'pages',
    source: of,
    removed: await archive.isRemoved(source.sha256),
    row: null,
    pages: [pageOf(page, label, rows, shown && `/evidence/sources/${source.id}/${page}.png`)],
  }
}

function pageOf(page: number, label: string | null, rows: PlacedRow[], image: string | null): EvidencePage {
  return { page, label, ...sheetOf(rows, page), image, covered: maskedRows(rows, page).length > 0, rows }
}

/** The sheet that the rows fit on: the reports are printed on letter paper, upright or not, and in 2002–2003 on legal paper. */
export function sheetOf(rows: readonly PlacedRow[], page: number): { width: number; height: number } {
  const boxes = boxesOn(rows, page)
  const right = Math.max(0, ...boxes.map((box) => box[2]))
  const bottom = Math.max(0, ...boxes.map((box) => box[3]))
  if (right <= 612 && bottom > 612) return { width: 612, height: Math.max(792, Math.ceil(bottom) + 36) }
  if (right > 792) return { width: Math.max(1008, Math.ceil(right) + 36), height: Math.max(612, Math.ceil(bottom) + 36) }
  return { width: 792, height: 612 }
}

const boxesOn = (rows: readonly PlacedRow[], page: number): Box[] =>
  rows.flatMap((row) => row.places.flatMap((place) => (place.page === page && place.box ? [place.box] : [])))

/** Rows in which personal data is withheld: their images show only the words that their public text has. */
export function maskedRows(rows: readonly PlacedRow[], page: number): MaskedRow[] {
  return rows.filter(isMasked).map((row) => ({ boxes: boxesOn([row], page), texts: row.cells.flatMap(spellings) }))
}

const isMasked = (row: PlacedRow): boolean =>
  row.flags.some((flag) => /PERSON|WITHHELD|MASK|SERVICE_NUMBER/.test(flag.code)) ||
  row.cells.some((cell) => /█|withheld/i.test(cell))

/** A cost is public as a number: its printed forms are no secrets. */
function spellings(cell: string): string[] {
  if (!/^\$[\d,]+(\.\d\d)?$/.test(cell)) return [cell]
  const bare = cell.replace('$', '')
  return [cell, bare, bare.replaceAll(',', ''), cell.replaceAll(',', '')]
}

/** What is drawn of a page; null where its original is not at hand. `self` is marked even where it is in no listing any more. */
async function jobOf(
  dependencies: Dependencies,
  source: PlacedSource,
  page: number,
  drawing: Pick<PageJob, 'width' | 'marks'> & { crop?: Box },
  self?: PlacedRow,
): Promise<PageJob | null> {
  const { archive } = roomOf(dependencies)
  const original = source.mediaType === 'application/pdf' ? await archive.shown(source.sha256) : null
  if (original === null || page > (source.pages ?? 0)) return null
  const rows = await rowsOnPage(dependencies.ledger.readerPool, source.id, page)
  if (self && !rows.some((row) => row.id === self.id)) rows.push(self)
  return { kind: 'page', home: dependencies.ledger.home, original, page, masked: maskedRows(rows, page), ...drawing }
}

/** The page of a training with its row marked, as a PNG; null where its original is not at hand. */
export async function drawTrainingPage(
  dependencies: Dependencies,
  id: string,
  page: number,
  width: number,
): Promise<Uint8Array | null> {
  const row = await placedRow(dependencies.ledger.readerPool, 'training', id)
  const job = row && (await jobOf(dependencies, row.source, page, { width, marks: boxesOn([row], page) }, row))
  return job && roomOf(dependencies).images.draw(job)
}

/** The evidence room's addresses. `quotationOf` gives the words of a training's card. */
export function evidenceRoutes(dependencies: Dependencies, quotationOf: QuotationOf): Hono {
  const app = new Hono()
  const pool = dependencies.ledger.readerPool
  const { images } = roomOf(dependencies)
  app.use('/evidence/*', requires('read'))

  for (const kind of ['training', 'total'] as const) {
    app.get(`/evidence/${kind}s/:id{[0-9a-f]+}/:place{[1-9][0-9]?\\.png}`, async (context) => {
      const row = await placedRow(pool, kind, context.req.param('id'))
      const place = row?.places[Number.parseInt(context.req.param('place'), 10) - 1]
      if (!row || !place?.page) throw errors.EVIDENCE_NOT_FOUND()
      const marks = boxesOn([row], place.page)
      return image(await jobOf(dependencies, row.source, place.page, { width: widthOf(context.req.query('width')), marks }, row))
    })
    app.get(`/evidence/${kind}s/:id{[0-9a-f]+}/row.png`, async (context) => {
      const row = await placedRow(pool, kind, context.req.param('id'))
      if (!row) throw errors.EVIDENCE_NOT_FOUND()
      return image(await rowJob(row, widthOf(context.req.query('width'))))
    })
  }

  app.get('/evidence/sources/:id{[0-9a-f]+}/:page{[1-9][0-9]*\\.png}', async (context) => {
    const source = await placedSource(pool, context.req.param('id'))
    if (!source) throw errors.EVIDENCE_NOT_FOUND()
    return image(
      await jobOf(dependencies, source, Number.parseInt(context.req.param('page'), 10), {
        width: widthOf(context.req.query('width')),
        marks: [],
      }),
    )
  })

  app.get('/evidence/trainings/:file{[0-9a-f]+\\.(?:txt|bib|json)}', async (context) => {
    const [id, format] = context.req.param('file').split('.') as [string, 'txt' | 'bib' | 'json']
    const view = await dependencies.reading.training(id, asOf(context.req.query('as_of')))
    if (!view) throw errors.EVIDENCE_NOT_FOUND()
    const cited = citedTraining(view, new URL(context.req.url).origin)
    if (format === 'txt') return context.text(`${plainCitation(cited)}\n`)
    if (format === 'bib') {
      return context.body(bibtexCitation(cited), 200, {
        'content-type': 'application/x-bibtex; charset=utf-8',
        'content-disposition': `attachment; filename="${id}.bib"`,
      })
    }
    return context.body(`${JSON.stringify([cslCitation(cited)], null, 2)}\n`, 200, {
      'content-type': 'application/vnd.citationstyles.csl+json; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.json"`,
    })
  })

  app.get('/evidence/trainings/:id{[0-9a-f]+}/:card{card\\.(?:en|es)\\.png}', async (context) => {
    const language = context.req.param('card').split('.')[1] as Language
    const id = context.req.param('id')
    const view = await dependencies.reading.training(id, asOf(context.req.query('as_of')))
    const row = view && (await placedRow(pool, 'training', id))
    if (!view || !row) throw errors.EVIDENCE_NOT_FOUND()
    const card = cardOf(quotationOf(view, language, new URL(context.req.url).origin), language)
    return png(await images.draw({ kind: 'card', card, row: await rowJob(row, CARD_IMAGE_WIDTH) }))
  })

  /** The row with a little of what stands around it. */
  async function rowJob(row: PlacedRow & { source: PlacedSource }, width: number): Promise<PageJob | null> {
    const place = row.places[0]
    if (!place?.page || !place.box) return null
    const [left, top, right, bottom] = place.box
    // More along the row than across it; on a page that is displayed sideways it runs from top to bottom.
    const [x, y] = bottom - top > right - left ? [5, 10] : [10, 5]
    const crop: Box = [left - x, top - y, right + x, bottom + y]
    return jobOf(dependencies, row.source, place.page, { width, marks: [place.box], crop }, row)
  }

  async function image(job: PageJob | null): Promise<Response> {
    if (!job) throw errors.EVIDENCE_NO_ORIGINAL()
    return png(await images.draw(job))
  }

  return app
}

export type QuotationOf = (view: TrainingView, language: Language, origin: string) => Quotation

/** @throws UserError NOT_FOUND where the picture could not be drawn */
export function cardResponse(context: Context, card: Uint8Array | null): Response {
  if (!card) throw errors.NOT_FOUND('picture')
  return context.body(new Uint8Array(card), 200, { 'content-type': 'image/png', 'cache-control': 'private, max-age=3600' })
}

/** A card of any quotation, without an image of a row: for sums. */
export function drawQuotation(dependencies: Dependencies, quotation: Quotation, language: Language): Promise<Uint8Array | null> {
  return roomOf(dependencies).images.draw({ kind: 'card', card: cardOf(quotation, language), row: null })
}

function cardOf(quotation: Quotation, language: Language): Card {
  const { evidence, quote } = messagesFor(language)
  return {
    heading: evidence.cardHeading,
    sentence: quotation.sentence,
    imageLabel: evidence.cardAsPrinted,
    lettersMissing: evidence.cardLetters,
    parts: [
      { label: quote.caveat, text: quotation.caveat },
      { label: quote.place, text: quotation.place },
      { label: quote.balance, text: quotation.balance },
      { label: quote.permalink, text: quotation.permalink },
    ],
  }
}

/** How a training's row is cited in the state of the ledger that `view` shows. */
export function citedTraining(view: Pick<TrainingView, 'training' | 'source' | 'head'>, origin: string): Cited {
  return {
    source: view.source,
    place: view.training.places[0] ?? null,
    record: { id: view.training.id, state: stateInAddress(view.head) },
    permalink: `${origin}/id/trainings/${view.training.id}?as_of=${stateInAddress(view.head)}`,
    asOf: dayOf(view.head),
  }
}

const dayOf = (head: Head): string => head.at.slice(0, 10)

/** The given width, rounded up to one that is drawn. */
function widthOf(given: string | undefined): number {
  if (given === undefined) return IMAGE_WIDTH
  const asked = /^\d{1,5}$/.test(given) ? Number(given) : 0
  const width = WIDTHS.find((each) => each >= asked)
  if (!asked || !width) throw errors.QUERY_INVALID('width', `a number of pixels up to ${WIDTHS.at(-1)}`)
  return width
}

function asOf(given: string | undefined): AsOf {
  if (given === undefined) return undefined
  const read = asOfText.safeParse(given)
  if (!read.success) throw errors.QUERY_INVALID('as_of', read.error.issues[0]?.message ?? 'names no state')
  return read.data
}

function png(bytes: Uint8Array | null): Response {
  if (!bytes) throw errors.EVIDENCE_NO_ORIGINAL()
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=3600', 'content-length': String(bytes.length) },
  })
}
