import { hostOf, outletKey } from '../kit/address.ts'
import type { Capture } from '../model/capture.ts'
import type { NewOutlet } from '../model/outlet.ts'
import { Problem } from '../model/problem.ts'
import type { FoundSource, Source, SourceKind } from '../model/source.ts'
import type { Fetcher } from './fetch-types.ts'
import { feedLinks, type PageHead, pageHead } from './formats/feed/feed-links.ts'
import { isFeed, parseFeed } from './formats/feed/parse-feed.ts'
import type { Listing } from './formats/listing.ts'
import { mastodonAccount } from './formats/mastodon/parse-mastodon.ts'
import { parseSection } from './formats/section/parse-section.ts'
import { isSitemap } from './formats/sitemap/parse-sitemap.ts'
import { isTelegram, parseTelegram, telegramPreview } from './formats/telegram/parse-telegram.ts'
import { pollSource, textOfListing } from './poll-source.ts'
import { readSitemap } from './read-sitemap.ts'

/**
 * What could be watched at a pasted address, best first: the address itself when it is a feed, sitemap, Telegram
 * channel or Mastodon account; the feeds that the page links to; feeds at well-known paths; news sitemaps named in
 * robots.txt; the page itself as a section. `example.com`, `t.me/name` and `@name@host` are addresses too. Never
 * empty: what cannot be watched is Problem 'wire/no-source', which says what was tried.
 */
export async function discoverSources(address: string, fetcher: Fetcher): Promise<readonly FoundSource[]> {
  const pasted = address.trim()
  const account = mastodonAccount(pasted)
  if (account !== null) {
    const found = await foundAccount(account, fetcher).catch((problem: unknown) => {
      // An address may be a page of another kind; a handle can be nothing else.
      if (pasted.startsWith('@')) throw problem
      return ifExpected(problem)
    })
    if (found !== null) return [found]
    if (pasted.startsWith('@'))
      throw nothing(pasted, `no posts at ${account}. Open that address in a browser and check the name.`)
  }
  const channel = telegramPreview(pasted) ?? telegramName(pasted)
  const capture = await firstAnswer(channel === null ? candidates(pasted) : [channel], fetcher)
  const found = await sourcesAt(capture, fetcher)
  if (found.length > 0) return found
  throw nothing(
    pasted,
    channel === null
      ? 'no feed, no news sitemap, and no links that look like articles. Paste the address of its news page or of its feed.'
      : 'no public preview. Only public channels can be watched.',
  )
}

function telegramName(pasted: string): string | null {
  return /^@\w{4,}$/.test(pasted) ? `https://t.me/s/${pasted.slice(1)}` : null
}

