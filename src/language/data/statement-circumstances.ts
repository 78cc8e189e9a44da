import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import { foldWord } from '../fold-word.ts'

/** Words, folded, that tell on what occasion something was said («на брифинге») and to whom («журналистам»). */
export interface Circumstances {
  readonly prepositions: ReadonlySet<string>
  readonly occasions: ReadonlySet<string>
  readonly addressees: ReadonlySet<string>
}

export function circumstancesOf(language: LanguageTag): Circumstances | null {
  return byLanguage.get(language) ?? null
}

const byLanguage = load()

function load(): ReadonlyMap<LanguageTag, Circumstances> {
  const file = new URL('./statement-circumstances.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
    Record<LanguageTag, Readonly<Record<keyof Circumstances, string>>>
  >
  const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWord))
  return new Map(
    Object.entries(table).map(([language, { prepositions, occasions, addressees }]) => [
      language,
      { prepositions: setOf(prepositions), occasions: setOf(occasions), addressees: setOf(addressees) },
    ]),
  )
}
