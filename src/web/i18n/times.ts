import type { EpochMs } from '../../model/time.ts'
import type { Locale } from './locale.ts'

/** Times as one newsroom reads them: in its zone, in the reader's language. */
export interface Times {
  /** 18:30 */
  clock(at: EpochMs): string
  /** 2026-11-24, to tell days apart and sort them. */
  dayKey(at: EpochMs): string
  /** Tuesday, 24 November; with the year when it is not the year of `now`. */
  day(at: EpochMs, now: EpochMs): string
  /** 24 November 2026, 18:30 GMT+5 */
  full(at: EpochMs): string
  /** 24 Nov, 18:30 */
  short(at: EpochMs): string
  /** “5 minutes ago”, “in 2 hours” */
  relative(at: EpochMs, now: EpochMs): string
}

/** Making formatters is dear (some 50 µs each): there is one set a language and zone. */
export function timesFor(locale: Locale, zone: string): Times {
  const key = `${locale} ${zone}`
  const known = made.get(key) ?? createTimes(locale, zone)
  made.set(key, known)
  return known
}

const made = new Map<string, Times>()

function createTimes(locale: Locale, timeZone: string): Times {
  // British English, because a news desk reads 24-hour clocks and the day before the month.
  const language = locale === 'en' ? 'en-GB' : locale
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { timeZone, hourCycle: 'h23', ...options })
  const clock = format({ hour: '2-digit', minute: '2-digit' })
  const dayKey = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const year = format({ year: 'numeric' })
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  const dayOfYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const full = format({ dateStyle: 'long', timeStyle: 'short' })
  const zone = format({ timeZoneName: 'shortOffset' })
  const short = format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })

  return {
    clock: (at) => clock.format(at),
    dayKey: (at) => dayKey.format(at),
    day: (at, now) => (year.format(at) === year.format(now) ? day : dayOfYear).format(at),
    full: (at) => `${full.format(at)} ${zoneName(zone, at)}`,
    short: (at) => short.format(at),
    relative(at, now) {
      const { value, unit } = inWords(at - now)
      return relative.format(value, unit)
    },
  }
}

function zoneName(format: Intl.DateTimeFormat, at: EpochMs): string {
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

function inWords(ms: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  const seconds = ms / 1000
  const size = Math.abs(seconds)
  if (size < 90) return { value: Math.round(seconds), unit: 'second' }
  if (size < 90 * 60) return { value: Math.round(seconds / 60), unit: 'minute' }
  if (size < 36 * 3600) return { value: Math.round(seconds / 3600), unit: 'hour' }
  return { value: Math.round(seconds / 86_400), unit: 'day' }
}
