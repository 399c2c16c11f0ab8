/**
 * The role that reads: pages, API and listings connect as it. It owns nothing, cannot write, and has no grant on what is
 * restricted, so that a mistake in a query cannot show or change it.
 */
import type { ClientBase, ClientConfig } from 'pg'
import { errors } from '../errors.js'

/** Its name in an embedded cluster, and the beginning of its name on a server that others use, too. */
export const READER = 'rastro_reader'

/** Schemas that the reader's role may read. Everything else it has no grant on. */
const readable = ['ledger', 'serving']

/** Applied to each of the reader's sessions. A query that takes longer is ended; times in milliseconds. */
export const readerSession = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 300_000,
  options: '-c default_transaction_read_only=on',
} satisfies ClientConfig

/** Makes the role, or gives it this password. Throws what PostgreSQL says (42501 where the role of DATABASE_URL may not). */
export async function makeReader(owner: ClientBase, name: string, password: string): Promise<void> {
  const exists = await owner.query('select from pg_roles where rolname = $1', [name])
  const verb = exists.rowCount ? 'alter' : 'create'
  await owner.query(`${verb} role ${owner.escapeIdentifier(name)} login password ${owner.escapeLiteral(password)}`)
}

/**
 * Gives the reader what it may read, now and in tables that are made later. Runs under the migrations' lock; does nothing where
 * nothing is missing, since every grant rewrites a catalogue row.
 */
export async function grantReading(owner: ClientBase, reader: string): Promise<void> {
  const { rows } = await owner.query<{ schema: string }>(
    `select nspname as schema from pg_namespace where nspname = any($1) and (not has_schema_privilege($2, oid, 'usage')
      or exists (select from pg_class where relnamespace = pg_namespace.oid and relkind in ('r', 'v', 'm', 'p')
        and not has_table_privilege($2, pg_class.oid, 'select')))`,
    [readable, reader],
  )
  const role = owner.escapeIdentifier(reader)
  for (const { schema } of rows) {
    await owner.query(`grant usage on schema ${schema} to ${role}`)
    await owner.query(`grant select on all tables in schema ${schema} to ${role}`)
    await owner.query(`alter default privileges in schema ${schema} grant select on tables to ${role}`)
  }
}

/** Refuses a reader that could do more than read: a superuser, an owner of ours, or one that may look into `restricted`. */
export async function checkReader(reader: ClientBase): Promise<void> {
  const { rows } = await reader.query<{ role: string; why: string | null }>(`
    select current_user as role, case
      when rolsuper then 'it is a superuser'
      when rolbypassrls or rolcreaterole then 'it manages roles'
      when exists (select from pg_class where relnamespace = any(array[to_regnamespace('ledger'), to_regnamespace('serving'),
        to_regnamespace('restricted')]) and pg_has_role(current_user, relowner, 'usage')) then 'it owns tables of the ledger'
      when has_schema_privilege(to_regnamespace('restricted'), 'usage') then 'it may use the schema "restricted"'
    end as why from pg_roles where rolname = current_user`)
  const found = rows[0]
  if (found?.why) throw errors.DATABASE_READER_POWERFUL(found.role, found.why)
}
