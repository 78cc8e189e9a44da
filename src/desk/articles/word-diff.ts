import { diffArrays } from 'diff'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond this many differing words two texts have little in common, and comparing them would take long. */
const mostDifferences = 4000

/** What changed from one text to the other, word by word in any script: the parts in order, joined they give both. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostDifferences })
  const parts = changes?.map(({ added, removed, value }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value.join(''),
  })) ?? [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ]
  return parts.filter(({ text }) => text !== '')
}

/** Words, runs of white space, and every other sign by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu) ?? []
}
