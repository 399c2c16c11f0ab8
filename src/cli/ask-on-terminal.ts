/** Questions on a terminal, where somebody sits at it: what an article does not say of itself is asked for. */
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import type { GivenFacts } from '../documents/article/read-article-text.js'
import { checkPublished } from '../extract/article/take-article.js'
import { describeError, UserError } from '../ledger/errors.js'

/** The line that was typed, without the white space around it; null where nobody answers any more. */
export type Ask = (question: string) => Promise<string | null>

/** Asks on `output` and reads from `input`; Ctrl-C and the end of the input answer null, and go on to whoever listens. */
export function askOn(input: Readable, output: Writable, signal: AbortSignal): Ask {
  return async (question) => {
    if (signal.aborted || input.readableEnded || input.destroyed) return null
    const lines = createInterface({ input, output })
    // The terminal is in raw mode meanwhile, in which Ctrl-C is a key like any other.
    lines.on('SIGINT', () => {
      lines.close()
      process.kill(process.pid, 'SIGINT')
    })
    try {
      const closed = new Promise<null>((resolve) => lines.once('close', () => resolve(null)))
      return await Promise.race([lines.question(question, { signal }).then((line) => line.trim()), closed])
    } catch {
      return null
    } finally {
      lines.close()
    }
  }
}

const questions: Record<keyof GivenFacts, string> = {
  title: 'Title',
  publisher: 'Publisher',
  author: 'Author',
  published: 'Day of publication (2014-02-17, or a month or year)',
}

/** What somebody says of an article that it does not say of itself: nothing where all is left blank. */
export async function askForFacts(
  file: string,
  missing: readonly (keyof GivenFacts)[],
  ask: Ask,
  note: (line: string) => void,
): Promise<GivenFacts> {
  const given: GivenFacts = {}
  note(`${file} does not say all of itself. Enter alone leaves a blank.`)
  for (const name of missing) {
    for (;;) {
      const answer = await ask(`  ${questions[name]}: `)
      if (answer === null) return given
      if (answer === '') break
      try {
        given[name] = name === 'published' ? checkPublished(answer) : answer
        break
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        note(`  ${describeError(error)}`)
      }
    }
  }
  return given
}
