import type { Granularity, TimeExpression } from '../../model/marks.ts'
import type { PartOfDay, Season, TimeUnit } from '../data/time-words.ts'
import {
  calendarDay,
  dayMs,
  easter,
  endOf,
  isDay,
  type LocalMs,
  later,
  localMs,
  startOf,
} from './calendar.ts'
import type { Tense } from './tense.ts'
import type { Clock, DateSense, PointSense, TimeSense } from './time-sense.ts'
import { type Amount, isoLocal, timexDuration, timexValue } from './timex-value.ts'

/** What the words are read against. */
export interface TimeContext {
  readonly now: LocalMs
  /** Minutes ahead of UTC of the article's clocks, or null when it is not known. */
  readonly offset: number | null
  readonly looksAhead: boolean
  /** «в следующую среду» is the nearest Wednesday; "next Wednesday" is next week's. */
  readonly nextIsNearest: boolean
  readonly tense: Tense
  /** The time that the text told of last, and the quarter. */
  readonly told: Stretch | null
  readonly toldQuarter: Stretch | null
}

/** A time in the calendar. */
export interface Stretch {
  readonly granularity: Granularity
  readonly from: LocalMs
  readonly until: LocalMs
  /** Where the granularity and the first moment do not tell it: of seasons, parts of the day and other zones. */
  readonly value?: string
}

type Resolved = Omit<TimeExpression, 'start' | 'end'> & { readonly stretch: Stretch | null }

/** The value of what words say, or null where there is no such time. */
export function resolveTime(sense: TimeSense, context: TimeContext): Resolved | null {
  switch (sense.is) {
    case 'reference':
      return {
        kind: 'point',
        granularity: sense.value === 'PRESENT_REF' ? 'second' : null,
        value: sense.value,
        from: sense.value === 'PRESENT_REF' ? isoLocal(context.now) : null,
        until: sense.value === 'PRESENT_REF' ? isoLocal(context.now + 1000) : null,
        stretch: null,
      }
    case 'set':
      return {
        kind: 'set',
        granularity: sense.unit,
        value: sense.value,
        from: null,
        until: null,
        stretch: null,
      }
    case 'duration':
      return resolveDuration(sense.amounts, sense.which, context)
    case 'point':
      return resolvePoint(sense, context)
  }
}

function resolveDuration(amounts: readonly Amount[], which: number | null, { now }: TimeContext): Resolved {
  const moved = which === null ? null : shifted(now, amounts, which < 0 ? -1 : 1)
  const [from, until] = moved === null ? [null, null] : moved < now ? [moved, now] : [now, moved]
  return {
    kind: 'duration',
    granularity: amounts.at(-1)?.unit ?? 'day',
    value: timexDuration(amounts),
    from: from === null ? null : isoLocal(from),
    until: until === null ? null : isoLocal(until),
    stretch: null,
  }
}

function resolvePoint(sense: PointSense, context: TimeContext): Resolved | null {
  const date = sense.date === null ? null : resolveDate(sense.date, sense.container, context)
  if (sense.date !== null && date === null) return null
  const start = sense.clock === null ? inDay(date, sense, context) : atClock(date, sense.clock, context)
  if (start === null) return null
  const stretch = start
  if (sense.to !== null) {
    const to = resolveDate(sense.to, sense.container, context)
    if (to === null || to.from < stretch.from) return null
    return {
      ...written(stretch),
      kind: 'interval',
      value: `${valueFor(stretch)}/${valueFor(to)}`,
      until: isoLocal(to.until),
      stretch: { ...stretch, until: to.until },
    }
  }
  return written(stretch)
}

function written(stretch: Stretch): Resolved {
  const { granularity, from, until } = stretch
  return {
    kind: 'point',
    granularity,
    value: valueFor(stretch),
    from: isoLocal(from),
    until: isoLocal(until),
    stretch,
  }
}

function valueFor({ granularity, from, value }: Stretch): string {
  return (
    value ?? (granularity === 'season' || granularity === 'part-of-day' ? '' : timexValue(granularity, from))
  )
}

function unitStretch(unit: TimeUnit, at: LocalMs): Stretch {
  const from = startOf(unit, at)
  return { granularity: unit, from, until: endOf(unit, from) }
}

