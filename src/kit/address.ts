import { getDomain } from 'tldts'
import { addressFolding } from './address-folding.ts'

/**
 * One address for one page: resolved against `base`, host in lower case and punycode, without default port,
 * fragment, credentials and tracking parameters, percent-encoding as in RFC 3986 §6.2.2, AMP and mobile twins
 * folded into the page they copy. Other parameters keep their order and values; scheme, `www.` and a trailing slash
 * stay as they are, so that the address can still be asked for: two addresses that may be two pages stay two.
 * Idempotent. Null when it is no http(s) address.
 */
export function canonicalAddress(address: string, base?: string): string | null {
  const start = parse(address, base)
  if (start === null) return null
  let canonical = fold(start)
  // A fold can lay another one bare (an AMP cache of a mobile host), and each only shortens.
  for (;;) {
    const next = parse(canonical)
    const folded = next === null ? canonical : fold(next)
    if (folded === canonical) return canonical
    canonical = folded
  }
}

/** `host:port` as URL.host, without a default port; '' when it is no http(s) address. */
export function hostOf(address: string): string {
  return parse(address)?.host ?? ''
}

/**
 * What makes an outlet this one and no other: the registrable domain (a host under a private suffix, as
 * name.blogspot.com, is its own), 't.me/name' for a Telegram channel, 'host/@name' for a Mastodon account and
 * others who write it so; for an IP address and where there is no such domain, URL.host.
 */
export function outletKey(address: string): string {
  const url = parse(address)
  if (url === null) return address.trim().toLowerCase()
  const host = url.hostname.replace(/\.$/, '')
  return (
    telegramKey(host, url.pathname) ??
    accountKey(url.host, url.pathname) ??
    getDomain(host, { allowPrivateDomains: true }) ??
    url.host
  )
}

function telegramKey(host: string, path: string): string | null {
  if (!/^(www\.)?(t|telegram)\.me$/.test(host)) return null
  const name = /^\/(?:s\/)?(\w{3,})(?:\/|$)/.exec(path)?.[1]
  return name === undefined ? null : `t.me/${name.toLowerCase()}`
}

function accountKey(host: string, path: string): string | null {
  const account = /^\/@([\w.-]+?)(?:@([\w.-]+))?(?:\.rss|\.atom|\.json)?(?:\/|$)/i.exec(path)
  if (account === null) return null
  return `${account[2] ?? host.replace(/^www\./, '')}/@${account[1]}`.toLowerCase()
}

function parse(address: string, base?: string): URL | null {
  try {
    const url = new URL(address, base)
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
  } catch {
    return null
  }
}

function fold(url: URL): string {
  const original = cachedAddress(url)
  if (original !== null) return original
  const host = foldHost(url.hostname)
  const port = url.port === '' ? '' : `:${url.port}`
  const query = foldQuery(url.search)
  return `${url.protocol}//${host}${port}${normalEscapes(foldPath(url.pathname))}${query === '' ? '' : `?${query}`}`
}

/** The address that an AMP cache or viewer shows: …/c/s/example.org/story, where `s` means https. */
function cachedAddress(url: URL): string | null {
  const isCache = addressFolding.ampCaches.some(
    (host) => url.hostname.endsWith(`.${host}`) || url.hostname === host,
  )
  const shape = isCache ? /^\/[cv]\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/ : /^\/amp\/(s\/)?([^/]+\.[^/]+)(\/.*)?$/
  if (!isCache && !addressFolding.ampViewers.has(url.hostname)) return null
  const match = shape.exec(url.pathname)
  if (match === null) return null
  const original = parse(
    `${match[1] === undefined ? 'http' : 'https'}://${match[2]}${match[3] ?? '/'}${url.search}`,
  )
  return original === null ? null : original.href
}

/** Never past the registrable domain: m.example is its own site, m.news.example is the twin of news.example. */
function foldHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '')
  const domain = getDomain(host, { allowPrivateDomains: true })
  if (domain === null) return host === '' ? hostname : host
  const labels = host.slice(0, -domain.length).split('.').filter(Boolean)
  while (labels[0] !== undefined && addressFolding.twinHostLabels.has(labels[0])) labels.shift()
  // en.m.example.org: the language stands before the m.
  return [...labels.filter((label) => label !== 'm'), domain].join('.')
}

function foldPath(path: string): string {
  const bare = path.replace(/\.amp\.html$/, '.html').replace(/(?<=[^/])\.amp$/, '')
  return withoutAmpSegment(bare, /\/amp(?<slash>\/?)$/) ?? withoutAmpSegment(bare, /^\/amp(?=\/)/) ?? bare
}

/** Only where what remains looks like an article's own address: /guitars/amp may be a page about amplifiers. */
function withoutAmpSegment(path: string, segment: RegExp): string | null {
  const match = segment.exec(path)
  if (match === null) return null
  const rest = path.replace(segment, match.groups?.slash ?? '')
  const last = rest.split('/').filter(Boolean).at(-1) ?? ''
  return /[-_.\d]/.test(last) ? rest : null
}

function foldQuery(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isIdle(part))
    .map(normalEscapes)
    .join('&')
}

function isIdle(part: string): boolean {
  const [name = '', ...rest] = decoded(part).toLowerCase().split('=')
  const value = rest.join('=')
  return (
    addressFolding.trackingParameters.has(name) ||
    addressFolding.trackingPrefixes.some((prefix) => name.startsWith(prefix)) ||
    addressFolding.trackingValues.get(name)?.has(value) === true ||
    addressFolding.twinValues.get(name)?.has(value) === true
  )
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** RFC 3986 §6.2.2: hexadecimal digits in upper case, unreserved characters not encoded. */
function normalEscapes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : encoded.toUpperCase()
  })
}
