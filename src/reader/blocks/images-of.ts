import type { Image } from '../../model/article.ts'
import { cleanText } from '../parse/clean-text.ts'
import { absolute, pixels } from '../parse/page-address.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

/** The pictures of an element, each at its node, without the page's own signs and counters. */
export interface Images {
  at(node: PageNode): Image | null
  /** Whether any stand in the element, itself included. */
  isIn(node: PageNode): boolean
}

export function imagesOf(page: Page, element: PageNode, base: string): Images {
  const found = new Map<number, Image>()
  const counts = new Uint32Array(element.end - element.index + 1)
  for (let i = element.index; i < element.end; i++) {
    const node = page.nodes[i] as PageNode
    const image = isImage(node) ? imageAt(node, base) : null
    if (image !== null) found.set(i, image)
    const at = i - element.index
    counts[at + 1] = (counts[at] ?? 0) + (image === null ? 0 : 1)
  }
  return {
    at: (node) => found.get(node.index) ?? null,
    isIn: (node) => (counts[node.end - element.index] ?? 0) > (counts[node.index - element.index] ?? 0),
  }
}

export function isImage({ tag }: PageNode): boolean {
  return tag === 'img' || tag === 'amp-img'
}

function imageAt(node: PageNode, base: string): Image | null {
  const width = pixels(attribute(node, 'width'))
  const height = pixels(attribute(node, 'height'))
  if ((width !== null && width < 80) || (height !== null && height < 60)) return null
  const address = absolute(sourceOf(node), base)
  if (address === null || /\b(?:pixel|spacer|blank|1x1|avatar|logo|icon|sprite|emoji)\b/i.test(address))
    return null
  return { address, alt: cleanText(attribute(node, 'alt')), width, height }
}

/** Lazy pictures keep a placeholder in `src` and their address elsewhere. */
function sourceOf(node: PageNode): string {
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'data-lazy']) {
    const value = attribute(node, name)
    if (value !== '' && !value.startsWith('data:')) return value
  }
  const source = attribute(node, 'src')
  if (source !== '' && !source.startsWith('data:')) return source
  const set =
    attribute(node, 'srcset') || attribute(node, 'data-srcset') || attribute(node, 'data-lazy-srcset')
  return /^\s*(\S+)/.exec(set)?.[1] ?? 'data:'
}
