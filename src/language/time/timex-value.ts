import type { Granularity } from '../../model/marks.ts'
import type { TimeUnit } from '../data/time-words.ts'
import { calendarDay, type LocalMs, localMs, startOf } from './calendar.ts'

/** What begins at a moment and lasts a unit, as TIMEX3 writes it: '2023-W09', '2022-Q3', '199' for the nineties. */
export function timexValue(granularity: Exclude<Granularity, 'part-of-day' | 'season'>, at: LocalMs): string {
  const { year, month } = calendarDay(at)
  const y = String(year).padStart(4, '0')
  switch (granularity) {
    case 'century':
      return y.slice(0, 2)
    case 'decade':
      return y.slice(0, 3)
    case 'year':
      return y
    case 'half-year':
      return `${y}-H${month <= 6 ? 1 : 2}`
    case 'quarter':
      return `${y}-Q${Math.ceil(month / 3)}`
    case 'month':
      return `${y}-${two(month)}`
    case 'week':
      return weekValue(at)
    case 'weekend':
      return `${weekValue(at)}-WE`
    case 'day':
      return isoLocal(at).slice(0, 10)
    case 'hour':
      return isoLocal(at).slice(0, 13)
    case 'minute':
      return isoLocal(at).slice(0, 16)
    case 'second':
      return isoLocal(at)
  }
}

/** 'YYYY-MM-DDTHH:mm:ss' */
export function isoLocal(at: LocalMs): string {
  const { year, month, day } = calendarDay(at)
  const date = new Date(at)
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}`
}

export interface Amount {
  readonly unit: TimeUnit
  /** NaN: some. */
  readonly count: number
}

/** A duration: 'P2W', 'P1Y6M', 'PT30M'; 'PXD' for some days. */
export function timexDuration(amounts: readonly Amount[]): string {
  const whole = amounts.map(inYearsOrMonths).flatMap(inWholeUnits)
  const written = (clock: boolean): string =>
    whole
      .filter(({ unit }) => unit in clockLetters === clock)
      .map(({ unit, count }) => `${Number.isNaN(count) ? 'X' : count}${letters[unit] ?? 'D'}`)
      .join('')
  const clock = written(true)
  return `P${written(false)}${clock === '' ? '' : `T${clock}`}`
}

const clockLetters: Readonly<Partial<Record<TimeUnit, string>>> = { hour: 'H', minute: 'M', second: 'S' }
const letters: Readonly<Partial<Record<TimeUnit, string>>> = {
  ...clockLetters,
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
}

/** Decades and centuries in years, halves of a year in months. */
function inYearsOrMonths(amount: Amount): Amount {
  const times = larger[amount.unit]
  return times === undefined ? amount : { unit: times[1], count: amount.count * times[0] }
}

/** A fraction of a unit in the next smaller one: a year and a half is 18 months. */
export function inWholeUnits({ unit, count }: Amount): readonly Amount[] {
  const parts = smaller[unit]
  if (Number.isNaN(count) || Number.isInteger(count) || parts === undefined) return [{ unit, count }]
  return [{ unit: parts[1], count: Math.round(count * parts[0]) }]
}

const larger: Readonly<Partial<Record<TimeUnit, readonly [number, TimeUnit]>>> = {
  decade: [10, 'year'],
  century: [100, 'year'],
  'half-year': [6, 'month'],
}
const smaller: Readonly<Partial<Record<TimeUnit, readonly [number, TimeUnit]>>> = {
  year: [12, 'month'],
  month: [30, 'day'],
  week: [7, 'day'],
  day: [24, 'hour'],
  hour: [60, 'minute'],
  minute: [60, 'second'],
}

function weekValue(at: LocalMs): string {
  const thursday = startOf('week', at) + 3 * 86_400_000
  const { year } = calendarDay(thursday)
  const week = 1 + Math.floor((thursday - localMs(year)) / (7 * 86_400_000))
  return `${String(year).padStart(4, '0')}-W${two(week)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
