import { hasRole } from './read-number.ts'
import type { TimeItem } from './time-items.ts'
import type { DateSense, PointSense, TimePiece, TimeSense } from './time-sense.ts'
import { pointOf } from './time-sense.ts'

/** Pieces that tell of one time made one: a day and its hour, «вчера» and «28 февраля», «весной» and «прошлого года». */
export function joinPieces(
  pieces: readonly TimePiece[],
  items: readonly TimeItem[],
  text: string,
): readonly TimePiece[] {
  const whole: TimePiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const sense = last === undefined ? null : joined(last, piece, items, text)
    if (last === undefined || sense === null) whole.push(piece)
    else {
      whole.pop()
      const next = { at: last.at, next: piece.next, sense, isWeak: false }
      const before = whole.at(-1)
      const more = before === undefined ? null : joined(before, next, items, text)
      if (before === undefined || more === null) whole.push(next)
      else {
        whole.pop()
        whole.push({ ...next, at: before.at, sense: more })
      }
    }
  }
  return whole
}

const longestGap = 3

function joined(
  first: TimePiece,
  second: TimePiece,
  items: readonly TimeItem[],
  text: string,
): TimeSense | null {
  if (second.at - first.next > longestGap) return null
  const gap = items.slice(first.next, second.at)
  if (text.slice(items[first.next - 1]?.end, items[second.at]?.start).includes('\n')) return null
  if (first.sense.is === 'duration') return distance(first, second, gap)
  if (first.sense.is !== 'point' || second.sense.is !== 'point') return null
  if (first.sense.date?.is === 'nth' && gap.length === 1 && hasRole(gap[0], 'since'))
    return nthAfter(first.sense, second.sense)
  if (first.sense.part === 'NI' && gap.length === 1 && hasRole(gap[0], 'onto') && isDay(second.sense))
    return first.sense.date === null ? { ...second.sense, part: 'NI', isNightInto: true } : null
  const isClose = gap.every(
    (item) =>
      item.text === ',' ||
      item.word === "'s" ||
      item.text === '@' ||
      isAbbreviation(item, second, items) ||
      hasRole(item, 'link') ||
      hasRole(item, 'of') ||
      hasRole(item, 'the') ||
      hasRole(item, 'fiscal'),
  )
  const isBracket = gap.length === 1 && (gap[0]?.text === '(' || /^[–—]$/.test(gap[0]?.text ?? ''))
  if (!isClose && !isBracket) return null
  return (
    withClock(first.sense, second.sense, isBracket) ??
    withPart(first.sense, second.sense, isBracket, gap) ??
    oneDate(first, second, gap, isBracket)
  )
}

/** The dot of an abbreviation («10 фев. в 8 утра»): what follows it is no new sentence. */
function isAbbreviation(item: TimeItem, second: TimePiece, items: readonly TimeItem[]): boolean {
  return isDot(item) && !/^\p{Lu}/u.test(items[second.at]?.text ?? '')
}

function isDot(item: TimeItem): boolean {
  return item.text === '.' && item.isGlued
}

function withClock(first: PointSense, second: PointSense, isBracket: boolean): PointSense | null {
  if (isBracket) return null
  if (
    first.clock === null &&
    second.clock !== null &&
    second.date === null &&
    (isDay(first) || first.part !== null || isAhead(first))
  )
    return { ...first, clock: inPart(second, first) }
  if (
    first.clock !== null &&
    second.clock === null &&
    first.date === null &&
    (isDay(second) || second.part !== null) &&
    second.to === null
  )
    return { ...second, clock: inPart(first, second) }
  return null
}

/** The part of the day that stands apart says which half the clock is in. */
function inPart({ clock }: PointSense, { part }: PointSense): PointSense['clock'] {
  if (clock === null || part === null || !clock.isOpen) return clock
  const isLate = part === 'EV' || part === 'AF' || (part === 'NI' && clock.hour >= 1)
  return { ...clock, part, isOpen: false, hour: isLate && clock.hour < 12 ? clock.hour + 12 : clock.hour }
}

function isAhead({ date }: PointSense): boolean {
  return date?.is === 'shift'
}

function withPart(
  first: PointSense,
  second: PointSense,
  isBracket: boolean,
  gap: readonly TimeItem[],
): PointSense | null {
  if (isBracket || gap.some((item) => item.text === ',')) return null
  const isOnly = (sense: PointSense): boolean =>
    sense.date === null && sense.clock === null && sense.part !== null
  if (isDay(first) && first.part === null && isOnly(second)) return { ...first, part: second.part }
  if (isOnly(first) && isDay(second) && second.part === null) return { ...second, part: first.part }
  return null
}

