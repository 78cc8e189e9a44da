import { parseFeed as parseAny } from 'feedsmith'
import { Problem } from '../../../model/problem.ts'
import type { Entry } from '../../../model/source.ts'
import { absolute, eachOnce, type Listing, newestOf, present, primarySubtag } from '../listing.ts'
import { lacksZone, parseDate } from '../parse-date.ts'
import { firstSentence, headlineText, plainText } from '../plain-text.ts'
import { type FeedHead, type FeedItem, feedItems } from './feed-items.ts'
import { bareXml, countItems, headAndItems, repairXml, withItems, withoutMiddle } from './repair-xml.ts'

/**
 * RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x; malformed ones are mended where that is possible, and an
 * item that cannot be read costs no more than itself. `address` is where the feed was found: the base of its
 * relative links. In a feed of `posts`, as a Mastodon account has, the description is the whole text and its first
 * sentence the headline. What is no feed is Problem 'wire/not-a-feed'.
 */
export function parseFeed(text: string, address: string, of: 'articles' | 'posts' = 'articles'): Listing {
  const { head, items } = readOrRefuse(text, address)
  const base = absolute(head.base, address) ?? address
  const newest = newestOf(items, (item) => parseDate(item.published) ?? parseDate(item.modified))
  return {
    title: headlineText(head.title),
    language: primarySubtag(head.language),
    home: absolute(head.home, base),
    entries: eachOnce(present(newest.map((item) => (of === 'posts' ? postOf : entryOf)(item, head, base)))),
  }
}

/** Whether it looks like a feed: its root element or JSON Feed version, near the start. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 4096)
  if (/^\s*\{/.test(head))
    return (
      /jsonfeed\.org\/version/.test(head) || /"version"[\s\S]*jsonfeed\.org\/version/.test(text.slice(-4096))
    )
  const root = head.search(/<(?:\w+:)?(?:rss|rdf|feed)[\s>]/i)
  const page = head.search(/<(?:!doctype\s+)?html[\s>]/i)
  return root !== -1 && (page === -1 || root < page)
}

interface ReadFeed {
  readonly head: FeedHead
  readonly items: readonly FeedItem[]
}

function readOrRefuse(text: string, address: string): ReadFeed {
  const isJson = /^\s*\{/.test(text)
  const feed = isJson ? attempt(text) : isFeed(text) ? readXml(text, address) : null
  if (feed === null) throw notAFeed(text, address)
  return feed
}

function readXml(text: string, address: string): ReadFeed | null {
  const xml = withoutMiddle(withFullText(bareXml(text, address)))
  const asWritten = attempt(xml)
  if (asWritten !== null && !isLossy(asWritten, xml)) return asWritten
  const mended = mend(xml)
  return (mended?.items.length ?? 0) > (asWritten?.items.length ?? 0) ? mended : asWritten
}

/** A tag left open swallows the items after it, and nothing complains. */
function isLossy({ items }: ReadFeed, xml: string): boolean {
  return items.length < countItems(xml)
}

function mend(xml: string): ReadFeed | null {
  const repaired = repairXml(xml)
  const { head, items } = headAndItems(repaired)
  return items.length === 0 ? attempt(repaired) : readable(head, items)
}

/** Halves what cannot be read until what is broken stands alone, and leaves that out. */
function readable(head: string, items: readonly string[]): ReadFeed | null {
  const xml = withItems(head, items)
  const whole = attempt(xml)
  if (whole !== null && !isLossy(whole, xml)) return whole
  if (items.length === 1) return null
  const middle = Math.ceil(items.length / 2)
  const halves = present([readable(head, items.slice(0, middle)), readable(head, items.slice(middle))])
  const [first] = halves
  return first === undefined ? null : { head: first.head, items: halves.flatMap((half) => half.items) }
}

function attempt(xml: string): ReadFeed | null {
  try {
    return feedItems(parseAny(xml))
  } catch {
    return null
  }
}

/** Feeds for Yandex carry the whole text in an element that the parser does not know. */
function withFullText(xml: string): string {
  if (!/<yandex:full-text[\s>]/i.test(xml) || /<content:encoded[\s>]/i.test(xml)) return xml
  return xml.replace(/(<\/?)yandex:full-text(?=[\s>])/gi, '$1content:encoded')
}

function notAFeed(text: string, address: string): Problem {
  const what =
    text.trim() === '' ? 'an empty answer' : /<html[\s>]/i.test(text) ? 'a web page' : 'something else'
  return new Problem('wire/not-a-feed', `${address} was to be a feed, but it is ${what}.`)
}

function entryOf(item: FeedItem, head: FeedHead, feedBase: string): Entry | null {
  const base = absolute(item.base, feedBase) ?? feedBase
  const address = present(item.links.map((link) => absolute(link, base)))[0]
  if (address === undefined) return null
  const summary = plainText(item.summary)
  const html = item.html ?? (summary.length > summaryLimit ? item.summary : null)
  const publishedAt = parseDate(item.published)
  const modifiedAt = parseDate(item.modified)
  return {
    address,
    headline: headlineText(item.title),
    summary: summary === '' ? null : cut(summary),
    html: html === null || html.trim() === '' ? null : withParagraphs(html),
    whole: false,
    publishedAt,
    modifiedAt: modifiedAt === publishedAt ? null : modifiedAt,
    ...(lacksZone(item.published ?? item.modified) ? { zoneUnknown: true as const } : {}),
    authors: unique(present(item.authors.map(authorName))),
    categories: unique(present(item.categories.map(headlineText))),
    images: unique(present(item.images.map((image) => absolute(image, base)))),
    language: primarySubtag(item.language) ?? primarySubtag(head.language),
  }
}

function postOf(item: FeedItem, head: FeedHead, feedBase: string): Entry | null {
  const entry = entryOf(item, head, feedBase)
  const html = item.html ?? item.summary
  const headline = headlineText(item.title) ?? firstSentence(plainText(html))
  return entry === null || headline === null ? null : { ...entry, headline, summary: null, html, whole: true }
}

/** Text without any markup has its lines for paragraphs. */
function withParagraphs(html: string): string {
  if (/<[a-z]/i.test(html)) return html
  const lines = html.split('\n').map((line) => line.trim())
  return lines.flatMap((line) => (line === '' ? [] : [`<p>${line}</p>`])).join('')
}

/** A description longer than this is the text itself. */
const summaryLimit = 1500

function cut(summary: string): string {
  return summary.length <= summaryLimit
    ? summary
    : `${summary.slice(0, summaryLimit).replace(/\s+\S*$/, '')}…`
}

/** `desk@news.example (Vera Lisova)` is Vera Lisova; a bare mail address is nobody's name. */
function authorName(author: string): string | null {
  const name = headlineText(author)
  const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(name ?? '')?.[1] ?? name
  return inBrackets === null || /^\S+@\S+\.\S+$/.test(inBrackets)
    ? null
    : inBrackets.replace(/\s*<\S+@\S+>$/, '')
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
