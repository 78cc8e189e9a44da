import type { Article, Block, List, LiveEntry } from './article.ts'

/** The readable text of a block: list items and table rows on lines of their own; '' for a bare picture. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'code':
    case 'embed':
      return block.text
    case 'list':
      return itemTexts(block).join('\n')
    case 'definitions':
      return block.items.map(({ term, meaning }) => `${term}: ${meaning.text}`).join('\n')
    case 'table':
      return block.rows.map((row) => row.join('\t').trimEnd()).join('\n')
    case 'figure':
      return block.caption
    case 'gallery':
      return block.pictures
        .map(({ caption }) => caption)
        .filter((caption) => caption !== '')
        .join('\n')
    case 'video':
      return block.title
  }
}

/**
 * The article's body as plain text: its prose blocks (no captions, no embeds), and below them the entries of a live
 * blog, separated by blank lines.
 */
export function bodyText(article: Pick<Article, 'blocks' | 'entries'>): string {
  return [...proseOf(article.blocks), ...(article.entries ?? []).flatMap(entryTexts)].join('\n\n')
}

/** Text of the article itself: no caption and no embed, which stand beside it. */
export function isProse({ kind }: Block): boolean {
  return !besideText.has(kind)
}

/** Every block of the article, those of its entries with them, in order. */
export function allBlocks({ blocks, entries = [] }: Pick<Article, 'blocks' | 'entries'>): readonly Block[] {
  return entries.length === 0 ? blocks : [...blocks, ...entries.flatMap((entry) => entry.blocks)]
}

function entryTexts({ headline, blocks }: LiveEntry): readonly string[] {
  return headline === null ? proseOf(blocks) : [headline, ...proseOf(blocks)]
}

function proseOf(blocks: readonly Block[]): readonly string[] {
  return blocks
    .filter(isProse)
    .map(blockText)
    .filter((text) => text !== '')
}

const besideText: ReadonlySet<Block['kind']> = new Set<Block['kind']>(['figure', 'gallery', 'video', 'embed'])

function itemTexts({ items }: List): readonly string[] {
  return items.flatMap(({ text, inner }) => [text, ...(inner === undefined ? [] : itemTexts(inner))])
}