/** Whether it tells of one day. */
function isDay({ date, to }: PointSense): boolean {
  if (date === null || to !== null) return false
  switch (date.is) {
    case 'calendar':
      return date.day !== null
    case 'period':
    case 'told':
      return date.unit === 'day'
    case 'nth':
      return date.unit === 'day'
    case 'weekday':
    case 'holiday':
      return true
    default:
      return false
  }
}

/** A weekday and its date, a day and the date it falls on, a time and the longer one that it is in. */
function oneDate(
  { sense: first }: TimePiece,
  { sense: second }: TimePiece,
  gap: readonly TimeItem[],
  isBracket: boolean,
): PointSense | null {
  if (first?.is !== 'point' || second?.is !== 'point' || first.date === null || second.date === null)
    return null
  const [a, b] = [first.date, second.date]
  const merged: PointSense = {
    ...pointOf(null),
    part: first.part ?? second.part,
    clock: first.clock ?? second.clock,
    to: first.to ?? second.to,
    container: first.container ?? second.container,
    isNightInto: first.isNightInto,
  }
  const isApart = gap.length > 0 && gap.every((item) => item.text !== ',') && !isBracket && !gap.every(isDot)
  if (a.is === 'weekday' && b.is === 'calendar' && b.day !== null) {
    return isApart && !gap.every((item) => hasRole(item, 'the'))
      ? null
      : { ...merged, date: { ...b, weekday: a.weekday } }
  }
  if (a.is === 'calendar' && a.day !== null && b.is === 'weekday' && b.which === null && !isApart)
    return { ...merged, date: { ...a, weekday: b.weekday } }
  const isToday = (sense: DateSense): boolean => sense.is === 'period' && sense.unit === 'day'
  if (isToday(a) && b.is === 'calendar' && b.day !== null && !isApart)
    return { ...merged, date: b, container: b.year === null ? a : null }
  if (isToday(b) && a.is === 'calendar' && a.day !== null && !isApart && gap.length > 0)
    return { ...merged, date: a, container: a.year === null ? b : null }
  if (isToday(a) && b.is === 'weekday' && !isApart) return { ...merged, date: a }
  if (isToday(b) && a.is === 'weekday' && gap.length > 0 && !isApart) return { ...merged, date: b }
  if (first.container !== null || second.container !== null || isBracket) return null
  if (gap.some((item) => item.text === ',')) return null
  if (isWithin(a, b)) return { ...merged, date: a, container: b }
  if (gap.every((item) => item.word === "'s" || hasRole(item, 'fiscal')) && isWithin(b, a))
    return { ...merged, date: b, container: a }
  return null
}

/** Whether the second is a longer time that says which of the first is meant. */
function isWithin(short: DateSense, long: DateSense): boolean {
  const isYear =
    (long.is === 'period' && long.unit === 'year') ||
    (long.is === 'calendar' && long.year !== null && long.month === null) ||
    (long.is === 'shift' && long.amounts.every(({ unit }) => unit === 'year'))
  if (short.is === 'calendar') return isYear && short.year === null && short.which === null
  if (short.is === 'season' || short.is === 'numbered' || short.is === 'holiday') return isYear
  if (short.is === 'weekday') return long.is === 'period' && (long.unit === 'week' || long.unit === 'month')
  if (short.is === 'nth')
    return (
      isYear || (long.is === 'period' && long.unit !== 'day') || (long.is === 'calendar' && long.day === null)
    )
  return false
}

/** "two days after Christmas", «через неделю после 9 мая». */
function distance(first: TimePiece, second: TimePiece, gap: readonly TimeItem[]): TimeSense | null {
  if (gap.length !== 1 || first.sense.is !== 'duration' || first.sense.which !== null) return null
  if (second.sense.is !== 'point' || second.sense.date === null || !isDay(second.sense)) return null
  const { amounts } = first.sense
  if (amounts.some(({ count }) => Number.isNaN(count))) return null
  const isBefore = hasRole(gap[0], 'until')
  if (!isBefore && !hasRole(gap[0], 'since')) return null
  return pointOf({ is: 'shift', amounts, sign: isBefore ? -1 : 1, from: second.sense.date })
}

/** "third Tuesday after Christmas" */
function nthAfter({ date: nth }: PointSense, { date }: PointSense): PointSense | null {
  return nth?.is === 'nth' && nth.weekday !== null && date !== null && nth.number > 0
    ? pointOf(nth, { container: date })
    : null
}
