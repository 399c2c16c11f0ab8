/** Brings the data that come with the clone into the ledger, once, for every command that answers from it. */
import { loadCurated } from '../exchange/curated/load.js'
import { loadDataPackage } from '../exchange/data-package/load.js'
import type { Ledger } from '../ledger/database/open.js'
import { describeError, UserError } from '../ledger/errors.js'
import { localActor } from './actor.js'
import type { CommandContext } from './command.js'
import { untilInterrupted } from './ledger-of.js'
import { startProgress } from './progress.js'
import { resolveWithProgress } from './resolving.js'

/** The bundled data, where this package was not loaded yet. A clone without it serves what was ingested. */
export async function bringInData(ledger: Ledger, { out, now, env, signal }: CommandContext): Promise<void> {
  const progress = startProgress({
    interactive: out.interactive,
    write: (text) => process.stderr.write(text),
    now: () => now().getTime(),
    unit: 'trainings',
    columns: process.stderr.columns,
  })
  const empty = await isEmpty(ledger)
  let told = false
  const onProgress = (done: number, of: number) => {
    if (!told)
      out.note(
        empty
          ? 'Loading the bundled data (once) …'
          : 'Loading the bundled data (once; beside what is there it takes some minutes) …',
      )
    told = true
    progress.update(done / of, done)
  }
  const onLeftOut = (error: UserError) => {
    progress.clear()
    out.note(`Left out of the bundled data: ${describeError(error)}`)
  }
  try {
    await untilInterrupted(ledger, signal, () => loadDataPackage(ledger, localActor(env), { now, onProgress, onLeftOut }))
    await untilInterrupted(ledger, signal, () => loadCurated(ledger, localActor(env), { now }))
  } catch (error) {
    if (signal.aborted && told)
      out.note('Interrupted: nothing of the bundled data is kept; the next start loads them from the beginning.')
    if (!(error instanceof UserError) || error.code !== 'DATA_PACKAGE_MISSING') throw error
    out.note('There are no bundled data in this clone; `bin/rastro ingest FOLDER` takes in reports.')
  } finally {
    progress.clear()
  }
}

/**
 * What a command that answers from the ledger does first: an empty one gets the bundled data, as `npm start` gives it, so that "nothing was found"
 * never means "nothing was there". A ledger that somebody filled otherwise is left as it is. With `names`, printed names are proposed to be
 * units, too.
 */
export async function fillEmptyLedger(ledger: Ledger, context: CommandContext, { names = false } = {}): Promise<void> {
  if (!(await isEmpty(ledger))) return
  await bringInData(ledger, context)
  if (names) await resolveWithProgress(ledger, { onlyNew: true }, context)
}

async function isEmpty(ledger: Ledger): Promise<boolean> {
  const { rows } = await ledger.ownerPool.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM ledger.changeset) AS empty')
  return rows[0]!.empty
}
