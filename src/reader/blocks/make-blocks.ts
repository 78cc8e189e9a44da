import type { Block } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import { role } from '../body/role.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { BlockInput } from './block-input.ts'
import { codeBlock } from './code-block.ts'
import { definitionsBlock } from './definitions-block.ts'
import { gatherGalleries } from './gather-galleries.ts'
import { groupsOf } from './groups-of.ts'
import { linkedText } from './linked-text.ts'
import { listBlock } from './list-block.ts'
import { mediaIn } from './media-in.ts'
import { tableBlock } from './table-block.ts'

/** The kept passages, with the pictures and posts between them, as the blocks of an article, in page order. */
export function makeBlocks(input: BlockInput): readonly Block[] {
  const { page, container, address } = input
  const media = mediaIn(input)
  const kept = input.kept.filter((passage) => !media.holds(passage.start))
  const placed: { readonly at: number; readonly block: Block }[] = [...media.placed]
  const groupOf = groupsOf(container, kept)
  const groups = new Map<PageNode, Passage[]>()
  for (const passage of kept) {
    const group = groupOf(passage)
    if (group === null) placed.push({ at: passage.start, block: single(passage, address) })
    else {
      const known = groups.get(group)
      if (known === undefined) groups.set(group, [passage])
      else known.push(passage)
    }
  }
  for (const [group, passages] of groups)
    placed.push({ at: passages[0]?.start ?? group.index, block: groupBlock(page, group, passages, address) })
  const blocks = placed.sort((a, b) => a.at - b.at).map(({ block }) => block)
  return gatherGalleries(blocks)
}

function groupBlock(page: Page, group: PageNode, passages: readonly Passage[], base: string): Block {
  if (group.tag === 'table') return tableBlock(page, group)
  if (group.tag === 'pre') return codeBlock(page, group)
  return group.tag === 'dl' ? definitionsBlock(group, passages, base) : listBlock(group, passages, base)
}

function single(passage: Passage, base: string): Block {
  const linked = linkedText(passage, base)
  if ((passage.roles & role.heading) !== 0) {
    const level = Number(/^h([2-6])$/.exec(headingTag(passage.node))?.[1] ?? 2) as 2 | 3 | 4 | 5 | 6
    return { kind: 'heading', level, ...linked }
  }
  return { kind: (passage.roles & role.quote) === 0 ? 'paragraph' : 'quote', ...linked }
}

function headingTag(node: PageNode): string {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (/^h[1-6]$/.test(at.tag)) return at.tag
  return 'h2'
}
