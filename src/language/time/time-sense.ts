import type { PartOfDay, Season, TimeUnit } from '../data/time-words.ts'
import type { Amount } from './timex-value.ts'

/** What words say of a date before it is known which one is meant; what they leave open is null. */
export type DateSense =
  | {
      readonly is: 'calendar'
      readonly year: number | null
      readonly month: number | null
      readonly day: number | null
      readonly weekday: number | null
      /** last is -1, this 0, next 1 ("last November"). */
      readonly which: number | null
    }
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: number | null }
  /** A unit by how far it is from the present one: yesterday is day -1. */
  | { readonly is: 'period'; readonly unit: TimeUnit; readonly by: number }
  | { readonly is: 'season'; readonly season: Season; readonly which: number | null }
  | { readonly is: 'numbered'; readonly unit: 'quarter' | 'half-year'; readonly number: number }
  | { readonly is: 'holiday'; readonly rule: string; readonly which: number | null }
  /** The first Tuesday, the last week (-1): of what, says the container. */
  | {
      readonly is: 'nth'
      readonly number: number
      readonly unit: 'day' | 'week' | 'weekend'
      readonly weekday: number | null
    }
  | {
      readonly is: 'shift'
      readonly amounts: readonly Amount[]
      readonly sign: 1 | -1
      /** Now, the time that the text last told of, or one that the words name ("two days after Christmas"). */
      readonly from: 'now' | 'told' | DateSense
    }
  /** A unit by how far it is from the one that the text told of last. */
  | { readonly is: 'told'; readonly unit: TimeUnit; readonly by: number }
  | { readonly is: 'weekend' }
  | { readonly is: 'decade' | 'century'; readonly year: number }

export interface Clock {
  readonly hour: number
  readonly minute: number | null
  readonly second: number | null
  /** Nothing says which half of the day is meant. */
  readonly isOpen: boolean
  /** How it was put: what says the half of the day makes a time of the day that is told of. */
  readonly part: PartOfDay | 'am' | 'pm' | null
  /** Minutes ahead of UTC where the words name a zone. */
  readonly offset: number | null
}

export interface PointSense {
  readonly is: 'point'
  readonly date: DateSense | null
  /** The year, month or week that the date is of. */
  readonly container: DateSense | null
  readonly part: PartOfDay | null
  /** The night before the date («в ночь на вторник»). */
  readonly isNightInto: boolean
  readonly clock: Clock | null
  /** Where a range ends whose ends share a month or a year («5–12 марта»), with `date` its start. */
  readonly to: DateSense | null
}

export type TimeSense =
  | PointSense
  /** `which`: the past ones (-1) or the next (1). */
  | { readonly is: 'duration'; readonly amounts: readonly Amount[]; readonly which: number | null }
  | { readonly is: 'reference'; readonly value: string }
  | { readonly is: 'set'; readonly value: string; readonly unit: TimeUnit }

/** Items from `at` up to but without `next` and what they say. */
export interface TimePiece {
  readonly at: number
  readonly next: number
  readonly sense: TimeSense
  /** May be no time at all: counts only when it is joined to another piece. */
  readonly isWeak: boolean
}

export function pointOf(date: DateSense | null, more: Partial<PointSense> = {}): PointSense {
  return {
    is: 'point',
    date,
    container: null,
    part: null,
    isNightInto: false,
    clock: null,
    to: null,
    ...more,
  }
}

export function calendarOf(
  year: number | null,
  month: number | null,
  day: number | null,
  which: number | null = null,
): DateSense & { readonly is: 'calendar' } {
  return { is: 'calendar', year, month, day, weekday: null, which }
}
