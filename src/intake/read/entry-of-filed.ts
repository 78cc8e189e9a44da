import type { FiledArticle } from '../../archive/archive.ts'
import { bareEntry } from '../../model/bare-entry.ts'
import type { Entry } from '../../model/source.ts'

/** What is filed of an article, as if its source said it: what a page leaves out stays as it was when it is read again. */
export function entryOfFiled({ article }: FiledArticle): Entry {
  return {
    ...bareEntry(article.address),
    headline: article.headline,
    publishedAt: article.publishedAt?.at ?? null,
    authors: article.authors,
    categories: article.keywords,
    images: article.image === null ? [] : [article.image.address],
    language: article.language === 'und' ? null : article.language,
  }
}
