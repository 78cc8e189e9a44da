import { readFileSync } from 'node:fs'

/** Words that say whether the date behind them is of publication or of a change: date-labels.json. */
const table = JSON.parse(readFileSync(new URL('./date-labels.json', import.meta.url), 'utf8')) as Readonly<
  Record<'published' | 'modified', readonly string[]>
>

export const dateLabels: { readonly published: RegExp; readonly modified: RegExp } = {
  published: opening(table.published),
  modified: opening(table.modified),
}

/** At the beginning of a line, as whole words. */
function opening(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return new RegExp(`^[\\s([]*(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])`, 'iu')
}
