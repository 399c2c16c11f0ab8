/**
 * The size at which a report is printed. The tables of every year are set in 7 or 8 points, and distances between lines and columns are
 * known in points; a copy that was enlarged or reduced (two pages on a sheet, another size of paper) is read as if it had not been.
 */
import type { Page } from '../../documents/page.js'
import { commonSize } from './body-size.js'
import { hasTableHeader } from './strips.js'

/** Points: what most words of the reports are printed in, and the sizes that are taken for it. */
const PRINTED = 7
const SMALLEST = 6.5
const LARGEST = 8.5

/** By what to multiply the coordinates of each page: pages of one size are printed alike. */
export function scalesOf(pages: readonly Page[]): Map<Page, number> {
  const sizes = new Map<string, Page[]>()
  for (const page of pages) {
    const size = `${Math.round(page.width)} ${Math.round(page.height)}`
    const alike = sizes.get(size)
    if (alike) alike.push(page)
    else sizes.set(size, [page])
  }
  return new Map(
    [...sizes.values()].flatMap((alike) => {
      const scale = scaleOf(alike)
      return alike.map((page) => [page, scale] as const)
    }),
  )
}

/** 1 where the pages are printed at the size of the reports. */
function scaleOf(pages: readonly Page[]): number {
  if (isPrinted(commonSize(pages) ?? PRINTED)) return 1
  // Other sections, or another document bound with it, are in larger print.
  const size = commonSize(pages.filter(hasTableHeader)) ?? PRINTED
  return isPrinted(size) ? 1 : PRINTED / size
}

const isPrinted = (size: number): boolean => size >= SMALLEST && size <= LARGEST

export function scaled(page: Page, scale: number): Page {
  if (scale === 1) return page
  const { number, width, height, words } = page
  return {
    number,
    width: width * scale,
    height: height * scale,
    words: words.map(({ text, glyphs, left, top, right, bottom, size, bold }) => ({
      text,
      glyphs,
      left: left * scale,
      top: top * scale,
      right: right * scale,
      bottom: bottom * scale,
      size: size * scale,
      bold,
    })),
  }
}
