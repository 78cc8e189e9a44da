import type { LanguageTag } from '../../model/language-tag.ts'
import { readTimeWords, type TimeWords, timeWordsOf } from '../data/time-words.ts'

/** How a language speaks of time, kept once it is asked for; of one that has no list, what CLDR knows of it. */
export function timeWordsFor(language: LanguageTag): TimeWords {
  const known = byLanguage.get(language)
  if (known !== undefined) return known
  const words = readTimeWords(language) ?? wordsOfCldr(language)
  byLanguage.set(language, words)
  return words
}

const byLanguage = new Map<LanguageTag, TimeWords>()

/** Months, weekdays, and yesterday, today and tomorrow, from the CLDR data of Intl; none of a language it does not know. */
function wordsOfCldr(language: LanguageTag): TimeWords {
  if (!/^[a-z]{2,3}$/.test(language) || Intl.DateTimeFormat.supportedLocalesOf(language).length === 0)
    return timeWordsOf({}, '')
  const months = listed(12, (month) => namesOn(language, Date.UTC(2024, month, 1), 'month'))
  const weekdays = listed(7, (day) => namesOn(language, Date.UTC(2024, 0, 1 + day), 'weekday'))
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = Object.fromEntries(
    [-2, -1, 0, 1, 2]
      .map((day) => [String(day), relative.format(day, 'day')] as const)
      .filter(([, name]) => !/\d/.test(name))
      .map(([day, name]) => [day, asEntry(name)]),
  )
  return timeWordsOf({ months, weekdays, days }, '')
}

function listed(
  count: number,
  names: (index: number) => readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [String(index + 1), names(index).join(' ')]),
  )
}

/** The long and short names alone and as they stand in a date, those of at least three letters. */
function namesOn(language: LanguageTag, day: number, part: 'month' | 'weekday'): readonly string[] {
  const alone = (['long', 'short'] as const).map(
    (length) => new Intl.DateTimeFormat(language, { [part]: length, timeZone: 'UTC' }),
  )
  const inDate = (['long', 'short'] as const).map(
    (length) => new Intl.DateTimeFormat(language, { day: 'numeric', [part]: length, timeZone: 'UTC' }),
  )
  const names = [...alone, ...inDate].flatMap((format) =>
    format
      .formatToParts(day)
      .filter(({ type }) => type === part)
      .map(({ value }) => value),
  )
  return [...new Set(names.map((name) => name.replace(/\.$/, '')))].filter((name) =>
    /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(name),
  )
}

function asEntry(name: string): string {
  return name.replaceAll('/', ' ').replace(/\s+/g, '_')
}
