/** The source that a report file is: what its content says, and what a committed table knows of the file with this digest. */
import { sourceId } from '../ledger/changesets/facts.js'
import type { Source } from '../ledger/records.js'
import { readDataTable } from '../ledger/vocabulary.js'
import type { ReadReport } from './read-report.js'

const publisher = 'U.S. Department of State and U.S. Department of Defense'
const licence = 'United States Government work'

interface KnownSource {
  title: string
  officialUrl: string | null
  archivedUrl: string | null
  volumePageOffset: number | null
}

let known: Map<string, KnownSource> | undefined

/** Files of the series by SHA-256 (data/vocabulary/sources.csv). */
function knownSources(): Map<string, KnownSource> {
  known ??= new Map(
    readDataTable('vocabulary/sources.csv').map((row) => [
      row.sha256!,
      {
        title: row.title!,
        officialUrl: row.official_url || null,
        archivedUrl: row.archived_url || null,
        volumePageOffset: row.volume_page_offset ? Number(row.volume_page_offset) : null,
      },
    ]),
  )
  return known
}

/** A file that the table does not know gets what its content says, and no address. */
export function sourceOfReport(report: ReadReport): Source {
  const table = knownSources().get(report.sha256)
  return {
    id: sourceId(report.sha256),
    sha256: report.sha256,
    kind: 'training report',
    report: report.report,
    region: report.regions.length > 0 ? report.regions.join('; ') : null,
    title: table?.title ?? reportTitle(report),
    publisher,
    language: 'en',
    publishedPrinted: null,
    officialUrl: table?.officialUrl ?? null,
    archivedUrl: table?.archivedUrl ?? null,
    volumePageOffset: table ? table.volumePageOffset : volumePageOffset(report.pageLabels),
    fileName: report.file,
    mediaType: report.mediaType,
    bytes: report.bytes,
    pages: report.pages,
    licence,
  }
}

/** "Foreign Military Training and DoD Engagement Activities of Interest, Fiscal Years 2012 and 2013, section IV: Africa". */
function reportTitle({ report, regions }: Pick<ReadReport, 'report' | 'regions'>): string {
  const years = report.replace('-', ' and ')
  const part = regions.length > 0 ? `: ${regions.join(', ')}` : ''
  return `Foreign Military Training and DoD Engagement Activities of Interest, Fiscal Years ${years}, section IV${part}`
}

/**
 * What to add to a page of the file to get the number printed on it ("IV-233" on the first page: 232), which is how the volume is cited;
 * null where the labels do not run on evenly for at least nine pages in ten.
 */
function volumePageOffset(labels: readonly (string | null)[]): number | null {
  const counts = new Map<number, number>()
  for (const [index, label] of labels.entries()) {
    const number = /(\d+)\s*$/.exec(label ?? '')?.[1]
    if (number === undefined) continue
    const offset = Number(number) - (index + 1)
    counts.set(offset, (counts.get(offset) ?? 0) + 1)
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one)
  return best && best[1] >= 0.9 * labels.length ? best[0] : null
}
