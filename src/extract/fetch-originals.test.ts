import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePdf } from '../../test/pdf-writer.js'
import { type Archive, openArchive } from '../documents/archive.js'
import { cutOut } from '../documents/cut.js'
import { openPdf } from '../documents/pdf.js'
import { findRun, htmlTextDigest, textDigest } from '../documents/text-digest.js'
import { chooseOriginals, download, type Fetched, fetchOriginals, type KnownOriginal, knownOriginals } from './fetch-originals.js'

const page = (text: string) => ({ texts: [{ text, x: 50, y: 50 }] })
const volume = writePdf(['cover', 'Africa 1', 'Africa 2', 'blank', 'Europe 1', 'Europe 2', 'Europe 3'].map(page))
const africa = writePdf(['Africa 1', 'Africa 2'].map(page))
const europe = writePdf(['Europe 1', 'Europe 2', 'Europe 3'].map(page))
const other = writePdf([page('another year')])
const web = Buffer.from('<html><p>archived copy</p><table><tr><td>AIRBORNE<td>2</table></html>')

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'rastro-fetch-test-'))
const signal = new AbortController().signal
let server: Server
let origin: string
let hits: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url!)
    if (request.url === '/volume.pdf') response.end(volume)
    else if (request.url === '/other.pdf') response.end(other)
    else if (request.url === '/picture.pdf') response.end('\x89PNG\r\n\x1a\n')
    else if (request.url === '/web.html') response.end(web)
    else if (request.url === '/slow') response.write('x')
    else response.writeHead(404).end('no')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.closeAllConnections() ?? server.close())

async function original(bytes: Uint8Array, given: Partial<KnownOriginal> = {}): Promise<KnownOriginal> {
  const path = join(folder, `${sha256(bytes).slice(0, 8)}.bin`)
  writeFileSync(path, bytes)
  const { pages, firstPage, text } = await cutOut(path, [])
  const digest = sha256(bytes)
  return {
    sha256: digest,
    report: '2015-2016',
    fileName: 'section.pdf',
    title: 'A section',
    officialUrl: `${origin}/volume.pdf`,
    archivedUrl: null,
    text: { sha256: digest, pages, firstPage, text },
    ...given,
  }
}

const freshArchive = (): Archive => openArchive(mkdtempSync(join(tmpdir(), 'rastro-fetch-home-')))
const fetchAll = (originals: KnownOriginal[], archive: Archive, from?: string) =>
  fetchOriginals(originals, archive, { download: (address) => download(address, signal, 2000) }, from)
const outcomes = (results: Fetched[]) =>
  results.map((result) => (result.outcome === 'failed' ? result.error.code : result.outcome))

test('sections are cut out of one download of the volume, checked by their words, and shown for the originals', async () => {
  const archive = freshArchive()
  const originals = [await original(africa), await original(europe)]
  hits = []
  const results = await fetchAll(originals, archive)
  expect(results.map((result) => result.outcome === 'kept' && result.first)).toEqual([2, 5])
  expect(hits).toEqual(['/volume.pdf'])
  const shown = (await archive.shown(sha256(europe)))!
  const cut = await openPdf((await archive.read(shown))!, 'cut.pdf')
  expect(
    [1, 2, 3].map((at) =>
      cut
        .page(at)
        .words.map((word) => word.text)
        .join(' '),
    ),
  ).toEqual(['Europe 1', 'Europe 2', 'Europe 3'])
  expect(cut.pageCount).toBe(3)
  cut.close()
  expect(outcomes(await fetchAll(originals, archive))).toEqual(['there', 'there'])
})

test('the very file is kept as it is, also without a digest of its text', async () => {
  const archive = freshArchive()
  expect(outcomes(await fetchAll([await original(volume, { text: null })], archive))).toEqual(['kept'])
  expect(await archive.read(sha256(volume))).toEqual(Buffer.from(volume))
})

