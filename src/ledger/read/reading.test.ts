import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.js'
import { about, training } from '../../../test/ledger-facts.js'
import { servingTrainings, writeServing } from '../../../test/serving-ledger.js'
import { judgeTotal } from '../../analysis/ledger-balance.js'
import { searchKey } from '../../names/search-key.js'
import { undoChangeset } from '../changesets/undo.js'
import type { Ledger } from '../database/connect.js'
import { rebuildServing } from '../serving/refresh.js'
import { openReading } from './open-reading.js'
import { readTrainingQuery, sorts } from './query.js'
import type { Reading } from './reading.js'
import { streamTrainings } from './stream.js'
import type { SearchResult } from './views.js'

let ledger: Ledger
let reading: Reading
const open = () => openReading({ pool: ledger.readerPool, normalise: searchKey, judging: judgeTotal })

beforeAll(async () => {
  ledger = await freshDatabase()
  await writeServing(ledger)
  reading = open()
})
afterAll(() => ledger.close())

const ask = (address: string) => reading.search(readTrainingQuery(new URLSearchParams(address)))
const found = async (address: string) => (await ask(address)).rows.map((row) => row.id)
const delivered = servingTrainings.filter((row) => row.status === 'delivered')
const total = (rows: readonly { quantity: number | null }[]) => rows.reduce((sum, row) => sum + (row.quantity ?? 0), 0)

describe('finding words', () => {
  test('accents, case, order and ways of writing an ordinal do not matter, and the unit comes before a mention', async () => {
    expect(await found('q=batallon infanteria 102')).toEqual(['a1'])
    expect(await found('q=INFANTERÍA 102º')).toEqual(['a1'])
    expect((await found('q=102'))[0]).toBe('a1')
    expect(await found('q=102')).toContain('a2')
  })

  test('a phrase wants its words together, a star the beginnings of words', async () => {
    expect(await found('q="officer course"')).toEqual(['a2'])
    expect(await found('q="course officer"')).toEqual([])
    expect(await found('q=bataill')).toEqual([])
    expect(await found('q=batal*')).toEqual(['a1'])
  })

  test('a bar wants either of two words, and is nothing where one is missing', async () => {
    expect(await found('q=batallion|batallon 102')).toEqual(['a1'])
    expect(await found('q=batallion|bn 102')).toEqual([])
    expect(await found('q=|batallon| 102')).toEqual(['a1'])
    await expect(found(`q=${Array.from({ length: 41 }, (_, at) => `w${at}`).join('|')}`)).rejects.toMatchObject({
      code: 'QUERY_INVALID',
    })
    expect(await found('q=bn|"batallon de infanteria" 102')).toEqual(['a1'])
    expect(await found('q="batallon de infanteria"|"de batallon" 102')).toEqual(['a1'])
    expect(await found('q="infanteria batallon"|"de batallon" 102')).toEqual([])
    expect([...(await reading.wordRows(['batallon', 'bataljon', 'batallon*']))]).toEqual([
      ['batallon', 2],
      ['bataljon', 0],
      ['batallon*', 0],
    ])
  })

  test('words are found in delivery units, places, programmes, countries and years', async () => {
    expect(await found('q=sfg')).toEqual(['a3'])
    expect(await found('unit=7 sfg')).toEqual(['a3'])
    expect(await found('unit=guatemala')).toEqual([])
    expect(await found('q=guatemala 1004')).toEqual(['a3'])
    expect(await found('q=guatemala 2011')).toEqual(['a3'])
  })

  test('words that only join others need not be printed, but in a phrase and alone they are words', async () => {
    expect(await found('q=the 102 Infantería del Batallón y de la')).toEqual(['a1'])
    expect(await found('q="batallon infanteria"')).toEqual([])
    expect(await found('q="batallon de infanteria"')).toEqual(['a1'])
    expect(await found('q=el batallon')).toEqual([])
    expect(await found('q=of the')).toEqual(await found('q="of" "the"'))
  })

  test('what has no letter in it finds nothing, and operators are words', async () => {
    expect((await ask('q=***')).total).toBe(0)
    expect((await ask(`q=${encodeURIComponent("' & | ! <-> :* ( \\ 'x')")}`)).total).toBe(0)
  })

  test('the printed name that was typed leads the names', async () => {
    const { names } = await ask('q=sedena')
    expect(names[0]).toMatchObject({ text: 'SEDENA', rows: 1, quantity: 5, recipientClass: 'security force' })
    expect((await ask('q=sedena&country=mex')).names).toEqual(names)
    expect((await ask('q=sedena&country=gtm')).names).toEqual([])
  })
})

