/** Findings over a real ledger: rows as the reports print them, names resolved, a list taken in, read as the reader's role. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.js'
import { about, designation, judgement, source, statement, training } from '../../test/ledger-facts.js'
import { writeServing } from '../../test/serving-ledger.js'
import { exposuresOfLedger, exposuresOfUnit, exposuresSince } from '../analysis/exposure-ledger.js'
import { commitChangeset } from '../ledger/changesets/change.js'
import { designationRow, entityRow, statementRow } from '../ledger/changesets/entity-facts.js'
import { sourceRow } from '../ledger/changesets/facts.js'
import { addJudgements } from '../ledger/changesets/judgements.js'
import { replaceSource } from '../ledger/changesets/replace-source.js'
import { undoChangeset } from '../ledger/changesets/undo.js'
import type { Ledger } from '../ledger/database/open.js'
import { snapshot } from '../ledger/read/snapshot.js'
import { resolveNames } from '../resolve/resolve.js'
import { type App, buildApp } from '../web/app.js'
import { showExposures } from './exposure.js'

/** Rows of the reports for 2007–2011, in the columns that count here. */
const rows = [
  ['BGD', 'Bangladesh', 2007, 'Security Sector Reform (OR07-05)', 'RAB Forces HQ', '2007-08-12', '2007-08-17'],
  ['BGD', 'Bangladesh', 2010, 'UN CIVIL-MILITARY LIAISON OFFICERS COURSE', 'RAB/BANENGR-13', '2010-02-07', '2010-02-18'],
  ['BGD', 'Bangladesh', 2010, 'NESA/IISS WORKSHOP ON SOUTH ASIA', 'RAPID ACTION BATTALION', '2009-12-14', '2009-12-16'],
  ['DJI', 'Djibouti', 2010, 'INTL DEFENSE MGT COURSE', 'RAPID ACTION REGIMENT', '2010-02-08', '2010-04-21'],
  ['DJI', 'Djibouti', 2008, 'DLI ENGLISH LANGUAGE TECH', 'Rapid Action Regiment', '2007-10-22', '2008-04-18'],
] as const

let ledger: Ledger
let app: App
/** By printed name. */
const unitOf = new Map<string, string>()

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(
    ledger,
    rows.map(([countryCode, country, fiscalYear, courseTitle, recipientUnit, startDate, endDate], index) =>
      training({
        id: `t${index}`,
        countryCode,
        country,
        fiscalYear,
        courseTitle,
        recipientUnit,
        startDate,
        endDate,
        quantity: 1,
        deliveryUnit: null,
      }),
    ),
  )
  await resolveNames(ledger, { actor: 'a tester' }, { now: () => new Date('2026-02-01T00:00:00Z') })
  await meanings()
  const list = source({ sha256: 'cd'.repeat(32), kind: 'list', report: null, fileName: 'blocked.csv', title: 'Blocked persons' })
  const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
  await commitChangeset(ledger, about(), (change) =>
    replaceSource(change, {
      source: sourceRow(list, collection),
      statement: [
        statement({ id: 'listed name', entity: 'listed', value: 'RAPID ACTION BATTALION' }),
        statement({ id: 'listed country', entity: 'listed', property: 'country', value: 'BGD' }),
        statement({ id: 'army name', entity: 'army', value: 'Army of Djibouti' }),
      ].map((one, position) => statementRow(one, list.id, position)),
      designation: [
        designation({
          id: 'of the battalion',
          entity: 'listed',
          program: 'Human rights',
          listedPrinted: '2021-12-10',
          listed: '[2021-12-10,2021-12-11)',
          seenOn: '2026-01-01',
        }),
        designation({ id: 'of the army', entity: 'army', listed: '[2021-12-10,2021-12-11)' }),
      ].map((one, position) => designationRow(one, list.id, position)),
      entities: [entityRow('listed', 'organization'), entityRow('army', 'body')],
    }),
  )
  app = buildApp({ ledger })
})
afterAll(() => ledger.close())

