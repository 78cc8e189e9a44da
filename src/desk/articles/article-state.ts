import type { ArticleId } from '../../model/article.ts'

/** What of an article its reader asked to see, as its address keeps it. */
export interface ArticleState {
  /** Pictures are loaded from where they lie. */
  readonly pictures: boolean
  /** What was found is marked in the text. */
  readonly marks: boolean
  /** What the text says that somebody thinks or wants stands among what was said. */
  readonly thoughts: boolean
}

export function articleState(query: (name: string) => string | undefined): ArticleState {
  return {
    pictures: query('pictures') === 'shown',
    marks: query('marks') !== 'hidden',
    thoughts: query('thoughts') === 'shown',
  }
}

export function articleAddress(id: ArticleId, { pictures, marks, thoughts }: ArticleState): string {
  const query = new URLSearchParams({
    ...(pictures ? { pictures: 'shown' } : {}),
    ...(marks ? {} : { marks: 'hidden' }),
    ...(thoughts ? { thoughts: 'shown' } : {}),
  })
  return query.size === 0 ? `/articles/${id}` : `/articles/${id}?${query}`
}
