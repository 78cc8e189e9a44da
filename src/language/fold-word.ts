import { letterFolds } from './data/letter-folds.ts'

/** No word of a language is longer; what is, is data, and a database bounds its keys. */
const longestWord = 100

/**
 * One spelling for the ways to write a word: NFKC, lower case, ё as е, one apostrophe (none in Cyrillic words), no
 * stress marks, soft hyphens or invisible joiners, Latin and Greek letters without their diacritics. A letter of the
 * wrong alphabet that only looks right is put right. Idempotent; '' when nothing is left.
 */
export function foldWord(word: string): string {
  const lower = word.length > longestWord ? cut(word).toLowerCase() : word.toLowerCase()
  return isPlain.test(lower) ? lower : cut(fold(lower))
}

/** Letters that every later step would leave alone. */
const isPlain = /^(?:[a-z0-9]+|[а-яіїєәғқңөұүһў0-9]+)$/
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]|[\ufe00-\ufe0f]/g
const apostrophe = new RegExp(`[${letterFolds.apostrophes}]`, 'g')
/** Of these scripts no mark tells words apart for one who searches. */
const marked = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])[\p{M}\u0640]+/gu
const stress = /[\u0300\u0301\u0341]/g
const special = new RegExp(`[${[...letterFolds.letters.keys()].join('')}]`, 'g')

function fold(lower: string): string {
  const letters = lower
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(marked, '$1')
    .replace(stress, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(special, (letter) => letterFolds.letters.get(letter) ?? letter)
    .replace(apostrophe, "'")
    .replace(/^'+|'+$/g, '')
  if (!/\p{Script=Cyrillic}/u.test(letters)) return letters
  return /[a-z]/.test(letters) ? inOneAlphabet(letters).replaceAll("'", '') : letters.replaceAll("'", '')
}

const cyrillicLookAlikes: ReadonlyMap<string, string> = new Map(
  [...letterFolds.lookAlikes].map(([latin, cyrillic]) => [cyrillic, latin]),
)

/** A word of two alphabets goes over to the one that most of it is in, when every other letter looks like one there. */
function inOneAlphabet(word: string): string {
  const latin = word.match(/[a-z]/g)?.length ?? 0
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  return latin > cyrillic
    ? replacedIfAll(word, /\p{Script=Cyrillic}/gu, cyrillicLookAlikes)
    : replacedIfAll(word, /[a-z]/g, letterFolds.lookAlikes)
}

function replacedIfAll(word: string, letters: RegExp, by: ReadonlyMap<string, string>): string {
  const strangers = word.match(letters) ?? []
  return strangers.every((letter) => by.has(letter))
    ? word.replace(letters, (letter) => by.get(letter) ?? letter)
    : word
}

function cut(word: string): string {
  return word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, '')
}
