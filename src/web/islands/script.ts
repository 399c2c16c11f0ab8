/**
 * The little script there is, as a file of ours under an address that carries its digest. It is compiled with the program; where it was not
 * (a test without a build) pages are served without it, as they are to a reader who allows no script.
 *
 * Each island is whole in one file and imports none: an address with a digest is not known to the file that would import it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../ledger/project.js'

export interface Script {
  source: string
  /** Absolute path of the address, such as `/script/type-ahead-0f3a9c21.js`. */
  path: string
}

/** Each a file beside this one. */
const islands = ['type-ahead', 'review-queue', 'screening-decisions', 'entry', 'claim-desk'] as const
export type Island = (typeof islands)[number]

const read = new Map<Island, Script>()

/** Null where it was not compiled. */
export function scriptOf(name: Island): Script | null {
  const known = read.get(name)
  if (known) return known
  const file = path.join(projectRoot, 'dist', 'src', 'web', 'islands', `${name}.js`)
  if (!existsSync(file)) return null
  // The map lies beside the file and not at this address.
  const source = readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 12)
  const found = { source, path: `/script/${name}-${digest}.js` }
  read.set(name, found)
  return found
}

/** All that were compiled. */
export const scripts = (): Script[] => islands.map(scriptOf).filter((one) => one !== null)
