import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { writePdf } from '../../test/pdf-writer.js'
import { reportPage } from '../../test/report-pdf.js'
import { openArchive } from '../documents/archive.js'
import { coversOf } from '../documents/covered.js'
import { openPdf } from '../documents/pdf.js'
import { maskTraining } from '../extract/cells.js'
import { ingest } from '../extract/ingest.js'
import { readReport } from '../extract/read-report.js'
import type { Ledger } from '../ledger/database/connect.js'
import type { PlacedRow } from '../ledger/read/placed-rows.js'
import { buildApp } from './app.js'
import { Evidence, type EvidenceView } from './components/evidence.js'
import { openWeb, type WebDependencies } from './dependencies.js'
import { closeEvidence, evidenceOfPage, evidenceOfRow, evidenceRoutes, maskedRows, sheetOf } from './evidence.js'
import { formatFor } from './messages/format.js'
import { messagesFor } from './messages/messages.js'
import { problemOf, problemResponse } from './problems.js'
import { renderPage } from './render.js'

const pdf = writePdf([
  reportPage(
    [
      ['AIRBORNE', 2, '$1,500'],
      ['INFANTRY CAPTAINS CAREER', 1, '$20,914.08'],
    ],
    [3, '$22,414'],
  ),
])
const sha256 = createHash('sha256').update(pdf).digest('hex')
const path = join(mkdtempSync(join(tmpdir(), 'rastro-evidence-')), 'freedonia.pdf')
writeFileSync(path, pdf)

let ledger: Ledger
let dependencies: WebDependencies
let app: Hono
let id: string

beforeAll(async () => {
  ledger = await freshDatabase()
  const signal = new AbortController().signal
  await ingest(
    [path],
    ledger,
    { actor: 'a tester', again: false, restricted: false },
    {
      now: () => new Date('2026-01-02T03:04:05Z'),
      signal,
      keepOriginal: async () => {},
      onProgress() {},
      onSource() {},
    },
  )
  dependencies = openWeb(ledger)
  app = new Hono()
  app.route(
    '/',
    evidenceRoutes(dependencies, () => ({
      sentence: 'A sentence.',
      caveat: 'c',
      place: 'p',
      balance: 'b',
      permalink: 'http://x/',
    })),
  )
  app.onError((error) => problemResponse(problemOf(error)))
  const { rows } = await ledger.readerPool.query("SELECT id FROM ledger.training WHERE course_title = 'AIRBORNE'")
  id = rows[0].id
}, 60_000)

afterAll(async () => {
  await closeEvidence(dependencies)
  await ledger.close()
})

const get = (address: string) => app.request(address)
const keep = () => openArchive(ledger.home).keep(sha256, readFileSync(path))
const forget = () => rmSync(join(ledger.home, 'archive'), { recursive: true, force: true })

function render(view: EvidenceView, language: 'en' | 'es' = 'en'): string {
  const site = {
    language,
    text: messagesFor(language),
    format: formatFor(language),
    address: '/',
    asOf: null,
    head: null,
    origin: 'http://x',
    stylesheet: '/s.css',
  }
  return renderPage(site, <Evidence view={view} />)
}

test('without the original a row shows its outline, its words, its address and how to get it', async () => {
  forget()
  const view = (await evidenceOfRow(dependencies, 'training', id))!
  const html = render(view)
  expect(html).not.toContain('<img')
  expect(html).toMatch(/<svg class="page-outline"[^>]*viewBox="0 0 792 612"/)
  expect(html).toContain('AIRBORNE · 2 · Fort Benning, GA · Infantry Battalion 3 · USAIS · $1,500 · 1/2/2016 · 2/3/2016')
  expect(html).toContain('INFANTRY CAPTAINS CAREER')
  expect(html.match(/fill="#ffe975"/g)).toHaveLength(1)
  expect(html).toContain(sha256)
  expect(html).toContain('bin/rastro ingest freedonia.pdf')
  expect(html).not.toMatch(/style=|<script|onload/)
  expect((await get(`/evidence/trainings/${id}/1.png`)).status).toBe(404)
  expect(await (await get(`/evidence/trainings/${id}/1.png`)).json()).toMatchObject({ code: 'EVIDENCE_NO_ORIGINAL' })
})

