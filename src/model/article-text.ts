import type { Article, Block, LinkedText, List, LiveEntry, TextLink } from './article.ts'
import { blockText, isProse } from './block-text.ts'
import type { Span } from './marks.ts'

/** A stretch of the text and where it stands in the article. */
export interface TextPart extends Span {
  readonly field: 'headline' | 'lead' | 'block' | 'entry-headline'
  /** Of a block: its place in `allBlocks`. Of an entry's headline: the entry's place. Otherwise 0. */
  readonly index: number
}

/** An article as one text: what marks are offsets into. */
export interface ArticleText {
  readonly text: string
  readonly parts: readonly TextPart[]
  readonly links: readonly TextLink[]
}

const between = '\n\n'

/**
 * Headline, lead and body as one text with blank lines between them: prose blocks, then the entries of a live blog with
 * theirs. Captions and embeds are not in it. Links keep their addresses at the offsets of this text.
 */
export function articleText(article: Pick<Article, 'headline' | 'lead' | 'blocks' | 'entries'>): ArticleText {
  const parts: TextPart[] = []
  const links: TextLink[] = []
  let text = ''
  const add = (
    field: TextPart['field'],
    index: number,
    piece: string,
    linked: readonly TextLink[] = [],
  ): void => {
    if (piece === '') return
    const start = text === '' ? 0 : text.length + between.length
    text = text === '' ? piece : text + between + piece
    parts.push({ field, index, start, end: text.length })
    for (const link of linked) links.push({ ...link, start: start + link.start, end: start + link.end })
  }
  add('headline', 0, article.headline)
  add('lead', 0, article.lead ?? '')
  let blocks = 0
  const addBlocks = (some: readonly Block[]): void => {
    for (const block of some) {
      if (isProse(block)) add('block', blocks, blockText(block), blockLinks(block))
      blocks += 1
    }
  }
  addBlocks(article.blocks)
  article.entries?.forEach(({ headline, blocks: own }: LiveEntry, index) => {
    add('entry-headline', index, headline ?? '')
    addBlocks(own)
  })
  return { text, parts, links }
}

/** Links of a block at the offsets of `blockText`. */
function blockLinks(block: Block): readonly TextLink[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.links
    case 'list':
      return onLines(itemsOf(block))
    default:
      return []
  }
}

function itemsOf({ items }: List): readonly LinkedText[] {
  return items.flatMap((item) => [item, ...(item.inner === undefined ? [] : itemsOf(item.inner))])
}

function onLines(lines: readonly LinkedText[]): readonly TextLink[] {
  let start = 0
  return lines.flatMap(({ text, links }) => {
    const moved = links.map((link) => ({ ...link, start: start + link.start, end: start + link.end }))
    start += text.length + 1
    return moved
  })
}
