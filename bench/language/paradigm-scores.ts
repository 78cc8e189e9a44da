import { readFileSync } from 'node:fs'
import { stems } from '../../src/language/stem-words.ts'

/**
 * How a stemmer treats the words of src/language/testdata/paradigms-*.txt, a word with its forms a line, written by us.
 * `together`: of all pairs of forms of one word, the share that get one stem (what search finds). `apart`: of all words,
 * the share that share no stem with another word (what search does not confuse).
 */
export function paradigmScores(language: string): { readonly together: number; readonly apart: number } {
  const words = readFileSync(
    new URL(`../../src/language/testdata/paradigms-${language}.txt`, import.meta.url),
    'utf8',
  )
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((form) => stems(form, language).join(' ')))
  let pairs = 0
  let same = 0
  for (const forms of words)
    for (const [at, one] of forms.entries())
      for (const other of forms.slice(at + 1)) {
        pairs += 1
        if (one === other) same += 1
      }
  const owners = new Map<string, Set<number>>()
  for (const [number, forms] of words.entries())
    for (const stem of forms) owners.set(stem, (owners.get(stem) ?? new Set()).add(number))
  const confused = new Set(
    [...owners.values()].filter((numbers) => numbers.size > 1).flatMap((all) => [...all]),
  )
  return { together: same / pairs, apart: 1 - confused.size / words.length }
}
