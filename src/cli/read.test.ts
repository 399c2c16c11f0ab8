import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './read.js'

const folder = mkdtempSync(join(tmpdir(), 'rastro-read-'))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return name
}

async function run(values: Parameters<typeof command.run>[0], names: string[], env: NodeJS.ProcessEnv = {}) {
  let output = ''
  const notes: string[] = []
  const status = await command.run(values, names, {
    out: {
      write: async (text) => {
        output += typeof text === 'string' ? text : new TextDecoder().decode(text)
      },
      note: (line) => notes.push(line),
      interactive: false,
    },
    env,
    cwd: folder,
    now: () => new Date(),
    signal: new AbortController().signal,
  })
  return { status, output, notes }
}

const story = '🚁 Colonel John Musa, commander of 21 Brigade, said 40 officers were trained in Kenya in 2011.\n'

test('BRAT annotations count code points', async () => {
  const { status, output } = await run({}, [file('a.txt', story)])
  expect(status).toBe(0)
  expect(output).toContain('T2\tPerson 10 19\tJohn Musa\n')
  expect(output).toContain('R1\thas_rank Arg1:T2 Arg2:T1')
})

test('claims are a line each, with the fields that all of them have first', async () => {
  const { output } = await run({ format: 'ndjson' }, [file('b.txt', story)])
  const [claim] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(Object.keys(claim).slice(0, 9)).toEqual([
    'type',
    'id',
    'start',
    'end',
    'sentence',
    'speaker',
    'hedge',
    'period',
    'place',
  ])
  expect(claim).toMatchObject({
    type: 'quantity',
    value: 40,
    measure: 'people_trained',
    speaker: 'Colonel John Musa',
    place: 'Kenya',
  })
})

test('a file that cannot be read fails alone, and the text stands beside its annotations', async () => {
  const { status, notes } = await run({ output: 'out' }, [
    file('empty.txt', ''),
    file('c.txt', story),
    file('image.html', Buffer.from('\x89PNG\r\n', 'latin1')),
  ])
  expect(status).toBe(2)
  expect(notes.map((note) => /[A-Z]+_[A-Z_]+/.exec(note)?.[0])).toEqual(['FILE_EMPTY', 'ARTICLE_KIND_UNKNOWN'])
  expect(readFileSync(join(folder, 'out/c.txt'), 'utf8')).toBe(story)
  expect(readFileSync(join(folder, 'out/c.ann'), 'utf8')).toContain('John Musa')
})

test('options that make no sense are told before anything is read', async () => {
  await expect(run({ format: 'xml' }, ['a.txt'])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  await expect(run({}, ['a.txt', 'b.txt'])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  await expect(run({ title: 'x', output: 'o' }, ['a.txt', 'b.txt'])).rejects.toMatchObject({ code: 'OPTION_INVALID' })
})

test('a language model is asked only where the environment names one; what it proposes is marked, and refused unless it stands there', async () => {
  const answer = [
    { quote: 'wore no badge', type: 'status' },
    { quote: 'wore two badges', type: 'status' },
  ]
  const asked: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (chunk) => asked.push(String(chunk)))
    request.on('end', () => response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify(answer) } }] })))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat/completions`
  const name = file('model.txt', '🚁🚁 Colonel John Musa wore no badge, people said.\n')
  try {
    const without = await run({ format: 'ndjson' }, [name])
    expect(without.output).not.toContain('proposed_by')
    await run({ format: 'brat' }, [name], { RASTRO_MODEL_URL: url })
    expect(asked).toEqual([])

    const { output, notes } = await run({ format: 'ndjson' }, [name], { RASTRO_MODEL_URL: url })
    const proposed = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((claim) => claim.proposed_by === 'model')
    expect(proposed).toEqual([expect.objectContaining({ start: 21, end: 34, state: 'wore no badge' })])
    expect(notes).toContain('model.txt: 1 proposals of the model refused: they quote what is not there')
    expect(asked).toHaveLength(1)
  } finally {
    server.close()
  }
})
