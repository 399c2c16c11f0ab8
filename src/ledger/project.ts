/** Where the clone is: the folder that holds package.json, whether a module runs from src/ (tests) or from dist/src/. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder
  const parent = path.dirname(folder)
  if (parent === folder) throw new Error('No package.json above this module.')
  return findRoot(parent)
}

/** Absolute, without a trailing separator. */
export const projectRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)))

/** This Rastro's version, as changesets and the API state it. */
export const version: string = (JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string })
  .version
