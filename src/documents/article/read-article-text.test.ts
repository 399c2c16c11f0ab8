import { describe, expect, test } from 'vitest'
import { writePdf } from '../../../test/pdf-writer.js'
import { writeZip } from '../../../test/zip-writer.js'
import { describeNotRead } from '../../extract/article/not-read.js'
import { readArticleText } from './read-article-text.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const kinds = async (text: string) => {
  const article = await readArticleText(bytes(text), 'article')
  return article.blocks.map(({ kind, start, end }) => [kind, article.text.slice(start, end)])
}
const long = (words: string) => `${words} ${'and so it went on through the whole of that long and dusty year '.repeat(3)}.`

describe('plain text', () => {
  test('is kept to the letter, byte order mark, emoji and line ends included', async () => {
    const text = '\uFEFFHead 🚁\r\n\r\nThe 7 Division moved.\r\n'
    expect((await readArticleText(bytes(text), 'a.txt')).text).toBe(text)
  })

  test('of two encodings reads each part in its own', async () => {
    const mixed = Buffer.concat([Buffer.from('Batallón and '), Buffer.from('Batall\xf3n \x93x\x94', 'latin1')])
    expect((await readArticleText(mixed, 'a.txt')).text).toBe('Batallón and Batallón “x”')
  })

  test('tells the headline, byline and date from the page around them', async () => {
    const article = await readArticleText(
      bytes(
        `© 2019 Radio Uno\nPlay Live Radio\n\nArmy Trains More Soldiers\n\nBy Ana Ruiz, El Faro, 3 May 2019\n\n${long('The army trained soldiers')}`,
      ),
      'a.txt',
    )
    expect(article.facts).toMatchObject({
      title: 'Army Trains More Soldiers',
      author: 'Ana Ruiz',
      publisher: 'El Faro',
      published: '2019-05-03',
    })
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['navigation', 'navigation', 'title', 'byline', 'paragraph'])
  })

  test('in French, too', async () => {
    const { facts } = await readArticleText(
      bytes(`L’armée forme des soldats\n\nPar Ana Rey, Le Courrier, 3 mai 2014\n\n${long('Une armée')}`),
      'a',
    )
    expect(facts).toMatchObject({ author: 'Ana Rey', publisher: 'Le Courrier', published: '2014-05-03' })
  })

  test('without the marks of Markdown, and whom somebody writes for', async () => {
    const { facts } = await readArticleText(
      bytes(
        `# **Army Trains *More* Sol\u00addiers**\n\n*By [Ana Ruiz](mailto:ana@faro.example) for El Faro*\n\n${long('The army')}`,
      ),
      'a.md',
    )
    expect(facts).toMatchObject({ title: 'Army Trains More Soldiers', author: 'Ana Ruiz', publisher: 'El Faro' })
  })

  test('the day of its dateline is when it was published, where no other is told', async () => {
    const text = (head: string) => bytes(`Army Trains More Soldiers\n\n${head}LIMA, March 4, 2015 (AP) — ${long('The army')}`)
    expect((await readArticleText(text(''), 'a')).facts).toMatchObject({
      published: '2015-03-04',
      publishedPrinted: 'March 4, 2015',
    })
    expect((await readArticleText(text('By Ana Ruiz, El Faro, 5 March 2015\n\n'), 'a')).facts.published).toBe('2015-03-05')
  })

  test('a sentence that begins with "By" is no byline', async () => {
    const text = `Army Trains More Soldiers\n\nBy March 2014, the army had trained 300 men.\n\n${long('The army')}`
    const { blocks } = await readArticleText(bytes(text), 'a')
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph'])
  })

  test('what was given outweighs what was found', async () => {
    const { facts } = await readArticleText(bytes('Army Trains More Soldiers\n\nText.'), 'a', {
      title: 'Other',
      published: '4 May 2019',
    })
    expect(facts).toMatchObject({ title: 'Other', published: '2019-05-04', publishedPrinted: '4 May 2019' })
  })
})

