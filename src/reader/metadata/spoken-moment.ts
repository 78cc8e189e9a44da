import type { Moment } from '../../model/time.ts'
import { foldName, fromCalendar, type MonthName, monthsIn } from '../data/month-names.ts'
import { clockIn } from './clock-in.ts'
import { latinDigits } from './latin-digits.ts'
import { makeMoment } from './make-moment.ts'

/** Which year a day without one is of; null when that cannot be told. */
export type YearOf = (month: number, day: number) => number | null

/**
 * A time in a person's words or digits: '30 июня 2025, 15:59', '2026. gada 3. novembris', '๓ พฤศจิกายน ๒๕๖๙',
 * '30.06.2025'. `locale` is a BCP 47 tag: its language decides in which month names are looked for first, and with its
 * region whether 03/11 is in March. Without `yearOf` a day that states no year is none.
 */
export function spokenMoment(text: string, locale: string, yearOf?: YearOf): Moment | null {
  const line = latinDigits(text)
  if (!/\d/.test(line)) return null
  return counted(line) ?? numeric(line, locale) ?? named(line, locale, yearOf)
}

/** 2026年11月3日, 2026년 11월 3일, 3 tháng 11 năm 2026, 2026 оны 11-р сарын 3. */
function counted(text: string): Moment | null {
  const yearFirst =
    /(\d{4})\s*(?:[年년]|оны)\s*(\d{1,2})(?:\s*[月월]|-?(?:р|дугаар|дүгээр)?\s*сарын)\s*(\d{1,2})(?:\s*[日일])?/u.exec(
      text,
    )
  if (yearFirst !== null) {
    const [whole, year, month, day] = yearFirst
    return withClock(text.replace(whole, ' '), Number(year), Number(month), Number(day))
  }
  const dayFirst = /(\d{1,2})\s*(?:tháng|thg)\s*(\d{1,2})\s*(?:,|năm)?\s*(\d{4})/iu.exec(text)
  if (dayFirst === null) return null
  const [whole, day, month, year] = dayFirst
  return withClock(text.replace(whole, ' '), Number(year), Number(month), Number(day))
}

const days =
  /(?<![\d.:/-])(\d{1,2})(?:([./-])|(\.\s))(\d{1,2})(?:\2|\3)\s?(\d{4}|(?<=\d\d[./]\d\d[./])\d{2})(?![\d:]|\.\d)/

function numeric(text: string, locale: string): Moment | null {
  const found = days.exec(text)
  if (found === null) return null
  const [whole, first, , , second, stated = ''] = found
  const year = stated.length === 2 ? 2000 + Number(stated) : Number(stated)
  const isMonthFirst =
    Number(second) > 12 || (Number(first) <= 12 && whole.includes('/') && isMonthFirstIn(locale))
  const rest = text.replace(whole, ' ')
  return isMonthFirst
    ? withClock(rest, year, Number(first), Number(second))
    : withClock(rest, year, Number(second), Number(first))
}

const orders = new Map<string, boolean>()

/** By CLDR; English without a region is American, as most of its outlets are. */
function isMonthFirstIn(locale: string): boolean {
  let order = orders.get(locale)
  if (order === undefined) {
    order = /^\d*11\D+3\D+2021/.test(shortDay(locale === 'und' ? 'en' : locale))
    orders.set(locale, order)
  }
  return order
}

function shortDay(locale: string): string {
  try {
    return new Intl.DateTimeFormat(`${locale}-u-nu-latn-ca-gregory`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(Date.UTC(2021, 10, 3))
  } catch {
    return ''
  }
}

function named(text: string, locale: string, yearOf: YearOf | undefined): Moment | null {
  const language = locale.split('-')[0] ?? 'und'
  if (yearOf === undefined && !/(?<!\d)(?:1[34]|19|20|2[456])\d{2}(?!\d)/.test(text)) return null
  const names = monthsIn(language)
  const words = [...text.matchAll(/[\p{L}\p{M}]+(?:\.(?=\p{L})[\p{L}\p{M}]+)*/gu)]
  for (let at = 0; at < words.length; at++)
    for (const count of [3, 2, 1]) {
      const [first, last] = [words[at], words[at + count - 1]]
      if (first === undefined || last === undefined) continue
      const end = last.index + last[0].length
      const month = monthNamed(text.slice(first.index, end), language, names)
      if (month === undefined) continue
      const found = around(text.slice(0, first.index), text.slice(end), month, yearOf)
      if (found !== null) return found
    }
  return null
}

function monthNamed(
  text: string,
  language: string,
  names: ReadonlyMap<string, MonthName>,
): MonthName | undefined {
  if (text.length > 40 || /\d/.test(text)) return undefined
  const name = foldName(text)
  // Hebrew writes 'in' together with the month.
  return names.get(name) ?? (language === 'he' ? names.get(name.replace(/^ב/, '')) : undefined)
}

/** The day beside the name of a month, and the year beside both. */
function around(
  before: string,
  after: string,
  { month, calendar }: MonthName,
  yearOf: YearOf | undefined,
): Moment | null {
  const dayBefore = /(?<![\d:.,/]|\d )(\d{1,2})(?!\d)([^\d\n:]{0,7})$/u.exec(before)
  const dayAfter = /^([^\d\n]{0,5})(\d{1,2})(?![\d:]|\.\d|\s*[ap]\.?m\b)/iu.exec(after)
  const places: readonly (readonly [day: string | undefined, head: string, tail: string])[] = [
    [dayBefore?.[1], before.slice(0, dayBefore?.index), after],
    [dayAfter?.[2], before, after.slice(dayAfter?.[0].length)],
  ]
  for (const [day, head, tail] of places) {
    if (day === undefined) continue
    const behind = /^\D{0,12}(\d{4})(?![\d:])/.exec(tail)
    const ahead = /(?<!\d)(\d{4})\D{0,14}$/.exec(head)
    const year = behind?.[1] ?? ahead?.[1] ?? yearOf?.(month, Number(day))?.toString()
    if (year === undefined) continue
    const rest =
      behind !== null ? `${tail.slice(behind[0].length)} ${head}` : `${tail} ${head.slice(0, ahead?.index)}`
    const found =
      calendar === 'gregory'
        ? withClock(rest, Number(year), month, Number(day))
        : ofCalendar(fromCalendar(calendar, Number(year), month, Number(day)), rest)
    if (found !== null) return found
  }
  return null
}

function ofCalendar(at: number | null, rest: string): Moment | null {
  if (at === null) return null
  const day = new Date(at)
  return withClock(rest, day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** Thai pages count years from the Buddha (543 more), Persian ones from the Hijra by the sun. */
function withClock(rest: string, year: number, month: number, day: number): Moment | null {
  if (year >= 1300 && year < 1500) return ofCalendar(fromCalendar('persian', year, month, day), rest)
  return makeMoment({
    year: String(year >= 2400 && year < 2700 ? year - 543 : year),
    month: String(month),
    day: String(day),
    ...clockIn(rest),
  })
}
