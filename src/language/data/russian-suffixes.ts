import { readFileSync } from 'node:fs'

/** The endings of the Russian Snowball stemmer, by what they mark: russian-suffixes.json, parted by spaces. */
export interface RussianSuffixes {
  readonly perfectiveGerund: EndingsByPlace
  readonly adjective: string
  readonly participle: EndingsByPlace
  readonly reflexive: string
  readonly verb: EndingsByPlace
  readonly noun: string
  readonly derivational: string
  readonly superlative: string
  /** What surnames and towns end in, and plurals have as a case ending: Иванов, Киев, законов. */
  readonly ofNames: string
  /** Stems that are not made any shorter. */
  readonly kept: ReadonlySet<string>
  /** A whole word, and its stem, where the rules would go wrong. */
  readonly forms: ReadonlyMap<string, string>
}

/** `afterA`: an ending only where а or я stands before it. */
export interface EndingsByPlace {
  readonly afterA: string
  readonly always: string
}

export const russianSuffixes: RussianSuffixes = load()

function load(): RussianSuffixes {
  const file = new URL('./russian-suffixes.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Omit<RussianSuffixes, 'kept' | 'forms'> & {
    readonly kept: string
    readonly forms: Readonly<Record<string, string>>
  }
  return {
    ...table,
    kept: new Set(table.kept.split(' ')),
    forms: new Map(
      Object.entries(table.forms).flatMap(([stem, forms]) =>
        forms.split(' ').map((form): [string, string] => [form, stem]),
      ),
    ),
  }
}
