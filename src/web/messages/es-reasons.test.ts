/** What rules write into the ledger is in a form that Spanish knows: the sources that write it are read, so that a new one is not forgotten. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectReviewer } from '../../exchange/curated/identities.js'
import { projectRoot } from '../../ledger/project.js'
import { compareNames } from '../../names/compare.js'
import { unitTerms } from './es-reasons.js'
import { changeReasonIn, reasonIn, writerIn } from './reasons.js'

const read = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
const sources = (folder: string) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
    .map((file) => read(path.join(folder, file)))
    .join('\n')
/** A template with something in each of its places. */
const filled = (template: string) => template.replaceAll(/\$\{[^}]*\}/g, '7')

test('every arm, echelon and branch of the vocabulary has its Spanish word', () => {
  const rows = read('data/vocabulary/unit-terms.csv').split('\n')
  const values = rows.map((row) => row.split(',')).filter(([, kind]) => /^(?:arm|echelon|branch)$/.test(kind ?? ''))
  expect(values.length).toBeGreaterThan(100)
  expect([...new Set(values.map(([, , value]) => value!))].filter((value) => !unitTerms[value])).toEqual([])
})

test('every reason that comparing names gives is in a form', () => {
  const written = [
    ...sources('src/names').matchAll(
      /(?:reasons\.(?:push|unshift)\(|reasons: \[|none\()\s*(?:against\s*\?\s*)?(['`])(.+?)\1\s*[,)\]]/g,
    ),
  ]
  const templates = written.map(([, , template]) => template!)
  // Some have a word of a list where the others have their own.
  const reasons = templates.map((template) =>
    filled(
      template
        .replace(/^\$\{a\.kind\} and \$\{b\.kind\}$/, 'person and unit')
        .replace(/^\$\{way\}|^\$\{pair\.similarity[^}]*\}|^\$\{similarity[^}]*\}/, 'other spelling')
        .replace(/\$\{both\}/, 'one and other')
        .replaceAll(/\$\{[^}]*'the first'[^}]*\}/g, 'the first'),
    ),
  )
  expect(reasons.length).toBeGreaterThan(15)
  expect(reasons.filter((reason) => reasonIn('es', reason) === reason)).toEqual([])
})

test.each([
  ['unit', '102/o. Batallón de Infantería', '102 Infantry Regiment'],
  ['unit', 'GAFE', 'Grupo Aeromóvil de Fuerzas Especiales'],
  ['unit', '7th Special Forces Battalion, Northern Zone', 'Bn. 7 Marines'],
  ['person', 'Amaro Ruelas Trigo', 'Ruelas, A.'],
  ['person', 'Amaro Ruelas', 'Hortensia Vellucci'],
  ['organization', 'Freedonia Border Force Ltd. 12', 'Freedonian Border Forces Inc 13'],
] as const)('%s: why %s is compared with %s as it is', (kind, one, other) => {
  const { reasons } = compareNames(kind, one, other)
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons.filter((reason) => reasonIn('es', reason) === reason)).toEqual([])
})

test('what a name reads as is said with Spanish words for arms, echelons and branches, and with those of the name', () => {
  expect(reasonIn('es', 'reads as number 10, arm infantry, echelon battalion, proper amazonas')).toBe(
    'se lee como: número 10, arma infantería, escalón batallón, nombre amazonas',
  )
  expect(reasonIn('es', 'same echelon: battalion, brigade')).toBe('igual escalón: batallón, brigada')
})

test('every reason that a changeset is given by a rule is in a form; a person’s own words stay', () => {
  const written = ['src/resolve', 'src/extract', 'src/exchange', 'src/ledger/entry', 'src/web/entry'].flatMap((folder) => [
    ...sources(folder).matchAll(
      /(?:\breason: |aboutOf\(by, |aboutEntry\(by, |=> |\?|: )\s*(['`])((?:Read|Loaded|Resolved|Merged|Split|Judged|Undid|Accepted|Corrected|Rejected|Entered) [^'`]*)\1/g,
    ),
  ])
  const reasons = written.map(([, , template]) =>
    template!
      .replace(/\$\{from\}/, 'the bundled data cases')
      .replace(/\$\{onlyNew[^}]*\}/, 'new')
      .replace(/\$\{what\}/, 'a denial: perpetrator')
      .replace(/^Undid \$\{changeset\}$/, 'Undid 7')
      .replace(/^Judged.*$/, 'Judged a pair of units: different')
      .replaceAll(/\$\{[^}]*\}/g, '7'),
  )
  expect(reasons.length).toBeGreaterThan(12)
  expect(reasons.filter((reason) => changeReasonIn('es', reason) === reason)).toEqual([])
  expect(changeReasonIn('es', 'Judged a naming: same')).toBe('Se decidió sobre una mención: la misma')
  expect(changeReasonIn('es', 'Entered a relation: posting')).toBe('Se registró una relación: estuvo destinado en')
  expect(changeReasonIn('es', 'The cell was misread')).toBe('The cell was misread')
  expect(changeReasonIn('en', 'Read list.csv')).toBe('Read list.csv')
})

test('who wrote is said in Spanish where no person is named', () => {
  expect(writerIn('es', projectReviewer)).toBe('el proyecto Rastro, a mano')
  expect(writerIn('es', 'local user root')).toBe('usuario local root')
  expect(writerIn('es', 'Hortensia Vellucci')).toBe('Hortensia Vellucci')
})
