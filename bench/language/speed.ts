import path from 'node:path'
import { markText } from '../../src/language/mark-text.ts'
import { dataFile, type Figures, say } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'
import { jsonLines } from './json-lines.ts'
import { timedParts } from './speed/timed-parts.ts'
import { categoryRows } from './topic/categories.ts'

interface SpeedText {
  readonly text: string
  readonly language: 'ru' | 'en'
}

/**
 * Articles a second that a core marks, over Russian and English texts whose median is about 2,500 characters, and what each
 * part takes of it (milliseconds an article). As in a desk that has run for a while, the code is warm, from other texts, and the
 * texts are new: each is marked once, but for the parts, which come after the whole.
 */
export function measureSpeed(): Figures {
  const texts = speedTexts()
  if (texts.length === 0) return {}
  const lengths = texts.map(({ text }) => text.length).sort((one, other) => one - other)
  say(`${texts.length} articles, median ${lengths[lengths.length >> 1]} characters`)
  const [before, fresh] = [texts.filter((_, at) => at % 2 === 0), texts.filter((_, at) => at % 2 === 1)]
  for (let round = 0; round < warmUps; round += 1) markAll(before)
  const milliseconds = millisecondsOf(() => markAll(fresh), fresh.length)
  const parts = Object.fromEntries(
    Object.entries(timedParts(texts, now)).map(([name, run]) => [
      `language.speed.${name}.ms`,
      millisecondsOf(run, texts.length),
    ]),
  )
  return { 'language.speed.articles-per-second': 1000 / milliseconds, ...parts }
}

const now = '2024-11-20T12:00'
const warmUps = 4

function markAll(texts: readonly SpeedText[]): void {
  for (const { text, language } of texts) markText({ text, language, now })
}

/** Of one article. */
function millisecondsOf(run: () => void, articles: number): number {
  const start = process.cpuUsage()
  run()
  return (coreSeconds(start) * 1000) / articles
}

function speedTexts(): readonly SpeedText[] {
  const data = dataFile('stories')
  if (data === null) return []
  const posts = jsonLines<{ text: string }>(path.join(data, 'telegram_ru_22k/posts.jsonl'))
    .filter(({ text }) => text.length > longPost)
    .slice(0, ofEach)
    .map(({ text }): SpeedText => ({ text, language: 'ru' }))
  const articles = jsonLines<{ title: string; text: string }>(path.join(data, 'allsides_stream.jsonl.gz'))
    .slice(0, ofEach)
    .map(({ title, text }): SpeedText => ({ text: `${title}\n\n${text}`, language: 'en' }))
  const folder = dataFile('language/categories')
  return [...posts, ...articles, ...(folder === null ? [] : categoryRows(folder, 'honey'))]
}

const longPost = 1800
const ofEach = 200
