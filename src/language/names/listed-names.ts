import { countryNames } from '../data/country-names.ts'
import { type ListName, listNames, nameLists } from '../data/name-lists.ts'
import { nameStems } from '../data/name-stems.ts'
import { tokensOf } from '../text/tokens.ts'
import { nameStem } from './name-stem.ts'

/** The bit of a list in the numbers that `listsOfStem` gives. */
export function bitOf(list: ListName): number {
  return 1 << listNames.indexOf(list)
}

/** Every list that has a name of one word with this stem, as bits; 0 for none. */
export function listsOfStem(stem: string): number {
  return words.get(stem) ?? 0
}

/** A listed name of several words, as the stems of what follows its first. */
export interface ListedPhrase {
  readonly rest: readonly string[]
  readonly list: ListName
}

/** Names of several words whose first has this stem, longest first. */
export function phrasesFrom(stem: string): readonly ListedPhrase[] {
  return phrases.get(stem) ?? none
}

const none: readonly ListedPhrase[] = []
const words = new Map<string, number>()
const phrases = new Map<string, ListedPhrase[]>()
fill()

function fill(): void {
  for (const [list, stems] of nameStems) for (const stem of stems) addWord(stem, list)
  for (const [list, names] of nameLists) for (const name of names) add(name, list)
  for (const [, country] of countryNames()) add(country, 'country')
  for (const some of phrases.values()) some.sort((a, b) => b.rest.length - a.rest.length)
}

function add(name: string, list: ListName): void {
  const [first, ...rest] = tokensOf(name).map(({ folded }) => nameStem(folded))
  if (first === undefined) return
  if (rest.length === 0) addWord(first, list)
  else phrases.set(first, [...(phrases.get(first) ?? []), { rest, list }])
}

function addWord(stem: string, list: ListName): void {
  words.set(stem, (words.get(stem) ?? 0) | bitOf(list))
}
