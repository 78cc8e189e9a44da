import type { Block } from '../../model/article.ts'
import type { Roles } from '../body/element-roles.ts'
import { role } from '../body/role.ts'
import { textWithin } from '../metadata/page-data.ts'
import { absolute } from '../parse/page-address.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

type Embed = Extract<Block, { kind: 'embed' }>

const playersAndPosts =
  /(?:^|\.)(?:youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|t\.me|bsky\.app|soundcloud\.com|spotify\.com|rutube\.ru|vk\.com|ok\.ru|coub\.com|twitch\.tv|reddit\.com|threads\.net|datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|google\.com\/maps|apple\.com|megaphone\.fm|omny\.fm|acast\.com|podbean\.com|jwplatform\.com|brightcove\.net)$/

/** A post or player of another site that stands in the page: an iframe of one, or the quote that its script replaces. */
export function embedAt(page: Page, roles: Roles, node: PageNode, base: string): Embed | null {
  if (node.tag === 'iframe' || node.tag === 'amp-youtube' || node.tag === 'embed') {
    const address = absolute(
      attribute(node, 'src') || attribute(node, 'data-src') || attribute(node, 'data-lazy-src'),
      base,
    )
    if (address === null) return null
    const provider = new URL(address).host
    return playersAndPosts.test(provider) || playersAndPosts.test(provider.replace(/^[^.]+\./, ''))
      ? { kind: 'embed', provider, address, author: '', text: attribute(node, 'title') }
      : null
  }
  if (((roles.own[node.index] ?? 0) & role.embed) === 0) return null
  const links: string[] = []
  for (let i = node.index; i < node.end; i++) {
    const inner = page.nodes[i] as PageNode
    const stated =
      attribute(inner, 'data-instgrm-permalink') ||
      attribute(inner, 'cite') ||
      (inner.tag === 'a' ? attribute(inner, 'href') : '')
    const address = stated === '' ? null : absolute(stated, base)
    if (address !== null && playersAndPosts.test(new URL(address).host)) links.push(address)
  }
  const address =
    links.findLast((link) => /\/(?:status|p|reel|posts?|video|statuses)\//.test(link)) ??
    links[links.length - 1]
  if (address === undefined) return null
  const text = textWithin(page, node, 3000)
  const author = /[—–-]\s*([^—–]{2,60}?\s*\(@\w+\))/.exec(text)?.[1] ?? ''
  return { kind: 'embed', provider: new URL(address).host, address, author, text }
}
