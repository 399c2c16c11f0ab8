/** Which room may know which: reads imports from source text and names those that run upward. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The house, top floor first. A room may import from its own and from lower floors; on one floor, rooms do not know each other but
 * for the `neighbours` below. Tests are no part of a room: they may fetch what they compare with from anywhere.
 */
const floors: readonly (readonly string[])[] = [
  ['cli', 'web'],
  ['screening', 'exchange', 'analysis', 'resolve'],
  ['extract', 'names'],
  ['documents', 'ledger'],
]

/** Imports between rooms of one floor that are meant: from → to (a room, or one module of it). */
const neighbours: readonly (readonly [from: string, to: string])[] = [
  ['documents', 'ledger/errors'],
  // Names are pure functions of text, and know nothing of extraction.
  ['extract', 'names'],
  ['cli', 'web'],
  // What is said of a possible match is exposure.
  ['screening', 'analysis'],
]

export interface Import {
  /** Relative to src, with forward slashes and without extension: "extract/fmtr/ids". */
  from: string
  to: string
}

/** Relative imports in a module's text: static, dynamic, of types, re-exports, and `new URL('./worker.js', import.meta.url)`. */
export function readImports(module: string, text: string): Import[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"`])(\.{1,2}\/[^'"`]+)\1/g)
  return [...found].map(([, , target = '']) => ({
    from: module,
    to: path.posix.join(path.posix.dirname(module), target).replace(/\.(?:js|ts|tsx|jsx|json)$/, ''),
  }))
}

/** Why an import is not allowed, or null where it is. */
export function objection({ from, to }: Import): string | null {
  const [fromRoom = '', toRoom = ''] = [from.split('/')[0], to.split('/')[0]]
  if (fromRoom === toRoom || /\.test$/.test(from)) return null
  if (toRoom === '..') return leavesSource(from, to)
  const fromFloor = floors.findIndex((floor) => floor.includes(fromRoom))
  const toFloor = floors.findIndex((floor) => floor.includes(toRoom))
  if (fromFloor < 0) return `${from} is in no known room`
  if (toFloor < 0) return `${from} imports ${to}, which is in no known room`
  if (toFloor > fromFloor) return null
  if (toFloor < fromFloor) return `${from} imports ${to}, a floor above it`
  const meant = neighbours.some(([a, b]) => a === fromRoom && (b === to || b === toRoom))
  return meant ? null : `${from} imports ${to}, its neighbour`
}

/** Sources read files of the clone (data/, package.json) but import nothing from outside src. */
function leavesSource(from: string, to: string): string | null {
  if (/^\.\.\/(data|node_modules)\//.test(to)) return null
  return `${from} imports ${to}, outside of src`
}

/** Every import of every module under the folder. */
export function importsUnder(source: string): Import[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const module = path
        .relative(source, file)
        .split(path.sep)
        .join('/')
        .replace(/\.tsx?$/, '')
      return readImports(module, readFileSync(file, 'utf8'))
    })
}
