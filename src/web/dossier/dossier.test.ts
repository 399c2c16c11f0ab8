/** A dossier of a list that was held against a real ledger with a page in its archive; the list's own answers are given. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, designation, judgement, source, statement } from '../../../test/ledger-facts.js'
import { writePdf } from '../../../test/pdf-writer.js'
import { reportPage } from '../../../test/report-pdf.js'
import { answering, coverage, decision, hit, list, run, subject, view } from '../../../test/screening-views.js'
import { openArchive } from '../../documents/archive.js'
import { checkBag } from '../../exchange/bagit/check.js'
import { openBag } from '../../exchange/bagit/content.js'
import { writeBagFolder } from '../../exchange/bagit/write.js'
import { zipOf } from '../../exchange/bagit/zip-bag.js'
import { ingest } from '../../extract/ingest.js'
import { commitChangeset } from '../../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../../ledger/changesets/entity-facts.js'
import { sourceRow } from '../../ledger/changesets/facts.js'
import { addJudgements } from '../../ledger/changesets/judgements.js'
import { replaceSource } from '../../ledger/changesets/replace-source.js'
import type { Ledger } from '../../ledger/database/connect.js'
import { readHead } from '../../ledger/read/snapshot.js'
import { resolveNames } from '../../resolve/resolve.js'
import type { SubjectView } from '../../screening/model.js'
import type { Screening } from '../../screening/screening.js'
import { openWeb, type WebDependencies } from '../dependencies.js'
import { closeEvidence } from '../evidence.js'
import { dossierBag, dossierHtml } from './files.js'

const pdf = writePdf([reportPage([['AIRBORNE', 2, '$1,500']], [2, '$1,500'])])
const sha256 = createHash('sha256').update(pdf).digest('hex')
const folder = mkdtempSync(path.join(tmpdir(), 'rastro-dossier-'))
const made = new Date('2026-02-01T10:20:30Z')

let ledger: Ledger
let dependencies: WebDependencies
let screening: Screening

const whole = { who: 'an officer', list: 'l1', position: null, made, language: 'en' } as const
const one = { ...whole, position: 1 } as const

beforeAll(async () => {
  const now = () => made
  ledger = await freshDatabase()
  const file = path.join(folder, 'freedonia.pdf')
  writeFileSync(file, pdf)
  await ingest(
    [file],
    ledger,
    { actor: 'a tester', again: false, restricted: false },
    { now, signal: new AbortController().signal, keepOriginal: async () => {}, onProgress() {}, onSource() {} },
  )
  await openArchive(ledger.home).keep(sha256, pdf)
  await resolveNames(ledger, { actor: 'a tester' }, { now })
  const blocked = source({
    sha256: 'cd'.repeat(32),
    kind: 'list',
    report: null,
    fileName: 'blocked.csv',
    title: 'Blocked persons',
  })
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(blocked, { at: made, by: 'a tester', from: 'a test', method: 'by hand' }),
      statement: [statement({ id: 'name', entity: 'listed', value: 'INFANTRY BATTALION 3' })].map((said, position) =>
        statementRow(said, blocked.id, position),
      ),
      designation: [
        designation({
          id: 'd1',
          entity: 'listed',
          program: 'Human rights',
          listed: '[2021-12-10,2021-12-11)',
          seenOn: '2026-01-01',
        }),
      ].map((listed, position) => designationRow(listed, blocked.id, position)),
      entities: [entityRow('listed', 'organization')],
    }),
  )
  const { rows } = await ledger.ownerPool.query<{ entity: string }>('SELECT m.entity FROM serving.meaning m LIMIT 1')
  const unit = rows[0]!.entity
  await commitChangeset(ledger, about(), (change) =>
    addJudgements(change, { judgements: [judgement({ subjectKind: 'entity', subject: 'listed', entity: unit })], entities: [] }),
  )
  dependencies = openWeb(ledger)
  const head = await readHead(ledger.readerPool)
  const reference = { id: unit, kind: 'unit', name: 'Infantry Battalion 3', country: null } as const
  const findings = {
    shown: [
      {
        id: 'f',
        unit: reference,
        matter: 'd1',
        matterKind: 'designation',
        path: 'direct',
        order: 'before',
        sessions: 2,
        rows: 1,
      },
    ],
    of: 1,
  } as const
  const found = hit({ entity: reference, name: { given: '3rd <Inf>', known: 'INFANTRY BATTALION 3', score: 0.9, reasons: [] } })
  const views: SubjectView[] = [
    view({
      subject: subject({
        name: '',
        unit: '=cmd|"3rd <Inf>"',
        kind: 'unit',
        besides: { Note: '</style><script>alert(1)</script>' },
      }),
      hits: [{ ...found, exposure: { ...found.exposure, findings: { ...findings, shown: [...findings.shown] } } }],
    }),
    view({ subject: subject({ position: 2, row: 3, name: 'Nobody Known Here' }) }),
    view({ subject: subject({ position: 3, row: 4, name: 'Nearly Alike' }), hits: [hit({ look: false })] }),
  ]
  screening = answering({
    list: list({ run: run({ coverage: coverage({ changeset: head.changeset, digest: head.digest }) }) }),
    views,
    decisions: [decision({ finding: 'match', action: 'suspend', reason: 'the same unit' })],
  })
}, 120_000)

afterAll(async () => {
  await closeEvidence(dependencies)
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

const bagged = async (name: string, request: Parameters<typeof dossierBag>[2] = whole) => {
  const to = path.join(folder, name)
  await writeBagFolder(to, (await dossierBag(dependencies, screening, request)).files)
  return to
}

describe('the page of a dossier', () => {
  test('stands alone: no script, nothing that is fetched, what was typed is text', async () => {
    const html = await dossierHtml(dependencies, screening, one)
    expect(html).toMatch(/^<!doctype html><html lang="en">/)
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|url\(/)
    expect(html).toContain('&lt;/style&gt;&lt;script&gt;')
    expect(html).toContain('default-src &#39;none&#39;')
  })

  test('has the image of the page with the row, the places, the decision and what is covered', async () => {
    const html = await dossierHtml(dependencies, screening, one)
    expect(html).toMatch(/<img src="data:image\/png;base64,iVBOR/)
    expect(html).toContain('AIRBORNE')
    expect(html).toContain(sha256)
    expect(html).toContain('blocked.csv')
    expect(html).toContain('preceded the listing of the unit by Treasury of Freedonia')
    expect(html).toContain('the same unit')
    expect(html).toContain('fiscal years 1999–2020')
    expect(html).not.toMatch(/\bcleared\b|led to it/)
  })

  test('says of whoever has no match as of when and in what, in Spanish too', async () => {
    const html = await dossierHtml(dependencies, screening, whole)
    expect(html).toContain('No match in the ledger as of January 2, 2026, which covers 190,000 rows')
    expect(html).toContain('Nobody Known Here')
    const spanish = await dossierHtml(dependencies, screening, { ...whole, language: 'es' })
    expect(spanish).toContain('Sin coincidencia en el registro al 2 de enero de 2026, que abarca 190,000 filas de adiestramiento')
  })

  test('draws the outline with the words as read where the original is not archived', async () => {
    const elsewhere = { ...dependencies, ledger: { ...dependencies.ledger, home: mkdtempSync(path.join(folder, 'empty-')) } }
    const html = await dossierHtml(elsewhere, screening, one)
    expect(html).not.toContain('<img')
    expect(html).toMatch(/<svg class="page-outline"/)
    expect(html).toContain('the original is not archived here')
  })
})

describe('the bag of a dossier', () => {
  test('holds the page, the facts, the image and every subject, and is sound', async () => {
    const report = await checkBag(await openBag(await bagged('whole')))
    expect(report.problems).toEqual([])
    const paths = (await openBag(path.join(folder, 'whole'))).files.map((file) => file.path).sort()
    expect(paths.filter((file) => file.startsWith('data/'))).toEqual([
      'data/dossier.html',
      'data/dossier.json',
      'data/evidence.ndjson',
      expect.stringMatching(/^data\/evidence\/[0-9a-f]+-page-1\.png$/),
      'data/results.csv',
      'data/subjects-001.ndjson',
    ])
    const info = Object.fromEntries(report.info)
    expect(info['Rastro-Ledger-Digest']).toMatch(/^[0-9a-f]{64}$/)
    expect(info['Bagging-Date']).toBe('2026-02-01')
  })

  test('is the same bytes for the same state and time', async () => {
    const zipped = async () => {
      const { name, files } = await dossierBag(dependencies, screening, one)
      const parts: Uint8Array[] = []
      for await (const part of zipOf(name, files, made)) parts.push(part)
      return Buffer.concat(parts)
    }
    const first = await zipped()
    expect(first.equals(await zipped())).toBe(true)
    const file = path.join(folder, 'one.zip')
    writeFileSync(file, first)
    expect((await checkBag(await openBag(file))).sound).toBe(true)
  })

  test('no cell of its table begins like a formula', async () => {
    const to = await bagged('formulas')
    const content = await openBag(to)
    const parts: Uint8Array[] = []
    for await (const part of content.read('data/results.csv')) parts.push(part)
    const csv = Buffer.concat(parts).toString()
    expect(csv).toContain(`"'=cmd|""3rd <Inf>"""`)
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/m)
    expect(csv.trim().split('\r\n')).toHaveLength(4)
  })

  test.each([null, run({ state: 'comparing' })])('a list that is not compared as a whole has none', async (under) => {
    const unready = answering({ list: list({ run: under }), views: [] })
    await expect(dossierBag(dependencies, unready, whole)).rejects.toMatchObject({ code: 'DOSSIER_NOT_COMPARED' })
  })
})
