import { readFileSync } from 'node:fs'
import { foldName } from './month-names.ts'

/** A day or a span of time as told from now. */
export interface FromNow {
  readonly unit: 'minute' | 'hour' | 'day'
  /** How many of them ago; null when the text says it with a number, which '#' stands for. */
  readonly count: number | null
}

/** What else pages write than CLDR does, with how many days ago it is: day-words.json. */
const others = JSON.parse(readFileSync(new URL('./day-words.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, number>>>
>

const byLanguage = new Map<string, ReadonlyMap<string, FromNow>>()

/** 'today', 'yesterday', '# minutes ago' in a language and in English, as CLDR says them, folded as month names are. */
export function dayWordsIn(language: string): ReadonlyMap<string, FromNow> {
  let words = byLanguage.get(language)
  if (words === undefined) {
    words = new Map([...wordsOf('en'), ...(isKnown(language) ? wordsOf(language) : [])])
    byLanguage.set(language, words)
  }
  return words
}

/** The words of a text, with '#' for its numbers. */
export function foldWords(text: string): string {
  return text.split(/\d+/).map(foldName).join(' # ').replace(/ {2,}/g, ' ').trim()
}

function isKnown(language: string): boolean {
  return /^[a-z]{2,3}$/.test(language) && Intl.RelativeTimeFormat.supportedLocalesOf(language).length > 0
}

/** Each number form that a language has shows in one of these. */
const numbers = [1, 2, 3, 5, 11, 21, 22, 25]

function wordsOf(language: string): readonly (readonly [string, FromNow])[] {
  const locale = `${language}-u-nu-latn`
  const named = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const days = [0, 1, 2].map((count): readonly [string, FromNow] => [
    foldWords(named.format(-count, 'day')),
    { unit: 'day', count },
  ])
  const spans = (['long', 'short', 'narrow'] as const).flatMap((style) => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style })
    return (['minute', 'hour', 'day'] as const).flatMap((unit) =>
      numbers.map((count): readonly [string, FromNow] => {
        const text = foldWords(format.format(-count, unit))
        return [text, { unit, count: text.includes('#') ? null : count }]
      }),
    )
  })
  const more = Object.entries(others[language] ?? {}).map(([text, count]): readonly [string, FromNow] => [
    text,
    { unit: 'day', count },
  ])
  return [...spans, ...more, ...days.filter(([text]) => text !== '' && !text.includes('#'))]
}
