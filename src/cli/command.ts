/** What every command of `bin/rastro` is: parse, call, print. Effects come in through the door so that tests need no mocks. */
import type { ParseArgsConfig } from 'node:util'
import type { Ask } from './ask-on-terminal.js'

export interface Output {
  /** Writes text, or bytes of UTF-8, to standard output and waits while it is full; a reader that went away (`| head`) ends the program quietly. */
  write(text: string | Uint8Array): Promise<void>
  /** A line on standard error. */
  note(line: string): void
  /** Whether standard error is a terminal, where a progress bar may be drawn. */
  interactive: boolean
}

export interface CommandContext {
  out: Output
  env: NodeJS.ProcessEnv
  cwd: string
  /** Standard input; the process's own where it is left out. */
  input?: AsyncIterable<Uint8Array>
  /** Asks whoever sits at the terminal; left out where nobody does. */
  ask?: Ask
  now(): Date
  /** Aborted by Ctrl-C: finish the step at hand, then stop. */
  signal: AbortSignal
}

export interface Command {
  name: string
  summary: string
  /** Shown by `rastro NAME --help`: the synopsis and one example with its meaning. */
  usage: string
  options: NonNullable<ParseArgsConfig['options']>
  /** Returns the exit status: 0 all well, 1 a finding (a total that does not balance), 2 an error of the user's. */
  run(
    values: Record<string, string | boolean | (string | boolean)[] | undefined>,
    positionals: string[],
    context: CommandContext,
  ): Promise<number>
}
