import type { Capture } from '../model/capture.ts'
import { Problem } from '../model/problem.ts'
import type { Entry, Source } from '../model/source.ts'
import type { FetchAnswer, Fetcher } from './fetch-types.ts'
import { decodeText } from './formats/decode-text.ts'
import { isFeed, parseFeed } from './formats/feed/parse-feed.ts'
import type { Listing } from './formats/listing.ts'
import {
  parseMastodonAccount,
  parseMastodonFeed,
  parseMastodonStatuses,
} from './formats/mastodon/parse-mastodon.ts'
import { parseSection } from './formats/section/parse-section.ts'
import { isTelegram, parseTelegram } from './formats/telegram/parse-telegram.ts'
import { maxListingBytes, tooLarge, unpack } from './formats/unpack.ts'
import { readSitemap } from './read-sitemap.ts'

export type PolledSource =
  | {
      readonly kind: 'entries'
      /** Oldest first, addresses absolute, each once, at most 1,000: all that the source lists now, known or not. */
      readonly entries: readonly Entry[]
      readonly etag: string | null
      readonly lastModified: string | null
      readonly movedTo: string | null
    }
  | { readonly kind: 'unchanged'; readonly movedTo: string | null }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly retryAfterSeconds: number | null
      readonly movedTo: string | null
    }

/**
 * Asks a source what it lists, with its validators, so that nothing is sent when nothing changed. What answers but is
 * not what the source should be is a Problem (`wire/not-a-feed`, `wire/not-a-sitemap`, `wire/no-links`, …).
 */
export async function pollSource(source: Source, fetcher: Fetcher): Promise<PolledSource> {
  if (source.kind === 'mastodon') return await pollMastodon(source, fetcher)
  const answer = await ask(source.address, source, fetcher)
  if (answer.kind !== 'fetched') return withoutEntries(answer)
  const { entries } = await readListing(source, answer.capture, fetcher)
  return polled(entries, answer.capture, answer.movedTo)
}

/** Feeds and pages of news are small; sitemaps may be of any size that sitemaps.org allows. */
const maxPageBytes = 16 * 1024 * 1024

async function ask(address: string, { kind, health }: Source, fetcher: Fetcher): Promise<FetchAnswer> {
  return await fetcher.fetch({
    address,
    purpose: 'source',
    etag: health.etag,
    lastModified: health.lastModified,
    maxBytes: kind === 'sitemap' ? maxListingBytes : maxPageBytes,
  })
}

function withoutEntries(answer: Exclude<FetchAnswer, { kind: 'fetched' }>): PolledSource {
  if (answer.kind === 'unchanged') return answer
  if (answer.status === 410) return { kind: 'gone' }
  const { kind, status, retryAfterSeconds, movedTo } = answer
  return { kind, status, retryAfterSeconds, movedTo }
}

function polled(entries: readonly Entry[], { headers }: Capture, movedTo: string | null): PolledSource {
  return {
    kind: 'entries',
    entries,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    movedTo,
  }
}

async function readListing({ kind }: Source, capture: Capture, fetcher: Fetcher): Promise<Listing> {
  const { finalAddress: address } = capture
  switch (kind) {
    case 'feed':
      return parseFeed(await textOfListing(capture), address)
    case 'sitemap':
      return await readSitemap(await textOfListing(capture), address, fetcher, 'source')
    case 'section':
      return readSection(await textOfListing(capture), address)
    case 'telegram':
      return readTelegram(await textOfListing(capture), address)
    default:
      throw new Problem(
        'wire/not-polled',
        `${address} is a ${kind} source, which is read once and not watched.`,
      )
  }
}

/** The text of what was fetched, unpacked and decoded. */
export async function textOfListing(capture: Capture): Promise<string> {
  if (capture.bytes.length > maxListingBytes) throw tooLarge(capture.address)
  const bytes = await unpack(capture.bytes, capture.address)
  return decodeText(bytes, capture.headers['content-type'] ?? null)
}

function readSection(text: string, address: string): Listing {
  const listing = parseSection(text, address)
  if (listing.entries.length > 0) return listing
  throw new Problem('wire/no-links', `${address} has no links that look like articles.`)
}

function readTelegram(text: string, address: string): Listing {
  if (isTelegram(text)) return parseTelegram(text, address)
  throw new Problem('wire/not-a-channel', `${address} shows no public preview of a Telegram channel.`)
}

/** The account's RSS is one conditional request; servers that have switched it off are asked through their API. */
async function pollMastodon(source: Source, fetcher: Fetcher): Promise<PolledSource> {
  const answer = await ask(`${source.address}.rss`, source, fetcher)
  const movedTo = answer.movedTo?.replace(/\.rss$/, '') ?? null
  if (answer.kind === 'fetched') {
    const text = await textOfListing(answer.capture)
    if (isFeed(text)) {
      const { entries } = parseMastodonFeed(text, answer.capture.finalAddress)
      return polled(entries, answer.capture, movedTo)
    }
  } else if (answer.kind === 'unchanged' || ![403, 404, 406].includes(answer.status)) {
    return withoutEntries({ ...answer, movedTo })
  }
  return await pollMastodonApi(source, fetcher)
}

async function pollMastodonApi({ address }: Source, fetcher: Fetcher): Promise<PolledSource> {
  const { origin, pathname } = new URL(address)
  const lookup = `${origin}/api/v1/accounts/lookup?acct=${encodeURIComponent(pathname.slice(2))}`
  const found = await fetcher.fetch({ address: lookup, purpose: 'source', accept: 'application/json' })
  if (found.kind !== 'fetched') return withoutEntries(found)
  const { id } = parseMastodonAccount(await textOfListing(found.capture), lookup)
  const statuses = `${origin}/api/v1/accounts/${encodeURIComponent(id)}/statuses?limit=40&exclude_replies=true&exclude_reblogs=true`
  const answer = await fetcher.fetch({ address: statuses, purpose: 'source', accept: 'application/json' })
  if (answer.kind !== 'fetched') return withoutEntries(answer)
  const { entries } = parseMastodonStatuses(await textOfListing(answer.capture), statuses)
  // No validators: those of the API's answer would be sent with the request for the RSS.
  return { kind: 'entries', entries, etag: null, lastModified: null, movedTo: null }
}
