/** Dossiers from the command line, of a list that was held against a small ledger, and what `rastro verify` says of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { writeScreening } from '../../test/screening-ledger.js'
import type { Ledger } from '../ledger/database/connect.js'
import { openWeb } from '../web/dependencies.js'
import { closeEvidence } from '../web/evidence.js'
import { writeAs } from './dossier.js'
import { screeningFor, servesOneUser } from './screening-desk.js'
import { command as verify } from './verify.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-dossiers-'))
const made = new Date('2026-03-01T12:00:00Z')
let ledger: Ledger
let desk: ReturnType<typeof screeningFor>
let dependencies: ReturnType<typeof openWeb>
let list: string

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeScreening(ledger)
  desk = screeningFor(ledger, 'ana', { now: () => made, report: (error) => expect.unreachable(String(error)) })
  dependencies = openWeb(ledger, { screening: desk })
  const text = 'Name,Unit,Nationality,DOB\nFermin Quesnel,,Guatemala,14/02/1971\nBalthasar Inchausti,,Guatemala,01/12/1990'
  list = (await desk.lists.create('ana', { text })).id
  await desk.lists.compare('ana', list)
}, 60_000)
afterAll(async () => {
  await desk?.lists.close()
  if (dependencies) await closeEvidence(dependencies)
  await ledger?.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = (format: 'folder' | 'zip' | 'html', name: string, who = 'ana') =>
  writeAs(format, { dependencies, desk, request: { who, list, position: null, language: 'en', made } }, () =>
    path.join(folder, name),
  )
async function verified(file: string): Promise<{ status: number; said: string }> {
  let said = ''
  const write = async (text: string | Uint8Array) => {
    said += String(text)
  }
  const out = { write, note: () => {}, interactive: false }
  const status = await verify.run({}, [file], {
    out,
    env: {},
    cwd: folder,
    now: () => made,
    signal: new AbortController().signal,
  })
  return { status, said }
}

test('a folder and a zip hold, the same bytes each time, and are not written over', async () => {
  for (const format of ['folder', 'zip'] as const) {
    const file = await write(format, `a ${format}`)
    expect(await verified(file)).toMatchObject({ status: 0, said: expect.stringContaining('Everything holds.') })
    await expect(write(format, `a ${format}`)).rejects.toMatchObject({ code: 'DOSSIER_EXISTS' })
  }
  expect(readFileSync(await write('zip', 'again.zip'))).toEqual(readFileSync(path.join(folder, 'a zip')))
})

test('a word that was changed in it is found, and the file named', async () => {
  const at = path.join(await write('folder', 'changed'), 'data', 'dossier.html')
  writeFileSync(at, readFileSync(at, 'utf8').replace('Inchausti', 'Inchaustx'))
  const { status, said } = await verified('changed')
  expect(status).toBe(1)
  expect(said).toContain('altered: data/dossier.html: its sha256 is not the one that manifest-sha256.txt gives')
})

test('the page has who was found and who was not, and whoever the list is not for gets none', async () => {
  const html = readFileSync(await write('html', 'page.html'), 'utf8')
  expect(html).toContain('QUESNEL ARBOLEDA')
  expect(html).toMatch(/No match in the ledger as of .*Balthasar Inchausti/s)
  await expect(write('html', 'other.html', 'somebody')).rejects.toMatchObject({ code: 'SCREENING_UNKNOWN' })
})

test('lists are screened on a server of one user alone', () => {
  expect(servesOneUser('127.0.0.1', [])).toBe(true)
  expect(servesOneUser('0.0.0.0', [])).toBe(false)
  expect(servesOneUser('127.0.0.1', ['rastro.example'])).toBe(false)
})
