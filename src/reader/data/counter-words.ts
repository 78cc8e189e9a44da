import { readFileSync } from 'node:fs'

/** Words of counters that run while a page stands unchanged, as patterns, in several languages: counter-words.json. */
const table = JSON.parse(readFileSync(new URL('./counter-words.json', import.meta.url), 'utf8')) as Readonly<
  Record<'counted' | 'passed' | 'spent' | 'around', readonly string[]>
>

const number = String.raw`\d[\d\s.,]*(?:[kкmм]|тыс\.?|млн\.?|мың)?`
const counted = `(?:${table.counted.join('|')})`
const counters = new RegExp(
  [
    ...[...table.passed, ...table.spent],
    `${number}\\s*${counted}`,
    `${counted}\\s*[:(—–-]?\\s*${number}`,
    ...table.around,
  ]
    .map((pattern) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`)
    .join('|'),
  'giu',
)

/** A line that says nothing but how often a page was seen or shared, or how long ago it was written. */
export function isCounter(line: string): boolean {
  return line.length < 120 && /\p{L}/u.test(line) && !/[\p{L}\p{N}]/u.test(line.replace(counters, ''))
}
