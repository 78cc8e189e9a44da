import { englishSuffixes } from '../data/english-suffixes.ts'
import { endings, regionAfter, without } from './endings.ts'

const exceptions = new Map(Object.entries(englishSuffixes.exceptions))
const finishedAfterPlural = new Set(englishSuffixes.finishedAfterPlural.split(' '))
const regionPrefixes = englishSuffixes.regionPrefixes.split(' ')
const plainSuffixes = new Map(Object.entries(englishSuffixes.plainSuffixes))
const furtherSuffixes = new Map(Object.entries(englishSuffixes.furtherSuffixes))
const plainEndings = endings([...plainSuffixes.keys()].join(' '))
const furtherEndings = endings([...furtherSuffixes.keys()].join(' '))
const lastEndings = endings(englishSuffixes.lastSuffixes)
const pluralEndings = endings("'s' 's '")

/**
 * The Snowball stemmer for English, also called Porter 2 (https://snowballstem.org/algorithms/english/stemmer.html),
 * for folded words. A consonant y is written Y on the way.
 */
export function stemEnglish(word: string): string {
  if (word.length <= 2) return word
  const exception = exceptions.get(word)
  if (exception !== undefined) return exception
  const start = word.replace(/^'/, '').replace(/^y|(?<=[aeiouy])y/g, 'Y')
  const { r1, r2 } = regions(start)
  const singular = withoutPlural(without(start, pluralEndings.find(start, 0)))
  if (finishedAfterPlural.has(singular)) return singular
  const uninflected = withSoftY(withoutTense(singular, r1))
  const plain = withoutLast(withoutFurther(withoutPlain(uninflected, r1), r1, r2), r2)
  return withoutSilentEnd(plain, r1, r2).toLowerCase()
}

function regions(word: string): { readonly r1: number; readonly r2: number } {
  const prefix = regionPrefixes.find((known) => word.startsWith(known))
  const r1 = prefix === undefined ? regionAfter(word, 0, isVowel) : prefix.length
  return { r1, r2: regionAfter(word, r1, isVowel) }
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1)
  if (/(?:us|ss)$/.test(word)) return word
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word
}

/** Step 1b. */
function withoutTense(word: string, r1: number): string {
  const agreed = /eed(?:ly)?$/.exec(word)
  if (agreed !== null) return agreed.index >= r1 ? `${word.slice(0, agreed.index)}ee` : word
  const tense = /(?:ed|ing)(?:ly)?$/.exec(word)
  if (tense === null || !/[aeiouy]/.test(word.slice(0, tense.index))) return word
  const stem = word.slice(0, tense.index)
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(stem)) return stem.slice(0, -1)
  return isShort(stem, r1) ? `${stem}e` : stem
}

/** Step 1c. */
function withSoftY(word: string): string {
  return /.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word
}

/** Step 2. */
function withoutPlain(word: string, r1: number): string {
  const ending = plainEndings.find(word, 0)
  if (ending === null || word.length - ending.length < r1) return word
  const stem = without(word, ending)
  if (ending === 'ogi' && !stem.endsWith('l')) return word
  if (ending === 'li' && !/[cdeghkmnrt]$/.test(stem)) return word
  return stem + plainSuffixes.get(ending)
}

/** Step 3. */
function withoutFurther(word: string, r1: number, r2: number): string {
  const ending = furtherEndings.find(word, 0)
  if (ending === null || word.length - ending.length < (ending === 'ative' ? r2 : r1)) return word
  return without(word, ending) + furtherSuffixes.get(ending)
}

/** Step 4. */
function withoutLast(word: string, r2: number): string {
  const ending = lastEndings.find(word, 0)
  if (ending === null || word.length - ending.length < r2) return word
  const stem = without(word, ending)
  return ending === 'ion' && !/[st]$/.test(stem) ? word : stem
}

/** Step 5. */
function withoutSilentEnd(word: string, r1: number, r2: number): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('e')) return stem.length >= r2 || (stem.length >= r1 && !endsShort(stem)) ? stem : word
  return word.endsWith('ll') && stem.length >= r2 ? stem : word
}

function isShort(word: string, r1: number): boolean {
  return r1 >= word.length && endsShort(word)
}

/** A short syllable at the end, as the algorithm calls it. */
function endsShort(word: string): boolean {
  return /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/.test(word)
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter)
}
