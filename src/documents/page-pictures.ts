/**
 * Whether a page is a picture: then the words that its file holds were recognised from it by a program. None of the given reports has
 * such a page.
 */
import type { Pdfium } from './pdfium.js'

const IMAGE = 3
/** A scan is drawn before or after its words; what stands deeper among the thousands of things that a page may draw is no scan. */
const LOOKED_AT = 32

/** Whether images take at least half of an open page of this size, in points. */
export function isPicture({ call, view, scratch }: Pdfium, page: number, width: number, height: number): boolean {
  const count = call.FPDFPage_CountObjects!(page)
  let area = 0
  for (let index = 0; index < count; index++) {
    if (index === LOOKED_AT && count > 2 * LOOKED_AT) index = count - LOOKED_AT
    const object = call.FPDFPage_GetObject!(page, index)
    if (call.FPDFPageObj_GetType!(object) !== IMAGE) continue
    if (!call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12)) continue
    const memory = view()
    const [left, bottom, right, top] = [0, 4, 8, 12].map((offset) => memory.getFloat32(scratch + offset, true))
    area += (right! - left!) * (top! - bottom!)
  }
  return area >= (width * height) / 2
}
