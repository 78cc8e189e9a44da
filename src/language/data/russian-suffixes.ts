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
  /** Stems that it belongs to and stays with. */
  readonly keptOfNames: string
}

/** `afterA`: an ending only where а or я stands before it. */
export interface EndingsByPlace {
  readonly afterA: string
  readonly always: string
}

export const russianSuffixes: RussianSuffixes = JSON.parse(
  readFileSync(new URL('./russian-suffixes.json', import.meta.url), 'utf8'),
) as RussianSuffixes
