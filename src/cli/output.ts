/** Standard output and standard error as a command sees them. */
import type { Writable } from 'node:stream'
import type { Output } from './command.js'

/**
 * Writing waits while the reader is slow. A reader that goes away (`| head`) ends the program at once and quietly, as it
 * would end any Unix program: `exit` is called with 0.
 */
export function openOutput(stdout: Writable, stderr: Writable & { isTTY?: boolean }, exit: (status: number) => void): Output {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE' || error.code === 'EOF') exit(0)
      else throw error
    })
  }
  return {
    write: (text) => (stdout.write(text) ? Promise.resolve() : new Promise((resolve) => stdout.once('drain', () => resolve()))),
    note: (line) => {
      stderr.write(`${line}\n`)
    },
    interactive: stderr.isTTY === true,
  }
}
