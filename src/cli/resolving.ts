/** Proposing what names mean, as every command does it that brings in new names. */
import type { Ledger } from '../ledger/database/open.js'
import { type Resolved, resolveNames } from '../resolve/resolve.js'
import { localActor } from './actor.js'
import type { CommandContext } from './command.js'
import { startProgress } from './progress.js'

/** Resolves and shows how far it is. The queue is not filled by it. */
export async function resolveWithProgress(
  ledger: Ledger,
  options: { country?: string; onlyNew?: boolean },
  { out, env, now }: Pick<CommandContext, 'out' | 'env' | 'now'>,
): Promise<Resolved> {
  const progress = startProgress({
    interactive: out.interactive,
    write: (text) => process.stderr.write(text),
    now: () => now().getTime(),
    unit: null,
    columns: process.stderr.columns,
  })
  try {
    return await resolveNames(
      ledger,
      { actor: localActor(env), ...options },
      { now, onProgress: (share) => progress.update(share, 0) },
    )
  } finally {
    progress.clear()
  }
}

/** Null where there was nothing to propose of: an article names units, but prints no name of a training. */
export function describeResolved({ committed, names, alike, known, tooLittle, none }: Resolved): string | null {
  if (names === 0 && committed.changeset === null) return null
  const number = (count: number) => count.toLocaleString('en')
  return [
    `${number(names)} printed names: ${number(alike)} by what they say, ${number(known)} as units that a source describes, ${number(tooLittle)} say too little, ${number(none)} name nothing`,
    committed.changeset === null ? 'nothing changed' : `changeset ${committed.changeset}`,
  ].join(' · ')
}
