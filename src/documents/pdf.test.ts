import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { protectedPdf } from '../../test/changed-pdf.js'
import { type PdfOptions, type WrittenPage, writePdf } from '../../test/pdf-writer.js'
import type { Page, Word } from './page.js'
import { openPdf } from './pdf.js'

const shared = fileURLToPath(new URL('../../../shared/data/fmtr/', import.meta.url))

async function pageOf(page: WrittenPage, options?: PdfOptions): Promise<Page> {
  const document = await openPdf(writePdf([page], options), 'test.pdf')
  try {
    return document.page(1)
  } finally {
    document.close()
  }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no error',
    (error) => error.code ?? String(error),
  )
}

const texts = (words: readonly Word[]) => words.map((word) => word.text)

test('words end at spaces, at gaps and at line ends', async () => {
  const { words } = await pageOf({
    texts: [
      { text: 'INFANTRY CAPTS 3', x: 50, y: 100 },
      { text: '$3,455', x: 90.5, y: 100 },
      { text: '10/11/2004', x: 200, y: 100 },
      { text: 'self-', x: 50, y: 109 },
      { text: 'reliance', x: 50, y: 118 },
    ],
  })
  expect(texts(words).join('|')).toMatch(/^INFANTRY\|CAPTS\|3.*10\/11\/2004\|self-\|reliance$/)
})

test('text that is not displayed is left out where it doubles what is, and read where it is all that an image has', async () => {
  const [shown, hidden] = [
    'BT /F1 7 Tf 1 0 0 1 50 700 Tm (Infantry Course) Tj ET',
    'BT 3 Tr /F1 7 Tf 1 0 0 1 58 706 Tm (Infantry Course) Tj ET',
  ]
  const doubled = await pageOf({ content: `${shown} ${hidden}` })
  expect([texts(doubled.words), doubled.hiddenLeftOut, doubled.recognised]).toEqual([['Infantry', 'Course'], true, undefined])
  const image = await pageOf({ content: `${hidden} BT 0 Tr /F1 7 Tf 1 0 0 1 50 20 Tm (Page 3) Tj ET` })
  expect([texts(image.words), image.hiddenLeftOut, image.recognised]).toEqual([
    ['Infantry', 'Course', 'Page', '3'],
    undefined,
    true,
  ])
})

test('runs of one word that touch are one word', async () => {
  // 5.835 points is the width of "Vo" in Helvetica at 5 points.
  const { words } = await pageOf({ content: 'BT /F1 10 Tf 1 0 0 1 50 700 Tm (Vo) Tj (lume) Tj ( I) Tj ET' })
  expect(texts(words)).toEqual(['Volume', 'I'])
})

test('a word stands where it is shown, also on a page that is stored rotated', async () => {
  // "Qty" at 100 from the left and 40 from the top of what the reader sees, on a sheet of 792 by 612.
  const upright = await pageOf({ width: 792, height: 612, texts: [{ text: 'Qty', x: 100, y: 40, size: 10 }] })
  const turned = {
    90: '0 1 -1 0 40 100',
    180: '-1 0 0 -1 692 40',
    270: '0 -1 1 0 572 692',
  }
  for (const [rotate, matrix] of Object.entries(turned)) {
    const stored = rotate === '180' ? { width: 792, height: 612 } : { width: 612, height: 792 }
    const page = await pageOf({ ...stored, rotate: Number(rotate) as 90, content: `BT /F1 10 Tf ${matrix} Tm (Qty) Tj ET` })
    expect([page.width, page.height]).toEqual([792, 612])
    const [word] = page.words as [Word]
    const [expected] = upright.words as [Word]
    expect(word.text).toBe('Qty')
    expect(word.size).toBeCloseTo(10, 3)
    for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(word[side]).toBeCloseTo(expected[side], 2)
  }
  const [word] = upright.words as [Word]
  expect(word.left).toBeCloseTo(100, 0)
  expect(word.top).toBeLessThan(40)
  expect(word.top).toBeGreaterThan(26)
  expect(word.bottom).toBeGreaterThan(40)
})

test('two letters are no ligature because their line runs upwards or downwards', async () => {
  for (const [rotate, matrix] of [
    [90, '0 1 -1 0 40 100'],
    [270, '0 -1 1 0 572 692'],
    [0, '0 1 -1 0 40 100'],
  ] as const) {
    const { words } = await pageOf({ width: 612, height: 792, rotate, content: `BT /F1 10 Tf ${matrix} Tm (flotilla) Tj ET` })
    expect(words.map(({ text, glyphs }) => [text, glyphs])).toEqual([['flotilla', undefined]])
  }
})

