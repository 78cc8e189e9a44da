import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'

/** Scripts by their Unicode names, and the language that news in them is mostly written in: script-languages.json. */
export const scriptLanguages: ReadonlyMap<string, LanguageTag> = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./script-languages.json', import.meta.url), 'utf8')) as Readonly<
      Record<string, LanguageTag>
    >,
  ),
)
