/** How the pages screen lists: with the owner's way into the database, which the web itself does not hold, and for one person. */
import type { Ledger } from '../ledger/database/connect.js'
import { openScreening } from '../screening/open.js'
import { openUploads } from '../screening/uploads.js'
import type { ScreeningDesk } from '../web/dependencies.js'
import { withoutContents } from '../web/screening/privately.js'

export interface DeskEffects {
  now(): Date
  /** A fault of ours; what it would tell of a list is left out first. */
  report(error: unknown): void
}

export function screeningFor(ledger: Ledger, who: string, { now, report }: DeskEffects): ScreeningDesk {
  const lists = openScreening(ledger, { now, report: (error) => report(withoutContents(error)) })
  return { who, lists, uploads: openUploads(ledger, { now }), now }
}

/**
 * Whether only this machine's user can reach a server: there are no accounts yet, and whoever else reached it would see the lists of whoever started
 * it. A name for others to call it by means that something passes their requests on.
 */
export const servesOneUser = (host: string, names: readonly string[]): boolean =>
  names.length === 0 && /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host)

/** Every so often: who keeps a server running for months keeps no list beyond its day. */
const purgeEveryMs = 6 * 3_600_000

/** Goes on with what was interrupted and removes what has had its day, now and while the server runs; ends with `signal`. */
export async function tendLists(
  { lists, uploads }: ScreeningDesk,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  const purge = async () => {
    await lists.purge()
    await uploads.purge()
  }
  const timer = setInterval(() => void purge().catch((error) => report(withoutContents(error))), purgeEveryMs)
  timer.unref()
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  try {
    await purge()
    await lists.resume()
  } catch (error) {
    if (!signal.aborted) report(withoutContents(error))
  }
}
