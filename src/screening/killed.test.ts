/** A process that is killed while it reads, keeps or compares a list: the same file given again goes on, and ends as if nobody had been killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServer, freshDatabase } from '../../test/database.js'
import { writeScreening } from '../../test/screening-ledger.js'
import { waysInto } from '../ledger/database/embedded.js'
import type { Ledger } from '../ledger/database/open.js'
import { projectRoot } from '../ledger/project.js'

const subjects = 1_600
let ledger: Ledger & { name: string }
let folder: string
beforeAll(async () => {
  ledger = await freshDatabase()
  await writeScreening(ledger)
  folder = mkdtempSync(path.join(tmpdir(), 'rastro-killed-'))
  writeFileSync(path.join(folder, 'screen.mjs'), script)
  writeFileSync(path.join(folder, 'list.csv'), list)
}, 60_000)
afterAll(async () => {
  await ledger?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const list = [
  'Name,Rank,Unit,Nationality,DOB',
  ...Array.from({ length: subjects }, (_, at) =>
    at % 7 === 0
      ? `Fermin Quesnel ${at % 3 === 0 ? 'Arboleda' : ''},Coronel,12 Batallón de Infantería,Guatemala,14/02/1971`
      : `Nominee Nobody${at},Lt,Batallón Rápido Zarzuela,Guatemala,30/11/1988`,
  ),
].join('\n')

const script = `
  import { readFileSync } from 'node:fs'
  import { connect } from '${projectRoot}/dist/src/ledger/database/connect.js'
  import { openScreening } from '${projectRoot}/dist/src/screening/open.js'
  const { ways, who, file } = JSON.parse(process.argv[2])
  const ledger = connect(ways)
  const screening = openScreening(ledger, { now: () => new Date('2026-03-01T12:00:00Z') })
  const { id } = await screening.create(who, { bytes: readFileSync(file), fileName: 'list.csv' })
  await screening.compare(who, id)
  await screening.close()
  await ledger.close()`

function screen(who: string) {
  const ways = waysInto(databaseServer(), ledger.name, ledger.home)
  const given = JSON.stringify({ ways, who, file: path.join(folder, 'list.csv') })
  const child = spawn(process.execPath, [path.join(folder, 'screen.mjs'), given], { stdio: ['ignore', 'ignore', 'inherit'] })
  return { child, ended: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]> }
}

const compared = async (who: string): Promise<number> => {
  const { rows } = await ledger.ownerPool.query<{ done: number }>(
    `SELECT count(*)::int AS done FROM private.screening_subject s JOIN private.screening_list l ON l.id = s.list
      WHERE l.owner = $1 AND s.compared = 1`,
    [who],
  )
  return rows[0]!.done
}

/** All that is kept of the lists of somebody, but for what is drawn at random. */
async function kept(who: string) {
  const of = (table: string, columns: string, order: string) =>
    ledger.ownerPool.query(
      `SELECT ${columns} FROM private.${table} t JOIN private.screening_list l ON l.id = t.list WHERE l.owner = $1 ORDER BY ${order}`,
      [who],
    )
  const lists = await ledger.ownerPool.query(
    'SELECT title, subjects, flags, complete, sha256 FROM private.screening_list WHERE owner = $1',
    [who],
  )
  return {
    lists: lists.rows,
    runs: (await of('screening_run', 't.number, t.ended IS NOT NULL AS ended, t.coverage', 't.number')).rows,
    subjects: (await of('screening_subject', 't.position, t.subject, t.compared, t.matched, t.look, t.news', 't.position')).rows,
    hits: (await of('screening_hit', 't.position, t.entity, t.role, t.rank, t.look, t.hit, t.run', 't.position, t.rank')).rows,
  }
}

test(
  'killed at random moments, the run that follows ends as an undisturbed one does, with every subject compared once',
  { timeout: 240_000 },
  async () => {
    const start = performance.now()
    expect((await screen('ana').ended)[0]).toBe(0)
    const took = performance.now() - start
    let midway = 0
    for (let round = 0; round < 3; round++) {
      const { child, ended } = screen('berta')
      let over = false
      void ended.then(() => {
        over = true
      })
      // Once while it starts, reads or keeps the list; then at some number of subjects compared.
      if (round === 0) await sleep(Math.random() * took * 0.6)
      else {
        const wanted = (await compared('berta')) + 1 + Math.floor(Math.random() * 400)
        while (!over && (await compared('berta')) < wanted) await sleep(2)
      }
      child.kill('SIGKILL')
      await ended
      const done = await compared('berta')
      if (done > 0 && done < subjects) midway++
    }
    expect((await screen('berta').ended)[0]).toBe(0)
    expect(midway, 'kills that left a list half done').toBeGreaterThan(0)
    const undisturbed = await kept('ana')
    expect(undisturbed.subjects).toHaveLength(subjects)
    expect(undisturbed.hits.length).toBeGreaterThan(subjects)
    expect(await kept('berta')).toEqual(undisturbed)
  },
)
