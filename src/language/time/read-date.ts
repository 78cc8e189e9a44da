import { isDay } from './calendar.ts'
import { hasRole, ordinalAt, withYearWord, yearAt } from './read-number.ts'
import type { TimeItem } from './time-items.ts'
import { calendarOf, type PointSense, pointOf } from './time-sense.ts'

export interface DateAt {
  readonly sense: PointSense
  readonly next: number
  readonly isWeak: boolean
}

/** A date in figures: ISO 8601, "31.10.1974", "10/31/74"; without its year it is weak, as any fraction looks like it. */
export function numericDateAt(items: readonly TimeItem[], at: number, monthFirst: boolean): DateAt | null {
  const item = items[at]
  // A date in an address is none of the text's.
  if (item === undefined || (item.isGlued && items[at - 1]?.text === '/')) return null
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?$/.exec(item.text)
  if (dotted !== null) {
    const isShort = dotted[3] === undefined
    const isDotted = items[at + 1]?.text === '.' && items[at + 1]?.isGlued === true
    const next = !isShort ? withYearWord(items, at + 1).next : isDotted ? at + 2 : at + 1
    return (
      inOrder(dotted[1], dotted[2], dotted[3], false, next, isShort) ??
      inOrder(dotted[1], dotted[2], dotted[3], true, next, isShort)
    )
  }
  if (item.number === null) return null
  const [dash, second, again, third] = [1, 2, 3, 4].map((step) => items[at + step])
  const isTight = dash?.isGlued === true && second?.isGlued === true
  if (dash === undefined || second?.number == null || !isTight || !/^[-/]$/.test(dash.text)) return null
  const isWhole = again?.text === dash.text && third?.number != null && again.isGlued && third.isGlued
  if (item.text.length === 4) {
    if (second.text.length > 2) return null
    if (isWhole && third.text.length <= 2 && isDay(item.number, second.number, third.number))
      return {
        sense: pointOf(calendarOf(item.number, second.number, third.number)),
        next: at + 5,
        isWeak: false,
      }
    return second.text.length === 2 &&
      second.number >= 1 &&
      second.number <= 12 &&
      (dash.text === '/' || monthFirst)
      ? { sense: pointOf(calendarOf(item.number, second.number, null)), next: at + 3, isWeak: true }
      : null
  }
  if (isWhole) {
    const year = third.text.length === 4 || third.text.length === 2 ? third.text : undefined
    if (year === undefined) return null
    return (
      inOrder(item.text, second.text, year, monthFirst, at + 5, false) ??
      inOrder(item.text, second.text, year, !monthFirst, at + 5, false)
    )
  }
  if (second.text.length === 4 && item.number >= 1 && item.number <= 12)
    return { sense: pointOf(calendarOf(second.number, item.number, null)), next: at + 3, isWeak: true }
  return monthFirst ? inOrder(item.text, second.text, undefined, true, at + 3, true) : null
}

function inOrder(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  monthFirst: boolean,
  next: number,
  isWeak: boolean,
): DateAt | null {
  const day = Number(monthFirst ? second : first)
  const month = Number(monthFirst ? first : second)
  const whole = year === undefined ? null : fullYear(Number(year), year.length)
  return isDay(whole ?? 2000, month, day)
    ? { sense: pointOf(calendarOf(whole, month, day)), next, isWeak }
    : null
}

function fullYear(year: number, length: number): number {
  return length > 2 ? year : year < 50 ? 2000 + year : 1900 + year
}

/** A date with the name of its month, in any order: «28 февраля 2023 года», "Feb. 28, 2023", «2023 жылғы 28 ақпан», "March". */
export function namedDateAt(items: readonly TimeItem[], at: number, monthFirst: boolean): DateAt | null {
  return dayFirstAt(items, at) ?? monthFirstAt(items, at, monthFirst) ?? yearFirstAt(items, at)
}

function dayFirstAt(items: readonly TimeItem[], at: number): DateAt | null {
  const first = dayAt(items, at)
  if (first === null) return null
  const range = rangeEnd(items, first.next)
  const second = range === null ? null : dayAt(items, range)
  const last = second ?? first
  const monthIndex = overBetween(items, last.next)
  const month = items[monthIndex]?.time?.month
  if (month === undefined || !isDay(2000, month, last.value)) return null
  const year = yearAfterMonth(items, monthIndex + 1)
  const value = year?.value ?? null
  const start = calendarOf(value, month, first.value)
  const to = second === null ? null : calendarOf(value, month, second.value)
  return { sense: pointOf(start, { to }), next: year?.next ?? monthIndex + 1, isWeak: false }
}

