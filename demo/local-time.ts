import type { EpochMs } from '../src/model/time.ts'

/** A place's own time: fixed minutes east of UTC, and the language it tells time in. */
export interface Place {
  readonly language: string
  readonly offsetMinutes: number
}

/** 14:05 */
export function clockTime(at: EpochMs, place: Place): string {
  return shifted(at, place).toISOString().slice(11, 16)
}

/** 24 ноября, 24 листопада, 24 November, 24 қараша */
export function dayAndMonth(at: EpochMs, place: Place): string {
  return format(at, place, { day: 'numeric', month: 'long' })
}

/** 24 ноября 2026 and the like, with no word for the year after it. */
export function fullDay(at: EpochMs, place: Place): string {
  return `${dayAndMonth(at, place)} ${shifted(at, place).getUTCFullYear()}`
}

/** 2026-11-24T14:05:09+02:00 */
export function isoLocal(at: EpochMs, place: Place): string {
  return `${shifted(at, place).toISOString().slice(0, 19)}${offset(place, ':')}`
}

/** Tue, 24 Nov 2026 14:05:09 +0200 (RFC 5322) */
export function mailDate(at: EpochMs, place: Place): string {
  const utc = shifted(at, place).toUTCString()
  return utc.replace('GMT', offset(place, ''))
}

/** 20261124, 2026/11/24 and the like */
export function dateWith(separator: string, at: EpochMs, place: Place): string {
  return shifted(at, place).toISOString().slice(0, 10).replaceAll('-', separator)
}

function offset({ offsetMinutes }: Place, colon: string): string {
  const minutes = Math.abs(offsetMinutes)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

function format(at: EpochMs, place: Place, options: Intl.DateTimeFormatOptions): string {
  const locale = place.language === 'en' ? 'en-GB' : place.language
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(shifted(at, place))
}

function shifted(at: EpochMs, { offsetMinutes }: Place): Date {
  return new Date(at + offsetMinutes * 60_000)
}
