import { hostOf, outletKey } from '../../../kit/address.ts'
import { all, attribute, baseOf, first, parsePage, textOf } from '../document.ts'
import { absolute, primarySubtag } from '../listing.ts'

export interface PageHead {
  /** The site's own name, else the page's title; null when it has neither. */
  readonly name: string | null
  readonly language: string | null
}

export function pageHead(html: string): PageHead {
  const page = parsePage(html)
  const site = ['meta[property="og:site_name"]', 'meta[name="application-name"]']
    .map((selector) => attribute(first(selector, page), 'content')?.trim())
    .find(Boolean)
  return {
    name: site || shortTitle(textOf(first('head > title, title', page))) || null,
    language: primarySubtag(attribute(first('html[lang]', page), 'lang')),
  }
}

/** `Lipovka News — all the news of the town` is called Lipovka News. */
function shortTitle(title: string): string {
  return title.split(/\s+[|—–:•·-]\s+|\s*[|:]\s+/)[0]?.trim() ?? ''
}

/**
 * The addresses of feeds that a page names: `<link rel="alternate">` with a feed's type or the look of a feed's
 * address, then links in the page whose address or words say so. Each once; those of comments last.
 */
export function feedLinks(html: string, address: string): readonly string[] {
  const page = parsePage(html)
  const base = baseOf(page, address)
  const declared = all('link[href]', page)
    .filter((link) => /\b(alternate|feed)\b/i.test(attribute(link, 'rel') ?? ''))
    .filter((link) => isFeedType(attribute(link, 'type')) || looksLikeFeed(attribute(link, 'href')))
  const linked = all('a[href]', page)
    .filter((link) => looksLikeFeed(attribute(link, 'href')) || saysFeed.test(textOf(link)))
    .filter((link) => isOwn(attribute(link, 'href'), base, address))
  const addresses = [...declared, ...linked]
    .map((link) => absolute(attribute(link, 'href')?.replace(/^feed:(\/\/)?(?=https?:)/i, ''), base))
    .filter((found) => found !== null)
    .filter((found) => !/\boembed\b/.test(found))
  return [...new Set(addresses)].sort(
    (one, other) => Number(/comment|author/i.test(one)) - Number(/comment|author/i.test(other)),
  )
}

const saysFeed = /^(rss|atom|rss[- ]?feed|rss-лента|json feed)$/i

/** A page links to the feeds of others too: its own are on its domain, or where feeds are kept for many. */
function isOwn(href: string | null, base: string, page: string): boolean {
  const address = absolute(href, base)
  return address !== null && (outletKey(address) === outletKey(page) || /^feeds?\d?\./.test(hostOf(address)))
}

function isFeedType(type: string | null): boolean {
  return /^\s*(application|text)\/(rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml|rss|atom)\s*(;|$)/i.test(
    type ?? '',
  )
}

function looksLikeFeed(href: string | null): boolean {
  return /(^|[/.?=_-])(rss|atom|feed|feeds|rdf)(\d?)(\.(xml|php|json|rdf))?\/?($|[?#])|\.(rss|rdf|atom)($|[?#])/i.test(
    href ?? '',
  )
}
