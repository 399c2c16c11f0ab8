/**
 * A text as its rules read it, letter for letter as long as the print: line ends of every kind are one, spaces of every width are spaces, digits
 * of full width and of Arabic script are digits.
 */

const ends = /\r(?!\n)|[\v\f\u2028\u2029]|\u0085/g
/** Whatever narrow space parts a number: that of typewriters and of standards ("5\u2009000") is read as the one of printers. */
const thin = /(?<=\d)[\u2007-\u200a](?=\d)/g
/** A narrow space between digits stays. */
const odd =
  /[\u00a0\u2002-\u200a\u202f\u205f\u3000](?!(?<=\d.)\d)|[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]|(?<=\d|[\u0660-\u0669\u06f0-\u06f9])[\u066b\u066c](?=[\d\u0660-\u0669\u06f0-\u06f9])/g
/** Without one of these nothing is changed. */
const any = /[\r\v\f\u0085\u00a0\u0660-\u0669\u06f0-\u06f9\u2002-\u200a\u2028\u2029\u202f\u205f\u3000\uff10-\uff19]/

/** Line ends alone. */
export const withPlainEnds = (text: string): string => text.replace(ends, '\n')

export function withPlainMarks(text: string): string {
  if (!any.test(text)) return text
  return withPlainEnds(text)
    .replace(thin, '\u202f')
    .replace(odd, (mark) => {
      const code = mark.charCodeAt(0)
      if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10)
      if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
      // The Arabic marks of thousands and of decimals.
      if (code === 0x66c) return ','
      if (code === 0x66b) return '.'
      if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
      return ' '
    })
}