test('size and weight are those of the font', async () => {
  const { words } = await pageOf({
    texts: [
      { text: 'Mexico', x: 50, y: 100, size: 12, bold: true },
      { text: 'Army', x: 50, y: 120, size: 7 },
    ],
  })
  expect(words.map(({ text, size, bold }) => [text, Math.round(size), bold])).toEqual([
    ['Mexico', 12, true],
    ['Army', 7, false],
  ])
})

test('letters outside ASCII are kept, and words outside of the page are not shown', async () => {
  const { words } = await pageOf({
    texts: [
      { text: 'R\xedo 31\xba RIM \x92A\x92', x: 50, y: 100 },
      { text: 'hidden', x: 700, y: 100 },
    ],
  })
  expect(texts(words)).toEqual(['Río', '31º', 'RIM', '’A’'])
})

test('what cannot be read whole is refused with its own code', async () => {
  const good = writePdf([{ texts: [{ text: 'a', x: 50, y: 50 }] }])
  const damaged = Uint8Array.from(good)
  damaged.fill(0x20, 9, 300)
  expect(await codeOf(openPdf(new Uint8Array(0), 'a.pdf'))).toBe('PDF_TRUNCATED')
  expect(await codeOf(openPdf(good.slice(0, good.length - 200), 'a.pdf'))).toBe('PDF_TRUNCATED')
  expect(await codeOf(openPdf(good.slice(0, 40), 'a.pdf'))).toBe('PDF_TRUNCATED')
  expect(await codeOf(openPdf(damaged, 'a.pdf'))).toBe('PDF_DAMAGED')
  expect(await codeOf(openPdf(Buffer.from('%PDF-1.4 nothing else %%EOF'), 'a.pdf'))).toBe('PDF_DAMAGED')
  expect(await codeOf(openPdf(writePdf([{}], { encrypted: true }), 'a.pdf'))).toBe('PDF_ENCRYPTED')
  expect(await codeOf(openPdf(writePdf([]), 'a.pdf'))).toMatch(/^PDF_(EMPTY|DAMAGED)$/)
})

test('a page tree that is a bomb ends in an error or in its few real pages, soon', async () => {
  const start = performance.now()
  const open = async (options: PdfOptions) => {
    const document = await openPdf(writePdf([{ texts: [{ text: 'a', x: 50, y: 50 }] }], options), 'a.pdf')
    try {
      for (let page = 1; page <= document.pageCount; page++) document.page(page)
    } finally {
      document.close()
    }
  }
  expect(await codeOf(open({ claimedPages: 2_000_000_000 }))).toMatch(/^(PDF_|no error)/)
  expect(await codeOf(open({ claimedPages: 500 }))).toMatch(/^(PDF_|no error)/)
  expect(await codeOf(open({ treeDepth: 3000 }))).toMatch(/^PDF_/)
  expect(performance.now() - start).toBeLessThan(5000)
})

test('a sheet of half a kilometre and a page of a million words are refused', async () => {
  expect(await codeOf(pageOf({ width: 1_500_000, height: 1_500_000, texts: [{ text: 'a', x: 1, y: 1 }] }))).toBe(
    'PDF_PAGE_TOO_LARGE',
  )
  // Different words: PDFium reads the same one at the same spot once.
  const line = (at: number) =>
    `BT /F1 1 Tf 1 0 0 1 10 ${(13_000 - at * 0.08).toFixed(2)} Tm (a${at} b${at} c${at} d${at} e${at} f${at}) Tj ET`
  const content = Array.from({ length: 167_000 }, (_, at) => line(at)).join('\n')
  expect(await codeOf(pageOf({ height: 13_000, content }))).toBe('PDF_PAGE_TOO_LARGE')
  // The next document is not harmed by it.
  expect(texts((await pageOf({ texts: [{ text: 'after', x: 50, y: 50 }] })).words)).toEqual(['after'])
})

test('a page that is not there is said to be not there', async () => {
  const document = await openPdf(writePdf([{}]), 'a.pdf')
  for (const page of [0, 2, 1.5]) expect(() => document.page(page)).toThrow(expect.objectContaining({ code: 'PAGE_NOT_FOUND' }))
  document.close()
})

