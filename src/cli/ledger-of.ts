/** The ledger that a command works on, and how Ctrl-C ends what the database is doing for it. */
import { dataHome } from '../ledger/database/home.js'
import { type Ledger, openLedger } from '../ledger/database/open.js'
import type { CommandContext } from './command.js'

/** In the data folder, or at the team's own server, as the environment says. */
export const ledgerOf = ({ env, cwd }: Pick<CommandContext, 'env' | 'cwd'>): Promise<Ledger> =>
  openLedger({ home: dataHome(env, cwd), databaseUrl: env.DATABASE_URL, readerUrl: env.DATABASE_READER_URL })

/**
 * Long work that need not come to its end: when the signal comes, the database stops in the midst of a statement, and nothing of the changeset is left.
 * @throws the signal's reason, also where the work was done by then
 */
export async function untilInterrupted<Result>(
  ledger: Ledger,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted()
  const stop = () => void ledger.interrupt().catch(() => {})
  signal.addEventListener('abort', stop, { once: true })
  try {
    const result = await work()
    signal.throwIfAborted()
    return result
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
