import type { Article, Block, LinkedText, List } from '../../model/article.ts'
import { isCounter } from '../data/counter-words.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { plainForm } from './plain-form.ts'

/**
 * What an outlet says in an article, as text to be compared with what it said at another time: headline, lead, authors,
 * text, quotes, tables, captions, posts, in a plain form. Left out is what changes while nobody changes the article:
 * counters and 'five minutes ago', ad markers, lists of links to other articles, the addresses of links and pictures.
 */
export function contentForm(
  article: Pick<Article, 'headline' | 'lead' | 'authors' | 'blocks' | 'entries'>,
): string {
  const { headline, lead, authors, blocks, entries = [] } = article
  return [
    [headline],
    [lead ?? ''],
    authors.toSorted(),
    blocks.flatMap(linesOf),
    ...entries.map((entry) => [entry.headline ?? '', ...entry.blocks.flatMap(linesOf)]),
  ]
    .map((lines) =>
      lines
        .flatMap((line) => line.split('\n'))
        .filter(saysSomething)
        .map(plainForm)
        .join('\n'),
    )
    .join('\n\n')
}

function saysSomething(line: string): boolean {
  return line.trim() !== '' && !isCounter(line) && !isFurnitureText(line)
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return isOnlyLinks(block) ? [] : [block.text]
    case 'list':
      return itemsOf(block).every(isOnlyLinks) ? [] : itemsOf(block).map(({ text }) => text)
    case 'definitions':
      return block.items.map(({ term, meaning }) => `${term}: ${meaning.text}`)
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.map(plainForm).join(' | '))]
    case 'code':
      return [block.text]
    case 'figure':
      return [block.caption]
    case 'gallery':
      return block.pictures.map(({ caption }) => caption)
    case 'video':
      return [block.title]
    case 'embed':
      // The text of a post stands on another site, and may be loaded or not.
      return [block.address === '' ? block.text : withoutQuery(block.address)]
  }
}

function itemsOf({ items }: List): readonly LinkedText[] {
  return items.flatMap((item) => [item, ...(item.inner === undefined ? [] : itemsOf(item.inner))])
}

/** A line of links leads elsewhere: which articles it names changes with the day. */
function isOnlyLinks({ text, links }: LinkedText): boolean {
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0)
  return linked > text.length * 0.7
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '')
}