function monthFirstAt(items: readonly TimeItem[], at: number, monthFirst: boolean): DateAt | null {
  const month = items[at]?.time?.month
  if (month === undefined) return null
  const after = overDot(items, at + 1)
  const day = dayAt(items, hasRole(items[after], 'the') ? after + 1 : after)
  const isDayOf = day !== null && isDay(2000, month, day.value) && items[day.next]?.time?.unit === undefined
  const comma = day === null ? 0 : items[day.next]?.text === ',' ? day.next + 1 : day.next
  const dayYear = day === null ? null : yearAt(items, comma)
  if (isDayOf && (monthFirst || dayYear !== null || items[day.next]?.text === ',')) {
    const range = dayYear === null ? rangeEnd(items, day.next) : null
    const second =
      range === null || !monthFirst || items[range - 1]?.time != null ? null : dayAt(items, range)
    const isRange = second !== null && isDay(2000, month, second.value) && second.value > day.value
    const behind = isRange ? second.next : day.next
    const year = yearAt(items, items[behind]?.text === ',' ? behind + 1 : behind)
    const value = year?.value ?? null
    return {
      sense: pointOf(calendarOf(value, month, day.value), {
        to: isRange ? calendarOf(value, month, second.value) : null,
      }),
      next: year?.next ?? behind,
      isWeak: false,
    }
  }
  const year = yearAfterMonth(items, at + 1)
  if (year !== null)
    return { sense: pointOf(calendarOf(year.value, month, null)), next: year.next, isWeak: false }
  const isWeak = items[at]?.time?.isWeak === true && !standsAsMonth(items, at)
  return { sense: pointOf(calendarOf(null, month, null)), next: at + 1, isWeak }
}

/** «2023 жылғы 28 ақпан», "2015-Apr-12". */
function yearFirstAt(items: readonly TimeItem[], at: number): DateAt | null {
  const year = yearAt(items, at)
  if (year === null) return null
  const isDashed = items[year.next]?.text === '-' && items[year.next]?.isGlued === true
  if (!year.isNamed && !isDashed) return null
  const from = isDashed ? year.next + 1 : year.next
  const day = dayAt(items, from)
  const monthIndex = day === null ? from : overBetween(items, day.next)
  const month = items[monthIndex]?.time?.month
  if (month === undefined) return null
  const after = items[monthIndex + 1]?.text === '-' ? monthIndex + 2 : monthIndex + 1
  const behind = day === null && isDashed ? dayAt(items, after) : null
  const number = day?.value ?? behind?.value ?? null
  if (number !== null && !isDay(year.value, month, number)) return null
  return {
    sense: pointOf(calendarOf(year.value, month, number)),
    next: behind?.next ?? monthIndex + 1,
    isWeak: false,
  }
}

/** The number of a day of the month: "28", "28th", «двадцать восьмое». */
function dayAt(
  items: readonly TimeItem[],
  at: number,
): { readonly value: number; readonly next: number } | null {
  const found = ordinalAt(items, at)
  if (found !== null) return found.value >= 1 && found.value <= 31 ? found : null
  const item = items[at]
  const number = item?.number ?? null
  return number !== null && number >= 1 && number <= 31 && (item?.text.length ?? 3) <= 2
    ? { value: number, next: at + 1 }
    : null
}

/** What may stand between a day and its month: of, a dot, a dash or slash that touches both. */
function overBetween(items: readonly TimeItem[], at: number): number {
  const item = items[at]
  if (item === undefined || item.time?.month !== undefined) return at
  if (hasRole(item, 'of') || item.word === 'de' || item.word === 'di') return at + 1
  return item.isGlued && /^[-/.]$/.test(item.text) ? at + 1 : at
}

/** After a dash or a word between two ends («5–12 марта», «5 и 6 марта»), or null. */
function rangeEnd(items: readonly TimeItem[], at: number): number | null {
  const item = items[at]
  if (item === undefined) return null
  return /^[–—-]$/.test(item.text) || hasRole(item, 'to') ? at + 1 : null
}

/** The year behind a month, also with a comma, «в» or two figures: "October 2014", "31-Oct-74", "June '98". */
function yearAfterMonth(
  items: readonly TimeItem[],
  at: number,
): { readonly value: number; readonly next: number } | null {
  let from = overDot(items, at)
  const link = items[from]
  const isDashed = link?.isGlued === true && /^[-/]$/.test(link.text)
  if (isDashed || link?.text === ',' || hasRole(link, 'of') || link?.word === 'de') from += 1
  const year = yearAt(items, from)
  if (year !== null) return year
  const item = items[from]
  const isApart = isDashed || /^['’]$/.test(item?.text ?? '')
  const short = isApart && !isDashed ? items[from + 1] : item
  if (short?.number == null || short.text.length !== 2 || link?.text === ',') return null
  return isApart || short.number > 31
    ? { value: fullYear(short.number, 2), next: from + (short === item ? 1 : 2) }
    : null
}

/** Behind the dot of an abbreviation («янв.»). */
function overDot(items: readonly TimeItem[], at: number): number {
  const dot = items[at]
  return dot?.text === '.' && dot.isGlued && (items[at - 1]?.text.length ?? 9) <= 5 ? at + 1 : at
}

/** A month that is also another word ("May", "march") with a capital behind a word that a time follows. */
function standsAsMonth(items: readonly TimeItem[], at: number): boolean {
  const before = items[at - 1]
  return (
    /^\p{Lu}/u.test(items[at]?.text ?? '') &&
    (hasRole(before, 'yearBefore') || before?.time?.which !== undefined)
  )
}
