/** The door of `bin/rastro`: finds the command, reads its options, tells errors in one line, and ends with the right status. */
import { parseArgs } from 'node:util'
import { dataHome, isFull } from '../ledger/database/home.js'
import { describeError, errors, UserError } from '../ledger/errors.js'
import { nearestOf } from '../names/nearest.js'
import { askOn } from './ask-on-terminal.js'
import type { Command, CommandContext } from './command.js'
import { commands, type Listed } from './commands.js'
import { compileSparingly } from './compiling.js'
import { logError } from './error-log.js'
import { openOutput } from './output.js'

const help = { help: { type: 'boolean', short: 'h' } } satisfies Command['options']

/** Runs the program and sets the exit status: 0 well, 1 a finding or a fault of ours, 2 an error of the user's, 130 interrupted. */
export async function main(args: string[]): Promise<void> {
  compileSparingly()
  const out = openOutput(process.stdout, process.stderr, (status) => process.exit(status))
  const interruption = new AbortController()
  let interrupted = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted += 1
      process.exitCode = signal === 'SIGINT' ? 130 : 143
      interruption.abort()
      // Whoever asks twice does not want to wait for the step at hand.
      if (interrupted > 1) process.exit()
    })
  }
  const { signal } = interruption
  const attended = process.stdin.isTTY === true && process.stderr.isTTY === true
  const context = {
    out,
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    signal,
    ...(attended && { ask: askOn(process.stdin, process.stderr, signal) }),
  }
  const status = await run(args, context)
  process.exitCode = interrupted > 0 && status !== 0 ? process.exitCode : status
}

/** Runs one command and returns its exit status. Never throws. */
export async function run(args: string[], context: CommandContext, list: readonly Listed[] = commands): Promise<number> {
  try {
    return await dispatch(args, context, list)
  } catch (error) {
    if (error instanceof UserError) {
      context.out.note(describeError(error))
      return 2
    }
    if (isFull(error)) {
      context.out.note(describeError(errors.DISK_FULL(dataHome(context.env, context.cwd))))
      return 2
    }
    if (context.signal.aborted) {
      context.out.note('Interrupted.')
      return 130
    }
    context.out.note(`INTERNAL: ${firstLine(error)}. This is a fault of Rastro's; details are in ${logError(error, context)}.`)
    return 1
  }
}

async function dispatch([name, ...rest]: string[], context: CommandContext, list: readonly Listed[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    await context.out.write(overview(list))
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    await context.out.write(`rastro ${(await import('../ledger/project.js')).version}\n`)
    return 0
  }
  if (name === 'help') return dispatch(rest[0] === undefined ? ['--help'] : [rest[0], '--help'], context, list)
  const listed = list.find((known) => known.name === name)
  if (!listed) {
    const known = list.map((one) => one.name)
    throw errors.COMMAND_UNKNOWN(name, known, nearestOf(name, known, (one) => [one], 1)[0])
  }
  const { command } = await listed.load()
  const { values, positionals } = read(rest, { ...command.options, ...help }, name)
  if (values.help) {
    await context.out.write(`${command.summary}.\n\n${command.usage.trim()}\n`)
    return 0
  }
  return command.run(values, positionals, context)
}

function read(
  args: string[],
  options: Command['options'],
  name: string,
): Pick<ReturnType<typeof parseArgs>, 'values' | 'positionals'> {
  try {
    const { tokens, ...given } = parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true })
    const once = tokens.flatMap((token) => {
      const option = token.kind === 'option' ? options?.[token.name] : undefined
      return token.kind === 'option' && option?.type === 'string' && !option.multiple ? [token.name] : []
    })
    // Of two reports the second would be told, as if the first had not been asked for.
    const twice = once.find((option, index) => once.indexOf(option) !== index)
    if (twice) throw errors.OPTION_INVALID(`--${twice} is given twice`, name)
    return given
  } catch (error) {
    if (error instanceof UserError) throw error
    throw errors.OPTION_INVALID(whatIsWrong(firstLine(error), Object.keys(options ?? {})), name)
  }
}

/** What Node says of options, in our words. */
function whatIsWrong(said: string, options: readonly string[]): string {
  const unknown = /^Unknown option '(-[^']*)'/.exec(said)?.[1]
  if (unknown) {
    const near = nearestOf(unknown.replace(/^-+/, ''), options, (one) => [one], 1)[0]
    return `there is no option ${unknown}${near === undefined ? '' : ` (did you mean --${near}?)`}`
  }
  const without = /^Option '(?:-\w, )?(--[^ ']+) <value>' argument (missing|is ambiguous)/.exec(said)
  if (without?.[2] === 'missing') return `${without[1]} needs a value behind it`
  if (without) return `${without[1]} needs a value; one that begins with a dash is written ${without[1]}=-…`
  return said
}

function overview(list: readonly Listed[]): string {
  const width = Math.max(...list.map(({ name }) => name.length))
  const lines = list.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'Rastro follows security assistance from the public record to the unit that received it.',
    '',
    'Usage: rastro COMMAND [options]',
    '',
    ...lines,
    '',
    'rastro COMMAND --help tells more. Data lie in .rastro/ of the clone, or where RASTRO_HOME says.',
    '',
  ].join('\n')
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').replace(/\.$/, '')
}
