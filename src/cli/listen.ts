/** Listens for requests on this machine, on the first port that is free. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { errors } from '../ledger/errors.js'

export interface Listening {
  port: number
  /** Ends: requests under way are finished, for at most two seconds. */
  close(): Promise<void>
}

export interface ListenOptions {
  fetch(request: Request, bindings?: unknown): Response | Promise<Response>
  host: string
  /** The first port to try; 0 for any. */
  port: number
  /** How many ports to try, this one and those after it. */
  tries: number
}

/** @throws UserError PORT_IN_USE where none of the ports can be had, HOST_NOT_OURS where the address is not this machine's */
export async function listen({ fetch, host, port, tries }: ListenOptions): Promise<Listening> {
  for (let candidate = port; candidate < port + tries && candidate <= 65_535; candidate += 1) {
    const server = createAdaptorServer({ fetch: fetch as Parameters<typeof createAdaptorServer>[0]['fetch'] }) as Server
    if (await open(server, host, candidate)) return { port: (server.address() as AddressInfo).port, close: () => close(server) }
  }
  throw errors.PORT_IN_USE(tries > 1 ? `${port} or the ${tries - 1} after it` : String(port))
}

/** Whether it listens now; false where the port is taken or only for the administrator. */
function open(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EINVAL')
        reject(errors.HOST_NOT_OURS(host))
      else reject(error)
    }
    server.once('error', failed)
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Connections that are kept alive become idle one by one, as their answers are finished.
    const idle = setInterval(() => server.closeIdleConnections(), 20)
    const impatient = setTimeout(() => server.closeAllConnections(), 2_000)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}
