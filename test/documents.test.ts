/** The documents speak of what there is: every file that they name or link to stands where they say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/ledger/project.js'

const documents = [
  ...readdirSync(projectRoot).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
  'bench/README.md',
]

test.each(documents)('%s names no file and no folder that is not there', (document) => {
  const text = readFileSync(path.join(projectRoot, document), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, to]) => path.join(path.dirname(document), to!))
  const named = [...text.matchAll(/`((?:src|test|bench|docs|setup|data)\/[\w@./-]+)`/g)].map(([, name]) => name!)
  expect([...links, ...named].filter((name) => !existsSync(path.join(projectRoot, name)))).toEqual([])
})
