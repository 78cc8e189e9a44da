import type { TimeUnit } from '../data/time-words.ts'
import { amountAt, type SenseAt } from './read-amount.ts'
import { type ClockAt, clockAt } from './read-clock.ts'
import { namedDateAt, numericDateAt } from './read-date.ts'
import { hasRole } from './read-number.ts'
import { bareYearAt, everyAt, numberedAt, whichAt } from './read-period.ts'
import type { ReadingHabits } from './reading-habits.ts'
import type { TimeItem } from './time-items.ts'
import { calendarOf, type DateSense, pointOf, type TimePiece, type TimeSense } from './time-sense.ts'

/** The longest piece of a time that begins at an item, or null. */
export function pieceAt(items: readonly TimeItem[], at: number, habits: ReadingHabits): TimePiece | null {
  const item = items[at]
  if (item === undefined || !mayStart(item)) return null
  if (hasRole(item, 'the')) return withArticle(items, at, habits)
  let best: SenseAt | null = null
  for (const read of readers) {
    const found = read(items, at, habits)
    if (found === null) continue
    if (
      best === null ||
      found.next > best.next ||
      (found.next === best.next && best.isWeak && !found.isWeak && !habits.isEager)
    )
      best = found
  }
  return best && { at, next: best.next, sense: best.sense, isWeak: best.isWeak && !habits.isEager }
}

/** Of equally long readings the first counts, unless it is weak. */
const readers: readonly ((
  items: readonly TimeItem[],
  at: number,
  habits: ReadingHabits,
) => SenseAt | null)[] = [
  edgeAt,
  (items, at, habits) => asSense(clockAt(items, at, habits)),
  (items, at, { isEnglish }) => numericDateAt(items, at, isEnglish),
  (items, at, { isEnglish }) => namedDateAt(items, at, isEnglish),
  whichAt,
  amountAt,
  numberedAt,
  everyAt,
  afterNext,
  wordAt,
  (items, at, { isEnglish }) => bareYearAt(items, at, isEnglish),
]

function mayStart({ time, number, text }: TimeItem): boolean {
  return time === null ? number !== null || mayBeFigures.test(text) : time.isStart
}

const mayBeFigures = /^(?:[0-9]|[IVXІХ]{1,5}$)/

function asSense(found: ClockAt | null): SenseAt | null {
  return found && { sense: pointOf(null, { clock: found.clock }), next: found.next, isWeak: found.isWeak }
}

/** "Friday after next": the one that comes second. */
function afterNext(items: readonly TimeItem[], at: number): SenseAt | null {
  const weekday = items[at]?.time?.weekday
  const month = items[at]?.time?.month
  if (items[at + 1]?.time?.which !== 2 || (weekday ?? month) === undefined) return null
  const date: DateSense =
    weekday !== undefined ? { is: 'weekday', weekday, which: 2 } : calendarOf(null, month ?? null, null, 2)
  return { sense: pointOf(date), next: at + 2, isWeak: false }
}

/** One word that is a time: today, Monday, «весной», now, Christmas. */
function wordAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const time = items[at]?.time ?? null
  const sense = time === null ? null : senseOfWord(time)
  if (sense === null) return null
  const isWeak =
    time?.isWeak === true ||
    (time?.unit === 'weekend' && !hasRole(items[at - 1], 'link')) ||
    time?.part !== undefined ||
    time?.clockPart !== undefined ||
    time?.season !== undefined
  return {
    sense,
    next: at + 1,
    isWeak: isWeak && !(time?.partAdverb !== undefined || time?.seasonAdverb !== undefined),
  }
}

