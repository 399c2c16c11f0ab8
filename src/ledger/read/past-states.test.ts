/**
 * Past states are read from tables that were kept, change by change. Here they are compared with what the facts themselves say: after random
 * changes, corrections, undoing, withdrawn sources and expunging, every state that there ever was.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import {
  about,
  printedTotal,
  source,
  sourceFacts,
  type TrainingWithNames,
  training,
  withoutArchive,
} from '../../../test/ledger-facts.js'
import { readCoverageFacts } from '../../analysis/coverage-facts.js'
import { judgeTotal } from '../../analysis/ledger-balance.js'
import { reconcile } from '../../analysis/reconcile.js'
import { searchKey } from '../../names/search-key.js'
import { commitChangeset } from '../changesets/change.js'
import { expunge } from '../changesets/expunge.js'
import { replaceSource } from '../changesets/replace-source.js'
import { undoChangeset } from '../changesets/undo.js'
import type { Ledger } from '../database/connect.js'
import type { Place, PrintedTotal, RecipientClass, Training } from '../records.js'
import { rebuildServing } from '../serving/refresh.js'
import { countsSql } from '../serving/repetitions.js'
import { openReading } from './open-reading.js'
import { readTrainingQuery } from './query.js'
import type { Reading } from './reading.js'
import { streamTrainings } from './stream.js'

const files = ['a', 'b'].map((letter) => source({ sha256: letter.repeat(64), fileName: `${letter}.pdf` }))

/** A row at a place; rows of both files on page 1 are copies of each other where they print the same. */
const row = fc.record({
  at: fc.integer({ min: 0, max: 5 }),
  country: fc.constantFrom('Freedonia', 'Sylvania'),
  quantity: fc.integer({ min: 1, max: 3 }),
  cents: fc.constantFrom(null, 0, 150_00),
  course: fc.constantFrom('Infantry Course', 'Medical Course', null),
  unit: fc.constantFrom('1st Brigade', '2nd Brigade; 1st Brigade', null),
  year: fc.constantFrom(2012, 2013),
})
const total = fc.record({
  at: fc.integer({ min: 0, max: 3 }),
  country: fc.constantFrom('Freedonia', 'Sylvania'),
  whole: fc.boolean(),
})
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      file: fc.integer({ min: 0, max: 1 }),
      rows: fc.uniqueArray(row, { selector: ({ at }) => at, maxLength: 6 }),
      totals: fc.uniqueArray(total, { selector: ({ at }) => at, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.integer({ min: 0, max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expunge' as const), pick: fc.nat(20) }) },
)

const place = (page: number, top: number): Place[] => [
  { page, pageLabel: `IV-${page}`, box: [10, 100 + 20 * top, 700, 110 + 20 * top], row: null },
]

function factsOf(
  file: number,
  rows: (typeof row extends fc.Arbitrary<infer T> ? T : never)[],
  totals: (typeof total extends fc.Arbitrary<infer T> ? T : never)[],
) {
  const of = files[file]!
  const trainings = rows.map(
    ({ at, country, quantity, cents, course, unit, year }): TrainingWithNames =>
      training({
        id: `${of.fileName[0]}${at}`,
        sourceSha256: of.sha256,
        sourceFile: of.fileName,
        country,
        quantity,
        cents,
        courseTitle: course,
        recipientUnit: unit,
        fiscalYear: year,
        places: place(at < 3 ? 1 : 2 + file, at),
        flags: at % 2 === 0 ? [{ code: 'seen', note: '' }] : [],
      }),
  )
  for (const each of trainings) each.names = each.recipientUnit?.split('; ') ?? []
  const printed = totals.map(
    ({ at, country, whole }): PrintedTotal =>
      printedTotal({
        id: `t${of.fileName[0]}${at}`,
        sourceSha256: of.sha256,
        sourceFile: of.fileName,
        country,
        level: whole ? 'country' : 'program',
        program: whole ? null : training().program,
        fiscalYear: whole ? null : 2012,
        quantity: 2 * at,
        cents: at * 150_00,
        printed: `Totals ${at}`,
        places: place(1, 10 + at),
      }),
  )
  const facts = sourceFacts(trainings, { totals: printed, of })
  for (const [index, each] of (facts.training ?? []).entries()) {
    const { courseTitle, recipientUnit, deliveryUnit, location, program, country } = trainings[index]!
    each.search_keys = [courseTitle, recipientUnit, deliveryUnit, location, program, country].map((text) => searchKey(text ?? ''))
  }
  for (const name of facts.names ?? []) name.search_key = searchKey(name.text as string)
  return facts
}

const classBits = (classes: readonly (RecipientClass | null)[]) => [...new Set(classes)].sort().join()

/** What the facts say of a state: nothing but `written` and `withdrawn` is asked. */
async function fromFacts(ledger: Ledger, at: number) {
  const holds = (alias: string) => `${alias}.written <= ${at} AND (${alias}.withdrawn IS NULL OR ${alias}.withdrawn > ${at})`
  const trainings = await ledger.ownerPool.query<
    Training & { namings: { name: string; text: string; role: string; class: RecipientClass | null }[] }
  >(
    `SELECT t.id, s.sha256 AS "sourceSha256", t.source AS "sourceId", t.report, t.country, t.program, t.fiscal_year AS "fiscalYear",
      t.quantity::int AS quantity, t.cents::int AS cents, t.places, t.course_title AS "courseTitle", t.location,
      t.recipient_unit AS "recipientUnit", t.start_printed AS "startPrinted", t.end_printed AS "endPrinted",
      (SELECT coalesce(json_agg(json_build_object('name', n.printed_name, 'text', p.text, 'role', n.role, 'class', n.recipient_class)), '[]')
        FROM ledger.naming n JOIN ledger.printed_name p ON p.id = n.printed_name AND ${holds('p')} WHERE n.training = t.id AND ${holds('n')}) AS namings
    FROM ledger.training t JOIN ledger.source s ON s.id = t.source AND ${holds('s')}
    WHERE ${holds('t')} ORDER BY s.file_name, t.position`,
  )
  const counted = await ledger.ownerPool.query<{ id: string }>(
    `SELECT id FROM ledger.training t WHERE ${holds('t')} AND ${countsSql('t', 'training', String(at))} ORDER BY id`,
  )
  const totals = await ledger.ownerPool.query<PrintedTotal>(
    `SELECT t.id, s.sha256 AS "sourceSha256", t.report, t.level, t.country, t.program, t.fiscal_year AS "fiscalYear",
      t.quantity::int AS quantity, t.cents::int AS cents, t.printed, t.places
    FROM ledger.printed_total t JOIN ledger.source s ON s.id = t.source AND ${holds('s')} WHERE ${holds('t')} ORDER BY s.file_name, t.position`,
  )
  const sources = await ledger.ownerPool.query<{ sha256: string }>(
    `SELECT sha256 FROM ledger.source s WHERE ${holds('s')} ORDER BY file_name`,
  )
  const ids = new Set(counted.rows.map(({ id }) => id))
  const rows = trainings.rows.filter(({ id }) => ids.has(id))
  // The same text in two countries is two names.
  const names = new Map<string, { text: string; rows: Set<string> }>()
  for (const { id, namings } of rows)
    for (const { name, text } of namings) {
      const known = names.get(name) ?? { text, rows: new Set() }
      names.set(name, known)
      known.rows.add(id)
    }
  const sum = (some: readonly Training[]) => some.reduce((all, each) => all + (each.quantity ?? 0), 0)
  return {
    ids: [...ids].sort(),
    quantity: sum(rows),
    cents: rows.reduce((all, each) => all + (each.cents ?? 0), 0),
    infantry: rows
      .filter((each) => /Infantry/.test(each.courseTitle ?? ''))
      .map(({ id }) => id)
      .sort(),
    countries: [...new Set(rows.map(({ country }) => country))]
      .sort()
      .map((country) => [country, sum(rows.filter((each) => each.country === country))]),
    courses: [...new Set(rows.flatMap(({ courseTitle }) => courseTitle ?? []))].sort(),
    classes: classBits(rows.flatMap(({ namings }) => namings.filter(({ role }) => role === 'recipient').map((one) => one.class))),
    names: [...names.values()].map(({ text, rows: of }) => [text, of.size]).sort(),
    withCourse: rows.filter(({ courseTitle }) => courseTitle !== null).length,
    totals: reconcile(
      trainings.rows,
      totals.rows,
      undefined,
      sources.rows.map(({ sha256 }) => sha256),
    )
      .map(({ total: { id }, trainings: covered, quantity, cents }) => [id, covered, quantity, cents])
      .sort(),
  }
}

/** The same, as pages, listings and downloads answer it. */
async function asServed(reading: Reading, at: number) {
  const query = (text: string) => readTrainingQuery(new URLSearchParams(`${text}&as_of=${at}&limit=500`))
  const home = await reading.home(at)
  const all = await reading.search(query(''))
  const streamed: string[] = []
  for await (const batch of streamTrainings(reading, query(''), searchKey)) streamed.push(...batch.map(({ id }) => id))
  expect(streamed.sort()).toEqual(all.rows.map(({ id }) => id).sort())
  const names: [string, number][] = []
  let cursor: string | undefined
  do {
    const page = await reading.names({ q: '', limit: 2, cursor, as_of: at })
    names.push(...page.rows.map(({ text, rows }): [string, number] => [text, rows]))
    cursor = page.next ?? undefined
    expect(page.total).toBe(home.names)
  } while (cursor !== undefined)
  const courses = new Set<string>()
  for (const { country } of home.countries) {
    const page = await reading.country(country.slug, at)
    for (const { text } of page?.courses ?? []) courses.add(text)
    expect((await reading.search(query(`country=${country.slug}`))).sum.quantity).toBe(page?.sum.quantity)
  }
  const { totals } = await reading.totals(at)
  for (const { id, equalRows } of await Promise.all(
    all.rows.map(async ({ id }) => ({ id, ...(await reading.training(id, at))! })),
  ))
    expect(equalRows, id).toBeGreaterThanOrEqual(0)
  const facts = await reading.within(at, ({ client }, { past }) => readCoverageFacts(client, past))
  return {
    ids: all.rows.map(({ id }) => id).sort(),
    quantity: home.sum.quantity,
    cents: home.sum.cents,
    infantry: (await reading.search(query('q="infantry course"'))).rows.map(({ id }) => id).sort(),
    countries: home.countries.map((one) => [one.country.name, one.quantity]).sort(),
    courses: [...courses].sort(),
    classes: classBits(all.facets.class.map(({ value }) => value as RecipientClass)),
    names: names.sort(),
    withCourse: facts.columns.filter(({ column }) => column === 'course_title').reduce((sum, { filled }) => sum + filled, 0),
    totals: totals.map(({ id, rows, computedQuantity, computedCents }) => [id, rows, computedQuantity, computedCents]).sort(),
  }
}

test('every past state is served as the facts say that it was, whatever came after', { timeout: 180_000 }, async () => {
  let longest = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 6 }), async (changes) => {
      const ledger = await freshDatabase()
      try {
        for (const one of changes) {
          const { rows } = await ledger.ownerPool.query<{ head: number }>(
            'SELECT coalesce(max(id), 0)::int AS head FROM ledger.changeset',
          )
          const head = rows[0]!.head
          if (one.kind === 'read')
            await commitChangeset(ledger, about(), (open) => replaceSource(open, factsOf(one.file, one.rows, one.totals)))
          // What cannot be undone (nothing is there, or later work stands on it) is left as it is.
          else if (one.kind === 'undo')
            await undoChangeset(ledger, head - one.back, about()).catch(expected(/^(CHANGESET_UNKNOWN|UNDO_)/))
          else {
            const known = await ledger.ownerPool.query<{ id: string }>('SELECT DISTINCT id FROM ledger.training ORDER BY id')
            const id = known.rows[one.pick % Math.max(1, known.rows.length)]?.id
            if (id) await expunge(ledger, [id], about(), withoutArchive)
          }
        }
        const { rows } = await ledger.ownerPool.query<{ head: number }>(
          'SELECT coalesce(max(id), 0)::int AS head FROM ledger.changeset',
        )
        longest = Math.max(longest, rows[0]!.head)
        const reading = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
        const states = Array.from({ length: rows[0]!.head }, (_, index) => index + 1)
        const served = new Map<number, Awaited<ReturnType<typeof asServed>>>()
        for (const at of states) {
          served.set(at, await asServed(reading, at))
          expect(served.get(at), `as of ${at}`).toEqual(await fromFacts(ledger, at))
        }
        // And so it is when all of it is made anew from the facts.
        await ledger.owner.transaction().execute((tx) => rebuildServing(tx))
        const anew = openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })
        for (const at of states) expect(await asServed(anew, at), `anew, as of ${at}`).toEqual(served.get(at))
      } finally {
        await ledger.close()
      }
    }),
    // A counterexample of six changes is short enough, and shrinking it takes minutes.
    { numRuns: 10, endOnFailure: true },
  )
  expect(longest).toBeGreaterThan(2)
})

const expected = (codes: RegExp) => (error: { code?: string }) => {
  if (!codes.test(error.code ?? '')) throw error
}
