import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { Source } from '../../src/model/source.ts'
import { openSite, type TestSite } from '../../test/support/test-site.ts'
import type { Visitor } from '../../test/support/visitor.ts'
import type { Figures } from '../report.ts'
import { percentile } from './percentile.ts'
import { serveDesk } from './serve-desk.ts'
import { signIn } from './sign-in.ts'
import { startBenchIntake } from './start-bench-intake.ts'

const warmUps = 10
const publications = 100

/**
 * How long after an outlet's feed has told of a report its headline is on an open desk: its page fetched, read and
 * filed, the desk told, and the line fetched by it. Everything runs in this process; hosts need no gap here, which by
 * default is one second more.
 */
export async function measurePublishing(file: string): Promise<Figures> {
  const archive = await openArchive(file, { clock: Date.now })
  const outlet = await openOutlet()
  const served = await serveDesk(archive)
  const source = await addFeed(archive, outlet.feed)
  const intake = startBenchIntake(archive, { proxy: null, allowAddresses: ['*.localhost'] })
  const column = await openColumn(served.address, await signIn(served.address))
  const times: number[] = []
  for (let number = -warmUps; number < publications; number += 1) {
    const headline = `Report ${number + warmUps + 1} from the harbour`
    const shown = column.shows(headline)
    const told = outlet.publish(headline)
    // As the button on the desk does; how soon a poll comes by itself is the schedule's.
    await archive.sources.pollSoon(source.id, Date.now())
    const toldAt = await told
    const shownAt = await shown
    if (number >= 0) times.push(shownAt - toldAt)
  }
  column.close()
  await served.close()
  await intake.stop()
  await archive.close()
  await outlet.close()
  return {
    'publishing.to-desk.p50-ms': percentile(times, 0.5),
    'publishing.to-desk.p99-ms': percentile(times, 0.99),
  }
}

async function addFeed(archive: Archive, address: string): Promise<Source> {
  const now = Date.now()
  const { source } = await archive.sources.add(
    {
      kind: 'feed',
      address,
      title: 'Harbour',
      outlet: { key: 'harbour.localhost', name: 'Harbour', language: 'en', country: null },
      nextPollAt: now + 3_600_000,
      intervalSeconds: 3600,
    },
    now,
  )
  return source
}

interface PublishingOutlet {
  readonly feed: string
  /** Puts a report into the feed; resolves with the time when the feed was first served with it. */
  publish(headline: string): Promise<number>
  close(): Promise<void>
}

async function openOutlet(): Promise<PublishingOutlet> {
  const reports: string[] = []
  let tell: ((at: number) => void) | null = null
  const site: TestSite = await openSite(({ url = '' }, response) => {
    const number = /^\/report\/(\d+)$/.exec(url)?.[1]
    if (number !== undefined)
      return void response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(reportPage(reports[Number(number)] ?? ''))
    const told = tell
    tell = null
    response.setHeader('content-type', 'application/rss+xml')
    response.end(feedOf(site.at('/report/', 'harbour'), reports), () => told?.(performance.now()))
  })
  return {
    feed: site.at('/feed.xml', 'harbour'),
    publish(headline) {
      reports.push(headline)
      return new Promise((resolve) => {
        tell = resolve
      })
    },
    close: () => site.close(),
  }
}

function feedOf(base: string, reports: readonly string[]): string {
  const items = reports
    .map((headline, number) => `<item><title>${headline}</title><link>${base}${number}</link></item>`)
    .slice(-20)
    .reverse()
  return `<rss version="2.0"><channel><title>Harbour</title>${items.join('')}</channel></rss>`
}

function reportPage(headline: string): string {
  const sentence = 'The ferry stayed in harbour while the wind blew from the north, and the town waited. '
  const paragraphs = Array.from({ length: 12 }, (_, at) => `<p>${at + 1}. ${sentence.repeat(4)}</p>`)
  return `<!doctype html><html lang="en"><title>${headline}</title><article><h1>${headline}</h1>${paragraphs.join('')}</article></html>`
}

/** The latest column of a page that stays open: listens for changes and fetches the lines it is told of. */
async function openColumn(
  address: string,
  visitor: Visitor,
): Promise<{ shows(headline: string): Promise<number>; close(): void }> {
  const closing = new AbortController()
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const live = await fetch(`${address}/live?kinds=article-filed,article-revised`, {
    headers: { cookie },
    signal: closing.signal,
  })
  const awaited = new Map<string, (at: number) => void>()
  void listen(live).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error
  })
  return {
    shows: (headline) => new Promise((resolve) => awaited.set(headline, resolve)),
    close: () => closing.abort(),
  }

  async function listen({ body }: Response): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    for await (const part of body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true })
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) await take(event)
    }
  }

  async function take(event: string): Promise<void> {
    const data = /^event: changes\ndata: (.*)$/m.exec(event)?.[1]
    if (data === undefined) return
    const ids = (JSON.parse(data) as readonly { readonly id: number }[]).map(({ id }) => id)
    const lines = await visitor.get(`/latest/lines?ids=${ids.join(',')}`)
    const now = performance.now()
    for (const [headline, shown] of awaited) {
      if (!lines.text.includes(headline)) continue
      awaited.delete(headline)
      shown(now)
    }
  }
}
