/**
 * Makes src/language/data/small-words.json: words that news write small inside sentences. See docs/models/names.md.
 *
 *   npx tsx scripts/make-small-words.ts [SHARED-DATA]
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { plainLetters } from '../src/language/names/name-stem.ts'
import { parseText } from '../src/language/text/parse-text.ts'
import { englishNews, russianNews } from './names/news-texts.ts'

const here = import.meta.dirname
const [data = path.join(here, '../../shared/data')] = process.argv.slice(2)
/** Seen small so often, and with a capital inside a sentence in no more than this share of that. */
const leastSmall = 6
const mostCapitals = 0.3
const englishCharacters = 4_000_000

const small = new Map<string, number>()
const capital = new Map<string, number>()
for (const text of russianNews(data, Number.POSITIVE_INFINITY)) count(text, 'ru')
for (const text of englishNews(data, englishCharacters)) count(text, 'en')
const words = [...small]
  .filter(
    ([word, times]) =>
      word.length > 1 && times >= leastSmall && (capital.get(word) ?? 0) < times * mostCapitals,
  )
  .map(([word]) => word)
  .sort()
writeFileSync(
  path.join(here, '../src/language/data/small-words.json'),
  `${JSON.stringify({ words: words.join(' ') })}\n`,
)

function count(text: string, language: string): void {
  const { tokens, sentences } = parseText(text, language)
  for (const { first, last } of sentences)
    for (let at = first; at < last; at += 1) {
      const token = tokens[at]
      if (token?.kind !== 'word') continue
      const isCapital = /\p{Lu}/u.test(token.text)
      // Behind a quotation mark the second word may begin the sentence too.
      if (isCapital && at <= first + 1) continue
      const counts = isCapital ? capital : small
      const word = plainLetters(token.folded)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
}
