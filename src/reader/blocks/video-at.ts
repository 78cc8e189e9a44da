import type { Video } from '../../model/article.ts'
import { playerKind } from '../data/players.ts'
import { cleanText } from '../parse/clean-text.ts'
import { absolute } from '../parse/page-address.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import type { StatedVideo } from './stated-videos.ts'

const noAddress = 'none:'

/** A video element or the player of a site of videos, with what the page's data says of it; null for anything else. */
export function videoAt(
  page: Page,
  node: PageNode,
  base: string,
  videos: readonly StatedVideo[],
): Video | null {
  const address = node.tag === 'video' ? fileOf(page, node, base) : playerAt(node, base)
  if (address === null) return null
  const stated = statedFor(address, videos)
  return {
    kind: 'video',
    provider: new URL(address).host,
    address,
    title: cleanText(attribute(node, 'title') || attribute(node, 'aria-label')) || (stated?.title ?? ''),
    poster: absolute(attribute(node, 'poster') || noAddress, base) ?? stated?.poster ?? null,
    durationSeconds: stated?.durationSeconds ?? null,
  }
}

/** A video that only the page's data or its head names. */
export function videoOf(stated: StatedVideo): Video | null {
  const [address] = stated.addresses
  if (address === undefined) return null
  return {
    kind: 'video',
    provider: new URL(watchAddress(address)).host,
    address: watchAddress(address),
    title: stated.title,
    poster: stated.poster,
    durationSeconds: stated.durationSeconds,
  }
}

function fileOf(page: Page, node: PageNode, base: string): string | null {
  const own = absolute(attribute(node, 'src') || attribute(node, 'data-src') || noAddress, base)
  if (own !== null) return own
  for (let i = node.index + 1; i < Math.min(node.end, node.index + 30); i++) {
    const inner = page.nodes[i] as PageNode
    if (inner.tag !== 'source') continue
    const address = absolute(attribute(inner, 'src') || attribute(inner, 'data-src') || noAddress, base)
    if (address !== null) return address
  }
  return null
}

function playerAt(node: PageNode, base: string): string | null {
  if (node.tag === 'amp-youtube' || node.tag === 'lite-youtube') {
    const id = attribute(node, 'data-videoid') || attribute(node, 'videoid')
    return /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : null
  }
  if (node.tag !== 'iframe' && node.tag !== 'embed') return null
  const address = absolute(
    attribute(node, 'src') || attribute(node, 'data-src') || attribute(node, 'data-lazy-src') || noAddress,
    base,
  )
  if (address === null) return null
  const { host, pathname } = new URL(address)
  const isVideo =
    playerKind(host) === 'video' || (/(?:^|\.)vk\.com$/.test(host) && pathname === '/video_ext.php')
  return isVideo ? watchAddress(address) : null
}

/** Where a person can see what a player plays. */
function watchAddress(address: string): string {
  const { host, pathname, searchParams } = new URL(address)
  const [, id] = /^\/(?:embed|v|shorts)\/([\w-]{6,20})\/?$/.exec(pathname) ?? []
  if (/(?:^|\.)youtube(?:-nocookie)?\.com$/.test(host) && id !== undefined && id !== 'videoseries')
    return `https://www.youtube.com/watch?v=${id}`
  if (host === 'youtu.be') return `https://www.youtube.com/watch?v=${pathname.slice(1)}`
  const [, film] = /^\/video\/(\d+)/.exec(pathname) ?? []
  if (host === 'player.vimeo.com' && film !== undefined) return `https://vimeo.com/${film}`
  const [, play] = /^\/play\/embed\/(\w+)/.exec(pathname) ?? []
  if (host === 'rutube.ru' && play !== undefined) return `https://rutube.ru/video/${play}/`
  const [owner, video] = [searchParams.get('oid'), searchParams.get('id')]
  if (pathname === '/video_ext.php' && owner !== null && video !== null)
    return `https://vk.com/video${owner}_${video}`
  return address
}

function statedFor(address: string, videos: readonly StatedVideo[]): StatedVideo | null {
  return (
    videos.find(({ addresses }) => addresses.some((one) => watchAddress(one) === address)) ??
    (videos.length === 1 && videos[0]?.addresses.length === 0 ? videos[0] : null)
  )
}
