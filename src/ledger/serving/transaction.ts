/** The transaction that a changeset is made in, as the serving room sees it. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { ClientBase, PoolClient } from 'pg'
import type { LedgerDatabase } from '../schema.js'

/** Kysely on the one connection of a transaction that is already open. */
export function kyselyOn(client: ClientBase): Transaction<LedgerDatabase> {
  const borrowed = new Proxy(client as PoolClient, {
    get: (target, property) => {
      if (property === 'release') return () => {}
      const value = Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  // To Kysely this is a connection of its own; that a transaction is open on it is known here alone.
  return new Kysely<LedgerDatabase>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => {} } }),
  }) as unknown as Transaction<LedgerDatabase>
}
