/** Worker thread: draws pages of archived originals, and cards with a piece of one. Keeps the last few documents open. */
import { openArchive } from './archive.js'
import { coversOf, isWithin } from './covered.js'
import type { CardJob, ImageJob, PageJob } from './page-images.js'
import { openPdf, type PdfDocument } from './pdf.js'
import { drawCard } from './quote-card.js'
import { directionOf } from './reading-frame.js'
import type { ImageOptions } from './render.js'
import { answerJobs } from './worker.js'

const OPEN_DOCUMENTS = 3
const open = new Map<string, PdfDocument>()

answerJobs<ImageJob, Uint8Array | null>(async (job) => {
  const image = job.kind === 'page' ? await pageImage(job) : await cardImage(job)
  return { value: image, transfer: image ? [image.buffer as ArrayBuffer] : [] }
})

async function pageImage(job: PageJob): Promise<Uint8Array | null> {
  const document = await documentOf(job)
  return document && copied(document.renderPage(job.page, optionsOf(document, job)))
}

async function cardImage({ card, row }: CardJob): Promise<Uint8Array | null> {
  const document = row && (await documentOf(row))
  return copied(await drawCard(card, document ? document.pixels(row.page, optionsOf(document, row)) : null))
}

/** An image in a buffer of its own, so that it can be handed over. */
const copied = (image: Uint8Array) => new Uint8Array(image)

function optionsOf(document: PdfDocument, { page, width, marks, crop, masked }: PageJob): ImageOptions {
  const { words } = crop || masked.length > 0 ? document.page(page) : { words: [] }
  const covers = coversOf(words, masked)
  return { width, marks, covers, ...(crop ? { crop, turned: directionOf(words.filter((word) => isWithin(word, crop))) } : {}) }
}

async function documentOf({ home, original }: PageJob): Promise<PdfDocument | null> {
  const kept = open.get(original)
  if (kept) {
    open.delete(original)
    open.set(original, kept)
    return kept
  }
  const bytes = await openArchive(home).read(original)
  if (!bytes) return null
  const document = await openPdf(bytes, `${original.slice(0, 12)}….pdf`)
  open.set(original, document)
  if (open.size > OPEN_DOCUMENTS) {
    const [oldest] = open.keys()
    open.get(oldest!)!.close()
    open.delete(oldest!)
  }
  return document
}
