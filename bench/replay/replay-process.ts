/** The proxy that answers for the pages' hosts, as a process of its own. Started by start-replay.ts. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadPages, type ReplayPage } from './load-pages.ts'
import type { Replay, ReplayOrder } from './start-replay.ts'

process.once('message', ({ folder, pages }: ReplayOrder) => {
  const site = createSite(loadPages(folder), pages)
  const server = createServer({ keepAliveTimeout: 60_000 }, site.answer)
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    process.send?.({ proxy: `http://127.0.0.1:${port}`, feeds: site.feeds } satisfies Replay)
  })
})
process.once('disconnect', () => process.exit())

/** `count` addresses over all pages: the pages themselves, then their copies (`n=2`, …). One feed a host. */
function createSite(pages: readonly ReplayPage[], count: number) {
  const served = new Map<string, { readonly page: ReplayPage; readonly copy: number }>()
  for (let at = 0; at < count; at += 1) {
    const page = pages[at % pages.length]
    const copy = Math.floor(at / pages.length) + 1
    if (page !== undefined) served.set(addressOf(page, copy), { page, copy })
  }
  const byHost = new Map<string, string[]>()
  for (const [address, { page }] of served) byHost.set(page.host, [...(byHost.get(page.host) ?? []), address])
  const feeds = new Map(
    [...byHost].map(([host, addresses]) => [`http://${host}/replay-feed.xml`, feedOf(host, addresses)]),
  )

  function answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const feed = feeds.get(url)
    if (feed !== undefined) return void response.setHeader('content-type', 'application/rss+xml').end(feed)
    const found = served.get(url)
    if (found === undefined) return void response.writeHead(404).end()
    const { page, copy } = found
    const mark = Buffer.from(` Copy number ${copy}.`, 'latin1')
    response.writeHead(200, {
      'content-type': page.contentType,
      'content-length': page.before.length + mark.length + page.after.length,
    })
    response.write(page.before)
    response.write(mark)
    response.end(page.after)
  }
  return { feeds: [...feeds.keys()], answer }
}

function addressOf({ address }: ReplayPage, copy: number): string {
  if (copy === 1) return address
  const url = new URL(address)
  url.searchParams.append('n', String(copy))
  return url.href
}

function feedOf(host: string, addresses: readonly string[]): string {
  const items = addresses.map((address) => `<item><link>${escaped(address)}</link></item>`)
  return `<rss version="2.0"><channel><title>${escaped(host)}</title>${items.join('')}</channel></rss>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
