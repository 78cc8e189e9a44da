import type { LinkedText, List, ListItem } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import type { PageNode } from '../parse/page-node.ts'
import { joinLines, linkedText } from './linked-text.ts'

/** Lists within lists deeper than this are items of the last. */
const deepest = 6

interface Draft {
  readonly texts: LinkedText[]
  inner: { readonly ordered: boolean; readonly items: Draft[] } | null
}

/** The passages of a list, each in its item, and lists within items as they are. */
export function listBlock(list: PageNode, passages: readonly Passage[], base: string): List {
  const items: Draft[] = []
  const drafts = new Map<PageNode, Draft>()
  for (const passage of passages) draftAt(wayTo(passage.node, list)).texts.push(linkedText(passage, base))
  return { kind: 'list', ordered: list.tag === 'ol', items: items.map(toItem) }

  function draftAt(way: readonly PageNode[]): Draft {
    let siblings = items
    let draft: Draft = { texts: [], inner: null }
    for (const [depth, item] of way.entries()) {
      const known = drafts.get(item)
      draft = known ?? { texts: [], inner: null }
      if (known === undefined) {
        drafts.set(item, draft)
        siblings.push(draft)
      }
      if (depth === way.length - 1) break
      draft.inner ??= { ordered: way[depth + 1]?.parent?.tag === 'ol', items: [] }
      siblings = draft.inner.items
    }
    return draft
  }
}

/** The items that a passage stands in, outermost first: each is a child of a list. */
function wayTo(node: PageNode, list: PageNode): readonly PageNode[] {
  const way: PageNode[] = []
  let child = node
  for (let at: PageNode | null = node; at !== null && at !== list; at = at.parent) {
    child = at
    if (at.parent !== null && at.parent !== list && isList(at.parent) && at.tag === 'li') way.push(at)
  }
  return [child, ...way.reverse()].slice(0, deepest)
}

export function isList({ tag }: PageNode): boolean {
  return tag === 'ul' || tag === 'ol'
}

function toItem({ texts, inner }: Draft): ListItem {
  const text = joinLines(texts)
  if (inner === null) return text
  return { ...text, inner: { kind: 'list', ordered: inner.ordered, items: inner.items.map(toItem) } }
}
