import type { Article, Block } from './article.ts'

/** The readable text of a block: list items and table rows on lines of their own; '' for a bare picture. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.text
    case 'list':
      return block.items.map((item) => item.text).join('\n')
    case 'table':
      return block.rows.map((row) => row.join('\t')).join('\n')
    case 'figure':
      return block.caption
    case 'embed':
      return block.text
  }
}

/** The article's body as plain text: its prose blocks (no captions, no embeds), separated by blank lines. */
export function bodyText(article: Pick<Article, 'blocks'>): string {
  return article.blocks
    .filter((block) => block.kind !== 'figure' && block.kind !== 'embed')
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n')
}
