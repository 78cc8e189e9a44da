import { readFileSync } from 'node:fs'

/** What the Ukrainian stemmer knows: ukrainian-suffixes.json, folded letters, lists parted by spaces. */
export interface UkrainianSuffixes {
  readonly reflexive: string
  /** Of cases and persons. */
  readonly endings: string
  /** What verbs put between root and ending, and what surnames and adjectives put there. */
  readonly thematic: string
  /** A whole stem, and the stem that it is one word with: ніч, ночі. */
  readonly alternations: ReadonlyMap<string, string>
  /** A whole word, and its stem, where the rules would go wrong. */
  readonly forms: ReadonlyMap<string, string>
}

export const ukrainianSuffixes: UkrainianSuffixes = load()

function load(): UkrainianSuffixes {
  const file = new URL('./ukrainian-suffixes.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly reflexive: string
    readonly endings: string
    readonly thematic: string
    readonly alternations: Readonly<Record<string, string>>
    readonly forms: Readonly<Record<string, string>>
  }
  return {
    ...table,
    alternations: new Map(Object.entries(table.alternations)),
    forms: new Map(
      Object.entries(table.forms).flatMap(([stem, forms]) =>
        forms.split(' ').map((form): [string, string] => [form, stem]),
      ),
    ),
  }
}
