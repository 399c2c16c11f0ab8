import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../ledger/project.js'
import { formatFor, languages } from './format.js'
import { messagesFor } from './messages.js'

/** Every message of a catalogue by its path; a function of a message by its own source, so that it can be searched for words. */
function flatten(value: unknown, at = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[at, value]])
  if (typeof value === 'function') return new Map([[at, value.toString()]])
  const all = new Map<string, string>()
  for (const [key, inner] of Object.entries(value as object))
    for (const [name, text] of flatten(inner, at ? `${at}.${key}` : key)) all.set(name, text)
  return all
}

const english = flatten(messagesFor('en'))

test('every language has every message, none of them blank', () => {
  expect(english.size).toBeGreaterThan(300)
  for (const language of languages) {
    const catalogue = flatten(messagesFor(language))
    expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...catalogue].filter(([, text]) => text.trim() === '')).toEqual([])
  }
})

test('nothing is left in English: what is equal is a name, a code or an example', () => {
  const same = new Set(['search.example', 'sources.bytes', 'regions.Africa', 'errors.home', 'screening.quoted'])
  const spanish = flatten(messagesFor('es'))
  const equal = [...english].filter(([name, text]) => spanish.get(name) === text && /[a-z]{4}/i.test(text) && !same.has(name))
  // Addresses and questions of the examples are the same in every language.
  expect(
    equal.map(([name]) => name).filter((name) => !/\.(?:path|query\.)|^home\.questions\.\d\.(?:path|query)/.test(name)),
  ).toEqual([])
})

test('no language counts people', () => {
  const people = {
    en: /\btrainees?\b|people (?:were )?trained|persons trained|trained (?:people|persons)/i,
    es: /personas (?:adiestradas|capacitadas|entrenadas)|adiestrados\b|capacitados\b/i,
  }
  for (const language of languages) {
    const found = [...flatten(messagesFor(language))].filter(([, text]) => people[language].test(text))
    expect(found).toEqual([])
  }
})

test('Spanish has one word for one thing', () => {
  // The other words for training, allegation, digest and ministry, and the other quotation marks.
  const others = /capacitaci|entrenamiento|entrenad|alegaci|alegad|\bresumen\b|secretaría o|[«»]/i
  expect([...flatten(messagesFor('es'))].filter(([, text]) => others.test(text))).toEqual([])
})

test('pages take their words from the catalogues: no English sentence stands in a component', () => {
  const found: string[] = []
  for (const folder of ['src/web/components', 'src/web/pages'])
    for (const file of readdirSync(path.join(projectRoot, folder)).filter((name) => name.endsWith('.tsx'))) {
      const source = readFileSync(path.join(projectRoot, folder, file), 'utf8')
      // Text between tags of two words or more.
      for (const match of source.matchAll(/>\s*([A-Za-z][a-z]+ [A-Za-z ,]+)\s*<\//g)) found.push(`${file}: ${match[1]}`)
    }
  expect(found).toEqual([])
})

test('figures are never rounded, and some is never shown as none', () => {
  for (const language of languages) {
    const format = formatFor(language)
    expect(format.number(1_234_567)).toBe('1,234,567')
    expect(format.dollars(123_456_789)).toMatch(/\$1,234,567\.89$/)
    expect(format.dollars(123_456_700)).toMatch(/\$1,234,567$/)
    expect(format.share(1, 100_000)).toMatch(/^<1/)
    expect(format.share(99_999, 100_000)).toMatch(/^>99/)
    expect(format.share(0, 10)).toMatch(/^0/)
    expect(format.share(0, 0)).toBe('–')
  }
  expect(formatFor('en').years([2001, 1999, 2003, 2002, 2002])).toBe('1999, 2001–2003')
})
