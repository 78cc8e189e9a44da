import { nameModelOf } from '../data/name-models.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'
import { agreeKinds } from './agree-kinds.ts'
import { agreeMentions } from './agree-mentions.ts'
import { type FoundMention, mentionsOf } from './mentions-of.ts'
import { tagNames } from './name-tagger.ts'

/**
 * People, organisations, places, products and events that the text calls by their names, in text order; they do not
 * overlap. Titles, quotation marks around a name and words made from names («российский») are not part of it. Never
 * throws; a text without names gives none. Russian, Ukrainian, English, Kazakh; other languages are
 * read as the one of these that is nearest by its letters.
 */
export function findMentions(parsed: ParsedText): readonly FoundMention[] {
  const { tokens, language } = parsed
  const tagged = mentionsOf(tokens, tagNames(parsed, nameModelOf(language, isCyrillic(tokens))))
  return agreeKinds(tokens, agreeMentions(tokens, tagged))
}

function isCyrillic(tokens: readonly Token[]): boolean {
  let cyrillic = 0
  let latin = 0
  for (const { text } of tokens) {
    const first = text.charCodeAt(0)
    if (first >= 0x400 && first < 0x530) cyrillic += 1
    else if (first < 0x250 && first > 0x40) latin += 1
  }
  return cyrillic >= latin
}
