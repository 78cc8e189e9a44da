import { diffArrays } from 'diff'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond this many differing words two texts have little in common, and comparing them would take long. */
const mostDifferences = 1000

/**
 * What changed from one text to the other, word by word in any script. The parts without the removed ones, joined, are
 * the text after; without the added ones they are the text before, but for spaces, which are not compared.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, young] = [wordsOf(before), wordsOf(after)]
  const number = numbering()
  const changes = diffArrays(old.map(number), young.map(number), { maxEditLength: mostDifferences })
  if (changes === undefined) {
    return phrases([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  }
  let [oldAt, youngAt] = [0, 0]
  return phrases(
    changes.map(({ added, removed, value: { length } }): DiffPart => {
      if (!added) oldAt += length
      if (!removed) youngAt += length
      const text = removed ? old.slice(oldAt - length, oldAt) : young.slice(youngAt - length, youngAt)
      return { kind: added ? 'added' : removed ? 'removed' : 'same', text: text.join('') }
    }),
  )
}

/** Numbers are compared far faster than words, and a comparison is made millions of times. */
function numbering(): (word: string) => number {
  const known = new Map<string, number>()
  return (word) => {
    const bare = word.replace(/[^\S\n]+$/, '')
    const number = known.get(bare) ?? known.size
    known.set(bare, number)
    return number
  }
}

/** Words and other signs, each with the spaces after it, and line breaks. */
function wordsOf(text: string): string[] {
  return text.match(/\n+|(?:[\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*|.)[^\S\n]*/gsu) ?? []
}

/** A change is what was removed and then what was added; a space that ends both belongs to neither. */
function phrases(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts
    .flatMap((part, index): readonly DiffPart[] => {
      const pair =
        part.kind === 'removed' && parts[index + 1]?.kind === 'added' ? parts[index + 1] : undefined
      const isPaired = part.kind === 'added' && parts[index - 1]?.kind === 'removed'
      if (isPaired) return []
      if (pair === undefined) return [part]
      const isSpaced = part.text.endsWith(' ') && pair.text.endsWith(' ')
      if (!isSpaced) return [part, pair]
      return [
        { kind: 'removed', text: part.text.slice(0, -1) },
        { kind: 'added', text: pair.text.slice(0, -1) },
        { kind: 'same', text: ' ' },
      ]
    })
    .filter(({ text }) => text !== '')
}