describe('sums', () => {
  test('are of delivered trainings only, and say what has no cost and no unit', async () => {
    const { sum, total: rows } = await ask('country=gtm,mex')
    expect(rows).toBe(3)
    expect(sum).toEqual({
      rows: 3,
      quantity: 48,
      cents: 100_000,
      rowsWithoutCost: 2,
      quantityWithoutCost: 45,
      rowsWithoutUnit: 1,
      quantityWithoutUnit: 40,
    })
  })

  test('plans are found when asked for, and never summed', async () => {
    const { rows, sum } = await ask('status=proposed')
    expect(rows.map((row) => row.id)).toEqual(['a4'])
    expect(sum.quantity).toBe(0)
    expect((await ask('status=all')).sum.quantity).toBe(total(delivered))
  })

  test('pages of country, programme, name and source add up with the listing', async () => {
    const home = await reading.home()
    expect(home.sum.quantity).toBe(total(delivered))
    expect(home.proposed.quantity).toBe(1000)
    expect(total(home.countries)).toBe(home.sum.quantity)
    expect(total(home.years)).toBe(home.sum.quantity)
    expect(total(home.programs)).toBe(home.sum.quantity)
    const mexico = await reading.country('MEX')
    expect(mexico?.country).toMatchObject({ slug: 'mex', code: 'MEX' })
    expect(mexico?.sum.quantity).toBe(8)
    expect(mexico?.topNames.map((name) => name.text)).toEqual(['SEDENA', '102/o. Batallón de Infantería'])
    expect(mexico?.deliveryUnits).toEqual([{ text: 'Infantry School', rows: 2, quantity: 8 }])
    const program = await reading.program('section-1004')
    expect(program?.sum).toMatchObject({ rows: 1, quantity: 40 })
    const name = await reading.name(mexico!.topNames[0]!.id)
    expect(name?.sum.quantity).toBe(5)
    expect(name?.firstPage.rows.map((row) => row.id)).toEqual(['a2'])
    const { sources } = await reading.sources()
    expect(sources[0]?.quantity).toBe(total(delivered))
    expect(sources[0]?.rows).toBe(servingTrainings.length)
    expect((await reading.country('freedonia'))?.country.code).toBeNull()
    expect(await reading.country('atlantis')).toBeNull()
  })

  test('of a question without its rows are what its listing tells', async () => {
    for (const address of [
      '',
      'status=all',
      'status=proposed',
      'country=mex,gtm&year=2010-2011',
      'q=seminar',
      'q=infantry 102&status=all',
      'family=counter-drug',
      'name=nobody',
      'unit=7 sfg',
      'q=***',
    ]) {
      const query = readTrainingQuery(new URLSearchParams(address))
      const { total: rows, sum, proposed, facets } = await reading.search(query)
      expect([address, await reading.sums(query)]).toEqual([address, { total: rows, sum, proposed }])
      expect([address, await reading.programsAmong(query)]).toEqual([address, facets.program])
    }
  })

  test('counts by country, year, programme and class agree with the rows, also within a text', async () => {
    const { facets } = await ask('q=seminar')
    expect(facets.country).toEqual([{ value: 'freedonia', label: 'Freedonia', rows: 30, quantity: 435 }])
    expect(facets.year.map(({ value, rows }) => [value, rows])).toEqual([
      ['2011', 7],
      ['2010', 7],
      ['2009', 8],
      ['2008', 8],
    ])
    expect(facets.class).toEqual([{ value: 'security force', label: 'security force', rows: 20, quantity: 300 }])
    expect((await ask('')).facets.status).toEqual([
      { value: 'delivered', label: 'delivered', rows: 33, quantity: total(delivered) },
      { value: 'proposed', label: 'proposed', rows: 1, quantity: 0, planned: 1000 },
    ])
  })
})

