import type { Page, PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'

/** How much text, prose and link text each element holds, by prefix sums over the nodes of the page. */
export interface ProseSums {
  text(node: PageNode): number
  prose(node: PageNode): number
  links(node: PageNode): number
  /** From the top of the page to the element. */
  proseBefore(node: PageNode): number
}

export function proseSums(page: Page, passages: readonly Passage[]): ProseSums {
  const text = new Float64Array(page.nodes.length + 1)
  const prose = new Float64Array(page.nodes.length + 1)
  const links = new Float64Array(page.nodes.length + 1)
  for (const { start, weight, isProse, linkDensity } of passages) {
    text[start + 1] = weight
    if (isProse) prose[start + 1] = weight
    links[start + 1] = linkDensity * weight
  }
  for (let i = 1; i < text.length; i++) {
    text[i] = (text[i] ?? 0) + (text[i - 1] ?? 0)
    prose[i] = (prose[i] ?? 0) + (prose[i - 1] ?? 0)
    links[i] = (links[i] ?? 0) + (links[i - 1] ?? 0)
  }
  return {
    text: (node) => within(text, node),
    prose: (node) => within(prose, node),
    links: (node) => within(links, node),
    proseBefore: ({ index }) => prose[index] ?? 0,
  }
}

function within(sums: Float64Array, node: PageNode): number {
  return (sums[node.end] ?? 0) - (sums[node.index] ?? 0)
}
