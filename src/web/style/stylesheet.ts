/**
 * The one style file that every page links to: the sheets of this folder, joined in reading order, under an address that
 * carries their digest, so that a browser may keep it for ever. Nothing in it asks for another file.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../ledger/project.js'

/** In the order in which later sheets may refine earlier ones. */
const sheets = [
  'tokens',
  'page',
  'text',
  'tables',
  'forms',
  'figures',
  'records',
  'queue',
  'entry',
  'entities',
  'exposure',
  'screening',
  'checks',
  'interfaces',
  'articles',
  'cases',
  'print',
] as const

export interface Stylesheet {
  css: string
  /** Absolute path of the address, such as `/style/rastro-0f3a9c21.css`. */
  path: string
}

let joined: Stylesheet | undefined

/** Reads and joins the sheets once a process. The compiled program reads them from where they are written, in `src`. */
export function stylesheet(): Stylesheet {
  if (joined) return joined
  const css = sheets.map((name) => readFileSync(path.join(projectRoot, 'src/web/style', `${name}.css`), 'utf8')).join('\n')
  const digest = createHash('sha256').update(css).digest('hex').slice(0, 12)
  joined = { css, path: `/style/rastro-${digest}.css` }
  return joined
}
