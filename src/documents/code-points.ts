/** Offsets into text: JavaScript counts UTF-16 units, annotations and places count Unicode code points (an emoji is one, not two). */

/** Turns UTF-16 offsets into offsets in code points and back; both directions take offsets in any order. */
export interface CodePoints {
  /** Code points before a UTF-16 offset. */
  of(offset: number): number
  /** The UTF-16 offset of the code point with this number. */
  at(codePoint: number): number
}

export function codePoints(text: string): CodePoints {
  // Where the second half of each pair stands: before it, the two counts run apart by one more.
  const pairs: number[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(index + 1)
      if (next >= 0xdc00 && next <= 0xdfff) pairs.push(++index)
    }
  }
  /** How many of the pairs stand before, by a test that is true for the first ones. */
  const count = (before: (pair: number, index: number) => boolean): number => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(pairs[middle]!, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    of: (offset) => offset - count((pair) => pair < offset),
    at: (codePoint) => codePoint + count((pair, index) => pair - index <= codePoint),
  }
}
