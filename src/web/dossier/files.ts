/**
 * The files of a dossier: the page for people, the same facts for programs, images of pages, and with them the digests that RFC 8493 asks for. The
 * same list in the same state, made at the same time by the same version, is the same bytes.
 */
import type { BagFile } from '../../exchange/bagit/format.js'
import { type BagInfo, bagOf } from '../../exchange/bagit/write.js'
import { version } from '../../ledger/project.js'
import type { Screening } from '../../screening/screening.js'
import type { WebDependencies } from '../dependencies.js'
import { formatFor, type Language } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { resultsWriter } from '../screening/results-csv.js'
import { writeDossier } from './document.js'
import { type DossierAsk, type DossierFacts, gatherDossier, subjectsOf } from './gather.js'
import { drawEvidence, type PageEvidence } from './page-evidence.js'

export interface DossierRequest extends DossierAsk {
  language: Language
  /** When it is made, which it says of itself. */
  made: Date
}

type Dependencies = Pick<WebDependencies, 'ledger' | 'reading'>

/** Subjects of one file of the payload: of a long list no file needs more memory than this many. */
const subjectsAFile = 5_000

/** The one HTML file, standing alone. @throws UserError */
export async function dossierHtml(dependencies: Dependencies, screening: Screening, request: DossierRequest): Promise<string> {
  const facts = await gatherDossier(dependencies, screening, request)
  return writeDossier({ ...request, facts, evidence: await drawEvidence(dependencies, facts), inBag: false })
}

export interface DossierBag {
  /** The name of its folder: opaque, since the list's contents do not belong in the name of a file. */
  name: string
  files: AsyncGenerator<BagFile>
}

/** The dossier as a bag; what is wrong with the request is told before the first file. @throws UserError */
export async function dossierBag(dependencies: Dependencies, screening: Screening, request: DossierRequest): Promise<DossierBag> {
  const facts = await gatherDossier(dependencies, screening, request)
  const evidence = await drawEvidence(dependencies, facts)
  return {
    name: dossierName(request),
    files: bagOf(payload(screening, request, facts, evidence), bagInfo(request, facts)),
  }
}

/** "rastro-dossier-4f2a…-7-20260201T102030Z": list, subject, time. */
export const dossierName = ({ list, position, made }: Pick<DossierRequest, 'list' | 'position' | 'made'>): string =>
  ['rastro-dossier', list.replaceAll(/[^\w-]/g, ''), ...(position === null ? [] : [position]), stamp(made)].join('-')

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d+/g, '')

function bagInfo({ made, who }: DossierRequest, { list, run, position }: DossierFacts): BagInfo {
  return [
    ['Bag-Software-Agent', `Rastro ${version}`],
    ['Bagging-Date', made.toISOString().slice(0, 10)],
    ['Contact-Name', who],
    ['External-Description', position === null ? 'Screening dossier of a list' : 'Screening dossier of one subject'],
    ['Internal-Sender-Identifier', position === null ? list.id : `${list.id} ${position}`],
    ['Rastro-Ledger-Changeset', String(run.coverage.changeset)],
    ['Rastro-Ledger-Digest', run.coverage.digest],
  ]
}

async function* payload(
  screening: Screening,
  request: DossierRequest,
  facts: DossierFacts,
  evidence: PageEvidence,
): AsyncGenerator<BagFile> {
  const { language, made } = request
  yield { path: 'dossier.html', bytes: Buffer.from(writeDossier({ facts, evidence, made, language, inBag: true })) }
  yield { path: 'dossier.json', bytes: jsonFile(summary(request, facts, evidence)) }
  yield { path: 'evidence.ndjson', bytes: ndjsonFile(evidenceLines(facts)) }
  yield* subjectFiles(screening, request, facts)
  for (const { pages } of evidence.rows.values())
    for (const { image } of pages) if (image) yield { path: image.path, bytes: image.png }
}

/** Every subject with its matches, those without one too: as a table for people and as lines for programs, in one reading of the list. */
async function* subjectFiles(screening: Screening, request: DossierRequest, { run }: DossierFacts): AsyncGenerator<BagFile> {
  const { language } = request
  const table = resultsWriter({ language, text: messagesFor(language), format: formatFor(language) }, run.coverage)
  const csv = [Buffer.from(table.heading)]
  let views: unknown[] = []
  let files = 0
  const portion = (): BagFile => {
    const file = { path: `subjects-${String(++files).padStart(3, '0')}.ndjson`, bytes: ndjsonFile(views) }
    views = []
    return file
  }
  for await (const view of subjectsOf(screening, request)) {
    csv.push(Buffer.from(table.rowsOf(view)))
    views.push(view)
    if (views.length >= subjectsAFile) yield portion()
  }
  if (views.length > 0 || files === 0) yield portion()
  yield { path: 'results.csv', bytes: Buffer.concat(csv) }
}

function summary({ made, who, language }: DossierRequest, facts: DossierFacts, evidence: PageEvidence) {
  const { list, run, position } = facts
  return {
    type: 'rastro screening dossier',
    made: made.toISOString(),
    by: who,
    language,
    tool: { name: 'Rastro', version },
    ledger: { changeset: run.coverage.changeset, at: run.coverage.at, digest: run.coverage.digest },
    list: {
      id: list.id,
      title: list.title,
      owner: list.owner,
      created: list.created,
      fourEyes: list.fourEyes,
      subjects: list.subjects,
    },
    subject: position,
    run: { number: run.number, started: run.started, ended: run.ended, compared: run.done, of: run.of },
    coverage: run.coverage,
    names: Object.fromEntries([...facts.names].sort(([one], [other]) => (one < other ? -1 : 1))),
    sources: [...facts.sources.values()].map(
      ({ id, title, publisher, fileName, sha256, officialUrl, archivedUrl, mediaType }) => ({
        id,
        title,
        publisher,
        fileName,
        sha256,
        officialUrl,
        archivedUrl,
        mediaType,
      }),
    ),
    trainings: [...evidence.rows.values()].map(({ training, source, cells, ordinal, pages }) => ({
      id: training,
      source: source.id,
      cells,
      row: ordinal,
      pages: pages.map(({ page, image }) => ({
        page: page.page,
        label: page.label,
        image: image?.path ?? null,
        outlines: page.rows.filter(({ id }) => id === training).flatMap(({ places }) => places),
      })),
    })),
    pages: { shown: evidence.shown, of: evidence.of },
  }
}

/** A line for each match that is shown in full: what it rests on, with every decision of its subject. */
function evidenceLines({ subjects }: DossierFacts): unknown[] {
  return subjects.flatMap(({ view, decisions, hits }) => [
    { position: view.subject.position, decisions },
    ...hits.map(({ hit, names, postings, matters, findings }) => ({
      position: view.subject.position,
      entity: hit.entity,
      names,
      postings,
      matters,
      findings,
    })),
  ])
}

const jsonFile = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
const ndjsonFile = (values: readonly unknown[]): Uint8Array =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