describe('filters', () => {
  test.each([
    ['year=2011&agency=DoD', ['a3']],
    ['family=counter-drug', ['a3']],
    ['flag=quantity-unreadable', ['a3']],
    ['quantity_min=29&quantity_max=29', ['b29']],
    ['cost_min=999.99&cost_max=1000.00', ['a1']],
    ['class=security force&country=mex&sort=-quantity', ['a2', 'a1']],
    ['class=civil society', []],
    ['report=1999-2000', []],
  ])('%s', async (address, ids) => {
    expect(await found(address)).toEqual(ids)
  })
})

describe('pages of a listing', () => {
  test.each(sorts)('sorted by %s hold every row once and in order', async (sort) => {
    for (const q of ['', 'seminar']) {
      const whole = await found(`q=${q}&sort=${sort}&limit=500`)
      const pieces: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page = await ask(`q=${q}&sort=${sort}&limit=7&cursor=${cursor}`)
        pieces.push(...page.rows.map((row) => row.id))
        cursor = page.next
      }
      expect(pieces).toEqual(whole)
      expect(new Set(pieces).size).toBe(q === '' ? 33 : 30)
    }
  })

  test('dearest first means dearest first', async () => {
    expect((await ask('sort=-cost&limit=2')).rows.map((row) => row.cents)).toEqual([100_000, 29_000])
    expect((await ask('sort=-quantity&limit=2')).rows.map((row) => row.quantity)).toEqual([40, 29])
  })

  test('a download has the order of the pages', async () => {
    const asked = [
      'sort=-year',
      'sort=-quantity',
      'sort=cost',
      'sort=date',
      'sort=-date',
      'sort=country',
      'q=infantry 102',
      'q=brigade',
    ]
    for (const address of asked) {
      const file: string[] = []
      for await (const batch of streamTrainings(reading, readTrainingQuery(new URLSearchParams(address)), searchKey))
        file.push(...batch.map((row) => row.id))
      expect([address, file]).toEqual([address, await found(`${address}&limit=100`)])
    }
  })

  test('what has no cost or no date comes last, whichever comes first', async () => {
    for (const sort of ['cost', '-cost'])
      expect((await ask(`sort=${sort}&status=all&limit=100`)).rows.at(-1)).toMatchObject({ id: 'a3', cents: null })
    for (const sort of ['date', '-date']) {
      const { rows } = await ask(`sort=${sort}&status=all&limit=100`)
      expect(rows.slice(-7).map((row) => row.startDate)).toEqual(Array(7).fill(null))
      expect(rows.slice(0, -7).every((row) => row.startDate !== null)).toBe(true)
    }
  })

  test('a country goes by its code or its name, and what nobody could mean is an error, not "no row"', async () => {
    const mexico = await found('country=mex')
    expect(mexico.length).toBeGreaterThan(0)
    for (const written of ['MX', 'Mexico', 'México', 'mex,', 'guatemala,mex', ','])
      expect(await found(`country=${written}`)).not.toEqual([])
    expect(await found('country=México')).toEqual(mexico)
    expect(await found('country=pol')).toEqual([])
    for (const address of [
      'country=mexiko',
      'program=nope',
      'family=nope',
      'quantity_min=9&quantity_max=2',
      'cost_min=1&cost_max=0',
    ])
      await expect(found(address)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
  })

  test('a cursor of another question is refused', async () => {
    const { next } = await ask('limit=3')
    await expect(ask(`limit=3&country=mex&cursor=${next}`)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    await expect(ask('cursor=garbage')).rejects.toMatchObject({ code: 'QUERY_INVALID' })
    await expect(ask(`cursor=${Buffer.from('[1,2').toString('base64url')}`)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
  })

  test('a download holds them all, and leaving it early frees its connection', async () => {
    const ids: string[] = []
    for await (const batch of streamTrainings(reading, readTrainingQuery(new URLSearchParams('status=all')), searchKey))
      ids.push(...batch.map((row) => row.id))
    expect(ids.sort()).toEqual(servingTrainings.map((row) => row.id).sort())
    for (let round = 0; round < 15; round++)
      for await (const batch of streamTrainings(reading, readTrainingQuery(new URLSearchParams()), searchKey)) {
        expect(batch.length).toBeGreaterThan(0)
        break
      }
    expect((await ask('limit=1')).total).toBe(33)
  })
})

describe('as of a changeset', () => {
  test('a past state answers as it did, in every kind of page; undoing brings the present back', async () => {
    const before = await reading.search(readTrainingQuery(new URLSearchParams('q=batallon')))
    const home = await reading.home()
    const listing = await found('sort=year&limit=100')
    const country = await reading.country('mex')
    expect(before.names.length).toBeGreaterThan(0)
    const name = await reading.name(before.names[0]!.id)
    await writeServing(ledger, [
      ...servingTrainings.filter((row) => row.id !== 'a1' && row.id !== 'b01'),
      { ...servingTrainings.find((row) => row.id === 'b01')!, quantity: 77 },
    ])
    const other = open()
    expect((await found('q=batallon')).length).toBe(0)
    expect((await reading.home()).sum.quantity).toBe(total(delivered) - 3 - 1 + 77)
    for (const one of [reading, other]) {
      const then = await one.search(readTrainingQuery(new URLSearchParams('q=batallon&as_of=1')))
      expect(then).toEqual({ ...before, next: null })
      expect(await one.home(1)).toEqual(home)
      expect(await one.country('mex', 1)).toEqual(country)
      expect((await one.country('mex'))?.names).toBeLessThan(country!.names)
      expect(await one.name(name!.name.id, 1)).toEqual(name)
      expect((await one.name(name!.name.id))?.name.rows ?? 0).toBeLessThan(name!.name.rows)
      expect((await one.training('a1', 1))?.training.quantity).toBe(3)
      expect(await one.training('a1')).toBeNull()
      expect((await one.training('b01', 1))?.training.quantity).toBe(1)
    }
    expect((await found('sort=year&limit=100&as_of=1')).sort()).toEqual(listing.sort())
    expect((await ask('as_of=0')).total).toBe(0)
    const { digest } = (await reading.changesets({})).rows.find(({ id }) => id === 1)!
    for (const asked of [digest.slice(0, 12), digest.slice(0, 16).toUpperCase(), digest]) {
      expect((await found(`q=batallon&as_of=${asked}`)).length).toBe(1)
      const query = readTrainingQuery(new URLSearchParams(`as_of=${asked}`))
      expect(await reading.home(query.as_of)).toEqual(home)
      expect((await reading.training('a1', query.as_of))?.training.quantity).toBe(3)
      expect((await reading.training('b01', query.as_of))?.training.quantity).toBe(1)
      expect((await reading.name(name!.name.id, query.as_of))?.name).toEqual(name!.name)
    }
    const present = await reading.head()
    expect((await ask(`as_of=${present.digest.slice(0, 16)}`)).head).toEqual(present)
    const unknown = digest.replace(/^./, (first) => (first === '0' ? '1' : '0')).slice(0, 16)
    await expect(ask(`as_of=${unknown}`)).rejects.toMatchObject({
      code: 'AS_OF_UNKNOWN',
      remedy: expect.stringContaining('This ledger does not hold that state'),
    })
    for (const odd of [digest.slice(0, 11).replace(/^./, 'a'), `${digest.slice(0, 12)}g`])
      expect(() => readTrainingQuery(new URLSearchParams(`as_of=${odd}`))).toThrow('12 digits of its digest')
    await expect(ask('as_of=99')).rejects.toMatchObject({ code: 'AS_OF_UNKNOWN' })
    await undoChangeset(ledger, 2, about())
    expect((await reading.home()).sum).toEqual(home.sum)
    expect(await found('q=batallon')).toEqual(['a1'])
  })

  test('what is served equals what would be served if it were made anew', async () => {
    const tables = async () => {
      const { rows } = await ledger.ownerPool.query(`SELECT
        (SELECT json_agg(r ORDER BY r.combination) FROM (SELECT combination, rows, quantity, cents, words FROM serving.cell) r) AS cells,
        (SELECT json_agg(r ORDER BY r.id) FROM (SELECT t.id, c.combination, p.text AS title, q.text AS delivery, t.words, t.key::text
          FROM serving.training t JOIN serving.cell c ON c.id = t.cell LEFT JOIN serving.phrase p ON p.id = t.title
          LEFT JOIN serving.phrase q ON q.id = t.delivery) r) AS trainings,
        (SELECT json_agg(r ORDER BY r.id) FROM (SELECT id, rows, quantity, first_year, last_year, recipient_class FROM serving.name) r) AS names,
        (SELECT json_agg(r ORDER BY r.name, r.source, r.recipient_class) FROM serving.name_part r) AS parts`)
      return rows[0]
    }
    const refreshed = await tables()
    await ledger.owner.transaction().execute((tx) => rebuildServing(tx))
    expect(await tables()).toEqual(refreshed)
  })
})

test('blanks come last also where a page is read in the order of an index, page by page, and years begin where they are asked for', async () => {
  const many = await freshDatabase()
  const rows = Array.from({ length: 12_400 }, (_, index) =>
    training({
      id: `m${index}`,
      fiscalYear: index < 200 ? 2009 + (index % 3) * 2 : 2010,
      cents: index % 5 > 3 && index < 12_000 ? index * 100 : null,
      recipientUnit: null,
      deliveryUnit: null,
    }),
  )
  await writeServing(many, rows)
  const { search } = openReading({ pool: many.readerPool, normalise: searchKey, judging: judgeTotal })
  const pages = async (address: string) => {
    const read: SearchResult['rows'] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: SearchResult = await search(readTrainingQuery(new URLSearchParams(`${address}&limit=500&cursor=${cursor}`)))
      read.push(...page.rows)
      cursor = page.next
    }
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length)
    return read
  }
  const all = await pages('sort=cost')
  expect(all.length).toBe(rows.length)
  const costs = all.map(({ cents }) => cents)
  const priced = rows.flatMap(({ cents }) => cents ?? [])
  expect(costs.slice(0, priced.length)).toEqual(priced.toSorted((left, right) => left - right))
  expect(costs.slice(priced.length).every((cents) => cents === null)).toBe(true)
  for (const [sort, years] of [
    ['-year', '2010-2011,2009'],
    ['year', '2010,2013'],
  ] as const) {
    const asked = readTrainingQuery(new URLSearchParams(`year=${years}`)).year
    const wanted = rows
      .map(({ fiscalYear }) => fiscalYear)
      .filter((year) => asked.some(({ first, last }) => first <= year && year <= last))
      .sort((left, right) => (sort === 'year' ? left - right : right - left))
    expect((await pages(`year=${years}&sort=${sort}`)).map(({ fiscalYear }) => fiscalYear)).toEqual(wanted)
  }
  await many.close()
})
