import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bytesOf, type ReplayPage } from './replay-pages.ts'

export interface ReplayServer {
  /** Give it to a fetcher as its HTTP proxy. */
  readonly proxy: string
  close(): Promise<void>
}

/** What every host of the replay lists its pages in. */
export const feedPath = '/replay-feed.xml'

/** An HTTP proxy on loopback that answers for the hosts of the pages itself, and lets nothing else through. */
export async function serveReplay(pages: readonly ReplayPage[]): Promise<ReplayServer> {
  const byAddress = new Map(pages.map((page) => [page.address, page]))
  const byHost = pagesByHost(pages)
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const page = byAddress.get(url)
    if (page !== undefined) {
      if (page.copy === 1) response.setHeader('content-encoding', 'gzip')
      response.setHeader('content-type', 'text/html')
      response.end(bytesOf(page))
      return
    }
    const asked = URL.canParse(url) ? new URL(url) : null
    const listed = asked?.pathname === feedPath ? byHost.get(asked.host) : undefined
    if (listed === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.')
      return
    }
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8')
    response.end(feedOf(asked?.host ?? '', listed))
  }
}

/** The address of the feed of each host. */
export function feedsOf(pages: readonly ReplayPage[]): readonly string[] {
  return [...new Set(pages.map(({ address }) => `http://${new URL(address).host}${feedPath}`))]
}

function feedOf(host: string, pages: readonly ReplayPage[]): string {
  const items = pages.map(({ address }, at) => {
    const link = address.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<item><title>Page ${at + 1} of ${host}</title><link>${link}</link><guid>${link}</guid></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items.join('\n')}</channel></rss>`
}

function pagesByHost(pages: readonly ReplayPage[]): ReadonlyMap<string, readonly ReplayPage[]> {
  const hosts = new Map<string, ReplayPage[]>()
  for (const page of pages) {
    const { host } = new URL(page.address)
    const known = hosts.get(host)
    if (known === undefined) hosts.set(host, [page])
    else known.push(page)
  }
  return hosts
}
