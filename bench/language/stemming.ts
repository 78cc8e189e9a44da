import { indexText } from '../../src/language/stem-words.ts'
import { dataFile, type Figures } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'
import { jsonLines } from './json-lines.ts'
import { paradigmScores } from './paradigm-scores.ts'

/** Over forms of words that we wrote down after the stemmers were made (some stand in their tests too), and speed. */
export function measureStemming(): Figures {
  const scores = ['ru', 'uk', 'kk', 'en'].flatMap((language) => {
    const { together, apart } = paradigmScores(language)
    return [
      [`language.stems.together.${language}`, together],
      [`language.stems.apart.${language}`, apart],
    ]
  })
  return {
    ...Object.fromEntries(scores),
    ...speedOf('ru', dataFile('stories/telegram_ru_22k/posts.jsonl')),
    ...speedOf('en', dataFile('stories/allsides_stream.jsonl.gz')),
  }
}

const enoughTexts = 5_000

/** Megabytes of UTF-8 a second on one core, over texts that are not looked at twice. */
function speedOf(language: string, file: string | null): Figures {
  if (file === null) return {}
  const texts = jsonLines<{ readonly text: string }>(file)
    .slice(0, enoughTexts)
    .map(({ text }) => text)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const start = process.cpuUsage()
  for (const text of texts) indexText(text, language)
  return { [`language.index.mb-per-second.${language}`]: bytes / 1_000_000 / coreSeconds(start) }
}
