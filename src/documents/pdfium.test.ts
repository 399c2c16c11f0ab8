import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../ledger/project.js'

const folder = path.join(projectRoot, 'vendor', 'pdfium')
const inPackage = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('the optimised PDFium was made of the module that the installed package brings: else run setup/optimise-pdfium.mjs', () => {
  const origin = JSON.parse(readFileSync(path.join(folder, 'origin.json'), 'utf8'))
  expect(origin.input).toBe(sha256(inPackage))
  expect(origin.output).toBe(sha256(path.join(folder, 'pdfium.wasm')))
})

test('it offers and asks for the same as the original', async () => {
  const modules = await Promise.all(
    [inPackage, path.join(folder, 'pdfium.wasm')].map((file) => WebAssembly.compile(readFileSync(file))),
  )
  const [original, optimised] = modules.map((module) => ({
    exports: WebAssembly.Module.exports(module).map(({ name, kind }) => `${kind} ${name}`),
    imports: WebAssembly.Module.imports(module).map(({ module, name, kind }) => `${kind} ${module}.${name}`),
  }))
  expect(new Set(optimised!.exports)).toEqual(new Set(original!.exports))
  expect(new Set(optimised!.imports)).toEqual(new Set(original!.imports))
})
