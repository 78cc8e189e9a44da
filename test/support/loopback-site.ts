import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Invented sites on one loopback server: every name under .localhost leads to it. */
export interface LoopbackSite {
  /** `http://alfa.localhost:PORT/path` */
  address(host: string, path: string): string
  /** What `host/path` answers from now on: HTML, or an answer, or whatever a function makes of the request. */
  put(place: string, answer: SiteAnswer): void
  /** 'host/path' of every request but those for robots.txt, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

export type SiteAnswer =
  | string
  | {
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string | Uint8Array
    }
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** robots.txt is not there (404), and neither is anything that was not put. */
export async function openLoopbackSite(): Promise<LoopbackSite> {
  const answers = new Map<string, SiteAnswer>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/\.localhost:\d+$/, '')
    const place = `${host}${request.url}`
    if (request.url !== '/robots.txt') asked.push(place)
    respond(answers.get(place) ?? { status: 404 }, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: (host, path) => `http://${host}.localhost:${port}${path}`,
    put: (place, answer) => {
      answers.set(place, answer)
    },
    asked,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function respond(answer: SiteAnswer, request: IncomingMessage, response: ServerResponse): void {
  if (typeof answer === 'function') {
    answer(request, response)
    return
  }
  const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

/** A feed of RSS 2.0 as a simple site writes it. */
export function rssFeed(
  items: readonly {
    readonly address: string
    readonly title: string
    readonly text?: string
    readonly publishedAt?: number
  }[],
): SiteAnswer {
  const lines = items.map(
    ({ address, title, text, publishedAt }) => `<item>
      <title>${title}</title><link>${address.replaceAll('&', '&amp;')}</link>
      ${text === undefined ? '' : `<description><![CDATA[${text}]]></description>`}
      ${publishedAt === undefined ? '' : `<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>`}
    </item>`,
  )
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Alfa</title>${lines.join('')}</channel></rss>`
  return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body }
}

/** A page with an article of three paragraphs among what stands around it. */
export function newsPage(article: {
  readonly headline: string
  readonly text?: string
  readonly head?: string
}): string {
  const { headline, text = 'The ferry to Lindhaven stays in harbour', head = '' } = article
  const paragraphs = [
    `${text}, the harbour office of Ostrava Bay said on Monday morning after the storm had passed.`,
    'Passengers who hold a ticket for this week can use it until the end of the month, and buses will take those who cannot wait round the bay.',
    'The company that runs the line expects the first ship to sail on Thursday, once divers have looked at the pier and its lights work again.',
  ]
  return `<!doctype html><html lang="en"><head><title>${headline} | Alfa</title>${head}</head><body>
    <header><a href="/">Alfa</a> <nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
    <main><article><h1>${headline}</h1>${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article></main>
    <footer>© Alfa</footer></body></html>`
}