async function meanings(): Promise<void> {
  const { rows: read } = await ledger.ownerPool.query<{ text: string; entity: string }>(
    'SELECT n.text, m.entity FROM serving.meaning m JOIN serving.name n ON n.id = m.printed_name',
  )
  for (const { text, entity } of read) unitOf.set(text, entity)
}

const whole = () => snapshot(ledger.readerPool, ({ client }) => exposuresOfLedger(client, null))
const ofUnit = (id: string) => snapshot(ledger.readerPool, ({ client }) => exposuresOfUnit(client, null, id))
const same = (subject: string, entity: string) =>
  commitChangeset(ledger, about(), (change) =>
    addJudgements(change, { judgements: [judgement({ subjectKind: 'entity', subject, entity })], entities: [] }),
  )

test('nothing is found of a listed organisation before a person has said which unit it is', async () => {
  expect(unitOf.get('RAPID ACTION BATTALION')).toBeDefined()
  expect((await whole()).exposures).toEqual([])
  const empty = await showExposures(ledger.readerPool, { unit: null, country: null, afterOnly: false, format: 'text' })
  expect(empty).toMatch(/^No finding\. That is no proof/)
})

test("the battalion's few seats preceded its listing by more than ten years; Djibouti's regiment does not appear for it", async () => {
  for (const name of ['RAPID ACTION BATTALION', 'RAB Forces HQ', 'RAB/BANENGR-13']) {
    const unit = unitOf.get(name)
    if (unit !== undefined) await same('listed', unit)
  }
  const { exposures } = await whole()
  expect(exposures.length).toBeGreaterThan(0)
  for (const { assistance, order, path, matter } of exposures) {
    expect(order).toBe('before')
    expect(path.kind).toBe('direct')
    expect(matter.id).toBe('of the battalion')
    for (const { name } of assistance) expect(name).not.toMatch(/regiment/i)
  }
  const [finding] = exposures
  expect(finding!.strength).toMatchObject({ identity: 'proposed', assistanceDates: 'day', matterDates: 'day' })
  const text = await showExposures(ledger.readerPool, { unit: null, country: 'BGD', afterOnly: false, format: 'text' })
  expect(text).toContain('preceded the listing of the unit by Treasury of Freedonia')
  expect(text).toContain('at least 11 years before')
  expect(text).toContain('stands in: blocked.csv, row 3')
  expect(text).toContain('What this does not cover: Sessions are not individuals')
  expect(text).not.toMatch(/Regiment|led to|trainees/)
})

test('a unit alone has the same findings as the whole ledger has for it, by any of its ids', async () => {
  const { exposures } = await whole()
  const unit = unitOf.get('RAPID ACTION BATTALION')!
  const alone = await ofUnit(unit)
  expect(alone.exposures).toEqual(exposures)
  expect((await ofUnit('listed')).exposures).toEqual(exposures)
  expect(alone.assistance.length).toBe(exposures.flatMap(({ assistance }) => assistance).length)
  expect((await ofUnit('army')).exposures).toEqual([])
})

test('a past state has the findings that it had: none before a person had judged, and those of now in the newest', async () => {
  const { exposures } = await whole()
  const { rows: changesets } = await ledger.readerPool.query<{ id: number }>('SELECT id FROM ledger.changeset ORDER BY id')
  const then = (at: number) => snapshot(ledger.readerPool, ({ client }) => exposuresOfLedger(client, at))
  expect(await then(changesets.at(-1)!.id)).toEqual(await whole())
  const listed = (await ledger.readerPool.query<{ id: number }>('SELECT min(written) AS id FROM ledger.designation')).rows[0]!.id
  expect((await then(listed)).exposures).toEqual([])
  expect((await then(listed + 1)).exposures.length).toBeGreaterThan(0)
  expect((await then(listed + 1)).exposures.length).toBeLessThanOrEqual(exposures.length)
})

