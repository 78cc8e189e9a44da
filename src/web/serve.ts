import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  await listen(server, host, port)
  return {
    address: addressOf(server.address() as AddressInfo),
    async close() {
      closing.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(timer)
    },
  }
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
