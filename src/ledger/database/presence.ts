/**
 * Who uses an embedded server. Each process holds one connection with a shared lock while it uses the server; who leaves and gets
 * the lock alone was the last, and stops the server. A killed process' lock goes with its connection, so nothing is counted by
 * hand; a server whose last user was killed stays, and the next start attaches to it.
 */
import pg from 'pg'
import { type Server, stopServer } from './server.js'

/** Arbitrary, and never to change: processes of different versions meet on it. */
const PRESENCE_LOCK = 7_261_737_002

export interface Presence {
  /** Called when the server died under us and runs again, perhaps elsewhere. */
  onRestart(listener: (server: Server) => void): void
  leave(): Promise<void>
}

/** Comes in; `restart` brings back a server that died. `config` must name the same database in every process. */
export async function attend(server: Server, config: pg.ClientConfig, restart: () => Promise<Server>): Promise<Presence> {
  let current = server
  let leaving = false
  let reviving: Promise<void> | undefined
  const listeners: ((server: Server) => void)[] = []
  let client = await enter()

  async function enter(): Promise<pg.Client> {
    const entered = new pg.Client({ ...config, port: current.port, application_name: 'rastro presence', keepAlive: true })
    entered.on('error', () => {})
    await entered.connect()
    await entered.query('select pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
    entered.once('end', () => {
      if (!leaving && entered === client) reviving = revive().catch(() => {})
    })
    return entered
  }

  /** The server was killed while we used it: start it again, where it was if its port is still free. */
  async function revive(): Promise<void> {
    current = await restart()
    client = await enter()
    for (const listener of listeners) listener(current)
  }

  return {
    onRestart: (listener) => {
      listeners.push(listener)
    },
    leave: async () => {
      leaving = true
      await reviving
      let last = false
      try {
        await client.query('select pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
        const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [PRESENCE_LOCK])
        last = rows[0]?.last ?? false
      } catch {
        // The server is gone already.
      }
      if (last) await stopServer(current)
      await client.end().catch(() => {})
    },
  }
}