test('pages cut out keep their words', async () => {
  const pages = ['one', 'two', 'three'].map((text) => ({ texts: [{ text, x: 50, y: 50 }] }))
  const whole = await openPdf(writePdf(pages), 'a.pdf')
  const part = await openPdf(whole.cut([2, 3]), 'b.pdf')
  expect(part.pageCount).toBe(2)
  expect(texts(part.page(2).words)).toEqual(['three'])
  part.close()
  whole.close()
})

test('the image of a page marks what it is told to mark', async () => {
  const document = await openPdf(writePdf([{ texts: [{ text: 'AIRBORNE', x: 50, y: 50 }] }]), 'a.pdf')
  const plain = Buffer.from(document.renderPage(1, { width: 306 }))
  const marked = Buffer.from(document.renderPage(1, { width: 306, marks: [[50, 40, 200, 60]] }))
  const crop = Buffer.from(document.renderPage(1, { width: 306, crop: [0, 0, 306, 99] }))
  expect([plain, crop].map((png) => [png.readUInt32BE(16), png.readUInt32BE(20)])).toEqual([
    [306, 396],
    [306, 99],
  ])
  expect(marked.equals(plain)).toBe(false)
  expect(() => document.renderPage(1, { width: 50_000 })).toThrow(expect.objectContaining({ code: 'IMAGE_TOO_LARGE' }))
  document.close()
})

test('print stays print where the frame of a mark passes through it', async () => {
  const document = await openPdf(writePdf([{ texts: [{ text: 'AIRBORNE', x: 50, y: 50 }] }]), 'a.pdf')
  const dark = ({ pixels }: { pixels: Uint8Array }) => pixels.filter((red, at) => at % 3 === 0 && red < 60).length
  const plain = dark(document.pixels(1, { width: 1224 }))
  expect(plain).toBeGreaterThan(100)
  // The mark's upper edge lies in the middle of the letters.
  expect(dark(document.pixels(1, { width: 1224, marks: [[40, 46, 200, 70]] }))).toBe(plain)
  document.close()
})

test.skipIf(!existsSync(shared))('pages of the reports read as they are printed', async () => {
  const cases: [string, number, RegExp][] = [
    [
      '2002_2003/21817.pdf',
      5,
      /DOD Africa Region, Cameroon, Africa Center for Strategic Studies \(ACSS\),FY02 Senior Leader Seminar 2 Washington DC, United States/,
    ],
    ['2000_2001/3164.pdf', 4, /ALLIED OFF PREP-INF OAC 1 \$201 CIV-MIL SID - AFRICA 2 \$3,580/],
    ['2007_2008/126573.pdf', 4, /CAREER PREP- INTERNATIONAL 1 SIGNAL SCHOOL/],
    [
      '2020_2021/13-Volume-I-Section-IV-Part-IV-IV-Near-East.pdf',
      4,
      /ANG F-16 TAC SIM Course 1 Tucson, AZ, US Air Regiment 272 Tucson, Arizona - Air National Guard - 0 \$9,289 1\/20\/2020 1\/24\/2020/,
    ],
  ]
  for (const [file, number, expected] of cases) {
    const document = await openPdf(readFileSync(shared + file), file)
    expect(texts(document.page(number).words).join(' ')).toMatch(expected)
    document.close()
  }
})

test.skipIf(!existsSync(shared))('bold is told where the font has no name (2020–2021)', async () => {
  const file = '2020_2021/13-Volume-I-Section-IV-Part-IV-IV-Near-East.pdf'
  const document = await openPdf(readFileSync(shared + file), file)
  const { words } = document.page(4)
  expect(words.filter((word) => word.text === 'Volume').every((word) => word.bold)).toBe(true)
  expect(words.filter((word) => word.text === 'ANG').some((word) => word.bold)).toBe(false)
  document.close()
})

const threePages = (options: PdfOptions = {}): Uint8Array =>
  writePdf(
    ['one', 'two', 'three'].map((text) => ({
      texts: Array.from({ length: 40 }, (_, line) => ({ text: `${text} row ${line}`, x: 50, y: 60 + line * 12 })),
    })),
    options,
  )
/** The file with some bytes of its n-th stream overwritten, from the middle on; its table of contents stays sound. */
function damageStream(bytes: Uint8Array, n: number, by: string): Uint8Array {
  const file = Buffer.from(bytes)
  const start = [...file.toString('latin1').matchAll(/>>\s*stream\r?\n/g)][n - 1]!.index
  const end = file.indexOf('endstream', start)
  const middle = Math.floor((start + 10 + end) / 2)
  file.fill(by, middle, Math.min(end - 1, middle + 30), 'latin1')
  return new Uint8Array(file)
}

