/**
 * How well and how fast texts are understood: `npm run bench:language [-- --json FILE]`. Needs ../shared/data or
 * WIREDESK_DATA, but for stems; nothing here was trained on the set that it is judged by.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { identifyLanguage } from '../src/language/identify-language.ts'
import { indexText } from '../src/language/stem-words.ts'
import { paradigmScores } from './kit/paradigm-scores.ts'
import { dataFile, type Figures, report, say } from './report.ts'

interface Labelled {
  readonly lang: string
  readonly kind: string
  readonly text: string
}

const stemmed = stemming()
const labelled = dataFile('language/language-id.jsonl')
if (labelled === null) {
  say('The measuring data is not there (../shared/data or WIREDESK_DATA): only stems were measured.')
  report(stemmed)
} else {
  report({ ...stemmed, ...identification(rowsOf(readFileSync(labelled, 'utf8'))), ...indexing() })
}

function identification(rows: readonly Labelled[]): Figures {
  const start = process.cpuUsage()
  const judged = rows.map((row) => ({ ...row, isRight: identifyLanguage(row.text) === row.lang }))
  const seconds = coreSeconds(start)
  const accuracy = (some: typeof judged): number => some.filter(({ isRight }) => isRight).length / some.length
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort()
  return {
    'language.identify.accuracy': accuracy(judged),
    'language.identify.accuracy.titles': accuracy(judged.filter(({ kind }) => kind === 'title')),
    ...Object.fromEntries(
      languages.map((language) => [
        `language.identify.accuracy.${language}`,
        accuracy(judged.filter(({ lang }) => lang === language)),
      ]),
    ),
    'language.identify.texts-per-second': rows.length / seconds,
  }
}

/** Over forms of words that we wrote down after the stemmers were made; some stand in their tests too. */
function stemming(): Figures {
  return Object.fromEntries(
    ['ru', 'uk', 'kk', 'en'].flatMap((language) => {
      const { together, apart } = paradigmScores(language)
      return [
        [`language.stems.together.${language}`, together],
        [`language.stems.apart.${language}`, apart],
      ]
    }),
  )
}

/** Megabytes of UTF-8 a second on one core, over texts that are not looked at twice. */
function indexing(): Figures {
  const russian = dataFile('stories/telegram_ru_22k/posts.jsonl')
  const english = dataFile('stories/allsides_stream.jsonl.gz')
  return {
    ...(russian === null ? {} : speedOf('ru', textsOf(readFileSync(russian)))),
    ...(english === null ? {} : speedOf('en', textsOf(gunzipSync(readFileSync(english))).slice(0, 5000))),
  }
}

function speedOf(language: string, texts: readonly string[]): Figures {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const start = process.cpuUsage()
  for (const text of texts) indexText(text, language)
  return { [`language.index.mb-per-second.${language}`]: bytes / 1_000_000 / coreSeconds(start) }
}

/** Of this process alone: what else the machine does meanwhile does not count. */
function coreSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000_000
}

function textsOf(bytes: Buffer): readonly string[] {
  return rowsOf(bytes.toString('utf8')).map(({ text }) => text)
}

function rowsOf(lines: string): readonly Labelled[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled)
}
