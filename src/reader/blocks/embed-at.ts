import type { Embed } from '../../model/article.ts'
import type { Moment } from '../../model/time.ts'
import type { Roles } from '../body/element-roles.ts'
import { role } from '../body/role.ts'
import { playerKind } from '../data/players.ts'
import { textWithin } from '../metadata/page-data.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import { cleanText } from '../parse/clean-text.ts'
import { absolute } from '../parse/page-address.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

/** A post is small; what is named as one and larger is cut. */
const mostNodes = 1500
const longestPost = 4000

/**
 * A post, map or sound of another site that stands in the page: an iframe of one, the quote that its script replaces, or
 * that script. Videos are no embeds: see videoAt.
 */
export function embedAt(page: Page, roles: Roles, node: PageNode, base: string): Embed | null {
  if (node.tag === 'iframe' || node.tag === 'embed') return frameAt(node, base)
  if (node.tag === 'script') return telegramPost(attribute(node, 'data-telegram-post'))
  const isNamed = ((roles.own[node.index] ?? 0) & role.embed) !== 0
  if (!isNamed && node.tag !== 'blockquote') return null
  const post = partsOf(page, node, base)
  const address = stated(node, base) ?? post.address
  if (!isNamed && (address === null || !isPostOf(address, post))) return null
  if (address === null && post.text === '') return null
  const handle = post.handle || (address === null ? '' : handleIn(address))
  return {
    kind: 'embed',
    provider: address === null ? '' : new URL(address).host,
    address: address ?? '',
    author: post.author,
    text: post.text,
    ...(handle === '' ? {} : { handle }),
    ...(post.at === null ? {} : { at: post.at }),
  }
}

function frameAt(node: PageNode, base: string): Embed | null {
  const source = absolute(
    attribute(node, 'src') || attribute(node, 'data-src') || attribute(node, 'data-lazy-src') || 'none:',
    base,
  )
  if (source === null) return null
  const kind = playerKind(new URL(source).host)
  const isMastodon = /^\/@[\w.]+\/\d+\/embed\/?$/.test(new URL(source).pathname)
  if ((kind === null || kind === 'video') && !isMastodon) return null
  const address = postAddress(source)
  if (address === null) return null
  const handle = handleIn(address)
  return {
    kind: 'embed',
    provider: new URL(address).host,
    address,
    author: '',
    text: cleanText(attribute(node, 'title')),
    ...(handle === '' ? {} : { handle }),
  }
}

/** `<script data-telegram-post="channel/17">`: the widget that Telegram gives to be pasted. */
function telegramPost(post: string): Embed | null {
  const [, channel] = /^(?:c\/)?([\w-]{1,64})\/\d{1,12}$/.exec(post.trim()) ?? []
  if (channel === undefined) return null
  const handle = /^\d+$/.test(channel) ? {} : { handle: `@${channel}` }
  return {
    kind: 'embed',
    provider: 't.me',
    address: `https://t.me/${post.trim()}`,
    author: '',
    text: '',
    ...handle,
  }
}

/** Where a person can see what a frame shows; null where the frame is no post but a button, a feed or a pixel. */
function postAddress(source: string): string | null {
  const url = new URL(source)
  const { host, pathname, searchParams } = url
  if (/(?:^|\.)facebook\.com$/.test(host) && pathname.startsWith('/plugins/')) {
    const href = searchParams.get('href')
    return /\/plugins\/(?:post|video)\.php/.test(pathname) && href !== null ? absolute(href, source) : null
  }
  if (host === 'platform.twitter.com' || host === 'platform.x.com') {
    const id = searchParams.get('id')
    return id !== null && /^\d+$/.test(id) ? `https://twitter.com/i/status/${id}` : null
  }
  if (/(?:^|\.)google\.com$/.test(host)) return pathname.startsWith('/maps') ? source : null
  if (/(?:^|\.)apple\.com$/.test(host)) return host.startsWith('embed.') ? source : null
  if (/(?:^|\.)yandex\.ru$/.test(host)) return /map/.test(source) ? source : null
  if (/(?:^|\.)vk\.com$/.test(host)) return pathname.startsWith('/widget_') ? null : source
  if (host === 't.me') return `https://t.me${pathname}`
  if (host === 'embed.bsky.app') {
    const [, did, id] = /^\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/.exec(pathname) ?? []
    return did === undefined ? null : `https://bsky.app/profile/${did}/post/${id}`
  }
  if (playerKind(host) === 'post' || /^\/@[\w.]+\/\d+\/embed/.test(pathname)) {
    url.pathname = pathname.replace(/\/embed(?:\/captioned)?\/?$/, '/')
    url.search = ''
    return url.href
  }
  return source
}

