/** A migrated database of a test's own, cloned in a few milliseconds from the run's template. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { connect, type Ledger, withClient } from '../src/ledger/database/connect.js'
import { asOwner, createDatabase, waysInto } from '../src/ledger/database/embedded.js'
import type { Server } from '../src/ledger/database/server.js'

/** The run's server, for tests of the database itself. Throws where it did not start. */
export function databaseServer(): Server {
  const server = inject('databaseServer')
  if ('failed' in server) throw new Error(`The tests' PostgreSQL is not there: ${server.failed}`)
  return server
}

/**
 * An empty, migrated ledger with an empty home folder. Call it in `beforeAll` and `close()` it in `afterAll`: the database and the
 * folder are dropped. `template` names a database with rows in it to start from; nobody may be
 * connected to it then.
 */
export async function freshDatabase(template = 'rastro_template'): Promise<Ledger & { name: string }> {
  const server = databaseServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  const home = mkdtempSync(path.join(tmpdir(), 'rastro-home-'))
  await createDatabase(asOwner(server), name, template)
  const ledger = connect(waysInto(server, name, home))
  return {
    ...ledger,
    name,
    close: async () => {
      await ledger.close()
      await withClient(asOwner(server), (client) => client.query(`drop database if exists ${name} with (force)`))
      rmSync(home, { recursive: true, force: true })
    },
  }
}
