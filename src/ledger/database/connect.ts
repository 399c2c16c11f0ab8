/** The two ways into an open database, for those who write and those who read, and how they are made ready. */
import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Migration } from '../migrations/migration.js'
import type { LedgerDatabase } from '../schema.js'
import { migrate } from './migrate.js'
import { checkReader, grantReading, READER, readerSession } from './reader.js'
import { types } from './types.js'

export interface Ledger {
  /** Writes: ingest, changesets. Never given to what answers a request. */
  owner: Kysely<LedgerDatabase>
  /** Reads, as a role that owns nothing and cannot see what is restricted. */
  reader: Kysely<LedgerDatabase>
  /** The connections under `owner` and `reader`, for COPY and cursors. */
  ownerPool: pg.Pool
  readerPool: pg.Pool
  /** The data folder, for the archive of originals. */
  home: string
  /** Breaks off whatever the owner's connections of this process are doing. Whoever waits for it gets an error, and nothing is half done. */
  interrupt(): Promise<void>
  /** Ends the connections; the last process to leave stops an embedded server. */
  close(): Promise<void>
}

export interface Ways {
  owner: pg.ClientConfig
  reader: pg.ClientConfig
  home: string
}

/** Makes the reader's role (`makeRole`, as the owner), migrates, grants, and refuses a reader that could do more than read. */
export async function makeReady(
  { owner, reader }: Ways,
  migrations: readonly Migration[],
  makeRole: (client: pg.ClientBase) => Promise<void>,
): Promise<void> {
  await withClient(owner, (client) =>
    migrate(client, migrations, { before: makeRole, after: (open) => grantReading(open, reader.user ?? READER) }),
  )
  await withClient(reader, checkReader)
}

/** Opens pools on a database that is ready. */
export function connect({ owner, reader, home }: Ways): Ledger {
  // A name of its own tells this process' connections from those of others, also those that `connectLike` and threads make.
  const name = `rastro owner ${randomBytes(6).toString('hex')}`
  const ownerPool = new pg.Pool({ ...owner, types, max: 4, application_name: name })
  const readerPool = new pg.Pool({ ...reader, ...readerSession, types, max: 10, application_name: 'rastro reader' })
  // An idle connection that the server ends is no reason to end: the next query opens another.
  // One that is at work tells whoever waits for it.
  for (const pool of [ownerPool, readerPool]) pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}))
  return {
    owner: new Kysely<LedgerDatabase>({ dialect: new PostgresDialect({ pool: ownerPool }) }),
    reader: new Kysely<LedgerDatabase>({ dialect: new PostgresDialect({ pool: readerPool }) }),
    ownerPool,
    readerPool,
    home,
    interrupt: () =>
      withClient({ ...owner, port: ownerPool.options.port }, async (client) => {
        await client.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
          [name],
        )
      }),
    close: async () => {
      await Promise.all([ownerPool.end(), readerPool.end()])
    },
  }
}

/** What a pool connects with, as it can be handed to a thread: everything but what reads values, which is code. */
export function settingsOf({ options }: pg.Pool): pg.PoolConfig {
  const { types: _, ...settings } = options
  const plain = Object.entries(settings).filter(([, value]) => typeof value !== 'function')
  // pg hides the password from whoever lists the options.
  return { ...Object.fromEntries(plain), ...(options.password !== undefined && { password: options.password }) }
}

/** A pool of one connection, in a thread. */
export function poolOf(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...settings, types, max: 1 })
  pool.on('error', () => {})
  return pool
}

/** A connection beside those of a pool, for who must not wait until one of them is free. */
export async function connectLike(pool: pg.Pool): Promise<pg.Client> {
  const client = new pg.Client({ ...settingsOf(pool), types } as pg.ClientConfig)
  client.on('error', () => {})
  await client.connect()
  return client
}

/** One connection for the length of `use`. */
export async function withClient<Result>(config: pg.ClientConfig, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionTimeoutMillis: 15_000, ...config, types })
  client.on('error', () => {})
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
