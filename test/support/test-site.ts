import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { createFetcher, type Fetcher, type FetcherOptions } from '../../src/wire/fetcher.ts'

/** A server on loopback for tests, reached by any name under .localhost. */
export interface TestSite {
  readonly port: number
  /** An address on it; each name is a host of its own. */
  at(path: string, name?: string): string
  /** 'name path' of what was asked, in order, robots.txt left out. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Answers robots.txt with 404 unless `handle` is told to see it. */
export async function openSite(handle: http.RequestListener, seesRobots = false): Promise<TestSite> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    if (request.url === '/robots.txt' && !seesRobots) {
      response.writeHead(404).end()
      return
    }
    if (request.url !== '/robots.txt') asked.push(`${request.headers.host?.split('.')[0]} ${request.url}`)
    handle(request, response)
  })
  return await listening(server, asked, () => server.closeAllConnections())
}

/** Speaks in bytes of its own: `answer` gets the socket once a request's headers are in. robots.txt is a plain 404. */
export async function openRawSite(answer: (socket: net.Socket, path: string) => void): Promise<TestSite> {
  const asked: string[] = []
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      const [, path = ''] = /^GET (\S+)/.exec(data.toString('latin1')) ?? []
      if (path === '/robots.txt') socket.write('HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n')
      else answer(socket, path)
    })
  })
  return await listening(server, asked, () => {
    for (const socket of sockets) socket.destroy()
  })
}

async function listening(server: net.Server, asked: string[], cut: () => void): Promise<TestSite> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    at: (path, name = 'alfa') => `http://${name}.localhost:${port}${path}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}

/** A fetcher without gaps that may reach the test sites. */
export function testFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  return createFetcher({
    clock: Date.now,
    chance: () => 0.5,
    userAgent: 'Wiredesk/0.0.0 (test)',
    allowAddresses: ['*.localhost'],
    proxy: null,
    hostGapSeconds: 0,
    ...options,
  })
}
