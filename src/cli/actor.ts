/** Who writes: the local user of this machine, without a login; RASTRO_ACTOR names somebody else. */
import { userInfo } from 'node:os'

export function localActor(env: NodeJS.ProcessEnv): string {
  if (env.RASTRO_ACTOR) return env.RASTRO_ACTOR
  try {
    return `local user ${userInfo().username}`
  } catch {
    // A container may run under a number that no account has.
    return `local user ${process.getuid?.() ?? 'unknown'}`
  }
}
