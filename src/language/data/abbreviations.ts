import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'

interface Abbreviations {
  /** After these a dot is not the end of a sentence … */
  readonly neverEnd: ReadonlySet<string>
  /** … but after these of them it is where the next word begins with a capital and none of names is meant. */
  readonly mayEnd: ReadonlySet<string>
}

/** Words that are written with a dot, folded and without it; of a language that has no list, none. */
export function abbreviationsOf(language: LanguageTag): Abbreviations {
  return byLanguage.get(language) ?? none
}

const none: Abbreviations = { neverEnd: new Set(), mayEnd: new Set() }
const byLanguage = load()

function load(): ReadonlyMap<LanguageTag, Abbreviations> {
  const file = new URL('./abbreviations.json', import.meta.url)
  const { neverEnd, mayEnd } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<
    Record<keyof Abbreviations, Readonly<Record<LanguageTag, string>>>
  >
  return new Map(
    Object.entries(neverEnd).map(([language, words]) => [
      language,
      { neverEnd: new Set(words.split(' ')), mayEnd: new Set(mayEnd[language]?.split(' ')) },
    ]),
  )
}
