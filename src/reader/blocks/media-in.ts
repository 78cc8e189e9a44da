import type { Block } from '../../model/article.ts'
import type { PageNode } from '../parse/page-node.ts'
import type { BlockInput } from './block-input.ts'
import { embedAt } from './embed-at.ts'
import { figureAt } from './figure-at.ts'
import { imagesOf } from './images-of.ts'
import { videoAt } from './video-at.ts'

export interface Media {
  readonly placed: readonly { readonly at: number; readonly block: Block }[]
  /** Whether the text at this index is told by a post, and so is no passage of its own. */
  holds(index: number): boolean
}

/** The pictures, videos and posts of the article's elements, each once, in page order. */
export function mediaIn(input: BlockInput): Media {
  const { page, container, roles, address, isDropped, added = [], videos = [] } = input
  const placed: { readonly at: number; readonly block: Block }[] = []
  const posts: PageNode[] = []
  const seen = new Set<string>()
  for (const element of [container, ...added]) collect(element)
  return {
    placed,
    holds: (index) => {
      const post = posts[lastBefore(posts, index)]
      return post !== undefined && index < post.end
    },
  }

  function collect(element: PageNode): void {
    const images = imagesOf(page, element, address)
    for (let i = element.index; i < element.end; i++) {
      const node = page.nodes[i] as PageNode
      if (node.tag === '#text') continue
      const found =
        videoAt(page, node, address, videos) ??
        embedAt(page, roles, node, address) ??
        figureAt(page, roles, node, images)
      if (found === null) continue
      if (!isDropped(node) && isNew(found)) {
        placed.push({ at: node.index, block: found })
        if (found.kind === 'embed' && node.tag !== 'script') posts.push(node)
      }
      i = node.end - 1
    }
  }

  function isNew(block: Block): boolean {
    const key = keyOf(block)
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  }
}

function keyOf(block: Block): string {
  if (block.kind === 'figure') return block.images.map((image) => image.address).join(' ')
  if (block.kind === 'video') return block.address
  return block.kind === 'embed' ? block.address || block.text : ''
}

/** The posts are in page order, as they were met. */
function lastBefore(posts: readonly PageNode[], index: number): number {
  let [from, to] = [0, posts.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((posts[middle]?.index ?? 0) <= index) from = middle + 1
    else to = middle
  }
  return from - 1
}
