import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandContext } from './command.js'
import { commands } from './commands.js'
import { run } from './main.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rastro-names-'))
  const units = [
    { id: 'b1', kind: 'unit', country: 'MEX', names: ['1 Batallón de Infantería'] },
    { id: 'b2', kind: 'unit', country: 'MEX', names: ['2 Batallón de Infantería'] },
  ]
  await writeFile(join(folder, 'units.ndjson'), `${units.map((one) => JSON.stringify(one)).join('\n')}\n`)
  await writeFile(join(folder, 'faulty.ndjson'), `${JSON.stringify(units[0])}\n{"id":"x","kind":"unit","names":"one"}\n`)
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a command on a text, cut into pieces anywhere, also within a letter. */
async function rastro(args: string[], input: string | Uint8Array, size = 7) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const written: string[] = []
  const notes: string[] = []
  const context: CommandContext = {
    out: { write: async (text) => void written.push(String(text)), note: (line) => void notes.push(line), interactive: false },
    env: {},
    cwd: folder,
    now: () => new Date(0),
    signal: new AbortController().signal,
    input: (async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    })(),
  }
  const status = await run(args, context, commands)
  return { status, lines: written.join('').split('\n').slice(0, -1), notes: notes.join('\n') }
}

test('compare keeps columns and order, and adds score, verdict and reasons', async () => {
  const table =
    '\uFEFFnote\tkind\tname1\tname2\tcountry1\tcountry2\r\nx\tunit\t1/er. B.I.\tPrimer Batallón\tMEX\tmx\r\n\ty\tperson\tA\tB\n'
  const { status, lines, notes } = await rastro(['compare'], table)
  expect(lines[0]).toBe('note\tkind\tname1\tname2\tcountry1\tcountry2\tscore\tverdict\treasons')
  expect(lines[1]).toMatch(/^x\tunit\t1\/er\. B\.I\.\tPrimer Batallón\tMEX\tmx\t0\.9\d*\tsame\tsame number: 1; /)
  expect(lines[2]!.split('\t').slice(6, 8)).toEqual(['', ''])
  expect(lines[2]).toContain('INPUT_FIELD')
  expect(status).toBe(2)
  expect(notes).toMatch(/^row 3.*INPUT_FIELD/)
})

test.each([
  ['', 'INPUT_EMPTY'],
  ['kind\tname1\n', 'INPUT_COLUMN_MISSING'],
  ['kind\tname1\tname2\tkind\n', 'INPUT_COLUMN_REPEATED'],
  [new Uint8Array([0x6b, 0xff, 0x0a]), 'INPUT_NOT_UTF8'],
])('compare refuses a faulty table', async (input, code) => {
  const { status, lines, notes } = await rastro(['compare'], input)
  expect([status, lines]).toEqual([2, []])
  expect(notes).toContain(code)
})

test('match writes a line a query, the best first, and the error of a query in its place', async () => {
  const queries =
    '{"id":"q1","kind":"unit","country":"MEX","names":["1/er. B.I."]}\nnothing\n{"id":7,"kind":"unit","country":null,"names":[]}'
  const { status, lines, notes } = await rastro(['match', '--against', 'units.ndjson'], queries)
  const [first, second, third] = lines.map((line) => JSON.parse(line))
  expect(first.id).toBe('q1')
  expect(first.matches.map((match: { id: string }) => match.id)).toEqual(['b1', 'b2'])
  expect(Object.keys(first.matches[0])).toEqual(['id', 'score', 'verdict', 'reasons'])
  expect(first.matches[0].verdict).toBe('same')
  expect(second).toMatchObject({ id: null, matches: [], error: { code: 'INPUT_NOT_JSON', place: { row: 2 } } })
  expect(third).toEqual({ id: '7', matches: [] })
  expect(status).toBe(2)
  expect(notes).toContain('row 2')
})

test.each([
  [['match'], 'OPTION_INVALID'],
  [['match', '--against', 'missing.ndjson'], 'FILE_NOT_FOUND'],
  [['match', '--against', '.'], 'FILE_IS_FOLDER'],
  [['match', '--against', 'faulty.ndjson'], 'row 2, column names: INPUT_FIELD_INVALID'],
  [['compare', 'pairs.tsv'], 'OPTION_INVALID'],
])('%s is refused', async (args, code) => {
  const { status, notes } = await rastro(args, '')
  expect(status).toBe(2)
  expect(notes).toContain(code)
})
