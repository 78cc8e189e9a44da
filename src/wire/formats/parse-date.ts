import { readFileSync } from 'node:fs'
import type { EpochMs } from '../../model/time.ts'

/**
 * The time that a feed, sitemap or page states, in any of the ways they write it: RFC 822 with its usual mistakes,
 * ISO 8601, epoch seconds or milliseconds, day.month.year, month names in the languages of data/months.json.
 * A time without a zone is taken as UTC. Null when it is no date, or none of our century.
 */
export function parseDate(stated: string | null | undefined): EpochMs | null {
  const text = (stated ?? '').trim().toLowerCase()
  if (text === '' || text.length > 100) return null
  const at = fromEpoch(text) ?? fromIso(text) ?? fromNumbers(text) ?? fromWords(text)
  return at === null || at < earliest || at > latest ? null : at
}

/** Whether a time of day is stated, and no zone for it: `parseDate` has then assumed UTC. */
export function lacksZone(stated: string | null | undefined): boolean {
  const text = (stated ?? '').trim().toLowerCase()
  if (parseDate(text) === null || /^\d{10}/.test(text)) return false
  const clock = /\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s*(?:[ap]m)?(?<rest>.*)$/.exec(text)
  if (clock === null) return false
  const rest = clock.groups?.rest ?? ''
  return !/[+−-]\s?\d/.test(rest) && !(rest.match(/[a-z]+/g) ?? []).some((word) => zones.has(word))
}

const earliest = Date.UTC(1990, 0, 1)
const latest = Date.UTC(2100, 0, 1)

function fromEpoch(text: string): EpochMs | null {
  if (/^\d{10}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000)
  return /^\d{13}$/.test(text) ? Number(text) : null
}

function fromIso(text: string): EpochMs | null {
  const match = /^(\d{4})-?(\d{1,2})(?:-?(\d{1,2}))?(?:[t\s,]+(.*))?$/.exec(text)
  if (match === null) return null
  return moment(Number(match[1]), Number(match[2]), Number(match[3] ?? 1), match[4] ?? '')
}

/** 24.11.2026 18:30; with slashes the American order, unless that cannot be. */
function fromNumbers(text: string): EpochMs | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[\s,]+(.*))?$/.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const american = match[2] === '/' && first <= 12
  return moment(Number(match[4]), american ? first : second, american ? second : first, match[5] ?? '')
}

/** Tue, 24 Nov 2026 18:30:00 +0300 · 24 ноября 2026, 18:30 · November 24, 2026 6:30 PM. */
function fromWords(text: string): EpochMs | null {
  const match =
    /(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>\p{L}{3,})\.?[\s,-]+(?<year>\d{4}|\d{2})(?!\d)(?<rest>.*)$/u.exec(
      text,
    ) ?? /(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?<rest>.*)$/u.exec(text)
  const { day = '', month = '', year = '', rest = '' } = match?.groups ?? {}
  const number = monthNumbers.find(([start]) => month.startsWith(start))?.[1]
  if (number === undefined) return fromUnixDate(text)
  return moment(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day), rest)
}

/** Tue Nov 24 18:30:00 MSK 2026, as `date` prints it. */
function fromUnixDate(text: string): EpochMs | null {
  const match = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) ([\d:]+) (?:([a-z+\-\d:]+) )?(\d{4})$/.exec(text)
  const number = monthNumbers.find(([start]) => match?.[1]?.startsWith(start))?.[1]
  if (match === null || number === undefined) return null
  return moment(Number(match[5]), number, Number(match[2]), `${match[3]} ${match[4] ?? ''}`)
}

function moment(year: number, month: number, day: number, time: string): EpochMs | null {
  const clock =
    /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,](\d+))?\s*([ap]m)?/.exec(time) ??
    /^(\d{2})(\d{2})(\d{2})?(?:[.,](\d+))?/.exec(time)
  const hour = clock === null ? 0 : hourOfDay(Number(clock[1]), clock[5])
  const minute = Number(clock?.[2] ?? 0)
  const second = Number(clock?.[3] ?? 0)
  const milli = Math.floor(Number(`0.${clock?.[4] ?? 0}`) * 1000)
  const isPossible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60
  if (!isPossible) return null
  const rest = clock === null ? '' : time.slice(clock.index + clock[0].length)
  return Date.UTC(year, month - 1, day, hour, minute, second, milli) - zoneMinutes(rest) * 60_000
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** '+03:00', '+0300', '+3', 'GMT+3', 'MSK', 'Z'; 0 when there is none. */
function zoneMinutes(rest: string): number {
  const offset = /([+−-])\s?(\d{1,2}):?(\d{2})?\b/.exec(rest)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return offset[1] === '+' ? minutes : -minutes
  }
  for (const word of rest.match(/[a-z]+/g) ?? []) {
    const minutes = zones.get(word)
    if (minutes !== undefined) return minutes
  }
  return 0
}

const monthNumbers: readonly (readonly [start: string, month: number])[] = Object.values(
  table<Readonly<Record<string, readonly string[]>>>('months'),
).flatMap((months) =>
  months.flatMap((starts, index) => starts.split('|').map((start) => [start, index + 1] as const)),
)

const zones: ReadonlyMap<string, number> = new Map(
  Object.entries(table<Readonly<Record<string, number>>>('zones')),
)

function table<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), 'utf8')) as Shape
}