/** The first and the last hour of a part of the day; the night goes on into the next. */
const hoursOf: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  MO: [4, 12],
  DT: [8, 18],
  AF: [12, 18],
  EV: [18, 24],
  NI: [22, 30],
}

function inDay(
  date: Stretch | null,
  { part, isNightInto }: PointSense,
  { now, told }: TimeContext,
): Stretch | null {
  if (part === null) return date
  const today = told !== null && told.granularity === 'day' && date === null ? told.from : startOf('day', now)
  const day = (date?.from ?? today) - (isNightInto ? dayMs : 0)
  const [first, last] = hoursOf[part]
  return {
    granularity: 'part-of-day',
    from: day + first * hourMs,
    until: day + last * hourMs,
    value: `${timexValue('day', day)}T${part}`,
  }
}

const hourMs = 3_600_000

function atClock(date: Stretch | null, clock: Clock, context: TimeContext): Stretch | null {
  const { now, looksAhead } = context
  const day = date?.from ?? startOf('day', now)
  const granularity = clock.second !== null ? 'second' : clock.minute !== null ? 'minute' : 'hour'
  const inDayMs = clock.hour * hourMs + (clock.minute ?? 0) * 60_000 + (clock.second ?? 0) * 1000
  const zoned =
    clock.offset !== null && context.offset !== null ? (context.offset - clock.offset) * 60_000 : 0
  let at = startOf('day', day) + inDayMs + zoned
  if (date === null && looksAhead && clock.part !== 'MO' && clock.part !== 'NI') {
    const unit = granularity === 'hour' ? hourMs : 60_000
    if (at + unit <= now) at += clock.isOpen ? dayMs / 2 : dayMs
    if (at + unit <= now) at += dayMs / 2
  }
  const stretch = unitStretch(granularity, at)
  return clock.offset !== null && context.offset === null
    ? { ...stretch, value: `${valueFor(stretch)}${offsetText(clock.offset)}` }
    : stretch
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

/** The stretch of the calendar that a date means; the container says of which year, month or week. */
function resolveDate(date: DateSense, container: DateSense | null, context: TimeContext): Stretch | null {
  switch (date.is) {
    case 'calendar':
      return resolveCalendar(date, container, context)
    case 'weekday':
      return resolveWeekday(date, container, context)
    case 'period':
      return unitStretch(date.unit, later(startOf(date.unit, context.now), date.by, date.unit))
    case 'season':
      return ofYears((year) => seasonOf(date.season, year), date.which, container, context)
    case 'numbered': {
      const months = date.unit === 'quarter' ? 3 : 6
      return ofYears(
        (year) => unitStretch(date.unit, localMs(year, (date.number - 1) * months + 1)),
        null,
        container,
        context,
        5,
      )
    }
    case 'holiday':
      return ofYears((year) => holidayOn(date.rule, year), date.which, container, context)
    case 'nth':
      return resolveNth(date, container, context)
    case 'shift':
      return resolveShift(date, context)
    case 'told':
      return resolveTold(date.unit, date.by, context)
    case 'weekend':
      return unitStretch(
        'weekend',
        resolveWeekday({ weekday: 6, which: null }, container, context)?.from ?? context.now,
      )
    case 'decade':
    case 'century':
      return unitStretch(date.is, localMs(date.year))
  }
}

/** «В тот же день», "the quarter": of what was last told, or of now. */
function resolveTold(unit: TimeUnit, by: number, { now, told, toldQuarter }: TimeContext): Stretch {
  if (unit === 'quarter') return toldQuarter ?? unitStretch(unit, later(startOf(unit, now), -1, unit))
  const at = told !== null && (unit !== 'day' || told.granularity !== 'year') ? told.from : now
  return unitStretch(unit, later(startOf(unit, at), by, unit))
}

function resolveCalendar(
  date: DateSense & { readonly is: 'calendar' },
  container: DateSense | null,
  context: TimeContext,
): Stretch | null {
  const { year, month, day, weekday } = date
  const inYear = (of: number): Stretch | null => {
    if (month === null) return unitStretch('year', localMs(of))
    if (day === null) return unitStretch('month', localMs(of, month))
    return isDay(of, month, day) ? unitStretch('day', localMs(of, month, day)) : null
  }
  if (year !== null) return inYear(year)
  if (container?.is === 'period' && container.unit === 'day') {
    const near = resolveDate(container, null, context)
    return near && nearest(yearsAround(near.from, 1).map(inYear), near.from, 1, 1)
  }
  if (weekday !== null) {
    const falls = yearsAround(context.now, 6)
      .map(inYear)
      .filter((stretch) => stretch !== null && calendarDay(stretch.from).weekday === weekday)
    const found = falls.length === 0 ? null : nearest(falls, context.now, 1, 1)
    if (found !== null) return found
  }
  return ofYears(inYear, date.which, container, context)
}

/** Which year's is meant where the words do not say: the container's, the last or next, or the nearest one by tense. */
function ofYears(
  inYear: (year: number) => Stretch | null,
  which: number | null,
  container: DateSense | null,
  context: TimeContext,
  leaning = 1.3,
): Stretch | null {
  const { now, looksAhead, tense } = context
  if (container !== null) {
    const of = resolveDate(container, null, context)
    return of && inYear(calendarDay(of.from).year)
  }
  const years = yearsAround(now, 2).flatMap((year) => inYear(year) ?? [])
  if (which === 0) return inYear(calendarDay(now).year)
  if (which !== null && which < 0) return years.filter(({ until }) => until <= now).at(which) ?? null
  if (which !== null) return years.filter(({ from }) => from > now).at(which - 1) ?? null
  if (looksAhead) return years.find(({ until }) => until > now) ?? null
  return nearest(
    years,
    now,
    tense === 'future' ? 3 : 1,
    tense === 'future' ? 1 : Math.max(leaning, tense === 'past' ? 3 : 1),
  )
}

function yearsAround(at: LocalMs, reach: number): readonly number[] {
  const { year } = calendarDay(at)
  return Array.from({ length: 2 * reach + 1 }, (_, step) => year - reach + step)
}

/** The nearest to a moment, with what is past and what is ahead so many times as far as it is. */
function nearest(
  some: readonly (Stretch | null)[],
  at: LocalMs,
  past: number,
  ahead: number,
): Stretch | null {
  const distance = ({ from, until }: Stretch): number =>
    until <= at ? (at - until) * past : from > at ? (from - at) * ahead : 0
  return some.reduce<Stretch | null>(
    (best, each) => (each !== null && (best === null || distance(each) < distance(best)) ? each : best),
    null,
  )
}

function resolveWeekday(
  { weekday, which }: { readonly weekday: number; readonly which: number | null },
  container: DateSense | null,
  context: TimeContext,
): Stretch | null {
  const { now, looksAhead, nextIsNearest, tense } = context
  const of = container === null ? null : resolveDate(container, null, context)
  if (of?.granularity === 'week') return unitStretch('day', of.from + (weekday - 1) * dayMs)
  const today = startOf('day', now)
  const behind = (calendarDay(now).weekday - weekday + 7) % 7
  const last = today - behind * dayMs
  const strictlyLast = behind === 0 ? today - 7 * dayMs : last
  const next = last + 7 * dayMs
  const at = ((): LocalMs => {
    if (which !== null && which < 0) return strictlyLast + (which + 1) * 7 * dayMs
    if (which !== null && which > 0)
      return nextIsNearest || which > 1
        ? next + (which - 1) * 7 * dayMs
        : startOf('week', now) + (which * 7 + weekday - 1) * dayMs
    if (looksAhead) return next
    return (tense === 'future' && behind !== 0) || (tense === null && behind === 6) ? next : last
  })()
  return unitStretch('day', at)
}

const firstMonths: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 0 }