test('what was removed, since something in it was expunged, is neither fetched nor kept again', async () => {
  const archive = freshArchive()
  const wanted = await original(volume, { text: null })
  await fetchAll([wanted], archive)
  await archive.remove(wanted.sha256)
  hits = []
  expect(outcomes(await fetchAll([wanted], archive))).toEqual(['FETCH_EXPUNGED'])
  expect(hits).toEqual([])
  await archive.keep(wanted.sha256, volume)
  expect(await archive.shown(wanted.sha256)).toBeNull()
})

test('a web page is taken by the words of its tables, whatever stands around them', async () => {
  const archive = freshArchive()
  const printed = Buffer.from('<html><table><tr><td>AIRBORNE</td><td>2</td></tr></table></html>')
  expect(outcomes(await fetchAll([await original(printed, { officialUrl: `${origin}/web.html` })], archive))).toEqual(['kept'])
  expect(await archive.shown(sha256(printed))).toBe(sha256(web))
  expect(htmlTextDigest(printed)).not.toBe(htmlTextDigest(Buffer.from('<table><tr><td>AIRBORNE<td>3</table>')))
})

test('what is something else is not kept, and says so', async () => {
  const archive = freshArchive()
  const wanted = await original(africa)
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: `${origin}/other.pdf` }], archive))).toEqual(['FETCH_TEXT_DIFFERS'])
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: `${origin}/picture.pdf` }], archive))).toEqual(['FILE_KIND_UNKNOWN'])
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: `${origin}/gone.pdf` }], archive))).toEqual(['FETCH_REFUSED'])
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: null }], archive))).toEqual(['FETCH_NO_ADDRESS'])
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: 'http://127.0.0.1:9/volume.pdf' }], archive))).toEqual([
    'FETCH_UNREACHABLE',
  ])
  expect(outcomes(await fetchAll([{ ...wanted, officialUrl: `${origin}/slow` }], archive))).toEqual(['FETCH_UNREACHABLE'])
  expect(await archive.shown(wanted.sha256)).toBeNull()
})

test('where the official address is gone the archived copy is tried, and --from takes its place', async () => {
  const gone = await original(africa, { officialUrl: `${origin}/gone.pdf`, archivedUrl: `${origin}/volume.pdf` })
  expect(outcomes(await fetchAll([gone], freshArchive()))).toEqual(['kept'])
  const path = join(folder, 'at hand.pdf')
  writeFileSync(path, volume)
  expect(outcomes(await fetchAll([{ ...gone, officialUrl: null, archivedUrl: null }], freshArchive(), path))).toEqual(['kept'])
})

test('a run of pages is found by all of its pages, not by its first', () => {
  const wanted = { sha256: '', pages: 2, firstPage: 'blank', text: textDigest(['blank', 'b']) }
  expect(findRun(['blank', 'a', 'blank', 'b', 'c'], wanted)).toBe(3)
  expect(findRun(['blank', 'a', 'blank'], wanted)).toBeNull()
})

test('a report, an id, the beginning of a digest and a file name choose originals', () => {
  const known = knownOriginals()
  expect(known.length).toBeGreaterThan(100)
  expect(chooseOriginals(known, '2015_2016')).toHaveLength(6)
  expect(chooseOriginals(known, known[5]!.sha256.slice(0, 16))).toEqual([known[5]])
  expect(chooseOriginals(known, '213470.pdf')).toHaveLength(1)
  expect(() => chooseOriginals(known, '1066')).toThrow(expect.objectContaining({ code: 'FETCH_UNKNOWN' }))
})

test('every known file has a digest of its text', () => {
  expect(knownOriginals().filter((original) => original.text === null)).toEqual([])
})

const shared = fileURLToPath(new URL('../../../shared/data/fmtr/', import.meta.url))

test.skipIf(!existsSync(shared))(
  'the committed digests are those of the files: reading words otherwise needs new ones',
  async () => {
    const known = knownOriginals()
    for (const file of ['2002_2003/21822.pdf', '1999_2000/cta_sasia_all.html']) {
      const { pages, firstPage, text } = await cutOut(shared + file, [])
      const { sha256: digest, ...wanted } = chooseOriginals(known, file.split('/')[1]!)[0]!.text!
      expect(digest).toHaveLength(64)
      expect({ pages, firstPage, text }).toEqual(wanted)
    }
  },
)