/** What the element itself says of where the post stands. */
function stated(node: PageNode, base: string): string | null {
  for (const name of [
    'data-instgrm-permalink',
    'data-text-post-permalink',
    'data-embed-url',
    'data-href',
    'cite',
  ]) {
    const address = absolute(attribute(node, name) || 'none:', base)
    if (address !== null) return withoutCampaign(address)
  }
  const [, did, id] =
    /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)$/.exec(attribute(node, 'data-bluesky-uri')) ?? []
  return did === undefined ? null : `https://bsky.app/profile/${did}/post/${id}`
}

interface Post {
  readonly address: string | null
  readonly text: string
  readonly author: string
  readonly handle: string
  readonly at: Moment | null
}

const postPath =
  /\/(?:status|statuses|p|reel|tv|posts?|videos?|comments)\/|\/@[\w.]+\/\d+|^\/[\w-]+\/\d+\/?$|\/permalink|wall-?\d+_\d+/

/** The text of a post stands in paragraphs; who wrote it, and when, stands behind them. */
function partsOf(page: Page, node: PageNode, base: string): Post {
  const end = Math.min(node.end, node.index + mostNodes)
  const links: string[] = []
  const paragraphs: string[] = []
  let signature = ''
  let length = 0
  let at: Moment | null = null
  for (let i = node.index + 1; i < end && length < longestPost; i++) {
    const inner = page.nodes[i] as PageNode
    if (inner.tag === 'script' || inner.tag === 'style' || inner.tag === 'svg') i = inner.end - 1
    else if (inner.tag === 'p') {
      const text = textWithin(page, inner, longestPost)
      if (text !== '') paragraphs.push(text)
      length += text.length
      for (let j = i + 1; j < Math.min(inner.end, end); j++) note(page.nodes[j] as PageNode)
      i = inner.end - 1
    } else if (inner.tag === '#text') {
      signature += inner.text
      length += inner.text.length
    } else note(inner)
  }
  const said = cleanText(signature)
  const isSigned = signer.test(said) || signature.length < 200
  const text = (paragraphs.length > 0 && isSigned ? paragraphs : [textWithin(page, node, longestPost)]).join(
    '\n',
  )
  const [, author = '', handle = ''] = signer.exec(said) ?? signer.exec(text) ?? []
  return {
    address:
      links.findLast((link) => postPath.test(new URL(link).pathname)) ?? links[links.length - 1] ?? null,
    text,
    author: author.trim(),
    handle,
    at: at ?? dateBehind(said),
  }

  function note(inner: PageNode): void {
    if (inner.tag === 'time') at ??= parseMoment(attribute(inner, 'datetime') || textWithin(page, inner, 100))
    if (inner.tag !== 'a') return
    const address = absolute(attribute(inner, 'href') || 'none:', base)
    if (address !== null && playerKind(new URL(address).host) === 'post') links.push(withoutCampaign(address))
  }
}

/** '— Port of Morrow (@port) 24 November 2026', 'A post shared by Port of Morrow (@port)'. */
const signer =
  /(?:[—–-]|shared by|posted by|post by|публикация от|допис, поширений|жариялаған)\s*([^—–(]{0,80}?)\s*\(?(@[\w.-]+(?:@[\w.-]+)?)\)?/iu

function dateBehind(signature: string): Moment | null {
  const behind = /@[\w.@-]+\)?\s*(?:on\s+)?(.{6,40})$/u.exec(signature.slice(-120))?.[1]
  return behind === undefined ? null : parseMoment(behind)
}

/** A quote is an embedded post when it is signed with a handle and leads to the post. */
function isPostOf(address: string, { handle }: Post): boolean {
  return handle !== '' && postPath.test(new URL(address).pathname)
}

function handleIn(address: string): string {
  const { host, pathname } = new URL(address)
  const [, first = '', second = ''] = pathname.split('/')
  if (/^@[\w.-]+$/.test(first)) return first
  if (host === 'bsky.app' && first === 'profile') return /^[\w.-]+$/.test(second) ? `@${second}` : ''
  const isUser = /^[A-Za-z]\w{1,40}$/.test(first) && /^(?:status|\d+)$/.test(second)
  return isUser && first !== 'i' && /(?:^|\.)(?:twitter\.com|x\.com|t\.me)$/.test(host) ? `@${first}` : ''
}

/** Addresses of posts are given out with marks of where they were taken from. */
function withoutCampaign(address: string): string {
  const url = new URL(address)
  for (const name of [...url.searchParams.keys()])
    if (/^(?:ref_src|ref_url|utm_\w+|igsh|igshid|s|t)$/.test(name)) url.searchParams.delete(name)
  return url.href
}
