import { describe, expect, test } from 'vitest'
import { extractHtmlReport } from './extract-html.js'

const sha256 = 'a'.repeat(64)
const read = (html: string) => extractHtmlReport({ file: 'report.html', sha256, bytes: new TextEncoder().encode(html) })

describe('layout A', () => {
  const page = (rows: string, region = 'Western Hemisphere Region (Continued)') =>
    read(`<html><title>Foreign Military Training Report FY 1999 and 2000</title><body>
      <table><tr><td>Other sites</td><td></td></tr></table>
      <font><i>${region}</i></font><table>${rows}</table><p>[end of file]</body></html>`)
  const row = (...cells: string[]) => `<TR>${cells.map((cell) => `<TD>${cell}</TD>`).join('')}</TR>\n`
  const bold = (text: string) => row(`<B>${text}</B>`)
  const mexico =
    bold('Mexico, International Military Education And') + bold('Training (IMET), FY 99') + row('AIRBORNE', '2', '$1,438')

  test('a heading over two rows, a row, its totals, and where they stand', () => {
    const { trainings, totals, ...report } = page(mexico + row('FY 99 Totals: ', '2', '$1,438'))
    expect(report).toMatchObject({ layout: 'A', report: '1999-2000', regions: ['Western Hemisphere'], pages: null, unread: [] })
    expect(trainings).toHaveLength(1)
    expect(trainings[0]).toMatchObject({
      region: 'Western Hemisphere',
      country: 'Mexico',
      countryCode: 'MEX',
      program: 'International Military Education And Training (IMET)',
      programCode: 'IMET',
      fiscalYear: 1999,
      status: 'delivered',
      courseTitle: 'AIRBORNE',
      quantity: 2,
      cents: 143_800,
      startDate: null,
      places: [{ page: null, pageLabel: null, box: null, row: 4 }],
      flags: [],
    })
    expect(totals).toMatchObject([
      {
        level: 'fiscal_year',
        country: 'Mexico',
        fiscalYear: 1999,
        quantity: 2,
        cents: 143_800,
        printed: 'FY 99 Totals: 2 $1,438',
      },
    ])
  })

  test('rows under a heading that names no country are said to be unread', () => {
    const { trainings, totals, unread } = page(
      bold('IMET - FY 1999 DoS Training') + row('AIRBORNE', '2', '$1,438') + row('FY 99 Totals: ', '2', '$1,438'),
    )
    expect(trainings).toEqual([])
    expect(totals).toHaveLength(1)
    expect(unread.map(({ text, reason }) => [text, reason])).toEqual([
      ['AIRBORNE 2 $1,438', 'No heading names its country and programme.'],
    ])
  })

  test('a note across the columns is not the rest of a title, and the row above it is in doubt', () => {
    const { trainings, unread } = page(
      `${mexico}<tr><td colspan="3">Note: see annex</td></tr>${row('FY 99 Totals: ', '2', '$1,438')}`,
    )
    expect(trainings.map(({ courseTitle, flags }) => [courseTitle, flags.map(({ code }) => code)])).toEqual([
      ['AIRBORNE', ['NOTE_AMID_CELLS']],
    ])
    expect(unread.map(({ text }) => text)).toEqual(['Note: see annex'])
  })

  test('the second year is a plan', () => {
    const plan = bold('Mexico, Marshall Center, FY 00') + row('Executive Course', '3', '$0') + row('FY 00 Totals:', '3', '$0')
    expect(page(mexico + plan).trainings.map(({ status }) => status)).toEqual(['delivered', 'proposed'])
    // The page's title tells the years, not the headings that this page happens to have.
    expect(page(plan).trainings[0]).toMatchObject({ status: 'proposed', report: '1999-2000' })
  })

  test('a row with one cell goes on with the title above it, over the empty rows of page breaks too', () => {
    const { trainings, unread } = page(
      mexico +
        row('JCET: SOF METL TNG: SMALL', '15', '$68,000') +
        row('UNIT') +
        row('ELECTROMAGNETIC SPECTM', '1', '$1,370') +
        '<TR><TD></TR>' +
        row('MGT', '') +
        row('FY 99 Totals:', '18', '$70,808'),
    )
    expect(trainings.map(({ courseTitle }) => courseTitle)).toEqual([
      'AIRBORNE',
      'JCET: SOF METL TNG: SMALL UNIT',
      'ELECTROMAGNETIC SPECTM MGT',
    ])
    // The first place is where the numbers stand.
    expect(trainings[2]!.places.map(({ row }) => row)).toEqual([7, 9])
    expect(unread).toEqual([])
  })

  test('a heading that is not bold is one if it begins with a country; a wrapped title above it is none', () => {
    const { trainings } = page(
      mexico +
        row('JCET: SOF METL TNG:', '32', '$113,000') +
        row('MARKSMANSH') +
        row('Egypt, Foreign Military Financing (FMF) Program, FY') +
        row('00') +
        row('DIVING, BASIC', '1', '$10') +
        row('FY 00 Totals:', '1', '$10'),
    )
    expect(trainings.map(({ country, courseTitle, fiscalYear }) => [country, fiscalYear, courseTitle])).toEqual([
      ['Mexico', 1999, 'AIRBORNE'],
      ['Mexico', 1999, 'JCET: SOF METL TNG: MARKSMANSH'],
      ['Egypt', 2000, 'DIVING, BASIC'],
    ])
  })

  test('a heading that lost its year has the year of the totals line below it, flagged', () => {
    const { trainings, unread } = page(
      bold('Saudi Arabia, Miscellaneous DoD-DoS Activities, FY') +
        row('BLUE FLAG 00', '10', '$0') +
        row('FY 00 Totals:', '10', '$0'),
    )
    expect(trainings[0]).toMatchObject({ country: 'Saudi Arabia', fiscalYear: 2000 })
    expect(trainings[0]!.flags.map(({ code }) => code)).toEqual(['FISCAL_YEAR_FROM_TOTALS'])
    expect(unread).toEqual([])
  })

  test('a row whose cost is not there has none; the head of a printed page is no row', () => {
    const { trainings } = page(
      mexico + row('Title of', '# ', 'Cost') + row('JCSOS', '4', '') + row('FY 99 Totals:', '6', '$1,438'),
    )
    expect(trainings[1]).toMatchObject({ courseTitle: 'JCSOS', quantity: 4, cents: null, quantityHeader: '#' })
    expect(trainings[1]!.flags.map(({ code }) => code)).toEqual(['COST_BLANK'])
    expect(trainings).toHaveLength(2)
  })

  test('what is neither heading nor title nor row is kept aside with its place', () => {
    const { unread } = page(mexico + row('FY 99 Totals:', '2', '$1,438') + row('See note 7') + row('A', '1', '$1', 'more'))
    expect(unread.map(({ place, text }) => [place.row, text])).toEqual([
      [6, 'See note 7'],
      [7, 'A 1 $1 more'],
    ])
  })

  test('one row more moves no id of another', () => {
    const ids = (html: string) => page(html).trainings.map(({ id }) => id)
    const total = row('FY 99 Totals:', '2', '$1,438')
    const [airborne] = ids(mexico + total)
    expect(ids(`${mexico}${row('BASIC', '1', '$1')}${total}`)[0]).toBe(airborne)
    expect(new Set(ids(`${mexico}${row('BASIC', '1', '$1')}${row('BASIC', '1', '$1')}${total}`)).size).toBe(3)
  })
})

