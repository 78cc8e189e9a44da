import { ukrainianSuffixes } from '../data/ukrainian-suffixes.ts'
import { type Endings, endings, without } from './endings.ts'

const reflexive = endings(ukrainianSuffixes.reflexive)
const ending = endings(ukrainianSuffixes.endings)
const thematic = endings(ukrainianSuffixes.thematic)
const shortestRoot = 4

/**
 * A light stemmer of our own for folded Ukrainian words: takes the ending off, then what verbs and adjectives put
 * before it, then lets the sounds that change between case forms (рік, року; руці, рука; ринок, ринку) fall together.
 */
export function stemUkrainian(word: string): string {
  const known = ukrainianSuffixes.forms.get(word)
  if (known !== undefined) return known
  return settled(root(shortened(shortened(word, reflexive, 3), ending, 3)))
}

/** What is left may end as if it had an ending itself (Газпром): it falls in every form, or the forms would differ. */
function root(stem: string): string {
  const shorter = shortened(shortened(stem, thematic, shortestRoot), ending, shortestRoot)
  return shorter === stem ? stem : root(shorter)
}

function shortened(word: string, list: Endings, atLeast: number): string {
  for (let from = atLeast; from < word.length; from += 1) {
    const found = list.find(word, from)
    if (found === null) return word
    const stem = without(word, found)
    if (hasVowel(stem) || !hasVowel(word)) return stem
    from = stem.length
  }
  return word
}

function settled(stem: string): string {
  const single = stem.replace(/([бвгджзклмнпрстфхцчшщ])\1$/, '$1').replace(/(?<=..)[ьй]$/, '')
  const other = ukrainianSuffixes.alternations.get(single)
  if (other !== undefined) return other
  const hard = dropped(single, /ец$/, 'ц').replace(/(?<=..)ц$/, 'к')
  return dropped(hard, /[ое]к$/, 'к')
}

/** A vowel that comes and goes is dropped where another is left. */
function dropped(stem: string, pattern: RegExp, by: string): string {
  const short = stem.replace(pattern, by)
  return short.length >= 3 && hasVowel(short) ? short : stem
}

function hasVowel(word: string): boolean {
  return /[аеєиіїоуюя]/.test(word)
}
