import type { Article } from '../model/article.ts'
import { articleText } from '../model/article-text.ts'
import type { Marks } from '../model/marks.ts'
import { markText } from './mark-text.ts'

/** What is found in an article's headline, lead and body; offsets into `articleText(article).text`. */
export function markArticle(article: Article): Marks {
  const { text, links } = articleText(article)
  return markText({ text, links, language: article.language })
}
