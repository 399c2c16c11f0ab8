/**
 * How much the JavaScript engine compiles. This program runs wide and short: thousands of patterns and small functions, each over some hundred pages or
 * articles, in threads that begin anew. By its defaults V8 spends as much on making code faster as that code then takes
 * (docs/decisions/0148-compile-less.md).
 */
import { setFlagsFromString } from 'node:v8'

/** Bytes of bytecode that a function runs before it is thought worth optimising; V8's own is a quarter. */
const WORTH_OPTIMISING = 500_000
/** V8 calls flags that it does not know an error, aloud. These are known to stand up to its major version 14. */
const LAST_KNOWN = 14

/** Of the whole process and of threads started from here on; to be called before anything else runs. */
export function compileSparingly(): void {
  if (Number.parseInt(process.versions.v8, 10) > LAST_KNOWN) return
  // A pattern would be compiled twice: to bytecode for its first text, to machine code for the second.
  setFlagsFromString('--no-regexp-tier-up')
  setFlagsFromString(`--interrupt-budget=${WORTH_OPTIMISING}`)
}
