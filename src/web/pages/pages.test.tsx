import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import {
  countryView,
  coverage,
  coverageOfCountry,
  familyView,
  head,
  homeView,
  nameRow,
  nameView,
  noSum,
  nothingFound,
  oddRows,
  offTotals,
  presentYears,
  programView,
  reconciliationView,
  searchResult,
  source,
  sourceView,
  sum,
  training,
  trainingView,
} from '../../../test/web-views.js'
import { coverageOf } from '../../analysis/coverage.js'
import { readTrainingQuery } from '../../ledger/read/query.js'
import { programBreaks } from '../../ledger/vocabulary.js'
import { groupGaps, missingYears } from '../components/coverage.js'
import { yearGaps } from '../components/year-table.js'
import { formatFor, type Language, languages } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { citedSources } from '../program-breaks.js'
import { renderPage } from '../render.js'
import type { Site } from '../site.js'
import { CountriesPage } from './countries.js'
import { CountryPage } from './country.js'
import { CountryWithoutRowsPage } from './country-without-rows.js'
import { CoveragePage } from './coverage.js'
import { ErrorPage } from './error.js'
import { FamilyPage } from './family.js'
import { HomePage } from './home.js'
import { NamePage } from './name.js'
import { ProgramPage } from './program.js'
import { ProgramsPage } from './programs.js'
import { MethodPage, WordingPage } from './prose.js'
import { ReconciliationPage } from './reconciliation.js'
import { SearchPage } from './search.js'
import { SourcePage } from './source.js'
import { SourcesPage } from './sources.js'
import { TotalPage } from './total.js'
import { TrainingPage } from './training.js'
import { trainingQuotation } from './training-route.js'

const site = (changes: Partial<Site> = {}): Site => {
  const language: Language = changes.language ?? 'en'
  return {
    language,
    text: messagesFor(language),
    format: formatFor(language),
    address: '/countries/mex',
    asOf: null,
    head,
    origin: 'http://localhost:4777',
    stylesheet: '/style/rastro-0.css',
    ...changes,
  }
}

const render = (page: Child, changes: Partial<Site> = {}) => renderPage(site(changes), page)
const asked = (query: string) => readTrainingQuery(new URLSearchParams(query))

function trainingDocument(view = trainingView(), language: Language = 'en') {
  const page = (
    <TrainingPage
      view={view}
      quotation={trainingQuotation(view, language, 'http://localhost:4777')}
      citation={{ text: 'cited' }}
    />
  )
  return render(page, { language })
}

const poland = { slug: 'pol', code: 'POL', name: 'Poland' }
const polandCoverage = coverageOfCountry('POL')

const everyPage: [string, () => Child][] = [
  ['home', () => <HomePage view={homeView()} />],
  ['home of an empty ledger', () => <HomePage view={homeView({ sum: noSum(), countries: [], years: [], yearPrograms: [] })} />],
  ['search', () => <SearchPage query={asked('q=batallon&country=mex&year=2010-2012')} result={searchResult()} />],
  ['empty search', () => <SearchPage query={asked('q=gafe')} result={nothingFound()} />],
  ['countries', () => <CountriesPage view={homeView()} order="name" />],
  ['country', () => <CountryPage view={countryView()} />],
  [
    'country without rows',
    () => (
      <CountryPage
        view={countryView({
          sum: noSum(),
          years: [],
          yearPrograms: [],
          programs: [],
          topNames: [],
          courses: [],
          deliveryUnits: [],
          classes: [],
        })}
      />
    ),
  ],
  ['country that no row names', () => <CountryWithoutRowsPage country={poland} coverage={polandCoverage} />],
  ['programmes', () => <ProgramsPage view={homeView()} />],
  ['programme', () => <ProgramPage view={programView()} />],
  ['family of programmes', () => <FamilyPage view={familyView()} />],
  ['name', () => <NamePage view={nameView()} />],
  ['sources', () => <SourcesPage sources={[sourceView()]} />],
  ['source', () => <SourcePage view={sourceView()} page={3} />],
  ['total', () => <TotalPage total={offTotals()[0]!} />],
  ['reconciliation', () => <ReconciliationPage view={reconciliationView()} report={null} />],
  ['reconciliation of a report', () => <ReconciliationPage view={reconciliationView()} report="2012-2013" />],
  ['coverage', () => <CoveragePage coverage={homeView().coverage} years={homeView().years} />],
  ['method', () => <MethodPage />],
  ['wording', () => <WordingPage />],
  ['error', () => <ErrorPage status={404} code="NOT_FOUND" message="There is no such page." remedy="Search for it." />],
]

