import { findCredits } from '../../../src/language/credits/find-credits.ts'
import { findEncounters } from '../../../src/language/encounters/find-encounters.ts'
import { findForeign } from '../../../src/language/foreign/find-foreign.ts'
import { findMentions } from '../../../src/language/names/find-mentions.ts'
import { uniteNames } from '../../../src/language/names/unite-names.ts'
import { findStatements } from '../../../src/language/statements/find-statements.ts'
import { parseText } from '../../../src/language/text/parse-text.ts'
import { findTimes } from '../../../src/language/time/find-times.ts'
import { topicOf } from '../../../src/language/topic/topic-of.ts'
import type { LanguageTag } from '../../../src/model/language-tag.ts'

interface TimedText {
  readonly text: string
  readonly language: LanguageTag
}

/** What `markText` is made of, each over all texts, what it needs of the others found before. */
export function timedParts(texts: readonly TimedText[], now: string): Readonly<Record<string, () => void>> {
  const ready = texts.map(({ text, language }) => {
    const parsed = parseText(text, language)
    const found = findMentions(parsed)
    const named = uniteNames(parsed, found)
    return { parsed, found, named, times: findTimes(parsed, now), credits: findCredits(parsed, named) }
  })
  const overAll =
    (run: (text: (typeof ready)[number]) => unknown): (() => void) =>
    () => {
      for (const text of ready) run(text)
    }
  return {
    'tokens-and-sentences': overAll(({ parsed: { text, language } }) => parseText(text, language)),
    mentions: overAll(({ parsed }) => findMentions(parsed)),
    'names-united': overAll(({ parsed, found }) => uniteNames(parsed, found)),
    times: overAll(({ parsed }) => findTimes(parsed, now)),
    credits: overAll(({ parsed, named }) => findCredits(parsed, named)),
    statements: overAll(({ parsed, named, credits }) => findStatements(parsed, named, credits)),
    encounters: overAll(({ parsed, named, times }) => findEncounters(parsed, named, times)),
    topic: overAll(({ parsed }) => topicOf(parsed)),
    foreign: overAll(({ parsed }) => findForeign(parsed)),
  }
}
