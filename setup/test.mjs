/**
 * `npm test`: installs and builds what is missing, checks types and style, runs the tests, and ends with one line,
 * "N passed, N failed, N skipped". A type that does not fit and a file that is not formatted are failures. Arguments go to
 * Vitest: `npm test -- src/names`.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { prepare, root, SetupError } from './prepare.mjs'

const counts = { passed: 0, failed: 0, skipped: 0 }

/** Runs a program of node_modules, its output shown as it comes; resolves to its exit status. */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    child.on('error', () => resolve(127))
    child.on('close', (status) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(status ?? 130)
    })
  })
}

function count(name, ok) {
  counts[ok ? 'passed' : 'failed'] += 1
  if (!ok) process.stdout.write(`${name}: failed\n`)
}

try {
  await prepare({ development: true })
  // From nothing: what the compiler remembers of the build has hidden errors in files that had not changed themselves.
  const types = ['-p', 'tsconfig.json', '--noEmit', '--incremental', 'false']
  count('types', (await run('typescript/bin/tsc', types)) === 0)
  count('style', (await run('@biomejs/biome/bin/biome', ['check', '--colors=off'])) === 0)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rastro-report-'))
  const file = path.join(folder, 'report.json')
  const arguments_ = ['run', '--passWithNoTests=false', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = await run('vitest/vitest.mjs', [...arguments_, ...process.argv.slice(2)])
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  fs.rmSync(folder, { recursive: true, force: true })
  if (report) {
    counts.passed += report.numPassedTests
    counts.failed += report.numFailedTests
    counts.skipped += report.numPendingTests + report.numTodoTests
    // A file that cannot even be loaded has no tests to count.
    counts.failed += report.testResults.filter(
      (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
    ).length
  }
  // An error outside of any test, or a run that was cut off.
  if (status !== 0 && (!report || report.numFailedTests === 0)) counts.failed = Math.max(counts.failed, 1)
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`)
  counts.failed += 1
}
process.exitCode = counts.failed === 0 ? 0 : 1
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