test('a page whose compressed contents break off is named, where the table of contents is sound', async () => {
  const whole = await openPdf(threePages({ compressed: true }), 'test.pdf')
  whole.checkContents()
  expect(whole.page(2).words.length).toBe(120)
  whole.close()
  const damaged = await openPdf(damageStream(threePages({ compressed: true }), 2, '\xff\x00'), 'test.pdf')
  // What PDFium shows of it is less, or nothing, and no error.
  expect(damaged.page(2).words.length).toBeLessThan(120)
  expect(() => damaged.checkContents()).toThrow(
    expect.objectContaining({ code: 'PDF_PAGE_DAMAGED', place: { file: 'test.pdf', page: 2 } }),
  )
  damaged.close()
})

test('a page whose contents cannot be found any more is named', async () => {
  for (const lost of ['>>\nstream\n', '/FlateDecode', '7 0 obj\n<< ']) {
    const file = Buffer.from(threePages({ compressed: true }))
    // The second page's: of three that are stored one after the other.
    const found = lost.startsWith('7') ? file.indexOf(lost) : file.indexOf(lost, file.indexOf(lost) + 1)
    expect(found).toBeGreaterThan(0)
    file.fill('x', found, found + lost.length, 'latin1')
    const damaged = await openPdf(new Uint8Array(file), 'test.pdf')
    expect(damaged.page(1).words.length).toBe(120)
    expect(() => damaged.checkContents(), lost).toThrow(
      expect.objectContaining({ code: 'PDF_PAGE_DAMAGED', place: { file: 'test.pdf', page: 2 } }),
    )
    damaged.close()
  }
})

test('a damaged page is named in a file, too, that is encrypted and opens without a password', async () => {
  const sound = await protectedPdf(threePages({ compressed: true }))
  expect(Buffer.from(sound).includes('/Encrypt')).toBe(true)
  const whole = await openPdf(sound, 'test.pdf')
  whole.checkContents()
  expect(whole.page(2).words.length).toBe(120)
  whole.close()
  const damaged = await openPdf(damageStream(sound, 2, '\xff\x00'), 'test.pdf')
  expect(() => damaged.checkContents()).toThrow(
    expect.objectContaining({ code: 'PDF_PAGE_DAMAGED', place: { file: 'test.pdf', page: 2 } }),
  )
  damaged.close()
})

test('a page is blank if it has no contents, and damaged if nothing can be drawn of those that it has', async () => {
  const blank = await openPdf(writePdf([{}, { texts: [{ text: 'one', x: 50, y: 60 }] }]), 'test.pdf')
  expect(blank.page(1).words).toEqual([])
  blank.close()
  const garbage = await openPdf(writePdf([{ texts: [{ text: 'one', x: 50, y: 60 }] }, { content: '#'.repeat(400) }]), 'test.pdf')
  expect(() => garbage.page(2)).toThrow(
    expect.objectContaining({ code: 'PDF_PAGE_DAMAGED', place: { file: 'test.pdf', page: 2 } }),
  )
  garbage.close()
})

test.skipIf(!existsSync(`${shared}2012_2013`))('a real report with one damaged page is refused with that page', async () => {
  const bytes = readFileSync(`${shared}2012_2013/213470.pdf`)
  const whole = await openPdf(bytes, '213470.pdf')
  whole.checkContents()
  whole.close()
  const contents = [...bytes.toString('latin1').matchAll(/(\d+) 0 obj[^>]{0,200}FlateDecode[^>]{0,200}>>\s*stream\r?\n/g)]
  const pages = new Set<number>()
  for (const match of contents.slice(5, 200).filter((_, index) => index % 40 === 0)) {
    const file = Buffer.from(bytes)
    const at = match.index + match[0].length + 400
    file.fill(0xff, at, at + 24)
    const damaged = await openPdf(file, '213470.pdf').catch(() => null)
    try {
      damaged?.checkContents()
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^PDF_(PAGE_)?DAMAGED$/) })
      const page = (error as { place: { page?: number } }).place.page
      if (page !== undefined) pages.add(page)
    } finally {
      damaged?.close()
    }
  }
  expect(pages.size).toBeGreaterThan(1)
})
