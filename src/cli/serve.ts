/**
 * `rastro serve` (npm start): opens the ledger, brings in the bundled data, and shows pages and API on this machine until it is
 * told to stop. Several may run at once: each takes the next free port, and all read the same database.
 */
import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { modelSettings } from '../extract/article/model.js'
import { errors } from '../ledger/errors.js'
import type { Resolved } from '../resolve/resolve.js'
import { localActor } from './actor.js'
import { bringInData } from './bring-in-data.js'
import { claimingBy } from './claiming.js'
import type { Command } from './command.js'
import { enteringBy } from './entering.js'
import { logError } from './error-log.js'
import { judgingBy } from './judging.js'
import { ledgerOf, untilInterrupted } from './ledger-of.js'
import { listen } from './listen.js'
import { resolveWithProgress } from './resolving.js'
import { screeningFor, servesOneUser, tendLists } from './screening-desk.js'

const PORT = 4777
const LOOPBACK = '127.0.0.1'

/**
 * By how much of what lives the heap may grow before what is old in it is looked through, in percent; 0 leaves it to V8, which lets it come to four times as much
 * where the machine has memory. What a first start makes and throws away came to 0.9 GB with PostgreSQL's, while pages were served already.
 */
const GROWTH_AT_START = 40
const letHeapGrow = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`)

export const command: Command = {
  name: 'serve',
  summary: 'Show the ledger in a browser (npm start)',
  usage: `rastro serve [--port N] [--host ADDRESS] [--name HOST]… [--without-bundled]

  --port N        listen on this port and no other; 0 for any. Without it: ${PORT}, or the next free one
  --host ADDRESS  listen on another address than this machine's own (127.0.0.1). There is no login: whoever reaches it
                  can read, and nobody judges, enters, decides or screens anything there
  --name HOST     a name by which others call this machine; requests to other names are refused
  --without-bundled  do not load the bundled data: show only what was ingested

  rastro serve
      shows the ledger on http://localhost:${PORT} until Ctrl-C`,
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    name: { type: 'string', multiple: true },
    'without-bundled': { type: 'boolean' },
  },
  async run(values, positionals, context) {
    if (positionals.length > 0) throw errors.OPTION_INVALID('it takes no file: `rastro ingest` does', 'serve')
    const { env, out, signal } = context
    const host = String(values.host ?? LOOPBACK)
    const names = Array.isArray(values.name) ? values.name.map(String) : []
    const port = values.port === undefined ? null : readPort(String(values.port))
    letHeapGrow(GROWTH_AT_START)
    // Loads while PostgreSQL starts.
    const web = import('../web/app.js')
    web.catch(() => {})
    const ledger = await ledgerOf(context)
    try {
      if (!values['without-bundled']) await bringInData(ledger, context)
      // Let go of once it is done: it keeps every name that was proposed, which a server never needs again.
      let fillQueue: Resolved['fillQueue'] | null = (
        await untilInterrupted(ledger, signal, () => resolveWithProgress(ledger, { onlyNew: true }, context))
      ).fillQueue
      const report = (error: unknown, address: string) =>
        out.note(`INTERNAL: details are in ${logError(error, context, address)}.`)
      const { buildApp } = await web
      const actor = localActor(env)
      const model = modelSettings(env)
      const screening = screeningFor(ledger, actor, { now: context.now, report: (error) => report(error, 'screening') })
      const app = buildApp({
        ledger,
        // Whoever can reach a server would do these in this person's name, and see what they show: restricted sources, drafts, lists of nominees.
        ...(servesOneUser(host, names) && {
          screening,
          entering: enteringBy(ledger, actor, context.now),
          judging: judgingBy(ledger, actor, context.now),
          claiming: claimingBy(ledger, actor, context.now, model && { settings: model, signal, note: out.note }),
        }),
        compressed: !servesOneUser(host, names),
        contact: env.RASTRO_CONTACT?.trim() || null,
        hosts: [host, ...names],
        report,
      })
      const listening = await listen({
        fetch: app.fetch,
        host,
        port: port ?? PORT,
        tries: port === null ? 100 : 1,
      })
      const name = names[0] ?? (host === LOOPBACK ? 'localhost' : host)
      await out.write(`Rastro is at http://${name.includes(':') ? `[${name}]` : name}:${listening.port} (Ctrl-C stops it)\n`)
      // Nobody waits for it, and who is faster than it gets the same answer later.
      const warm = app.warm().catch((error) => {
        if (!signal.aborted) report(error, 'warming up')
      })
      void tendLists(screening, signal, (error) => report(error, 'screening'))
      // Pages need not wait for the review queue, which keeps both cores busy where it was never filled: the first page goes before it.
      const queue = warm
        .then(() => {
          const fill = fillQueue
          fillQueue = null
          return signal.aborted || fill === null ? 0 : fill(undefined, signal)
        })
        .catch((error) => {
          if (!signal.aborted) report(error, 'filling the review queue')
        })
        .finally(() => letHeapGrow(0))
      if (!signal.aborted) await once(signal, 'abort')
      await app.dependencies.entities.close()
      await queue
      await listening.close()
      await screening.lists.close()
      return 0
    } finally {
      await ledger.close()
    }
  },
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw errors.OPTION_INVALID(`--port is a number from 0 (any) to 65535, not "${text}"`, 'serve')
  return port
}
