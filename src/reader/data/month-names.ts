/** What CLDR spells out for a language, with regions and scripts that name their months otherwise. */
const locales: readonly (readonly [language: string, ...locales: readonly string[]])[] = [
  ...'ru uk en kk be bg fr it pt nl pl cs sk sl hr ro hu tr ky tg tk lt lv et fi sv da nb nn is el sq mk ka hy he hi bn ta te kn ml mr gu pa si ne th vi id ms ca eu gl ga cy af sw ur mn my km lo am'
    .split(' ')
    .map((language): readonly [string] => [language]),
  ['no', 'nb'],
  ['de', 'de', 'de-AT'],
  ['es', 'es', 'es-MX'],
  ['sr', 'sr', 'sr-Latn'],
  ['bs', 'bs', 'bs-Cyrl'],
  ['uz', 'uz', 'uz-Cyrl'],
  ['az', 'az', 'az-Cyrl'],
  ['ar', 'ar', 'ar-SY', 'ar-MA', 'ar-DZ', 'ar-SA-u-ca-islamic-umalqura'],
  ['fa', 'fa-u-ca-gregory', 'fa-u-ca-persian'],
  ['ps', 'ps-u-ca-gregory', 'ps-u-ca-persian'],
]

export interface MonthName {
  /** 1 to 12. */
  readonly month: number
  readonly calendar: Calendar
}

export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura'

const byLanguage = new Map<string, ReadonlyMap<string, MonthName>>()
let everyLanguage: ReadonlyMap<string, MonthName> | null = null

/**
 * Month names and abbreviations, in the forms that CLDR has for dates and for the month alone, in lower case and without
 * dots; a name of several words has one space between them. Those of the language stand before those of all others.
 */
export function monthsIn(language: string): ReadonlyMap<string, MonthName> {
  let names = byLanguage.get(language)
  if (names === undefined) {
    everyLanguage ??= new Map([...locales.flatMap(localesOf), 'en'].flatMap(namesOf))
    const own = locales.find(([other]) => other === language)
    names = new Map([...everyLanguage, ...(own === undefined ? [] : localesOf(own).flatMap(namesOf))])
    byLanguage.set(language, names)
  }
  return names
}

/** A name as the table has it: lower case, marks between letters gone. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{M}])\.(?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
}

function localesOf([language, ...own]: readonly [string, ...string[]]): readonly string[] {
  return own.length === 0 ? [language] : own
}

function namesOf(locale: string): readonly (readonly [string, MonthName])[] {
  const calendar = (/-ca-(.+)$/.exec(locale)?.[1] ?? 'gregory') as Calendar
  const names: (readonly [string, MonthName])[] = []
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
    { month: 'long', day: 'numeric', year: 'numeric' },
  ] as const) {
    const format = new Intl.DateTimeFormat(`${locale.replace(/-u-.*$/, '')}-u-nu-latn-ca-${calendar}`, {
      ...options,
      timeZone: 'UTC',
    })
    for (const day of calendar === 'gregory' ? monthDays : everyTenthDay) {
      const part = format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? ''
      const name = foldName(part)
      if (isTelling(name)) names.push([name, { month: monthOf(day, calendar), calendar }])
    }
  }
  return names
}

const monthDays: readonly number[] = Array.from({ length: 12 }, (_, month) => Date.UTC(2021, month, 11))
const everyTenthDay: readonly number[] = Array.from({ length: 37 }, (_, at) => Date.UTC(2021, 0, 1 + at * 10))

function monthOf(day: number, calendar: Calendar): number {
  if (calendar === 'gregory') return new Date(day).getUTCMonth() + 1
  return Number(calendarParts(day, calendar).month)
}

/** Two letters tell nothing, but where a script writes syllables. */
function isTelling(name: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,2}$/u.test(name) ? false : name.length >= 2
}

const formats = new Map<Calendar, Intl.DateTimeFormat>()

function calendarParts(day: number, calendar: Calendar): Readonly<Record<'year' | 'month' | 'day', number>> {
  let format = formats.get(calendar)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(`en-u-nu-latn-ca-${calendar}`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    formats.set(calendar, format)
  }
  const parts = format.formatToParts(day)
  const number = (type: string): number =>
    Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10)
  return { year: number('year'), month: number('month'), day: number('day') }
}

/** The midnight UTC of a day of another calendar; null when it has no such day. */
export function fromCalendar(calendar: Calendar, year: number, month: number, day: number): number | null {
  const dayMs = 86_400_000
  const guess =
    calendar === 'persian'
      ? Date.UTC(year + 621, 2, 20) + ((month - 1) * 30.6 + day) * dayMs
      : Date.UTC(622, 6, 18) + ((year - 1) * 354.367 + (month - 1) * 29.53 + day) * dayMs
  const middle = Math.floor(guess / dayMs) * dayMs
  for (let off = -5; off <= 5; off++) {
    const found = calendarParts(middle + off * dayMs, calendar)
    if (found.year === year && found.month === month && found.day === day) return middle + off * dayMs
  }
  return null
}
