import type { Block, List, TextLink } from '../../model/article.ts'

/** Where the blocks lead, each address once, in order. */
export function outgoingLinks(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.flatMap(linksOf).map((link) => link.address))]
}

function linksOf(block: Block): readonly TextLink[] {
  if (block.kind === 'list') return itemLinks(block)
  if (block.kind === 'definitions') return block.items.flatMap(({ meaning }) => meaning.links)
  return 'links' in block ? block.links : []
}

function itemLinks({ items }: List): readonly TextLink[] {
  return items.flatMap(({ links, inner }) => (inner === undefined ? links : [...links, ...itemLinks(inner)]))
}
