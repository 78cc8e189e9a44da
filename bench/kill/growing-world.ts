import { seededChance } from '../../demo/chance.ts'
import { newsPage, openLoopbackSite } from '../../test/support/loopback-site.ts'

/** Invented outlets that publish and edit when told, in an order that their seed sets. */
export interface GrowingWorld {
  /** Addresses of their feeds. */
  readonly feeds: readonly string[]
  /** Every headline that each report has had, oldest first, by its address. */
  readonly reports: ReadonlyMap<string, readonly string[]>
  /** One report more, or one of the latest edited. */
  grow(): void
  /** How many there were, of pages and feeds. */
  requests(): number
  /** Addresses of the pages asked for, in order. */
  askedPages(): readonly string[]
  close(): Promise<void>
}

interface Report {
  readonly host: string
  readonly path: string
  readonly publishedAt: number
  modifiedAt: number
  readonly headlines: string[]
}

const hosts = ['tideline', 'upland-post', 'evening-ledger', 'harbour-news', 'river-gazette', 'north-wire']
/** A feed lists its latest. */
const listed = 100
const editShare = 0.25
/** Only the latest are edited. */
const editable = 40
const slowestAnswerMs = 40

export async function openGrowingWorld(seed: number): Promise<GrowingWorld> {
  const chance = seededChance(seed, 'growing world')
  const site = await openLoopbackSite()
  const reports: Report[] = []
  const byAddress = new Map<string, readonly string[]>()
  for (const host of hosts) putFeed(host)

  return {
    feeds: hosts.map((host) => site.address(host, '/feed.xml')),
    reports: byAddress,
    grow: () => (reports.length > 0 && chance() < editShare ? edit() : publish()),
    requests: () => site.asked.length,
    askedPages: () =>
      site.asked.flatMap((place) => {
        const [host = '', ...path] = place.split('/')
        const address = site.address(host, `/${path.join('/')}`)
        return byAddress.has(address) ? [address] : []
      }),
    close: () => site.close(),
  }

  function publish(): void {
    const host = pick(hosts)
    const number = reports.length + 1
    const now = Date.now()
    const headline = `Ferry number ${number} stays in ${pick(towns)} after ${pick(causes)}`
    const report = {
      host,
      path: `/news/${number}`,
      publishedAt: now,
      modifiedAt: now,
      headlines: [headline],
    }
    reports.push(report)
    byAddress.set(site.address(host, report.path), report.headlines)
    putPage(report)
    putFeed(host)
  }

  function edit(): void {
    const report = pick(reports.slice(-editable))
    report.headlines.push(`${report.headlines[0]}, harbour office says (${report.headlines.length})`)
    report.modifiedAt = Date.now()
    putPage(report)
    putFeed(report.host)
  }

  function putPage({ host, path, headlines }: Report): void {
    const headline = headlines.at(-1) ?? ''
    const html = newsPage({ headline, text: headline })
    const delayMs = chance() * slowestAnswerMs
    site.put(`${host}${path}`, (_, response) => {
      setTimeout(
        () => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html),
        delayMs,
      )
    })
  }

  function putFeed(host: string): void {
    const latest = reports.filter((report) => report.host === host).slice(-listed)
    const entries = latest.map(
      ({ path, headlines, publishedAt, modifiedAt }) => `<entry>
        <id>${site.address(host, path)}</id><link href="${site.address(host, path)}"/>
        <title>${headlines.at(-1)}</title>
        <published>${new Date(publishedAt).toISOString()}</published>
        <updated>${new Date(modifiedAt).toISOString()}</updated></entry>`,
    )
    site.put(`${host}/feed.xml`, {
      headers: { 'content-type': 'application/atom+xml' },
      body: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>${host}</id>
        <title>${host}</title>${entries.reverse().join('')}</feed>`,
    })
  }

  function pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(chance() * items.length)] as Item
  }
}

const towns = ['Lindhaven', 'Ostrava Bay', 'Torvik', 'Marrow Point', 'Saltby'] as const
const causes = ['the storm', 'a strike of its crew', 'an engine fire', 'a fall of the tide'] as const
