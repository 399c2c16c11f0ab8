/** Articles as browsers, content systems and word processors save them. The articles are made up. */
import { describe, expect, test } from 'vitest'
import { writeZip } from '../../../test/zip-writer.js'
import { readArticle } from '../../extract/article/read-article.js'
import type { ArticleText } from './article-text.js'
import { readArticleText } from './read-article-text.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const trained = (number: number | string) =>
  `In fiscal year 2012 the United States trained ${number} Honduran soldiers in courses of several weeks, officials said on Monday near the coast.`
const page = (body: string, head = '') => `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const readPage = (html: string) => readArticleText(bytes(html), 'a.html')
const parts = ({ text, blocks }: ArticleText, ...kinds: string[]) =>
  blocks.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => text.slice(start, end))
const numbers = (article: ArticleText) =>
  readArticle(article).claims.map((claim) => (claim.type === 'quantity' ? claim.value : 0))

describe('a page', () => {
  test.each([
    ['in one form, as ASP.NET writes it', `<form id="aspnetForm"><h1>Head</h1><p>${trained(1)}</p></form>`],
    ['of a class "with-sidebar"', `<div class="site with-sidebar"><h1>Head</h1><p>${trained(1)}</p></div>`],
    ['whose text is of a class "social-warfare"', `<h1>Head</h1><div class="post social-warfare"><p>${trained(1)}</p></div>`],
    ['of classes "no-ads" and "ad-free"', `<h1>Head</h1><div class="no-ads ad-free"><p>${trained(1)}</p></div>`],
    ['without the ends of its elements', `<h1>Head</h1><p>${trained(1)}`],
  ])('%s keeps its prose', async (_, body) => {
    const article = await readPage(page(body))
    expect(parts(article, 'paragraph')).toEqual([trained(1)])
    expect(article.facts.title).toBe('Head')
  })

  test.each([
    ['a newsletter’s form', '<form><label>Mail</label><p>Get 300 soldiers in your mail.</p></form>'],
    ['cookies and consent', '<div id="onetrust-consent-sdk"><p>We and our 872 soldiers store data.</p></div>'],
    ['comments', '<div class="disqus"><p>77 soldiers.</p></div><ol class="commentlist"><li>55 soldiers were trained.</li></ol>'],
    ['more stories', '<section class="more-stories"><h3>More</h3><p>Navy trains 900 sailors.</p></section>'],
    ['AMP’s menu and advertisement', '<amp-sidebar>3 soldiers</amp-sidebar><amp-ad><div>Buy 40 rifles</div></amp-ad>'],
    ['what is not shown', '<div style="visibility:hidden"><p>70 soldiers were trained.</p></div>'],
    ['a cookie banner in French', '<div class="didomi-popup"><p>We and our 600 soldiers use cookies.</p></div>'],
    ['related posts', '<div class="jp-relatedposts"><p>Army buried 90 soldiers last year.</p></div>'],
    ['the bar of a paywall', '<div class="article__content-barrier"><p>You have 3 soldiers left.</p></div>'],
    ['a list of other stories', '<div data-component="links-block"><p>Some 70 soldiers were trained.</p></div>'],
    ['a picture’s words', '<figure><img><span>Some 220 soldiers</span></figure>'],
    ['captions', '<div class="imageCaption">Some 220 soldiers.</div><p class="figcaption">Some 240 soldiers.</p>'],
  ])('reads no claim from %s', async (_, furniture) => {
    expect(numbers(await readPage(page(`<h1>Head</h1><p>${trained(1)}</p>${furniture}<p>${trained(2)}</p>`)))).toEqual([1, 2])
  })

  test.each([
    ['a button with a part in it', '<button><div>Share</div></button>'],
    ['a drawing with a style in it', '<svg><script>draw()</script><style><p>a</p></style></svg>'],
    ['what is for browsers without scripts', '<noscript><p><img src="x"></p></noscript>'],
    ['a film', '<video><p>Your browser plays no films.</p></video>'],
  ])('loses no words before %s within a paragraph', async (_, inside) => {
    const [before, after] = [trained(1).slice(0, 60), trained(1).slice(60)]
    for (const element of ['div', 'li', 'p'])
      expect((await readPage(page(`<h1>Head</h1><${element}>${before}${inside}${after}</${element}>`))).text).toBe(
        `Head\n\n${trained(1)}`,
      )
  })

  test.each(['<del>500</del>', '<s>500</s>', '<strike>500</strike>', '<span style="text-decoration: line-through">500</span>'])(
    'says no number that was struck out: %s',
    async (struck) => {
      const article = await readPage(page(`<h1>Head</h1><p>${trained(`${struck} 400`)}</p>`))
      expect(numbers(article)).toEqual([400])
      expect(article.hiddenWords).toBe(1)
    },
  )

  test('reads a fraction with a raised number as one, and no note of a number', async () => {
    const { text } = await readPage(
      page(
        '<h1>Head</h1><p>It cost $2<sup>1</sup>/<sub>2</sub> million for 400<sup>2</sup> men and 3<sup>1</sup>/<sub>4</sub> years.</p>',
      ),
    )
    expect(text).toBe('Head\n\nIt cost $2 1/2 million for 400 men and 3 1/4 years.')
  })

  test('has the words of text that runs from right to left without the marks of its direction', async () => {
    expect(numbers(await readPage(page(`<h1>Head</h1><p>${trained('\u202b7\u202c')}</p>`)))).toEqual([7])
  })

  test('that declares another encoding than the one that it is written in is read in its own', async () => {
    const html = page(`<h1>El año</h1><p>${trained(1)} Costó 1,5 millones de dólares.</p>`, '<meta charset="iso-8859-1">')
    expect((await readPage(html)).text).toContain('El año\n\n')
    const western = Uint8Array.from(html, (letter) => letter.charCodeAt(0))
    expect((await readArticleText(western, 'a.html')).text).toContain('millones de dólares')
  })

  test('with two articles is called, written and dated as the first', async () => {
    const { facts } = await readPage(
      page(
        `<article><h1>Trained for years</h1><p class="byline">By Ana Ruiz, 3 May 2014</p><p>${trained(1)}</p></article>
        <article><h1>Fish is dear</h1><p class="byline">By Luis Roa, 9 June 2015</p><p>${trained(2)}</p></article>`,
        '<title>The Example</title>',
      ),
    )
    expect(facts).toMatchObject({ title: 'Trained for years', author: 'Ana Ruiz', published: '2014-05-03' })
  })

  test('is told of by the metadata of its own article, not of one that it leads to', async () => {
    const told = (headline: string, author: string, day: string) =>
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, author, datePublished: day })}</script>`
    const { facts } = await readPage(
      page(
        `<h1>Trained for years</h1><p>${trained(1)}</p>`,
        told('Fish is dear', 'Luis Roa', '2019-01-01') + told('Trained for years', 'Ana Ruiz', '2014-05-03'),
      ),
    )
    expect(facts).toMatchObject({ title: 'Trained for years', author: 'Ana Ruiz', published: '2014-05-03' })
  })

  test('made for print is called by its first heading', async () => {
    const { facts } = await readPage(
      page(`<h3>Trained for years</h3><p>By Ana Ruiz</p><p>${trained(1)}</p>`, '<title>Print this page</title>'),
    )
    expect(facts.title).toBe('Trained for years')
  })

  test('keeps what readers say below it apart, and not what stands behind a number of comments', async () => {
    const said = '<div><b>ana99</b> says:<p>They trained 50 soldiers.</p><a href="#">Reply</a></div>'
    const below = page(`<h1>Head</h1><p>${trained(1)}</p><h3>Comments (2)</h3>${said}<h3>Leave a reply</h3>`)
    expect(numbers(await readPage(below))).toEqual([1])
    const above = page(`<h1>Head</h1><p>2 comments</p><p>${trained(1)}</p><p>${trained(2)}</p>`)
    expect(numbers(await readPage(above))).toEqual([1, 2])
  })

  test('tells how many words it holds and does not show, but for its scripts and menus', async () => {
    const words = 'No word of this paragraph can be seen by whoever reads the page in a browser of today.'
    const { hiddenWords } = await readPage(
      page(
        `<h1>Head</h1><nav hidden>${words}</nav><script>${words}</script><p>${trained(1)}</p><div style="display: none"><p>${words}</p></div>`,
      ),
    )
    expect(hiddenWords).toBe(18)
    expect((await readPage(page(`<h1>Head</h1><p>${trained(1)}</p><span hidden>Share it</span>`))).hiddenWords).toBeUndefined()
  })

  test('is not dated by its clock, its menu or its last change', async () => {
    const { facts } = await readPage(
      page(
        `<header><time datetime="2026-11-30">Monday, 30 November 2026</time></header><nav><time datetime="2025-01-01">1 Jan</time></nav>
        <article><h1>Head</h1><p>Updated <time itemprop="dateModified" datetime="2016-02-02">2 Feb 2016</time></p>
        <p>By <a rel="author">Ana Ruiz</a> · <time itemprop="datePublished" datetime="2014-05-03">May 3</time></p><p>${trained(1)}</p></article>`,
      ),
    )
    expect(facts).toMatchObject({ published: '2014-05-03', author: 'Ana Ruiz' })
    const clock = page(
      `<p>Monday, 30 November 2026</p><h1>Head</h1><p>Updated 2 Feb 2016</p><p>Posted 3 May 2014</p><p>${trained(1)}</p>`,
    )
    expect((await readPage(clock)).facts.published).toBe('2014-05-03')
  })

  test('names author and publisher in its metadata as text or by reference', async () => {
    const read = async (json: unknown) =>
      (
        await readPage(
          page(`<h1>Head</h1><p>${trained(1)}</p>`, `<script type="application/ld+json">${JSON.stringify(json)}</script>`),
        )
      ).facts
    const wanted = { author: 'Ana Ruiz', publisher: 'The Example' }
    expect(await read({ '@type': ['NewsArticle'], author: ['Ana Ruiz'], publisher: 'The Example' })).toMatchObject(wanted)
    const graph = [
      { '@id': '#p', name: 'Ana Ruiz' },
      { '@id': '#o', name: 'The Example' },
      { '@type': 'Article', author: { '@id': '#p' }, publisher: { '@id': '#o' } },
    ]
    expect(await read({ '@graph': graph })).toMatchObject(wanted)
  })

  test('parts paragraphs at two line ends, and the lines of a head', async () => {
    const article = await readPage(
      page(
        `<td><b>Trained for years</b><br><i>By Ana Ruiz</i><br>Thursday, 5 May 2014</td>
        <div>${trained(1)}<br><br>See also: <a href="/x">Navy trains 40 sailors</a><br /> <br>Two lines<br>of one paragraph.<br><br>${trained(2)}</div>`,
        '<title>Print | Trained for years - The Example</title>',
      ),
    )
    expect(parts(article, 'title', 'byline')).toEqual(['Trained for years', 'By Ana Ruiz', 'Thursday, 5 May 2014'])
    expect(parts(article, 'paragraph')).toEqual([trained(1), 'Two lines of one paragraph.', trained(2)])
    expect(article.facts).toMatchObject({ title: 'Trained for years', author: 'Ana Ruiz', published: '2014-05-05' })
  })

  test('has a paragraph for each line that is whole', async () => {
    const article = await readPage(page(`<td>${trained(1)}<br>${trained(2)}<br>Nobody “answered.”</td>`))
    expect(parts(article, 'paragraph')).toEqual([trained(1), trained(2), 'Nobody “answered.”'])
  })

  test('has rows of a table on a line each, but for a table that lays it out', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const rows = `<table>${row('Rank', 'Name', 'To')}${row('Col', '<p>Ade Ola</p>', 'GOC <b>3 Division</b>')}</table>`
    const laid = await readPage(
      page(`<h1>Head</h1><table>${row(`<p>${trained(1)}</p>${rows}<p>${trained(2)}</p>`, 'Aside')}</table>`),
    )
    expect(parts(laid, 'paragraph')).toEqual([
      trained(1),
      'Rank | Name | To',
      'Col | Ade Ola | GOC 3 Division',
      trained(2),
      'Aside',
    ])
    expect(readArticle(laid).relations.map(({ type }) => type)).toEqual(['has_rank', 'is_posted', 'has_title'])
  })

  test.each([
    ['a channel', `<p>Get breaking news! Join our <a>Telegram</a> channel</p>`, 'appeal'],
    ['a slide’s words', '<div class="slide-text">Some 90 tanks. /Ana Ruiz</div>', 'caption'],
    ['one of several pictures', '<p>2 of 3: Some 90 tanks at the parade.</p>', 'caption'],
    ['a picture with its photographer', '<div>Kasongo at his desk. © Ana Ruiz</div>', 'caption'],
    ['a number that the paper took back', '<p>Correction, 3 June: An earlier version said 9,000 men.</p>', 'navigation'],
    ['what was amended', '<p>This article was amended on 3 May 2021 to say 600 men, not 6,000.</p>', 'navigation'],
    ['what readers of papers in French read, too', '<p>À lire aussi L’armée recrute 500 hommes</p>', 'navigation'],
    ['an offer within the text', '<p>Consider becoming a free or paid subscriber.</p>', 'appeal'],
    ['a caption in brackets', '<p>[Caption: Some 90 tanks. Photo by Ana Ruiz]</p>', 'caption'],
    ['who wrote and who photographed', '<p class="autor">Texto: Ana Ruiz Gil. Fotos: Luis Roa</p>', 'byline'],
    ['another article in Spanish', '<p>Te puede interesar: Detienen a 22 policías</p>', 'navigation'],
    ['a ticker', '<div class="ticker">Dollar at 2,500 pesos</div>', 'navigation'],
    ['the paper’s name', '<p>The Example</p>', 'navigation'],
    ['a note with a day', `<p>${trained(3)}</p><p>Interview with the author, 4 October 2013. ↩</p>`, 'paragraph'],
    ['a box of its own', '<aside class="factbox"><p>750 men in 2012</p></aside>', 'paragraph'],
  ])('tells %s', async (_, block, kind) => {
    const article = await readPage(
      page(
        `<h1>Head</h1><p>${trained(1)}</p><p>${trained(2)}</p>${block}`,
        '<meta property="og:site_name" content="The Example">',
      ),
    )
    expect(article.blocks.at(-1)!.kind).toBe(kind)
  })

  test('has its headline where themes put it, and the site’s name beside it', async () => {
    const facts = async (body: string, head: string) => (await readPage(page(`${body}<p>${trained(1)}</p>`, head))).facts
    const wanted = { title: 'Army names chiefs', publisher: 'The Example' }
    const blog = '<h1 class="title">The Example</h1><h3 class="post-title entry-title">Army names chiefs</h3>'
    expect(await facts(blog, '<title>The Example: Army names chiefs</title>')).toMatchObject(wanted)
    const old = '<td><b>Army names chiefs</b><br><i>Ana Ruiz, corresponsal</i></td>'
    expect(await facts(old, '<title>The Example - Army names chiefs</title>')).toMatchObject({ ...wanted, author: 'Ana Ruiz' })
    const cards =
      '<h1>Army names chiefs</h1><div class="card"><div class="headline"><a href="/x">Navy loses a boat</a></div></div>'
    expect(await facts(cards, '<title>Army names chiefs | The Example</title>')).toMatchObject(wanted)
  })

  test('sets apart what stands under a heading that leads elsewhere, and none of its own prose', async () => {
    const more = '<h2>Related content</h2><h3>Navy loses boats</h3><p>Some 70 sailors died.</p>'
    expect(numbers(await readPage(page(`<h1>Head</h1><p>${trained(1)}</p>${more}`)))).toEqual([1])
    const within = `<h2>Editors’ Picks</h2><p>Some 70 sailors died.</p><p>Some 80 soldiers died.</p><p>${trained(2)}</p>`
    expect(numbers(await readPage(page(`<h1>Head</h1><p>${trained(1)}</p>${within}`)))).toEqual([1, 80, 2])
    const own = '<h2>Related attacks</h2><p>Some 70 soldiers died.</p>'
    expect(numbers(await readPage(page(`<h1>Head</h1><p>${trained(1)}</p>${own}`)))).toEqual([1, 70])
  })

  test('keeps prose in a part that is called "published"', async () => {
    const article = await readPage(page(`<h1>Head</h1><div class="node published"><p>${trained(1)} ${trained(2)}</p></div>`))
    expect(numbers(article)).toEqual([1, 2])
  })

  test('is of the day that its readers saw', async () => {
    const day = async (body: string, ...meta: string[]) =>
      (await readPage(page(`<h1>Head</h1>${body}<p>${trained(1)}</p>`, meta.join('')))).facts.published
    const published = (at: string) => `<meta property="article:published_time" content="${at}">`
    expect(await day('<p>March 3, 2015</p>', published('2015-03-04T02:30:00+00:00'))).toBe('2015-03-03')
    expect(await day('', published('2015-03-04T02:30:00Z'), published('2015-03-03T21:30:00-05:00'))).toBe('2015-03-03')
    expect(await day('<p>Updated March 5, 2015</p>', published('2015-03-04T02:30:00Z'))).toBe('2015-03-04')
    expect(await day('<p>March 30, 2015</p>', published('2015-03-04T02:30:00Z'))).toBe('2015-03-04')
  })

  test.each([
    ['Publié le 1er février 2017 à 10h32 • Mis à jour le 4 février 2017', '2017-02-01'],
    ['Updated on May 2, 2021. First published April 30, 2021.', '2021-04-30'],
    ['Actualizado el 4 de mayo del 2016', '2016-05-04'],
    ['12 Oct 2016, 6:00 a.m.', '2016-10-12'],
    ['Published: 17/06/2020', '2020-06-17'],
    ['12.ago.2016 às 2h00', '2016-08-12'],
    ['Published: 06/17/2020', '2020-06-17'],
    ['Published: 05/11/2012', null],
  ])('is dated by "%s"', async (line, day) => {
    expect((await readPage(page(`<h1>Head</h1><p>${line}</p><p>${trained(1)}</p>`))).facts.published).toBe(day)
  })

  test('is not dated by a row of a table', async () => {
    const row = '<table><tr><th>Date</th><td>14 June 2013</td></tr></table>'
    expect((await readPage(page(`<h1>Head</h1>${row}<p>${trained(1)}</p>`))).facts.published).toBeNull()
  })

  test('names its reporters, under whatever label', async () => {
    const author = async (html: string, head = '') => (await readPage(page(`${html}<p>${trained(1)}</p>`, head))).facts.author
    expect(await author('<h1>Head</h1><p>By Ana Ruiz - October 22, 2020</p>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><p class="autor">Texto: Ana Ruiz. Fotos: Luis Roa</p>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><h5>The Example, Reporter: Ana Ruiz | Published: 3rd July 2017</h5>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><p>By Ana Ruiz in Port Adele</p>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><p>Ana Ruiz, staff writer</p>', '<meta name="author" content="aruiz">')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><div data-component="byline"><b>Ana Ruiz</b><p>Correspondent</p></div>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1>', '<meta name="byl" content="By Ana Ruiz">')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><p>Tuesday, 4 March 2014</p><p><b>Ana Ruiz</b></p>')).toBe('Ana Ruiz')
    expect(await author('<h1>Head</h1><strong class="c-signature__author">Ana Ruiz</strong>')).toBe('Ana Ruiz')
    const joomla = '<dd itemprop="author">Escrito por <span>Ana Ruiz</span></dd>'
    expect(await author(`<h1>Head</h1>${joomla}`, '<meta name="author" content="Super User">')).toBe('Ana Ruiz')
    const json = JSON.stringify({ '@type': 'NewsArticle', author: [{ name: 'Ana Ruiz' }, { name: 'Luis Roa' }] })
    expect(await author('<h1>Head</h1>', `<script type="application/ld+json">${json}</script>`)).toBe('Ana Ruiz, Luis Roa')
  })

  test('has posts of others said by whoever posted them', async () => {
    const post = (by: string) =>
      `<blockquote class="twitter-tweet"><p>BREAKING: 50 soldiers dead at airport!!!</p>${by}</blockquote>`
    const read = async (by: string) => {
      const { claims } = readArticle(await readPage(page(`<h1>Head</h1><p>${trained(1)}</p>${post(by)}<p>Some 60 died.</p>`)))
      return claims.map((claim) => [claim.type === 'quantity' && claim.value, claim.speaker])
    }
    expect(await read('— Kasani Watch (@kwatch) <a>November 21, 2019</a>')).toContainEqual([50, 'Kasani Watch'])
    expect(await read('— Kasani Watch (@kwatch)')).toContainEqual([60, null])
    expect(await read('')).toContainEqual([50, null])
  })

  test('adds no mark of a note to a number, and no mark that shows nothing', async () => {
    const article = await readPage(
      page(
        `<h1>Head</h1><p>${trained('13<sup>1</sup>')}</p><p>${trained('400<sup>[2]</sup>')} So it was.<sup>3</sup></p><p>${trained('5&shy;00')}</p>
        <p>${trained('43<a class="footnote-anchor" href="https://x.example/p#footnote-2">2</a>')}</p><p>${trained('44<a href="#_ftn1">[1]</a>')}</p>`,
      ),
    )
    expect(numbers(article)).toEqual([13, 400, 500, 43, 44])
    expect(article.text).toContain('So it was.³')
  })

  test('of two encodings, in one file with its pictures, or as a fragment, is read', async () => {
    const mixed = Buffer.concat([
      Buffer.from(page('<h1>Batallón</h1>', '<meta charset="utf-8">')),
      Buffer.from('<p>Jos\xe9 \x93x\x94</p>', 'latin1'),
    ])
    expect((await readArticleText(mixed, 'a')).text).toBe('Batallón\n\nJosé “x”')
    const body = page(`<p>${trained('5=\r\n00')} Jos=C3=A9</p>`, '<meta charset=3D"utf-8">')
    const saved = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n----x--\r\n`
    expect((await readPage(saved)).text).toBe(`${trained(500)} José`)
    expect((await readPage(`<p>${trained(1)}</p>\n<p>${trained(2)}</p>`)).text).toBe(`${trained(1)}\n\n${trained(2)}`)
  })
})

describe('plain text', () => {
  const text = `Army Trains Soldiers\n\nBy Ana Ruiz\n\n🚁 ${trained(1)}\n\n${trained(2)}`
  test.each([
    ['old line ends', bytes(text.replaceAll('\n', '\r'))],
    ['line separators', bytes(text.replaceAll('\n', '\u2028'))],
    ['UTF-16 without a mark', Buffer.from(text.replaceAll('🚁', 'X'), 'utf16le')],
    ['no-break spaces', bytes(text.replaceAll(' ', '\u00a0'))],
    ['digits of another script', bytes(text.replace('2012', '２０１２').replace('trained 1 ', 'trained ١ '))],
  ])('with %s is read, to the place', async (_, content) => {
    const article = await readArticleText(content, 'a.txt')
    expect(article.facts).toMatchObject({ author: 'Ana Ruiz' })
    const { claims, text } = readArticle(article)
    expect(claims.map((claim) => claim.type === 'quantity' && claim.value)).toEqual([1, 2])
    expect(claims.map(({ period }) => period?.from)).toEqual(['2011-10-01', '2011-10-01'])
    expect([...text].slice(claims[1]!.start, claims[1]!.end).join('')).toMatch(/^2\sHonduran\ssoldiers$/u)
  })

  test('of a paragraph of very many lines, and with Arabic marks of thousands, is read', async () => {
    expect((await readArticleText(bytes('sol-\ndiers '.repeat(160_000)), 'a.txt')).blocks.length).toBeGreaterThan(0)
    const arabic = readArticle(await readArticleText(bytes('Title\n\nThe army trained ١٬٢٠٠ soldiers in 2012.'), 'a.txt'))
    expect(arabic.claims).toMatchObject([{ value: 1200 }])
  })

  test('has what a labelled head says of it, and of a message its subject alone', async () => {
    const draft = `---\ntitle: "Army Trains Soldiers"\nauthor: Ana Ruiz\ndate: 2016-02-01\n---\n\n# Army Trains Soldiers\n\n${trained(1)}`
    const { facts, blocks } = await readArticleText(bytes(draft), 'a.md')
    expect(facts).toMatchObject({ title: 'Army Trains Soldiers', author: 'Ana Ruiz', published: '2016-02-01' })
    expect(blocks.map(({ kind }) => kind)).toEqual([...Array(5).fill('navigation'), 'title', 'paragraph'])
    const message = `From: Ana Ruiz <ana@example.org>\nTo: desk@example.org\nSubject: Fwd: Army story\nDate: Tue, 3 Mar 2015 10:00:00 +0000\n\n${trained(1)}`
    expect((await readArticleText(bytes(message), 'a.txt')).facts).toMatchObject({
      title: 'Army story',
      author: null,
      published: null,
    })
    const own = `Note: this is of the article\n\n${trained(1)}`
    expect((await readArticleText(bytes(own), 'a.txt')).blocks[0]!.kind).not.toBe('navigation')
  })

  test('of four bytes a letter is told to be none', async () => {
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      Buffer.from(Uint32Array.from(text.slice(0, 90), (c) => c.codePointAt(0)!).buffer),
    ])
    await expect(readArticleText(wide, 'a.txt')).rejects.toMatchObject({ code: 'ARTICLE_KIND_UNKNOWN' })
  })
})

