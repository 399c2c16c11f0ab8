/** The program as a user starts it, in a process of its own with its own PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { readDescriptor } from '../ledger/database/home.js'
import { readPostmaster, whatRuns } from '../ledger/database/postmaster.js'
import { stopServer } from '../ledger/database/server.js'
import { projectRoot } from '../ledger/project.js'
import { listen } from './listen.js'

const folder = mkdtempSync(path.join(tmpdir(), 'rastro-serve-'))
chmodSync(folder, 0o711)
const home = path.join(folder, 'home')
const running: ChildProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  const data = (await readDescriptor(home))?.data ?? ''
  const pid = readPostmaster(data)?.pid
  if (pid && whatRuns(pid) === 'postgres') await stopServer({ data, pid })
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))

const main = path.join(projectRoot, 'dist', 'src', 'cli', 'main.js')

/** Starts it without LANG or anything else of ours, and resolves to its address once it prints that. */
async function serve(...also: string[]): Promise<{ child: ChildProcess; address: string }> {
  const script = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`
  const child = spawn(process.execPath, ['-e', script, 'serve', '--port', '0', '--without-bundled', ...also], {
    env: { PATH: '/usr/bin:/bin', RASTRO_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const port = /http:\S+:(\d+)/.exec(said)?.[1]
    if (port) return { child, address: `http://127.0.0.1:${port}` }
  }
  throw new Error(`It ended and said: ${said}`)
}

const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
  child.kill(signal)
  const [status] = await once(child, 'exit')
  return status
}

test.skipIf(!existsSync(main))(
  'two at once, from nothing, serve one database; the last to be stopped takes it along',
  async () => {
    const [one, two] = await Promise.all([serve(), serve('--name', 'rastro.example')])
    expect(one.address).not.toBe(two.address)
    const described = async (address: string) => {
      const answer = await fetch(`${address}/api/v1/openapi.json`)
      return [answer.status, answer.headers.get('content-encoding')]
    }
    expect(await described(one.address)).toEqual([200, null])
    // For readers elsewhere.
    expect(await described(two.address)).toEqual([200, 'gzip'])
    // Whoever reaches the other by its name is not the person who started it.
    const writes = async (path: string) => {
      const pages = [one.address, two.address].map(async (address) => (await fetch(`${address}/en/${path}`)).text())
      return (await Promise.all(pages)).map((page) => page.includes('name="token"'))
    }
    for (const path of ['articles/new', 'enter/source', 'screening'])
      expect([path, await writes(path)]).toEqual([path, [true, false]])
    expect(await end(one.child, 'SIGTERM')).toBe(0)
    expect((await fetch(`${two.address}/api/v1/trainings`)).status).toBe(200)
    expect(await end(two.child, 'SIGINT')).toBe(0)
    expect(readPostmaster((await readDescriptor(home))?.data ?? '')).toBeNull()
  },
)

test.skipIf(!existsSync(main))('after a kill of both it and PostgreSQL the next start serves', async () => {
  const { child } = await serve()
  await end(child, 'SIGKILL')
  process.kill(readPostmaster((await readDescriptor(home))?.data ?? '')?.pid as number, 'SIGKILL')
  const again = await serve()
  expect((await fetch(`${again.address}/api/v1/trainings`)).status).toBe(200)
  expect(await end(again.child, 'SIGTERM')).toBe(0)
})

const fetchNothing = () => new Response('here')
const options = { fetch: fetchNothing, host: '127.0.0.1' }

test('a taken port is passed over, or an error where no other is allowed', async () => {
  const rival = createServer().listen(0, '127.0.0.1')
  await once(rival, 'listening')
  const { port } = rival.address() as { port: number }
  try {
    const listening = await listen({ ...options, port, tries: 20 })
    expect(listening.port).toBeGreaterThan(port)
    expect(await (await fetch(`http://127.0.0.1:${listening.port}/`)).text()).toBe('here')
    await listening.close()
    await expect(fetch(`http://127.0.0.1:${listening.port}/`)).rejects.toThrow()
    await expect(listen({ ...options, port, tries: 1 })).rejects.toMatchObject({ code: 'PORT_IN_USE' })
    await expect(listen({ ...options, host: '192.0.2.1', port: 0, tries: 1 })).rejects.toMatchObject({ code: 'HOST_NOT_OURS' })
  } finally {
    rival.close()
  }
})

test('an answer under way is finished before it stops listening', async () => {
  let answer: (response: Response) => void = () => {}
  const waiting = new Promise<Response>((resolve) => {
    answer = resolve
  })
  const listening = await listen({ ...options, fetch: () => waiting, port: 0, tries: 1 })
  const asked = fetch(`http://127.0.0.1:${listening.port}/`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const closed = listening.close()
  answer(new Response('finished'))
  expect(await (await asked).text()).toBe('finished')
  await closed
})
