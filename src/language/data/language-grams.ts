import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'

/**
 * How probable each run of letters is in each language of an alphabet, as natural logarithms; made by
 * scripts/train-language-id.ts, see docs/models/language-id.md.
 */
export interface LanguageGrams {
  readonly languages: readonly LanguageTag[]
  /** For each run, where its weights begin in `weights`: one for each language, in their order. */
  readonly places: ReadonlyMap<string, number>
  readonly weights: Float32Array
}

/** Keyed by the Unicode name of the alphabet's script. */
export const languageGrams: ReadonlyMap<string, LanguageGrams> = load()

function load(): ReadonlyMap<string, LanguageGrams> {
  const table = JSON.parse(
    readFileSync(new URL('./language-grams.json', import.meta.url), 'utf8'),
  ) as GramTable
  return new Map(
    table.alphabets.map(({ name, languages, grams, weights }) => [
      name,
      {
        languages,
        places: new Map(grams.split(',').map((gram, at) => [gram, at * languages.length])),
        weights: Float32Array.from(weights, (character) => weightOf(character, table)),
      },
    ]),
  )
}

interface GramTable {
  readonly floor: number
  /** Stands for the floor; each character after it for a like step up, the last of them for 0. */
  readonly characters: string
  readonly alphabets: readonly {
    readonly name: string
    readonly languages: readonly LanguageTag[]
    /** Parted by commas. */
    readonly grams: string
    /** A character for each run and language. */
    readonly weights: string
  }[]
}

function weightOf(character: string, { floor, characters }: GramTable): number {
  return floor * (1 - characters.indexOf(character) / (characters.length - 1))
}
