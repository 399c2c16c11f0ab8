/** A team's own server, played by the run's: what it says when something is missing is what an administrator has to go by. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseServer } from '../../../test/database.js'
import { withClient } from './connect.js'
import { asOwner, createDatabase } from './embedded.js'
import { openLedger } from './open.js'

const server = databaseServer()
const name = `team_${randomBytes(4).toString('hex')}`
const address = (user: string, password: string, database = name) =>
  `postgres://${user}:${encodeURIComponent(password)}@${server.host}:${server.port}/${database}`
const reader = address('rastro_reader', server.readerPassword)
const ask = (sql: string) => withClient(asOwner(server), (client) => client.query(sql))
const open = (databaseUrl: string, readerUrl?: string) => openLedger({ home: '/nowhere', databaseUrl, readerUrl })

beforeAll(async () => {
  await ask(`create role ${name} login password 'team''s: pass/word@'`)
  await createDatabase(asOwner(server), name)
})
afterAll(async () => {
  await ask(`drop database ${name} with (force)`)
  await ask(`drop role if exists rastro_reader_${name}`)
  await ask(`drop role ${name}`)
})

const owner = address(name, "team's: pass/word@")

test('an owner who may not make schemas is told what an administrator runs', async () => {
  await expect(open(owner, reader)).rejects.toMatchObject({
    code: 'DATABASE_NO_PRIVILEGE',
    remedy: expect.stringContaining(`grant create on database "${name}" to "${name}";`),
  })
})

test('an owner who may not make the reader’s role is told how an administrator makes it', async () => {
  await ask(`alter database ${name} owner to ${name}`)
  await expect(open(owner)).rejects.toMatchObject({
    code: 'DATABASE_NO_PRIVILEGE',
    remedy: expect.stringMatching(/create role "rastro_reader_team_\w+" login[\s\S]*DATABASE_READER_URL=postgres:/),
  })
})

test('an owner who may make roles needs no administrator, and another ledger’s reader stays as it is', async () => {
  await ask(`alter role ${name} createrole`)
  for (const time of ['first', 'second']) {
    const ledger = await open(owner)
    expect((await ledger.readerPool.query('select current_user as role')).rows, time).toEqual([{ role: `rastro_reader_${name}` }])
    await ledger.close()
  }
  await expect(
    withClient({ ...asOwner(server), user: 'rastro_reader', password: server.readerPassword, database: name }, async () => 'in'),
  ).resolves.toBe('in')
})

test('a reader who may do more than read is refused', async () => {
  await expect(open(owner, owner)).rejects.toMatchObject({ code: 'DATABASE_READER_POWERFUL' })
  await expect(open(owner, address('rastro', server.ownerPassword))).rejects.toMatchObject({ code: 'DATABASE_READER_POWERFUL' })
})

test('an ordinary owner and the reader that an administrator made are enough', async () => {
  const ledger = await open(owner, reader)
  try {
    expect((await ledger.ownerPool.query('select current_user as role')).rows).toEqual([{ role: name }])
    expect((await ledger.readerPool.query('select count(*) as rows from ledger.training')).rows).toEqual([{ rows: 0 }])
    await expect(ledger.readerPool.query('select from restricted.training')).rejects.toThrow(/permission denied/)
  } finally {
    await ledger.close()
  }
})

test('a reader who leads to another database is refused: it would show another ledger, or none', async () => {
  await expect(open(owner, address('rastro_reader', server.readerPassword, 'rastro_template'))).rejects.toMatchObject({
    code: 'DATABASE_READER_ELSEWHERE',
  })
})

test('a database that has a schema of our name already is said to be another program’s, and left alone', async () => {
  const other = `${name}_other`
  await createDatabase(asOwner(server), other)
  const config = { ...asOwner(server), database: other }
  try {
    await withClient(config, (client) => client.query('create schema ledger create table training (theirs text)'))
    await expect(open(address('rastro', server.ownerPassword, other))).rejects.toMatchObject({ code: 'DATABASE_NOT_OURS' })
    const { rows } = await withClient(config, (client) => client.query('select count(*) as rows from ledger.training'))
    expect(rows).toEqual([{ rows: 0 }])
  } finally {
    await ask(`drop database ${other} with (force)`)
    await ask(`drop role if exists rastro_reader_${other}`)
  }
})

test('a server that is not there, a database that is not there and a wrong password say so, without the password', async () => {
  const addresses = ['postgres://a:secretive@127.0.0.1:1/x', address(name, 'secretive'), address(name, 'secretive', 'absent')]
  for (const wrong of [...addresses, 'postgres://a:secretive@[', 'secretive']) {
    const error = await open(wrong, reader).catch((caught) => caught)
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    expect(JSON.stringify(error)).not.toContain('secretive')
  }
})
