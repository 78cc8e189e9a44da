import type { Moment } from '../../model/time.ts'
import { monthsIn } from '../data/months.ts'

/**
 * A time as a machine or a person wrote it: ISO 8601 in its many spellings, RFC 2822, numbers of seconds or
 * milliseconds, '30 июня 2025, 15:59', '30.06.2025'. Null when there is no whole day in it. `language` decides
 * between day and month where both are numbers, and in which month names are looked for first.
 */
export function parseMoment(text: string, language = 'und'): Moment | null {
  const stated = text.trim().slice(0, 120)
  return sensible(isoMoment(stated) ?? epochMoment(stated) ?? spokenMoment(stated, language))
}

const iso =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/i
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i

function isoMoment(text: string): Moment | null {
  const found = iso.exec(text)
  if (found !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = found
    return moment(year, month, day, hour, minute, second, zone, fraction)
  }
  const dense = compact.exec(text)
  if (dense === null) return null
  const [, year, month, day, hour, minute, second, zone] = dense
  return moment(year, month, day, hour, minute, second, zone)
}

function epochMoment(text: string): Moment | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  return { at: Number(text) * (text.length === 10 ? 1000 : 1), zone: 'Z', precision: 'second' }
}

const clock =
  /(?<!\d)(\d{1,2})[:h.](\d{2})(?!\d|\.\d)(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*(Z|UTC|GMT)?\s*([+-]\d{2}:?\d{2})?(?![\p{L}\d])/iu
const numericDay = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/

function spokenMoment(text: string, language: string): Moment | null {
  const east = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text)
  if (east !== null) return withClock(text.slice(east.index + east[0].length), east[1], east[2], east[3])
  const numeric = numericDay.exec(text)
  if (numeric !== null) {
    const [whole, first, separator, second, year] = numeric
    const monthFirst =
      (separator === '/' && isAmerican(language) && Number(first) <= 12) || Number(second) > 12
    const rest = text.replace(whole, ' ')
    return monthFirst ? withClock(rest, year, first, second) : withClock(rest, year, second, first)
  }
  return namedMonth(text, language)
}

/** Only English is written month first, and of its outlets most are American. */
function isAmerican(language: string): boolean {
  return language === 'en' || language === 'und'
}

function namedMonth(text: string, language: string): Moment | null {
  const lower = text.toLowerCase()
  if (!/(?<!\d)(19|20)\d{2}(?!\d)/.test(lower)) return null
  const names = monthsIn(language)
  for (const word of lower.matchAll(/[\p{L}\p{M}]{3,}/gu)) {
    const month = names.get(word[0])
    if (month === undefined) continue
    const before = lower.slice(0, word.index)
    const after = lower.slice(word.index + word[0].length)
    const dayBefore = /(?<!\d)(\d{1,2})(?:\.|er|º|°|ª|-?а|de|of|th|st|nd|rd|\s)*$/u.exec(before)?.[1]
    const yearAfter = /^\D{0,8}?((?:19|20)\d{2})(?!\d)/.exec(after)
    if (dayBefore !== undefined && yearAfter !== null)
      return withClock(
        `${after.slice(yearAfter[0].length)} ${before}`,
        yearAfter[1],
        String(month),
        dayBefore,
      )
    const dayAfter = /^\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?((?:19|20)\d{2})(?!\d)/.exec(after)
    if (dayAfter !== null)
      return withClock(
        `${after.slice(dayAfter[0].length)} ${before}`,
        dayAfter[2],
        String(month),
        dayAfter[1],
      )
    const yearBefore = /((?:19|20)\d{2})\D{1,8}$/.exec(before)?.[1]
    const lastDay = /^\D{0,3}(\d{1,2})(?!\d)/.exec(after)
    if (yearBefore !== undefined && lastDay !== null)
      return withClock(after.slice(lastDay[0].length), yearBefore, String(month), lastDay[1])
  }
  return null
}

function withClock(rest: string, year?: string, month?: string, day?: string): Moment | null {
  const found = clock.exec(rest)
  if (found === null || Number(found[1]) > 24) return moment(year, month, day)
  const [, hour, minute, second, half, zulu, offset] = found
  let hours = Number(hour)
  if (half !== undefined) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  return moment(year, month, day, String(hours), minute, second, offset ?? zulu)
}

function moment(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
  fraction?: string,
): Moment | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return null
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59)
    return { at: Date.UTC(y, m - 1, d), zone: null, precision: 'day' }
  const millis = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000
  const local = Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second ?? 0), Math.floor(millis))
  const offset = standardZone(zone)
  return {
    at: local - offsetMinutes(offset) * 60_000,
    zone: offset,
    precision: second === undefined ? 'minute' : 'second',
  }
}

function standardZone(zone: string | undefined): string | null {
  if (zone === undefined) return null
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z'
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined || Number(hours) > 14) return null
  return `${sign}${hours}:${minutes ?? '00'}`
}

function offsetMinutes(zone: string | null): number {
  if (zone === null || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? -minutes : minutes
}

/** The web is younger than 1990, and nobody publishes from beyond 2100: such dates are mistakes of the page. */
function sensible(found: Moment | null): Moment | null {
  return found !== null && found.at > Date.UTC(1990, 0) && found.at < Date.UTC(2100, 0) ? found : null
}
