/**
 * Whether a page's contents, as they are when nothing is compressed, are written as contents can be: without a checksum, that is all that tells
 * damage. A letter that became another letter within a text is not seen; what was overwritten by other data is.
 */

/** ISO 32000-1, table A.1. */
const operators = new Set(
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' " true false null'.split(
    ' ',
  ),
)

const number = /^[+-]*\d*\.?\d*(?:-\d+)?$/
/** NUL counts as white space; so many in a row are a hole. */
const HOLE = 8
/**
 * So many spaces in a row are a hole, too: contents as they are written have 6 at most between operators, 9 at their end and 7 in a text, of all
 * 5,338 given pages. Texts in columns of fixed width have more.
 */
const BLANK = ' '.repeat(16)
const BLANK_TEXT = ' '.repeat(64)

export function isContentSyntax(content: Buffer): boolean {
  let blank = content.indexOf(BLANK)
  let at = 0
  let tolerant = false
  while (at < content.length) {
    const byte = content[at]!
    if (isSpace(byte)) {
      if (byte === 0 && content.subarray(at, at + HOLE).every((next) => next === 0) && at + HOLE <= content.length) return false
      if (blank >= 0 && blank < at) blank = content.indexOf(BLANK, at)
      if (blank === at) return false
      at++
    } else if (byte === PERCENT) {
      while (at < content.length && content[at] !== 0x0a && content[at] !== 0x0d) at++
    } else if (byte === OPEN) {
      const end = endOfText(content, at)
      if (end < 0 || content.subarray(at, end).includes(BLANK_TEXT)) return false
      at = end
    } else if (byte === LESS && content[at + 1] !== LESS) {
      const end = content.indexOf('>', at)
      const digits = content.toString('latin1', at + 1, end)
      if (end < 0 || digits.includes(BLANK) || !/^[\da-f\s\0]*$/i.test(digits)) return false
      at = end + 1
    } else if (byte === LESS || byte === GREATER) {
      if (content[at + 1] !== byte) return false
      at += 2
    } else if (isDelimiter(byte) && byte !== SLASH) {
      if (byte === CLOSE) return false
      at++
    } else {
      const from = at++
      while (at < content.length && !isSpace(content[at]!) && !isDelimiter(content[at]!)) at++
      if (byte === SLASH) continue
      const word = content.toString('latin1', from, at)
      if (word === 'BX') tolerant = true
      else if (word === 'EX') tolerant = false
      if (word === 'ID') {
        const end = content.indexOf('EI', at)
        if (end < 0) return false
        at = end
      } else if (!tolerant && !operators.has(word) && !number.test(word)) return false
    }
  }
  return true
}

const [PERCENT, OPEN, CLOSE, LESS, GREATER, SLASH, BACKSLASH] = [...'%()<>/\\'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0 || (byte >= 9 && byte <= 13 && byte !== 11)

const delimiters = new Set(Buffer.from('()<>[]{}/%'))
const isDelimiter = (byte: number): boolean => delimiters.has(byte)

/** Behind the text that begins at `at`; -1 where it does not end. Brackets within it come in pairs, or with a backslash before. */
function endOfText(content: Buffer, at: number): number {
  let depth = 0
  for (let index = at; index < content.length; index++) {
    const byte = content[index]
    if (byte === BACKSLASH) index++
    else if (byte === OPEN) depth++
    else if (byte === CLOSE && --depth === 0) return index + 1
  }
  return -1
}