describe('layout D', () => {
  const header = ['Course Title', 'Students', 'Location', "Student's Unit", 'US Units', 'Total Cost', 'Start Date', 'End Date']
  const cells = (texts: readonly string[]) =>
    `<TR>${texts.map((text) => `<TD><P>${text || '&nbsp;'}</P></TD>`).join('\n')}</TR>\n`
  const row = (...texts: string[]) => cells([...texts, ...Array<string>(8 - texts.length).fill('')])
  const opening = (country: string, program: string) =>
    `<TR><TD bgColor=beige colSpan=8><B>${country}</B></TD></TR>${row(`<STRONG>${program}</STRONG>`)}${cells(header)}`
  const page = (rows: string) =>
    read(`<html><title>IV. Country Training Activities--Near East</title><body>
      <span>Foreign Military Training: Joint Report to Congress, Fiscal Years 2006 and 2007</span><table>${rows}</table>`)
  const yemen = opening('Yemen', 'CTFP - FY 2006 DoD Training')

  test('what is not displayed is not read, and a row of which some is struck out is in doubt', () => {
    const { trainings } = page(
      yemen +
        row(
          '<span style="display:none">77</span>DIVER',
          '2<i hidden>9</i>',
          'SANAA',
          'Coast Guard',
          '-',
          '3005',
          '1/30/2006',
          '2/3/2006',
        ) +
        row('PILOT', '<del>4</del> 3', 'SANAA', 'Coast Guard', '-', '3005', '1/30/2006', '2/3/2006') +
        row('FY 2006 Program Totals', '5', '', '', '', '$6,010'),
    )
    expect(trainings[0]).toMatchObject({ courseTitle: 'DIVER', quantity: 2, flags: [] })
    expect(trainings[1]!.flags.map(({ code }) => code)).toContain('NOTE_AMID_CELLS')
  })

  test('rows below a heading that is struck out are in doubt, and below one that cannot be read are told as unread', () => {
    const diver = row('DIVER', '2', 'SANAA', 'Coast Guard', '-', '3005', '1/30/2006', '2/3/2006')
    const totals = row('FY 2006 Program Totals', '2', '', '', '', '$3,005')
    const below = (country: string, program: string) => page(opening(country, program) + diver + totals)
    const { trainings } = below(
      'Yemen',
      '<span style="color: red; text-decoration: line-through">CTFP - FY 2006 DoD Training</span>',
    )
    expect(trainings[0]!.flags.map(({ code }) => code)).toEqual(['NOTE_AMID_CELLS'])
    expect(below('<s>Yemen</s>', 'CTFP - FY 2006 DoD Training').trainings[0]!.flags.map(({ code }) => code)).toEqual([
      'NOTE_AMID_CELLS',
    ])
    const next = row('<STRONG>IMET - FY <s>2006</s> 2007 DoS Training</STRONG>')
    const replaced = page(yemen + diver + totals + next + diver)
    expect(replaced.trainings).toMatchObject([{ courseTitle: 'DIVER', program: 'CTFP', flags: [] }])
    expect(replaced.unread).toHaveLength(2)
  })

  test('a title whose first line is one cell across the columns is in doubt', () => {
    const { trainings } = page(
      `${yemen}<tr><td colspan="3">Note: see annex</td></tr>${row('DIVER', '2', 'SANAA', 'Coast Guard', '-', '3005', '1/30/2006', '2/3/2006')}${row('FY 2006 Program Totals', '2', '', '', '', '$3,005')}`,
    )
    expect(trainings[0]!.flags.map(({ code }) => code)).toEqual(['NOTE_AMID_CELLS'])
  })

  test('eight columns by their header, a country and a programme above them', () => {
    const { trainings, totals, regions, report, unread } = page(
      yemen +
        row('MET CT- REGIONAL', '2', 'SANAA', 'Coast Guard', '-', '3005.50', '1/30/2006', '2/3/2006') +
        row('FY 2006 Program Totals', '2', '', '', '', '$3,005') +
        row() +
        row('<STRONG>Yemen&nbsp;FY 2006&nbsp;Totals</STRONG>', '2', '', '', '', '$3,005'),
    )
    expect({ regions, report, unread }).toEqual({ regions: ['Near East'], report: '2006-2007', unread: [] })
    expect(trainings).toMatchObject([
      {
        country: 'Yemen',
        program: 'CTFP',
        agency: 'DoD',
        fiscalYear: 2006,
        status: 'delivered',
        courseTitle: 'MET CT- REGIONAL',
        quantity: 2,
        quantityHeader: 'Students',
        location: 'SANAA',
        recipientUnit: 'Coast Guard',
        deliveryUnit: null,
        cents: 300_550,
        startPrinted: '1/30/2006',
        startDate: '2006-01-30',
        endDate: '2006-02-03',
        flags: [],
      },
    ])
    expect(totals).toMatchObject([
      { level: 'program', country: 'Yemen', program: 'CTFP', fiscalYear: 2006, quantity: 2, cents: 300_500 },
      { level: 'country', country: 'Yemen', program: null, fiscalYear: 2006, printed: 'Yemen FY 2006 Totals 2 $3,005' },
    ])
  })

  test('a country is told by its name where the page gives it no colour; without one, rows are said to be unread', () => {
    const training = row('MET CT- REGIONAL', '2', 'SANAA', 'Coast Guard', '-', '3005.50', '1/30/2006', '2/3/2006')
    const overprinted = row('FY 2006 Program Totals', '2', 'SANAA', 'Navy', '', '$3,005')
    const below = row('<STRONG>CTFP - FY 2006 DoD Training</STRONG>') + cells(header) + training + overprinted
    const named = page(`<TR><TD>Yemen</TD></TR>${below}`)
    expect(named.trainings.map(({ country, recipientUnit }) => [country, recipientUnit])).toEqual([
      ['Yemen', 'Coast Guard'],
      ['Yemen', 'Navy'],
    ])
    const unnamed = page(below)
    expect(unnamed.trainings).toEqual([])
    expect(unnamed.totals).toHaveLength(1)
    expect(unnamed.unread.map(({ text, reason }) => [text.includes('Coast Guard') || text, reason])).toEqual([
      [true, 'No heading names its country and programme.'],
      ['SANAA | Navy', 'No heading names its country and programme.'],
    ])
  })

  test('cells across columns and rows stand where a browser shows them', () => {
    const { trainings, unread } = page(
      yemen +
        '<TR><TD rowspan=2>MET<TD>2<TD>SANAA<TD colspan=2>Coast Guard<TD>3005<TD>1/30/2006<TD>2/3/2006</TR>' +
        '<TR><TD>4<TD>ADEN<TD>Navy<TD>-<TD>1500<TD>3/1/2006<TD>3/3/2006<TD></TR>' +
        row('FY 2006 Program Totals', '6', '', '', '', '$4,505'),
    )
    const read = trainings.map((row) => [
      row.courseTitle,
      row.quantity,
      row.location,
      row.recipientUnit,
      row.cents,
      row.startDate,
    ])
    expect(read).toEqual([
      ['MET', 2, 'SANAA', 'Coast Guard', 300_500, '2006-01-30'],
      ['MET', 4, 'ADEN', 'Navy', 150_000, '2006-03-01'],
    ])
    expect(unread).toEqual([])
  })

  test('a row or a total from which cells were left out is said to be unread: what is whose cannot be told', () => {
    const { trainings, totals, unread } = page(
      yemen +
        '<TR><TD>MET<TD>2<TD>SANAA<TD>Coast Guard<TD>3005<TD>1/30/2006<TD>2/3/2006</TR>' +
        '<TR><TD>FY 2006 Program Totals<TD>2<TD>$3,005</TR>' +
        row('Yemen FY 2006 Totals', '2', '', '', '', '$3,005'),
    )
    expect([trainings.length, totals.length]).toEqual([0, 1])
    expect(unread.map(({ reason }) => reason)).toEqual(Array(2).fill('The row has fewer cells than its header.'))
  })

  test('rows under a country whose name is not known are not laid to the country before', () => {
    const training = row('MET', '2', 'SANAA', 'Coast Guard', '-', '3005', '1/30/2006', '2/3/2006')
    const total = row('FY 2006 Program Totals', '2', '', '', '', '$3,005')
    const unknown = row('Freedonia') + row('<STRONG>CTFP - FY 2006 DoD Training</STRONG>') + cells(header)
    const { trainings, unread } = page(yemen + training + total + unknown + training + total)
    expect(trainings.map(({ country }) => country)).toEqual(['Yemen'])
    expect(unread.map(({ text }) => text.split(' | ')[0])).toEqual(['Freedonia', 'MET'])
  })

  test('a copy that writes days first is read so where its dates leave no doubt, thousands parted by points are not guessed', () => {
    const { trainings } = page(
      yemen +
        row('A', '2', 'SANAA', 'Navy', '-', '3.005', '05/01/2006', '31/01/2006') +
        row('B', '2', 'SANAA', 'Navy', '-', '300.5', '02/03/2006', '28/03/2006') +
        row('FY 2006 Program Totals', '4', '', '', '', '$3,005'),
    )
    expect(trainings.map(({ startDate, endDate, cents }) => [startDate, endDate, cents])).toEqual([
      ['2006-01-05', '2006-01-31', null],
      ['2006-03-02', '2006-03-28', 30_050],
    ])
    expect(trainings[0]!.flags.map(({ code }) => code)).toEqual(['COST_UNREADABLE'])
  })

  test('a title in two rows: the first stands above the row with the numbers', () => {
    const { trainings } = page(
      yemen +
        row('Democracy Building') +
        row('Program--German', '2', 'Garmisch', 'MoD', '-', '0', '4/17/2006', '5/12/2006') +
        row('FY 2006 Program Totals', '2', '', '', '', '$0'),
    )
    expect(trainings[0]).toMatchObject({ courseTitle: 'Democracy Building Program--German', quantity: 2 })
    expect(trainings[0]!.places.map(({ row }) => row)).toEqual([5, 4])
  })

  test('totals written over a training: the total is read, and of the training what is left', () => {
    const { trainings, totals } = page(
      yemen +
        row('SES 06-3', '1', 'Garmisch', 'MoD', '-', '2338', '4/24/2006', '5/4/2006') +
        row('FY 2006 Program Totals', '3', 'Garmisch', 'Kosovo Police Service', '-', '$7,014', '8/28/2006', '9/8/2006') +
        row('SES 06-6', '1', 'Garmisch', 'MoD', '-', '2338', '8/28/2006', '9/8/2006'),
    )
    expect(totals).toMatchObject([{ quantity: 3, cents: 701_400, flags: [{ code: 'TOTAL_WITH_STRAY_CELLS' }] }])
    expect(trainings).toHaveLength(3)
    expect(trainings[1]).toMatchObject({
      courseTitle: null,
      quantity: null,
      cents: null,
      recipientUnit: 'Kosovo Police Service',
      startDate: '2006-08-28',
    })
    expect(trainings[1]!.flags.map(({ code }) => code)).toContain('OVERPRINTED_BY_TOTALS')
    // Rows after such a total are still the programme's.
    expect(trainings[2]).toMatchObject({ program: 'CTFP', quantity: 1 })
  })

  test.each([
    // [cost, start, end] as printed → [cents, start, end] as read
    [
      ['9/8/2006', '8/28/2006', ''],
      [null, '2006-08-28', '2006-09-08'],
    ],
    [
      ['9/8/2006', '8/28/2006', '2338'],
      [233_800, '2006-08-28', '2006-09-08'],
    ],
    [
      ['9/8/2006', '', ''],
      [null, null, '2006-09-08'],
    ],
    [
      ['9/8/2006', '8/28/2006', '9/8/2006'],
      [null, '2006-08-28', '2006-09-08'],
    ],
  ] as const)('the end date under the cost, printed %j', (printed, [cents, startDate, endDate]) => {
    const { trainings } = page(
      yemen + row('SEMINAR', '1', 'X', 'Y', '-', ...printed) + row('FY 2006 Program Totals', '1', '', '', '', '$0'),
    )
    expect(trainings[0]).toMatchObject({ cents, startDate, endDate })
    expect(trainings[0]!.flags.map(({ code }) => code)).toContain('DATE_OUTSIDE_COLUMN')
  })

  test('replaced letters stay as printed, and the flag has the repaired reading', () => {
    const { trainings } = page(
      yemen +
        row('A', '1', 'SEDENA', 'N/Avy HQS; SEDEN/A', '-', '0', '', '') +
        row('B', '1', 'N/A', 'LOGN/ADMIN', 'N/A', '0', '', '') +
        row('FY 2006 Program Totals', '2', '', '', '', '$0'),
    )
    expect(trainings[0]).toMatchObject({ recipientUnit: 'N/Avy HQS; SEDEN/A' })
    expect(trainings[0]!.flags).toEqual([
      { code: 'REPAIRED_TEXT', note: expect.stringContaining('"Navy HQS; SEDENA"') as unknown as string },
    ])
    expect(trainings[1]).toMatchObject({ location: null, recipientUnit: 'LOGN/ADMIN', deliveryUnit: null })
    expect(trainings[1]!.flags.map(({ code }) => code)).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE'])
  })
})

test.each([
  ['<html><body><p>Hello</p></body></html>'],
  ['<table><tr><td>Name</td><td>Number</td><td>Price</td></tr><tr><td>Pen</td><td>2</td><td>$3</td></tr></table>'],
  ['<table><tr><td>Program Totals:</td><td>2</td><td>$3</td></tr></table>'],
  [''],
])('HTML of another kind is refused: %s', (html) => {
  expect(() => read(html)).toThrow(expect.objectContaining({ code: 'NOT_A_TRAINING_REPORT', place: { file: 'report.html' } }))
})

test('a page that breaks off gives no rows at all, wherever within its table it was cut', () => {
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const html = `<html><title>Foreign Military Training Report FY 1999 and 2000</title><body><table>${row('<b>Mexico, Marshall Center, FY 99</b>')}${row('Executive Course', '3', '$10')}${row('Leaders Course', '4', '$20')}${row('FY 99 Totals:', '7', '$30')}</table></body></html>`
  expect(read(html).trainings).toHaveLength(2)
  for (let end = html.indexOf('Executive'); end < html.indexOf('</table>'); end += 7)
    expect(() => read(html.slice(0, end)), html.slice(0, end)).toThrow(expect.objectContaining({ code: 'HTML_TRUNCATED' }))
})
