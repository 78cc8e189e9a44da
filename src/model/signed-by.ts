import type { Article } from './article.ts'

/** The names in an article's byline: its authors, and the agency where it is not among them already. */
export function signedBy({ authors, agency }: Pick<Article, 'authors' | 'agency'>): readonly string[] {
  const isAuthor = authors.some((name) => name.toLowerCase() === agency?.toLowerCase())
  return agency === null || isAuthor ? authors : [...authors, agency]
}