/** The addresses that a pasted one may mean, the likeliest first. */
function candidates(pasted: string): readonly string[] {
  const bare = pasted.replace(/^feed:(\/\/)?/i, '')
  if (/^https?:\/\//i.test(bare) && URL.canParse(bare)) return [bare]
  const isAddress =
    /^[^\s/@:]+\.[^\s/@]+(\/\S*)?$|^localhost(:\d+)?(\/|$)/i.test(bare) && URL.canParse(`https://${bare}`)
  if (!isAddress)
    throw nothing(pasted, 'nothing, because it is no address. Paste one as example.com or t.me/name.')
  const isLocal = /^(localhost|[\w.-]+\.localhost|[\d.]+)(:|\/|$)/i.test(bare)
  return isLocal ? [`http://${bare}`] : [`https://${bare}`, `http://${bare}`]
}

async function firstAnswer(addresses: readonly string[], fetcher: Fetcher): Promise<Capture> {
  let problem: unknown = null
  for (const address of addresses) {
    try {
      const answer = await fetcher.fetch({ address, purpose: 'discovery' })
      if (answer.kind === 'fetched') return answer.capture
      const status = answer.kind === 'refused' ? answer.status : 304
      problem ??= nothing(address, refusal(status))
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause
      problem ??= cause
    }
  }
  throw problem
}

function refusal(status: number): string {
  if ([401, 403, 451].includes(status))
    return `status ${status}: it lets no program read this page. Paste the address of its feed, if it has one.`
  if (status === 429 || status >= 500) return `status ${status}. Try again later.`
  return `status ${status}. Open the address in a browser and paste the one where you end.`
}

async function sourcesAt(capture: Capture, fetcher: Fetcher): Promise<readonly FoundSource[]> {
  const address = capture.finalAddress
  const text = await textOfListing(capture)
  if (isFeed(text)) {
    const listing = parseFeed(text, address)
    return [found('feed', address, listing, null, listing.home ?? address)]
  }
  if (isSitemap(text)) {
    return [found('sitemap', address, await readSitemap(text, address, fetcher, 'discovery'), null, address)]
  }
  if (isTelegram(text)) {
    const listing = parseTelegram(text, address)
    return listing.entries.length === 0 ? [] : [found('telegram', address, listing, null, address)]
  }
  return await sourcesOfPage(text, address, fetcher)
}

async function sourcesOfPage(
  text: string,
  address: string,
  fetcher: Fetcher,
): Promise<readonly FoundSource[]> {
  const head = pageHead(text)
  const links = feedLinks(text, address)
  const linked = await feedsAt(links.slice(0, maxLinked), head, address, fetcher)
  const listing = parseSection(text, address)
  const section =
    listing.entries.length < minSectionLinks ? [] : [found('section', address, listing, head, address)]
  if (linked.length > 0) return [...linked, ...section]
  const known = await feedsAt(wellKnown(address), head, address, fetcher, 1)
  if (known.length > 0) return [...known, ...section]
  return [...(await newsSitemaps(address, head, fetcher)), ...section]
}

const maxLinked = 6
const minSectionLinks = 3

/** Where feeds usually are: beside the page when it is a section, then at the root. */
function wellKnown(address: string): readonly string[] {
  const { origin, pathname } = new URL(address)
  const names = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/feed.json']
  const section = pathname.replace(/\/[^/]*\.\w+$|\/+$/, '')
  const beside = section === '' ? [] : [`${origin}${section}/feed`, `${origin}${section}/rss`]
  return [...beside, ...names.map((name) => `${origin}${name}`)]
}

async function feedsAt(
  addresses: readonly string[],
  head: PageHead,
  page: string,
  fetcher: Fetcher,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly FoundSource[]> {
  const feeds: FoundSource[] = []
  for (const address of addresses) {
    const feed = await feedAt(address, head, page, fetcher)
    if (feed !== null && !feeds.some((other) => isTwin(other, feed))) feeds.push(feed)
    if (feeds.length >= limit) break
  }
  return feeds.sort((one, other) => Number(isOfComments(one)) - Number(isOfComments(other)))
}

async function feedAt(
  address: string,
  head: PageHead,
  page: string,
  fetcher: Fetcher,
): Promise<FoundSource | null> {
  const capture = await captureOf(address, fetcher)
  if (capture === null) return null
  try {
    const text = await textOfListing(capture)
    if (!isFeed(text)) return null
    return found('feed', capture.finalAddress, parseFeed(text, capture.finalAddress), head, page)
  } catch (problem) {
    return ifExpected(problem)
  }
}

/** Null where there is nothing to be had: one address that fails must not lose the others. */
async function captureOf(address: string, fetcher: Fetcher): Promise<Capture | null> {
  try {
    const answer = await fetcher.fetch({ address, purpose: 'discovery' })
    return answer.kind === 'fetched' ? answer.capture : null
  } catch (problem) {
    return ifExpected(problem)
  }
}

function ifExpected(problem: unknown): null {
  if (problem instanceof Problem) return null
  throw problem
}

/** RSS and Atom of the same list, or one feed at two addresses. */
function isTwin(one: FoundSource, other: FoundSource): boolean {
  if (one.address === other.address) return true
  const [first, second] = [one, other].map(({ entries }) => entries.map((entry) => entry.address).join('\n'))
  return first !== '' && first === second
}

function isOfComments({ address, title }: FoundSource): boolean {
  return /comments?\b|комментари|коментар|пікір/i.test(`${new URL(address).pathname} ${title}`)
}

async function newsSitemaps(
  address: string,
  head: PageHead,
  fetcher: Fetcher,
): Promise<readonly FoundSource[]> {
  const robots = await captureOf(`${new URL(address).origin}/robots.txt`, fetcher)
  if (robots === null) return []
  const lines = (await textOfListing(robots)).matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)
  const named = [...lines].map((line) => line[1] ?? '').filter((sitemap) => URL.canParse(sitemap, address))
  const likely = named.sort((one, other) => Number(/news/i.test(other)) - Number(/news/i.test(one)))
  const sitemaps: FoundSource[] = []
  for (const sitemap of likely.slice(0, maxSitemaps)) {
    const source = await newsSitemapAt(new URL(sitemap, address).href, head, address, fetcher)
    if (source !== null) sitemaps.push(source)
  }
  return sitemaps
}

const maxSitemaps = 3

async function newsSitemapAt(
  address: string,
  head: PageHead,
  page: string,
  fetcher: Fetcher,
): Promise<FoundSource | null> {
  const capture = await captureOf(address, fetcher)
  if (capture === null) return null
  try {
    const listing = await readSitemap(
      await textOfListing(capture),
      capture.finalAddress,
      fetcher,
      'discovery',
    )
    return listing.isNews ? found('sitemap', capture.finalAddress, listing, head, page) : null
  } catch (problem) {
    return ifExpected(problem)
  }
}

async function foundAccount(address: string, fetcher: Fetcher): Promise<FoundSource | null> {
  const answer = await pollSource(asSource('mastodon', address), fetcher)
  if (answer.kind !== 'entries') return null
  const name = answer.entries.at(-1)?.authors[0] ?? outletKey(address)
  const language = answer.entries.find((entry) => entry.language !== null)?.language ?? null
  return found(
    'mastodon',
    address,
    { title: name, language, home: null, entries: answer.entries },
    null,
    address,
  )
}

function asSource(kind: SourceKind, address: string): Source {
  const health = {
    intervalSeconds: 0,
    nextPollAt: 0,
    lastPollAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    consecutiveFailures: 0,
    lastProblem: null,
    etag: null,
    lastModified: null,
  }
  return { id: 0, outletId: 0, kind, address, title: '', state: 'active', createdAt: 0, health }
}

/** `page` is the outlet's own: a feed may be served by somebody else. */
function found(
  kind: SourceKind,
  address: string,
  listing: Listing,
  head: PageHead | null,
  page: string,
): FoundSource {
  const title = listing.title ?? head?.name ?? hostOf(address)
  return {
    kind,
    address,
    title,
    outlet: outletOf(listing, head, page, title),
    entries: listing.entries.slice(-previewEntries).reverse(),
  }
}

const previewEntries = 5

function outletOf(listing: Listing, head: PageHead | null, page: string, title: string): NewOutlet {
  const declared = listing.language ?? listing.entries.find((entry) => entry.language !== null)?.language
  return {
    key: outletKey(page),
    name: head?.name ?? title,
    language: declared ?? head?.language ?? null,
    country: null,
  }
}

function nothing(address: string, why: string): Problem {
  return new Problem('wire/no-source', `${address} gave ${why}`)
}
