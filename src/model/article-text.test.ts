import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block } from './article.ts'
import { articleText } from './article-text.ts'

const paragraph = (text: string, ...links: [string, string][]): Block => ({
  kind: 'paragraph',
  text,
  links: links.map(([words, address]) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    address,
  })),
})

describe('the text of an article', () => {
  it('is headline, lead and prose with blank lines between, and knows where each part stands', () => {
    const { text, parts } = articleText({
      headline: 'Bridge opens',
      lead: null,
      blocks: [
        { kind: 'figure', images: [], caption: 'The bridge', credit: '' },
        paragraph('It opened on Monday.'),
      ],
    })
    assert.equal(text, 'Bridge opens\n\nIt opened on Monday.')
    assert.deepEqual(
      parts.map(({ field, index, start, end }) => [field, index, text.slice(start, end)]),
      [
        ['headline', 0, 'Bridge opens'],
        ['block', 1, 'It opened on Monday.'],
      ],
    )
  })

  it('keeps links at the offsets of the whole text, those of list items too', () => {
    const item = (text: string, words: string, address: string) => ({
      text,
      links: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length, address }],
    })
    const { text, links } = articleText({
      headline: 'H',
      lead: 'L',
      blocks: [
        paragraph('As Port Herald wrote.', ['Port Herald', 'https://herald.example/a']),
        {
          kind: 'list',
          ordered: false,
          items: [
            item('first one', 'one', 'https://one.example/'),
            item('second two', 'two', 'https://two.example/'),
          ],
        },
      ],
    })
    assert.deepEqual(
      links.map(({ start, end, address }) => [text.slice(start, end), address]),
      [
        ['Port Herald', 'https://herald.example/a'],
        ['one', 'https://one.example/'],
        ['two', 'https://two.example/'],
      ],
    )
  })

  it('puts the entries of a live blog behind the blocks, counted as allBlocks counts them', () => {
    const { text, parts } = articleText({
      headline: 'Live',
      lead: null,
      blocks: [paragraph('Above.')],
      entries: [{ headline: 'Ten o’clock', at: null, address: null, blocks: [paragraph('It began.')] }],
    })
    assert.deepEqual(
      parts.map(({ field, index, start, end }) => [field, index, text.slice(start, end)]),
      [
        ['headline', 0, 'Live'],
        ['block', 0, 'Above.'],
        ['entry-headline', 0, 'Ten o’clock'],
        ['block', 1, 'It began.'],
      ],
    )
  })
})
