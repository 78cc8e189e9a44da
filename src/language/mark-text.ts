import type { TextLink } from '../model/article.ts'
import type { LanguageTag } from '../model/language-tag.ts'
import type { Marks } from '../model/marks.ts'
import { noMarks } from '../model/no-marks.ts'
import { findCredits } from './credits/find-credits.ts'
import { findEncounters } from './encounters/find-encounters.ts'
import { findForeign } from './foreign/find-foreign.ts'
import { findMentions } from './names/find-mentions.ts'
import { uniteNames } from './names/unite-names.ts'
import { findStatements } from './statements/find-statements.ts'
import { parseText } from './text/parse-text.ts'
import { findTimes } from './time/find-times.ts'
import { topicOf } from './topic/topic-of.ts'

/** Longer texts are marked as far as this: a book, and more than any article. */
const longestText = 200_000

/** All that is found in a text, in its language; `links` are at its offsets. */
export function markText({
  text,
  language,
  links = [],
  now = null,
}: {
  readonly text: string
  readonly language: LanguageTag
  readonly links?: readonly TextLink[]
  /** When it was published, in its zone's local time: 'YYYY-MM-DDTHH:mm', with the offset behind it where that is known. */
  readonly now?: string | null
}): Marks {
  const parsed = parseText(text.slice(0, longestText), language, links)
  const named = uniteNames(parsed, findMentions(parsed))
  const times = findTimes(parsed, now)
  const credits = findCredits(parsed, named)
  return {
    ...noMarks(language),
    ...named,
    foreign: findForeign(parsed),
    topic: topicOf(parsed),
    sentences: parsed.sentences.map(({ start, end }) => ({ start, end })),
    times,
    credits,
    statements: findStatements(parsed, named, credits),
    encounters: findEncounters(parsed, named, times),
  }
}
