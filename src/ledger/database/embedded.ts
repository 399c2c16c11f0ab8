/** Opens the ledger in the PostgreSQL that comes with Rastro. */
import type pg from 'pg'
import { migrations as ours } from '../migrations/index.js'
import type { Migration } from '../migrations/migration.js'
import { OWNER } from './cluster.js'
import { connect, type Ledger, makeReady, type Ways, withClient } from './connect.js'
import { attend, type Presence } from './presence.js'
import { makeReader, READER } from './reader.js'
import { ensureServer, type Server } from './server.js'
import { laptop } from './settings.js'

const DATABASE = 'rastro'

export interface EmbeddedOptions {
  home: string
  migrations?: readonly Migration[]
}

/**
 * Starts or attaches, makes what is missing, migrates. The last process to leave may be stopping the server just as we come in
 * and end our first steps: then we begin again.
 */
export async function openEmbedded({ home, migrations = ours }: EmbeddedOptions): Promise<Ledger> {
  const request = { home, settings: laptop }
  for (let attempt = 1; ; attempt += 1) {
    const server = await ensureServer(request)
    let presence: Presence | undefined
    try {
      presence = await attend(server, asOwner(server), () => ensureServer({ ...request, port: server.port }))
      await createDatabase(asOwner(server), DATABASE)
      const ways = waysInto(server, DATABASE, home)
      await makeReady(ways, migrations, (client) => prepareRoles(client, server, DATABASE))
      return attached(connect(ways), presence)
    } catch (error) {
      await presence?.leave()
      if (attempt < 5 && isStopping(error)) continue
      throw error
    }
  }
}

function attached(ledger: Ledger, presence: Presence): Ledger {
  presence.onRestart(({ port }) => {
    for (const pool of [ledger.ownerPool, ledger.readerPool]) pool.options.port = port
  })
  return {
    ...ledger,
    close: async () => {
      await ledger.close()
      await presence.leave()
    },
  }
}

const isStopping = (error: unknown) =>
  ['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '') ||
  (error instanceof Error && error.message.startsWith('Connection terminated'))

/** The owner's way into the server's own database `postgres`, where every process meets. */
export const asOwner = (server: Pick<Server, 'host' | 'port' | 'ownerPassword'>): pg.ClientConfig => ({
  host: server.host,
  port: server.port,
  user: OWNER,
  password: server.ownerPassword,
  database: 'postgres',
})

export function waysInto(server: Omit<Server, 'started' | 'data' | 'pid'>, database: string, home: string): Ways {
  return {
    owner: { ...asOwner(server), database },
    reader: { ...asOwner(server), database, user: READER, password: server.readerPassword },
    home,
  }
}

/** Makes the database where it is missing; another process may be making it at the same moment. */
export async function createDatabase(config: pg.ClientConfig, name: string, template = 'template0'): Promise<void> {
  await withClient(config, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    const sql = `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`
    await client.query(sql).catch((error: { code?: string }) => {
      // 42P04: it exists by now; 23505: it was made in the same instant.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  })
}

/** The reader's role, and a database that only it and the owner may enter. */
export async function prepareRoles(
  client: pg.ClientBase,
  server: Pick<Server, 'readerPassword'>,
  database: string,
): Promise<void> {
  const exists = await client.query('select from pg_roles where rolname = $1', [READER])
  if (exists.rowCount) return
  await makeReader(client, READER, server.readerPassword)
  await client.query(`revoke all on database ${client.escapeIdentifier(database)} from public`)
  await client.query(`grant connect on database ${client.escapeIdentifier(database)} to ${READER}`)
}
