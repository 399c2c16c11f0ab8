/** What reads reports, as one digest: a source that was read with the same method need not be read again. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot, version } from '../ledger/project.js'

let digest: string | undefined

/** "Rastro 0.1.0 (1f2e3d4c5b6a)": version, and a digest over the code and the vocabularies that turn a file into facts. */
export function extractionMethod(): string {
  digest ??= digestOf([
    ...filesIn(here, ['documents', 'extract', 'names'], /\.(js|ts)$/),
    ...filesIn(here, ['ledger'], /(records|vocabulary|facts)\.(js|ts)$/),
    ...filesIn(path.join(projectRoot, 'data'), ['vocabulary'], /\.csv$/),
  ])
  return `Rastro ${version} (${digest})`
}

/** The folder of the rooms, of what runs: src/ under test, dist/src/ otherwise. */
const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

function filesIn(root: string, folders: string[], pattern: RegExp): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, folder, file)),
    )
    .filter((file) => pattern.test(file) && !/\.(test|d)\.ts$/.test(file))
    .sort()
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${path.basename(file)}\n`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