/** Winter is named for the year that it ends in. */
function seasonOf(season: Season, year: number): Stretch {
  const from = localMs(year, firstMonths[season])
  return {
    granularity: 'season',
    from,
    until: later(from, 3, 'month'),
    value: `${String(year).padStart(4, '0')}-${season}`,
  }
}

/** 'MM-DD'; 'MM#weekday#nth', the nth from the end where it is negative; 'easter' with days to add. */
function holidayOn(rule: string, year: number): Stretch {
  const [month = 1, weekday = 1, nth = 1] = rule.split('#').map(Number)
  if (rule.startsWith('easter')) return unitStretch('day', easter(year) + Number(rule.slice(6) || 0) * dayMs)
  if (rule.includes('#')) {
    const first = unitStretch('month', localMs(year, month))
    return unitStretch('day', nthWeekday(first, weekday, nth))
  }
  const [of, day] = rule.split('-').map(Number)
  return unitStretch('day', localMs(year, of, day))
}

function nthWeekday({ from, until }: Stretch, weekday: number, nth: number): LocalMs {
  if (nth > 0) return from + (((weekday - calendarDay(from).weekday + 7) % 7) + (nth - 1) * 7) * dayMs
  const lastDay = until - dayMs
  return lastDay - (((calendarDay(lastDay).weekday - weekday + 7) % 7) + (-nth - 1) * 7) * dayMs
}

