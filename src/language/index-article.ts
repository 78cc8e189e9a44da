import type { Article } from '../model/article.ts'
import { bodyText } from '../model/block-text.ts'
import { indexText } from './stem-words.ts'

/** The stems of an article that search looks through, field by field, in its own language. */
export function indexArticle(article: Article): {
  readonly headline: string
  readonly lead: string
  readonly body: string
  readonly authors: string
} {
  const { language } = article
  return {
    headline: indexText(article.headline, language),
    lead: indexText(article.lead ?? '', language),
    body: indexText(bodyText(article).slice(0, indexedCharacters), language),
    authors: indexText(article.authors.join('\n'), language),
  }
}

/** A book, and more than any article; what stands behind it cannot be searched for. */
const indexedCharacters = 500_000
