import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import type { UserError } from '../ledger/errors.js'
import { type Job, type Outcome, type PoolOptions, runInWorkers, workerModule } from './worker-pool.js'

/** A worker that does what its input says, written without the product's own worker side so that it can misbehave. */
function misbehavingWorker(): URL {
  const folder = mkdtempSync(join(tmpdir(), 'rastro-pool-'))
  const path = join(folder, 'worker.mjs')
  writeFileSync(
    path,
    `import { parentPort, workerData } from 'node:worker_threads'
     parentPort.on('message', async ({ input }) => {
       parentPort.postMessage({ type: 'progress', done: 1, of: 3 })
       if (input.wait) await new Promise((done) => setTimeout(done, input.wait))
       if (input.page) Atomics.store(workerData.pagesDone, 0, input.page)
       if (input.do === 'hang') for (;;);
       if (input.do === 'exit') process.exit(7)
       if (input.do === 'throw') throw new Error('broken')
       if (input.do === 'eat') { const all = []; for (;;) all.push(new Array(100000).fill({ a: 1 })) }
       if (input.do === 'refuse') parentPort.postMessage({ type: 'error', error: { code: 'PDF_DAMAGED', message: 'm', remedy: 'r', place: { page: 2 } } })
       parentPort.postMessage({ type: 'value', value: input.name })
     })`,
  )
  return pathToFileURL(path)
}

interface Task {
  name: string
  do?: 'hang' | 'exit' | 'throw' | 'eat' | 'refuse'
  wait?: number
  /** Pages done that were not told by message. */
  page?: number
}

async function run(tasks: Task[], options: Partial<PoolOptions> = {}): Promise<Outcome<string>[]> {
  const jobs: Job<Task>[] = tasks.map((input) => ({ file: `${input.name}.pdf`, input }))
  const outcomes: Outcome<string>[] = []
  for await (const outcome of runInWorkers<Task, string>(jobs, { module: misbehavingWorker(), workers: 2, ...options }))
    outcomes.push(outcome)
  return outcomes
}

const short = (outcomes: Outcome<string>[]) => outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.error.code))
const errorAt = (outcomes: Outcome<string>[], at: number) => (outcomes[at] as { error: UserError }).error

test('results come in the order of the jobs, however long each takes', async () => {
  const tasks = [90, 5, 40, 1, 20, 1, 1].map((wait, at) => ({ name: String(at), wait }))
  expect(short(await run(tasks))).toEqual(['0', '1', '2', '3', '4', '5', '6'])
})

test('a worker that dies, throws or hangs loses its own file only, and says which page', async () => {
  const outcomes = await run(
    [
      { name: 'a' },
      { name: 'b', do: 'exit' },
      { name: 'c', do: 'throw', page: 1 },
      { name: 'd', do: 'hang', page: 41 },
      { name: 'f' },
    ],
    // Long enough for a worker to start on a busy machine.
    { limits: { pageMilliseconds: 12_000 } },
  )
  expect(short(outcomes)).toEqual(['a', 'FILE_READER_DIED', 'FILE_READER_DIED', 'FILE_TOO_SLOW', 'f'])
  expect(errorAt(outcomes, 3).place).toEqual({ file: 'd.pdf', page: 42 })
  expect(errorAt(outcomes, 2).place).toEqual({ file: 'c.pdf', page: 2 })
}, 60_000)

test('a worker that eats its memory loses its own file only', async () => {
  const outcomes = await run([{ name: 'a' }, { name: 'b', do: 'eat' }, { name: 'c' }], {
    // No limit of time may end it first.
    limits: { heapMegabytes: 48, pageMilliseconds: 110_000 },
  })
  expect(short(outcomes)).toEqual(['a', 'FILE_TOO_MUCH_MEMORY', 'c'])
}, 120_000)

test('an error of the file keeps its code and place and gets the name of the file', async () => {
  const outcomes = await run([{ name: 'a', do: 'refuse' }, { name: 'b' }])
  expect(short(outcomes)).toEqual(['PDF_DAMAGED', 'b'])
  expect(errorAt(outcomes, 0).place).toEqual({ file: 'a.pdf', page: 2 })
})

test.each([
  [undefined, 4],
  [6, 9],
])('files are read at most a few ahead of the one that is waited for (%s waiting)', async (waiting, most) => {
  const started = new Set<number>()
  const tasks = Array.from({ length: 12 }, (_, at) => ({ name: String(at), wait: at === 0 ? 1000 : 0 }))
  let atFirst = 0
  const jobs = tasks.map((input) => ({ file: input.name, input }))
  for await (const _ of runInWorkers(jobs, {
    module: misbehavingWorker(),
    workers: 2,
    waiting,
    onProgress: (index) => started.add(index),
  })) {
    atFirst ||= started.size
  }
  expect(atFirst).toBeLessThanOrEqual(most)
  expect(atFirst).toBeGreaterThan(waiting ?? 1)
  expect(started.size).toBe(12)
})

test('an aborted run ends early', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 200)
  expect(await run([{ name: 'a', do: 'hang' }, { name: 'b' }], { signal: controller.signal })).toEqual([])
})

test('a worker under test is the built one', () => {
  expect(workerModule('file:///srv/src/rastro/src/extract/read.ts', './read.worker.js').pathname).toBe(
    '/srv/src/rastro/dist/src/extract/read.worker.js',
  )
  expect(workerModule('file:///srv/rastro/dist/src/extract/read.js', './read.worker.js').pathname).toBe(
    '/srv/rastro/dist/src/extract/read.worker.js',
  )
})
