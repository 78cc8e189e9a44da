import type { PartOfDay } from '../data/time-words.ts'
import { zoneOffsets } from '../data/zone-offsets.ts'
import { cardinalAt, hasRole } from './read-number.ts'
import type { ReadingHabits } from './reading-habits.ts'
import type { TimeItem } from './time-items.ts'
import type { Clock } from './time-sense.ts'

export interface ClockAt {
  readonly clock: Clock
  readonly next: number
  /** It may as well be an amount («15 часов») or any number («в 3»). */
  readonly isWeak: boolean
}

/** "18:30", "6 p.m.", «в 15 часов», «8 вечера», "17h10", "noon", with the zone where one follows. */
export function clockAt(
  items: readonly TimeItem[],
  at: number,
  { isEnglish, isEager }: ReadingHabits,
): ClockAt | null {
  const found = pastHourAt(items, at, isEnglish) ?? hourAt(items, at, { isEnglish, isEager })
  if (found === null) return null
  const half = halfAt(items, found.next)
  const after = half?.next ?? found.next
  const zone = zoneAt(items, after)
  const part = half?.part ?? null
  const hour = inHalf(found.hour, part)
  const isOpen =
    part === null &&
    found.hour <= 12 &&
    found.hour > 0 &&
    (found.minute === null || isEnglish) &&
    !found.isNamed
  return {
    clock: { hour, minute: found.minute, second: found.second, isOpen, part, offset: zone?.offset ?? null },
    next: zone?.next ?? after,
    isWeak: found.isWeak && part === null && zone === null,
  }
}

/** "half past three", "a quarter to noon". */
function pastHourAt(items: readonly TimeItem[], at: number, isEnglish: boolean): HourAt | null {
  if (!isEnglish) return null
  const from = items[at]?.word === 'a' ? at + 1 : at
  const word = items[from]?.word
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : null
  const isPast = hasRole(items[from + 1], 'past')
  if (minutes === null || (!isPast && !hasRole(items[from + 1], 'to'))) return null
  const hour = hourAt(items, from + 2, { isEnglish, isEager: true })
  if (hour === null || hour.minute !== null) return null
  const whole = isPast ? hour.hour : hour.hour - 1
  return { ...hour, hour: whole < 0 ? 23 : whole, minute: isPast ? minutes : 60 - minutes, isWeak: false }
}

interface HourAt {
  readonly hour: number
  readonly minute: number | null
  readonly second: number | null
  readonly next: number
  readonly isWeak: boolean
  readonly isNamed: boolean
}

function hourAt(
  items: readonly TimeItem[],
  at: number,
  { isEnglish, isEager }: ReadingHabits,
): HourAt | null {
  const item = items[at]
  if (item === undefined) return null
  const before = items[at - 1]
  const written = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(item.text)
  if (written !== null) return hourOf(Number(written[1]), written[2], written[3], at + 1, false)
  const dotted = isEnglish ? null : dottedHour(item.text, before)
  if (dotted !== null && items[at + 1]?.text !== '%')
    return hourOf(Number(dotted[1]), dotted[2], undefined, at + 1, false)
  if (item.time?.clock !== undefined)
    return { hour: item.time.clock, minute: null, second: null, next: at + 1, isWeak: false, isNamed: true }
  const number = item.number !== null && item.text.length > 2 ? null : cardinalAt(items, at)
  if (number === null || !Number.isInteger(number.value) || number.value > 24) return null
  const isAt = hasRole(before, 'at')
  const isBounded = isAt || hasRole(before, 'since') || hasRole(before, 'until')
  const word = items[number.next]
  if (
    !isHourWord(word, isEnglish) &&
    word?.word !== 'oclock' &&
    word?.word !== "o'clock" &&
    word?.word !== 'h'
  )
    return isEager || halfAt(items, number.next) !== null || (isAt && isEnd(items[number.next]))
      ? hourOf(number.value, undefined, undefined, number.next, true)
      : null
  const minute = items[number.next + 1]
  if (
    minute?.number != null &&
    minute.text.length === 2 &&
    (minute.isGlued || items[number.next + 2]?.time?.unit === 'minute')
  )
    return hourOf(number.value, minute.text, undefined, number.next + (minute.isGlued ? 2 : 3), false)
  return hourOf(number.value, undefined, undefined, number.next + 1, !isBounded)
}

/** «15 часов» may be a time of the day; "15 hours" are an amount. */
function isHourWord(item: TimeItem | undefined, isEnglish: boolean): boolean {
  return item?.time?.unit === 'hour' && (!isEnglish || item.text.length === 1)
}

/** «в 18.30»; with «с» or «до» before it, it is an hour only when it is a round one. */
function dottedHour(text: string, before: TimeItem | undefined): RegExpExecArray | null {
  if (hasRole(before, 'at')) return /^(\d{1,2})\.(\d{2})$/.exec(text)
  const isBound = hasRole(before, 'from') || hasRole(before, 'to') || hasRole(before, 'until')
  return isBound ? /^(\d{2})\.(00|30)$/.exec(text) : null
}

/** «В субботу в 9.», "tomorrow at 5 on …": no noun follows that is counted. */
function isEnd(item: TimeItem | undefined): boolean {
  return item === undefined || !/^[\p{L}\p{N}%°$€№-]/u.test(item.text) || hasRole(item, 'link')
}

function hourOf(
  hour: number,
  minute: string | undefined,
  second: string | undefined,
  next: number,
  isWeak: boolean,
): HourAt | null {
  const minutes = minute === undefined ? null : Number(minute)
  const seconds = second === undefined ? null : Number(second)
  if (hour > 24 || (minutes ?? 0) > 59 || (seconds ?? 0) > 59) return null
  return { hour, minute: minutes, second: seconds, next, isWeak, isNamed: false }
}

function halfAt(
  items: readonly TimeItem[],
  at: number,
): { readonly part: PartOfDay | 'am' | 'pm'; readonly next: number } | null {
  const item = items[at]
  if (item === undefined) return null
  if (item.word === 'am' || item.word === 'pm') return { part: item.word, next: at + 1 }
  if ((item.word === 'a' || item.word === 'p') && items[at + 1]?.text === '.' && items[at + 2]?.word === 'm')
    return { part: `${item.word}m`, next: at + (items[at + 3]?.text === '.' ? 4 : 3) }
  const part = item.time?.clockPart
  // «3 дня» are three days: of a bare number the afternoon's word says nothing.
  if (part === undefined || (part === 'AF' && items[at - 1]?.number !== null && item.time?.unit === 'day'))
    return null
  return { part, next: at + 1 }
}

/** The hour of the day: «8 вечера» is 20, «12 ночи» is 0, «2 ночи» stays. */
function inHalf(hour: number, part: Clock['part']): number {
  if (part === null || hour > 12) return hour
  if (part === 'am' || part === 'MO') return hour === 12 && part === 'am' ? 0 : hour
  if (part === 'NI') return hour === 12 ? 0 : hour >= 7 ? hour + 12 : hour
  return hour === 12 ? 12 : hour + 12
}

function zoneAt(
  items: readonly TimeItem[],
  at: number,
): { readonly offset: number; readonly next: number } | null {
  const offset = items[at]?.time?.zone ?? zoneOffsets.get(items[at]?.word ?? '')
  return offset === undefined ? null : { offset, next: at + 1 }
}