describe('set apart', () => {
  test('an appeal at the end, from its heading on', async () => {
    const read = await kinds(
      `${long('One paragraph')}\n\n${long('Another paragraph')}\n\nHelp Us Stay Here\n\nDear Daily Community,\n\nWe live in hard times.\n\nPlease consider a donation of any amount.\n\nThe editors`,
    )
    expect(read.map(([kind]) => kind)).toEqual(['paragraph', 'paragraph', 'appeal', 'appeal', 'appeal', 'appeal', 'appeal'])
  })

  test('the beginning of another article, with a link to the rest of it', async () => {
    const read = await kinds(`${long('First')}\n\nThe brigade was founded long ago, when a hill was a hill. Read more`)
    expect(read.map(([kind]) => kind)).toEqual(['paragraph', 'navigation'])
  })

  test('a heading in capitals above the first paragraph', async () => {
    const read = await kinds(`A Brigade And Its History\n\nTHE OLD BRIGADE\n\n${long('First')}`)
    expect(read.map(([kind]) => kind)).toEqual(['title', 'heading', 'paragraph'])
  })

  test('a list of officers is prose, a short line alone is a heading', async () => {
    const read = await kinds(
      `Army Names Commanders\n\n${long('First')}\n\n1. Maj. Gen. Ade Ola – Chief of Logistics\n\n2. Col. Musa Obi, 3 Brigade\n\nOther Stories`,
    )
    expect(read.map(([kind]) => kind)).toEqual(['title', 'paragraph', 'paragraph', 'paragraph', 'heading'])
  })

  test.each([
    'Suscríbase por $5 al mes',
    'Subscribe for $1 a week',
    'From $1 a month: unlimited access',
    'Reciba nuestro boletín',
    'Hágase socio y apoye el periodismo',
    'Donate today',
  ])('an offer of a subscription in the head of a page: %s', async (line) => {
    const read = await kinds(`${line}\n\n${long('First')}\n\n${long('Second')}`)
    expect(read.map(([kind]) => kind)).toEqual(['appeal', 'paragraph', 'paragraph'])
  })

  test.each(['Recruits are paid $300 a month', 'The army pays subscribers $5 a month', 'Donated rifles were stolen'])(
    'what only tells of prices and gifts is none: %s',
    async (line) => {
      expect((await kinds(`${long('First')}\n\n${line}.\n\n${long('Second')}`))[1]![0]).not.toBe('appeal')
    },
  )

  test('an article about donations to an army is none', async () => {
    const read = await kinds(
      `${long('First')}\n\nThe donation of four helicopters to the army was announced on Monday by the ministry.`,
    )
    expect(read.map(([kind]) => kind)).toEqual(['paragraph', 'paragraph'])
  })

  test('a pull-quote, also one that leaves words out', async () => {
    const first = 'The general said that the soldiers of his brigade had never been near the village in that whole month of June.'
    const read = await kinds(
      `“The soldiers of his brigade had never been near the village.”\n\nThe general said that the soldiers . . . had never been near the village in that whole month of June.\n\n${first}\n\n${long('More')}`,
    )
    expect(read.map(([kind]) => kind)).toEqual(['repetition', 'repetition', 'paragraph', 'paragraph'])
  })

  test('the second of two equal paragraphs', async () => {
    const read = await kinds(`${long('Equal')}\n\n${long('Different')}\n\n${long('Equal')}`)
    expect(read.map(([kind]) => kind)).toEqual(['paragraph', 'paragraph', 'repetition'])
  })

  test('a caption with its credit', async () => {
    const read = await kinds(
      `${long('First')}\n\nSoldiers stand guard in front of a prison. AFP PHOTO (Photo credit should read STR/AFP/GettyImages)`,
    )
    expect(read[1]![0]).toBe('caption')
  })
})

