import { kazakhSuffixes } from '../data/kazakh-suffixes.ts'
import { type Endings, endings, without } from './endings.ts'

const cases = endings(kazakhSuffixes.cases)
const possessives = endings(kazakhSuffixes.possessives)
const plurals = endings(kazakhSuffixes.plurals)

/**
 * A light stemmer of our own for folded Kazakh words: takes case, possessive and plural suffixes off, in the order in
 * which they were put on from the end, and hardens the consonant that they softened (мектебі, мектеп).
 */
export function stemKazakh(word: string): string {
  const uncased = shortened(word, cases, 3)
  const unowned = shortened(uncased, possessives, 3)
  const single = shortened(unowned, plurals, 2)
  if (kazakhSuffixes.whole.has(single)) return single
  return single.replace(/(?<=..)[бғг]$/, (letter) => kazakhSuffixes.voiced[letter] ?? letter)
}

function shortened(word: string, list: Endings, atLeast: number): string {
  if (kazakhSuffixes.whole.has(word)) return word
  const stem = without(word, list.find(word, atLeast))
  return /[аәеиіоөуұүыэюя]/.test(stem) ? stem : word
}
