import type { Passage } from '../body/passages.ts'
import { role } from '../body/role.ts'
import type { PageNode } from '../parse/page-node.ts'
import { isCode } from './code-block.ts'
import { isList } from './list-block.ts'
import { isDataTable } from './table-block.ts'

/** Items longer than this on the average are no list's: the page is laid out as one. */
const longestItem = 1200

/**
 * For each kept passage the outermost element of the container that is one block with all it holds (a list, a table of
 * data, a list of definitions, a `pre` of code), or null where the passage stands by itself.
 */
export function groupsOf(
  container: PageNode,
  kept: readonly Passage[],
): (passage: Passage) => PageNode | null {
  const known = new Map<PageNode, PageNode | null>()
  const sums = sumsOf(kept)
  return ({ node, roles }) =>
    (roles & (role.item | role.cell | role.pre)) === 0 && node.tag !== 'caption' ? null : groupAt(node)

  function groupAt(node: PageNode): PageNode | null {
    const way: PageNode[] = []
    let group: PageNode | null = null
    for (let at: PageNode | null = node; at !== null && at.end > at.index; at = at.parent) {
      const found = known.get(at)
      if (found !== undefined) {
        group = found
        break
      }
      way.push(at)
      if (at === container) break
    }
    for (let at = way.pop(); at !== undefined; at = way.pop()) {
      if (group === null && isGroup(at)) group = at
      known.set(at, group)
    }
    return group
  }

  function isGroup(node: PageNode): boolean {
    if (node.index < container.index && node.end >= container.end) return false
    if (node.tag === 'table') return isDataTable(node, within(node))
    if (node.tag === 'pre') return isCode(within(node))
    if (node.tag === 'dl') return !sums.holdsHeading(node)
    return isList(node) && !sums.holdsHeading(node) && sums.isShort(node)
  }

  function within(node: PageNode): readonly Passage[] {
    return kept.slice(sums.first(node.index), sums.first(node.end))
  }
}

function sumsOf(kept: readonly Passage[]): {
  first(index: number): number
  holdsHeading(node: PageNode): boolean
  isShort(list: PageNode): boolean
} {
  const headings = new Int32Array(kept.length + 1)
  const prose = new Float64Array(kept.length + 1)
  const paragraphs = new Int32Array(kept.length + 1)
  for (const [at, passage] of kept.entries()) {
    const isLong = passage.isProse
    headings[at + 1] = (headings[at] ?? 0) + ((passage.roles & role.heading) === 0 ? 0 : 1)
    prose[at + 1] = (prose[at] ?? 0) + (isLong ? passage.weight : 0)
    paragraphs[at + 1] = (paragraphs[at] ?? 0) + (isLong ? 1 : 0)
  }
  return {
    first,
    holdsHeading: (node) => total(headings, node) > 0,
    isShort: (list) => total(prose, list) <= longestItem * Math.max(1, itemsIn(list)),
  }

  function total(sums: Int32Array | Float64Array, { index, end }: PageNode): number {
    return (sums[first(end)] ?? 0) - (sums[first(index)] ?? 0)
  }

  /** How many items of the list hold text, as far as that matters. */
  function itemsIn(list: PageNode): number {
    const items = new Set<PageNode>()
    for (let at = first(list.index); at < first(list.end) && items.size < 10; at++) {
      let item = kept[at]?.node ?? list
      while (item !== list && item.parent !== null && item.parent !== list) item = item.parent
      items.add(item)
    }
    return items.size
  }

  /** The first kept passage that does not begin before this node. */
  function first(index: number): number {
    let [from, to] = [0, kept.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((kept[middle]?.start ?? 0) < index) from = middle + 1
      else to = middle
    }
    return from
  }
}
