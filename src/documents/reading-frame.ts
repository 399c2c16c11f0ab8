/**
 * Turns a page so that its text can be read: words of a page that is displayed sideways or upside down come to stand upright.
 *
 * A page says how it is to be displayed, and may say it wrongly, or its text is drawn turned: a table scanned or printed sideways. What is
 * read in the frame of the text has its place on the page as displayed all the same. Words that run otherwise than the rest (a stamp, a note
 * on the margin, a watermark across) would stand amid the lines: they are set aside.
 */
import type { Box, Page, Turns, Word } from './page.js'

export interface ReadingFrame {
  /** The page in the frame of its text, with the words that run so. The page itself where nothing is turned. */
  page: Page
  /** By how much the text is turned on the page as displayed. */
  turns: Turns
}

/**
 * The page as its text runs, and the words that run otherwise, each direction in a frame of its own; words that stand askew are in none. It
 * runs as most letters do, of those directions that `isLikely` says yes to, if it does to any; that is asked only where there are several.
 */
export function readingFrames(page: Page, isLikely: (turned: Page) => boolean): { main: ReadingFrame; others: ReadingFrame[] } {
  const letters = lettersByDirection(page.words)
  const directions = ([0, 1, 2, 3] as const).filter((turns) => letters[turns]! > 0)
  const whole = directions.length <= 1 && letters[ASKEW] === 0
  if (whole) return { main: frameOf(page, page.words, directions[0] ?? 0), others: [] }
  const frames = (directions.length > 0 ? directions : [0 as const]).map((turns) => {
    const words = page.words.filter(({ turned = 0 }) => turned === turns)
    return frameOf(page, words, turns)
  })
  const likely = frames.length > 1 ? frames.filter((frame) => isLikely(frame.page)) : []
  const main = (likely.length > 0 ? likely : frames).reduce((most, one) =>
    letters[one.turns]! > letters[most.turns]! ? one : most,
  )
  return { main, others: frames.filter((frame) => frame !== main) }
}

/** Where a box of the frame stands on the page as displayed. `width` and `height` are the frame's. */
export function asDisplayed(
  [left, top, right, bottom]: Box,
  turns: Turns,
  { width, height }: { width: number; height: number },
): Box {
  switch (turns) {
    case 1:
      return [height - bottom, left, height - top, right]
    case 2:
      return [width - right, height - bottom, width - left, height - top]
    case 3:
      return [top, width - right, bottom, width - left]
    default:
      return [left, top, right, bottom]
  }
}

/** The direction of most letters. */
export function directionOf(words: readonly Word[]): Turns {
  const letters = lettersByDirection(words)
  return ([0, 1, 2, 3] as const).reduce((most, one) => (letters[one]! > letters[most]! ? one : most))
}

const ASKEW = 4

/** Letters of words turned by 0, 1, 2, 3 quarters, and askew. */
function lettersByDirection(words: readonly Word[]): number[] {
  const letters = [0, 0, 0, 0, 0]
  for (const { text, turned = 0 } of words) letters[turned ?? ASKEW]! += text.length
  return letters
}

/** Some words of a page, in the frame of text that is turned by `turns` on it. */
function frameOf(page: Page, words: Word[], turns: Turns): ReadingFrame {
  const { number, width, height } = page
  if (turns === 0) return { page: words === page.words ? page : { number, width, height, words }, turns }
  const size = turns === 2 ? { width, height } : { width: height, height: width }
  const back = ((4 - turns) & 3) as Turns
  const turned = words.map((word) => {
    const { text, glyphs, size: points, bold } = word
    const [left, top, right, bottom] = asDisplayed([word.left, word.top, word.right, word.bottom], back, page).map(hundredths)
    return { text, glyphs, left: left!, top: top!, right: right!, bottom: bottom!, size: points, bold }
  })
  return { page: { number, ...size, words: turned }, turns }
}

/** As words are read: what is finer is noise of the arithmetic. */
const hundredths = (points: number): number => Math.round(points * 100) / 100
