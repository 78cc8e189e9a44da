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

/** Months, weekdays, yesterday, last week and "3 days ago" from the CLDR data of Intl; none of a language it does not know. */
function wordsOfCldr(language: LanguageTag): TimeWords {
  if (!/^[a-z]{2,3}$/.test(language) || Intl.DateTimeFormat.supportedLocalesOf(language).length === 0)
    return timeWordsOf({}, '')
  const months = listed(12, (month) => namesOn(language, Date.UTC(2024, month, 1), 'month'))
  const weekdays = listed(7, (day) => namesOn(language, Date.UTC(2024, 0, 1 + day), 'weekday'))
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const named = (unit: Unit, counts: readonly number[], key: (count: number) => string): Words =>
    Object.fromEntries(
      counts
        .map((count) => [key(count), relative.format(count, unit)] as const)
        .filter(([, name]) => !/\d/.test(name))
        .map(([count, name]) => [count, asEntry(name)]),
    )
  const days = named('day', [-2, -1, 0, 1, 2], String)
  const periods = Object.assign(
    {},
    ...(['week', 'month', 'year'] as const).map((unit) =>
      named(unit, [-1, 0, 1], (count) => `${unit} ${count}`),
    ),
  ) as Words
  return timeWordsOf({ months, weekdays, days, periods, ...distances(language) }, '')
}

type Words = Readonly<Record<string, string>>
type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
const units: readonly Unit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']

/** The words of "3 days ago" and "in 3 days": what is the same for all units tells which way, the rest are the units. */
function distances(language: LanguageTag): { readonly units: Words; readonly roles: Words } {
  const always = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  const roles: Record<string, string> = {}
  const names = new Map<Unit, Set<string>>(units.map((unit) => [unit, new Set()]))
  for (const sign of [-1, 1]) {
    const forms = units.flatMap((unit) =>
      [1, 2, 5].map((count) => ({ unit, ...around(always.formatToParts(sign * count, unit)) })),
    )
    const lead = forms[0]?.before ?? ''
    const last = forms[0]?.after.split(' ').at(-1) ?? ''
    const isLed = lead !== '' && forms.every(({ before }) => before === lead)
    const isFollowed =
      !isLed && forms.every(({ after }) => after.split(' ').length > 1 && after.endsWith(` ${last}`))
    if (!isLed && !isFollowed) continue
    roles[isLed ? (sign < 0 ? 'agoBefore' : 'in') : sign < 0 ? 'ago' : 'hence'] = asEntry(isLed ? lead : last)
    for (const { unit, after } of forms)
      names.get(unit)?.add(asEntry(isLed ? after : after.slice(0, -last.length - 1)))
  }
  return { units: Object.fromEntries([...names].map(([unit, forms]) => [unit, [...forms].join(' ')])), roles }
}

/** What stands before and behind the number. */
function around(parts: readonly Intl.RelativeTimeFormatPart[]): {
  readonly before: string
  readonly after: string
} {
  const at = parts.findIndex(({ type }) => type === 'integer')
  const text = (some: readonly Intl.RelativeTimeFormatPart[]): string =>
    some
      .map(({ value }) => value)
      .join('')
      .trim()
  return { before: text(parts.slice(0, at)), after: text(parts.slice(at + 1)) }
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