function senseOfWord(time: NonNullable<TimeItem['time']>): TimeSense | null {
  if (time.day !== undefined) return pointOf({ is: 'period', unit: 'day', by: time.day })
  if (time.told !== undefined) {
    const [unit, by] = time.told.split(' ')
    return pointOf({ is: 'told', unit: unit as TimeUnit, by: Number(by) })
  }
  if (time.unit === 'weekend') return pointOf({ is: 'weekend' })
  if (time.weekday !== undefined) return pointOf({ is: 'weekday', weekday: time.weekday, which: null })
  if (time.holiday !== undefined) return pointOf({ is: 'holiday', rule: time.holiday, which: null })
  if (time.period !== undefined) {
    const [unit, by] = time.period.split(' ')
    return pointOf({ is: 'period', unit: unit as TimeUnit, by: Number(by) })
  }
  const season = time.seasonAdverb ?? time.season
  if (season !== undefined) return pointOf({ is: 'season', season, which: null })
  const part = time.partAdverb ?? time.part ?? time.clockPart
  if (part !== undefined) return pointOf(null, { part })
  if (time.reference !== undefined) return { is: 'reference', value: time.reference }
  return null
}

/** The article belongs to what is told by which or number it is: "the third quarter", "the past year". */
function withArticle(items: readonly TimeItem[], at: number, habits: ReadingHabits): TimePiece | null {
  const noun = items[at + 1]
  const inner = hasRole(noun, 'the') ? null : pieceAt(items, at + 1, habits)
  if (inner !== null)
    return inner.sense.is === 'point' && inner.sense.date?.is === 'weekday'
      ? null
      : { ...inner, at, isWeak: inner.isWeak && !isWhole(items, inner) }
  if (noun?.time?.unit === 'weekend')
    return { at, next: at + 2, sense: pointOf({ is: 'weekend' }), isWeak: false }
  if (hasRole(noun, 'fiscal') && items[at + 2]?.time?.unit === 'year')
    return { at, next: at + 3, sense: pointOf({ is: 'period', unit: 'year', by: 0 }), isWeak: false }
  if (noun?.time?.unit === 'quarter' && (noun.word === 'quarter' || noun.word === 'period'))
    return { at, next: at + 2, sense: pointOf({ is: 'told', unit: 'quarter', by: 0 }), isWeak: false }
  return null
}

/** "the spring", "the past", "the future": with the article they are times where no other noun follows. */
function isWhole(items: readonly TimeItem[], { at, next, sense }: TimePiece): boolean {
  const after = items[next]
  const isEnd =
    after === undefined || !/^\p{L}/u.test(after.text) || hasRole(after, 'link') || hasRole(after, 'and')
  return (
    (isEnd || hasRole(items[at - 2], 'of')) &&
    (sense.is === 'reference' || items[at]?.time?.season !== undefined)
  )
}

/** "early next year", "the end of 1990", «в начале марта», "mid-1996", "later this month". */
function edgeAt(items: readonly TimeItem[], at: number, habits: ReadingHabits): SenseAt | null {
  const item = items[at]
  const hasEdge = isEdge(item)
  if (!hasEdge && !hasRole(item, 'sooner')) return null
  let from = at + 1
  if (hasRole(items[from], 'of') || items[from]?.text === '-' || hasRole(items[from], 'link')) from += 1
  if (hasRole(items[from], 'the')) from += 1
  // One edge of one time: «early early …» is none, and would be read over and over.
  if (isEdge(items[from]) || hasRole(items[from], 'the')) return null
  const inner = pieceAt(items, from, habits)
  const isBare = inner !== null && inner.next === from + 1 && items[from]?.time?.unit !== undefined
  if (inner === null || isBare) return wholeUnit(items, from, hasEdge)
  const { sense } = inner
  if (sense.is !== 'point') return null
  if (sense.date === null && sense.clock !== null) return null
  const isPeriod =
    sense.date?.is === 'period' ||
    sense.date?.is === 'told' ||
    sense.date?.is === 'weekday' ||
    sense.part !== null
  if (!hasEdge && !isPeriod) return null
  return { sense, next: inner.next, isWeak: false }
}

function isEdge(item: TimeItem | undefined): boolean {
  return hasRole(item, 'early') || hasRole(item, 'middle') || hasRole(item, 'late')
}

/** «до конца месяца», "by the end of the year": of the present one. */
function wholeUnit(items: readonly TimeItem[], at: number, hasEdge: boolean): SenseAt | null {
  const unit = items[at]?.time?.unit
  if (!hasEdge || unit === undefined || (items[at]?.text.length ?? 0) <= 2) return null
  return { sense: pointOf({ is: 'period', unit, by: 0 }), next: at + 1, isWeak: false }
}
