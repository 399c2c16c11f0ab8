/** The bundled data of two countries as they stand in the repository, with the lists and judgements that come with it: what a fresh start shows. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { source } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { loadCurated } from '../exchange/curated/load.js'
import { bundledData } from '../exchange/data-package/load.js'
import { readCells } from '../exchange/data-package/read-csv.js'
import { readTraining, trainingColumns } from '../exchange/data-package/tables.js'
import type { Ledger } from '../ledger/database/open.js'
import { resolveNames } from '../resolve/resolve.js'
import { type App, buildApp } from '../web/app.js'
import { showExposures } from './exposure.js'

const now = () => new Date('2026-02-01T00:00:00Z')
const asked = { unit: null, country: null, afterOnly: false, format: 'text' as const }
let ledger: Ledger
let app: App

beforeAll(async () => {
  ledger = await freshDatabase()
  const files = ['fy2007', 'fy2010'].map((year) => readFileSync(path.join(bundledData, `${year}.csv.gz`)))
  const trainings = files.flatMap((file) => {
    const [header, ...rows] = readCells(gunzipSync(file))
    const at = trainingColumns(header!)
    const ofBoth = rows.filter((cells) => ['BGD', 'DJI'].includes(cells[at.country_code!]!))
    return ofBoth.map((cells) => readTraining(cells, at, source()))
  })
  await writeServing(ledger, trainings)
  await loadCurated(ledger, 'a tester', { now })
  await resolveNames(ledger, { actor: 'a tester' }, { now })
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

test("the Rapid Action Battalion's three seats preceded its listing by more than eleven years; nothing is found of Djibouti's regiment", async () => {
  const text = await showExposures(ledger.readerPool, asked)
  expect(text).toContain('3 training sessions of RAPID ACTION BATTALION')
  for (const course of ['NESA/IISS WORKSHOP', 'Security Sector Reform', 'UN CIVIL-MILITARY LIAISON OFFICERS COURSE'])
    expect(text).toContain(course)
  expect(text).toContain('listed 2021-12-10): the last at least 11 years before.')
  expect(text.match(/ preceded the listing /g)).toHaveLength(1)
  expect(text).not.toMatch(/Regiment|order not known|seen on/)
  const regiment = await showExposures(ledger.readerPool, { ...asked, country: 'DJI' })
  expect(regiment).toMatch(/^No finding/)
})

test('the page says who judged the names, whose day the listing has, how the copy was dated, and where the announcement is', async () => {
  const page = await (await app.request('/en/exposures')).text()
  expect(page).toContain('names confirmed by a person (the Rastro project, by hand)')
  expect(page).toContain(
    'its day entered by hand and not compared with the official announcement that is cited, which is not archived here',
  )
  expect(page).toContain('the day of the list’s copy inferred from what it holds')
  expect(page).toContain('href="https://home.treasury.gov/news/press-releases/jy0526"')
  const { data } = await (await app.request('/api/v1/exposures')).json()
  expect(data[0].matter).toMatchObject({ seen_on: ['2023-01-06'], publications: [{ published: '2021-12-10' }] })
  const unit = await (await app.request(`/en/units/${data[0].unit.id}`)).text()
  expect(unit).toContain('a day inferred from what the copy holds')
  expect(unit).toContain('RAB Forces Headquarters is the staff of the force itself')
  const spanish = await (await app.request(`/es/units/${data[0].unit.id}`)).text()
  expect(spanish).toContain('fecha deducida de lo que contiene la copia')
})

test('the judgements that come with the data are a decision like any other: undone, the names are proposed again, and stay so', async () => {
  const { rows } = await ledger.ownerPool.query<{ id: number }>(
    "SELECT DISTINCT written AS id FROM ledger.judgement WHERE reviewer = 'the Rastro project, by hand'",
  )
  expect(rows).toHaveLength(1)
  const { undoDecision } = await import('../resolve/judge.js')
  await undoDecision(ledger, rows[0]!.id, { reviewer: 'a reviewer', at: now() })
  expect(await showExposures(ledger.readerPool, asked)).toContain('names proposed by a rule, confirmed by nobody')
  expect((await loadCurated(ledger, 'a tester', { now })).identities).toBeNull()
  expect(await showExposures(ledger.readerPool, asked)).toContain('1 training session of RAPID ACTION BATTALION')
})
