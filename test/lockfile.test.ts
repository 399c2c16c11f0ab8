/** The lock file decides what a newcomer's machine installs: it must serve every platform and name no machine of ours. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/ledger/project.js'

interface Locked {
  version: string
  resolved?: string
  integrity?: string
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}

const text = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')
const packages = (JSON.parse(text) as { packages: Record<string, Locked> }).packages

test.each(['linux', 'darwin', 'win32'])('every package with native builds is locked with one for %s', (system) => {
  const native = Object.entries(packages).filter(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).some((name) => packages[`node_modules/${name}`]?.os),
  )
  // The database, the formatter, the compiler.
  expect(native.length).toBeGreaterThanOrEqual(3)
  const without = native.filter(
    ([, { optionalDependencies = {} }]) =>
      !Object.keys(optionalDependencies).some((name) => packages[`node_modules/${name}`]?.os?.includes(system)),
  )
  // A package for one system only (file watching on macOS) has no build for others by design.
  const single = without.filter(([, { optionalDependencies = {} }]) => {
    const systems = Object.keys(optionalDependencies).flatMap((name) => packages[`node_modules/${name}`]?.os ?? [])
    return new Set(systems).size > 1
  })
  expect(single.map(([name]) => name)).toEqual([])
})

test('every build that a package asks for is locked, so that `npm ci` agrees with package.json anywhere', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${from ? `${from}/` : ''}node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry and vouches for every package', () => {
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/)
  expect(text).not.toContain('"resolved"')
  const unvouched = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && !integrity)
  expect(unvouched.map(([name]) => name)).toEqual([])
})
