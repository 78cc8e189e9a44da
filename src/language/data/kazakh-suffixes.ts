import { readFileSync } from 'node:fs'

/** What the Kazakh stemmer knows: kazakh-suffixes.json, lists parted by spaces. */
export interface KazakhSuffixes {
  readonly cases: string
  readonly possessives: string
  readonly plurals: string
  /** A consonant that is heard before a vowel, and the one it is at the end of a word. */
  readonly voiced: Readonly<Record<string, string>>
  /** Words that end as if they had a suffix. */
  readonly whole: ReadonlySet<string>
}

export const kazakhSuffixes: KazakhSuffixes = load()

function load(): KazakhSuffixes {
  const file = new URL('./kazakh-suffixes.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Omit<KazakhSuffixes, 'whole'> & {
    readonly whole: string
  }
  return { ...table, whole: new Set(table.whole.split(' ')) }
}
