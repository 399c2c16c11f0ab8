/**
 * Whether a font's map from its codes to letters (ToUnicode, ISO 32000-1, 9.10.3) may be damaged: two codes are the same letter or digit.
 *
 * What was changed in a map changes what is read, though the page shows what it did: "Armenia" becomes "8rmenia". None of the 50 maps of the given files names
 * a letter twice; one that was changed mostly does, unless two letters changed places. A font with letters of several shapes may, too: so it is a doubt.
 */

const listed = /<([\da-f\s]+)>\s*<([\da-f\s]+)>/gi
const ranged = /<([\da-f\s]+)>\s*<([\da-f\s]+)>\s*(?:<([\da-f\s]+)>|\[([^\]]*)\])/gi
/** Of a range: a map of whole planes says nothing of single letters. */
const LONGEST_RANGE = 1024

/** Whether a stream's data, decoded, is such a map: it says so in its first lines. */
export const isLetterMap = (data: Buffer): boolean => data.subarray(0, 1024).includes('begincmap')

export function namesLettersTwice(text: string): boolean {
  const codes = new Map<string, number>()
  let twice = false
  const put = (code: number, letter: string) => {
    if (!/^[\p{L}\p{N}]$/u.test(letter)) return
    const before = codes.get(letter)
    if (before !== undefined && before !== code) twice = true
    codes.set(letter, code)
  }
  for (const [, block] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, letter] of block!.matchAll(listed)) put(Number.parseInt(code!, 16), letterOf(letter!))
  for (const [, block] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first, list] of block!.matchAll(ranged)) {
      const [start, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)]
      if (list !== undefined)
        for (const [index, [, letter]] of [...list.matchAll(/<([\da-f\s]+)>/gi)].entries()) put(start + index, letterOf(letter!))
      else if (first!.replace(/\s/g, '').length === 4)
        for (let code = start; code <= end && code - start < LONGEST_RANGE; code++)
          put(code, String.fromCharCode(Number.parseInt(first!.replace(/\s/g, ''), 16) + code - start))
    }
  return twice
}

/** UTF-16 in hexadecimal digits; a ligature gives several letters. */
const letterOf = (digits: string): string =>
  String.fromCharCode(
    ...(digits.replace(/\s/g, '').match(/[\da-f]{4}/gi) ?? []).slice(0, 4).map((unit) => Number.parseInt(unit, 16)),
  )
