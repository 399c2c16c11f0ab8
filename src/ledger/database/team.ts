/**
 * Opens the ledger in a team's own PostgreSQL, at DATABASE_URL.
 *
 * The reader's role needs a password that every machine of the team knows without being told: it is derived from the owner's, so
 * that who has DATABASE_URL has it. Roles belong to the whole server, so each ledger's reader has the database's name in its own: two
 * ledgers beside each other must not change each other's password. Where the owner may not make roles, an administrator makes one
 * and DATABASE_READER_URL names it.
 */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { errors } from '../errors.js'
import { migrations as ours } from '../migrations/index.js'
import type { Migration } from '../migrations/migration.js'
import { connect, type Ledger, makeReady, type Ways, withClient } from './connect.js'
import { makeReader, READER } from './reader.js'

const OLDEST = 150_000

export interface TeamOptions {
  home: string
  databaseUrl: string
  readerUrl?: string | undefined
  migrations?: readonly Migration[]
}

export async function openTeam(options: TeamOptions): Promise<Ledger> {
  const owner = read(options.databaseUrl)
  const where = `${owner.host}:${owner.port}/${owner.database}`
  await checkServer(owner, where)
  const name = `${READER}_${owner.database}`.slice(0, 63)
  const derived = createHmac('sha256', String(owner.password ?? ''))
    .update(`${READER} of ${owner.database}`)
    .digest('base64url')
  const reader = options.readerUrl ? read(options.readerUrl) : { ...owner, user: name, password: derived }
  const ways: Ways = { owner, reader, home: options.home }
  try {
    await makeReady(ways, options.migrations ?? ours, (client) => ensureReader(client, ways, !options.readerUrl))
    if (options.readerUrl) await checkSameLedger(ways)
  } catch (error) {
    throw explain(error, owner, where)
  }
  return connect(ways)
}

/** The parts of an address. pg reads it, so that everything it understands (sockets, ssl) is understood. */
function read(url: string): pg.ClientConfig {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error()
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url })
    return { host, port, user, database, ssl, ...(password ? { password } : {}) } as pg.ClientConfig
  } catch {
    // The message of the parser may repeat the address with its password.
    throw errors.DATABASE_UNREACHABLE('DATABASE_URL', 'it is not an address of the form postgres://…')
  }
}

async function checkServer(owner: pg.ClientConfig, where: string): Promise<void> {
  const row = await withClient(owner, async (client) => {
    const { rows } = await client.query<{ number: string; version: string; encoding: string; may: boolean }>(`
      select current_setting('server_version_num') as number, current_setting('server_version') as version,
        current_setting('server_encoding') as encoding, has_database_privilege(current_database(), 'create') as may`)
    return rows[0]
  }).catch((error: Error) => {
    throw errors.DATABASE_UNREACHABLE(where, error.message || (error as { code?: string }).code || 'no answer')
  })
  if (!row || Number(row.number) < OLDEST) throw errors.DATABASE_TOO_OLD(row?.version ?? 'of an unknown version')
  if (row.encoding !== 'UTF8') throw errors.DATABASE_LOCALE(row.encoding)
  if (!row.may) throw errors.DATABASE_NO_PRIVILEGE('it may not make schemas', grantCreate(owner))
}

/** A reader that looks into another database would show another ledger, or none. */
async function checkSameLedger({ owner, reader }: Ways): Promise<void> {
  const ask = (client: pg.Client) =>
    client.query<{ database: string; ledger: string | null }>(
      `select current_database() as database, to_regclass('ledger.changeset')::oid::text as ledger`,
    )
  const [ours, theirs] = await Promise.all([withClient(owner, ask), withClient(reader, ask)])
  if (JSON.stringify(ours.rows) !== JSON.stringify(theirs.rows))
    throw errors.DATABASE_READER_ELSEWHERE(`${reader.host}:${reader.port}/${reader.database}`)
}

const quoted = (name: unknown) => `"${String(name).replaceAll('"', '""')}"`
const grantCreate = (owner: pg.ClientConfig) => `  grant create on database ${quoted(owner.database)} to ${quoted(owner.user)};`

async function ensureReader(client: pg.ClientBase, { reader }: Ways, ours: boolean): Promise<void> {
  const enters = await withClient(reader, async () => true).catch((error: Error & { code?: string }) => {
    if (ours && ['28P01', '28000'].includes(error.code ?? '')) return false
    throw errors.DATABASE_UNREACHABLE(`the reader's address (${reader.user})`, error.message)
  })
  if (enters) return
  try {
    await makeReader(client, String(reader.user), String(reader.password))
    await client.query(`grant connect on database ${quoted(reader.database)} to ${quoted(reader.user)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw errors.DATABASE_NO_PRIVILEGE(
      `it may not make the role ${reader.user}, which pages read as`,
      `  create role ${quoted(reader.user)} login password 'a password of your choice';\n` +
        `Then set DATABASE_READER_URL=postgres://${reader.user}:PASSWORD@${reader.host}:${reader.port}/${reader.database}`,
    )
  }
}

/** Turns "permission denied" into what an administrator can do about it. */
function explain(error: unknown, owner: pg.ClientConfig, where: string): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (code === '42501') return errors.DATABASE_NO_PRIVILEGE(message ?? 'permission denied', grantCreate(owner))
  // A schema, a table or a function of this name is there already.
  if (code && ['42P06', '42P07', '42723'].includes(code)) return errors.DATABASE_NOT_OURS(where, message ?? code)
  if (code === 'ECONNREFUSED' || code === '57P03') return errors.DATABASE_UNREACHABLE(where, message ?? code)
  return error
}
