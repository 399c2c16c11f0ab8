import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { writePdf } from '../../test/pdf-writer.js'
import { openArchive } from './archive.js'
import { coversOf } from './covered.js'
import { openPageImages, type PageJob } from './page-images.js'
import { drawable, wrap } from './quote-card.js'

const home = mkdtempSync(join(tmpdir(), 'rastro-images-'))
const archive = openArchive(home)
const images = openPageImages()
afterAll(() => images.close())

const pdf = writePdf([{ texts: [{ text: 'AIRBORNE 2 Sgt. Invented Name 68870602', x: 50, y: 100, size: 10 }] }])
const original = createHash('sha256').update(pdf).digest('hex')
const row = [40, 88, 400, 106] as const
const page = (given: Partial<PageJob> = {}): PageJob => ({
  kind: 'page',
  home,
  original,
  page: 1,
  width: 612,
  marks: [],
  masked: [],
  ...given,
})

/** Red, green and blue at a point of a PNG that `encodePng` wrote. */
function pixel(png: Uint8Array, x: number, y: number): number[] {
  const bytes = Buffer.from(png)
  const width = bytes.readUInt32BE(16)
  const length = bytes.readUInt32BE(33)
  const data = inflateSync(bytes.subarray(41, 41 + length))
  const at = y * (width * 3 + 1) + 1 + x * 3
  return [...data.subarray(at, at + 3)]
}

test('a page of an archived original is drawn with its row marked', async () => {
  await archive.keep(original, pdf)
  const png = (await images.draw(page({ marks: [row] })))!
  expect(pixel(png, 300, 92)).toEqual([255, 233, 117])
  expect(pixel(png, 300, 300)).toEqual([255, 255, 255])
  expect(pixel(png, 300, 87)).not.toEqual([255, 255, 255])
})

test('an original that is not there gives no image', async () => {
  expect(await images.draw(page({ original: 'f'.repeat(64) }))).toBeNull()
})

test('what the public text of a masked row does not say is covered in its image', async () => {
  await archive.keep(original, pdf)
  const bare = (await images.draw(page({ marks: [row] })))!
  const masked = (await images.draw(
    page({ marks: [row], masked: [{ boxes: [row], texts: ['AIRBORNE', '2', 'Sgt. [name withheld]'] }] }),
  ))!
  const dark = (png: Uint8Array, from: number, to: number) => {
    let count = 0
    for (let x = from; x < to; x++) if (pixel(png, x, 98)[0]! < 120) count++
    return count / (to - from)
  }
  // "AIRBORNE" is left as it is; the name and the number behind it are one dark bar.
  expect(dark(masked, 50, 100)).toBe(dark(bare, 50, 100))
  expect(dark(masked, 140, 220)).toBeGreaterThan(0.9)
  expect(dark(bare, 140, 220)).toBeLessThan(0.7)
})

test('covers are the words within the row that its texts do not say, as often as they say them', () => {
  const word = (text: string, left: number, top = 10) => ({
    text,
    left,
    top,
    right: left + 5,
    bottom: top + 8,
    size: 7,
    bold: false,
  })
  const words = [word('Sgt.', 0), word('Invented', 10), word('2', 20), word('2', 30), word('Invented', 10, 50)]
  expect(coversOf(words, [{ boxes: [[0, 5, 100, 25]], texts: ['Sgt. 2'] }])).toEqual([
    [9, 10, 16, 18],
    [29, 10, 36, 18],
  ])
})

test('an original that cannot be read is an error, and the next image is drawn all the same', async () => {
  const broken = Buffer.from('%PDF-1.4 broken %%EOF')
  const digest = createHash('sha256').update(broken).digest('hex')
  await archive.keep(digest, broken)
  await expect(images.draw(page({ original: digest }))).rejects.toMatchObject({ code: 'PDF_DAMAGED' })
  await expect(images.draw(page({ page: 9 }))).rejects.toMatchObject({ code: 'PAGE_NOT_FOUND' })
  await expect(images.draw(page({ width: 90_000 }))).rejects.toMatchObject({ code: 'IMAGE_TOO_LARGE' })
  expect(await images.draw(page({ width: 300 }))).not.toBeNull()
})

test('more images at once than can wait are refused with a code', async () => {
  const few = openPageImages({ queue: 2 })
  const answers = await Promise.allSettled([1, 2, 3].map((at) => few.draw(page({ width: 200 + at }))))
  await few.close()
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? 'drawn' : answer.reason.code))).toEqual([
    'drawn',
    'drawn',
    'IMAGE_BUSY',
  ])
})

test('a card carries the sentence and the row, grows with its text, and says when letters are missing', async () => {
  const card = {
    heading: 'Rastro',
    sentence: 'A short sentence.',
    parts: [{ label: 'Place', text: 'IV-5' }],
    lettersMissing: 'missing',
    imageLabel: 'As printed',
  }
  const height = (png: Uint8Array | null) => Buffer.from(png!).readUInt32BE(20)
  const plain = await images.draw({ kind: 'card', card, row: null })
  const withRow = await images.draw({ kind: 'card', card, row: page({ width: 1088, crop: [0, 80, 612, 120], marks: [row] }) })
  const long = await images.draw({ kind: 'card', card: { ...card, sentence: 'word '.repeat(80) }, row: null })
  const foreign = await images.draw({ kind: 'card', card: { ...card, sentence: 'A short Київ.' }, row: null })
  expect(Buffer.from(plain!).readUInt32BE(16)).toBe(1200)
  expect(height(withRow) - height(plain)).toBeGreaterThan(60)
  expect(height(long)).toBeGreaterThan(height(plain) + 100)
  expect(height(foreign)).toBeGreaterThan(height(plain))
})

test('letters that the fonts do not hold become a frame, and only those', () => {
  expect(drawable('102/o. Batallón “GAFE” – 5 €')).toEqual({ text: '102/o. Batallón “GAFE” – 5 €', missing: false })
  expect(drawable('Bata\u0301n')).toEqual({ text: 'Batán', missing: false })
  expect(drawable('Київ 3')).toEqual({ text: '□□□□ 3', missing: true })
})

test('lines break at spaces, and within a word only where it is longer than a line', () => {
  const fits = (text: string) => text.length <= 10
  expect(wrap('one two three four', fits)).toEqual(['one two', 'three four'])
  expect(wrap('http://localhost', fits)).toEqual(['http://loc', 'alhost'])
})

test('the image of a row that is displayed sideways shows it upright, its page as it is displayed', async () => {
  const turned = writePdf([{ rotate: 90, texts: [{ text: 'AIRBORNE 2 Sgt. Invented Name 68870602', x: 50, y: 100, size: 10 }] }])
  const digest = createHash('sha256').update(turned).digest('hex')
  await archive.keep(digest, turned)
  const [left, top, right, bottom] = row
  const displayed = [792 - bottom, left, 792 - top, right] as const
  const size = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)]
  const sideways = (await images.draw(page({ original: digest, width: 612, marks: [displayed], crop: displayed })))!
  const upright = (await images.draw(page({ marks: [row], crop: row })))!
  expect(size(sideways)).toEqual(size(upright))
  for (const [x, y] of [
    [300, 10],
    [20, 17],
    [23, 17],
    [500, 20],
  ] as const)
    expect(pixel(sideways, x, y)).toEqual(pixel(upright, x, y))
  const whole = (await images.draw(page({ original: digest, width: 792, marks: [displayed] })))!
  expect(size(whole)).toEqual([792, 612])
  expect(pixel(whole, 792 - 92, 300)).toEqual([255, 233, 117])
})
