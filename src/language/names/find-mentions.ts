import { nameModelOf } from '../data/name-models.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { type FoundMention, mentionsOf } from './mentions-of.ts'
import { tagNames } from './name-tagger.ts'

/**
 * People, organisations, places, products and events that the text calls by their names, in text order; they do not
 * overlap. Titles, quotation marks around a name and words made from names («российский») are not part of it. Never
 * throws; a text without names gives none. Russian, Ukrainian, English, Kazakh; other languages are read
 * as if they were one of these.
 */
export function findMentions(parsed: ParsedText): readonly FoundMention[] {
  const { tokens, language } = parsed
  return mentionsOf(tokens, tagNames(parsed, nameModelOf(language)))
}