test('a page that was shown before its original came shows it afterwards', async () => {
  forget()
  const web = buildApp({ ledger })
  const address = `/en/trainings/${id}`
  const before = await web.request(address)
  expect(await before.text()).toContain('bin/rastro')
  await keep()
  const after = await web.request(address, { headers: { 'if-none-match': before.headers.get('etag')! } })
  expect(after.status).toBe(200)
  expect(await after.text()).toContain(`<img src="/evidence/trainings/${id}/1.png"`)
  await closeEvidence(web.dependencies)
  forget()
})

test('with the original it shows the page with the row marked, and the row alone', async () => {
  await keep()
  const html = render((await evidenceOfRow(dependencies, 'training', id))!)
  expect(html).toContain(`<img src="/evidence/trainings/${id}/1.png"`)
  expect(html).not.toContain('bin/rastro')
  const size = async (address: string) => {
    const answer = await get(address)
    expect([address, answer.status, answer.headers.get('content-type')]).toEqual([address, 200, 'image/png'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  }
  expect(await size(`/evidence/trainings/${id}/1.png`)).toEqual([1200, 927])
  expect(await size(`/evidence/trainings/${id}/1.png?width=500`)).toEqual([600, 464])
  const [width, height] = await size(`/evidence/trainings/${id}/row.png`)
  expect(width! / height!).toBeGreaterThan(15)
  const { rows } = await ledger.readerPool.query('SELECT id FROM ledger.source')
  expect(await size(`/evidence/sources/${rows[0].id}/1.png`)).toEqual([1200, 927])
  expect(await size(`/evidence/trainings/${id}/card.es.png`)).toEqual([1200, expect.any(Number)])
  forget()
})

test('a larger file cut to the same pages stands in for the original', async () => {
  const again = writePdf([
    {
      ...reportPage(
        [
          ['AIRBORNE', 2, '$1,500'],
          ['INFANTRY CAPTAINS CAREER', 1, '$20,914.08'],
        ],
        [3, '$22,414'],
      ),
      content: '% saved again',
    },
  ])
  const edition = createHash('sha256').update(again).digest('hex')
  const archive = openArchive(ledger.home)
  await archive.keep(edition, again)
  await archive.keepEdition(sha256, edition, 'https://example.org/volume.pdf')
  expect((await get(`/evidence/trainings/${id}/1.png`)).status).toBe(200)
  await archive.remove(sha256)
  expect((await get(`/evidence/trainings/${id}/1.png`)).status).toBe(404)
  expect(await archive.has(edition)).toBe(false)
  // What was expunged stands on the page still, beside rows that stay: whoever gives the folder again does not bring it back.
  await keep()
  expect((await get(`/evidence/trainings/${id}/1.png`)).status).toBe(404)
  const html = render((await evidenceOfRow(dependencies, 'training', id))!)
  expect(html).toContain('something that stands in it was expunged')
  expect(html).not.toContain('bin/rastro ingest')
  forget()
})

test('a page of a source shows all of its rows; no page chosen says so', async () => {
  const { source } = (await dependencies.reading.training(id))!
  const page = await evidenceOfPage(dependencies, source, 1)
  expect(page.kind === 'pages' && page.pages[0]!.rows.map((row) => row.kind)).toEqual(['training', 'training', 'total', 'total'])
  expect(render(await evidenceOfPage(dependencies, source, null), 'es')).toContain('Elija arriba una página')
  expect((await evidenceOfPage(dependencies, source, 99)).kind).toBe('none')
})

test('citations carry the page and the state of the ledger', async () => {
  const text = await (await get(`/evidence/trainings/${id}.txt`)).text()
  const state = (await dependencies.reading.head()).content?.slice(0, 16)
  expect(text).toContain(`Rastro row ${id}, state ${state} of 2026-01-02 (`)
  expect(text).toContain(`http://localhost/id/trainings/${id}?as_of=${state})`)
  const bib = await get(`/evidence/trainings/${id}.bib`)
  expect(bib.headers.get('content-type')).toContain('bibtex')
  expect(await bib.text()).toMatch(/^@techreport\{fmtr-/)
  const [item] = (await (await get(`/evidence/trainings/${id}.json?as_of=1`)).json()) as [{ type: string }]
  expect(item.type).toBe('report')
})

test('whatever is asked for that is not there is a 404 or a 400 problem', async () => {
  await keep()
  const cases: [string, number][] = [
    [`/evidence/trainings/${'0'.repeat(24)}/1.png`, 404],
    [`/evidence/trainings/${'0'.repeat(24)}.bib`, 404],
    [`/evidence/trainings/${id}/9.png`, 404],
    [`/evidence/trainings/${id}/0.png`, 404],
    [`/evidence/trainings/${id}/1.png?width=0`, 400],
    [`/evidence/trainings/${id}/1.png?width=9999999`, 400],
    [`/evidence/trainings/${id}/1.png?width=%00`, 400],
    [`/evidence/trainings/${id}.bib?as_of=x`, 400],
    [`/evidence/trainings/${id}.bib?as_of=${'0'.repeat(12)}`, 400],
    ['/evidence/sources/abc/1.png', 404],
    [`/evidence/sources/${sha256.slice(0, 16)}/2.png`, 404],
    [`/evidence/sources/${sha256.slice(0, 16)}/99999999999999999999.png`, 404],
    ['/evidence/../../etc/passwd', 404],
    [`/evidence/trainings/${"'".repeat(20)}/1.png`, 404],
  ]
  for (const [address, status] of cases) expect([address, (await get(address)).status]).toEqual([address, status])
  forget()
})

test('a masked row is told by its flag or by its text, and its cost is no secret', () => {
  const row = (given: Partial<PlacedRow>): PlacedRow => ({
    kind: 'training',
    id: 'a',
    places: [{ page: 1, pageLabel: null, box: [0, 0, 10, 10], row: null }],
    cells: ['Sgt.', '$1,500'],
    flags: [],
    ...given,
  })
  expect(maskedRows([row({})], 1)).toEqual([])
  expect(maskedRows([row({ flags: [{ code: 'PERSONAL_DATA_MASKED', note: '' }] })], 1)).toEqual([
    { boxes: [[0, 0, 10, 10]], texts: ['Sgt.', '$1,500', '1,500', '1500', '$1500'] },
  ])
  expect(maskedRows([row({ cells: ['Sgt. [name withheld]'] })], 1)).toHaveLength(1)
  expect(sheetOf([row({ places: [{ page: 1, pageLabel: null, box: [200, 30, 910, 40], row: null }] })], 1)).toEqual({
    width: 1008,
    height: 612,
  })
  expect(sheetOf([row({ places: [{ page: 1, pageLabel: null, box: [58, 700, 280, 710], row: null }] })], 1)).toEqual({
    width: 612,
    height: 792,
  })
})

const angola = fileURLToPath(new URL('../../../shared/data/fmtr/2010_2011/171509.pdf', import.meta.url))

test.skipIf(!existsSync(angola))('on a real page the service numbers are covered, all of them and nothing else', async () => {
  const report = await readReport(angola)
  const rows = report.trainings
    .filter((training) => training.places[0]!.page === 1)
    .map((training) => maskTraining(training, 'any').training)
  const placed = rows.map(({ id: rowId, places, flags, ...row }): PlacedRow => {
    const cost = `$${((row.cents ?? 0) / 100).toLocaleString('en')}`
    const cells = [
      row.courseTitle,
      String(row.quantity),
      row.location,
      row.recipientUnit,
      row.deliveryUnit,
      cost,
      row.startPrinted,
      row.endPrinted,
    ]
    return { kind: 'training', id: rowId, places, flags, cells: cells.filter((cell) => cell !== null) }
  })
  const masked = maskedRows(placed, 1)
  expect(masked).toHaveLength(25)
  const document = await openPdf(readFileSync(angola), 'angola.pdf')
  const { words } = document.page(1)
  document.close()
  const covers = coversOf(words, masked)
  const covered = words.filter((word) => covers.some((cover) => cover[0] === word.left - 1 && cover[1] === word.top))
  expect(covered).toHaveLength(25)
  expect(covered.every((word) => /^\d{6,9}$/.test(word.text))).toBe(true)
})
