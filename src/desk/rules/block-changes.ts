import type { Article, Block } from '../../model/article.ts'
import { allBlocks } from '../../model/block-text.ts'

export interface MarkedBlock {
  readonly block: Block
  /** Whether the other article lacks it. */
  readonly isChange: boolean
}

/** The blocks of two readings of one page, each with whether the other has it too. */
export function blockChanges(
  before: Pick<Article, 'blocks' | 'entries'> | null,
  after: Pick<Article, 'blocks' | 'entries'> | null,
): { readonly before: readonly MarkedBlock[]; readonly after: readonly MarkedBlock[] } {
  const [old, young] = [before, after].map((article) => (article === null ? [] : allBlocks(article))) as [
    readonly Block[],
    readonly Block[],
  ]
  return { before: marked(old, young), after: marked(young, old) }
}

function marked(blocks: readonly Block[], others: readonly Block[]): readonly MarkedBlock[] {
  const left = new Map<string, number>()
  for (const other of others.map((one) => JSON.stringify(one))) left.set(other, (left.get(other) ?? 0) + 1)
  return blocks.map((block) => {
    const key = JSON.stringify(block)
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return { block, isChange: count <= 0 }
  })
}
