import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Problem } from '../model/problem.ts'
import type { ServerBindings } from './web-env.ts'

export interface Served {
  /** `http://127.0.0.1:8080`, with the port that was given when 0 was asked for. */
  readonly address: string
  /** Ends live streams, lets requests under way finish for up to two seconds, then closes what is left. */
  close(): Promise<void>
}

interface App {
  fetch(request: Request, bindings: ServerBindings): Response | Promise<Response>
}

const graceMs = 2000

/** Listens, or Problem 'web/cannot-listen'. */
export async function serve(
  app: App,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Served> {
  const closing = new AbortController()
  const server = createAdaptorServer({
    fetch: (request, bindings) =>
      app.fetch(request, { ...(bindings as ServerBindings), closing: closing.signal }),
    // A page must not change what `Request` means for the rest of the process.
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 30_000 },
  }) as Server
  const atRest = trackConnections(server, closing.signal)
  await listen(server, host, port)
  return {
    address: addressOf(server.address() as AddressInfo),
    async close() {
      const closed = once(server, 'close')
      server.close()
      closing.abort()
      for (const socket of atRest()) socket.destroy()
      const last = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(last)
    },
  }
}

/**
 * Knows the connections that carry no request now, and while the server closes ends each as soon as its request has.
 * (`closeIdleConnections` leaves open those that have not carried any yet, as browsers keep some.)
 */
function trackConnections(server: Server, closing: AbortSignal): () => readonly Socket[] {
  const requests = new Map<Socket, number>()
  const count = (socket: Socket, step: number): void => {
    const left = (requests.get(socket) ?? 0) + step
    if (requests.has(socket)) requests.set(socket, left)
    if (left === 0 && closing.aborted) socket.destroySoon()
  }
  server.on('connection', (socket: Socket) => {
    requests.set(socket, 0)
    socket.once('close', () => requests.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => count(socket, -1))
  })
  return () => [...requests].filter(([, open]) => open === 0).map(([socket]) => socket)
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const why =
      (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'something else listens there' : String(cause)
    throw new Problem('web/cannot-listen', `Cannot listen on ${host}:${port}: ${why}.`, { cause })
  }
}

function addressOf({ address, port, family }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
