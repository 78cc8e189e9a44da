import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import { foldWord } from '../fold-word.ts'

const listed = JSON.parse(readFileSync(new URL('./negations.json', import.meta.url), 'utf8')) as Readonly<
  Record<LanguageTag, readonly string[]>
>

/** Words, folded, that turn what is said into its opposite, by language. */
export const negations: ReadonlyMap<LanguageTag, ReadonlySet<string>> = new Map(
  Object.entries(listed).map(([language, words]) => [language, new Set(words.map(foldWord))]),
)
