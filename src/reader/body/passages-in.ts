import type { PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'

/** The passages that begin in an element, of passages in page order; null where there are more than `most`. */
export function passagesIn(
  node: PageNode,
  passages: readonly Passage[],
  most: number,
): readonly Passage[] | null {
  const found: Passage[] = []
  for (let at = firstFrom(passages, node.index); at < passages.length; at++) {
    const passage = passages[at] as Passage
    if (passage.start >= node.end) break
    if (found.length === most) return null
    found.push(passage)
  }
  return found
}

/** Where in the passages the first stands that begins at this node of the page or behind it. */
export function firstFrom(passages: readonly Passage[], index: number): number {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle] as Passage).start < index) low = middle + 1
    else high = middle
  }
  return low
}
