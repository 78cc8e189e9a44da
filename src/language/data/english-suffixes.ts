import { readFileSync } from 'node:fs'

/** The tables of the English Snowball stemmer: english-suffixes.json; lists are parted by spaces. */
export interface EnglishSuffixes {
  readonly exceptions: Readonly<Record<string, string>>
  readonly finishedAfterPlural: string
  /** Behind these the region R1 begins, whatever their vowels. */
  readonly regionPrefixes: string
  /** Steps 2, 3 and 4 of the algorithm; a suffix and what takes its place. */
  readonly plainSuffixes: Readonly<Record<string, string>>
  readonly furtherSuffixes: Readonly<Record<string, string>>
  readonly lastSuffixes: string
}

export const englishSuffixes: EnglishSuffixes = JSON.parse(
  readFileSync(new URL('./english-suffixes.json', import.meta.url), 'utf8'),
) as EnglishSuffixes
