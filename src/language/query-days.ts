import { whenClocksShow, zoneOffset } from '../kit/zone-offset.ts'
import type { EpochMs } from '../model/time.ts'

/** A day, a month or a year of a zone: from its first moment to the first one after it. */
export interface QueryDays {
  readonly from: EpochMs
  readonly to: EpochMs
}

/**
 * Reads 2026-11-23, 23.11.2026, 2026-11, 2026, `today` or `yesterday` as days of an IANA zone; null for anything
 * else, a 31st of June too.
 */
export function queryDays(text: string, zone: string, now: EpochMs): QueryDays | null {
  const days = calendarDays(text, zone, now)
  if (days === null) return null
  return { from: whenClocksShow(days.first, zone), to: whenClocksShow(days.next, zone) }
}

/** Midnights of UTC that stand for days of a calendar. */
interface CalendarDays {
  readonly first: EpochMs
  readonly next: EpochMs
}

const dayMs = 86_400_000

function calendarDays(text: string, zone: string, now: EpochMs): CalendarDays | null {
  const today = Math.floor((now + zoneOffset(now, zone)) / dayMs) * dayMs
  const word = text.toLowerCase()
  if (word === 'today') return { first: today, next: today + dayMs }
  if (word === 'yesterday') return { first: today - dayMs, next: today }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (dotted !== null) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (written === null) return null
  const [, year = '', month, day] = written
  if (month === undefined) return { first: Date.UTC(Number(year), 0), next: Date.UTC(Number(year) + 1, 0) }
  if (day !== undefined) return dayOf(Number(year), Number(month), Number(day))
  if (Number(month) < 1 || Number(month) > 12) return null
  return { first: Date.UTC(Number(year), Number(month) - 1), next: Date.UTC(Number(year), Number(month)) }
}

function dayOf(year: number, month: number, day: number): CalendarDays | null {
  const first = Date.UTC(year, month - 1, day)
  const date = new Date(first)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return { first, next: first + dayMs }
}
