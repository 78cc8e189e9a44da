import type { TextLink } from '../model/article.ts'
import type { LanguageTag } from '../model/language-tag.ts'
import type { Marks } from '../model/marks.ts'
import { noMarks } from '../model/no-marks.ts'
import { findMentions } from './names/find-mentions.ts'
import { uniteNames } from './names/unite-names.ts'
import { findStatements } from './statements/find-statements.ts'
import { parseText } from './text/parse-text.ts'
import { findTimes } from './time/find-times.ts'

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
  return {
    ...noMarks(language),
    ...named,
    times: findTimes(parsed, now),
    statements: findStatements(parsed, named, []),
    sentences: parsed.sentences.map(({ start, end }) => ({ start, end })),
  }
}
