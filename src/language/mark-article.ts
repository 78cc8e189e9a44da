import type { Article } from '../model/article.ts'
import { articleText } from '../model/article-text.ts'
import type { Marks } from '../model/marks.ts'
import { clockOf } from './clock-of.ts'
import { markText } from './mark-text.ts'

/**
 * What is found in an article's headline, lead and body; offsets into `articleText(article).text`. Times are told by the
 * clocks of the outlet's zone (IANA), as far as it is known.
 */
export function markArticle(article: Article, zone: string | null = null): Marks {
  const { text, links } = articleText(article)
  const { language, publishedAt } = article
  return markText({ text, links, language, now: publishedAt === null ? null : clockOf(publishedAt, zone) })
}