function resolveNth(
  { number, unit, weekday }: DateSense & { readonly is: 'nth' },
  container: DateSense | null,
  context: TimeContext,
): Stretch | null {
  const of = container === null ? null : resolveDate(container, null, context)
  if (of === null || number === 0) return null
  if (weekday !== null && of.granularity === 'day')
    return unitStretch('day', nthWeekday({ ...of, from: of.until }, weekday, number))
  if (weekday !== null) return unitStretch('day', nthWeekday(of, weekday, number))
  if (unit === 'day')
    return unitStretch('day', number > 0 ? of.from + (number - 1) * dayMs : of.until + number * dayMs)
  const monday = startOf('week', of.from + 6 * dayMs)
  const last = startOf('week', of.until - 6 * dayMs)
  return unitStretch(unit, number > 0 ? monday + (number - 1) * 7 * dayMs : last + (number + 1) * 7 * dayMs)
}

/** Of a distance the finest unit says how exactly it is meant; who looks ahead means it to the next finer one. */
const finer: Readonly<Partial<Record<TimeUnit, TimeUnit>>> = {
  decade: 'year',
  year: 'month',
  'half-year': 'month',
  quarter: 'month',
  month: 'day',
  week: 'day',
  day: 'hour',
  hour: 'minute',
  minute: 'second',
}

function resolveShift(
  { amounts, sign, from }: DateSense & { readonly is: 'shift' },
  context: TimeContext,
): Stretch | null {
  const unit = amounts.at(-1)?.unit ?? 'day'
  if (typeof from === 'object') {
    const base = resolveDate(from, null, { ...context, looksAhead: false, tense: 'past' })
    return base && unitStretch('day', shifted(base.from, amounts, sign))
  }
  if (from === 'told' && context.told !== null) return shiftedStretch(context.told, amounts, sign)
  const isYearAgo = unit === 'year' && amounts[0]?.count === 1 && sign < 0 && !context.looksAhead
  if (isYearAgo && context.toldQuarter !== null) return shiftedStretch(context.toldQuarter, amounts, sign)
  const moved = shifted(context.now, amounts, sign)
  return unitStretch(context.looksAhead ? (finer[unit] ?? unit) : unit === 'decade' ? 'year' : unit, moved)
}

/** As fine as the stretch or the amounts are: a year before a quarter is a quarter. */
function shiftedStretch(stretch: Stretch, amounts: readonly Amount[], sign: 1 | -1): Stretch | null {
  const { granularity } = stretch
  if (granularity === 'season' || granularity === 'part-of-day')
    return unitStretch('day', shifted(stretch.from, amounts, sign))
  const unit = amounts.at(-1)?.unit ?? 'day'
  const size = (each: TimeUnit): number => later(0, 1, each)
  return unitStretch(
    size(unit) < size(granularity) ? unit : granularity,
    shifted(stretch.from, amounts, sign),
  )
}

function shifted(at: LocalMs, amounts: readonly Amount[], sign: 1 | -1): LocalMs {
  return amounts.reduce(
    (moved, { count, unit }) => later(moved, sign * (Number.isNaN(count) ? 1 : count), unit),
    at,
  )
}