describe('a Word document', () => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const paragraph = (inside: string) => `<w:p>${inside}</w:p>`
  const read = async (body: string, ...others: { name: string; content: string | Uint8Array }[]) =>
    await readArticleText(
      writeZip([{ name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` }, ...others]),
      'a.docx',
    )

  test('keeps the paragraph around a text box, and reads the box once', async () => {
    const content = `<w:txbxContent>${paragraph(run('In the box.'))}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice>${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent></w:r>`
    expect((await read(paragraph(`${run('Before ')}${box}${run('and after.')}`))).text).toBe('In the box.\n\nBefore and after.')
  })

  test('has rows of a table on a line each', async () => {
    const cells = (...texts: string[]) => `<w:tr>${texts.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`
    const { text } = await read(
      `<w:tbl>${cells('Col', 'Ade Ola', '3 Division')}${cells('Maj', '', 'Musa Low')}</w:tbl>${paragraph(run('So it was.'))}`,
    )
    expect(text).toBe('Col | Ade Ola | 3 Division\n\nMaj | Musa Low\n\nSo it was.')
  })

  test('says nothing that was moved away, deleted or hidden', async () => {
    const { text } = await read(
      `${paragraph(`<w:moveFrom>${run('Moved.')}</w:moveFrom>`)}${paragraph(run('First.'))}${paragraph(`<w:moveTo>${run('Moved.')}</w:moveTo>`)}
      ${paragraph(`${run('600 men. ', '<w:vanish/>')}${run('Shown.', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}`)}
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('It was ')}</w:p>${paragraph(run('one line.'))}`,
    )
    expect(text).toBe('First.\n\nMoved.\n\nShown.\n\nIt was one line.')
  })

  test('says nothing that is struck through, and tells so', async () => {
    const article = await read(
      paragraph(
        `${run('It trained ')}${run('900 ', '<w:strike/><w:dstrike w:val="0"/>')}${run('1,200', '<w:strike w:val="0"/>')}${run(' men.')}`,
      ),
    )
    expect(article).toMatchObject({ text: 'It trained 1,200 men.', hiddenWords: 1 })
  })

  test('has a row for a line with tabs, and tells that words were deleted', async () => {
    const tabbed = paragraph(`${run('Col')}<w:r><w:tab/></w:r>${run('Ade Ola')}<w:r><w:tab/></w:r>${run('3 Division')}`)
    const changed = paragraph(
      `${run('It trained ')}<w:del><w:r><w:delText>900</w:delText></w:r></w:del><w:ins>${run('1,200')}</w:ins>${run(' men.')}`,
    )
    const indented = `<w:p><w:pPr><w:tabs><w:tab w:pos="720"/></w:tabs></w:pPr><w:r><w:tab/></w:r>${run('He left.')}</w:p>`
    expect(await read(tabbed + changed + indented)).toMatchObject({
      text: 'Col | Ade Ola | 3 Division\n\nIt trained 1,200 men.\n\nHe left.',
      hiddenWords: 1,
    })
  })

  test('gives its notes and no comments, and no note’s number to another number', async () => {
    const article = await read(
      paragraph(`${run('He counted 400')}${run('2', '<w:vertAlign w:val="superscript"/>')}${run(' men.')}`),
      {
        name: 'word/footnotes.xml',
        content: `<w:footnotes><w:footnote>${paragraph(run(trained(7)))}</w:footnote></w:footnotes>`,
      },
      { name: 'word/comments.xml', content: `<w:comments>${paragraph(run('500 men?'))}</w:comments>` },
    )
    expect(article.text).toBe(`He counted 400 men.\n\n${trained(7)}`)
  })

  test('is not dated by its template, nor written by it', async () => {
    const core = '<x><dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created></x>'
    const { facts } = await read(paragraph(run('A text.')), { name: 'docProps/core.xml', content: core })
    expect(facts).toMatchObject({ author: null, published: null })
  })
})
