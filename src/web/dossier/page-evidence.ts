/**
 * The pages that a dossier's trainings stand on: drawn with the row marked where the original is archived, else what its outline is drawn from. Bounded
 * in number and bytes; of what is left out place, words and address are given all the same.
 */
import type { PlacedRow, PlacedSource } from '../../ledger/read/placed-rows.js'
import type { EvidencePage } from '../components/evidence.js'
import type { WebDependencies } from '../dependencies.js'
import { drawTrainingPage, evidenceOfRow } from '../evidence.js'
import type { DossierFacts } from './gather.js'

/** Rows of one finding that are shown one by one. */
export const mostRows = 6
const mostImages = 120
const mostImageBytes = 32_000_000
/** Pixels: a row can be read on paper. */
const width = 1_600

export interface DrawnPage {
  page: EvidencePage
  /** Path in the dossier, and the bytes; null where it is an outline. */
  image: { path: string; png: Uint8Array } | null
}

export interface RowEvidence {
  training: string
  source: PlacedSource
  /** As read, personal data masked. */
  cells: string[]
  /** For a web page: the row's number in it. */
  ordinal: number | null
  /** Empty where the source has none, or the dossier holds enough of them already. */
  pages: DrawnPage[]
}

export interface PageEvidence {
  rows: Map<string, RowEvidence>
  /** Pages with an image or outline, of all. */
  shown: number
  of: number
}

/** By training, in the order of the dossier. */
export async function drawEvidence(
  dependencies: Pick<WebDependencies, 'ledger' | 'reading'>,
  { subjects }: Pick<DossierFacts, 'subjects'>,
): Promise<PageEvidence> {
  const trainings = new Set(
    subjects.flatMap(({ hits }) =>
      hits.flatMap(({ findings }) =>
        findings.flatMap(({ assistance }) => assistance.slice(0, mostRows).map(({ training }) => training)),
      ),
    ),
  )
  const evidence: PageEvidence = { rows: new Map(), shown: 0, of: 0 }
  let bytes = 0
  for (const training of trainings) {
    const view = await evidenceOfRow(dependencies, 'training', training)
    if (view === null || view.kind === 'none') continue
    if (view.kind === 'table') {
      const own = view.rows.find(({ id }) => id === training)
      if (own) evidence.rows.set(training, { training, source: view.source, cells: own.cells, ordinal: view.ordinal, pages: [] })
      continue
    }
    const own = view.pages.flatMap(({ rows }) => rows).find(({ id }) => id === training)
    if (!own) continue
    const pages: DrawnPage[] = []
    for (const page of view.pages) {
      evidence.of++
      if (evidence.shown >= mostImages || bytes >= mostImageBytes) continue
      const png = page.image === null ? null : await drawTrainingPage(dependencies, training, page.page, width)
      bytes += png?.length ?? outlineBytes(page.rows)
      evidence.shown++
      pages.push({ page, image: png && { path: `evidence/${training}-page-${page.page}.png`, png } })
    }
    evidence.rows.set(training, { training, source: view.source, cells: own.cells, ordinal: null, pages })
  }
  return evidence
}

const outlineBytes = (rows: readonly PlacedRow[]): number =>
  rows.reduce((sum, { cells }) => sum + 400 + 2 * cells.join().length, 0)