test('--after-only leaves out what came before, and a country leaves out the others', async () => {
  const asked = { unit: null, country: null, afterOnly: false, format: 'json' as const }
  const count = async (changes: object) => JSON.parse(await showExposures(ledger.readerPool, { ...asked, ...changes })).total
  expect(await count({})).toBeGreaterThan(0)
  expect(await count({ afterOnly: true })).toBe(0)
  expect(await count({ country: 'DJI' })).toBe(0)
})

test('JSON and CSV say themselves what they do not cover, also where nothing is found', async () => {
  const asked = { unit: null, country: null, afterOnly: false }
  const json = JSON.parse(await showExposures(ledger.readerPool, { ...asked, format: 'json' }))
  expect(json.data.length).toBe(json.total)
  expect(json.coverage.length).toBeGreaterThan(0)
  expect(json.limits.join(' ')).toContain('does not say that an alleged incident happened')
  const rows = async (country: string | null) =>
    parse(await showExposures(ledger.readerPool, { ...asked, country, format: 'csv' }), { columns: true }) as Record<
      string,
      string
    >[]
  const found = await rows(null)
  expect(found).toHaveLength(json.total)
  for (const row of found)
    expect(row).toMatchObject({
      id: expect.stringMatching(/./),
      not_covered: expect.stringContaining('Sessions are not individuals'),
    })
  expect(await rows('DJI')).toMatchObject([
    {
      id: '',
      sentence: expect.stringMatching(/^No finding\. That is no proof/),
      not_covered: expect.stringMatching(/^What this does not cover/),
    },
  ])
  const file = await (await app.request('/api/v1/exposures.csv?country=dji')).text()
  expect(file.trim().split('\n')).toHaveLength(2)
})

test('the API gives each finding with its sentence, path, strength and evidence, and as a file', async () => {
  const answer = await (await app.request('/api/v1/exposures?country=bgd')).json()
  expect(answer.data[0]).toMatchObject({
    order: 'before',
    matter: { kind: 'designation', listed: { from: '2021-12-10', to: '2021-12-10' }, places: [{ source_file: 'blocked.csv' }] },
    path: { kind: 'direct', steps: [] },
    assistance: { trainings: expect.arrayContaining([expect.objectContaining({ source_file: 'volume.pdf' })]) },
  })
  expect(answer.coverage.length).toBeGreaterThan(0)
  const csv = await (await app.request('/api/v1/exposures.csv')).text()
  expect(csv.split('\n')[0]).toMatch(/^id,unit_id,unit,country_code,order/)
  expect(csv.trim().split('\n').length).toBe(answer.total + 1)
  expect((await app.request('/api/v1/exposures?order=sideways')).status).toBe(400)
  expect((await (await app.request('/api/v1/exposures?as_of=1')).json()).data).toEqual([])
})

