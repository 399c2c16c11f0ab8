/**
 * Words of a page on which some run otherwise than from left to right as it is displayed.
 *
 * PDFium looks for lines and spaces on the page as displayed: in lines that run upside down it sees a space wherever two letters do not
 * touch ("Internatio nal"). So the page is turned for each direction in which words run, and those are read once more.
 */
import type { Turns, Word } from './page.js'
import type { Pdfium } from './pdfium.js'

/** The words given where all are upright; else, direction by direction, what `read` gives of the page turned so that it is upright. */
export function rereadTurned({ call }: Pdfium, page: number, words: Word[], read: () => Word[]): Word[] {
  if (words.every(({ turned }) => turned === 0)) return words
  const rotation = call.FPDFPage_GetRotation!(page)
  const inDirection = (turns: Turns): Word[] => {
    if (!words.some(({ turned }) => turned === turns)) return []
    call.FPDFPage_SetRotation!(page, (rotation - turns) & 3)
    return read().filter(({ turned }) => turned === turns)
  }
  try {
    return [
      ...words.filter(({ turned }) => turned === 0 || turned === null),
      ...inDirection(1),
      ...inDirection(2),
      ...inDirection(3),
    ]
  } finally {
    call.FPDFPage_SetRotation!(page, rotation)
  }
}
