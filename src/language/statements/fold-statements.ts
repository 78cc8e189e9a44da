import type { LanguageTag } from '../../model/language-tag.ts'
import { negations } from '../data/negations.ts'
import { foldWord } from '../fold-word.ts'
import { stems, words } from '../stem-words.ts'

/** What one speaker said, as one article has it. */
export interface SaidOnce {
  readonly content: string
  readonly language: LanguageTag
}

/**
 * Which of one speaker's statements are the same words carried several times, whole, shortened or in other case forms:
 * groups of places in the list, in the order of their first, each place in one group. Statements in two languages, with
 * other numbers, or of which one says "not" where the other does not, are never one.
 */
export function foldStatements(said: readonly SaidOnce[]): readonly (readonly number[])[] {
  const groups: { readonly leader: Words; readonly places: number[] }[] = []
  for (const [place, statement] of said.entries()) {
    const own = wordsOf(statement)
    const group = groups.find(({ leader }) => isSame(leader, own))
    if (group === undefined) groups.push({ leader: own, places: [place] })
    else group.places.push(place)
  }
  return groups.map(({ places }) => places)
}

interface Words {
  readonly language: LanguageTag
  readonly stems: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly negations: number
}

function wordsOf({ content, language }: SaidOnce): Words {
  const no = negations.get(language)
  const all = words(content).map(({ text }) => foldWord(text))
  return {
    language,
    stems: new Set(stems(content, language)),
    numbers: new Set(all.filter((word) => /\d/.test(word))),
    negations: all.filter((word) => no?.has(word) === true || word.endsWith("n't")).length,
  }
}

/** Fewer words than that are only one statement where they are all the same: «Мы готовы». */
const enoughWords = 5
const leastShared = 0.8
/** A part that small of a long statement is no shorter version of it. */
const leastPart = 0.3

function isSame(one: Words, other: Words): boolean {
  if (one.language !== other.language) return false
  const [short, long] = one.stems.size <= other.stems.size ? [one, other] : [other, one]
  const shared = [...short.stems].filter((stem) => long.stems.has(stem)).length
  if (short.stems.size < enoughWords) return shared === long.stems.size
  if (shared < leastShared * short.stems.size || short.stems.size < leastPart * long.stems.size) return false
  if ([...short.numbers].some((number) => !long.numbers.has(number))) return false
  // A shortened one may leave out a clause with its "not"; one as long may not.
  const isShortened = short.stems.size < leastShared * long.stems.size
  return isShortened ? short.negations <= long.negations : short.negations === long.negations
}
