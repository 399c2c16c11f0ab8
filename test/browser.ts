/**
 * A real Chromium for tests, from npm: unpacked once into a private folder, started with the libraries that it brings.
 *
 * Its package would unpack into the temporary folder and reuse whatever lies there under its names, and its own launch arguments
 * switch web security off; neither is done here. Where there is no build (not Linux on x64), an installed Chrome is used, and
 * where there is none either, tests that need a browser are skipped and counted.
 */
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { projectRoot } from '../src/ledger/project.js'

const require = createRequire(import.meta.url)

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
]

const bundled = process.platform === 'linux' && process.arch === 'x64'
const chrome = bundled ? undefined : installed.find((file) => existsSync(file))

/** For `test.skipIf(!browserAvailable)`. */
export const browserAvailable = bundled || chrome !== undefined

/** Starts a browser; the test file that starts one closes it. Nothing that a page asks for leaves the machine. */
export async function openBrowser(): Promise<Browser> {
  const unpacked = bundled ? await unpack() : undefined
  const profile = mkdtempSync(path.join(tmpdir(), 'rastro-browser-'))
  const executablePath = unpacked ? path.join(unpacked, 'chromium') : chrome
  if (!executablePath) throw new Error('There is no browser for tests here: see browserAvailable.')
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    // Pages here are our own; the sandbox needs what containers and root do not give.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-zygote',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    env: {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: profile,
      TMPDIR: profile,
      ...(unpacked && {
        FONTCONFIG_FILE: describeFonts(path.join(unpacked, 'fonts'), profile),
        LD_LIBRARY_PATH: path.join(unpacked, 'al2023', 'lib'),
      }),
    },
  })
  browser.once('disconnected', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))
  return browser
}

/** The folder with the unpacked browser, fonts and libraries: made whole under another name, then renamed. */
async function unpack(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium')
  const home = path.join(path.dirname(entry), '..', '..')
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = cacheFolder()
  const goal = path.join(folder, `chromium-${version}`)
  if (existsSync(goal)) return goal
  const made = `${goal}.${randomBytes(4).toString('hex')}`
  mkdirSync(made, { mode: 0o700 })
  const { inflate } = (await import('@sparticuz/chromium')) as { inflate(file: string): Promise<string> }
  const before = process.env.TMPDIR
  // The only way to tell the package where to unpack.
  process.env.TMPDIR = made
  try {
    for (const name of ['chromium.br', 'swiftshader.tar.br', 'fonts.tar.br', 'al2023.tar.br'])
      await inflate(path.join(home, 'bin', name))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  // As root the archives' own numbers would own the files: some user of this machine, who could then change what root runs.
  const { uid, gid } = userInfo()
  for (const name of readdirSync(made, { recursive: true })) lchownSync(path.join(made, String(name)), uid, gid)
  try {
    renameSync(made, goal)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(goal)) throw error
  }
  return goal
}

/** In the clone, where only its owner writes; a folder of this run's own where the clone is read-only. */
function cacheFolder(): string {
  const folder = path.join(projectRoot, 'node_modules', '.cache', 'rastro')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return mkdtempSync(path.join(tmpdir(), 'rastro-chromium-'))
  }
}

/** The package's own description looks in /tmp/fonts; without a font at all Chromium ends at the first form field. */
function describeFonts(bundledFonts: string, profile: string): string {
  const file = path.join(profile, 'fonts.conf')
  const folders = [bundledFonts, '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
     <fontconfig>${folders}<cachedir>${path.join(profile, 'fonts-cache')}</cachedir></fontconfig>`,
  )
  return file
}

export interface Violation {
  rule: string
  help: string
  /** Selectors of the elements that break it. */
  elements: string[]
}

/**
 * What axe-core finds wrong with an open page. It is run through `page.evaluate`, which a strict content security policy allows,
 * so that pages are tested under the policy that they are served with.
 */
export async function findViolations(page: Page): Promise<Violation[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { target: unknown[] }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, help, nodes }) => ({
      rule: id,
      help,
      elements: nodes.map(({ target }) => target.join(' ')),
    }))
  })
}
