import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from '../../model/article.ts'
import { blockText } from '../../model/block-text.ts'
import { blockChanges, type MarkedBlock } from './block-changes.ts'

const article = (...texts: readonly string[]): { readonly blocks: readonly Block[] } => ({
  blocks: texts.map((text) => ({ kind: 'paragraph', text, links: [] })),
})

const marks = (blocks: readonly MarkedBlock[]): string =>
  blocks.map(({ block, isChange }) => blockText(block) + (isChange ? '*' : '')).join(' ')

describe('blockChanges', () => {
  const cases: readonly (readonly [string, Parameters<typeof blockChanges>, string, string])[] = [
    ['marks nothing where nothing changed', [article('a', 'b'), article('a', 'b')], 'a b', 'a b'],
    ['marks what goes and what comes', [article('a', 'ad'), article('a', 'note')], 'a ad*', 'a note*'],
    ['tells one of two equal blocks', [article('a', 'a'), article('a')], 'a a*', 'a'],
    ['marks all where there was no article', [null, article('a', 'b')], '', 'a* b*'],
  ]
  for (const [name, [before, after], old, young] of cases)
    it(name, () => {
      const changes = blockChanges(before, after)
      assert.deepEqual([marks(changes.before), marks(changes.after)], [old, young])
    })
})
