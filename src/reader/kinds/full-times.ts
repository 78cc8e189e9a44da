import type { LiveEntry } from '../../model/article.ts'
import type { Moment } from '../../model/time.ts'

/**
 * Entries that say no more than '14:05' are of the day of `day`, when all of them go one way: then none crosses midnight.
 * The others keep what they say.
 */
export function fullTimes(
  entries: readonly { readonly entry: LiveEntry; readonly time: string }[],
  day: Moment | null,
): readonly LiveEntry[] {
  const minutes = entries.map(({ time }) => minutesOf(time))
  if (day === null || entries.some(({ entry }) => entry.at !== null) || !goOneWay(minutes))
    return entries.map(({ entry }) => entry)
  const midnight = midnightOf(day)
  return entries.map(({ entry }, index) => {
    const minute = minutes[index]
    if (minute === null || minute === undefined) return entry
    return { ...entry, at: { at: midnight + minute * 60_000, zone: day.zone, precision: 'minute' } }
  })
}

function minutesOf(time: string): number | null {
  const [, hour, minute] = /^\D{0,12}([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)/.exec(time) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

function goOneWay(minutes: readonly (number | null)[]): boolean {
  const told = minutes.filter((minute) => minute !== null)
  const steps = told.slice(1).map((minute, at) => minute - (told[at] ?? 0))
  return steps.every((step) => step <= 0) || steps.every((step) => step >= 0)
}

function midnightOf({ at, zone }: Moment): number {
  const [, sign, hours, rest] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? []
  const offset =
    sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest)) * 60_000
  return Math.floor((at + offset) / 86_400_000) * 86_400_000 - offset
}
