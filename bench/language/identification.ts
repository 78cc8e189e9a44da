import { identifyLanguage } from '../../src/language/identify-language.ts'
import { dataFile, type Figures } from '../report.ts'
import { coreSeconds } from './core-seconds.ts'
import { jsonLines } from './json-lines.ts'

interface Labelled {
  readonly lang: string
  readonly kind: string
  readonly text: string
}

/** Accuracy over language-id.jsonl: of all, of titles, of each language. */
export function measureIdentification(): Figures {
  const file = dataFile('language/language-id.jsonl')
  if (file === null) return {}
  const rows = jsonLines<Labelled>(file)
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
