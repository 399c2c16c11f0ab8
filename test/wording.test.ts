/** What ships speaks of the project alone, and calls things by the names of the field. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/ledger/project.js'

const folders = ['src', 'test', 'setup', 'bin', 'bench', 'docs', '.ci', 'data']
const texts = /\.(?:ts|tsx|mjs|js|json|md|css|sql|html)$|^bin\/|^\.ci\//

const files = [
  ...readdirSync(projectRoot).filter((name) => texts.test(name)),
  ...folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  ),
].filter((name) => texts.test(name))

/** Lines that match, as "file:line: match". */
function find(pattern: RegExp, among: readonly string[], unless: (line: string) => boolean = () => false): string[] {
  return among.flatMap((file) =>
    readFileSync(path.join(projectRoot, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const found = line.match(pattern)?.[0]
        return found && !unless(line) ? [`${file}:${index + 1}: ${found}`] : []
      }),
  )
}

test('no file names a folder of the machine it was written on', () => {
  expect(files.length).toBeGreaterThan(30)
  expect(find(/(?<![\w.)}/])\/(?:work|root|home|Users)\/[\w.-]+/, files)).toEqual([])
})

test('training sessions are never called trainees: one person in three courses counts three times', () => {
  const ours = files.filter((name) => /^(?:src|bin|setup|docs|bench)\/|^[A-Z]+\.md/.test(name) && !name.includes('.test.'))
  // The rule itself, and what a source prints, may be quoted, and looked for in a source.
  const quotes = (line: string) => /never|["“«'`][^"”»'`]*trainees|\/\(\?<!.*trainees.*\/iu/i.test(line)
  expect(find(/\btrainees\b/i, ours, quotes)).toEqual([])
})
