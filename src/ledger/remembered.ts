/**
 * The answers of a pure function whose questions are asked again and again: cells of a table, words of an article. All are forgotten when there are
 * more than `most`, so that memory stays bounded.
 */

/** `keyOf`: all that the answer depends on, as one text. An answer is never undefined. */
export function remembered<Asked, Answer>(
  most: number,
  answer: (asked: Asked) => Answer,
  keyOf: (asked: Asked) => string,
): (asked: Asked) => Answer {
  const answers = new Map<string, Answer>()
  return (asked) => {
    const key = keyOf(asked)
    let known = answers.get(key)
    if (known === undefined) {
      if (answers.size >= most) answers.clear()
      known = answer(asked)
      answers.set(ownCopy(key), known)
    }
    return known
  }
}

/** The same text for keeping: a part of a text, as a cell is of its table, keeps the whole in memory. */
export const ownCopy = (text: string): string => ` ${text}`.slice(1)

/** The key of what is asked as a text. */
export const itself = (text: string): string => text