test('the page has the sentence, the filters and what is not covered, in both languages', async () => {
  const english = await (await app.request('/en/exposures?kind=designation&country=')).text()
  expect(english).toContain('preceded the listing of the unit by Treasury of Freedonia')
  expect(english).toMatch(/href="\/en\/trainings\/t\d/)
  expect(english).toContain('href="/en/coverage"')
  const spanish = await (await app.request('/es/exposures?after_only=yes')).text()
  expect(spanish).toContain('Ningún hallazgo')
  expect(spanish).toContain('href="/es/coverage"')
})

test('what a change touches is worked out anew beside the rest, and is what the whole is; where nearly everybody is touched the whole is', async () => {
  const head = async () => (await snapshot(ledger.readerPool, async ({ head: now }) => now)).changeset
  const collection = { at: new Date(0), by: 'a tester', from: 'a test', method: 'by hand' }
  const sheetOf = (digit: string) =>
    source({ sha256: digit.repeat(64), kind: 'spreadsheet', report: null, fileName: `${digit}.csv` })
  const write = (digit: string, statements: Parameters<typeof statement>[0][], entities: [string, 'unit' | 'incident'][] = []) =>
    commitChangeset(ledger, about(), (change) =>
      replaceSource(change, {
        source: sourceRow(sheetOf(digit), collection),
        statement: statements.map((one, position) =>
          statementRow(statement({ id: `${digit} ${position}`, ...one }), sheetOf(digit).id, position),
        ),
        entities: entities.map(([id, kind]) => entityRow(id, kind)),
      }),
    )
  const regiment = unitOf.get('RAPID ACTION REGIMENT')!
  const battalion = unitOf.get('RAPID ACTION BATTALION')!
  const nameId = async (text: string) =>
    (await ledger.ownerPool.query<{ id: string }>('SELECT id FROM serving.name WHERE text = $1', [text])).rows[0]!.id
  const day = { firstCitedPrinted: '2015-05-17', firstCited: '[2015-05-17,2015-05-18)' }
  const alleged = [
    { entity: 'raid', property: 'occurrence', value: 'a raid', ...day },
    { entity: 'raid', property: 'violation', value: 'Torture' },
    { entity: 'raid', property: 'perpetrator', value: 'the regiment', object: regiment },
  ] as const
  const judged = async (text: string, entity: string) => {
    const subject = await nameId(text)
    return commitChangeset(ledger, about(), (change) =>
      addJudgements(change, { judgements: [judgement({ subjectKind: 'printed name', subject, entity })], entities: [] }),
    )
  }
  let parted = 0
  const changes: Record<string, () => Promise<unknown>> = {
    'an incident': () => write('1', [...alleged], [['raid', 'incident']]),
    'a denial': () =>
      write('2', [{ entity: 'raid', property: 'perpetrator', object: regiment, value: 'not so', stance: 'denies' }]),
    'an incident of another': () =>
      write('1', [...alleged.slice(0, 2), { ...alleged[2], object: battalion, value: 'the battalion' }], [['raid', 'incident']]),
    'an incident that is taken back': () => write('1', [{ entity: 'raid', property: 'occurrence', value: 'a raid', ...day }]),
    'it is there again': () => write('1', [...alleged], [['raid', 'incident']]),
    'a name of a unit': () =>
      write('3', [
        { entity: battalion, property: 'alias', value: 'RAB' },
        { entity: battalion, value: 'The Battalion' },
      ]),
    'a printed name that means another unit': () => judged('Rapid Action Regiment', battalion),
    'units that are parted': async () => {
      const { rows } = await ledger.ownerPool.query<{ written: number }>(
        `SELECT max(written)::int AS written FROM ledger.judgement WHERE subject_kind = 'entity' AND withdrawn IS NULL`,
      )
      parted = (await undoChangeset(ledger, rows[0]!.written, about())).changeset!
    },
    'units that are joined': () => undoChangeset(ledger, parted, about()),
    'nothing at all': async () => {},
  }
  for (const [what, make] of Object.entries(changes)) {
    const [known, since] = [await whole(), await head()]
    await make()
    const now = await whole()
    const found = await snapshot(ledger.readerPool, ({ client }) => exposuresSince(client, known, since))
    expect([what, found?.exposures]).toEqual([what, now.exposures])
    expect([what, Object.fromEntries(found!.names)]).toMatchObject([what, Object.fromEntries(now.names)])
    if (what !== 'nothing at all') expect([what, JSON.stringify(now)]).not.toEqual([what, JSON.stringify(known)])
  }
  const [known, since] = [await whole(), await head()]
  await write('4', [{ entity: battalion, property: 'parent', value: null, object: regiment }])
  expect(await snapshot(ledger.readerPool, ({ client }) => exposuresSince(client, known, since))).toBeNull()
  const listed = async () =>
    ((await (await app.request('/api/v1/exposures?limit=500')).json()) as { data: { id: string }[] }).data
  await listed()
  await write('2', [{ entity: 'raid', property: 'violation', value: 'Torture', stance: 'denies' }])
  expect((await listed()).map(({ id }) => id)).toEqual((await whole()).exposures.map(({ id }) => id))
})
