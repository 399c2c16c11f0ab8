/** Where a fault of ours is written down for a developer: a person gets one line and this file's name, never a stack trace. */
import { appendFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dataHome } from '../ledger/database/home.js'
import type { CommandContext } from './command.js'

/** Appends the error to `rastro-errors.log` in the data folder (else the temporary folder), and returns the file's path. */
export function logError(error: unknown, { env, cwd, now }: Pick<CommandContext, 'env' | 'cwd' | 'now'>, where = ''): string {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const text = `${now().toISOString()} ${where ? `${where}: ` : ''}${said}\n\n`
  for (const folder of [dataHome(env, cwd), tmpdir()]) {
    const file = path.join(folder, 'rastro-errors.log')
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      appendFileSync(file, text, { mode: 0o600 })
      return file
    } catch {
      // The next place.
    }
  }
  return 'no file, as none could be written'
}
