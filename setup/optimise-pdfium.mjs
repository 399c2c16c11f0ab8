/**
 * `node setup/optimise-pdfium.mjs`: makes vendor/pdfium/pdfium.wasm, by binaryen's optimiser, of the build of PDFium that @embedpdf/pdfium brings.
 *
 * Run by hand after that package has changed (a test says so); takes one to ten minutes. The same input gives the same bytes on any machine, so
 * that whoever doubts the file makes it again: `--check` compares and writes nothing. The optimiser (104 MB) is no dependency: npm fetches it for this run.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { root } from './prepare.mjs'

const TOOL = 'binaryen@132.0.0'
/** What every WebAssembly engine of Node 20 knows. No option that assumes anything of the program: its checks and traps stay. */
const OPTIONS = [
  '--enable-bulk-memory',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
  '--enable-multivalue',
  '--enable-reference-types',
  '-O3',
]

const require = createRequire(import.meta.url)
const sha256 = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
const input = require.resolve('@embedpdf/pdfium/pdfium.wasm')
const packageFolder = path.resolve(path.dirname(input), '..')
const folder = path.join(root, 'vendor', 'pdfium')
const output = path.join(folder, 'pdfium.wasm')
const check = process.argv.includes('--check')
const made = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rastro-pdfium-')), 'pdfium.wasm')

try {
  const { status } = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['exec', '--yes', `--package=${TOOL}`, '--', 'wasm-opt', ...OPTIONS, input, '-o', made],
    { stdio: 'inherit', cwd: os.tmpdir(), shell: process.platform === 'win32' },
  )
  if (status !== 0) throw new Error('The optimiser did not finish.')
  if (check) {
    const same = sha256(made) === sha256(output)
    process.stdout.write(
      same ? 'vendor/pdfium/pdfium.wasm is what is made here.\n' : 'vendor/pdfium/pdfium.wasm differs from what is made here.\n',
    )
    process.exitCode = same ? 0 : 1
  } else {
    const { name, version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
    fs.mkdirSync(folder, { recursive: true })
    fs.copyFileSync(made, output)
    fs.copyFileSync(path.join(packageFolder, 'LICENSE.pdfium'), path.join(folder, 'LICENSE'))
    const origin = { package: name, version, input: sha256(input), tool: TOOL, options: OPTIONS, output: sha256(output) }
    fs.writeFileSync(path.join(folder, 'origin.json'), `${JSON.stringify(origin, null, 2)}\n`)
  }
} finally {
  fs.rmSync(path.dirname(made), { recursive: true, force: true })
}
