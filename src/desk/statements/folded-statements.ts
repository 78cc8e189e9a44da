import type { FiledStatement } from '../../archive/archive.ts'
import { foldStatements } from '../../language/statements/fold-statements.ts'

/** One statement as one or several articles carry it: `first` is the earliest of these. */
export interface FoldedStatement {
  readonly first: FiledStatement
  /** The later ones, earliest first. */
  readonly others: readonly FiledStatement[]
}

/** One speaker's statements with repeated ones folded, latest first by when each was first carried. */
export function foldedStatements(statements: readonly FiledStatement[]): readonly FoldedStatement[] {
  const groups = foldStatements(
    statements.map(({ content, article }) => ({ content, language: article.language })),
  )
  return groups
    .flatMap((places) => {
      const [first, ...others] = places
        .flatMap((place) => statements[place] ?? [])
        .toSorted((one, other) => one.article.at - other.article.at || one.article.id - other.article.id)
      return first === undefined ? [] : [{ first, others }]
    })
    .toSorted((one, other) => other.first.article.at - one.first.article.at)
}

export function isSaid({ act }: FiledStatement): boolean {
  return act === 'says'
}
