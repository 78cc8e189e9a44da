import type { LanguageTag } from './language-tag.ts'
import type { Marks } from './marks.ts'

/** Marks of a text in which nothing was found. */
export function noMarks(language: LanguageTag): Marks {
  return {
    language,
    foreign: [],
    sentences: [],
    names: [],
    mentions: [],
    statements: [],
    credits: [],
    times: [],
    encounters: [],
    topic: null,
  }
}