describe('a saved page', () => {
  const page = `<!doctype html><html lang="es"><head><title>Mil soldados | El Faro</title>
    <meta property="article:published_time" content="2019-05-03T10:00:00Z"><meta name="author" content="Ana Ruiz">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"El Faro"}}</script></head>
    <body class="single no-sidebar"><nav><a href=/>Inicio</a><a href=/x>Mundo</a></nav>
    <article><h1>Mil soldados</h1><p class="byline">Por Ana Ruiz</p>
    <p>El 7&nbsp;de mayo, <b>mil</b> soldados fueron<script>alert(1)</script> entrenados &amp; enviados.</p>
    <figure><img src=x onerror=alert(1)><figcaption>Foto: el cuartel</figcaption></figure>
    <div class="donate-box">Dona ahora</div><p hidden>oculto</p><p onclick="alert(1)">Segundo p&aacute;rrafo 🚁.</p></article>
    <aside class="related">Lea también</aside><footer>© 2019</footer></body></html>`

  test('gives text, facts and what stands apart; nothing of scripts, and no entity unread', async () => {
    const article = await readArticleText(bytes(page), 'a.html')
    expect(article.facts).toMatchObject({
      title: 'Mil soldados',
      publisher: 'El Faro',
      author: 'Ana Ruiz',
      published: '2019-05-03',
      language: 'es',
    })
    const read = article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`)
    expect(read).toEqual([
      'navigation: Inicio Mundo',
      'title: Mil soldados',
      'byline: Por Ana Ruiz',
      'paragraph: El 7 de mayo, mil soldados fueron entrenados & enviados.',
      'caption: Foto: el cuartel',
      'appeal: Dona ahora',
      'paragraph: Segundo párrafo 🚁.',
      'navigation: Lea también',
      'navigation: © 2019',
    ])
  })

  test('that nests by the hundred thousand is refused in bounded time', async () => {
    const start = performance.now()
    const reading = readArticleText(bytes(`<html><body>${'<div><b>'.repeat(200_000)}The end of it all.`), 'a.html')
    await expect(reading).rejects.toMatchObject({ code: 'ARTICLE_TOO_DEEP' })
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('a PDF', () => {
  const column = (x: number, words: string[], size = 9) => words.map((text, at) => ({ text, x, y: 120 + at * 12, size }))
  const filler = Array.from({ length: 14 }, (_, at) => `line ${at} of this column goes on and on here`)

  test('of two columns is read column by column, with broken words joined', async () => {
    const content = writePdf([
      {
        texts: [
          { text: 'A Headline Across Both Of The Columns Of This Page', x: 50, y: 80, size: 18 },
          ...column(50, ['The brigade was trained by instruc-', 'tors of another army in that', ...filler]),
          ...column(320, ['Right column begins with this one', 'and counter-insurgency stays whole.', ...filler]),
        ],
      },
    ])
    const { text, facts } = await readArticleText(content, 'a.pdf')
    expect(facts.title).toBe('A Headline Across Both Of The Columns Of This Page')
    expect(text).toContain('trained by instructors of another army')
    expect(text.indexOf('instructors')).toBeLessThan(text.indexOf('Right column begins'))
    expect(text.indexOf('line 13 of this column')).toBeLessThan(text.indexOf('Right column begins'))
  })

  test('of three columns is read column by column', async () => {
    const lines = (name: string) => Array.from({ length: 16 }, (_, at) => `${name} ${at} words of ${name}`)
    const columns = [...column(50, lines('alfa')), ...column(225, lines('bravo')), ...column(400, lines('delta'))]
    const { text } = await readArticleText(
      writePdf([{ texts: [{ text: 'A Headline Over All Of The Three Columns', x: 50, y: 80, size: 18 }, ...columns] }]),
      'a.pdf',
    )
    expect(text.replace(/\s+/g, ' ')).toContain([...lines('alfa'), ...lines('bravo'), ...lines('delta')].join(' '))
  })

  test('of three columns from one margin to the other is read so, too', async () => {
    const lines = (name: string) => Array.from({ length: 16 }, (_, at) => `${name} ${at} words of a column`)
    const columns = [...column(10, lines('alfa')), ...column(210, lines('bravo')), ...column(410, lines('delta'))]
    const { text } = await readArticleText(writePdf([{ texts: columns }]), 'a.pdf')
    expect(text.replace(/\s+/g, ' ')).toContain([...lines('alfa'), ...lines('bravo'), ...lines('delta')].join(' '))
  })

  test.each([
    [9, 6, 2.5],
    [11, 7, 4],
    [9, 5, 1.8],
  ])('has no number changed by that of a note, in %s points with %s raised by %s', async (size, small, rise) => {
    const line = (y: number, before: string, mark: string, behind: string) =>
      `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm (${before}) Tj /F1 ${small} Tf ${rise} Ts (${mark}) Tj 0 Ts /F1 ${size} Tf (${behind}) Tj ET`
    const content = [
      line(600, 'Soldiers killed 43', '2', ', at least, in Mina.'),
      line(540, 'Of them 12', '13', ' died. It was the 5'),
      line(480, 'So said the 5', 'th', ' Brigade.'),
      line(420, 'It denied it.', '4', ' Nobody else did.'),
    ].join('\n')
    const { text } = await readArticleText(writePdf([{ content }]), 'a.pdf')
    expect(text.split('\n\n')).toEqual([
      'Soldiers killed 43, at least, in Mina.',
      'Of them 12 died. It was the 5',
      'So said the 5th Brigade.',
      'It denied it.⁴ Nobody else did.',
    ])
  })

  test('has rows of a table on a line each, headings in the size of the text, and lines of a head', async () => {
    const cells = (y: number, ...parts: string[]) => parts.map((text, at) => ({ text, x: 50 + at * 90, y, size: 9 }))
    const texts = [
      ...column(50, ['By Ana Ruiz', '3 May 2014', 'The brigade was trained for years by whoever came to the coast.']),
      { text: 'What it did', x: 50, y: 156, size: 9, bold: true },
      { text: 'It killed people.', x: 50, y: 168, size: 9 },
      ...cells(200, 'Year', 'Killed', 'Wounded'),
      ...cells(212, '2014', '12', '30'),
    ]
    const { text, blocks, facts } = await readArticleText(writePdf([{ texts }]), 'a.pdf')
    expect(blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
      'byline: By Ana Ruiz',
      'byline: 3 May 2014',
      'paragraph: The brigade was trained for years by whoever came to the coast.',
      'heading: What it did',
      'paragraph: It killed people.',
      'paragraph: Year | Killed | Wounded',
      'paragraph: 2014 | 12 | 30',
    ])
    expect(facts).toMatchObject({ author: 'Ana Ruiz', published: '2014-05-03' })
  })

  test('joins the letters of a word that are set apart', async () => {
    const { text } = await readArticleText(
      writePdf([{ content: 'BT /F1 9 Tf 1.7 Tc 1 0 0 1 60 600 Tm (RAIDS OF MAY) Tj ET' }]),
      'a.pdf',
    )
    expect(text).toBe('RAIDS OF MAY')
  })

  test('leaves prose that two pages say alike in it', async () => {
    const pageOf = (y: number) => ({
      texts: [
        { text: 'It was so, the army said.', x: 50, y, size: 10 },
        { text: 'More of it.', x: 50, y: 300, size: 10 },
      ],
    })
    const { blocks } = await readArticleText(writePdf([pageOf(40), pageOf(70)]), 'a.pdf')
    expect(blocks.map(({ kind }) => kind)).not.toContain('navigation')
  })

  test('has the title that its file says, where no larger line is one and it is no file’s name', async () => {
    const texts = ['El entrenamiento de Honduras', 'Los soldados fueron a un curso.'].map((text, at) => ({
      text,
      x: 50,
      y: 90 + at * 40,
      size: 10,
    }))
    const titleOf = async (title?: string, shown = texts) =>
      (await readArticleText(writePdf([{ texts: shown }], title === undefined ? {} : { title }), 'a.pdf')).facts.title
    expect(await titleOf('El entrenamiento de Honduras')).toBe('El entrenamiento de Honduras')
    expect(await titleOf('Otro nombre del texto')).toBe('Otro nombre del texto')
    for (const none of [undefined, 'Microsoft Word - nota3.docx', 'nota_final_2.pdf', 'Untitled'])
      expect(await titleOf(none)).toBeNull()
    const headline = { text: 'Lo que se ve', x: 50, y: 50, size: 20 }
    expect(await titleOf('Otro nombre del texto', [headline, ...texts])).toBe('Lo que se ve')
  })

  test('with a box beside its column reads the box behind the column, and a table row by row', async () => {
    const full = (at: number) => `The brigade went on along the whole width of the page, as line ${at} of its report says`
    const short = (at: number) => `and this was narrow line ${at} of it`
    const fact = (at: number) => `At a glance: point ${at} of many`
    const lines = [
      ...Array.from({ length: 8 }, (_, at) => full(at)),
      ...Array.from({ length: 8 }, (_, at) => short(at)),
      ...Array.from({ length: 8 }, (_, at) => full(at + 8)),
    ]
    const beside = (size: number, pitch: number) =>
      Array.from({ length: 8 }, (_, at) => ({ text: fact(at), x: 330, y: 218 + at * pitch, size }))
    const read = async (box: ReturnType<typeof beside>) =>
      (await readArticleText(writePdf([{ texts: [...column(50, lines), ...box] }]), 'a.pdf')).text
    const box = Array.from({ length: 8 }, (_, at) => fact(at)).join(' ')
    for (const [size, pitch] of [
      [8, 12],
      [9, 10.6],
    ] as const)
      expect((await read(beside(size, pitch))).replaceAll('\n\n', '|')).toBe(`${lines.join(' ')}|${box}`)
    const table = Array.from({ length: 8 }, (_, at) => ({ text: fact(at), x: 330, y: 216 + at * 12, size: 9 }))
    expect(await read(table)).toContain(`${short(3)} ${fact(3)}`)
  })

  test('that is displayed sideways is read as its text runs', async () => {
    const texts = column(50, ['The brigade was trained by others', 'in the north of the country.'])
    expect((await readArticleText(writePdf([{ rotate: 90, texts }]), 'a.pdf')).text).toBe(
      'The brigade was trained by others in the north of the country.',
    )
  })

  test('keeps a sentence together around the note at a page’s foot', async () => {
    const pages = [
      [
        ...column(50, ['The brigade was trained', 'in the year of 2012 as'], 10),
        { text: '3 See the report.', x: 50, y: 740, size: 7 },
      ],
      column(50, ['the ministry said on Monday.', 'It was so.'], 10),
    ]
    const { text } = await readArticleText(writePdf(pages.map((texts) => ({ texts }))), 'a.pdf')
    expect(text).toContain('in the year of 2012 as the ministry said on Monday.')
  })

  test('has the columns of its last page where the others have them, and a sentence whole around the note at a column’s foot', async () => {
    const side = (x: number, from: number) =>
      column(
        x,
        Array.from({ length: 14 }, (_, at) => `the brigade of line ${from + at} was there`),
        10,
      )
    const pages = [
      [...side(50, 1), { text: '1 So the embassy says.', x: 50, y: 600, size: 7 }, ...side(310, 15)],
      [...column(50, ['It stayed for', 'many years.'], 10), ...column(310, ['Nobody knows', 'why it left.'], 10)],
    ]
    const { text } = await readArticleText(writePdf(pages.map((texts) => ({ texts }))), 'a.pdf')
    expect(text).toContain('line 14 was there the brigade of line 15')
    expect(text).toMatch(/It stayed for many years\.\s+Nobody knows why it left\./)
  })

  test('begins its first word with the letter that stands over several lines, which is no title', async () => {
    const begin = async (letter: string, lines: string[]) => {
      const texts = [
        { text: 'Who Trained Them', x: 50, y: 60, size: 20 },
        { text: letter, x: 50, y: 112, size: 30 },
        ...column(76, lines, 10).map((run) => ({ ...run })),
      ]
      return await readArticleText(writePdf([{ texts }]), 'a.pdf')
    }
    const read = await begin('A', ['t the garrison nobody knows', 'who taught the recruits.'])
    expect(read.text).toContain('At the garrison nobody knows who')
    expect(read.facts.title).toBe('Who Trained Them')
    expect((await begin('A', ['captain knows, and no other', 'captain does.'])).text).toContain('A captain knows')
  })

  test('keeps the head of every other page apart', async () => {
    const pageOf = (body: string, at: number) => ({
      texts: [
        { text: at % 2 === 0 ? 'THE SAVANNAH QUARTERLY' : 'The Army', x: 50, y: 30 },
        { text: body, x: 50, y: 300, size: 10 },
      ],
    })
    const { blocks } = await readArticleText(writePdf(['One.', 'Two.', 'Three.', 'Four.'].map(pageOf)), 'a.pdf')
    expect(blocks.filter(({ kind }) => kind === 'navigation')).toHaveLength(4)
  })

  test('keeps the lines that every page repeats apart', async () => {
    const pageOf = (body: string) => ({
      texts: [
        { text: 'The Daily, 4 May', x: 50, y: 30 },
        { text: body, x: 50, y: 300, size: 10 },
      ],
    })
    const { text, blocks } = await readArticleText(writePdf(['One body.', 'Two body.', 'Three body.'].map(pageOf)), 'a.pdf')
    expect(blocks.filter(({ kind }) => kind === 'navigation').map(({ start, end }) => text.slice(start, end))).toEqual(
      Array(3).fill('The Daily, 4 May'),
    )
  })

  test('of which some pages are images says which', async () => {
    const image = { content: '0 0 100 100 re f' }
    const article = await readArticleText(writePdf([image, { texts: column(50, ['The brigade was there.']) }, image]), 'a.pdf')
    expect(article.pagesWithoutText).toEqual([1, 3])
    expect(describeNotRead(article)).toEqual(['no text on pages 1, 3 (images of text are not read)'])
  })

  test('of images has no text', async () => {
    await expect(readArticleText(writePdf([{ content: '0 0 100 100 re f' }]), 'a.pdf')).rejects.toMatchObject({
      code: 'PDF_NO_TEXT',
    })
  })
})

describe('a Word document', () => {
  test('gives its paragraphs with their styles, without what was deleted', async () => {
    const article = await readArticleText(
      writeZip([
        {
          name: 'word/document.xml',
          content: `<?xml version="1.0"?><w:document><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Soldiers &amp; police</w:t></w:r></w:p>
          <w:p><w:r><w:t>Some 5,000</w:t></w:r><w:del><w:r><w:t>6,000</w:t></w:r></w:del><w:r><w:t xml:space="preserve"> troops.</w:t></w:r></w:p></w:body></w:document>`,
        },
        {
          name: 'docProps/core.xml',
          content: '<x><dc:creator>Ana Ruiz</dc:creator><dcterms:created>2019-05-03T00:00:00Z</dcterms:created></x>',
        },
      ]),
      'a.docx',
    )
    expect(article.text).toBe('Soldiers & police\n\nSome 5,000 troops.')
    expect(article.facts).toMatchObject({ title: 'Soldiers & police', author: 'Ana Ruiz', published: null })
  })

  test('that is a spreadsheet or another document is told to be one', async () => {
    for (const [entries, what] of [
      [[{ name: 'xl/workbook.xml', content: '<workbook/>' }], 'spreadsheet'],
      [[{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }], 'OpenDocument'],
    ] as const)
      await expect(readArticleText(writeZip([...entries]), 'a.docx')).rejects.toMatchObject({
        code: 'ARTICLE_KIND_UNKNOWN',
        message: expect.stringContaining(what),
      })
  })

  test('that is too deep or too long is refused at once', async () => {
    const word = (content: string) => readArticleText(writeZip([{ name: 'word/document.xml', content }]), 'a.docx')
    await expect(word('<w:p>'.repeat(500_000))).rejects.toMatchObject({ code: 'ARTICLE_TOO_DEEP' })
    const paragraph = '<w:p><w:r><w:t>Ten letters</w:t></w:r></w:p>'
    await expect(word(`<w:body>${paragraph.repeat(200_000)}</w:body>`)).rejects.toMatchObject({ code: 'ARTICLE_TOO_LONG' })
  })

  test('that is another archive, or a bomb, is refused', async () => {
    await expect(readArticleText(writeZip([{ name: 'a.txt', content: 'x' }]), 'a.docx')).rejects.toMatchObject({
      code: 'DOCX_DAMAGED',
    })
    await expect(
      readArticleText(writeZip([{ name: 'word/document.xml', content: ' '.repeat(70_000_000) }]), 'a.docx'),
    ).rejects.toMatchObject({
      code: 'DOCX_DAMAGED',
    })
  })
})

describe('bad input has its code', () => {
  test.each([
    ['nothing', new Uint8Array(), 'FILE_EMPTY'],
    ['nothing but white space', bytes(' \n\n '), 'ARTICLE_NO_TEXT'],
    ['an image', Buffer.from('\x89PNG\r\n', 'latin1'), 'ARTICLE_KIND_UNKNOWN'],
    ['100 MB', Buffer.alloc(100_000_000, 97), 'FILE_TOO_LARGE'],
    ['a text of three million letters', Buffer.alloc(3_000_000, 97), 'ARTICLE_TOO_LONG'],
    ['a page written by script', bytes('<html><body><script>write()</script></body></html>'), 'ARTICLE_NO_TEXT'],
  ])('%s', async (_, content, code) => {
    await expect(readArticleText(content, 'a')).rejects.toMatchObject({ code })
  })
})
