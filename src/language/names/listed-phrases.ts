import { type ListName, listNames } from '../data/name-lists.ts'
import { phrasesFrom } from './listed-names.ts'
import type { WordFacts } from './word-facts.ts'

/** For each word: 0, or which list has a name of several words here, and whether the word begins it or goes on. */
export function listedPhrases(words: readonly WordFacts[]): Uint8Array {
  const marks = new Uint8Array(words.length)
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as WordFacts
    if (!word.isCapital) continue
    const found = phrasesFrom(word.stem).find(({ rest }) =>
      rest.every((stem, ahead) => words[at + 1 + ahead]?.stem === stem),
    )
    if (found === undefined) continue
    const { rest, list } = found
    marks[at] = codeOf(list, true)
    marks.fill(codeOf(list, false), at + 1, at + 1 + rest.length)
    at += rest.length
  }
  return marks
}

function codeOf(list: ListName, isFirst: boolean): number {
  return 1 + listNames.indexOf(list) * 2 + (isFirst ? 0 : 1)
}
