/**
 * The documents that list what a reader may look up: errors and flags by their codes, properties of statements, decisions by their titles. All but
 * the last are written from the code, so that none can tell of what does not exist or miss what does. Accept a change:
 * `GOLDEN=accept npx vitest run test/code-lists.test.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { flagMeanings } from '../src/extract/fmtr/flags.js'
import { lossMeanings, sheetFlagMeanings } from '../src/extract/sfm/flags.js'
import { claimFlagMeanings } from '../src/ledger/claims.js'
import { propertyMeanings } from '../src/ledger/entities.js'
import { errors, type UserError } from '../src/ledger/errors.js'
import { nameFlagMeanings } from '../src/names/flags.js'
import { subjectFlagMeanings } from '../src/screening/model.js'

/** Stands for any argument of an error: a text, a number, a place or a list, each shown as an ellipsis. */
const anything: unknown = new Proxy(() => anything, {
  get: (_, key) => (key === Symbol.toPrimitive || key === 'toString' ? () => '…' : anything),
  apply: () => anything,
})

/** What an error works out of its arguments is as unknown as they are. */
const cell = (text: string) =>
  `${text}`
    .replaceAll(/\bNaN\b/g, '…')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')

function errorsPage(): string {
  const made = Object.values(errors).map((make) => (make as (...values: unknown[]) => UserError)(anything, anything, anything))
  const rows = made
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, message, remedy }) => `| \`${code}\` | ${cell(message)} | ${cell(remedy)} |`)
  return [
    '# Errors',
    '',
    'Every error that a person can cause, by its code, as the command line prints it and the API answers it (`code`). A code is never',
    'reused and never changes its meaning. `…` stands for what differs: a name, a number, a place.',
    '',
    '| code | what was wrong | what to do |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function flagsPage(): string {
  return [
    '# Flags',
    '',
    'Every doubt and repair that reading a training report, or the names in its cells, can put on a row (`flags` in files and API): what was seen and what was done.',
    'The flag of a row carries a note with what is printed there.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries({ ...flagMeanings, ...nameFlagMeanings }).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`),
    '',
    '## Tables of units and people',
    '',
    'What reading a spreadsheet can put on a statement.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(sheetFlagMeanings).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`),
    '',
    '## Claims of articles',
    '',
    'What reading an article can put on a statement that an accepted claim becomes. The claim itself has what is printed as `repaired`.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(claimFlagMeanings).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`),
    '',
    '## What is left out',
    '',
    'Why a row or a cell of a spreadsheet was not taken over, or only in part, as `rastro ingest --report FILE` lists it.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(lossMeanings).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`),
    '',
    '## Screening lists',
    '',
    'What reading a list of subjects can put on a cell or a row. The other rows are compared all the same.',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(subjectFlagMeanings).map(([code, meaning]) => `| \`${code}\` | ${cell(meaning)} |`),
    '',
  ].join('\n')
}

function propertiesPage(): string {
  const rows = Object.entries(propertyMeanings).map(([property, { of, value, object, details = {} }]) => {
    const more = Object.entries(details).map(([name, meaning]) => `\`${name}\`: ${meaning}`)
    return `| \`${property}\` | ${[of.join(', '), value ?? '', object?.join(', ') ?? '', more.join('; ')].map(cell).join(' | ')} |`
  })
  return [
    '# Properties of statements',
    '',
    'What a source can say of a unit, person, organisation, incident or article: the `property` of each statement in API and files, of whom it may be said, what its',
    '`value` holds, what other entity (`object`) it may name, and what stands in its `details`.',
    '',
    '| property | of | value | object | details |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

describe.each([
  ['docs/errors.md', errorsPage],
  ['docs/flags.md', flagsPage],
  ['docs/properties.md', propertiesPage],
])('%s', (file, page) => {
  test('lists what the code can say, and nothing else', () => {
    const path = new URL(`../${file}`, import.meta.url)
    if (process.env.GOLDEN === 'accept' && !process.env.CI) writeFileSync(path, page())
    expect(readFileSync(path, 'utf8')).toBe(page())
  })
})

test('an error is kept under its own code', () => {
  for (const [name, make] of Object.entries(errors))
    expect((make as (...values: unknown[]) => UserError)(anything, anything, anything).code).toBe(name)
})

test('every decision stands once in the list of decisions, under its title', () => {
  const folder = new URL('../docs/decisions/', import.meta.url)
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const listed = [...read('README.md').matchAll(/^- \[(\d{4})\]\((.+)\) (.+)$/gm)].map(([, number, file, title]) => [
    number,
    file,
    title,
  ])
  const pages = readdirSync(folder).filter((file) => file !== 'README.md')
  expect(listed.sort()).toEqual(pages.map((file) => [file.slice(0, 4), file, read(file).split('\n', 1)[0]!.slice(2)]).sort())
})
