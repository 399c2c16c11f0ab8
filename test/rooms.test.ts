import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/ledger/project.js'
import { importsUnder, objection, readImports } from './rooms.js'

const objections = (source: string) =>
  importsUnder(source)
    .map(objection)
    .filter((found) => found !== null)

test('no room of the house imports from a room above it', () => {
  const imports = importsUnder(path.join(projectRoot, 'src'))
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.map(objection).filter((found) => found !== null)).toEqual([])
})

test('an import that is planted upward is found, however it is written', () => {
  const source = mkdtempSync(path.join(tmpdir(), 'rastro-rooms-'))
  mkdirSync(path.join(source, 'ledger', 'database'), { recursive: true })
  writeFileSync(
    path.join(source, 'ledger', 'database', 'planted.ts'),
    `import { a } from '../../names/a.js'
     import type { B } from "../../web/b.js"
     import '../../cli/c.js'
     export * from '../../analysis/d.js'
     const e = await import('../../extract/e.js')
     const f = new URL('../../screening/f.js', import.meta.url)
     import { fine } from '../errors.js'`,
  )
  try {
    expect(objections(source)).toEqual(
      ['names/a', 'web/b', 'cli/c', 'analysis/d', 'extract/e', 'screening/f'].map(
        (to) => `ledger/database/planted imports ${to}, a floor above it`,
      ),
    )
  } finally {
    rmSync(source, { recursive: true, force: true })
  }
})

test('documents know the list of errors and nothing else of the ledger', () => {
  expect(objection({ from: 'documents/pdf', to: 'ledger/errors' })).toBeNull()
  expect(objection({ from: 'documents/pdf', to: 'ledger/records' })).toMatch(/neighbour/)
  expect(objection({ from: 'ledger/records', to: 'documents/page' })).toMatch(/neighbour/)
})

test('extraction uses the grammar of names, and names know nothing of extraction', () => {
  expect(objection({ from: 'extract/fmtr/row', to: 'names/search-key' })).toBeNull()
  expect(objection({ from: 'names/search-key', to: 'extract/fmtr/row' })).toMatch(/neighbour/)
})

test('imports of packages are nobody’s concern here', () => {
  expect(readImports('ledger/x', `import pg from 'pg'; import { readFile } from 'node:fs/promises'`)).toEqual([])
})
