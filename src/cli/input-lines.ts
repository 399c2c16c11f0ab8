/** Standard input or a file as lines of UTF-8, with their ordinals from 1; a line may be missing its end, and begin the file with a mark. */
import { errors } from '../ledger/errors.js'

export interface InputLine {
  text: string
  /** From 1. */
  row: number
}

/** The longest line that is read, in characters: ten of the longest cells that are known. */
const longestLine = 1_000_000

/** Yields lines without their ends, "\r\n" or "\n". Throws a user error where the text is not UTF-8 or a line does not end. */
export async function* inputLines(chunks: AsyncIterable<Uint8Array>, file?: string): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const place = (row: number) => (file === undefined ? { row } : { file, row })
  let rest = ''
  let row = 0
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw errors.INPUT_NOT_UTF8(place(row + 1))
    }
  }
  const line = (text: string): InputLine => {
    row++
    if (text.length > longestLine) throw errors.INPUT_LINE_TOO_LONG(place(row), longestLine)
    return { text: text.endsWith('\r') ? text.slice(0, -1) : text, row }
  }
  for await (const chunk of chunks) {
    const pieces = (rest + decode(chunk)).split('\n')
    rest = pieces.pop()!
    if (rest.length > longestLine) throw errors.INPUT_LINE_TOO_LONG(place(row + pieces.length + 1), longestLine)
    for (const piece of pieces) yield line(piece)
  }
  rest += decode()
  if (rest !== '') yield line(rest)
}