describe.each(everyPage)('%s', (_, page) => {
  test.each(languages)('renders whole in %s: no inline style or script, no unfinished text, ids once', (language) => {
    const html = render(page(), { language })
    expect(html).toMatch(/^<!doctype html><html lang="(en|es)">/)
    // Our own file is the only script.
    const rest = html.replace(/<script type="module" src="\/script\/type-ahead-[0-9a-f]{12}\.js"><\/script>/, '')
    expect(rest).not.toMatch(/\sstyle="|<style|<script|\son[a-z]+="/)
    expect(html).not.toMatch(/undefined|NaN|\[object|Invalid Date/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const targets = [...html.matchAll(/ (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)].flatMap((match) =>
      match[1]!.split(' '),
    )
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })
})

test('markup in a cell is text', () => {
  const html = render(<SearchPage query={asked('')} result={searchResult({ rows: oddRows() })} />)
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('what sources print is not translated', () => {
  const html = trainingDocument(trainingView(), 'es')
  expect(html).toContain('<span class="printed-name" translate="no">102/o. Batallón de Infantería</span>')
  expect(html).toContain('Lo impreso y lo leído')
})

test('a country leads to what articles claim of it', () => {
  expect(render(<CountryPage view={countryView()} />)).toMatch(/href="\/en\/claims\?country=[A-Z]{3}"/)
})

test('a year without a report is a gap and never zero', () => {
  const html = render(<CountryPage view={countryView()} />)
  expect(presentYears).not.toContain(2004)
  const row = /<tr><th scope="row">2004<\/th>(.*?)<\/tr>/.exec(html)?.[1] ?? ''
  expect(row).toContain('class="gap"')
  expect(row).toContain('no data: the report is not held')
  expect(row).not.toMatch(/>0</)
})

test('every page that shows a sum says what the sum does not cover', () => {
  const pages = everyPage.filter(([name]) =>
    ['home', 'search', 'countries', 'country', 'programmes', 'programme', 'name', 'source'].includes(name),
  )
  expect(pages).toHaveLength(8)
  for (const [name, page] of pages)
    expect([name, render(page())]).toEqual([name, expect.stringContaining('What this does not cover')])
})

test('every number by family and year leads to its rows, and every row of what balances can be quoted', () => {
  const country = render(<CountryPage view={countryView()} />)
  const matrix = /<table class="matrix">.*?<\/table>/s.exec(country)![0]
  expect(matrix).not.toMatch(/<td class="number">[\d,]+<\/td>/)
  expect(matrix).toMatch(/href="\/en\/search\?[^"]*family=[^"]*year=\d{4}|href="\/en\/search\?[^"]*year=\d{4}[^"]*family=/)
  for (const report of [null, '2012-2013']) {
    const page = render(<ReconciliationPage view={reconciliationView()} report={report} />)
    const rows = [...page.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) => row)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows.filter((row) => !/href="[^"]*(?:\/quote\?|#quote)/.test(row))).toEqual([])
  }
  const total = render(<TotalPage total={offTotals()[0]!} />)
  expect(total).toMatch(/prints the total “.*The .* rows? that it covers, as this ledger reads them/s)
})

test('planned sessions stand apart from the sum', () => {
  const html = render(<CountryPage view={countryView()} />)
  expect(html).toContain('Planned, and not part of the sum: 1,532 sessions for $5,658,747.')
  expect(trainingDocument(trainingView({ training: training({ status: 'proposed' }) }))).toContain('No sum includes it.')
})

test('a sum of rows that all lack a cost shows no dollars', () => {
  const view = searchResult({ sum: sum({ rows: 4, rowsWithoutCost: 4, cents: 0, quantityWithoutCost: 3456 }) })
  const figures = /<dl class="figures">(.*?)<\/dl>/s.exec(render(<SearchPage query={asked('')} result={view} />))?.[1] ?? ''
  expect(figures).toContain('no cost printed')
  expect(figures).not.toContain('$')
})

test('a reader of a past state is told so, and stays in it', () => {
  const html = render(<CountryPage view={countryView()} />, {
    asOf: 3,
    head: { ...head, changeset: 3 },
    address: '/countries/mex?as_of=3',
  })
  expect(html).toContain('You are looking at the ledger as it was after change 3.')
  const links = [...html.matchAll(/href="(\/en\/[^"]*)"/g)].map((match) => match[1]!)
  const leaving = links.filter((link) => !link.includes('as_of=3'))
  // One link leads back to the present.
  expect(leaving).toEqual(['/en/countries/mex'])
})

test('a name that is a ministry accuses no unit', () => {
  const html = render(<NamePage view={nameView({ name: nameRow({ text: 'SEDENA' }) })} />)
  expect(html).toContain('they accuse none')
  expect(render(<NamePage view={nameView()} />)).not.toContain('they accuse none')
})

test('a year whose report prints no recipient is not known on the page of a name, rather than without a row', () => {
  const html = render(<NamePage view={nameView()} />)
  const year = (n: number) => new RegExp(`<th scope="row">${n}</th>(.*?)</tr>`, 's').exec(html)?.[1]
  expect(year(1999)).toContain('not known: the report prints no such column')
  expect(html).not.toContain('No recipient printed')
})

test('names that read alike are not said to be the same', () => {
  expect(render(<NamePage view={nameView()} />)).toContain('Nobody has judged them to be the same.')
})

test('equal rows are not called duplicates', () => {
  expect(trainingDocument()).toContain(
    '3 other rows of this file print the same. The totals count them all: equal rows are not duplicates.',
  )
})

test('what was withdrawn leads to the last state that had it', () => {
  for (const language of languages) {
    const page = (
      <ErrorPage status={410} code="WITHDRAWN" message="" remedy="" lastState={{ path: '/trainings/t-1', changeset: 22 }} />
    )
    expect(render(page, { language })).toContain(`href="/${language}/trainings/t-1?as_of=22"`)
  }
})

test('a row that was withdrawn is not said to be removed for good, and one that was expunged is', () => {
  for (const language of languages) {
    const { errors } = messagesFor(language)
    const withdrawn = render(<ErrorPage status={410} code="WITHDRAWN" message="" remedy="" />, { language })
    expect(withdrawn).toContain(errors.withdrawn.explanation)
    expect(withdrawn).not.toContain(errors[410].explanation)
    expect(render(<ErrorPage status={410} code="EXPUNGED" message="" remedy="" />, { language })).toContain(
      errors[410].explanation,
    )
  }
})

test('the law exempts countries: a year without rows of a programme is not said to be exempt', () => {
  const gap = {
    ...coverage.gaps[0]!,
    state: 'excluded by law' as const,
    program: null,
    column: null,
    region: null,
    fiscalYear: 2018,
  }
  const report = { ...coverage, gaps: [gap], yearsMissing: [], yearsInPart: [] }
  expect(yearGaps(report, new Set(), { ofCountry: false }).whole.has(2018)).toBe(false)
  expect(yearGaps(report, new Set(), { ofCountry: true }).whole.get(2018)).toBe('excluded by law')
})

test('parts that are missing of several years are one line only where they are the same parts', () => {
  const gap = {
    ...coverage.gaps[0]!,
    state: 'file missing' as const,
    reasonCode: 'part-not-at-hand' as const,
    program: null,
    column: null,
    countries: [],
  }
  const lines = groupGaps([
    { ...gap, fiscalYear: 2000, region: 'Near East' },
    { ...gap, fiscalYear: 2002, region: 'Near East' },
    { ...gap, fiscalYear: 2006, region: 'Africa' },
  ])
  expect(lines.map(({ years, regions }) => ({ years, regions }))).toEqual([
    { years: [2000, 2002], regions: ['Near East'] },
    { years: [2006], regions: ['Africa'] },
  ])
})

test('a country that the law exempts and no row names has a page with the reason, every year of it a gap, and no sum', () => {
  for (const language of languages) {
    const html = render(<CountryWithoutRowsPage country={poland} coverage={polandCoverage} />, { language })
    const { text } = site({ language })
    expect(html).toContain(text.country.noRowExempt)
    expect(html).toContain(text.reasons['nato-member'])
    expect(html).not.toContain('class="figures"')
    expect(html).not.toContain(text.quote.this)
    // Years that are not held are gaps as well: no year of the table reads as one in which there was nothing to list.
    expect(html.split(text.figures.excluded).length - 1).toBeGreaterThan(15)
    expect(html).not.toMatch(new RegExp(`<td[^>]*>(?:<[^>]*>)*${text.figures.noRowsListed}`))
  }
  const elsewhere = render(
    <CountryWithoutRowsPage country={{ slug: 'chn', code: 'CHN', name: 'China' }} coverage={coverageOfCountry('CHN')} />,
  )
  expect(elsewhere).toContain('The reports held list no training of China')
  expect(elsewhere).not.toContain('The law exempts it')
})

test('the head of a sum speaks of other rows that name a ministry only where it is about a country, and some print a recipient', () => {
  const search = (question: string) => render(<SearchPage query={asked(question)} result={searchResult()} />)
  expect(search('country=mex')).toContain('many others name only a ministry')
  for (const picked of ['q=batallon', 'unit=7th', 'flag=CANCELLED', 'class=unknown', 'cost_min=1000'])
    expect(search(picked)).not.toContain('many others name only a ministry')
  const none = sum({ quantityWithoutUnit: sum().quantity })
  expect(render(<CountryPage view={countryView({ sum: none })} />)).not.toContain('many others name only a ministry')
})

test('the classes of recipients say that a row of several classes counts in each', () => {
  for (const language of languages)
    expect(render(<CountryPage view={countryView()} />, { language })).toContain(site({ language }).text.country.classesNote)
})

test('a year of which only the country’s part of the report is missing is not called a report that is not held', () => {
  const kenya = coverageOfCountry('KEN')
  expect(missingYears(kenya).part).toEqual([2001])
  expect(missingYears(kenya).whole).not.toContain(2001)
  const gaps = yearGaps(kenya, new Set(), { ofCountry: true })
  expect(gaps.whole.get(2001)).toBe('part missing')
  expect(gaps.whole.get(2004)).toBe('file missing')
})

test('rows of a year after the series stand in the table of years, and years before them that are not held are gaps', () => {
  const held = [{ report: '2023-2024', region: 'Africa', fiscalYear: 2023, countryCode: 'KEN', rows: 2 }]
  const years = [{ ...nameView().years[0]!, fiscalYear: 2023 }]
  const html = render(<NamePage view={nameView({ years, coverage: coverageOf({}, { held, columns: [] }) })} />)
  const { figures } = site().text
  expect(html).toMatch(/<th scope="row"><a [^>]*>2023</)
  expect(html).toMatch(new RegExp(`<th scope="row">2022</th><td[^>]*>(?:<[^>]*>)*${figures.noData}`))
  expect(html).toContain(figures.partial)
})

test('among the sources an article has no rows, sessions and dollars: not even none', () => {
  const article = {
    ...sourceView(),
    source: source({ kind: 'article', report: null, fileName: 'clipping.txt' }),
    rows: 0,
    cents: 0,
  }
  const page = render(<SourcesPage sources={[sourceView(), article]} />)
  const [reports, others] = page.split('Articles, lists, spreadsheets and notes</caption>')
  expect(reports).toContain('whem-2012-2013.pdf')
  expect(others).toContain('clipping.txt')
  expect(others).not.toMatch(/\$0|>0</)
})

test('one row of one session carries no cost: in the singular', () => {
  expect(messagesFor('en').coverage.withoutCost(1, '1', 1, '1')).toMatch(/^1 row with 1 session carries no cost/)
  expect(messagesFor('es').coverage.withoutCost(1, '1', 1, '1')).toMatch(/^1 fila con 1 sesión no lleva costo/)
})

test('a spreadsheet says how much it says, and nothing of rows of trainings, totals and pages that it has not', () => {
  const view = sourceView({
    source: source({ kind: 'spreadsheet', report: null, pages: null, fileName: 'units.csv' }),
    said: { statements: 10_203, entities: 1058, publications: 2 },
  })
  const page = render(<SourcePage view={view} page={null} evidence={<p>image</p>} />)
  expect(page).toContain('10,203 statements about 1,058 units, people and incidents')
  expect(page).toContain('2 publications')
  expect(page).not.toMatch(/Does it balance\?<\/h2>|1,200 rows|image|has no pages/)
})

test('a source without a known address says so', () => {
  expect(render(<SourcePage view={sourceView({ source: source({ officialUrl: null }) })} page={null} />)).toContain('none known')
})

test('applied filters can be taken away one by one', () => {
  const html = render(<SearchPage query={asked('q=batallon&country=mex&year=2010-2012')} result={searchResult()} />)
  const applied = /<ul class="applied".*?<\/ul>/s.exec(html)?.[0] ?? ''
  const links = [...applied.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
  expect(links).toEqual([
    '/en/search?country=mex&amp;year=2010-2012',
    '/en/search?q=batallon&amp;year=2010-2012',
    '/en/search?q=batallon&amp;country=mex',
  ])
})

test('rows that speak of a cancellation are said to count, and can be listed, from the method and from the filters', () => {
  for (const language of languages) {
    const method = render(<MethodPage />, { language })
    expect(method).toContain(`href="/${language}/search?flag=CANCELLED"`)
    const listing = render(<SearchPage query={asked('country=mex')} result={searchResult()} />, { language })
    expect(listing).toContain('<option value="CANCELLED">')
    expect(listing).toContain(`href="/${language}/search?country=mex&amp;flag=CANCELLED"`)
  }
})

test('why a total is off is said in the reader’s language, with the finding behind it', () => {
  for (const language of languages) {
    const html = render(<TotalPage total={{ ...offTotals()[0]!, reason: 'Off by $1.', reasonCode: 'rounded' }} />, { language })
    expect(html).toContain(site({ language }).text.balance.reasons.rounded)
    expect(html).toContain('<span lang="en">Off by $1.</span>')
  }
})

test('downloads ask for all rows: no cursor, no limit', () => {
  const html = render(<SearchPage query={asked('q=batallon&limit=20&cursor=abc')} result={searchResult()} />)
  expect(html).toContain('href="/api/v1/trainings.csv?q=batallon"')
})

describe('a row on a page that stands in two files', () => {
  const copy = { id: 'other-id', sourceId: 'other', sourceFile: 'africa.pdf', page: 41, pageLabel: 'IV-35' }

  test.each(languages)('leads to the copy that counts, and back: %s', (language) => {
    const yielding = trainingDocument(trainingView({ countedAs: copy }), language)
    const counting = trainingDocument(trainingView({ copies: [copy] }), language)
    const { training: said, place } = messagesFor(language)
    expect(yielding).toContain(said.countedAs(place.label('IV-35'), 'africa.pdf'))
    expect(counting).toContain(said.copyOf(place.label('IV-35'), 'africa.pdf'))
    for (const page of [yielding, counting]) expect(page).toContain(`/${language}/trainings/other-id`)
    expect(trainingDocument(trainingView(), language)).not.toContain('africa.pdf')
  })

  test('is counted elsewhere on the page of its file', () => {
    const countedElsewhere = [{ rows: 24, sourceId: 'other', sourceFile: 'africa.pdf' }]
    const page = render(<SourcePage view={sourceView({ countedElsewhere })} page={null} />)
    expect(page).toContain('24 more rows stand in this file and are counted in africa.pdf')
    expect(page).toContain('/en/sources/other')
  })
})

test.each(languages)('what could not be read of a source is on its page, with its words, place and reason: %s', (language) => {
  const { sources: said } = messagesFor(language)
  const place = { page: 1, pageLabel: 'IV-35', box: null, row: null }
  const reason = 'These lines follow no row.'
  const unread = [{ place, text: 'OPERATIONS COMMAND', reason }]
  const page = render(<SourcePage view={sourceView({ unread })} page={null} />, { language })
  expect(page).toContain(said.unread(1, '1'))
  expect(page).toContain('OPERATIONS COMMAND')
  expect(page).toContain(said.unreadReasons[reason] ?? reason)
  expect(page).toContain('IV-35')
  expect(render(<SourcePage view={sourceView()} page={null} />, { language })).toContain(said.allRead)
})

test('what a break is known from is said in the reader’s language; only titles of studies stay as they are', () => {
  const spanish = messagesFor('es')
  const english = messagesFor('en')
  for (const { citation } of programBreaks()) {
    const read = citedSources(citation, spanish)
    expect(read.map(({ text }) => text).join('; ')).not.toMatch(/headings|Public Law|section/i)
    for (const { text, printed } of read) if (printed) expect(text).toMatch(/^Congressional Research Service/)
    // In English it says what the crosswalk says.
    const again = citedSources(citation, english).map(({ text }) => text)
    expect(again.join('; ').toLowerCase()).toBe(citation.toLowerCase())
  }
  expect(citedSources('Public Law 114-328, section 1241 (10 USC 333)', spanish)[0]?.text).toBe(
    'Ley Pública 114-328 de EE. UU., sección 1241 (10 USC 333)',
  )
})

test('what a line of totals was printed over was printed: nothing of the row says that it was not', () => {
  const over = {
    quantity: null,
    cents: null,
    courseTitle: null,
    flags: [{ code: 'OVERPRINTED_BY_TOTALS', note: 'seen and left' }],
  }
  const view = trainingView({ training: training(over) })
  for (const [language, said] of [
    ['en', 'printed over'],
    ['es', 'bajo otra línea impresa'],
  ] as const) {
    const lost = (html: string) => html.split(`>${said}<`).length - 1
    expect(lost(trainingDocument(view, language))).toBe(3)
    expect(trainingDocument(view, language)).toContain(messagesFor(language).training.courseOver)
    expect(lost(render(<SearchPage query={asked('')} result={searchResult({ rows: [training(over)] })} />, { language }))).toBe(2)
  }
  expect(trainingDocument(trainingView({ training: training({ ...over, flags: [] }) })).split('>not printed<').length - 1).toBe(3)
})

test('one fiscal year is a year, in the gaps, of a country and of all that is held', () => {
  const missing = (yearsMissing: number[]) => ({ ...coverage, gaps: [], yearsInPart: [], yearsMissing })
  const years = countryView().years.slice(0, 1)
  for (const [language, ofOne, ofTwo, inOne, held] of [
    [
      'en',
      'No report is held for fiscal year 2014.',
      'No report is held for fiscal years 2014–2015.',
      'delivered to Mexico in fiscal year 1999.',
      '1 file with 2 pages, fiscal year 1999, 1 country or territory.',
    ],
    [
      'es',
      'No hay informe del año fiscal 2014.',
      'No hay informe de los años fiscales 2014–2015.',
      'para México en el año fiscal 1999.',
      '1 archivo con 2 páginas, año fiscal 1999, 1 país o territorio.',
    ],
  ] as const) {
    const country = (changes: Parameters<typeof countryView>[0]) =>
      render(<CountryPage view={countryView(changes)} />, { language })
    expect(country({ coverage: missing([2014]) })).toContain(ofOne)
    expect(country({ coverage: missing([2014, 2015]) })).toContain(ofTwo)
    expect(country({ years })).toContain(inOne)
    const home = homeView({ years, sources: 1, pages: 2, countries: homeView().countries.slice(0, 1) })
    expect(render(<HomePage view={home} />, { language })).toContain(held)
  }
})

test('a year without a row in a report that is held is not hatched, as one is whose report is missing', () => {
  const years = countryView().years.filter(({ fiscalYear }) => fiscalYear !== 2012)
  const table = render(<CountryPage view={countryView({ years })} />)
  const cellOf = (year: number) =>
    new RegExp(`<th scope="row">${year}</th><td class="(\\w+)" colspan="\\d">([^<]*)</td>`).exec(table)
  expect(cellOf(2012)?.slice(1)).toEqual(['quiet', 'no row in the reports held'])
  expect(cellOf(2014)?.slice(1)).toEqual(['gap', 'no data: the report is not held'])
})

test('the page of one report’s totals has its figures and its doubts alone', () => {
  const [one, other] = offTotals()
  const view = reconciliationView({
    off: [
      { ...one!, report: '2012-2013' },
      { ...other!, report: '2005-2006' },
    ],
  })
  const row = view.reports.find(({ report }) => report === '2012-2013')!
  const page = render(<ReconciliationPage view={view} report="2012-2013" />)
  expect(page).toContain('<p class="kicker">Report 2012–2013</p>')
  const figures = /<dl class="figures">.*?<dd>(.*?)<\/dd>/s.exec(page)
  expect(figures?.[1]).toBe(row.totals.toLocaleString('en'))
  expect(page).toContain(`/totals/${one!.id}"`)
  expect(page).not.toContain(`/totals/${other!.id}"`)
  expect(render(<ReconciliationPage view={view} report={null} />)).toContain(`/totals/${other!.id}"`)
})

test('a link to a row’s quotation is called by what the row prints and its place, not by digits', () => {
  const html = render(<SearchPage query={asked('')} result={searchResult({ rows: [training()] })} />)
  const { recipientUnit, courseTitle } = training()
  expect(html).toMatch(new RegExp(`aria-label="Quote this row: ${recipientUnit}, ${courseTitle}, 20\\d\\d–20\\d\\d, [^"]+"`))
})
