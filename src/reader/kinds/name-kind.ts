import type { Article, Reading } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import type { Page } from '../parse/page-node.ts'

/** An article, or what else the page is. */
export function nameKind(page: Page, metadata: Metadata, article: Article): Reading {
  const text = bodyText(article)
  if (text === '' && page.nodes.length < 3) return { kind: 'empty', why: 'The page holds no text.' }
  if (metadata.types.includes('LiveBlogPosting'))
    return { kind: 'live-blog', article, why: 'The page says of itself that it is a live blog.' }
  if (text === '' && article.headline === '')
    return { kind: 'empty', why: 'The page holds no text that reads as an article.' }
  return { kind: 'article', article }
}
