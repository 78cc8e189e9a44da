import type { TimeUnit } from '../data/time-words.ts'

/** A moment by the clocks of the article's zone: milliseconds as if that zone were UTC. */
export type LocalMs = number

export const dayMs: number = 86_400_000

/** The first moment of a day, or of a minute or second of it. Months and days beyond their range run over. */
export function localMs(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0): LocalMs {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  return date.getTime()
}

/** The day in the calendar; Monday is weekday 1. */
export function calendarDay(at: LocalMs): {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
} {
  const date = new Date(at)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: ((date.getUTCDay() + 6) % 7) + 1,
  }
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, day: number): boolean {
  return (
    day >= 1 && day <= 31 && month >= 1 && month <= 12 && calendarDay(localMs(year, month, day)).day === day
  )
}

/** The first moment of the unit that a moment is in: weeks begin on Monday, a weekend on its Saturday. */
export function startOf(unit: TimeUnit, at: LocalMs): LocalMs {
  const { year, month, weekday } = calendarDay(at)
  const day = Math.floor(at / dayMs) * dayMs
  switch (unit) {
    case 'second':
      return Math.floor(at / 1000) * 1000
    case 'minute':
      return Math.floor(at / 60_000) * 60_000
    case 'hour':
      return Math.floor(at / 3_600_000) * 3_600_000
    case 'day':
      return day
    case 'week':
      return day - (weekday - 1) * dayMs
    case 'weekend':
      return day + (6 - weekday) * dayMs
    case 'month':
      return localMs(year, month)
    case 'quarter':
      return localMs(year, month - ((month - 1) % 3))
    case 'half-year':
      return localMs(year, month <= 6 ? 1 : 7)
    case 'year':
      return localMs(year)
    case 'decade':
      return localMs(Math.floor(year / 10) * 10)
    case 'century':
      return localMs(Math.floor(year / 100) * 100)
  }
}

const monthsOf: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  decade: 120,
  century: 1200,
}
const msOf: Readonly<Partial<Record<TimeUnit, number>>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
  weekend: 7 * dayMs,
}

/** So many units later; of a month that has no such day, its last. */
export function later(at: LocalMs, count: number, unit: TimeUnit): LocalMs {
  const ms = msOf[unit]
  if (ms !== undefined) return at + Math.round(count * ms)
  const { year, month, day } = calendarDay(at)
  const months = Math.round(count * (monthsOf[unit] ?? 1))
  const moved = localMs(year, month + months, day) + (at % dayMs)
  if (calendarDay(moved).day === day) return moved
  return localMs(year, month + months + 1, 0) + (at % dayMs)
}

/** The first moment after the unit that begins then; a weekend has two days. */
export function endOf(unit: TimeUnit, start: LocalMs): LocalMs {
  return unit === 'weekend' ? start + 2 * dayMs : later(start, 1, unit)
}

/** Easter Sunday of the western churches (Meeus, Jones, Butcher). */
export function easter(year: number): LocalMs {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return localMs(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}
